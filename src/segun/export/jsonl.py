"""One JSON object per analysed report, as ``segun report --json`` prints it. Drops nothing of an analysis.

Decisions on the report stand beside it under ``decisions``, what the last trace of its ledger found under ``traced``,
either only where there is any.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any, TextIO

from segun.errors import ReadError
from segun.export.lineage import Lineage, as_object
from segun.model import Analysis, Decision
from segun.objects import from_object, to_object
from segun.tongue import marked

__all__ = ["BINARY", "DROPS", "decision_of", "dumps", "from_object", "json_line", "reading", "to_object", "writing"]

DROPS = marked("Nothing of an analysis.")
BINARY = False

_SPLITS_LINES = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def dumps(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage | None = None) -> str:
    """Return the analysis, the decisions on it and what a trace found, as one line of JSON without its line end.

    It is safe to encode as UTF-8. Characters at which some readers break lines, and lone surrogates, are escaped.
    """
    written = to_object(analysis)
    if decisions:
        written["decisions"] = [asdict(decision) for decision in decisions]
    if traced is not None and (traced.claims or traced.derived):
        written["traced"] = as_object(traced)
    return json_line(written)


def json_line(data: Any) -> str:
    """Return data as one line of JSON, escaped as :func:`dumps` does.

    Raises:
        ValueError: a number in it is not finite.
    """
    line = json.dumps(data, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return _SPLITS_LINES.sub(lambda found: f"\\u{ord(found[0]):04x}", line)


@contextmanager
def writing(out: TextIO) -> Iterator[Callable[..., None]]:
    """Give a function that writes one analysis, with the decisions on it, as a line to ``out``; nothing is kept."""

    def write(analysis: Analysis, decisions: Sequence[Decision] = (), traced: Lineage | None = None) -> None:
        out.write(dumps(analysis, decisions, traced) + "\n")

    yield write


def reading(lines: Iterable[str], location: str = "-") -> Iterator[tuple[Analysis, tuple[Decision, ...]]]:
    """Yield each line's analysis with the decisions on it; empty lines are passed over.

    Args:
        lines: a file of text, or its lines.
        location: what to call it in errors.

    Raises:
        ReadError: a line is no analysed report.
    """
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            found = _read(json.loads(line))
        except (ValueError, TypeError, KeyError, RecursionError) as wrong:
            raise ReadError(
                f"{location}, line {number}", f"{wrong}.", "Give what `segun export --to jsonl` wrote."
            ) from wrong
        yield found


def _read(data: Any) -> tuple[Analysis, tuple[Decision, ...]]:
    if not isinstance(data, dict):
        raise TypeError("not an analysed report: no JSON object")
    return from_object(data), tuple(decision_of(each) for each in data.get("decisions", ()))


def decision_of(data: Mapping[str, Any]) -> Decision:
    """Read a decision back from its object.

    Raises:
        KeyError: a part is missing.
    """
    return Decision(
        number=data["number"],
        id=data["id"],
        kind=data["kind"],
        target=data["target"],
        body=data["body"],
        by=data["by"],
        at=data["at"],
        why=data["why"],
        undone=data.get("undone", False),
    )
