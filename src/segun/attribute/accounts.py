"""The accounts of a report, sentence by sentence: who opens one, which sentences it carries on over, what is left.

Whether a sentence without an attribution of its own belongs to an account is not decided on that sentence alone. All
that follow it up to the next attribution are looked at: each way to end the account weighs as much as the sum of the
log-odds of the sentences before that end, and the account goes on where the ways that end it later outweigh the one
that ends it here.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice

from segun.annotate.words import Paragraph, Sentence, Word
from segun.attribute import continuation, nominal, turns
from segun.attribute.announced import announced
from segun.attribute.continuation import Account, CarryOn
from segun.attribute.draft import Draft, tidy
from segun.attribute.entities import Entity, Registry
from segun.attribute.judging import Judge, logit, probability
from segun.attribute.relaying import continued
from segun.attribute.telling import tells
from segun.lang.lexicon import Grammar
from segun.model import Span

_OF_EVENTS = frozenset({"infinitive", "noun phrase", "oblique"})
"""Constructions by which what happens may stand for who speaks."""
_BRACKETS = {"(": ")", "[": "]"}
_LISTED = 2.0
"""Log-odds that an account goes on over a list which hangs on its opening."""
_HEADING = 7
"""Words of a heading within a text at the most."""
_OWN_ACTS = frozenset({"request", "order", "promise", "threaten"})
"""Acts by which whoever speaks speaks for itself, and relays nobody."""
_AHEAD = 3
"""Sentences that are looked at to say whether an account carries on over the first; more of them told no more."""


@dataclass(slots=True)
class Own:
    """A sentence that the report itself asserts."""

    paragraph: Paragraph
    sentence: Sentence
    span: Span


@dataclass(slots=True)
class Place:
    """A sentence with the attributions that its paragraph has."""

    paragraph: Paragraph
    sentence: Sentence
    drafts: Sequence[Draft]

    @property
    def span(self) -> Span:
        """From its first word to its last."""
        words = self.paragraph.words
        return Span(words[self.sentence.first].start, words[self.sentence.last].end)

    @property
    def words(self) -> list[Word]:
        """All of its words."""
        return self.paragraph.words[self.sentence.first : self.sentence.last + 1]

    @property
    def aside(self) -> bool:
        """Whether it tells nothing: a note in brackets (*[Picture: R. Quill]*), a heading (*A dry year*), a number."""
        words = self.words
        if not any(word.text[0].isalpha() for word in words):
            return True
        brackets = words[0].norm in _BRACKETS and words[-1].norm == _BRACKETS[words[0].norm]
        return (brackets or self._heads(words)) and not any(word.finite for word in words)

    def _heads(self, words: list[Word]) -> bool:
        """Whether it is a short line of its own without a mark at its end."""
        alone = len(words) <= _HEADING and self.paragraph.words[-1] is words[-1] and self.paragraph.words[0] is words[0]
        return alone and words[0].text[:1].isupper() and words[-1].pos != "PUNCT"

    def covering(self) -> list[Draft]:
        """Return the attributions that stand in it or in whose content it lies, but none that is nested."""
        first, last = self.span
        here = [
            d for d in self.drafts if first <= d.at < last or any(s.start < last and first < s.end for s in d.content)
        ]
        return [d for d in here if d.parent is None and (first <= d.at < last or d.start < last)]

    def top(self) -> list[Draft]:
        """Return those whose cue stands in it."""
        first, last = self.span
        return [d for d in self.covering() if first <= d.at < last]


def places(paragraphs: Sequence[tuple[Paragraph, Sequence[Draft]]]) -> list[Place]:
    """Return the sentences of a report in order.

    Args:
        paragraphs: each with the attributions in it, their sources resolved.
    """
    return [Place(paragraph, each, drafts) for paragraph, drafts in paragraphs for each in paragraph.sentences]


class Accounts:
    """One pass over the sentences of a report in text order.

    Args:
        places: the sentences.
        registry: the report's sources.
        carry_on: how readily an account goes on.
        judge: who says how likely a sentence carries an account on.
    """

    def __init__(self, places: Sequence[Place], registry: Registry, carry_on: CarryOn, judge: Judge) -> None:
        self.places = places
        self.registry = registry
        self.grammar = registry.grammar
        self.threshold = continuation.THRESHOLDS[carry_on]
        self.judge = judge
        self.says_i = any(_says_i(place, self.grammar) for place in places)
        self.account: Account | None = None
        self.inner: Account | None = None
        self.carried: list[Draft] = []
        """What accounts say in sentences without an attribution of their own."""
        self.own: list[Own] = []
        self.ran = 0
        """How many accounts carried on, less those that ended at once."""
        self.heard: set[str] = set()
        """Who spoke so far, by their ids."""

    def follow(self) -> None:
        """Carry accounts through all sentences."""
        for at, place in enumerate(self.places):
            self._sentence(at, place)

    def _sentence(self, at: int, place: Place) -> None:
        top = place.top()
        if not place.covering():
            if self._unattributed(at) is None:
                self._announced(place)
            return
        if not top:
            return
        strong = [d for d in top if _dominates(place, d)]
        if not strong or self._tells(place, self.account, strong):
            carried = self._unattributed(at, own=False)
            for draft in top:
                draft.parent = carried
            if carried is None and not strong:
                self._announced(place)
            if carried is not None or not strong:
                return
        if self.account is not None:
            self._within_account(at, strong)
        self._open(place, strong)

    def _announced(self, place: Place) -> None:
        """Open an account that a sentence announces and says nothing of."""
        draft = None if place.paragraph.headline else announced(place.paragraph, place.sentence, self.grammar)
        entity = self.registry.named(draft.source) if draft is not None else None
        if draft is not None and entity is not None:
            draft.resolved = entity, draft.source
            self._open(place, [draft])

    def _within_account(self, at: int, strong: list[Draft]) -> None:
        """Somebody speaks inside an account, which goes on around them or ends."""
        account = self.account
        if account is None or not self._around(account, self.places[at], strong):
            self.account = self.inner = None
            return
        total = self._goes_on(account, at)
        if not self._keeps(account, total):
            self.account = self.inner = None
            return
        for draft in strong:
            draft.account = account.opener
            draft.score = total
        continuation.follow(account, self.places[at].paragraph, self.places[at].sentence)

    def _tells(self, place: Place, account: Account | None, strong: list[Draft]) -> bool:
        """Whether an account may itself tell what is said in a sentence."""
        running = [each for each in (account, self.inner) if each is not None]
        top = place.top()
        return account is not None and all(tells(running, place.paragraph, each, top) for each in strong)

    def _around(self, account: Account, place: Place, strong: list[Draft]) -> bool:
        """Whether an account may go on around those who speak in a sentence.

        An outlet's goes on around whoever is no outlet, a document's around those whom it does not name: *En un correo,
        un jefe escribió: …*.
        """
        unnamed = all(self._unnamed(draft, place.paragraph) for draft in strong)
        if not account.media and not (unnamed and _is_document(account.opener)):
            return False
        if not unnamed and any(_takes_over(d) for d in strong):
            return False
        source = account.opener.resolved
        same = any(d.resolved is not None and source is not None and d.resolved[0] is source[0] for d in strong)
        return not same and not any(self._media(d) for d in strong)

    def _unnamed(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether who speaks comes in without a name, as one of many: *un vecino*, *a manager*, *un 6 %*."""
        words = paragraph.inside(draft.source.spans[0]) if draft.source.kind == "noun" else []
        first = words[0] if words else None
        one = first is not None and (first.norm in self.grammar.words["indefinites"] or first.pos == "NUM")
        return one and not any(word.pos == "PROPN" for word in words)

    def _media(self, draft: Draft) -> bool:
        """Whether the source is an outlet or agency, which relays others."""
        asks = draft.frame is not None and draft.frame.act in _OWN_ACTS
        return draft.resolved is not None and _is_outlet(draft.resolved[0], self.grammar, letters=not asks)

    def _goes_on(self, account: Account, at: int) -> float:
        """Return the log-odds that an account goes on over a sentence; minus infinity where it cannot."""
        ahead = list(islice(self._ahead(account, at), _AHEAD))
        return self.judge.carries_on(ahead) if ahead else -math.inf

    def _keeps(self, account: Account, total: float) -> bool:
        """Whether an account goes on by log-odds that hold if its opening is right, which is not certain either.

        The doubt about the opening counts half: sentences that plainly go on speak for it.
        """
        return logit(probability(total) * math.sqrt(account.opener.sure)) >= self.threshold

    def _ahead(self, account: Account, at: int) -> Iterator[tuple[Span, list[str]]]:
        """Yield the sentences from one on that an account may carry on over, and what is told of each."""
        known = replace(account, lemmas=set(account.lemmas), said=list(account.said))
        for place in self.places[at:]:
            top = place.top()
            if place.paragraph.headline or (place.covering() and not top) or place.aside:
                continue
            strong = [d for d in top if _dominates(place, d)]
            if strong and not self._tells(place, known, strong):
                if not self._around(known, place, strong):
                    return
                yield place.span, continuation.around(known, place.paragraph)
            else:
                traits = continuation.traits(known, place.paragraph, place.sentence, self.grammar, place.drafts)
                yield place.span, traits
            continuation.follow(known, place.paragraph, place.sentence)

    def _open(self, place: Place, top: list[Draft]) -> None:
        if all(self._of_event(draft, place.paragraph) for draft in top):
            self.account = self.inner = None
            return
        draft = top[-1] if all(d.how != "adjunct" for d in top) else next(d for d in top if d.how == "adjunct")
        own = any(not each.paragraph.headline for each in self.own)
        source = draft.resolved[0] if draft.resolved is not None else None
        others = len(self.heard) - (source is not None and source.id in self.heard)
        self.heard.update(each.resolved[0].id for each in top if each.resolved is not None)
        opening = partial(
            continuation.opening,
            paragraph=place.paragraph,
            grammar=self.grammar,
            own=own,
            says_i=self.says_i,
            ended=self.ran < 0,
            others=others,
        )
        media = self._media(draft)
        opened = opening(draft, media=media)
        if self.account is not None and draft.account is self.account.opener:
            # Behind words that an account quotes, or an opinion that it tells of, the account goes on.
            self.inner = None if draft.quoted or draft.rule in continuation.OPINIONS else opened
        else:
            relayed = self._relayed(place, draft) if media else None
            self.account, self.inner = opened, None
            if relayed is not None:
                self.inner = opening(relayed, media=False)

    def _relayed(self, place: Place, outer: Draft) -> Draft | None:
        """Return whose statement an outlet's phrase relays, all of it: *El mando avisó, según recoge Lirio, que …*."""
        inside = (d for d in place.drafts if d.parent is outer and d.cue and d.resolved is not None)
        return next((d for d in inside if outer.how == "adjunct" and _dominates(place, d)), None)

    def _of_event(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether what happens stands for who speaks, and cannot go on: *su exclusión se justificó alegando …*."""
        head = draft.source.head if draft.source.kind == "noun" and draft.rule in _OF_EVENTS else None
        if head is None or head.pos != "NOUN" or nominal.speaks(head, self.grammar) or self._media(draft):
            return False
        return nominal.stands_for_proposition(paragraph, head, self.grammar)

    def _unattributed(self, at: int, *, own: bool = True) -> Draft | None:
        """Give a sentence to the account that carries on, or to the report's own voice."""
        place = self.places[at]
        span = tidy(place.paragraph.text, *turns.item(place.paragraph, place.span))
        if span is None:
            return None
        told_of = () if place.paragraph.headline or place.aside else (self.inner, self.account)
        colon = turns.listed(place.paragraph) if told_of else None
        colon_before = turns.listed(self.places[at - 1].paragraph) if told_of and at else None
        for account in told_of:
            if account is None:
                continue
            total = self._goes_on(account, at)
            if _hangs_on(account, colon, place):
                total = max(total, _LISTED)
            elif _hangs_on(account, colon_before, place):
                total = -math.inf  # behind the list
            carries = self._keeps(account, total)
            if not account.length:
                self.ran += 1 if carries else -1
            if carries:
                continuation.follow(account, place.paragraph, place.sentence)
                carried = _carried(account, place, span, total)
                self.carried.append(carried)
                return carried
            if account is self.inner:
                self.inner = None
            else:
                self.account = None
        if own:
            self.own.append(Own(place.paragraph, place.sentence, span))
        return None


def _says_i(place: Place, grammar: Grammar) -> bool:
    """Whether the first person speaks in a sentence outside quotation marks."""
    found = (word for word in place.words if word.norm in grammar.words["i"])
    return any(place.paragraph.quotation_at(word.start) is None for word in found)


def _dominates(place: Place, draft: Draft) -> bool:
    """Whether the attribution governs its sentence, or only a clause somewhere in it."""
    if draft.how == "adjunct" or draft.quoted or draft.rule == "parenthetical" or draft.cited_by is not None:
        return True
    first, last = place.span
    if sum(span.end - span.start for span in draft.content) > (last - first) / 2:
        return True
    cue = place.paragraph.word_at(draft.at)
    if cue is None:
        return True
    subject = draft.source.head if draft.source.kind == "noun" and not cue.finite else None
    if subject is not None and subject.dep.startswith("nsubj") and place.paragraph.head(subject).dep == "root":
        return True  # Gil took to the air to demand …
    for _ in range(8):
        if cue.dep == "root":
            return True
        if cue.dep.startswith("acl") or cue.dep in {"advcl", "obl", "nmod", "csubj"} or cue.head == cue.i:
            return False
        cue = place.paragraph.head(cue)
    return True


def _is_document(draft: Draft) -> bool:
    return draft.resolved is not None and draft.resolved[0].kind == "document"


def _hangs_on(account: Account, colon: int | None, place: Place) -> bool:
    """Whether the colon that a list hangs on ends what opened an account: *Gil pide: / - pan*."""
    opens = account.opener.at
    return colon is not None and opens < colon and "\n" not in place.paragraph.text[opens:colon]


def _takes_over(draft: Draft) -> bool:
    """Whether somebody comes in with a verb of their own, and not in passing: *según X*, *un tratado dispone*."""
    return (
        draft.how == "said"
        and draft.source.kind in {"noun", "pronoun", "dropped"}
        and draft.rule not in {"colon after a clause", "noun"}
    )


def _is_outlet(entity: Entity, grammar: Grammar, *, letters: bool = True) -> bool:
    """Whether somebody is an outlet by its noun, or by a name of letters alone, as agencies have and parties do."""
    outlets = grammar.words["nouns.outlets"]
    if any(word in outlets for word in entity.words):
        return True
    return letters and any(name.isupper() and 2 <= len(name) <= 8 and name.isalpha() for name in entity.names)


def _carried(account: Account, place: Place, span: Span, total: float) -> Draft:
    opener, index, at = account.opener, place.paragraph.index, place.span.start
    draft = Draft(index, at, (), opener.source, [span], "continued", None, "continued")
    draft.resolved = opener.resolved
    draft.account = opener.account or opener.parent  # what stands around an outlet's phrase stands around it all
    draft.citing, draft.cited_by = (continued(link, [span]) for link in (opener.citing, opener.cited_by))
    draft.score, draft.sure = total, opener.sure
    draft.head = next((w for w in place.paragraph.inside(span) if w.dep == "root"), None)
    return draft
