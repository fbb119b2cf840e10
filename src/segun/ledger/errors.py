"""What can go wrong with a ledger, each with the remedy."""

from __future__ import annotations

from segun.errors import SegunError


class LedgerError(SegunError):
    """A ledger that cannot be opened, read or written, or that was asked for something it cannot do."""


class NotInLedgerError(LedgerError):
    """No report, claim, source or decision of this name."""


class DecisionError(LedgerError):
    """A decision that cannot be taken: a field it cannot set, or a value that the field cannot have."""


class ConflictError(DecisionError):
    """x."""


class UnavailableError(LedgerError):
    """A ledger that cannot take or give anything now, but may later: another writes, or the disk is full."""
