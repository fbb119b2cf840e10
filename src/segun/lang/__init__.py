"""What is particular to a language, as data: one folder of TOML files for each. No code knows a language by name."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from segun.lang.goldwords import GoldWords, read_goldwords
from segun.lang.lexicon import Grammar, read_grammar
from segun.lang.matchwords import NONE, MatchWords, read_matchwords
from segun.lang.numbers import Numerals, read_numerals
from segun.lang.placewords import PlaceWords, read_placewords
from segun.lang.process import Process, read_process
from segun.lang.timewords import TimeWords, read_timewords


@cache
def supported() -> tuple[str, ...]:
    """Return the codes of the languages that have a folder here, in alphabetical order."""
    return tuple(
        sorted(entry.name for entry in resources.files(__name__).iterdir() if entry.joinpath("cues.toml").is_file())
    )


def table(language: str, name: str) -> dict[str, Any]:
    """Return one of a language's TOML files.

    Raises:
        FileNotFoundError: the language has no such file.
    """
    return tomllib.loads(resources.files(__name__).joinpath(language, f"{name}.toml").read_text("utf-8"))


@cache
def name(language: str) -> str:
    """Return what the language is called in English."""
    return str(table(language, "grammar")["name"])


@cache
def stemmer(language: str) -> Any | None:
    """Return the Snowball stemmer of a language, ``None`` for one without data or without a stemmer."""
    algorithm = table(language, "grammar").get("snowball") if language in supported() else None
    if not algorithm:
        return None
    import snowballstemmer

    return snowballstemmer.stemmer(algorithm)


@cache
def grammar(language: str) -> Grammar:
    """Return a language's lexicon and closed classes, read once."""
    return read_grammar(table(language, "grammar"), table(language, "cues"), table(language, "inflection"))


@cache
def numerals(language: str) -> Numerals:
    """Return how a language writes numbers, read once."""
    return read_numerals(table(language, "numbers"))


@cache
def timewords(language: str) -> TimeWords:
    """Return how a language names times, read once."""
    return read_timewords(table(language, "times"), numerals(language).words)


@cache
def placewords(language: str) -> PlaceWords:
    """Return how a language names places, read once."""
    return read_placewords(table(language, "places"))


@cache
def process(language: str) -> Process:
    """Return how a language tells stages, their order and what is owed, read once."""
    return read_process(table(language, "process"))


@cache
def goldwords(language: str) -> GoldWords:
    """Return what evaluating needs of a language, read once."""
    return read_goldwords(table(language, "gold"))


@cache
def matchwords(language: str) -> MatchWords:
    """Return what the comparison of statements needs of a language, read once; nothing for one without data."""
    known = language in supported() and resources.files(__name__).joinpath(language, "matching.toml").is_file()
    return read_matchwords(table(language, "matching")) if known else NONE


_EVERYDAY = 4.0
"""Zipf frequency from which a word is an everyday one: once in a hundred thousand words."""


@lru_cache(maxsize=20_000)
def everyday(word: str, language: str) -> bool:
    """Whether a word is an everyday one of the language, by wordfreq's counts; case does not matter."""
    import wordfreq

    return bool(wordfreq.zipf_frequency(word, language) >= _EVERYDAY)


@lru_cache(maxsize=20_000)
def written(word: str, language: str) -> bool:
    """Whether a word is known to be written in the language, however seldom; case does not matter."""
    import wordfreq

    return bool(wordfreq.zipf_frequency(word, language) > 0)
