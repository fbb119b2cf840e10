"""Words as the grammar of attribution sees them: Universal Dependencies, whatever labels the parser used."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from segun.model import Span
from segun.prepare.quotations import Quotation

LINE = 200
"""Characters that a line has at the most which is one sentence, as a heading is, if no mark ends one within it."""
_START, _END = attrgetter("start"), attrgetter("end")


@dataclass(slots=True)
class Word:
    """One token of a paragraph.

    ``head`` and ``children`` are positions in the paragraph; a root's head is itself. ``left`` and ``right`` bound its
    subtree, both inclusive. ``start`` and ``end`` are offsets in the report's text.
    """

    i: int
    text: str
    norm: str
    """Lower case, without accents."""
    lemma: str
    """Lower case, without accents."""
    pos: str
    dep: str
    head: int
    feats: dict[str, str]
    start: int
    end: int
    entity: str = ""
    sentence: int = 0
    children: list[int] = field(default_factory=list)
    left: int = 0
    right: int = 0

    @property
    def finite(self) -> bool:
        """Whether it is a verb form with a person of its own."""
        return self.feats.get("VerbForm") == "Fin"

    @property
    def span(self) -> Span:
        """Where it stands in the report's text."""
        return Span(self.start, self.end)


@dataclass(slots=True)
class Sentence:
    """The words ``[first, last]`` of a paragraph that the parser took for a sentence."""

    first: int
    last: int


@dataclass(slots=True)
class Paragraph:
    """A parsed paragraph of a report."""

    index: int
    span: Span
    text: str
    """The whole report's text, into which all offsets point."""
    words: list[Word]
    sentences: list[Sentence]
    quotations: list[Quotation]
    headline: bool = False
    gap: int = 1
    """Line breaks between the paragraph before and this one."""

    def children(self, word: Word, *deps: str) -> Iterator[Word]:
        """Yield the dependents of ``word`` with one of the relations, subtypes included; all where none is named."""
        for at in word.children:
            child = self.words[at]
            if not deps or child.dep in deps or (":" in child.dep and child.dep.partition(":")[0] in deps):
                yield child

    def head(self, word: Word) -> Word:
        """Return the word's head; a root is its own."""
        return self.words[word.head]

    def subtree(self, word: Word) -> list[Word]:
        """Return the word and all that depends on it, in order."""
        found, stack = [], [word.i]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(self.words[at].children)
        return [self.words[at] for at in sorted(found)]

    def inside(self, span: Span) -> list[Word]:
        """Return the words that lie wholly in ``span``."""
        first = bisect_left(self.words, span.start, key=_START)
        return self.words[first : bisect_right(self.words, span.end, first, key=_END)]

    def sentence_of(self, word: Word) -> Sentence:
        """Return the sentence that the word stands in."""
        return self.sentences[word.sentence]

    def word_at(self, offset: int) -> Word | None:
        """Return the word that begins at an offset of the report's text."""
        at = bisect_left(self.words, offset, key=_START)
        return self.words[at] if at < len(self.words) and self.words[at].start == offset else None

    def bearer(self, verb: Word) -> Word:
        """Return what shows a verb's person and tense: itself, or else its finite auxiliary or copula."""
        return next((word for word in (verb, *self.children(verb, "aux", "cop")) if word.finite), verb)

    def quotation_at(self, offset: int) -> Quotation | None:
        """Return the outermost quotation that holds ``offset``."""
        for quotation in self.quotations:
            if quotation.depth == 0 and quotation.outer.start <= offset < quotation.outer.end:
                return quotation
        return None


def bound(words: list[Word], sentences: Iterable[Sentence]) -> None:
    """Fill in children, subtree bounds and sentence numbers from the heads."""
    for word in words:
        word.children.clear()
        word.left = word.right = word.i
    for word in words:
        if word.head != word.i:
            words[word.head].children.append(word.i)
    for number, sentence in enumerate(sentences):
        for at in range(sentence.first, sentence.last + 1):
            words[at].sentence = number
    for root in words:
        if root.head == root.i:
            _bound_subtree(words, root)


def _bound_subtree(words: list[Word], root: Word) -> None:
    order, stack = [], [root.i]
    while stack:
        at = stack.pop()
        order.append(at)
        stack.extend(words[at].children)
    for at in reversed(order):
        word = words[at]
        for child in word.children:
            word.left = min(word.left, words[child].left)
            word.right = max(word.right, words[child].right)
