"""Lists of addresses: OPML names feeds, a sitemap names pages or further sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from segun.read.draft import UnreadableError
from segun.read.xml import children, name, parse_xml, text_of

MAX_ADDRESSES = 50_000
"""Addresses that one list may name: what a sitemap may hold by its standard."""


def feeds(data: bytes) -> list[str]:
    """Return the addresses of the feeds that an OPML names, in its order.

    Raises:
        UnreadableError: it is no OPML, or names none.
    """
    root = parse_xml(data)
    if name(root) != "opml":
        raise UnreadableError("It is no OPML.", "Export the feeds from your reader again.")
    return _some(
        outline.get("xmlUrl") or outline.get("xmlurl") for outline in root.iter() if name(outline) == "outline"
    )


def pages(data: bytes) -> tuple[list[str], bool]:
    """Return the addresses that a sitemap names, and whether they are further sitemaps.

    Raises:
        UnreadableError: it is no sitemap, or names none.
    """
    root = parse_xml(data)
    kind = name(root)
    if kind not in {"urlset", "sitemapindex"}:
        raise UnreadableError("It is no sitemap.", "Give one as sitemaps.org describes it.")
    return _some(text_of(entry, "loc") for entry in children(root, "url", "sitemap")), kind == "sitemapindex"


def _some(found: Iterator[str | None]) -> list[str]:
    kept: dict[str, None] = {}
    for address in found:
        if address and _is_http(address.strip()):
            kept[address.strip()] = None
            if len(kept) >= MAX_ADDRESSES:
                break
    if not kept:
        raise UnreadableError("It names no addresses.", "Check that it is the right file.")
    return list(kept)


def _is_http(address: str) -> bool:
    try:
        return urlsplit(address).scheme in {"http", "https"}
    except ValueError:
        return False
