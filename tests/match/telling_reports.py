"""Reports of short stories, analysed for tests that tell a story in a few sentences."""

from __future__ import annotations

from segun import analyze
from segun.ledger.packing import keys
from segun.match.told import Told
from segun.model import Report


def told(key, outlet, text, *, published="2031-03-01", language="es", title=None):
    """Return a report as matching sees it."""
    analysis = analyze(Report(key, text, language=language, outlet=outlet, published=published, title=title))
    return Told(key, analysis, {claim.id: name for name, claim in keys(analysis)})


def several(found):
    """Return the groups that more than one report carries."""
    return [group for group in found.groups if group.carrying > 1]
