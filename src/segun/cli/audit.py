"""``segun audit``: who did what at the desk."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from segun.cli.selecting import with_ledger
from segun.view.visible import one_line


@click.command()
@with_ledger
@click.option("--who", metavar="NAME", help="Only what this person did.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most so many, the latest.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one line each.")
def audit(ledger: Path, who: str | None, limit: int | None, as_json: bool) -> int:
    """List who did what at the desk over LEDGER, the latest first: logins, changes, and what was refused.

    A line reads: when, who, role, what, on what, from where, how it went. The list is only appended to.

    \b
    Examples:
      segun audit news.segun --limit 50
      segun audit news.segun --who Irune
      segun audit news.segun --json | jq 'select(.outcome != "done")'
    """
    from segun.export.jsonl import json_line
    from segun.ledger.audit import entries
    from segun.ledger.ledger import Ledger

    with Ledger(ledger, readonly=True) as opened, opened.reading() as connection:
        for each in entries(connection, who=who, limit=limit):
            if as_json:
                click.echo(json_line(asdict(each)))
                continue
            facts = (each.who or "–", each.role, each.what, each.target, each.address, each.outcome)
            click.echo("  ".join([each.at[:19].replace("T", " "), *(one_line(fact) for fact in facts if fact)]))
    return 0
