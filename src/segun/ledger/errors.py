"""What can go wrong with a ledger, each with the remedy."""

from __future__ import annotations

from collections.abc import Sequence

from segun.errors import SegunError
from segun.model import Decision


class LedgerError(SegunError):
    """A ledger that cannot be opened, read or written, or that was asked for something it cannot do."""


class NotInLedgerError(LedgerError):
    """No report, claim, source or decision of this name."""


class DecisionError(LedgerError):
    """A decision that cannot be taken: a field it cannot set, or a value that the field cannot have."""


class ConflictError(DecisionError):
    """Somebody decided on the same claim or source after what the reviewer had seen; nothing was written."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        numbers = ", ".join(str(each.number) for each in decisions)
        who = ", ".join(dict.fromkeys(each.by for each in decisions))
        super().__init__(
            f"{who} decided on the same meanwhile (decision {numbers}).", "Look at it again, then decide anew."
        )
        self.decisions = tuple(decisions)
        """Those in force that the reviewer had not seen, in their order."""
