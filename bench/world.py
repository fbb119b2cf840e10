"""An invented world of reports for benches: texts of any length, and analyses of them that nobody had to parse."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeVar, get_args

from segun.model import (
    AREAS,
    Analysis,
    Area,
    Claim,
    Factuality,
    Place,
    PlaceKind,
    Relay,
    Report,
    Source,
    SourceKind,
    Span,
    SpeechAct,
    Time,
)

SYLLABLES = ("ba", "cor", "dal", "en", "fir", "gos", "hu", "il", "jor", "kan", "lem", "mor", "nis", "or", "pel", "qui")
OPENINGS = {
    "es": (
        "Según {s}, {c}.",
        "{s} informó de que {c}.",
        "«{C}», dijo {s}.",
        "El lunes, {s} negó que {c}.",
        "{C}.",
    ),
    "en": (
        "According to {s}, {c}.",
        "{s} said that {c}.",
        "“{C},” {s} said.",
        "On Monday {s} denied that {c}.",
        "{C}.",
    ),
}
CONTENTS = {
    "es": (
        "el puente de {p} quedó cerrado tras la crecida del río",
        "unas {n} personas fueron evacuadas de {p} durante la noche",
        "el ministerio enviará {n} camiones a {p} antes del viernes",
        "las obras del puerto de {p} costarán {n} millones de euros",
    ),
    "en": (
        "the bridge at {p} had been closed after the river rose",
        "some {n} people were moved out of {p} during the night",
        "the ministry would send {n} trucks to {p} before Friday",
        "the works in the port of {p} would cost {n} million euros",
    ),
}
T = TypeVar("T")
CUES = {"es": ("dijo", "informó", "según"), "en": ("said", "reported", "told")}
FACTUALITIES = dict(zip(get_args(Factuality), (55, 12, 10, 3, 8, 2, 2, 8), strict=True))
ACTS = dict(zip(get_args(SpeechAct), (60, 8, 6, 4, 4, 3, 2, 6, 2, 5), strict=True))
DEPTHS = {0: 25, 1: 50, 2: 25}
"""How many relays a claim has, with how often."""
SOURCE_KINDS = dict(zip(get_args(SourceKind), (45, 30, 5, 10, 10, 0), strict=True))
PLACE_KINDS = dict(zip(get_args(PlaceKind), (1, 3, 8, 10, 8, 60, 10), strict=True))
COUNTRIES = ("ES", "MX", "AR", "US", "GB", "FR", "UA", "IL", "CO", "PE")
SENTENCES = 3
"""In a paragraph of an analysed report."""


class World:
    """Names, places and outlets, as frequent as in the world: a few everywhere, most seldom."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a world, no secrets
        names = [self._name() + " " + self._name() for _ in range(3_000)]
        self.people = list(dict.fromkeys(names))
        self.places = [self._name() for _ in range(800)]
        self.words = [self._name().lower() for _ in range(20_000)]
        self.outlets = [f"{self._name()} Post" for _ in range(60)]
        self.kinds = {name: self._one(SOURCE_KINDS) for name in self.people}
        self.spots = [self._spot(name) for name in self.places]

    def text(self, language: str, words: int) -> str:
        """Return a text of about so many words, which a language model can parse."""
        parts: list[str] = []
        count = 0
        while count < words:
            opening = self.chance.choice(OPENINGS[language])
            content = self.chance.choice(CONTENTS[language]).format(
                p=self._seldom(self.places), n=self.chance.randint(2, 900)
            )
            parts.append(opening.format(s=self._seldom(self.people), c=content, C=content[0].upper() + content[1:]))
            count += len(parts[-1].split())
        return "\n\n".join(" ".join(parts[at : at + 4]) for at in range(0, len(parts), 4))

    def analyses(self, count: int, claims: int = 12) -> Iterator[Analysis]:
        """Yield analysed reports with so many claims each."""
        for number in range(count):
            yield self.analysis(number, claims)

    def analysis(self, number: int, claims: int = 12) -> Analysis:
        """Return one analysed report of about twenty words a claim: who said so, and what."""
        language = self.chance.choice(("es", "en"))
        names = list(dict.fromkeys(self._seldom(self.people) for _ in range(max(4, claims // 8))))
        sources = [Source(f"s{at}", name, self.kinds[name], ()) for at, name in enumerate(names)]
        published = date(2024, 1, 1) + timedelta(self.chance.randrange(700))
        text, made, times, places = "", [], [], []
        for at in range(claims):
            id = f"c{at}"
            relays = []
            for source in self.chance.sample(sources, min(self._one(DEPTHS), len(sources))):
                cue = self.chance.choice(CUES[language])
                name = Span(len(text), len(text) + len(source.name))
                said = Span(name.end + 1, name.end + 1 + len(cue))
                relays.append(Relay(source.id, (name,), (said,), "said"))
                text += f"{source.name} {cue} "
            content = " ".join(self._seldom(self.words) for _ in range(18 - 2 * len(relays))) + f" {number}"
            span = Span(len(text), len(text) + len(content))
            sure = round(self.chance.uniform(0.4, 1), 2)
            firm, act = self._one(FACTUALITIES), self._one(ACTS)
            made.append(Claim(id, (span,), tuple(relays), "indirect" if relays else "none", firm, act, sure))
            word = Span(span.start, span.start + content.index(" "))
            if self.chance.random() < 0.4:
                times.append(Time(word, "DATE", self._when(published), (id,), "event"))
            if self.chance.random() < 0.5:
                places.append(replace(self._seldom(self.spots), span=word, claims=(id,)))
            text += content + ("\n\n" if at % SENTENCES == SENTENCES - 1 else ". ")
        report = Report(
            key=f"r{number}",
            text=text,
            language=language,
            published=published.isoformat(),
            outlet=self._seldom(self.outlets),
            location=f"https://bench.example/{number}",
        )
        spans: dict[str, list[Span]] = {}
        for relay in (relay for claim in made for relay in claim.relays):
            spans.setdefault(str(relay.source), []).extend(relay.source_spans)
        kept = tuple(replace(each, mentions=tuple(spans[each.id])) for each in sources if each.id in spans)
        return Analysis(report, kept, tuple(made), tuple(times), tuple(places))

    def _when(self, published: date) -> str:
        """Return a date of an event: mostly a day of the last weeks, some months, years and days of no year."""
        day = published - timedelta(int(1_500 * self.chance.random() ** 4))
        form = self._one({"%Y-%m-%d": 70, "%Y-%m": 15, "%Y": 10, "XXXX-%m-%d": 5})
        return day.strftime(form)

    def _spot(self, name: str) -> Place:
        """Return a place of this world: a point, an area with its middle, or only inside what area it lies."""
        kind, country = self._one(PLACE_KINDS), self.chance.choice(COUNTRIES)
        lat, lon = round(self.chance.uniform(-55, 70), 4), round(self.chance.uniform(-180, 180), 4)
        if kind not in AREAS and self.chance.random() < 0.15:
            around = Area(self.places[0], country, "bench:0")
            return Place(Span(0, 0), name, country, None, None, around, 0.6, (), None, kind)
        return Place(Span(0, 0), name, country, lat, lon, None, 0.9, (), f"bench:{name}", kind)

    def _one(self, weighted: dict[T, int]) -> T:
        """Return one of what is given with how often."""
        return self.chance.choices(list(weighted), list(weighted.values()))[0]

    def _name(self) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(self.chance.choice((2, 3, 3)))).capitalize()

    def _seldom(self, among: list[T]) -> T:
        """Return one of a list, the first ones far more often than the last."""
        return among[int(len(among) * self.chance.random() ** 3)]
