"""How texts come out of a translation: without articles, in the wrong gender or number, in another language's wordings.

What is put for what is a language's data (``gold.toml``). A text that has no accents left is damaged in words without
accents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from segun import lang
from segun.gold.edits import Edit
from segun.gold.records import GoldText
from segun.lang.goldwords import Pairs
from segun.model import Span

_EVERY = 2
"""Of articles, genders and numbers every second one is hit."""
_TOKEN = re.compile(r"\w+")
_START, _END = r"(?<![\w'’-])", r"(?![\w'’-])"


@cache
def accents() -> dict[int, str]:
    """Return the letters that old systems write without their accent, in any language, with what they write."""
    letters = "".join(lang.goldwords(each).accented for each in lang.supported())
    return {ord(each): unicodedata.normalize("NFD", each)[0] for each in letters + letters.upper()}


def articles(gold: GoldText) -> Iterator[Edit]:
    """Drop every second article that begins with a small letter, also out of a contraction: *la casa del río*."""
    yield from _every(_found(gold.text, _damage(gold).articles, gold.text))


def gender(gold: GoldText) -> Iterator[Edit]:
    """Put every second article, pronoun or adjective that is listed into the other gender: *la nuevo ley*."""
    yield from _every(_found(gold.text, _damage(gold).genders, gold.text.lower()))


def number(gold: GoldText) -> Iterator[Edit]:
    """Put every second verb that is listed, or noun behind a plural word, into the other number: *los vecino dijo*."""
    yield from _every(_found(gold.text, _damage(gold).numbers, gold.text.lower()))


def calques(gold: GoldText) -> Iterator[Edit]:
    """Write every wording that is listed as a translation word by word does: *hizo énfasis en que*."""
    yield from _found(gold.text, _damage(gold).calques, gold.text.lower())


@dataclass(frozen=True, slots=True)
class _Rules:
    """A pattern, and what stands for what it finds: by the word, else by its ending."""

    pattern: re.Pattern[str]
    words: dict[str, str]
    endings: Pairs = ()

    def instead(self, words: str) -> str | None:
        """Return what stands for some words."""
        if words in self.words:
            return self.words[words]
        for one, other in self.endings:
            if words.endswith(one) and len(words) > len(one):
                return words[: len(words) - len(one)] + other
        return None


@dataclass(frozen=True, slots=True)
class _Damage:
    """What is done to a language's texts."""

    articles: _Rules
    genders: _Rules
    numbers: _Rules
    calques: _Rules


def _every(edits: Iterable[Edit]) -> Iterator[Edit]:
    yield from (edit for count, edit in enumerate(edits) if count % _EVERY == 0)


def _found(text: str, rules: _Rules, searched: str) -> Iterator[Edit]:
    """Yield what the rules put for what they find; only the characters that differ."""
    if len(searched) != len(text):  # a capital that is several small letters
        searched = text
    for found in rules.pattern.finditer(searched):
        instead = rules.instead(" ".join(found.group().split()))
        if instead is not None:
            yield from _differing(text, Span(*found.span()), instead)


def _differing(text: str, span: Span, instead: str) -> Iterator[Edit]:
    """Yield the edit that leaves the words alone which both wordings end in, and the letters that both begin with."""
    before = span.of(text)
    words, others = before.split(" "), instead.split(" ")
    while len(words) > 1 and len(others) > 1 and words[-1].lower() == others[-1]:
        words.pop()
        others.pop()
    kept, put = " ".join(words), _as_written(" ".join(others), before)
    same = 0
    while same < min(len(kept), len(put)) and kept[same] == put[same]:
        same += 1
    if kept != put:
        yield Edit(Span(span.start + same, span.start + len(kept)), put[same:])


def _as_written(words: str, before: str) -> str:
    """Return words with the capitals that those in whose place they stand have."""
    if len(before) > 1 and before.isupper():
        return words.upper()
    return words[:1].upper() + words[1:] if before[:1].isupper() else words


def _damage(gold: GoldText) -> _Damage:
    bare = gold.text.translate(accents()) == gold.text
    return _damage_of(_language(gold), bare)


def _language(gold: GoldText) -> str:
    """Return the language of a text; where its gold does not say it, the one whose small words it has most of."""
    code = (gold.language or "").partition("-")[0]
    if code in lang.supported():
        return code
    words = [match.group().lower() for match in _TOKEN.finditer(gold.text)]
    return max(lang.supported(), key=lambda each: sum(word in lang.goldwords(each).small for word in words))


@cache
def _damage_of(language: str, bare: bool) -> _Damage:
    """Compile what is done to a language's texts.

    Args:
        language: its code.
        bare: whether it is to be done to words without their accents.
    """
    known = lang.goldwords(language)

    def written(words: str) -> str:
        return words.translate(accents()) if bare else words

    def pairs(given: Pairs) -> Pairs:
        return tuple((written(one), written(other)) for one, other in given)

    both = [(one, other) for one, other in pairs(known.adjective_endings)]
    both += [(other, one) for one, other in both]
    stems = rf"(?:{_any(map(written, known.adjectives))})(?:{_any(one for one, _ in both)})" if both else ""
    plurals = pairs(known.plural_endings)
    behind = [rf"(?<={_START}{re.escape(each)} )" for each in known.before_plurals]
    others = rf"(?!(?:{_any(known.before_plurals)})\b)"
    nouns = rf"(?:{'|'.join(behind)}){others}[^\W\d_]+(?:{_any(one for one, _ in plurals)})" if behind else ""
    contracted = dict(pairs(known.contracted))
    not_before = rf"(?!(?:{_any(known.no_article_before)})\b)" if known.no_article_before else ""
    dropped = rf"(?:{_any(known.articles)})[^\S\r\n]+(?=\w){not_before}"
    joined = rf"(?:{_any(contracted)}){_END}" if contracted else ""
    return _Damage(
        _Rules(re.compile(_START + rf"(?:{'|'.join(filter(None, (joined, dropped)))})"),
               dict.fromkeys(known.articles, "") | contracted),
        _Rules(_pattern(_swapped(pairs(known.genders)), stems), _swapped(pairs(known.genders)), tuple(both)),
        _Rules(_pattern(_swapped(pairs(known.numbers)), nouns), _swapped(pairs(known.numbers)), plurals),
        _Rules(_pattern(dict(pairs(known.calques)), ""), dict(pairs(known.calques))),
    )  # fmt: skip


def _swapped(pairs: Pairs) -> dict[str, str]:
    """Return each form with the other; a form of several pairs goes with its first one."""
    found: dict[str, str] = {}
    for one, other in pairs:
        found.setdefault(one, other)
        found.setdefault(other, one)
    return found


def _pattern(words: Iterable[str], more: str) -> re.Pattern[str]:
    alternatives = [each for each in (_any(words), more) if each]
    return re.compile(rf"{_START}(?:{'|'.join(alternatives)}){_END}")


def _any(words: Iterable[str]) -> str:
    """Return the alternation of some words, the longest first; a space is any white space within a line."""
    longest = sorted(words, key=lambda each: (-len(each), each))
    return "|".join(r"[^\S\r\n]+".join(map(re.escape, each.split(" "))) for each in longest)
