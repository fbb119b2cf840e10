"""What kind of passage two reports share: words taken over, a common document quoted by both, or boilerplate.

Only words taken over tell that a report has something from another. Both may quote the same speech, close with the
outlet's standing lines, or explain with a sentence that everybody uses.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
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


def told_apart(
    found: Pairs, reports: Mapping[str, Told], standing: Mapping[str, Sequence[Span]] | None = None
) -> dict[tuple[str, str], Reuse]:
    """Return what pairs of reports share, each passage with its kind; shares count what was taken over alone.

    A passage that runs into standing lines is parted there.

    Args:
        found: by the keys of the earlier and the later report.
        reports: all of them, by key.
        standing: where the standing lines of each report stand.
    """
    everybody = _everybody(found, reports)
    idle = standing or {}
    result = {}
    for pair, reuse in found.items():
        a, b = reports[pair[0]], reports[pair[1]]
        lines = idle.get(a.key, ()), idle.get(b.key, ())
        parted = [part for each in reuse.passages for part in _parted(each, (a, b), lines)]
        kinds: list[PassageKind] = [
            "boilerplate" if pair in everybody or _standing(each, lines) else _kind(each, a, b) for each in parted
        ]
        if set(kinds) == {"taken"} and len(parted) == len(reuse.passages):
            result[pair] = reuse
            continue
        passages = tuple(replace(each, kind=kind) for each, kind in zip(parted, kinds, strict=True))
        total = sum(_same(each, b) for each in reuse.passages)
        kept = sum(_same(each, b) for each in passages if each.kind == "taken") / total if total else 0.0
        result[pair] = replace(reuse, a_share=reuse.a_share * kept, b_share=reuse.b_share * kept, passages=passages)
    return result


def _same(passage: Passage, told: Told) -> float:
    return passage.same * len(told.within(passage.b))


def _standing(passage: Passage, lines: tuple[Sequence[Span], Sequence[Span]]) -> bool:
    """Whether a passage stands within standing lines of both."""
    return min(_within(passage.a, list(lines[0])), _within(passage.b, list(lines[1]))) >= _MOSTLY


def _parted(
    passage: Passage, told: tuple[Told, Told], lines: tuple[Sequence[Span], Sequence[Span]]
) -> Iterator[Passage]:
    """Yield a passage in its parts: what stands in standing lines of both, and what before and behind them.

    A part of only a few words is left out.
    """
    one, other = _reach(passage.a, lines[0]), _reach(passage.b, lines[1])
    if one is None or other is None:
        yield passage
        return
    parts = (
        (Span(passage.a.start, one.start), Span(passage.b.start, other.start)),
        (one, other),
        (Span(one.end, passage.a.end), Span(other.end, passage.b.end)),
    )
    for a, b in parts:
        if min(len(told[0].within(a)), len(told[1].within(b))) >= LEAST:
            yield replace(passage, a=a, b=b)


def _reach(span: Span, others: Sequence[Span]) -> Span | None:
    """Return the stretch of a passage from the first to the last of some spans in it."""
    inside = [each for each in others if each.touches(span)]
    if not inside:
        return None
    return Span(max(span.start, min(each.start for each in inside)), min(span.end, max(each.end for each in inside)))


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
