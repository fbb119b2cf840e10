"""What several formats need: words made safe to encode, addresses, and a claim's key with the decisions on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from urllib.parse import quote, urlsplit

from segun.ledger.corrections import added_key, reviewed
from segun.ledger.packing import keys
from segun.model import AREAS, Analysis, Claim, Decision, Place, Span

_FORMULA = re.compile("[=+\\-@\uff1d\uff0b\uff0d\uff20]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_WEB = re.compile(r"https?://[A-Za-z0-9.\-\[\]:@_~%]+(?:[/?#]|\Z)", re.IGNORECASE)


def plain(words: str) -> str:
    r"""Return words that can be encoded as UTF-8: a lone surrogate becomes an escape, ``\ud800``."""
    return words.encode("utf-8", "backslashreplace").decode()


def cell(words: str | None) -> str | None:
    """Return words of a report as a spreadsheet's cell that is nothing but words; ``None`` for none.

    What would be taken for a formula gets an apostrophe before it, white space is drawn together, and control
    characters become U+FFFD.
    """
    if not words:
        return None
    risky = words[0] in "\t\r\n" or _FORMULA.match(words.lstrip()) is not None
    line = plain(_CONTROL.sub("\ufffd", " ".join(words.split())))
    return f"'{line}" if risky and line else line or None


def web_address(location: str | None) -> str | None:
    """Return a report's location where it is an address on the web, with all but ASCII percent-encoded."""
    if not location or not _WEB.match(location):
        return None
    try:
        if not urlsplit(location).hostname:
            return None
    except ValueError:
        return None
    return quote(plain(location), safe=":/?#[]@!$&'()*+,;=%~-._")


def has_point(place: Place) -> bool:
    """Whether a place's point is where something may have happened: no area, and not those who sit there."""
    return place.lat is not None and place.lon is not None and not place.metonymy and place.kind not in AREAS


@cache
def country_name(country: str) -> str | None:
    """Return a country's name in English, as Unicode's CLDR has it; ``None`` where it is no code of ISO 3166-1."""
    from babel import Locale

    name: str | None = Locale("en").territories.get(country) if len(country) == 2 else None
    return name


def in_force(decisions: Sequence[Decision]) -> list[Decision]:
    """Return the decisions that nobody undid and nobody had forgotten, without the undoings."""
    return [each for each in decisions if not each.undone and each.kind != "undo" and each.body is not None]


def keyed(analysis: Analysis, decisions: Sequence[Decision] = ()) -> Iterator[tuple[str, Claim]]:
    """Yield each claim with the key that a ledger gives it and decisions name.

    Args:
        analysis: as the program made it, or after people corrected it.
        decisions: those on it; a claim whose spans one of them set keeps the key that it had, and one that somebody
            added has the key that the decision gave it.
    """
    said = in_force(decisions)
    added = {f"d{each.number}": added_key(each, analysis.report.text_id) for each in said if each.kind == "add"}
    moved = {
        tuple(Span(*pair) for pair in each.body["spans"]): each.target
        for each in said
        if each.kind == "correct" and each.body and "spans" in each.body
    }
    for key, claim in keys(analysis):
        yield (added[claim.id] if claim.id in added else moved.pop(claim.spans, key)), claim


def on_target(decisions: Sequence[Decision], target: str) -> list[Decision]:
    """Return the decisions in force on one claim, source or report; of a claim also the one that added it."""
    return [each for each in in_force(decisions) if target in (each.target, (each.body or {}).get("claim"))]


def verdict(decisions: Sequence[Decision]) -> str | None:
    """Return the last verdict among decisions, in its reviewer's words."""
    found = [str(each.body["verdict"]) for each in decisions if each.kind == "verdict" and each.body]
    return found[-1] if found else None


def review(decisions: Sequence[Decision]) -> str | None:
    """Return what reviewers made of a claim, as the ledger's ``review`` has it; ``None`` where none said so."""
    found: str | None = None
    for each in decisions:
        found = reviewed(found, each.kind)
    return found
