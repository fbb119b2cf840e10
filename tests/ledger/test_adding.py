"""A claim that the program missed, and a reviewer adds."""

from __future__ import annotations

import pytest
from tests.ledger.conftest import moved
from tests.samples import FERRY_TEXT, at, claim, ferry

from segun.export.shared import keyed, on_target, review
from segun.ledger.errors import DecisionError, NotInLedgerError
from segun.ledger.packing import key, keys, pack
from segun.ledger.selection import Selection
from segun.model import Span

MISSED = at(FERRY_TEXT, "nobody on the bridge")
BODY = {"spans": [list(MISSED[0])], "source": {"name": "Harbour Post", "kind": "organisation"}, "factuality": "PS+"}


def add(ledger, body=None, report="ferry"):
    made = ledger.decide("add", report, BODY if body is None else body, by="Irune")
    return made, made.body["claim"]


def found(ledger, key):
    return next(ledger.find(Selection(claim=key, review=("added", "rejected", "corrected", "accepted"))), None)


def test_an_added_claim_is_found_like_any_other(ledger):
    made, added = add(ledger)
    assert made.target == ledger.report("ferry").report_id
    assert added == key(ledger.report("ferry").text_id, MISSED)
    claim_now = found(ledger, added)
    assert (claim_now.content, claim_now.said_by) == ("nobody on the bridge", ("the Harbour Post",))
    assert (claim_now.factuality, claim_now.speech_act, claim_now.quotation) == ("PS+", "assert", "indirect")
    assert (claim_now.confidence, claim_now.review) == (1.0, "added")
    assert added in [each.key for each in ledger.find(Selection(words="bridge"))]
    assert ledger.stale() == ledger.faults() == []


def test_it_stands_in_reading_order_with_an_id_of_its_decision(ledger):
    add(ledger)
    claims = ledger.analysis("ferry").claims
    mine = next(each for each in claims if each.id == "d1")
    assert (mine.parent, mine.rule, mine.spans) == (None, "", MISSED)
    starts = [each.spans[0].start for each in claims]
    place = claims.index(mine)
    assert max(starts[:place]) <= MISSED[0].start
    assert starts[place + 1] > MISSED[0].start
    assert len(ledger.analysis("ferry", until=0).claims) == len(claims) - 1


def test_without_a_source_the_report_itself_asserts_it(ledger):
    _, added = add(ledger, {"spans": BODY["spans"]})
    assert (found(ledger, added).relays, found(ledger, added).quotation) == ((), "none")


def test_it_can_hold_all_that_a_correction_can(ledger):
    body = {
        "spans": [[0, 9], [12, 20]],
        "relays": [{"name": "Harbour Post"}, {"name": "two clerks", "kind": "unnamed"}],
        "quotation": "mixed",
        "speech_act": "deny",
        "times": [{"span": [0, 3], "type": "DATE", "value": "2031-05"}],
        "places": [{"span": [0, 3], "name": "Orsay Island", "lat": 1.5, "lon": 2.5}],
    }
    claim_now = found(ledger, add(ledger, body)[1])
    assert (claim_now.said_by, claim_now.quotation) == (("the Harbour Post", "two clerks"), "mixed")
    assert (claim_now.speech_act, claim_now.times, claim_now.places) == ("deny", ("2031-05",), ("Orsay Island",))


def test_every_decision_can_be_taken_on_it(ledger):
    _, added = add(ledger)
    ledger.decide("correct", added, {"factuality": "CT-"}, by="Ana")
    assert (found(ledger, added).factuality, found(ledger, added).review) == ("CT-", "added")
    ledger.decide("accept", added[:8], {}, by="Ana")
    ledger.decide("note", added, {"note": "page 3"}, by="Ana")
    ledger.decide("verdict", added, {"verdict": "borne out", "evidence": "https://log.example"}, by="Ana")
    ledger.decide("grade", added, {"grade": "2"}, by="Ana")
    assert found(ledger, added).review == "added"
    ledger.decide("reject", added, {}, by="Ana")
    assert found(ledger, added).review == "rejected"
    assert "d1" not in [each.id for each in ledger.analysis("ferry").claims]
    assert ledger.stale() == ledger.faults() == []


def test_undone_it_is_gone_and_so_is_what_was_said_of_it_until_it_comes_back(ledger):
    before = ledger.analysis("ferry")
    _, added = add(ledger)
    ledger.decide("correct", added, {"factuality": "CT-"}, by="Irune")
    ledger.decide("undo", "1", {}, by="Irune")
    assert found(ledger, added) is None
    assert ledger.analysis("ferry") == before
    ledger.decide("undo", "3", {}, by="Irune")
    assert found(ledger, added).factuality == "CT-"
    assert ledger.stale() == []


def test_added_anew_after_an_undoing_it_has_its_key_and_is_as_it_was_added(ledger):
    _, added = add(ledger)
    ledger.decide("correct", added, {"factuality": "CT-"}, by="Irune")
    ledger.decide("undo", "1", {}, by="Irune")
    assert add(ledger)[1] == added
    assert found(ledger, added).factuality == "PS+"


def test_it_holds_for_every_report_with_these_words(ledger):
    _, added = add(ledger)
    ledger.add(moved(ferry(), key="copy", outlet="The Copier", location="https://copier.example/f"), program="test 1")
    assert {each.report for each in ledger.find(Selection(claim=added))} == {"ferry", "copy"}
    ledger.forget("ferry", by="Irune", why="asked to")
    assert {each.report for each in ledger.find(Selection(claim=added))} == {"copy"}
    assert ledger.stale() == ledger.faults() == []


def test_it_goes_with_its_text(ledger):
    _, added = add(ledger, BODY | {"source": {"name": "Zzyzx Wire", "kind": "organisation"}})
    ledger.decide("same", next(each.key for each in ledger.find(Selection(report="port"))), {"with": added}, by="Ana")
    ledger.decide("undo", "1", {}, by="Irune")  # it must go even where it is not in force
    ledger.forget("ferry", by="Irune", why="asked to")
    assert [each.body for each in ledger.decisions()][:3] == [None, None, None]
    assert ledger.faults() == []
    assert b"Zzyzx" not in ledger.path.read_bytes()


def renew(ledger, analysis):
    report = next(each for each in ledger.outdated("test 2") if each.text == FERRY_TEXT)
    newer = moved(analysis, key="ferry", published="2031-05-20", location="https://post.example/ferry")
    assert ledger.renew(pack(newer, report, "test 2"))


def test_it_outlives_a_newer_analysis_that_misses_it_too(ledger):
    _, added = add(ledger)
    renew(ledger, ferry())
    assert found(ledger, added).said_by == ("the Harbour Post",)


def test_where_a_newer_analysis_finds_the_same_words_the_two_claims_are_one(ledger):
    _, added = add(ledger)
    newer = ferry()
    newer = type(newer)(
        newer.report, newer.sources, (*newer.claims, claim("n", MISSED, speech_act="deny")), newer.times, newer.places
    )
    renew(ledger, newer)
    (one,) = ledger.find(Selection(claim=added))
    assert (one.said_by, one.factuality, one.review) == (("the Harbour Post",), "PS+", "added")
    assert one.speech_act == "deny"  # what the reviewer left open is the program's
    assert [each.id for each in ledger.analysis("ferry").claims if each.spans == MISSED] == ["n"]
    assert ledger.stale() == []


def test_another_source_of_the_same_words_is_another_claim(ledger):
    _, first = add(ledger)
    _, second = add(ledger, BODY | {"source": {"name": "Maud Ellery"}})
    assert second == key(ledger.report("ferry").text_id, MISSED, 2) != first
    assert (found(ledger, first).said_by, found(ledger, second).said_by) == (("the Harbour Post",), ("Maud Ellery",))
    ledger.decide("undo", "1", {}, by="Irune")
    assert found(ledger, second).said_by == ("Maud Ellery",)
    analysis, decided = ledger.analysis("ferry"), ledger.decisions_on(ledger.report("ferry"))
    assert second in dict(keyed(analysis, decided))
    assert review(on_target(decided, second)) == "added"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "needs words"),
        ({"factuality": "CT+"}, "needs words"),
        ({"spans": []}, "needs words"),
        ({"spans": [list(at(FERRY_TEXT, "\n\n")[0])]}, "no words"),
        ({"spans": [[0, 9_999]]}, "no stretch"),
        ({"spans": "all"}, "cannot be read"),
        ({"spans": [[0, 4]], "colour": "red"}, "no field 'colour'"),
        ({"spans": [[0, 4]], "claim": "0" * 12}, "no field 'claim'"),
        ({"spans": [[0, 4]], "source": {"name": " "}}, "needs a name"),
        ({"spans": [[0, 4]], "source": {"name": "A"}, "relays": [{"name": "B"}]}, "cannot both"),
    ],
)
def test_what_cannot_be_added_is_refused_and_leaves_no_trace(ledger, body, told):
    with pytest.raises(DecisionError, match=told):
        add(ledger, body)
    assert ledger.decisions() == []


def test_a_claim_that_is_there_is_not_added_again(ledger):
    add(ledger)
    with pytest.raises(DecisionError, match="has this claim"):
        add(ledger)
    with pytest.raises(NotInLedgerError):
        add(ledger, report="nothing")
    assert len(ledger.decisions()) == 1


def test_exports_name_it_by_its_key(ledger):
    _, added = add(ledger)
    analysis, decided = ledger.analysis("ferry"), ledger.decisions_on(ledger.report("ferry"))
    assert {claim.id: key for key, claim in keyed(analysis, decided)}["d1"] == added
    assert {key for key, _ in keys(ledger.analysis("ferry", until=0))} < dict(keyed(analysis, decided)).keys()
    assert review(on_target(decided, added)) == "added"
    assert next(c for k, c in keyed(analysis, decided) if k == added).spans == (Span(*MISSED[0]),)
