"""Who speaks in a statement, also where the analysis did not see it, and for whom a spokesperson speaks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from segun import lang
from segun.lang.folding import fold
from segun.match.crediting import outlet_forms
from segun.match.giving import Giving
from segun.match.naming import joined, of_something, whole_name, written_large
from segun.match.sources import acronyms_of
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import COMPANIES, INSTITUTIONS, Who, who
from segun.match.words import word_spans
from segun.model import Span
from segun.outlets.names import key as form_of

_SUBJECT = 7
"""Words at the beginning of a statement in which its subject is looked for."""
_BEFORE = 14
"""Words before it in its sentence in which the same is looked for."""
_OFFICE = 4
"""The same for an office that is not named further: *the agency*."""
_BACK = 400
"""Code points before a spokesperson in which the one that it speaks for is looked for."""
_OFFICES_BACK = 60
"""Words before *the agency* in which the one that it means is looked for."""
_DELEGATE = 9
"""Words behind *our* among which a delegate and their name are looked for."""
_SHORT = 4
_OFFICIAL = "official"
"""The concept of a figure that some office answers for."""
_NO_DEPARTMENT = COMPANIES | {"hospital", "league", "federation", "newspaper", "ngo", "union"}
"""Concepts of what *the department* does not mean."""
_OFTEN, _RARELY = 8, 0.2
"""Statements about somebody from which it matters whether they speak, and the share that is then attributed to them."""


class Voices:
    """Who speaks, among some statements.

    Args:
        statements: all of them, as a list; whom one attributes something to may be the subject of another.
    """

    def __init__(self, statements: Sequence[Said]) -> None:
        by_word: dict[str, set[str]] = defaultdict(set)
        by_office: dict[str, set[str]] = defaultdict(set)
        organisations: set[str] = set()
        self._persons: set[str] = set()
        """The forms that are a person's surname and nothing else's."""
        self._speaking: dict[str, str] = {}
        """Spokespersons of whom some report says for which office they speak, by surname."""
        for said in statements:
            for relay in said.claim.relays:
                if relay.source is None:
                    continue
                source = said.told.analysis.source(relay.source)
                known = who(source.name, said.told.language)
                surname = _surname(source.name, said.told) if source.kind == "person" else None
                if surname:
                    by_word[surname].add(source.name)
                    self._persons.add(surname)
                elif source.kind == "organisation" and known.names and len(form_of(source.name)) >= _SHORT:
                    by_word[form_of(source.name)].add(source.name)
                    organisations.add(source.name)
                if known.speaks and known.person and known.offices & INSTITUTIONS:
                    self._speaking[_last(source.name, known)] = source.name
                for office in known.offices & INSTITUTIONS:
                    by_office[office].add(source.name)
        for told in {said.report: said.told for said in statements}.values():
            for form in outlet_forms(told):
                by_word[form].add(told.outlet or form)
            for office in who(told.outlet or "", told.language).offices & INSTITUTIONS:
                by_office[office].add(told.outlet or office)
        rarely = _mostly_told_of(statements, by_word)
        self._names = {
            form: min(names) for form, names in by_word.items() if len(form) >= _SHORT and form not in rarely
        }
        self._longest = sorted(self._names, key=lambda form: (-len(form), form))
        self._implied: dict[str, str | None] = {}
        self._beginning: dict[str, list[str]] = defaultdict(list)
        self._ending: dict[str, list[str]] = defaultdict(list)
        for form in self._longest:
            self._beginning[form.partition(" ")[0]].append(form)
            self._ending[form.rpartition(" ")[2]].append(form)
        sources = {(name, said.told.language) for said in statements for name in said.sources if name}
        self._giving = Giving(
            {form_of(name) for name, language in sources if who(name, language).names},
            {each for name, _ in sources for each in acronyms_of(name)},
            self._known,
        )
        self._ours = dict(
            each for told in {said.report: said.told for said in statements}.values() for each in _ours(told)
        )
        """Who speaks for an institution as it tells in its own reports, by their proper names."""
        self._offices = {office: min(names) for office, names in by_office.items()}
        self._organisations = sorted(organisations)
        self._private = {form for form, names in by_word.items() if any(map(_private, names))}
        """The forms that name what no state runs as a department: a company, a hospital, a paper."""

    def attributed(self, said: Said) -> bool:
        """Whether somebody other than the report asserts a statement."""
        return bool(said.claim.relays) or self.implied(said) is not None

    def implied(self, said: Said) -> str | None:
        """Return the source that a statement of the report's own voice opens with: *The agency puts it at eight*."""
        if said.id not in self._implied:
            self._implied[said.id] = self._opening(said)
        return self._implied[said.id]

    def _opening(self, said: Said) -> str | None:
        if said.claim.relays or said.claim.headline:
            return None
        told = said.told
        inside = told.sentence_of(said.spans[0])
        before = len(inside) - len(told.within(said.spans[0]))
        inside = inside[max(0, before - _BEFORE) :]
        opening = (
            f" {form_of(' '.join(told.spans[at].of(told.text) for at in inside[: min(before, _BEFORE) + _SUBJECT]))} "
        )
        first = told.within(said.spans[0])[:_SUBJECT]
        if any(told.words[at] in told.match.knowing for at in first):
            return None  # what somebody knows is told by another
        owner = self.whose_figure(said)
        if owner is not None:
            return owner
        subject = self.counting(said)
        if subject is not None:  # goes before whom its sentence names before it
            return subject
        begun = {form for word in opening.split() for form in self._beginning.get(word, ())}
        for form in sorted(begun, key=lambda form: (-len(form), form)):
            if f" {form} " in opening and not of_something(told, opening, form):
                return self._names[form]
        if not (said.counts or said.clocks or said.days):
            return None
        subject = self._counting(said, inside[:_OFFICE])
        if subject is not None:
            return subject
        if before == 0 and any(told.words[at] in told.match.anaphors for at in inside[1:2]):
            return self._named_before(told, inside[1])
        return None

    def _known(self, office: str) -> bool:
        """Whether something is attributed to an office, or to one of its kind."""
        return office in self._offices or any(kind.startswith(f"{office}_") for kind in self._offices)

    def counting(self, said: Said) -> str | None:
        """Return the office that a statement begins with and that gives a figure in it."""
        return self._counting(said, said.told.within(said.spans[0])[:_OFFICE])

    def whose_figure(self, said: Said) -> str | None:
        """Return whose figure a statement speaks of, whoever speaks: *the ministry's six*, *the six that it admits*."""
        return self._owner(said) or self.giving(said)

    def giving(self, said: Said) -> str | None:
        """Return who gives a statement's figures in the words behind them: *the 47 that the union counts*."""
        found = {self._given(said.told, figure) for figure in said.figures}
        return found.pop() if len(found) == 1 else None

    def _given(self, told: Told, figure: Span) -> str | None:
        place = self._giving.of(told, figure)
        if place is None:
            return None
        name, first = whole_name(told, *place), told.words[place[0]]
        if first not in told.match.bodies:
            return name
        full = self._fuller(told, name)
        if full != name:
            return full
        return self._office_called(told, first) or (name if who(name, told.language).offices & INSTITUTIONS else None)

    def _counting(self, said: Said, inside: range) -> str | None:
        """Return the office among some words that gives a figure behind them: *the agency puts it at eight*."""
        told = said.told
        stop = told.within(said.spans[0]).stop
        for start, end, concept in told.meant(inside):
            known = self._known(concept) or (concept in INSTITUTIONS and told.named(start, inside))
            if known and _tells(told, range(end, stop)[:_OFFICE]):
                return whole_name(told, start, end)
        return None

    def _named_before(self, told: Told, at: int) -> str | None:
        """Return the organisation, or the office, that a report means by one of its words: *the agency*.

        It is the last one with that word in its name, or else the last one.
        """
        start = told.spans[at].start
        before = f" {form_of(told.text[max(0, start - _BACK) : start])} "
        passed = {form for form in outlet_forms(told) if not told.institution} | self._persons
        if told.words[at] in told.match.departments:
            passed |= self._private
        named = [
            (before.rfind(f" {form} ") - len(before), self._names[form]) for form in self._longest if form not in passed
        ]
        nearest = max(((place, name) for place, name in named if place >= -len(before)), default=None)
        back = range(max(0, at - _OFFICES_BACK), at)
        offices = [(first, end) for first, end, concept in told.meant(back) if concept in self._offices]
        alike = [each for each in offices if told.words[at] in told.words[each[0] : each[1]]]
        if alike:
            return told.text[told.spans[alike[-1][0]].start : told.spans[alike[-1][1] - 1].end]
        if not offices:
            return nearest[1] if nearest else None
        span = Span(told.spans[offices[-1][0]].start, told.spans[offices[-1][1] - 1].end)
        return nearest[1] if nearest and nearest[0] > span.start - start else span.of(told.text)

    def speaks_for(self, said: Said, name: str) -> str:
        """Return whom a source speaks for, where it is a spokesperson or a press service; the source itself if not."""
        known = who(name, said.told.language)
        if known.names in self._ours:
            return self._ours[known.names]
        headed = self._headed(said.told, name) if known.person else None
        return headed or self._fuller(said.told, self._spoken_for(said, name))

    def _headed(self, told: Told, name: str) -> str | None:
        """Return the body that somebody heads, by the full name that a report has for it.

        *The president of the Commission, Ana Ruiz* speaks for it; a body that a report calls nothing else by is none.
        """
        spans = word_spans(name)
        words = [fold(span.of(name)) for span in spans]
        for at in range(2, len(words)):
            last = at + 1 == len(words) or name[spans[at].end : spans[at + 1].start] != " "
            if last and words[at] in told.match.bodies and words[at - 1] in told.match.whose:
                full = self._fuller(told, spans[at].of(name))
                return full if full != spans[at].of(name) else self._office_called(told, words[at])
        return None

    def _office_called(self, told: Told, word: str) -> str | None:
        """Return the only office that a report names by more than a word, and also by that one."""
        found = {
            concept: told.text[told.spans[start].start : told.spans[end - 1].end]
            for start, end, concept in told.meanings
            if end - start > 1 and concept in self._offices and word in told.words[start:end]
        }
        return found.popitem()[1] if len(found) == 1 else None

    def _fuller(self, told: Told, name: str) -> str:
        """Return the one full name that a report has for what it also calls by its first or last word: *the Board*."""
        words = [word for word in (fold(span.of(name)) for span in word_spans(name)) if word not in told.match.idle]
        if len(words) != 1 or who(name, told.language).person:
            return name
        form = form_of(words[0])
        full = {
            self._names[each]
            for each in (*self._beginning.get(form, ()), *self._ending.get(form, ()))
            if each != form and each not in self._persons and f" {each} " in told.written
        }
        longest = max(full, key=lambda each: (len(each), each), default=name)  # with its initials or without
        return longest if all(form_of(longest).startswith(form_of(each)) for each in full) else name

    def _spoken_for(self, said: Said, name: str) -> str:
        form = form_of(name)
        if any(f" {same} " in f" {form} " for same in said.told.match.same):
            return self._before(said) or name
        known = who(name, said.told.language)
        if (not known.named and self._anaphor(said, name)) or self._mistaken(said, known):
            return self._meant(said) or name
        if not known.speaks or known.offices & INSTITUTIONS or known.countries or known.speaks_for_name:
            return name
        if known.names and _last(name, known) in self._speaking:
            return self._speaking[_last(name, known)]
        start = said.spans[0].start
        for relay in said.claim.relays:
            start = min([start, *(span.start for span in relay.source_spans)])
        before = f" {form_of(said.told.text[max(0, start - _BACK) : start])} "
        mine = outlet_forms(said.told)
        found = [
            (before.rfind(f" {form} "), self._names[form])
            for form in self._longest
            if form not in mine and f" {form} " in before
        ]
        return max(found)[1] if found else name

    def _owner(self, said: Said) -> str | None:
        """Return the office whose figure a statement speaks of: *the ministry's six kilometres*."""
        told = said.told
        for at, possessor in _possessors(said):
            for start, end, concept in told.meant(range(max(0, at - _OFFICE), at + 1)):
                if end > at >= start and possessor and concept in self._offices:
                    return told.text[told.spans[start].start : told.spans[at].end].removesuffix("'s").removesuffix("’s")
        return None

    @staticmethod
    def of_another(said: Said) -> bool:
        """Whether a statement speaks of somebody's figure: *the organisers' 120,000*, *the official 22:47*."""
        return bool(_possessors(said))

    @staticmethod
    def _anaphor(said: Said, name: str) -> bool:
        """Whether a name is only what kind of body somebody is who was named before: *the Council*, *the agency*."""
        words = [fold(span.of(name)) for span in word_spans(name)]
        match = said.told.match
        telling = [word for word in words if word not in match.idle]
        return (
            bool(telling)
            and words[0] in match.whose
            and all(word in match.anaphors or word in match.bodies for word in telling)
        )

    @staticmethod
    def _mistaken(said: Said, known: Who) -> bool:
        """Whether a report's words for something that a state runs (*the department*) were taken for who is not."""
        told, relay = said.told, said.claim.relays[-1] if said.claim.relays else None
        words = [told.words[at] for span in relay.source_spans for at in told.within(span)] if relay else []
        telling = [word for word in words if word not in told.match.idle and word not in told.match.whose]
        private = known.offices & _NO_DEPARTMENT or known.person
        return bool(private) and bool(telling) and told.match.departments.issuperset(telling)

    def _meant(self, said: Said) -> str | None:
        """Return the organisation or office that a report means by a word for its kind."""
        told = said.told
        spans = said.claim.relays[-1].source_spans if said.claim.relays else ()
        for span in spans:
            for at in told.within(span):
                if told.words[at] not in told.match.idle:
                    return self._named_before(told, at)
        return None

    @staticmethod
    def _before(said: Said) -> str | None:
        """Return the innermost source that its report named last before a statement, by more than *the same source*."""
        analysis, best = said.told.analysis, None
        for claim in analysis.claims:
            if claim.relays and claim.spans < said.spans and claim.relays[-1].source:
                name = analysis.source(claim.relays[-1].source).name
                if not any(f" {same} " in f" {form_of(name)} " for same in said.told.match.same):
                    best = name
        return best


def _ours(told: Told) -> Iterator[tuple[frozenset[str], str]]:
    """Yield whom an institution's report names as its own: *our safety delegate, Ana Ruiz*; with its name."""
    if not told.institution or not told.outlet:
        return
    for at, word in enumerate(told.words):
        behind = range(at + 1, min(at + _DELEGATE, len(told.words)))
        role = next((each for each in behind if told.words[each] in told.match.delegates), None)
        if word not in told.match.own or role is None:
            continue
        first = next((each for each in behind if each > role and written_large(told, each)), None)
        if first is None or "." in told.text[told.spans[at].start : told.spans[first].start]:
            continue
        last = first
        while last + 1 < len(told.words) and written_large(told, last + 1) and joined(told, last):
            last += 1
        known = who(told.text[told.spans[first].start : told.spans[last].end], told.language)
        if last > first and known.names:
            yield known.names, told.outlet


def _possessors(said: Said) -> list[tuple[int, bool]]:
    """Return the words right before a statement's figures that say whose these are: their index, whether it is who."""
    told, found = said.told, []
    for figure in said.figures:
        at = told.within(figure).start - 1
        if at < 0:
            continue
        word, next_ = told.words[at], told.text[told.spans[at].end : figure.start]
        possessive = word.endswith(("'s", "’s")) or next_[:1] in {"'", "’"}
        if possessive or any(concept == _OFFICIAL for _, _, concept in told.meant(range(at, at + 1))):
            found.append((at, possessive))
    return found


def _mostly_told_of(statements: Sequence[Said], names: Mapping[str, Iterable[str]]) -> set[str]:
    """Return the names that statements are about again and again and that hardly any is attributed to: a ship's."""
    first: dict[str, list[str]] = defaultdict(list)
    for form in names:
        first[form.partition(" ")[0]].append(form)
    about, said_by = Counter[str](), Counter[str]()
    for said in statements:
        text = f" {form_of(said.text)} "
        about.update({form for word in text.split() for form in first.get(word, ()) if f" {form} " in text})
        tellers = " ".join(f" {form} " for form in said.source_forms if form)
        said_by.update({form for word in tellers.split() for form in first.get(word, ()) if f" {form} " in tellers})
    return {form for form, count in about.items() if count >= _OFTEN and said_by[form] < _RARELY * count}


def _tells(told: Told, inside: range) -> bool:
    """Whether somebody says or counts something in some words: *the ministry puts*, not *the police shot*."""
    forms = lang.grammar(told.language).forms
    return any(told.words[at] in told.match.counting or told.words[at] in forms for at in inside)


def _surname(name: str, told: Told) -> str | None:
    """Return the last of a person's proper names, but not what they are of: *Ana Ruiz, mayor of Lirio*."""
    known, spans = who(name, told.language), word_spans(name)
    words = [fold(span.of(name)) for span in spans]
    for last in range(len(spans) - 1, -1, -1):
        if form_of(spans[last].of(name)) not in known.names:
            continue
        first = last
        while first and _one_name(name, spans[first - 1], spans[first], told):
            first -= 1
        behind = first and name[spans[first - 1].end : spans[first].start] == " "
        if not (behind and words[first] in told.match.whose):
            return form_of(spans[last].of(name))
    return None


def _one_name(name: str, before: Span, span: Span, told: Told) -> bool:
    """Whether a word goes on a name, or leads to it: *El Faro de Lirio*, *of Lirio*."""
    word = before.of(name)
    return name[before.end : span.start] == " " and (word[:1].isupper() or fold(word) in told.match.whose)


def _private(name: str) -> bool:
    """Whether a name is that of a company, a hospital or a paper, in some language."""
    return any(who(name, language).offices & _NO_DEPARTMENT for language in lang.supported())


def _last(name: str, known: Who) -> str:
    """Return the surname: the last of a person's proper names."""
    words = [form_of(part) for part in name.replace(",", " ").split()]
    return next((word for word in reversed(words) if word in known.names), form_of(name))
