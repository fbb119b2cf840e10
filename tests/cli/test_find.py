from __future__ import annotations

import csv
import io
import json

import pyarrow.parquet
import pytest
from rich.console import Console
from tests.cli.collection import add_evil, fill, key_of

from segun.cli.claims import print_claim
from segun.ledger.ledger import Ledger


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def rows(out):
    return [json.loads(line) for line in out.splitlines()]


def found(segun, *arguments):
    code, out, err = segun("find", "news.segun", "--json", *arguments)
    assert code == 0
    return [row["content"] for row in rows(out)], err


def test_a_row_reads_like_a_sentence_behind_its_key(segun, news):
    code, out, err = segun("find", "news.segun", "radar", "failed", "--via", "Harbour Post", "--source", "two officers")
    key = key_of(news, "the radar had")
    assert code == 0
    assert err.startswith("segun: --via 'Harbour Post' means the Harbour Post (")
    assert out == (
        f"{key}  two officers ← the Harbour Post says, certain (CT+): the radar had failed twice before"
        " · outlet unknown, 20 May 2031 (ferry)\n"
    )


def test_what_is_no_plain_assertion_is_said(segun, news):
    out = segun("find", "news.segun", "--report", "port")[1]
    assert "La autoridad portuaria promises, probable (PR+): el puerto reabrirá" in out
    assert "El sindicato de estibadores denies (CT-): hubiera heridos" in out
    assert "the report itself predicts, probable (PR+): El puerto de Salinares" in out
    assert "nobody named says, possible (PS+): el canal siga cerrado en abril · April 2031 · La Voz de Brea" in out
    assert " · on condition: si el temporal amaina\n" in out


@pytest.mark.parametrize(
    ("options", "count"),
    [
        ((), 48),
        (("puerto",), 2),
        (("reabrira", "puerto"), 2),
        (('"night ferry"',), 1),
        (("ferr*",), 3),
        (("--from", "2031-05"), 7),
        (("--to", "2031-04"), 15),
        (("--from", "2031-04-02", "--to", "2031-04-02"), 15),
        (("--event-from", "2031-03", "--event-to", "2031-03-05"), 2),
        (("--factuality", "PS+,pr+"), 4),
        (("--factuality", "PS+", "--factuality", "PR+"), 4),
        (("--speech-act", "deny"), 4),
        (("--language", "es"), 15),
        (("--outlet", "northern wire"), 13),
        (("--place", "tarn bay"), 6),
        (("--near", "57.1,11.9,20"), 6),
        (("--near", "-57.1,-11.9,20"), 0),
        (("--min-confidence", "0.8"), 43),
        (("--review", "accepted"), 0),
        (("--added-since", "2100-01-01T00:00:00+02:00"), 0),
        (("--source", "Norrel", "--source", "Northline"), 9),
    ],
)
def test_options_select(segun, news, options, count):
    assert len(found(segun, *options)[0]) == count


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "yesterday"), "2024-05-31"),
        (("--from", "2024-13"), "2024-05-31"),
        (("--from", "2024-05", "--to", "2023"), "later"),
        (("--added-since", "2024-05-31T10:00"), "+02:00"),
        (("--near", "51.3,35.2"), "51.3,35.2,50"),
        (("--near", "91,0,5"), "51.3,35.2,50"),
        (("--near", "1,1,nan"), "51.3,35.2,50"),
        (("--factuality", "CT"), "CT+, CT-"),
        (("--speech-act", "shout"), "assert, deny"),
        (("--source", "Norel"), "Did you mean Norrel?"),
        (("--report", "nothing"), "lists them"),
        (("--json", "--csv"), "exclude"),
        (("--skip", "1", "--page", "2"), "exclude"),
        (("--json", "-o", "nowhere/x"), "no folder"),
        (("--", "-ferry"), "at least one word"),
    ],
)
def test_what_cannot_be_asked_is_told_with_the_remedy(segun, news, options, told):
    code, out, err = segun("find", "news.segun", *options)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())


def test_a_ledger_that_is_not_there_is_told_and_not_made(segun, tmp_path):
    code, _, err = segun("find", "nothing.segun", "x")
    assert code == 2
    assert "There is no ledger nothing.segun. Make one: segun add" in err
    assert not (tmp_path / "nothing.segun").exists()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--from", "2031"), "2 reports whose date of publication is not known"),
        (("--outlet", "The Copier"), "1 report whose outlet is not known"),
        (("--event-from", "2031"), "2 claims whose dates are open"),
        (("--event-from", "2031"), "claims that date nothing"),
        (("--near", "57.1,11.9,20"), "claims whose places have no known point"),
        (("--place", "Tarn Baye"), "Did you mean Tarn Bay?"),
        (("--outlet", "Norther Wire"), "Did you mean Northern Wire?"),
        (("--sort", "relevance"), "no relevance"),
        (("--source", "the"), ", the Harbour Post ("),
    ],
)
def test_what_a_filter_leaves_out_or_takes_a_name_for_is_said(segun, news, options, told):
    assert told in found(segun, *options)[1]


def test_rejected_claims_are_left_out_and_counted(segun, news):
    key = key_of(news, "hubiera")
    with Ledger(news) as ledger:
        ledger.decide("reject", key, {}, by="Irune")
    assert found(segun, "heridos")[1] == (
        "segun: Left out: 1 claim that somebody rejected (--review rejected shows them).\nsegun: No claim fits.\n"
    )
    assert found(segun, "--review", "rejected") == (["hubiera heridos"], "")


def test_nothing_is_said_where_nothing_is_left_out(segun, news):
    assert found(segun)[1] == ""


def test_pages(segun, news):
    every = found(segun)[0]
    first, told = found(segun, "--limit", "20")
    assert told == "segun: 20 of 48 claims; next page: --page 2.\n"
    second, told = found(segun, "--limit", "20", "--page", "2")
    assert told == "segun: 20 of 48 claims; next page: --page 3.\n"
    third, told = found(segun, "--limit", "20", "--skip", "40")
    assert told == ""
    assert first + second + third == every
    assert found(segun, "--skip", "41")[0] == every[41:]
    assert found(segun, "--limit", "4", "--skip", "1")[1] == "segun: 4 of 48 claims; next page: --skip 5.\n"
    assert "There are only 48 claims" in found(segun, "--page", "9")[1]


def test_json_holds_all_of_a_claim(segun, news):
    (row,) = rows(segun("find", "news.segun", "radar", "--json", "--source", "two officers", "failed")[1])
    assert row["claim"] == key_of(news, "the radar had")
    assert [(link["name"], link["cue"], link["how"]) for link in row["relays"]] == [
        ("the Harbour Post", "According to", "adjunct"),
        ("two officers", "told", "said"),
    ]
    assert "row" not in row


def test_csv(segun, news):
    out = segun("find", "news.segun", "--csv", "--report", "ferry")[1]
    table = list(csv.DictReader(io.StringIO(out)))
    assert len(table) == 7
    assert table[4]["sources"] == "the Harbour Post > two officers"
    assert (table[0]["source"], table[4]["source"]) == ("", "two officers")
    assert {row["factuality"] for row in table} == {"CT+", "CT-", "Uu"}


def test_parquet_has_lists_and_appears_whole(segun, news, tmp_path):
    assert segun("find", "news.segun", "--parquet", "out.parquet") == (0, "", "")
    table = pyarrow.parquet.read_table(tmp_path / "out.parquet").to_pylist()
    assert len(table) == 48
    (row,) = [row for row in table if row["claim"] == key_of(news, "the radar had")]
    assert row["sources"] == ["the Harbour Post", "two officers"]
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_output_goes_to_a_file(segun, news, tmp_path):
    assert segun("find", "news.segun", "radar", "-o", "out.txt") == (0, "", "")
    assert (tmp_path / "out.txt").read_text().count("\n") == 2


def test_asking_writes_nothing(segun, news):
    before = news.read_bytes()
    segun("find", "news.segun", "radar")
    assert news.read_bytes() == before


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_gets_wrapped_lines(news, width):
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=True, color_system=None, markup=False)
    with Ledger(news, readonly=True) as ledger:
        for each in ledger.find():
            print_claim(each, console)
    lines = out.getvalue().splitlines()
    assert max(map(len, lines)) <= width
    assert lines == [line.rstrip() for line in lines]
    assert all(line.startswith(" " * 14) or line[12:14] == "  " for line in lines)


@pytest.mark.parametrize("options", [(), ("--source", "lord"), ("--outlet", "\x1b[2J")])
def test_nothing_of_a_report_steers_the_terminal(segun, news, options):
    add_evil(news)
    _, out, err = segun("find", "news.segun", *options)
    assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
    assert "Lord [U+001B][2J[U+202E][bold]x[/bold][U+0007] says" in out or "--outlet" in options
