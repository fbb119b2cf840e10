"""Gold: what people decided of a report's claims, in the shape that ``segun evaluate`` and ``segun train`` read.

One JSON object a line: ``id``, ``text``, ``language``, ``published``, ``claims``. A claim that nobody decided on stands
in it with optional relays, so that finding it costs nothing and missing it neither. So does one whose source the text
does not name by the words that a reviewer gave it: no words would say that nobody is named. ``left_out`` lists its key.
The words of a rejected attribution are the report's own, unless somebody else is said to say them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from segun.export.jsonl import json_line
from segun.export.shared import keyed
from segun.model import Analysis, Claim, Decision, Relay, Span, Spans
from segun.tongue import marked

DROPS = marked("Reports whose claims nobody decided on; times, places, quantities; who decided what, and why.")
BINARY = False
_DECIDED = frozenset({"accept", "correct", "add", "reject"})
_SETTING_SPANS = frozenset({"correct", "add"})


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., Sequence[str]]]:
    """Give a function that writes one analysis as a line to ``out``, if anything was decided on its claims.

    It returns the keys of the claims that somebody decided on and that count neither way all the same.
    """

    def write(analysis: Analysis, decisions: Sequence[Decision] = ()) -> Sequence[str]:
        made = [each for each in decisions if each.kind in _DECIDED and not each.undone]
        if not made:
            return ()
        gold = _gold(analysis, made)
        out.write(json_line(gold) + "\n")
        return tuple(gold.get("left_out", ()))

    yield write


def _gold(analysis: Analysis, decisions: Sequence[Decision]) -> dict[str, Any]:
    targets = {str((each.body or {}).get("claim", each.target)) for each in decisions}
    set_spans = [each.body for each in decisions if each.kind in _SETTING_SPANS and each.body]
    corrected = {_spans(body["spans"]) for body in set_spans if body.get("spans")}
    report = analysis.report
    claims, left_out, present = [], [], set()
    for key, claim in keyed(analysis, decisions):
        present.add(key)
        decided = key in targets or claim.spans in corrected
        if not claim.relays and not decided:
            continue
        sources = [_named_by(analysis, claim, relay) for relay in claim.relays]
        if decided and None in sources:
            left_out.append(key)
        claims.append(_claim(claim, [each or () for each in sources], decided=decided and None not in sources))
    said = [span for claim in analysis.claims if claim.relays for span in claim.spans]
    own = [spans for spans in _own_voice(decisions, present) if not any(a.touches(b) for a in spans for b in said)]
    return {
        "id": report.key,
        "text": report.text,
        "language": report.language,
        "published": report.published,
        "claims": [*claims, *({"spans": _pairs(spans), "relays": []} for spans in own)],
        **({"left_out": left_out} if left_out else {}),
    }


def _own_voice(decisions: Sequence[Decision], present: set[str]) -> list[Spans]:
    """Return the words of each attribution that was rejected and is not there again."""
    found: Mapping[str, Any] = {
        each.target: each.body.get("own_voice")
        for each in decisions
        if each.kind == "reject" and each.target not in present and each.body
    }
    return list(dict.fromkeys(tuple(Span(*pair) for pair in pairs) for pairs in found.values() if pairs))


def _named_by(analysis: Analysis, claim: Claim, relay: Relay) -> Spans | None:
    """Return the words that name a relay's source, where a pronoun or nothing does the nearest mention before it.

    Returns:
        Nothing where nobody is named, ``None`` where somebody is whom the text does not name.
    """
    if relay.source is None:
        return relay.source_spans
    source = analysis.source(relay.source)
    if any(span.touches(each) for span in relay.source_spans for each in source.mentions):
        return relay.source_spans
    here = min(relay.source_spans or relay.cue_spans or claim.spans).start
    before = [each for each in source.mentions if each.end <= here]
    nearest = max(before, key=lambda each: each.end) if before else min(source.mentions, default=None)
    if nearest is not None:
        return (nearest,)
    return relay.source_spans or (() if source.kind == "unnamed" else None)


def _claim(claim: Claim, sources: Sequence[Spans], *, decided: bool) -> dict[str, Any]:
    relays = [
        {
            "source_spans": _pairs(named_by),
            "cue_spans": _pairs(relay.cue_spans),
            "how": relay.how,
            **({} if decided else {"optional": True}),
        }
        for relay, named_by in zip(claim.relays, sources, strict=True)
    ]
    return {
        "spans": _pairs(claim.spans),
        "relays": relays,
        "factuality": claim.factuality,
        "quotation": claim.quotation,
        "speech_act": claim.speech_act,
    }


def _pairs(spans: Spans) -> list[list[int]]:
    return [list(span) for span in spans]


def _spans(pairs: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in pairs)
