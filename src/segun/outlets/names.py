"""What two spellings of one name share."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

_ACRONYM = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_DOTTED = re.compile(r"\b(?:\w\.){2,}(?:\w\b)?")
_POSSESSIVE = re.compile(r"['’]s\b")
_NO_WORD = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=100_000)
def key(name: str) -> str:
    """Return what the spellings of a name share: in Latin letters, lower case, without accents, signs or articles.

    A name in brackets behind another one goes, and so do words for the kind of outlet in front. What a ledger keeps is
    found again by it, so a change of what it gives needs a migration.

    Args:
        name: in any script. One without letters or figures is its own key.
    """
    whole = _ACRONYM.sub("", name) or name
    whole = _DOTTED.sub(lambda found: found[0].replace(".", ""), _POSSESSIVE.sub("", whole))
    parts = unicodedata.normalize("NFKD", whole.casefold())
    plain = "".join(letter for letter in parts if not unicodedata.combining(letter))
    if not plain.isascii():
        plain = anyascii(plain).lower()
    words = _NO_WORD.sub(" ", plain).split()
    bare = " ".join(words)
    while (shorter := _without_front(bare)) != bare:
        bare = shorter
    return bare or name.strip().casefold()


def bracketed(name: str) -> str | None:
    """Return the name in brackets behind another one: *KCNA* of *Agencia Central de Noticias (KCNA)*."""
    found = _ACRONYM.search(name)
    return found[1].strip() or None if found else None


def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a name may have: its initials, with and without the words that are written small."""
    words = re.findall(r"\w+", _ACRONYM.sub("", name))
    large = [word for word in words if word[:1].isupper()]
    found = {"".join(word[0] for word in some).upper() for some in (words, large) if len(some) > 1}
    return frozenset(each for each in found if 2 <= len(each) <= 8)


def _without_front(bare: str) -> str:
    for front in _fronts():
        if bare.startswith(front + " "):
            return bare[len(front) + 1 :]
    return bare


@cache
def _fronts() -> tuple[str, ...]:
    table = tomllib.loads((files("segun.outlets") / "names.toml").read_text("utf-8"))
    return tuple(sorted((*table["articles"], *table["kinds"]), key=len, reverse=True))
