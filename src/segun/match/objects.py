"""A trace as JSON and back: what ``contract/trace.schema.json`` describes, and what the pages need beside it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from segun.match.records import Derivation, Group, Link, Loss, Member, Origin, Passage, Statement, Trace
from segun.model import Span

SCHEMA = 1


def to_object(trace: Trace) -> dict[str, Any]:
    """Return a trace as the contract's JSON."""
    return {
        "schema": SCHEMA,
        "groups": [group_object(group) for group in trace.groups],
        "derivations": [derivation_object(each) for each in trace.derivations],
        "links": [link_object(link) for link in trace.links],
        "headlines": [loss_object(loss) for loss in trace.headlines],
    }


def from_object(found: Mapping[str, Any]) -> Trace:
    """Return the trace that :func:`to_object` wrote.

    Raises:
        ValueError: an object of another schema.
    """
    if found.get("schema") != SCHEMA:
        raise ValueError(f"schema {found.get('schema')!r} instead of {SCHEMA}")
    return Trace(
        tuple(group_of(each) for each in found["groups"]),
        tuple(derivation_of(each) for each in found["derivations"]),
        tuple(link_of(each) for each in found["links"]),
        tuple(loss_of(each) for each in found.get("headlines", ())),
    )


def group_object(group: Group) -> dict[str, Any]:
    """Return one group."""
    return {
        "id": group.id,
        "members": [
            {
                **statement_object(each.statement),
                "origin": each.origin,
                "why": list(each.why),
                "weighed": list(each.weighed),
            }
            for each in group.members
        ],
        "origins": [
            {"source": each.source, "reports": list(each.reports), "first": each.first} for each in group.origins
        ],
        "independent_origins": group.independent_origins,
        "origin_unknown": list(group.origin_unknown),
        "circular": list(group.circular),
        "unestablished": [list(pair) for pair in group.unestablished],
        "sentence": group.sentence,
    }


def group_of(found: Mapping[str, Any]) -> Group:
    """Return the group of one object."""
    return Group(
        found["id"],
        tuple(
            Member(statement_of(each), each.get("origin"), tuple(each["why"]), tuple(each.get("weighed", ())))
            for each in found["members"]
        ),
        tuple(Origin(each["source"], tuple(each["reports"]), each.get("first")) for each in found["origins"]),
        found["independent_origins"],
        tuple(found["origin_unknown"]),
        found["sentence"],
        tuple((a, b) for a, b in found.get("unestablished", ())),
        tuple(found.get("circular", ())),
    )


def statement_object(statement: Statement) -> dict[str, Any]:
    """Return one statement."""
    return {
        "report": statement.report,
        "claim": statement.claim,
        "spans": [list(span) for span in statement.spans],
        "text": statement.text,
        "sources": list(statement.sources),
        "factuality": statement.factuality,
    }


def statement_of(found: Mapping[str, Any]) -> Statement:
    """Return the statement of one object."""
    spans = tuple(Span(start, end) for start, end in found["spans"])
    sources = tuple(found["sources"])
    return Statement(found["report"], found["claim"], spans, found["text"], sources, found["factuality"])


def derivation_object(each: Derivation) -> dict[str, Any]:
    """Return one derivation."""
    return {
        "report": each.report,
        "from": each.parent,
        "how": each.how,
        "direction": "known" if each.known else "unknown",
        "laundered": each.laundered,
        "circular": each.circular,
        "confidence": each.confidence,
        "evidence": list(each.evidence),
        "losses": [loss_object(loss) for loss in each.losses],
        "passages": [
            {
                "from": list(passage.a),
                "here": list(passage.b),
                "same": round(passage.same, 3),
                "kind": passage.kind,
            }
            for passage in each.passages
        ],
    }


def derivation_of(found: Mapping[str, Any]) -> Derivation:
    """Return the derivation of one object."""
    return Derivation(
        found["report"],
        found["from"],
        found["how"],
        found["direction"] == "known",
        found["confidence"],
        tuple(found["evidence"]),
        tuple(loss_of(loss) for loss in found.get("losses", ())),
        bool(found.get("circular")),
        tuple(
            Passage(Span(*each["from"]), Span(*each["here"]), each["same"], each["kind"])
            for each in found.get("passages", ())
        ),
    )


def link_object(link: Link) -> dict[str, Any]:
    """Return one link."""
    said = [statement_object(each) for each in link.said]
    return {"a": link.a, "b": link.b, "kind": link.kind, "what": link.what, "why": link.why, "said": said}


def link_of(found: Mapping[str, Any]) -> Link:
    """Return the link of one object."""
    said = tuple(statement_of(each) for each in found.get("said", ()))
    return Link(found["a"], found["b"], found["kind"], found.get("what"), found.get("why", ""), said)


def loss_object(loss: Loss) -> dict[str, Any]:
    """Return one loss."""
    return {"kind": loss.kind, "before": statement_object(loss.before), "after": statement_object(loss.after)}


def loss_of(found: Mapping[str, Any]) -> Loss:
    """Return the loss of one object."""
    return Loss(found["kind"], statement_of(found["before"]), statement_of(found["after"]))
