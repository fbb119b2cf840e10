"""What is in the gazetteer: counts, origins, licences."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from segun.gazetteer import schema
from segun.gazetteer.errors import GazetteerError

ATTRIBUTION = "Places and names: GeoNames (geonames.org), CC BY 4.0; names of countries: Unicode CLDR."


@dataclass(frozen=True, slots=True)
class Status:
    """What is there."""

    path: Path
    bytes: int
    kinds: Mapping[str, int]
    """How many entries of each kind."""
    countries: Mapping[str, int]
    """How many entries in each country, the most first."""
    names: int
    """How many keys by which an entry is found."""
    packages: Mapping[str, str]
    """The versions of the packages that it was built from."""
    imports: tuple[Mapping[str, Any], ...]
    """The dumps that were added: file, country, added, completed."""


def status(path: Path) -> Status:
    """Return what is in a gazetteer.

    Raises:
        GazetteerError: it is none.
    """
    try:
        with closing(schema.connect(path)) as db:
            kinds = dict(db.execute("SELECT kind, count(*) FROM entry GROUP BY kind ORDER BY kind"))
            countries = dict(
                db.execute(
                    "SELECT country, count(*) FROM entry WHERE country IS NOT NULL GROUP BY country ORDER BY 2 DESC, 1"
                )
            )
            names = int(db.execute("SELECT count(*) FROM name").fetchone()[0])
            packages = schema.get_meta(db, "packages", {})
            imports = tuple(schema.get_meta(db, "imports", []))
    except sqlite3.Error as error:
        raise GazetteerError(f"{path} is no gazetteer: {error}.", "Run 'segun gazetteer build --force'.") from error
    by_kind = {schema.KINDS[kind]: count for kind, count in kinds.items()}
    return Status(path, path.stat().st_size, by_kind, countries, names, packages, imports)
