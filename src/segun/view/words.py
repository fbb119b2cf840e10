"""The words in which factuality, speech acts and kinds of sources are shown."""

from __future__ import annotations

from datetime import datetime

from segun.model import Claim, Factuality, PlaceKind, Quantity, SourceKind, SpeechAct
from segun.view.visible import one_line

UNSURE = 0.5
"""Below this confidence a claim is shown as unsure."""

_FACTUALITY: dict[Factuality, str] = {
    "CT+": "certain",
    "CT-": "certain, in the negative",
    "PR+": "probable",
    "PR-": "probable, in the negative",
    "PS+": "possible",
    "PS-": "possible, in the negative",
    "CTu": "certain, but not which way",
    "Uu": "uncommitted",
}

_ACTS: dict[SpeechAct, str] = {
    "assert": "says",
    "deny": "denies",
    "promise": "promises",
    "order": "orders",
    "request": "requests",
    "threaten": "threatens",
    "stipulate": "lays down",
    "evaluate": "judges",
    "ask": "asks",
    "predict": "predicts",
}

_KINDS: dict[SourceKind, str] = {
    "person": "person",
    "organisation": "organisation",
    "document": "document",
    "group": "group",
    "place": "place",
    "unnamed": "not named",
}

_PLACES: dict[PlaceKind, str] = {
    "continent": "continent",
    "region": "region",
    "country": "country",
    "adm1": "province or state",
    "adm2": "district",
    "town": "town",
    "site": "site",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_LANGUAGES = {"en": "English", "es": "Spanish"}


def factuality(claim: Claim) -> str:
    """Return how firmly the innermost source holds the claim.

    A negated content that its source asserts is not the same as a content that it denies: only the second is
    *denied*.
    """
    if claim.factuality == "CT-" and claim.speech_act == "deny":
        return "denied"
    return _FACTUALITY[claim.factuality]


def speech_act(claim: Claim) -> str:
    """Return what the innermost source does, as a verb: *says*, *denies*, *lays down*."""
    return _ACTS[claim.speech_act]


def degree(code: Factuality) -> str:
    """Return the words for a degree of factuality, with its code: *possible (PS+)*."""
    return f"{_FACTUALITY[code]} ({code})"


def act(code: SpeechAct) -> str:
    """Return the verb for a speech act: *lays down*."""
    return _ACTS[code]


def kind(of: SourceKind) -> str:
    """Return the word for a kind of source."""
    return _KINDS[of]


def place_kind(of: PlaceKind | None) -> str:
    """Return the word for a kind of place; *area* where it is not known."""
    return _PLACES[of] if of else "area"


def unsure(claim: Claim) -> bool:
    """Whether the claim's confidence is low."""
    return claim.confidence < UNSURE


def language(code: str | None) -> str:
    """Return a language's English name, or its BCP 47 code where none is known here."""
    if code is None:
        return "language unknown"
    return _LANGUAGES.get(code.split("-")[0].lower(), code)


def date(published: str | None) -> str:
    """Return an ISO 8601 date or date-time as *4 March 2031, 14:05 UTC+02:00*; as it stands where it is neither."""
    if not published:
        return "date unknown"
    try:
        when = datetime.fromisoformat(published)
    except ValueError:
        return published
    day = f"{when.day} {MONTHS[when.month - 1]} {when.year}"
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
    return f"{value:,.10g}".replace(",", "\u2009")
