from __future__ import annotations

import pytest
from tests.cli.collection import add_evil, fill, key_of

from segun.ledger.ledger import Ledger


@pytest.fixture
def news(tmp_path, monkeypatch):
    monkeypatch.setattr("segun.cli.atlas.Atlas.gazetteer", None)
    return fill(tmp_path / "news.segun")


def test_dated_claims_of_all_reports_stand_in_the_order_of_the_calendar(segun, news):
    code, out, err = segun("timeline", "news.segun")
    assert (code, err) == (0, "")
    assert (
        out
        == """\
199         Residents: the channel had frozen in the 1990s and again in 2018 · The Copier, copy and 1 more
2018        Residents: the channel had frozen in the 1990s and again in 2018 · The Copier, copy and 1 more
2031-02     The Osk Courier: two barges had sunk near Little Vey in February · The Copier, copy and 1 more
2031-03-03  Norrel: On 3 March 2031 the icebreaker left Port Osk · The Copier, copy and 1 more
2031-03-09  The Osk Courier: (said then) two barges had sunk near Little Vey in February · The Copier, copy \
and 1 more
2031-04     nobody named: el canal siga cerrado en abril · La Voz de Brea, port
2032-SP     The ministry: a survey for the spring of 2032 · The Copier, copy and 1 more

Date open
XXXX-04-28  a pilot: On 28 April the strait was closed · The Copier, copy and 1 more
            perhaps 28 April 2030: the last before it was published
"""
    )


def test_a_selection(segun, news):
    out = segun("timeline", "news.segun", "barges", "--report", "copy", "--event-from", "2031")[1]
    assert out.splitlines() == [
        "2031-02     The Osk Courier: two barges had sunk near Little Vey in February · The Copier, copy",
        "2031-03-09  The Osk Courier: (said then) two barges had sunk near Little Vey in February · The Copier, copy",
    ]


def test_corrections_count(segun, news):
    with Ledger(news) as ledger:
        ledger.decide("correct", key_of(news, "On 3 March"), {"source": {"name": "Kallin Radio"}}, by="Irune")
        ledger.decide("reject", key_of(news, "a survey"), {}, by="Irune")
    _, out, err = segun("timeline", "news.segun")
    assert "2031-03-03  Kallin Radio: " in out
    assert "a survey" not in out
    assert "2 claims that somebody rejected" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("radar",), "None of the selected claims is dated."),
        (("nothing-of-the-kind",), "No claim fits."),
        (("--limit", "3"), "3 of 48 claims are taken."),
        (("--event-from", "2031"), "2 claims whose dates are open"),
    ],
)
def test_what_is_not_shown_is_said(segun, news, arguments, told):
    code, _, err = segun("timeline", "news.segun", *arguments)
    assert code == 0
    assert told in err


def test_the_page_holds_the_selected_claims_only(segun, news, tmp_path):
    assert segun("timeline", "news.segun", "barges", "--html", "out.html") == (0, "", "")
    page = (tmp_path / "out.html").read_text()
    assert "2 reports" in page
    assert "spring 2032" not in page
    assert "February 2031" in page


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--html", "nowhere/x.html"), "no folder"),
        (("zzz", "--html", "x.html"), "Widen the selection"),
        (("--review", "rejected"), "segun find"),
    ],
)
def test_what_cannot_be_drawn_is_told(segun, news, arguments, told, tmp_path):
    code, out, err = segun("timeline", "news.segun", *arguments)
    assert (code, out) == (2, "")
    assert told in " ".join(err.split())
    assert not (tmp_path / "x.html").exists()


def test_a_page_of_too_many_reports_is_refused(segun, news, monkeypatch):
    monkeypatch.setattr("segun.cli.selection_pages.ON_A_PAGE", 2)
    code, _, err = segun("timeline", "news.segun", "--html", "x.html")
    assert code == 2
    assert "The page would hold 4 reports" in err
    assert "--limit" in err


def test_nothing_of_a_report_steers_the_terminal(segun, news):
    add_evil(news)
    _, out, err = segun("timeline", "news.segun")
    assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
    assert "[U+001B]" in out
