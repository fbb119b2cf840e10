"""Whom only one outlet has spoken to, as an origin is written: *a nurse, to Post*, *documents, to outlets of Owner*."""

from __future__ import annotations

TO = ", to "
OWNED = "outlets of "
"""Before the owner's name, where outlets of one owner count as one."""


def parted(origin: str) -> tuple[str, str | None]:
    """Return who spoke, and to which outlet; no outlet where an origin is somebody else."""
    name, to, outlet = origin.rpartition(TO)
    return (name, outlet) if to else (origin, None)
