"""What a trace says of a ferry's accident, which eight outlets told in two languages."""

from __future__ import annotations

import pytest
from tests.match.test_tracing import edge, group_with, reports


def links(traced, kind):
    return {frozenset((each.a, each.b)): each.what for each in traced.links if each.kind == kind}


def test_the_passengers_hour_goes_back_to_one_agency(ferry):
    group = group_with(ferry, "r02", "hacia las 19.15")
    assert reports(group) == {"r02", "r03", "r04"}
    assert group.independent_origins == 1
    assert "Agencia Litoral" in group.origins[0].source


def test_an_hour_that_one_sentence_sets_against_another_contradicts_it(ferry):
    passengers, office = group_with(ferry, "r02", "hacia las 19.15"), group_with(ferry, "r02", "a las 19.40")
    assert links(ferry, "contradicts")[frozenset((passengers.id, office.id))] == "time"


def test_the_authority_is_the_harbour_s(ferry):
    group = group_with(ferry, "r06", "still puts the crash at 19:40")
    assert {"r02", "r03", "r06"} <= reports(group)
    (origin,) = group.origins
    assert {"r02", "r03", "r06"} <= set(origin.reports)


@pytest.mark.xfail(strict=True, reason="an hour is taken for the same claim as the crash that it dates")
def test_the_hour_of_the_crash_is_a_claim_of_its_own(ferry):
    assert reports(group_with(ferry, "r06", "still puts the crash at 19:40")) == {"r01", "r02", "r03", "r06"}


def test_a_later_figure_revises_the_first(ferry):
    first, later = group_with(ferry, "r01", "Veintiún pasajeros"), group_with(ferry, "r07", "elevó este martes a 34")
    assert ("revises", later.id, first.id) in {(link.kind, link.a, link.b) for link in ferry.links}
    assert first.independent_origins == later.independent_origins == 1


def test_what_a_company_knew_is_told_by_who_got_the_sheet(ferry):
    group = group_with(ferry, "r06", "had known since December")
    assert {"r05", "r06", "r08"} <= reports(group)
    assert [origin.source for origin in group.origins] == ["un parte de mantenimiento, to Canal Bahía"]


def test_who_has_it_from_whom(ferry):
    assert {
        name: edge(ferry, *name).how for name in (("r02", "r01"), ("r03", "r02"), ("r04", "r02"), ("r06", "r05"))
    } == {
        ("r02", "r01"): "relay",
        ("r03", "r02"): "copy",
        ("r04", "r02"): "translation",
        ("r06", "r05"): "relay",
    }
    assert edge(ferry, "r04", "r02").laundered


def test_a_post_that_repeats_one_sentence_has_it_from_the_outlet(ferry):
    assert edge(ferry, "r08", "r05") is not None


@pytest.mark.xfail(strict=True, reason="statements of an agency's two reports share too few words for an edit")
def test_an_agency_s_later_report_has_it_from_its_earlier_one(ferry):
    assert edge(ferry, "r07", "r02") is not None
