"""Quotation marks: where quotations begin and end, whichever marks they use.

Straight and curly double marks, single ones, guillemets, German low marks. A quotation that nobody closes ends with
its paragraph; where every new paragraph opens it again, these marks open none of their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from segun.model import Span

OPENING = {"“": "”", "«": "»", "‘": "’", "„": "“", "‹": "›", "「": "」"}
CLOSING = frozenset("”»’›」")
BOTH = frozenset("\"'＂")
MARKS = frozenset(OPENING) | CLOSING | BOTH
_MARK = re.compile(r"''|``|[" + re.escape("".join(sorted(MARKS))) + "]")
_TYPED = {"''": '"', "``": "“"}
"""Double marks that are typed as two signs, as wires do, and the one that they stand for."""
_REOPENING = {"»": "«", "”": "“"}
"""Closing marks that open a further paragraph of one quotation, or stand the wrong way round."""
_RECLOSING = {"«": "»", "“": "”"}
SHORTEST_OPEN = 3


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch in quotation marks."""

    outer: Span
    """With its marks."""
    inner: Span
    """Without them."""
    closed: bool
    """Whether a closing mark was found, or the paragraph's end had to serve."""
    depth: int = 0
    """0 for a quotation that stands in no other."""


def quotations(text: str, paragraph: Span) -> list[Quotation]:
    """Return the quotations of a paragraph, outer before inner, in order."""
    found: list[Quotation] = []
    stack: list[tuple[int, int, str]] = []
    start, end = paragraph
    for match in _MARK.finditer(text, start, end):
        at, behind = match.span()
        mark = _TYPED.get(match.group(), match.group())
        before = text[at - 1] if at > start else " "
        after = text[behind] if behind < end else " "
        mark = _turned(stack, mark, before, after)
        if mark in "'’" and before.isalnum() and (after.isalnum() or not _open(stack, mark)):
            continue  # an apostrophe
        if before == "\n" and stack and match.group() in {stack[0][2], OPENING.get(stack[0][2])}:
            continue  # a further paragraph of one quotation, which opens again
        if at == start and mark in _REOPENING:
            stack.append((at, behind, _REOPENING[mark]))
        elif _closes(stack, mark, before, after):
            while stack:
                opened, within, opener = stack.pop()
                if _pair(opener, mark):
                    found.append(Quotation(Span(opened, behind), Span(within, at), True, len(stack)))
                    break
        elif _opens(mark, before, after, start == at) or (
            not stack and (_tight_behind(mark, before, after) or _apart_behind_colon(text, mark, at, behind))
        ):
            stack.append((at, behind, mark))
        elif mark in CLOSING or mark in BOTH:
            lone = _lone_close(text, found, paragraph, at)
            if lone and not stack:
                found.append(lone)
    if stack:
        opened, within, opener = stack[0]
        if end - within >= SHORTEST_OPEN and opener not in "'‘" and (opener != '"' or not text[within].isspace()):
            found = [q for q in found if not (q.outer.start > opened and q.depth == 0)]
            found.append(Quotation(Span(opened, end), Span(within, end), False, 0))
    found.sort(key=lambda q: (q.outer.start, -q.outer.end))
    return [_tight(text, q) for q in found if q.inner.end > q.inner.start]


def _turned(stack: list[tuple[int, int, str]], mark: str, before: str, after: str) -> str:
    """Return a mark, or its counterpart where it stands the wrong way round: *dijo: ”No vengas”*, *«No«, dijo*."""
    reopened = _REOPENING.get(mark)
    if reopened is not None and not _open(stack, mark):
        opens = (before.isspace() or before in ":(") and (after.isalnum() or after in "¿¡")
        return reopened if opens else mark
    reclosed = _RECLOSING.get(mark)
    if reclosed is not None and _open(stack, reclosed):
        closes = not before.isspace() and before not in ":(" and not after.isalnum()
        return reclosed if closes else mark
    return mark


def _open(stack: list[tuple[int, int, str]], mark: str) -> bool:
    return any(_pair(opener, mark) for _, _, opener in stack)


def _pair(opener: str, closer: str) -> bool:
    if opener == closer or OPENING.get(opener) == closer:
        return True
    double, single = '"“”«»„＂', "'‘’‹›"
    return (opener in double and closer in double and closer not in {"“", "«"}) or (
        opener in single and closer in single
    )


def _closes(stack: list[tuple[int, int, str]], mark: str, before: str, after: str) -> bool:
    if stack and OPENING.get(stack[-1][2]) == mark:
        return True
    if not stack or not _open(stack, mark) or (mark in OPENING and mark not in CLOSING):
        return False
    if mark in CLOSING:
        return True
    return not before.isspace() or not after.isalnum()


def _opens(mark: str, before: str, after: str, first: bool) -> bool:
    if mark in OPENING:
        return True
    if mark in CLOSING:
        return False
    return first or ((before.isspace() or before in "([{—–-:,;“«¿¡\"'") and not after.isspace())


def _tight_behind(mark: str, before: str, after: str) -> bool:
    """Whether a mark opens right behind a sentence, the blank between them lost: *Habló ayer."No hay pan", dijo*."""
    return mark == '"' and before in ".!?…" and (after.isupper() or after in "¿¡")


def _apart_behind_colon(text: str, mark: str, at: int, behind: int) -> bool:
    """Whether a mark opens behind a colon although a blank follows it: *Ana Gil :" No hay pan"*."""
    return mark == '"' and text[:at].rstrip().endswith(":") and mark in text[behind : text.find("\n", behind)]


def _lone_close(text: str, found: list[Quotation], paragraph: Span, at: int) -> Quotation | None:
    """A closing mark whose opening one was lost at the paragraph's beginning."""
    double = any(text[quotation.outer.start] not in "'‘" for quotation in found)
    if double or text[at] in "'’" or text[paragraph.start : at].count("\n") or at - paragraph.start < 20:
        return None
    rest = text[at + 1 : at + 2]
    before = text[at - 1]
    if rest not in {",", ".", ";", " ", "\n", ""} or before.isspace():
        return None
    return Quotation(Span(paragraph.start, at + 1), Span(paragraph.start, at), False, 0)


def _tight(text: str, quotation: Quotation) -> Quotation:
    start, end = quotation.inner
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    inner = Span(start, end) if start < end else quotation.inner
    return Quotation(quotation.outer, inner, quotation.closed, quotation.depth)
