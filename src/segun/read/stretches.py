"""A WARC's bytes in stretches that damage cannot cross: the whole file, or each member of a packed one.

Nothing here holds more than what is asked for and one chunk.
"""

from __future__ import annotations

import os
import zlib
from typing import BinaryIO, Protocol

from segun.read.packed import MAGIC, too_dense

CHUNK = 65_536
_GAP = 64
"""Bytes after a record in which the next one must begin."""


class Stretches(Protocol):
    """Gives the bytes of one stretch after another."""

    fault: str | None
    """Why the last stretch ended early, as a sentence."""

    def advance(self) -> bool:
        """Go to the next stretch; whether there is one."""

    def more(self) -> bytes:
        """Return the next bytes of this stretch; none at its end."""

    def wind(self, count: int) -> bool | None:
        """Pass over ``count`` bytes unread: whether the stretch had them, or ``None`` where they must be read."""


class Plain:
    """A file that is not packed: one stretch.

    Args:
        stream: at the file's start.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.fault: str | None = None
        self._stream = stream
        self._begun = False
        self._size = _size(stream)

    def advance(self) -> bool:
        """Go to the only stretch, once."""
        begun, self._begun = self._begun, True
        return not begun

    def more(self) -> bytes:
        """Return the next bytes."""
        return self._stream.read(CHUNK)

    def wind(self, count: int) -> bool | None:
        """Pass over ``count`` bytes where the file can be wound."""
        if self._size is None:
            return None
        if self._stream.tell() + count > self._size:
            return False
        self._stream.seek(count, os.SEEK_CUR)
        return True


class Members:
    """A gzip file: each of its members is a stretch; one that is broken ends early and the next is looked for.

    Args:
        stream: at the file's start.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self.fault: str | None = None
        self._stream = stream
        self._chunk = b""
        """Packed bytes as they were read last."""
        self._start = 0
        """From where in the chunk a next member may begin if this one is broken."""
        self._rest = b""
        """What of the chunk is not unpacked yet."""
        self._member: zlib._Decompress | None = None
        self._taken = self._given = 0

    def advance(self) -> bool:
        """Go to the next member, over the rest of this one and whatever lies between."""
        while self.more():
            pass
        if self.fault is None:
            self._start = len(self._chunk) - len(self._rest)
        while (at := self._chunk.find(MAGIC, self._start)) < 0:
            kept = self._chunk[max(self._start, len(self._chunk) - len(MAGIC) + 1) :]
            chunk = self._stream.read(CHUNK)
            if not chunk:
                self._chunk = self._rest = b""
                self._start = 0
                self._member = None
                return False
            self._chunk, self._start = kept + chunk, 0
        self._rest, self._start = self._chunk[at:], at + 1
        self._member = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._taken, self._given = len(self._rest), 0
        self.fault = None
        return True

    def more(self) -> bytes:
        """Return the next unpacked bytes of this member."""
        member = self._member
        while member is not None and not member.eof and self.fault is None:
            if not self._rest:
                self._chunk, self._start = self._stream.read(CHUNK), 0
                self._rest = self._chunk
                self._taken += len(self._rest)
            if not self._rest:
                self.fault = "The gzip file is cut off."
                break
            try:
                found = member.decompress(self._rest, CHUNK)
            except zlib.error:
                self.fault = "The gzip file is broken here."
                break
            self._rest = member.unused_data if member.eof else member.unconsumed_tail
            self._given += len(found)
            if too_dense(self._given, self._taken - len(self._rest)):
                self.fault = "It unpacks to far more than any page packs to."
            elif found:
                return found
        return b""

    def wind(self, count: int) -> bool | None:
        """Say that packed bytes must be unpacked to be passed over."""
        del count
        return None


class Window:
    """Reads what begins at the front of a stretch, and can look before it takes."""

    def __init__(self, stretches: Stretches) -> None:
        self._stretches = stretches
        self._held = bytearray()

    def fill(self, count: int) -> int:
        """Hold ``count`` bytes, or all that the stretch still has; how many are held."""
        while len(self._held) < count and (more := self._stretches.more()):
            self._held += more
        return len(self._held)

    def ends(self) -> bool:
        """Whether the stretch has nothing left."""
        return not self.fill(1)

    def starts(self, words: bytes) -> bool:
        """Whether ``words`` come next."""
        self.fill(len(words))
        return self._held.startswith(words)

    def take(self, count: int) -> bytes:
        """Return the next ``count`` bytes, fewer at the end."""
        self.fill(count)
        taken = bytes(memoryview(self._held)[:count])
        del self._held[:count]
        return taken

    def peek(self, count: int) -> bytes:
        """Return the next bytes and leave them."""
        self.fill(count)
        return bytes(memoryview(self._held)[:count])

    def closes(self, count: int, words: bytes) -> bool:
        """Whether a record of ``count`` bytes ends as one should: with two line ends, the next one or the stretch."""
        if self.fill(count + _GAP) < count:
            return False
        after = bytes(self._held[count : count + _GAP])
        rest = after.lstrip(b"\r\n")
        return after.startswith(b"\r\n\r\n") or rest.startswith(words) or (not rest and len(after) < _GAP)

    def line(self, limit: int) -> bytes:
        """Return the next line with its end, fewer bytes where it is longer than ``limit``."""
        at = -1
        while (at := self._held.find(b"\n", 0, limit)) < 0 and len(self._held) < limit:
            if not (more := self._stretches.more()):
                break
            self._held += more
        return self.take(at + 1 if at >= 0 else min(limit, len(self._held)))

    def skip(self, count: int) -> bool:
        """Pass over ``count`` bytes; where the stretch is known to have fewer, over none. Whether it had them."""
        held = min(count, len(self._held))
        left = count - held
        wound = self._stretches.wind(left) if left else True
        if wound is False:
            return False
        del self._held[:held]
        while wound is None and left and (more := self._stretches.more()):
            self._held += more[left:]
            left -= min(left, len(more))
        return bool(wound) or not left

    def skip_blank(self) -> None:
        """Pass over line ends."""
        while self.fill(1) and self._held[0] in b"\r\n":
            blank = len(self._held) - len(self._held.lstrip(b"\r\n"))
            del self._held[:blank]

    def seek(self, words: bytes) -> bool:
        """Go to the next ``words``, or to the end of the stretch; whether they are there."""
        while (at := self._held.find(words)) < 0:
            del self._held[: max(0, len(self._held) - len(words) + 1)]
            if not (more := self._stretches.more()):
                self._held.clear()
                return False
            self._held += more
        del self._held[:at]
        return True


def _size(stream: BinaryIO) -> int | None:
    try:
        if not stream.seekable():
            return None
        here = stream.tell()
        size = stream.seek(0, os.SEEK_END)
        stream.seek(here)
    except (OSError, ValueError):
        return None
    return size
