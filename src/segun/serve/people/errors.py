"""What is refused to people, each with the remedy."""

from __future__ import annotations

import math

from segun.errors import SegunError
from segun.tongue import ngettext


class UnknownPersonError(SegunError):
    """Nobody is logged in, or the name and the password do not belong together."""


class NotAllowedError(SegunError):
    """The person's role does not reach so far."""


class PasswordError(SegunError):
    """A password that cannot be one."""


class TooOftenError(SegunError):
    """Something was done more often than a limit lets.

    Args:
        problem: what was done too often.
        wait: seconds until it may be done again.
    """

    def __init__(self, problem: str, wait: float) -> None:
        self.wait = max(1, math.ceil(wait))
        super().__init__(problem, ngettext("Try again in %(num)s second.", "Try again in %(num)s seconds.", self.wait))
