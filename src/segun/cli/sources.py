"""``segun sources``: the sources of a ledger, and which of them may be one."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import click

from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import MOST, console_on, counted
from segun.view import words
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.ledger.records import StoredSource

ON_A_TERMINAL = 50
_NAME, _OTHERS = 48, 4


@click.command()
@with_ledger
@click.option("--like", metavar="WORDS", help="Only the sources with these words in a name, or with this key.")
@click.option("--proposals", is_flag=True, help="Pairs that may be one source, the likeliest first, and why.")
@click.option("--limit", type=click.IntRange(0, MOST), help="How many at most; 50 on a terminal, 0 for all.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one a line.")
def sources(ledger: Path, like: str | None, proposals: bool, limit: int | None, as_json: bool) -> int:
    """List the sources of LEDGER, those that assert most first.

    A line reads: key, name, what it is, how many claims it asserts, how many it relays, in how many texts, its grade
    where somebody gave one, the state it stands for (Moscow and the Kremlin for RU), and its other names.

    \b
    Examples:
      segun sources news.segun
      segun sources news.segun --like ministry
      segun sources news.segun --like Russia        # Moscow and the Kremlin too
      segun sources news.segun --proposals
      segun sources news.segun --json | jq 'select(.relayed > 10) | .name'

    --proposals compares names. It decides nothing: under each pair stands the line that makes one source of the two,
    for you to run or not. A pair that somebody split is not proposed again.
    """
    from segun.ledger.ledger import Ledger

    most = (ON_A_TERMINAL if sys.stdout.isatty() and not as_json else None) if limit is None else limit or None
    with Ledger(ledger, readonly=True) as opened:
        found = list(opened.sources(opened.named(like) if like else None))
        if proposals:
            shown, total = _propose(opened, found, most, as_json=as_json)
        else:
            shown, total = len(found[:most]), len(found)
            _list(found[:most], as_json=as_json)
    if total > shown:
        sys.stdout.flush()
        what = "pair" if proposals else "source"
        note(f"{shown:,} of {counted(total, what)}; --limit 0 shows all.")
    elif not total:
        note("No pair looks like one source." if proposals else "There is no source yet.")
    return 0


def _list(found: list[StoredSource], *, as_json: bool) -> None:
    if as_json:
        from segun.export.jsonl import json_line

        for source in found:
            fields = asdict(source)
            del fields["row"]
            click.echo(json_line(fields))
        return
    console = console_on()
    for source in found:
        console.print(_line(source), soft_wrap=True)


def _line(source: StoredSource) -> str:
    facts = [
        words.kind(source.kind),
        f"asserts {source.claims:,}",
        f"relays {source.relayed:,}" if source.relayed else "",
        f"in {counted(source.reports, 'text')}",
        f"graded {one_line(source.grade)}" if source.grade else "",
        f"stands for {source.stands_for}" if source.stands_for else "",
    ]
    others = [excerpt(name, _NAME) for name in source.names if name != source.name]
    if others:
        more = f" and {len(others) - _OTHERS} more" if len(others) > _OTHERS else ""
        facts.append(f"also {', '.join(others[:_OTHERS])}{more}")
    return f"{source.key}  {excerpt(source.name, _NAME)} · {' · '.join(fact for fact in facts if fact)}"


def _propose(ledger: Ledger, found: list[StoredSource], most: int | None, *, as_json: bool) -> tuple[int, int]:
    """Print pairs that may be one source; return how many, and how many there are."""
    pairs = list(_pairs(ledger, found))
    console = console_on()
    for one, other, score, why in islice(pairs, most):
        command = shlex.join(["segun", "decide", str(ledger.path), "merge", one.key, other.key])
        if as_json:
            from segun.export.jsonl import json_line

            told = {"a": one.key, "a_name": one.name, "b": other.key, "b_name": other.name}
            click.echo(json_line({**told, "score": score, "why": why, "command": command}))
            continue
        names = f"{excerpt(one.name, _NAME)} ({one.claims:,}) = {excerpt(other.name, _NAME)} ({other.claims:,})?"
        console.print(f"{score:.2f}  {names}  {one_line(why)}", soft_wrap=True)
        console.print(f"      {command}", soft_wrap=True, style="dim")
    return min(len(pairs), most or len(pairs)), len(pairs)


def _pairs(ledger: Ledger, found: list[StoredSource]) -> Iterator[tuple[StoredSource, StoredSource, float, str]]:
    from segun.ledger.questions import asking, shared, split_apart
    from segun.outlets.likeness import NameEntry, propose

    with asking(ledger.path) as connection:
        everywhere, apart = shared(connection), split_apart(connection)
    by_row = {source.row: source for source in found if source.row in everywhere}
    entries = [
        NameEntry(
            id=each.row,
            name=each.name,
            aliases=tuple(name for name in each.names if name != each.name),
            kind=each.kind,
            count=each.claims + each.relayed,
        )
        for each in by_row.values()
    ]
    for proposal in propose(entries, ledger.outlets):
        one, other = by_row[proposal.a], by_row[proposal.b]
        if frozenset((one.key, other.key)) not in apart:
            yield one, other, proposal.score, "; ".join(proposal.why)
