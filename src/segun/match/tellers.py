"""The sources that the reports of a group name beside its statement, found again where others only mention them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from segun.match.statements import Said
from segun.match.who import COMPANIES, HOUSES
from segun.model import Span

_APART = re.compile(r"[.!?…][\"»”']?\s|\n")
"""What stands between sentences."""


_STATE = frozenset({"authorities", "government"})
"""Concepts that may mean any office of a state."""
_OF_STATE = frozenset({"foreign_ministry", "governor", "general_staff", "president", "prime_minister"})


@dataclass(frozen=True, slots=True)
class Teller:
    """A source that a report names beside a statement, or that publishes it."""

    report: str
    names: frozenset[str]
    """Its proper names, folded."""
    offices: frozenset[str]
    """The institutions that it is."""
    source: str
    """Its identity."""

    @property
    def told_by_name(self) -> bool:
        """Whether its proper names are its own, and not those of the place whose office it is."""
        return bool(self.names) and self.offices <= COMPANIES


def mentioned(said: Said, sentence: str, tellers: Iterable[Teller]) -> str | None:
    """Return the source that another report of the group names and that a statement's own sentence names too.

    Args:
        said: it.
        sentence: its sentence, as names are compared.
        tellers: those of its group.
    """
    words = {*sentence.split()}
    others = [each for each in tellers if each.report != said.report]
    named = next((each.source for each in others if each.told_by_name and each.names <= words), None)
    if named is not None or not any(each.offices for each in others):
        return named
    inside = said.told.sentence_of(said.spans[0])
    offices = {concept for _, _, concept in said.told.meant(inside)} & HOUSES
    same = {each.source for each in others if any(of_kind(own, one) for own in each.offices for one in offices)}
    return same.pop() if len(same) == 1 else None


def of_kind(office: str, general: str) -> bool:
    """Whether an office is the general one, or one of its kind: a ministry of defence is a ministry."""
    if general in _STATE:
        return office in _STATE or office.startswith("ministry") or office in _OF_STATE
    return office == general or office.startswith(f"{general}_") or office.endswith(f"_{general}")


def beside(said: Said) -> bool:
    """Whether a statement's innermost source is named in its own sentence."""
    spans = said.claim.relays[-1].source_spans if said.claim.relays else ()
    inside = (*said.spans, *said.claim.spans)
    return any(not _APART.search(said.told.text, *_between(each, part)) for each in spans for part in inside)


def _between(a: Span, b: Span) -> tuple[int, int]:
    """Return where what stands between two stretches begins and ends."""
    first, second = sorted((a, b))
    return first.end, max(first.end, second.start)
