"""How a language names times, read from its ``times.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from segun.lang.folding import fold

Value = str | int | float


@dataclass(frozen=True, slots=True)
class TimeRule:
    """One or more wordings that the same function makes a time of. See the head of ``es/times.toml``."""

    make: str
    """The function that gives the value, by its name in ``anchor.time``."""
    wordings: tuple[str, ...]
    options: Mapping[str, Any]
    """What the function is told beside the words."""


@dataclass(frozen=True, slots=True)
class TimeWords:
    """What is particular to a language about times."""

    classes: Mapping[str, Mapping[str, Value]]
    """Classes of words by name; each word, folded, with its value. A word may have several parts: *fin de semana*."""
    weak: frozenset[str]
    """Classes whose words make no time by themselves."""
    rules: tuple[TimeRule, ...]
    macros: Mapping[str, str]
    """Parts of wordings that many rules share."""
    ordinal_endings: tuple[str, ...]
    """What makes an ordinal of figures: *1st*, *1.º*."""
    day_first: bool
    """Whether 3/5 is the third of May."""
    capital: frozenset[str]
    """Words that name a time only with a capital: *March*, not *march*."""
    names: frozenset[str]
    """Words that are a name's part where another capital stands next to them: *Julio Lima*."""
    joiners: frozenset[str]
    """What joins the words of a number: *treinta y dos*, *twenty-two*."""
    past: frozenset[str]
    """Words, and endings behind ``-``, that tell that the sentence is about the past."""
    future: frozenset[str]
    not_future: frozenset[str]
    """Words that have such an ending and are no verbs."""


def read_timewords(data: Mapping[str, Any], numbers: Mapping[str, float]) -> TimeWords:
    """Build the record of a language.

    Args:
        data: the content of its ``times.toml``.
        numbers: its words for numbers.

    Raises:
        KeyError: the table lacks what every language must have.
    """
    classes = {name: {fold(word): value for word, value in words.items()} for name, words in data["classes"].items()}
    classes["number"] = {**{fold(word): value for word, value in numbers.items()}, **classes.get("number", {})}
    shared = {"make", "wordings"}
    return TimeWords(
        classes=classes,
        weak=frozenset((*data["weak"], "number")),
        rules=tuple(
            TimeRule(
                make=rule["make"],
                wordings=tuple(map(fold, rule["wordings"])),
                options={name: value for name, value in rule.items() if name not in shared},
            )
            for rule in data["rules"]
        ),
        macros={name: fold(wording) for name, wording in data["macros"].items()},
        ordinal_endings=tuple(map(fold, data["ordinal-endings"])),
        day_first=data["day-first"],
        capital=frozenset(map(fold, data["capital"])),
        names=frozenset(map(fold, data["names"])),
        joiners=frozenset(map(fold, data["joiners"])),
        past=frozenset(map(fold, data["tense"]["past"])),
        future=frozenset(map(fold, data["tense"]["future"])),
        not_future=frozenset(map(fold, data["tense"]["not-future"])),
    )
