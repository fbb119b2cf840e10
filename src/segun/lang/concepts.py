"""Concepts: what words mean in news, under ids that every language shares, read from each ``concepts.toml``.

With them statements of two languages can be compared without any model. Words are found as they stand in a text, by
their stems, with or without accents.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from segun.lang import stemmer
from segun.lang.folding import fold

COUNTRY = "country_"
"""What the id of a state's concept begins with; its code, ISO 3166-1 alpha-2 in small letters, follows."""


@dataclass(frozen=True, slots=True, eq=False)
class Concepts:
    """A language's concepts."""

    language: str
    words: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    """Stems of each entry's words with the concept's id, by the first stem, longest entries first."""
    exact: Mapping[str, frozenset[str]]
    """The concepts of each word that an entry gives just so; those that only share its stem do not mean it."""
    sections: Mapping[str, str]
    """The section that each concept stands in, by its id: *roles*, *countries*."""

    @staticmethod
    def load(language: str) -> Concepts:
        """Return a language's concepts, read once; none for a language without data."""
        return _load(language)

    @lru_cache(maxsize=64)  # noqa: B019 - one of each language is kept for good
    def of(self, section: str) -> frozenset[str]:
        """Return the concepts of a section: *measures*."""
        return frozenset(concept for concept, each in self.sections.items() if each == section)

    def found(self, words: Sequence[str]) -> list[tuple[int, int, str]]:
        """Return the concepts that words name, longest entries first, in order.

        Args:
            words: folded words as they stand in a text.

        Returns:
            For each: index of the first word, index behind the last one, the concept's id.
        """
        result: list[tuple[int, int, str]] = []
        stems = [_stem(word.removesuffix("'s").removesuffix("’s"), self.language) for word in words]
        at = 0
        while at < len(stems):
            size = 0
            exact = self.exact.get(words[at])
            for entry, concept in self.words.get(stems[at], ()):
                if size and len(entry) < size:
                    break
                if exact is not None and len(entry) == 1 and concept not in exact:
                    continue
                if tuple(stems[at : at + len(entry)]) == entry:
                    size = len(entry)
                    result.append((at, at + size, concept))
            at += size or 1
        return result


@cache
def _load(language: str) -> Concepts:
    path = resources.files("segun.lang").joinpath(language, "concepts.toml")
    if not language or not path.is_file():
        return Concepts(language, {}, {}, {})
    found: dict[str, dict[tuple[tuple[str, ...], str], None]] = {}
    sections: dict[str, str] = {}
    exact: dict[str, set[str]] = defaultdict(set)
    for section, domain in tomllib.loads(path.read_text("utf-8")).items():
        for concept, words in domain.items():
            sections[concept] = section
            for word in words:
                exact[fold(word)].add(concept)
                entry = tuple(_stem(part, language) for part in fold(word).split())
                found.setdefault(entry[0], {})[entry, concept] = None
    words = {first: tuple(sorted(each, key=lambda e: (-len(e[0]), e))) for first, each in found.items()}
    return Concepts(language, words, {word: frozenset(each) for word, each in exact.items()}, sections)


@lru_cache(maxsize=200_000)
def _stem(word: str, language: str) -> str:
    snowball = stemmer(language)
    return word if snowball is None else str(snowball.stemWord(word))
