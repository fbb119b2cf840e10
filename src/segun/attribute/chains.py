"""From the attributions of single paragraphs to those of the whole report: sources, chains, accounts that carry on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from segun.annotate.words import Paragraph
from segun.attribute import again, announced, entities, judging, mentions, turns
from segun.attribute.accounts import Accounts, Own, places
from segun.attribute.breaks import breaks
from segun.attribute.continuation import CarryOn
from segun.attribute.draft import Draft, Mention
from segun.attribute.entities import Entity, Registry
from segun.attribute.find import find
from segun.attribute.judging import Judge
from segun.attribute.nesting import nest
from segun.attribute.traits import traits
from segun.lang.lexicon import Grammar
from segun.model import Span


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
    registry = Registry(text, grammar, broken=breaks(paragraphs))
    judge = judge or judging.judge()
    walk = _Walk(registry, grammar, judge)
    kept = [(each, walk.paragraph(each, nest(find(each, grammar), text))) for each in paragraphs]
    found = Accounts(places(kept), registry, carry_on, judge)
    found.follow()
    return Chains([*walk.drafts, *found.carried], found.own, registry)


class _Walk:
    """One pass over the report's paragraphs in text order, which finds out who their sources are."""

    def __init__(self, registry: Registry, grammar: Grammar, judge: Judge) -> None:
        self.judge = judge
        self.registry = registry
        self.grammar = grammar
        self.drafts: list[Draft] = []
        self.last_speaker: Draft | None = None
        self.last_post: Draft | None = None
        self.before: Paragraph | None = None

    def paragraph(self, paragraph: Paragraph, drafts: list[Draft]) -> list[Draft]:
        """Resolve the sources of a paragraph's attributions and return those that are kept."""
        self._sources(paragraph, drafts)
        kept = [d for d in drafts if d.resolved is not None or d.source.kind == "none" or d.cue]
        kept = [d for d in kept if not (d.source.kind == "speaker" and d.resolved is None)]
        kept = again.once(kept, paragraph.text)
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
        self.drafts += kept
        self.before = paragraph
        return kept

    def _sources(self, paragraph: Paragraph, drafts: list[Draft]) -> None:
        """Find out who the sources of a paragraph's attributions are, in text order."""
        told = mentions.subjects(paragraph, self.grammar)
        subjects = [] if paragraph.headline else list(told)
        if not any(d.rule in {"turn", "post"} for d in [*drafts, *self.drafts]):
            self.registry.people += mentions.people(paragraph, self.grammar)
        if not paragraph.headline:
            near = mentions.passing(paragraph, self.grammar)
            self.registry.passing += ((at, paragraph.index, mention) for at, mention in near)
            self.registry.joined += mentions.joined(paragraph, self.grammar)
        around: list[Draft] = []
        relaying = [draft for draft in drafts if self._relays(draft, drafts)]
        subjects = [each for each in subjects if not any(_names(draft, each[1]) for draft in relaying)]
        for draft in sorted(drafts, key=lambda d: d.at):
            for outer in [o for o in around if o.end <= draft.at]:
                around.remove(outer)
                while subjects and subjects[0][0] < min(outer.end, draft.at) and not _names(draft, subjects[0][1]):
                    self._note(*subjects.pop(0), paragraph)
                if outer not in relaying:
                    self._behind(outer, told, paragraph)
            if draft.parent is None:
                around.append(draft)
            if paragraph.headline and draft.source.kind == "dropped" and draft.cue:
                draft.source = _in_headline(draft, told) or draft.source
            while subjects and subjects[0][0] < draft.at and not _names(draft, subjects[0][1]):
                self._note(*subjects.pop(0), paragraph)
            for link in _outwards(draft):
                if link.resolved is None:
                    self._resolve(link, paragraph)
        for at, mention in subjects:
            self._note(at, mention, paragraph)
        for outer in around:
            if outer not in relaying:
                self._behind(outer, told, paragraph)

    def _relays(self, outer: Draft, drafts: list[Draft]) -> bool:
        """Whether an outlet is named behind what it relays: *Ana dijo que …, informó la agencia. Añadió*: Ana."""
        head = outer.source.head
        outlet = head is not None and {head.norm, head.lemma} & self.grammar.words["nouns.outlets"]
        return bool(outlet) and outer.at >= outer.end and any(draft.parent is outer and draft.cue for draft in drafts)

    def _behind(self, outer: Draft, subjects: list[tuple[int, Mention]], paragraph: Paragraph) -> None:
        """Bring to mind again, behind an attribution, those whom what follows it goes on with."""
        self._again(outer, paragraph)
        self._main_again(outer, subjects, paragraph)

    def _again(self, outer: Draft, paragraph: Paragraph) -> None:
        """Bring who speaks to mind again behind their words, in which others spoke: *Ana dijo que X negó …. Añadió*."""
        last = self.registry.salient[-1] if self.registry.salient else None
        if outer.resolved is None or outer.source.kind == "none" or last is None:
            return
        entity, mention = outer.resolved
        if min(outer.at, outer.start) < last[0] and last[2] is not entity and mention.spans:
            self.registry.note(max(outer.at, outer.end), paragraph.index, entity, mention)

    def _main_again(self, draft: Draft, subjects: list[tuple[int, Mention]], paragraph: Paragraph) -> None:
        """Bring a sentence's subject to mind again behind a clause on another: *Ana vio a Gil, que calló. Dijo*."""
        cue = paragraph.word_at(draft.at)
        if cue is None or draft.resolved is None or draft.rule == "parenthetical":
            return  # Cierra el taller, afirma Gil: Gil says the whole sentence
        when = cue.dep == "ccomp" and sum(1 for _ in paragraph.children(cue, "mark")) > 1  # luego de que Gil dijo
        if not (when or cue.dep.startswith(("acl", "advcl"))):
            return
        first = paragraph.words[paragraph.sentence_of(cue).first].start
        main = next(((at, each) for at, each in subjects if first <= at < draft.at), None)
        if main is None or _names(draft, main[1]) or not main[1].speaks:
            return
        entity = self.registry.named(main[1])
        if entity is not None and entity is not draft.resolved[0]:
            self.registry.note(max(draft.at, draft.end), paragraph.index, entity, main[1])

    def _note(self, at: int, mention: Mention, paragraph: Paragraph) -> None:
        entity = self.registry.named(mention)
        if entity is not None:
            self.registry.note(at, paragraph.index, entity, mention)

    def _resolve(self, draft: Draft, paragraph: Paragraph) -> None:
        if draft.source.kind == "dropped" and not draft.cue:
            self._lone(draft, paragraph)
        else:
            asked = self._asked() if draft.source.kind == "interviewee" and draft.source.head is None else None
            entity, spans = asked or entities.resolve(draft, self.registry)
            if entity is not None:
                draft.resolved = entity, replace(draft.source, spans=spans)
            elif draft.source.kind == "dropped":
                draft.source = Mention("none")
        if draft.resolved is None:
            return
        entity, mention = draft.resolved
        if mention.spans and draft.source.kind in {"noun", "pronoun", "dropped"}:
            several = mention.plural or mention.many
            self.registry.note(draft.at, paragraph.index, entity, replace(mention, plural=several))
        if draft.parent is None and draft.source.kind != "none":
            self.last_speaker = draft

    def _asked(self) -> tuple[Entity, tuple[Span, ...]] | None:
        """Return the person who spoke last before turns that only dashes tell: whom the report asks."""
        for draft in reversed(self.drafts):
            if draft.parent is None and draft.cue and draft.resolved is not None:
                entity, mention = draft.resolved
                if entity.kind == "person" and entity.proper:
                    return entity, mention.spans
        return None

    def _leading(self, colon: Span) -> tuple[Entity, Mention] | None:
        """Return who speaks in the sentence that a colon before some speech ends: *Ana dijo que viene:*."""
        last = self.last_speaker
        between = self.registry.text[last.at : colon.start] if last is not None and last.at < colon.start else ". "
        ended = "\n" in between or any(mark in between for mark in (". ", "? ", "! "))
        return last.resolved if last is not None and not ended else None

    def _announcing(self, colon: Span) -> tuple[Entity, Mention] | None:
        """Return the subject of the sentence that a colon before some speech ends: *Los socios dieron este aviso:*."""
        before = self.before
        inside = before is not None and before.span.start <= colon.start < before.span.end
        told = announced.subject_before(before, colon, self.grammar) if before is not None and inside else None
        entity = self.registry.named(told) if told is not None else None
        return (entity, told) if entity is not None and told is not None else None

    def _lone(self, draft: Draft, paragraph: Paragraph) -> None:
        """A quotation without a cue is the last speaker's, or that of the last one spoken of."""
        colon = _colon_before(paragraph.text, draft.start)
        if colon is not None:
            draft.cue, draft.how = (colon,), "said"
            leads = self._leading(colon) or self._announcing(colon)
            if leads is not None:
                draft.resolved = leads
                return
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
                and recent[0] >= max(last.at, last.end)
                and recent[2].kind == "person"
                and recent[1] >= paragraph.index - 1
            ):
                entity, mention = recent[2], recent[3]
            draft.resolved = entity, mention
            return
        found = self.registry.nearest(draft.at, draft.paragraph, plural=False)
        if found is not None:
            draft.resolved = found


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


def _in_headline(draft: Draft, subjects: list[tuple[int, Mention]]) -> Mention | None:
    """Return whose a headline's second verb is: *Ana Gil vuelve al valle; pide abrir el paso*."""
    before = [mention for at, mention in subjects if at < draft.at and mention.plural == draft.source.plural]
    return before[-1] if before else None


def _names(draft: Draft, mention: Mention) -> bool:
    return any(a.touches(b) for a in draft.source.spans for b in mention.spans)
