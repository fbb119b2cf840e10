from __future__ import annotations

from tests.samples import at, bare, claim, ferry, port

from segun.view.ledger import Counts, counts, groups

TEXT = "Uno. Dos. Tres."


def shape(analysis):
    return [
        (" → ".join(voice.name for voice in group.chain), [entry.claim.id for entry in group.entries])
        for group in groups(analysis)
    ]


def entry(analysis, id):
    return next(each for group in groups(analysis) for each in group.entries if each.claim.id == id)


def test_claims_stand_in_text_order_under_their_chain():
    assert shape(ferry()) == [
        ("", ["a"]),
        ("Maud Ellery", ["b"]),
        ("Northline", ["c"]),
        ("the Harbour Post", ["d"]),
        ("the Harbour Post → two officers", ["e", "f"]),
        ("Maud Ellery", ["g"]),
    ]


def test_the_order_of_the_analysis_does_not_matter():
    first, second = claim("a", at(TEXT, "Uno")), claim("b", at(TEXT, "Dos"))
    assert shape(bare(TEXT, second, first)) == shape(bare(TEXT, first, second)) == [("", ["a", "b"])]


def test_an_interrupted_content_shows_its_gap():
    assert entry(port(), "c7").content == "No vamos a esperar otra marea … El muelle es nuestro"


def test_condition_amounts_times_and_places_stand_with_their_claims():
    analysis = port()
    assert entry(analysis, "c8").condition == "si el temporal amaina"
    assert [(each.words, each.figure) for each in entry(analysis, "c6").amounts] == [
        ("unos 1.500 contenedores", "≈ 1\u2009500")
    ]
    assert entry(analysis, "c12").times == ("en abril (2031-04)",)
    assert entry(analysis, "c11").places == ("Salinares",)
    assert entry(analysis, "c9").amounts == ()


def test_a_headline_knows_to_whom_the_body_attributes_it():
    attributed = entry(port(), "c1").attributed
    assert [voice.name for voice in attributed] == ["La autoridad portuaria"]
    assert entry(port(), "c11").attributed is None


def test_a_headline_whose_claim_is_hidden_attributes_nothing():
    headline = claim("a", at(TEXT, "Uno"), headline=True, attributed_by="gone")
    assert entry(bare(TEXT, headline), "a").attributed is None


def test_counts():
    assert counts(port()) == Counts(claims=15, attributed=13, own=2, continued=2, nested=3, sources=8)
    assert counts(bare("")) == Counts(claims=0, attributed=0, own=0, continued=0, nested=0, sources=0)


def test_a_claim_without_spans_is_shown_empty():
    assert entry(bare(TEXT, claim("a", ())), "a").content == ""
