"""Groups that cannot both be right, and later figures of the same source.

Only groups that are about the same thing are looked at: neither likeness nor a mere difference of numbers tells a
contradiction. (Bach & al. 2022, ClaimDiff.)
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import product

from segun.match.apart import recalled, set_aside
from segun.match.figures import TOLL
from segun.match.heads import befallen
from segun.match.likeness import Likeness, odds_of
from segun.match.particulars import Particulars, differing, particulars
from segun.match.records import Link, LinkOf
from segun.match.statements import Said

LIKELY = 0.35
"""Likelihood from which two groups are linked."""
_FLOOR, _CEILING = 1e-4, 0.9999
"""Between which the odds of a likeness are taken."""
_MEANING = 0.4
"""Likeness of meaning from which two statements may tell of one thing though they share no word."""
_REVISED: Mapping[LinkOf, str] = {"number": "figure", "time": "time", "place": "place"}
"""What a source gives another of later."""
_PAIRS = 64
_LONG = 183 * 86_400.0
"""Seconds between two groups' reports from which they are about two matters: half a year, as of a case recalled."""


def links(
    groups: Mapping[str, Sequence[Said]],
    near: Sequence[tuple[str, str]],
    compare: Callable[[Said, Said], Likeness],
    origin: Mapping[str, str | None],
    called: Callable[[str, Collection[str]], str],
    table: str = "link",
) -> list[Link]:
    """Return the links between groups.

    Args:
        groups: statements by their group's id.
        near: pairs of groups worth looking at.
        compare: how alike two statements are, and in what they conflict.
        origin: the ultimate source of each statement, by its id.
        called: what a source is called where some reports tell of it.
        table: the weights to tell them with.
    """
    found = []
    scenes, giving = _scenes(groups), _giving(groups, origin)
    apart_from_this = {each: elsewhere(groups[each]) for pair in near for each in pair}
    for a, b in near:
        if apart_from_this[a] != apart_from_this[b]:
            continue  # one is of a matter that reports recall, or set aside
        if _long_apart(groups[a], groups[b]):
            continue
        pairs = list(product(groups[a], groups[b]))[:_PAIRS]
        judged = [(compare(x, y), x, y) for x, y in pairs]
        kinds = Counter(each.conflict for each, _, _ in judged if each.conflict and not each.aside)
        if not kinds:
            continue
        what = kinds.most_common(1)[0][0]
        if all(_of_two_events(scenes.get(x.report), scenes.get(y.report)) for each, x, y in judged if each.conflict):
            continue
        apart = [(each, x, y) for each, x, y in judged if each.conflict == what and not each.aside]
        told = _features([each for each, _, _ in judged], apart, what) | together(groups[a], groups[b], what, origin)
        if what == "time" and not told["two voices"] and not any(_of_one_thing(each) for each, _, _ in apart):
            continue
        if odds_of(table, told) >= _log_odds(LIKELY):
            found.append(_link(a, b, apart, what, giving, called))
    return found


def _long_apart(ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether all reports of the one group were published long before all of the other's."""
    first, second = (
        [said.told.published for said in each if said.told.published is not None] for each in (ours, theirs)
    )
    return bool(first and second) and max(min(first) - max(second), min(second) - max(first)) > _LONG


def _scenes(groups: Mapping[str, Sequence[Said]]) -> dict[str, tuple[Said, Particulars]]:
    """Return the first statement of each report that tells where it was, with its particulars, by the report's key."""
    by_report: dict[str, list[Said]] = defaultdict(list)
    for said in (each for group in groups.values() for each in group):
        by_report[said.report].append(said)
    found = {}
    for key, each in by_report.items():
        ordered = sorted(each, key=lambda said: (said.claim.headline, said.spans))
        first = next(((said, told) for said in ordered if (told := particulars(said)).places), None)
        if first is not None:
            found[key] = first
    return found


def _of_two_events(a: tuple[Said, Particulars] | None, b: tuple[Said, Particulars] | None) -> bool:
    """Whether two reports begin with what happened elsewhere and on another day, or of another substance."""
    if a is None or b is None or a[0].report == b[0].report:
        return False
    return len(differing(a[0], b[0], a[1], b[1])) > 1


def _giving(groups: Mapping[str, Sequence[Said]], origin: Mapping[str, str | None]) -> Callable[[Said], str | None]:
    """Return what tells whose a statement is; a headline's figure is whoever's it is below."""
    below: dict[str, list[Said]] = defaultdict(list)
    for said in (each for group in groups.values() for each in group):
        if not said.claim.headline:
            below[said.report].append(said)

    def giving(said: Said) -> str | None:
        found = origin.get(said.id)
        if found is not None or not said.claim.headline:
            return found
        same = (
            origin.get(other.id)
            for other in below[said.report]
            if any(x.agrees(y) for x in said.counts for y in other.counts)
        )
        return next((each for each in same if each is not None), None)

    return giving


def _of_one_thing(found: Likeness) -> bool:
    """Whether two statements that give two times share a word, or mean something alike: a time alone tells nothing."""
    return bool(found.features["shared"]) or found.features["meaning"] >= _MEANING


def elsewhere(group: Sequence[Said]) -> bool:
    """Whether a group is of a matter that is not the one at hand: a report sets it aside, or most recall it."""
    return any(map(set_aside, group)) or 2 * sum(recalled(said) is not None for said in group) > len(group)


def _features(
    judged: Sequence[Likeness],
    apart: Sequence[tuple[Likeness, Said, Said]],
    what: LinkOf,
) -> dict[str, float]:
    """Return what two groups' statements tell of whether they are about one matter, by name.

    Args:
        judged: how alike the statements of the one are to those of the other.
        apart: those that conflict in what most of them do.
        what: in what.
    """
    meaning = max(each.features["meaning"] for each, _, _ in apart)
    return {
        "odds": _log_odds(max(each.score for each, _, _ in apart)),
        "best": _log_odds(max(each.score for each in judged)),
        "share": len(apart) / len(judged),
        "number": float(what == "number"),
        "polarity": float(what == "polarity"),
        "meaning": meaning,
        "number meaning": meaning * (what == "number"),
        "clock": float(what == "time" and any(x.clocks and y.clocks for _, x, y in apart)),
    }


def together(
    ours: Sequence[Said], theirs: Sequence[Said], what: LinkOf, origin: Mapping[str, str | None]
) -> dict[str, float]:
    """Return what else tells that two groups are about one matter: how reports tell them, and what they count."""
    sentences, others = (
        {(said.report, said.told.sentence_of(said.spans[0]).start) for said in each} for each in (ours, theirs)
    )
    counted, too = ({c for said in each for count in said.counts for c in count.of} for each in (ours, theirs))
    both = counted & too if what == "number" else set()
    befell = _befell(ours) & _befell(theirs) if what == "number" else set()
    return {
        "two voices": float(_beside(ours, theirs, origin)),
        "one sentence": float(not sentences.isdisjoint(others)),
        "one toll": float(bool(befell) or not both.isdisjoint(TOLL)),
        "one thing counted": float(not both <= TOLL),
    }


def _befell(group: Sequence[Said]) -> set[str]:
    """Return what befell people of whom some statements tell the number."""
    found = map(befallen, group)
    return {what for each in found if each.count for what in each.what}


def _log_odds(score: float) -> float:
    score = min(_CEILING, max(_FLOOR, score))
    return max(-6.0, min(3.0, math.log(score / (1 - score))))


def _beside(ours: Sequence[Said], theirs: Sequence[Said], origin: Mapping[str, str | None]) -> bool:
    """Whether a report sets both side by side as two sources'."""
    voices = {(said.report, origin.get(said.id)) for said in ours}
    others = {(said.report, origin.get(said.id)) for said in theirs}
    if any(voice is not None for _, voice in voices & others):
        return False  # one source tells both
    return not {report for report, _ in voices}.isdisjoint(report for report, _ in others)


def _tolls(ours: Sequence[Said], theirs: Sequence[Said]) -> bool:
    """Whether two groups count the same toll."""
    first, second = ({c for said in each for count in said.counts for c in count.of & TOLL} for each in (ours, theirs))
    return bool(first & second)


def _link(
    a: str,
    b: str,
    apart: Sequence[tuple[Likeness, Said, Said]],
    what: LinkOf | None,
    giving: Callable[[Said], str | None],
    called: Callable[[str, Collection[str]], str],
) -> Link:
    """Return the link between two groups, by their statements that conflict."""
    ours, theirs = [x for _, x, _ in apart], [y for _, _, y in apart]
    nearest, one, other = max(apart, key=lambda each: each[0].score)
    sources = [{giving(said) for said in each} - {None} for each in (ours, theirs)]
    shared = sorted(each for each in sources[0] & sources[1] if each)
    first, second = (min(said.told.rank[0] for said in each) for each in (ours, theirs))
    if what != "polarity" and shared and first != second:
        ends = ((a, one), (b, other)) if first > second else ((b, other), (a, one))
        (later, after), (earlier, before) = ends
        source = called(shared[0], {said.report for said in (*ours, *theirs)})
        why = f"a later {_REVISED[what or 'number']} of {source}"
        return Link(later, earlier, "revises", what, why, (after.record, before.record))
    tolls = what == "number" and _tolls(ours, theirs)
    why = f"the same matter, another {'toll' if tolls else what}; likeness {nearest.score:.2f}"
    return Link(a, b, "contradicts", what, why, (one.record, other.record))
