"""A language's lexicon of cues and its closed classes, read from TOML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast

from segun.lang.folding import fold
from segun.lang.inflection import all_forms, told_persons
from segun.model import SpeechAct

Commitment = Literal["CT", "PR", "PS", "Uu"]
Runs = Mapping[str, tuple[tuple[str, ...], ...]]
"""Word sequences by their first word, longest first."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a group of cues takes as its content, and what it says of it. See the head of ``es/cues.toml``."""

    group: str
    takes: frozenset[str]
    act: SpeechAct
    commitment: Commitment
    denies: bool = False
    denied: Commitment | None = None
    factive: bool = False
    subjects: str = "any"
    addressee: str = ""
    told: frozenset[str] = frozenset()
    document: bool = False
    prepositions: frozenset[str] = frozenset()
    predicate_prepositions: frozenset[str] = frozenset()
    bare_predicate: bool = False
    needs_predicate: bool = False
    oblique_noun: bool = False
    oblique_infinitive: bool = False
    with_object: bool = False
    keeps_object: bool = False
    impersonal: bool = False
    subjunctive: bool = False
    weak: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Grammar:
    """All that the steps ask of a language."""

    verbs: Mapping[str, tuple[Frame, ...]]
    """Lemma, folded, to the frames it has."""
    forms: Mapping[str, tuple[str, ...]]
    """Verb form, folded, to the lemmas it may belong to."""
    persons: Mapping[str, Mapping[str, str]]
    """Verb form in lower case, with its accents, to the features that its ending shows; only where it shows them."""
    nouns: Mapping[str, Frame]
    phrases: Mapping[str, tuple[tuple[Runs, Frame], ...]]
    """Cues of several words: a verb's lemma to what follows it, each with its frame."""
    phrase_forms: Mapping[str, tuple[str, ...]]
    """Form of such a verb, folded, to the lemmas it may belong to."""
    adjuncts: Runs
    """Word sequences that attribute the clause they stand in, longest first."""
    adjunct_heads: frozenset[str]
    """First words that open such a sequence and nothing else: *según*, *according*."""
    opinion: frozenset[str]
    manner: Runs
    not_sources: frozenset[str]
    words: Mapping[str, frozenset[str]]
    """Closed classes by name: complementizers, relatives, negations …"""
    runs: Mapping[str, Runs]
    """The same classes as word sequences, longest first."""

    @property
    def stipulation(self) -> Frame:
        """The frame of what documents lay down, for phrases that have no verb: *under the treaty*."""
        return next(f for frames in self.verbs.values() for f in frames if f.act == "stipulate")

    def frames(self, form: str, lemma: str) -> tuple[Frame, ...]:
        """Return the frames of a verb by its folded form and the lemma that the parser gives it."""
        found = self.verbs.get(lemma)
        if found is not None and (form in self.forms or form == lemma):
            return found
        if found is None and lemma in self.words["other-verbs"]:
            return ()
        for other in self.forms.get(form, ()):
            return self.verbs[other]
        return found or ()

    def takes(self, form: str, lemma: str, kind: str) -> bool:
        """Whether a word may be a cue with a content of some kind: ``clause``, ``infinitive``, ``quote``."""
        return any(kind in frame.takes for frame in self.frames(form, lemma))

    def rests(self, form: str, lemma: str) -> tuple[tuple[Runs, Frame], ...]:
        """Return what may follow a verb in a cue of several words, by its folded form and the parser's lemma."""
        known = self.phrases.get(lemma)
        if known is not None:
            return known
        return next((self.phrases[other] for other in self.phrase_forms.get(form, ())), ())

    def lemma(self, form: str, lemma: str) -> str:
        """Return a verb's lemma: the parser's if the lexicon has it, else the one its form belongs to."""
        if lemma in self.verbs:
            return lemma
        return next(iter(self.forms.get(form, ())), lemma)


def _by_addressee(verbs: Mapping[str, Iterable[Frame]]) -> dict[str, list[str]]:
    """Return the class of verbs whose object is whom they address: *told the Post*."""
    frames = [(lemma, frame) for lemma, several in verbs.items() for frame in several]
    objects = [lemma for lemma, f in frames if f.act == "assert" and (lemma in f.told or f.addressee == "object")]
    return {"addressing": objects}


def read_grammar(grammar: Mapping[str, Any], cues: Mapping[str, Any], inflection: Mapping[str, Any]) -> Grammar:
    """Build a language's grammar from its three tables.

    Raises:
        KeyError: a table lacks what every language must have.
    """
    verbs: dict[str, tuple[Frame, ...]] = {}
    contractions, addressees = grammar["contractions"], cues["addressees"]
    for name, group in cues["verbs"].items():
        frame = _frame(name, group, contractions, addressees)
        for lemma in fold(group["lemmas"]).split():
            verbs[lemma] = (*verbs.get(lemma, ()), frame)
    verbs = {lemma: tuple(dict.fromkeys(frames)) for lemma, frames in verbs.items()}
    nouns = {
        lemma: _frame(name, group, contractions, addressees)
        for name, group in cues["nouns"].items()
        for lemma in fold(group["lemmas"]).split()
    }
    adjuncts = cues["adjuncts"]
    classes = dict(_classes(grammar))
    for name in ("titles", "nouns.persons"):  # vicefiscal, exjugadora
        held = list(classes[name])
        classes[name] = [*held, *(prefix + noun for prefix in classes["office-prefixes"] for noun in held)]
    classes |= _by_addressee(verbs)
    according = _contracted(_runs(adjuncts["according"]), contractions)
    phrases = _phrases(cues["phrases"], contractions, addressees)
    return Grammar(
        verbs=verbs,
        forms=all_forms(verbs, inflection),
        persons=told_persons(verbs, inflection),
        nouns=nouns,
        phrases=phrases,
        phrase_forms=all_forms(phrases, inflection),
        adjuncts=indexed(according),
        adjunct_heads=frozenset(adjuncts["heads"]),
        opinion=frozenset(adjuncts["opinion"]),
        manner=indexed(_runs(adjuncts["manner"])),
        not_sources=frozenset(map(fold, adjuncts["not-sources"])),
        words={name: frozenset(map(fold, entries)) for name, entries in classes.items()},
        runs={name: indexed(_contracted(_runs(entries), contractions)) for name, entries in classes.items()},
    )


def _phrases(
    groups: Mapping[str, Any], contractions: Mapping[str, list[str]], addressees: Mapping[str, str]
) -> dict[str, tuple[tuple[Runs, Frame], ...]]:
    phrases: dict[str, tuple[tuple[Runs, Frame], ...]] = {}
    for name, group in groups.items():
        for verb, *rest in _runs(group["wordings"]):
            frame = _frame(name, group, contractions, addressees)
            phrases[verb] = (*phrases.get(verb, ()), (indexed([tuple(rest)]), frame))
    return phrases


def _classes(grammar: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    for name, value in grammar.items():
        if isinstance(value, list):
            yield name, value
        elif isinstance(value, str):
            yield name, [value] if value else []
        else:
            for inner, entries in value.items():
                yield f"{name}.{inner}", entries


def _runs(entries: list[str]) -> tuple[tuple[str, ...], ...]:
    return tuple(sorted((tuple(fold(entry).split()) for entry in entries), key=len, reverse=True))


def indexed(runs: Iterable[tuple[str, ...]]) -> Runs:
    """Return word sequences by their first word, longest first."""
    by_first: dict[str, tuple[tuple[str, ...], ...]] = {}
    for run in sorted(runs, key=len, reverse=True):
        by_first[run[0]] = (*by_first.get(run[0], ()), run)
    return by_first


def _contracted(
    runs: tuple[tuple[str, ...], ...], contractions: Mapping[str, list[str]]
) -> tuple[tuple[str, ...], ...]:
    """Add to each sequence the one that ends in a contraction: *de acuerdo con*, *a juicio de*, *a juicio del*."""
    more = [(*run[:-1], other) for run in runs for other in contractions.get(run[-1], ())]
    return tuple(sorted({*runs, *more}, key=lambda run: (-len(run), run)))


def _frame(
    name: str, group: Mapping[str, Any], contractions: Mapping[str, list[str]], addressees: Mapping[str, str]
) -> Frame:
    def prepositions(key: str) -> frozenset[str]:
        named = group.get(key, ())
        return frozenset((*named, *(form for each in named for form in contractions.get(each, ()))))

    return Frame(
        group=name,
        takes=frozenset(group["takes"]),
        act=cast("SpeechAct", group["act"]),
        commitment=cast("Commitment", group["commitment"]),
        denies=group.get("denies", False),
        denied=cast("Commitment | None", group.get("denied")),
        factive=group.get("factive", False),
        subjects=group.get("subjects", "any"),
        addressee=group.get("addressee", addressees.get(group["act"], "")),
        told=frozenset(fold(group.get("told", "")).split()),
        document=group.get("document", False),
        prepositions=prepositions("prepositions"),
        predicate_prepositions=prepositions("predicate-prepositions"),
        bare_predicate=group.get("bare-predicate", False),
        needs_predicate=group.get("needs-predicate", False),
        oblique_noun=group.get("oblique-noun", False),
        oblique_infinitive=group.get("oblique-infinitive", False),
        with_object=group.get("with-object", False),
        keeps_object=group.get("keeps-object", False),
        impersonal=group.get("impersonal", False),
        subjunctive=group.get("subjunctive", False),
        weak=frozenset(fold(group.get("weak", "")).split()),
        particles=frozenset(group.get("particles", ())),
    )
