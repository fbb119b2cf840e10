"""Which source a correction names, and where the text names it."""

from __future__ import annotations

import pytest
from tests.samples import at, claim

from segun.ledger.attributing import named_at, unlocated
from segun.ledger.errors import DecisionError
from segun.ledger.ledger import Ledger
from segun.model import Analysis, Relay, Report, Source

TEXT = """Greenmark cierra su planta de Olmeda

El juzgado de Olmeda citó a los directivos. La empresa sostiene que cumplió la ley. El alcalde, Iván Sorolla, calló.
Él añadió que nadie le avisó. La Cámara de Comercio guardó silencio.

Greenmark no respondió. Sorolla dijo que la cámara de comercio miente."""
SAID, TOLD = "cumplió la ley", "nadie le avisó"


@pytest.fixture
def plant(tmp_path):
    """A report in which the program took two sources for one, and a pronoun for its man."""
    court = Source(
        "s1",
        "El juzgado de Olmeda",
        "organisation",
        (*at(TEXT, "El juzgado de Olmeda", "La empresa"),),
        ("La empresa",),
    )
    mayor = Source("s2", "El alcalde, Iván Sorolla", "person", at(TEXT, "El alcalde, Iván Sorolla"), ("Sorolla",))
    claims = (
        claim("c1", at(TEXT, SAID), Relay("s1", at(TEXT, "La empresa"), at(TEXT, "sostiene"), "said")),
        claim("c2", at(TEXT, TOLD), Relay("s2", at(TEXT, "Él"), at(TEXT, "añadió"), "said")),
    )
    analysis = Analysis(Report("plant", TEXT, "es"), sources=(court, mayor), claims=claims)
    with Ledger(tmp_path / "plant.segun", create=True) as ledger:
        ledger.add(analysis, program="test 1")
        yield ledger


def key(ledger, words):
    return next(each.key for each in ledger.find() if each.content == words)


def correct(ledger, words, body):
    """Correct a claim and return what the ledger then holds: the relay, its source, the decision's body."""
    made = ledger.decide("correct", key(ledger, words), body, by="Irune")
    found = ledger.corrected("plant")
    claim = next(each for each in found.analysis.claims if found.keys[each.id] == made.target)
    relay = claim.relays[-1]
    return relay, found.analysis.source(relay.source), made.body


def test_the_words_of_a_source_are_found_and_kept_with_the_decision(plant):
    relay, source, body = correct(plant, SAID, {"source": {"name": "Greenmark", "kind": "organisation"}})
    assert relay.source_spans == source.mentions == at(TEXT, "Greenmark")
    assert body["source"]["spans"] == [list(span) for span in relay.source_spans]


def test_a_name_that_stays_keeps_its_place(plant):
    relay, source, _ = correct(plant, TOLD, {"source": {"name": "El alcalde, Iván Sorolla"}})
    assert relay.source_spans == at(TEXT, "Él")
    assert source.mentions == at(TEXT, "El alcalde, Iván Sorolla")


def test_the_reviewers_own_words_win_over_a_source_that_the_program_took_for_the_same(plant):
    relay, source, _ = correct(plant, SAID, {"source": {"name": "La empresa", "kind": "organisation"}})
    assert (source.name, relay.source_spans) == ("La empresa", at(TEXT, "La empresa"))
    assert [each.said_by for each in plant.find() if each.content == SAID] == [("La empresa",)]
    assert not any("La empresa" in each.aliases for each in plant.corrected("plant").analysis.sources)


def test_a_part_of_a_name_means_the_source_of_that_name(plant):
    relay, source, _ = correct(plant, SAID, {"source": {"name": "Sorolla"}})
    assert source.name == "El alcalde, Iván Sorolla"
    assert relay.source_spans == at(TEXT, "Sorolla")


def test_a_place_can_be_given(plant):
    place = at(TEXT, "Greenmark", nth=1)
    relay, _, _ = correct(plant, SAID, {"source": {"name": "Greenmark", "spans": [list(place[0])]}})
    assert relay.source_spans == place


def test_words_that_the_text_does_not_hold_are_told_and_the_correction_stands(plant):
    relay, source, body = correct(plant, SAID, {"source": {"name": "Greenmark Iberia"}})
    assert (source.name, relay.source_spans) == ("Greenmark Iberia", ())
    assert unlocated(body) == ["Greenmark Iberia"]
    assert unlocated({"source": {"name": "vecinos", "kind": "unnamed"}}) == []


def test_relays_keep_the_place_and_cue_of_a_source_that_stays(plant):
    chain = [{"name": "Sorolla"}, {"name": "La empresa", "kind": "organisation"}]
    plant.decide("correct", key(plant, SAID), {"relays": chain}, by="Irune")
    outer, inner = plant.analysis("plant").claims[0].relays
    assert outer.source_spans == at(TEXT, "Sorolla")
    assert (inner.source_spans, inner.cue_spans) == (at(TEXT, "La empresa"), at(TEXT, "sostiene"))


def test_an_added_claim_says_where_its_source_is_named(plant):
    spans = [list(span) for span in at(TEXT, "la cámara de comercio miente")]
    made = plant.decide("add", "plant", {"spans": spans, "source": {"name": "sorolla"}}, by="Irune")
    assert made.body["relays"][0]["spans"] == [list(span) for span in at(TEXT, "Sorolla", nth=1)]


@pytest.mark.parametrize(
    ("name", "claim", "cue", "words", "nth"),
    [
        ("Greenmark", SAID, "sostiene", "Greenmark", 0),  # before it
        ("Greenmark", "la cámara de comercio miente", "dijo", "Greenmark", 1),  # the nearest before it
        ("IVAN  SOROLLA", TOLD, "añadió", "Iván Sorolla", 0),  # other capitals, no accent, other blanks
        (
            "la camara de comercio",
            "la cámara de comercio miente",
            "dijo",
            "La Cámara de Comercio",
            0,
        ),  # not in its words
        ("los directivos", SAID, "", "los directivos", 0),  # without a cue
        ("Camar", SAID, "sostiene", "", 0),  # no part of a word
        ("Zelmar", SAID, "sostiene", "", 0),
    ],
)
def test_the_nearest_place_is_taken(name, claim, cue, words, nth):
    spans = at(TEXT, cue) if cue else ()
    assert named_at(TEXT, name, at(TEXT, claim), spans) == (at(TEXT, words, nth=nth) if words else ())


def test_the_sentence_of_the_cue_comes_before_what_is_nearer_in_another_one():
    text = "The mayor said no. It rained on the old bridge, the mayor told us. The mayor left."
    content, cue = at(text, "It rained on the old bridge"), at(text, "told us")
    assert named_at(text, "The Mayor", content, cue) == at(text, "the mayor")


@pytest.mark.parametrize(
    "body",
    [
        {"relays": [{"name": "Greenmark", "source_spans": [[0, 9]]}]},
        {"source": {"name": "Greenmark", "span": [0, 9]}},
        {"times": [{"span": [0, 4], "type": "DATE", "values": "2031"}]},
        {"places": [{"span": [0, 4], "latitude": 1}]},
        {"source": "Greenmark"},
    ],
)
def test_a_field_that_nobody_would_read_is_refused(plant, body):
    with pytest.raises(DecisionError):
        plant.decide("correct", key(plant, SAID), body, by="Irune")
    assert plant.decisions() == []


def test_a_rejected_attribution_leaves_its_words_to_the_report(plant):
    made = plant.decide("reject", key(plant, SAID), {}, by="Irune")
    assert made.body == {"own_voice": [list(span) for span in at(TEXT, SAID)]}
    assert plant.decide("reject", key(plant, TOLD), {"own_voice": []}, by="Irune").body == {"own_voice": []}
    with pytest.raises(DecisionError):
        plant.decide("reject", made.target, {"spans": [[0, 1]]}, by="Irune")


def test_decisions_of_before_find_the_words_as_well(plant, monkeypatch):
    from segun.ledger import completing

    monkeypatch.setattr(completing, "located", lambda _analysis, _claim, body: body)
    relay, _, body = correct(plant, SAID, {"source": {"name": "Greenmark"}})
    assert "spans" not in body["source"]
    assert relay.source_spans == at(TEXT, "Greenmark")
