"""Characters that XML 1.0 or UTF-8 cannot hold: how a text and a feature's words get by without them."""

from __future__ import annotations

import re
from collections.abc import Iterable

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Control characters, lone surrogates, and two that are none."""
NOT_UTF_8 = re.compile("[\ud800-\udfff]")
STAND_IN = "\ufffd"

_ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
_TO_ESCAPE = re.compile(NOT_XML.pattern + r"|\\(?=u[0-9a-f]{4})")


def held(text: str, cannot: re.Pattern[str]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with a stand-in for each character that the format cannot hold, and what stood there.

    All of them count one, in code points as in UTF-16, so that no offset moves.

    Args:
        text: of a report.
        cannot: what the format cannot hold.

    Returns:
        The text, and the place and code point of each character that was replaced.
    """
    return cannot.sub(STAND_IN, text), [(found.start(), ord(found[0])) for found in cannot.finditer(text)]


def restored(text: str, replaced: Iterable[tuple[int, int]]) -> str:
    """Put back what :func:`held` replaced, wherever the stand-in is still there."""
    letters = list(text)
    for place, code in replaced:
        if 0 <= place < len(letters) and letters[place] == STAND_IN:
            letters[place] = chr(code)
    return "".join(letters)


def escaped(words: str) -> str:
    r"""Return the words of a feature with ``\uXXXX`` for what XML cannot hold."""
    return _TO_ESCAPE.sub(lambda found: f"\\u{ord(found[0]):04x}", words)


def unescaped(words: str) -> str:
    """Undo :func:`escaped`."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), words)
