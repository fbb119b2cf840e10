"""Which attribution stands inside which: the chain of relays."""

from __future__ import annotations

from segun.attribute.draft import Draft, tidy
from segun.model import Span


def nest(drafts: list[Draft], text: str) -> list[Draft]:
    """Give each draft the smallest other one whose content holds its cue, and settle overlaps.

    Args:
        drafts: the attributions of a paragraph; contents may be shortened in place.
        text: the report's text.
    """
    _settle_adjuncts(drafts, text)
    drafts = _without_repeats(drafts)
    _set_parents(drafts)
    for draft in sorted(drafts, key=_size, reverse=True):
        _end_with_parent(draft, text)
    _set_parents(drafts)
    return drafts


def _set_parents(drafts: list[Draft]) -> None:
    for draft in drafts:
        holders = [
            other for other in drafts if other is not draft and other.holds(draft.at) and _may_hold(other, draft)
        ]
        draft.parent = min(holders, key=_size, default=None)
    for draft in drafts:
        _break_cycle(draft)


def _end_with_parent(draft: Draft, text: str) -> None:
    """Shorten a content that begins within the one around it and runs past its end."""
    if draft.parent is None or draft.how == "adjunct":
        return
    around = next((s for s in draft.parent.content if s.start <= draft.start < s.end and s.start <= draft.at), None)
    if around is not None and draft.end > around.end:
        draft.content = _cut(draft.content, around.end, text) or draft.content


def _size(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _may_hold(outer: Draft, inner: Draft) -> bool:
    """Two cues that hold each other: the larger content is the outer one."""
    if inner.holds(outer.at) and outer.cue:
        return (_size(outer), -outer.at) > (_size(inner), -inner.at)
    return True


def _settle_adjuncts(drafts: list[Draft], text: str) -> None:
    """Decide whether *según X* inside another content belongs to it, or attributes the whole sentence.

    Behind a comma at the end of the content it attributes the sentence, cue and all; elsewhere only the content.
    """
    for adjunct in drafts:
        if adjunct.how != "adjunct":
            continue
        for other in drafts:
            if other is adjunct or other.how == "adjunct" or not other.holds(adjunct.at) or other.quoted:
                continue
            if adjunct.final and adjunct.at > other.start + 1 and not _close(adjunct, other, text):
                other.content = _cut(other.content, adjunct.at, text) or other.content
            elif adjunct.holds(other.at):
                adjunct.content = _intersection(adjunct.content, other.content, text) or adjunct.content


def _close(adjunct: Draft, other: Draft, text: str) -> bool:
    """Whether no comma parts a phrase from the clause that it closes: *dijo que el puente cerró | según la policía*."""
    return other.rule == "clause" and text[: adjunct.at].rstrip()[-1:].isalnum()


def _cut(spans: list[Span], at: int, text: str) -> list[Span]:
    kept = [tidy(text, s.start, min(s.end, at)) for s in spans if s.start < at]
    return [s for s in kept if s]


def _intersection(spans: list[Span], others: list[Span], text: str) -> list[Span]:
    found = [
        tidy(text, max(a.start, b.start), min(a.end, b.end))
        for a in spans
        for b in others
        if max(a.start, b.start) < min(a.end, b.end)
    ]
    return [s for s in found if s]


def _without_repeats(drafts: list[Draft]) -> list[Draft]:
    """Drop a draft whose content another one with the same cue, or a cue beside it, already has."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=lambda d: (d.at, -_size(d))):
        same = [
            o
            for o in kept
            if o.content == draft.content
            and (_share(o, draft) or o.how == draft.how == "adjunct" or draft.rule == "noun")
        ]
        if not same:
            kept.append(draft)
    return kept


def _share(one: Draft, other: Draft) -> bool:
    """Whether two attributions have the same cue, or one that of the other's phrase: *según sostienen*, *sostienen*."""
    phrase = one.rule == "adjunct with a verb"
    return one.cue == other.cue or (phrase and any(a.touches(b) for a in one.cue for b in other.cue))


def _break_cycle(draft: Draft) -> None:
    seen = {id(draft)}
    node = draft
    while node.parent is not None:
        if id(node.parent) in seen:
            node.parent = None
            return
        seen.add(id(node.parent))
        node = node.parent
