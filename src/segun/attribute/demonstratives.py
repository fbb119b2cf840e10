"""Whom words mean that point to the order in which people were named: *este*, *the latter*; *aquella*, *the former*."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from segun.attribute.draft import Mention

Somebody = TypeVar("Somebody")
_TWO = 2
"""Of how many who were named last *the former* is the first."""


@dataclass(frozen=True, slots=True)
class Pointer(Generic[Somebody]):
    """A word that means somebody by the order in which they were named, and whom it may mean."""

    near: Iterable[tuple[int, Mention]]
    """Offset, mention: who was named, in whatever part of a sentence and in whatever order."""
    named: Callable[[Mention], Somebody | None]
    """Tells whom a mention names."""
    offset: int
    """Where the word stands."""
    plural: bool
    gender: str
    """Its grammatical gender; empty where it shows none."""
    speaker: Somebody | None
    """In whose words it stands, and whom it does not mean."""

    def latest(self) -> tuple[Somebody, Mention] | None:
        """Return who was named last: *este*, *the latter*."""
        return next(self._before(self.gender), None)

    def former(self) -> tuple[Somebody, Mention] | None:
        """Return the first of the two who were named last, or the one of them that has its gender: *the former*."""
        last: list[tuple[Somebody, Mention]] = []
        for found in self._before(""):
            if all(found[0] is not other for other, _ in last):
                last.append(found)
            if len(last) == _TWO:
                break
        fitting = [found for found in last if found[1].agrees(self.gender)]
        return fitting[-1] if fitting else None

    def _before(self, gender: str) -> Iterator[tuple[Somebody, Mention]]:
        """Yield those of its number and a gender who were named before it, the last first."""
        for at, mention in sorted(self.near, key=lambda each: each[0], reverse=True):
            if at < self.offset and mention.plural == self.plural and mention.speaks and mention.agrees(gender):
                somebody = self.named(mention)
                if somebody is not None and somebody is not self.speaker:
                    yield somebody, mention
