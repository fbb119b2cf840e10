"""From the attributions of single paragraphs to those of the whole report: sources, chains, accounts that carry on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from segun.annotate.words import Paragraph, Sentence
from segun.attribute import continuation, entities, judging, turns
from segun.attribute.continuation import Account, CarryOn
from segun.attribute.draft import Draft, Mention, tidy
from segun.attribute.entities import Entity, Registry
from segun.attribute.find import find
from segun.attribute.judging import Judge
from segun.attribute.nesting import nest
from segun.attribute.relaying import continued
from segun.attribute.traits import traits
from segun.lang.lexicon import Grammar
from segun.model import Span


@dataclass(slots=True)
class Own:
    """A sentence that the report itself asserts."""

    paragraph: Paragraph
    sentence: Sentence
    span: Span


@dataclass(slots=True)
class Chains:
    """All attributions of a report and what is left to its own voice."""

    drafts: list[Draft]
    own: list[Own]
    registry: Registry


def chains(
    paragraphs: list[Paragraph], text: str, grammar: Grammar, carry_on: CarryOn, judge: Judge | None = None
) -> Chains:
    """Find the attributions of a report and connect them.

    Args:
        paragraphs: the parsed paragraphs.
        text: the report's text.
        grammar: the language.
        carry_on: how readily an account goes on over sentences that do not repeat it.
        judge: who gives the second opinion; by default the one with the weights that ship with segun.
    """
    registry = Registry(text, grammar)
    walk = _Walk(registry, grammar, carry_on, judge or judging.judge())
    for paragraph in paragraphs:
        walk.paragraph(paragraph, nest(find(paragraph, grammar), text))
    return Chains(walk.drafts, walk.own, registry)


class _Walk:
    """One pass over the report in text order."""

    def __init__(self, registry: Registry, grammar: Grammar, carry_on: CarryOn, judge: Judge) -> None:
        self.judge = judge
        self.registry = registry
        self.grammar = grammar
        self.threshold = continuation.THRESHOLDS[carry_on]
        self.account: Account | None = None
        self.inner: Account | None = None
        self.drafts: list[Draft] = []
        self.own: list[Own] = []
        self.here: list[Draft] = []
        """The attributions of the paragraph that is walked through."""
        self.last_speaker: Draft | None = None
        self.last_post: Draft | None = None

    def paragraph(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """Resolve a paragraph's sources and carry accounts through its sentences."""
        self._who(paragraph, drafts)
        kept = [d for d in drafts if d.resolved is not None or d.source.kind == "none" or d.cue]
        kept = [d for d in kept if not (d.source.kind == "speaker" and d.resolved is None)]
        for draft in kept:
            draft.sure = self.judge.right(traits(draft, paragraph, self.grammar), draft)
        kept = [d for d in kept if self.judge.keeps(d.sure)]
        for draft in kept:
            while draft.parent is not None and draft.parent not in kept:
                draft.parent = draft.parent.parent
        if turns.is_reposted(paragraph) and self.last_post is not None:
            for draft in kept:
                if draft.parent is None and draft.account is None and draft.cue:
                    draft.account = self.last_post
        else:
            self.last_post = next((d for d in kept if d.rule == "post"), None)
        self.here = kept
        for sentence in paragraph.sentences:
            self._sentence(paragraph, sentence, kept)
        self.drafts += kept

    def _who(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """Resolve the sources of a paragraph in text order, and remember who is spoken of between them."""
        mentions = [] if paragraph.headline else entities.subjects(paragraph, self.grammar)
        if not any(d.rule in {"turn", "post"} for d in [*drafts, *self.drafts]):
            self.registry.people += entities.people(paragraph, self.grammar)
        around: list[Draft] = []
        for draft in sorted(drafts, key=lambda d: d.at):
            for outer in [o for o in around if o.end <= draft.at]:
                around.remove(outer)
                self._again(outer, paragraph)
            if draft.parent is None:
                around.append(draft)
            while mentions and mentions[0][0] < draft.at and not _names(draft, mentions[0][1]):
                self._note(*mentions.pop(0), paragraph)
            for link in (link for link in _outwards(draft) if link.resolved is None):
                self._resolve(link, paragraph)
        for at, mention in mentions:
            self._note(at, mention, paragraph)

    def _again(self, outer: Draft, paragraph: Paragraph) -> None:
        """Bring who speaks to mind again behind their words, in which others spoke: *Ana dijo que X negó …. Añadió*."""
        last = self.registry.salient[-1] if self.registry.salient else None
        if outer.resolved is not None and outer.source.kind != "none" and last is not None and outer.at < last[0]:
            entity, mention = outer.resolved
            if mention.spans:
                self.registry.note(outer.end, paragraph.index, entity, mention)

    def _note(self, at: int, mention: Mention, paragraph: Paragraph) -> None:
        entity = self.registry.named(mention)
        if entity is not None:
            self.registry.note(at, paragraph.index, entity, mention)

    def _resolve(self, draft: Draft, paragraph: Paragraph) -> None:
        if draft.source.kind == "dropped" and not draft.cue:
            self._lone(draft, paragraph)
        else:
            entity, spans = entities.resolve(draft, self.registry)
            if entity is not None:
                draft.resolved = entity, replace(draft.source, spans=spans)
            elif draft.source.kind == "dropped":
                draft.source = Mention("none")
        if draft.resolved is None:
            return
        entity, mention = draft.resolved
        if mention.spans and draft.source.kind in {"noun", "pronoun", "dropped"}:
            self.registry.note(draft.at, paragraph.index, entity, mention)
        if draft.parent is None and draft.source.kind != "none":
            self.last_speaker = draft

    def _lone(self, draft: Draft, paragraph: Paragraph) -> None:
        """A quotation without a cue is the last speaker's, or that of the last one spoken of."""
        colon = _colon_before(paragraph.text, draft.start)
        if colon is not None:
            draft.cue, draft.how = (colon,), "said"
            found = self.registry.nearest(draft.at, draft.paragraph, plural=False)
            if found is not None:
                draft.resolved = found
                return
        last = self.last_speaker
        if last is not None and last.resolved is not None and paragraph.index - last.paragraph <= entities.FAR:
            entity, mention = last.resolved
            recent = self.registry.salient[-1] if self.registry.salient else None
            if (
                recent is not None
                and recent[0] > last.at
                and recent[2].kind == "person"
                and recent[1] >= paragraph.index - 1
            ):
                entity, mention = recent[2], recent[3]
            draft.resolved = entity, mention
            return
        found = self.registry.nearest(draft.at, draft.paragraph, plural=False)
        if found is not None:
            draft.resolved = found

    def _sentence(self, paragraph: Paragraph, sentence: Sentence, drafts: list[Draft]) -> None:
        first, last = paragraph.words[sentence.first].start, paragraph.words[sentence.last].end
        here = [d for d in drafts if first <= d.at < last or any(first <= s.start < last for s in d.content)]
        covering = [d for d in here if d.parent is None and (first <= d.at < last or d.start < last)]
        top = [d for d in covering if first <= d.at < last]
        if not covering:
            self._unattributed(paragraph, sentence)
            return
        if not top:
            return
        strong = [d for d in top if self._dominates(paragraph, sentence, d)]
        if not strong or all(self._told(d) for d in strong):
            carried = self._unattributed(paragraph, sentence, own=False)
            for draft in top:
                draft.parent = carried
            if carried is not None or not strong:
                return
        if self.account is not None:
            self._within_account(paragraph, sentence, strong)
        self._open(paragraph, sentence, strong)

    def _dominates(self, paragraph: Paragraph, sentence: Sentence, draft: Draft) -> bool:
        """Whether the attribution governs its sentence, or only a clause somewhere in it."""
        if draft.how == "adjunct" or draft.quoted or draft.rule == "parenthetical" or draft.cited_by is not None:
            return True
        words = paragraph.words
        length = words[sentence.last].end - words[sentence.first].start
        if sum(span.end - span.start for span in draft.content) > length / 2:
            return True
        cue = next((w for w in paragraph.words[sentence.first : sentence.last + 1] if w.start == draft.at), None)
        if cue is None:
            return True
        for _ in range(8):
            if cue.dep == "root":
                return True
            if cue.dep.startswith("acl") or cue.dep in {"advcl", "obl", "nmod", "csubj"} or cue.head == cue.i:
                return False
            cue = paragraph.head(cue)
        return True

    def _told(self, draft: Draft) -> bool:
        """Whether who speaks is somebody that the account tells of: brought in by it, and no more than pointed at."""
        if self.account is None or draft.how != "said" or draft.cited_by is not None:
            return False
        if draft.source.kind not in {"pronoun", "dropped"} or draft.resolved is None:
            return False
        entity, opener = draft.resolved[0], self.account.opener
        if self._relays(draft, opener) or (self.inner is not None and self._relays(draft, self.inner.opener)):
            return False
        return bool(entity.mentions) and min(entity.mentions).start >= opener.start

    @staticmethod
    def _relays(draft: Draft, opener: Draft) -> bool:
        """Whether who speaks is who opened an account, or whom the account cites."""
        sources = [link.resolved for link in (opener, opener.citing) if link is not None]
        return draft.resolved is not None and any(s is not None and s[0] is draft.resolved[0] for s in sources)

    def _media(self, draft: Draft) -> bool:
        """Whether the source is an outlet or agency, which relays others."""
        return draft.resolved is not None and _is_outlet(draft.resolved[0], self.grammar)

    def _within_account(self, paragraph: Paragraph, sentence: Sentence, top: list[Draft]) -> None:
        """Somebody speaks inside an account: an outlet's account goes on around whoever is no outlet.

        A document's goes on around those whom it does not name: *En un correo, un jefe escribió: …*.
        """
        account = self.account
        unnamed = all(self._unnamed(draft, paragraph) for draft in top)
        if account is None or not (account.media or (unnamed and _is_document(account.opener))):
            self.account = self.inner = None
            return
        for draft in top:
            same = (
                draft.resolved is not None
                and account.opener.resolved is not None
                and (draft.resolved[0] is account.opener.resolved[0])
            )
            if same or self._media(draft):
                self.account = self.inner = None
                return
        total = self.judge.carries_on(continuation.around(account, paragraph), _span(paragraph, sentence))
        if total < self.threshold or (not unnamed and any(self._takes_over(d) for d in top)):
            self.account = self.inner = None
            return
        for draft in top:
            draft.account = account.opener
            draft.score = total
        continuation.follow(account, paragraph, sentence)

    @staticmethod
    def _takes_over(draft: Draft) -> bool:
        """Whether somebody comes in with a verb of their own, and not in passing: *según X*, *un tratado dispone*."""
        return (
            draft.how == "said"
            and draft.source.kind in {"noun", "pronoun", "dropped"}
            and draft.rule not in {"colon after a clause", "noun"}
        )

    def _unnamed(self, draft: Draft, paragraph: Paragraph) -> bool:
        """Whether who speaks comes in without a name, as one of many: *un vecino*, *a manager*, *un 6 %*."""
        words = paragraph.inside(draft.source.spans[0]) if draft.source.kind == "noun" else []
        first = words[0] if words else None
        one = first is not None and (first.norm in self.grammar.words["indefinites"] or first.pos == "NUM")
        return one and not any(word.pos == "PROPN" for word in words)

    def _carries_on(self, account: Account, paragraph: Paragraph, sentence: Sentence) -> float:
        """Return the log-odds that an account carries on over a sentence."""
        traits = continuation.traits(account, paragraph, sentence, self.grammar, self.here)
        return self.judge.carries_on(traits, _span(paragraph, sentence))

    def _open(self, paragraph: Paragraph, sentence: Sentence, top: list[Draft]) -> None:
        draft = top[-1] if all(d.how != "adjunct" for d in top) else next(d for d in top if d.how == "adjunct")
        own = sum(not each.paragraph.headline for each in self.own)
        opened = continuation.opening(draft, paragraph, sentence, self._media(draft), own)
        if self.account is not None and draft.account is self.account.opener:
            self.inner = None if draft.quoted else opened  # behind words that an account quotes, the account goes on
        else:
            self.account, self.inner = opened, None

    def _unattributed(self, paragraph: Paragraph, sentence: Sentence, *, own: bool = True) -> Draft | None:
        """Give a sentence to the account that carries on, or to the report's own voice."""
        words = paragraph.words[sentence.first : sentence.last + 1]
        span = tidy(paragraph.text, words[0].start, words[-1].end)
        if span is None:
            return None
        for account in (self.inner, self.account):
            if account is None or paragraph.headline:
                continue
            total = self._carries_on(account, paragraph, sentence)
            if total >= self.threshold:
                continuation.follow(account, paragraph, sentence)
                carried = _carried(account, paragraph, words[0].start, span, total)
                self.drafts.append(carried)
                return carried
            if account is self.inner:
                self.inner = None
            else:
                self.account = None
        if own:
            self.own.append(Own(paragraph, sentence, span))
        return None


def _span(paragraph: Paragraph, sentence: Sentence) -> Span:
    return Span(paragraph.words[sentence.first].start, paragraph.words[sentence.last].end)


def _colon_before(text: str, offset: int) -> Span | None:
    """Return the colon that ends the line before some speech: *Ana escribió:*, and below it *> Nos vamos*."""
    head = text[:offset].rstrip("\"“«»”‘'>—–― \t\r\n")
    return Span(len(head) - 1, len(head)) if head.endswith(":") else None


def _outwards(draft: Draft) -> list[Draft]:
    """Return the draft, what it is nested in and whom it cites, the outermost first."""
    chain = [draft]
    while chain[-1].parent is not None:
        chain.append(chain[-1].parent)
    return [link for d in chain[::-1] for link in (d.cited_by, d, d.citing) if link is not None]


def _names(draft: Draft, mention: Mention) -> bool:
    return any(a.touches(b) for a in draft.source.spans for b in mention.spans)


def _is_document(draft: Draft) -> bool:
    return draft.resolved is not None and draft.resolved[0].kind == "document"


def _is_outlet(entity: Entity, grammar: Grammar) -> bool:
    outlets = grammar.words["nouns.outlets"]
    if any(word in outlets for word in entity.words):
        return True
    return any(name.isupper() and 2 <= len(name) <= 8 and name.isalpha() for name in entity.names)


def _carried(account: Account, paragraph: Paragraph, at: int, span: Span, total: float) -> Draft:
    opener = account.opener
    draft = Draft(paragraph.index, at, (), opener.source, [span], "continued", None, "continued")
    draft.resolved = opener.resolved
    draft.account = opener.account
    draft.citing, draft.cited_by = (continued(link, [span]) for link in (opener.citing, opener.cited_by))
    draft.score = total
    words = paragraph.inside(span)
    draft.head = next((w for w in words if w.dep == "root"), None)
    return draft
