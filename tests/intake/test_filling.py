"""Filling a ledger from files, with the real models; texts are invented."""

from __future__ import annotations

import json

import pytest

from segun.intake import filling
from segun.intake.analyst import Method
from segun.intake.filling import add, reanalyze
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection
from segun.read import Overrides

METHOD = Method(places=False)
TEXTS = {
    "a.txt": "Según Radio Marea, el puerto reabrirá el lunes.\n\nLa autoridad portuaria negó que hubiera heridos.",
    "b.txt": "The operator said that the ferry had run aground. “It was dark,” a passenger recalled.",
    "c.txt": "El ministro Tomás Olmedo anunció que el dique será reparado en mayo.",
}


def fill(ledger, *inputs, **options):
    options = {"method": METHOD, "overrides": Overrides(), "processes": 1, **options}
    return add(ledger, [str(each) for each in inputs], **options)


class AtOnce:
    """A crew of this process alone, whose models are loaded once for all tests; ``test_many`` has processes."""

    def __init__(self, size, begin, argument, seconds):
        self._do = begin(argument)

    def results(self, tasks):
        return ((task, self._do(task)) for task in tasks)

    def close(self):
        """Nobody is to be sent home."""


@pytest.fixture(autouse=True)
def _in_this_process(monkeypatch):
    monkeypatch.setattr(filling, "Crew", AtOnce)


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "in"
    (inside / "deep").mkdir(parents=True)
    for name, text in TEXTS.items():
        (inside / ("deep" if name == "c.txt" else ".") / name).write_text(text, encoding="utf-8")
    return inside


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "news.segun", create=True) as opened:
        yield opened


def test_a_folder_goes_in_and_is_found(ledger, folder):
    told = []
    summary = fill(ledger, folder, told=lambda now: told.append(now.done))
    assert (summary.added, summary.known, summary.failures) == (3, 0, [])
    assert told[-1] == 3
    assert [f.said_by for f in ledger.find(Selection(words="puerto reabrir"))] == [("Radio Marea",)]
    assert {f.report for f in ledger.find(Selection(words="dique"))} == {"c"}
    assert ledger.faults() == []


def test_adding_twice_and_from_another_folder_changes_nothing_else(ledger, folder, monkeypatch):
    fill(ledger, folder)
    claims = [(f.key, f.report) for f in ledger.find()]
    monkeypatch.chdir(folder.parent)
    summary = fill(ledger, "in", "in/a.txt")
    assert (summary.added, summary.known) == (0, 4)
    assert [(f.key, f.report) for f in ledger.find()] == claims
    assert ledger.report("a").sightings == 3


def test_the_ledger_itself_is_no_input(folder):
    with Ledger(folder / "news.segun", create=True) as inside:
        assert fill(inside, folder).failures == []
        assert inside.count() > 0


def test_what_is_broken_is_named_and_kept_and_the_others_come_in(ledger, folder):
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (folder / "german.txt").write_text("Der Minister sagte am Montag, dass die Brücke gesperrt bleibt. " * 3)
    summary = fill(ledger, folder, folder / "nowhere.txt")
    assert summary.added == 3
    places = sorted(failure.place.rpartition("/")[2] for failure in summary.failures)
    assert places == ["empty.txt", "german.txt", "nowhere.txt", "picture.txt"]
    assert all(failure.problem and failure.remedy for failure in summary.failures)
    assert ledger._connection.execute("SELECT count(*) FROM failures").fetchone()[0] == 4


def test_lines_with_the_same_words_share_an_analysis(ledger, tmp_path):
    lines = tmp_path / "posts.jsonl"
    records = [
        {"id": "one", "text": TEXTS["a.txt"], "outlet": "Uno", "published": "2031-04-02"},
        {"id": "two", "text": TEXTS["a.txt"], "outlet": "Dos", "published": "2031-04-02"},
        {"id": "three", "text": TEXTS["b.txt"], "url": "https://post.example/b"},
    ]
    lines.write_text("\n".join(map(json.dumps, records)) + "\nnot json\n", encoding="utf-8")
    summary = fill(ledger, lines)
    assert (summary.added, summary.shared, len(summary.failures)) == (3, 1, 1)
    assert ledger._connection.execute("SELECT count(*) FROM analyses").fetchone()[0] == 2
    assert ledger.report("https://post.example/b").key == "three"


def test_a_line_that_moved_in_its_file_is_the_same_report(ledger, tmp_path):
    lines = tmp_path / "posts.jsonl"
    one, two = json.dumps({"id": "one", "text": TEXTS["a.txt"]}), json.dumps({"id": "two", "text": TEXTS["b.txt"]})
    lines.write_text(f"{one}\n", encoding="utf-8")
    fill(ledger, lines)
    lines.write_text(f"{two}\n{one}\n", encoding="utf-8")
    summary = fill(ledger, lines)
    assert (summary.added, summary.known, summary.changed) == (1, 1, 0)
    lines.write_text(f"{two}\n{one.replace('lunes', 'martes')}\n", encoding="utf-8")
    assert fill(ledger, lines).changes == [("one-2", 2)]


def test_changed_words_at_the_same_path_are_a_new_version(ledger, folder):
    fill(ledger, folder / "a.txt")
    (folder / "a.txt").write_text(TEXTS["a.txt"].replace("lunes", "martes"), encoding="utf-8")
    summary = fill(ledger, folder / "a.txt")
    assert summary.changes == [("a-2", 2)]


def test_reanalyzing_brings_a_ledger_up_to_date_and_stops_there(ledger, folder):
    fill(ledger, folder)
    newer = Method(carry_on="none", places=False)
    assert len(list(ledger.outdated(newer.program))) == 3
    assert reanalyze(ledger, method=newer, processes=1).added == 3
    assert list(ledger.outdated(newer.program)) == []
    assert reanalyze(ledger, method=newer, processes=1).added == 0
    assert len(ledger.earlier(ledger.report("a"))) == 2
    assert ledger.faults() == []


def test_what_was_forgotten_does_not_come_in_again(ledger, folder):
    fill(ledger, folder)
    ledger.forget("a", by="ana", why="asked for")
    summary = fill(ledger, folder)
    assert (summary.added, summary.known, summary.forgotten) == (0, 2, 1)
