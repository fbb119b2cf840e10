"""The records of a ledger as the API answers them: the schema of each, and what makes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, get_args

from segun.ledger.records import Found, StoredReport, StoredSource
from segun.ledger.selection import Review
from segun.model import Decision, DecisionKind, Factuality, How, Quotation, SourceKind, SpeechAct
from segun.serve.api.schemas import Schema, answered, choice, listed, named, number, or_null, truth, whole, words
from segun.serve.importing import Job

SCHEMAS: Mapping[str, Schema] = {
    "Error": answered(
        "What failed, and what to do.",
        error=answered(status=whole("The status of HTTP."), problem=words("What is wrong."), remedy=words()),
    ),
    "Decision": answered(
        "What somebody decided; nothing is ever overwritten.",
        number=whole("Its place in the chain, from 1.", least=1),
        id=words("SHA-256 over the one before it and itself."),
        kind=choice(get_args(DecisionKind)),
        target=words("The key of a claim or source, the id of a report, or the number of a decision."),
        body=or_null({"type": "object", "description": "What it sets; null once forgotten."}),
        by=words(),
        at=words("ISO 8601, UTC."),
        why=or_null(words()),
        undone=truth("Whether a later decision undid it."),
    ),
    "Claim": answered(
        "A claim as one report carries it.",
        key=words(),
        report=words("The report's key."),
        outlet=or_null(words()),
        published=or_null(words("ISO 8601.")),
        language=or_null(words("BCP 47.")),
        content=words("What is claimed, in the report's words."),
        relays=listed(
            answered(
                source=or_null(words("The source's key; null where nobody is named.")),
                name=or_null(words()),
                cue=words(),
                how=choice(get_args(How)),
            ),
            "From the one nearest to the reader to the one who asserts it; none where the report itself does.",
        ),
        factuality=choice(get_args(Factuality)),
        speech_act=choice(get_args(SpeechAct)),
        quotation=choice(get_args(Quotation)),
        confidence=number("That the claim was read rightly, not that it is true.", least=0, most=1),
        review=choice(get_args(Review)),
        condition=or_null(words()),
        headline=truth(),
        times=listed(words("A TIMEX3 value, or the words where there is none.")),
        places=listed(words()),
        carried=or_null(whole("Reports that carry what it says, by the last trace.")),
        origins=or_null(whole("Its independent origins, by the last trace.")),
    ),
    "Report": answered(
        "A report without its text.",
        key=words(),
        report_id=words(),
        text_id=words(),
        place=or_null(words("Where it was read.")),
        version=whole("Counted from 1 among the reports of its place.", least=1),
        outlet=or_null(words()),
        published=or_null(words("ISO 8601.")),
        title=or_null(words()),
        language=or_null(words("BCP 47.")),
        added=words("ISO 8601, UTC."),
        claims=whole(),
        sightings=whole("How often it was met."),
    ),
    "Source": answered(
        "A source across reports.",
        key=words(),
        name=words(),
        kind=choice(get_args(SourceKind)),
        names=listed(words(), "Every name that reports give it."),
        claims=whole("That it asserts."),
        relayed=whole("That it relays."),
        reports=whole(),
        grade=or_null(words("Its Admiralty grade, A to F.")),
        stands_for=or_null(words("The state that speaks where it is named so, ISO 3166-1 alpha-2.")),
    ),
    "Import": answered(
        "A report on its way into the ledger.",
        id=words(),
        by=words(),
        state=choice(("waiting", "working", "done", "failed")),
        read=whole("Reports that were read so far."),
        problem=words("Why it failed; empty where it did not."),
        counts={"type": "object", "description": "What became of its reports.", "additionalProperties": True},
    ),
    "Conflict": answered(
        "Others decided on the same meanwhile; nothing was written.",
        error=answered(status=whole(), problem=words(), remedy=words()),
        decisions=listed(named("Decision"), "Theirs."),
    ),
}


def some(name: str) -> Schema:
    """Return the schema of a stretch of a list, with how many items there are in all."""
    return answered(items=listed(named(name)), total=whole("Items in all."))


def claim(found: Found) -> dict[str, Any]:
    """Return a claim."""
    return _without_row(asdict(found))


def report(found: StoredReport) -> dict[str, Any]:
    """Return a report without its text."""
    return _without_row(asdict(found))


def source(found: StoredSource) -> dict[str, Any]:
    """Return a source."""
    return _without_row(asdict(found))


def decision(taken: Decision) -> dict[str, Any]:
    """Return a decision."""
    return asdict(taken)


def decisions(taken: Iterable[Decision]) -> list[dict[str, Any]]:
    """Return decisions."""
    return [decision(each) for each in taken]


def job(found: Job) -> dict[str, Any]:
    """Return an import."""
    counts = {name: value for name, value in asdict(found.summary).items() if isinstance(value, int | str | list)}
    return {
        "id": found.id,
        "by": found.by,
        "state": found.state,
        "read": found.met,
        "problem": found.problem,
        "counts": counts,
    }


def _without_row(found: dict[str, Any]) -> dict[str, Any]:
    del found["row"]
    return found
