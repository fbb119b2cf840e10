"""``segun add``: read and analyse inputs and put them into a ledger."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.options import published_option, settings_from, with_settings
from segun.cli.progress import progress

if TYPE_CHECKING:
    from segun.intake.filling import Summary
    from segun.read import Fetch
    from segun.settings import Value

FAILED = 2


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@published_option
@click.option("--outlet", metavar="NAME", help="Who published the reports.")
@with_settings("analysis", "work")
@click.option("--no-places", is_flag=True, help="Do not look up the names of places.")
@click.option("--fetch", "lists", is_flag=True, help="Fetch what OPML files and sitemaps among the inputs list.")
@click.option("--allow-private", is_flag=True, help="Fetch from addresses within your own network too.")
@click.option("--ignore-robots", is_flag=True, help="Fetch pages that robots.txt asks programs to leave alone.")
@click.option("--strict", is_flag=True, help="Exit with code 2 where an input could not be read.")
@click.option("--json", "as_json", is_flag=True, help="Print the summary as JSON.")
def add(  # noqa: PLR0913, PLR0917 - one argument an option
    ledger: Path,
    inputs: tuple[str, ...],
    published: str | None,
    outlet: str | None,
    no_places: bool,
    lists: bool,
    allow_private: bool,
    ignore_robots: bool,
    strict: bool,
    as_json: bool,
    **given: Value | None,
) -> int:
    """Put reports into a ledger, with what each asserts and according to whom.

    LEDGER is one file; it is made where there is none. INPUT is a file, a folder (with all in it), an http address, or
    '-' for standard input. Files may be text, HTML, PDF, DOCX, e-mail, JSON Lines, feeds or WARC, also gzipped. Nothing
    is fetched but addresses that you name and, for a feed, a list of feeds or a sitemap, the pages that it lists.

    \b
    Examples:
      segun add news.segun reports/
      segun add news.segun crawl.warc.gz posts.jsonl.gz
      segun add news.segun https://example.org/feed.xml
      segun add news.segun feeds.opml --fetch
      curl -s URL | segun add news.segun - --outlet "Diario del Sur"

    Adding again changes nothing but that the report was seen once more. The same address with other words is kept as a
    new version. Interrupt it at any time: what was counted is in the ledger, and the same command goes on from there.
    What could not be read is named at the end and kept in the ledger.
    """
    from segun.intake import filling
    from segun.intake.analyst import Method
    from segun.intake.inputs import count
    from segun.ledger.ledger import Ledger
    from segun.read import Overrides

    settings = settings_from(given)
    models = tuple(sorted(settings.models.items()))
    method = Method(settings.carry_on, models, places=not no_places, weights=settings.weights)
    overrides = Overrides(published=published, outlet=outlet, language=settings.language)
    total = count(inputs) if sys.stderr.isatty() else None
    with Ledger(ledger, create=True) as opened, progress("Adding", total) as advance:
        summary = filling.Summary()

        def told(now: filling.Summary) -> None:
            nonlocal summary
            summary = now
            advance(now.done + len(now.failures), f"{now.added:,} added, {len(now.failures):,} failed")

        try:
            filling.add(
                opened,
                inputs,
                method=method,
                overrides=overrides,
                processes=settings.processes,
                fetch=_fetch(allow_private=allow_private, robots=not ignore_robots)
                if lists or _names_one(inputs)
                else None,
                told=told,
            )
        except KeyboardInterrupt:
            click.echo(f"segun: interrupted; {summary.added:,} reports are in. Run it again to go on.", err=True)
            raise
    tell(summary, as_json=as_json)
    return FAILED if strict and summary.failures else 0


def tell(summary: Summary, *, as_json: bool) -> None:
    """Print what became of the inputs on stdout, and what failed on stderr."""
    if as_json:
        found = {
            "added": summary.added,
            "already_there": summary.known,
            "shared_text": summary.shared,
            "changed": [{"report": key, "version": version} for key, version in summary.changes],
            "forgotten": summary.forgotten,
            "failed": [
                {"place": each.place, "problem": each.problem, "remedy": each.remedy} for each in summary.failures
            ],
            "seconds": round(summary.seconds, 3),
        }
        click.echo(json.dumps(found, ensure_ascii=False))
        return
    click.echo(_sentence(summary))
    for key, version in summary.changes:
        click.echo(f"  changed: {key} is version {version} of its address")
    sys.stdout.flush()
    for each in summary.failures:
        click.echo(f"segun: {_line(each.place)}: {_line(each.problem)} {_line(each.remedy)}", err=True)


def _sentence(summary: Summary) -> str:
    parts = [f"{summary.added:,} added"]
    if summary.shared:
        parts[0] += f" ({summary.shared:,} with words that the ledger had from elsewhere)"
    if summary.changed:
        parts.append(f"{summary.changed:,} of them new versions")
    parts.append(f"{summary.known:,} already there")
    if summary.forgotten:
        parts.append(f"{summary.forgotten:,} kept out, because they were forgotten")
    parts.append(f"{len(summary.failures):,} failed")
    return f"{', '.join(parts)}; {summary.seconds:,.1f} s."


def _line(text: str) -> str:
    from segun.view.visible import one_line

    return one_line(text)


def _names_one(inputs: tuple[str, ...]) -> bool:
    return any("://" in name for name in inputs)


def _fetch(*, allow_private: bool, robots: bool) -> Fetch:
    from segun import __version__
    from segun.read.fetch import Fetcher, fetching

    return fetching(Fetcher(allow_private=allow_private, robots=robots, agent=f"segun/{__version__}"))
