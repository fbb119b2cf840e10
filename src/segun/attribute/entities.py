"""Coreference of sources: which mentions name the same source, and whom pronouns and bare verb endings mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from segun.attribute.antecedents import stands_in
from segun.attribute.bodies import of_kind
from segun.attribute.breaks import whole
from segun.attribute.demonstratives import Pointer
from segun.attribute.draft import Draft, Mention
from segun.lang.folding import UPPER, fold
from segun.lang.lexicon import Grammar
from segun.model import Source, SourceKind, Span

_WORD = re.compile(r"\w+")
_LETTERS = rf"[{UPPER}][{UPPER}0-9.&-]{{1,9}}"
_ACRONYM = re.compile(rf"\(({_LETTERS})\)")
_INITIALS = re.compile(f"^{_LETTERS}$")
_LONG = 90
"""Characters from which on a name is no name."""
_BRIEF = 3
"""Words of a noun phrase that means somebody named before."""
_WITHIN = 1_500
"""Code points before it in which they are looked for."""
_ENOUGH = 3
"""Letters without full stops that may be those of a person's names at the least."""
_ANAPHORS = {"person": "anaphors.persons", "organisation": "anaphors.organisations", "document": "anaphors.documents"}
"""Nouns any of which may stand for another: *the paper* is the newspaper that was named."""
FAR = 3
"""Paragraphs over which a dropped subject still finds its source."""


@dataclass(slots=True)
class Entity:
    """One source of a report, with all the ways in which it is named."""

    number: int
    names: list[str]
    mentions: list[Span]
    plural: bool
    kind: SourceKind
    words: frozenset[str]
    proper: frozenset[str]
    acronyms: set[str] = field(default_factory=set)
    head: str = ""

    @property
    def id(self) -> str:
        """The id in the analysis."""
        return f"s{self.number}"


@dataclass(slots=True)
class Registry:
    """The sources of a report as they come up, in text order."""

    text: str
    grammar: Grammar
    entities: list[Entity] = field(default_factory=list)
    salient: list[tuple[int, int, Entity, Mention]] = field(default_factory=list)
    """Offset, paragraph, entity, mention: whom a pronoun may mean, the latest last."""

    passing: list[tuple[int, int, Mention]] = field(default_factory=list)
    """Offset, paragraph, mention: who came up without being a main clause's subject or a source, the latest last."""

    joined: list[tuple[int, Mention]] = field(default_factory=list)
    """Offset, mention: who is named within a noun phrase behind *and*, the latest last."""

    broken: Sequence[Span] = ()
    """What breaks words of the text at a line's end."""

    people: list[Mention] = field(default_factory=list)
    """The persons whom the report names before its first turn of speech."""

    def named(self, mention: Mention, speaker: Entity | None = None) -> Entity | None:
        """Return the entity that a noun phrase names, a new one if it is the first to do so.

        Args:
            mention: the noun phrase.
            speaker: in whose words it stands; a phrase without a name does not mean them.
        """
        if not mention.spans:
            return None
        name = self._name(mention)
        words, proper = self._words(name, mention)
        if not words:
            return None
        pointing = fold(name) in self.grammar.words["anaphors.latter"] | self.grammar.words["anaphors.former"]
        entity = self._match(name, words, proper, mention) or self._meant(name, words, mention, speaker)
        if entity is None and pointing:
            return None
        if entity is None:
            kind, head = kind_of(mention, name, self.grammar), mention.head.lemma if mention.head else ""
            entity = Entity(len(self.entities) + 1, [], [], mention.plural, kind, words, proper, head=head)
            self.entities.append(entity)
        if name not in entity.names and not pointing:
            entity.names.append(name)
        entity.proper |= proper
        entity.acronyms.update(_ACRONYM.findall(name))
        if mention.spans[0] not in entity.mentions:
            entity.mentions.append(mention.spans[0])
        return entity

    def _name(self, mention: Mention) -> str:
        """Return the wording of a mention as it reads over the ends of lines."""
        return whole(self.text, mention.spans[0], self.broken)

    def _words(self, name: str, mention: Mention) -> tuple[frozenset[str], frozenset[str]]:
        skipped = self.grammar.words["determiners"] | self.grammar.words["name-skipped"]
        tokens = [t.group() for t in _WORD.finditer(name)]
        words = frozenset(fold(t) for t in tokens) - skipped
        titles = self.grammar.words["titles"]
        proper = frozenset(fold(t) for t in tokens[1:] if t[0].isupper()) - titles
        if (
            tokens
            and tokens[0][0].isupper()
            and mention.head is not None
            and (mention.head.pos == "PROPN" or len(tokens) == 1)
        ):
            proper |= {fold(tokens[0])} - titles - skipped
        return words, proper

    def _match(self, name: str, words: frozenset[str], proper: frozenset[str], mention: Mention) -> Entity | None:
        bare = name.strip()
        for entity in reversed(self.entities):
            if _INITIALS.match(bare) and (bare in entity.acronyms or _initials(bare, entity)):
                return entity
            if entity.words == words or (len(words) == 1 and words <= {fold(a) for a in entity.acronyms}):
                return entity
            if entity.acronyms & set(_ACRONYM.findall(name)):
                return entity
            if proper and entity.proper:
                if self._same_name(entity, words, proper, mention, name):
                    return entity
                if fold("".join(w[0] for w in bare.split() if w[0].isupper())) in {fold(n) for n in entity.names}:
                    return entity
        if mention.head is not None and not proper and not mention.plural:
            return self._by_head(words, mention)
        return None

    def _same_name(
        self, entity: Entity, words: frozenset[str], proper: frozenset[str], mention: Mention, name: str
    ) -> bool:
        """Whether a person's name is a part of another, or two other names have most words in common."""
        smaller, larger = sorted((proper, entity.proper), key=len)
        if not smaller <= larger:
            return False
        kind = kind_of(mention, name, self.grammar)
        if entity.kind == "person" and kind == "person":
            return entity.plural == mention.plural
        return len(words & entity.words) >= 0.6 * max(len(words), len(entity.words)) or (
            entity.kind == kind == "organisation" and len(smaller) == len(words) and len(smaller) > 1
        )

    def _by_head(self, words: frozenset[str], mention: Mention) -> Entity | None:
        """*el ministro* is the minister that was named last, *the agency* the last agency."""
        head = mention.head
        if head is None or len(words) > 2:
            return None
        for _, _, entity, _ in reversed(self.salient):
            if (head.lemma in entity.words or head.norm in entity.words) and words <= entity.words | {head.lemma}:
                return entity
        return None

    def _meant(self, name: str, words: frozenset[str], mention: Mention, speaker: Entity | None) -> Entity | None:
        """Return whom a noun phrase without a name means: *este último*, *la funcionaria*, *the agency*."""
        known, head = self.grammar.words, mention.head
        tokens = [fold(token.group()) for token in _WORD.finditer(name)]
        if head is None or head.pos == "PROPN" or mention.plural or not 0 < len(tokens) <= _BRIEF:
            return None
        for kind in ("latter", "former"):
            if " ".join(tokens) in known[f"anaphors.{kind}"]:
                return self.pointed(mention, mention.spans[0].start, speaker, former=kind == "former")
        bare = len(tokens) == 1  # as headlines and translations have it: *ministro advierte*
        if not (bare or tokens[0] in known["anaphors.definite"]) or len(words) > 1:
            return None
        for entity, _ in self._near(mention):
            nouns = known[_ANAPHORS[entity.kind]] if entity.kind in _ANAPHORS else frozenset()
            kin = of_kind(words, entity.words, entity.proper, self.grammar)
            if entity is speaker or not entity.proper or not words & nouns or kin is False:
                continue
            if kin or words & known["anaphors.generic"] or not entity.words & nouns - known["anaphors.generic"]:
                return entity
        return None

    def pointed(
        self, mention: Mention, offset: int, speaker: Entity | None, *, former: bool, within: Sequence[Span] = ()
    ) -> Entity | None:
        """Return whom a word at an offset means by the order of names: the one named last, or the first of two.

        Whoever is named ``within`` their words is not meant: *Los ingenieros, cuentan estos, se fueron*.
        """
        near = [*((at, other) for at, _, _, other in self.salient), *((at, other) for at, _, other in self.passing)]
        near += self.joined
        near = [each for each in near if not any(span.start <= each[0] < span.end for span in within)]
        pointer = Pointer(near, self.named, offset, mention.plural, mention.gender, speaker)
        found = pointer.former() if former else pointer.latest()
        return found[0] if found else None

    def _near(self, mention: Mention) -> Iterator[tuple[Entity, Mention]]:
        """Yield those whom a noun phrase may mean, the nearest first: of its number and gender, not far before it."""
        for at, _, entity, other in reversed(self.salient):
            if mention.spans[0].start - at > _WITHIN:
                return
            if (
                at < mention.spans[0].start
                and not stands_in(other, mention)
                and other.plural == mention.plural
                and _fits(entity.kind, other, mention.gender if entity.kind == "person" else "", thing=None)
            ):
                yield entity, other

    def note(self, offset: int, paragraph: int, entity: Entity, mention: Mention) -> None:
        """Remember that an entity was spoken of, for the pronouns after it."""
        named = replace(mention, spans=mention.spans[:1])  # a relative pronoun behind the name is no name
        self.salient.append((offset, paragraph, entity, named))

    def nearest(
        self,
        offset: int,
        paragraph: int,
        *,
        plural: bool,
        gender: str = "",
        thing: bool | None = None,
        pronoun: bool = False,
        but: Entity | None = None,
    ) -> tuple[Entity, Mention] | None:
        """Return the entity that a pronoun or a bare verb ending at ``offset`` means, or ``None``.

        Args:
            offset: where the pronoun or the verb stands.
            paragraph: the index of its paragraph.
            plural: its number.
            gender: its grammatical gender, ``Masc`` or ``Fem``; empty where it shows none.
            thing: whether it can mean no person (*it*), or only one (*she*); ``None`` where it shows nothing.
            pronoun: whether a pronoun means it, and not the verb's ending alone, which goes on from a subject.
            but: whom it cannot mean: who speaks in the first person themselves.
        """
        near = [each[2:] for each in reversed(self.salient) if each[0] < offset and paragraph - each[1] <= FAR]
        near = [each for each in near if each[0] is not but]
        agreeing = [each for each in near if _fits(each[0].kind, each[1], gender, thing=thing)]
        found = _first(agreeing, plural=plural) or self._passing(
            offset, paragraph, plural=plural, gender=gender, thing=thing, pronoun=pronoun
        )
        if pronoun or plural:  # the ending of one verb's form means no group
            found = found or _body(agreeing, plural=plural)
        found = found or _first(near, plural=plural)
        return found or (_body(near, plural=plural) if pronoun or plural else None)

    def _passing(
        self, offset: int, paragraph: int, *, plural: bool, gender: str, thing: bool | None, pronoun: bool
    ) -> tuple[Entity, Mention] | None:
        """Return who came up in passing just before and agrees with a pronoun or a verb."""
        for at, where, mention in reversed(self.passing):
            if paragraph - where > 1:
                break
            subject = mention.head is not None and mention.head.dep.startswith("nsubj")
            if at < offset and mention.plural == plural and (subject or pronoun):
                kind = kind_of(mention, self._name(mention), self.grammar)
                entity = self.named(mention) if _fits(kind, mention, gender, thing=thing) else None
                if entity is not None:
                    return entity, mention
        return None

    def person_near(self, offset: int, paragraph: int, *, plural: bool) -> tuple[Entity, Mention] | None:
        """Return the person named last, in whatever part of a sentence, where nobody was spoken of: *Vi a Ana. Dijo …*.

        Args:
            offset: where the verb or the pronoun stands.
            paragraph: the index of its paragraph.
            plural: its number.
        """
        for at, where, mention in reversed(self.passing):
            if at < offset and paragraph - where <= 1 and mention.plural == plural:
                named = mention.head is not None and mention.head.pos == "PROPN"
                if named and kind_of(mention, self._name(mention), self.grammar) == "person":
                    entity = self.named(mention)
                    return (entity, mention) if entity is not None else None
        return None

    def person(self) -> tuple[Entity, Mention] | None:
        """Return the person whom the report named first by a proper name: whom an interview is with."""
        for mention in self.people[:1]:
            entity = self.named(mention)
            if entity is not None:
                return entity, mention
        for _, _, entity, mention in self.salient:
            if entity.kind == "person" and entity.proper:
                return entity, mention
        return None

    def sources(self, used: Iterable[str]) -> tuple[Source, ...]:
        """Return the records of the entities that some relay uses."""
        wanted = set(used)
        found = []
        for each in self.entities:
            if each.id in wanted:
                name = _fullest(each, self.grammar.words["determiners"])
                others = tuple(other for other in each.names if other != name)
                found.append(Source(each.id, name, each.kind, tuple(sorted(each.mentions)), others))
        return tuple(found)


def _initials(short: str, entity: Entity) -> bool:
    """Whether letters are those of a person's names: *M.I.* or *MIT* for *la actriz Marcela Ibarra Toro*."""
    letters = short.replace(".", "")
    if entity.kind != "person" or len(letters) < (2 if "." in short else _ENOUGH):
        return False
    return any("".join(w[0] for w in name.split() if w[0].isupper()).endswith(letters) for name in entity.names)


def _fullest(entity: Entity, determiners: frozenset[str]) -> str:
    """Return the name with most proper words; of those the longest that is not too long to be one."""

    def proper(name: str) -> int:
        return sum(word[0].isupper() and fold(word) not in determiners for word in name.split())

    return max(entity.names, key=lambda name: (proper(name), len(name) < _LONG, len(name)))


def kind_of(mention: Mention, name: str, grammar: Grammar) -> SourceKind:
    """Return what a source is, by its wording first and the parser's entity type last."""
    head = mention.head
    if head is None:
        return "person"
    for kind, classes in _KINDS:
        if any(head.norm in grammar.words[c] or head.lemma in grammar.words[c] for c in classes):
            if kind == "person" and mention.plural and head.pos != "PROPN":
                return "group"
            if kind == "unnamed" and any(t[0].isupper() for t in name.split()[1:]):
                return "group"
            return kind
    if mention.plural and head.pos != "PROPN":
        return "group"
    if mention.person and (head.pos == "NOUN" or head.entity not in {"", "ORG"}):
        return "person"
    by_entity: dict[str, SourceKind] = {
        "PER": "person",
        "PERSON": "person",
        "ORG": "organisation",
        "LOC": "place",
        "GPE": "place",
        "NORP": "group",
    }
    if _INITIALS.match(name):
        return "organisation"
    return by_entity.get(head.entity, "person" if head.pos == "PROPN" else "organisation")


_KINDS: tuple[tuple[SourceKind, tuple[str, ...]], ...] = (
    ("unnamed", ("nouns.unnamed",)),
    ("person", ("nouns.persons", "titles")),
    ("document", ("nouns.documents",)),
    ("organisation", ("nouns.organisations",)),
    ("group", ("nouns.groups",)),
)


def _first(near: Iterable[tuple[Entity, Mention]], *, plural: bool) -> tuple[Entity, Mention] | None:
    """Return the nearest that can speak and is of the right number, or else the nearest of it that may do."""
    agreeing = [each for each in near if each[1].plural == plural]
    return next((each for each in agreeing if each[1].speaks), agreeing[0] if agreeing else None)


def _body(near: Iterable[tuple[Entity, Mention]], *, plural: bool) -> tuple[Entity, Mention] | None:
    """Return the nearest body of the other number: *the agency* that *they* means."""
    kinds = {"organisation", "document", "group"}
    return next((each for each in near if each[1].plural != plural and each[1].speaks and each[0].kind in kinds), None)


def _fits(kind: SourceKind, mention: Mention, gender: str, *, thing: bool | None) -> bool:
    """Whether a pronoun of some gender may mean who is mentioned, as far as either shows it."""
    if thing is not None and (thing == (kind == "person") or (thing and kind == "unnamed")):
        return False
    return mention.agrees(gender)


def resolve(draft: Draft, registry: Registry) -> tuple[Entity | None, tuple[Span, ...]]:
    """Return the entity behind a draft's source and the spans that name it.

    A pronoun keeps its own span; a dropped subject gets the nearest earlier mention's.
    """
    source = draft.source
    around = draft.parent.resolved[0] if draft.parent is not None and draft.parent.resolved is not None else None
    if source.kind == "noun":
        return registry.named(source, around), source.spans
    if source.kind == "none":
        return None, ()
    if source.kind == "speaker":
        speaker = _speaking(draft)
        return (speaker[0], source.spans or speaker[1].spans) if speaker is not None else (None, ())
    if source.kind == "interviewee":
        asked = registry.person()
        return (asked[0], asked[1].spans) if asked else (None, ())
    before = min(draft.at, draft.start) if source.kind == "dropped" else draft.at
    word = source.head.norm if source.kind == "pronoun" and source.head is not None else ""
    for kind in ("nearer", "farther"):
        if word in registry.grammar.words[f"anaphors.{kind}"]:
            former = kind == "farther"
            return registry.pointed(source, before, around, former=former, within=draft.content), source.spans
    person = word in registry.grammar.words["person-pronouns"]
    thing = word in registry.grammar.words["thing-pronouns"]
    nearest = partial(
        registry.nearest,
        before,
        draft.paragraph,
        plural=source.plural,
        gender=source.gender if person else "",
        pronoun=source.kind == "pronoun",
        but=around if draft.parent is not None and draft.parent.quoted and draft.parent.rule != "clause" else None,
    )
    found = nearest(thing=thing if person or thing else None)
    if found is not None and _mute(*found) and source.kind == "dropped" and draft.quoted:
        speaker = nearest(thing=False)  # direct speech that only a verb's ending ascribes is a person's
        found = speaker if speaker is not None and speaker[0].kind == "person" else found
    found = found or registry.person_near(before, draft.paragraph, plural=source.plural)
    if found is None or _somebody(draft, found[1]):
        return None, source.spans
    entity, mention = found
    return entity, source.spans or mention.spans


def _speaking(draft: Draft) -> tuple[Entity, Mention] | None:
    """Return in whose words somebody says *I*: not what these only name, *«Según la ley, digo que no», dijo Ana*."""
    holder = draft.parent
    while holder is not None and holder.parent is not None and holder.how != "said" and holder.parent.quoted:
        holder = holder.parent
    return holder.resolved if holder is not None else None


def _mute(entity: Entity, mention: Mention) -> bool:
    """Whether direct speech is hardly that of a source: a document's, a place's, a thing's."""
    named = mention.head is not None and mention.head.pos == "PROPN"
    return entity.kind == "document" or (entity.kind == "place" and named) or not mention.speaks


def _somebody(draft: Draft, mention: Mention) -> bool:
    """Whether a plural ending within direct speech means nobody whom the speech names: *«Me dijeron que no», contó*."""
    parent = draft.parent
    if parent is None or not parent.quoted or draft.source.kind != "dropped" or not draft.source.plural:
        return False
    return not any(parent.holds(span.start) for span in mention.spans)
