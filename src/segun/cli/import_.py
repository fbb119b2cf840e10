"""``segun import``: take analyses back that another program, or another ledger, wrote."""

from __future__ import annotations

import gzip
import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from segun.cli.progress import progress
from segun.cli.selecting import note, with_ledger
from segun.cli.terminal import counted
from segun.errors import SegunError
from segun.view.visible import one_line

if TYPE_CHECKING:
    from segun.ledger.ledger import Ledger
    from segun.model import Analysis

BAD_INPUT = 2
_ENDINGS = {"jsonl": "jsonl", "ndjson": "jsonl", "zip": "cas", "jsonld": "webannotation"}
_SHOWN = 20
"""Annotations of others that are named; the rest is counted."""


@click.command("import")
@with_ledger
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--from", "format_", metavar="FORMAT", help="jsonl, cas or webannotation, where a name does not tell it.")
@click.option("--replace", "replacing", is_flag=True, help="Put what comes in in force for reports that are there.")
def import_(ledger: Path, files: tuple[Path, ...], format_: str | None, replacing: bool) -> int:
    """Take analysed reports into LEDGER from JSON Lines, UIMA CAS or Web Annotations; it is made where there is none.

    FILE is what 'segun export' wrote, or what another program made of it: .jsonl (also .jsonl.gz), a .zip of CAS,
    .jsonld of annotations. A report that is there keeps its analysis unless --replace is given, which is how what
    annotators changed in INCEpTION comes back: the analysis it had stays readable, and decisions hold on. Importing a
    file again changes nothing. Decisions in a file belong to another ledger's chain and are not taken over.

    \b
    Examples:
      segun import news.segun colleague.jsonl.gz
      segun import news.segun inception.zip --replace
      segun import news.segun annotations.json --from webannotation

    A file or line that cannot be read is named at the end with exit code 2; the others come in.
    """
    from segun.export.formats import readable
    from segun.ledger.ledger import Ledger

    if format_ is not None and format_ not in readable():
        raise click.UsageError(f"'{format_}' cannot be read back. Give one of {', '.join(readable())}.")
    with Ledger(ledger, create=True) as opened, progress("Importing", None) as advance:
        run = opened.begin(" ".join(["import", *map(str, files[:20])]), "import")
        desk = _Desk(opened, run, replacing=replacing)
        for path in files:
            told = format_ or _told(path)
            for found in _read(path, told, desk.passed.append):
                desk.take(path, found, told)
                advance(desk.seen, f"{len(desk.failures):,} failed" if desk.failures else "")
        opened.end(run)
    click.echo(desk.sentence())
    for line in desk.notes():
        note(line)
    for failure in desk.failures:
        click.echo(f"segun: {one_line(failure)}", err=True)
    return BAD_INPUT if desk.failures else 0


def _told(path: Path) -> str:
    """Return the format that a file's name tells, empty where it tells none."""
    return _ENDINGS.get(path.name.lower().removesuffix(".gz").rpartition(".")[2], "")


@dataclass(frozen=True, slots=True)
class _Found:
    """A report in a file, or why there is none."""

    place: str
    analysis: Analysis | None = None
    problem: str = ""
    decisions: int = 0


def _read(path: Path, format_: str, passed: Callable[[str], None]) -> Iterator[_Found]:
    """Yield what is in a file; after what cannot be read comes the next line of JSON Lines, of others the next file."""
    if not format_:
        remedy = "Give --from jsonl, cas or webannotation."
        yield _Found(str(path), problem=f"{path}: its name does not tell its format. {remedy}")
        return
    try:
        if format_ == "jsonl":
            yield from _lines(path)
            return
        for analysis in _analyses(path, format_, passed):
            yield _Found(str(path), analysis)
    except SegunError as error:
        yield _Found(str(path), problem=f"{path}: {error}")
    except (OSError, EOFError, zlib.error, UnicodeDecodeError) as error:
        why = getattr(error, "strerror", None) or "it is broken or not what its name says"
        yield _Found(str(path), problem=f"{path} cannot be read: {why}. Check it, and give --from where needed.")


def _lines(path: Path) -> Iterator[_Found]:
    from segun.export import checked

    opener: Any = gzip.open if path.name.lower().endswith(".gz") else open
    with opener(path, "rt", encoding="utf-8-sig") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            place = f"{path}, line {number}"
            try:
                data = _object(line)
                yield _Found(place, checked.analysis(data, place), decisions=len(data.get("decisions", ())))
            except SegunError as error:
                yield _Found(place, problem=str(error))
            except (ValueError, TypeError, KeyError, RecursionError) as error:
                problem = f"{place}: it is no analysed report: {error}. Give what `segun export --to jsonl` wrote."
                yield _Found(place, problem=problem)


def _object(line: str) -> dict[str, Any]:
    data = json.loads(line)
    if not isinstance(data, dict):
        raise TypeError("no JSON object")
    return data


def _analyses(path: Path, format_: str, passed: Callable[[str], None]) -> Iterator[Analysis]:
    if format_ != "webannotation":
        from segun.export import cas

        with path.open("rb") as file:
            yield from cas.reading(file)
        return
    from segun.export import webannotation

    with path.open(encoding="utf-8-sig") as text:
        yield from webannotation.reading(text, passed=passed)


@dataclass
class _Desk:
    """Takes reports into a ledger and counts what became of them."""

    ledger: Ledger
    run: int
    replacing: bool
    added: int = 0
    known: int = 0
    other: int = 0
    """Of the known: those whose analysis in the file is another one."""
    replaced: int = 0
    forgotten: int = 0
    decisions: int = 0
    passed: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    failed: set[Path] = field(default_factory=set)
    """Files that could not be read, or not all of them."""

    @property
    def seen(self) -> int:
        """How many reports were read."""
        return self.added + self.known + self.replaced + self.forgotten

    def take(self, path: Path, found: _Found, format_: str) -> None:
        """Take one report of a file in, or keep why it cannot be."""
        problem = found.problem
        if found.analysis is not None:
            self.decisions += found.decisions
            try:
                self._take(found.analysis, format_)
            except (UnicodeError, OverflowError) as error:
                problem = f"{found.place}: a ledger cannot hold it: {error}. Mend it in the file."
        if problem:
            self.failures.append(problem)
            self.failed.add(path)

    def _take(self, analysis: Analysis, format_: str) -> None:
        from segun.ledger.packing import pack

        report = analysis.report
        packed = pack(analysis, report, "")
        program = f"import {format_} {hashlib.sha256(packed.object).hexdigest()[:12]}"
        there = _in_force(self.ledger.path, report.id)
        if there is None:
            kept = self.ledger.keep([replace(packed, program=program)], program, self.run)[0]
            self.forgotten += kept.state == "forgotten"
            self.added += kept.state != "forgotten"
            return
        here = self.ledger.analysis(there.key)
        same = replace(analysis, report=here.report) == here
        if not same and self.replacing:
            language = here.report.language or report.language
            taken = replace(here.report, language=language)
            self.ledger.renew(replace(packed, report=taken, circumstances=there.circumstances, program=program))
            self.replaced += 1
            return
        self.ledger.keep([report], program, self.run)
        self.known += 1
        self.other += not same

    def sentence(self) -> str:
        """Return what became of the reports, in a sentence."""
        parts = [f"{counted(self.added, 'report')} added"]
        if self.replaced:
            parts.append(f"{self.replaced:,} with a new analysis")
        parts.append(f"{self.known:,} already there")
        if self.forgotten:
            parts.append(f"{self.forgotten:,} kept out, because they were forgotten")
        parts.append(f"{counted(len(self.failed), 'file')} failed")
        return ", ".join(parts) + "."

    def notes(self) -> Iterator[str]:
        """Yield what else there is to say."""
        if self.other:
            yield f"{counted(self.other, 'report')} kept the analysis that was there; --replace takes the file's."
        if self.decisions:
            yield f"{counted(self.decisions, 'decision')} in the file belong to another chain and were not taken over."
        for line in self.passed[:_SHOWN]:
            yield f"Passed over: {one_line(line)}"
        if len(self.passed) > _SHOWN:
            yield f"Passed over: {len(self.passed) - _SHOWN:,} more annotations."


@dataclass(frozen=True, slots=True)
class _There:
    """A report that the ledger has."""

    key: str
    circumstances: str
    """Of its analysis in force."""


def _in_force(path: Path, report_id: str) -> _There | None:
    from segun.ledger.questions import asking

    with asking(path) as connection:
        row = connection.execute(
            "SELECT r.key, a.circumstances FROM reports r JOIN analyses a ON a.id = r.analysis WHERE r.report_id = ?",
            (report_id,),
        ).fetchone()
    return _There(*row) if row else None
