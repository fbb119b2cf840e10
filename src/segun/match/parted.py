"""Whom only one outlet has spoken to, as an origin is written: *a nurse, to Outlet*, *documents, to Outlet*."""

from __future__ import annotations

TO = ", to "


def parted(origin: str) -> tuple[str, str | None]:
    """Return who spoke, and to which outlet; no outlet where an origin is somebody else."""
    name, to, outlet = origin.rpartition(TO)
    return (name, outlet) if to else (origin, None)
