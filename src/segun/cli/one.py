"""One thing of a ledger by what people call it: finds out whether it is a claim, a report or a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from segun.ledger.questions import asking
from segun.ledger.records import StoredReport, StoredSource
from segun.view.meaning import meaning

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger


def show_one(ledger: Ledger, what: str, *, diff: bool, at: str | None, as_json: bool, html: str | None) -> None:
    """Print a claim, report or source.

    Raises:
        LedgerError: there is none, or it may mean several things.
    """
    with asking(ledger.path) as connection:
        found = meaning(ledger, connection, what)
    if isinstance(found, StoredReport):
        from segun.cli.of_report import show_difference, show_report

        if diff:
            show_difference(ledger, found)
        else:
            show_report(ledger, found, at=at, as_json=as_json, html=html)
        return
    if diff or at is not None or html is not None:
        kind = "source" if isinstance(found, StoredSource) else "claim"
        raise click.UsageError(f"'{what}' is a {kind}; --diff, --at and --html are of a report.")
    if isinstance(found, StoredSource):
        from segun.cli.of_source import show_source

        show_source(ledger, found, as_json=as_json)
        return
    from segun.cli.of_claim import show_claim

    show_claim(ledger, found.key, as_json=as_json)
