"""Weights as TOML, one trait a line."""

from __future__ import annotations

import json
from collections.abc import Iterator

from segun.attribute.judging import Weights

_HEAD = """\
# Log-odds by trait, written by 'segun train'; docs/training.md says on which texts they were fitted.
"""


def written(weights: Weights) -> str:
    """Return weights as the text of a file that :func:`segun.attribute.judging.judge` reads."""
    return "\n".join((_HEAD, *_lines(weights), ""))


def _lines(weights: Weights) -> Iterator[str]:
    yield "[continuation]"
    yield from (f"{json.dumps(name, ensure_ascii=False)} = {value:g}" for name, value in weights.continuation.items())
    yield ""
    yield "[right]"
    yield "# How likely right an attribution must be to be kept."
    yield f"least = {weights.least:g}"
    yield from (f"{json.dumps(name, ensure_ascii=False)} = {value:g}" for name, value in weights.right.items())
