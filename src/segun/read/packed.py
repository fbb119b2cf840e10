"""Gzip: a stream that unpacks as it is read, and refuses what was packed to fill a disk."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import TYPE_CHECKING, BinaryIO, cast

from segun.read.draft import UnreadableError
from segun.read.limits import HEAD, MAX_PACKED, MAX_RATIO

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

CUT_OFF = (EOFError, zlib.error, gzip.BadGzipFile)
"""What reading a broken gzip stream raises."""
MAGIC = b"\x1f\x8b\x08"


def unpacked(stream: BinaryIO) -> BinaryIO:
    """Return what ``stream`` holds, unpacked as it is read.

    Reading it raises one of ``CUT_OFF`` where the stream is broken, and UnreadableError where it unpacks to more than
    ``MAX_RATIO`` times its size.
    """
    return cast("BinaryIO", io.BufferedReader(_Guarded(stream), HEAD))


def peek(head: bytes) -> bytes:
    """Return the beginning of what a gzip stream that begins with ``head`` holds, at most ``HEAD`` bytes."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(head, HEAD)
    except zlib.error:
        return b""


def too_dense(given: int, taken: int) -> bool:
    """Whether ``given`` bytes out of ``taken`` packed ones are more than any writing packs to."""
    return given > MAX_PACKED and given > MAX_RATIO * taken


def bomb() -> UnreadableError:
    """Return the error that refuses a stream that is too dense."""
    return UnreadableError(
        f"It unpacks to more than {MAX_RATIO} times its size, as no writing does.",
        "If you trust it, unpack it yourself and name what came out.",
    )


class _Counted:
    """Counts the bytes that are taken from a stream."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self.taken += len(data)
        return data


class _Guarded(io.RawIOBase):
    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        self._counted = _Counted(stream)
        self._file = gzip.GzipFile(fileobj=cast("BinaryIO", self._counted))
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        data = self._file.read(len(target))
        self._given += len(data)
        if too_dense(self._given, self._counted.taken):
            raise bomb()
        target[: len(data)] = data
        return len(data)
