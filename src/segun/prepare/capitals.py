"""Words in capitals given the case that the parser knows, one character for one, so that no offset moves.

A headline in capitals shows the parser no names and half of the verbs as names. Each of its words gets the case that
it has in the rest of the text (truecasing; Lita et al. 2003), else that of the language: an unknown word is a name.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from segun import lang
from segun.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_OPENS = re.compile(r"(?:^|[.!?…:\n])[\s\"“«'‘(¿¡]*$")
"""What stands before a word that has its capital from where it stands."""
_BEFORE = 4
"""Characters in which that is looked for."""
_FEW = 4
"""Words that a paragraph in capitals has at least; fewer may be a name."""
_SHARE = 0.9
"""Share of letters in capitals from which on a paragraph is in capitals."""


def lowered(text: str, language: str, paragraphs: Sequence[Span]) -> str:
    """Return ``text`` without the capitals of its paragraphs that are all in capitals.

    Args:
        text: the report's text.
        language: a supported language's code.
        paragraphs: spans of ``text``.

    Returns:
        A text of the same length, differing from ``text`` in the case of letters only.
    """
    loud = dict.fromkeys(span for span in paragraphs if _in_capitals(span.of(text)))
    if not loud:
        return text
    known = _cases(text, [span for span in paragraphs if span not in loud])
    pieces, at = [], 0
    for span in loud:
        pieces += [text[at : span.start], _cased(span.of(text), language, known)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _in_capitals(words: str) -> bool:
    loud = sum(map(str.isupper, words)) >= _SHARE * sum(map(str.isalpha, words))
    return loud and len(_WORD.findall(words)) >= _FEW


def _cases(text: str, paragraphs: Sequence[Span]) -> dict[str, str]:
    """Return the words of some paragraphs as they are written most often, by their lower-case forms."""
    seen: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for span in paragraphs:
        for found in _WORD.finditer(text, span.start, span.end):
            word = found.group()
            if found.start() > span.start and not _opens(text, found.start()):
                seen[word.lower()][word] += 1
    return {low: counts.most_common(1)[0][0] for low, counts in seen.items()}


def _opens(text: str, at: int) -> bool:
    return bool(_OPENS.search(text, max(0, at - _BEFORE), at))


def _cased(words: str, language: str, known: dict[str, str]) -> str:
    out = list(words)
    for found in _WORD.finditer(words):
        word = found.group()
        low = word.lower()
        better = known.get(low) or (low if lang.written(low, language) else low[:1].upper() + low[1:])
        if _opens(words, found.start()):
            better = better[:1].upper() + better[1:]
        if len(better) == len(word):
            out[found.start() : found.end()] = better
    return "".join(out)
