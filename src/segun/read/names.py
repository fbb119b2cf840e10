"""What an input and the reports in it are called."""

from __future__ import annotations

import os
import re

STDIN = "stdin"
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}\Z")


def stem(name: str) -> str:
    """Return a file's name without its ending: *a* for *a.txt*, *a.txt.gz*, *a.jsonl.gz*; *3.4 mapas* as it is."""
    short = name[:-3] if name.lower().endswith(".gz") and len(name) > 3 else name
    bare = _ENDING.sub("", short)
    return bare or short


def ending(name: str) -> str:
    """Return the ending of a file's name in lower case without its dot, before a *.gz*: *jsonl* for *a.JSONL.gz*."""
    short = name[:-3] if name.lower().endswith(".gz") else name
    found = _ENDING.search(short)
    return found.group()[1:].lower() if found and found.start() > 0 else ""


def printable(name: str) -> str:
    """Return ``name`` with U+FFFD for bytes that are no characters, which a file's name may hold."""
    try:
        return os.fsencode(name).decode("utf-8", "replace")
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", name)


class Keys:
    """Gives out keys, each once."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def take(self, wish: str) -> str:
        """Return ``wish``, or ``wish-2``, ``wish-3`` … where it is taken."""
        if wish not in self._next:
            self._next[wish] = 2
            return wish
        while (key := f"{wish}-{self._next[wish]}") in self._next:
            self._next[wish] += 1
        self._next[wish] += 1
        self._next[key] = 2
        return key
