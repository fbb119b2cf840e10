"""The sources of a set of reports, each name given one identity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from rapidfuzz import fuzz

from segun import lang
from segun.lang.folding import fold
from segun.match.who import COMPANIES, GOVERNMENT, HOUSES, Who, who
from segun.outlets.names import acronyms, bracketed
from segun.outlets.names import key as form_of

_LETTERS = 3
"""Letters from which an acronym tells a source."""


def _of_company(known: Who) -> bool:
    """Whether a name is that of a company's own press office."""
    return known.speaks and bool(known.names) and known.offices <= COMPANIES


def _fullness(known: Who) -> tuple[int, bool, bool]:
    """Return what names are sorted by so that those that say most of a source come first."""
    return -known.told, known.of_a_kind, known.offices.isdisjoint(HOUSES)


def _only(names: Collection[str]) -> str | None:
    """Return the shortest of a company's names where they are one company's: its own and its press office's."""
    parts = {name: frozenset(form_of(name).split()) for name in names}
    shortest = min(sorted(names), key=len, default=None)
    return shortest if shortest and all(parts[shortest] <= each for each in parts.values()) else None


def acronyms_of(name: str) -> frozenset[str]:
    """Return the acronyms by which a source is named too: the one in brackets, or else its initials."""
    given = bracketed(name)
    found = frozenset({given}) if given and given.isupper() else acronyms(name)
    return frozenset(each for each in found if len(each) >= _LETTERS)


class Sources:
    """The sources of a set of reports, each name given one identity.

    Args:
        names: as reports give them, with their language and, of a place that stands for its government, the country.
        outlets: who published the reports, with the language of each.
    """

    def __init__(self, names: Iterable[tuple[str, str, str | None]], outlets: Iterable[tuple[str, str]] = ()) -> None:
        houses = {name for name, language in outlets if _of_company(who(name, language))}
        companies = {name for name, language in outlets if who(name, language).offices & COMPANIES}
        self._house = _only(companies or houses)
        """The one company that publishes for itself; *the company* is it."""
        self._homes: dict[str, str] = {}
        self._alike: dict[str, list[tuple[str, Who]]] = defaultdict(list)
        self._names: dict[str, list[Who]] = defaultdict(list)
        self._joined: dict[str, str] = {}
        self._persons: set[str] = set()
        """The sources that some name of theirs says to be a person."""
        self._spelt: dict[str, set[str]] = defaultdict(set)
        """The sources whose name has an acronym, by it."""
        ordered = sorted(set(names), key=lambda each: (*_fullness(who(*each)), each[:2], each[2] or ""))
        for name, language, country in ordered:
            known = who(name, language, country)
            if known.form in self._homes:
                continue
            home = self._of_acronym(name, language) or self._home(known) or name
            self._homes[known.form] = home
            self._names[home].append(known)
            if known.person:
                self._persons.add(home)
            for acronym in acronyms_of(name):
                self._spelt[acronym].add(home)
            for word in known.words:
                self._alike[word].append((home, known))

    def of(self, name: str, language: str) -> str:
        """Return what the source with this name is called throughout."""
        known = who(name, language)
        if known.form not in self._homes:
            self._homes[known.form] = self._of_acronym(name, language) or self._home(known) or name
            self._names[self._homes[known.form]].append(known)
        home = self._homes[known.form]
        return self._joined.get(home, home)

    def join(self, one: str, other: str) -> None:
        """Make two identities one, which is called by the name of the first."""
        self._joined[other] = one
        self._joined.update({home: one for home, joined in self._joined.items() if joined == other})
        self._names[one].extend(self._names.pop(other, ()))

    def offices(self, identity: str) -> frozenset[str]:
        """Return the institutions that the names of a source say it is."""
        return frozenset(office for known in self._names[identity] for office in known.offices & HOUSES)

    def forms(self, identity: str) -> list[str]:
        """Return what a source is called, as names are compared."""
        return [known.form for known in self._names[identity]]

    def short(self, identity: str) -> list[frozenset[str]]:
        """Return the proper names under which a company is known too: *Orvane*, of *Orvane Marine Ltd*."""
        if COMPANIES.isdisjoint(self.offices(identity)):
            return []
        return sorted({known.names for known in self._names[identity] if known.names}, key=sorted)

    def bare(self, identity: str) -> bool:
        """Whether no name of a source says more than which institution it is: *the ministry*."""
        return all(not known.names and not known.countries for known in self._names[identity])

    def of_state(self, state: str, office: str) -> bool:
        """Whether one source is a state or its government, and the other an office of the same state."""
        names = self._names[state]
        if any(known.offices - GOVERNMENT for known in names):
            return False
        return any(general.stands_for(known) for general in names for known in self._names[office])

    def _of_acronym(self, name: str, language: str) -> str | None:
        """Return the only source of whose name a name is the acronym: *the CEM*."""
        idle = lang.matchwords(language).idle
        large = [word for word in name.split() if word[:1].isupper() and fold(word) not in idle]
        found = self._spelt.get(large[0], set()) if len(large) == 1 else set()
        return min(found) if len(found) == 1 else None

    def _home(self, known: Who) -> str | None:
        """Return what the source that is spelt most like one and may be the same is called."""
        if known.indefinite and known.offices <= COMPANIES:
            return None  # a different company
        if not known.names and known.offices and known.offices <= COMPANIES:
            return self._homes.get(form_of(self._house), self._house) if self._house else None
        met = {each.form: (home, each) for word in known.words for home, each in self._alike[word]}
        same = [
            ((fuzz.token_set_ratio(known.form, each.form), bool(each.offices & HOUSES)), home)
            for home, each in met.values()
            if known.same(each) and not self._of_another_state(known, home)
        ]
        heads = not known.names and {home for _, home in same} <= self._persons
        bodies = {home for home, each in self._all() if known.general(each) and not each.person} if heads else set()
        if len(bodies) == 1:  # the Commission is that body, rather than its president
            return bodies.pop()
        if same:  # a country that speaks is one of its offices rather than one of its papers
            return max(same, key=lambda each: each[0])[1]
        if not known.offices:  # nothing that a general name could be of
            return None
        kinds = {home for home, each in self._all() if known.general(each)}
        return kinds.pop() if len(kinds) == 1 else None

    def _of_another_state(self, known: Who, home: str) -> bool:
        """Whether a name is that of a state's office, and some name of a source says that it is another state's."""
        theirs = frozenset().union(*(each.countries for each in self._names[home]))
        return bool(known.countries and theirs) and known.countries.isdisjoint(theirs)

    def _all(self) -> Iterator[tuple[str, Who]]:
        """Yield all that are known of institutions that *the ministry*, *the court* may mean."""
        for office in HOUSES:
            yield from self._alike.get(office, ())
