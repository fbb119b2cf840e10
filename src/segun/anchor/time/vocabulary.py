"""A language's words for times, each with one code character, so that a text becomes a short string to match on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from segun.lang.timewords import TimeWords, Value

OTHER = "\x00"
"""The code of a word that no rule knows."""
MARK = "\x01"
"""The code of a mark that no rule knows, of figures that are no number, of an empty line."""
YEARS = range(1000, 2200)
"""What four figures may be a year."""
_LITERALS = re.compile(r"[^\W\d_]+|[,\-/':.%*]")
_FIRST_CODE = 0x100
Values = Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Codes and values of the words that a language's rules are made of."""

    tokens: re.Pattern[str]
    words: Mapping[str, tuple[str, Values]]
    """Code and values of each word, by class."""
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], str, Values], ...]]
    """Words of several parts by their first part, longest first."""
    numbers: Mapping[frozenset[str], str]
    """Codes of figures by the classes that their value gives them."""
    classes: Mapping[str, str]
    """All codes that a class has."""
    core: frozenset[str]
    """Codes that can make a time; the others only go with them."""


@dataclass(slots=True)
class _Codes:
    """Hands out one code for each set of classes."""

    given: dict[frozenset[str], str] = field(default_factory=dict)

    def of(self, classes: Iterable[str]) -> str:
        return self.given.setdefault(frozenset(classes), chr(_FIRST_CODE + len(self.given)))


def number_classes(value: float, *, figures: str = "") -> frozenset[str]:
    """Return the classes of a number.

    Args:
        value: the number.
        figures: how it is written, empty where it is written in words.
    """
    found = {"num"}
    if value == int(value):
        found |= {"int"} if value < 10_000 else set()
        found |= {"day"} if 1 <= value <= 31 else set()
        found |= {"hour"} if value <= 24 else set()
        if int(value) in YEARS and (len(figures) == 4 or (not figures and value > 1000)):
            found |= {"year"}
        if figures and len(figures) == 2:
            found |= {"two-figures"}
    found |= {"figures"} if figures else {"in-words"}
    found |= {"day-figures"} if figures and "day" in found else set()
    found |= {"tens"} if value in range(20, 100, 10) else set()
    return frozenset(found)


def vocabulary(words: TimeWords) -> Vocabulary:
    """Build the vocabulary of a language."""
    values: dict[tuple[str, ...], dict[str, Value]] = {}
    for name, entries in words.classes.items():
        for entry, value in entries.items():
            values.setdefault(tuple(_LITERALS.findall(entry)), {})[name] = value
    for literal in _rule_literals(words):
        values.setdefault((literal,), {})
    codes = _Codes()
    single: dict[str, tuple[str, Values]] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], str, Values]]] = {}
    for parts, found in values.items():
        kinds: set[str] = {*found, f"={' '.join(parts)}"}
        if "number" in found:
            kinds = (kinds - {"number"}) | set(number_classes(float(found["number"])))
        code = codes.of(kinds)
        if len(parts) == 1:
            single[parts[0]] = (code, found)
        else:
            phrases.setdefault(parts[0], []).append((parts, code, found))
    numbers = _number_codes(codes)
    classes: dict[str, str] = {}
    for members, code in codes.given.items():
        for kind in members:
            classes[kind] = classes.get(kind, "") + code
    return Vocabulary(
        tokens=_token_pattern(words.ordinal_endings),
        words=single,
        phrases={first: tuple(sorted(found, key=lambda p: -len(p[0]))) for first, found in phrases.items()},
        numbers=numbers,
        classes=classes,
        core=frozenset(code for kinds, code in codes.given.items() if _is_core(kinds, words)),
    )


def _is_core(kinds: frozenset[str], words: TimeWords) -> bool:
    if kinds & {"year", "tens", "clock", "dotclock", "date", "iso"}:
        return True
    return any(kind in words.classes and kind not in words.weak for kind in kinds)


def _rule_literals(words: TimeWords) -> Iterator[str]:
    for wording in (*words.macros.values(), *(w for rule in words.rules for w in rule.wordings)):
        bare = re.sub(r"\{[^}]*\}|<[\w-]+>|\(\?(?:<?[=!])", " ", wording)
        yield from _LITERALS.findall(bare.replace("*", " "))


def _number_codes(codes: _Codes) -> dict[frozenset[str], str]:
    kinds = {number_classes(value, figures=figures) for value in range(10_001) for figures in (str(value), "")}
    kinds |= {number_classes(value, figures=f"{value:02}") for value in range(10)}
    kinds |= {number_classes(20_000.0, figures="20000"), number_classes(20_000.0), number_classes(0.5, figures="0.5")}
    kinds |= {frozenset({shape}) for shape in ("clock", "dotclock", "date", "iso")}
    kinds |= {frozenset({"nth"}), frozenset({"nth", "nth-day"})}
    return {kind: codes.of(kind) for kind in kinds}


def _token_pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    ordinal = "|".join(re.escape(ending) for ending in sorted(endings, key=len, reverse=True))
    return re.compile(
        rf"(?P<iso>\d{{4}}-\d\d?-\d\d?(?!\w))"
        rf"|(?P<date>\d{{1,2}}(?P<sep>[/.\-])\d{{1,2}}(?P=sep)(?:\d{{4}}|\d\d)(?![\w]))"
        rf"|(?P<clock>\d{{1,2}}[:h]\d\d(?::\d\d)?(?![\d]|[.,]\d))"
        rf"|(?P<dotclock>\d{{1,2}}\.\d\d(?![\d]|[.,]\d))"
        rf"|(?P<nth>\d{{1,3}}\s?(?:{ordinal})(?!\w))"
        rf"|(?P<mixed>(?:\d{{1,3}}[ \-])?[1-9]/[2-9](?![\w/]))"
        rf"|(?P<number>\d+(?:[.,]\d+)*)"
        rf"|(?P<word>[^\W\d_]+)"
        rf"|(?P<gap>\n\s*\n)"
        rf"|(?P<mark>\S)"
    )
