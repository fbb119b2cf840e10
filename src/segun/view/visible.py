"""Characters that would steer a page or a terminal, made visible."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction
    "\u2028\u2029\ufff9-\ufffb"  # line and paragraph separators, interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which UTF-8 cannot carry
    "\U000e0000-\U000e007f"  # tags
    "]"
)

_WORD = 16
"""Letters that are given up so that no word is cut."""


def visible(text: str) -> str:
    """Return ``text`` with every control, direction mark and lone surrogate written as ``[U+202E]``.

    Tab and line feed stay. A carriage return becomes a line feed. The result has other offsets than ``text``: it is
    for showing only.
    """
    ends_mended = text.replace("\r\n", "\n").replace("\r", "\n")
    return _STEERING.sub(lambda found: f"[U+{ord(found[0]):04X}]", ends_mended)


def one_line(text: str) -> str:
    """Return ``text`` with its white space, line ends included, drawn together, and made visible."""
    return visible(" ".join(text.split()))


def excerpt(text: str, most: int) -> str:
    """Return ``text`` on one line, its middle left out where it is longer than ``most`` characters."""
    # What is cut off is not looked at: a text may be one word of a megabyte.
    if len(text) > 4 * most:
        text = text[: 2 * most] + text[-2 * most :]
        return _middle_out(one_line(text), most)
    line = one_line(text)
    return line if len(line) <= most else _middle_out(line, most)


def _middle_out(line: str, most: int) -> str:
    tail = most // 4
    head, end = line[: most - tail], line[-tail:]
    # Between words, where one ends or begins near enough.
    space = head.rfind(" ", len(head) - _WORD) if len(line) > len(head) and line[len(head)] != " " else -1
    head = head[:space] if space > 0 else head
    space = end.find(" ", 0, _WORD) if line[-tail - 1] != " " else -1
    return f"{head.rstrip()} […] {end[space + 1 :].lstrip()}"
