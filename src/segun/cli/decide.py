"""``segun decide``: accept, reject and correct claims, merge and split sources, note, judge, grade, compare, undo."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click

from segun.cli.bodies import KINDS, Step, steps
from segun.cli.decisions import as_object, root, told
from segun.cli.options import settings_from
from segun.errors import SegunError
from segun.model import DecisionKind, Derived, Factuality, Quotation, SourceKind, SpeechAct
from segun.view.visible import one_line

if TYPE_CHECKING:
    import sqlite3

    from segun.ledger.ledger import Ledger
    from segun.model import Decision

BAD_INPUT = 2
Look = dict[str, str]
"""What a claim or source is like, by field, in words."""


def _choice(values: Any) -> click.Choice[str]:
    return click.Choice(get_args(values))


_OPTIONS = (
    click.option("--by", metavar="NAME", help="Who decides. Needed, unless the setting `reviewer` names somebody."),
    click.option("--why", metavar="TEXT", default="", help="The reason, kept with the decision."),
    click.option("--source", metavar="NAME", help="correct: who asserts it (its innermost source)."),
    click.option(
        "--source-at", metavar="S-E", help="correct: the words that name it. [default: the nearest that hold NAME]"
    ),
    click.option("--kind", "source_kind", type=_choice(SourceKind), help="correct: what that source is."),
    click.option("--no-source", is_flag=True, help="correct: the report itself asserts it."),
    click.option("--factuality", type=_choice(Factuality), help="correct: how its source commits itself."),
    click.option("--speech-act", type=_choice(SpeechAct), help="correct: what its source does by saying it."),
    click.option("--quotation", type=_choice(Quotation), help="correct: whether its words are quoted."),
    click.option("--spans", metavar="S-E,S-E", help="correct: the words of its content, in code points of the text."),
    click.option(
        "--time", "times", metavar="VALUE@S-E", multiple=True, help="correct: a date of it; replaces those it had."
    ),
    click.option(
        "--place",
        "places",
        metavar="NAME,LAT,LON@S-E",
        multiple=True,
        help="correct: a place of it; replaces those it had.",
    ),
    click.option("--names", metavar="NAME", multiple=True, help="split: a name that becomes a source of its own."),
    click.option("--name", metavar="NAME", help="rename: what the source is to be called."),
    click.option("--how", type=_choice(Derived), help="derived: how the first report has it from the second."),
    click.option("--note", metavar="TEXT", help="note: the words."),
    click.option("--verdict", metavar="TEXT", help="verdict: what you found of the claim, in your words."),
    click.option("--evidence", metavar="URL", help="verdict: where the evidence is."),
    click.option(
        "--body", metavar="JSON|-", help="All that it sets as JSON, in place of these; '-' is standard input."
    ),
    click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing."),
    click.option("--json", "as_json", is_flag=True, help="Print JSON, one decision a line."),
)


def _with_options(command: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@click.command()
@click.argument("ledger", type=click.Path(path_type=Path))
@click.argument("kind", metavar="WHAT", type=click.Choice(KINDS))
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@_with_options
def decide(ledger: Path, kind: DecisionKind, targets: tuple[str, ...], by: str | None, why: str, **given: Any) -> int:
    """Decide on claims, sources and reports: what a reader then finds follows it, and the decision stays on record.

    WHAT is accept, reject, correct or verdict (of a claim), merge, split or rename (of sources), grade or note (of
    either; a note also of a report), same or different (of two claims), derived or independent (of two reports), or
    undo (of a decision). TARGET is a claim's key or its first digits, a source's key or name, a report's key, or a
    decision's number. Nothing is overwritten: 'segun decisions' lists all, and each can be undone, an undoing too.

    \b
    Examples:
      segun decide news.segun accept 4f1c2a 77ab01 --by Irune
      segun decide news.segun reject 9b01de --by Irune --why "the cue belongs to the next sentence"
      segun decide news.segun correct 4f1c2a --source "Radio Marea" --factuality PS+ --dry-run
      segun decide news.segun correct 4f1c2a --source "the coast guard" --source-at 211-226
      segun decide news.segun correct 4f1c2a --spans 12-40,45-60 --time 2031-04@120-131
      segun decide news.segun correct 4f1c2a --place "Salinares,43.1,-8.2@15-24"
      segun decide news.segun merge ANE "Agencia de Noticias del Estuario"
      segun decide news.segun split ANE --names "Alianza Nueva del Este"
      segun decide news.segun rename ANE --name "ANE (agencia)"
      segun decide news.segun verdict 4f1c2a --verdict "not borne out" --evidence https://example.org/tide-tables
      segun decide news.segun grade ANE B --why "corrects itself within the day"
      segun decide news.segun same 4f1c2a 9b01de
      segun decide news.segun different 4f1c2a 77ab01 --why "another village"
      segun decide news.segun derived vega-3 wire-1 --how copy
      segun decide news.segun independent vega-3 port-3 --why "each had a reporter there"
      segun decide news.segun note port-3 --note "page seen on paper"
      segun decide news.segun undo 17

    Several targets are as many decisions. One that cannot be taken is named at the end with exit code 2; the others
    stand. Same, different, derived and independent are said of the first target and each of the others; the next
    'segun trace' follows them. Grades are those of the Admiralty code: A to F of sources, 1 to 6 of claims.
    """
    from segun.ledger.attributing import unlocated
    from segun.ledger.ledger import Ledger

    dry_run, as_json = given.pop("dry_run"), given.pop("as_json")
    wanted = steps(kind, targets, given)
    reviewer = settings_from({"reviewer": by}).reviewer
    if reviewer is None:
        raise click.UsageError(
            "Nobody is named who decides. Give --by NAME, or set `reviewer` in segun.toml or SEGUN_REVIEWER."
        )
    failures, unknown = [], []
    with Ledger(ledger) as opened:
        for step in wanted:
            try:
                taken = take(opened, kind, step, by=reviewer, why=why, dry_run=dry_run)
            except SegunError as error:
                failures.append(f"{one_line(step.target)}: {one_line(str(error))}")
            else:
                _print(taken, as_json=as_json, dry_run=dry_run)
                unknown += [(step.target, name) for name in unlocated(taken.decision.body or {})]
    sys.stdout.flush()
    for target, name in unknown:
        click.echo(_unlocated(target, name), err=True)
    for failure in failures:
        click.echo(f"segun: {failure}", err=True)
    if dry_run:
        click.echo("Nothing was written: --dry-run.", err=True)
    return BAD_INPUT if failures else 0


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision and what it changes."""

    decision: Decision
    was: Mapping[str, Look]
    """By the key of a claim or source."""
    now: Mapping[str, Look]
    overrules: tuple[Decision, ...] = ()
    """Decisions on other pairs that cannot hold beside this one."""

    def changes(self) -> Iterator[tuple[str, str, str | None, str | None]]:
        """Yield key, field, what it was and what it is; ``None`` for nothing."""
        for key in dict.fromkeys((*self.was, *self.now)):
            was, now = self.was.get(key, {}), self.now.get(key, {})
            for field in dict.fromkeys((*was, *now)):
                if was.get(field) != now.get(field):
                    yield key, field, was.get(field), now.get(field)


def take(ledger: Ledger, kind: DecisionKind, step: Step, *, by: str, why: str, dry_run: bool = False) -> Taken:
    """Take a decision and return what it changes; it is tried first in a transaction that is rolled back.

    Args:
        ledger: open for writing.
        kind: what it does.
        step: on what, and what it sets.
        by: who decides.
        why: in their words.
        dry_run: whether to leave it at the trial; the decision that is returned is then in no chain.

    Raises:
        NotInLedgerError: there is no such target.
        DecisionError: it cannot be taken.
    """
    from segun.ledger import chain, file, judging, reviewing

    with file.telling(ledger.path), closing(file.connect(ledger.path)) as trial:
        outlets = ledger.outlets
        trial.execute("BEGIN IMMEDIATE")
        try:
            tried = reviewing.decide(trial, kind, step.target, step.body, outlets, by=by, why=why, at="")
            about = root({each.number: each for each in chain.every(trial)}, tried)
            now = _looks(trial, about)
            after = frozenset(each.number for each in judging.judgements(trial).overruled)
        finally:
            trial.execute("ROLLBACK")
        was = _looks(trial, about)
        overrules = _overruled(trial, after) if kind in chain.ON_PAIRS else ()
    if dry_run:
        return Taken(tried, was, now, overrules)
    return Taken(ledger.decide(kind, step.target, step.body, by=by, why=why), was, now, overrules)


def _overruled(connection: sqlite3.Connection, after: frozenset[int]) -> tuple[Decision, ...]:
    """Return the decisions that are passed over after a decision and were not before."""
    from segun.ledger import chain
    from segun.ledger.judging import judgements

    before = {each.number for each in judgements(connection).overruled}
    found = (chain.one(connection, number) for number in sorted(after - before))
    return tuple(each for each in found if each is not None)


def _looks(connection: sqlite3.Connection, about: Decision) -> dict[str, Look]:
    """Return what a decision's claim or sources are like now; nothing of what is no longer there."""
    body = about.body or {}
    keys = [
        about.target,
        *(str(body[field]) for field in ("source", "into", "claim") if isinstance(body.get(field), str)),
    ]
    found = {}
    for key in keys:
        look = _claim(connection, key) or _source(connection, key)
        look |= _said(connection, key)
        if look:
            found[key] = look
    if isinstance(body.get("with"), str):
        found[about.target] = found.get(about.target, {}) | _judged(connection, about.target, str(body["with"]))
    return found


def _claim(connection: sqlite3.Connection, key: str) -> Look:
    from segun.ledger import finding
    from segun.ledger.selection import Review, Selection

    wanted = Selection(claim=key, review=get_args(Review))
    claim = next(finding.claims(connection, wanted, limit=1), None)
    if claim is None:
        return {}
    return {
        "content": claim.content,
        "according to": " → ".join(claim.said_by) or "the report itself",
        "factuality": claim.factuality,
        "speech act": claim.speech_act,
        "quotation": claim.quotation,
        "times": ", ".join(claim.times),
        "places": ", ".join(claim.places),
        "review": claim.review,
    }


def _source(connection: sqlite3.Connection, key: str) -> Look:
    from segun.ledger import finding, naming

    row = naming.row_of(connection, key)
    source = next(finding.sources(connection, [row]), None) if row is not None else None
    if source is None:
        return {}
    return {"name": source.name, "names": ", ".join(source.names), "claims": str(source.claims)}


def _said(connection: sqlite3.Connection, key: str) -> Look:
    """Return what people said of a target without changing it."""
    from segun.ledger import chain

    found: Look = {}
    notes = []
    for each in chain.in_force(chain.every(connection)):
        if each.target != key or each.body is None:
            continue
        if each.kind == "note":
            notes.append(str(each.body["note"]))
        elif each.kind == "grade":
            found["grade"] = str(each.body["grade"])
        elif each.kind == "verdict":
            found["verdict"] = f"{each.body['verdict']} ({each.body['evidence']})"
    return found | ({"notes": " · ".join(notes)} if notes else {})


def _judged(connection: sqlite3.Connection, first: str, second: str) -> Look:
    """Return what people say of a pair of claims or reports; nothing where no decision on it is in force."""
    from segun.ledger.judging import judgements

    found = judgements(connection)
    named = dict(connection.execute("SELECT report_id, key FROM reports WHERE report_id IN (?, ?)", (first, second)))
    one, two = named.get(first, first), named.get(second, second)
    pair = frozenset((one, two))
    said = {
        f"the same as {two}": pair in found.same,
        f"not the same as {two}": pair in found.different,
        f"independent of {two}": pair in found.independent,
        f"derived from {two}{_by(found.derived.get((one, two)))}": (one, two) in found.derived,
        f"{two} is derived from it{_by(found.derived.get((two, one)))}": (two, one) in found.derived,
    }
    words = next((each for each, holds in said.items() if holds), None)
    return {"judgement": words} if words else {}


def _by(how: str | None) -> str:
    return f" ({how})" if how else ""


def _unlocated(target: str, name: str) -> str:
    """Say that a text does not name a source as its reviewer does, and what can be done."""
    return one_line(
        f"segun: {target}: the text does not hold the words '{name}'. The correction is kept, but no gold is made of "
        "it. Say which words name the source with --source-at START-END, or that nobody is named with --kind unnamed."
    )


def _print(taken: Taken, *, as_json: bool, dry_run: bool) -> None:
    decision, changes = taken.decision, list(taken.changes())
    if as_json:
        from segun.export.jsonl import json_line

        listed = [{"target": key, "field": field, "was": was, "now": now} for key, field, was, now in changes]
        overrules = [each.number for each in taken.overrules]
        click.echo(json_line({**as_object(decision), "changes": listed, "overrules": overrules, "dry_run": dry_run}))
        return
    would = "would be " if dry_run else ""
    click.echo(f"{would}decision {decision.number}: {decision.kind} {one_line(decision.target)}")
    several = len({key for key, *_ in changes}) > 1
    names = {key: (taken.was.get(key) or taken.now[key]).get("name", key) for key, *_ in changes}
    for key, field, was, now in changes:
        label = f"{one_line(names[key])}: {field}" if several else field
        click.echo(f"  {label}")
        click.echo(f"    was  {one_line(was) if was else '–'}")
        click.echo(f"    now  {one_line(now) if now else '–'}")
    for each in taken.overrules:
        click.echo(f"  passes over {told(each)}, which cannot hold beside it")
    if not changes:
        click.echo("  nothing that is asked for changes")
