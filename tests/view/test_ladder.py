from __future__ import annotations

from dataclasses import replace

from tests.samples import at, bare, claim, ferry, port
from tests.strait import strait

from segun.model import Obligation, Order, Sequence, Span
from segun.view.ladder import ladder

TEXT = "One two three four five."


def of(*orders, sequences=()):
    claims = [claim(word[0:2], at(TEXT, word)) for word in ("One", "two", "three", "four", "five")]
    here = Span(0, 3)
    made = tuple(Order(before, after, here) for before, after in orders)
    return ladder(replace(bare(TEXT, *claims), orders=made, sequences=sequences)).processes


def shape(process):
    return [(rung.claim, [after.number for after in rung.after]) for rung in process.rungs]


def test_what_comes_after_stands_below():
    (process,) = of(("th", "On"), ("On", "tw"))
    assert shape(process) == [("th", []), ("On", [1]), ("tw", [2])]
    assert not process.numbered


def test_a_ladder_that_forks_says_what_comes_after_what():
    (process,) = of(("On", "tw"), ("On", "th"), ("tw", "fo"), ("th", "fo"))
    assert shape(process) == [("On", []), ("tw", [1]), ("th", [1]), ("fo", [2, 3])]
    assert process.numbered


def test_claims_that_no_order_ties_are_ladders_of_their_own():
    assert [shape(each) for each in of(("On", "tw"), ("fo", "fi"))] == [
        [("On", []), ("tw", [1])],
        [("fo", []), ("fi", [1])],
    ]


def test_orders_that_contradict_each_other_are_all_named():
    (process,) = of(("On", "tw"), ("tw", "On"))
    assert shape(process) == [("On", [2]), ("tw", [1])]
    assert shape(of(("On", "On"))[0]) == [("On", [1])]


def test_an_order_of_a_hidden_claim_is_not_shown():
    assert of(("On", "gone")) == ()


def test_stages_stand_in_the_rung_that_tells_them():
    first, towing, emptied = ladder(strait()).processes[0].rungs
    assert (first.claim, towing.claim, emptied.claim) == ("c2", "c4", "c5")
    assert [step.words for step in towing.steps] == [
        "cleared the channel",
        "marked it with buoys",
        "towed the barges to Tarn Bay",
    ]
    assert emptied.after[0].cue == "When the tow was done"
    assert first.steps == emptied.steps == ()


def test_a_stage_has_the_deepest_source_that_tells_it():
    steps = ladder(strait()).processes[0].rungs[1].steps
    assert [voice.name for voice in steps[0].chain] == ["Norrel", "Captain Ada Finch"]


def test_a_sequence_without_orders_is_a_ladder():
    (process,) = ladder(port()).processes
    assert [(step.words, step.claim) for step in process.steps] == [
        ("llegaron de noche a la bocana", "c2"),
        ("entraron en la dársena norte", "c3"),
    ]
    (own,) = of(sequences=(Sequence((Span(0, 3),)),))
    assert (own.steps[0].claim, own.steps[0].chain) == (None, ())


def test_who_owes_what_to_whom():
    (duty,) = ladder(strait()).duties
    assert (duty.condition, duty.debtor, duty.duty, duty.creditor) == (
        "if a vessel is stranded",
        "the coastal state",
        "shall give the crew shelter",
        "the crew",
    )
    assert [voice.name for voice in duty.chain] == ["The treaty"]


def test_a_duty_may_name_nobody():
    analysis = bare(TEXT, claim("c", at(TEXT, "One")))
    owed = replace(analysis, obligations=(Obligation("c", Span(0, 3)), Obligation("gone", Span(0, 3))))
    (duty,) = ladder(owed).duties
    assert (duty.debtor, duty.creditor, duty.condition) == (None, None, None)


def test_without_process_and_duty_there_is_no_ladder():
    assert not ladder(ferry())
