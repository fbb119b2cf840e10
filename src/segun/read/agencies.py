"""The news agencies that segun knows, from ``agencies.toml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_ACCENTED = "áàâäãåéèêëíìîïóòôöõúùûüñçč"
_BARE = "aaaaaaeeeeiiiiooooouuuuncc"
_PLAIN = str.maketrans(_ACCENTED + _ACCENTED.upper(), _BARE + _BARE.upper())


@dataclass(frozen=True, slots=True)
class Agencies:
    """Agencies by every form in which they are credited."""

    names: Mapping[str, str]
    """The agency's name by its form, both as :func:`fold` leaves them."""
    pattern: str
    """A regular expression, without groups, for one form of one agency in folded text."""


def fold(text: str) -> str:
    """Return ``text`` without accents; every offset stays."""
    return text.translate(_PLAIN)


@lru_cache(maxsize=1)
def load_agencies() -> Agencies:
    """Return the agencies, read once."""
    import tomllib
    from importlib.resources import files

    table = tomllib.loads((files("segun.read") / "agencies.toml").read_text("utf-8"))
    names: dict[str, str] = {}
    for generic in table["generic"]:
        names[fold(generic)] = names[fold(generic).upper()] = generic
    for name, forms in table["agencies"].items():
        for form in (name, *forms):
            names[fold(form)] = names[fold(form).upper()] = name
    longest_first = sorted(names, key=len, reverse=True)
    pattern = r"(?:[Aa]gencia |AGENCIA )?(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])"
    return Agencies(names, pattern)
