"""What people decided goes out as gold, and comes back as what weights are fitted on."""

from __future__ import annotations

import json

import pytest
from tests.cli.collection import fill, key_of

from segun.gold.reading import read
from segun.ledger.ledger import Ledger

RADAR, PILOT = "two officers told", "the pilot had been asleep"


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


def gold(segun, tmp_path):
    code, _, err = segun("export", "news.segun", "--to", "gold", "-o", "gold.jsonl")
    assert code == 0, err
    lines = (tmp_path / "gold.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_nothing_decided_is_no_gold(segun, news, tmp_path):
    assert gold(segun, tmp_path) == []


def test_what_was_accepted_counts_and_what_was_not_looked_at_does_not(segun, news, tmp_path):
    segun("decide", "news.segun", "accept", key_of(news, PILOT), "--by", "Irune")
    (written,) = gold(segun, tmp_path)
    accepted = [claim for claim in written["claims"] if not any(r.get("optional") for r in claim["relays"])]
    assert [PILOT in written["text"][slice(*claim["spans"][0])] for claim in accepted] == [True]
    (text,) = read(tmp_path / "gold.jsonl")
    assert [claim.neutral for claim in text.claims].count(False) == 1


def test_what_was_rejected_is_the_reports_own(segun, news, tmp_path):
    segun("decide", "news.segun", "reject", key_of(news, PILOT), "--by", "Irune", "--why", "a rumour")
    (written,) = gold(segun, tmp_path)
    found = [c for c in written["claims"] if PILOT in written["text"][slice(*c["spans"][0])]]
    assert [each["relays"] for each in found] == [[]]


def test_what_was_rejected_and_accepted_again_is_not(segun, news, tmp_path):
    for kind in ("reject", "accept"):
        segun(
            "decide", "news.segun", kind, key_of(news, PILOT) if kind == "reject" else rejected(news), "--by", "Irune"
        )
    (written,) = gold(segun, tmp_path)
    found = [c for c in written["claims"] if PILOT in written["text"][slice(*c["spans"][0])]]
    assert [len(each["relays"]) for each in found] == [1]


def rejected(news):
    with Ledger(news, readonly=True) as ledger:
        return next(each.target for each in ledger.decisions() if each.kind == "reject")


def test_what_was_corrected_is_as_it_was_corrected(segun, news, tmp_path):
    segun("decide", "news.segun", "correct", key_of(news, PILOT), "--factuality", "PS-", "--by", "Irune")
    (written,) = gold(segun, tmp_path)
    (claim,) = [c for c in written["claims"] if not any(r.get("optional") for r in c["relays"])]
    assert claim["factuality"] == "PS-"
