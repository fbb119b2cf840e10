"""Corrections that take several decisions: a claim divided in two, claims joined into one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.ledger.reviewing import Wanted
from segun.model import Analysis, Claim, Relay, Span, Spans


def dividing(analysis: Analysis, keys: Mapping[str, str], key: str, at: int, report: str) -> list[Wanted]:
    """Return the decisions that leave a claim what it says before a point, and make a claim of the rest.

    Args:
        analysis: the report's, after decisions.
        keys: every claim's key by its id.
        key: the claim's.
        at: where the second one begins, in code points of the text.
        report: the report's key.

    Raises:
        NotInLedgerError: the report has no such claim.
        DecisionError: one of the two would be empty.
    """
    claim = _claim(analysis, keys, key)
    text = analysis.report.text
    first = _trimmed(text, (Span(span.start, min(span.end, at)) for span in claim.spans))
    second = _trimmed(text, (Span(max(span.start, at), span.end) for span in claim.spans))
    if not first or not second:
        raise DecisionError("The claim cannot be divided there.", "Choose a point between two of its words.")
    body = {
        "spans": second,
        "factuality": claim.factuality,
        "speech_act": claim.speech_act,
        "quotation": claim.quotation,
        "relays": [each for relay in claim.relays if (each := _relay(analysis, relay)) is not None],
    }
    return [("correct", key, {"spans": first}), ("add", report, body)]


def joining(analysis: Analysis, keys: Mapping[str, str], chosen: Sequence[str]) -> list[Wanted]:
    """Return the decisions that give the first of some claims the words of all, and reject the others.

    Args:
        analysis: the report's, after decisions.
        keys: every claim's key by its id.
        chosen: the claims' keys.

    Raises:
        NotInLedgerError: the report lacks one of them.
        DecisionError: they are not two or more.
    """
    claims = [_claim(analysis, keys, key) for key in dict.fromkeys(chosen)]
    if len(claims) < 2:
        raise DecisionError("One claim alone cannot be joined.", "Name two.")
    text = analysis.report.text
    spans: list[list[int]] = []
    for span in sorted(span for claim in claims for span in claim.spans):
        if spans and not text[spans[-1][1] : span.start].strip(" ,;:"):
            spans[-1][1] = max(spans[-1][1], span.end)
        else:
            spans.append([span.start, span.end])
    gone: list[Wanted] = [("reject", key, {}) for key in list(dict.fromkeys(chosen))[1:]]
    return [("correct", chosen[0], {"spans": spans}), *gone]


def _claim(analysis: Analysis, keys: Mapping[str, str], key: str) -> Claim:
    found = next((claim for claim in analysis.claims if keys.get(claim.id) == key), None)
    if found is None:
        raise NotInLedgerError(f"The report has no claim {key!r}.", "Load the page again.")
    return found


def _trimmed(text: str, spans: Any) -> list[list[int]]:
    """Return the spans that hold a word, without the white space around them."""
    found = []
    for span in spans:
        words = text[span.start : span.end] if span.start < span.end else ""
        if words.strip():
            start = span.start + len(words) - len(words.lstrip())
            found.append([start, start + len(words.strip())])
    return found


def _relay(analysis: Analysis, relay: Relay) -> dict[str, Any] | None:
    if relay.source is None:
        return None
    source = analysis.source(relay.source)
    return {
        "name": source.name,
        "kind": source.kind,
        "spans": _listed(relay.source_spans),
        "cue_spans": _listed(relay.cue_spans),
        "how": relay.how,
    }


def _listed(spans: Spans) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
