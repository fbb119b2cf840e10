from __future__ import annotations

import json

import pytest
from tests.cli.collection import FERRY, add_evil, fill, key_of, moved
from tests.samples import ferry

from segun.ledger.ledger import Ledger


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def shown(segun, *arguments):
    code, out, _ = segun("show", "news.segun", *arguments)
    assert code == 0
    return out


def decide(path, *decision, **body):
    with Ledger(path) as ledger:
        return ledger.decide(*decision, body, by="Irune", why="seen it")


def test_the_ledger(segun, news):
    code, out, err = segun("show", "news.segun")
    assert code == 0
    assert "reports     5 reports, 4 texts, of 3 outlets, 1 place with changed words or" in out
    assert "claims      35 claims, 30 attributed; 48 with each report that carries them" in out
    assert "languages   English 4, Spanish 1" in out
    assert "published   2 April 2031 to 20 May 2031; 2 without a date" in out
    assert "Last run: add corpus/\n" in out
    assert "cut off" in out
    assert "corpus/locked.pdf: It is encrypted. Give it without its password." in out
    assert "--check" in err


def test_the_ledger_as_json(segun, news):
    told = json.loads(shown(segun, "--json"))
    assert (told["reports"], told["undated"], told["languages"]) == (5, 2, [["en", 4], ["es", 1]])
    assert told["last_run"]["ended"] is None
    assert told["last_run"]["failures"][0]["place"] == "corpus/locked.pdf"


def test_an_empty_ledger(segun, tmp_path):
    Ledger(tmp_path / "news.segun", create=True).close()
    assert "0 reports, 0 texts" in shown(segun)


def test_the_reports(segun, news):
    lines = shown(segun, "--reports").splitlines()
    assert lines[0] == "port  La Voz de Brea · 2 April 2031 · 15 claims · https://marea.example/puerto"
    assert lines[4] == f"ferry-2  outlet unknown · 20 May 2031 · 0 claims · version 2 · {FERRY}"
    assert shown(segun, "--reports", "--limit", "1").splitlines() == lines[:1]
    assert json.loads(shown(segun, "--reports", "--json").splitlines()[4])["version"] == 2


def test_a_sound_ledger_is_sound(segun, news):
    assert shown(segun, "--check").startswith("The file, its tables and its chain")


def test_a_ledger_that_is_not_sound_exits_with_2(segun, news):
    decide(news, "accept", key_of(news, "hubiera"))
    with Ledger(news) as ledger:
        ledger._connection.execute("UPDATE decisions SET \"by\" = 'somebody else'")
    code, out, err = segun("show", "news.segun", "--check")
    assert code == 2
    assert "decision 1 was changed" in out
    assert "backup" in err


def test_a_claim_by_its_first_digits(segun, news):
    key = key_of(news, "the radar had")
    out = shown(segun, key[:6])
    assert out.startswith(f"{key}\ntwo officers ← the Harbour Post says, certain (CT+): the radar had failed twice")
    assert "  relays      1. the Harbour Post, by “According to” (adjunct)\n" in out
    assert "              2. two officers, by “told” (said)\n" in out
    assert f"  within      {key_of(news, 'two officers told')}\n" in out
    assert "»the radar had failed twice before«" in " ".join(out.split())
    assert "According to the Harbour Post, two officers told investigators that »" in " ".join(out.split())
    assert "In 1 report\nferry  outlet unknown" in out


def test_a_claim_names_what_ties_it_and_every_report_that_carries_it(segun, news):
    out = shown(segun, key_of(news, "On 3 March 2031"))
    assert "  when        On 3 March 2031 (2031-03-03)\n" in out
    assert "  where       Port Osk\n" in out
    assert "In 2 reports\nstrait  Northern Wire" in out
    assert "\ncopy  The Copier" in out


def test_a_claim_with_its_decisions(segun, news):
    key = key_of(news, "hubiera")
    decide(news, "accept", key)
    decide(news, "note", key, note="ask the union")
    out = shown(segun, key)
    assert "  review      accepted\n" in out
    assert "Irune  accept" in out
    assert "ask the union" in out


def test_a_rejected_claim_is_still_shown_with_the_text_around_it(segun, news):
    key = key_of(news, "hubiera")
    decide(news, "reject", key)
    out = shown(segun, key)
    assert "  review      rejected\n" in out
    assert "»hubiera heridos«" in out


def test_a_claim_whose_words_were_corrected_keeps_its_key(segun, news):
    key = key_of(news, "the radar had")
    at = ferry().report.text.index("failed twice")
    decide(news, "correct", key, spans=[[at, at + 12]])
    out = shown(segun, key)
    assert "certain (CT+): failed twice\n" in out
    assert "»failed twice«" in out


def test_a_claim_as_json_is_a_line_for_each_report(segun, news):
    key = key_of(news, "On 3 March 2031")
    decide(news, "accept", key)
    told = [json.loads(line) for line in shown(segun, key, "--json").splitlines()]
    assert [(each["claim"], each["report"]) for each in told] == [(key, "strait"), (key, "copy")]
    assert told[0]["decisions"][0]["kind"] == "accept"


def test_a_report_is_its_ledger_with_versions_and_sightings(segun, news):
    code, out, err = segun("show", "news.segun", "ferry")
    assert code == 0
    assert "\n\nthe Harbour Post → two officers\n    the radar had failed twice before\n" in out
    assert "Seen 1 time: " in out
    assert f"▸ ferry  outlet unknown · 20 May 2031 · 7 claims · {FERRY}\n" in out
    assert "  ferry-2  outlet unknown" in out
    assert "--diff" in err


def test_a_report_by_its_address_is_its_newest_version(segun, news):
    assert "▸ ferry-2" in shown(segun, FERRY)


def test_what_changed(segun, news):
    for name in ("ferry", "ferry-2", FERRY):
        out = shown(segun, name, "--diff")
        assert "aground on [-Tuesday-]{+Wednesday+}." in out
        assert "one{+ very+} long scrape" in out
        assert "bridge had noticed" in out
        assert "[…]" in out


def test_what_changed_beside_the_words(segun, news):
    with Ledger(news) as ledger:
        ledger.add(moved(ferry(), key="ferry", published="2031-06-01", location=FERRY, outlet="The Post"))
    out = shown(segun, "ferry-3", "--diff")
    assert "outlet: none → The Post\npublished: 2031-05-20 → 2031-06-01\n" in out


def test_one_version_has_no_difference(segun, news):
    code, _, err = segun("show", "news.segun", "port", "--diff")
    assert code == 2
    assert "one version only" in err


def test_an_earlier_state(segun, news):
    key = key_of(news, "hubiera")
    decide(news, "reject", key)
    number = decide(news, "accept", key_of(news, "the radar had")).number
    assert "hubiera heridos" not in shown(segun, "port")
    assert "hubiera heridos" not in shown(segun, "port", "--at", str(number))
    assert "hubiera heridos" in shown(segun, "port", "--at", "0")
    assert "hubiera heridos" in shown(segun, "port", "--at", "2001-01-01")
    assert "hubiera heridos" not in shown(segun, "port", "--at", "2999-01-01T00:00:00Z")


def test_the_contracts_json_and_the_page(segun, news, tmp_path):
    told = json.loads(shown(segun, "strait", "--json"))
    assert told["report"]["key"] == "strait"
    assert len(told["claims"]) == 13
    shown(segun, "strait", "--html", "strait.html")
    assert "Convoy reaches Tarn Bay" in (tmp_path / "strait.html").read_text()
    assert shown(segun, "strait", "--html", "-").startswith("<!doctype html>")


def test_a_source(segun, news):
    decide(news, "grade", "Norrel", grade="B")
    out = shown(segun, "norrel")
    assert "Norrel: organisation, graded B\n" in out
    assert "  asserts     4 claims, in 1 text\n" in out
    assert "  relays      Captain Ada Finch 2\n" in out
    assert "The latest that it asserts\n" in out
    assert "grade: B" in out
    assert "  relayed by  the Harbour Post 2\n" in shown(segun, "two officers")


def test_a_source_as_json(segun, news):
    told = json.loads(shown(segun, "Norrel", "--json"))
    assert (told["name"], told["claims"], told["relays"]) == ("Norrel", 4, {"Captain Ada Finch": 2})


def test_what_may_mean_several_things_is_listed(segun, news):
    with Ledger(news) as ledger:
        ledger.add(moved(ferry(), key="Norrel", location="x"))
    code, out, err = segun("show", "news.segun", "Norrel")
    assert (code, out) == (2, "")
    assert "'Norrel' may mean several things:\n" in err
    assert "  report Norrel\n" in err
    (source,) = [line.split()[0] for line in err.splitlines() if line.endswith("source Norrel")]
    assert "organisation" in shown(segun, source)


def test_words_of_several_names_are_listed(segun, news):
    code, _, err = segun("show", "news.segun", "the")
    assert code == 2
    assert "source the Harbour Post\n" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("nothing",), "Nothing in the ledger is called 'nothing'"),
        (("--diff",), "Name one"),
        (("port", "--reports"), "whole ledger"),
        (("Norrel", "--diff"), "is a source"),
        (("port", "--at", "99"), "There is no decision 99"),
        (("port", "--at", "soon"), "2024-05-31"),
        (("port", "--at", "2024-05"), "2024-05-31"),
        (("port", "--diff", "--json"), "stands alone"),
        (("port", "--html", "-", "--json"), "stdout"),
        (("port", "--html", "nowhere/x.html"), "no folder"),
        (("--limit", "3"), "--reports"),
    ],
)
def test_what_cannot_be_shown_is_told(segun, news, arguments, told):
    code, out, err = segun("show", "news.segun", *arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


def test_nothing_of_a_report_steers_the_terminal(segun, news):
    add_evil(news)
    with Ledger(news, readonly=True) as ledger:
        report = next(each for each in ledger.reports() if each.key.startswith("evil"))
        key = next(found.key for found in ledger.find() if found.report == report.key)
    decide(news, "note", key, note="\x1b[2J")
    for arguments in ((), ("--reports",), (report.report_id,), (key,), ("lord",)):
        _, out, err = segun("show", "news.segun", *arguments)
        assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
        assert "[U+001B]" in out
