"""Builds the gazetteer: one SQLite file, written beside the old one and put in its place when it is whole."""

from __future__ import annotations

import os
import sqlite3
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from segun import lang
from segun.gazetteer import derive, handmade, raw, schema
from segun.gazetteer.errors import GazetteerError
from segun.gazetteer.keys import bare, make_key, spelling, without_article
from segun.gazetteer.packages import Sources
from segun.gazetteer.progress import Tell, silent
from segun.gazetteer.raw import Country, Raw
from segun.gazetteer.skeletons import skeletons

Articles = Mapping[str, Collection[str]]
"""The articles of the languages spoken in a country, by its two letters; only countries that have any."""
_STALE_SECONDS = 86_400
_MANY = 235_000
"""Towns, about: what the progress is measured against."""


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a path to write to, whose file takes the place of ``path`` once the block has ended well.

    Two that do so at once do not disturb each other: each writes a file of its own, the later one stays.

    Raises:
        GazetteerError: the folder cannot be written to.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        descriptor, name = tempfile.mkstemp(prefix=f"{path.stem}.", suffix=".part", dir=path.parent)
    except OSError as error:
        raise GazetteerError(
            f"The folder {path.parent} cannot be written to: {error.strerror}.",
            "Name another one in the environment variable SEGUN_DATA.",
        ) from error
    os.close(descriptor)
    part = Path(name)
    try:
        yield part
        with part.open("rb+") as file:
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what builds that were killed have left; a younger file may belong to one that is under way."""
    for part in path.parent.glob(f"{path.stem}.*.part"):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > _STALE_SECONDS:
                part.unlink()


def build(path: Path, sources: Sources, tell: Tell = silent) -> None:
    """Build the gazetteer from the packages' data and segun's own lists.

    Args:
        path: the file; an older one stays as it is until the new one is whole.
        sources: where the data lie.
        tell: told of the progress.

    Raises:
        GazetteerError: the data cannot be read, or the file cannot be written.
    """
    with replacing(path) as part:
        try:
            with closing(sqlite3.connect(part, isolation_level=None)) as db:
                _fill(db, sources, tell)
        except sqlite3.Error as error:
            raise GazetteerError(
                f"The gazetteer cannot be written to {path}: {error}.", "Free some space or set SEGUN_DATA."
            ) from error


def _fill(db: sqlite3.Connection, sources: Sources, tell: Tell) -> None:
    schema.create(db)
    tell("reading", 0, _MANY)
    continents, countries, areas = raw.continents(sources), raw.countries(sources), raw.areas(sources)
    regions = list(handmade.regions())
    _official_names(countries, continents, regions)
    articles = _spoken_articles(countries)
    country_ids = {code: country.raw.id for code, country in countries.items()}
    by_reference = _by_reference(countries, areas.by_code, continents)
    _add_further_names(by_reference)
    all_areas = list(areas.by_code.values())
    wanted = derive.wanted(all_areas)
    tally = derive.Tally()

    def noted() -> Iterator[Raw]:
        for number, town in enumerate(raw.towns(sources, areas)):
            if number % 5000 == 0:
                tell("towns", number, _MANY)
            derive.note(town, tally, countries, country_ids, wanted)
            yield town

    db.execute("BEGIN")
    put(db, noted(), articles)
    derive.place_areas(all_areas, tally)
    derive.place_countries(countries, tally)
    for area, town in derive.shared_names(all_areas, tally, wanted):
        area.aliases += [town.name, *town.aliases]
    tell("areas", 0, 1)
    put(db, [country.raw for country in countries.values()], articles)
    put(db, all_areas, articles)
    put(db, continents.values(), articles)
    put(db, [region.raw for region in regions], articles)
    db.executemany("UPDATE entry SET capital = 0 WHERE id = ?", [(town.id,) for town in tally.capitals.values()])
    _disputes(db)
    _abbreviations(db)
    db.executemany(
        "INSERT OR IGNORE INTO member VALUES (?, ?)",
        [(region.raw.id, country) for region in regions for country in region.countries],
    )
    db.executemany(
        "INSERT OR IGNORE INTO member VALUES (?, ?)",
        [(continents[c.continent].id, code) for code, c in countries.items() if c.continent in continents],
    )
    index_names(db, tell)
    schema.create_indexes(db)
    schema.put_meta(db, "packages", dict(sources.versions))
    schema.put_meta(db, "articles", {country: sorted(words) for country, words in articles.items()})
    schema.put_meta(db, "imports", [])
    db.execute("COMMIT")


def _spoken_articles(countries: dict[str, Country]) -> Articles:
    found: dict[str, set[str]] = {}
    for code, country in countries.items():
        for language in country.languages & spelling().spoken_articles.keys():
            found.setdefault(code, set()).update(spelling().spoken_articles[language])
    return found


def _official_names(countries: dict[str, Country], continents: dict[str, Raw], regions: list[handmade.Region]) -> None:
    """Add the names in the languages that segun reads, from CLDR."""
    from babel import Locale

    coded = [(code, country.raw) for code, country in countries.items()]
    coded += [(handmade.CONTINENTS[code], each) for code, each in continents.items() if code in handmade.CONTINENTS]
    coded += [(region.cldr, region.raw) for region in regions if region.cldr]
    for language in lang.supported():
        territories = Locale.parse(language).territories
        for code, place in coded:
            name = territories.get(code)
            if name:
                head, _, rest = name.partition(" (")  # "Myanmar (Birmania)"
                place.official += [name, head, rest.rstrip(")")] if rest else [name]


def _by_reference(countries: dict[str, Country], by_code: dict[str, Raw], continents: dict[str, Raw]) -> dict[str, Raw]:
    """Return the entries that segun's own lists may name, by the ways to name them."""
    found = {code: country.raw for code, country in countries.items()} | by_code
    return found | {f"geonames:{each.id}": each for each in (*found.values(), *continents.values())}


def _add_further_names(by_reference: dict[str, Raw]) -> None:
    for reference, names in handmade.further_names().items():
        if reference in by_reference:
            by_reference[reference].official += names


def _row_id(db: sqlite3.Connection, reference: str) -> int | None:
    """Return the row of an entry that segun's own lists name by id, code, or country."""
    if reference.startswith("geonames:"):
        query, value = "SELECT id FROM entry WHERE id = ?", reference.removeprefix("geonames:")
    elif reference.startswith("segun:"):
        query, value = "SELECT id FROM entry WHERE slug = ?", reference.removeprefix("segun:")
    elif "." in reference:
        query, value = "SELECT id FROM entry WHERE code = ?", reference
    else:
        query, value = "SELECT id FROM entry WHERE country = ? AND kind = 2", reference
    row = db.execute(query, (value,)).fetchone()
    return None if row is None else int(row[0])


def _disputes(db: sqlite3.Connection) -> None:
    for reference, by in handmade.disputes().items():
        db.execute("UPDATE entry SET disputed = ? WHERE id = ?", (by, _row_id(db, reference)))


def _abbreviations(db: sqlite3.Connection) -> None:
    for short in handmade.abbreviations():
        row = _row_id(db, short.entry)
        if row is not None:
            db.execute("INSERT OR IGNORE INTO abbreviation VALUES (?, ?)", (short.written, row))


def put(db: sqlite3.Connection, places: Iterable[Raw], articles: Articles) -> None:
    """Store places with their names' keys, which wait in a table ``raw`` until :func:`index_names` sorts them in.

    Args:
        db: the open file.
        places: what to store; an entry with the same id is replaced.
        articles: the articles of the languages spoken in each country.
    """
    db.execute("CREATE TEMP TABLE IF NOT EXISTS raw (key TEXT, entry INTEGER, how INTEGER)")
    entries: list[tuple[object, ...]] = []
    spellings: list[tuple[int, str]] = []
    keys: list[tuple[str, int, int]] = []

    def flush() -> None:
        db.executemany(f"INSERT OR REPLACE INTO entry VALUES ({', '.join('?' * 14)})", entries)  # noqa: S608 – a count
        db.executemany("INSERT OR REPLACE INTO spelling VALUES (?, ?)", spellings)
        db.executemany("INSERT INTO raw VALUES (?, ?, ?)", keys)
        for rows in (entries, spellings, keys):
            rows.clear()

    for place in places:
        entries.append(_columns(place))
        names = _names(place)
        spellings.append((place.id, "\n".join(names)))
        keys.extend((key, place.id, how) for key, how in keys_of(place, names, articles).items())
        if len(entries) >= 5000:
            flush()
    flush()


def _columns(place: Raw) -> tuple[object, ...]:
    return (
        place.id,
        place.slug,
        place.name,
        schema.KINDS.index(place.kind),
        place.country,
        place.adm1,
        place.adm2,
        place.lat,
        place.lon,
        place.population,
        place.radius,
        place.capital,
        place.disputed,
        place.code,
    )


def _names(place: Raw) -> list[str]:
    """Return a place's names, once each: the main one first, and no codes or romanisations that nobody writes."""
    wanted = [name.replace("\n", " ") for name in place.aliases if is_name(name)]
    return list(dict.fromkeys([place.name, *place.official, *wanted]))


def is_name(name: str) -> bool:
    """Whether one of GeoNames' alternate names is a name: no airport code, no romanisation in small letters."""
    if not name or len(name) > 200 or name.startswith(("http:", "https:")):
        return False
    if name.isascii() and (name[0].islower() or (name.isupper() and len(name) <= 4)):
        return False
    return len(name) > 1 or not name.isascii()


def keys_of(place: Raw, names: Iterable[str], articles: Articles) -> dict[str, int]:
    """Return the keys under which a place is found, each with how: an official name or another."""
    official = {place.name, *place.official}
    found: dict[str, int] = {}

    def add(key: str, how: int) -> None:
        if key and found.get(key, how) >= how:
            found[key] = how

    spoken = articles.get(place.country or "", ())
    typed = place.kind in {"adm1", "adm2", "site"}
    for name in names:
        how = schema.NAME if name in official else schema.ALIAS
        key = make_key(name)
        add(key, how)
        if typed and (plain := bare(key)):
            add(plain.key, how)
        if spoken and (rest := without_article(key, spoken)):
            add(rest, schema.ALIAS)
    return found


def index_names(db: sqlite3.Connection, tell: Tell) -> None:
    """Sort the keys that :func:`put` has left into their table, and give the new ones their skeletons."""
    tell("names", 0, 0)
    db.execute("INSERT OR IGNORE INTO name SELECT key, entry, min(how) FROM raw GROUP BY key, entry")
    tell("variants of names", 0, 0)
    db.execute("CREATE TEMP TABLE bones (skeleton TEXT, key TEXT)")
    keys = db.execute("SELECT DISTINCT key FROM raw")
    while rows := keys.fetchmany(20000):
        db.executemany("INSERT INTO bones VALUES (?, ?)", [(bone, key) for (key,) in rows for bone in skeletons(key)])
    db.execute("INSERT OR IGNORE INTO skeleton SELECT skeleton, key FROM bones ORDER BY skeleton, key")
    db.execute("DROP TABLE bones")
    db.execute("DROP TABLE raw")
