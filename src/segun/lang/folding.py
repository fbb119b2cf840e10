"""Words in lower case without accents, as word lists are searched; and the letters of all alphabets by their case."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

_LAST = 0x2000
"""Behind the alphabets that have two cases: Latin, Greek, Cyrillic, Armenian."""
_OWN = "ñÑ"
"""Letters of their own, whatever Unicode takes them apart into."""

UPPER = "".join(letter for letter in map(chr, range(_LAST)) if letter.isupper())
"""Capitals of every alphabet, to stand within a character class: *AÁÃÇÑ*."""
LOWER = "".join(letter for letter in map(chr, range(_LAST)) if letter.islower())
"""Small letters of every alphabet, to stand within a character class: *aáãçñ*."""


def unmarking(letters: Iterable[str]) -> dict[int, int]:
    """Return the table by which :meth:`str.translate` takes letters' marks away, *ã* to *a*, one character for one.

    Args:
        letters: those to go through; what has no mark stays.
    """
    bare = ((letter, unicodedata.normalize("NFD", letter)) for letter in letters)
    return {ord(letter): ord(parts[0]) for letter, parts in bare if len(parts) > 1}


_FOLD = unmarking(letter for letter in UPPER + LOWER if letter not in _OWN and len(letter.lower()) == 1)


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents (ñ stays); its length does not change."""
    low = text.translate(_FOLD).lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] for c in text.translate(_FOLD))
