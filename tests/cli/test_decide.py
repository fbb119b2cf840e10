from __future__ import annotations

import json

import pytest
from tests.cli.collection import add_evil, fill, key_of

from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection

RADAR, PILOT = "two officers told", "the pilot had been asleep"


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


@pytest.fixture
def decide(segun, news, monkeypatch):
    monkeypatch.setenv("SEGUN_REVIEWER", "Irune")
    return lambda *arguments, **more: segun("decide", "news.segun", *arguments, **more)


def last(path):
    with Ledger(path) as ledger:
        return ledger.decisions()[-1]


def test_it_says_the_number_and_what_changed(decide, news):
    key = key_of(news, PILOT)
    code, out, err = decide("correct", key[:8], "--factuality", "PS-", "--why", "a conditional")
    assert (code, err) == (0, "")
    assert out == (
        f"decision 1: correct {key}\n"
        "  factuality\n    was  CT-\n    now  PS-\n"
        "  review\n    was  unreviewed\n    now  corrected\n"
    )
    assert (last(news).by, last(news).why) == ("Irune", "a conditional")


def test_a_dry_run_shows_it_and_writes_nothing(decide, news):
    before = news.read_bytes()
    code, out, err = decide("correct", key_of(news, PILOT), "--source", "Radio Norte", "--dry-run")
    assert code == 0
    assert out.startswith("would be decision 1: correct")
    assert "    was  Northline\n    now  Radio Norte\n" in out
    assert "Nothing was written" in err
    with Ledger(news) as ledger:
        assert ledger.decisions() == []
        assert ledger.faults() == []
    assert news.read_bytes() == before


@pytest.mark.parametrize(
    ("options", "body"),
    [
        (["--source", "a passenger"], {"source": {"name": "a passenger", "spans": [[119, 130]]}}),
        (["--source", "Q", "--kind", "unnamed"], {"source": {"name": "Q", "kind": "unnamed"}}),
        (["--source", "Q", "--source-at", "1-4,6-9"], {"source": {"name": "Q", "spans": [[1, 4], [6, 9]]}}),
        (["--no-source"], {"source": None}),
        (["--speech-act", "deny", "--quotation", "mixed"], {"speech_act": "deny", "quotation": "mixed"}),
        (["--spans", "12-40,45-60"], {"spans": [[12, 40], [45, 60]]}),
        (["--time", "2031-04@0-4"], {"times": [{"span": [0, 4], "type": "DATE", "value": "2031-04"}]}),
        (["--time", "XXXX-04-28@0-4"], {"times": [{"span": [0, 4], "type": "DATE", "value": "XXXX-04-28"}]}),
        (
            ["--time", "2031-04-28T18:30@0-4"],
            {"times": [{"span": [0, 4], "type": "TIME", "value": "2031-04-28T18:30"}]},
        ),
        (["--time", "P3D@0-4"], {"times": [{"span": [0, 4], "type": "DURATION", "value": "P3D"}]}),
        (
            ["--place", "Brea, Norte,-12.5,8@0-4"],
            {"places": [{"span": [0, 4], "name": "Brea, Norte", "lat": -12.5, "lon": 8.0}]},
        ),
        (["--place", "Brea@0-4"], {"places": [{"span": [0, 4], "name": "Brea"}]}),
        (["--body", '{"times": []}'], {"times": []}),
    ],
)
def test_options_say_what_a_correction_sets(decide, news, options, body):
    code, _, err = decide("correct", key_of(news, PILOT), *options)
    assert (code, err) == (0, "")
    assert last(news).body == body


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["correct", "PILOT"], "sets nothing"),
        (["correct", "PILOT", "--names", "x"], "--names is for 'split'"),
        (["accept", "PILOT", "--factuality", "CT+"], "--factuality is for 'correct'"),
        (["correct", "PILOT", "--source", "A", "--no-source"], "cannot both hold"),
        (["correct", "PILOT", "--kind", "group"], "Give --source"),
        (["correct", "PILOT", "--spans", "12"], "no stretch"),
        (["correct", "PILOT", "--spans", "40-12"], "no stretch"),
        (["correct", "PILOT", "--spans", "0-999999"], "no stretch"),
        (["correct", "PILOT", "--time", "next week@0-4"], "no date"),
        (["correct", "PILOT", "--time", "2031"], "no stretch"),
        (["correct", "PILOT", "--place", "Brea,12@0-4"], "lacks a number"),
        (["correct", "PILOT", "--place", ",1,2@0-4"], "lacks a name"),
        (["correct", "PILOT", "--body", "{"], "no JSON"),
        (["correct", "PILOT", "--body", "[]"], "no JSON object"),
        (["correct", "PILOT", "--body", "{}", "--source", "A"], "Leave out the other"),
        (["grade", "B"], "lacks a target"),
        (["grade", "Northline", "9"], "no grade"),
        (["merge", "Northline"], "lacks a target"),
        (["rename", "Northline", "Ellery", "--name", "x"], "takes one source"),
        (["verdict", "PILOT", "--verdict", "x"], "Give --evidence"),
        (["note", "ferry"], "Give --note"),
        (["undo", "7"], "no decision 7"),
        (["accept", "nothing"], "segun find"),
        (["praise", "ferry"], "praise"),
    ],
)
def test_what_does_not_fit_is_told_with_the_remedy(decide, news, arguments, told):
    code, out, err = decide(*(key_of(news, PILOT) if each == "PILOT" else each for each in arguments))
    assert (code, out) == (2, "")
    assert told in err
    with Ledger(news) as ledger:
        assert ledger.decisions() == []


def test_nobody_is_guessed(segun, news, monkeypatch):
    monkeypatch.setenv("USER", "root")
    code, _, err = segun("decide", "news.segun", "accept", key_of(news, PILOT))
    assert code == 2
    assert "--by NAME" in err
    (news.parent / "segun.toml").write_text('reviewer = "Odei"\n')
    assert segun("decide", "news.segun", "accept", key_of(news, PILOT))[0] == 0
    assert last(news).by == "Odei"
    assert segun("decide", "news.segun", "accept", key_of(news, PILOT), "--by", "Irune")[0] == 0
    assert last(news).by == "Irune"


def test_several_targets_are_several_decisions_and_one_that_fails_leaves_the_others(decide, news):
    code, out, err = decide("accept", key_of(news, PILOT), "ffffffffffff", key_of(news, RADAR))
    assert code == 2
    assert out.count("decision ") == 2
    assert "ffffffffffff: No claim has the key" in err
    with Ledger(news) as ledger:
        assert len(list(ledger.find(Selection(review=("accepted",))))) == 2


def test_sources_are_merged_split_renamed_and_graded(decide, news):
    code, _, err = decide("merge", "Northline", "Maud Ellery", "two officers")
    assert (code, err) == (0, "")
    code, out, _ = decide("split", "Northline", "--names", "two officers")
    assert code == 0
    assert "two officers" in out
    assert decide("rename", "Northline", "--name", "Northline Ferries")[0] == 0
    assert decide("grade", "Northline", "b")[0] == 0
    with Ledger(news) as ledger:
        (source,) = ledger.sources(ledger.named("Maud Ellery"))
        assert (source.name, source.grade) == ("Northline Ferries", "B")
        assert ledger.named("two officers") != ledger.named("Northline")


def test_an_undoing_shows_what_comes_back(decide, news):
    decide("reject", key_of(news, PILOT))
    code, out, _ = decide("undo", "1")
    assert code == 0
    assert "  review\n    was  rejected\n    now  unreviewed\n" in out


def test_json_is_one_line_a_decision(decide, news):
    key = key_of(news, PILOT)
    _, out, _ = decide("verdict", key, "--verdict", "wrong", "--evidence", "https://x.example/a", "--json")
    (found,) = map(json.loads, out.splitlines())
    assert found["body"] == {"verdict": "wrong", "evidence": "https://x.example/a"}
    assert found["changes"] == [
        {"target": key, "field": "verdict", "was": None, "now": "wrong (https://x.example/a)"},
    ]


def test_a_body_comes_from_standard_input(decide, news):
    assert decide("correct", key_of(news, PILOT), "--body", "-", stdin='{"factuality": "Uu"}')[0] == 0
    assert last(news).body == {"factuality": "Uu"}


def test_nothing_of_a_report_steers_the_terminal(decide, segun, news):
    add_evil(news)
    with Ledger(news) as ledger:
        key = next(each.key for each in ledger.find() if each.report.startswith("evil"))
        source = next(each.key for each in ledger.sources() if each.name.startswith("Lord"))
    shown = [
        decide("correct", key, "--no-source", "--why", "\x1b[2J")[1:],
        decide("rename", source, "--name", "x\x1b[2Jy")[1:],
        decide("accept", "a\x1b[2Jb")[1:],
        segun("decisions", "news.segun")[1:],
        segun("decisions", "news.segun", "--json")[1:],
        segun("outlets", "news.segun")[1:],
    ]
    for out, err in shown:
        assert not set(out + err) & {"\x1b", "\u202e", "\x07"}


# `segun decisions`


def test_decisions_are_listed_and_undone_ones_are_marked(decide, segun, news):
    decide("reject", key_of(news, PILOT), "--why", "misread")
    decide("undo", "1")
    decide("grade", "Northline", "C", "--by", "Odei")
    code, out, _ = segun("decisions", "news.segun")
    first, second, third = out.splitlines()
    assert code == 0
    assert "undone  “misread”" in first
    assert "undo      1" in second
    assert third.endswith("grade: C")
    assert "Odei " in third
    assert segun("decisions", "news.segun", "--by", "Odei")[1].split() == third.split()
    assert [json.loads(line)["undone"] for line in segun("decisions", "news.segun", "--json")[1].splitlines()] == [
        True,
        False,
        False,
    ]


def test_decisions_on_a_target_come_with_what_undid_them(decide, segun, news):
    decide("reject", key_of(news, PILOT))
    decide("grade", "Northline", "C")
    decide("undo", "1")
    decide("note", "port", "--note", "x")
    decide("merge", "Radio Marea", "Northline")

    def numbers(target):
        return [
            json.loads(line)["number"]
            for line in segun("decisions", "news.segun", "--json", "--on", target)[1].splitlines()
        ]

    assert numbers(key_of(news, PILOT)[:8]) == [1, 3]
    assert numbers("port") == [4]
    assert numbers("ferry") == [1, 3]
    assert numbers("Radio Marea") == [5]
    code, _, err = segun("decisions", "news.segun", "--on", "nobody at all")
    assert code == 2
    assert "nobody at all" in err


def test_a_chain_that_holds_gives_its_last_id_and_one_that_was_made_anew_is_told(decide, segun, news):
    decide("reject", key_of(news, PILOT))
    code, out, _ = segun("decisions", "news.segun", "--verify")
    assert (code, out) == (0, f"1 decision, the chain holds, the last one has the id {last(news).id}\n")
    assert segun("decisions", "news.segun", "--verify", "--expect", last(news).id[:8])[0] == 0
    code, out, err = segun("decisions", "news.segun", "--verify", "--expect", "0123")
    assert code == 2
    assert "no decision has the id 0123" in out
    assert "backup" in err
    assert segun("decisions", "news.segun", "--expect", "0123")[0] == 2
