"""Whether what a report asserts is its outlet's own: what it saw, obtained or worked out, and not what it heard."""

from __future__ import annotations

from functools import lru_cache

from segun.match.apart import recalled
from segun.match.crediting import OUTLETS, outlet_forms
from segun.match.naming import joined, written_large
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import HOUSES, who
from segun.model import Span
from segun.outlets.names import bracketed
from segun.outlets.names import key as form_of
from segun.timex import extent

_PRESS = frozenset({"newspaper"})
"""Concepts of the press as such: *international media*."""
_WE = 2
"""Times that a report speaks of *us*, outside quotations and its last line, from which it tells of its own work."""
_BEGINNING = 60
"""Code points of a sentence in which its subject is looked for."""


@lru_cache(maxsize=10_000)
def own_work(told: Told) -> bool:
    """Whether the report tells of its outlet's own work: *Orbiscope collected five images*."""
    quoted = told.quoted
    ours = [
        span
        for word, span in zip(told.words, told.spans, strict=True)
        if word in told.match.ourselves
        and not told.last_line.holds(span)
        and not any(each.holds(span) for each in quoted)
    ]
    if len(ours) >= _WE:
        return True
    body = told.text.partition("\n")[2]
    sentences = (form_of(each[:_BEGINNING]) for line in body.split("\n") for each in line.split(". "))
    return any(f"{each} ".startswith(f"{name} ") for each in sentences for name in outlet_forms(told))


def obtained(said: Said, *, sentence: bool = False) -> bool:
    """Whether its paragraph tells how the outlet came by it: *documents seen by the Post*, *we spoke to*.

    Args:
        said: it.
        sentence: whether its own sentence must tell it.
    """
    told, start = said.told, said.spans[0].start
    first, last = told.text.rfind("\n", 0, start) + 1, told.text.find("\n", start)
    if sentence:
        first, last = max(first, told.text.rfind(". ", 0, start) + 1), said.spans[-1].end
    inside = told.within(Span(first, last if last >= 0 else len(told.text)))
    words = {told.words[at] for at in inside}
    if words & told.match.ourselves:
        return True
    form = f" {form_of(told.text[first : last if last >= 0 else None])} "
    if not words & told.match.obtained:
        return False
    return any(f" {name} " in form for name in outlet_forms(told)) or _by_its_last_word(told, inside)


def _by_its_last_word(told: Told, inside: range) -> bool:
    """Whether an article and the last word of the outlet's name stand among some words: *told the Gazette*."""
    *before, last = (told.outlet or "").partition(",")[0].split() or [""]
    return bool(before) and any(
        told.spans[at].of(told.text) == last
        and told.words[at - 1] in told.match.whose
        and not (at + 1 < len(told.words) and written_large(told, at + 1) and joined(told, at))
        for at in inside[1:]
    )


def by_ourselves(said: Said) -> bool:
    """Whether a statement's sentence names the outlet as this one: *a reporter of this newspaper saw*."""
    told = said.told
    inside = told.sentence_of(said.spans[0])
    return any(
        told.words[start - 1] in told.match.own and concept in OUTLETS
        for start, _, concept in told.meant(inside)
        if start > inside.start
    )


def of_the_past(said: Said) -> bool:
    """Whether a statement names a day that lies well before its report was published."""
    when = extent((said.told.analysis.report.published or "")[:10])
    if recalled(said) is not None:
        return True
    return when is not None and any(day.exact and day.last < when.start - 1 for day in said.days)


def hearsay(said: Said, name: str | None) -> bool:
    """Whether a source only passes on what nobody answers for: *a Telegram channel*."""
    known = who(name or "", said.told.language)
    if known.offices and known.offices <= _PRESS and not known.named and not known.person:
        return True
    where = "" if known.offices & HOUSES else bracketed(name or "") or ""  # an office speaks for itself there too
    words = f" {form_of(name or '')} {form_of(where)} "
    return any(f" {form_of(word)} " in words for word in said.told.match.hearsay)
