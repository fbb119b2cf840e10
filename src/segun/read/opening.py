"""From a name or stream to its first bytes and its format, without ever waiting for what is no file."""

from __future__ import annotations

import io
import stat
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from segun.read.draft import UnreadableError
from segun.read.limits import HEAD
from segun.read.names import ending
from segun.read.packed import peek, unpacked
from segun.read.sniff import Format, sniff

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_EMPTY = "Give a file that holds the report's text."
_GIVEN_BY_SHELL = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")
"""Pipes that are open already, such as ``<(command)``."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An input whose format is known and whose stream still begins with its first bytes."""

    name: str
    location: str | None
    format: Format
    stream: BinaryIO
    """Unpacked, except for a WARC."""
    packed: bool
    """Whether the input is packed with gzip."""


def is_folder(path: Path) -> bool:
    """Whether ``path`` is a folder; refuses what is neither that nor a file, for opening it might never return.

    Raises:
        UnreadableError: it is a device, a socket or a named pipe.
        OSError, ValueError: it cannot be looked at.
    """
    mode = path.stat().st_mode
    if stat.S_ISDIR(mode):
        return True
    if not stat.S_ISREG(mode) and not str(path).startswith(_GIVEN_BY_SHELL):
        raise UnreadableError("This is a device or a pipe, no file.", "Send its content through standard input: `-`.")
    return False


def opened(name: str, location: str | None, stream: BinaryIO) -> Opened:
    """Tell the format of an input.

    Args:
        name: what the input is called, for the hint that its ending gives.
        location: where it lies, for reports; ``None`` for standard input.
        stream: at its start.

    Raises:
        UnreadableError: it is empty, or of a kind that segun does not read.
        EOFError, OSError, zlib.error: from the stream itself.
    """
    head, stream = _begun(stream)
    format_ = _told(head, name)
    if format_ != "gzip":
        return Opened(name, location, format_, stream, packed=False)
    if peek(head).startswith(b"WARC/"):
        # Its records are packed one by one, and what follows a broken one can still be read.
        return Opened(name, location, "warc", stream, packed=True)
    # One layer is usual; a second is read as what it is, not as text.
    head, stream = _begun(unpacked(stream))
    format_ = _told(head, name)
    if format_ == "gzip":
        raise UnreadableError("It is packed with gzip twice.", "Unpack it.")
    return Opened(name, location, format_, stream, packed=True)


def _told(head: bytes, name: str) -> Format:
    if not head:
        raise UnreadableError("It is empty.", _EMPTY)
    return sniff(head, ending(name))


def _begun(stream: BinaryIO) -> tuple[bytes, BinaryIO]:
    """Return the first bytes and a stream that still begins with them, wound back where that can be."""
    head = b""
    while len(head) < HEAD and (more := stream.read(HEAD - len(head))):
        head += more
    if isinstance(stream, io.BufferedReader) and stream.seekable():
        stream.seek(-len(head), io.SEEK_CUR)
        return head, stream
    return head, cast("BinaryIO", io.BufferedReader(_Again(head, stream), HEAD))


class _Again(io.RawIOBase):
    """A stream that begins again with the bytes already taken from it, for one that cannot be rewound."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if self._head:
            count = min(len(target), len(self._head))
            target[:count] = self._head[:count]
            self._head = self._head[count:]
            return count
        chunk = self._rest.read(len(target))
        target[: len(chunk)] = chunk
        return len(chunk)
