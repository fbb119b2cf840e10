"""``segun report``: read reports and print the ledger of their claims."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from segun.cli.atlas import Atlas
from segun.cli.options import published_option, settings_from, with_settings
from segun.cli.output import Outputs, status, with_outputs, write_page
from segun.errors import ReadError, SegunError, own_fault
from segun.tongue import speaking

if TYPE_CHECKING:
    from segun.model import Analysis, Report
    from segun.settings import Settings, Value

BAD_INPUT = 2


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@with_outputs
@published_option
@click.option("--outlet", metavar="NAME", help="Who published the reports.")
@with_settings("analysis", "pages")
@click.option("--color/--no-color", "color", default=None, help="Colour or not; by default where a terminal has it.")
def report(
    files: tuple[str, ...],
    to: Outputs,
    published: str | None,
    outlet: str | None,
    color: bool | None,
    **given: Value | None,
) -> int:
    """Read reports and print the ledger of their claims: according to whom, and how firmly.

    FILE is a text, an HTML page, a PDF, a DOCX, or JSON Lines (also gzipped) with one report a line; '-' is standard
    input. NAME.meta.json beside NAME.txt gives its published date, title, outlet, url and language.

    \b
    Examples:
      segun report interview.txt
      segun report *.html --html ledger.html
      segun report nota.txt --html registro.html --interface es
      curl -s URL | segun report - --published 2024-05-31
      segun report crawl.jsonl.gz --json > claims.jsonl
      segun report *.txt --geojson places.geojson --csv claims.csv
      segun report post.txt --continue none --min-confidence 0.7

    A file that cannot be read is named at the end with what to do about it, and the exit code is 2; the others come
    out all the same.
    """
    to.check()
    settings = settings_from(given)

    run = _Run(settings, status())
    with ExitStack() as stack:
        writers = to.writers(stack, color=color)
        shown = []
        for analysis in run.analyses(files, published=published, outlet=outlet):
            for write in writers:
                write(analysis)
            if to.html is not None:
                shown.append(analysis)
        if to.html is not None and shown:
            with speaking(settings.interface):
                write_page(shown, to.html, towns=run.atlas.towns, area=run.atlas.area)
    return run.close()


@dataclass
class _Run:
    """Reads and analyses one command's inputs, and keeps what went wrong for the end."""

    settings: Settings
    status: Callable[[str], AbstractContextManager[object]]
    atlas: Atlas = field(default_factory=Atlas)
    failures: list[str] = field(default_factory=list)
    done: int = 0

    def analyses(self, files: Iterable[str], *, published: str | None, outlet: str | None) -> Iterator[Analysis]:
        """Yield what came of each report that could be read and analysed."""
        from segun.read import Overrides, read

        overrides = Overrides(published=published, outlet=outlet, language=self.settings.language)
        for item in read(list(files), overrides):
            if isinstance(item, ReadError):
                self.failures.append(str(item))
                continue
            analysis = self._analysis(item)
            if analysis is not None:
                self.done += 1
                yield analysis

    def _analysis(self, item: Report) -> Analysis | None:
        from segun.attribute.judging import judge
        from segun.pipeline import analyze
        from segun.view.threshold import above

        try:
            with self.status(f"{self.done + 1}: {item.key}"):
                analysis = analyze(
                    item,
                    carry_on=self.settings.carry_on,
                    models=self.settings.models,
                    gazetteer=self.atlas.gazetteer,
                    judge=judge(self.settings.weights),
                )
            return above(analysis, self.settings.min_confidence)
        except SegunError as error:
            self.failures.append(f"{item.location or item.key}: {error}")
        except Exception as error:  # noqa: BLE001 - one report on which segun itself fails must not cost the others
            self.failures.append(f"{item.location or item.key}: {own_fault(error)}")
        return None

    def close(self) -> int:
        """Tell what went wrong and return the exit code."""
        if not self.failures:
            return 0
        sys.stdout.flush()
        for failure in dict.fromkeys(self.failures):
            click.echo(f"segun: {failure}", err=True)
        if self.done:
            click.echo(f"segun: {len(self.failures)} of {len(self.failures) + self.done} reports failed.", err=True)
        return BAD_INPUT
