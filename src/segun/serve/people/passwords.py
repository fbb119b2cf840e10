"""Passwords: argon2id with the parameters that argon2-cffi recommends, hashed anew when it recommends others."""

from __future__ import annotations

import secrets
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from segun.serve.people.errors import PasswordError
from segun.tongue import gettext as _
from segun.tongue.dates import number

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST, LONGEST = 10, 1024
"""Characters."""


def check(password: str, name: str = "") -> None:
    """Let a new password pass or refuse it.

    Args:
        password: as typed.
        name: whose it will be.

    Raises:
        PasswordError: it is too short, too long, the name itself, or one character over and over.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise PasswordError(
            _("A password has %(least)s to %(most)s characters.", least=SHORTEST, most=number(LONGEST)),
            _("Take four or more words that do not go together."),
        )
    if password.strip().casefold() == name.strip().casefold() or len(set(password)) == 1:
        raise PasswordError(
            _("That password is guessed at once."), _("Take four or more words that do not go together.")
        )


def hashed(password: str) -> str:
    """Return a password's argon2id hash, with its salt and parameters."""
    return _hasher().hash(_bytes(password))


def verify(kept: str | None, password: str) -> bool:
    """Whether a password is the one of a hash; as much work is done where there is no hash.

    Args:
        kept: the hash, or ``None`` where nobody has that name.
        password: as typed.
    """
    from argon2.exceptions import InvalidHashError, VerificationError

    if len(password) > LONGEST:
        password, kept = "", None
    try:
        _hasher().verify(kept or _nobodys(), _bytes(password))
    except (VerificationError, InvalidHashError):
        return False
    return kept is not None


def is_outdated(kept: str) -> bool:
    """Whether a hash was made with other parameters than are recommended now."""
    return _hasher().check_needs_rehash(kept)


@cache
def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher()


@cache
def _nobodys() -> str:
    return _hasher().hash(secrets.token_bytes(32))


def _bytes(password: str) -> bytes:
    """Return a password's bytes, the same however a keyboard composes its accents."""
    return unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
