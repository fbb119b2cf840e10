"""Sessions: what a cookie says, signed, and for twelve hours. Whether it still holds is asked of the ledger."""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from segun.serve.people.limits import Clock

if TYPE_CHECKING:
    from itsdangerous import URLSafeTimedSerializer

HOURS = 12
_LONGEST = 1000
"""Characters of a cookie that are looked at."""


@dataclass(frozen=True, slots=True)
class Session:
    """What a cookie says."""

    id: str
    user: int
    """The row of the account."""
    epoch: int
    until: float
    """When it ends by itself, in seconds since 1970."""


class Sessions:
    """Signs and reads the desk's cookies.

    Args:
        secret: the key to sign with, which the ledger keeps.
        hours: how long a session lasts.
        clock: seconds since 1970.
    """

    def __init__(self, secret: str, *, hours: float = HOURS, clock: Clock = time.time) -> None:
        self.seconds = int(hours * 3600)
        self._clock = clock
        self._secret = secret
        self._suffix = sha256(f"cookies {secret}".encode()).hexdigest()[:8]
        self._session = self._signing("segun session")
        self._visit = self._signing("segun visit")

    def cookie(self, what: str, *, secure: bool) -> str:
        """Return a cookie's name, of its own for each ledger: browsers do not tell desks on other ports apart.

        Args:
            what: ``session`` or ``visit``.
            secure: whether it only goes over https; browsers then let no other site of the domain set it.
        """
        return f"{'__Host-' if secure else ''}segun-{what}-{self._suffix}"

    def begin(self, user: int, epoch: int) -> tuple[Session, str]:
        """Begin a session; return it and its cookie's value."""
        session = Session(secrets.token_urlsafe(18), user, epoch, self._clock() + self.seconds)
        return session, str(self._session.dumps([session.id, user, epoch]))

    def read(self, cookie: str) -> Session | None:
        """Return what a cookie says; ``None`` where it is forged, broken or too old."""
        said = self._read(self._session, cookie)
        if said is None:
            return None
        (id, user, epoch), began = said
        return Session(id, user, epoch, began + self.seconds)

    def visit(self) -> str:
        """Return the value of a visit's cookie: what forms are bound to where nobody is logged in."""
        return str(self._visit.dumps(secrets.token_urlsafe(18)))

    def read_visit(self, cookie: str) -> str | None:
        """Return a visit's identifier; ``None`` where the cookie is forged, broken or too old."""
        said = self._read(self._visit, cookie)
        return str(said[0]) if said is not None else None

    def _read(self, signing: URLSafeTimedSerializer, cookie: str) -> tuple[Any, float] | None:
        from itsdangerous import BadData

        if not cookie or len(cookie) > _LONGEST:
            return None
        try:
            said, began = signing.loads(cookie, max_age=self.seconds, return_timestamp=True)
        except BadData:
            return None
        return said, began.timestamp()

    def _signing(self, salt: str) -> URLSafeTimedSerializer:
        from itsdangerous import TimestampSigner, URLSafeTimedSerializer

        clock = self._clock

        class Signer(TimestampSigner):
            def get_timestamp(self) -> int:
                return int(clock())

        return URLSafeTimedSerializer(
            self._secret,
            salt=salt,
            signer=Signer,
            signer_kwargs={"key_derivation": "hmac", "digest_method": sha256},
        )
