"""Logging in and out, and telling at each request whose it is; asked of the ledger every time, so nothing lasts on."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from segun.ledger import people
from segun.ledger.errors import UnavailableError
from segun.ledger.ledger import Ledger
from segun.serve.people import managing, passwords
from segun.serve.people.auditing import note, now
from segun.serve.people.errors import UnknownPersonError
from segun.serve.people.limits import Window, network
from segun.serve.people.person import Person, local
from segun.serve.people.sessions import HOURS, Sessions
from segun.tongue import gettext as _
from segun.tongue import marked

KEY = "sessions"
"""The name of the key that cookies are signed with."""
MINUTE = 60.0
LOGINS_OF_A_NAME, LOGINS_FROM_AN_ADDRESS, LOGIN_SECONDS = 10, 30, 5 * MINUTE
WRITES, TOKEN_REQUESTS = 120, 600
"""In a minute, of a person and with a token."""
_USED = timedelta(minutes=10)


@dataclass(frozen=True)
class Limits:
    """How often people may do what."""

    of_name: Window = field(
        default_factory=lambda: Window(LOGINS_OF_A_NAME, LOGIN_SECONDS, marked("Logins with this name in five minutes"))
    )
    from_address: Window = field(
        default_factory=lambda: Window(
            LOGINS_FROM_AN_ADDRESS, LOGIN_SECONDS, marked("Logins from this address in five minutes")
        )
    )
    writes: Window = field(default_factory=lambda: Window(WRITES, MINUTE, marked("Changes in a minute")))
    tokens: Window = field(default_factory=lambda: Window(TOKEN_REQUESTS, MINUTE, marked("Requests in a minute")))


class Accounts:
    """Who is who at one desk.

    Args:
        ledger: returns the calling thread's open ledger.
        auth: whether people log in; without it there is one local person who may do everything.
        reviewer: the setting of that name: who the local person is.
        hours: how long a session lasts.
        limits: how often people may do what.
        clock: seconds since 1970, for sessions.
    """

    def __init__(
        self,
        ledger: Callable[[], Ledger],
        *,
        auth: bool,
        reviewer: str | None = None,
        hours: float = HOURS,
        limits: Limits | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.auth = auth
        self.limits = limits or Limits()
        self._ledger = ledger
        self._reviewer = reviewer
        with ledger().writing() as connection:
            self.secret = people.key(connection, KEY)
        self.sessions = Sessions(self.secret, hours=hours, clock=clock)

    def login(self, name: str, password: str, address: str) -> tuple[Person, str]:
        """Log somebody in.

        Args:
            name: as typed; case does not matter.
            password: as typed.
            address: of the network.

        Returns:
            Who it is, and the value of the session's cookie.

        Raises:
            UnknownPersonError: name and password do not belong together, or the account is disabled.
            TooOftenError: it was tried too often with this name, or from this address.
        """
        key, near = people.folded(name), network(address)
        self.limits.from_address.take(near)
        self.limits.of_name.take(key)
        ledger = self._ledger()
        with ledger.reading() as connection:
            user = people.find(connection, name)
            kept = people.password(connection, user.row) if user else None
        right = passwords.verify(kept, password)
        if user is None or kept is None or not right or user.disabled:
            reason = "unknown name" if user is None else "wrong password" if not right else "disabled"
            known = Person(user.name, user.role, "session", address=address) if user else None
            with ledger.writing() as connection:
                note(connection, known, "login", outcome=f"refused: {reason}", address=address)
            raise UnknownPersonError(
                _("This name and this password do not belong together."), _("Type them again, or ask an admin.")
            )
        session, cookie = self.sessions.begin(user.row, user.epoch)
        person = Person(user.name, user.role, "session", user.row, session.id, None, address)
        anew = passwords.hashed(password) if passwords.is_outdated(kept) else None
        with ledger.writing() as connection:
            if anew is not None:
                people.rehash(connection, user.row, kept, anew)
            note(connection, person, "login")
        self.limits.of_name.forget(key)
        return person, cookie

    def logout(self, cookie: str, person: Person) -> None:
        """End the session of a cookie, also for whoever else may have the cookie."""
        session = self.sessions.read(cookie)
        if session is None:
            return
        until = datetime.fromtimestamp(session.until, UTC).isoformat(timespec="milliseconds")
        with self._ledger().writing() as connection:
            people.end(connection, session.id, until=until, now=now())
            note(connection, person, "logout")

    def change_password(self, old: str, new: str, person: Person) -> None:
        """Set one's own password, counted against the limit of logins; all one's sessions end.

        Raises:
            UnknownPersonError: the old one is wrong.
            PasswordError: the new one cannot be.
            TooOftenError: it was tried too often.
        """
        self.limits.of_name.take(people.folded(person.name))
        managing.change_own_password(self._ledger(), old, new, by=person)

    def of_cookie(self, cookie: str, address: str) -> Person | None:
        """Return whose session it is; ``None`` where it does not hold, or does not hold any more."""
        session = self.sessions.read(cookie)
        if session is None:
            return None
        with self._ledger().reading() as connection:
            user = people.of_row(connection, session.user)
            if user is None or user.disabled or user.epoch != session.epoch:
                return None
            if people.has_ended(connection, session.id):
                return None
        return Person(user.name, user.role, "session", user.row, session.id, None, address)

    def of_token(self, secret: str, address: str) -> Person:
        """Return whose token it is.

        Raises:
            UnknownPersonError: it is nobody's, was revoked, or its account is disabled.
            TooOftenError: it was used too often.
        """
        ledger = self._ledger()
        with ledger.reading() as connection:
            found = people.bearer(connection, managing.digest(secret))
        if found is None:
            raise UnknownPersonError(_("The token does not hold."), _("Ask an admin for a new one."))
        token, user = found
        self.limits.tokens.take(token.row)
        if token.used is None or datetime.now(UTC) - datetime.fromisoformat(token.used) > _USED:
            try:
                with ledger.writing() as connection:
                    people.touch(connection, token.row, at=now())
            except UnavailableError:
                pass  # it is no reason to refuse a question
        return Person(user.name, user.role, "token", user.row, "", token.row, address)

    def at_this_computer(self, address: str) -> Person:
        """Return the local person of a desk without accounts."""
        return local(self._reviewer, address)
