"""The list of outlets that ships with segun, and the lists that users load over it."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from segun.errors import SegunError
from segun.outlets.names import bracketed, key
from segun.outlets.records import STATES, Outlet

_SEVERAL = {"aliases": "aliases", "alias": "aliases", "domain": "domains", "domains": "domains"}
_REMEDY = "Write a CSV with the columns name, domain, country, owner, state, or TOML with [[outlet]] tables."
MAX_LIST = 20_000_000
"""Bytes that a list may have."""


class OutletsError(SegunError):
    """A list of outlets that cannot be read."""


class Outlets:
    """Outlets by every name and domain.

    Args:
        outlets: earlier ones win where two share a name or a domain.
    """

    def __init__(self, outlets: Iterable[Outlet]) -> None:
        self.all = tuple(outlets)
        self._names: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        for outlet in self.all:
            for name in (outlet.name, *outlet.aliases):
                self._names.setdefault(key(name), outlet)
            for domain in outlet.domains:
                self._domains.setdefault(domain.lower().removeprefix("www."), outlet)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self.all)

    def of_name(self, name: str) -> Outlet | None:
        """Return the outlet that a name means, by itself or by what stands in brackets behind it."""
        found = self._names.get(key(name))
        inside = bracketed(name)
        return found or (self._names.get(key(inside)) if inside else None)

    def of_address(self, address: str) -> Outlet | None:
        """Return the outlet whose domain an address lies under: *en.rt.com* under *rt.com*, *notrt.com* not."""
        try:
            host = urlsplit(address).hostname or ""
        except ValueError:
            return None
        parts = host.lower().split(".")
        for at in range(len(parts) - 1):
            found = self._domains.get(".".join(parts[at:]))
            if found is not None:
                return found
        return None

    def under(self, others: Iterable[Outlet]) -> Outlets:
        """Return these with others over them: what a user's list says of an outlet wins, the rest stays."""
        upper = []
        for other in others:
            known = self.of_name(other.name)
            upper.append(_merged(other, known) if known else other)
        named = {key(each.name) for each in upper}
        covered = {key(known.name) for each in upper if (known := self.of_name(each.name))}
        return Outlets([*upper, *(each for each in self.all if key(each.name) not in named | covered)])


@lru_cache(maxsize=1)
def shipped() -> Outlets:
    """Return the outlets that ship with segun, read once."""
    table = tomllib.loads((files("segun.outlets") / "outlets.toml").read_text("utf-8"))
    return Outlets(Outlet.of(each) for each in table["outlet"])


def load(path: Path) -> tuple[Outlet, ...]:
    """Read a user's list.

    Args:
        path: a CSV with a line of column names (name, and any of domain, aliases, kind, country, owner, state,
            references; several values in a cell parted by ``;``), or a TOML with ``[[outlet]]`` tables of these fields.

    Raises:
        OutletsError: it cannot be read, or a line of it is wrong.
    """
    try:
        if path.stat().st_size > MAX_LIST:
            raise OutletsError(f"{path} is larger than {MAX_LIST // 1_000_000} MB.", "Split it.")
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise OutletsError(f"{path} is not UTF-8.", "Save it as UTF-8.") from error
    except OSError as error:
        raise OutletsError(f"{path} cannot be read: {error.strerror}.", "Check its name and permissions.") from error
    rows = _toml(path, text) if path.suffix.lower() == ".toml" else _csv(path, text)
    return tuple(_outlet(path, place, fields) for place, fields in rows)


def _toml(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    try:
        tables = tomllib.loads(text).get("outlet")
    except tomllib.TOMLDecodeError as error:
        raise OutletsError(f"{path} is no valid TOML: {error}.", _REMEDY) from error
    if not isinstance(tables, list) or not all(isinstance(each, dict) for each in tables):
        raise OutletsError(f"{path} holds no [[outlet]] tables.", _REMEDY)
    for number, table in enumerate(tables, start=1):
        yield f"outlet {number}", {_SEVERAL.get(name, name): value for name, value in table.items()}


def _csv(path: Path, text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    lines = text.splitlines()
    reader = csv.DictReader(lines, delimiter=";" if lines and ";" in lines[0] and "," not in lines[0] else ",")
    columns = [name.strip().lower() for name in reader.fieldnames or ()]
    if "name" not in columns:
        raise OutletsError(f"{path} has no column `name`.", _REMEDY)
    reader.fieldnames = columns
    try:
        for row in reader:
            fields: dict[str, Any] = {}
            for name, cell in row.items():
                if name and isinstance(cell, str) and cell.strip():
                    field = _SEVERAL.get(name, name)
                    several = field in {"aliases", "domains", "references"}
                    fields[field] = [part.strip() for part in cell.split(";")] if several else cell.strip()
            if fields:
                yield f"line {reader.line_num}", fields
    except csv.Error as error:
        raise OutletsError(f"{path}, line {reader.line_num}: {error}.", _REMEDY) from error


def _outlet(path: Path, place: str, fields: Mapping[str, Any]) -> Outlet:
    def wrong(problem: str, remedy: str) -> OutletsError:
        return OutletsError(f"{path}, {place}: {problem}", remedy)

    name = fields.get("name")
    if not isinstance(name, str) or not name.strip():
        raise wrong("the outlet has no name.", "Give each one a name.")
    country = fields.get("country")
    if country is not None and not (isinstance(country, str) and len(country) == 2 and country.isalpha()):
        raise wrong(f"{country!r} is no country code.", "Write it as ISO 3166-1 alpha-2: ES, RU.")
    state = fields.get("state")
    if state is not None and state not in STATES:
        raise wrong(f"state cannot be {state!r}.", f"Write one of {', '.join(STATES)}, or leave it open.")
    listed = {}
    for field in ("aliases", "domains", "references"):
        value = fields.get(field, ())
        listed[field] = (value,) if isinstance(value, str) else tuple(map(str, value))
    domains = tuple(_domain(each) for each in listed["domains"])
    return Outlet.of({**fields, **listed, "domains": domains, "country": country.upper() if country else None})


def _domain(written: str) -> str:
    """Return the domain of what may be an address."""
    host = urlsplit(written if "://" in written else f"//{written}").hostname or written
    return host.lower().removeprefix("www.")


def _merged(upper: Outlet, lower: Outlet) -> Outlet:
    return replace(
        upper,
        aliases=tuple(dict.fromkeys((*upper.aliases, lower.name, *lower.aliases))),
        kind=upper.kind or lower.kind,
        domains=tuple(dict.fromkeys((*upper.domains, *lower.domains))),
        country=upper.country or lower.country,
        owner=upper.owner or lower.owner,
        state=upper.state or lower.state,
        references=upper.references or lower.references,
    )
