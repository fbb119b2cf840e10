"""The last trace: which claims say the same, and how many independent origins they have."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from segun.match import store
from segun.match.objects import group_object
from segun.serve.api.operations import STRETCH, Call, Operation
from segun.serve.api.schemas import answered, listed, or_null, whole, words


def _groups(call: Call) -> Any:
    limit, skip = call.stretch
    with call.desk.reading() as ledger:
        made = store.made(ledger)
        found, total = store.groups(ledger, limit=limit, skip=skip)
    return {"made": asdict(made) if made else None, "items": [group_object(each) for each in found], "total": total}


_GROUP = answered(
    "As contract/trace.schema.json has it.",
    id=words(),
    members=listed({"type": "object"}),
    origins=listed({"type": "object"}),
    independent_origins=whole(),
    origin_unknown=listed(words()),
    sentence=words(),
)
operations = (
    Operation(
        "readTrace",
        "GET",
        "/trace",
        "Groups of claims that say the same, those that most reports carry first.",
        _groups,
        answered(
            made=or_null(answered("Null where nothing was traced.", at=words(), program=words(), reports=whole())),
            items=listed(_GROUP),
            total=whole(),
        ),
        parameters=STRETCH,
    ),
)
