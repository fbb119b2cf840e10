"""Paragraphs parsed by spaCy, one Doc each, and read into :class:`~segun.annotate.words.Word` records.

No sentence begins inside quotation marks. White space makes no tokens: it would attract heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from segun.annotate.labels import to_universal
from segun.annotate.words import Paragraph, Sentence, Word, bound, fold
from segun.model import Span
from segun.prepare.quotations import Quotation, quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_PLAIN = str.maketrans("“”„«»‘’\u00a0\t\n\r", "\"\"\"\"\"''    ")
"""Marks that the parser knows better by their plain forms, one character for one."""


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
    tokens = [_tokens(nlp, readable, span) for span in places]
    docs = [_doc(nlp, *pair, marks) for pair, marks in zip(tokens, quoted, strict=True)]
    done = nlp.pipe(docs, batch_size=32)
    paragraphs = []
    previous = 0
    for index, (doc, span, marks, (_, _, starts)) in enumerate(zip(done, places, quoted, tokens, strict=True)):
        words, sentences = read_doc(doc, starts, text)
        gap = text.count("\n", previous, span.start)
        paragraphs.append(Paragraph(index, span, text, words, sentences, marks, gap=gap))
        previous = span.end
    return paragraphs


def read_doc(doc: Doc, starts: list[int], text: str) -> tuple[list[Word], list[Sentence]]:
    """Read a parsed Doc.

    Args:
        doc: the Doc.
        starts: for each token, its offset in ``text``.
        text: the report's text.
    """
    clearnlp = doc.lang_ == "en" and any(token.dep_ in {"pobj", "dobj", "nsubjpass", "attr"} for token in doc)
    feats: dict[int, dict[str, str]] = {}
    words = []
    for token, start in zip(doc, starts, strict=True):
        key = token.morph.key
        if key not in feats:
            feats[key] = token.morph.to_dict()
        surface = text[start : start + len(token)]
        words.append(
            Word(
                token.i,
                surface,
                fold(token.text),
                fold(token.lemma_ or token.text),
                token.pos_,
                token.dep_,
                token.head.i,
                feats[key],
                start,
                start + len(token),
                token.ent_type_,
            )
        )
    if clearnlp:
        to_universal(words)
    for word in words:
        if word.dep == "ROOT":
            word.dep = "root"
    sentences = [Sentence(sent.start, sent.end - 1) for sent in doc.sents]
    bound(words, sentences)
    return words, sentences


def _tokens(nlp: Language, readable: str, span: Span) -> tuple[list[str], list[bool], list[int]]:
    """Tokenise a paragraph: the words, whether a space follows each, and where each starts."""
    words, spaces, starts = [], [], []
    for token in nlp.tokenizer(span.of(readable).translate(_PLAIN)):
        if token.is_space:
            if spaces:
                spaces[-1] = True
            continue
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        starts.append(span.start + token.idx)
    return words, spaces, starts


def _doc(nlp: Language, words: list[str], spaces: list[bool], starts: list[int], marks: list[Quotation]) -> Doc:
    from spacy.tokens import Doc

    inside = list(_inside(starts, marks))
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    for token, within in zip(doc, inside, strict=True):
        if within and token.i > 0:
            token.is_sent_start = False
    return doc


def _inside(starts: list[int], marks: list[Quotation]) -> Iterator[bool]:
    """Tell for each token whether it stands in a quotation, its opening mark left aside."""
    outer = [q.outer for q in marks if q.depth == 0]
    at = 0
    for start in starts:
        while at < len(outer) and outer[at].end <= start:
            at += 1
        yield at < len(outer) and outer[at].start < start
