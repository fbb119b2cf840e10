"""Which report has what from which: the likeliest parents of each, with the evidence.

Direction comes from time, credits and bylines alone; two reports that share words while neither is dated or credits
the other are related, direction unknown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from segun.match.crediting import Credits
from segun.match.likeness import Likeness
from segun.match.records import Derivation
from segun.match.reuse.passages import Reuse
from segun.match.statements import Said
from segun.match.templates import template
from segun.match.told import Told
from segun.match.voices import Voices
from segun.model import Derived

COPY = 0.9
"""Share of the words of a copy's passages that are the parent's own."""
MOST = 0.5
"""Share of a report's words taken over from which it is a copy or an edit of the whole."""
SOME = 0.08
"""Share from which words taken over are evidence."""
REWORDED = 3 * SOME
"""Share from which a report that credits nobody is made from another in the main."""
TRANSLATED = 0.47
"""Share of the statements of both that both have, from which a report in another language is a translation."""
WHOLLY_TRANSLATED = 0.85
"""Share from which it is one even where it cites the parent: nothing else is in it."""
REWRITTEN = 0.34
_FOLLOWING = 0.6
"""Share of a translation's statements that stand in the order of the original."""
_RARE = 4
"""Rare runs of words in common from which a report is a rewrite of one that it does not credit."""
_WHOLLY = 0.3
"""Share of words from which an outlet's report is made from its earlier one, whatever it cites."""
_FIRST, _BEFORE = 20, 40
"""Statements of a group that a later one is held against: the first ones, and those just before it."""
_AT_LEAST = 3
"""Statements in common without which nothing is a rewrite or a translation."""


@dataclass(slots=True)
class Pairing:
    """What two reports have in common; the parent is the earlier one, or the one that is credited."""

    parent: Told
    child: Told
    shared: list[tuple[Said, Said]] = field(default_factory=list)
    """Statements that assert the same: the parent's, the child's."""
    reuse: Reuse | None = None
    known: bool = True

    @property
    def taken(self) -> float:
        """Share of the child's words that stand in the parent."""
        return self.reuse.b_share if self.reuse else 0.0

    @property
    def kept(self) -> float:
        """Share of the words of the passages taken over that are the parent's own."""
        taken = [each for each in self.reuse.passages if each.kind == "taken"] if self.reuse else []
        if not taken:
            return 1.0
        sizes = [each.b.end - each.b.start for each in taken]
        return sum(each.same * size for each, size in zip(taken, sizes, strict=True)) / sum(sizes)

    @property
    def count(self) -> int:
        """Statements of the child that the parent has too."""
        return len({child.id for _, child in self.shared})

    @property
    def relayed(self) -> frozenset[str]:
        """Statements of the child that it attributes to the parent's outlet and that the parent has too, by id."""
        return frozenset(self.through) & {child.id for _, child in self.shared}

    @property
    def same_outlet(self) -> bool:
        """Whether one outlet published both."""
        return self.parent.outlet_form is not None and self.parent.outlet_form == self.child.outlet_form

    @property
    def matched(self) -> float:
        """Share of the child's statements that the parent has too."""
        return self.count / max(1, self.size)

    @property
    def mutual(self) -> float:
        """The same of both reports: the mean of the two shares."""
        lent = len({parent.id for parent, _ in self.shared}) / max(1, self.parent_size)
        return (min(1.0, self.matched) + min(1.0, lent)) / 2

    def turned(self) -> Pairing:
        """Return the same with the later report as the parent: people may know better than the dates."""
        shared = [(child, parent) for parent, child in self.shared]
        reuse = self.reuse.turned() if self.reuse else None
        return Pairing(self.child, self.parent, shared, reuse)

    own: int = 0
    """Shared statements that the child makes in its own voice."""
    rare: int = 0
    """Runs of words in common that no other report has."""
    size: int = 0
    """Statements of the child that tell something."""
    parent_size: int = 0
    """Those of the parent."""
    credited: bool = False
    """Whether the child names the parent's outlet, in a byline or as a source."""
    byline: bool = False
    """Whether the child's credit line or dateline names it."""
    through: tuple[str, ...] = ()
    """Statements of the child that it attributes to the parent's outlet, by id."""
    weight: float = 0.0
    """How much the shared statements tell: rare ones more."""
    only: frozenset[str] = frozenset()
    """Statements of the child that no other earlier report has, by id."""
    speaks: bool = False
    """Whether the parent is a source that publishes for itself: an office, a company."""
    template: bool = False
    """Whether the two only share words for two things."""
    in_order: float = 0.0
    """Share of the shared statements that follow each other as in the parent."""


_Judged = tuple[Pairing, Derived, float, tuple[str, ...]]


def judged(pairing: Pairing) -> tuple[Derived, float, tuple[str, ...]] | None:
    """Return how the child has it from the parent, how likely that is, and why; ``None`` where nothing says so."""
    same = pairing.parent.language == pairing.child.language
    found = _in_one_language(pairing) if same else _in_two_languages(pairing)
    return (*found, _evidence(pairing)) if found is not None else None


def _in_one_language(pairing: Pairing) -> tuple[Derived, float] | None:
    taken, count = pairing.taken, pairing.count
    if pairing.template:
        return ("relay", 0.8) if pairing.credited and count else None
    if taken >= MOST:
        return ("copy" if pairing.kept >= COPY else "edit"), 0.95
    if pairing.same_outlet and pairing.own and (taken >= SOME or count >= _AT_LEAST - 1 or pairing.rare >= _RARE):
        return "edit", 0.8  # what it attributes once more it may have been told again
    if pairing.byline and (taken >= 2 * SOME or count >= _AT_LEAST):
        return ("edit" if taken >= 2 * SOME else "rewrite"), 0.85
    if taken >= REWORDED:
        return "rewrite", 0.7
    much = count >= _AT_LEAST and pairing.matched >= REWRITTEN
    if pairing.credited and count:  # a relay says of each statement whose it is
        return ("rewrite" if much and 2 * pairing.own >= count and not pairing.speaks else "relay"), 0.8
    if pairing.child.institution:
        return None  # it has what it says of its own matter from nobody
    least = 1 if much else 2 if count > 1 else _RARE  # what says the same in other words has it from anybody
    return ("rewrite", 0.55) if pairing.own and pairing.rare >= least else None


def _in_two_languages(pairing: Pairing) -> tuple[Derived, float] | None:
    cited = bool(pairing.through) and not pairing.byline and pairing.mutual < WHOLLY_TRANSLATED
    much = pairing.count >= _AT_LEAST and pairing.mutual >= TRANSLATED
    if much and not cited and pairing.in_order >= _FOLLOWING:
        return "translation", 0.85 if pairing.credited else 0.7
    return ("relay", 0.8) if pairing.credited and pairing.count else None


def _evidence(pairing: Pairing) -> tuple[str, ...]:
    parent, found = pairing.parent, []
    if pairing.byline:
        found.append(f"credits {parent.outlet} in its byline or dateline")
    elif pairing.credited:
        found.append(f"names {parent.outlet} as a source")
    if pairing.same_outlet:
        found.append(f"same outlet, {parent.outlet}")
    if pairing.taken >= SOME:
        found.append(f"{pairing.taken:.0%} of its words stand in {parent.key}")
    shared = {each.kind for each in pairing.reuse.passages} if pairing.reuse else set()
    if "quoted" in shared:
        found.append("both quote the same words, which tells nothing")
    if "boilerplate" in shared:
        found.append("they share standing lines, which tell nothing")
    if pairing.count:
        found.append(f"{pairing.count} of its {pairing.size} statements are in {parent.key}")
    return tuple(found)


def pairings(
    reports: Sequence[Told],
    groups: Iterable[Sequence[Said]],
    statements: Mapping[str, Sequence[Said]],
    reuse: Mapping[tuple[str, str], Reuse],
    rare: Mapping[tuple[str, str], int],
    credits: Credits,
    voices: Voices,
    compare: Callable[[Said, Said], Likeness],
) -> list[Pairing]:
    """Return the pairs of reports that have something in common.

    Args:
        reports: all of them.
        groups: statements that assert the same.
        statements: each report's, by its key.
        reuse: words taken over, by the keys of the earlier and the later report.
        rare: rare runs of words in common, by the same keys.
        credits: who credits whom.
        voices: who speaks in each statement.
        compare: how alike two statements are.
    """
    told = {report.key: report for report in reports}
    before: dict[str, set[str]] = defaultdict(set)
    """The earlier reports that have a statement too, by its id."""
    shared: dict[tuple[str, str], list[tuple[Said, Said]]] = defaultdict(list)
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for group in groups:
        carrying = {said.report for said in group}
        for a, b in _earlier(group, reuse):
            shared[a.report, b.report].append((a, b))
            before[b.id].add(a.report)
            weights[a.report, b.report] += 1 / (len(carrying) - 1)
    telling = cache(lambda key: sum(len(said.text.split()) > _AT_LEAST for said in statements.get(key, ())))
    speaks = cache(lambda key: credits.for_itself(told[key]))
    found = []
    for earlier, later in sorted({*shared, *reuse}):
        parent, child = told[earlier], told[later]
        pair = Pairing(parent, child, shared.get((earlier, later), []), reuse.get((earlier, later)))
        pair.size, pair.parent_size = telling(later), telling(earlier)
        pair.own = len({said.id for _, said in pair.shared if not voices.attributed(said)})
        pair.rare = rare.get((earlier, later), 0)
        pair.weight = weights.get((earlier, later), 0.0)
        pair.only = frozenset(said.id for _, said in pair.shared if len(before[said.id]) == 1)
        pair.in_order, pair.speaks = _in_order(pair.shared), speaks(earlier)
        pair.byline, pair.through = credits.byline(child, parent), credits.through(child, parent)
        pair.credited = pair.byline or bool(pair.through)
        if pair.reuse is not None and pair.taken >= SOME:
            pair.template = template(pair.reuse, statements.get(earlier, ()), statements.get(later, ()), compare)
        dated = parent.published is not None and child.published is not None and parent.published != child.published
        pair.known = dated or pair.credited
        found.append(pair)
    return found


def _earlier(group: Sequence[Said], reuse: Mapping[tuple[str, str], Reuse]) -> Iterator[tuple[Said, Said]]:
    """Yield the statements of a group in pairs of an earlier and a later report.

    In a large group those that may matter: the first few, those just before, and those that share words.
    """
    ordered = sorted(group, key=lambda said: (said.told.rank, said.id))
    for at, b in enumerate(ordered):
        for before, a in enumerate(ordered[:at]):
            near = before < _FIRST or at - before <= _BEFORE or (a.report, b.report) in reuse
            if near and a.report != b.report:
                yield a, b


def derivations(pairs: Sequence[Pairing]) -> list[Derivation]:
    """Return the parents of each report, without those that its other parents account for."""
    by_child: dict[str, list[_Judged]] = defaultdict(list)
    passed: dict[tuple[str, str | None], frozenset[str]] = defaultdict(frozenset)
    """Statements of a report that it attributes to an outlet."""
    for pair in pairs:
        passed[pair.child.key, pair.parent.outlet_form] |= frozenset(pair.through)
    for pair in pairs:
        verdict = judged(pair)
        if verdict is not None:
            by_child[pair.child.key].append((pair, *verdict))
    found = []
    for child in sorted(by_child):
        for pair, how, sure, evidence in _needed(by_child[child], passed):
            found.append(Derivation(child, pair.parent.key, how, pair.known, sure, evidence))
    kept = [each for each in found if not _in_circle(each, found, by_child)]
    copies = {(each.report, each.parent) for each in kept if each.how in {"copy", "edit"}}
    return [each for each in kept if not _copied_from(each, kept, copies, by_child)]


def _copied_from(
    each: Derivation,
    found: Sequence[Derivation],
    copies: Collection[tuple[str, str]],
    pairs: Mapping[str, Sequence[_Judged]],
) -> bool:
    """Whether a parent that a report does not credit is a copy of one that it credits, and adds nothing to it."""
    of = {pair.parent.key: pair for pair, *_ in pairs[each.report]}
    pair = of[each.parent]
    if pair.credited or pair.same_outlet:
        return False
    lent = {said.id for _, said in pair.shared}
    return any(
        (each.parent, other.parent) in copies
        and of[other.parent].credited
        and lent <= {said.id for _, said in of[other.parent].shared}
        for other in found
        if other.report == each.report
    )


def _in_circle(each: Derivation, found: Sequence[Derivation], pairs: Mapping[str, Sequence[_Judged]]) -> bool:
    """Whether a report has something from its own outlet's earlier one only by way of another that it cites."""
    pair = next(pair for pair, *_ in pairs[each.report] if pair.parent.key == each.parent)
    if not pair.same_outlet or pair.taken >= _WHOLLY:
        return False
    cited = {other.parent for other in found if other.report == each.report and other.parent != each.parent}
    return any(other.report in cited and other.parent == each.parent for other in found)


def _needed(found: list[_Judged], passed: Mapping[tuple[str, str | None], frozenset[str]]) -> list[_Judged]:
    """Return the parents that explain a report: the closest first, then those that explain something more."""
    ordered = sorted(found, key=_distance)
    kept: list[_Judged] = []
    explained: dict[str | None, set[str]] = defaultdict(set)
    """Statements that a parent already attributes to an outlet, by that outlet."""
    whole = translated = False
    for each in ordered:
        pair, how, _, _ = each
        own = _had(pair) - explained[pair.parent.outlet_form]
        if how == "relay":
            if not own:
                continue
        elif _lifted(pair, how):
            if translated:
                continue
        else:
            if whole and not own:
                continue
            whole, translated = True, translated or (how == "translation" and pair.mutual >= WHOLLY_TRANSLATED)
        kept.append(each)
        for outlet in {other.parent.outlet_form for other, *_ in found}:
            theirs = passed.get((pair.parent.key, outlet), frozenset())
            explained[outlet] |= {said.id for ours, said in pair.shared if ours.id in theirs}
    for each in ordered:
        pair, how, _, _ = each
        outlet = pair.parent.outlet_form
        named = how == "relay" and not explained[outlet].issuperset(pair.through)
        if named and _told_by_it(pair) and all(other.parent.outlet_form != outlet for other, *_ in kept):
            kept.append(each)
    return kept


def _distance(each: _Judged) -> tuple[float, ...]:
    """Return how far a report is from a parent, to be compared; of parents alike the earliest is the nearest."""
    pair, _, sure, _ = each
    return (
        -float(pair.byline),
        -pair.taken,
        float(pair.speaks),  # whom reporters ask, and who is read through them
        -sure,
        -pair.rare,
        -pair.weight,
        -pair.in_order,
        pair.parent.rank[0],
    )


def _had(pair: Pairing) -> frozenset[str]:
    """Return the statements that a report attributes to a parent and has from it, by id.

    One alone that an office published and that another report has had since may be from anywhere.
    """
    alone = pair.speaks and len(pair.relayed) == 1
    return pair.relayed & pair.only if alone else pair.relayed


def _lifted(pair: Pairing, how: Derived) -> bool:
    """Whether a report has some words of a parent that no other has, and is made from others."""
    return how == "rewrite" and pair.rare >= _RARE and pair.taken < REWORDED


def _told_by_it(pair: Pairing) -> bool:
    """Whether what a report attributes to the parent's outlet can only be from what it published.

    A paper is cited for what it printed; an office may have said it to anybody.
    """
    return pair.rare >= _RARE or not pair.speaks


def _in_order(shared: Sequence[tuple[Said, Said]]) -> float:
    """Return the share of neighbours among shared statements that stand in the same order in both reports."""
    first: dict[str, tuple[int, int]] = {}
    for ours, theirs in shared:
        first.setdefault(theirs.id, (theirs.spans[0].start, ours.spans[0].start))
    places = [parent for _, parent in sorted(first.values())]
    steps = list(pairwise(places))
    return sum(a <= b for a, b in steps) / len(steps) if steps else 1.0
