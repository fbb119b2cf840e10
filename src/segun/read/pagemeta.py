"""What a page states about itself: its meta elements, its JSON-LD, its marked-up time and author.

Nothing is read out of the wording, the address or the clock.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from segun.read.dates import iso

_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "dcterms.issued",
    "dc.date.issued",
    "citation_publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publication_date",
    "publication-date",
    "publishdate",
    "pubdate",
    "dcterms.date",
    "dc.date",
    "date",
)
_LONGEST_BYLINE = 120
_LONGEST_TITLE = 1_000
_MOST_RECORDS = 1_000
_MOST_HEADINGS = 50
_MOST_MARKED = 500
_AUTHOR = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl")
_OUTLET = ("og:site_name", "dc.publisher", "dcterms.publisher", "publisher", "application-name")
_TITLE = ("og:title", "dc.title", "dcterms.title", "twitter:title", "headline")
_CLASS = "translate(concat(' ', @class, ' ', @id, ' '), 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
_ASIDE = (
    "ancestor::aside or ancestor::nav or ancestor::footer"
    " or ancestor::*[contains({c}, 'comment') or contains({c}, 'related')]"
)
_NAMED = "contains({c}, 'publi') or contains({c}, 'date') or contains({c}, 'fecha') or contains({c}, 'byline')"
_REVISED = "contains({c}, 'updat') or contains({c}, 'modif') or contains({c}, 'actualiz')"
_IN_PROSE = f"ancestor::*[self::p or self::li or self::td or self::blockquote][not({_NAMED}) and not(ancestor::header)]"
_TIMES = (
    "//time[@datetime][@pubdate or contains(@itemprop, 'datePublished')]",
    f"//time[@datetime][not(@itemprop)][not({_REVISED})][not({_ASIDE})][not({_IN_PROSE}) or {_NAMED}]",
)
_BYLINES = (
    f"//*[@itemprop='author'][not({_ASIDE})]//*[@itemprop='name']",
    f"//*[@itemprop='author'][not({_ASIDE})]",
    f"//*[@rel='author'][not({_ASIDE})]",
)


@dataclass(frozen=True, slots=True)
class PageMeta:
    """What a page states about itself."""

    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    published: str | None = None
    headline: str | None = None
    """The title where the page shows it as its one main heading."""


def read_meta(tree: Any) -> PageMeta:
    """Return what the page states about itself.

    Args:
        tree: the page as ``trafilatura.utils.load_html`` parsed it; it is not changed.
    """
    meta = _meta_elements(tree)
    article = _article_record(tree)
    outlet = _first(meta, _OUTLET) or _name(article.get("publisher"))
    title, headline = _titles(tree, meta, article, outlet)
    byline = _names(article.get("author")) or _author(meta) or _shown(tree, _BYLINES)
    return PageMeta(title, byline, outlet, _published(tree, meta, article), headline)


def _meta_elements(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if content := _tidy(element.get("content")):
            found.setdefault(name.strip().lower(), []).append(content)
    return found


def _article_record(tree: Any) -> dict[str, Any]:
    """Return the JSON-LD object of the page's one article; empty where there is none, or more than one."""
    records: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json" and script.text:
            records.extend(_articles(script.text))
    named = {json.dumps(record.get("headline")) for record in records}
    return records[0] if len(named) == 1 else {}


def _articles(script: str) -> Iterator[dict[str, Any]]:
    try:
        todo: list[Any] = [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return
    looked = 0
    while todo and looked < _MOST_RECORDS:
        item = todo.pop(0)
        looked += 1
        if isinstance(item, list):
            todo.extend(item[:_MOST_RECORDS])
        elif isinstance(item, dict):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.endswith(("Article", "Posting", "Report")) for kind in kinds):
                yield item
            else:
                todo.extend(item.get(key) for key in ("@graph", "mainEntity"))


def _published(tree: Any, meta: dict[str, list[str]], article: dict[str, Any]) -> str | None:
    stated = [article.get("datePublished"), *(value for name in _PUBLISHED for value in meta.get(name, ()))]
    for value in stated:
        if isinstance(value, str) and (date := iso(value)):
            return date
    if _too_many(tree, "count(//time)"):
        return None
    for path in _TIMES:
        dates = {iso(time.get("datetime")) for time in tree.xpath(path.replace("{c}", _CLASS))} - {None}
        if len({date[:10] for date in dates if date}) == 1:
            return max((date for date in dates if date), key=len)
    return None


def _titles(
    tree: Any, meta: dict[str, list[str]], article: dict[str, Any], outlet: str | None
) -> tuple[str | None, str | None]:
    """Return the title, and the headline that the page shows.

    A page may show several main headings, or its own name as one: only one that the metadata repeats is the headline,
    or the only one where the metadata is silent.
    """
    stated = [_tidy(article.get("headline")), _first(meta, _TITLE)]
    stated += [_tidy(element.text_content()) for element in tree.xpath("//head/title")]
    told = [title for title in stated if title and len(title) <= _LONGEST_TITLE]
    shown = [heading for element in tree.iter("h1") if (heading := _tidy(element.text_content()))]
    shown = [heading for heading in dict.fromkeys(shown) if heading != outlet and len(heading) <= _LONGEST_TITLE]
    for heading in shown[:_MOST_HEADINGS]:
        if any(heading.casefold() in title.casefold() for title in told):
            return heading, heading
    if told:
        return told[0], None
    return (shown[0], shown[0]) if len(shown) == 1 else (None, None)


def _author(meta: dict[str, list[str]]) -> str | None:
    for name in _AUTHOR:
        authors = [value for value in meta.get(name, ()) if not value.startswith(("http:", "https:", "@", "/"))]
        if authors:
            return ", ".join(dict.fromkeys(authors))
    return None


def _too_many(tree: Any, path: str) -> bool:
    """Whether there are more such elements than a page with one article has; each is searched for what is round it."""
    return bool(tree.xpath(path) > _MOST_MARKED)


def _shown(tree: Any, paths: tuple[str, ...]) -> str | None:
    if _too_many(tree, "count(//*[@itemprop='author' or @rel='author'])"):
        return None
    for path in paths:
        found = [_tidy(element.text_content()) for element in tree.xpath(path.replace("{c}", _CLASS))]
        names = [name for name in found if name and len(name) <= _LONGEST_BYLINE]
        if names:
            return ", ".join(dict.fromkeys(names))
    return None


def _first(meta: dict[str, list[str]], names: tuple[str, ...]) -> str | None:
    return next((value for name in names for value in meta.get(name, ())), None)


def _names(value: Any) -> str | None:
    items = value[:_MOST_RECORDS] if isinstance(value, list) else [value]
    found = [name for item in items if (name := _name(item))]
    return ", ".join(dict.fromkeys(found)) or None


def _name(value: Any) -> str | None:
    if isinstance(value, dict):
        value = value.get("name")
    name = _tidy(value)
    return None if name is None or name.startswith(("http:", "https:")) else name


def _tidy(value: Any) -> str | None:
    """Return ``value`` with its white space in order and its character references resolved, if it is a string."""
    if not isinstance(value, str):
        return None
    from html import unescape

    return " ".join(unescape(value).split()) or None
