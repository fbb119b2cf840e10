from __future__ import annotations

import re

import pytest
from tests.serve.desk_of import HOSTILE, desk_of, filled, keys, saying, send, signed_in

from segun.ledger.audit import entries
from segun.ledger.ledger import Ledger


@pytest.fixture
def path(tmp_path):
    return filled(tmp_path / "news.segun", saying("one", "Maud Ellery", "the harbour froze over"))


def kept(browser):
    """Return name and address of the searches that a page lists."""
    return re.findall(r'<p class="name"><a href="([^"]*)"><bdi>([^<]*)</bdi>', browser.get("/searches").text)


def test_a_search_is_kept_listed_opened_and_deleted(path):
    desk = desk_of(path)
    answer = send(desk, "/searches", name=" Ice  news ", query="?q=froze&review=unreviewed&other=1")
    assert (answer.status_code, answer.headers["location"]) == (303, "/searches")
    assert kept(desk) == [("/?q=froze&amp;review=unreviewed", "Ice news")]
    ledger = desk.get("/?q=froze&review=unreviewed").text
    assert re.search(r'href="/\?q=froze&amp;review=unreviewed" aria-current="true"><bdi>Ice news', ledger)
    assert "1 claim" in ledger
    row = re.search(r"/searches/(\d+)/drop", desk.get("/searches").text)[1]
    assert send(desk, f"/searches/{row}/drop").status_code == 303
    assert kept(desk) == []
    assert "Kept searches" not in desk.get("/").text


def test_the_list_of_claims_leads_to_the_form(path):
    desk = desk_of(path)
    _, (maud,) = keys(path)
    address = re.search(r'href="(/searches\?[^"]*)"', desk.get(f"/?q=froze&source={maud}").text)[1]
    form = desk.get(address.replace("&amp;", "&")).text
    assert f'name="query" value="q=froze&amp;source={maud}"' in form
    assert "Maud Ellery" in form
    assert 'name="query"' not in desk.get("/searches").text


def test_the_same_name_gives_way(path):
    desk = desk_of(path)
    for words in ("froze", "melted"):
        send(desk, "/searches", name="Ice", query=f"q={words}")
    assert kept(desk) == [("/?q=melted", "Ice")]


@pytest.mark.parametrize(
    ("name", "query"), [("", "q=x"), ("x" * 201, "q=x"), ("Ice", ""), ("Ice", "other=1"), ("Ice", "q=" + "x" * 9000)]
)
def test_what_cannot_be_kept_is_told(path, name, query):
    desk = desk_of(path)
    answer = send(desk, "/searches", name=name, query=query)
    assert 400 <= answer.status_code < 500
    assert kept(desk) == []


def test_names_and_queries_are_escaped(path):
    desk = desk_of(path)
    send(desk, "/searches", name=f"{HOSTILE}\u202e", query=f'q="{HOSTILE}&source={HOSTILE}')
    for address in ("/searches", "/", f"/searches?q={HOSTILE}&source={HOSTILE}"):
        html = desk.get(address).text
        assert HOSTILE not in html
        assert "&lt;script&gt;" in html
        assert "\u202e" not in html


def test_a_reader_keeps_for_themselves_and_is_refused_for_everybody(path):
    leo, irene = signed_in(path, "Leo", "reader"), signed_in(path, "Irene", "reviewer")
    assert send(leo, "/searches", name="Mine", query="q=ice").status_code == 303
    assert 'name="shared"' not in leo.get("/searches?q=ice").text
    assert send(leo, "/searches", name="All", query="q=ice", shared="1").status_code == 403
    assert kept(leo) == [("/?q=ice", "Mine")]
    assert kept(irene) == []
    mine = re.search(r"/searches/(\d+)/drop", leo.get("/searches").text)[1]
    assert send(irene, f"/searches/{mine}/drop").status_code == 404
    assert 'name="shared"' in irene.get("/searches?q=ice").text
    assert send(irene, "/searches", name="All", query="q=ice", shared="1").status_code == 303
    assert [name for _, name in kept(leo)] == ["All", "Mine"]
    everybodys = re.search(r"/searches/(\d+)/drop", irene.get("/searches").text)[1]
    assert f"/searches/{everybodys}/drop" not in leo.get("/searches").text
    assert send(leo, f"/searches/{everybodys}/drop").status_code == 404
    assert send(irene, f"/searches/{everybodys}/drop").status_code == 303


def test_it_is_written_down_without_the_words(path):
    desk = desk_of(path)
    send(desk, "/searches", name="Ice", query="q=froze")
    with Ledger(path) as ledger, ledger.reading() as connection:
        last = next(iter(entries(connection)))
    assert (last.who, last.what, last.outcome) == ("Irune", "share search", "done")
    assert "froze" not in repr(last)


def test_without_the_token_nothing_is_kept(path):
    desk = desk_of(path)
    assert desk.post("/searches", data={"name": "Ice", "query": "q=ice"}).status_code == 403
    assert kept(desk) == []
