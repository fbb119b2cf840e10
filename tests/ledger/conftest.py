"""A ledger with the invented reports of the samples."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.samples import ferry, port
from tests.strait import strait

from segun.ledger.ledger import Ledger


def moved(analysis, **fields):
    """The same words elsewhere."""
    return replace(analysis, report=replace(analysis.report, **fields))


@pytest.fixture
def empty(tmp_path):
    with Ledger(tmp_path / "news.segun", create=True) as ledger:
        yield ledger


@pytest.fixture
def ledger(empty):
    for analysis, key, published, place in (
        (port(), "port", "2031-04-02", "https://marea.example/puerto"),
        (ferry(), "ferry", "2031-05-20", "https://post.example/ferry"),
        (strait(), "strait", None, "https://courier.example/strait"),
    ):
        empty.add(moved(analysis, key=key, published=published, location=place), program="test 1")
    return empty
