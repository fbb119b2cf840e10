"""Letters of other alphabets that look like Latin ones, read as those within a Latin word: *роlicía*.

Pages that hide from filters, or from a search for whom they copied, write so; no parser knows such words.
"""

from __future__ import annotations

import re

_FOREIGN = "АВЕЅІЈКМНОРСТУХаесорухіјѕһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοαν"
_LATIN = "ABESIJKMHOPCTYXaecopyxijshdqwABEZHIKMNOPTYXoav"
_ALIKE = str.maketrans(_FOREIGN, _LATIN)
_WORD = re.compile(r"[^\W\d_]+")
_LOOKS = re.compile(f"[{_FOREIGN}]")
_PLAIN = re.compile(r"[A-Za-zÀ-ÿ]")


def latin(text: str) -> str:
    """Return ``text`` with the letters that only look Latin made Latin, one for one, so that no offset moves.

    A word of such letters alone, *о* or *роr*, is read so too where other words mix them with Latin ones.
    """
    if not _LOOKS.search(text):
        return text
    words = [m.group() for m in _WORD.finditer(text) if _LOOKS.search(m.group())]
    if not any(_PLAIN.search(word) for word in words):
        return text
    return _WORD.sub(lambda m: _word(m.group()), text)


def _word(word: str) -> str:
    read = word.translate(_ALIKE)
    return read if _LOOKS.search(word) and (read.isascii() or _PLAIN.search(word)) else word
