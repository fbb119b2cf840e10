"""Laundering: attribution that got lost or strengthened between two reports."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from segun.match.crediting import outlet_forms
from segun.match.nameless import named, named_in, nameless
from segun.match.records import Loss, Statement
from segun.match.statements import Said
from segun.match.voices import Voices
from segun.match.who import INSTITUTIONS, who
from segun.model import Span
from segun.outlets.names import key as form_of

_WORDS = 5
_SUBJECT = 7
"""Words at the beginning of a sentence among which its subject stands."""
_KEPT = 0.7
"""Share of a statement's words from which it is told in another's words."""
FIRM = frozenset({"CT+", "CT-"})


def losses(
    shared: Iterable[tuple[Said, Said]], voices: Voices, *, relayed: bool = False, only: Collection[str] = ()
) -> Iterator[Loss]:
    """Yield what was lost between statements of a parent and the same ones of its child, each child's once of a kind.

    Args:
        shared: pairs of statements that assert the same: the parent's, the child's.
        voices: who speaks in each.
        relayed: whether the child credits the parent; what it tells in other words it may have from elsewhere.
        only: statements of the child, by id, that no other earlier report has.
    """
    met: set[str] = set()
    ordered = sorted(shared, key=lambda pair: (pair[1].spans, pair[0].spans))
    told: dict[str, list[Said]] = {}
    """All that the parent has of a statement of the child's, below its headline, by the child's id."""
    for before, after in ordered:
        if not before.claim.headline:
            told.setdefault(after.id, []).append(before)
    for before, after in ordered:
        if after.id in met or after.claim.headline or before.claim.headline:
            continue
        if not _states(after) or (relayed and after.id not in only and not _worded(after, before)):
            continue
        found: list[Loss] = []
        bare = not voices.attributed(after) or _passed(after, before)
        if bare and not names(after, before) and all(_answered(each, relayed=relayed) for each in told[after.id]):
            found.append(Loss("lost", _whose(before), after.record))
        if _strengthened(after, told[after.id]):
            found.append(Loss("strengthened", before.record, after.record))
        if _renamed(after, told[after.id]):
            found.append(Loss("named", before.record, after.record))
        if found:
            met.add(after.id)
            yield from found


def _renamed(after: Said, before: Sequence[Said]) -> bool:
    """Whether a statement is somebody's by name, and its parent, which has it too, leaves unnamed whose it is.

    To name the parent's outlet is to credit it.
    """
    form = f" {form_of(after.sources[-1] or '')} " if after.sources else ""
    if any(f" {name} " in form for each in before for name in outlet_forms(each.told)):
        return False
    return (
        named(after)
        and not after.claim.continued
        and bool(before)
        and all(nameless(each) and not named_in(after, each) for each in before)
    )


def _strengthened(after: Said, before: Sequence[Said]) -> bool:
    """Whether a statement is told as certain that its parent, wherever it says the same, leaves open."""
    told = not after.around and after.claim.factuality[:2] in {"CT", "PR"}
    return told and not _open(after) and all(map(_open, before))


def _open(said: Said) -> bool:
    """Whether a statement's own words leave open whether it is so: *may*, *habría*, *probably*.

    What will be (*it will give way*, *is to give way*) is said as firmly as what is.
    """
    if said.claim.factuality[:2] == "PS":
        return True
    told = said.told
    within = f" {' '.join(told.words[at] for span in said.spans for at in told.within(span))} "
    return any(f" {hedge} " in within for hedge in told.match.hedges)


def names(after: Said, before: Said) -> bool:
    """Whether a statement's sentence names the source of another: *the ministry does not move from six*."""
    told = after.told
    end = min((at for mark in (". ", "\n") if (at := told.text.find(mark, after.spans[-1].end)) >= 0), default=None)
    inside = told.sentence_of(Span(after.spans[0].start, len(told.text) if end is None else end))
    inside = inside[:_SUBJECT]
    words = {form_of(told.words[at]) for at in inside}
    offices = {concept for _, _, concept in told.meant(inside)}
    known = [who(name, before.told.language) for name in before.sources if name]
    return any(
        (each.names and each.names <= words)
        or any(_kin(mine, theirs) for mine in each.offices & INSTITUTIONS for theirs in offices)
        for each in known
    )


def _answered(before: Said, *, relayed: bool) -> bool:
    """Whether a statement tells who answers for it: a source, or the outlet itself, whom a relay credits anyway."""
    return bool(before.claim.relays) or (not relayed and _ours(before))


def _ours(said: Said) -> bool:
    """Whether a statement's sentence tells that its outlet found it out: *we count twelve*."""
    told, inside = said.told, said.told.sentence_of(said.spans[-1])
    quoted = any(each.holds(said.spans[0]) for each in told.quoted)
    return not quoted and any(told.words[at] in told.match.ourselves for at in inside)


def _whose(said: Said) -> Statement:
    """Return a statement with who answers for it: its outlet, where it names no other source."""
    return said.record if said.sources else replace(said.record, sources=(said.told.outlet,))


def _passed(after: Said, before: Said) -> bool:
    """Whether a statement is somebody else's only because an account goes on: nothing in its sentence attributes it."""
    if not after.claim.continued:
        return False
    ours, theirs = ([who(name, said.told.language) for name in said.sources if name] for said in (after, before))
    return not any(one.same(other) for one in ours for other in theirs)


def _kin(one: str, other: str) -> bool:
    """Whether two offices are one, or one is the general name of the other: a ministry of health is a ministry."""
    return one == other or one.startswith(f"{other}_") or other.startswith(f"{one}_")


def _worded(after: Said, before: Said) -> bool:
    """Whether most words of a statement are those of another of its language."""
    if after.told.language != before.told.language:
        return False
    ours, theirs = (
        {each.told.stem(each.told.words[at]) for span in each.spans for at in each.told.within(span)}
        for each in (after, before)
    )
    return len(ours & theirs) >= _KEPT * len(ours)


def _states(said: Said) -> bool:
    """Whether a statement is long enough to be one, or gives a figure."""
    return bool(said.counts or said.clocks or said.days) or len(said.text.split()) >= _WORDS
