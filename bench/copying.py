"""An invented world in which outlets copy each other: stories of any size, a few of them large, most of them small.

Stories begin one after the other and last some days. A report of a story is the first one, or it has most of its
statements from an earlier one of the same story, and an earlier one is taken the likelier the more were taken from it
already (preferential attachment: Simon 1955). It may change words, drop an attribution, or add a statement of its own.
The sizes of stories follow a power law. What comes out is analysed claims, so that nobody has to parse.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from segun.model import Analysis, Claim, Relay, Report, Source, Span

_SLOPE = 1.1
"""Exponent of the tail of the sizes."""
_LARGEST = 0.005
"""Reports of a story at most, as a share of all."""
_START = datetime(2031, 1, 1)  # noqa: DTZ001 - an invented world has no zone
_HOURS = 72.0
"""Hours that a story lasts, about."""
_LETTERS = ("ba", "cor", "dal", "en", "fir", "gos", "hu", "il", "jor", "kan", "lem", "mor", "nis", "or", "pel", "qui")
_FACTS = (
    "the {a} at {p} was closed to {b} and {c} after the {d} near {q}",
    "some {n} {a} were moved from {p} to {q} while {b} waited for {c}",
    "{n} {a} of the {b} plant in {p} had gone without {c} since {q} flooded",
    "the {a} council will send {n} {b} to {p} before the {c} in {q}",
    "a {a} found {n} {b} under the {c} between {p} and {q}",
)
_OWN = "neighbours in {p} heard {n} {a} before the {b} stopped near {q}"


@dataclass(frozen=True, slots=True)
class _Statement:
    text: str
    source: str | None


class Copying:
    """The world; the same seed gives the same one.

    Args:
        reports: how many there are.
        seed: what it is made from.
    """

    def __init__(self, reports: int, seed: int = 11) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a world, no secrets
        self.reports = reports
        self.words = list(dict.fromkeys(self._name().lower() for _ in range(30_000)))
        self.names = list(dict.fromkeys(self._name() for _ in range(60_000)))
        self.outlets = [f"{self._name()} Post" for _ in range(400)]

    def analyses(self) -> Iterator[Analysis]:
        """Yield the reports, analysed, in the order of time."""
        made: list[tuple[datetime, int, list[_Statement], str]] = []
        story = 0
        while len(made) < self.reports:
            begin = _START + timedelta(hours=story * 1.5)
            most = max(2, int(_LARGEST * self.reports))
            size = min(most, self.reports - len(made), int(self.chance.paretovariate(_SLOPE)))
            made.extend(self._story(begin, max(1, size), len(made)))
            story += 1
        for when, number, statements, outlet in sorted(made, key=lambda each: each[:2]):
            yield self._written(number, when, statements, outlet)

    def _story(self, begin: datetime, size: int, number: int) -> Iterator[tuple[datetime, int, list[_Statement], str]]:
        names = self.chance.sample(self.names, 4)
        told: list[list[_Statement]] = []
        urn: list[int] = []
        hours = sorted(self.chance.expovariate(3 / _HOURS) for _ in range(size))
        for at in range(size):
            if at == 0 or self.chance.random() < 0.05:
                statements = [self._fact(names) for _ in range(3)]
            else:
                parent = self.chance.choice(urn)
                urn.append(parent)
                statements = [self._taken(each) for each in told[parent]]
                if self.chance.random() < 0.2:
                    statements[self.chance.randrange(len(statements))] = self._fact(names, own=True)
            told.append(statements)
            urn.append(at)
            yield begin + timedelta(hours=hours[at]), number + at, statements, self.chance.choice(self.outlets)

    def _fact(self, names: list[str], *, own: bool = False) -> _Statement:
        few = [self._seldom() for _ in range(4)]
        p, q = self.chance.sample(names, 2)
        form = _OWN if own else self.chance.choice(_FACTS)
        text = form.format(a=few[0], b=few[1], c=few[2], d=few[3], n=self.chance.randint(3, 900), p=p, q=q)
        return _Statement(text, None if own else f"{self.chance.choice(names)} {self.chance.choice(self.names)}")

    def _taken(self, statement: _Statement) -> _Statement:
        """Return a statement as the next outlet writes it."""
        words = statement.text.split()
        for at, word in enumerate(words):
            if word.islower() and self.chance.random() < 0.05:
                words[at] = self._seldom()
        source = None if self.chance.random() < 0.05 else statement.source
        return replace(statement, text=" ".join(words), source=source)

    def _written(self, number: int, when: datetime, statements: list[_Statement], outlet: str) -> Analysis:
        text, claims, sources = "", [], {}
        for at, each in enumerate(statements):
            start = len(text)
            sentence = each.text[0].upper() + each.text[1:]
            claimed = Span(start, start + len(sentence))
            text += sentence
            chain: tuple[Relay, ...] = ()
            if each.source is not None:
                source = sources.setdefault(each.source, Source(f"s{len(sources)}", each.source, "person", ()))
                name = Span(len(text) + 2, len(text) + 2 + len(each.source))
                cue = Span(name.end + 1, name.end + 5)
                text += f", {each.source} said"
                chain = (Relay(source.id, (name,), (cue,), "said"),)
            text += ".\n\n" if at % 2 else ". "
            claims.append(Claim(f"c{at}", (claimed,), chain, "indirect", "CT+", "assert", 0.8))
        report = Report(
            key=f"r{number}",
            text=text,
            language="en",
            published=when.isoformat(timespec="seconds"),
            outlet=outlet,
            location=f"https://copying.example/{number}",
        )
        return Analysis(report, tuple(sources.values()), tuple(claims))

    def _name(self) -> str:
        return "".join(self.chance.choice(_LETTERS) for _ in range(self.chance.choice((2, 3, 3, 4)))).capitalize()

    def _seldom(self) -> str:
        return self.words[int(len(self.words) * self.chance.random() ** 3)]
