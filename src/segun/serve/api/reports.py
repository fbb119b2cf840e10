"""Reports: listed, read after decisions, added to by reviewers, imported."""

from __future__ import annotations

import hashlib
import json
import re
from typing import Any

from segun.ledger import finding
from segun.ledger.errors import NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.objects import to_object
from segun.read import Overrides
from segun.read.dates import strict_iso
from segun.read.fields import bcp47
from segun.serve.api import deciding, records
from segun.serve.api.checks import WrongInputError
from segun.serve.api.operations import STRETCH, Call, Operation, Parameter
from segun.serve.api.schemas import answered, given, listed, named, text, whole, words
from segun.serve.importing import Importer
from segun.serve.people.auditing import doing

TEXT = 1_500_000
"""Characters of a report that is imported."""
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}(T[\d:.]{2,15}(Z|[+-]\d{2}:\d{2})?)?", re.ASCII)
_UNSAFE = re.compile(r"[^\w.\-]+", re.ASCII)


def _list(call: Call) -> Any:
    page = "WHERE r.id IN (SELECT id FROM reports ORDER BY id LIMIT ? OFFSET ?)"
    with call.desk.reading() as ledger:
        with ledger.reading() as connection:
            items = [records.report(each) for each in finding.reports(connection, page, call.stretch)]
        return {"items": items, "total": ledger.count_reports()}


def _one(call: Call) -> Any:
    with call.desk.reading() as ledger:
        stored = ledger.report(call.path["key"])
        until = _until(ledger, call.query.get("until"))
        made = ledger.corrected(stored, until=until)
        found = to_object(made.without_rejected())
        decisions = ledger.decisions_on(stored)
        seen = deciding.last(ledger)
    kept = {claim["id"] for claim in found["claims"]}
    return {
        **found,
        "keys": {id: key for id, key in made.keys.items() if id in kept},
        "decisions": records.decisions(each for each in decisions if until is None or each.number <= until),
        "seen": seen,
    }


def _until(ledger: Ledger, wanted: str | None) -> int | None:
    if wanted is None:
        return None
    if wanted.isascii() and wanted.isdigit() and len(wanted) <= 15:
        return int(wanted)
    if not _MOMENT.fullmatch(wanted):
        raise WrongInputError("until is no decision and no moment.", "Give a number, or 2031-05-20T18:00:00+00:00.")
    return ledger.until(wanted.replace("Z", "+00:00"))


def _add(call: Call) -> Any:
    key, body = call.path["key"], dict(call.body["body"])

    def take(ledger: Ledger) -> Any:
        stored = ledger.report(key)
        why, seen = call.body.get("why", ""), call.body.get("seen")
        return [ledger.decide("add", stored.key, body, by=call.person.name, why=why, seen=seen)]

    return deciding.taken(call, "decide add", key, take, deciding.first)


def _import(call: Call) -> Any:
    fields = {name: value.strip() for name, value in call.body.items() if name != "text" and value.strip()}
    written = call.body["text"]
    if not written.strip():
        raise WrongInputError("The text is empty.", "Give the report's words as text.")
    if "published" in fields and strict_iso(fields["published"]) is None:
        raise WrongInputError("published is no date.", "Give it as 2031-05-31 or 2031-05-31T18:00:00+02:00.")
    if "language" in fields and bcp47(fields["language"]) is None:
        raise WrongInputError("language is no language.", "Give it in BCP 47, such as es or en-GB.")
    name = fields.pop("name", "") or f"report-{hashlib.sha256(written.encode()).hexdigest()[:12]}"
    with (
        call.desk.deciding() as ledger,
        doing(ledger, call.person, "add", "import", "1 report over the API"),
    ):
        place = Importer.folder() / f"{_UNSAFE.sub('_', name).strip('.')[-100:] or 'report'}.jsonl"
        line = json.dumps({"id": name, **fields, "text": written}, ensure_ascii=False)
        place.write_text(line + "\n", encoding="utf-8")
    return 202, records.job(call.importer.take((place,), by=call.person.name, overrides=Overrides()))


def _job(call: Call) -> Any:
    found = call.importer.job(call.path["id"])
    if found is None:
        raise NotInLedgerError("This import is not known any more.", "GET /api/reports lists what is in the ledger.")
    return records.job(found)


operations = (
    Operation(
        "listReports",
        "GET",
        "/reports",
        "Reports, in the order in which they came.",
        _list,
        records.some("Report"),
        parameters=STRETCH,
    ),
    Operation(
        "importReport",
        "POST",
        "/reports",
        "Import a report; it is read and analysed after those that came before.",
        _import,
        named("Import"),
        202,
        "add",
        body=given(
            "",
            ("text",),
            text=text("The report's words.", most=TEXT, least=1),
            title=text(),
            outlet=text(),
            published=text("ISO 8601 date, or date-time with zone."),
            language=text("BCP 47."),
            name=text("What it is called in the ledger; the same name again makes a further version."),
        ),
    ),
    Operation(
        "readReport",
        "GET",
        "/reports/{key}",
        "A report's analysis after decisions, as the contract has it, with every claim's key.",
        _one,
        answered(
            schema=whole(),
            report={"type": "object"},
            sources=listed({"type": "object"}),
            claims=listed({"type": "object"}),
            keys={"type": "object", "additionalProperties": words(), "description": "Every claim's key by its id."},
            decisions=listed(named("Decision")),
            seen=whole("The last decision: send it with your own."),
        ),
        parameters=(
            Parameter("until", text("The last decision that counts: its number, 0 for none, or a moment in UTC.")),
        ),
    ),
    Operation(
        "addClaim",
        "POST",
        "/reports/{key}/claims",
        "Add a claim that the program missed.",
        _add,
        named("Decision"),
        201,
        "decide",
        body=given(
            "",
            ("body",),
            body=given("The claim.", ("spans",), **deciding.OF_A_CLAIM),
            **deciding.COMMON,
        ),
        conflicts=True,
    ),
    Operation("readImport", "GET", "/imports/{id}", "How far an import is.", _job, named("Import")),
)
