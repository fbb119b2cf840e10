"""``segun decisions``: what people decided over a ledger, in its order, and whether the chain of it holds."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from segun.cli.terminal import counted
from segun.ledger.chain import ON_PAIRS
from segun.view.visible import excerpt, one_line

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.model import Decision

BROKEN = 2
_LONGEST = 60
"""Characters of one value, in a line."""


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.option("--on", "target", metavar="TARGET", help="Only those on this claim, source or report (with its claims).")
@click.option("--by", metavar="NAME", help="Only those of this reviewer.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one decision a line.")
@click.option("--verify", is_flag=True, help="Check the chain instead; exit code 2 where it does not hold.")
@click.option(
    "--expect", metavar="ID", help="With --verify: an id noted earlier, which one of the decisions must still have."
)
def decisions(ledger: Path, target: str | None, by: str | None, as_json: bool, verify: bool, expect: str | None) -> int:
    """List what people decided, in its order; undone decisions stay and are marked.

    TARGET is a claim's key or its first digits, a source's key or name, or a report's key.

    Each decision's id is a digest of itself and of the one before it. With --verify segun computes them anew, and finds
    a decision that was changed, removed or put between. What a chain cannot show is that its end was cut off: note the
    last id that --verify prints, and give it to --expect later.

    \b
    Examples:
      segun decisions news.segun
      segun decisions news.segun --on "Radio Marea" --by Irune
      segun decisions news.segun --json | jq 'select(.kind == "verdict")'
      segun decisions news.segun --verify --expect 3f0c9a77
    """
    from segun.ledger.ledger import Ledger

    if expect is not None and not verify:
        raise click.UsageError("--expect goes with --verify.")
    with Ledger(ledger, readonly=True) as opened:
        if verify:
            return _verify(opened, expect)
        found = opened.decisions()
        if target is not None:
            found = on(opened, found, target)
        found = [each for each in found if by is None or each.by == by]
    for line in map(_json, found) if as_json else lines(found):
        click.echo(line)
    if not found:
        click.echo("No decisions." if target is None and by is None else "No such decisions.", err=True)
    return 0


def on(ledger: Ledger, decisions: Sequence[Decision], target: str) -> list[Decision]:
    """Return those of the decisions that are on a target, with what undid them.

    Args:
        ledger: an open ledger.
        decisions: all, in their order.
        target: a claim's key or its first digits, a source's key or name, a report's key or id.

    Raises:
        NotInLedgerError: the ledger has nothing of this name, and no decision names it.
    """
    from segun.ledger.errors import NotInLedgerError

    by_number = {each.number: each for each in decisions}
    roots = {each.number: root(by_number, each) for each in decisions}
    named = {key for found in roots.values() for key in (found.target, *_second(found))}
    keys = {key for key in named if target in {key, key[: max(len(target), 6)]}}
    if not keys:
        try:
            report = ledger.report(target)
        except NotInLedgerError:
            keys = {source.key for source in ledger.sources(ledger.named(target))}
        else:
            numbers = {each.number for each in ledger.decisions_on(report)}
            return [each for each in decisions if each.number in numbers or each.target == report.report_id]
    return [each for each in decisions if _subjects(roots[each.number]) & keys]


def root(by_number: Mapping[int, Decision], decision: Decision) -> Decision:
    """Return what an undoing is about in the end; another decision is about itself."""
    while decision.kind == "undo":
        decision = by_number[int(decision.target)]
    return decision


def _second(decision: Decision) -> tuple[str, ...]:
    """Return the second one of the pair that a decision is on, or the claim that it added."""
    field = "with" if decision.kind in ON_PAIRS else "claim" if decision.kind == "add" else None
    return (str(decision.body[field]),) if field is not None and decision.body is not None else ()


def _subjects(decision: Decision) -> set[str]:
    body = decision.body or {}
    fields = ("source", "into", "with", "claim")
    return {decision.target} | {str(body[field]) for field in fields if isinstance(body.get(field), str)}


def lines(decisions: Sequence[Decision]) -> Iterator[str]:
    """Yield a line for each decision: number, moment, who, what, on what, what it sets, why."""
    who = max((len(one_line(each.by)) for each in decisions), default=0)
    what = max((8, *(len(each.kind) for each in decisions)))
    for each in decisions:
        mark = "undone  " if each.undone else ""
        at = each.at[:16].replace("T", " ")
        parts = [f"{each.number:>5}  {at}  {one_line(each.by):<{who}}  {each.kind:<{what}}", one_line(each.target)]
        yield "  ".join([*parts, mark + " · ".join(_told(each))]).rstrip()


_UNSAID = frozenset({"own_voice"})
"""What a decision holds without its reviewer's writing it down, and nobody looks for in a list."""


def told(decision: Decision) -> str:
    """Return what a decision is called within a sentence: *decision 3 (same 4f1c2a 9b01de)*."""
    keys = " ".join(map(one_line, (decision.target, *_second(decision))))
    return f"decision {decision.number} ({decision.kind} {keys})"


def _told(decision: Decision) -> Iterator[str]:
    if decision.body is None:
        yield "(its content was forgotten)"
        return
    for field, value in decision.body.items():
        if field in _UNSAID:
            continue
        shown = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        yield f"{one_line(field)}: {excerpt(shown, _LONGEST)}"
    if decision.why:
        yield f"“{excerpt(decision.why, _LONGEST)}”"


def as_object(decision: Decision) -> dict[str, Any]:
    """Return a decision as JSON's values."""
    body = dict(decision.body) if decision.body is not None else None
    return {
        "number": decision.number,
        "id": decision.id,
        "kind": decision.kind,
        "target": decision.target,
        "body": body,
        "by": decision.by,
        "at": decision.at,
        "why": decision.why,
        "undone": decision.undone,
    }


def _json(decision: Decision) -> str:
    from segun.export.jsonl import json_line

    return json_line(as_object(decision))


def _verify(ledger: Ledger, expect: str | None) -> int:
    from segun.ledger import chain, file

    with closing(file.connect(ledger.path, readonly=True)) as connection, file.telling(ledger.path):
        faults = chain.faults(connection)
        found = chain.every(connection)
    if expect is not None and not any(each.id.startswith(expect) for each in found):
        faults.append(f"no decision has the id {one_line(expect)}: the chain was cut off or made anew")
    if faults:
        for fault in faults:
            click.echo(fault)
        sys.stdout.flush()
        click.echo(f"segun: the chain of decisions in {ledger.path} does not hold. Compare it with a backup.", err=True)
        return BROKEN
    last = f", the last one has the id {found[-1].id}" if found else ""
    click.echo(f"{counted(len(found), 'decision')}, the chain holds{last}")
    return 0
