"""How a language writes numbers, read from its ``numbers.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from segun.lang.folding import fold
from segun.lang.lexicon import Runs, indexed


@dataclass(frozen=True, slots=True, eq=False)
class Numerals:
    """A language's numerals, what may stand around them, and what makes them count nothing."""

    words: Mapping[str, float]
    """*dos* 2, *twenty* 20."""
    multipliers: Mapping[str, float]
    """*millones* 1e6."""
    abbreviations: Mapping[str, float]
    """*bn* 1e9, after a figure."""
    money: Mapping[str, float]
    """*m* 1e6, after a figure with a currency's sign."""
    decimal: str
    articles: frozenset[str]
    """Numerals that are mostly articles."""
    one: frozenset[str]
    """Words that stand for one before a multiplier and nowhere else: *a million*."""
    beginnings: frozenset[str]
    """All words with which a numeral may begin."""
    joins: frozenset[str]
    """Words between the parts of one numeral."""
    joins_after: Literal["tens", "multipliers"]
    half_after: Runs
    """*dos millones y medio*."""
    half_before: Runs
    """*half a million*."""
    of: frozenset[str]
    """What may stand between number and unit: *millones de dólares*."""
    partitive: Runs
    """*tres de los heridos*."""
    percent: frozenset[str]
    percents: Runs
    square: frozenset[str]
    """Adjectives that belong to a unit of measure."""
    measures: tuple[str, ...]
    """Abbreviated units, as they are written, longest first."""
    measure_words: frozenset[str]
    """Units that a hyphen may tie to their number: *a 10-mile walk*."""
    approximate: Runs
    approximate_after: Runs
    between: frozenset[str]
    joiners: frozenset[str]
    """Between the ends of a range."""
    between_joiners: frozenset[str]
    """The same, where :attr:`between` opens the range."""
    not_counted: frozenset[str]
    """Nouns after which a number names and does not count: *artículo 51*."""
    months: frozenset[str]
    durations: frozenset[str]
    """Units of time: *three hours* is a time, not a quantity."""
    fractions: frozenset[str]
    ratios: Runs
    ratios_of_one: Runs
    clock_before: frozenset[str]
    clock_after: Runs
    date_determiners: frozenset[str]
    years_before_nouns: bool
    """Whether a year stands before the noun that it dates: *the 2019 elections*."""


def read_numerals(data: Mapping[str, Any]) -> Numerals:
    """Build the record from the table.

    Raises:
        KeyError: the table lacks what every language must have.
    """
    return Numerals(
        words=data["words"],
        multipliers=data["multipliers"],
        abbreviations=data["abbreviations"],
        money=data["money-abbreviations"],
        decimal=data["decimal"],
        articles=frozenset(data["articles"]),
        one=frozenset(data["one"]),
        beginnings=frozenset({*data["words"], *data["one"], *runs(data["half-before"])}),
        joins=frozenset(data["joins"]),
        joins_after=data["joins-after"],
        half_after=runs(data["half-after"]),
        half_before=runs(data["half-before"]),
        of=frozenset(data["of"]),
        partitive=runs(data["partitive"]),
        percent=frozenset(data["percent"]),
        percents=runs(data["percent"]),
        square=frozenset(data["square"]),
        measures=tuple(sorted(data["measures"], key=len, reverse=True)),
        measure_words=frozenset(data["measure-words"]),
        approximate=runs(data["approximate"]),
        approximate_after=runs(data["approximate-after"]),
        between=frozenset(data["between"]),
        joiners=frozenset(data["range-joiners"]),
        between_joiners=frozenset(data["between-joiners"]),
        not_counted=frozenset(data["not-counted"]),
        months=frozenset(data["months"]),
        durations=frozenset(data["durations"]),
        fractions=frozenset(data["fractions"]),
        ratios=runs(data["ratios"]),
        ratios_of_one=runs(data["ratios-of-one"]),
        clock_before=frozenset(data["clock-before"]),
        clock_after=runs(data["clock-after"]),
        date_determiners=frozenset(data["date-determiners"]),
        years_before_nouns=data["years-before-nouns"],
    )


def runs(entries: Iterable[str]) -> Runs:
    """Return wordings, folded, as word sequences by their first word, longest first."""
    return indexed(tuple(fold(entry).split()) for entry in entries)
