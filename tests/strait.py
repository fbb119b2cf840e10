"""The analysis of an invented report rich in times, places, orders and obligations, and a ground for its map."""

from __future__ import annotations

from tests.samples import at, claim, relay

from segun.model import (
    Alternative,
    Analysis,
    Area,
    Candidate,
    Obligation,
    Order,
    Place,
    Report,
    Sequence,
    Source,
    Span,
    Time,
)
from segun.view.map import Town

TEXT = """\
Convoy reaches Tarn Bay after the ice breaks

On 3 March 2031 the icebreaker left Port Osk, the agency Norrel reported. According to Norrel, Captain Ada Finch said \
that the crew first cleared the channel, then marked it with buoys and finally towed the barges to Tarn Bay. When the \
tow was done, the barges were emptied in the Halm district, Norrel said.

The Osk Courier wrote on 9 March that two barges had sunk near Little Vey in February. Residents said that the channel \
had frozen in the 1990s and again in 2018. The ministry denied that Vessland had sent a tug. Kallin announced a survey \
for the spring of 2032.

On 28 April the strait was closed, a pilot recalled, for three days. The treaty stipulates that, if a vessel is \
stranded, the coastal state shall give the crew shelter. The Marrow Islands are claimed by both sides, and Norrel said \
that a boat from Qarth waited there."""


def strait() -> Analysis:
    """Return the analysis: seven sources, two of them nested, and one report's own claim."""
    text = TEXT
    norrel = relay(text, "s1", "the agency Norrel", "reported")
    according = relay(text, "s1", "Norrel", "According to", "adjunct", who_nth=1)
    finch = relay(text, "s2", "Captain Ada Finch", "said")
    courier = relay(text, "s3", "The Osk Courier", "wrote")
    claims = (
        claim("c1", at(text, "Convoy reaches Tarn Bay after the ice breaks"), headline=True),
        claim("c2", at(text, "On 3 March 2031 the icebreaker left Port Osk"), norrel),
        claim("c3", (Span(text.index("Captain Ada"), text.index(". When the")),), according),
        claim("c4", (Span(text.index("the crew first"), text.index(". When the")),), according, finch, parent="c3"),
        claim("c5", (Span(text.index("the barges were"), text.index(", Norrel said")),), norrel),
        claim("c6", at(text, "two barges had sunk near Little Vey in February"), courier),
        claim("c7", at(text, "the channel had frozen in the 1990s and again in 2018"), relay(text, "s4", "Residents")),
        claim(
            "c8",
            at(text, "Vessland had sent a tug"),
            relay(text, "s5", "The ministry", "denied"),
            factuality="CT-",
            speech_act="deny",
        ),
        claim("c9", at(text, "a survey for the spring of 2032"), relay(text, "s5", "Kallin", "announced")),
        claim("c10", at(text, "On 28 April the strait was closed"), relay(text, "s6", "a pilot", "recalled")),
        claim(
            "c11",
            (Span(text.index("if a vessel"), text.index(". The Marrow")),),
            relay(text, "s7", "The treaty", "stipulates", "document"),
            factuality="Uu",
            speech_act="stipulate",
            condition=at(text, "if a vessel is stranded")[0],
        ),
        claim("c12", at(text, "The Marrow Islands are claimed by both sides")),
        claim("c13", at(text, "a boat from Qarth waited there"), norrel, confidence=0.4),
    )
    return Analysis(
        report=Report(
            key="strait-en",
            text=text,
            language="en",
            published="2031-03-10",
            title="Convoy reaches Tarn Bay after the ice breaks",
            outlet="Northern Wire",
        ),
        sources=(
            Source("s1", "Norrel", "organisation", at(text, "Norrel")),
            Source("s2", "Captain Ada Finch", "person", at(text, "Captain Ada Finch")),
            Source("s3", "The Osk Courier", "organisation", at(text, "The Osk Courier")),
            Source("s4", "Residents", "group", at(text, "Residents")),
            Source("s5", "The ministry", "organisation", at(text, "The ministry")),
            Source("s6", "a pilot", "unnamed", at(text, "a pilot")),
            Source("s7", "The treaty", "document", at(text, "The treaty")),
        ),
        claims=claims,
        times=_times(text),
        places=_places(text),
        sequences=(
            Sequence(
                (*at(text, "cleared the channel", "marked it with buoys"), *at(text, "towed the barges to Tarn Bay")),
                ("c3", "c4"),
            ),
        ),
        orders=(
            Order("c2", "c4", at(text, "first")[0]),
            Order("c4", "c5", at(text, "When the tow was done")[0]),
        ),
        obligations=(
            Obligation(
                "c11",
                at(text, "shall give the crew shelter")[0],
                at(text, "the coastal state"),
                at(text, "the crew", nth=1),
                at(text, "if a vessel is stranded")[0],
            ),
        ),
    )


def _times(text: str) -> tuple[Time, ...]:
    return (
        Time(at(text, "On 3 March 2031")[0], "DATE", "2031-03-03", ("c2",), "event"),
        Time(at(text, "9 March")[0], "DATE", "2031-03-09", ("c6",), "saying"),
        Time(at(text, "February")[0], "DATE", "2031-02", ("c6",), "event"),
        Time(at(text, "the 1990s")[0], "DATE", "199", ("c7",), "event"),
        Time(at(text, "2018")[0], "DATE", "2018", ("c7",)),
        Time(at(text, "the spring of 2032")[0], "DATE", "2032-SP", ("c9",), "event"),
        Time(
            at(text, "On 28 April")[0],
            "DATE",
            "XXXX-04-28",
            ("c10",),
            "event",
            (Candidate("2030-04-28", "the last before it was published"),),
        ),
        Time(at(text, "three days")[0], "DURATION", "P3D", ("c10",)),
    )


def _places(text: str) -> tuple[Place, ...]:
    halm = Area("Halm", "NX", "a1")
    osk, tarn = ("Port Osk", "NX", 57.9, 9.6), ("Tarn Bay", "NX", 57.1, 11.9)
    return (
        Place(at(text, "Tarn Bay")[0], *tarn, None, 0.9, ("c1",), "t2", "town"),
        Place(at(text, "Port Osk")[0], *osk, None, 0.95, ("c2",), "t1", "town"),
        Place(at(text, "Tarn Bay", nth=1)[0], *tarn, None, 0.9, ("c3", "c4"), "t2", "town"),
        Place(at(text, "Halm district")[0], "Halm", "NX", 56.8, 10.0, None, 0.8, ("c5",), "a1", "adm2"),
        Place(
            at(text, "Little Vey")[0],
            None,
            "NX",
            None,
            None,
            halm,
            0.5,
            ("c6",),
            alternatives=(Alternative("Little Vey", "QZ", "t9", "900 km from every other place"),),
            why="no entry fits",
        ),
        Place(at(text, "Vessland")[0], "Vessland", "VS", 62.0, 15.0, None, 0.9, ("c8",), "v1", "country"),
        Place(at(text, "Kallin")[0], "Kallin", "NX", 55.7, 12.6, None, 0.9, ("c9",), "t3", "town", metonymy=True),
        Place(
            at(text, "The Marrow Islands")[0],
            "Marrow Islands",
            "NX",
            58.3,
            11.0,
            None,
            0.7,
            ("c12",),
            "t4",
            "site",
            disputed="claimed by Vessland",
        ),
        Place(at(text, "Qarth")[0], None, None, None, None, None, 0.2, ("c13",), why="no entry of that name"),
    )


def area(gazetteer_id: str) -> tuple[float, float, float] | None:
    """Return the middle and radius of an area, as a gazetteer would."""
    return {"a1": (56.7, 10.1, 40.0), "v1": (62.0, 15.0, 600.0)}.get(gazetteer_id)


def towns(south: float, west: float, north: float, east: float, limit: int) -> list[Town]:
    """Return invented towns on a grid of quarter degrees, as a gazetteer would return real ones."""
    found = [
        Town(f"Town {row}/{column}", row / 4, column / 4, (row * 7919 + column * 104729) % 1_000_000)
        for row in range(int(south * 4) + 1, int(north * 4) + 1)
        for column in range(int(west * 4) + 1, int(east * 4) + 1)
    ]
    return sorted(found, key=lambda town: -town.population)[:limit]
