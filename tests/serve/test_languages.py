"""The desk speaks the reader's language: as chosen, else as the browser asks; and shows no word of another."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from click.testing import CliRunner
from lxml import html
from tests.samples import PORT_TEXT, port
from tests.tongue.english import english_in

from segun.cli.main import segun
from segun.ledger.ledger import Ledger
from segun.ledger.selection import Selection
from segun.serve.speaking import COOKIE, tongues

from .desks import CSRF, client

TITLE = "Un <b>título</b> hostil"
OF_THE_REPORTS = f"{PORT_TEXT} port estuario"


def moved(key, outlet, published, **more):
    made = port()
    return replace(made, report=replace(made.report, key=key, outlet=outlet, published=published, **more))


@pytest.fixture(scope="module")
def ledger(tmp_path_factory):
    """A small ledger, traced, with decisions of every kind that pages show."""
    path = tmp_path_factory.mktemp("desk") / "registro.segun"
    with Ledger(path, create=True) as opened:
        opened.add(moved("uno", "Radio Marea", "2031-04-02", title=TITLE, byline="Ana <i>Sal</i>"), program="prueba")
        opened.add(moved("dos", "La Bocana", "2031-04-03T10:00:00+02:00", text=f"{PORT_TEXT}\n"), program="prueba")
        opened.add(moved("tres", None, None, text=f"{PORT_TEXT}\n\n"), program="prueba")
    result = CliRunner().invoke(segun, ["trace", str(path)])
    assert result.exit_code == 0, result.output
    with Ledger(path) as opened:
        one, two, three, *_ = [each.key for each in opened.find(Selection(sort="report", report="uno"))]
        opened.decide("accept", one, {}, by="Irune", why="vista")
        opened.decide("reject", two, {}, by="Irune", why="no")
        opened.decide("verdict", three, {"verdict": "dudoso", "evidence": "https://a.example/"}, by="Irune")
        opened.decide("note", three, {"note": "por ver"}, by="Irune")
    return path, (one, two, three)


@pytest.fixture(scope="module")
def visitor(ledger):
    with client(ledger[0]) as made:
        made.cookies.set(COOKIE, "es")
        yield made


def addresses(claims, group):
    one, two, three = claims
    return [
        "/",
        "/?q=canal&factuality=CT%2B&review=accepted",
        "/?q=nada-de-nada",
        "/?from=ayer",
        "/?near=aqui",
        "/facets",
        "/rows",
        "/reports",
        "/reports/uno",
        "/reports/uno?view=found",
        "/reports/uno?view=restored",
        "/reports/uno/since?seen=0",
        "/reports/nadie",
        "/sources",
        f"/claims/{one}",
        f"/claims/{two}",
        f"/claims/{three}",
        f"/claims/{three}/card",
        f"/claims/{three}/card.svg",
        f"/claims/{one}/edit?report=uno",
        f"/claims/{one}/edit?report=uno&kind=note",
        f"/claims/{one}/edit?report=uno&kind=divide",
        f"/claims/{one}/edit?report=uno&kind=join",
        "/explore",
        "/explore?whole=1",
        "/explore?whole=1&by=published",
        "/echo",
        f"/echo/{group}",
        "/export",
        "/import",
        "/about",
        "/decisions",
        "/searches",
        "/audit",
        "/compare?a=uno&b=dos",
        "/login",
        "/no-hay",
    ]


def test_spanish_pages_hold_no_english_word(ledger, visitor):
    with Ledger(ledger[0]) as opened, opened.reading() as connection:
        group = connection.execute("SELECT id FROM groups ORDER BY carrying DESC LIMIT 1").fetchone()[0]
    found = {}
    for path in addresses(ledger[1], group):
        answer = visitor.get(path, follow_redirects=False)
        assert answer.status_code < 500, path
        if answer.status_code == 204 or not answer.text:
            continue
        if answer.text.startswith("<!doctype"):
            assert '<html lang="es">' in answer.text, path
        words = english_in(answer.text, but=OF_THE_REPORTS)
        if words:
            found[path] = words
    assert found == {}


def test_a_hostile_title_in_a_translated_sentence_stays_escaped(visitor):
    for path in ("/reports/uno", "/reports"):
        page = visitor.get(path).text
        assert "&lt;b&gt;título&lt;/b&gt;" in page
        assert "<b>título" not in page
    assert "Por <bdi>Ana &lt;i&gt;Sal&lt;/i&gt;</bdi>." in visitor.get("/reports/uno").text


def test_dates_and_counts_are_spanish(visitor):
    text = html.fromstring(visitor.get("/").text).text_content()
    assert "3 de abril de 2031, 10:00 UTC+02:00" in text
    assert re.search(r"\d+ afirmaciones", text)
    assert "abril de 2031" in html.fromstring(visitor.get("/facets").text).text_content()


@pytest.mark.parametrize(
    ("headers", "spoken"),
    [
        ({}, "en"),
        ({"accept-language": "es"}, "es"),
        ({"accept-language": "es-AR,es;q=0.9,en;q=0.5"}, "es"),
        ({"accept-language": "en;q=0.4, es;q=0.6"}, "es"),
        ({"accept-language": "en, es"}, "en"),
        ({"accept-language": "fr-FR, de;q=0.8, es;q=0.1"}, "es"),
        ({"accept-language": "fr"}, "en"),
        ({"accept-language": "es;q=0"}, "en"),
        ({"accept-language": "*"}, "en"),
        ({"accept-language": ";;;,=,\x7f es;q=x"}, "en"),
        ({"accept-language": "es;q=0.9," * 4000}, "es"),
        ({"accept-language": "en", "cookie": f"{COOKIE}=es"}, "es"),
        ({"accept-language": "es", "cookie": f"{COOKIE}=en"}, "en"),
        ({"accept-language": "es", "cookie": f"{COOKIE}=../es"}, "es"),
        ({"cookie": f'{COOKIE}="><script>'}, "en"),
    ],
)
def test_the_reader_s_language_is_spoken(ledger, headers, spoken):
    with client(ledger[0]) as fresh:
        page = fresh.get("/about", headers=headers).text
    assert f'<html lang="{spoken}">' in page


def test_two_readers_at_once_each_have_their_language(ledger):
    with client(ledger[0]) as fresh:
        for _ in range(3):
            assert "Afirmaciones" in fresh.get("/", headers={"accept-language": "es"}).text
            assert "Afirmaciones" not in fresh.get("/", headers={"accept-language": "en"}).text


def choose(fresh, language, back, **headers):
    token = CSRF.search(fresh.get("/about").text)
    form = {"csrf": token[1], "language": language, "back": back}
    return fresh.post("/language", data=form, headers=headers, follow_redirects=False)


def test_a_reader_chooses_a_language_and_stays_where_they_were(ledger):
    with client(ledger[0]) as fresh:
        answer = choose(fresh, "es", "/reports/uno?view=found")
        assert (answer.status_code, answer.headers["location"]) == (303, "/reports/uno?view=found")
        assert '<html lang="es">' in fresh.get("/").text
        assert '<html lang="es">' in fresh.get("/", headers={"accept-language": "en"}).text
        cookie = answer.headers["set-cookie"].lower()
        assert "httponly" in cookie
        assert "samesite=lax" in cookie
        choose(fresh, "en", "/")
        assert '<html lang="en">' in fresh.get("/").text


@pytest.mark.parametrize("language", ["fr", "", "../es", "es\r\nx: y"])
def test_a_language_that_is_not_there_is_not_kept(ledger, language):
    with client(ledger[0]) as fresh:
        answer = choose(fresh, language, "/")
        assert answer.status_code == 303
        assert COOKIE not in answer.headers.get("set-cookie", "")


@pytest.mark.parametrize(
    "back",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example/",
        "/\\evil.example/",
        "\\\\evil.example/",
        "javascript:alert(1)",
        "/\t/evil.example/",
        "/\n/evil.example/",
        " //evil.example/",
        "/\r\nset-cookie: a=b",
        "evil.example",
        "",
    ],
)
def test_going_back_stays_at_the_desk(ledger, back):
    from urllib.parse import urljoin, urlsplit

    with client(ledger[0]) as fresh:
        answer = choose(fresh, "es", back)
        to = answer.headers["location"]
    assert "\r" not in to
    assert "\n" not in to
    for read in (to, to.replace("\t", "").replace("\\", "/"), re.sub(r"[\t\r\n]", "", to).strip()):
        assert urlsplit(urljoin("http://desk.example/about", read)).netloc == "desk.example"
    assert "a=b" not in answer.headers.get("set-cookie", "")


def test_choosing_needs_the_page_s_token(ledger):
    with client(ledger[0]) as fresh:
        answer = fresh.post("/language", data={"language": "es", "back": "/"}, follow_redirects=False)
    assert answer.status_code == 403


def test_every_language_calls_itself_by_its_own_name(visitor):
    assert tongues() == {"en": "English", "es": "Español"}
    button = html.fromstring(visitor.get("/").text).xpath("//button[@name='language']")
    assert [(each.get("value"), each.get("lang"), each.text) for each in button] == [("en", "en", "English")]
