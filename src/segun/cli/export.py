"""``segun export``: get a ledger, or a selection of it, out in a format that other programs read."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from segun.cli.files import check_place, whole, whole_bytes
from segun.cli.progress import progress
from segun.cli.selecting import Asked, note, tell_left_out, with_selection
from segun.cli.terminal import counted

if TYPE_CHECKING:
    from segun.export.formats import Format, Module, Write

STDOUT = "-"
_NAMED = 5
"""Claims that are named of those left out."""


def _list_formats(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if not value:
        return
    from segun.export.formats import FORMATS

    for each in FORMATS:
        click.echo(f"{each.name}: {each.summary} ({each.ending})")
        click.echo(f"    drops: {each.load().DROPS}")
        if each.extra:
            click.echo(f"    needs: pip install 'segun[{each.extra}]'")
    ctx.exit()


def _with_dates_renamed(command: click.Command) -> click.Command:
    """Give the days of publication names of their own: here --to names the format."""
    for parameter in command.params:
        if parameter.name in {"published_from", "published_to"}:
            parameter.opts = [f"--{parameter.name.replace('_', '-')}"]
    return command


@_with_dates_renamed
@click.command()
@with_selection
@click.option("--to", "format_", metavar="FORMAT", required=True, help="The format; --formats lists them.")
@click.option("-o", "--output", metavar="OUT", help="Write to this file; it is there once it is whole.")
@click.option(
    "--formats",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_list_formats,
    help="List the formats and what each drops.",
)
def export(ledger: Path, asked: Asked, format_: str, output: str | None) -> int:
    """Write what LEDGER holds in a format that other programs read, after what people decided.

    Without WORDS and options that select, everything is written: every report with all its claims but rejected ones,
    and the decisions on it. With them, the reports that carry a selected claim: whole where the options ask of reports
    only (--report, --outlet, --language, --published-from and -to, --added-since), else cut down to such claims.
    What a format has no place for is dropped; --formats says what.

    \b
    Examples:
      segun export news.segun --to jsonl > news.jsonl
      segun export news.segun --to parquet -o claims.parquet
      segun export news.segun bridge --event-from 2031-04 --to csv -o bridge.csv
      segun export news.segun --report port --to cas -o inception.zip
      segun export news.segun --added-since 2031-05-01 --to webannotation -o may.jsonld
      segun export --formats

    Once the ledger was traced, all but gold, cas and cas-json also tell how many reports carry a claim, how many
    independent origins it has and who they are, and what its report has from others ('segun trace').

    Formats of bytes (parquet, cas, cas-json) go to a file or a pipe, not to a terminal.
    """
    from segun.cli.traced import tell_older
    from segun.ledger.ledger import Ledger
    from segun.view.several import carried, is_all

    kind = _format(format_)
    module = kind.load()
    _check(format_, output, binary=module.BINARY)
    if "rejected" in asked.review:
        raise click.UsageError("Rejected claims are not exported. 'segun find --review rejected' lists them.")
    with Ledger(ledger, readonly=True) as opened:
        wanted = asked.selection(opened)
        count, pairs = carried(opened, wanted)
        with ExitStack() as stack:
            write = stack.enter_context(_writer(module, output, stack))
            advance = stack.enter_context(progress("Exporting", count))
            done, in_vain = 0, list[str]()
            for done, (analysis, decisions) in enumerate(pairs, start=1):
                in_vain += kind.write(write, analysis, decisions, opened)
                advance(done)
        sys.stdout.flush()
        if kind.traces:
            tell_older(opened)
        if not done:
            note("No report fits.")
        elif output is not None and sys.stderr.isatty():
            note(f"Wrote {output}: {counted(done, 'report')}.")
        if in_vain:
            note(_in_vain(in_vain))
        if not is_all(wanted):
            tell_left_out(ledger, wanted)
    return 0


def _in_vain(keys: Sequence[str]) -> str:
    """Say which claims count neither way although people decided on them, and what can be done."""
    more = f" and {len(keys) - _NAMED} more" if len(keys) > _NAMED else ""
    return (
        f"{counted(len(keys), 'decided claim')} left out of the gold, for the text does not hold the words of the "
        f"source: {', '.join(keys[:_NAMED])}{more}. Say where it is named: "
        "segun decide LEDGER correct CLAIM --source NAME --source-at START-END."
    )


def _format(name: str) -> Format:
    from segun.export.formats import FORMATS, format_of

    near = difflib.get_close_matches(name, [each.name for each in FORMATS], n=1)
    if near and near[0] != name:
        raise click.UsageError(f"There is no format '{name}'. Did you mean {near[0]}?")
    return format_of(name)


def _check(name: str, output: str | None, *, binary: bool) -> None:
    """Find out before the work begins that it can be written.

    Raises:
        click.UsageError: bytes would go to a terminal, or the file cannot be written where it is wanted.
    """
    if output is not None and output != STDOUT:
        check_place(Path(output))
    elif binary and sys.stdout.isatty():
        raise click.UsageError(f"{name} is nothing to read on a terminal. Give a file: --output OUT.")


def _writer(module: Module, output: str | None, stack: ExitStack) -> AbstractContextManager[Write]:
    """Open the output and give what writes one analysis with its decisions to it."""
    if output is not None and output != STDOUT:
        place = Path(output)
        out: IO[Any] = stack.enter_context(whole_bytes(place) if module.BINARY else whole(place))
        return module.writing(out)
    return module.writing(sys.stdout.buffer if module.BINARY else sys.stdout)
