from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.ledger.conftest import moved
from tests.samples import at, bare, claim, ferry, port, relay

from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack
from segun.ledger.selection import Selection
from segun.model import Source

SECRET = "Quorvane"  # noqa: S105 - a word
TEXT = f"{SECRET}ia Belt said that the {SECRET} dam held. Brea closed at noon."


def secret(key="secret", **fields):
    """A report whose every word of interest holds a word that stands nowhere else."""
    source = Source("s", f"{SECRET}ia Belt", "person", at(TEXT, f"{SECRET}ia Belt"))
    found = bare(
        TEXT,
        claim("c1", at(TEXT, f"the {SECRET} dam held"), relay(TEXT, "s", f"{SECRET}ia Belt", "said")),
        claim("c2", at(TEXT, "Brea closed at noon")),
        sources=(source,),
        title=f"The {SECRET} dam",
    )
    return moved(found, key=key, **fields)


def on_disk(path):
    """Every byte of the ledger, its log and its index of the log."""
    return b"".join(each.read_bytes() for each in path.parent.iterdir() if each.name.startswith(path.name))


def left(path, word=SECRET):
    found = on_disk(path)
    spellings = (word, word.lower(), word.upper())
    return [each for each in spellings if each.encode() in found or each.encode("utf-16-le") in found]


def test_after_forgetting_nothing_of_the_text_is_on_the_disk(ledger):
    ledger.add(secret(), program="test 1")
    one, two = (each.key for each in ledger.find(Selection(report="secret", sort="report")))
    ledger.decide("note", one, {"note": f"about the {SECRET} dam"}, by="Irune", why=f"{SECRET} again")
    ledger.decide("correct", two, {"source": {"name": f"Radio {SECRET}", "kind": "organisation"}}, by="Irune")
    ledger.decide("note", "secret", {"note": SECRET}, by="Irune")
    ledger.decide("note", f"{SECRET}ia Belt", {"note": SECRET}, by="Irune")
    ledger.decide("undo", "2", {}, by="Irune", why=SECRET)
    assert left(ledger.path)
    gone = ledger.forget("secret", by="Irune", why="her request")
    assert (gone.reports, gone.texts, gone.claims) == (("secret",), 1, 2)
    assert [each.body for each in ledger.decisions()[:5]] == [None] * 5
    assert left(ledger.path) == []
    ledger.close()
    assert left(ledger.path) == []


def test_the_chain_and_everything_else_still_hold(ledger):
    ledger.add(secret(), program="test 1")
    before = {report.key: ledger.analysis(report) for report in ledger.reports() if report.key != "secret"}
    ledger.decide("reject", next(ledger.find(Selection(report="secret"))).key, {}, by="Irune", why="no")
    ledger.decide("reject", next(ledger.find(Selection(report="ferry"))).key, {}, by="Irune", why="kept")
    ledger.forget("secret", by="Irune", why="her request")
    assert ledger.faults() == []
    assert ledger.stale() == []
    first, second, third = ledger.decisions()
    assert (first.body, first.why) == (None, None)
    assert (first.by, first.kind) == ("Irune", "reject")
    assert second.why == "kept"
    assert (third.kind, third.why, third.body) == ("forget", "her request", {"reports": 1, "texts": 1, "contents": [1]})
    assert {report.key: ledger.analysis(report, until=0) for report in ledger.reports()} == before


def test_what_was_forgotten_does_not_come_in_again(ledger):
    ledger.add(secret(), program="test 1")
    ledger.forget("secret", by="Irune", why="her request")
    assert ledger.add(secret(), program="test 2").state == "forgotten"
    assert ledger.add(secret(outlet="Elsewhere"), program="test 2").state == "forgotten"
    assert left(ledger.path) == []


def test_a_copy_keeps_the_text_unless_everywhere_is_asked_for(ledger):
    ledger.add(secret(), program="test 1")
    ledger.add(secret("copy", outlet="Copier", location="https://copier.example/"), program="test 1")
    assert [each.key for each in ledger.would_forget("copy")] == ["copy"]
    assert {each.key for each in ledger.would_forget("copy", everywhere=True)} == {"copy", "secret"}
    assert ledger.forget("copy", by="Irune", why="w").texts == 0
    assert ledger.analysis("secret").claims
    assert ledger.add(secret("copy", outlet="Copier", location="https://copier.example/")).state == "forgotten"
    assert ledger.forget("secret", by="Irune", why="w").texts == 1
    assert left(ledger.path, "Quorvane") == []


def test_forgetting_a_source_takes_every_report_that_names_it(ledger):
    ledger.add(secret(), program="test 1")
    other = "Belt: the weir broke, said Quorvaneia Belt."
    source = Source("s", "Quorvaneia Belt", "person", at(other, "Quorvaneia Belt"))
    said = relay(other, "s", "Quorvaneia Belt", "said")
    ledger.add(moved(bare(other, claim("c", at(other, "the weir broke"), said), sources=(source,)), key="other"))
    gone = ledger.forget("Quorvaneia Belt", by="Irune", why="her request")
    assert set(gone.reports) == {"secret", "other"}
    assert left(ledger.path) == []
    with pytest.raises(NotInLedgerError):
        ledger.named("Quorvaneia Belt")
    assert ledger.faults() == []


def test_every_version_of_an_analysis_goes(ledger):
    ledger.add(secret(), program="test 1")
    report = next(each for each in ledger.outdated("test 2") if SECRET in each.text)
    ledger.renew(pack(secret(), report, "test 2"))
    ledger.forget("secret", by="Irune", why="w")
    assert left(ledger.path) == []
    assert ledger._connection.execute("SELECT count(*) FROM analyses WHERE program = 'test 2'").fetchone()[0] == 0


def test_it_cannot_be_undone(ledger):
    ledger.forget("ferry", by="Irune", why="w")
    with pytest.raises(DecisionError, match="cannot be brought back"):
        ledger.decide("undo", "1", {}, by="Irune")


def test_what_is_not_there_cannot_be_forgotten(ledger):
    with pytest.raises(NotInLedgerError):
        ledger.forget("nobody", by="Irune", why="w")
    assert ledger.decisions() == []


def test_a_tombstone_holds_digests_and_the_reason_only(ledger):
    report = ledger.report("ferry")
    ledger.forget("ferry", by="Irune", why="court order")
    rows = ledger._connection.execute('SELECT digest, kind, why, "by" FROM tombstones ORDER BY kind').fetchall()
    assert rows == [
        (report.report_id, "report", "court order", "Irune"),
        (report.text_id, "text", "court order", "Irune"),
    ]


def test_a_content_that_was_forgotten_cannot_be_put_back_as_another(ledger):
    ledger.decide("note", "ferry", {"note": "x"}, by="Irune")
    ledger.forget("ferry", by="Irune", why="w")
    path = ledger.path
    ledger.close()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute('INSERT INTO contents VALUES (1, \'salt\', \'{"body":{"note":"y"},"why":""}\', NULL)')
    with Ledger(path) as again:
        assert again.faults() == ["the content of decision 1 was changed"]


def test_a_name_that_only_the_forgotten_report_gave_goes_too(ledger):
    text = "Agencia Quorvane (ANE) said that Brea closed."
    source = Source("s", "Agencia Quorvane", "organisation", at(text, "Agencia Quorvane"), aliases=("ANE",))
    said = relay(text, "s", "Agencia Quorvane (ANE)", "said")
    ledger.add(moved(bare(text, claim("c", at(text, "Brea closed"), said), sources=(source,)), key="ane"))
    ledger.forget("ane", by="Irune", why="w")
    assert left(ledger.path) == []


WORDS = st.text(st.characters(whitelist_categories=("Ll", "Lu"), max_codepoint=0x2FF), min_size=8, max_size=14)


@given(
    word=WORDS, copies=st.integers(0, 2), decisions=st.lists(st.sampled_from(["note", "reject", "undo"]), max_size=4)
)
@hypothesis_settings(max_examples=15)
def test_whatever_was_written_and_decided_is_gone(tmp_path_factory, word, copies, decisions):
    path = tmp_path_factory.mktemp("forget") / "l.segun"
    word = f"Qv{word}"
    text = f"Nobody {word} said so; {word}{word} is shut."
    one = bare(text, claim("c", at(text, f"{word}{word} is shut")), title=word)
    with Ledger(path, create=True) as ledger:
        for analysis in (port(), ferry()):
            ledger.add(analysis)
        for number in range(copies + 1):
            ledger.add(moved(one, key=f"r{number}", location=f"https://o{number}.example/"))
        key = next(each.key for each in ledger.find(Selection(report="r0")))
        for kind in decisions:
            taken = len(ledger.decisions())
            if kind != "undo":
                ledger.decide(
                    kind, key, {"note": f"on {word}{word}"} if kind == "note" else {}, by="Irune", why=word * 2
                )
            elif taken:
                ledger.decide("undo", str(taken), {}, by="Irune", why=word * 2)
        assert (f"{word}{word}").encode() in on_disk(path)
        ledger.forget("r0", by="Irune", why="w", everywhere=True)
        assert (f"{word}{word}").encode() not in on_disk(path)
        assert (word * 2).casefold().encode() not in on_disk(path)
        assert ledger.faults() == []
        assert ledger.stale() == []
        assert [each.key for each in ledger.reports()] == ["puerto-es", "ferry-en"]
