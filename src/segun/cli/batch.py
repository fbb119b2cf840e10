"""``segun batch``: analyse and trace Parquet files, on one machine or many, without a ledger."""

from __future__ import annotations

from pathlib import Path

import click

from segun.cli.progress import stages
from segun.cli.terminal import counted

FAILED = 2


@click.command()
@click.argument("source", metavar="IN", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("target", metavar="OUT", type=click.Path(path_type=Path, file_okay=False))
@click.option("--workers", type=click.IntRange(1, 1_000), default=1, show_default=True, help="Processes that work.")
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler whose workers work instead: tcp://HOST:8786.")
@click.option("--no-places", is_flag=True, help="Do not look up the names of places.")
@click.option("--no-encoder", is_flag=True, help="Do without sentence vectors: faster, weaker across languages.")
def batch(source: Path, target: Path, workers: int, scheduler: str | None, no_places: bool, no_encoder: bool) -> int:
    """Analyse and trace the Parquet files of folder IN, and write Parquet files into folder OUT.

    For collections that outgrow a ledger. The files of IN have a column 'text' and, where they are known, 'id',
    'published', 'outlet', 'title', 'byline', 'language', 'location'; each file is a task. OUT gets 'analysed/',
    'found/' (groups, derivations, links and headlines as JSON, by story) and 'stories.parquet'.

    \b
    Examples:
      segun batch texts/ traced/ --workers 8
      segun batch /shared/texts /shared/traced --scheduler tcp://10.0.0.5:8786

    Interrupt it at any time: the same command goes on from there.
    """
    from segun.engine.folder import trace_folder
    from segun.engine.workers import Workers

    with stages() as told:
        done = trace_folder(
            source, target, Workers(workers, scheduler), places=not no_places, encoder=not no_encoder, told=told
        )
    click.echo(f"{counted(done.reports, 'report')} in {counted(done.stories, 'story', 'stories')}; {target}")
    for name, problem in done.failures:
        click.echo(f"segun: {name}: {problem}", err=True)
    return FAILED if done.failures else 0
