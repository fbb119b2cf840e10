from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import at, bare, claim, port
from tests.strait import strait

from segun.export.acled import ACLED, COLUMNS, OWN, writing
from segun.ledger.packing import keys
from segun.model import Claim, Decision, Place, Relay, Source, Span, Time


def written(*analyses, decisions=()):
    out = io.StringIO()
    with writing(out) as write:
        for analysis in analyses:
            write(analysis, decisions)
    return out.getvalue()


def rows(*analyses, decisions=()):
    return {row["segun_claim"]: row for row in csv.DictReader(io.StringIO(written(*analyses, decisions=decisions)))}


def placed(text, *places, times=()):
    return replace(bare(text, claim("c", (Span(0, len(text)),))), places=places, times=times)


def place(text, words, kind="town", country="ES", point=(1.0, 2.0), **fields):
    return Place(at(text, words)[0], words, country, *point, None, 0.9, ("c",), words, kind, **fields)


def dated(value, relates_to="event"):
    analysis = placed("then", times=(Time(Span(0, 4), "DATE", value, ("c",), relates_to),))
    return rows(analysis).get("c")


def when(value):
    row = dated(value)
    return row["event_date"], row["year"], row["time_precision"]


def test_acleds_columns_come_first():
    assert written().rstrip("\n").split(",") == list(COLUMNS)
    assert len(ACLED) == 31
    assert all(name.startswith("segun_") for name in OWN)


def test_each_claim_with_a_time_or_place_of_its_own_has_one_row():
    found = rows(strait())
    assert set(found) == {"c1", "c2", "c4", "c5", "c6", "c7", "c8", "c9", "c10", "c12", "c13"}
    assert len({row["event_id_cnty"] for row in found.values()}) == len(found)
    assert set(rows(port())) == {"c11", "c12"}


def test_a_place_shared_with_a_nested_claim_counts_for_the_nested_one():
    assert rows(strait())["c4"]["location"] == "Tarn Bay"


def test_who_says_so_and_how_firmly():
    row = rows(strait())["c4"]
    assert (row["source"], row["segun_sources"], row["segun_source"]) == (
        "Northern Wire",
        "Norrel > Captain Ada Finch",
        "Captain Ada Finch",
    )
    assert rows(strait())["c8"]["segun_factuality"] == "CT-"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-03-03", ("2031-03-03", "2031", "1")),
        ("2031-03-03TNI", ("2031-03-03", "2031", "1")),
        ("2031-W10-2", ("2031-03-04", "2031", "1")),
        ("2031-W10", ("", "2031", "2")),
        ("2031-W10-WE", ("", "2031", "2")),
        ("2030-W01", ("", "", "2")),
        ("2031-02", ("", "2031", "3")),
        ("2031-Q1", ("", "2031", "")),
        ("2031", ("", "2031", "")),
        ("203", ("", "", "")),
        ("XXXX-04-28", ("", "", "")),
        ("XXXX-WXX-3", ("", "", "")),
        ("2031-02-30", ("", "", "")),
        ("2031-02-01/2031-02-03", ("", "", "")),
        ("PAST_REF", ("", "", "")),
        (None, ("", "", "")),
    ],
)
def test_a_date_is_filled_only_as_far_as_it_is_known(value, expected):
    assert when(value) == expected
    assert dated(value)["segun_time_values"] == f"{value or '?'} (event)"


def test_the_time_of_a_saying_dates_no_event():
    assert dated("2031-03-03", "saying") is None
    row = dated("2031-03-03", None)
    assert (row["event_date"], row["segun_time_values"]) == ("", "2031-03-03 (?)")


def test_two_days_leave_the_date_empty():
    times = tuple(Time(Span(0, 4), "DATE", value, ("c",), "event") for value in ("2031-03-03", "2031-03-04"))
    row = rows(placed("then", times=times))["c"]
    assert (row["event_date"], row["segun_time_values"]) == ("", "2031-03-03 (event); 2031-03-04 (event)")


def located(*places, text):
    row = rows(placed(text, *places))["c"]
    return row["location"], row["latitude"], row["geo_precision"], row["admin1"], row["country"]


def test_one_town_is_the_location():
    text = "in Norte"
    assert located(place(text, "Norte"), text=text) == ("Norte", "1.0", "1", "", "Spain")


def test_two_towns_are_none():
    text = "from Norte to Sur"
    found = located(place(text, "Norte"), place(text, "Sur", point=(3.0, 4.0)), text=text)
    assert found == ("", "", "", "", "Spain")


def test_an_area_right_behind_a_town_holds_it():
    text = "in Norte (Marina), Spain"
    area, country = place(text, "Marina", "adm1"), place(text, "Spain", "country")
    assert located(place(text, "Norte"), area, country, text=text) == ("Norte", "1.0", "1", "Marina", "Spain")


def test_an_area_elsewhere_makes_the_place_unsure():
    text = "in Norte and Marina"
    assert located(place(text, "Norte"), place(text, "Marina", "adm1"), text=text) == ("", "", "", "", "Spain")


def test_an_area_alone_has_no_point():
    text = "in Marina"
    assert located(place(text, "Marina", "adm1"), text=text) == ("", "", "", "Marina", "Spain")


def test_two_countries_are_none():
    text = "from Norte to Sur"
    assert located(place(text, "Norte"), place(text, "Sur", country="FR"), text=text) == ("", "", "", "", "")


def test_who_sits_somewhere_is_no_place():
    row = rows(strait())["c9"]
    assert (row["location"], row["latitude"], row["segun_place_metonymy"]) == ("", "", "Kallin")


def test_what_the_program_cannot_know_stays_empty():
    empty = ("disorder_type", "event_type", "sub_event_type", "actor1", "actor2", "interaction", "fatalities")
    for row in rows(strait()).values():
        assert [row[name] for name in empty] == [""] * len(empty)


def test_decisions_stand_in_segun_s_columns():
    key = next(key for key, claim in keys(strait()) if claim.id == "c2")
    decisions = (
        Decision(1, "a", "accept", key, {}, "ana", "2031-04-01T10:00:00Z", "seen"),
        Decision(2, "b", "verdict", key, {"verdict": "=true"}, "ana", "2031-04-01T10:00:00Z", "seen"),
        Decision(3, "c", "reject", key, {}, "ana", "2031-04-01T10:00:00Z", "no", undone=True),
    )
    row = rows(strait(), decisions=decisions)["c2"]
    assert (row["segun_review"], row["segun_verdict"]) == ("accepted", "'=true")
    assert rows(strait(), decisions=decisions)["c4"]["segun_review"] == ""


def test_a_claim_whose_words_were_corrected_keeps_its_key():
    decision = Decision(1, "a", "correct", "f00", {"spans": [[0, 4]]}, "ana", "2031-04-01T10:00:00Z", "")
    analysis = placed("then", times=(Time(Span(0, 4), "DATE", "2031", ("c",), "event"),))
    row = rows(analysis, decisions=[decision])["c"]
    assert (row["segun_key"], row["segun_review"]) == ("f00", "corrected")


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_whatever_the_words_no_cell_is_a_formula(text):
    span = Span(0, len(text))
    analysis = replace(
        bare(
            text,
            Claim("c", (span,), (Relay("s", (), (), "said"),), "none", "CT+", "assert", 1),
            sources=(Source("s", text, "person", ()),),
            outlet=text,
            location=text,
        ),
        places=(Place(span, text, text, -1.0, -2.0, None, 1.0, ("c",), text, "town", disputed=text),),
        times=(Time(span, "DATE", text, ("c",), "event"),),
    )
    lines = list(csv.reader(io.StringIO(written(analysis).encode().decode(), newline="")))
    assert [len(line) for line in lines] == [len(COLUMNS)] * 2
    row = dict(zip(COLUMNS, lines[1], strict=True))
    assert (row["latitude"], row["longitude"]) == ("-1.0", "-2.0")
    for name, value in row.items():
        assert name in {"latitude", "longitude"} or not value or value[0] not in "=+-@\t\r\n"
