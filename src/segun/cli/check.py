"""``segun check``: whether a ledger is whole, and its chain of decisions holds."""

from __future__ import annotations

from pathlib import Path

import click

from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.view.visible import one_line

BROKEN = 2


@click.command()
@with_ledger
@click.option("--deep", is_flag=True, help="Also draw anew what is asked, from analyses and decisions, and compare.")
def check(ledger: Path, deep: bool) -> int:
    """Check that LEDGER is whole: its file, the references in it, and the chain of decisions.

    Faults are listed, one a line, with exit code 2. With --deep the claims of every report are drawn anew and compared
    with what stands in the tables that are asked; that takes about as long as it took to put them in, writers wait
    meanwhile, and nothing is changed.

    \b
    Examples:
      segun check news.segun
      segun check news.segun --deep

    'segun decisions LEDGER --verify' looks at the chain only, and compares its end with an id that you noted.
    """
    from segun.ledger.ledger import Ledger

    with Ledger(ledger, readonly=not deep) as opened:
        faults = opened.faults()
        if deep and not faults:
            faults = opened.stale()
    for fault in faults:
        click.echo(one_line(fault))
    if faults:
        note(f"{ledger} has {counted(len(faults), 'fault')}. Take it from a backup, or keep a copy and report it.")
        return BROKEN
    click.echo("Sound.")
    return 0
