"""A claim's source, corrected at the desk: where the text names it goes along, as at the command line."""

from __future__ import annotations

import json

import pytest
from tests.serve.desk_of import desk_of, filled, keys, saying, send

from segun.gold.reading import read
from segun.ledger.ledger import Ledger
from segun.model import Report

WHAT = "the mill of Orsay burned"
TEXT = f"A line of mill.\n\nAda Bell said that {WHAT}."


@pytest.fixture
def path(tmp_path):
    return filled(tmp_path / "news.segun", saying("mill", "Ada Bell", WHAT))


def corrected(path, **form):
    """Send the form that corrects the claim; returns the browser, its answer, and the body of the decision."""
    browser = desk_of(path)
    (claim, *_), _ = keys(path)
    told = {"report": "mill", "kind": "correct", "spans": dashed(WHAT), **form}
    answer = send(browser, f"/claims/{claim}/decide", seen="/reports/mill", **told)
    with Ledger(path) as ledger:
        made = ledger.decisions()
    return browser, answer, made[-1].body if made else None


def place(words):
    return [TEXT.index(words), TEXT.index(words) + len(words)]


def dashed(words):
    return "{}-{}".format(*place(words))


def test_the_form_says_where_the_source_is_named(path):
    (claim, *_), _ = keys(path)
    page = desk_of(path).get(f"/claims/{claim}/edit", params={"report": "mill"}).text
    assert f'name="source_at" value="{dashed("Ada Bell")}"' in page


@pytest.mark.parametrize(
    ("form", "words"),
    [
        (
            {"source": "A LINE of mill", "source_at": dashed("Ada Bell")},
            "A line of mill",
        ),  # looked for: it is as it was
        ({"source": "The miller", "source_at": dashed("mill of Orsay")}, "mill of Orsay"),
        ({"source": "Ada Bell", "source_at": dashed("Bell")}, "Bell"),
        ({"source": "Bell", "source_at": ""}, "Bell"),
    ],
)
def test_the_words_of_a_source_go_along(path, form, words):
    _, answer, body = corrected(path, source_kind="group", **form)
    assert answer.status_code == 303
    assert body["source"]["spans"] == [place(words)]


def test_what_is_left_as_it_was_is_no_correction(path):
    _, answer, body = corrected(path, source="Ada Bell", source_at=dashed("Ada Bell"))
    assert (answer.status_code, body) == (400, None)


def test_words_that_the_text_does_not_hold_are_told(path):
    browser = desk_of(path)
    (claim, *_), _ = keys(path)
    token = browser.get("/reports/mill").text.split('"X-CSRF-Token": "')[1].split('"')[0]
    form = {"kind": "correct", "report": "mill", "seen": "0", "spans": dashed(WHAT)}
    sent = {"X-CSRF-Token": token, "HX-Request": "true"}
    answer = browser.post(f"/claims/{claim}/decide", data={**form, "source": "Ivo Quist"}, headers=sent)
    assert answer.status_code == 200
    told = json.loads(answer.headers["HX-Trigger"])["segun:told"]
    assert told.startswith("Corrected. The text does not hold the words “Ivo Quist”")


@pytest.mark.parametrize(("source", "score"), [("Bell", 1.0), ("A line of mill", 0.0)])
def test_what_the_desk_corrects_is_gold(path, tmp_path, source, score):
    from segun.gold.comparing import compare
    from segun.pipeline import analyze

    browser, _, _ = corrected(path, source=source)
    (tmp_path / "gold.jsonl").write_bytes(browser.get("/export/gold").content)
    (text,) = read(tmp_path / "gold.jsonl")
    found = compare(text, analyze(Report("mill", text.text, "en")))
    assert [found.innermost(*pair) for pair in found.matched.items()] == [bool(score)]


def test_a_rejected_attribution_is_the_reports_own(path, tmp_path):
    browser = desk_of(path)
    (claim, *_), _ = keys(path)
    send(browser, f"/claims/{claim}/decide", seen="/reports/mill", report="mill", kind="reject")
    (tmp_path / "gold.jsonl").write_bytes(browser.get("/export/gold").content)
    (text,) = read(tmp_path / "gold.jsonl")
    assert [(each.relays, each.spans[0].of(text.text)) for each in text.claims] == [((), WHAT)]
