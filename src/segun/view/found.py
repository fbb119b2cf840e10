"""How a claim found in a ledger is worded: who says it via whom, how firmly, what, when, where, in which report."""

from __future__ import annotations

import re
from typing import Any

from segun.ledger.records import Found
from segun.model import Claim
from segun.timex import refers
from segun.tongue import gettext as _
from segun.tongue import ngettext
from segun.tongue.dates import figure
from segun.view import words
from segun.view.visible import excerpt, one_line
from segun.view.voices import nobody
from segun.view.when import say

_CONTENT, _NAME, _WHERE = 600, 120, 160
_DURATION = re.compile(r"P[\dXT]")
BACK = " ← "
"""Stands between who says something and whom it came through."""


def itself() -> str:
    """Return what the report is called where it asserts something on its own authority."""
    return _("the report itself")


def speakers(found: Found) -> tuple[str, ...]:
    """Return who asserts a claim, then via whom, the one nearest to the reader last; empty for the report itself."""
    names: list[str] = []
    for link in reversed(found.relays):
        name = excerpt(link.name, _NAME) if link.name else nobody()
        if not names or names[-1] != name:
            names.append(name)
    return tuple(names)


def firmness(found: Found) -> str:
    """Return what the source does and how firmly: *says, certain (CT+)*."""
    claim = _claim(found)
    firm, act = words.factuality(claim), words.speech_act(claim)
    return f"{act} ({claim.factuality})" if not words.firmly(claim) else f"{act}, {firm} ({claim.factuality})"


def content(found: Found) -> str:
    """Return the content on one line, in quotation marks where it is direct speech."""
    shown = excerpt(found.content, _CONTENT)
    return f"“{shown}”" if found.quotation == "direct" else shown


def when(found: Found) -> str:
    """Return what dates a claim; empty where nothing does, as durations and what only says past or future do not."""
    dates = [value for value in found.times if not _DURATION.match(value) and not refers(value)]
    return ", ".join(excerpt(say(value), _NAME) for value in dates)


def where(found: Found) -> str:
    """Return the places that a claim names; empty where it names none."""
    return excerpt(", ".join(map(one_line, found.places)), _WHERE)


def origin(found: Found) -> str:
    """Return the report that carries a claim: outlet, date of publication, key."""
    outlet = excerpt(found.outlet, _NAME) if found.outlet else _("outlet unknown")
    return f"{outlet}, {one_line(words.date(found.published))} ({one_line(found.report)})"


def remarks(found: Found) -> list[str]:
    """Return what else is worth saying: a condition, that it is unsure, what reviewers made of it."""
    told = [_("on condition: %(condition)s", condition=excerpt(found.condition, _WHERE))] if found.condition else []
    if words.unsure(_claim(found)):
        told.append(_("unsure, %(confidence)s", confidence=figure(f"{found.confidence:.0%}")))
    if found.carried is not None and found.carried > 1 and found.origins is not None:
        told.append(
            ngettext(
                "%(num)s independent origin in %(carried)s reports",
                "%(num)s independent origins in %(carried)s reports",
                found.origins,
                carried=found.carried,
            )
        )
    if found.review != "unreviewed":
        told.append(words.review(found.review))
    return told


def _claim(found: Found) -> Claim:
    """Return the claim without its spans, for the words in which the record's fields are shown."""
    fields: dict[str, Any] = {"quotation": found.quotation, "speech_act": found.speech_act}
    fields["factuality"] = found.factuality
    return Claim(found.key, (), (), confidence=found.confidence, **fields)
