"""Fetching, against a server of our own on this machine; nothing leaves it."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from segun.errors import ReadError
from segun.read import read
from segun.read.fetch import Fetcher, FetchError, fetching
from segun.read.fetch.guard import addresses, is_public

PAGE = "<html><head><title>Puerto</title></head><body><article><h1>Puerto</h1><p>{}</p></article></body></html>".format(
    "Según Radio Marea, el puerto de Salinares reabrirá el lunes si el temporal amaina por la noche. " * 4
)


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"], self.headers["User-Agent"]))
        answer = self.server.answers.get(self.path)
        if callable(answer):
            answer(self)
            return
        status, fields, body = answer or (404, {}, b"")
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **fields}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    made.daemon_threads = True
    made.answers, made.asked = {}, []
    made.url = f"http://127.0.0.1:{made.server_port}"
    thread = threading.Thread(target=made.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def fetcher():
    return Fetcher(timeout=0.4, deadline=0.8, max_bytes=200_000, pause=0.0, allow_private=True)


def html(body, **fields):
    return 200, {"Content-Type": "text/html; charset=utf-8", **fields}, body.encode()


def drip(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(100):
        handler.wfile.write(b"x")
        handler.wfile.flush()
        time.sleep(0.1)


def drip_head(handler):
    for _ in range(100):
        handler.wfile.write(b"H")
        handler.wfile.flush()
        time.sleep(0.1)


def endless(handler):
    handler.send_response(200)
    handler.end_headers()
    for _ in range(10_000):
        handler.wfile.write(b"x" * 10_000)


def cut_off(handler):
    handler.send_response(200)
    handler.send_header("Content-Length", "5000")
    handler.end_headers()
    handler.wfile.write(b"half")


def test_a_page_comes_as_it_is_under_its_own_name(server, fetcher):
    server.answers["/a"] = html(PAGE)
    found = fetcher.get(f"{server.url}/a#part")
    assert (found.body.decode(), found.kind, found.charset, found.url) == (
        PAGE,
        "text/html",
        "utf-8",
        f"{server.url}/a",
    )
    assert server.asked[-1][1] == server.url.removeprefix("http://")
    assert server.asked[-1][2] == "segun"


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
     "255.255.255.255", "::1", "fe80::1", "fe80::1%lo", "fc00::1", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
     "64:ff9b::7f00:1", "2002:7f00:1::", "::"],
)  # fmt: skip
def test_addresses_that_are_not_public_are_told(address):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address):
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f000001", "017700000001", "0"])
def test_this_machine_is_not_asked_however_it_is_written(host):
    with pytest.raises(FetchError, match=r"no public address|cannot be looked up"):
        Fetcher(pause=0).get(f"http://{host}/")


def test_a_name_with_one_private_address_among_its_addresses_is_refused(monkeypatch):
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, 80)) for ip in ("93.184.216.34", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: found)
    with pytest.raises(FetchError, match=r"10\.0\.0\.1"):
        addresses("two.example", 80, allow_private=False)


def test_a_name_is_looked_up_once_and_that_address_is_connected_to(server, fetcher, monkeypatch):
    server.answers["/a"] = html(PAGE)
    real, asked = socket.getaddrinfo, []

    def once(host, *rest, **more):
        asked.append(host)
        if len(asked) > 1:
            raise AssertionError("looked up again")
        return real("127.0.0.1", *rest, **more)

    monkeypatch.setattr(socket, "getaddrinfo", once)
    fetcher.robots = False
    assert fetcher.get(f"http://rebinding.example:{server.server_port}/a").body.decode() == PAGE
    assert server.asked[-1][1] == f"rebinding.example:{server.server_port}"


def test_each_redirect_is_checked_again(server, monkeypatch):
    server.answers["/a"] = (302, {"Location": "http://169.254.169.254/latest"}, b"")
    real = socket.getaddrinfo
    monkeypatch.setattr("segun.read.fetch.guard.is_public", lambda address: address == "127.0.0.1")
    monkeypatch.setattr(socket, "getaddrinfo", real)
    with pytest.raises(FetchError, match=r"169\.254\.169\.254"):
        Fetcher(timeout=1, pause=0, robots=False).get(f"{server.url}/a")


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("file:///etc/passwd", "does not fetch file"),
        ("ftp://example.org/a", "does not fetch ftp"),
        ("gopher://x/", "does not fetch gopher"),
        ("http://user:secret@example.org/", "name or password"),
        ("http://", "no address"),
        ("http://[::1", "no address"),
        ("http://example.org:99999/", "no address"),
        ("http://example.org/a b\r\nHost: x", "no address"),
    ],
)
def test_what_is_no_address_of_a_page_is_refused(fetcher, url, told):
    with pytest.raises(FetchError, match=told):
        fetcher.get(url)


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (drip, "longer than 0.8 seconds"),
        (drip_head, "longer than 0.8 seconds|cannot be read"),
        (endless, "larger than"),
        (cut_off, "broke off|cannot be read"),
        (lambda _: time.sleep(2), "does not answer|longer than"),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b"0" * 50_000_000)), "larger than"),
        ((200, {"Content-Encoding": "gzip"}, b"\x1f\x8b nonsense"), "broken"),
        ((200, {"Content-Encoding": "br"}, b"x"), "packed with br"),
        ((301, {"Location": "/bad"}, b""), "redirects more than"),
        ((500, {}, b""), "answered 500"),
        ((429, {"Retry-After": "9999"}, b""), "asks to wait"),
        ((302, {"Location": "file:///etc/passwd"}, b""), "does not fetch file"),
    ],
)
def test_hostile_servers_are_bounded_and_told(server, fetcher, answer, told):
    server.answers["/bad"] = answer
    before = time.monotonic()
    with pytest.raises(FetchError, match=told):
        fetcher.get(f"{server.url}/bad")
    assert time.monotonic() - before < 10


def test_robots_are_asked_once_and_honoured(server, fetcher):
    server.answers["/robots.txt"] = (200, {}, b"User-agent: *\nDisallow: /private\n")
    server.answers["/private/a"] = server.answers["/a"] = html(PAGE)
    fetcher.get(f"{server.url}/a")
    with pytest.raises(FetchError, match=r"robots\.txt"):
        fetcher.get(f"{server.url}/private/a")
    assert [path for path, _, _ in server.asked] == ["/robots.txt", "/a"]
    fetcher.robots = False
    assert fetcher.get(f"{server.url}/private/a").status == 200


@pytest.mark.parametrize(("status", "allowed"), [(404, True), (403, True), (500, False), (503, False)])
def test_robots_that_cannot_be_had(server, fetcher, status, allowed):
    server.answers["/robots.txt"] = (status, {}, b"")
    server.answers["/a"] = html(PAGE)
    if allowed:
        assert fetcher.get(f"{server.url}/a").status == 200
    else:
        with pytest.raises(FetchError):
            fetcher.get(f"{server.url}/a")


def reports(server, path, **options):
    asked = Fetcher(timeout=1, deadline=3, pause=0, allow_private=True)
    return list(read([f"{server.url}{path}"], fetch=fetching(asked, **options)))


def test_a_page_is_a_report_at_its_address(server):
    server.answers["/puerto.html"] = html(PAGE)
    (found,) = reports(server, "/puerto.html")
    assert (found.key, found.location, found.title) == ("puerto", f"{server.url}/puerto.html", "Puerto")
    assert "Salinares" in found.text
    assert found.retrieved
    assert found.input.extractor == "html"


def test_a_feed_leads_to_its_pages_and_keeps_what_it_brings_where_a_page_is_gone(server):
    server.answers["/feed"] = (200, {"Content-Type": "application/rss+xml"}, f"""<?xml version="1.0"?>
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Marea</title>
        <language>es-ES</language>
        <item><title>Uno</title><link>{server.url}/uno</link><pubDate>Mon, 28 Apr 2031 10:00:00 +0200</pubDate></item>
        <item><title>Dos</title><link>/gone</link>
        <content:encoded><![CDATA[<p>Dos &amp; tres.</p><p>Fin</p>]]></content:encoded></item>
        <item><title>Tres</title><link>/gone2</link></item>
        </channel></rss>""".encode())  # fmt: skip
    server.answers["/uno"] = html(PAGE)
    one, two, three = reports(server, "/feed")
    assert (one.location, one.outlet, one.published) == (f"{server.url}/uno", "Marea", "2031-04-28T10:00:00+02:00")
    assert (two.text, two.title, two.language) == ("Dos & tres.\n\nFin", "Dos", "es-ES")
    assert two.location == f"{server.url}/gone"
    assert isinstance(three, ReadError)
    assert "404" in str(three)


def test_lists_are_followed_and_bounded(server):
    server.answers["/list.opml"] = (
        200,
        {},
        b'<opml><body><outline xmlUrl="%s/map"/></body></opml>' % server.url.encode(),
    )
    pages = "".join(f"<url><loc>{server.url}/{n}</loc></url>" for n in range(5))
    server.answers["/map"] = (200, {}, f"<urlset>{pages}</urlset>".encode())
    for number in range(5):
        server.answers[f"/{number}"] = html(PAGE)
    assert len([r for r in reports(server, "/list.opml") if not isinstance(r, ReadError)]) == 5
    found = reports(server, "/map", pages=3)
    assert len(found) == 4
    assert "more pages" in str(found[-1])


def test_a_list_in_a_file_is_followed_only_where_fetching_is_on(server, tmp_path):
    server.answers["/a"] = html(PAGE)
    path = tmp_path / "map.xml"
    path.write_text(f"<urlset><url><loc>{server.url}/a</loc></url></urlset>")
    (told,) = read([str(path)])
    assert "--fetch" in str(told)
    assert server.asked == []
    (found,) = read([str(path)], fetch=fetching(Fetcher(timeout=1, pause=0, allow_private=True)))
    assert found.location == f"{server.url}/a"


def test_lists_that_name_one_another_end(server):
    server.answers["/a"] = (
        200,
        {},
        f"<sitemapindex><sitemap><loc>{server.url}/a</loc></sitemap></sitemapindex>".encode(),
    )
    for number in range(9):
        loc = f"{server.url}/n{number + 1}"
        server.answers[f"/n{number}"] = (
            200,
            {},
            f"<sitemapindex><sitemap><loc>{loc}</loc></sitemap></sitemapindex>".encode(),
        )
    assert reports(server, "/a") == []
    (found,) = reports(server, "/n0")
    assert "too many further lists" in str(found)


def test_without_a_fetcher_nothing_is_fetched(server):
    (found,) = read([f"{server.url}/a"])
    assert isinstance(found, ReadError)
    assert server.asked == []
