from __future__ import annotations

from dataclasses import replace

import pytest
from tests.samples import at, bare, claim, ferry
from tests.strait import strait

from segun.model import Candidate, Time
from segun.view.timeline import timeline

TEXT = "He said on Monday that it burned in May. It was 3."


def dated(value, *claims, type="DATE", relates_to="event", words="in May", candidates=()):
    return Time(at(TEXT, words)[0], type, value, claims or ("inner",), relates_to, candidates)


def lay(*times, published=None):
    outer, inner = claim("outer", at(TEXT, TEXT)), claim("inner", at(TEXT, "it burned in May"), parent="outer")
    return timeline(replace(bare(TEXT, outer, inner, published=published), times=times))


def test_closed_times_stand_in_the_order_of_the_calendar():
    assert [moment.value for moment in timeline(strait()).moments] == [
        "199",
        "2018",
        "2031-02",
        "2031-03-03",
        "2031-03-09",
        "2032-SP",
    ]


def test_coarse_values_are_bars_and_days_on_a_long_axis_are_points():
    width = {moment.value: moment.width for moment in timeline(strait()).moments}
    assert width["2031-03-03"] == 0
    assert min(width[value] for value in ("199", "2018", "2031-02", "2032-SP")) > 0


def test_each_mark_says_who_and_whether_it_is_the_event_or_the_saying():
    marks = {moment.value: moment.marks[0] for moment in timeline(strait()).moments}
    assert [voice.name for voice in marks["2031-03-03"].chain] == ["Norrel"]
    assert marks["2031-03-03"].relates == "event"
    assert marks["2031-03-09"].relates == "saying"
    assert marks["2018"].relates is None


def test_an_open_date_is_in_its_own_band_with_its_candidates():
    (open_time,) = timeline(strait()).open
    assert (open_time.value, open_time.label) == ("XXXX-04-28", "28 April, year open")
    assert [(guess.label, guess.why) for guess in open_time.candidates] == [
        ("28 April 2030", "the last before it was published")
    ]
    assert [mark.claim for mark in open_time.marks] == ["c10"]


def test_open_dates_stand_in_the_order_of_the_text():
    found = lay(dated("XXXX-05"), dated(None, words="on Monday"))
    assert [each.words for each in found.open] == ["on Monday", "in May"]


@pytest.mark.parametrize(
    "time",
    [
        dated("P3D", type="DURATION"),
        dated("P1D", type="SET"),
        dated("PRESENT_REF"),
        dated("PAST_REF"),
        dated("2031", "nobody"),
        replace(dated("2031"), claims=()),
    ],
    ids=["duration", "set", "present", "past", "hidden claim", "no claim"],
)
def test_what_dates_nothing_is_not_shown(time):
    assert not lay(time)


def test_of_nested_claims_the_inner_is_dated_by_what_happened_the_outer_by_what_was_said():
    happened, said = lay(dated("2031", "outer", "inner")), lay(dated("2031", "outer", "inner", relates_to="saying"))
    assert [mark.claim for mark in happened.moments[0].marks] == ["inner"]
    assert [mark.claim for mark in said.moments[0].marks] == ["outer"]


def test_the_same_date_named_twice_is_one_moment():
    (moment,) = lay(dated("2031"), dated("2031", words="on Monday")).moments
    assert moment.words == ("on Monday", "in May")
    assert len(moment.marks) == 1


def test_one_moment_alone_needs_no_axis():
    assert lay(dated("2031")).axis is None
    assert lay(dated("2031-03-04"), published="2031-03-08").axis is not None


def test_where_it_was_published_is_marked():
    found = lay(dated("2031-03-04"), published="2031-03-08T12:00:00+01:00")
    (moment,) = found.moments
    assert found.published > moment.left + moment.width


def test_without_times_there_is_nothing():
    assert not timeline(ferry())


def test_a_candidate_is_worded():
    found = lay(dated("XXXX", candidates=(Candidate("2031-05", "why"),)))
    assert found.open[0].candidates[0].label == "May 2031"
