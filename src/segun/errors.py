"""What can go wrong with an input or the installation, each with the remedy that its reader is told."""

from __future__ import annotations

import os


class SegunError(Exception):
    """Something that the user can mend.

    Args:
        problem: what is wrong, in one sentence.
        remedy: what to do about it, in one sentence.
    """

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.problem = problem
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.problem} {self.remedy}"


def own_fault(error: Exception, again: str = "run it again") -> SegunError:
    """Return a fault of segun's own at one of many items as what is told of it, so that it does not cost the others.

    Args:
        error: what was raised.
        again: what shows where it was.

    Raises:
        Exception: ``error``, where its traceback is wanted: ``SEGUN_TRACEBACK`` is set.
    """
    if os.environ.get("SEGUN_TRACEBACK"):
        raise error
    problem = f"segun itself failed, {type(error).__name__}: {error}."
    return SegunError(problem, f"Set SEGUN_TRACEBACK=1 and {again} to see where, and please report it.")


class ReadError(SegunError):
    """An input that cannot be read as a report.

    Args:
        location: the path, or the path and line, of the input.
    """

    def __init__(self, location: str, problem: str, remedy: str) -> None:
        super().__init__(problem, remedy)
        self.location = location

    def __str__(self) -> str:
        return f"{self.location}: {self.problem} {self.remedy}"


class UnsupportedLanguageError(SegunError):
    """A report in a language that segun has no data for."""


class MissingModelError(SegunError):
    """The language model that the parser needs is not installed."""
