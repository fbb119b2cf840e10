"""What a trace says of the quarry: who repeats whom, what goes back to whom, what contradicts what."""

from __future__ import annotations

import json
import shutil

from click.testing import CliRunner
from tests.match.conftest import told_of

from segun.cli.main import segun
from segun.ledger.judging import Judgements
from segun.ledger.ledger import Ledger
from segun.match import store
from segun.match.objects import from_object, to_object
from segun.match.tracing import trace


def group_with(traced, report, words):
    found = [g for g in traced.groups for m in g.members if m.statement.report == report and words in m.statement.text]
    assert found, (report, words)
    return found[0]


def reports(group):
    return {member.statement.report for member in group.members}


def edge(traced, report, parent):
    return next((each for each in traced.derivations if (each.report, each.parent) == (report, parent)), None)


def test_the_first_toll_goes_back_to_the_town_hall_alone(traced):
    group = group_with(traced, "r02", "tres trabajadores heridos")
    assert {"r02", "r03", "r04"} <= reports(group)
    assert group.independent_origins == 1
    assert "no independent confirmation" in group.sentence


def test_the_later_toll_is_another_claim_and_revises_the_first(traced):
    first, later = (
        group_with(traced, "r02", "tres trabajadores heridos"),
        group_with(traced, "r05", "un muerto y cinco"),
    )
    assert first.id != later.id
    assert "r06" in reports(later)
    assert ("revises", later.id, first.id) in {(link.kind, link.a, link.b) for link in traced.links}


def test_the_nurse_contradicts_the_mayor(traced):
    nurse, mayor = group_with(traced, "r06", "Cuatro trabajadores"), group_with(traced, "r05", "un muerto y cinco")
    found = [link for link in traced.links if {link.a, link.b} == {nurse.id, mayor.id}]
    assert [(link.kind, link.what) for link in found] == [("contradicts", "number")]


def test_a_copy_is_one_and_a_translation_has_lost_who_said_so(traced):
    assert edge(traced, "r03", "r02").how == "copy"
    translated = edge(traced, "r04", "r02") or edge(traced, "r04", "r03")
    assert translated.how == "translation"
    assert translated.laundered
    assert not edge(traced, "r03", "r02").laundered


def test_an_hour_that_nobody_else_gives_stays_apart(traced):
    assert group_with(traced, "r01", "05:50").id != group_with(traced, "r02", "la ladera se vino abajo").id


def test_every_span_holds_the_words_of_its_statement(traced, story_ledger):
    with Ledger(story_ledger) as ledger:
        texts = {told.key: told.text for told in told_of(ledger)}
    for group in traced.groups:
        for member in group.members:
            said = member.statement
            assert " … ".join(span.of(texts[said.report]) for span in said.spans) == said.text


def test_the_order_of_the_reports_does_not_matter(traced, story_ledger):
    with Ledger(story_ledger) as ledger:
        told = list(told_of(ledger))
    assert to_object(trace(told[::-1])) == to_object(traced)
    assert to_object(trace(told[3:] + told[:3])) == to_object(traced)


def test_what_people_called_different_stays_apart(traced, story_ledger):
    group = group_with(traced, "r05", "elevó esta tarde")
    mine = {m.statement.report: m.statement.claim for m in group.members if "muerto y cinco" in m.statement.text}
    decided = Judgements(different=frozenset({frozenset((mine["r05"], mine["r06"]))}))
    with Ledger(story_ledger) as ledger:
        again = trace(list(told_of(ledger)), decided)
    assert group_with(again, "r05", "elevó esta tarde").id != group_with(again, "r06", "un muerto y cinco").id


def test_a_match_says_in_words_what_two_statements_have_in_common(traced):
    group = group_with(traced, "r02", "tres trabajadores heridos")
    why = {member.statement.report: member.why for member in group.members}
    copied = "; ".join(why["r03"])
    assert "most like r02, likeness" in copied
    assert "figures in common: tres trabajadores" in copied.lower()
    assert "words in common: " in copied
    translated = "; ".join(why["r04"])
    assert " = " in translated, "each language's own words"
    assert all(member.weighed for member in group.members)


def test_a_link_has_the_statements_that_conflict(traced):
    for link in traced.links:
        ours, theirs = (next(each for each in traced.groups if each.id == end) for end in (link.a, link.b))
        assert [said.report in reports(side) for said, side in zip(link.said, (ours, theirs), strict=True)] == [
            True,
            True,
        ]


def test_one_report_and_none():
    assert trace([]).groups == ()


def test_json_and_back(traced):
    assert from_object(json.loads(json.dumps(to_object(traced)))) == traced


def test_the_command_prints_the_contract_and_keeps_the_trace(story_ledger, traced):
    result = CliRunner().invoke(segun, ["trace", str(story_ledger), "--json"])
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout)["schema"] == 1
    with Ledger(story_ledger) as ledger:
        assert store.read(ledger) == traced
        assert store.made(ledger).reports == 6
        key = group_with(traced, "r05", "un muerto y cinco").members[0].statement.claim
        assert store.groups_of(ledger, key)
        assert {each.parent for each in store.derivations_of(ledger, "r03")} >= {"r02"}


def test_the_overview_tells_origins_first(story_ledger):
    result = CliRunner().invoke(segun, ["trace", str(story_ledger)])
    assert "1 independent origin: “" in result.stdout
    assert "Contradictions" in result.stdout
    assert "Attribution lost, strengthened or named on the way" in result.stdout


def test_what_people_decide_is_heeded_and_can_be_undone(story_ledger, traced, tmp_path):
    copy = tmp_path / "copy.segun"
    shutil.copy(story_ledger, copy)

    def run(*args):
        result = CliRunner().invoke(segun, [*args])
        assert result.exit_code == 0, result.output
        return result.stdout

    said = [m.statement for g in traced.groups for m in g.members]
    one = next(s.claim for s in said if s.report == "r02" and "ladera" in s.text)
    other = next(s.claim for s in said if s.report == "r06" and "Cuatro trabajadores" in s.text)
    run("decide", str(copy), "same", one, other, "--by", "Irune")
    run("decide", str(copy), "independent", "r03", "r02", "--by", "Irune")
    run("decide", str(copy), "derived", "r06", "r01", "--how", "relay", "--by", "Irune", "--why", "told us so")
    found = from_object(json.loads(run("trace", str(copy), "--json")))
    assert any({one, other} <= {m.statement.claim for m in group.members} for group in found.groups)
    assert edge(found, "r03", "r02") is None
    assert edge(found, "r06", "r01").evidence == ("decided by people",)
    run("decide", str(copy), "undo", "2", "--by", "Irune")
    assert edge(from_object(json.loads(run("trace", str(copy), "--json"))), "r03", "r02").how == "copy"
    assert "independent" in run("decisions", str(copy))


def test_a_decision_on_two_needs_two(story_ledger):
    result = CliRunner().invoke(segun, ["decide", str(story_ledger), "derived", "r01", "--by", "Irune"])
    assert result.exit_code == 2
    assert "Give two reports" in result.stderr
    result = CliRunner().invoke(segun, ["decide", str(story_ledger), "derived", "r01", "r99", "--by", "Irune"])
    assert "no report" in result.stderr


def test_what_is_forgotten_stands_in_no_trace(story_ledger, tmp_path):
    copy = tmp_path / "copy.segun"
    shutil.copy(story_ledger, copy)
    CliRunner().invoke(segun, ["trace", str(copy)])
    words = b"grietas desde enero"
    assert words in copy.read_bytes()
    with Ledger(copy) as ledger:
        for key in ("r02", "r03"):
            ledger.forget(ledger.report(key).report_id, by="Irune", why="a court asked for it")
        assert store.made(ledger) is None
    assert words not in copy.read_bytes()
