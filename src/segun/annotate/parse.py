"""Paragraphs parsed by spaCy, one Doc each, and read into :class:`~segun.annotate.words.Word` records.

No sentence begins inside quotation marks. White space makes no tokens: it would attract heads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from segun.annotate.labels import OWN_LABELS, to_universal
from segun.annotate.mending import mend
from segun.annotate.pieces import Piece, pieces
from segun.annotate.words import LINE, Paragraph, Sentence, Word, bound
from segun.lang.folding import fold
from segun.model import Span
from segun.prepare.paragraphs import paragraphs
from segun.prepare.quotations import Quotation, quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_STOP = re.compile(r"[.!?…][^\w\s]*\s")
_MARKS = {"''": '"', "``": '"'}
"""What a token of two signs is, where they stand for one mark."""


def parse(nlp: Language, text: str, readable: str, spans: Iterable[Span]) -> list[Paragraph]:
    """Parse the paragraphs of a report.

    Args:
        nlp: the language's spaCy pipeline.
        text: the report's text.
        readable: the text as the parser shall read it, accents restored; as long as ``text``.
        spans: the paragraphs, as offsets in ``text``.
    """
    places = list(spans)
    quoted = [quotations(text, span) for span in places]
    tokens = [pieces(nlp, text, readable, span) for span in places]
    wholes = [_is_whole(text, span) for span in places]
    docs = [_doc(nlp, some, marks, whole) for some, marks, whole in zip(tokens, quoted, wholes, strict=True)]
    done = nlp.pipe(docs, batch_size=32)
    paragraphs = []
    previous = 0
    for index, (doc, span, marks, some) in enumerate(zip(done, places, quoted, tokens, strict=True)):
        words, sentences = read_tokens(list(doc), [Span(each.start, each.end) for each in some], text)
        gap = text.count("\n", previous, span.start)
        paragraphs.append(Paragraph(index, span, text, words, sentences, marks, gap=gap))
        previous = span.end
    return paragraphs


def paragraphs_of(doc: Doc) -> list[Paragraph]:
    """Read a Doc that another pipeline parsed, cut into paragraphs at its line breaks."""
    text = doc.text
    found: list[Paragraph] = []
    for span in paragraphs(text):
        tokens = [t for t in doc if span.start <= t.idx and t.idx + len(t) <= span.end and not t.is_space]
        if tokens:
            words, sentences = read_tokens(tokens, [Span(t.idx, t.idx + len(t)) for t in tokens], text)
            found.append(Paragraph(len(found), span, text, words, sentences, quotations(text, span)))
    return found


def read_tokens(tokens: Sequence[Token], spans: Sequence[Span], text: str) -> tuple[list[Word], list[Sentence]]:
    """Read the parsed tokens of a paragraph.

    Args:
        tokens: tokens of one Doc, in order, white space left out.
        spans: for each token, where it stands in ``text``.
        text: the report's text.
    """
    place = {token.i: at for at, token in enumerate(tokens)}
    feats: dict[str, dict[str, str]] = {}
    words: list[Word] = []
    sentences: list[Sentence] = []
    for at, (token, (start, end)) in enumerate(zip(tokens, spans, strict=True)):
        key = str(token.morph)
        if key not in feats:
            feats[key] = token.morph.to_dict()
        words.append(
            Word(
                at,
                text[start:end],
                _MARKS.get(token.text) or fold(token.text),
                fold(token.lemma_ or token.text),
                token.pos_,
                token.dep_,
                _head(token, place),
                feats[key],
                start,
                end,
                token.ent_type_,
            )
        )
        if at == 0 or token.is_sent_start:
            sentences.append(Sentence(at, at))
        sentences[-1].last = at
    doc_language = tokens[0].doc.lang_ if tokens else ""
    if not OWN_LABELS.isdisjoint(word.dep for word in words):
        to_universal(words)
    for word in words:
        if word.dep == "ROOT":
            word.dep = "root"
    mend(words, [token.text.lower() for token in tokens], doc_language)
    bound(words, sentences)
    return words, sentences


def _head(token: Token, place: Mapping[int, int]) -> int:
    """Return the place of the token's head, or of the next one above it that is among the tokens."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _is_whole(text: str, span: Span) -> bool:
    """Whether a paragraph is one sentence: a headline or another short line in which none ends."""
    return span.end - span.start <= LINE and not _STOP.search(text, span.start, span.end)


def _doc(nlp: Language, some: list[Piece], marks: list[Quotation], whole: bool) -> Doc:
    from spacy.tokens import Doc

    doc = Doc(nlp.vocab, words=[each.text for each in some], spaces=[each.space for each in some])
    inside = list(_inside([each.start for each in some], marks))
    opening = {q.outer.start for q in marks if q.depth == 0}
    for token, within, piece in zip(doc, inside, some, strict=True):
        before = some[token.i - 1]
        goes_on = piece.text == "," or (token.i > 1 and before.text == ",")
        if (within or whole or goes_on) and token.i > 0:
            token.is_sent_start = False
        elif piece.start in opening and token.i > 0 and before.text[-1] in ".?!…" and before.space:
            token.is_sent_start = True  # … at 7:15 p.m. “The boat …
    return doc


def _inside(starts: list[int], marks: list[Quotation]) -> Iterator[bool]:
    """Tell for each token whether it stands in a quotation, its opening mark left aside."""
    outer = [q.outer for q in marks if q.depth == 0]
    at = 0
    for start in starts:
        while at < len(outer) and outer[at].end <= start:
            at += 1
        yield at < len(outer) and outer[at].start < start
