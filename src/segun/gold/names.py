"""Whether a relay names the source that the gold names: by the words there, or by a name of the source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from segun import lang
from segun.gold.records import GoldClaim, GoldRelay
from segun.lang.folding import fold
from segun.model import Analysis, Relay, Spans, wording

_TOKEN = re.compile(r"\w+(?:['’]\w+)?")
_ALIASES = 5
"""Aliases of a source that are looked at."""
_LONGEST = 25
"""Words of a name; what has more is none."""
_NEAR = 0.3
"""Share of words in common from which two spans name the same."""


def tokens(text: str, spans: Spans) -> frozenset[int]:
    """Return where the words within some spans begin, a leading conjunction (*que*) left out."""
    found = sorted(
        (match.start(), match.group()) for span in spans for match in _TOKEN.finditer(text, span.start, span.end)
    )
    if found and found[0][1].lower() in _leading():
        found = found[1:]
    return frozenset(start for start, _ in found)


@cache
def _leading() -> frozenset[str]:
    """Return the conjunctions that may open a content in any language."""
    return frozenset().union(*(lang.goldwords(each).leading for each in lang.supported()))


@cache
def _small() -> frozenset[str]:
    """Return the words that tell no two names apart in any language: a name may come from another one."""
    return frozenset().union(*(lang.goldwords(each).small for each in lang.supported()))


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Return the share of words that two contents have in common, 0 to 1 (Dice; the F1 of one against the other)."""
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


def right_source(analysis: Analysis, relay: Relay, gold: GoldRelay) -> bool:
    """Whether a relay's source is the gold's."""
    if not gold.source:
        return not relay.source_spans and relay.source is None
    text = analysis.report.text
    here, there = tokens(text, relay.source_spans), tokens(text, gold.source)
    if here and (dice(here, there) >= _NEAR or here <= there):
        return True
    wanted = _bag(wording(text, gold.source, " "))
    return bool(wanted) and any(_same_name(wanted, name) for name in _names(analysis, relay))


def right_chain(analysis: Analysis, relays: Sequence[Relay], gold: Sequence[GoldRelay]) -> bool:
    """Whether the whole chain of sources is the gold's, outermost first; optional ones may be absent."""
    at = 0
    for each in gold:
        if at < len(relays) and right_source(analysis, relays[at], each):
            at += 1
        elif not each.optional:
            return False
    return at == len(relays)


def right_innermost(analysis: Analysis, relays: Sequence[Relay], gold: GoldClaim) -> bool:
    """Whether the innermost source is the gold's; where that is optional, the one before it or another optional one."""
    needed = gold.needed
    if needed and needed[-1] is gold.relays[-1]:
        wanted = [gold.relays[-1]]
    else:
        wanted = [*needed[-1:], *(each for each in gold.relays if each.optional)]
    return any(right_source(analysis, relays[-1], each) for each in wanted)


def touching(relay: Relay, gold: GoldRelay) -> bool:
    """Whether the words that name the source share a character with the gold's, or neither has any."""
    if not relay.source_spans and not gold.source:
        return True
    return any(a.touches(b) for a in relay.source_spans for b in gold.source)


def _names(analysis: Analysis, relay: Relay) -> list[frozenset[str]]:
    names = [wording(analysis.report.text, relay.source_spans, " ")]
    if relay.source is not None:
        source = analysis.source(relay.source)
        names += [source.name, *source.aliases[:_ALIASES]]
    return [words for words in map(_bag, names) if 0 < len(words) <= _LONGEST]


@lru_cache(maxsize=10_000)
def _bag(name: str) -> frozenset[str]:
    return frozenset(fold(match.group()) for match in _TOKEN.finditer(name)) - _small()


def _same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names have half the words of the shorter one in common and are not of wholly different length."""
    both = len(one & other)
    return both > 0 and both >= 0.5 * min(len(one), len(other)) and 2 * both / (len(one) + len(other)) >= 0.15
