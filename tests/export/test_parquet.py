from __future__ import annotations

import io
import os
from dataclasses import replace

import duckdb
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.samples import bare, ferry, port
from tests.strait import strait

from segun.export import parquet
from segun.ledger.packing import keys
from segun.model import Argument, Claim, Decision, Place, Proposition, Quantity, Relay, Source, Span, Time, wording

AT = "2031-04-01T10:00:00Z"


def written(*analyses, decisions=()):
    out = io.BytesIO()
    with parquet.writing(out) as write:
        for analysis in analyses:
            write(analysis, decisions)
    return out


def read(*analyses, decisions=()):
    return pq.read_table(written(*analyses, decisions=decisions)).to_pylist()


def test_each_claim_is_a_row():
    for analysis in (port(), ferry(), strait()):
        rows = read(analysis)
        assert [row["claim"] for row in rows] == [claim.id for claim in analysis.claims]
        assert [row["key"] for row in rows] == [key for key, _ in keys(analysis)]
        assert [row["content"] for row in rows] == [
            wording(analysis.report.text, each.spans) for each in analysis.claims
        ]
        assert {row["report_id"] for row in rows} == {analysis.report.id}


def test_spans_are_offsets_of_the_text():
    for row, claim in zip(read(port()), port().claims, strict=True):
        assert [Span(**span) for span in row["spans"]] == list(claim.spans)


def test_relays_run_from_the_outermost_to_the_innermost():
    row = next(row for row in read(port()) if row["claim"] == "c15")
    assert [relay["id"] for relay in row["relays"]] == ["s2", "s7", "s8"]
    assert row["sources"][-1] == row["source"] == "un informe de la Universidad de Brea"
    assert row["relays"][2]["cue"] == "concluye"
    unnamed = next(row for row in read(port()) if row["claim"] == "c12")["relays"]
    assert unnamed == [{"id": None, "name": None, "kind": None, "words": "", "cue": "Se teme", "how": "said"}]


def test_anchors_and_propositions_stand_in_their_claims_row():
    rows = {row["claim"]: row for row in read(strait())}
    assert [time["value"] for time in rows["c6"]["times"]] == ["2031-03-09", "2031-02"]
    assert rows["c10"]["times"][0]["candidates"] == ["2030-04-28"]
    assert (rows["c6"]["places"][0]["name"], rows["c6"]["places"][0]["inside"]) == (None, "Halm")
    assert rows["c9"]["places"][0]["metonymy"]
    ports = {row["claim"]: row for row in read(port())}
    (euros,) = ports["c10"]["quantities"]
    assert (euros["value"], euros["value_max"], euros["unit"]) == (40.0, 60.0, "euro")
    assert ports["c2"]["propositions"][0]["arguments"] == [{"role": "nsubj", "words": "los primeros remolcadores"}]
    assert not ports["c2"]["times"]


def test_decisions_stand_in_their_claims_row():
    key = next(key for key, claim in keys(ferry()) if claim.id == "b")
    decisions = (
        Decision(1, "a", "reject", key, {}, "ana", AT, "no", undone=True),
        Decision(2, "b", "verdict", key, {"verdict": "half true", "evidence": "x"}, "ana", AT, "seen"),
        Decision(3, "c", "note", key, None, "ana", AT, None),
        Decision(4, "d", "accept", "elsewhere", {}, "ana", AT, "no"),
    )
    rows = {row["claim"]: row for row in read(ferry(), decisions=decisions)}
    assert (rows["b"]["review"], rows["b"]["verdict"]) == (None, "half true")
    assert [(each["number"], each["undone"]) for each in rows["b"]["decisions"]] == [(1, True), (2, False), (3, False)]
    assert rows["b"]["decisions"][1]["body"] == '{"evidence": "x", "verdict": "half true"}'
    assert rows["b"]["decisions"][2]["body"] is None
    assert rows["a"]["decisions"] == []


def test_the_types_are_the_same_whatever_is_in_it():
    assert pq.read_schema(written()) == pq.read_schema(written(port())) == parquet.schema()


def test_rows_are_written_in_groups(monkeypatch):
    monkeypatch.setattr(parquet, "ROWS", 10)
    file = pq.ParquetFile(written(port(), port()))
    assert [file.metadata.row_group(at).num_rows for at in range(file.num_row_groups)] == [10, 10, 10]
    monkeypatch.setattr(parquet, "CHARACTERS", 1)
    assert pq.ParquetFile(written(port())).num_row_groups == len(port().claims)


def test_it_can_be_written_into_a_pipe():
    reader, writer = os.pipe()
    with os.fdopen(writer, "wb") as out, parquet.writing(out) as write:
        write(bare("x", Claim("c", (Span(0, 1),), (), "none", "CT+", "assert", 1)))
    with os.fdopen(reader, "rb") as source:
        assert pq.read_table(io.BytesIO(source.read())).num_rows == 1


def test_what_it_is_written_to_stays_open():
    assert not written(port()).closed


def test_duckdb_asks_it(tmp_path):
    path = tmp_path / "claims.parquet"
    path.write_bytes(written(port(), strait()).getvalue())
    asked = (
        "SELECT r.name, count(*) FROM (SELECT UNNEST(relays) AS r FROM read_parquet(?)) GROUP BY 1 ORDER BY 2 DESC, 1"
    )
    assert duckdb.execute(asked, [str(path)]).fetchone() == ("Agencia de Noticias del Estuario", 5)
    asked = (
        "SELECT claim FROM (SELECT claim, UNNEST(times) AS t FROM read_parquet(?)) "
        "WHERE t.value LIKE '2031-03%' AND t.relates_to = 'saying'"
    )
    assert duckdb.execute(asked, [str(path)]).fetchall() == [("c6",)]


@pytest.mark.parametrize("value", [10**400, 2**60 + 1, float("inf")])
def test_a_number_beyond_a_double_breaks_nothing(value):
    analysis = replace(port(), quantities=(Quantity(Span(0, 2), value, None, None, False, ("c1",)),))
    assert read(analysis)[0]["quantities"][0]["words"] == "El"


@given(st.text(st.characters(exclude_categories=[]), min_size=1))
def test_any_words_come_back(text):
    span = Span(0, len(text))
    analysis = replace(
        bare(
            text,
            Claim(
                "c",
                (span,),
                (Relay("s", (span,), (span,), "said"),),
                "none",
                "CT+",
                "assert",
                1,
                propositions=(Proposition(text, (), "+", (Argument(text, span),)),),
            ),
            sources=(Source("s", text, "person", ()),),
            title=text,
            outlet=text,
            location=text,
        ),
        places=(Place(span, text, text, 1.0, 2.0, None, 1.0, ("c",), disputed=text),),
        times=(Time(span, "DATE", text, ("c",), "event"),),
        quantities=(Quantity(span, 1, text, None, False, ("c",)),),
    )
    decision = Decision(1, text, "note", next(keys(analysis))[0], {"note": text}, text, text, text)
    (row,) = read(analysis, decisions=[decision])
    safe = text.encode("utf-8", "backslashreplace").decode()
    assert (row["content"], row["title"], row["sources"], row["places"][0]["words"]) == (safe, safe, [safe], safe)
