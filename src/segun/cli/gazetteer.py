"""``segun gazetteer``: build the gazetteer, add to it, see what is in it."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def gazetteer() -> None:
    """Build the gazetteer, add to it, see what is in it.

    With the gazetteer segun knows where a place that a report names lies. It is one file in your data folder, built
    from two packages that hold GeoNames' places of 500 inhabitants and more. segun builds it by itself when it is first
    needed; that takes about half a minute. SEGUN_DATA names another folder.

    Villages, airports, rivers and islands come with GeoNames' own dump of a country, which you download and import.
    """


@gazetteer.command()
@click.option("--force", is_flag=True, help="Build it anew, even if it is there. Dumps have to be imported again.")
def build(force: bool) -> None:
    """Build the gazetteer, and install the data for it if they are missing.

    The old file stays in use until the new one is whole; an interrupted build leaves nothing behind.

    \b
    Examples:
      segun gazetteer build
      segun gazetteer build --force
      SEGUN_DATA=/srv/segun segun gazetteer build
    """
    from segun import gazetteer as places
    from segun.gazetteer.paths import gazetteer_file
    from segun.gazetteer.status import status as look

    path = gazetteer_file()
    if path.is_file() and not force:
        click.echo(f"The gazetteer is there: {path}. 'segun gazetteer build --force' builds it anew.", err=True)
        return
    lost = look(path).imports if path.is_file() else ()
    click.echo("Building the gazetteer …", err=True)
    places.build(path)
    found = look(path)
    click.echo(f"{path}  {sum(found.kinds.values()):,} places, {found.names:,} names, {_megabytes(found.bytes)}")
    if lost:
        again = ", ".join(each["file"] for each in lost)
        click.echo(f"Import again what had been added to the old one: {again}.", err=True)


@gazetteer.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--country", metavar="XX", help="Only this country's places, by its two letters.")
def import_(file: Path, country: str | None) -> None:
    """Add GeoNames' dump FILE: of a country or of all, the .zip as downloaded or the .txt in it.

    The dumps lie at download.geonames.org/export/dump: RU.zip has all of Russia's places, allCountries.zip the world's.
    segun keeps areas, populated places, and a few kinds of sites such as airports, bases, islands and rivers. Places
    that are there already are completed. The dump is read straight from the zip, and the old gazetteer stays in use
    until the new one is whole.

    \b
    Examples:
      segun gazetteer import RU.zip
      segun gazetteer import allCountries.zip --country SY
    """
    from segun.gazetteer import build as build_it
    from segun.gazetteer import imports, progress
    from segun.gazetteer.paths import gazetteer_file

    if country is not None:
        country = country.upper()
        if len(country) != 2 or not (country.isascii() and country.isalpha()):
            raise click.BadParameter("give the two letters of ISO 3166, such as RU.", param_hint="--country")
    path = gazetteer_file()
    if not path.is_file():
        click.echo("Building the gazetteer …", err=True)
        build_it(path)
    with progress.shown() as tell:
        done = imports.add(path, file, country=country, tell=tell)
    click.echo(f"{file.name}  {done.added:,} places added, {done.completed:,} completed")


@gazetteer.command()
@click.option("--countries", is_flag=True, help="Also list how many places there are in each country.")
def status(countries: bool) -> None:
    """Show where the gazetteer is and what is in it.

    \b
    Examples:
      segun gazetteer status
      segun gazetteer status --countries
    """
    from segun.gazetteer import packages
    from segun.gazetteer.paths import gazetteer_file
    from segun.gazetteer.status import ATTRIBUTION
    from segun.gazetteer.status import status as look

    path = gazetteer_file()
    if not path.is_file():
        click.echo(f"Not built. It will lie at {path}; 'segun gazetteer build' builds it.")
        for package in packages.known():
            there = "installed" if packages.folder(package) else "not installed"
            click.echo(f"{package.name:<15}{there:<15}{package.licence}")
        return
    found = look(path)
    click.echo(f"{path}  {_megabytes(found.bytes)}")
    for kind, count in found.kinds.items():
        click.echo(f"{kind:<15}{count:>10,}")
    click.echo(f"{'names':<15}{found.names:>10,}")
    if countries:
        for code, count in found.countries.items():
            click.echo(f"{code:<15}{count:>10,}")
    for name, version in found.packages.items():
        click.echo(f"from {name} {version}")
    for each in found.imports:
        only = f" ({each['country']})" if each["country"] else ""
        click.echo(f"from {each['file']}{only}: {each['added']:,} added, {each['completed']:,} completed")
    click.echo(ATTRIBUTION)


def _megabytes(size: int) -> str:
    return f"{size / 1e6:.1f} MB"
