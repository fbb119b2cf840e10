"""Paragraphs parsed by spaCy, one Doc each, and read into :class:`~segun.annotate.words.Word` records.

No sentence begins inside quotation marks. White space makes no tokens: it would attract heads.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from segun import lang
from segun.annotate.labels import OWN_LABELS, to_universal
from segun.annotate.words import Paragraph, Sentence, Word, bound
from segun.lang.lexicon import fold
from segun.model import Span
from segun.prepare.paragraphs import paragraphs
from segun.prepare.quotations import Quotation, quotations

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

_PLAIN = str.maketrans("“”„«»‘’\u00a0\t\n\r", '"""""\'\'    ')
"""Marks that the parser knows better by their plain forms, one character for one."""
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
    tokens = [_tokens(nlp, readable, span) for span in places]
    docs = [_doc(nlp, *pair, marks) for pair, marks in zip(tokens, quoted, strict=True)]
    done = nlp.pipe(docs, batch_size=32)
    paragraphs = []
    previous = 0
    for index, (doc, span, marks, (_, _, starts)) in enumerate(zip(done, places, quoted, tokens, strict=True)):
        words, sentences = read_tokens(list(doc), starts, text)
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
            words, sentences = read_tokens(tokens, [t.idx for t in tokens], text)
            found.append(Paragraph(len(found), span, text, words, sentences, quotations(text, span)))
    return found


def read_tokens(tokens: Sequence[Token], starts: Sequence[int], text: str) -> tuple[list[Word], list[Sentence]]:
    """Read the parsed tokens of a paragraph.

    Args:
        tokens: tokens of one Doc, in order, white space left out.
        starts: for each token, its offset in ``text``.
        text: the report's text.
    """
    place = {token.i: at for at, token in enumerate(tokens)}
    feats: dict[str, dict[str, str]] = {}
    words: list[Word] = []
    sentences: list[Sentence] = []
    for at, (token, start) in enumerate(zip(tokens, starts, strict=True)):
        key = str(token.morph)
        if key not in feats:
            feats[key] = token.morph.to_dict()
        end = start + len(token)
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
    _mend(words, doc_language)
    bound(words, sentences)
    return words, sentences


def _mend(words: list[Word], language: str) -> None:
    """Mend what the model gets wrong about forms that show what they are by their ending."""
    if language not in lang.supported():
        return
    known = lang.grammar(language).words
    gerunds, persons, determiners = tuple(known["gerunds"]), known["nouns.persons"], known["determiners"]
    for word in words:
        if word.pos == "VERB" and word.finite and gerunds and word.norm.endswith(gerunds):
            word.feats = {"VerbForm": "Ger"}
        if word.pos == "VERB" and word.i and word.norm in persons and words[word.i - 1].norm in determiners:
            word.pos, word.feats = "NOUN", {}


def _head(token: Token, place: Mapping[int, int]) -> int:
    """Return the place of the token's head, or of the next one above it that is among the tokens."""
    head = token.head
    while head.i not in place and head.head.i != head.i:
        head = head.head
    return place.get(head.i, place[token.i])


def _tokens(nlp: Language, readable: str, span: Span) -> tuple[list[str], list[bool], list[int]]:
    """Tokenise a paragraph: the words, whether a space follows each, and where each starts."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[int] = []
    for token in nlp.tokenizer(span.of(readable).translate(_PLAIN)):
        if token.is_space:
            if spaces:
                spaces[-1] = True
            continue
        words.append(token.text)
        spaces.append(bool(token.whitespace_))
        starts.append(span.start + token.idx)
    _join_names(nlp, words, spaces, starts)
    return words, spaces, starts


def _join_names(nlp: Language, words: list[str], spaces: list[bool], starts: list[int]) -> None:
    """Make one token, in place, of a name with a full stop in it, *Most.Media*, which would end a sentence.

    A missing blank behind a sentence is told by the word that follows, which is seldom a name: *fin.El*.
    """
    for at in range(len(words) - 3, -1, -1):
        if at + 2 >= len(words):  # joined with what stood behind it
            continue
        first, mark, last = words[at : at + 3]
        tight = not spaces[at] and not spaces[at + 1]
        named = all(word.isalpha() and word[0].isupper() for word in (first, last))
        if tight and mark == "." and named and not nlp.vocab[last.lower()].is_stop:
            words[at : at + 3] = [first + mark + last]
            del spaces[at : at + 2], starts[at + 1 : at + 3]


def _doc(nlp: Language, words: list[str], spaces: list[bool], starts: list[int], marks: list[Quotation]) -> Doc:
    from spacy.tokens import Doc

    inside = list(_inside(starts, marks))
    doc = Doc(nlp.vocab, words=words, spaces=spaces)
    opening = {q.outer.start for q in marks if q.depth == 0}
    for token, within, start in zip(doc, inside, starts, strict=True):
        if within and token.i > 0:
            token.is_sent_start = False
        elif start in opening and token.i > 0 and words[token.i - 1][-1] in ".?!…" and spaces[token.i - 1]:
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
