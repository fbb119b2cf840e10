"""Who credits whom: bylines, credit lines and datelines that name an outlet, and statements attributed to one."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from segun.match.sources import Sources
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import COMPANIES, INSTITUTIONS, who
from segun.outlets.names import acronyms
from segun.outlets.names import key as form_of

_HEAD = 220
"""Code points at a report's beginning in which bylines and datelines stand."""
_SHORT = 4
OUTLETS = frozenset({"agency", "newspaper"})
"""Concepts of what an outlet is, which its name may go without."""
_LETTERS = 3
"""Letters from which an acronym tells an outlet."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class _Naming:
    """By what a statement, or all of a report, names others."""

    forms: str
    """The forms of its sentences and of its sources' names, each between blanks, with bars between them."""
    capitals: frozenset[str]
    sources: frozenset[str]
    """The identities of its sources."""
    written: str = ""
    """The same words as they are written; empty for all of a report."""

    def names(self, forms: Sequence[str], acronyms: frozenset[str], identity: str) -> bool:
        """Whether it names an outlet by one of its forms or acronyms, or attributes to whom it is the same as."""
        return (
            identity in self.sources
            or not acronyms.isdisjoint(self.capitals)
            or any(f" {form} " in self.forms and _alone(form, self.written) for form in forms)
        )


class Credits:
    """Who credits whom among some reports.

    Args:
        statements: each report's, by its key.
        sources: the identity of every source's name.
    """

    def __init__(self, statements: Mapping[str, Sequence[Said]], sources: Sources) -> None:
        self._statements = statements
        self._sources = sources
        self._through: dict[tuple[str, str | None, str], tuple[str, ...]] = {}
        self._credited: dict[str, list[tuple[str, str]]] = {}
        self._sentences: dict[str, str] = {}
        self._namings: dict[str, tuple[_Naming, dict[str, _Naming]]] = {}

    def byline(self, child: Told, parent: Told) -> bool:
        """Whether a report's byline, credit line or dateline names the other's outlet."""
        names = outlet_forms(parent)
        if not names or parent.outlet_form == child.outlet_form:
            return False
        if child.key not in self._credited:
            self._credited[child.key] = _places(child)
        return any(
            f" {name} " in form_of_place and _alone(name, place)
            for place, form_of_place in self._credited[child.key]
            for name in names
        )

    def for_itself(self, told: Told) -> bool:
        """Whether who published a report is a source: an office, or what some report calls a company."""
        if told.institution or not told.outlet:
            return told.institution
        return not COMPANIES.isdisjoint(self._sources.offices(self._sources.of(told.outlet, told.language)))

    def through(self, child: Told, parent: Told) -> tuple[str, ...]:
        """Return the statements of a report that it attributes to the other's outlet, by id."""
        pair = (child.key, parent.outlet, parent.language)  # all reports of an outlet are named alike
        if pair not in self._through:
            self._through[pair] = tuple(self._found(child, parent))
        return self._through[pair]

    def _found(self, child: Told, parent: Told) -> list[str]:
        if not parent.outlet or parent.outlet_form == child.outlet_form:
            return []
        if child.key not in self._namings:
            each = self._naming(child)
            self._namings[child.key] = _together(each.values()), each
        whole, each = self._namings[child.key]
        sought = outlet_forms(parent), _abbreviated(parent.outlet), self._sources.of(parent.outlet, parent.language)
        if not whole.names(*sought):  # most reports do not name most outlets
            return []
        return [said for said, naming in each.items() if naming.names(*sought)]

    def _naming(self, child: Told) -> dict[str, _Naming]:
        """Return by what each statement of a report names others, by its id."""
        found = {}
        last: tuple[str | None, ...] = ()
        for said in self._statements.get(child.key, ()):
            sources, same = said.sources, _same_as_before(said)
            if sources and not same:
                last = sources
            names = [name for name in (last if same else sources) if name]
            forms = "|".join((self.sentence(said), *(f" {form_of(name)} " for name in names)))
            identities = frozenset(self._sources.of(name, child.language) for name in names)
            written = "|".join((_sentence(said), *names))
            found[said.id] = _Naming(forms, _written(said), identities, written)
        return found

    def sentence(self, said: Said) -> str:
        """Return the sentence of a statement as names are compared, with a blank at either end."""
        if said.id not in self._sentences:
            self._sentences[said.id] = f" {form_of(_sentence(said))} "
        return self._sentences[said.id]

    def means(self, name: str, child: Told, parent: Told) -> bool:
        """Whether a source's name in a report means another's outlet: it holds its name, or is the same office."""
        if not parent.outlet:
            return False
        if any(f" {plain} " in f" {form_of(name)} " for plain in outlet_forms(parent)):
            return True
        return self._sources.of(name, child.language) == self._sources.of(parent.outlet, parent.language)


def _alone(form: str, written: str) -> bool:
    """Whether a name stands somewhere by itself and not in a longer one: *Boreal*, but not *Puerto Boreal*.

    Args:
        form: the name as names are compared.
        written: the words among which it stands; where they are not given it is taken to.
    """
    if not written or " " in form:
        return True
    words = list(_WORD.finditer(written))
    for at, word in enumerate(words):
        if form_of(word.group()) != form:
            continue
        before = at > 1 and _of_one_name(words[at - 1], word, written, form)
        if not before and not (at + 1 < len(words) and _of_one_name(word, words[at + 1], written, form)):
            return True
    return False


def _of_one_name(one: re.Match[str], other: re.Match[str], written: str, form: str) -> bool:
    """Whether two words are written as parts of one name that is another than ``form``: *Puerto Boreal*."""
    capitals = one.group()[0].isupper() and other.group()[0].isupper()
    joined = capitals and written[one.end() : other.start()] == " "
    return joined and form_of(written[one.start() : other.end()]) != form


def _together(each: Collection[_Naming]) -> _Naming:
    return _Naming(
        "|".join(naming.forms for naming in each),
        frozenset().union(*(naming.capitals for naming in each)),
        frozenset().union(*(naming.sources for naming in each)),
    )


def _same_as_before(said: Said) -> bool:
    """Whether a statement's source is the one named before: *the same source*."""
    form = f" {form_of(said.sources[-1] or '')} " if said.sources else ""
    return any(f" {same} " in form for same in said.told.match.same)


def _places(told: Told) -> list[tuple[str, str]]:
    """Return the bylines, credit lines and datelines of a report, each with its form."""
    report = told.analysis.report
    given = [report.byline or "", *(credit.name for credit in report.credits)]
    head = told.text.split("\n", 1)[-1][:_HEAD]
    lines = [line for line in head.split("\n") if line and len(line) < 60 and not line.rstrip().endswith(".")]
    dateline = head.split("-", 1)[0][:90] if "(" in head[:90] else ""
    return [(each, f" {form_of(each)} ") for each in (*given, *lines, dateline)]


def _main(outlet: str) -> str:
    return outlet.split(",", maxsplit=1)[0].split("(", maxsplit=1)[0].strip() or outlet


def outlet_forms(told: Told) -> tuple[str, ...]:
    """Return the forms under which an outlet is named: its name, and that without words for what it is."""
    return _forms(told.outlet, told.language) if told.outlet else ()


@lru_cache(maxsize=10_000)
def _forms(outlet: str, language: str) -> tuple[str, ...]:
    main = _main(outlet)
    known = who(main, language)
    office = known.offices & INSTITUTIONS  # the rest of an office's name is that of a place
    other = office or known.offices - OUTLETS
    bare = "" if other else " ".join(part for part in form_of(main).split() if part in known.names)
    return tuple(form for form in dict.fromkeys((form_of(main), bare)) if len(form) >= _SHORT)


@lru_cache(maxsize=10_000)
def _abbreviated(outlet: str) -> frozenset[str]:
    """Return the acronyms of an outlet's name of three or four words: *PNS* of *Pelagic News Service*."""
    return frozenset(each for each in acronyms(_main(outlet)) if len(each) >= _LETTERS)


def _written(said: Said) -> frozenset[str]:
    """Return the words of a statement's sentence that are written in capitals."""
    return frozenset(word for word in _WORD.findall(_sentence(said)) if word.isupper())


def _sentence(said: Said) -> str:
    """Return a statement with the words around it, to the ends of its sentence."""
    text, start, end = said.told.text, said.spans[0].start, said.spans[-1].end
    first = max(text.rfind(mark, 0, start) for mark in (". ", "\n", "? ", "! "))
    last = min((at for at in (text.find(mark, end) for mark in (". ", "\n", "? ", "! ")) if at >= 0), default=len(text))
    return text[first + 1 : last]
