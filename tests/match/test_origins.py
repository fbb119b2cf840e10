"""How many origins: outlets that one owner has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segun import analyze
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report

CLOSED = "The Lindemar shipyard closed on Monday and 240 workers lost their jobs. We saw the locked gate."


def told(key, outlet, owner=None):
    report = Report(key, CLOSED, language="en", outlet=outlet, published=f"2031-03-0{key[-1]}")
    return Told(key, analyze(replace(report)), owner=owner)


@pytest.mark.parametrize(("owner", "origins"), [(None, 2), ("Quay Media", 1)])
def test_outlets_of_one_owner_count_once_where_the_user_says_so(owner, origins):
    reports = [told("r1", "Harbour Post", owner), told("r2", "Coast Wire", owner)]
    one = replace_words(reports[1])
    (group,) = [g for g in trace([reports[0], one], encoder=False).groups if "240" in g.members[0].statement.text]
    assert group.independent_origins == origins
    assert {origin.source for origin in group.origins} == ({owner} if owner else {"Harbour Post", "Coast Wire"})


def replace_words(each):
    """The same in other words, so that it is no copy."""
    words = "We went to Lindemar. At its shipyard 240 workers have lost their jobs since the yard closed on Monday."
    report = replace(each.analysis.report, text=words)
    return Told(each.key, analyze(report), owner=each.owner)
