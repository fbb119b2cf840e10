"""Skeletons: coarse keys that the romanisations of one Slavic or Arabic name share.

Kharkiv, Kharkov and Jarkov have one skeleton, so have Korenevsky, Korenevskiy and Korenevskij, al-Hasakah and Hasake.
"""

from __future__ import annotations

import re
from functools import cache

from segun.gazetteer.keys import spelling, without_article

LEAST = 4
"""Letters that a key has at least: shorter ones share their skeletons with everything."""
_VOWELS = re.compile(r"[aeiouy]+")
_GLIDE = re.compile(r"(?<=[aeiouy])w(?![aeiouy])")
_DOUBLED = re.compile(r"(.)\1+")


@cache
def _articles() -> frozenset[str]:
    return frozenset().union(*spelling().spoken_articles.values())


def skeletons(key: str) -> tuple[str, ...]:
    """Return the skeletons of a key: several where a letter may be read in several ways, none for a short key.

    Args:
        key: as :func:`segun.gazetteer.keys.key` gives it.
    """
    if not key.isascii():
        return ()
    plain = (without_article(key, _articles()) or key).replace(" ", "")
    if len(plain) < LEAST or not plain.isalpha():
        return ()
    lists = spelling()
    for letters, sound in lists.sounds:
        if letters in plain:
            plain = plain.replace(letters, sound)
    read = [plain]
    for letter, sounds in lists.several.items():
        if letter in plain:
            read = [each.replace(letter, sound) for each in read for sound in sounds]
    return tuple(dict.fromkeys(map(_bones, read)))


def _bones(plain: str) -> str:
    if "w" in plain:
        plain = _GLIDE.sub("u", plain).replace("w", "v")
    bones = _DOUBLED.sub(r"\1", _VOWELS.sub("a", plain))
    return bones[:-1] if bones.endswith("ah") and len(bones) > 3 else bones
