"""Whom words mean that point to the order in which people were named: *este*, *the latter*; *aquella*, *the former*."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from segun.attribute.draft import Mention

if TYPE_CHECKING:
    from segun.attribute.entities import Entity, Registry

_TWO = 2
"""Of how many who were named last *the former* is the first."""


def latest(
    registry: Registry, offset: int, *, plural: bool, gender: str, speaker: Entity | None
) -> tuple[Entity, Mention] | None:
    """Return who was named last before an offset, in whatever part of a sentence: *este*, *the latter*.

    Args:
        registry: whom the report names.
        offset: where the pronoun stands.
        plural: its number.
        gender: its grammatical gender; empty where it shows none.
        speaker: in whose words it stands, and whom it does not mean.
    """
    return next(_named(registry, offset, plural=plural, gender=gender, speaker=speaker), None)


def former(
    registry: Registry, offset: int, *, plural: bool, gender: str, speaker: Entity | None
) -> tuple[Entity, Mention] | None:
    """Return the first of the two who were named last: *aquella*, *the former*; the arguments are those of `latest`.

    Where only one of them has its gender, that one.
    """
    last: list[tuple[Entity, Mention]] = []
    for found in _named(registry, offset, plural=plural, gender="", speaker=speaker):
        if all(found[0] is not other for other, _ in last):
            last.append(found)
        if len(last) == _TWO:
            break
    fitting = [found for found in last if agrees(found[1], gender)]
    return fitting[-1] if fitting else None


def agrees(mention: Mention, gender: str) -> bool:
    """Whether a pronoun of some gender may mean who is mentioned, as far as either shows it."""
    return not gender or mention.gender in {"", gender}


def _named(
    registry: Registry, offset: int, *, plural: bool, gender: str, speaker: Entity | None
) -> Iterator[tuple[Entity, Mention]]:
    """Yield those of a number and gender who were named before an offset, the last first."""
    near = [*((at, mention) for at, _, _, mention in registry.salient), *((at, m) for at, _, m in registry.passing)]
    for at, mention in sorted(near, key=lambda each: each[0], reverse=True):
        if at < offset and mention.plural == plural and mention.speaks and agrees(mention, gender):
            entity = registry.named(mention)
            if entity is not None and entity is not speaker:
                yield entity, mention
