"""An invented world of reports for benches: texts of any length, and analyses of them that nobody had to parse."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from segun.model import Analysis, Claim, Place, Relay, Report, Source, Span, Time

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


class World:
    """Names, places and outlets, as frequent as in the world: a few everywhere, most seldom."""

    def __init__(self, seed: int = 1) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a world, no secrets
        names = [self._name() + " " + self._name() for _ in range(3_000)]
        self.people = list(dict.fromkeys(names))
        self.places = [self._name() for _ in range(800)]
        self.words = [self._name().lower() for _ in range(20_000)]
        self.outlets = [f"{self._name()} Post" for _ in range(60)]

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
        """Return one analysed report."""
        sources = [Source(f"s{at}", self._seldom(self.people), "person", ()) for at in range(4)]
        text, made, times, places = "", [], [], []
        for at in range(claims):
            content = " ".join(self._seldom(self.words) for _ in range(18)) + f" {number}"
            span = Span(len(text), len(text) + len(content))
            chain = tuple(
                Relay(source.id, (), (), "said")
                for source in self.chance.sample(sources, self.chance.choice((0, 1, 1, 2)))
            )
            made.append(Claim(f"c{at}", (span,), chain, "indirect", "CT+", "assert", 0.8))
            if self.chance.random() < 0.4:
                day = date(2020, 1, 1) + timedelta(self.chance.randrange(2_000))
                times.append(Time(Span(span.start, span.start + 3), "DATE", day.isoformat(), (f"c{at}",), "event"))
            if self.chance.random() < 0.5:
                name = self._seldom(self.places)
                lat, lon = self.chance.uniform(-60, 70), self.chance.uniform(-180, 180)
                places.append(Place(Span(span.start, span.start + 3), name, "XX", lat, lon, None, 0.9, (f"c{at}",)))
            text += content + "\n"
        published = date(2024, 1, 1) + timedelta(self.chance.randrange(700))
        report = Report(
            key=f"r{number}",
            text=text,
            language=self.chance.choice(("es", "en")),
            published=published.isoformat(),
            outlet=self._seldom(self.outlets),
            location=f"https://bench.example/{number}",
        )
        used = {relay.source for claim in made for relay in claim.relays}
        kept = tuple(source for source in sources if source.id in used)
        return Analysis(report, kept, tuple(made), tuple(times), tuple(places))

    def _name(self) -> str:
        return "".join(self.chance.choice(SYLLABLES) for _ in range(self.chance.choice((2, 3, 3)))).capitalize()

    def _seldom(self, among: list[str]) -> str:
        """Return one of a list, the first ones far more often than the last."""
        return among[int(len(among) * self.chance.random() ** 3)]
