from __future__ import annotations

import re
import sqlite3

import pytest
from tests.serve.desk_of import HOSTILE, desk_of, filled, keys, saying, send, signed_in

from segun.ledger import chain
from segun.ledger.ledger import Ledger

PART = {"HX-Request": "true"}


@pytest.fixture
def path(tmp_path):
    return filled(
        tmp_path / "news.segun",
        saying("one", "Maud Ellery", "the harbour froze over", title="Ice in the harbour"),
        saying("two", f"Nils {HOSTILE}", f"the {HOSTILE} pilot slept"),
    )


def decided(path, *decisions):
    """Take decisions of kind, target, body, by and why."""
    with Ledger(path) as ledger:
        for kind, target, body, by, why in decisions:
            ledger.decide(kind, target, body, by=by, why=why)


def shown(html):
    """Return the numbers of the decisions that a page shows."""
    return [int(each) for each in re.findall(r'<li id="d(\d+)"', html)]


def test_decisions_stand_with_their_words_the_newest_first(path):
    (ice, _), (maud, _) = keys(path)
    decided(
        path,
        ("accept", ice, {}, "Ana", "I was there"),
        ("rename", maud, {"name": "M. Ellery"}, "Berta", ""),
        ("note", "one", {"note": "ask again"}, "Ana", ""),
        ("undo", "1", {}, "Berta", ""),
    )
    html = desk_of(path).get("/decisions").text
    assert shown(html) == [4, 3, 2, 1]
    assert "4 decisions" in html
    for words in ("the harbour froze over", "I was there", "M. Ellery", "Ice in the harbour", "ask again"):
        assert words in html
    assert f'href="/claims/{ice}"' in html
    assert f'href="/sources/{maud}"' in html
    assert 'href="/reports/one"' in html
    assert re.findall(r'<li id="d(\d)" class="undone"', html) == ["1"]
    assert 'href="/decisions?before=2#d1"' in html


def test_what_comes_from_reports_and_people_is_escaped(path):
    (_, pilot), (_, nils) = keys(path)
    decided(
        path,
        ("note", pilot, {"note": HOSTILE}, HOSTILE, HOSTILE),
        ("rename", nils, {"name": f"x{HOSTILE}\u202e"}, "Ana", ""),
    )
    for address in ("/decisions", f"/decisions?by={HOSTILE}"):
        html = desk_of(path).get(address).text
        assert HOSTILE not in html
        assert "&lt;script&gt;alert(1)" in html
        assert "\u202e" not in html


def test_further_decisions_come_from_where_the_page_ends(path):
    (ice, _), _ = keys(path)
    decided(path, *(("note", ice, {"note": f"n{n}"}, "Ana", "") for n in range(130)))
    desk = desk_of(path)
    seen, address, headers = [], "/decisions", {}
    while address:
        html = desk.get(address, headers=headers).text
        assert ("<html" in html) == (not headers)
        seen += shown(html)
        found = re.search(r'hx-get="(/decisions\?[^"]*before=[^"]*)"', html)
        address, headers = (found[1].replace("&amp;", "&") if found else ""), PART
    assert seen == list(range(130, 0, -1))


def test_decisions_are_narrowed_by_person_and_kind(path):
    (ice, pilot), _ = keys(path)
    decided(
        path,
        ("accept", ice, {}, "Ana", ""),
        ("reject", pilot, {}, "Berta", ""),
        ("note", ice, {"note": "n"}, "Ana", ""),
    )
    desk = desk_of(path)
    assert shown(desk.get("/decisions?by=Ana").text) == [3, 1]
    assert shown(desk.get("/decisions?by=Ana&kind=accept").text) == [1]
    assert shown(desk.get("/decisions?kind=reject").text) == [2]
    assert shown(desk.get("/decisions?kind=nothing&before=x").text) == [3, 2, 1]
    nobody = desk.get("/decisions?by=Nobody").text
    assert shown(nobody) == []
    assert "No decision is like that." in nobody


def test_the_button_undoes_what_one_action_took_and_nothing_else(path):
    (ice, pilot), _ = keys(path)
    decided(path, ("note", pilot, {"note": "n"}, "Ana", ""))
    with Ledger(path) as ledger:
        ledger.decide_together([("accept", ice, {}), ("accept", pilot, {})], by="Ana")
    desk = desk_of(path)
    answer = send(desk, "/decisions/undo", seen="/decisions", number="3")
    assert (answer.status_code, answer.headers["location"]) == (303, "/decisions")
    html = desk.get("/decisions").text
    assert re.findall(r'<li id="d(\d)" class="undone"', html) == ["3", "2"]
    again = send(desk, "/decisions/undo", seen="/decisions", number="3")
    assert again.status_code >= 400
    assert send(desk, "/decisions/undo", seen="/decisions", number="99").status_code == 404


def test_an_undoing_is_undone_together(path):
    (ice, pilot), _ = keys(path)
    with Ledger(path) as ledger:
        ledger.decide_together([("accept", ice, {}), ("accept", pilot, {})], by="Ana")
        ledger.undo_together([1, 2], by="Berta")
    desk = desk_of(path)
    assert send(desk, "/decisions/undo", seen="/decisions", number="3").status_code == 303
    assert re.findall(r'<li id="d(\d)" class="undone"', desk.get("/decisions").text) == ["4", "3"]


def test_a_page_marks_what_all_of_them_mark(path):
    (ice, _), _ = keys(path)
    decided(path, ("accept", ice, {}, "Ana", ""), *(("undo", str(n), {}, "Ana", "") for n in (1, 2, 3)))
    with Ledger(path) as ledger, ledger.reading() as connection:
        every = chain.every(connection)
        assert chain.page(connection, limit=9) == every[::-1]
        assert chain.page(connection, before=3, limit=1) == [every[1]]


def test_a_reader_reads_and_is_refused(path):
    (ice, _), _ = keys(path)
    decided(path, ("accept", ice, {}, "Ana", ""))
    desk = signed_in(path, "Leo", "reader")
    html = desk.get("/decisions").text
    assert shown(html) == [1]
    assert "/decisions/undo" not in html
    assert send(desk, "/decisions/undo", seen="/decisions", number="1").status_code == 403
    assert 'class="undone"' not in desk.get("/decisions").text


def test_the_chain_is_checked_and_tells_what_was_changed(path):
    (ice, _), _ = keys(path)
    decided(path, ("accept", ice, {}, "Ana", ""), ("note", ice, {"note": "n"}, "Ana", ""))
    desk = desk_of(path)
    assert "all 2 decisions are as they were written" in desk.get("/decisions/chain", headers=PART).text
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE decisions SET \"by\" = 'Mallory' WHERE number = 1")
    told = desk.get("/decisions/chain?again=1", headers=PART).text
    assert "decision 1 was changed" in told
    assert "<html" not in told
    assert "<html" in desk.get("/decisions/chain").text


def test_what_is_gone_is_told_by_its_key(path):
    (ice, _), _ = keys(path)
    decided(path, ("accept", ice, {}, "Ana", "secret"))
    with Ledger(path) as ledger:
        ledger.forget("one", by="Ana", why="a court")
    html = desk_of(path).get("/decisions").text
    assert "no longer in the ledger" in html
    assert "What it held was forgotten." in html
    assert "froze over" not in html


def test_together_are_those_of_one_moment_and_person_that_still_stand(path):
    at = "2031-01-01T00:00:00.000+00:00"
    with Ledger(path) as ledger, ledger.writing() as connection:
        for kind, target, by, when in (
            ("accept", "a", "Ana", at),
            ("accept", "b", "Ana", at),
            ("accept", "c", "Ana", at),
            ("accept", "d", "Berta", at),
            ("undo", "2", "Ana", at),
            ("accept", "e", "Ana", at.replace("0.000", "0.001")),
        ):
            chain.append(connection, kind, target, {}, by=by, why="", at=when)
        assert chain.together(connection, 1) == [1, 3]
        assert chain.together(connection, 5) == [5]
        assert chain.together(connection, 9) == []
