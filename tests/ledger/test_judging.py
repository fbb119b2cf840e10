"""What people say of two claims or two reports, and which of it is in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.ledger.conftest import moved
from tests.samples import ferry, port

from segun.ledger import chain, checking
from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.ledger.judging import Judgements, Overruled
from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack
from segun.ledger.selection import Selection


def claims(ledger, report):
    return [each.key for each in ledger.find(Selection(report=report, sort="report"))]


def pair(*keys):
    return frozenset(keys)


def say(ledger, kind, first, second, **more):
    return ledger.decide(kind, first, {"with": second, **more}, by="Irune", why="because")


def test_without_decisions_there_are_none(ledger):
    ledger.decide("accept", claims(ledger, "port")[0], {}, by="Irune")
    ledger.decide("note", "port", {"note": "x"}, by="Irune")
    assert ledger.judgements() == Judgements()


def test_claims_are_the_same_or_different_by_their_first_digits(ledger):
    one, two = claims(ledger, "port")[0], claims(ledger, "ferry")[0]
    other = claims(ledger, "strait")[0]
    made = say(ledger, "same", one[:8], two[:8])
    say(ledger, "different", two, other)
    assert (made.target, made.body, made.by, made.why) == (one, {"with": two}, "Irune", "because")
    assert ledger.judgements() == Judgements(same=frozenset({pair(one, two)}), different=frozenset({pair(two, other)}))
    assert ledger.faults() == []
    assert ledger.stale() == []


def test_reports_are_derived_or_independent_and_told_by_their_keys(ledger):
    id = ledger.report("port").report_id
    made = say(ledger, "derived", "ferry", "port", how="translation")
    say(ledger, "derived", "strait", id)
    say(ledger, "independent", "strait", "ferry")
    assert (made.target, made.body) == (ledger.report("ferry").report_id, {"with": id, "how": "translation"})
    assert ledger.judgements() == Judgements(
        derived={("ferry", "port"): "translation", ("strait", "port"): None},
        independent=frozenset({pair("strait", "ferry")}),
    )


def test_the_later_one_on_the_same_two_holds_and_undoing_it_brings_the_earlier_back(ledger):
    one, two = claims(ledger, "port")[0], claims(ledger, "ferry")[0]
    say(ledger, "same", one, two)
    second = say(ledger, "different", two, one)
    assert ledger.judgements() == Judgements(different=frozenset({pair(one, two)}))
    undone = ledger.decide("undo", str(second.number), {}, by="Odei")
    assert ledger.judgements() == Judgements(same=frozenset({pair(one, two)}))
    ledger.decide("undo", str(undone.number), {}, by="Odei")
    assert ledger.judgements() == Judgements(different=frozenset({pair(one, two)}))


def test_of_several_that_cannot_all_hold_the_later_ones_do(ledger):
    one, two, three = (claims(ledger, report)[0] for report in ("port", "ferry", "strait"))
    first, second = say(ledger, "same", one, two), say(ledger, "same", two, three)
    last = say(ledger, "different", one, three)
    assert ledger.judgements() == Judgements(
        same=frozenset({pair(two, three)}),
        different=frozenset({pair(one, three)}),
        overruled=(Overruled(first.number, last.number),),
    )
    ledger.decide("undo", str(second.number), {}, by="Odei")
    assert ledger.judgements() == Judgements(same=frozenset({pair(one, two)}), different=frozenset({pair(one, three)}))


def test_what_was_different_is_so_no_more_once_both_are_the_same_as_a_third(ledger):
    one, two, three = (claims(ledger, report)[0] for report in ("port", "ferry", "strait"))
    first = say(ledger, "different", one, three)
    say(ledger, "same", one, two)
    last = say(ledger, "same", two, three)
    found = ledger.judgements()
    assert (found.different, found.overruled) == (frozenset(), (Overruled(first.number, last.number),))


def test_derivations_that_people_name_run_in_no_circle(ledger):
    first = say(ledger, "derived", "port", "ferry")
    say(ledger, "derived", "ferry", "strait")
    last = say(ledger, "derived", "strait", "port")
    found = ledger.judgements()
    assert found.derived == {("ferry", "strait"): None, ("strait", "port"): None}
    assert found.overruled == (Overruled(first.number, last.number),)


def test_two_claims_of_one_report_are_not_called_the_same(ledger):
    one, two = claims(ledger, "port")[:2]
    with pytest.raises(DecisionError, match="of one report"):
        say(ledger, "same", one, two)
    say(ledger, "different", one, two)


def test_a_derivation_turned_round_or_denied_replaces_the_one_before(ledger):
    say(ledger, "derived", "port", "ferry", how="copy")
    say(ledger, "derived", "ferry", "port", how="relay")
    assert ledger.judgements().derived == {("ferry", "port"): "relay"}
    last = say(ledger, "independent", "port", "ferry")
    assert ledger.judgements() == Judgements(independent=frozenset({pair("port", "ferry")}))
    ledger.decide("undo", str(last.number), {}, by="Irune")
    assert ledger.judgements() == Judgements(derived={("ferry", "port"): "relay"})


def test_they_change_no_claim(ledger):
    before = {each.key: ledger.analysis(each) for each in ledger.reports()}
    say(ledger, "same", claims(ledger, "port")[0], claims(ledger, "ferry")[0])
    say(ledger, "derived", "ferry", "port")
    assert {each.key: ledger.analysis(each) for each in ledger.reports()} == before
    assert checking.stale(ledger._connection, ledger.outlets) == []


@pytest.mark.parametrize(
    ("kind", "first", "body", "error", "told"),
    [
        ("same", "PORT", {}, DecisionError, "Give both"),
        ("same", "PORT", {"with": " "}, DecisionError, "Give both"),
        ("same", "PORT", {"with": 7}, DecisionError, "Give both"),
        ("same", "PORT", {"with": "PORT"}, DecisionError, "one and the same"),
        ("different", "PORT", {"with": "ffffffffffff"}, NotInLedgerError, "No claim has the key"),
        ("different", "port", {"with": "PORT"}, NotInLedgerError, "No claim has the key 'port'"),
        ("same", "PORT", {"with": "FERRY", "how": "copy"}, DecisionError, "no way to derive"),
        ("derived", "port", {}, DecisionError, "Give both"),
        ("derived", "port", {"with": "port"}, DecisionError, "one and the same"),
        ("derived", "port", {"with": "nobody"}, NotInLedgerError, "no report 'nobody'"),
        ("derived", "PORT", {"with": "ferry"}, NotInLedgerError, "no report"),
        ("derived", "port", {"with": "ferry", "how": "theft"}, DecisionError, "copy, edit, rewrite"),
        ("derived", "port", {"with": "ferry", "how": ["copy"]}, DecisionError, "copy, edit, rewrite"),
        ("independent", "port", {"with": "ferry", "how": "copy"}, DecisionError, "no way to derive"),
    ],
)
def test_what_cannot_be_said_is_refused_before_it_is_written(ledger, kind, first, body, error, told):
    keys = {"PORT": claims(ledger, "port")[0], "FERRY": claims(ledger, "ferry")[0]}
    body = {field: keys.get(value, value) if isinstance(value, str) else value for field, value in body.items()}
    with pytest.raises(error, match=told):
        ledger.decide(kind, keys.get(first, first), body, by="Irune")
    assert ledger.decisions() == []


def test_a_report_has_the_decisions_in_which_it_is_named_first_or_second(ledger):
    one, two = claims(ledger, "port")[0], claims(ledger, "ferry")[0]
    say(ledger, "same", one, two)
    say(ledger, "derived", "strait", "port")
    ledger.decide("undo", "1", {}, by="Irune")
    ledger.decide("undo", "3", {}, by="Irune")
    ledger.decide("reject", claims(ledger, "strait")[0], {}, by="Irune")

    def numbers(report):
        return [(each.number, each.undone) for each in ledger.decisions_on(ledger.report(report))]

    assert numbers("port") == [(1, False), (2, False), (3, True), (4, False)]
    assert numbers("ferry") == [(1, False), (3, True), (4, False)]
    assert numbers("strait") == [(2, False), (5, False)]


def test_a_state_before_a_decision_does_not_know_it(ledger):
    say(ledger, "derived", "port", "ferry")
    say(ledger, "derived", "strait", "ferry")
    text = ledger._connection.execute("SELECT text FROM reports WHERE key = 'ferry'").fetchone()[0]
    assert [each.number for each in chain.on_text(ledger._connection, text, until=1)] == [1]
    assert [each.number for each in chain.on_text(ledger._connection, text)] == [1, 2]


def test_what_was_said_goes_with_the_first_of_two(ledger):
    say(ledger, "same", claims(ledger, "port")[0], claims(ledger, "ferry")[0])
    say(ledger, "derived", "port", "strait", how="copy")
    ledger.decide("undo", "1", {}, by="Irune", why="a slip")
    ledger.forget("port", by="Irune", why="her request")
    assert [(each.body, each.why) for each in ledger.decisions()[:3]] == [(None, None)] * 3
    assert ledger.judgements() == Judgements()
    assert ledger.faults() == []


def test_what_was_said_has_no_effect_without_the_second_of_two(ledger):
    say(ledger, "same", claims(ledger, "port")[0], claims(ledger, "ferry")[0])
    say(ledger, "derived", "port", "ferry", how="copy")
    say(ledger, "independent", "strait", "ferry")
    say(ledger, "independent", "strait", "port")
    ledger.forget("ferry", by="Irune", why="her request")
    assert ledger.judgements() == Judgements(independent=frozenset({pair("strait", "port")}))
    assert ledger.faults() == []


def test_it_has_no_effect_while_an_analysis_does_not_find_both_claims(ledger):
    one, two = claims(ledger, "port")[0], claims(ledger, "ferry")[0]
    say(ledger, "same", one, two)
    say(ledger, "different", two, claims(ledger, "strait")[0])
    report = next(each for each in ledger.outdated("test 2") if each.key == "ferry")
    ledger.renew(pack(replace(ferry(), claims=(), times=(), places=()), report, "test 2"))
    assert ledger.judgements() == Judgements()
    ledger.renew(pack(ferry(), report, "test 3"))
    assert ledger.judgements().same == {pair(one, two)}


KINDS = st.sampled_from(["same", "different", "derived", "derived back", "independent"])


@given(st.lists(st.one_of(KINDS, st.integers(1, 12)), max_size=12))
@hypothesis_settings(max_examples=40, deadline=None)
def test_in_force_is_always_the_last_that_nobody_undid(tmp_path_factory, wanted):
    """A number undoes the decision with it, where that can be undone."""
    with Ledger(tmp_path_factory.mktemp("judging") / "l.segun", create=True) as ledger:
        for analysis, key in ((port(), "a"), (ferry(), "b")):
            ledger.add(moved(analysis, key=key))
        one, two = claims(ledger, "a")[0], claims(ledger, "b")[0]
        last: dict[int, str] = {}
        for each in wanted:
            if isinstance(each, int):
                if each in last:
                    ledger.decide("undo", str(each), {}, by="Irune")
                    del last[each]
            elif each in ("same", "different"):
                last[say(ledger, each, one, two).number] = each
            else:
                ends = ("b", "a") if each == "derived back" else ("a", "b")
                last[say(ledger, each.split()[0], *ends).number] = each
        on_claims = [each for each in last.values() if each in ("same", "different")][-1:]
        on_reports = [each for each in last.values() if each not in ("same", "different")][-1:]
        found = ledger.judgements()
        assert (len(found.same), len(found.different)) == (on_claims.count("same"), on_claims.count("different"))
        assert list(found.derived) == [("a", "b")] * on_reports.count("derived") + [("b", "a")] * on_reports.count(
            "derived back"
        )
        assert len(found.independent) == on_reports.count("independent")
