"""An HTTP response as a WARC keeps it: status, fields and the body as it was sent, which is unpacked here."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

from segun.read.draft import UnreadableError
from segun.read.limits import MAX_HEADER, MAX_PACKED

_STATUS = re.compile(rb"HTTP/\d(?:\.\d)? (\d{3})")
_END = re.compile(rb"\r?\n\r?\n")
_SIZE = re.compile(rb"\s*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,200})?\r?\n")
_CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
_PACKED = {"gzip": zlib.MAX_WBITS | 16, "x-gzip": zlib.MAX_WBITS | 16, "deflate": zlib.MAX_WBITS}


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered."""

    status: int
    fields: dict[str, str]
    """By name in lower case."""
    raw: bytes
    """The body as it was sent."""

    @property
    def kind(self) -> str:
        """The media type in lower case without its parameters; empty where none is stated."""
        return media_type(self.fields.get("content-type"))

    @property
    def charset(self) -> str | None:
        """The encoding that is stated."""
        found = _CHARSET.search(self.fields.get("content-type", ""))
        return found[1] if found else None


def media_type(value: str | None) -> str:
    """Return the media type in a ``Content-Type``, in lower case without its parameters."""
    return (value or "").partition(";")[0].strip().lower()


def parse_response(data: bytes) -> Response:
    """Take a response apart.

    Raises:
        UnreadableError: it does not begin like one.
    """
    status = _STATUS.match(data)
    end = _END.search(data, 0, MAX_HEADER)
    if status is None or end is None:
        raise UnreadableError("It holds no HTTP response.", "Record the page anew.")
    return Response(int(status[1]), fields(data[: end.start()]), data[end.end() :])


def fields(header: bytes) -> dict[str, str]:
    """Return the fields of a header by name in lower case, the first of each; a folded line goes on the one before."""
    found: dict[str, str] = {}
    last: str | None = None
    for line in header.splitlines()[1:]:
        written = line.decode("utf-8", "replace")
        name, colon, value = written.partition(":")
        if written[:1] in {" ", "\t"}:
            if last is not None:
                found[last] = f"{found[last]} {written.strip()}"
            continue
        last = name.strip().lower() if colon and name.strip().lower() not in found else None
        if last is not None:
            found[last] = value.strip()
    return found


def body(response: Response) -> bytes:
    """Return the body with chunks joined and unpacked.

    Crawlers that store a body unpacked often keep the fields that say it is packed: one that does not look packed is
    taken as it is.

    Raises:
        UnreadableError: it is packed in a way that segun does not read, broken, or unpacks to too much.
    """
    data = response.raw
    if response.fields.get("transfer-encoding", "").lower().endswith("chunked"):
        data = _dechunked(data)
    for name in reversed(response.fields.get("content-encoding", "").lower().split(",")[:2]):
        data = _unpacked(data, name.strip())
    if len(data) > MAX_PACKED:
        raise UnreadableError(f"The page is larger than {MAX_PACKED // 1_000_000} MB.", "Leave it out.")
    return data


def _dechunked(data: bytes) -> bytes:
    joined = bytearray()
    at = 0
    while size := _SIZE.match(data, at):
        count = int(size[1], 16)
        if not count:
            return bytes(joined)
        joined += data[size.end() : size.end() + count]
        at = size.end() + count
    if not joined:
        return data
    # The last chunk is missing: what the server sent was cut off, or the record is not what it says.
    raise UnreadableError("The page was cut off as it was recorded.", "Record it anew.")


def _unpacked(data: bytes, name: str) -> bytes:
    if name in {"", "identity"} or data.lstrip()[:1] == b"<" or data.startswith(b"%PDF"):
        return data
    if name not in _PACKED:
        raise UnreadableError(f"The page is packed with {name[:20]}, which segun does not read.", "Record it unpacked.")
    if name != "deflate" and not data.startswith(b"\x1f\x8b"):
        return data
    found = _inflated(data, _PACKED[name])
    if found is None and name == "deflate":  # many servers send it without its wrapping
        found = _inflated(data, -zlib.MAX_WBITS)
    if found is None:
        raise UnreadableError("The page is packed and broken.", "Record it anew.")
    if len(found) > MAX_PACKED:
        raise UnreadableError(f"The page unpacks to more than {MAX_PACKED // 1_000_000} MB.", "Leave it out.")
    return found


def _inflated(data: bytes, bits: int) -> bytes | None:
    unpack = zlib.decompressobj(bits)
    try:
        found = unpack.decompress(data, MAX_PACKED + 1)
    except zlib.error:
        return None
    return found if unpack.eof or len(found) > MAX_PACKED else None
