"""What an origin is called: by one name wherever a ledger's claims go back to it, the one that says most of it.

*Barrios*, *la comisaria*, *Commissioner Ana Barrios* are all *la comisaria Ana Barrios* where most reports that name
her are Spanish and one of them calls her so.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun import lang
from segun.lang.concepts import Concepts
from segun.lang.folding import fold
from segun.match.parted import OWNED, TO, parted
from segun.match.sources import Sources
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import HOUSES, SPEAKERS, Who, who
from segun.match.words import word_spans
from segun.outlets.names import bracketed

_NAMES = 2
"""Names of a source from which it does not matter how many more a name of it holds."""
_TOLD = 3
"""The same of all that a name says of a source: names, offices, countries."""
_ROLES = frozenset({"roles", "bodies"})
"""Sections of concepts of what somebody is."""


@dataclass(frozen=True, slots=True)
class _Given:
    """A name that a report gives a source."""

    report: str
    name: str
    language: str
    country: str | None

    @property
    def known(self) -> Who:
        """What it says of the source."""
        return who(self.name, self.language, self.country)


class Names:
    """What the sources of a set of reports are called.

    Args:
        said: the statements of each report, by its key.
        sources: whom names mean.
        together: sets of reports that tell of one matter: those that say the same.
    """

    def __init__(
        self, said: Mapping[str, Sequence[Said]], sources: Sources, together: Iterable[Collection[str]]
    ) -> None:
        self._reports = {key: each[0].told for key, each in said.items() if each}
        self._given: dict[str, list[_Given]] = defaultdict(list)
        self._presses: dict[str, Counter[str]] = defaultdict(Counter)
        """What outlets that report what others say are called, by their identities."""
        self._matter = _matters(said, together)
        self._owners = {told.owner for told in self._reports.values() if told.owner}
        for key, each in said.items():
            names = {given for one in each for given in one.whos()}
            told = self._reports.get(key)
            if told is not None and told.outlet:
                names.add((told.outlet, told.language, None))
                if not _institution(told):
                    self._presses[sources.of(told.outlet, told.language)][told.outlet] += 1
            for name, language, country in sorted(names, key=lambda given: (*given[:2], given[2] or "")):
                self._given[sources.of(name, language)].append(_Given(key, name, language, country))
        self._found: dict[tuple[str, str], str] = {}

    def of(self, identity: str, reports: Collection[str]) -> str:
        """Return what a source is called.

        An office (*the mayor*) may be one identity over matters that have nothing to do with each other: a name from
        another matter is taken only where names in both say that it is the same one.

        Args:
            identity: as :class:`Sources` knows it, or whom one outlet has spoken to.
            reports: the keys of some reports that tell of it.
        """
        first = min(self._matter[key] for key in reports)
        if (identity, first) not in self._found:
            self._found[identity, first] = self._chosen(identity, first, reports)
        return self._found[identity, first]

    def _chosen(self, identity: str, matter: str, reports: Collection[str]) -> str:
        name, outlet = parted(identity)
        if outlet is not None and identity not in self._given:
            house = OWNED + outlet if outlet in self._owners else outlet
            return small(name, self._language_of(outlet, reports)) + TO + house
        known = self._alike(self._given.get(identity, ()), matter)
        if not known:
            return identity
        votes = Counter(language for _, language in {(each.report, each.language) for each in known})
        best = max(known, key=lambda each: (*_fullness(each, votes), each.name))
        press = min(self._presses[identity].items(), key=lambda item: (-item[1], item[0]), default=("", 0))[0]
        if press and _holds(best.name, press):
            return press  # Slope Watch, a group of climbers
        return small(_without_office(_plain(best.name), best.language), best.language)

    def _language_of(self, outlet: str, reports: Collection[str]) -> str:
        """Return the language in which an outlet, or one of an owner's, publishes some reports."""
        told = (self._reports[key] for key in sorted(reports) if key in self._reports)
        return next((each.language for each in told if outlet in {each.owner, each.outlet, each.key}), "")

    def _alike(self, given: Sequence[_Given], matter: str) -> list[_Given]:
        """Return the names of a source in one matter, and in all others that say by a name whom they mean."""
        proper: dict[str, set[str]] = defaultdict(set)
        for each in given:
            proper[self._matter[each.report]] |= each.known.names | each.known.countries
        taken, names = {matter}, set(proper[matter])
        while more := {other for other in proper.keys() - taken if proper[other] & names}:
            taken |= more
            names |= {name for other in more for name in proper[other]}
        return [each for each in given if self._matter[each.report] in taken]


def small(name: str, language: str) -> str:
    """Return a name as it stands within a sentence: *the mayor*, *el Ministerio*, but *El Faro*, *La Rioja*.

    Args:
        name: as a report gives it.
        language: of the report.
    """
    spans = word_spans(name)
    if len(spans) < 2 or spans[0].start or not name[:1].isupper() or language not in lang.supported():
        return name
    words = [fold(span.of(name)) for span in spans]
    numerals = lang.numerals(language).words
    if words[0] not in lang.grammar(language).words["determiners"] and words[0] not in numerals:
        return name
    concepts = Concepts.load(language)
    meant = {concept for start, _, concept in concepts.found(words) if start == 1}
    office = any(concept in HOUSES | SPEAKERS or concepts.sections[concept] in _ROLES for concept in meant)
    return name[:1].lower() + name[1:] if office or spans[1].of(name)[:1].islower() else name


def _fullness(given: _Given, votes: Mapping[str, int]) -> tuple[int, int, int, int, int]:
    """Return what names are chosen by: whether they say who it is, in how many reports' language, how much they say."""
    known, name = given.known, given.name
    names, told = min(len(known.names), _NAMES), min(known.told, _TOLD)
    return names, told, votes[given.language], known.told, len(_plain(name))


def _plain(name: str) -> str:
    """Return a name without what is told of it in brackets: *Orvane S.A. (statement to the exchange)*."""
    told = bracketed(name)
    return name if told is None or told.isupper() else name[: name.rindex("(")].rstrip() or name


def _holds(name: str, outlet: str) -> bool:
    """Whether an outlet's name stands in another one, article and all: *Slope Watch, a group of climbers*."""
    whole = outlet.partition(" (")[0]
    return re.search(rf"(?<!\w){re.escape(whole)}(?!\w)", name, re.IGNORECASE) is not None


def _without_office(name: str, language: str) -> str:
    """Return a name without the press office behind it: *the Harbour Office, press service*."""
    whose, comma, office = name.rpartition(", ")
    known, match = who(office, language), lang.matchwords(language)
    plain = all(fold(span.of(office)) in match.bodies | match.idle for span in word_spans(office))
    return whose if comma and not known.names and (known.speaks or plain) else name


def _institution(told: Told) -> bool:
    """Whether who publishes a report is an office, and not of the press."""
    known = who(told.outlet or "", told.language)
    return known.speaks or not known.offices.isdisjoint(HOUSES)


def _matters(said: Mapping[str, Sequence[Said]], together: Iterable[Collection[str]]) -> dict[str, str]:
    """Return what stands for each report's matter: its first report, of those that say something alike."""
    above = {key: key for key in said}

    def top(key: str) -> str:
        while above[key] != key:
            above[key] = above[above[key]]
            key = above[key]
        return key

    for reports in together:
        first, *rest = sorted({top(key) for key in reports})
        for key in rest:
            above[max(top(first), top(key))] = min(top(first), top(key))
    return {key: top(key) for key in said}
