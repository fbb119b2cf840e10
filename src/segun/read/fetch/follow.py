"""From an address to reports: a page is one, a feed, a list of feeds or a sitemap names more."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from segun.errors import ReadError
from segun.model import Input, Report
from segun.read import addresses
from segun.read.draft import Draft, UnreadableError
from segun.read.extract import extract
from segun.read.feed import Entry, entries, part
from segun.read.fetch.client import Fetched, Fetcher
from segun.read.limits import HEAD
from segun.read.names import ending, stem
from segun.read.reader import Fetch
from segun.read.sniff import sniff

PAGES = 1_000
"""Pages that one named address may lead to."""
DEPTH = 3
"""Lists that may name one another: OPML, feed, page; index, sitemap, page."""


def fetching(fetcher: Fetcher, *, pages: int = PAGES) -> Fetch:
    """Return what fetches addresses, for :func:`segun.read`.

    Args:
        fetcher: what asks.
        pages: how many pages one address may lead to.
    """
    return lambda address: _Following(fetcher, pages).follow(address, DEPTH)


@dataclass
class _Following:
    """What one named address leads to."""

    fetcher: Fetcher
    left: int
    met: set[str] = field(default_factory=set)

    def follow(self, address: str, depth: int) -> Iterator[Report | ReadError]:
        if address in self.met:
            return
        self.met.add(address)
        try:
            found = self.fetcher.get(address)
            yield from self._read(found, depth)
        except UnreadableError as error:
            yield ReadError(address, error.problem, error.remedy)

    def _read(self, found: Fetched, depth: int) -> Iterator[Report | ReadError]:
        if not found.body:
            raise UnreadableError("The page is empty.", "Check the address.")
        kind = sniff(found.body[:HEAD], _ending(found))
        if kind in {"feed", "opml", "sitemap"} and depth <= 1:
            raise UnreadableError("The lists name too many further lists.", "Name this address itself.")
        if kind == "feed":
            yield from self._feed(found)
        elif kind == "opml":
            yield from self._each(found.url, addresses.feeds(found.body), depth - 1)
        elif kind == "sitemap":
            named, _ = addresses.pages(found.body)
            yield from self._each(found.url, named, depth - 1)
        else:
            yield _page(found)

    def _each(self, where: str, named: list[str], depth: int) -> Iterator[Report | ReadError]:
        for address in named:
            if self._is_enough():
                yield _enough(where)
                return
            yield from self.follow(address, depth)

    def _feed(self, found: Fetched) -> Iterator[Report | ReadError]:
        for entry in entries(found.body, found.url):
            if self._is_enough():
                yield _enough(found.url)
                return
            yield self._entry(found, entry)

    def _entry(self, found: Fetched, entry: Entry) -> Report | ReadError:
        """Return the page that an entry links to, or what the feed brings of it where the page cannot be had."""
        problem = UnreadableError("It has neither text nor a link.", "Leave it out.")
        if entry.url is not None and entry.url not in self.met:
            self.met.add(entry.url)
            try:
                page = _page(self.fetcher.get(entry.url))
                return replace(
                    page,
                    title=page.title or entry.title,
                    published=page.published or entry.published,
                    outlet=page.outlet or entry.outlet,
                    byline=page.byline or entry.byline,
                    language=entry.language,
                )
            except UnreadableError as error:
                problem = error
        try:
            own = part(entry)
        except UnreadableError:
            return ReadError(entry.url or f"{found.url}: entry {entry.number}", problem.problem, problem.remedy)
        place = entry.url or f"{found.url}#{entry.number}"
        report = _report(own.draft, place, own.sha256, found.retrieved)
        return replace(report, language=entry.language)

    def _is_enough(self) -> bool:
        self.left -= 1
        return self.left < 0


def _enough(where: str) -> ReadError:
    return ReadError(where, "It names more pages than one address may lead to.", "Name the others themselves.")


def _page(found: Fetched) -> Report:
    """Return a page as a report.

    Raises:
        UnreadableError: it is of a kind that segun does not read there, or holds no text.
    """
    draft = extract(found.body, _ending(found), found.charset)
    return _report(draft, found.url, hashlib.sha256(found.body).hexdigest(), found.retrieved)


def _report(draft: Draft, place: str, sha256: str, retrieved: str) -> Report:
    parts = urlsplit(place)
    return Report(
        key=stem(PurePosixPath(parts.path).name) or parts.hostname or "page",
        text=draft.text,
        published=draft.published,
        retrieved=retrieved,
        title=draft.title,
        outlet=draft.outlet,
        byline=draft.byline,
        location=place,
        input=Input(sha256, draft.decoder, draft.extractor, draft.mended),
    )


def _ending(found: Fetched) -> str:
    known = {"text/html": "html", "application/xhtml+xml": "html", "application/pdf": "pdf", "text/plain": "txt"}
    return known.get(found.kind) or ending(PurePosixPath(urlsplit(found.url).path).name)
