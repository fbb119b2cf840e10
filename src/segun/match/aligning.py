"""Names in two languages that mean one source, told by reports of which one has its statements from the other.

Where a report says of a statement whose it is, and the report that it has it from names another in another language,
both name the same source: an invented body's name is no more than translated. So they do where two reports that say the
same name them, and neither has a word of the other's name: a place's name is kept. Nothing is told by this where the
names could have been compared: both are persons, are other offices, or stand beside each other in one report.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from segun.match.sources import Sources
from segun.match.statements import Said
from segun.match.voices import Voices
from segun.match.who import Who, who

_MOSTLY = 0.5
"""Share of a source's statements that must be the other's."""


def translated(
    shared: Iterable[tuple[Said, Said]],
    groups: Iterable[Sequence[Said]],
    statements: Mapping[str, Sequence[Said]],
    sources: Sources,
    voices: Voices,
) -> Iterator[tuple[str, str]]:
    """Yield the pairs of identities that mean one source.

    Args:
        shared: statements that assert the same, a parent's and that of a report that has it from there.
        groups: statements that assert the same, wherever they are from.
        statements: each report's, by its key.
        sources: the identity of every source's name.
        voices: for whom those speak who are named.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    alike = ((*pair, False) for group in groups for pair in combinations(sorted(group, key=_rank), 2))
    for before, after, derived in chain(((*pair, True) for pair in shared), alike):
        if before.told.language == after.told.language or not after.sources:
            continue
        one, other = (_says(each, voices) for each in (before, after))
        first, second = who(one, before.told.language), who(other, after.told.language)
        if not _may_be(first, second) or not (derived or _apart(before, first, after, second)):
            continue
        ours, theirs = sources.of(one, before.told.language), sources.of(other, after.told.language)
        votes[ours][theirs] += 1
        votes[theirs][ours] += 1
    if not votes:
        return
    beside = [
        frozenset(sources.of(name, each.told.language) for each in said for name in each.sources if name)
        for said in statements.values()
    ]
    for one in sorted(votes):
        (other, count), total = votes[one].most_common(1)[0], votes[one].total()
        mutual = votes[other].most_common(1)[0][0] == one
        if one < other and mutual and count > _MOSTLY * total and not any({one, other} <= each for each in beside):
            yield one, other


def _says(said: Said, voices: Voices) -> str:
    """Return the innermost source of a statement; of what an institution publishes that itself."""
    if not said.sources:
        return (said.told.institution and said.told.outlet) or ""
    return voices.speaks_for(said, said.sources[-1] or "")


def _rank(said: Said) -> tuple[float, str]:
    return said.told.rank


def _apart(before: Said, one: Who, after: Said, other: Who) -> bool:
    """Whether neither report has a word of the name that the other gives: it may be that name's translation."""
    return one.names.isdisjoint(after.told.forms) and other.names.isdisjoint(before.told.forms)


def _may_be(one: Who, other: Who) -> bool:
    """Whether two names in two languages, both of bodies, may mean one."""
    if not (one.names and other.names) or one.person or other.person or one.countries or other.countries:
        return False
    return not one.offices.isdisjoint(other.offices)
