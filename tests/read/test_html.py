"""HTML pages: the article, and only the metadata that the page states."""

from __future__ import annotations

import pytest

from .conftest import Store
from .makers import page

ARTICLE = (
    "<nav><a href='/'>Portada</a><a href='/x'>Deportes</a></nav>"
    "<article><h1>El alcalde niega la compra</h1><p>El alcalde de Villar dijo ayer que <b>no</b> hubo compra "
    "y que el 3 de mayo de 2021 se firmó otra cosa.</p><p>La oposición, «muy preocupada», pidió los papeles de la "
    "venta del puerto.</p><ul><li>Acta primera de la sesión</li><li>Acta segunda</li></ul></article>"
    "<footer>© 2024 El Faro</footer>"
)
TEXT = (
    "El alcalde niega la compra\n\nEl alcalde de Villar dijo ayer que no hubo compra y que el 3 de mayo de 2021 se "
    "firmó otra cosa.\n\nLa oposición, «muy preocupada», pidió los papeles de la venta del puerto.\n\n"
    "Acta primera de la sesión\n\nActa segunda"
)
JSON_LD = (
    '<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},'
    '{"@type":"NewsArticle","headline":"El alcalde niega la compra","datePublished":"2024-05-04T10:00:00+02:00",'
    '"dateModified":"2024-05-06","author":[{"@type":"Person","name":"Ana Ruiz"},{"name":"Luis Paz"}],'
    '"publisher":{"@type":"Organization","name":"El Faro de Villar"}}]}</script>'
)


def test_article_in_paragraphs(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("nota.html", page(ARTICLE)))
    assert found.text == TEXT
    assert (found.key, found.title, found.input.extractor) == ("nota", "El alcalde niega la compra", "html")


def test_nothing_is_guessed(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    head = '<link rel="canonical" href="https://faro.example/2023/02/01/nota"><title>El alcalde niega la compra</title>'
    found = report(store("nota.html", page(ARTICLE, head)))
    assert (found.published, found.outlet, found.byline, found.retrieved) == (None, None, None, None)


def test_json_ld(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    found = report(store("nota.html", page(ARTICLE, JSON_LD)))
    assert found.published == "2024-05-04T10:00:00+02:00"
    assert (found.outlet, found.byline) == ("El Faro de Villar", "Ana Ruiz, Luis Paz")


def test_meta_elements(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    head = (
        '<meta property="og:site_name" content="El Faro &amp; Cía"><meta property="og:title" content="Otra cosa">'
        '<meta name="author" content="Ana Ruiz"><meta property="article:author" content="https://faro.example/ana">'
        '<meta property="article:modified_time" content="2024-05-09">'
        '<meta name="date" content="Sat, 04 May 2024 10:00:00 GMT">'
    )
    found = report(store("nota.html", page(ARTICLE, head)))
    assert (found.outlet, found.byline, found.published) == ("El Faro & Cía", "Ana Ruiz", "2024-05-04T10:00:00+00:00")
    assert found.title == "Otra cosa"


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ("<header><time datetime='2024-05-04'>4 de mayo</time></header>", "2024-05-04"),
        ("<p class='byline'>Hoy, <time datetime='2024-05-04T10:00Z'>10:00</time></p>", "2024-05-04T10:00:00Z"),
        ("<p>Murió el <time datetime='2024-05-04'>4 de mayo</time> en su casa de Villar.</p>", None),
        ("<time datetime='2024-05-04' class='updated'>4 de mayo</time>", None),
        ("<aside><time datetime='2024-05-04'>4 de mayo</time></aside>", None),
        ("<div class='comments'><time datetime='2024-05-04'>4 de mayo</time></div>", None),
        ("<time datetime='2024-05-04'>4</time><time datetime='2024-05-05'>5</time>", None),
        ("<time datetime='04/05/2024'>4 de mayo</time>", None),
        ("<time>2024-05-04</time>", None),
        ("<p><time pubdate datetime='2024-05-04'>4 de mayo</time></p>", "2024-05-04"),
    ],
)
def test_time_elements(store: Store, report, markup: str, published: str | None) -> None:  # type: ignore[no-untyped-def]
    assert report(store("nota.html", page(markup + ARTICLE))).published == published


def test_two_articles_on_one_page_date_nothing(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    other = JSON_LD.replace("niega la compra", "viaja").replace("2024-05-04", "2023-01-01")
    assert report(store("nota.html", page(ARTICLE, JSON_LD + other))).published is None


def test_headline_outside_the_article_comes_first(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    heading = "<h1>El alcalde niega la compra</h1>"
    body = f"<header><a href='/'>El Faro</a>{heading}</header>" + ARTICLE.replace(heading, "")
    assert report(store("nota.html", page(body))).text == TEXT


def test_declared_encoding(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    russian = "<article><p>Мэр города отрицал покупку земли.</p><p>Совет потребовал документы.</p></article>"
    data = page(russian).replace("utf-8", "koi8-r").encode("koi8-r")
    found = report(store("a.html", data))
    assert found.text == "Мэр города отрицал покупку земли.\n\nСовет потребовал документы."
    assert found.input.decoder == "koi8-r"


def test_content_counts_for_more_than_the_ending(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    assert report(store("nota.txt", page(ARTICLE))).input.extractor == "html"


@pytest.mark.parametrize(
    "content",
    [
        page(""),
        page("<script>var a = 'El alcalde negó la compra';</script>"),
        page("<div>" * 50_000 + "x"),
        "<html>" + "<b>" * 200_000,
    ],
    ids=["empty", "script", "deep", "deeper"],
)
def test_page_without_text(store: Store, error, content: str) -> None:  # type: ignore[no-untyped-def]
    assert error(store("a.html", content)).location.endswith("a.html")


def test_broken_json_ld_is_passed_over(store: Store, report) -> None:  # type: ignore[no-untyped-def]
    deep = '<script type="application/ld+json">' + "[" * 100_000 + "</script>"
    assert report(store("a.html", page(ARTICLE, deep))).text == TEXT
