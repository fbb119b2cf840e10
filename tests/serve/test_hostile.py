"""Reports that mean harm are shown as text, on every page."""

import re

import pytest

from segun.ledger.ledger import Ledger
from segun.ledger.packing import keys

from .desks import analysis, client, filled

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
STYLE = '"} * { display: none } /* </style><style>*{color:red}'
BIDI = "\u202eevil\u2066\u0007"
NAME = f"Ana {SCRIPT} {BIDI}"
TEXT = f"{NAME} said the bridge {STYLE} {SCRIPT} {BIDI} was closed.\nA line more.\n"
SAID = f"the bridge {STYLE} {SCRIPT} {BIDI} was closed"


@pytest.fixture
def hostile(tmp_path):
    made = analysis(
        "evil'\"><b>",
        TEXT,
        SAID,
        NAME,
        title=f"{SCRIPT}{STYLE}{BIDI}",
        outlet=f"Post {SCRIPT}{BIDI}",
        byline=SCRIPT,
        location='javascript:alert(1)//https://x.example/"onload=alert(1)',
        published="2031-04-28",
    )
    path = filled(tmp_path / "evil.segun", made)
    with Ledger(path) as ledger:
        stored = next(iter(ledger.reports()))
        source = next(ledger.sources())
        key = next(keys(made))[0]
        ledger.decide("note", key, {"note": SCRIPT + BIDI}, by=f"Bea {SCRIPT}", why=SCRIPT)
    with client(path) as visitor:
        yield visitor, stored.key, key, source.key


@pytest.mark.parametrize("partly", [False, True])
def test_every_page_shows_it_as_text(hostile, partly):
    from urllib.parse import quote

    visitor, report, claim, source = hostile
    at = quote(report, safe="")
    headers = {"HX-Request": "true"} if partly else {}
    pages = [
        "/",
        "/rows",
        "/facets",
        f"/?q={quote(SCRIPT)}&outlet={quote(SCRIPT)}&place={quote(STYLE)}",
        "/reports",
        f"/reports/{at}",
        f"/reports/{at}?view=restored",
        f"/reports/{at}/since?seen=0",
        f"/reports/{at}/add?spans={quote(SCRIPT)}",
        "/sources",
        f"/sources/{source}",
        f"/claims/{claim}",
        f"/claims/{claim}/card",
        f"/claims/{claim}/card.svg",
        f"/claims/{claim}/edit?report={at}",
        f"/claims/{claim}/edit?report={at}&kind=divide&at={quote(SCRIPT)}",
        "/explore?whole=1",
        "/explore/graph",
        "/explore/places.json",
        "/echo",
        "/decisions",
        f"/compare?a={at}&b={at}",
        f"/searches?q={quote(SCRIPT)}",
        f"/export?outlet={quote(SCRIPT)}",
        "/about",
        f"/nowhere/{quote(SCRIPT)}",
    ]
    for path in pages:
        answer = visitor.get(path, headers=headers)
        assert answer.status_code < 500, path
        if answer.headers.get("content-type", "").startswith("application/json"):
            continue
        assert not re.search(r"<script>|<img src=x|<style|onerror=alert\(2\)>|<b>'", answer.text), path
        assert "\u202e" not in answer.text, path
        assert "\u0007" not in answer.text, path
        assert 'href="javascript' not in answer.text, path
        assert " style=" not in answer.text.replace("style=\u201d", ""), path
        policy = answer.headers["content-security-policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy


def test_a_word_of_a_megabyte_is_no_trouble(tmp_path):
    word = "x" * 1_000_000
    made = analysis("long", f"Ana said {word} was closed.", f"{word} was closed", "Ana", title=word[:5000])
    path = filled(tmp_path / "long.segun", made)
    with client(path) as visitor:
        listed = visitor.get("/")
        assert listed.status_code == 200
        assert len(listed.text) < 60_000
        assert visitor.get("/reports/long").status_code == 200


def test_words_that_mean_something_to_the_search_do_no_harm(tmp_path):
    path = filled(tmp_path / "a.segun", analysis("a", "Ana said it was closed.", "it was closed", "Ana"))
    with client(path) as visitor:
        for words in ('"', "*", "NEAR(", "a AND", "-", "^", "col:x", "'", "\\", "(" * 500, "\x00", "%00"):
            answer = visitor.get("/", params={"q": words})
            assert answer.status_code == 200, words
        for name, value in (
            ("near", "x"),
            ("box", "1,2"),
            ("from", "now"),
            ("sure", "7"),
            ("source", "nobody"),
            ("sort", "?"),
        ):
            answer = visitor.get("/", params={name: value})
            assert answer.status_code == 200, name
            assert 'role="alert"' in answer.text, name
