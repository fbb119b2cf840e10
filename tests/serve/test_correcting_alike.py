from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

BENCH = Path(__file__).parents[2] / "bench"


@pytest.fixture
def path(tmp_path):
    from segun.ledger.ledger import Ledger

    spec = importlib.util.spec_from_file_location("bench_world", BENCH / "world.py")
    world = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = world
    spec.loader.exec_module(world)
    where = tmp_path / "alike.segun"
    with Ledger(where, create=True) as ledger:
        ledger.add(world.World(3).analysis(1, 4))
    del sys.modules[spec.name]
    return where


def test_who_corrects_as_somebody_else_just_did_is_told_of_that(path):
    from starlette.testclient import TestClient

    from segun.ledger.ledger import Ledger
    from segun.serve.app import application
    from segun.serve.desk import Desk

    with Ledger(path) as ledger:
        found = next(ledger.find(limit=1))
        claim = next(each for id, each in _claims(ledger) if ledger.corrected("r1").keys[id] == found.key)
        other = "CT-" if claim.factuality != "CT-" else "CT+"
        ledger.decide("correct", found.key, {"factuality": other}, by="Ana")
        source = ledger.corrected("r1").analysis.source(claim.relays[-1].source).name if claim.relays else ""
    form = {"kind": "correct", "report": "r1", "factuality": other, "source": source}
    form["spans"] = ",".join(f"{span.start}-{span.end}" for span in claim.spans)
    with TestClient(application(Desk(path), reviewer="Bea"), base_url="http://127.0.0.1") as client:
        token = client.get("/reports/r1").text.split('"X-CSRF-Token": "')[1].split('"')[0]
        sent = {"X-CSRF-Token": token, "HX-Request": "true"}
        late = client.post(f"/claims/{found.key}/decide", data={**form, "seen": "0"}, headers=sent)
        knowing = client.post(f"/claims/{found.key}/decide", data={**form, "seen": "1"}, headers=sent)
    assert late.status_code == 409
    assert knowing.status_code == 400


def _claims(ledger):
    return [(each.id, each) for each in ledger.corrected("r1").analysis.claims]
