"""``segun outlets``: the outlets that a ledger knows, and the user's own list of them."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from segun.outlets import Outlet

_NAME = 40


@click.command()
@with_ledger
@click.option(
    "--load",
    "files",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    multiple=True,
    metavar="LIST",
    help="Take in a list of your own, a .csv or a .toml, in place of listing.",
)
@click.option("--all", "every", is_flag=True, help="Also those of which LEDGER has no report.")
@click.option("--like", metavar="WORDS", default="", help="Only those with these words in a name or domain.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one outlet a line.")
def outlets(ledger: Path, files: tuple[Path, ...], every: bool, like: str, as_json: bool) -> int:
    """List the outlets of LEDGER's reports, those with most reports first, or load a list of your own.

    A line reads: name, how many reports, country, how it stands to a state, owner, domains. An outlet that no list
    knows stands there as its reports name it.

    \b
    Examples:
      segun outlets news.segun
      segun outlets news.segun --all --like agencia
      segun outlets news.segun --load outlets.csv
      segun outlets news.segun --json | jq 'select(.state != null) | .name'

    A list is a CSV with the column `name` and any of `domain`, `aliases`, `kind`, `country`, `owner`, `state`,
    `references` (several values in a cell parted by ';'), or TOML with [[outlet]] tables. What it says of an outlet
    wins over what ships with segun, for the reports that are there too; sources keep their entries.
    """
    from segun.ledger.ledger import Ledger
    from segun.outlets import load

    if files:
        loaded = [outlet for path in files for outlet in load(path)]  # all of them are read before any is taken in
        with Ledger(ledger) as opened:
            click.echo(f"{counted(opened.load_outlets(loaded), 'outlet')} loaded.")
        return 0
    with Ledger(ledger, readonly=True) as opened:
        met = {outlet.name: (outlet, reports) for outlet, reports in opened.outlets_met()}
        if every:
            met = {outlet.name: (outlet, 0) for outlet in opened.outlets} | met
    wanted = like.casefold().split()
    found = [(outlet, reports) for outlet, reports in met.values() if _is_like(outlet, wanted)]
    for outlet, reports in sorted(found, key=lambda each: (-each[1], each[0].name.casefold())):
        click.echo(_json(outlet, reports) if as_json else _line(outlet, reports))
    if not found:
        note("No such outlet." if like else "No report has an outlet; --all lists those that segun knows.")
    return 0


def _is_like(outlet: Outlet, wanted: list[str]) -> bool:
    words = " ".join((outlet.name, *outlet.aliases, *outlet.domains)).casefold()
    return all(word in words for word in wanted)


def _line(outlet: Outlet, reports: int) -> str:
    facts = [counted(reports, "report"), outlet.country, outlet.state, outlet.owner, " ".join(outlet.domains)]
    return " · ".join([one_line(outlet.name), *(excerpt(str(fact), _NAME) for fact in facts if fact)])


def _json(outlet: Outlet, reports: int) -> str:
    from segun.export.jsonl import json_line

    return json_line({**asdict(outlet), "reports": reports})
