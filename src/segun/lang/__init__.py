"""What is particular to a language, as data: one folder of TOML files for each. No code knows a language by name."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from segun.lang.lexicon import Grammar, Numerals, read_grammar


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


def name(language: str) -> str:
    """Return what the language is called in English."""
    return str(table(language, "grammar")["name"])


@cache
def grammar(language: str) -> Grammar:
    """Return a language's lexicon and closed classes, read once."""
    return read_grammar(table(language, "grammar"), table(language, "cues"), table(language, "inflection"))


@cache
def numerals(language: str) -> Numerals:
    """Return how a language writes numbers, read once."""
    data = table(language, "numbers")
    return Numerals(
        words=data["words"],
        multipliers=data["multipliers"],
        decimal=data["decimal"],
        of=frozenset(data["of"]),
        not_counted=frozenset(data["not-counted"]),
        months=frozenset(data["months"]),
        percent=frozenset(data["percent"]),
        durations=frozenset(data["durations"]),
        articles=frozenset(data["articles"]),
    )
