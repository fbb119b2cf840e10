"""A kept trace at a glance: single sources first, every kind of laundering, disputes put together, what came since."""

from __future__ import annotations

import json

import pytest
from tests.serve.desk_of import filled, saying

from segun.export.lineage import NONE, as_object, lineage
from segun.ledger.ledger import Ledger
from segun.match import looking, store
from segun.match.glance import SECTIONS, glance, stretch
from segun.match.objects import derivation_object, group_object, link_object
from segun.match.records import Derivation, Group, Link, Loss, Member, Origin, Statement
from segun.view.traced.text import derivation_lines, link_line, member_lines, overview, stale

REPORTS = ("one", "two", "three")


def said(report, text, *sources, claim=None):
    return Statement(report, claim or f"{report}-{text[:4]}", (), text, sources)


def group(id, *members, origins=1):
    reports = tuple(dict.fromkeys(each.report for each in members))
    found = tuple(Origin(f"source {n} of {id}", reports) for n in range(origins))
    return Group(
        id, tuple(Member(each, None, ("most like one, likeness 0.9",)) for each in members), found, origins, (), "It."
    )


FIVE, SIX, SEVEN = (
    said("one", "five hurt", "the mayor"),
    said("two", "six hurt", "a nurse"),
    said("three", "seven hurt"),
)
GROUPS = (
    group("g1", FIVE, said("two", "five people hurt")),
    group("g2", SIX),
    group("g3", SEVEN),
    group("g4", said("one", "the dam burst"), said("two", "the dam broke"), said("three", "it gave way"), origins=2),
    group("g5", said("one", "nobody died"), said("two", "no one died"), origins=0),
)
LOSSES = tuple(Loss(kind, FIVE, said("two", "five people hurt")) for kind in ("lost", "strengthened", "named"))
DERIVED = (
    Derivation("two", "one", "edit", known=True, confidence=0.9, evidence=("names X as a source",), losses=LOSSES),
    Derivation("three", "two", "copy", known=False, confidence=0.5, evidence=()),
)
LINKS = (
    Link("g1", "g2", "contradicts", "number", "another", (FIVE, SIX)),
    Link("g2", "g3", "contradicts", "number", "another", (SIX, SEVEN)),
    Link("g4", "g1", "contradicts", "time", "another"),
)


@pytest.fixture
def ledger(tmp_path):
    path = filled(
        tmp_path / "n.segun",
        *(saying(key, "Ana Orbe", f"{key} dams burst in Orvo", outlet=f"The {key}") for key in REPORTS),
    )
    rows = [
        *(("group", group_object(each)) for each in GROUPS),
        *(("derivation", derivation_object(each)) for each in DERIVED),
        *(("link", link_object(each)) for each in LINKS),
    ]
    with Ledger(path) as opened:
        store.keep(
            opened,
            [
                {"story": "s", "kind": kind, "number": n, "object": json.dumps(each)}
                for n, (kind, each) in enumerate(rows)
            ],
            program="test",
            reports=3,
            gone=(),
            traced=dict.fromkeys(REPORTS, ("x", "s")),
            keys=((key, 0.0, b"") for key in REPORTS),
        )
        yield opened


def test_claims_of_one_source_come_first_and_by_themselves(ledger):
    found = glance(ledger, 10)
    assert [[each.id for each in listed.shown] for listed in (found.single, found.multiple, found.unknown)] == [
        ["g1"],
        ["g4"],
        ["g5"],
    ]
    assert next(iter(SECTIONS)) == "single"


def test_every_kind_of_laundering_is_listed_and_counted(ledger):
    found = glance(ledger, 2)
    assert (found.lost.count, [each.loss.kind for each in found.lost.shown]) == (3, ["lost", "strengthened"])
    assert [each.loss.kind for each in stretch(ledger, "lost", 2, 2).shown] == ["named"]
    assert {role.outlet: role.launders for role in glance(ledger, 9).outlets.shown} == {
        "The one": 0,
        "The three": 0,
        "The two": 3,
    }


def test_reports_without_a_date_are_neither_first_nor_do_they_repeat(ledger):
    assert {(role.first, role.repeats) for role in glance(ledger, 9).outlets.shown} == {(0, 0)}


def test_claims_that_contradict_each_other_in_the_same_are_one_dispute(ledger):
    disputes = glance(ledger, 10).disputes
    assert {(each.what, tuple(sorted(group.id for group, _ in each.positions))) for each in disputes.shown} == {
        ("number", ("g1", "g2", "g3")),
        ("time", ("g1", "g4")),
    }
    number = next(each for each in disputes.shown if each.what == "number")
    assert {said for _, said in number.positions} == {FIVE, SIX, SEVEN}


def test_the_overview_on_a_terminal_tells_all_of_it(ledger):
    about = {key: (f"The {key}", "2031-03-04") for key in REPORTS}
    text = "\n".join(overview(glance(ledger, 10), about))
    for told in (
        "3 claims stand in more than one report.",
        "Echoed most, and from one source alone (1)",
        "attribution lost, the mayor said it there, nobody here: “five people hurt”",
        "told as certain: “five people hurt”",
        "given a name",
        "number: “five hurt” (the mayor, The one (one, 2031-03-04)) against “six hurt” (a nurse, The two",
    ):
        assert told in text
    assert "three, 2031-03-04), direction unknown: copy" in "\n".join(derivation_lines(DERIVED[1], about))
    assert "revised by" not in link_line(LINKS[0], GROUPS[1], GROUPS[0], about)
    assert "“five hurt” (the mayor" in link_line(LINKS[0], GROUPS[1], GROUPS[0], about)
    assert any("most like one" in line for line in member_lines(GROUPS[0], about))


def test_a_trace_is_stale_after_a_report_and_after_a_decision_until_it_is_confirmed(ledger):
    assert not stale(looking.freshness(ledger), "n.segun")
    ledger.add(saying("four", "Ana Orbe", "the dams of Orvo hold"), program="test")
    assert "1 report came since. Run: segun trace n.segun" in stale(looking.freshness(ledger), "n.segun")
    with ledger.reading() as connection:
        key = connection.execute("SELECT key FROM claims LIMIT 1").fetchone()[0]
    ledger.decide("note", key, {"note": "read"}, by="Ana")
    assert looking.freshness(ledger).decided == 0
    ledger.decide("reject", key, {}, by="Ana", why="no")
    assert "1 report and 1 decision came since" in stale(looking.freshness(ledger), "n.segun")
    store.confirm(ledger, 4)
    assert looking.freshness(ledger).decided == 0


def test_an_export_has_what_was_found_of_a_report(ledger):
    found = lineage(ledger, "two")
    echo = found.claims["two-five"]
    assert (echo.carried, echo.origins, echo.group, echo.names) == (2, 1, "g1", ("source 0 of g1",))
    assert found.lost("two-five") == ["lost", "strengthened", "named"]
    assert {each.parent for each in found.derived} == {"one", "two"}
    assert {each["how"] for each in as_object(found)["derivations"]} == {"copy", "edit"}
    assert lineage(ledger, "nowhere") is NONE
