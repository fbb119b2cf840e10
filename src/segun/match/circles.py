"""Circular citations: outlets that each have a claim from the next one, and the last of them from the first.

*Two papers report a resignation; the morning's credits the evening's, the evening's the morning's.* Whoever came first,
neither is an origin: no reader can tell where it comes from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from segun.match.crediting import Credits
from segun.match.owning import by_ourselves, obtained
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import who


@dataclass(frozen=True, slots=True)
class Circle:
    """Which outlets cite each other in a circle for one claim."""

    cites: Mapping[str, frozenset[str]]
    """The outlets, by their forms, that an outlet credits for a statement of its own, by the statement's id."""
    rounds: frozenset[tuple[str, str]]
    """Pairs of an outlet and one that it credits from which citations lead back to it."""

    @property
    def outlets(self) -> frozenset[str]:
        """The forms of the outlets that are part of one."""
        return frozenset(each for pair in self.rounds for each in pair)

    def holds(self, said: Said) -> bool:
        """Whether a statement is credited to an outlet that has it, by way of others or not, from a circle."""
        return not self.cites.get(said.id, frozenset()).isdisjoint(self.outlets)

    def between(self, child: Told, parent: Told) -> bool:
        """Whether a report's outlet credits the other's in a circle."""
        return (child.outlet_form, parent.outlet_form) in self.rounds


def circle(group: Sequence[Said], credits: Credits) -> Circle:
    """Return the circular citations among the reports of a group.

    An outlet that says how it came by the claim is part of none.

    Args:
        group: statements that assert the same.
        credits: who credits whom.
    """
    body = [said for said in group if not said.claim.headline]
    outlets: dict[tuple[str, str], Told] = {}
    for said in body:
        if said.told.outlet_form:
            outlets.setdefault((said.told.outlet_form, said.told.language), said.told)
    if len({form for form, _ in outlets}) < 2:
        return NONE
    grounded = {said.told.outlet_form for said in body if not said.sources and _found_out(said)}
    cites = {said.id: _cited(said, outlets, credits) for said in body if said.told.outlet_form not in grounded}
    ahead: dict[str, set[str]] = defaultdict(set)
    for said in body:
        if said.told.outlet_form:
            ahead[said.told.outlet_form] |= cites.get(said.id, frozenset())
    reached = {form: _reached(form, ahead) for form in ahead}
    rounds = frozenset((one, other) for one, others in ahead.items() for other in others if one in reached[other])
    return Circle(cites, rounds)


NONE = Circle({}, frozenset())
"""Where nobody cites anybody."""


def rounds(groups: Iterable[tuple[Sequence[Said], Circle]]) -> frozenset[tuple[str, str]]:
    """Return the pairs of a report and one whose outlet it credits, which itself credits whom it has from the former.

    *Where a second outlet credits a first one's report, and the first one then credits the second, only the last
    citation is circular.*

    Returns:
        Keys of the crediting report and of the other one.
    """
    found = set()
    for group, each in groups:
        crediting = {said.report: said.told for said in group if each.holds(said)}.values()
        found |= {(a.key, b.key) for a in crediting for b in crediting if a is not b and each.between(a, b)}
    return frozenset(found)


def _cited(said: Said, outlets: Mapping[tuple[str, str], Told], credits: Credits) -> frozenset[str]:
    """Return the other outlets to which a statement is attributed, or which its own sentence names as having it."""
    name = said.sources[-1] if said.sources else None
    other = name is not None and who(name, said.told.language).named
    return frozenset(
        form
        for (form, _), told in outlets.items()
        if form != said.told.outlet_form
        and said.id in credits.through(said.told, told)
        and (not other or credits.means(name or "", said.told, told))
    )


def _found_out(said: Said) -> bool:
    return by_ourselves(said) or obtained(said, sentence=True)


def _reached(form: str, ahead: Mapping[str, set[str]]) -> set[str]:
    """Return the outlets to which citations lead from one; itself only by a circle."""
    reached: set[str] = set()
    waiting = [form]
    while waiting:
        for each in ahead.get(waiting.pop(), ()):
            if each not in reached:
                reached.add(each)
                waiting.append(each)
    return reached
