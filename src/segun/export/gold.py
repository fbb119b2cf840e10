"""Gold: what people decided of a report's claims, in the shape that ``segun evaluate`` and ``segun train`` read.

One JSON object a line: ``id``, ``text``, ``language``, ``published``, ``claims``. A claim that nobody decided on stands
in it with optional relays, so that finding it costs nothing and missing it neither; a rejected one is not in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TextIO

from segun.export.jsonl import json_line
from segun.export.shared import keyed
from segun.model import Analysis, Claim, Decision, Spans
from segun.tongue import marked

DROPS = marked("Reports whose claims nobody decided on; times, places, quantities; who decided what, and why.")
BINARY = False
_DECIDED = frozenset({"accept", "correct", "add", "reject"})


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give a function that writes one analysis as a line to ``out``, if anything was decided on its claims."""

    def write(analysis: Analysis, decisions: Sequence[Decision] = ()) -> None:
        made = [each for each in decisions if each.kind in _DECIDED and not each.undone]
        if made:
            out.write(json_line(_gold(analysis, made)) + "\n")

    yield write


def _gold(analysis: Analysis, decisions: Sequence[Decision]) -> dict[str, Any]:
    targets = {str((each.body or {}).get("claim", each.target)) for each in decisions}
    corrected = {_spans(each.body["spans"]) for each in decisions if each.body and each.body.get("spans")}
    report = analysis.report
    claims = [
        _claim(claim, decided=key in targets or claim.spans in corrected)
        for key, claim in keyed(analysis, decisions)
        if claim.relays or key in targets
    ]
    return {
        "id": report.key,
        "text": report.text,
        "language": report.language,
        "published": report.published,
        "claims": claims,
    }


def _claim(claim: Claim, *, decided: bool) -> dict[str, Any]:
    relays = [
        {
            "source_spans": _pairs(relay.source_spans),
            "cue_spans": _pairs(relay.cue_spans),
            "how": relay.how,
            **({} if decided else {"optional": True}),
        }
        for relay in claim.relays
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
