"""``segun forget``: remove a report, or every report that names a source, with all that was drawn from it."""

from __future__ import annotations

import sys
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.options import settings_from
from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from segun.ledger.forgetting import Forgotten
    from segun.ledger.records import StoredReport

SHOWN = 20
"""Reports that are named before they go; the others are counted."""
NOT_DONE = 2


@click.command()
@with_ledger
@click.argument("target", metavar="REPORT|SOURCE")
@click.option(
    "--why", metavar="TEXT", required=True, help="The reason: who asks for it, and by what right. It is kept."
)
@click.option("--by", metavar="NAME", help="Who decides. Needed, unless the setting `reviewer` names somebody.")
@click.option("--everywhere", is_flag=True, help="Also every other report with the very same text.")
@click.option("--yes", is_flag=True, help="Do not ask.")
def forget(ledger: Path, target: str, why: str, by: str | None, everywhere: bool, yes: bool) -> int:
    """Remove a report, or all reports that name a source, for good: text, analyses, claims, what decisions said of it.

    What would go is shown first, and you are asked; where nobody can be asked, --yes is needed. What stays is a
    tombstone (a digest, the reason, who and when), which keeps the report from coming in again, and the chain of
    decisions, which still verifies. The file is rewritten, so that the words cannot be read from it. Do not put into
    --why what is to be forgotten. Copies elsewhere (exports, backups) are yours to remove. This cannot be undone.

    \b
    Examples:
      segun forget news.segun port-3 --why "court order 12/2031" --by Irune
      segun forget news.segun port-3 --everywhere --why "withdrawn by the agency" --by Irune --yes
      segun forget news.segun "Nuria Cabal" --why "her request of 4 March" --by Irune
    """
    from segun.ledger.ledger import Ledger

    reviewer = settings_from({"reviewer": by}).reviewer
    if reviewer is None:
        raise click.UsageError(
            "Nobody is named who decides. Give --by NAME, or set `reviewer` in segun.toml or SEGUN_REVIEWER."
        )
    if not why.strip():
        raise click.UsageError("--why is empty. Give the reason; it is all that stays.")
    with Ledger(ledger) as opened:
        going = opened.would_forget(target, everywhere=everywhere)
        if not going:
            note(f"No report names {one_line(target)} any more. Nothing was done.")
            return NOT_DONE
        _show(going)
        staying = 0 if everywhere else len(opened.would_forget(target, everywhere=True)) - len(going)
        if staying:
            are = counted(staying, "other report")
            click.echo(f"The very same text stays in {are}; --everywhere takes them too.", err=True)
        if not yes and not _agreed(len(going)):
            return NOT_DONE
        gone = opened.forget(target, by=reviewer, why=why, everywhere=everywhere)
    click.echo(_sentence(gone))
    log = ledger.with_name(ledger.name + "-wal")
    if log.exists() and log.stat().st_size:
        note(f"Another process reads {ledger}; the words can be read from the file until it closes it. End it soon.")
    return 0


def _show(going: Sequence[StoredReport]) -> None:
    """Name the reports that would go, on stderr, for it is a question and no data."""
    click.echo(f"{counted(len(going), 'report')} would go:", err=True)
    for each in islice(going, SHOWN):
        facts = [each.outlet, each.published and each.published[:10], each.title, counted(each.claims, "claim")]
        told = " · ".join(excerpt(fact, 60) for fact in facts if fact)
        click.echo(f"  {one_line(each.key)}  {told}", err=True)
    if len(going) > SHOWN:
        click.echo(f"  and {len(going) - SHOWN:,} more", err=True)


def _agreed(count: int) -> bool:
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        raise click.UsageError("Nobody can be asked here. Look at what would go, then give --yes.")
    if click.confirm(f"Remove {counted(count, 'report')} for good?", err=True):
        return True
    note("Nothing was removed.")
    return False


def _sentence(gone: Forgotten) -> str:
    parts = (
        counted(len(gone.reports), "report"),
        counted(gone.texts, "text"),
        counted(gone.claims, "claim"),
        counted(gone.sources, "source"),
        f"what {counted(gone.contents, 'decision')} said",
    )
    return f"Forgotten: {', '.join(parts)}."
