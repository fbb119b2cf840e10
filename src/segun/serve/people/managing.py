"""Accounts and tokens made and changed, by an admin at the desk or by whoever can write the file.

Each change and its line in the audit are one transaction.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import sha256
from sqlite3 import Connection

from segun.ledger import people
from segun.ledger.ledger import Ledger
from segun.ledger.people import Role, User
from segun.serve.people import passwords
from segun.serve.people.auditing import note, now, refusals
from segun.serve.people.errors import UnknownPersonError
from segun.serve.people.person import Person
from segun.serve.people.roles import Action
from segun.tongue import gettext as _

PREFIX = "segun_"
"""What every token begins with, so that a search for leaked secrets finds it."""


def add_user(ledger: Ledger, name: str, password: str, role: Role, *, by: Person) -> User:
    """Make an account.

    Raises:
        AccountError: the name cannot be, or is taken.
        PasswordError: the password cannot be.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, "users", f"user add {role}", name) as change:
        passwords.check(password, name)
        hashed = passwords.hashed(password)
        with change() as connection:
            return people.add(connection, name, hashed, role, at=now())


def set_password(ledger: Ledger, name: str, password: str, *, by: Person) -> None:
    """Set somebody's password; all sessions of the account end.

    Raises:
        NotInLedgerError: there is no such account.
        PasswordError: the password cannot be.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, "users", "user passwd", name) as change:
        passwords.check(password, name)
        hashed = passwords.hashed(password)
        with change() as connection:
            people.set_password(connection, name, hashed)


def change_own_password(ledger: Ledger, old: str, new: str, *, by: Person) -> None:
    """Set one's own password; all one's sessions end, this one too.

    The caller counts it against the limit of logins: :meth:`Accounts.change_password` does.

    Raises:
        UnknownPersonError: the old one is wrong.
        PasswordError: the new one cannot be.
    """
    with _change(ledger, by, "own password", "own password", by.name) as change:
        with ledger.reading() as connection:
            kept = people.password(connection, by.row) if by.row is not None else None
        if not passwords.verify(kept, old):
            raise UnknownPersonError(_("The old password is wrong."), _("Type it again."))
        passwords.check(new, by.name)
        hashed = passwords.hashed(new)
        with change() as connection:
            people.set_password(connection, by.name, hashed)


def set_role(ledger: Ledger, name: str, role: Role, *, by: Person) -> None:
    """Set what an account may do; it holds from the next request on.

    Raises:
        NotInLedgerError: there is no such account.
        AccountError: it is the only admin.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, "users", f"user role {role}", name) as change, change() as connection:
        people.set_role(connection, name, role)


def disable(ledger: Ledger, name: str, *, by: Person) -> None:
    """Close an account; its sessions end at once.

    Raises:
        NotInLedgerError: there is no such account.
        AccountError: it is the only admin.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, "users", "user disable", name) as change, change() as connection:
        people.disable(connection, name, at=now())


def enable(ledger: Ledger, name: str, *, by: Person) -> None:
    """Open an account again.

    Raises:
        NotInLedgerError: there is no such account.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, "users", "user enable", name) as change, change() as connection:
        people.enable(connection, name)


def make_token(ledger: Ledger, user: str, name: str, *, by: Person) -> str:
    """Make a token for an account and return its secret, which is kept nowhere.

    Raises:
        NotInLedgerError: there is no such account.
        AccountError: it has a token of this name, or is disabled.
        NotAllowedError: who asks may not.
    """
    secret = PREFIX + secrets.token_urlsafe(32)
    with _change(ledger, by, _on_tokens(by, user), "token make", f"{user}: {name}") as change, change() as connection:
        people.add_token(connection, user, name, digest(secret), at=now())
    return secret


def revoke_token(ledger: Ledger, user: str, name: str, *, by: Person) -> None:
    """Make a token invalid for good.

    Raises:
        NotInLedgerError: there is no such account or token.
        NotAllowedError: who asks may not.
    """
    with _change(ledger, by, _on_tokens(by, user), "token revoke", f"{user}: {name}") as change, change() as connection:
        people.revoke(connection, user, name, at=now())


def digest(secret: str) -> str:
    """Return what the ledger keeps of a token's secret: 256 random bits need no slow hash."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()


def _on_tokens(by: Person, user: str) -> Action:
    return "own tokens" if by.row is not None and people.folded(by.name) == people.folded(user) else "users"


@contextmanager
def _change(
    ledger: Ledger, by: Person, action: Action, what: str, target: str
) -> Iterator[Callable[[], AbstractContextManager[Connection]]]:
    """Lend what opens the transaction of a change; what is refused, before it or in it, is written down too."""

    @contextmanager
    def change() -> Iterator[Connection]:
        with ledger.writing() as connection:
            yield connection
            note(connection, by, what, target)

    with refusals(ledger, by, what, target):
        by.check(action)
        yield change
