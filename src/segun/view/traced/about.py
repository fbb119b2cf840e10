"""What the pages of a trace need of a report beside its statements."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class About:
    """A report of a ledger."""

    key: str
    outlet: str | None
    published: str | None
    """ISO 8601."""
    language: str | None
    title: str | None
    text: str
