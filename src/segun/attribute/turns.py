"""Speech without quotation marks: turns of an interview, dialogue dashes, posts, headlines with a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from segun.annotate.words import Paragraph
from segun.attribute import nominal
from segun.attribute.draft import tidy
from segun.lang.folding import fold
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.dialogue import hyphens

_NAME = r"[^\W\d_a-z][\w.’'-]*"
_LABEL = re.compile(
    rf"\s*[\"“«>*_-]*\s*(?P<name>{_NAME}(?:\s+(?:(?:de|del|la|of|the|van|von|al|el|bin|y)\s+)*{_NAME}){{0,5}}"
    rf"(?:\s*\([^)]{{1,40}}\))?)\s*(?::|\.\s*[-—–])\s*[*_]*"
)
_TITLE = re.compile(rf"\s*(?P<name>{_NAME}(?:\s+[^\W\d_][\w.’'-]*){{1,4}})\s*:\s*")
_POST = re.compile(r"\s*(?:RT\s+)?(?P<name>@\w{2,30})(?:\s*\([^)]*\))?\s*:\s*")
_HANDLE = re.compile(r"\s*(?P<name>[^\n:>]{2,60}?\(@\w{2,30}\))\s*:\s*")
_SHORT_LABEL = re.compile(r"\s*(?P<name>[^\W\d_a-z][^\W\d_]{0,11})\.[ \t]+")
_SHORT_LABELS = re.compile(r"^[ \t]*(?P<name>[^\W\d_a-z][^\W\d_]{0,11})\.[ \t]", re.MULTILINE)
_REPOSTED = re.compile(r"\s*>+\s*")
_SIGNATURE = re.compile(r"\s*[—–―-]{1,2}\s*(?P<name>[^\n()]{2,60}?\s*\(@\w{2,30}\))")
_SIGNED = re.compile(r"\s[—–―]\s*(?P<name>[^\n()—–―]{2,60}?\s*\(@\w{2,30}\))")
_LONGEST_POST = 500
"""Characters that a post may have which is signed behind it."""
_LIST = 4_000
"""Characters before an item of a list in which the line is looked for that the list hangs on."""
_ITEM = re.compile(r"\s*(?!\*[A-Z]+\*)(?:[-•*·–—►]\s*(?!\d)|\d{1,2}\s?[.)–-]-?\s+|[a-z]\)\s*)[^\s-]")
_DASH = re.compile(r"\s*[—―–]\s*(?=\S)")
_CLOSING_DASH = re.compile(r"[—―–]")
LONGEST_NAME = 8
_NAMED = 4
"""Words of a name behind a colon at the most."""
_VERBLESS = 4
"""Words of what stands before a name and a colon, beyond which it says something without a verb, too."""
_SPEAKERS = frozenset({"PER", "PERSON", "ORG"})
_NEAR = 2_000
"""Code points around a turn in which the other label of an interview is looked for."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph, or the part of it behind a label, that is somebody's speech."""

    name: Span | None
    """The label that names the speaker; ``None`` where a dash or ``>`` says only that somebody speaks."""
    cue: Span | None
    content: Span
    rule: str


def labelled(paragraph: Paragraph) -> Turn | None:
    """Return the turn of a paragraph that opens with its speaker's name or handle and a colon."""
    text, span = paragraph.text, paragraph.span
    quoted = _REPOSTED.match(text, span.start, span.end)
    start = quoted.end() if quoted else span.start
    patterns = [(_POST, "post"), (_HANDLE, "post"), (_LABEL, "turn")]
    for pattern, rule in [*patterns, (_TITLE, "turn")] if paragraph.headline else patterns:
        match = pattern.match(text, start, span.end)
        if match and match.end() < span.end:
            name = Span(*match.span("name"))
            content = tidy(text, match.end(), span.end)
            if content and len(name.of(text).split()) <= LONGEST_NAME:
                colon = Span(name.end, name.end + len(text[name.end : match.end()].rstrip()))
                return Turn(name, colon, content, rule)
    return None


def asked(paragraph: Paragraph, grammar: Grammar) -> Turn | None:
    """Return the turn of an interview whose labels end in a full stop: *P. ¿Vendrá? / R. No, este año no.*."""
    match = _SHORT_LABEL.match(paragraph.text, paragraph.span.start, paragraph.span.end)
    content = tidy(paragraph.text, match.end(), paragraph.span.end) if match else None
    if match is None or content is None or paragraph.headline:
        return None
    label = match["name"]
    if not (is_question_label(label, grammar) or is_answer_label(label, grammar)):
        return None
    near = max(0, paragraph.span.start - _NEAR), paragraph.span.end + _NEAR
    labels = {each["name"] for each in _SHORT_LABELS.finditer(paragraph.text, *near)}
    both = any(is_question_label(each, grammar) for each in labels) and any(
        is_answer_label(each, grammar) for each in labels
    )
    start, end = match.span("name")
    name = Span(start, end + 1)  # with its full stop, which is of the same word
    return Turn(name, name, content, "turn") if both else None


def reversed_label(paragraph: Paragraph, grammar: Grammar) -> Turn | None:
    """Return the turn of a headline that names its source behind the colon: *El río crece: Pérez*, *…: sondeo de X*."""
    text, span = paragraph.text, paragraph.span
    colon = text.rfind(":", span.start, span.end)
    if not paragraph.headline or colon < 0:
        return None
    name, content = tidy(text, colon + 1, span.end), tidy(text, span.start, colon)
    if name is None or content is None:
        return None
    words = paragraph.inside(name)
    known = all(w.entity in _SPEAKERS or w.text.isupper() for w in words)
    said = any(w.finite for w in paragraph.inside(content)) or (known and len(paragraph.inside(content)) > _VERBLESS)
    written = bool(words) and nominal.is_document(words[0], grammar) and words[0].text.islower()
    begins = words[1:] if written else words
    if begins and len(begins) <= _NAMED and said and all(w.text[0].isupper() or w.pos == "ADP" for w in begins):
        return Turn(name, Span(colon, colon + 1), content, "turn")
    return None


def is_question_label(label: str, grammar: Grammar) -> bool:
    """Whether a turn's label stands for whoever asks: *Pregunta*, *Q*."""
    return fold(label).strip(" .:") in grammar.words["questions"]


def is_answer_label(label: str, grammar: Grammar) -> bool:
    """Whether a turn's label stands for whoever is asked: *Respuesta*, *A*."""
    return fold(label).strip(" .:") in grammar.words["answers"]


def is_reposted(paragraph: Paragraph) -> bool:
    """Whether ``>`` marks a paragraph as taken from somebody's post."""
    return _REPOSTED.match(paragraph.text, paragraph.span.start, paragraph.span.end) is not None


def reposted(paragraph: Paragraph) -> Turn | None:
    """Return the content of a paragraph that ``>`` marks as taken from somebody's post."""
    match = _REPOSTED.match(paragraph.text, paragraph.span.start, paragraph.span.end)
    content = tidy(paragraph.text, match.end(), paragraph.span.end) if match else None
    return Turn(None, None, content, "repost") if content else None


def listed(paragraph: Paragraph) -> int | None:
    """Return where the colon stands that a list hangs on of which a paragraph is an item: *Pide: / - pan; / - agua*."""
    text, start = paragraph.text, paragraph.span.start
    if not _ITEM.match(text, text.rfind("\n", 0, start) + 1, paragraph.span.end):
        return None
    end = start
    for line in reversed(text[max(0, start - _LIST) : start].splitlines(keepends=True)):
        end -= len(line)
        if line.strip() and not _ITEM.match(line):
            return end + len(line.rstrip()) - 1 if line.rstrip().endswith(":") else None
    return None


def item(paragraph: Paragraph, span: Span) -> Span:
    """Return a sentence without the mark of the list that it is of: *• Habrá pan*."""
    match = _ITEM.match(paragraph.text, span.start, span.end)
    return Span(match.end() - 1, span.end) if match else span


def lists_behind(paragraph: Paragraph) -> bool:
    """Whether a paragraph ends with a colon on which a list hangs."""
    text, end = paragraph.text, paragraph.span.end
    return text[paragraph.span.start : end].endswith(":") and _ITEM.match(text, end) is not None


def signed(paragraph: Paragraph) -> Turn | None:
    """Return the post of a paragraph whose author stands behind a dash, at its end or on the line behind it."""
    text, span = paragraph.text, paragraph.span
    if paragraph.headline or _SIGNATURE.match(text, span.start):
        return None
    match = _SIGNED.search(text, span.start, span.end) or _SIGNATURE.match(text, span.end)
    content = tidy(text, span.start, min(match.start(), span.end)) if match else None
    if match is None or content is None or content.end - content.start > _LONGEST_POST:
        return None
    return Turn(Span(*match.span("name")), None, content, "signed")


def dialogue(paragraph: Paragraph) -> list[Span]:
    """Return the speech of a paragraph that opens with a dialogue dash, without the narrator's insertions.

    ``—Nos vamos —dijo Ana—. No queda nada.`` gives *Nos vamos* and *No queda nada*.
    """
    text, span = paragraph.text, paragraph.span
    dashes = _dashes(paragraph)
    if not dashes:
        return []
    pieces: list[Span] = []
    start, speech = dashes[0] + 1, True
    for cut in [*dashes[1:], span.end]:
        piece = tidy(text, start, cut) if speech else None
        if piece:
            pieces.append(piece)
        start, speech = cut + 1, not speech
    return pieces


def _dashes(paragraph: Paragraph) -> list[int]:
    """Return where the dash stands that opens a paragraph of dialogue, and those behind it; hyphens may stand for them.

    None where no dash opens it.
    """
    text, span = paragraph.text, paragraph.span
    opening = _DASH.match(text, span.start, span.end)
    if opening is None:
        return hyphens(text, span)
    first = next(_CLOSING_DASH.finditer(text, opening.start())).start()
    return [first, *(m.start() for m in _CLOSING_DASH.finditer(text, opening.end(), span.end))]


def answer(paragraph: Paragraph) -> Span | None:
    """Return the dash before an answer of an interview in which only dashes tell the turns.

    *—¿Cuánto se debe? / —Nueve millones.*: every second line of some that open with a dash, of which the first asks.
    """
    opening = _DASH.match(paragraph.text, paragraph.span.start, paragraph.span.end)
    if not opening:
        return None
    before: list[str] = []
    for line in reversed(paragraph.text[: paragraph.span.start].split("\n")):
        if line.strip():
            if not _DASH.match(line):
                break
            before.append(line)
    asks = bool(before) and before[-1].rstrip().endswith("?") and len(_CLOSING_DASH.findall(before[-1])) == 1
    dash = _CLOSING_DASH.search(paragraph.text, opening.start())
    return Span(*dash.span()) if dash and asks and len(before) % 2 else None


def incises(paragraph: Paragraph) -> Iterator[Span]:
    """Yield the narrator's insertions in a paragraph of dialogue: *dijo Ana*."""
    span, cuts = paragraph.span, _dashes(paragraph)[1:]
    for number in range(0, len(cuts), 2):
        end = cuts[number + 1] if number + 1 < len(cuts) else span.end
        yield Span(cuts[number] + 1, end)
