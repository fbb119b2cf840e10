"""Paragraphs out of lines that a page's width has broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from segun.lang.folding import UPPER

_HYPHENS = "-\u2010\u00ad"
_BROKEN = re.compile(rf"([^\W\d_]+)[{_HYPHENS}]\Z")
_GOES_ON = re.compile(r"([^\W\d_]+)")
_ENDS = re.compile(r"""[.!?:…]["”»’')\]]*\Z""")
_NEW = re.compile(rf"(?:[•▪◦‣·*]|[–—-]\s?[¿¡\"“«{UPPER}]|\d{{1,2}}[.)]\s)")
_NUMBER = re.compile(
    r"(?:(?:p[aá]g(?:ina)?\.?|page)\s*)?[-–—]?\s*\d{1,4}\s*(?:(?:/|de|of)\s*\d{1,4})?\s*[-–—]?", re.IGNORECASE
)
_FEW_PAGES = 3


def body_lines(pages: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of all pages without page numbers and running heads.

    A running head is a first or last line that stands in the same place on more than half of at least three pages.

    Args:
        pages: the lines of each page, blank ones included.
    """
    stripped = [_trimmed(page) for page in pages]
    edges: Counter[tuple[str, str]] = Counter()
    for page in stripped:
        if page:
            edges[("first", page[0])] += 1
            edges[("last", page[-1])] += 1
    running = {edge for edge, count in edges.items() if count >= _FEW_PAGES and count > len(stripped) / 2}
    kept: list[str] = []
    for page in stripped:
        first = 1 if page and ("first", page[0]) in running else 0
        last = len(page) - 1 if len(page) > first and ("last", page[-1]) in running else len(page)
        kept.extend(_trimmed(page[first:last]))
    return kept


def join_lines(lines: Sequence[str]) -> list[str]:
    """Join wrapped lines into paragraphs and words broken at a line's end into words.

    A paragraph ends at a blank line, before a bullet or dialogue dash, and after a line that is clearly shorter than
    the others where it ends a sentence or is followed by a capital. A hyphen at a line's end stays where the same
    compound stands unbroken elsewhere.

    Args:
        lines: the lines in reading order.

    Returns:
        The paragraphs, each on one line.
    """
    tidy = [" ".join(line.split()) for line in lines]
    full = _full_width(tidy)
    compounds = set(re.findall(r"[^\W\d_]+-[^\W\d_]+", " ".join(tidy).lower()))
    paragraphs: list[str] = []
    last = ""
    for line in tidy:
        if line:
            if last and not _breaks(last, line, full):
                paragraphs[-1] = _join(paragraphs[-1], line, compounds)
            else:
                paragraphs.append(line)
        last = line
    return [paragraph.replace("\u00ad", "") for paragraph in paragraphs]


def _trimmed(page: Sequence[str]) -> list[str]:
    """Return a page's lines without blank ones and page numbers at its edges."""
    start, end = 0, len(page)
    while start < end and (not page[start].strip() or _NUMBER.fullmatch(page[start].strip())):
        start += 1
    while start < end and (not page[end - 1].strip() or _NUMBER.fullmatch(page[end - 1].strip())):
        end -= 1
    return [line.strip() for line in page[start:end]]


def _full_width(lines: Sequence[str]) -> int:
    """Return how many characters a line that runs to the margin has: the length that one line in ten exceeds."""
    lengths = sorted(len(line) for line in lines if line)
    return lengths[int(len(lengths) * 0.9)] if lengths else 0


def _breaks(last: str, line: str, full: int) -> bool:
    if _BROKEN.search(last) and line[0].islower():
        return False
    if _NEW.match(line) and (_ENDS.search(last) or len(last) < 0.8 * full):
        return True
    if _ENDS.search(last):
        return len(last) < 0.85 * full
    return len(last) < 0.6 * full and not line[0].islower()


def _join(paragraph: str, line: str, compounds: set[str]) -> str:
    broken = _BROKEN.search(paragraph)
    rest = _GOES_ON.match(line)
    if not broken or not rest:
        range_goes_on = re.search(r"\d[-\u2010]\Z", paragraph) and line[0].isdigit()
        return paragraph + line if range_goes_on else f"{paragraph} {line}"
    if paragraph[-1] == "-" and (f"{broken[1]}-{rest[1]}".lower() in compounds or not line[0].islower()):
        return paragraph + line
    return paragraph[:-1] + line
