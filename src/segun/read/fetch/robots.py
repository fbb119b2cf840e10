"""What a site's robots.txt asks of programs (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

MAX_ROBOTS = 500_000
"""Bytes of it that are read, as the standard asks at least."""
MAX_PAUSE = 10.0


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one site."""

    _rules: Any
    _else: bool = True

    @classmethod
    def of(cls, written: bytes) -> Robots:
        """Read rules."""
        from protego import Protego

        return cls(Protego.parse(written[:MAX_ROBOTS].decode("utf-8", "replace")))

    @classmethod
    def all(cls) -> Robots:
        """Return the rules of a site that has none."""
        return cls(None, _else=True)

    @classmethod
    def nothing(cls) -> Robots:
        """Return the rules of a site that could not be asked for them."""
        return cls(None, _else=False)

    def allows(self, url: str, agent: str) -> bool:
        """Whether a program may have a page."""
        return self._else if self._rules is None else bool(self._rules.can_fetch(url, agent))

    def pause(self, agent: str) -> float:
        """Return the seconds that it asks programs to wait between two requests, ten at most."""
        wanted = self._rules.crawl_delay(agent) if self._rules is not None else None
        return min(MAX_PAUSE, float(wanted or 0.0))
