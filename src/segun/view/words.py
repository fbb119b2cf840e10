"""The words in which factuality, speech acts and kinds of sources are shown."""

from __future__ import annotations

from datetime import datetime

from segun import lang
from segun.model import Claim, Derived, Factuality, PlaceKind, Quantity, SourceKind, SpeechAct
from segun.tongue import ENGLISH, marked
from segun.tongue import gettext as _
from segun.tongue import language as spoken
from segun.tongue.dates import day_of
from segun.tongue.names import language_name
from segun.view.visible import one_line

UNSURE = 0.5
"""Below this confidence a claim is shown as unsure."""

_FACTUALITY: dict[Factuality, str] = {
    "CT+": marked("certain"),
    "CT-": marked("certain, in the negative"),
    "PR+": marked("probable"),
    "PR-": marked("probable, in the negative"),
    "PS+": marked("possible"),
    "PS-": marked("possible, in the negative"),
    "CTu": marked("certain, but not which way"),
    "Uu": marked("uncommitted"),
}

_ACTS: dict[SpeechAct, str] = {
    "assert": marked("says"),
    "deny": marked("denies"),
    "promise": marked("promises"),
    "order": marked("orders"),
    "request": marked("requests"),
    "threaten": marked("threatens"),
    "stipulate": marked("lays down"),
    "evaluate": marked("judges"),
    "ask": marked("asks"),
    "predict": marked("predicts"),
}

_KINDS: dict[SourceKind, str] = {
    "person": marked("person"),
    "organisation": marked("organisation"),
    "document": marked("document"),
    "group": marked("group"),
    "place": marked("place"),
    "unnamed": marked("not named"),
}

_PLACES: dict[PlaceKind, str] = {
    "continent": marked("continent"),
    "region": marked("region"),
    "country": marked("country"),
    "adm1": marked("province or state"),
    "adm2": marked("district"),
    "town": marked("town"),
    "site": marked("site"),
}

_REVIEWS = {
    "unreviewed": marked("unreviewed"),
    "accepted": marked("accepted"),
    "corrected": marked("corrected"),
    "rejected": marked("rejected"),
}

_DERIVED: dict[Derived, str] = {
    "copy": marked("copy"),
    "edit": marked("edit"),
    "rewrite": marked("rewrite"),
    "translation": marked("translation"),
    "relay": marked("relay"),
}

_LOSSES = {
    "lost": marked("attribution lost"),
    "strengthened": marked("told as certain"),
    "named": marked("given a name"),
    "headline": marked("headline"),
}

_SECTIONS = {
    "single": marked("Echoed most, and from one source alone"),
    "multiple": marked("With more than one origin"),
    "unknown": marked("Of no known origin"),
    "lost": marked("Attribution lost, strengthened or named on the way"),
    "headlines": marked("Headlines that assert what their text only attributes"),
    "disputes": marked("Contradictions"),
    "revisions": marked("Later figures of the same source"),
    "circles": marked("Citations that lead back to the outlet itself"),
    "outlets": marked("Who originates, who repeats"),
}

_LINK_OF = {
    "number": marked("number"),
    "time": marked("time"),
    "place": marked("place"),
    "polarity": marked("polarity"),
}


def factuality(claim: Claim) -> str:
    """Return how firmly the innermost source holds the claim.

    A negated content that its source asserts is not the same as a content that it denies: only the second is
    *denied*.
    """
    if claim.factuality == "CT-" and claim.speech_act == "deny":
        return _("denied")
    return _(_FACTUALITY[claim.factuality])


def firmly(claim: Claim) -> str:
    """Return how firmly the innermost source holds it, to go after its verb; empty where the verb says it already."""
    if claim.factuality == "CT-" and claim.speech_act == "deny":
        return ""
    firm = factuality(claim)
    return firm if claim.factuality == "Uu" else _("as %(firm)s", firm=firm)


def speech_act(claim: Claim) -> str:
    """Return what the innermost source does, as a verb: *says*, *denies*, *lays down*."""
    return _(_ACTS[claim.speech_act])


def degree(code: Factuality) -> str:
    """Return the words for a degree of factuality, with its code: *possible (PS+)*."""
    return f"{_(_FACTUALITY[code])} ({code})"


def act(code: SpeechAct) -> str:
    """Return the verb for a speech act: *lays down*."""
    return _(_ACTS[code])


def kind(of: SourceKind) -> str:
    """Return the word for a kind of source."""
    return _(_KINDS[of])


def place_kind(of: PlaceKind | None) -> str:
    """Return the word for a kind of place; *area* where it is not known."""
    return _(_PLACES[of]) if of else _("area")


def review(state: str) -> str:
    """Return the word for what reviewers made of a claim."""
    return _(_REVIEWS[state]) if state in _REVIEWS else state


def derived(how: Derived) -> str:
    """Return the word for how one report has something from another."""
    return _(_DERIVED[how])


def link_of(what: str | None) -> str:
    """Return the word for what two claims that are linked differ in; empty where it is not told."""
    return _(_LINK_OF[what]) if what in _LINK_OF else what or ""


def unsure(claim: Claim) -> bool:
    """Whether the claim's confidence is low."""
    return claim.confidence < UNSURE


def language(code: str | None) -> str:
    """Return a language's name in the language that is spoken, or its BCP 47 code where segun does not read it."""
    if code is None:
        return _("language unknown")
    known = code.split("-")[0].lower()
    if known not in lang.supported():
        return code
    return lang.name(known) if spoken() == ENGLISH else language_name(known) or lang.name(known)


def loss(kind: str) -> str:
    """Return the word for how an attribution changed between two reports."""
    return _(_LOSSES[kind]) if kind in _LOSSES else kind


def section(name: str) -> str:
    """Return the heading of a list of a trace's overview."""
    return _(_SECTIONS[name])


def day(published: str | None) -> str:
    """Return the day of an ISO 8601 date or date-time: *4 March 2031*."""
    try:
        return day_of(datetime.fromisoformat(published or ""))
    except ValueError:
        return date(published)


def date(published: str | None) -> str:
    """Return an ISO 8601 date or date-time as *4 March 2031, 14:05 UTC+02:00*; as it stands where it is neither."""
    if not published:
        return _("date unknown")
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = day_of(when)
    if "T" not in published and " " not in published:
        return day
    return f"{day}, {when:%H:%M} {when.tzname() or ''}".rstrip()


def figure(quantity: Quantity, words: str) -> str:
    """Return a quantity's value as digits, with its range and unit, as far as its ``words`` do not show them.

    Empty where it has no value or the words say it all.
    """
    if quantity.value is None:
        return ""
    value = _number(quantity.value)
    if quantity.value_max is not None:
        value = f"{value}–{_number(quantity.value_max)}"
    # The unit is a lemma, the words are inflected.
    unit = quantity.unit if quantity.unit and quantity.unit[:4].casefold() not in words.casefold() else None
    if unit is None and value in words.split():
        return ""
    return " ".join(part for part in ("≈" if quantity.approximate else "=", value, unit and one_line(unit)) if part)


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return a count with its noun: *1 claim*, *2 claims*."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def _number(value: float) -> str:
    # Thin spaces: neither comma nor full stop, which Spanish and English read in opposite ways.
    digits = f"{value:,.10g}".replace(",", "\u2009")
    return digits if spoken() == ENGLISH else digits.replace(".", ",")
