"""RSS and Atom: each entry that brings its own text is a report."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from segun.read.dates import iso
from segun.read.draft import Draft, UnreadableError, checked
from segun.read.fields import bcp47
from segun.read.parts import Part, PartError
from segun.read.xml import children, name, parse_xml, plain, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ENTRIES = 10_000
"""Entries that a feed may have."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed, with what the feed says of all."""

    number: int
    """Counted from 1."""
    title: str | None
    url: str | None
    published: str | None
    """ISO 8601."""
    byline: str | None
    outlet: str | None
    language: str | None
    """BCP 47."""
    text: str
    """What the feed brings of it, without markup; may be a summary, or empty."""


def read_feed(data: bytes, address: str | None = None) -> Iterator[Part | PartError]:
    """Give the entries of a feed as reports.

    Args:
        data: the feed's bytes.
        address: where it was fetched, which relative links are relative to.

    Yields:
        A report for each entry, or the error of one without text.

    Raises:
        UnreadableError: it is no feed, or has no entries.
    """
    for entry in entries(data, address):
        try:
            yield part(entry)
        except UnreadableError as error:
            yield PartError(f"entry {entry.number}", error.problem, error.remedy)


def part(entry: Entry) -> Part:
    """Return an entry's own text as a report.

    Raises:
        UnreadableError: it has none.
    """
    remedy = "Name the page that it links to." if entry.url else "Leave it out."
    draft = Draft(
        checked(entry.text, remedy), "xml", "feed", False, entry.title, entry.byline, entry.outlet, entry.published
    )
    digest = hashlib.sha256(entry.text.encode("utf-8", "surrogatepass")).hexdigest()
    return Part(draft, str(entry.number), entry.url, entry.language, None, digest)


def entries(data: bytes, address: str | None = None) -> Iterator[Entry]:
    """Yield a feed's entries in its order.

    Raises:
        UnreadableError: it is no feed, or has no entries.
    """
    root = parse_xml(data)
    kind = name(root)
    if kind not in {"rss", "feed", "rdf"}:
        raise UnreadableError("It is no feed.", "Give an RSS or Atom feed.")
    head = root if kind == "feed" else next(children(root, "channel"), root)
    listed = list(children(root if kind != "rss" else head, "item", "entry"))
    if not listed:
        raise UnreadableError("The feed has no entries.", "Fetch it again later.")
    outlet = text_of(head, "title")
    language = text_of(head, "language") or root.get(_LANG)
    for number, item in enumerate(listed[:MAX_ENTRIES], start=1):
        yield _entry(item, number, outlet, language, address)


def _entry(item: _Element, number: int, outlet: str | None, language: str | None, address: str | None) -> Entry:
    written = text_of(item, "encoded", "content", "description", "summary") or _xhtml(item)
    title = text_of(item, "title")
    author = next(children(item, "author"), None)
    byline = text_of(item, "creator") or (text_of(author, "name") if author is not None else None)
    return Entry(
        number,
        plain(title).replace("\n", " ") if title else None,
        _link(item, address),
        iso(text_of(item, "published", "pubdate", "date", "updated") or ""),
        byline,
        outlet,
        bcp47(item.get(_LANG) or language or ""),
        plain(written) if written else "",
    )


def _xhtml(item: _Element) -> str:
    """Return Atom content that is markup itself, not text of markup."""
    for child in children(item, "content", "summary"):
        if child.get("type") == "xhtml":
            return "\n".join("".join(block.itertext()) for block in child.iter() if name(block) in {"p", "div"})
    return ""


def _link(item: _Element, address: str | None) -> str | None:
    candidates = [text_of(item, "link")]
    candidates += [link.get("href") for link in children(item, "link") if link.get("rel", "alternate") == "alternate"]
    candidates += [g.text for g in children(item, "guid") if g.get("ispermalink", g.get("isPermaLink")) != "false"]
    for found in candidates:
        if found and found.strip():
            try:
                whole = urljoin(address or "", found.strip())
                if urlsplit(whole).scheme in {"http", "https"}:
                    return whole
            except ValueError:
                continue
    return None
