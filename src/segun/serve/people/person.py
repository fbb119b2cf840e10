"""Who asks something of the desk: a person at a browser, a script with a token, or the one at this computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from segun.ledger.people import Role
from segun.serve.people.errors import NotAllowedError
from segun.serve.people.roles import NEEDS, Action, may
from segun.tongue import gettext as _


@dataclass(frozen=True, slots=True)
class Person:
    """Who asks, for the length of one request."""

    name: str
    """As it stands beside decisions."""
    role: Role
    how: Literal["local", "session", "token", "command"]
    """How it is known: the desk has no accounts; a cookie; a bearer token; the command line."""
    row: int | None = None
    """Of the account; ``None`` where there is none."""
    session: str = ""
    """The session's identifier; empty without one."""
    token: int | None = None
    """The row of the token that it came with."""
    address: str = ""
    """Of the network; empty on the command line."""

    def may(self, action: Action) -> bool:
        """Whether its role reaches as far as an action."""
        return may(self.role, action)

    def check(self, action: Action) -> None:
        """Let an action pass or refuse it.

        Raises:
            NotAllowedError: the role does not reach so far.
        """
        if not self.may(action):
            raise NotAllowedError(
                _("The role %(role)s may not do this (%(action)s).", role=self.role, action=action),
                _("It needs the role %(role)s: ask an admin for it.", role=NEEDS[action]),
            )
        if self.how == "token" and action in {"own password", "own tokens", "users"}:
            raise NotAllowedError(_("Accounts are not changed with a token."), _("Log in with a password."))


def local(reviewer: str | None, address: str = "") -> Person:
    """Return the one person of a desk without accounts, who may do everything.

    Args:
        reviewer: the setting `reviewer`.
        address: of the network.
    """
    return Person(reviewer or "reviewer", "admin", "local", address=address)


def at_command_line(reviewer: str | None) -> Person:
    """Return who manages accounts with commands: whoever can write the file may."""
    return Person(reviewer or "command line", "admin", "command")
