"""What a trace says of a march that was shot at, which seven outlets told in two languages."""

from __future__ import annotations

import pytest
from tests.match.test_tracing import edge, group_with, reports


def test_the_hospital_s_toll_is_one_origin_in_two_languages(march):
    group = group_with(march, "r02", "Three protesters were shot dead")
    assert reports(group) == {"r02", "r03", "r04", "r06"}
    (origin,) = [each for each in group.origins if "Orsk" in each.source]
    assert set(origin.reports) == {"r02", "r03", "r04", "r06"}


def test_the_hospital_that_a_channel_s_report_names_is_no_second_origin(march):
    assert group_with(march, "r02", "Three protesters were shot dead").independent_origins == 1


def test_the_hospital_s_later_toll_revises_its_first(march):
    first, later = group_with(march, "r02", "Three protesters"), group_with(march, "r07", "A fourth protester has died")
    assert ("revises", later.id, first.id) in {(link.kind, link.a, link.b) for link in march.links}


@pytest.mark.xfail(reason="the toll stands at four shares too few words with a fourth protester who has died")
def test_a_toll_and_the_death_that_makes_it_are_one_claim(march):
    assert "r08" in reports(group_with(march, "r07", "A fourth protester has died"))


def test_a_rumour_of_another_toll_contradicts_it_and_stays_one_origin(march):
    hospital, rumour = group_with(march, "r02", "Three protesters"), group_with(march, "r06", "siete personas")
    assert {"r05", "r06"} == reports(rumour)
    assert rumour.independent_origins == 1
    found = [link for link in march.links if {link.a, link.b} == {hospital.id, rumour.id}]
    assert [(link.kind, link.what) for link in found] == [("contradicts", "number")]


def test_two_witnesses_whom_two_outlets_met_are_two_origins(march):
    group = group_with(march, "r07", "from the roof of the pump house")
    assert {"r05", "r06", "r07", "r08"} <= reports(group)
    assert group.independent_origins == 2


def test_what_police_do_is_not_what_the_police_say(march):
    group = group_with(march, "r08", "Police shot from the roof")
    assert {member.origin for member in group.members if member.statement.report == "r08"} == {
        "a shop owner across from the mine, to Northgate News Agency"
    }


def test_who_has_it_from_whom_and_who_drops_it(march):
    assert edge(march, "r03", "r02").how == "copy"
    assert edge(march, "r04", "r02").how == "translation"
    assert edge(march, "r06", "r05").how == "relay"
    assert edge(march, "r08", "r07").how == "rewrite"
    assert edge(march, "r04", "r02").laundered
    assert edge(march, "r08", "r07").laundered
    assert not edge(march, "r06", "r05").laundered
