"""Words as the full-text index keeps them: folded, and stemmed by Snowball in the language of their report.

``ñ`` is a letter of its own: *año* does not find *ano*. In texts that are written without any accent an ``n`` may
stand for it, so their words are kept in a column of their own, in which ``ñ`` is folded too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from segun.errors import SegunError
from segun.lang import stemmer, supported
from segun.tongue import gettext as _

_WORD = re.compile(r"\w+")
_QUERY = re.compile(r'-?"[^"]*"?|\S+')
_TILDE = "\N{COMBINING TILDE}"


def fold(text: str, *, marked: bool = True) -> str:
    """Return ``text`` in lower case without accents.

    Args:
        text: any words.
        marked: whether ``ñ`` stays.
    """
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFD", text.casefold())
    kept = []
    for place, letter in enumerate(parts):
        if not unicodedata.combining(letter) or (marked and letter == _TILDE and parts[place - 1 : place] == "n"):
            kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept))


def is_bare(text: str) -> bool:
    """Whether a text holds no letter with a mark, so that it may have lost its accents."""
    return text.isascii() or not any(
        unicodedata.combining(part) for part in unicodedata.normalize("NFD", text) if part > "\x7f"
    )


def indexed(text: str, language: str | None, *, marked: bool = True) -> str:
    """Return the stems of ``text``, parted by blanks.

    Args:
        text: a claim's words.
        language: BCP 47; words of a language that Snowball is not used for are only folded.
        marked: whether ``ñ`` stays.
    """
    code = (language or "").partition("-")[0]
    return " ".join(_stem(word, code, marked) for word in _WORD.findall(text))


def stem(word: str, language: str) -> str:
    """Return the stem of a word, folded with its ``ñ`` too.

    Args:
        word: one word.
        language: BCP 47 without its parts; words of a language that Snowball is not used for are only folded.
    """
    return _stem(word, language, marked=False)


def query(words: str) -> str:
    """Return the full-text query for words as people type them.

    All words must be there; ``"…"`` keeps words together, ``-word`` leaves out, ``word*`` takes every ending. A word
    is looked up by its stem in each language, for it is not known which one it is of.

    Raises:
        SegunError: nothing is left to look for.
    """
    wanted: list[str] = []
    unwanted: list[str] = []
    for part in _QUERY.findall(words):
        leaves_out = part.startswith("-") and len(part) > 1
        found = _WORD.findall(part)
        if found:
            (unwanted if leaves_out else wanted).append(_either(found, whole=not part.endswith("*")))
    if not wanted:
        raise SegunError(
            _("'%(words)s' holds no word to look for.", words=words), _("Give at least one word that is not left out.")
        )
    asked = " AND ".join(wanted)
    return f"({asked}) NOT ({' OR '.join(unwanted)})" if unwanted else asked


def _either(words: list[str], *, whole: bool) -> str:
    """Return the query for words that stand together, in either column and by the stems of any language."""
    found = []
    for column, marked in (("marked", True), ("bare", False)):
        if whole:
            phrases = dict.fromkeys(" ".join(_stem(word, code, marked) for word in words) for code in _codes())
            either = " OR ".join(f'"{phrase}"' for phrase in phrases)
        else:
            either = f'"{" ".join(fold(word, marked=marked) for word in words)}" *'
        found.append(f"{{{column}}} : ({either})")
    return f"({' OR '.join(found)})"


def _codes() -> tuple[str, ...]:
    return (*(code for code in supported() if stemmer(code) is not None), "")


@lru_cache(maxsize=200_000)
def _stem(word: str, code: str, marked: bool) -> str:
    folded = fold(word, marked=marked)
    snowball = stemmer(code)
    return folded if snowball is None else str(snowball.stemWord(folded))
