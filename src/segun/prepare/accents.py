"""Accents restored for the parser, one character for one, so that no offset moves.

Many reports come without accents, and a parser trained on accented text loses its hold on them. A word
without its accent gets that of the most frequent accented form (frequencies: wordfreq, Speer 2022), unless the word
is a form of its own; where frequency says it wrong, a language's ``accents.toml`` looks at the neighbours. In a
paragraph that has its accents only words that exist in no other form are touched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from segun import lang
from segun.lang.folding import unmarking
from segun.model import Span

_WORD = re.compile(r"[^\W\d_]+")
_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]")
MUST = 20.0
"""How many times more frequent the accented form has to be where the paragraph has accents of its own."""
MAY = 0.04
"""The same where the neighbours speak for the accented form."""
_INITIALS = 4
"""Capitals that are an abbreviation, and no word, at the most: *RIA*."""
SHARE = 0.02
"""Share of accented words from which on a paragraph counts as accented; news has about 0.1 where there are accents."""


@dataclass(frozen=True, slots=True)
class _Accents:
    letters: frozenset[str]
    """The letters with a mark that texts may lack, large and small."""
    plain: Mapping[int, int]
    """The table that takes their marks away."""
    forms: Mapping[str, tuple[str, float]]
    """Plain word to its accented form and how many times more frequent that is."""
    past: Mapping[str, tuple[str, float]]
    """The same for the forms of verbs that :attr:`verbs` is about, whichever other accented form is more frequent."""
    keep: frozenset[str]
    rules: Mapping[str, list[Mapping[str, Any]]]
    verbs: Mapping[str, Any]


def restore(text: str, language: str, paragraphs: list[Span]) -> str:
    """Return ``text`` with the accents that its words lack.

    Args:
        text: the report's text.
        language: a supported language's code; one without ``accents.toml`` gets its text back.
        paragraphs: spans of ``text``; each is judged for itself.

    Returns:
        A text of the same length, differing from ``text`` in accents only.
    """
    accents = _accents(language, _wanting(text, language))
    if accents is None:
        return text
    pieces, at = [], 0
    for span in paragraphs:
        pieces += [text[at : span.start], _restored(span.of(text), accents)]
        at = span.end
    return "".join([*pieces, text[at:]])


def _wanting(text: str, language: str) -> str:
    """Return the letters with a mark of their own, such as ñ, that stand nowhere in a text: its words may lack it."""
    try:
        marked = lang.table(language, "accents").get("other-letters", "")
    except FileNotFoundError:
        return ""
    return "".join(letter for letter in marked if letter not in text and letter.upper() not in text)


@cache
def _accents(language: str, wanting: str) -> _Accents | None:
    """Return what restores a language's accents, and the letters ``wanting`` in a text with them."""
    try:
        data = lang.table(language, "accents")
    except FileNotFoundError:
        return None
    from wordfreq import get_frequency_dict

    frequency = get_frequency_dict(language, "best")
    verbs = data["verbs"]
    both = data["letters"] + wanting
    letters = frozenset(both + both.upper())
    bare = unmarking(letters)
    best: dict[str, tuple[str, float]] = {}
    past: dict[str, tuple[str, float]] = {}
    for word, count in frequency.items():
        if any(c in letters for c in word):
            plain = word.translate(bare)
            if len(plain) == len(word) and count > best.get(plain, ("", 0.0))[1]:
                best[plain] = (word, count)
            if word == plain[:-1] + verbs["accented"]:
                past[plain] = (word, count / max(frequency.get(plain, 0.0), 1e-12))
    forms = {plain: (word, count / max(frequency.get(plain, 0.0), 1e-12)) for plain, (word, count) in best.items()}
    rules: dict[str, list[Mapping[str, Any]]] = {}
    for rule in data["rules"]:
        rules.setdefault(rule["word"], []).append(rule)
    return _Accents(letters, bare, forms, past, frozenset(data["keep"]), rules, verbs)


def _restored(text: str, accents: _Accents) -> str:
    words = _WORD.findall(text)
    accented = sum(any(c in accents.letters for c in word) for word in words)
    has_accents = accented >= max(1, SHARE * len(words))
    out = list(text)
    tokens = list(_TOKEN.finditer(text))
    told = _told(tokens, accents) if has_accents else frozenset()
    shouted = text.isupper()
    for number, token in enumerate(tokens):
        word = token.group()
        low = word.lower()
        if (
            (word not in accents.forms and low not in accents.forms)
            or any(c in accents.letters for c in low)
            or len(low) != len(word)
            or (not shouted and word.isupper() and len(word) <= _INITIALS)
        ):
            continue
        before = tokens[number - 1].group().lower() if number else ""
        after = tokens[number + 1].group().lower() if number + 1 < len(tokens) else ""
        better = accents.past[low][0] if number in told else _better(low, before, after, has_accents, accents)
        if better and better != low:
            for k, (old, new) in enumerate(zip(word, better, strict=True)):
                out[token.start() + k] = new.upper() if old.isupper() else new
    return "".join(out)


def _told(tokens: list[re.Match[str]], accents: _Accents) -> frozenset[int]:
    """Return the tokens that lack the accent of their past among words that have theirs: *Gil aseguro que vendrá*.

    Only verbs of saying, before a conjunction, or behind a name or mark and before an article; and nothing where
    somebody speaks for themselves, or within quotation marks.
    """
    verbs = accents.verbs
    plain = [token.group().lower() for token in tokens]
    found: set[int] = set()
    quoted = False
    for number, word in enumerate(plain):
        if word in verbs["marks"]:
            quoted = word in verbs["opening"] or (word not in verbs["closing"] and not quoted)
        if quoted:
            continue
        if word in verbs["first-person"]:
            return frozenset()
        if word not in verbs["told"] or word not in accents.past:
            continue
        before = tokens[number - 1].group() if number else ""
        after = plain[number + 1] if number + 1 < len(plain) else ""
        parted = before.lower() in verbs["before"] or (before[:1].isupper() and number > 1)
        clause = after in verbs["conjunctions"] and before.lower().translate(accents.plain) not in verbs["not-before"]
        if clause or (parted and after in verbs["articles"]):
            found.add(number)
    return frozenset(found)


def _better(word: str, before: str, after: str, has_accents: bool, accents: _Accents) -> str | None:
    """Return the form that ``word`` stands for between its neighbours, or ``None`` to leave it."""
    form, ratio = accents.forms.get(word, ("", 0.0))
    if has_accents:
        return form if ratio >= MUST and word not in accents.keep else None
    for rule in accents.rules.get(word, ()):
        if _fits(rule, before, after):
            return str(rule["to"])
    said, often = accents.past.get(word, ("", 0.0))
    verbs = accents.verbs
    bare = before.translate(accents.plain)
    as_told = bare in verbs["manner"] and after in verbs["articles"]  # como informo la agencia
    nominal = bare in verbs["not-before"] and not as_told
    if (
        said
        and not nominal
        and often >= MAY
        and (after.translate(accents.plain) in verbs["after"] or before in verbs["before"])
    ):
        return said
    if word in accents.keep or not form or (form == said and nominal and ratio < MUST):
        return None
    return form if ratio > 1 else None


def _fits(rule: Mapping[str, Any], before: str, after: str) -> bool:
    tests = [
        after.endswith(tuple(rule["after-endings"])) if "after-endings" in rule else None,
        after in rule["after"] if "after" in rule else None,
        before in rule["before"] if "before" in rule else None,
    ]
    asked = [test for test in tests if test is not None]
    return any(asked) if asked else True
