"""What is known of an outlet."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

State = Literal["state-run", "state-funded", "public-service", "private"]
"""How it stands to a state: owned and directed by one or its ruling party, owned or mainly financed by one, financed by
law with a charter of its own, or none of these."""
STATES: tuple[str, ...] = get_args(State)


@dataclass(frozen=True, slots=True)
class Outlet:
    """An outlet or agency; what is not known for certain is left open."""

    name: str
    aliases: tuple[str, ...] = ()
    """Further names: acronyms, translations, the name in its own script."""
    kind: str | None = None
    """``agency``, ``broadcaster``, ``paper``, ``site``."""
    domains: tuple[str, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    owner: str | None = None
    state: State | None = None
    references: tuple[str, ...] = ()
    """Public pages that say so."""

    @classmethod
    def of(cls, fields: Mapping[str, Any]) -> Outlet:
        """Return the outlet that was written as JSON or TOML; fields that segun does not know are passed over."""
        several = {"aliases", "domains", "references"}
        known: dict[str, Any] = {name: fields[name] for name in cls.__slots__ if fields.get(name)}
        known.update((name, tuple(known[name])) for name in several & known.keys())
        return cls(**known)
