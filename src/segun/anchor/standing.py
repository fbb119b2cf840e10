"""Which state a source speaks for, where the report's own places do not say that another is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from segun.lang.states import state_of
from segun.model import Place, Source

UNION = "EU"
"""What speaks from a capital that a state has too."""


def standing(sources: Iterable[Source], places: Sequence[Place], language: str) -> tuple[Source, ...]:
    """Return the sources with the state that each stands for; they stay apart, and are called as the report does.

    Args:
        sources: a report's sources.
        places: its places; a source that names one which lies elsewhere (the Georgia of Atlanta) stands for no state.
        language: of the report, BCP 47 without its parts.
    """
    return tuple(replace(source, stands_for=_state(source, places, language)) for source in sources)


def _state(source: Source, places: Sequence[Place], language: str) -> str | None:
    state = state_of(source.name, language)
    named = {place.country for place in places if any(span.holds(place.span) for span in source.mentions)}
    return None if state != UNION and named - {None, state} else state
