"""How a language tells stages, what came before what, and who owes what, read from its ``process.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from segun.lang.lexicon import Runs
from segun.lang.numbers import runs


@dataclass(frozen=True, slots=True, eq=False)
class Stages:
    """Words that tell the stages of a process in their order."""

    first: Runs
    then: Runs
    last: Runs
    passing: Runs
    """*pasando a*, *followed by*."""
    through: Runs
    """What makes no chain of stages alone: *pasando por*."""
    listing: Runs
    """Words that rank what is listed and tell no time: *en segundo lugar*."""
    punctuated: Runs
    """Words that open a stage only with a comma or colon after them: *second,*."""
    origins: frozenset[str]
    verb_origins: frozenset[str]
    """Origins only right after a verb: *pasaron de …*."""
    goals: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Connectives:
    """Words that say what came before what."""

    later: Runs
    """What the clause tells came after what the text told just before."""
    earlier: Runs
    after: Runs
    """What the clause that these open tells came before its main clause."""
    before: Runs
    when_done: Runs
    """Of those, what stands for an order only where the clause says that something is done."""
    done: frozenset[str]
    not_after: frozenset[str]
    not_before: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Duties:
    """Words that say who owes what."""

    modals: Runs
    supposition: frozenset[str]
    """What after a modal makes it a mere supposition: *debe de estar*."""
    bound: Runs
    """*obligado a*, *undertakes to*."""
    conditions: Runs
    creditors: frozenset[str]
    """Prepositions of whom something is owed to."""
    benefiting: frozenset[str]
    """Those that say so after any verb."""
    giving: frozenset[str]
    """Verbs whose object may be whom it is owed to."""
    acts: frozenset[str]
    """Speech acts that lay down what is owed."""
    other: frozenset[str]
    one_of: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Process:
    """All that a language's ``process.toml`` says."""

    stages: Stages
    order: Connectives
    duties: Duties


def read_process(data: Mapping[str, Any]) -> Process:
    """Build the record from the table.

    Raises:
        KeyError: the table lacks what every language must have.
    """
    stages, order, duties = data["stages"], data["order"], data["obligation"]
    return Process(
        Stages(
            first=runs(stages["first"]),
            then=runs(stages["then"]),
            last=runs(stages["last"]),
            passing=runs(stages["passing"]),
            through=runs(stages["through"]),
            listing=runs(stages["listing"]),
            punctuated=runs(stages["punctuated"]),
            origins=frozenset(stages["origins"]),
            verb_origins=frozenset(stages["verb-origins"]),
            goals=frozenset(stages["goals"]),
            not_after=frozenset(stages["not-after"]),
            not_before=frozenset(stages["not-before"]),
        ),
        Connectives(
            later=runs(order["later"]),
            earlier=runs(order["earlier"]),
            after=runs(order["after"]),
            before=runs(order["before"]),
            when_done=runs(order["when-done"]),
            done=frozenset(order["done"]),
            not_after=frozenset(order["not-after"]),
            not_before=frozenset(order["not-before"]),
        ),
        Duties(
            modals=runs(duties["modals"]),
            supposition=frozenset(duties["supposition"]),
            bound=runs(duties["bound"]),
            conditions=runs(duties["conditions"]),
            creditors=frozenset(duties["creditors"]),
            benefiting=frozenset(duties["benefiting"]),
            giving=frozenset(duties["giving"]),
            acts=frozenset(duties["acts"]),
            other=frozenset(duties["other"]),
            one_of=frozenset(duties["one-of"]),
        ),
    )
