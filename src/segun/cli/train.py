"""``segun train``: fit the weights of the second opinion to texts of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.options import settings_from, with_settings
from segun.cli.progress import stages
from segun.cli.selecting import note
from segun.cli.terminal import counted
from segun.errors import SegunError

if TYPE_CHECKING:
    from segun.learn.training import Trained
    from segun.settings import Value

FAILED = 2
_LEAST = 5
"""Texts without which nothing can be held out."""


@click.command()
@click.argument("golds", nargs=-1, required=True, metavar="GOLD...", type=click.Path(path_type=Path, exists=True))
@click.option(
    "-o",
    "--out",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where to write the weights. [default: print them]",
)
@click.option(
    "--press",
    multiple=True,
    metavar="GOLD",
    type=click.Path(path_type=Path, exists=True),
    help="Gold of ordinary reports, where accounts seldom carry on: its sentences count a quarter; may be given again.",
)
@click.option(
    "--unread",
    "unread",
    multiple=True,
    metavar="FILE",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="Outcomes of texts that nobody had read ('segun evaluate --outcomes'); may be given again.",
)
@with_settings("analysis")
def train(
    golds: tuple[Path, ...], out: Path | None, press: tuple[Path, ...], unread: tuple[Path, ...], **given: Value | None
) -> int:
    """Fit segun's weights to the texts of each GOLD, and tell how good they are on texts left out.

    The grammar finds candidates; the weights say how likely each is right, which become the claims' confidence, and
    over which sentences an account carries on. A GOLD is what 'segun evaluate' takes: a folder with NAME.txt and
    NAME.json for each text, or JSON Lines.

    \b
    Examples:
      segun train gold/ -o weights.toml
      segun export news.segun --to gold -o ours.jsonl && segun train ours.jsonl gold/ -o weights.toml
      segun report report.txt --weights weights.toml
      segun evaluate held-out/ --weights weights.toml
      segun evaluate new/ --weights weights.toml --outcomes new.jsonl
      segun train gold/ --unread new.jsonl -o weights.toml
      segun train accounts/ --press reports.jsonl -o weights.toml

    --unread makes confidence honest on new texts. Rules and weights are made on texts whose mistakes were read, so
    they do better there than elsewhere. Outcomes of texts that were annotated before anybody looked at what segun
    finds in them tell by how much; write them with weights fitted without --unread.

    Nothing is looked up in the texts but the names of traits, the same in every language. The figures printed are of
    weights fitted with texts left out: one each time for accounts, all of a GOLD and a language each time for
    attributions where there are several. docs/training.md tells what the weights that ship were fitted on.
    """
    from segun.gold.reading import GoldError, read
    from segun.learn.training import trained
    from segun.learn.unread import outcomes_in
    from segun.learn.watching import PRESS, Examples, watched
    from segun.learn.writing import written

    settings = settings_from(given)
    outcomes = [each for path in unread for each in outcomes_in(path)]
    failed: list[str] = []
    texts = []
    for path, share in [*((path, 1.0) for path in golds), *((path, PRESS) for path in press)]:
        try:
            texts += [(path.name, share, text) for text in read(path, lambda error: failed.append(str(error)))]
        except GoldError as error:
            failed.append(str(error))
    found = Examples()
    with stages() as told:
        for number, (kind, share, text) in enumerate(texts, start=1):
            try:
                found.add(watched([text], settings.models, kind, share))
            except SegunError as error:
                failed.append(f"{text.key}: {error}")
            told("Reading", number, len(texts))
    for problem in failed:
        click.echo(f"segun: {problem}", err=True)
    if len({each.text for each in found.right}) < _LEAST:
        raise SegunError(
            f"Weights cannot be fitted to fewer than {_LEAST} texts with attributions.", "Give more gold texts."
        )
    made = trained(found, outcomes)
    if out is None:
        click.echo(written(made.weights), nl=False)
    else:
        try:
            out.write_text(written(made.weights), encoding="utf-8")
        except OSError as error:
            raise SegunError(f"{out} cannot be written: {error.strerror}.", "Name another file with -o.") from error
        note(f"Wrote {out}.")
    _tell(made)
    if outcomes:
        note(f"Confidence scaled by {counted(len(outcomes), 'outcome')} of unread texts.")
    return FAILED if failed else 0


def _tell(made: Trained) -> None:
    """Say on stderr how good the weights are on texts that they were not fitted on."""
    error = "–" if made.calibration_error is None else f"{made.calibration_error:.3f}"
    note(f"{counted(made.attributions, 'attribution')} and {counted(made.sentences, 'sentence')} after one.")
    note("Each text, or kind of text, left out once:")
    note(f"  F1 of attributions {made.all_f1:.3f}, of those kept {made.kept_f1:.3f} (from {made.weights.least:.2f} on)")
    note(f"  expected calibration error {error}")
    note(f"  accounts that carry on: recall {made.carried_recall:.3f}, precision {made.carried_precision:.3f}")
