"""What the comparison of statements needs of a language beside its concepts, read from its ``matching.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from segun.lang.folding import fold


@dataclass(frozen=True, slots=True, eq=False)
class MatchWords:
    """A language's words that part, deny, count one, or say nothing of their own."""

    joins: re.Pattern[str]
    """Matches a conjunction with the blank before it."""
    negations: frozenset[str]
    denials: frozenset[str]
    """The negations that deny a whole clause, not only what they stand before."""
    affirming: re.Pattern[str]
    """Matches folded words that begin with a denial and deny nothing that is told: *nothing but*, *not only*."""
    with_: frozenset[str]
    """Words behind which a denial is one of what follows alone: *with no alert*."""
    ones: frozenset[str]
    number_of: tuple[tuple[str, ...], ...]
    """Words behind which stands what a later number counts: *the number of*."""
    nths: Mapping[str, int]
    """Ordinals by which a toll goes on, and the number that it has reached: *a fourth protester*."""
    ourselves: frozenset[str]
    """Words with which a report speaks of its own work: *we*, *our*."""
    myself: frozenset[str]
    """Words with which one person speaks: *I*, *my*."""
    same: frozenset[str]
    """Names that only say that a source is the one named before, without articles: *same source*."""
    from_: frozenset[str]
    """Words before a number that another one has taken the place of: *raised from 21 to 58*."""
    sequels: re.Pattern[str]
    """Matches what stands before the clause that tells what went before or came after: *after*."""
    of_them: frozenset[str]
    """Words behind a number that is a part of the one before it: *of them*."""
    comparing: frozenset[str]
    """Words between a number and what it is held against: *three more than the police count*."""
    turns: re.Pattern[str]
    """Matches the conjunctions behind which a statement may turn into a denial: *and that*."""
    knowing: frozenset[str]
    """Forms of verbs whose subject knows what a report tells: *had known that*."""
    obtained: frozenset[str]
    """Words of how an outlet comes by what it tells: *obtained*, *seen by*."""
    counting: frozenset[str]
    """Forms of verbs by which somebody gives a figure: *puts the dead at*."""
    anaphors: tuple[str, ...]
    """What an organisation is called that was named before, without articles: *agency*."""
    departments: frozenset[str]
    """Those of the anaphors that mean something that a state runs: *the department*."""
    bodies: frozenset[str]
    """Words in the names of offices that tell none of them from another: *department*."""
    portfolios: Mapping[str, str]
    """Concepts of ministries that are called by their field alone, by it: *Hacienda*."""
    whose: frozenset[str]
    """Words behind which the name of an office's place stands: *of*."""
    delegates: frozenset[str]
    """Words for who speaks for a body that they are of: *delegate*, *president*."""
    others: frozenset[str]
    """Words by which a name means another one than is known: *a different company*."""
    own: frozenset[str]
    """Words with which a name begins that means the outlet itself or what it holds: *our records*."""
    hearsay: frozenset[str]
    """Words of sources that only pass on what nobody answers for: *a Telegram channel*."""
    rumours: frozenset[str]
    """Words with which a report tells what people say: *word is*."""
    places: frozenset[str]
    """Words behind which the name of a place stands: *in*."""
    pointing: re.Pattern[str]
    """Matches how a sentence begins that goes on with the matter before it: *there, too*."""
    unrelated: re.Pattern[str]
    """Matches words with which a report sets a matter aside that is not the one at hand: *nothing to do with*."""
    idle: frozenset[str]
    hedges: tuple[str, ...]
    """Words that leave open whether it is so, whatever the verb says: *probably*, *would have*."""
    vouching: frozenset[str]
    """Forms of verbs by which a report takes over what somebody makes known: *reported*, *confirmed*."""
    attributing: frozenset[str]
    """Words by which a headline tells that somebody says so: *says*, *according*."""
    maybe: frozenset[str]
    """Words by which a headline leaves open whether it is so: *may*."""
    standing: re.Pattern[str]
    """Matches how a line begins that an outlet sets under its reports: *subscribe to*."""
    captions: frozenset[str]
    """Words behind which, and a colon, it is told whose a picture is: *photo: Ada Linde*."""


def read_matchwords(data: Mapping[str, Any]) -> MatchWords:
    """Build the record from the table.

    Raises:
        KeyError: the table lacks what every language must have.
    """
    return MatchWords(
        joins=_any(data["joins"]),
        negations=_folded((*data["negations"], *data["lacks"])),
        denials=_folded(data["negations"]),
        affirming=_phrases(data["affirming"]),
        with_=_folded(data["with"]),
        ones=_folded(data["ones"]),
        number_of=tuple(tuple(fold(each).split()) for each in data["number_of"]),
        nths={fold(each): int(number) for each, number in data["nths"].items()},
        ourselves=_folded(data["ourselves"]),
        myself=_folded(data["myself"]),
        same=_folded(data["same"]),
        from_=_folded(data["from"]),
        sequels=_any(data["sequels"]),
        of_them=_folded(data["of_them"]),
        comparing=_folded(data["comparing"]),
        turns=_any(data["turns"]),
        knowing=_folded(data["knowing"]),
        obtained=_folded(data["obtained"]),
        counting=_folded(data["counting"]),
        anaphors=tuple(fold(each) for each in data["anaphors"]),
        departments=_folded(data["departments"]),
        bodies=_folded(data["bodies"]),
        portfolios={fold(each): concept for each, concept in data["portfolios"].items()},
        whose=_folded(data["whose"]),
        delegates=_folded(data["delegates"]),
        others=_folded(data["others"]),
        own=_folded(data["own"]),
        hearsay=_folded(data["hearsay"]),
        rumours=_folded(data["rumours"]),
        places=_folded(data["places"]),
        pointing=_phrases(data["pointing"]),
        unrelated=_phrases(data["unrelated"]),
        idle=_folded(data["idle"]),
        hedges=tuple(fold(each) for each in data["hedges"]),
        vouching=_folded(data["vouching"]),
        attributing=_folded(data["attributing"]),
        maybe=_folded(data["maybe"]),
        standing=_phrases(data["standing"]),
        captions=_folded(data["captions"]),
    )


def _phrases(phrases: Sequence[str]) -> re.Pattern[str]:
    """Match any of some phrases from their first word on; a dash in one stands for up to four words."""
    either = "|".join(
        r"\s".join(r"(?:\S+\s?){0,4}?" if word == "-" else re.escape(word) for word in fold(each).split())
        for each in phrases
    )
    return re.compile(rf"(?:{either})\b")


def _any(words: Sequence[str]) -> re.Pattern[str]:
    """Match any of some words with the blanks around it."""
    either = "|".join(re.escape(each) for each in sorted(words, key=len, reverse=True))
    return re.compile(rf"\s(?:{either})\s", re.IGNORECASE)


_NEVER, _EMPTY = re.compile(r"(?!)"), frozenset[str]()
NONE = MatchWords(
    _NEVER,
    *(_EMPTY,) * 2,
    _NEVER,
    *(_EMPTY,) * 2,
    (),
    {},
    *(_EMPTY,) * 4,
    _NEVER,
    *(_EMPTY,) * 2,
    _NEVER,
    *(_EMPTY,) * 3,
    (),
    *(_EMPTY,) * 2,
    {},
    *(_EMPTY,) * 7,
    *(_NEVER,) * 2,
    _EMPTY,
    (),
    *(_EMPTY,) * 3,
    _NEVER,
    _EMPTY,
)
"""Of a language that segun has no data for."""


def _folded(entries: Iterable[str]) -> frozenset[str]:
    """Return words as they are looked for: in lower case, without accents."""
    return frozenset(map(fold, entries))
