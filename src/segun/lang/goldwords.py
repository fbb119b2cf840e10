"""What evaluating needs of a language, as its ``gold.toml`` has it: words of names, and how texts are damaged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Pairs = tuple[tuple[str, str], ...]
"""One form and the other."""


@dataclass(frozen=True, slots=True)
class GoldWords:
    """A language's words for evaluating; all of them as they are written, in lower case."""

    leading: frozenset[str]
    """Conjunctions that may open a content, or be left out of it."""
    small: frozenset[str]
    """Words that tell no two names apart."""
    accented: str
    """Letters that old systems write without their accent."""
    articles: tuple[str, ...]
    no_article_before: tuple[str, ...]
    """What follows an article that stands for a noun: *la que*."""
    contracted: Pairs
    """What is left of a preposition without the article in it: *del*, *de*."""
    genders: Pairs
    """Small words in either gender."""
    adjectives: tuple[str, ...]
    """Stems."""
    adjective_endings: Pairs
    numbers: Pairs
    """Verbs in either number."""
    before_plurals: tuple[str, ...]
    plural_endings: Pairs
    """Endings of nouns in the plural and in the singular, the longest first."""
    calques: Pairs
    """A wording, and what a translation word by word makes of it."""


def read_goldwords(data: Mapping[str, Any]) -> GoldWords:
    """Build a language's words for evaluating from its table.

    Raises:
        KeyError: the table lacks what every language must have.
        ValueError: a pair has no slash.
    """
    articles, gender, number = data["articles"], data["gender"], data["number"]
    return GoldWords(
        leading=frozenset(data["leading"]),
        small=frozenset(data["small"]),
        accented=data["accented"],
        articles=tuple(articles["words"]),
        no_article_before=tuple(articles["not-before"]),
        contracted=_pairs(articles["contracted"]),
        genders=_pairs(gender["words"]),
        adjectives=tuple(gender["stems"]),
        adjective_endings=_pairs(gender["endings"]),
        numbers=_pairs(number["words"]),
        before_plurals=tuple(number["after"]),
        plural_endings=tuple(sorted(_pairs(number["endings"]), key=lambda pair: -len(pair[0]))),
        calques=tuple(data["calques"].items()),
    )


def _pairs(written: Iterable[str]) -> Pairs:
    found = []
    for each in written:
        one, slash, other = each.partition("/")
        if not slash:
            raise ValueError(f"gold.toml: {each!r} is no pair")
        found.append((one, other))
    return tuple(found)
