"""A paragraph's tokens as the parser is given them: white space left out, words made whole that the text breaks up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from segun import lang
from segun.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

_PLAIN = str.maketrans("“”„«»‘’\u00a0\t\n\r", '"""""\'\'    ')
"""Marks that the parser knows better by their plain forms, one character for one."""


@dataclass(slots=True)
class Piece:
    """A token to be."""

    text: str
    """As the parser reads it."""
    space: bool
    """Whether white space follows."""
    start: int
    """Offset in the report's text of its first character."""
    end: int
    """Offset behind its last one."""


def pieces(nlp: Language, text: str, readable: str, span: Span) -> list[Piece]:
    """Return the tokens of a paragraph.

    Args:
        nlp: the language's spaCy pipeline.
        text: the report's text.
        readable: the text as the parser shall read it; as long as ``text``.
        span: the paragraph, as offsets in ``text``.
    """
    found: list[Piece] = []
    for token in nlp.tokenizer(span.of(readable).translate(_PLAIN)):
        if token.is_space:
            if found:
                found[-1].space = True
            continue
        start = span.start + token.idx
        found.append(Piece(token.text, bool(token.whitespace_), start, start + len(token)))
    _join_broken(nlp.lang or "", text, found)
    _join_names(nlp, found)
    return found


def _join_broken(language: str, text: str, found: list[Piece]) -> None:
    """Make one piece, in place, of a word that a hyphen breaks at the end of a line, *inform-⏎ado*.

    A hyphen that the word has anyway, *ruso-⏎ucraniano*, stays: its letters without it are no word.
    """
    for at in range(len(found) - 2, -1, -1):
        first, last = found[at : at + 2]
        half = first.text[:-1]
        if (
            first.text.endswith("-")
            and half.isalpha()
            and last.text.isalpha()
            and last.text.islower()
            and "\n" in text[first.end : last.start]
            and (lang.written(half + last.text, language) or not lang.written(last.text, language))
        ):
            found[at : at + 2] = [Piece(half + last.text, last.space, first.start, last.end)]


def _join_names(nlp: Language, found: list[Piece]) -> None:
    """Make one piece, in place, of a name with a full stop in it, *Most.Media*, which would end a sentence.

    A missing blank behind a sentence is told by the word that follows, which is seldom a name: *fin.El*.
    """
    for at in range(len(found) - 3, -1, -1):
        if at + 2 >= len(found):  # joined with what stood behind it
            continue
        first, mark, last = found[at : at + 3]
        tight = not first.space and not mark.space
        named = all(each.text.isalpha() and each.text[0].isupper() for each in (first, last))
        if tight and mark.text == "." and named and not nlp.vocab[last.text.lower()].is_stop:
            found[at : at + 3] = [Piece(first.text + mark.text + last.text, last.space, first.start, last.end)]
