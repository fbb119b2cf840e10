"""Which names mean one source: outlets, officials, offices, in two languages and several spellings.

Two names are one source where they are spelt alike, where a person's surname is the same, or where they name the same
office of the same country or place. A source without a name (*two residents*) is only itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from segun import lang
from segun.lang.concepts import COUNTRY, Concepts
from segun.lang.folding import fold
from segun.lang.matchwords import MatchWords
from segun.match.words import word_spans
from segun.model import Span
from segun.outlets.names import key as form_of

SPEAKERS = frozenset({"press_service", "spokesperson"})
"""Concepts of those who speak for a source and are none of their own."""
INSTITUTIONS = frozenset(
    {
        "accident_board",
        "air_force",
        "army",
        "auditor",
        "authorities",
        "aviation_authority",
        "bar_association",
        "border_guard",
        "central_bank",
        "chamber_of_commerce",
        "civil_protection",
        "coast_guard",
        "commission",
        "commission_electoral",
        "committee",
        "company",
        "competition_authority",
        "council",
        "court",
        "customs",
        "environment_agency",
        "federation",
        "fire_service",
        "food_agency",
        "foreign_ministry",
        "forensic_institute",
        "general_staff",
        "geological_survey",
        "government",
        "governor",
        "grid_operator",
        "health_institute",
        "health_service",
        "intelligence_service",
        "labour_inspectorate",
        "league",
        "mayor",
        "medical_association",
        "migration_service",
        "ministry",
        "ministry_of_agriculture",
        "ministry_of_communications",
        "ministry_of_culture",
        "ministry_of_defence",
        "ministry_of_education",
        "ministry_of_energy",
        "ministry_of_environment",
        "ministry_of_finance",
        "ministry_of_fisheries",
        "ministry_of_health",
        "ministry_of_housing",
        "ministry_of_industry",
        "ministry_of_interior",
        "ministry_of_justice",
        "ministry_of_labour",
        "ministry_of_mines",
        "ministry_of_ports",
        "ministry_of_public_works",
        "ministry_of_transport",
        "mission",
        "national_guard",
        "navy",
        "nuclear_council",
        "ombudsman",
        "park_service",
        "parliament",
        "pension_institute",
        "police",
        "port_authority",
        "president",
        "prime_minister",
        "prison_service",
        "prosecutor",
        "railway_operator",
        "red_cross",
        "regulator",
        "river_authority",
        "securities_commission",
        "statistics_office",
        "tax_agency",
        "un",
        "union",
        "water_utility",
        "weather_service",
    }
)
"""Concepts of offices of which a report means one that its readers know, without naming it."""
HOUSES = INSTITUTIONS | {"hospital"}
"""The same with places that speak for themselves where nobody in them is named as speaking: *the hospital said*."""
_STAFF = frozenset({"director", "hospital"})
"""Concepts beside which a hospital is who speaks, and not where somebody does."""
_LETTERS = 3
"""Letters from which a word with a capital is a name by itself."""
_FULL_NAME = 2
"""Names of a person from which it does not matter what else they are called."""
_TRANSLATED = 2
"""Words from which a name is told by what they mean."""
_STEM, _ENDING = 6, 3
"""Letters of a name of which another form is known, and by how many they may differ in length."""
_FAMILIES = {"governor": "government", "authorities": "government", "president": "government", "minister": "ministry"}
"""Offices that are held by one, and the institutions that the one heads."""
_SEATED = frozenset(
    {"central_bank", "foreign_ministry", "general_staff", "government", "parliament", "president", "prime_minister"}
)
"""Offices that every state has one of, as it has of ministries: where they sit does not tell whose they are."""
GOVERNMENT = frozenset({"government"})
"""Concepts of what a state is spoken of as."""
COMPANIES = frozenset({"company", "railway_operator"})
"""Concepts of what is run for profit, and publishes only for itself."""
_KINDS = frozenset({"roles", "bodies", "work", "countries"})
"""Sections of concepts that say what a source is."""


@dataclass(frozen=True, slots=True)
class Who:
    """What a name says of a source."""

    form: str
    names: frozenset[str]
    """Its proper names, folded: words with a capital that no concept explains."""
    offices: frozenset[str]
    """Concepts of what it is: *governor*, *general_staff*."""
    countries: frozenset[str]
    speaks: bool = False
    """Whether it is one who speaks for another: a spokesperson, a press service."""
    person: frozenset[str] = frozenset()
    """Those of its names that are a person's: they stand right behind an office."""
    indefinite: bool = False
    """Whether it is one of several: *a ministry*, *un sindicato*."""
    adjectives: frozenset[str] = frozenset()
    """Its other words, written small, of which one may be made from a name: *oreviano*."""
    of_a_place: bool = False
    """Whether it is somebody whom only a place is told of: *a docker at Lindemar*."""
    speaks_for_name: bool = False
    """Whether it tells by a name for whom it speaks: *a spokesperson of Lirio*."""
    language: str = ""
    seats: frozenset[str] = frozenset()
    """The names of where an office of a state sits: *the Ministry of Ports in Lindemar*."""
    parts: tuple[frozenset[str], ...] = ()
    """Of each word with a capital the concepts that it names, or the word itself where it names none."""

    @property
    def named(self) -> bool:
        """Whether it says who it is beyond its text."""
        return bool(self.names or self.countries or (self.offices & HOUSES and not self.indefinite))

    @property
    def told(self) -> int:
        """How much it says."""
        return len(self.names) + len(self.offices) + len(self.countries)

    @property
    def of_a_kind(self) -> bool:
        """Whether it is the general name of offices of several kinds: *the ministry*."""
        return len(self.offices) == 1 and any(
            kind.startswith(f"{office}_") for office in self.offices for kind in HOUSES
        )

    @property
    def words(self) -> frozenset[str]:
        """What two names of one source have at least one of in common, where they are not spelt alike."""
        families = {_family(office) for office in self.offices}
        translated = frozenset().union(*self.parts)
        return self.names | self.offices | self.countries | families | translated | {r[:_STEM] for r in self.roots}

    @property
    def roots(self) -> frozenset[str]:
        """The names and words that an adjective and its name may share the beginning of."""
        return frozenset(each for each in self.names | self.adjectives if len(each) >= _STEM)

    @property
    def whose(self) -> frozenset[str]:
        """The names that say whose office it is: a place's, a company's."""
        return self.names - self.person

    def same(self, other: Who) -> bool:
        """Whether the two names mean one source, as far as can be told."""
        if self.form == other.form or self._translates(other):
            return True
        if self.countries and other.countries and not self.countries & other.countries:
            return False
        if self.countries & other.countries and not (self.names and other.names):
            ours, theirs = self.offices & HOUSES, other.offices & HOUSES
            if not ours or not theirs:  # a state, and one of its offices
                return not (self.names or other.names) or bool(ours or theirs)
        shared = _shared(self.names, other.names)
        if shared and self._named_alike(other, shared):
            return True
        if self.person and other.person:
            return False
        if _of_state(self, other) or _of_state(other, self):
            return True
        for ours, theirs in ((self.whose, other.whose), (self.seats, other.seats)):
            if ours and theirs and not _shared(ours, theirs):
                return False
        return self._same_office(other)

    def _translates(self, other: Who) -> bool:
        """Whether each name is the other's translation, word by word: *Free Coast*, *Costa Libre*."""
        if self.language == other.language or len(self.parts) != len(other.parts) or len(self.parts) < _TRANSLATED:
            return False
        return _each_in(self.parts, other.parts) and _each_in(other.parts, self.parts)

    def _named_alike(self, other: Who, shared: frozenset[str]) -> bool:
        """Whether names that both have are enough: a surname, or the place of an office of one kind."""
        ours, theirs = _families(self.offices), _families(other.offices)
        persons = max(len(_shared(self.person, other.names)), len(_shared(other.person, self.names)))
        if persons >= _FULL_NAME and not (self.offices & HOUSES and other.offices & HOUSES):
            return True
        if ours and theirs:
            return bool(ours & theirs)
        if len(shared) != min(len(self.names), len(other.names)):
            return False
        office, bare = (self, other) if ours else (other, self)
        if not office.offices & HOUSES or _shared(office.person, bare.names):
            return True
        return len(bare.names) == len(_shared(bare.names, office.names))  # not another body of the same place

    def _same_office(self, other: Who) -> bool:
        """Whether both are the same office; one may have left out whose it is, or name who holds it."""
        ours, theirs = (_families(each.offices & HOUSES) for each in (self, other))
        both = ours & theirs
        return bool(both) and len(both) == min(len(ours), len(theirs))

    def stands_for(self, other: Who) -> bool:
        """Whether it is a state or its government, and the other is an office of that state."""
        same = self.countries & other.countries or (self.whose and self.whose == other.whose)
        return bool(same) and self.offices <= GOVERNMENT and bool(other.offices & INSTITUTIONS - GOVERNMENT)

    def general(self, other: Who) -> bool:
        """Whether one names an office of which the other may be a kind: *the ministry*, a ministry of health.

        Or it is the word alone by which the other's name says what it is: *the tribunal*, the electoral tribunal.
        """
        bare, full = (self, other) if len(self.names) <= len(other.names) else (other, self)
        if bare.names or bare.countries or len(bare.offices) != 1:
            return False
        (office,) = bare.offices
        named = bare.language == full.language and bool(full.offices) and bare.form in full.form.split()
        return named or any(kind != office and kind.startswith(f"{office}_") for kind in full.offices)


def _of_state(state: Who, other: Who) -> bool:
    """Whether one is only a name, and the other an office or a spokesperson of the state of that name."""
    bare = not state.offices and not state.countries and not state.speaks and len(state.names) == 1
    official = other.speaks or bool(other.offices & HOUSES)
    return bare and official and bool(_shared(state.names, other.adjectives))


def _shared(ours: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    """Return the names of the one that the other has too, as they stand or as an adjective: *Lantaria*, *Lantarian*."""
    return frozenset(name for name in ours if any(name == each or _derived(name, each) for each in theirs))


def _derived(one: str, other: str) -> bool:
    stem = min(len(one), len(other))
    return stem >= _STEM and abs(len(one) - len(other)) <= _ENDING and one[: stem - 1] == other[: stem - 1]


def _each_in(ours: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    """Whether each word of the one means what some word of the other means."""
    return all(any(mine & each for each in theirs) for mine in ours)


def _families(offices: frozenset[str]) -> frozenset[str]:
    return frozenset(_family(office) for office in offices)


def _family(office: str) -> str:
    return _FAMILIES.get(office, office)


@lru_cache(maxsize=100_000)
def who(name: str, language: str, country: str | None = None) -> Who:
    """Return what a name says of a source.

    Args:
        name: as a report gives it.
        language: of the report, BCP 47 without its parts.
        country: of the state that a source of this name stands for, ISO 3166-1 alpha-2.
    """
    plain = _by_itself(name, language)
    spans = word_spans(plain)
    words = [fold(span.of(plain)) for span in spans]
    held: set[int] = set()
    offices: set[str] = set()
    countries: set[str] = set()
    concepts = Concepts.load(language)
    meant: dict[int, set[str]] = {}
    for start, end, concept in concepts.found(words):
        meant.setdefault(start, set()).add(concept)
        if concepts.sections[concept] not in _KINDS and concept not in HOUSES:  # a tower may be somebody's surname
            continue
        held.update(range(start, end))
        if concept.startswith(COUNTRY):
            countries.add(concept)
        elif concept not in SPEAKERS:
            offices.add(concept)
    if not offices <= _STAFF:  # a nurse at the hospital
        offices.discard("hospital")
    match = lang.matchwords(language)
    common = match.idle | match.bodies
    numerals = lang.numerals(language).words if language in lang.supported() else {}
    proper = [
        at
        for at, span in enumerate(spans)
        if at not in held
        and span.of(plain)[:1].isupper()
        and words[at] not in common
        and len(words[at]) >= _LETTERS
        and words[at] not in numerals
    ]
    for at in [each for each in proper if _alone(plain, spans, each)]:
        office = match.portfolios.get(words[at])
        if office:  # Interior says
            proper.remove(at)
            held.add(at)
            offices.add(office)
    seat: list[int] = []
    if any(office in _SEATED or office.startswith("ministry") for office in offices):
        seat = [at for at in proper if at and words[at - 1] in match.places]
        proper = [at for at in proper if at not in seat]
    names = {form_of(spans[at].of(plain)) for at in proper}
    initials = {at for at, span in enumerate(spans) if span.of(plain).isupper() and len(words[at]) < _LETTERS} - held
    held_by = [] if offices <= COMPANIES else _of_person(proper, held, initials, words, match)
    person = {form_of(spans[at].of(plain)) for at in held_by}  # the operator Hidrocasa is no person
    if country and not offices:  # Moscow said
        return Who(form_of(name), frozenset(), frozenset(), frozenset({COUNTRY + country.lower()}), speaks=False)
    speaks = any(concept in SPEAKERS for _, _, concept in Concepts.load(language).found(words))
    form = form_of(name)
    before = words[: min(held, default=0)]
    indefinite = bool(before) and before[0] in match.ones and match.whose.isdisjoint(before)
    indefinite = indefinite or (not proper and not match.others.isdisjoint(words))
    small = (words[at] for at, span in enumerate(spans) if at not in held and span.of(plain)[:1].islower())
    adjectives = frozenset(word for word in small if len(word) >= _STEM and word not in common)
    return Who(
        form,
        frozenset(names),
        frozenset(offices),
        frozenset(countries),
        speaks,
        frozenset(person),
        indefinite,
        adjectives,
        _only_placed(words, proper, offices, match) and not speaks,
        speaks and any(words[at - 1] in match.whose for at in proper if at),
        language,
        frozenset(form_of(spans[at].of(plain)) for at in seat),
        tuple(frozenset(meant.get(at, {words[at]})) for at in _capitals(plain, spans, words, match)),
    )


def _by_itself(name: str, language: str) -> str:
    """Return a name without what stands behind it in brackets, or behind a comma and *in*: *the board, in a note*."""
    plain = name.partition("(")[0] or name
    first, *rest = plain.split(", ")
    places = lang.matchwords(language).places
    behind = next((at for at, each in enumerate(rest) if fold(each.partition(" ")[0]) in places), len(rest))
    return ", ".join((first, *rest[:behind])) or plain


def _only_placed(words: Sequence[str], proper: Sequence[int], offices: set[str], known: MatchWords) -> bool:
    """Whether a name begins with *a* and has its proper names behind *at*, *of*: those of a place."""
    if not proper or words[0] not in known.ones or not offices.isdisjoint(INSTITUTIONS):
        return False
    return not known.whose.isdisjoint(words[: proper[0]])


def _alone(name: str, spans: Sequence[Span], at: int) -> bool:
    """Whether no other word with a capital stands right beside one of a name's words."""
    beside = [(each, min(each, at)) for each in (at - 1, at + 1) if 0 <= each < len(spans)]
    return not any(
        spans[each].of(name)[:1].isupper() and name[spans[left].end : spans[left + 1].start] == " "
        for each, left in beside
    )


def _capitals(name: str, spans: Sequence[Span], words: Sequence[str], known: MatchWords) -> list[int]:
    """Return which of a name's words are written with a capital and tell something."""
    return [at for at, span in enumerate(spans) if span.of(name)[:1].isupper() and words[at] not in known.idle]


def _of_person(
    proper: Sequence[int], held: set[int], initials: set[int], words: Sequence[str], known: MatchWords
) -> list[int]:
    """Return those of a name's proper words that name a person: behind an office, with no *of* between.

    Args:
        proper: the indexes of its proper words.
        held: those of the words that concepts explain.
        initials: capitals that a name begins with and that are none by themselves: *the president of CD Lirio*.
        words: all, folded.
        known: the words of its language.
    """
    first = min(held, default=len(words))
    found: list[int] = []
    for at in proper:
        before = at - 1
        while before in initials:
            before -= 1
        joined = before in found or (before >= 0 and before in proper)
        behind = before >= first and words[before] not in known.whose
        if at > first and (before in found if joined else behind):
            found.append(at)
    return found
