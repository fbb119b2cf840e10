"""Adds a GeoNames dump to the gazetteer: places that are there are completed, others are added."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from segun.gazetteer import builder, geonames, schema
from segun.gazetteer.errors import GazetteerError, MissingGazetteerError
from segun.gazetteer.geonames import Line
from segun.gazetteer.progress import Tell, silent
from segun.gazetteer.raw import Raw

_BATCH = 5000
_TOLD = 20_000


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: int
    completed: int


def add(path: Path, dump: Path, *, country: str | None = None, tell: Tell = silent) -> Imported:
    """Add a dump to the gazetteer, in a copy that takes its place when it is whole.

    Args:
        path: the gazetteer.
        dump: the dump, packed or not.
        country: only this country's places, by its two letters.
        tell: told of the progress.

    Raises:
        MissingGazetteerError: there is no gazetteer yet.
        GazetteerError: the dump is refused, or the file cannot be written. The gazetteer is as it was.
    """
    if not path.is_file():
        raise MissingGazetteerError(f"There is no gazetteer at {path}.", "Run 'segun gazetteer build' first.")
    with builder.replacing(path) as part:
        shutil.copyfile(path, part)
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as db:
                return _add(db, dump, country, tell)
        except sqlite3.Error as error:
            raise GazetteerError(
                f"The gazetteer cannot be written to {path}: {error}.",
                "Free some space, or build it anew with 'segun gazetteer build --force'.",
            ) from error


def _add(db: sqlite3.Connection, dump: Path, country: str | None, tell: Tell) -> Imported:
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "temp_store=FILE", "cache_size=-65536"):
        db.execute(f"PRAGMA {pragma}")
    articles = schema.get_meta(db, "articles", {})
    with geonames.opened(dump) as (_, size):
        every = max(size, 1)
    db.execute("BEGIN")
    before = _count(db)
    codes: dict[str, int] = dict(db.execute("SELECT code, id FROM entry WHERE code IS NOT NULL"))
    read = 0
    # Twice over the dump, as areas may stand after the places in them: first level, second level, then the rest.
    for kinds, what in ((("adm1", "adm2"), "areas"), (("town", "site"), "places")):
        batch: list[Line] = []
        for number, seen in enumerate(geonames.lines(dump, country=country)):
            if number % _TOLD == 0:
                tell(what, seen.read, every)
            if seen.line.kind not in kinds:
                continue
            read += 1
            batch.append(seen.line)
            if len(batch) >= _BATCH:
                builder.put(db, _merged(db, batch, codes), articles)
                batch.clear()
        builder.put(db, _merged(db, batch, codes), articles)
    if read == 0:
        only = f" of {country}" if country else ""
        raise GazetteerError(
            f"{dump.name} holds no places{only} that the gazetteer keeps.", "Take another dump or another country."
        )
    builder.index_names(db, tell)
    added = _count(db) - before
    done = schema.get_meta(db, "imports", [])
    done.append({"file": dump.name, "country": country, "added": added, "completed": read - added})
    schema.put_meta(db, "imports", done)
    db.execute("COMMIT")
    return Imported(added, read - added)


def _count(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(*) FROM entry").fetchone()[0])


def _merged(db: sqlite3.Connection, batch: list[Line], codes: dict[str, int]) -> Iterator[Raw]:
    """Yield each place of a batch as it is to stand: what the dump says, with what was known besides."""
    wanted = {line.id: line for line in batch}  # a dump has each place once; of a forged one the last holds
    ids = json.dumps(list(wanted))
    known = {
        row[0]: row[1:]
        for row in db.execute(
            "SELECT e.id, e.name, e.kind, e.adm1, e.adm2, e.population, e.radius, e.capital, e.disputed, e.code, "
            "s.names FROM entry e LEFT JOIN spelling s ON s.entry = e.id "
            "WHERE e.id IN (SELECT value FROM json_each(?))",
            (ids,),
        )
    }
    for line in sorted(wanted.values(), key=lambda line: line.kind):  # adm1 before adm2
        old = known.get(line.id)
        if old is not None and schema.KINDS[old[1]] in {"continent", "region", "country"}:
            continue
        raw = _raw(line, codes)
        if old is not None:
            raw.name = old[0]
            raw.adm1, raw.adm2 = raw.adm1 or old[2], raw.adm2 or old[3]
            raw.population, raw.radius = raw.population or old[4], old[5]
            raw.capital = old[6] if raw.capital is None else raw.capital
            raw.disputed, raw.code = old[7], raw.code or old[8]
            raw.aliases = [*(old[9] or "").split("\n"), line.name, *raw.aliases]
        yield raw


def _raw(line: Line, codes: dict[str, int]) -> Raw:
    raw = Raw(line.id, line.name, line.kind, line.country or None, lat=line.lat, lon=line.lon)
    raw.population, raw.capital, raw.aliases = line.population, line.capital, list(line.names)
    own = {"adm1": line.adm1, "adm2": line.adm2}.get(line.kind)
    if own and codes.setdefault(own, line.id) == line.id:
        raw.code = own
    raw.adm1 = codes.get(line.adm1) if line.kind != "adm1" else None
    raw.adm2 = codes.get(line.adm2) if line.kind not in {"adm1", "adm2"} else None
    return raw
