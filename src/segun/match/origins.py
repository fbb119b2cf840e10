"""Where each statement goes back to, and how many independent origins a group has.

A statement's ultimate source is the innermost one that a reader can tell. Where that is an outlet whose own report is
in the ledger, its report is asked; where a report has a statement from another one, that one is asked. Outlets that
copy, rewrite, translate or relay add none. What cannot be told is unknown, and a circle of citations is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from segun.lang.folding import fold
from segun.match.circles import NONE, Circle
from segun.match.crediting import Credits, outlet_forms
from segun.match.owning import by_ourselves, hearsay, obtained, of_the_past, own_work
from segun.match.quoting import of_one_voice
from segun.match.records import Derivation
from segun.match.sources import Sources
from segun.match.statements import Said
from segun.match.tellers import Teller, beside, mentioned, of_kind
from segun.match.templates import rivals
from segun.match.told import Told
from segun.match.unnamed import to_outlet, unnamed_to
from segun.match.voices import Voices
from segun.match.who import HOUSES, who
from segun.model import Derived
from segun.outlets.names import key as form_of

_WHOLE: frozenset[Derived] = frozenset({"copy", "translation"})
"""Derivations that add no source of their own."""
_FOLLOWED = 12
"""Reports that a lineage is followed through."""


class Lineage:
    """Traces statements to their ultimate sources.

    Args:
        reports: all of them, by key.
        parents: the derivations of each report, likeliest first.
        sources: the identity of every source's name.
        credits: who credits whom.
        voices: who speaks in each statement.
        lead: the source that each report's first statement is attributed to, and where its paragraph ends.
    """

    def __init__(
        self,
        reports: Mapping[str, Told],
        parents: Mapping[str, Sequence[Derivation]],
        sources: Sources,
        credits: Credits,
        voices: Voices,
        lead: Mapping[str, tuple[str, int]],
    ) -> None:
        self._reports = reports
        self._parents = parents
        self._sources = sources
        self._credits = credits
        self._voices = voices
        self._lead = lead
        self._by_outlet: dict[tuple[str | None, str], list[Told]] = {}
        """The reports of the group that is looked at, by outlet and language, each list by time."""
        self._institutions: dict[str, bool] = {}
        self._outlets = {
            sources.of(told.outlet, told.language)
            for told in reports.values()
            if told.outlet and not self._institution(told)
        }
        self._tellers: list[Teller] = []
        self._circling = {
            reports[each.report].outlet_form for found in parents.values() for each in found if each.circular
        }
        self._circle = NONE
        """The citations of the group that is looked at."""

    def origins(self, group: Sequence[Said], circle: Circle = NONE) -> dict[str, str | None]:
        """Return the ultimate source of each statement of a group, by its id; ``None`` where it cannot be told.

        Args:
            group: statements that assert the same.
            circle: which of their outlets cite each other in a circle.
        """
        self._circle = circle
        members: dict[str, list[Said]] = defaultdict(list)
        for said in group:
            members[said.report].append(said)
        self._by_outlet = defaultdict(list)
        for key in sorted(members, key=lambda key: self._reports[key].rank):
            told = self._reports[key]
            self._by_outlet[told.outlet, told.language].append(told)
        self._tellers = self._named_sources([said for key in members for said in members[key]])
        found = {said.id: self._origin(said, members, frozenset({said.report})) for said in group}
        for said in group:
            body = [other for other in members[said.report] if not other.claim.headline]
            if said.claim.headline and body:  # a headline says again what its report says
                found[said.id] = found[body[0].id]
            elif said.claim.headline and found[said.id] == self._outlet(said.told) and not self._institution(said.told):
                found[said.id] = None  # it sums up what stands below in other words
        return self._once(self._settled(of_one_voice(group, found)))

    def _once(self, found: dict[str, str | None]) -> dict[str, str | None]:
        """Count those whom one outlet does not name once, and with them what it has seen for itself.

        It cannot be told whether they are several; a reporter on the spot and a witness are one origin.
        """
        first: dict[str, str] = {}
        for origin in found.values():
            outlet = unnamed_to(origin)
            if origin and outlet:
                first.setdefault(outlet, origin)
        first |= {self._sources.of(outlet, ""): origin for outlet, origin in first.items()}
        return {key: first.get(unnamed_to(origin) or origin or "", origin) for key, origin in found.items()}

    def _settled(self, found: dict[str, str | None]) -> dict[str, str | None]:
        """Take an institution that is not named further (*the ministry*) for the only one of its kind in a group.

        So is a state, or its government, for the only office of that state.
        """
        sources = {each for each in found.values() if each and not unnamed_to(each)}
        offices = {each: self._sources.offices(each) for each in sources}
        meant = {}
        for bare in sources:
            others = sorted(sources - {bare})
            same = [each for each in others if self._sources.of_state(bare, each)]
            if not same and offices[bare] and self._sources.bare(bare):
                same = [
                    each
                    for each in others
                    if all(any(of_kind(theirs, mine) for theirs in offices[each]) for mine in offices[bare])
                ]
            if len(same) == 1:
                meant[bare] = same[0]
        return {key: meant.get(origin or "", origin) for key, origin in found.items()}

    def _origin(self, said: Said, members: Mapping[str, Sequence[Said]], met: frozenset[str]) -> str | None:
        if len(met) > _FOLLOWED:
            return None
        name = self._teller(said, members)
        named = self._sources.of(name, said.told.language) if name and self._elsewhere(said, name) else None
        cited = self._cited(said, met)
        if cited is None and self._circle.holds(said):
            return None  # whom it credits has it from a circle
        whose = self._voices.whose_figure(said)
        if cited is not None and (whose is None or self._credits.means(whose, said.told, self._reports[cited])):
            found = self._of_report(cited, members, met, said)
            cites = name is not None and self._credits.means(name, said.told, self._reports[cited])
            return found if found or cites or not beside(said) else named
        near = self._mentioned(said, name) or (self._of_outlet(said, name) if name else None)
        if near is not None:
            return near
        whole = self._parent(said, members, met, _WHOLE)
        if whole is not None:
            return self._of_copy(said, whole, named, members, met)
        if named is not None:
            unnamed = self._unnamed_by(said, members, met)
            return self._of_report(unnamed, members, met, said) if unnamed else named
        parent = None if name is None and self._found_out(said, members) else self._parent(said, members, met)
        if parent is not None:
            return self._of_report(parent, members, met, said)
        if name and said.sources:
            return to_outlet(name, said.told)
        return self._own(said, members)

    def _of_copy(
        self, said: Said, whole: str, named: str | None, members: Mapping[str, Sequence[Said]], met: frozenset[str]
    ) -> str | None:
        """Return the origin of a statement that a report ``whole`` has too, of which its own is a copy."""
        if named is not None and all(rivals(said, each) for each in members[whole]):
            return named  # a copy that says that somebody else does
        found = self._of_report(whole, members, met, said)
        added = self._unnamed_by(said, members, met) is not None
        return found if found or added or not beside(said) else named

    def _mentioned(self, said: Said, name: str | None) -> str | None:
        """Return the source that a statement's sentence mentions, where it is not said beside it who tells it."""
        if (name and (beside(said) or not said.sources)) or self._passed_on(said):
            return None
        return mentioned(said, self._credits.sentence(said), self._tellers)

    def _of_outlet(self, said: Said, name: str) -> str | None:
        """Return the outlet where it is the source itself, or where it says that it has spoken to or seen it."""
        if self._is_outlet(said.told, name) or self._of_itself(said, name) or self._of_house(said, name):
            return self._outlet(said.told)
        spoken = said.sources and any(f" {plain} " in f" {form_of(name)} " for plain in outlet_forms(said.told))
        return to_outlet(name, said.told) if spoken else None

    def _found_out(self, said: Said, members: Mapping[str, Sequence[Said]]) -> bool:
        """Whether a bare statement is an institution's, or its own sentence tells how its outlet came by it."""
        if said.sources or not (self._institution(said.told) or obtained(said, sentence=True)):
            return False
        return self._own(said, members) == self._outlet(said.told)

    def _hearsay(self, said: Said, name: str | None) -> bool:
        """Whether a source, by any of its names, only passes on what nobody answers for: *a Telegram channel*."""
        names = self._sources.forms(self._sources.of(name, said.told.language)) if name else []
        return any(hearsay(said, each) for each in (name, *names))

    def _passed_on(self, said: Said) -> bool:
        """Whether an anonymous channel asserts a statement, and does not tell of its own work."""
        bare = not said.sources and self._hearsay(said, said.told.outlet)
        return bare and not (obtained(said) and own_work(said.told))

    def _rumoured(self, said: Said) -> bool:
        """Whether a statement's sentence says that people say so: *word is that*."""
        sentence = self._credits.sentence(said)
        return any(f" {phrase} " in sentence for phrase in said.told.match.rumours)

    def _named_sources(self, ordered: Sequence[Said]) -> list[Teller]:
        """Return the reports, proper names and identities of sources that a group's statements name beside them."""
        found = {}
        for said in ordered:
            told = said.told
            name = self._says(said) if said.sources else told.outlet if self._institution(told) else None
            if not name:
                continue
            known = who(name, told.language)
            offices = frozenset() if known.person else known.offices & HOUSES
            spoken = not said.sources or (beside(said) and not self._publishes(name, told))
            if self._named(said, name) and (known.names or offices) and spoken:
                found[said.report, name] = Teller(
                    said.report, known.names, offices, self._sources.of(name, told.language)
                )
        short = [
            Teller(each.report, names, each.offices, each.source)
            for each in found.values()
            if each.told_by_name
            for names in self._sources.short(each.source)
        ]
        return [*found.values(), *short]

    def _says(self, said: Said) -> str | None:
        """Return the innermost source of a statement that has a name, or else the innermost one.

        Whom or what a named source leaves unnamed (*our instruments show*) stands on that source's word. An outlet is
        no such source: it may have spoken to them.
        """
        if not said.sources:
            return None if self._passed_on(said) else self._voices.implied(said)
        if self._hearsay(said, said.sources[-1]):  # the police deny what posts claim
            return said.sources[-1]
        within = (self._voices.counting(said) or self._voices.whose_figure(said)) if said.figures else None
        if within:  # the director said that the police count four
            return within
        for name in reversed(said.sources):
            if name and self._named(said, name) and not self._publishes(name, said.told):
                return name
        return said.sources[-1]

    def _publishes(self, name: str, told: Told) -> bool:
        """Whether a name means an outlet of the ledger that reports what others say."""
        return self._sources.of(name, told.language) in self._outlets

    def _teller(self, said: Said, members: Mapping[str, Sequence[Said]]) -> str | None:
        """Return who tells a statement, by the name of whom they speak for; ``None`` where nobody answers for it."""
        name = self._says(said)
        if not name or self._somebody(said, name) or self._doubtful(said, members) or self._hearsay(said, name):
            return None
        return self._voices.speaks_for(said, name)

    @staticmethod
    def _somebody(said: Said, name: str) -> bool:
        """Whether one person speaks (*I counted seven*), and the name is that of a body."""
        inside = (said.told.words[at] for span in said.spans for at in said.told.within(span))
        if said.claim.quotation == "indirect" or said.told.match.myself.isdisjoint(inside):
            return False
        known, relay = who(name, said.told.language), said.claim.relays[-1] if said.claim.relays else None
        kind = said.told.analysis.source(relay.source).kind if relay and relay.source else "person"
        return kind == "organisation" and not known.person and not known.speaks

    def _elsewhere(self, said: Said, name: str) -> bool:
        """Whether a name tells who somebody is that is not the report's own outlet."""
        return self._named(said, name) and not self._credits.means(name, said.told, said.told)

    def _outlet(self, told: Told) -> str:
        """Return what a report's outlet is called throughout: its owner, where owners count as one."""
        return told.owner or self._sources.of(told.outlet or told.key, told.language)

    def _doubtful(self, said: Said, members: Mapping[str, Sequence[Said]]) -> bool:
        """Whether a statement is an outlet's only because an account goes on, and that outlet's own reports lack it."""
        name = said.sources[-1] if said.claim.continued else None
        opening = said.told.sentence_of(said.spans[0])[:2]
        if not name or any(said.told.words[at] in said.told.match.anaphors for at in opening):
            return False  # the agency also says …
        theirs = [
            told.key
            for told in self._reports.values()
            if told.rank < said.told.rank and self._credits.means(name, said.told, told)
        ]
        return bool(theirs) and not any(key in members for key in theirs)

    def _named(self, said: Said, name: str) -> bool:
        given = next((each for each in said.whos() if each[0] == name), (name, said.told.language, None))
        known = who(*given)
        if known.of_a_place and self._person(said):
            return False
        return known.named and not (form_of(name) in known.names and known.names <= said.told.small)

    @staticmethod
    def _person(said: Said) -> bool:
        """Whether a statement's innermost source is a person, as far as the analysis tells."""
        relay = said.claim.relays[-1] if said.claim.relays else None
        if relay is None or relay.source is None:
            return False
        return said.told.analysis.source(relay.source).kind == "person"

    def _of_itself(self, said: Said, name: str) -> bool:
        """Whether an outlet names itself, or an institution or a company that publishes does in other words."""
        if form_of(name) in outlet_forms(said.told) or _word_of_outlet(name, said.told):
            return True
        return self._institution(said.told) and self._credits.means(name, said.told, said.told)

    def _of_house(self, said: Said, name: str | None) -> bool:
        """Whether an institution that publishes names nobody from outside: *our records*, *the Command Centre*."""
        if not name or not self._institution(said.told):
            return False
        known, publisher = who(name, said.told.language), who(said.told.outlet or "", said.told.language)
        return not known.names and not known.countries and not known.offices & HOUSES - publisher.offices

    def _institution(self, told: Told) -> bool:
        """Whether who publishes a report is an institution, or what others call a company; asked once a report."""
        if told.key not in self._institutions:
            self._institutions[told.key] = self._credits.for_itself(told)
        return self._institutions[told.key]

    @staticmethod
    def _is_outlet(told: Told, name: str) -> bool:
        """Whether a name that does not say whose office it is means the report's own outlet: *the Ministry*."""
        known, mine = who(name, told.language), who(told.outlet or "", told.language)
        first = fold(name.partition(" ")[0])
        if first in told.match.own and not known.names and not known.countries:
            return True
        bare = not known.names and not known.countries and bool(known.offices)
        offices = known.offices & HOUSES
        return bare and bool(offices) and all(any(of_kind(own, each) for own in mine.offices) for each in offices)

    def _own(self, said: Said, members: Mapping[str, Sequence[Said]]) -> str | None:
        """Return the ultimate source of what a report asserts in its own voice, with no parent that has it."""
        told = said.told
        if not told.outlet or self._passed_on(said) or self._hearsay(said, self._says(said)) or self._rumoured(said):
            return None
        if self._institution(told) or by_ourselves(said):
            return self._outlet(told)
        if said.sources or of_the_past(said) or self._voices.of_another(said):
            return None  # what somebody said whom nothing tells, and what others found at its time
        if any(each.known and each.how in _WHOLE for each in self._parents.get(said.report, ())):
            return None  # it is another's, whose statement was not found
        lead = self._lead.get(said.report)
        if lead is not None and said.spans[0].start < lead[1]:
            return lead[0]
        found = obtained(said)
        if told.outlet_form in self._circling | self._circle.outlets and not found:
            return None
        if found or own_work(told):
            return self._outlet(told)
        for key, theirs in members.items():
            if key != said.report and any(each.id in self._credits.through(each.told, told) for each in theirs):
                return self._outlet(told)
        return None

    def _cited(self, said: Said, met: frozenset[str]) -> str | None:
        """Return the report whose outlet a statement is attributed to and which has it too."""
        named = (
            told
            for reports in self._by_outlet.values()
            if said.id in self._credits.through(said.told, reports[0])
            for told in reports
            if told.key not in met and told.rank < said.told.rank
        )
        first = min(named, key=lambda told: told.rank, default=None)
        return first.key if first is not None else None

    def _parent(
        self,
        said: Said,
        members: Mapping[str, Sequence[Said]],
        met: frozenset[str],
        how: frozenset[Derived] | None = None,
    ) -> str | None:
        """Return the likeliest parent of a report that has a statement too, of those that it has in a given way."""
        for each in self._parents.get(said.report, ()):
            if how is not None and each.how not in how:
                continue
            if each.known and each.parent in members and each.parent not in met:
                return each.parent
        return None

    def _unnamed_by(self, said: Said, members: Mapping[str, Sequence[Said]], met: frozenset[str]) -> str | None:
        """Return the parent that leaves unnamed whose a statement is, to which its report has added a name."""
        for each in self._parents.get(said.report, ()):
            if each.known and each.parent in members and each.parent not in met:
                added = (loss.after.spans for loss in each.losses if loss.kind == "named")
                if said.record.spans in added:
                    return each.parent
        return None

    def _of_report(
        self, key: str, members: Mapping[str, Sequence[Said]], met: frozenset[str], child: Said
    ) -> str | None:
        """Return the ultimate source of a report's statement in the group, the one nearest to the child's."""
        theirs = members[key]
        mine = self._identities(child)
        best = max(
            theirs,
            key=lambda said: (
                bool(self._identities(said) & mine),
                _figures_shared(said, child),
                bool(said.sources) or not said.claim.headline,
                bool(said.sources),
                -said.spans[0].start,
            ),
        )
        return self._origin(best, members, met | {key})

    def _identities(self, said: Said) -> frozenset[str]:
        return frozenset(self._sources.of(name, said.told.language) for name in said.sources if name)


def _word_of_outlet(name: str, told: Told) -> bool:
    """Whether a name is an article and one word of the outlet's own name, with a capital: *the Laboratory*."""
    first, _, rest = name.partition(" ")
    own = (told.outlet or "").replace(",", " ").split()
    return fold(first) in told.match.whose and rest[:1].isupper() and rest in own and rest != told.outlet


def _figures_shared(a: Said, b: Said) -> int:
    """Return in how many figures two statements agree."""
    days = sum(any(x.first == y.first and x.last == y.last for y in b.days) for x in a.days)
    clocks = sum(any(x.minutes == y.minutes for y in b.clocks) for x in a.clocks)
    return days + clocks + sum(any(x.agrees(y) for y in b.counts) for x in a.counts)
