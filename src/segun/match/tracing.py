"""From the reports of a ledger to its trace: what says the same, what comes from where, how many origins there are."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from segun.ledger.judging import Judgements
from segun.match import circles
from segun.match.aligning import translated
from segun.match.calling import Names
from segun.match.circles import Circle
from segun.match.crediting import Credits
from segun.match.derive import Pairing, derivations, pairings
from segun.match.explaining import why
from segun.match.figures import TOLL
from segun.match.grouping import SAMPLE, Pair, grouped, sure
from segun.match.headlines import bare
from segun.match.heeding import heeding
from segun.match.likeness import Comparing
from segun.match.links import links
from segun.match.losses import losses
from segun.match.origins import Lineage
from segun.match.pairs import rare_wordings, sharing_words, worth_comparing
from segun.match.records import Derivation, Group, Loss, Member, Origin, Trace
from segun.match.reuse.kinds import told_apart
from segun.match.reuse.passages import Reuse, compare
from segun.match.reuse.standing import standing
from segun.match.sources import Sources
from segun.match.statements import Said, statements
from segun.match.telling import sentence
from segun.match.titles import titled
from segun.match.told import Told
from segun.match.unnamed import to_outlet, unestablished
from segun.match.voices import Voices
from segun.match.who import who
from segun.model import Span

_WORTH = 0.08
"""Likeness from which a pair of statements is kept for grouping."""
_APART = 0.005
"""The same of a pair that conflicts, for linking its groups."""
_STORY = 0.05
"""Cosine of two reports' words from which they may tell the same story."""
_FACED = 200
"""Groups that give the same kind of figure and are held against each other: those of most statements."""
_SPOKEN = 6
"""Statements of a group that are looked at for it."""
_ROUND = "each credits the other, or they do so by way of others"
_HEAD_LINES = 4
"""Lines of headline and byline that may stand before a lead."""


def trace(reports: Sequence[Told], decided: Judgements | None = None, *, encoder: bool = True) -> Trace:
    """Return what a set of reports owes to each other.

    Args:
        reports: all of them, each key once.
        decided: what people decided; it outweighs what the program finds.
        encoder: whether sentence vectors are used, where they are installed.
    """
    decided = decided or Judgements()
    ordered = sorted(reports, key=lambda told: told.rank)
    idle = standing(ordered)
    said = {told.key: _of_the_report(statements(told), idle[told.key]) for told in ordered}
    everything = [each for told in ordered for each in said[told.key]]
    comparing = Comparing(everything)
    near = list(worth_comparing(everything, comparing))
    if encoder:
        comparing.learn({said.id: said for pair in near for said in pair})
    comparing.rank(near)
    pairs, apart = _worth_keeping(near, comparing)
    groups = grouped(everything, pairs, comparing.compare, same=decided.same, different=decided.different)
    named = {_name(group): group for group in groups}
    outlets = [(told.outlet, told.language, None) for told in ordered if told.outlet]
    publishers = [(told.outlet, told.language) for told in ordered if told.outlet]
    sources = Sources([*outlets, *(name for each in everything for name in each.whos())], publishers)
    credits = Credits(said, sources)
    voices = Voices(everything)
    reuse = _reused(ordered, idle)
    own = {
        key: [span for one in each if not voices.attributed(one) for span in one.spans] for key, each in said.items()
    }
    rare = rare_wordings(ordered, own)
    paired = pairings(ordered, groups, said, reuse, rare, credits, voices, comparing.compare)
    by_pair = {(pair.child.key, pair.parent.key): pair for pair in paired}
    derived = [_detailed(each, by_pair, voices, decided) for each in heeding(derivations(paired), decided)]
    derived = _circular(derived, {told.key: told for told in ordered})
    parents: dict[str, list[Derivation]] = defaultdict(list)
    for each in derived:
        parents[each.report].append(each)
    known = (by_pair.get((each.report, each.parent)) for each in derived if each.known)
    derived_pairs = (both for pair in known if pair for both in pair.shared)
    for one, other in list(translated(derived_pairs, groups, said, sources, voices)):
        sources.join(one, other)
    lineage = Lineage({told.key: told for told in ordered}, parents, sources, credits, voices, _leads(said, sources))
    headlines = _headlines(said, [title for told in ordered if (title := titled(told))], comparing)
    citing = {name: circles.circle(group, credits) for name, group in named.items()}
    derived = _in_circles(derived, circles.rounds((named[name], each) for name, each in citing.items()))
    origin = {
        key: source
        for name, group in named.items()
        for key, source in sure(group, lineage.origins(group, citing[name]), comparing.compare).items()
    }
    names = Names(said, sources, [{each.report for each in group} for group in groups])
    related = {frozenset((each.report, each.parent)) for each in derived if not each.known}
    told_groups = [
        _group(name, group, _shown(group, origin, names), comparing, related, citing[name])
        for name, group in named.items()
    ]
    facing = _near([*pairs, *apart], named, comparing)
    linked = links(named, facing, comparing.compare, origin, names.of, comparing.table("link"))
    return Trace(
        tuple(told_groups),
        tuple(sorted(derived, key=lambda each: (each.report, each.parent))),
        tuple(sorted(linked, key=lambda each: (each.a, each.b))),
        tuple(sorted(headlines, key=lambda each: each.after.report)),
    )


def _headlines(said: Mapping[str, Sequence[Said]], titles: Sequence[Said], comparing: Comparing) -> list[Loss]:
    """Return the headlines, in the texts or beside them, that assert what their reports only attribute."""
    beside = {title.report: title for title in titles}
    if beside:
        comparing = Comparing([*(each for several in said.values() for each in several), *titles])
    found = ([*several, beside[key]] if key in beside else several for key, several in said.items())
    return [loss for several in found for loss in bare(several, comparing)]


def _name(group: Sequence[Said]) -> str:
    """Return what a group is called: the same in every trace in which the same statement comes first."""
    return "g" + hashlib.blake2b(group[0].id.encode(), digest_size=5).hexdigest()


def _reused(ordered: Sequence[Told], idle: Mapping[str, Sequence[Span]]) -> dict[tuple[str, str], Reuse]:
    found = {}
    for a, b in sharing_words(ordered):
        reuse = compare(a.text, b.text)
        if reuse.passages:
            found[a.key, b.key] = reuse
    return told_apart(found, {told.key: told for told in ordered}, idle)


def _of_the_report(found: Sequence[Said], idle: Sequence[Span]) -> list[Said]:
    """Return the statements that stand in no standing line."""
    return [said for said in found if not any(line.holds(span) for line in idle for span in said.spans)]


def _detailed(
    each: Derivation, pairs: Mapping[tuple[str, str], Pairing], voices: Voices, decided: Judgements
) -> Derivation:
    """Return a derivation with what was lost along it, and the words taken over."""
    pair = pairs.get((each.report, each.parent))
    if pair is None and (turned := pairs.get((each.parent, each.report))) is not None:  # people turned it round
        pair = turned.turned()
    if pair is None:  # people said so, and nothing that they have in common was found
        return each
    passages = pair.reuse.passages if pair.reuse else ()
    if pair.same_outlet:  # it recalls what it had told with its source
        return replace(each, passages=passages)
    found = tuple(losses(pair.shared, voices, relayed=each.how == "relay", only=pair.only))
    edited = each.how == "copy" and found and not decided.derived.get((each.report, each.parent))
    return replace(each, how="edit" if edited else each.how, losses=found, passages=passages)


def _circular(found: list[Derivation], reports: Mapping[str, Told]) -> list[Derivation]:
    """Mark the derivations whose parent goes back to the report's own outlet."""
    parents: dict[str, list[str]] = defaultdict(list)
    for each in found:
        parents[each.report].append(each.parent)
    marked = []
    for each in found:
        outlet = reports[each.report].outlet_form
        reached: set[str] = set()
        ahead = [each.parent]
        while ahead:
            key = ahead.pop()
            for parent in parents.get(key, ()):
                if parent not in reached:
                    reached.add(parent)
                    ahead.append(parent)
        circular = (
            outlet is not None
            and reports[each.parent].outlet_form != outlet
            and any(reports[key].outlet_form == outlet for key in reached)
        )
        marked.append(replace(each, circular=circular))
    return marked


def _in_circles(found: list[Derivation], rounds: Collection[tuple[str, str]]) -> list[Derivation]:
    """Mark the derivations of a report from one whose outlet it credits, and which has it from the report's own."""
    return [
        replace(each, circular=True, evidence=(*each.evidence, _ROUND))
        if (each.report, each.parent) in rounds
        else each
        for each in found
    ]


def _leads(said: Mapping[str, Sequence[Said]], sources: Sources) -> dict[str, tuple[str, int]]:
    """Return whom each report's first statement below the headline goes back to, and where the next paragraph ends."""
    found = {}
    for key, each in said.items():
        lines = [one for one in each if not one.claim.headline]
        opening = lines[0].told.text.find("\n", lines[0].spans[0].start) if lines else 0
        body = [
            one for one in lines if one.claim.quotation != "none" and (one.spans[0].start < opening or opening < 0)
        ][:1]
        for one in body:
            text, name = one.told.text, one.sources[-1] if one.sources else None
            before = text[: one.spans[0].start].strip().count("\n")
            if name and before <= _HEAD_LINES:
                end = text.find("\n", one.spans[0].start)
                after = text.find("\n", end + 2) if end >= 0 else -1
                named = who(name, one.told.language).named
                lead = sources.of(name, one.told.language) if named else to_outlet(name, one.told)
                found[key] = (lead, after if after >= 0 else len(text))
    return found


def _shown(group: Sequence[Said], origin: Mapping[str, str | None], names: Names) -> dict[str, str | None]:
    """Return the ultimate source of each statement of a group, as it is called."""
    reports = {each.report for each in group}
    return {each.id: names.of(found, reports) if (found := origin[each.id]) is not None else None for each in group}


def _group(
    name: str,
    group: Sequence[Said],
    where: Mapping[str, str | None],
    comparing: Comparing,
    related: Collection[frozenset[str]],
    circle: Circle,
) -> Group:
    reports: dict[str, set[str]] = defaultdict(set)
    for each in group:
        origin = where[each.id]
        if origin is not None:
            reports[origin].add(each.report)
    known = {key for keys in reports.values() for key in keys}
    unknown = tuple(sorted({each.report for each in group} - known))
    dates = {each.report: each.told.analysis.report.published for each in group}
    origins = tuple(
        Origin(source, tuple(sorted(keys)), min((d for key in keys if (d := dates[key])), default=None))
        for source, keys in sorted(reports.items(), key=lambda item: (-len(item[1]), item[0]))
    )
    members = tuple(Member(each.record, where[each.id], *_why(each, group, comparing)) for each in group)
    unsure = unestablished(origins, related)
    outlets = {each.report: each.told.outlet_form for each in group}
    circular = tuple(key for key in unknown if outlets[key] in circle.outlets)
    told = sentence(len(dates), origins, unknown, unsure, circular)
    return Group(name, members, origins, len(origins), unknown, told, unsure, circular)


def _why(said: Said, group: Sequence[Said], comparing: Comparing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return why a statement is in its group, in words and in weights."""
    others = [each for each in group[:SAMPLE] if each.report != said.report]
    if not others:
        return (), ()
    best, nearest = max(((comparing.compare(said, each), each) for each in others), key=lambda pair: pair[0].score)
    return why(said, nearest, best, comparing.rarity), best.why


def _worth_keeping(near: Sequence[tuple[Said, Said]], comparing: Comparing) -> tuple[list[Pair], list[Pair]]:
    """Return the pairs that may be of one group, and those less alike that conflict and may link two groups."""
    pairs, apart = [], []
    for a, b in near:
        found = comparing.compare(a, b)
        if found.score >= _WORTH:
            pairs.append(Pair(a, b, found))
        elif found.conflict and found.score >= _APART:
            apart.append(Pair(a, b, found))
    return pairs, apart


def _near(pairs: Sequence[Pair], groups: Mapping[str, Sequence[Said]], comparing: Comparing) -> list[tuple[str, str]]:
    """Return the pairs of groups that may be linked: alike, or giving a toll or an hour in related reports."""
    home = {each.id: name for name, group in groups.items() for each in group}
    found = {_ordered(home[pair.a.id], home[pair.b.id]) for pair in pairs}
    by_figure: dict[str, dict[str, list[Said]]] = defaultdict(dict)
    for name, group in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])):
        for each in group[:_SPOKEN]:
            concepts = {concept for count in each.counts for concept in count.of & TOLL}
            for concept in (*concepts, *(["hour"] if each.clocks else [])):
                if len(by_figure[concept]) < _FACED or name in by_figure[concept]:
                    by_figure[concept].setdefault(name, []).append(each)
    for told in by_figure.values():
        for (a, ours), (b, theirs) in combinations(told.items(), 2):
            if any(x.report != y.report and comparing.context(x, y) >= _STORY for x in ours for y in theirs):
                found.add(_ordered(a, b))
    return sorted((a, b) for a, b in found if a != b)


def _ordered(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)
