"""An analysis made ready for the ledger, without the ledger: what a worker can do beside the one that writes."""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from segun.model import Analysis, Claim, Report, Spans
from segun.objects import from_object, to_object


@dataclass(frozen=True, slots=True)
class Packed:
    """A report with its packed analysis."""

    report: Report
    """Its language is the one that it was read in."""
    circumstances: str
    """As :func:`circumstances` gives it of the report before it was analysed."""
    object: bytes
    """The contract's JSON without its report, packed with zlib."""
    program: str
    """Version and settings of what made it."""


def pack(analysis: Analysis, report: Report, program: str) -> Packed:
    """Pack an analysis.

    Args:
        analysis: as the program made it, before any decision.
        report: what was analysed, as it was read.
        program: version and settings of what made it.
    """
    found = to_object(analysis)
    del found["report"]
    written = json.dumps(found, ensure_ascii=True, separators=(",", ":")).encode("ascii")
    return Packed(analysis.report, circumstances(report), zlib.compress(written, 4), program)


def unpack(packed: bytes, report: Report) -> Analysis:
    """Return the analysis of ``report`` that was packed.

    Raises:
        ValueError: an object of another schema.
    """
    return unpack_object(packed, as_object(report))


def unpack_object(packed: bytes, report: dict[str, Any]) -> Analysis:
    """Return the analysis that was packed of a report that is given as the contract's JSON.

    Raises:
        ValueError: an object of another schema.
    """
    return from_object({**json.loads(zlib.decompress(packed)), "report": report})


def as_object(report: Report) -> dict[str, Any]:
    """Return a report as the contract's JSON."""
    found: dict[str, Any] = to_object(Analysis(report))["report"]
    return found


def circumstances(report: Report) -> str:
    """Return what, beside its text, the analysis of a report depends on, as one line.

    Two reports of equal text and circumstances share one analysis. Times are told from the day of publication, and a
    title tells which paragraph is the headline.
    """
    title = (report.title or "").strip()
    headline = title if title and report.text.lstrip().startswith(title) else None
    return json.dumps([report.language, (report.published or "")[:10] or None, headline], ensure_ascii=False)


def keys(analysis: Analysis) -> Iterator[tuple[str, Claim]]:
    """Yield each claim with its key, which is the same in every analysis of the text that finds the same words."""
    met: dict[Spans, int] = {}
    for claim in analysis.claims:
        number = met[claim.spans] = met.get(claim.spans, 0) + 1
        yield key(analysis.report.text_id, claim.spans, number), claim


def key(text_id: str, spans: Spans, number: int = 1) -> str:
    """Return a claim's key: 12 hex digits of the text, the spans, and its number among the claims with these."""
    where = f"{text_id} {number} " + " ".join(f"{start}-{end}" for start, end in spans)
    return hashlib.sha256(where.encode("ascii")).hexdigest()[:12]
