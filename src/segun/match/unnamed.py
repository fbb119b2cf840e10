"""Origins that have no name: whom only one outlet has spoken to, and whether two of them may be the same."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

from segun.match.parted import TO, parted
from segun.match.records import Origin
from segun.match.told import Told


def to_outlet(name: str, told: Told) -> str:
    """Return what to call somebody whom only one outlet, or one owner's, has spoken to and does not name."""
    return f"{name}{TO}{told.owner or told.outlet or told.key}"


def unnamed_to(origin: str | None) -> str | None:
    """Return the outlet of :func:`to_outlet`; ``None`` where an origin is somebody else."""
    return parted(origin)[1] if origin else None


def unestablished(origins: Sequence[Origin], related: Collection[frozenset[str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs of origins of which it cannot be told whether they are independent.

    Those whom two outlets do not name may be the same people; reports that share words while it is not known who has
    them from whom may have one origin.

    Args:
        origins: of one group.
        related: pairs of reports of which one has something from the other, it is not known which.
    """
    return tuple(
        (one.source, other.source)
        for one, other in combinations(origins, 2)
        if (unnamed_to(one.source) and unnamed_to(other.source))
        or any(frozenset((a, b)) in related for a in one.reports for b in other.reports if a != b)
    )
