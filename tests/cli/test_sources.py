from __future__ import annotations

import json
import sys
from dataclasses import dataclass, replace
from itertools import combinations
from types import ModuleType

import pytest
from tests.cli.collection import add_evil, fill, moved
from tests.samples import ferry

from segun.ledger.ledger import Ledger


@dataclass(frozen=True)
class NameEntry:
    id: int
    name: str
    aliases: tuple[str, ...]
    kind: str
    count: int


@dataclass(frozen=True)
class Proposal:
    a: int
    b: int
    score: float
    why: tuple[str, ...]


@pytest.fixture
def news(tmp_path):
    return fill(tmp_path / "news.segun")


@pytest.fixture
def likeness(monkeypatch):
    """Proposes every pair; what it was asked is in ``asked``."""
    module = ModuleType("segun.outlets.likeness")
    module.NameEntry = NameEntry

    def propose(entries, outlets):
        module.asked = list(entries)
        for one, other in combinations(entries, 2):
            yield Proposal(one.id, other.id, 0.5, (f"{one.name} is like {other.name}", "so is the rest"))

    module.propose = propose
    monkeypatch.setitem(sys.modules, "segun.outlets.likeness", module)
    return module


def key_of(path, name):
    with Ledger(path, readonly=True) as ledger:
        return next(source.key for source in ledger.sources(ledger.named(name)))


def test_those_that_assert_most_come_first(segun, news):
    code, out, err = segun("sources", "news.segun")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert len(lines) == 19
    assert any(line.endswith("Norrel · organisation · asserts 4 · relays 1 · in 1 text") for line in lines)
    counts = [int(line.partition("asserts ")[2].split()[0]) for line in lines]
    assert counts == sorted(counts, reverse=True)
    (ane,) = [line for line in lines if "Estuario" in line]
    assert ane.endswith("also ANE")


def test_like(segun, news):
    assert segun("sources", "news.segun", "--like", "post")[1].count("\n") == 1
    code, _, err = segun("sources", "news.segun", "--like", "Norel")
    assert code == 2
    assert "Did you mean Norrel?" in err


def test_a_limit_says_what_it_cuts_off(segun, news):
    _, out, err = segun("sources", "news.segun", "--limit", "2")
    assert out.count("\n") == 2
    assert err == "segun: 2 of 19 sources; --limit 0 shows all.\n"


def test_json(segun, news):
    told = [json.loads(line) for line in segun("sources", "news.segun", "--json")[1].splitlines()]
    assert {"key", "name", "names", "claims", "relayed", "reports", "grade"} <= set(told[0])
    assert "row" not in told[0]


def test_an_empty_ledger_says_so(segun, tmp_path):
    Ledger(tmp_path / "news.segun", create=True).close()
    assert segun("sources", "news.segun") == (0, "", "segun: There is no source yet.\n")


def test_proposals_come_with_the_line_that_decides(segun, news, likeness):
    code, out, _ = segun("sources", "news.segun", "--proposals", "--limit", "1")
    assert code == 0
    first, second = out.splitlines()
    one, other = likeness.asked[:2]
    assert first == f"0.50  {one.name} (4) = {other.name} (3)?  {one.name} is like {other.name}; so is the rest"
    keys = [key_of(news, each.name) for each in (one, other)]
    assert second == f"      segun decide news.segun merge {keys[0]} {keys[1]}"


def test_a_name_that_means_another_source_in_each_text_is_not_proposed(segun, news, likeness):
    segun("sources", "news.segun", "--proposals")
    names = {entry.name for entry in likeness.asked}
    assert "Norrel" in names
    assert not names & {"a pilot", "two officers", "Residents"}
    (ane,) = [entry for entry in likeness.asked if entry.aliases]
    assert ane.aliases == ("ANE",)


def test_what_was_merged_or_split_is_not_proposed_again(segun, news, likeness):
    def proposed():
        lines = segun("sources", "news.segun", "--proposals", "--json")[1].splitlines()
        return {frozenset((each["a"], each["b"])) for each in map(json.loads, lines)}

    northline, norrel = key_of(news, "Northline"), key_of(news, "Norrel")
    assert frozenset((northline, norrel)) in proposed()
    with Ledger(news) as ledger:
        ledger.decide("merge", norrel, {"source": northline}, by="Irune")
    assert not any(northline in pair for pair in proposed())
    with Ledger(news) as ledger:
        ledger.decide("split", norrel, {"names": ["Northline"]}, by="Irune")
        apart = next(iter(ledger.sources(ledger.named("Northline")))).key
    pairs = proposed()
    assert frozenset((apart, norrel)) not in pairs
    assert any(apart in pair for pair in pairs)


def test_real_proposals(segun, news):
    one = ferry()
    sources = tuple(replace(each, name=each.name.replace("Ellery", "Elery")) for each in one.sources)
    with Ledger(news) as ledger:
        ledger.add(moved(replace(one, sources=sources), key="other", location="x"))
    code, out, _ = segun("sources", "news.segun", "--proposals")
    assert code == 0
    assert "Maud Ellery (2) = Maud Elery (2)?" in out
    assert f"segun decide news.segun merge {key_of(news, 'Maud Ellery')} {key_of(news, 'Maud Elery')}\n" in out


def test_nothing_of_a_report_steers_the_terminal(segun, news, likeness):
    add_evil(news)
    for options in ((), ("--proposals",)):
        _, out, err = segun("sources", "news.segun", *options)
        assert not set(out + err) & {"\x1b", "\u202e", "\x07"}
        assert "[U+001B]" in out
