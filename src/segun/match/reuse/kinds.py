"""What kind of passage two reports share: words taken over, a common document quoted by both, or boilerplate.

Only words taken over tell that a report has something from another. Both may quote the same speech, close with the
outlet's standing lines, or explain with a sentence that everybody uses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import replace

from segun.match.records import Passage, PassageKind
from segun.match.reuse.passages import LEAST, Reuse
from segun.match.told import Told
from segun.model import Span

_MOSTLY = 0.8
"""Share of a passage that must stand within quotations, or in the last lines, to be of that kind."""
_HALF = 0.5
"""Share that stands within quotations from which the rest must be a passage by itself to count."""
_BRIEF = 0.25
"""Share of the later report below which a single passage may be a sentence that everybody uses."""
_OUTLETS = 3
"""Outlets whose reports have a sentence in common, and with each other nothing else, from which it is everybody's."""

Pairs = Mapping[tuple[str, str], Reuse]


def told_apart(found: Pairs, reports: Mapping[str, Told]) -> dict[tuple[str, str], Reuse]:
    """Return what pairs of reports share, each passage with its kind; shares count what was taken over alone.

    Args:
        found: by the keys of the earlier and the later report.
        reports: all of them, by key.
    """
    everybody = _everybody(found, reports)
    result = {}
    for pair, reuse in found.items():
        a, b = reports[pair[0]], reports[pair[1]]
        kinds: list[PassageKind] = [
            "boilerplate" if pair in everybody else _kind(each, a, b) for each in reuse.passages
        ]
        if set(kinds) == {"taken"}:
            result[pair] = reuse
            continue
        passages = tuple(replace(each, kind=kind) for each, kind in zip(reuse.passages, kinds, strict=True))
        total = sum(_same(each, b) for each in passages)
        kept = sum(_same(each, b) for each in passages if each.kind == "taken") / total if total else 0.0
        result[pair] = replace(reuse, a_share=reuse.a_share * kept, b_share=reuse.b_share * kept, passages=passages)
    return result


def _same(passage: Passage, told: Told) -> float:
    return passage.same * len(told.within(passage.b))


def _kind(passage: Passage, a: Told, b: Told) -> PassageKind:
    quoted = min(_within(passage.a, a.marked), _within(passage.b, b.marked))
    if quoted >= _MOSTLY or (quoted >= _HALF and _outside(passage.b, b) < LEAST):
        return "quoted"
    ends = min(_within(passage.a, [a.last_line]), _within(passage.b, [b.last_line]))
    if a.outlet_form is not None and a.outlet_form == b.outlet_form and ends >= _MOSTLY:
        return "boilerplate"
    return "taken"


def _outside(span: Span, told: Told) -> int:
    """Return how many words of a stretch stand outside quotations."""
    return sum(not any(each.holds(told.spans[at]) for each in told.marked) for at in told.within(span))


def _within(span: Span, others: list[Span]) -> float:
    inside = sum(max(0, min(span.end, each.end) - max(span.start, each.start)) for each in others)
    return inside / (span.end - span.start)


def _everybody(found: Pairs, reports: Mapping[str, Told]) -> set[tuple[str, str]]:
    """Return the pairs that share nothing but a sentence that several outlets use."""
    brief = {
        pair: reuse.passages[0]
        for pair, reuse in found.items()
        if len(reuse.passages) == 1 and reuse.b_share < _BRIEF and reuse.a_share < _BRIEF
    }
    users: dict[str, list[tuple[Span, tuple[str, str]]]] = defaultdict(list)
    for pair, passage in sorted(brief.items()):
        users[pair[0]].append((passage.a, pair))
        users[pair[1]].append((passage.b, pair))
    wanted = set()
    for key, several in users.items():
        for span, pair in several:
            same = [other for where, other in several if _within(span, [where]) >= _MOSTLY]
            outlets = {reports[each].outlet_form for each in (key, *(end for other in same for end in other))}
            if len(outlets - {None}) >= _OUTLETS:
                wanted.add(pair)
    return wanted
