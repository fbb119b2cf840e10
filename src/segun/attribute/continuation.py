"""Accounts that carry on: which sentences still belong to an attribution that nobody repeats, and where it ends.

A sentence without an attribution of its own is described by named traits of its own and of the opening of the account.
:class:`~segun.attribute.judging.Judge` adds up their weights: log-odds that the account carries on, held against a
threshold that the caller chooses, :data:`THRESHOLDS`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from segun.annotate.words import Paragraph, Sentence, Word
from segun.attribute.draft import Draft
from segun.attribute.forms import denied
from segun.attribute.runs import matching, runs_in
from segun.lang.lexicon import Grammar
from segun.model import Span

CarryOn = Literal["none", "cautious", "eager"]
THRESHOLDS: dict[CarryOn, float] = {"none": math.inf, "cautious": -0.25, "eager": -1.0}
"""Log-odds from which on a sentence is taken for a part of the account: that it is, and that its opening is right.

Where *cautious* lies was chosen on the texts that the weights are fitted on.
"""
_PAST = frozenset({"Past", "Imp"})
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_FEW = 10
"""Words below which a sentence, or what an opening says, is short."""
_MUCH = 15
"""Words from which on what an opening says is long."""
_WIDE = 20
"""Words from which on a sentence is long."""
_LONG = 3
"""Sentences that an account carried on over from which on it is long."""
_SEVERAL = 2
"""Others who spoke before from which on a report is one of many voices, where accounts are short."""
_HEAD = 4
"""Words that stand at a sentence's head."""
_TELLING = 4
"""Letters that a word must have to tell what a sentence is about."""
_CLOSED = frozenset({"turn", "accusation", "headline clause", "headline phrase"})
"""Constructions that say one thing and open no account."""
_POINTING = frozenset({"Prs", "Dem"})
"""Pronouns that point at somebody: *ella*, *estos*, and not *nadie*, *algunos*."""
_ADDRESSING = frozenset({"Imp", "Sub"})
"""Moods of a main clause's verb in which the reader is told what to do: *vayan preparando*."""
_PEOPLE = frozenset({"person", "group", "unnamed"})
_ACTS = {"stipulate": "a rule opened it", "predict": "a prediction opened it"}
OPINIONS = frozenset({"small clause", "opinion"})
"""Constructions that say what somebody holds of something; what follows may say why."""


@dataclass(slots=True)
class Account:
    """An attribution that may carry on, and what is known of it so far."""

    opener: Draft
    held: list[str]
    """The features of its opening."""
    tense: str
    paragraph: int
    media: bool
    lemmas: set[str]
    """The nouns, names and verbs of what it said so far."""
    said: list[Span]
    """Where its opening and the sentences that it carried on over stand."""
    length: int = 0


def opening(
    draft: Draft,
    paragraph: Paragraph,
    grammar: Grammar,
    *,
    media: bool,
    own: bool,
    says_i: bool,
    ended: bool = False,
    others: int = 0,
) -> Account | None:
    """Return the account that an attribution opens, or ``None`` for one that cannot carry on.

    Args:
        draft: the attribution.
        paragraph: where it stands.
        grammar: the language.
        media: whether its source is an outlet or agency.
        own: whether the report said a sentence itself before it.
        says_i: whether the report is somebody's own, a post or a letter: its own voice is heard by that.
        ended: whether more of the report's accounts ended at once, before it, than carried on.
        others: how many others than its source spoke before it.
    """
    head = draft.source.head
    crowd = head is not None and head.pos != "NOUN" and head.norm in grammar.words["quantifiers"]  # otros temen que
    asks = draft.frame is not None and draft.frame.act == "ask" and not draft.quoted  # preguntó si cerrarán
    if draft.source.kind == "none" or draft.rule in _CLOSED or paragraph.headline or crowd or asks:
        return None
    held = ["any account"]
    if draft.quoted:
        held.append("direct speech opened it")
    if media:
        held.append("an outlet opened it")
    if ended:
        held.append("more accounts ended at once before it than carried on")
    if not own:
        held.append("the report had not spoken before it")
    if others < _SEVERAL:
        held.append("at most one other had spoken before it")
    if draft.source.kind == "pronoun":
        held.append("its source is a pronoun")
    if says_i:
        held.append("the report says I")
    if _to_reporter(draft, paragraph, grammar):
        held.append("it was told to who reports it")
    words = [w for span in draft.content for w in paragraph.inside(span)]
    if not words:
        held.append("an announcement opened it")
    elif _size(words) < _FEW:
        held.append("it said little")
    if _size(words) >= _MUCH:
        held.append("it said much")
    if draft.frame is not None and draft.frame.act in _ACTS:
        held.append(_ACTS[draft.frame.act])
    return Account(draft, held, _tense(words), paragraph.index, media, _lemmas(words), list(draft.content))


def _to_reporter(draft: Draft, paragraph: Paragraph, grammar: Grammar) -> bool:
    """Whether somebody speaks to the one who reports it, or is one of theirs: *me contó*, *my physio says*."""
    cue = paragraph.word_at(draft.at)
    head = draft.source.head if draft.source.kind == "noun" else None
    told = paragraph.children(cue, "obj", "iobj", "obl") if cue is not None else ()
    owned = paragraph.children(head, "det", "nmod:poss") if head is not None else ()
    known = grammar.words["first-person"]
    return any(word.norm in known for word in (*told, *owned)) and paragraph.quotation_at(draft.at) is None


def around(account: Account, paragraph: Paragraph) -> list[str]:
    """Return what is told of an account and a sentence in which somebody else speaks.

    Whether the account goes on around them hangs on the account and the place alone: the sentence's words are theirs.
    """
    return [*account.held, *_place(account, paragraph)]


def traits(
    account: Account, paragraph: Paragraph, sentence: Sentence, grammar: Grammar, ahead: Collection[Draft] = ()
) -> list[str]:
    """Return what is told of an account and a sentence, by which to judge whether it carries the account on.

    Args:
        account: what may carry on.
        paragraph: where the sentence stands.
        sentence: what is looked at.
        grammar: the language.
        ahead: the attributions of the same paragraph.
    """
    words = paragraph.words[sentence.first : sentence.last + 1]
    found = [*account.held, *_features(account, paragraph, words, grammar), *_around(account, words, ahead)]
    return list(dict.fromkeys(found))


def _place(account: Account, paragraph: Paragraph) -> list[str]:
    held = []
    if paragraph.index != account.paragraph:
        held.append("new paragraph")
        if not account.media:
            held.append("new paragraph after somebody who is no outlet")
        if account.opener.resolved is not None and account.opener.resolved[0].kind in _PEOPLE:
            held.append("new paragraph after people")
        if account.length:
            held.append("new paragraph of an account that carried on")
    if account.length:
        held.append("already carried on")
    if account.length >= _LONG:
        held.append("carried on for long")
    return held


def _around(account: Account, words: list[Word], ahead: Collection[Draft]) -> Iterator[str]:
    """Yield what the attributions behind a sentence, in its paragraph, tell of it."""
    source = account.opener.resolved
    behind = (draft for draft in ahead if draft.at > words[-1].end and draft.parent is None)
    if source is not None and any(d.resolved is not None and d.resolved[0] is source[0] for d in behind):
        yield "the same source speaks again behind it"


def follow(account: Account, paragraph: Paragraph, sentence: Sentence) -> None:
    """Take a sentence into the account."""
    account.length += 1
    account.said.append(Span(paragraph.words[sentence.first].start, paragraph.words[sentence.last].end))
    account.lemmas |= _lemmas(paragraph.words[sentence.first : sentence.last + 1])
    account.paragraph = paragraph.index


def _features(account: Account, paragraph: Paragraph, words: list[Word], grammar: Grammar) -> list[str]:
    main = next((w for w in words if w.dep == "root"), words[0])
    return [
        *_place(account, paragraph),
        *_of_tense(account, paragraph, words, main, grammar),
        *_of_subject(account, paragraph, main, grammar),
        *_of_opening(paragraph, words, grammar),
        *_of_form(paragraph, words, main, grammar),
        *_of_clauses(paragraph, words, main, grammar),
        *_of_size(paragraph, words),
        *_of_matter(account, words),
    ]


def _of_tense(account: Account, paragraph: Paragraph, words: list[Word], main: Word, grammar: Grammar) -> Iterator[str]:
    tense, governing = _tense(words), _governing(paragraph, main)
    if tense == "Pres":
        yield "present tense" if account.tense in {"Pres", "Fut"} else "present tense after a past account"
    if tense and tense == account.tense:
        yield "the tense of what it said"
    perfect = [w for w in words if w.lemma in grammar.words["perfect-auxiliaries"] and w.dep.startswith("aux")]
    if any(w.feats.get("Tense") in _PAST for w in perfect):
        yield "past perfect"
    if any(w.feats.get("Tense") == "Fut" or w.norm in grammar.words["will"] for w in words):
        yield "tells what is to come"
    if _hearsay(words, governing, grammar):
        yield "conditional of hearsay"


def _of_subject(account: Account, paragraph: Paragraph, main: Word, grammar: Grammar) -> Iterator[str]:
    subject = next((c for c in paragraph.children(main, "nsubj")), None)
    points = subject is None or subject.feats.get("PronType", "Prs") in _POINTING
    if subject is not None and subject.pos == "PRON" and not points:
        yield "an indefinite pronoun is its subject"
    elif subject is None or subject.pos == "PRON":
        yield "its subject only points"
        if not _may_be_source(account, paragraph, main, subject, grammar):
            yield "its subject cannot be the source"
    if subject is None:
        return
    if any(word.pos == "PROPN" for word in paragraph.subtree(subject)):
        yield "its subject holds a name"
    if {subject.norm, subject.lemma} & (grammar.words["nouns.documents"] | grammar.words["nouns.outlets"]):
        yield "a document or an outlet is its subject"
    if subject.pos == "PRON":
        return
    if subject.pos == "NOUN":
        yield from _of_determiner(paragraph, subject)
    if _is_source(account, paragraph, subject):
        yield "its subject is the source"


def _of_determiner(paragraph: Paragraph, subject: Word) -> Iterator[str]:
    """Yield what the determiner of a noun tells: *the mill* is known or the newsroom's, *their mill* the teller's."""
    definite = [word.feats.get("Definite") for word in paragraph.children(subject, "det")]
    if "Def" in definite:
        yield "its subject is definite"
    elif definite and "Ind" not in definite:
        yield "its subject is pointed at or counted"


def _of_opening(paragraph: Paragraph, words: list[Word], grammar: Grammar) -> Iterator[str]:
    if matching(paragraph, words[0].i, grammar.runs["rejoinders"]):
        yield "set against what was said"
    elif any(matching(paragraph, words[0].i + skip, grammar.runs["connectives"]) for skip in (0, 1)):
        yield "linking word"
    if words[0].norm in grammar.words["complementizers"] and words[0].dep == "mark":
        yield "begins as a content does"
    if any({w.norm, w.lemma} & grammar.words["shown"] for w in words[:_HEAD]):
        yield "begins with a picture, a message or data"


def _of_form(paragraph: Paragraph, words: list[Word], main: Word, grammar: Grammar) -> Iterator[str]:
    if any(runs_in(paragraph, words, grammar.runs["own-voice"])):
        yield "the report speaks of itself"
    if any(runs_in(paragraph, words, grammar.runs["verdicts"])):
        yield "judges what was said"
    if any({w.norm, w.lemma} & grammar.words["reporters"] for w in words):
        yield "tells of reporters"
    verbs = [main, *paragraph.children(main, "aux")]
    if any(w.norm in {"?", "¿"} for w in words) or any(
        w.feats.get("Mood") in _ADDRESSING and w.feats.get("Tense") not in _PAST for w in verbs
    ):
        yield "asks or addresses the reader"
    state = main if main.lemma in grammar.words["states"] else next(iter(paragraph.children(main, "cop")), None)
    if state is not None and state.finite and state.feats.get("Tense") == "Pres":
        yield "tells how things are"
    if any(_YEAR.fullmatch(w.norm) for w in words):
        yield "gives a year"
    if any(w.norm in grammar.words["days"] for w in words):
        yield "names a day"
    if denied(paragraph, main, grammar):
        yield "denies"
    if any(w.feats.get("Person") in {"1", "2"} and w.pos in {"VERB", "AUX", "PRON"} for w in words):
        yield "speaks in the first or second person"


def _of_clauses(paragraph: Paragraph, words: list[Word], main: Word, grammar: Grammar) -> Iterator[str]:
    """Yield how a sentence tells: what a teller's sentences have, and a newsroom's background seldom has."""
    joined = paragraph.children(main, "conj", "parataxis")
    if any(paragraph.bearer(verb).finite for verb in joined):
        yield "joins several clauses"
    if any(paragraph.children(main, "advcl")):
        yield "says in a clause when, why or how"
    if any(paragraph.children(main, "aux:pass", "nsubj:pass", "expl:pass")):
        yield "is in the passive"
    if main.feats.get("Tense") == "Imp":
        yield "tells what went on"
    if _must(paragraph, main, grammar):
        yield "says what must be"
    if _withholds(paragraph, main, grammar):
        yield "tells what was not told"
    subject = next(paragraph.children(main, "nsubj"), None)
    if any(_stands_for_another(word, grammar) for word in words if word is not subject):
        yield "a pronoun in it stands for somebody or something"
    numbers = sum(word.pos == "NUM" for word in words)
    if numbers:
        yield "gives a number"
    if numbers > 1:
        yield "gives several numbers"


def _withholds(paragraph: Paragraph, main: Word, grammar: Grammar) -> bool:
    """Whether the report says what somebody did not tell: *No dio nombres*, *She would not say why*."""
    if not denied(paragraph, main, grammar):
        return False
    verbs = (main, *paragraph.children(main, "xcomp"))
    subject = next(paragraph.children(main, "nsubj"), None)
    return any(verb.lemma in grammar.words["withholding"] for verb in verbs) and (
        subject is None or subject.pos in {"PRON", "PROPN"}
    )


def _must(paragraph: Paragraph, main: Word, grammar: Grammar) -> bool:
    """Whether a sentence says what ought to be: *debe cerrarse*, *they should leave*, *tienen que salir*."""
    for verb in (main, *paragraph.children(main, "aux")):
        if {verb.lemma, verb.norm} & grammar.words["must"]:
            return True
        rests = grammar.runs["must"].get(verb.lemma, ())
        behind = tuple(word.norm for word in paragraph.words[verb.i + 1 : verb.i + 2])
        if any(run[1:] == behind for run in rests):
            return True
    return False


def _stands_for_another(word: Word, grammar: Grammar) -> bool:
    """Whether a word is a pronoun of the third person: *le dio agua*, *told them*, *her boots*."""
    third = word.feats.get("PronType") == "Prs" and word.feats.get("Person") == "3"
    return word.pos == "PRON" and third and word.norm not in grammar.words["reflexives"]


def _of_size(paragraph: Paragraph, words: list[Word]) -> Iterator[str]:
    if _size(words) < _FEW:
        yield "is short"
    if _size(words) >= _WIDE:
        yield "is long"
    if words[-1].i == len(paragraph.words) - 1:
        yield "ends its paragraph"
    if len(paragraph.sentences) == 1:
        yield "is all of its paragraph"


def _of_matter(account: Account, words: list[Word]) -> Iterator[str]:
    """Yield how what a sentence speaks of hangs together with what was said before."""
    if {w.lemma for w in words if w.pos == "PROPN"} - account.lemmas:
        yield "brings in a name"
    if any(w.pos == "PROPN" and w.lemma in account.lemmas for w in words):
        yield "takes up a name of the account"
    again = _lemmas(words) & account.lemmas
    if again:
        yield "takes up a word of the account"
    if len(again) > 1:
        yield "takes up several words of the account"


def _size(words: list[Word]) -> int:
    return sum(w.pos != "PUNCT" for w in words)


def _lemmas(words: list[Word]) -> set[str]:
    return {w.lemma for w in words if w.pos in {"NOUN", "PROPN", "VERB"} and len(w.lemma) >= _TELLING}


def _is_source(account: Account, paragraph: Paragraph, subject: Word) -> bool:
    """Whether a sentence's subject is whoever the account is of: it tells of them, and not what they tell."""
    if account.opener.resolved is None:
        return False
    entity = account.opener.resolved[0]
    named = {paragraph.words[at].norm for at in range(subject.left, subject.right + 1)}
    return bool(named & entity.proper) or entity.head in {subject.norm, subject.lemma}


def _may_be_source(account: Account, paragraph: Paragraph, main: Word, pronoun: Word | None, grammar: Grammar) -> bool:
    """Whether a pronoun, or a verb's ending, agrees with whoever the account is of.

    *La alcaldesa dijo que …. Llevaban años sin luz*: others; *Her deputy said …. He sat down*: perhaps the deputy.
    """
    source = account.opener.source
    kind = account.opener.resolved[0].kind if account.opener.resolved is not None else ""
    verb = next((c for c in paragraph.children(main, "aux", "cop") if c.finite), main)
    number = (pronoun.feats.get("Number") if pronoun is not None else None) or verb.feats.get("Number")
    several = source.plural or source.many
    if (number == "Sing" and several) or (number == "Plur" and not several and kind != "group"):
        return False
    if pronoun is None:
        return True
    person = kind == "person"
    if pronoun.norm in grammar.words["thing-pronouns" if person else "person-pronouns"]:
        return False
    gender = pronoun.feats.get("Gender")
    return not gender or not source.gender or gender == source.gender


def _tense(words: list[Word]) -> str:
    for word in words:
        if word.finite and (
            word.dep in {"root", "ccomp", "parataxis", "acl"} or word.dep in {"aux", "cop", "aux:pass"}
        ):
            return word.feats.get("Tense", "")
    return ""


def _governing(paragraph: Paragraph, main: Word) -> list[Word]:
    """Return the verbs of a sentence's main clauses with their auxiliaries."""
    verbs = [main, *paragraph.children(main, "conj", "parataxis")]
    return [word for verb in verbs for word in (verb, *paragraph.children(verb, "aux", "cop"))]


def _hearsay(words: list[Word], governing: list[Word], grammar: Grammar) -> bool:
    """*habría sido*, *they would leave*: what others say, in the governing verb; *allegedly* anywhere."""
    shifted = (w.feats.get("Mood") == "Cnd" or w.norm in grammar.words["backshifted"] for w in governing)
    return any(shifted) or any(w.norm in grammar.words["allegedly"] for w in words)
