"""Names in a report that may be names of places, with what their wording says for and against that."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.gazetteer.records import Match
from segun.lang.folding import fold
from segun.lang.placewords import PlaceWords
from segun.model import PlaceKind, Span

Lookup = Callable[[str], tuple[Match, ...]]

LONGEST = 7
"""Words that a name may have."""
SMALL = 50_000
"""People that a place has at least for its name to be more likely than a longer one's beginning."""
GREAT = 200_000
"""People of a place whose name outweighs that it may also be a person's or an everyday word."""
_PLACE_LABELS = {"GPE": 3.0, "LOC": 1.4, "FAC": 0.6}
_OTHER_LABELS = {"PERSON": -2.2, "PER": -1.0, "NORP": -1.5, "ORG": -0.8, "MISC": -0.2}
_NO_LABEL = -0.4
_DASHES = ("-", "–", "—")
_NO_NAME = {"ADP", "CCONJ", "SCONJ", "PRON", "AUX"}


@dataclass(slots=True)
class Mention:
    """A name that may be a place's."""

    paragraph: Paragraph
    first: int
    last: int
    """Its words in the paragraph, both inclusive."""
    name: str
    matches: tuple[Match, ...]
    """What the gazetteer knows by this name; empty where it knows none."""
    kind: PlaceKind | None
    """What the words beside it say it is: *provincia de*, *County*."""
    labelled: float
    """How much the parser's label for the name speaks for a place."""
    wording: float
    """How much the words around it do."""
    located: bool
    """Whether a word of place stands before it, or before a name that it is joined to: *en*, *cerca de*."""
    joined: bool
    """Whether it stands before a name joined to it only: *cerca de X, Y y Z*."""
    seat: bool
    """Whether it is part of an institution's name or title: *Mansfield Police Department*."""

    @property
    def span(self) -> Span:
        """Where it stands in the report's text, type words that belong to the name included."""
        words = self.paragraph.words
        end = words[self.last].end
        while self.paragraph.text[end - 1] in _DASHES:
            end -= 1
        return Span(words[self.first].start, end)

    @property
    def key(self) -> str:
        """What mentions of the same name share."""
        return fold(self.name)


class Finder:
    """Finds the names in paragraphs of one language, by one gazetteer."""

    def __init__(self, words: PlaceWords, lookup: Lookup, common: Callable[[str], bool]) -> None:
        self._words = words
        self._lookup = lookup
        self._common = common

    def find(self, paragraphs: Sequence[Paragraph]) -> list[Mention]:
        """Return the names in order; they do not overlap."""
        found = [mention for paragraph in paragraphs for mention in self._in(paragraph)]
        streets = {mention.key for mention in self._streets(found)}
        for mention in found:
            if mention.key in streets and mention.kind is None:
                mention.wording -= 6.0
        return found

    def _streets(self, mentions: Sequence[Mention]) -> Iterator[Mention]:
        """Yield the names in lists of streets: *las calles: X, desde Y hasta Z*."""
        paragraph, listed = None, -1
        for mention in mentions:
            if mention.paragraph is not paragraph:
                paragraph = mention.paragraph
                listed = self._list_of_streets(paragraph)
            if 0 <= listed < mention.first and "," in paragraph.text[paragraph.words[listed].end : mention.span.start]:
                yield mention

    def _list_of_streets(self, paragraph: Paragraph) -> int:
        """Return the first word for streets in a paragraph that opens a list of them, or -1."""
        words = paragraph.words
        for word, behind in pairwise(words):
            if word.norm in self._words.streets and (behind.text[0].isupper() or behind.text == ":"):
                return word.i
        return -1

    def _in(self, paragraph: Paragraph) -> Iterator[Mention]:
        shouting = _shouting(paragraph)
        at = 0
        while at < len(paragraph.words):
            if not self._opens(paragraph, at, shouting=shouting):
                at += 1
                continue
            last, matches = self._longest(paragraph, at)
            mention = self._mention(paragraph, at, last, matches)
            if mention is not None:
                yield mention
            at = last + 1

    def _opens(self, paragraph: Paragraph, at: int, *, shouting: bool) -> bool:
        """Whether a name may begin here: a capital that no sentence's beginning explains."""
        word = paragraph.words[at]
        if not word.text[0].isupper() or word.pos in _NO_NAME:
            return False
        if word.norm in self._words.demonyms and not any(m.entry.kind == "country" for m in self._lookup(word.text)):
            return False
        if word.pos == "DET" and word.norm not in self._words.articles:
            return False
        if at + 1 < len(paragraph.words) and f"{word.norm} {paragraph.words[at + 1].norm}" in self._words.demonyms:
            return False
        if word.entity in _PLACE_LABELS or word.pos == "PROPN":
            return True
        if shouting:
            return False
        sentence = paragraph.sentence_of(word)
        return at != sentence.first

    def _longest(self, paragraph: Paragraph, at: int) -> tuple[int, tuple[Match, ...]]:
        """Return the end of the longest name from here that the gazetteer knows; else of the run of capitals."""
        run = self._run(paragraph, at)
        for last in range(min(run, at + LONGEST - 1), at - 1, -1):
            if not paragraph.words[last].text[0].isupper() and not paragraph.words[last].text[0].isdigit():
                continue
            name = _name(paragraph, at, last)
            stop = last + 1 < len(paragraph.words) and paragraph.words[last + 1].text == "."
            matches = self._lookup(name + ".") if stop and len(name) <= 5 else ()
            if not matches and name.isupper() and len(name) <= 2 and not stop and last + 1 <= run:
                continue
            matches = matches or self._lookup(name)
            if matches and not (last == at and paragraph.words[at].norm.strip(".") in self._words.no_places):
                whole = self._whole(paragraph, at, last, matches)
                return (whole, ()) if whole > last else (last, matches)
        return self._unmatched(paragraph, at, run), ()

    def _whole(self, paragraph: Paragraph, first: int, last: int, matches: tuple[Match, ...]) -> int:
        """Return the end of the name of which the gazetteer knows the beginning only; else ``last``.

        *Staraya Sorochina* is no Staraya, and *Lomas de Guadalupe*, of which no large place has the first part, is
        neither of the two.
        """
        words = paragraph.words
        known = self._words
        label = words[first].entity
        beyond = words[last + 1 : last + 3]
        named = len(beyond) == 2 and beyond[0].norm in known.inside_names and beyond[1].text[0].isupper()
        if named and beyond[1].norm in known.directions:
            return last + 2
        small = all(m.entry.kind in {"town", "adm2"} and m.entry.population < SMALL for m in matches)
        end = ahead = last
        while label and ahead + 1 < len(words) and words[ahead + 1].entity == label:
            if words[ahead].text.endswith(_DASHES):
                break
            ahead += 1
            if words[ahead].text[0].isupper():
                if ahead > end + 1 and great(self._lookup(_name(paragraph, ahead, ahead))):
                    break
                end = ahead
            elif not small or words[ahead].norm not in known.inside_names - known.joiners:
                break
        behind = {w.norm.rstrip(".") for w in words[last + 1 : end + 1]}
        explained = known.authorities | known.institutions | known.persons | known.streets | known.directions
        return last if behind & explained or behind & set(known.after) else end

    def _unmatched(self, paragraph: Paragraph, at: int, run: int) -> int:
        """Return the end of a name that the gazetteer lacks: as far as one label of place reaches, else one word."""
        words = paragraph.words
        opening = " ".join(w.norm for w in words[at : at + 2])
        if words[at].entity not in _PLACE_LABELS or opening in self._words.before:
            return at
        last = at
        while last < run and words[last + 1].entity == words[at].entity and words[last + 1].text not in {",", ";"}:
            last += 1
        while last > at and not words[last].text[0].isupper():
            last -= 1
        return last

    def _run(self, paragraph: Paragraph, at: int) -> int:
        """Return the last word of the run of capitals that begins here, small words inside names included."""
        words = paragraph.words
        last = at
        ahead = at + 1
        while ahead < len(words) and ahead - at < LONGEST + 2:
            word = words[ahead]
            if word.text[0].isupper() and word.text != "I":
                last = ahead
            elif word.norm not in self._words.inside_names and word.text not in {"-", "–", "'", "’"}:
                break
            ahead += 1
        return last

    def _mention(self, paragraph: Paragraph, first: int, last: int, matches: tuple[Match, ...]) -> Mention | None:
        words = paragraph.words
        known = self._words
        if not matches and all(self._everyday(w) for w in words[first : last + 1]):
            return None
        before = _phrases_before(words, first, known.longest)
        kind = next((known.before[p] for p in before if p in known.before), None)
        after = words[last + 1].norm if last + 1 < len(words) else ""
        named = known.after.get(words[last].norm) if last > first else None
        kind = kind or named or known.after.get(after)
        located = self._located(paragraph, first)
        labelled = _label(paragraph, first, last)
        seat = self._seat(paragraph, first, last)
        wording = self._wording(paragraph, first, last, located=located, kind=kind, seat=seat or named is not None)
        name = _name(paragraph, first, last)
        joined = located and not self._located(paragraph, first, joined=False) and self._listed(words, first, last)
        return Mention(paragraph, first, last, name, matches, kind, labelled, wording, located, joined, seat)

    def _listed(self, words: list[Word], first: int, last: int) -> bool:
        """Whether a joined name is one of a list, and not what a comma sets beside the place before."""
        if words[first - 1].text != ",":
            return True
        if last + 2 >= len(words) or words[last + 1].norm not in self._words.joiners:
            return False
        return words[last + 1].text != "," or words[last + 2].text[0].isupper()

    def _everyday(self, word: Word) -> bool:
        known = self._words
        norm = word.norm.strip(".")
        closed = (known.no_places, known.institutions, known.before, known.inside_names, known.articles)
        return any(norm in words for words in closed) or self._common(word.text.lower())

    def _located(self, paragraph: Paragraph, first: int, *, joined: bool = True) -> bool:
        """Whether a word of place governs the name, articles, type words, directions and joined names between."""
        words = paragraph.words
        known = self._words
        at = first
        for _ in range(6):
            before = _phrases_before(words, at, known.longest)
            if any(phrase in known.locative for phrase in before):
                return True
            step = next((p for p in before if p in known.before or p in known.articles or p in known.directions), None)
            if step is not None:
                at -= len(step.split())
            elif joined and at > 1 and words[at - 1].norm in known.joiners and words[at - 2].text[0].isupper():
                at = self._name_before(words, at - 2)
            else:
                return False
        return False

    def _name_before(self, words: list[Word], last: int) -> int:
        """Return the first word of the run of capitals that ends at ``last``."""
        first = at = last
        while at and (words[at - 1].text[0].isupper() or words[at - 1].norm in self._words.inside_names):
            at -= 1
            if words[at].text[0].isupper():
                first = at
        return first

    def _seat(self, paragraph: Paragraph, first: int, last: int) -> bool:
        """Whether the name tells the seat of an authority that bears it."""
        words = paragraph.words
        known = self._words
        behind = words[last + 1 : last + 4]
        for word in behind:
            if not word.text[0].isupper():
                break
            if word.norm.rstrip(".") in known.authorities:
                return True
        at = _over_of(words, first, known)
        return at is not None and words[at].norm in known.authorities

    def _wording(
        self, paragraph: Paragraph, first: int, last: int, *, located: bool, kind: PlaceKind | None, seat: bool
    ) -> float:
        words = paragraph.words
        known = self._words
        score = 1.6 * located + (1.6 if kind is not None else 0.0)
        at = _over_of(words, first, known)
        if at is not None:
            above = paragraph.head(words[first]).norm if words[first].dep.startswith("nmod") else ""
            if words[at].norm in known.roles or above in known.roles:
                score += 1.2
            elif not seat and self._instituted(words, at if words[at].pos != "ADJ" else paragraph.head(words[at]).i):
                score -= 4.0
        if self._followed(words, last):
            score += 1.2
        before = words[first - 1] if first and not parted(paragraph, first) else None
        after = words[last + 1] if last + 1 < len(words) and not parted(paragraph, last + 1) else None
        if before is not None and before.sentence == words[first].sentence:
            score += self._neighbour_before(before)
            if before.norm in known.articles and (after is None or after.pos not in {"NOUN", "PROPN", "ADJ"}):
                score -= 0.8
        if after is not None and after.sentence == words[last].sentence:
            score += self._neighbour_after(words, last + 1, seat=seat)
        return score

    def _instituted(self, words: list[Word], at: int) -> bool:
        """Whether the run of names that ends at ``at`` is an institution's: *Universidad de Tecnología de*."""
        known = self._words
        while at >= 0 and (words[at].text[0].isupper() or words[at].norm in known.inside_names):
            if words[at].norm in known.institutions:
                return True
            at -= 1
        return at >= 0 and words[at].norm in known.institutions

    def _followed(self, words: list[Word], last: int) -> bool:
        """Whether a comma and a word of place follow the name: *Korenevo, cerca de*."""
        if last + 3 >= len(words) or words[last + 1].text != ",":
            return False
        ahead = [w.norm for w in words[last + 2 : last + 2 + self._words.longest]]
        return any(" ".join(ahead[:size]) in self._words.locative for size in range(2, len(ahead) + 1))

    def _neighbour_before(self, before: Word) -> float:
        known = self._words
        norm = before.norm.rstrip(".")
        if norm in known.streets:
            return -3.0
        if norm in known.directions or norm in known.before or norm in known.roles:
            return 0.5
        if norm in known.persons:
            return -2.5
        if norm in known.institutions:
            return -1.5
        if before.text[0].isupper() and before.pos == "PROPN" and norm not in known.articles:
            return -2.2
        return 0.0

    def _neighbour_after(self, words: list[Word], at: int, *, seat: bool) -> float:
        known = self._words
        after = words[at]
        norm = after.norm.rstrip(".")
        if norm in known.streets:
            return -3.0
        if norm in known.after:
            return 0.8
        if seat or norm in known.persons or norm in known.roles:
            return 0.3
        if norm in known.institutions and after.text[0].isupper():
            return -1.5
        if after.text[0].isupper() and after.pos == "PROPN":
            return -2.0
        return 0.0


def great(matches: Iterable[Match]) -> bool:
    """Whether a name is a country's, a province's or a great city's."""
    return any(
        m.how == "name" and (m.entry.kind in {"country", "adm1"} or m.entry.population >= GREAT) for m in matches
    )


def _shouting(paragraph: Paragraph) -> bool:
    """Whether the paragraph is set in capitals, so that they tell nothing."""
    letters = [w for w in paragraph.words if w.text.isalpha() and len(w.text) > 2]
    return bool(letters) and sum(w.text.isupper() for w in letters) > 0.7 * len(letters)


def _name(paragraph: Paragraph, first: int, last: int) -> str:
    words = paragraph.words
    return " ".join(paragraph.text[words[first].start : words[last].end].split()).rstrip("".join(_DASHES))


def _label(paragraph: Paragraph, first: int, last: int) -> float:
    """Weigh the parser's label; a label that reaches beyond the name speaks for the longer name."""
    words = paragraph.words
    label = words[first].entity
    if label in _PLACE_LABELS:
        return _PLACE_LABELS[label]
    longer = any(
        words[beside].entity == label and words[beside].text[0].isupper() and not parted(paragraph, edge)
        for beside, edge in ((first - 1, first), (last + 1, last + 1))
        if 0 <= beside < len(words)
    )
    if not label:
        return _NO_LABEL
    return _OTHER_LABELS.get(label, -1.0) * (1.4 if longer else 0.6)


def parted(paragraph: Paragraph, at: int) -> bool:
    """Whether a line break or a dash parts a word from the one before it."""
    words = paragraph.words
    return words[at - 1].text.endswith(_DASHES) or "\n" in paragraph.text[words[at - 1].end : words[at].start]


def _phrases_before(words: list[Word], at: int, longest: int) -> list[str]:
    """Return the runs of words that end right before ``at``, the longest first."""
    return [" ".join(w.norm for w in words[at - size : at]) for size in range(min(longest, at), 0, -1)]


def _over_of(words: list[Word], first: int, known: PlaceWords) -> int | None:
    """Return the noun that the name depends on by an *of*: *alcalde de X*."""
    for size in (2, 1):
        if first > size and " ".join(w.norm for w in words[first - size : first]) in known.of:
            return first - size - 1
    return None
