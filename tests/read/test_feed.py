from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.read.addresses import feeds, pages
from segun.read.draft import UnreadableError
from segun.read.feed import entries, read_feed
from segun.read.parts import PartError
from segun.read.xml import plain

ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Post</title>
<entry><title type="html">Ferry &amp;amp; fog</title><link rel="self" href="https://p.example/self"/>
<link href="https://p.example/a"/><updated>2031-05-21T00:00:00Z</updated><published>2031-05-20T08:00:00Z</published>
<author><name>Maud Ellery</name></author>
<content type="html">&lt;p&gt;It ran aground.&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;</content></entry>
<entry><title>Empty</title></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Courier</title></channel>
<item><title>T</title><link>https://c.example/1</link><description>Some text.</description><dc:date>2031-03-03</dc:date>
<dc:creator>A. Finch</dc:creator></item></rdf:RDF>"""


def test_atom():
    first, second = read_feed(ATOM)
    draft = first.draft
    assert (draft.text, draft.title, draft.byline, draft.outlet) == (
        "It ran aground.",
        "Ferry & fog",
        "Maud Ellery",
        "Post",
    )
    assert (draft.published, first.url, first.language) == ("2031-05-20T08:00:00Z", "https://p.example/a", "en")
    assert isinstance(second, PartError)
    assert second.where == "entry 2"


def test_rss_1():
    (found,) = read_feed(RDF)
    assert (found.draft.text, found.url, found.draft.published) == ("Some text.", "https://c.example/1", "2031-03-03")
    assert found.draft.byline == "A. Finch"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><rss>&c;</rss>', "entities"),
        (
            b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><rss><channel><item>&a;</item></channel></rss>',
            "entities",
        ),
        (b"<html><body>no</body></html>", "no feed"),
        (b"<rss><channel></channel></rss>", "no entries"),
        (b"", "no XML"),
        (b"\x00\x01\x02", "no XML"),
    ],
)
def test_what_is_no_feed_is_told(data, told):
    with pytest.raises(UnreadableError, match=told):
        list(read_feed(data))


def test_deep_and_wide_markup_is_bounded():
    assert plain("<div>" * 200 + "x") == "x"
    assert isinstance(plain("<div>" * 100_000 + "x"), str)
    assert (
        len(list(entries(b"<rss><channel>" + b"<item><title>x</title></item>" * 20_000 + b"</channel></rss>")))
        == 10_000
    )


@given(st.text(max_size=300))
def test_any_markup_gives_text(markup):
    assert isinstance(plain(markup), str)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_feed_or_a_reason(data):
    with suppress(UnreadableError):
        assert all(
            found.url is None or found.url.startswith("http") for found in entries(b"<rss><channel><item>" + data)
        )


def test_opml_and_sitemaps():
    assert feeds(b'<opml><body><outline><outline xmlUrl="https://a.example/f"/></outline></body></opml>') == [
        "https://a.example/f"
    ]
    assert pages(b"<urlset><url><loc> https://a.example/1 </loc></url><url><loc>ftp://x</loc></url></urlset>") == (
        ["https://a.example/1"],
        False,
    )
    assert pages(b"<sitemapindex><sitemap><loc>https://a.example/s</loc></sitemap></sitemapindex>")[1]
    with pytest.raises(UnreadableError, match="no addresses"):
        feeds(b"<opml/>")
    with pytest.raises(UnreadableError, match="no sitemap"):
        pages(b"<opml/>")
