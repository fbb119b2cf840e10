from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from tests.ledger.conftest import moved
from tests.samples import bare, claim, ferry, port
from tests.strait import strait

from segun.ledger import checking, naming
from segun.ledger.corrections import FIELDS, check, corrected, without
from segun.ledger.errors import DecisionError, LedgerError, NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.packing import keys, pack
from segun.ledger.selection import Selection
from segun.model import Decision, Span

ALL = ("unreviewed", "accepted", "corrected", "rejected")


def decided(number, kind, target, body=None):
    return Decision(number, "", kind, target, body or {}, "Irune", "2031-03-04", "")


def key_of(analysis, id):
    return next(key for key, each in keys(analysis) if each.id == id)


def found(ledger, key):
    return next(ledger.find(Selection(claim=key, review=ALL)))


def claim_on(ledger, words):
    return next(each.key for each in ledger.find() if words in each.content)


# what a decision makes of an analysis


def test_without_decisions_an_analysis_is_what_it_was():
    result = corrected(port(), [])
    assert result.analysis == port()
    assert result.reviews == {}


def test_a_review_is_the_last_word_but_acceptance_keeps_a_correction():
    key = key_of(ferry(), "c")
    correct = decided(2, "correct", key, {"factuality": "PS-"})
    assert corrected(ferry(), [decided(1, "accept", key)]).reviews == {"c": "accepted"}
    assert corrected(ferry(), [decided(1, "accept", key), correct]).reviews == {"c": "corrected"}
    assert corrected(ferry(), [correct, decided(3, "accept", key)]).reviews == {"c": "corrected"}
    assert corrected(ferry(), [correct, decided(3, "reject", key)]).reviews == {"c": "rejected"}


def test_a_decision_on_a_claim_that_is_not_found_any_more_does_nothing():
    assert corrected(ferry(), [decided(1, "correct", "0" * 12, {"factuality": "Uu"})]).analysis == ferry()


def test_corrected_spans_leave_the_claims_key():
    key = key_of(ferry(), "c")
    result = corrected(ferry(), [decided(1, "correct", key, {"spans": [[0, 9], [12, 20]]})])
    assert next(each for each in result.analysis.claims if each.id == "c").spans == (Span(0, 9), Span(12, 20))
    assert result.keys["c"] == key


def test_a_corrected_source_is_one_that_the_report_has_or_a_new_one():
    key = key_of(ferry(), "c")
    known = corrected(ferry(), [decided(1, "correct", key, {"source": {"name": "ellery"}})]).analysis
    assert next(each for each in known.claims if each.id == "c").relays[-1].source == "m"
    new = corrected(ferry(), [decided(7, "correct", key, {"source": {"name": "Osk", "kind": "organisation"}})]).analysis
    (source,) = (each for each in new.sources if each.name == "Osk")
    assert (source.id, source.kind) == ("d7.1", "organisation")


def test_only_the_innermost_source_is_corrected_and_null_means_the_report_itself():
    key = key_of(ferry(), "e")
    other = corrected(ferry(), [decided(1, "correct", key, {"source": {"name": "Ellery"}})]).analysis
    assert [r.source for r in next(each for each in other.claims if each.id == "e").relays] == ["p", "m"]
    own = corrected(ferry(), [decided(1, "correct", key, {"source": None})]).analysis
    assert next(each for each in own.claims if each.id == "e").relays == ()


def test_without_a_claim_what_was_nested_in_it_moves_up():
    left = without(port(), {"c14"})
    parents = {each.id: each.parent for each in left.claims}
    assert "c14" not in parents
    assert parents["c15"] == "c13"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({}, "sets nothing"),
        ({"colour": "red"}, "no field 'colour'"),
        ({"factuality": "sure"}, "factuality cannot be"),
        ({"speech_act": "sing"}, "speech_act cannot be"),
        ({"spans": []}, "needs words"),
        ({"spans": [[5, 2]]}, "no stretch"),
        ({"spans": [[4, 9], [6, 12]]}, "out of order"),
        ({"spans": [[0, 101]]}, "no stretch"),
        ({"spans": [[-1, 4]]}, "no stretch"),
        ({"spans": "all"}, "cannot be read"),
        ({"source": {"kind": "person"}}, "needs a name"),
        ({"source": {"name": "A", "kind": "dog"}}, "kind cannot be"),
        ({"times": [{"span": [0, 4]}]}, "lacks 'type'"),
        ({"times": [{"span": [0, 4], "type": "SOON"}]}, "type cannot be"),
        ({"places": [{"span": [0, 4], "lat": 91, "lon": 0}]}, "no point"),
        ({"places": [{"span": [0, 4], "lat": 9}]}, "no point"),
    ],
)
def test_a_correction_that_cannot_be_is_refused_before_it_is_written(body, told):
    with pytest.raises(DecisionError, match=told):
        check(body, 100)


def test_every_field_that_can_be_corrected_is_known():
    good = {
        "factuality": "PS+",
        "speech_act": "deny",
        "quotation": "mixed",
        "spans": [[0, 4]],
        "source": {"name": "A"},
        "relays": [{"name": "A", "cue_spans": [[5, 8]]}, {"name": "B", "kind": "group"}],
        "times": [{"span": [0, 4], "type": "DATE", "value": "2031"}],
        "places": [{"span": [0, 4], "name": "Brea", "lat": 1.5, "lon": 2.5}],
    }
    assert set(good) == set(FIELDS)
    check(good, 100)


# what a ledger makes of it


def test_a_correction_shows_in_what_is_asked_and_an_earlier_state_can_be_had(ledger):
    key = claim_on(ledger, "the pilot had been asleep")
    body = {"source": {"name": "Radio Norte", "kind": "organisation"}, "factuality": "PS-"}
    ledger.decide("correct", key, body, by="Irune")
    claim_now = found(ledger, key)
    assert (claim_now.said_by, claim_now.factuality, claim_now.review) == (("Radio Norte",), "PS-", "corrected")
    assert [each.key for each in ledger.find(Selection(sources=ledger.named("Radio Norte")))] == [key]
    assert key not in [each.key for each in ledger.find(Selection(sources=ledger.named("Northline")))]
    assert ledger.analysis("ferry", until=0) == moved(
        ferry(), key="ferry", published="2031-05-20", location="https://post.example/ferry"
    )
    ledger.decide("undo", "1", {}, by="Irune")
    assert found(ledger, key).said_by == ("Northline",)


def test_a_rejected_claim_is_found_only_where_it_is_asked_for(ledger):
    key = claim_on(ledger, "the pilot had been asleep")
    before = ledger.count()
    ledger.decide("reject", key, {}, by="Irune")
    assert ledger.count() == before - 1
    assert [each.key for each in ledger.find(Selection(review=("rejected",)))] == [key]
    assert len(ledger.analysis("ferry").claims) == len(ferry().claims) - 1


def test_a_decision_holds_for_every_report_with_these_words(ledger):
    ledger.add(moved(ferry(), key="copy", outlet="The Copier", location="https://copier.example/f"), program="test 1")
    key = claim_on(ledger, "the pilot had been asleep")
    ledger.decide("correct", key, {"factuality": "PS-"}, by="Irune")
    assert {each.factuality for each in ledger.find(Selection(claim=key))} == {"PS-"}
    later = moved(ferry(), key="later", outlet="The Later", location="https://later.example/f", published="2032-01-01")
    ledger.add(later, program="test 1")
    assert {each.report: each.factuality for each in ledger.find(Selection(claim=key))} == dict.fromkeys(
        ("copy", "ferry", "later"), "PS-"
    )


def test_a_merge_gives_one_source_the_others_claims_and_names_until_it_is_undone(ledger):
    ledger.decide("merge", "Northline", {"source": "Maud Ellery"}, by="Irune")
    (source,) = ledger.sources(ledger.named("Maud Ellery"))
    assert set(source.names) >= {"Northline", "Maud Ellery"}
    assert source.claims == 3
    with pytest.raises(DecisionError, match="one source already"):
        ledger.decide("merge", "Northline", {"source": "Maud Ellery"}, by="Irune")
    ledger.decide("undo", "1", {}, by="Irune")
    assert ledger.named("Maud Ellery") != ledger.named("Northline")


def test_a_split_gives_a_name_a_source_of_its_own(ledger):
    ledger.decide("merge", "Northline", {"source": "Maud Ellery"}, by="Irune")
    ledger.decide("split", "Northline", {"names": ["Maud Ellery"]}, by="Irune")
    assert ledger.named("Maud Ellery") != ledger.named("Northline")
    with pytest.raises(DecisionError, match="no name"):
        ledger.decide("split", "Northline", {"names": ["Maud Ellery"]}, by="Irune")
    with pytest.raises(DecisionError, match="Leave it at least one"):
        ledger.decide("split", "Northline", {"names": ["Northline"]}, by="Irune")


def test_a_rename_shows_and_the_names_of_the_reports_stay(ledger):
    ledger.decide("rename", "Northline", {"name": "Northline Ferries"}, by="Irune")
    (source,) = ledger.sources(ledger.named("Northline"))
    assert source.name == "Northline Ferries"
    assert "Northline" in source.names


def test_a_grade_is_the_last_one_given(ledger):
    for grade in "BD":
        ledger.decide("grade", "Northline", {"grade": grade}, by="Irune")
    (source,) = ledger.sources(ledger.named("Northline"))
    assert source.grade == "D"
    ledger.decide("undo", "2", {}, by="Irune")
    assert next(ledger.sources(ledger.named("Northline"))).grade == "B"


def test_a_claim_may_be_named_by_its_first_digits(ledger):
    key = claim_on(ledger, "the pilot had been asleep")
    assert ledger.decide("accept", key[:8], {}, by="Irune").target == key
    with pytest.raises(LedgerError):
        ledger.decide("accept", "", {}, by="Irune")


@pytest.mark.parametrize(
    ("kind", "target", "body", "error"),
    [
        ("accept", "nothing", {}, NotInLedgerError),
        ("accept", "*", {}, LedgerError),
        ("merge", "Northline", {"source": "nobody at all"}, NotInLedgerError),
        ("merge", "Northline", {}, LedgerError),
        ("verdict", "", {"verdict": "x", "evidence": "y"}, LedgerError),
        ("grade", "Northline", {"grade": "7"}, DecisionError),
        ("rename", "Northline", {"name": " "}, DecisionError),
        ("note", "ferry", {}, DecisionError),
        ("undo", "1", {}, NotInLedgerError),
        ("forget", "ferry", {}, DecisionError),
        ("applaud", "ferry", {}, DecisionError),
    ],
)
def test_what_cannot_be_decided_is_refused_and_leaves_no_trace(ledger, kind, target, body, error):
    with pytest.raises(error):
        ledger.decide(kind, target, body, by="Irune")
    assert ledger.decisions() == []


def test_somebody_has_to_decide(ledger):
    with pytest.raises(DecisionError, match="somebody"):
        ledger.decide("rename", "Northline", {"name": "N"}, by=" ")


def test_a_decision_outlives_a_newer_analysis(ledger):
    key = claim_on(ledger, "the pilot had been asleep")
    ledger.decide("correct", key, {"factuality": "PS-"}, by="Irune")
    report = next(each for each in ledger.outdated("test 2") if "ferry" in each.text)
    newer = moved(ferry(), key="ferry", published="2031-05-20", location="https://post.example/ferry")
    assert ledger.renew(pack(newer, report, "test 2"))
    assert found(ledger, key).factuality == "PS-"


# whatever people decide and undo


def tables(ledger):
    """All that is asked, without the numbers of rows."""
    connection = ledger._connection
    texts = [row[0] for row in connection.execute("SELECT DISTINCT text FROM reports ORDER BY text")]
    names = connection.execute(
        "SELECT n.form, s.key, s.shown FROM names n JOIN sources s ON s.id = n.source ORDER BY n.form"
    ).fetchall()
    return [checking.rows(connection, text) for text in texts], names


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["accept", "reject", "source", "spans", "times", "merge", "split", "rename", "undo", "add"]),
        st.integers(0, 40),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=14,
)
LATER = (
    moved(ferry(), key="copy", outlet="Copier", location="https://copier.example/f"),
    moved(port(), key="again", published="2031-09-09", location="https://again.example/p"),
    bare("Northline said no. Osk said yes.", claim("c1", (Span(15, 17),))),
)


def step(ledger, what, one, other):
    """Take a decision of this kind on whatever is there; those that cannot be taken are passed over."""
    claims = sorted({each.key for each in ledger.find(Selection(review=ALL))})
    sources = sorted(each.key for each in ledger.sources())
    claim_key, source = claims[one % len(claims)], sources[one % len(sources)]
    if what == "add":
        ledger.add(LATER[one % len(LATER)], program="test 1")
    elif what == "undo":
        ledger.decide("undo", str(one % max(len(ledger.decisions()), 1) + 1), {}, by="Irune")
    elif what == "merge":
        ledger.decide("merge", source, {"source": sources[other % len(sources)]}, by="Irune")
    elif what == "split":
        (stored,) = ledger.sources([naming.row_of(ledger._connection, source)])
        ledger.decide("split", source, {"names": [stored.names[other % len(stored.names)]]}, by="Irune")
    elif what == "rename":
        ledger.decide("rename", source, {"name": f"Name {other}"}, by="Irune")
    elif what in {"accept", "reject"}:
        ledger.decide(what, claim_key, {}, by="Irune")
    else:
        body = {
            "source": {"source": {"name": ("Osk", "Northline", "ANE")[other % 3], "kind": "organisation"}},
            "spans": {"spans": [[other, other + 3]]},
            "times": {"times": [{"span": [0, 3], "type": "DATE", "value": f"20{other + 10}"}]},
        }[what]
        ledger.decide("correct", claim_key, body, by="Irune")


@given(steps=STEPS)
@hypothesis_settings(max_examples=40)
def test_what_is_asked_is_always_what_analyses_and_decisions_make_of_it(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("any") / "l.segun"
    with Ledger(path, create=True) as ledger:
        for analysis in (port(), ferry(), strait()):
            ledger.add(analysis, program="test 1")
        for each in steps:
            try:
                step(ledger, *each)
            except (DecisionError, NotInLedgerError):
                continue
        assert ledger.faults() == []
        asked, names = tables(ledger)
        assert ledger.stale() == []
        with ledger._writing() as connection:
            naming.settle(connection)
        assert tables(ledger) == (asked, names)


@given(steps=STEPS)
@hypothesis_settings(max_examples=25)
def test_once_all_is_undone_everything_is_as_it_was(tmp_path_factory, steps):
    path = tmp_path_factory.mktemp("any") / "l.segun"
    with Ledger(path, create=True) as ledger:
        for analysis in (port(), ferry(), strait()):
            ledger.add(analysis, program="test 1")
        asked, names = tables(ledger)
        for what, *which in steps:
            if what != "add":
                try:
                    step(ledger, what, *which)
                except (DecisionError, NotInLedgerError):
                    continue
        while open_ := [each for each in ledger.decisions() if not each.undone and each.kind != "undo"]:
            ledger.decide("undo", str(open_[-1].number), {}, by="Irune")
        now, names_now = tables(ledger)
        assert now == asked
        assert {row for row in names_now if row in names} == set(names)  # names that people gave may stay, unused
