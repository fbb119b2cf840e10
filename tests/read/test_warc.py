"""WARC: the pages in it, whatever lies between them."""

from __future__ import annotations

import gzip
import io
import logging
import tracemalloc
import zlib

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from segun.errors import ReadError
from segun.model import Report
from segun.read import read
from segun.read import warc as warc_module
from segun.read.parts import Part
from segun.read.warc import read_warc

from .conftest import Store
from .makers import answer, docx, page, pdf, record


def article(name: str) -> bytes:
    words = f"Según el alcalde de {name}, no hubo compra de terrenos en el puerto de {name}. "
    head = f'<title>Nota de {name}</title><meta property="article:published_time" content="2025-04-27">'
    return page(f"<article><h1>Nota de {name}</h1><p>{words}</p><p>{words.upper()}</p></article>", head).encode()


ONE, TWO, THREE = (record(answer(article(name)), address=f"https://faro.example/{name}") for name in ("A", "B", "C"))


def found(store: Store, data: bytes, name: str = "crawl.warc") -> list[str]:
    """Return the last part of each page's address, and of each error where it is and what."""
    shown = []
    for item in read([store(name, data)]):
        if isinstance(item, Report):
            assert item.location is not None
            shown.append(item.location.rsplit("/", 1)[-1])
        else:
            shown.append(f"{item.location.partition(': ')[2]}: {item.problem}")
    return shown


def test_page_becomes_a_report(store: Store) -> None:
    (report,) = read([store("crawl.warc", ONE)])
    assert isinstance(report, Report)
    assert (report.key, report.location) == ("crawl-1", "https://faro.example/A")
    assert (report.title, report.published, report.retrieved) == ("Nota de A", "2025-04-27", "2025-04-28T10:30:00Z")
    assert report.text.startswith("Nota de A\n\nSegún el alcalde de A")
    assert report.input is not None
    assert (report.input.extractor, report.input.decoder) == ("html", "utf-8")


@pytest.mark.parametrize("each", [True, False])
def test_packed_by_record_or_as_a_whole(store: Store, each: bool) -> None:
    data = b"".join(map(gzip.compress, (ONE, TWO, THREE))) if each else gzip.compress(ONE + TWO + THREE)
    assert found(store, data, "crawl.warc.gz") == ["A", "B", "C"]


@pytest.mark.parametrize("packed", [True, False])
def test_what_another_library_wrote_and_reads(packed: bool) -> None:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    out_record = writer.create_warcinfo_record("crawl.warc", {"software": "test"})
    writer.write_record(out_record)
    for name in "ABCD":
        fields = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
        address = f"https://faro.example/{name}"
        body = io.BytesIO(article(name))
        writer.write_record(writer.create_warc_record(address, "response", payload=body, http_headers=fields))
        writer.write_record(
            writer.create_warc_record(address, "request", payload=io.BytesIO(b"GET / HTTP/1.1\r\n\r\n"))
        )
    out.seek(0)
    theirs = [
        (each.rec_headers.get_header("WARC-Target-URI"), each.rec_headers.get_header("WARC-Date"))
        for each in ArchiveIterator(out)
        if each.rec_type == "response"
    ]
    out.seek(0)
    parts = list(read_warc(out, packed=packed))
    assert [(part.url, part.retrieved) for part in parts if isinstance(part, Part)] == theirs
    assert [part.name for part in parts if isinstance(part, Part)] == ["2", "4", "6", "8"]


def test_other_formats_and_resources(store: Store) -> None:
    data = (
        record(answer(pdf([["El acta del pleno de Villar."]]), "application/pdf"), address="https://faro.example/p")
        + record(answer(docx(["Otra nota."]), "", more=""), address="https://faro.example/d")
        + record(
            answer("Según él, no.".encode("cp1252"), "text/plain; charset=latin1"), address="https://faro.example/t"
        )
        + record(article("R"), "resource", "https://faro.example/r", media="text/html")
    )
    assert found(store, data) == ["p", "d", "t", "r"]


def test_the_rest_is_passed_over_and_counted(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    data = (
        record(b"software: x\r\n", "warcinfo", media="application/warc-fields")
        + record(b"GET / HTTP/1.1\r\n\r\n", "request", media="application/http; msgtype=request")
        + record(answer(b"gone", status=404))
        + record(answer(b"\x89PNG", "image/png"))
        + record(answer(b"User-agent: *", "text/plain"), address="https://faro.example/robots.txt")
        + record(b"20250428 faro.example", address="dns:faro.example", media="text/dns")
        + record(answer(b""))
    )
    with caplog.at_level(logging.INFO, "segun.read.warc"):
        assert found(store, data + ONE) == ["A"]
    for told in ("1 request records", "1 answers of status 404", "1 image files", "8 records"):
        assert told in caplog.text
    (nothing,) = read([store("b.warc", data)])
    assert isinstance(nothing, ReadError)
    assert "holds no page" in nothing.problem


def chunked(data: bytes) -> bytes:
    pieces = [data[at : at + 100] for at in range(0, len(data), 100)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def bare_deflate(data: bytes) -> bytes:
    pack = zlib.compressobj(wbits=-15)
    return pack.compress(data) + pack.flush()


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        (chunked(article("A")), "Transfer-Encoding: chunked\r\n"),
        (gzip.compress(article("A")), "Content-Encoding: gzip\r\n"),
        (zlib.compress(article("A")), "Content-Encoding: deflate\r\n"),
        (bare_deflate(article("A")), "Content-Encoding: deflate\r\n"),
        (chunked(gzip.compress(article("A"))), "content-encoding: GZIP\r\nTransfer-Encoding: chunked\r\n"),
        # Stored as it was after unpacking, with the fields left as they were:
        (article("A"), "Content-Encoding: br\r\nTransfer-Encoding: chunked\r\n"),
    ],
)
def test_packed_bodies(store: Store, body: bytes, fields: str) -> None:
    assert found(store, record(answer(body, more=fields), address="https://faro.example/A")) == ["A"]


@pytest.mark.parametrize(
    ("body", "fields", "told"),
    [
        (gzip.compress(article("A"))[:-9], "Content-Encoding: gzip\r\n", "broken"),
        (b"\x8b\x02\x80", "Content-Encoding: br\r\n", "packed with br"),
        (chunked(article("A"))[:-20], "Transfer-Encoding: chunked\r\n", "cut off"),
    ],
)
def test_broken_bodies_are_named(store: Store, body: bytes, fields: str, told: str) -> None:
    first, second = found(store, record(answer(body, more=fields)) + TWO)
    assert first.startswith("record 1: ")
    assert told in first
    assert second == "B"


LIE = "Its Content-Length is wrong."


@pytest.mark.parametrize("length", [0, 50, 10_000, 10**9, 10**17])
def test_length_that_lies(store: Store, length: int) -> None:
    lying = record(answer(article("X")), length=length)
    assert found(store, ONE + lying + TWO + THREE) == ["A", f"record 2: {LIE}", "B", "C"]


@pytest.mark.parametrize("length", [0, 50, 10_000, 10**9])
def test_length_that_lies_in_a_packed_file(store: Store, length: int) -> None:
    data = b"".join(map(gzip.compress, (ONE, record(answer(article("X")), length=length), TWO)))
    assert found(store, data, "crawl.warc.gz") == ["A", f"record 2: {LIE}", "B"]


@pytest.mark.parametrize("length", ["", "-5", "abc", "9" * 40])
def test_no_length(store: Store, length: str) -> None:
    broken = ONE.replace(b"Content-Length: ", b"Content-Length: " + length.encode() + b"\r\nX: ")
    assert found(store, broken + TWO) == ["record 1: It states no length.", "B"]


def test_garbage_between_records(store: Store) -> None:
    garbage = "after record 1: Here is something that is no record."
    assert found(store, ONE + b"\x00\xff nothing \r\n" * 9_000 + TWO) == ["A", garbage, "B"]
    packed = gzip.compress(ONE) + b"\x00garbage\x1f\x8b\x08\x00" * 3 + gzip.compress(TWO)
    assert [item for item in found(store, packed, "b.warc.gz") if len(item) == 1] == ["A", "B"]


@pytest.mark.parametrize("end", [5, 60, 300, 500])
def test_cut_off(store: Store, end: int) -> None:
    first, second = found(store, ONE + TWO[:end])
    assert first == "A"
    assert second.startswith("record 2: ")
    *_, last = found(store, gzip.compress(ONE) + gzip.compress(TWO)[:end], "b.warc.gz")
    assert "The gzip file is cut off." in last or end == 500


def test_broken_member_costs_only_itself(store: Store) -> None:
    for at in (30, 150, -3):
        broken = bytearray(gzip.compress(TWO))
        broken[at] ^= 0xFF
        shown = found(store, gzip.compress(ONE) + bytes(broken) + gzip.compress(THREE), "crawl.warc.gz")
        assert (shown[0], shown[-1], len(shown)) == ("A", "C", 3)
        assert "broken" in shown[1]


def test_cut_member_before_another(store: Store) -> None:
    data = gzip.compress(ONE) + gzip.compress(TWO)[:200] + gzip.compress(THREE)
    shown = found(store, data, "crawl.warc.gz")
    assert (shown[0], shown[-1], len(shown)) == ("A", "C", 3)


def test_page_that_the_crawler_cut(store: Store) -> None:
    cut = record(answer(article("A")), more="WARC-Truncated: length\r\n")
    assert "cut off" in found(store, cut)[0]


def test_a_page_cannot_pass_for_a_record(store: Store) -> None:
    inside = article("A") + b"\r\n\r\n" + record(answer(article("F")), address="https://forged.example/F")
    assert found(store, record(answer(inside), address="https://faro.example/A") + TWO) == ["A", "B"]


def test_endless_header_and_too_many_faults(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    endless = b"WARC/1.0\r\nX: " + b"x" * 200_000 + b"\r\n\r\n"
    assert found(store, endless + ONE) == ["record 1: Its header does not end.", "A"]
    monkeypatch.setattr(warc_module, "MAX_FAULTS", 3)
    shown = found(store, record(b"x", length=7) * 20 + ONE)
    assert shown[-1] == "the rest: It is broken in more than 3 places."
    assert len(shown) < 7


def test_page_that_is_too_large(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warc_module, "MAX_PACKED", 100_000)
    large = record(answer(article("A") + b" " * 200_000))
    film = record(answer(b"x" * 200_000, "video/mp4"))
    assert found(store, large + film + TWO)[1:] == ["B"]
    assert "larger" in found(store, large + TWO)[0]


def test_dense_member_is_left(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("segun.read.packed.MAX_PACKED", 1_000_000)
    bomb = gzip.compress(record(answer(b"<p>" + bytes(5_000_000))))
    shown = found(store, gzip.compress(ONE) + bomb + gzip.compress(TWO), "crawl.warc.gz")
    assert (shown[0], shown[-1], len(shown)) == ("A", "B", 3)
    assert "unpacks" in shown[1]


@pytest.mark.parametrize("packed", [True, False])
def test_never_holds_the_file(store: Store, packed: bool) -> None:
    media = record(answer(bytes(range(256)) * 4_000, "image/png"))
    data = (gzip.compress(media, 1) if packed else media) * 60 + (gzip.compress(ONE) if packed else ONE)
    path = store("crawl.warc", data)
    del data
    list(read([store("a.warc", ONE)]))  # what is imported at first does not count
    tracemalloc.start()
    try:
        assert len(list(read([path]))) == 1
        assert tracemalloc.get_traced_memory()[1] < 12_000_000
    finally:
        tracemalloc.stop()
