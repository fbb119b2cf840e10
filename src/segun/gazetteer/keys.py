"""Keys under which names are stored and looked up: folded, transliterated, the same for every spelling of one name.

Nothing here raises, whatever the text; a text without a letter or digit has the empty key.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

_TRANSLITERATED = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "ARABIC", "HEBREW")
"""Alphabets that are written in Latin letters in the key. Other scripts are kept: 巴黎 read aloud is Bali."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """The lists of ``spelling.toml``."""

    words: dict[str, str]
    joiners: frozenset[str]
    articles: frozenset[str]
    spoken_articles: dict[str, frozenset[str]]
    """Articles by the language that has them."""
    sounds: tuple[tuple[str, str], ...]
    several: dict[str, tuple[str, ...]]
    before: frozenset[tuple[str, ...]]
    """Type words at the head of a name, as sequences of words."""
    after: frozenset[tuple[str, ...]]
    adjectival: frozenset[tuple[str, ...]]
    most: int
    """How many words such a sequence has at most."""
    endings: tuple[str, ...]
    replacements: tuple[str, ...]


def _runs(phrases: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in phrases)


@cache
def spelling() -> Spelling:
    """Return the lists of ``spelling.toml``, read once."""
    data = tomllib.loads(files("segun.gazetteer").joinpath("spelling.toml").read_text("utf-8"))
    lists, types, adjective = data["lists"], data["types"], data["adjective"]
    return Spelling(
        words=data["words"],
        joiners=frozenset(lists["joiners"]),
        articles=frozenset(lists["articles"]),
        spoken_articles={language: frozenset(words) for language, words in data["articles"].items()},
        sounds=tuple((letters, sound) for letters, sound in (pair.split() for pair in data["skeleton"]["sounds"])),
        several={letter: tuple(sounds) for letter, sounds in data["skeleton"]["several"].items()},
        before=_runs(types["before"]),
        after=_runs(types["after"]),
        adjectival=_runs(types["adjectival"]),
        most=max(len(phrase.split()) for phrase in (*types["before"], *types["after"])),
        endings=tuple(sorted(adjective["endings"], key=len, reverse=True)),
        replacements=tuple(adjective["replacements"]),
    )


class _Table(dict[int, str]):
    """What stands in the key for a character, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = found = self._of(chr(point))
        return found

    @staticmethod
    def _of(char: str) -> str:
        if char.isascii():
            return char.lower() if char.isalnum() else "" if char in "'`" else " "
        category = unicodedata.category(char)
        name = unicodedata.name(char, "")
        if category == "Lm" or "APOSTROPHE" in name or "QUOTATION MARK" in name or "PRIME" in name:
            return ""
        if category == "Mn" and name.startswith(("COMBINING", "ARABIC", "HEBREW")):
            return ""
        if category[0] in "LN" and name.startswith(_TRANSLITERATED):
            from anyascii import anyascii

            return "".join(c.lower() for c in anyascii(char) if c.isalnum() and c.isascii())
        return char.lower() if category[0] in "LMN" else " "


_TABLE = _Table()


def _lettered(name: str) -> str:
    if name.isascii():
        return name.translate(_TABLE)
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    # An accent that nothing precomposes is left as a character of its own and falls away in the table.
    return plain.translate(_TABLE)


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Return the key of a name: small letters and single spaces, without accents, apostrophes and hyphens.

    ``St.``, ``Saint`` and ``Sankt`` have one key, joining words are left out. Idempotent.
    """
    return make_key(name)


def make_key(name: str) -> str:
    """Return what :func:`key` returns, without keeping it: for the millions of names of a build."""
    text = _lettered(name)
    words = text.split()
    if len(words) > 1:
        lists = spelling()
        last = len(words) - 1
        words = [
            lists.words.get(word, word)
            for at, word in enumerate(words)
            if not (0 < at < last and word in lists.joiners)
        ]
    return " ".join(words)


def without_article(key: str, articles: Container[str] | None = None) -> str | None:
    """Return a key without its leading article; ``None`` where it has none or next to nothing is left.

    Args:
        key: as :func:`key` gives it.
        articles: the words that count; ``None`` takes the list in ``spelling.toml``.
    """
    first, _, rest = key.partition(" ")
    return rest if len(rest) > 2 and first in (spelling().articles if articles is None else articles) else None


@dataclass(frozen=True, slots=True)
class Bare:
    """The key of an area's name without the word that says what kind of area it is."""

    key: str
    adjectival: bool
    """Whether such a word makes an adjective of a Slavic name: *Kurskaya oblast*."""


def bare(key: str) -> Bare | None:
    """Return an area's key without its type words; ``None`` where it has none or nothing is left."""
    words = tuple(key.split())
    adjectival = False
    for end in (False, True, False):
        found = _type_words(words, end=end)
        adjectival = adjectival or found in spelling().adjectival
        words = words[: len(words) - len(found)] if end else words[len(found) :]
    plain = " ".join(words)
    return Bare(plain, adjectival) if plain != key else None


def _type_words(words: tuple[str, ...], *, end: bool) -> tuple[str, ...]:
    """Return the most words at the head or the end that say what kind of area it is; never all of them."""
    lists = spelling()
    for length in range(min(lists.most, len(words) - 1), 0, -1):
        run = words[-length:] if end else words[:length]
        if run in (lists.after if end else lists.before):
            return run
    return ()


def towns_of_adjective(key: str) -> tuple[str, ...]:
    """Return the keys that the town may have after which an area is called by this adjective: *kurskaya*: *kursk*."""
    lists = spelling()
    for ending in lists.endings:
        if key.endswith(ending) and len(key) > len(ending) + 1:
            stem = key.removesuffix(ending)
            return tuple(stem + replacement for replacement in lists.replacements)
    return ()
