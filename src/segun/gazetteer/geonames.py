"""Reads a GeoNames dump, as downloaded (``RU.zip``) or unpacked (``RU.txt``): a line at a time, within bounds.

A dump may come from anywhere: what does not look like one is refused with the reason, and nothing is unpacked to disk.
"""

from __future__ import annotations

import tomllib
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO

from segun.gazetteer.errors import GazetteerError
from segun.model import PlaceKind

COLUMNS = 19
MOST_BYTES = 4 << 30
"""Unpacked; allCountries.txt has 1.7 GB."""
MOST_IN_LINE = 64 << 10
"""Bytes; a line has at most 10,000 characters of alternate names."""
_MOST_NAME = 200
_KINDS: tuple[PlaceKind, ...] = ("adm1", "adm2", "town", "site")
_REMEDY = "Download it again from GeoNames: a country such as RU.zip, or allCountries.zip."


@dataclass(frozen=True, slots=True)
class Line:
    """A place in a dump."""

    id: int
    name: str
    names: tuple[str, ...]
    kind: PlaceKind
    country: str
    adm1: str
    """The code of the first-level area that contains it, ``RU.41``; for such an area its own."""
    adm2: str
    """The same for the second level; empty where there is none."""
    lat: float
    lon: float
    population: int
    capital: int | None
    """0 of its country, 1 of its first-level area."""


@cache
def _features() -> dict[str, PlaceKind]:
    table = tomllib.loads(files("segun.gazetteer").joinpath("features.toml").read_text("utf-8"))
    return {code: kind for kind in _KINDS for code in table[kind]}


@cache
def _capitals() -> dict[str, int]:
    table = tomllib.loads(files("segun.gazetteer").joinpath("features.toml").read_text("utf-8"))
    return {code: rank for rank, name in enumerate(("capital", "seat")) for code in table[name]}


def refuse(path: Path, reason: str) -> GazetteerError:
    """Return the error that refuses a dump."""
    return GazetteerError(f"{path.name} cannot be imported: {reason}.", _REMEDY)


@contextmanager
def opened(path: Path) -> Iterator[tuple[IO[bytes], int]]:
    """Open a dump, packed or not, and give its bytes and how many they are.

    Raises:
        GazetteerError: it is no dump, or larger than any.
    """
    try:
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as archive:
                member = _member(path, archive)
                with archive.open(member) as file:
                    yield file, member.file_size
        else:
            with path.open("rb") as file:
                if file.read(2) == b"PK":
                    raise refuse(path, "the zip file is broken off")
                file.seek(0)
                yield file, path.stat().st_size
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError) as error:
        raise refuse(path, f"the zip file is broken ({error})") from error
    except OSError as error:
        raise refuse(path, f"it cannot be read ({error.strerror or error})") from error


def _member(path: Path, archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    wanted = [info for info in archive.infolist() if info.filename.lower().endswith(".txt")]
    wanted = [info for info in wanted if "readme" not in info.filename.lower()]
    if len(wanted) != 1:
        raise refuse(path, f"it holds {len(wanted)} text files beside the readme, where a dump holds one")
    if wanted[0].flag_bits & 1:
        raise refuse(path, "it is encrypted")
    if wanted[0].file_size > MOST_BYTES:
        raise refuse(path, f"unpacked it has more than {MOST_BYTES >> 30} GB")
    return wanted[0]


@dataclass(frozen=True, slots=True)
class Seen:
    """A place of a dump, and how many bytes have been read up to it."""

    line: Line
    read: int


def lines(path: Path, *, country: str | None = None) -> Iterator[Seen]:
    """Yield the places of a dump that the gazetteer keeps.

    Args:
        path: the dump.
        country: only places of this country, by its two letters.

    Raises:
        GazetteerError: it is no dump; the reason names the line.
    """
    features = _features()
    wanted = country.encode() if country else None
    read = 0
    with opened(path) as (file, _):
        number = 0
        while raw := file.readline(MOST_IN_LINE + 1):
            number += 1
            read += len(raw)
            if len(raw) > MOST_IN_LINE:
                raise refuse(path, f"line {number} is longer than any in a dump")
            if read > MOST_BYTES:
                raise refuse(path, f"unpacked it has more than {MOST_BYTES >> 30} GB")
            fields = raw.rstrip(b"\r\n").split(b"\t")
            if len(fields) != COLUMNS:
                raise refuse(path, f"line {number} has {len(fields)} columns, where a dump has {COLUMNS}")
            kind = features.get(f"{fields[6].decode('latin-1')}.{fields[7].decode('latin-1')}")
            if kind is None or (wanted is not None and fields[8] != wanted):
                continue
            try:
                yield Seen(_line(fields, kind), read)
            except ValueError as error:
                raise refuse(path, f"line {number}: {error}") from error
        if number == 0:
            raise refuse(path, "it is empty")


def _line(fields: list[bytes], kind: PlaceKind) -> Line:
    text = [field.decode("utf-8") for field in fields]
    id, lat, lon = int(text[0]), float(text[4]), float(text[5])
    if not (0 < id < 1 << 40 and -90 <= lat <= 90 and -180 <= lon <= 180):
        raise ValueError("an id or a coordinate that cannot be")
    country = text[8]
    if country and not (len(country) == 2 and country.isascii() and country.isalpha() and country.isupper()):
        raise ValueError(f"a country {country[:20]!r}")
    population = int(text[14] or 0)
    if not 0 <= population < 1 << 40:
        raise ValueError("a population that cannot be")
    names = [name for name in (text[1], text[2], *text[3].split(",")) if 0 < len(name) <= _MOST_NAME]
    if (
        not names
        or not text[1].strip()
        or len(text[1]) > _MOST_NAME
        or any(not name.isprintable() for name in names[:1])
    ):
        raise ValueError("no name")
    feature = f"{text[6]}.{text[7]}"
    first = f"{country}.{text[10]}" if text[10] and text[10] != "00" else ""
    return Line(
        id,
        text[1],
        tuple(dict.fromkeys(name for name in names if name.isprintable())),
        kind,
        country,
        first,
        f"{first}.{text[11]}" if first and text[11] else "",
        lat,
        lon,
        population,
        _capitals().get(feature),
    )
