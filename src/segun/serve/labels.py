"""The words in which the desk shows parameters, facets and codes."""

from __future__ import annotations

from typing import cast

from segun.model import Decision, DecisionKind, Factuality, Quotation, SourceKind, SpeechAct
from segun.tongue import gettext as _
from segun.tongue import marked
from segun.view import words

_FACETS = {
    "source": marked("Who says so"),
    "via": marked("Via whom"),
    "outlet": marked("Outlet"),
    "place": marked("Where"),
    "period": marked("Published"),
    "factuality": marked("How firmly"),
    "speech_act": marked("What they do"),
    "language": marked("Language"),
    "review": marked("Review"),
    "origins": marked("Independent origins"),
}
_PARAMETERS = {
    "q": marked("words"),
    "source": marked("who"),
    "via": marked("via"),
    "place": marked("where"),
    "near": marked("near"),
    "box": marked("within"),
    "from": marked("published from"),
    "to": marked("published to"),
    "event_from": marked("happened from"),
    "event_to": marked("happened to"),
    "factuality": marked("how firmly"),
    "speech_act": marked("what they do"),
    "language": marked("language"),
    "outlet": marked("outlet"),
    "report": marked("report"),
    "review": marked("review"),
    "origins": marked("origins"),
    "sure": marked("reading at least"),
}
_COLUMNS = {
    "firm": marked("how firmly"),
    "when": marked("when"),
    "where": marked("where"),
    "report": marked("in which report"),
    "sure": marked("how sure the reading is"),
    "review": marked("state of review"),
    "origins": marked("independent origins"),
}
_REVIEWS = {
    "unreviewed": marked("not reviewed"),
    "accepted": marked("accepted"),
    "corrected": marked("corrected"),
    "added": marked("added by a reviewer"),
    "rejected": marked("rejected"),
}
_ORIGINS = {
    "untraced": marked("not traced"),
    "none": marked("none known"),
    "one": marked("just one"),
    "several": marked("two or more"),
}

_QUOTATIONS: dict[Quotation, str] = {
    "direct": marked("word for word"),
    "mixed": marked("partly word for word"),
    "indirect": marked("in other words"),
    "none": marked("not quoted"),
}
_ROLES: dict[str, str] = {"reader": marked("reader"), "reviewer": marked("reviewer"), "admin": marked("admin")}
_RELIABILITY = {
    "A": marked("completely reliable"),
    "B": marked("usually reliable"),
    "C": marked("fairly reliable"),
    "D": marked("not usually reliable"),
    "E": marked("unreliable"),
    "F": marked("reliability cannot be judged"),
}
_NOTES = {"note": marked("note"), "verdict": marked("verdict"), "grade": marked("grade")}
_DECISIONS: dict[DecisionKind, str] = {
    "accept": marked("accepted the claim"),
    "reject": marked("rejected the claim"),
    "correct": marked("corrected the claim"),
    "add": marked("added a claim"),
    "merge": marked("merged two sources"),
    "split": marked("split a source"),
    "rename": marked("renamed a source"),
    "note": marked("wrote a note"),
    "verdict": marked("gave a verdict"),
    "grade": marked("gave a grade"),
    "undo": marked("undid a decision"),
    "forget": marked("had something forgotten"),
    "same": marked("called two claims the same"),
    "different": marked("called two claims different"),
    "derived": marked("called a report derived"),
    "independent": marked("called two reports independent"),
}
_SETS = {
    "note": marked("note"),
    "verdict": marked("verdict"),
    "evidence": marked("evidence"),
    "grade": marked("grade"),
    "name": marked("name"),
    "how": marked("how"),
}


def facet(kind: str) -> str:
    """Return a facet's heading."""
    return _(_FACETS[kind])


def parameter(name: str) -> str:
    """Return what a parameter of an address is called."""
    return _(_PARAMETERS.get(name, name))


def column(name: str) -> str:
    """Return what a column is called."""
    return _(_COLUMNS[name])


def value(name: str, code: str) -> str:
    """Return a parameter's value in words; names and dates as they stand."""
    if name == "factuality":
        return words.degree(cast("Factuality", code))
    if name == "speech_act":
        return words.act(cast("SpeechAct", code))
    if name == "language":
        return words.language(code)
    known = {"review": _REVIEWS, "origins": _ORIGINS}.get(name, {})
    return _(known[code]) if code in known else code


def kind(code: SourceKind) -> str:
    """Return the word for a kind of source."""
    return words.kind(code)


def quotation(code: Quotation) -> str:
    """Return how a content is worded."""
    return _(_QUOTATIONS[code])


def reliability(grade: str) -> str:
    """Return what an Admiralty grade of a source means."""
    return _(_RELIABILITY[grade]) if grade in _RELIABILITY else grade


def note(kind: str) -> str:
    """Return what a remark of a reviewer is called."""
    return _(_NOTES[kind])


def role(code: str) -> str:
    """Return what a role is called; itself where it is not known."""
    return _(_ROLES[code]) if code in _ROLES else code


def decision(given: Decision) -> str:
    """Return what a decision does, in a few words."""
    return decided(given.kind)


def decided(kind: DecisionKind) -> str:
    """Return what decisions of a kind do."""
    return _(_DECISIONS[kind])


def sets(name: str) -> str:
    """Return what that which a decision sets is called."""
    return _(_SETS[name])
