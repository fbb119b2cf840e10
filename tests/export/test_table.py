from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import bare, ferry
from tests.strait import strait

from segun.export.table import COLUMNS, rows, writing
from segun.model import Claim, Place, Relay, Source, Span, Time


def written(*analyses):
    out = io.StringIO()
    with writing(out) as write:
        for analysis in analyses:
            write(analysis)
    return out.getvalue()


def read(text):
    return list(csv.DictReader(io.StringIO(text)))


def of(claim):
    return [row for row in read(written(strait())) if row["claim"] == claim]


def saying(text, **fields):
    span = Span(0, len(text))
    return replace(
        bare(
            text,
            Claim("c", (span,), (Relay("s", (), (), "said"),), "none", "CT+", "assert", 1),
            sources=(Source("s", text, "person", ()),),
        ),
        **({"places": (Place(span, text, None, -1.5, -2.0, None, 1.0, ("c",)),)} | fields),
    )


def test_the_columns_stand_in_the_first_line():
    assert written().rstrip("\n").split(",") == list(COLUMNS)
    assert COLUMNS[:6] == ("report", "report_id", "outlet", "published", "language", "claim")


def test_each_time_meets_each_place():
    assert [(row["time_value"], row["place_words"]) for row in of("c6")] == [
        ("2031-03-09", "Little Vey"),
        ("2031-02", "Little Vey"),
    ]


def test_what_has_only_one_of_both_leaves_the_other_empty():
    assert [(row["time_value"], row["place_name"], row["place_metonymy"]) for row in of("c7")] == [
        ("199", "", ""),
        ("2018", "", ""),
    ]
    assert [(row["time_value"], row["place_name"]) for row in of("c12")] == [("", "Marrow Islands")]


def test_what_has_neither_is_dropped():
    assert of("c11") == []
    assert written(ferry()) == written()


def test_a_row_says_who_and_how_firmly():
    (row,) = of("c4")
    assert (row["sources"], row["source"]) == ("Norrel > Captain Ada Finch", "Captain Ada Finch")
    (denied,) = of("c8")
    assert (denied["factuality"], denied["speech_act"]) == ("CT-", "deny")


def test_candidates_stand_in_one_cell():
    assert of("c10")[0]["time_candidates"] == "2030-04-28"


def test_several_reports_share_one_head():
    both = read(written(strait(), strait()))
    assert len(both) == 2 * len(read(written(strait())))


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@SUM(A1)", "  =1", "\t=1", "\r=1", "＝1", "＠x", "\tx"])
def test_no_words_of_a_report_are_a_formula(words):
    (row,) = read(written(saying(words)))
    for cell in ("content", "sources", "source", "place_words", "place_name"):
        assert row[cell] == f"'{' '.join(words.split())}"


def test_numbers_and_codes_stay_what_they_are():
    (row,) = read(written(saying("x")))
    assert (row["place_lat"], row["place_lon"], row["factuality"]) == ("-1.5", "-2.0", "CT+")


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_whatever_the_words_a_table_of_as_many_rows_and_columns_comes_back(text):
    here = Time(Span(0, len(text)), "DATE", text, ("c",))
    analysis = saying(text, times=(here,))
    out = written(analysis).encode().decode()
    lines = list(csv.reader(io.StringIO(out, newline="")))
    assert [len(line) for line in lines] == [len(COLUMNS)] * 2
    for cell in lines[1]:
        assert not cell or cell[0] not in "=+@\t\r\n"
        assert cell.isprintable() or "\x00" not in cell


def test_a_row_has_a_cell_for_each_column():
    assert {len(row) for row in rows(strait())} == {len(COLUMNS)}
