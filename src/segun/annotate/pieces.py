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


_DASHES = frozenset("-–—")
_SHORTEST = 4
"""Characters that a word has with a dash of an insertion at the least."""


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
    found = [part for piece in found for part in _without_dashes(text, piece)]
    _join_broken(nlp.lang or "", text, found)
    _join_names(nlp, found)
    return found


def _without_dashes(text: str, piece: Piece) -> list[Piece]:
    """Return a word apart from the dash that opens or closes an insertion: *-dice la nota-*, *–reconoció-*."""
    start, end = piece.start, piece.end
    if end - start < _SHORTEST or piece.text.startswith("--"):
        return [piece]
    before, after = text[max(start - 1, 0) : start], text[end : end + 1]
    opens = text[start] in _DASHES and piece.text[1].isalpha() and piece.text[1].islower() and before in {" ", "\u00a0"}
    closes = text[end - 1] in _DASHES and piece.text[-2].isalpha() and after in {" ", "\u00a0", ",", "."}
    found = [Piece(piece.text[0], False, start, start + 1)] if opens else []
    if opens or closes:
        word = piece.text[opens : len(piece.text) - closes]
        found.append(Piece(word, piece.space and not closes, start + opens, end - closes))
    else:
        found.append(piece)
    return [*found, Piece(piece.text[-1], piece.space, end - 1, end)] if closes else found


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
