"""What can go wrong with an input or the installation, each with the remedy that its reader is told."""

from __future__ import annotations


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
