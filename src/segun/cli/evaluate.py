"""``segun evaluate``: hold what segun finds against what careful readers found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.files import check_place, whole
from segun.cli.options import settings_from, with_settings
from segun.cli.progress import stages
from segun.cli.selecting import note
from segun.cli.terminal import console_on, counted
from segun.view.visible import one_line, visible

if TYPE_CHECKING:
    from segun.gold.records import GoldText
    from segun.gold.summary import Calibration
    from segun.intake.evaluating import Evaluated, Way
    from segun.settings import Settings, Value

FAILED = 2
_NAMED = 5
"""Texts that are named of those that failed for the same reason."""


@click.command()
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path, exists=True))
@click.option("--outermost", is_flag=True, help="Hold only claims with one relay of their own against the gold.")
@click.option("--without-accents", is_flag=True, help="Strip the accents from áéíóúü first; all offsets hold.")
@click.option("--perturb", is_flag=True, help="Also tell how damage to the texts moves each figure.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@click.option("--html", metavar="OUT", type=click.Path(path_type=Path), help="Also write every mistake as a page.")
@click.option(
    "--reliability",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Also draw confidence against the share that is right, as SVG.",
)
@click.option(
    "--outcomes",
    metavar="OUT",
    type=click.Path(path_type=Path),
    help="Also write each claim's confidence and whether it is right, as JSON Lines for 'segun train --unread'.",
)
@with_settings("analysis", "work")
def evaluate(
    golds: tuple[Path, ...],
    outermost: bool,
    without_accents: bool,
    perturb: bool,
    as_json: bool,
    html: Path | None,
    reliability: Path | None,
    outcomes: Path | None,
    **given: Value | None,
) -> int:
    """Analyse the texts of each GOLD and tell how right the claims are.

    A GOLD is a folder with NAME.txt and NAME.json for each text, or JSON Lines (also gzipped) with 'text' and 'claims'
    on each line. Each gold gets a block of figures; calibration is told of all of them together as well.

    \b
    Examples:
      segun evaluate gold/
      segun evaluate gold/ more.jsonl.gz --html mistakes.html
      segun evaluate gold/ --without-accents
      segun evaluate gold/ --perturb
      segun evaluate polnear.jsonl.gz --outermost --processes 4
      segun evaluate gold/ --reliability reliability.svg --json > figures.json

    The page shows each mistake with both contents, both chains, the rule that fired and the parse, to be looked
    through by construction, cue or text. Attribution, factuality, quotation and speech act are evaluated; times,
    places and quantities are not. --min-confidence leaves out what is below it; --language is that of texts whose gold
    names none.

    A text that fails is named at the end, and the exit code is 2; the others count all the same.
    docs/evaluation.md tells how a gold is written and what each figure means.
    """
    from segun.gold.perturb import PERTURBATIONS
    from segun.gold.summary import calibration
    from segun.intake.evaluating import evaluate as hold

    for place in (html, reliability, outcomes):
        if place is not None:
            check_place(place)
    settings = settings_from(given)
    unread: list[str] = []
    names = _names(golds)
    texts = [
        (name, _texts(path, unread, without_accents=without_accents)) for name, path in zip(names, golds, strict=True)
    ]
    with stages() as told:
        done = hold(
            texts,
            _way(settings, outermost=outermost, mistakes=html is not None),
            perturbations=PERTURBATIONS if perturb else (),
            processes=settings.processes,
            told=lambda count, total: told("Evaluating", count, total),
        )
    pooled = calibration(each.summary for each in done if each.summary is not None)
    if any(each.summary for each in done):
        _print(done, pooled, as_json=as_json)
        if html is not None:
            _write_page(done, pooled, html)
        if outcomes is not None:
            _write_outcomes(done, outcomes)
    failed = _tell(unread, done)
    return FAILED if (reliability is not None and not _draw(pooled, reliability)) or failed else 0


def _names(golds: Sequence[Path]) -> list[str]:
    """Return what to call each gold: its last name, the whole path where two share that."""
    last = [path.resolve().name for path in golds]
    return [name if last.count(name) == 1 else str(path) for name, path in zip(last, golds, strict=True)]


def _texts(path: Path, unread: list[str], *, without_accents: bool) -> list[GoldText]:
    """Return the texts of a gold, and add to ``unread`` why others of it cannot be read."""
    from segun.gold.perturb import perturbed
    from segun.gold.reading import GoldError, read

    before = len(unread)
    try:
        texts = read(path, lambda error: unread.append(str(error)))
    except GoldError as error:
        if len(unread) == before:  # else it is told already why there is no text
            unread.append(str(error))
        return []
    return [perturbed(text, "accents") for text in texts] if without_accents else texts


def _way(settings: Settings, *, outermost: bool, mistakes: bool) -> Way:
    from segun.intake.evaluating import Way

    return Way(
        outermost=outermost,
        carry_on=settings.carry_on,
        weights=settings.weights,
        models=tuple(settings.models.items()),
        min_confidence=settings.min_confidence,
        language=settings.language,
        mistakes=mistakes,
    )


def _print(done: Sequence[Evaluated], pooled: Calibration, *, as_json: bool) -> None:
    from segun.cli.figures import calibration_line, lines, to_object

    if as_json:
        click.echo(json.dumps(to_object(done, pooled), ensure_ascii=False, indent=1))
        return
    width = console_on().width
    summaries = [each.summary for each in done if each.summary is not None]
    for summary in summaries:
        for line in lines(summary, width):
            click.echo(line)
        click.echo()
    click.echo(calibration_line(pooled, len(summaries)))


def _write_page(done: Sequence[Evaluated], pooled: Calibration, place: Path) -> None:
    from segun.report.evaluation import Block, render

    page = render([Block(each.summary, each.mistakes) for each in done if each.summary is not None], pooled)
    with whole(place) as file:
        file.write(page)
    note(f"Wrote {place}.")


def _write_outcomes(done: Sequence[Evaluated], place: Path) -> None:
    from segun.learn.unread import lines

    with whole(place) as file:
        for each in done:
            if each.summary is not None:
                file.writelines(f"{line}\n" for line in lines(each.name, each.summary.sure))
    note(f"Wrote {place}.")


def _draw(pooled: Calibration, place: Path) -> bool:
    """Write the plot, and tell whether there are claims enough for one."""
    from segun.gold.calibration import BINS
    from segun.report.reliability import drawing

    if not pooled.bins:
        few = f"it takes {BINS} found claims, here are {pooled.claims:,}"
        note(f"{place} is not drawn: {few}. Give golds with more texts.")
        return False
    with whole(place) as file:
        file.write(drawing(pooled))
    note(f"Wrote {place}.")
    return True


def _tell(unread: Sequence[str], done: Sequence[Evaluated]) -> int:
    """Name what failed on stderr, texts with the same reason together, and return how many did."""
    for problem in unread:
        note(visible(problem))
    for each in done:
        reasons: dict[str, list[str]] = {}
        for failed in each.failures:
            reasons.setdefault(failed.problem, []).append(failed.text)
        for problem, keys in reasons.items():
            more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
            note(one_line(f"{each.name}: {', '.join(keys[:_NAMED])}{more}: {problem}"))
    failed_count = len(unread) + sum(len(each.failures) for each in done)
    if failed_count and any(each.summary for each in done):
        note(f"{counted(failed_count, 'text')} failed; the figures are those of the others.")
    return failed_count
