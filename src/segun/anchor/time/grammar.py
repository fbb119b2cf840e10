"""The rules of a language, compiled once to patterns over word codes, and what they find in a text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from segun import lang
from segun.anchor.time.tokens import Token, tokens
from segun.anchor.time.vocabulary import MARK, OTHER, Vocabulary, vocabulary
from segun.lang.timewords import TimeWords, Value
from segun.model import Span

_PARTS = re.compile(
    r"(?P<look>\(\?<?[=!])|\{(?:(?P<name>\w+):)?(?P<classes>[\w|-]+)\}|(?P<literal>[^\W\d_]+|[,\-/':%]|\\.)"
    r"|(?P<open>\()|(?P<extent>\[)|(?P<close>\])|(?P<other>[?|)*+^$])|(?P<blank>\s+)"
)
LONGEST_RUN = 60
"""Words of a run of known ones that are looked at together; more is a list or a table, no expression."""
MOST_RUNS = 20_000
"""Runs that are remembered."""
NUMERIC = frozenset(
    {
        "num",
        "int",
        "tens",
        "day",
        "day-figures",
        "hour",
        "year",
        "two-figures",
        "figures",
        "in-words",
        "nth",
        "nth-day",
    }
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A wording, compiled."""

    make: str
    options: Mapping[str, Any]
    pattern: re.Pattern[str]
    groups: Mapping[str, tuple[str, tuple[str, ...]]]
    """Names and classes of the named words, by the pattern's groups: a name may stand in several places."""
    needs: tuple[frozenset[str], ...]
    """Codes of which each must occur where the rule is to match: what spares most rules most runs."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of text that a rule matched."""

    span: Span
    rule: Rule
    tokens: Mapping[str, Token]
    kinds: Mapping[str, tuple[str, ...]]
    """The classes by which the named words matched."""

    def get(self, name: str) -> Value | None:
        """Return the value of a named word, ``None`` where the rule matched without it."""
        token = self.tokens.get(name)
        if token is None:
            return None
        for kind in self.kinds[name]:
            key = "number" if kind in NUMERIC else kind
            if key in token.values:
                return token.values[key]
        return None

    def number(self, name: str) -> float | None:
        """Return the value of a named word that is a number."""
        value = self.get(name)
        return None if value is None else float(value)

    def integer(self, name: str) -> int | None:
        """Return the value of a named word that is a whole number."""
        value = self.number(name)
        return None if value is None else int(value)

    def option(self, name: str, default: Any = None) -> Any:
        """Return what the rule tells its function."""
        return self.rule.options.get(name, default)


@dataclass(frozen=True, slots=True)
class _Hit:
    """Where a rule matched in a run of codes, by word."""

    start: int
    end: int
    rule: Rule
    groups: tuple[tuple[str, int, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Words and rules of a language."""

    words: TimeWords
    vocabulary: Vocabulary
    rules: tuple[Rule, ...]
    runs: re.Pattern[str]
    seen: dict[str, tuple[_Hit, ...]] = field(default_factory=dict)
    """Runs of codes that were met before: there are few, and they recur."""


@cache
def grammar(language: str) -> TimeGrammar:
    """Return a language's rules, compiled once."""
    words = lang.timewords(language)
    known = vocabulary(words)
    rules = tuple(
        _compiled(rule.make, wording, rule.options, known)
        for rule in words.rules
        for wording in _plain(words, rule.wordings)
    )
    return TimeGrammar(words, known, rules, re.compile(f"{OTHER}?[^{OTHER}{MARK}]+{OTHER}?"))


def _plain(words: TimeWords, wordings: Sequence[str]) -> Iterator[str]:
    """Yield wordings with what their macros stand for."""
    for wording in wordings:
        yield _expanded(wording, words.macros)


def _expanded(wording: str, macros: Mapping[str, str]) -> str:
    return re.sub(r"<([\w-]+)>", lambda m: f"({_expanded(macros[m.group(1)], macros)})", wording)


def _compiled(make: str, wording: str, options: Mapping[str, Any], known: Vocabulary) -> Rule:
    """Compile a wording.

    Raises:
        ValueError: it is not written as the head of ``es/times.toml`` says.
    """
    out: list[str] = []
    groups: dict[str, tuple[str, tuple[str, ...]]] = {}
    needs: list[frozenset[str]] = []
    at = depth = 0
    while at < len(wording):
        part = _PARTS.match(wording, at)
        if part is None:
            raise ValueError(f"Cannot read the wording {wording!r} at {wording[at:]!r}.")
        at = part.end()
        kind, word = part.lastgroup, part.group()
        if kind in {"classes", "literal"}:
            kinds = tuple(part["classes"].split("|")) if kind == "classes" else (f"={word.removeprefix(chr(92))}",)
            codes = _codes_of(kinds, known, wording)
            name = part["name"]
            if name:
                group = f"{name}_{len(groups)}"
                groups[group] = (name, kinds)
                out.append(f"(?P<{group}>[{codes}])")
            else:
                out.append(f"[{codes}]")
            if depth == 0 and wording[at : at + 1] not in {"?", "*"}:
                needs.append(frozenset(codes))
        elif kind in {"look", "open"}:
            depth += 1
            out.append(word if kind == "look" else "(?:")
        elif kind == "extent":
            out.append("(?P<extent>")
        elif kind == "close":
            out.append(")")
        elif kind == "other":
            depth -= word == ")"
            out.append({"^": f"(?<={OTHER})", "$": f"(?={OTHER})"}.get(word, word))
    if "|" in wording and _has_top_level_choice(wording):
        needs = []
    return Rule(make, options, re.compile("".join(out)), groups, tuple(needs))


def _codes_of(kinds: Sequence[str], known: Vocabulary, wording: str) -> str:
    codes = "".join(known.classes.get(kind, "") for kind in kinds)
    if not codes:
        raise ValueError(f"No word belongs to {'|'.join(kinds)} in the wording {wording!r}.")
    return "".join(sorted(set(codes)))


def _has_top_level_choice(wording: str) -> bool:
    depth = 0
    for character in re.sub(r"\{[^}]*\}", "", wording):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "|" and depth == 0:
            return True
    return False


def found(text: str, language: str) -> list[Found]:
    """Return what the rules of a language find in a text: in order of position, longest first, not overlapping.

    Args:
        text: the text as read.
        language: a code or tag that has a ``times.toml``.
    """
    known = grammar(language)
    words = tokens(text, known.vocabulary, known.words)
    codes = "".join([token.code for token in words])
    taken: list[Found] = []
    for run in known.runs.finditer(codes):
        for at in range(run.start(), run.end(), LONGEST_RUN):
            for hit in _hits(codes[at : min(at + LONGEST_RUN, run.end())], known):
                first, last = words[at + hit.start], words[at + hit.end - 1]
                named = {name: words[at + index] for name, index, _ in hit.groups}
                kinds = {name: kind for name, _, kind in hit.groups}
                taken.append(Found(Span(first.start, last.end), hit.rule, named, kinds))
    return taken


def _hits(run: str, known: TimeGrammar) -> tuple[_Hit, ...]:
    """Return the matches that stand in a run of known words: the longest, then those for which it leaves room."""
    if run in known.seen:
        return known.seen[run]
    if known.vocabulary.core.isdisjoint(run):
        return ()
    kept: list[_Hit] = []
    for hit in sorted(_matches(run, known), key=lambda hit: (hit.start - hit.end, hit.start)):
        if all(hit.end <= other.start or other.end <= hit.start for other in kept):
            kept.append(hit)
    chosen = tuple(sorted(kept, key=lambda hit: hit.start))
    if len(known.seen) < MOST_RUNS:
        known.seen[run] = chosen
    return chosen


def _matches(run: str, known: TimeGrammar) -> Iterator[_Hit]:
    """Yield all matches of all rules, in the order of the rules."""
    codes = frozenset(run)
    for rule in known.rules:
        if any(codes.isdisjoint(need) for need in rule.needs):
            continue
        for match in rule.pattern.finditer(run):
            start, end = match.span("extent") if "extent" in rule.pattern.groupindex else match.span()
            if start < end:
                groups = tuple(
                    (name, match.start(group), kinds)
                    for group, (name, kinds) in rule.groups.items()
                    if match.start(group) >= 0
                )
                yield _Hit(start, end, rule, groups)
