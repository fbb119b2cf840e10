"""How the tests of attribution write down what a careful reader expects, and how it is checked.

An expectation is one line for each claim: ``content ← outermost › … › innermost (how)``. ``…`` stands where a cue
interrupts the content; ``∅`` where nobody is named; ``(said)`` may be left out; ``report`` is the report's own voice,
whose other sentences need not be listed. White space and punctuation at the ends of a content do not count, nor does
the *to* of an infinitive.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

import pytest

import segun
from segun.model import Analysis, Claim, How, Relay, wording

EDGE = " \n.,;:¡!¿?…—–-\"“”«»‘’'"
NOBODY, OWN = "∅", "report"
HOW = tuple(f" ({how})" for how in get_args(How))


@dataclass(frozen=True)
class Case:
    """A text and its claims; ``fails`` names the class of error that the program still makes on it."""

    name: str
    language: str
    text: str
    claims: tuple[str, ...]
    fails: str = ""
    carry_on: str = "cautious"


def es(name: str, text: str, *claims: str, fails: str = "", carry_on: str = "cautious") -> Case:
    return Case(name, "es", text, claims, fails, carry_on)


def en(name: str, text: str, *claims: str, fails: str = "", carry_on: str = "cautious") -> Case:
    return Case(name, "en", text, claims, fails, carry_on)


def table(cases: Iterable[Case]) -> pytest.MarkDecorator:
    """Parametrise a test over the cases, those that still fail marked with their class."""
    return pytest.mark.parametrize(
        "case",
        [
            pytest.param(
                case,
                id=f"{case.language}: {case.name}",
                marks=[pytest.mark.xfail(strict=True, reason=case.fails)] if case.fails else [],
            )
            for case in cases
        ],
    )


def analysed(case: Case) -> Analysis:
    return segun.analyze(case.text, language=case.language, carry_on=case.carry_on)


def check(case: Case) -> None:
    """Compare what was found with what is expected, claim by claim."""
    analysis = analysed(case)
    expected = sorted(map(_normal, case.claims))
    listed = {line.partition(" ← ")[0] for line in expected if line.endswith(f" ← {OWN}")}
    found = sorted(
        line
        for claim in analysis.claims
        for line in [_line(analysis, claim, expected)]
        if claim.relays or line.partition(" ← ")[0] in listed
    )
    assert found == expected, "\n".join(["", "expected:", *expected, "found:", *found])


def _normal(line: str) -> str:
    content, _, chain = line.partition(" ← ")
    if chain != OWN and not chain.endswith(HOW):
        chain += " (said)"
    return f"{_bare(content)} ← {chain}"


def _bare(content: str) -> str:
    return " … ".join(part.strip(EDGE).removeprefix("to ") for part in content.split(" … "))


def _line(analysis: Analysis, claim: Claim, expected: list[str]) -> str:
    """Write a claim down; each source by the name that the expectation uses, if it is one of the source's."""
    content = _bare(wording(analysis.report.text, claim.spans))
    if not claim.relays:
        return f"{content} ← {OWN}"
    chains = [
        line.rpartition(" (")[0].partition(" ← ")[2].split(" › ")
        for line in expected
        if line.startswith(f"{content} ← ")
    ]
    wanted = {name for chain in chains for name in chain}
    chain = " › ".join(_called(analysis, relay, wanted) for relay in claim.relays)
    return f"{content} ← {chain} ({claim.relays[-1].how})"


def _called(analysis: Analysis, relay: Relay, wanted: set[str]) -> str:
    here = wording(analysis.report.text, relay.source_spans)
    names = {here}
    if relay.source is not None:
        source = analysis.source(relay.source)
        names |= {source.name, *source.aliases}
    return min(names & wanted, default=here) or NOBODY
