"""From a report over people's corrections to gold: what segun says like them is right, all else is wrong."""

from __future__ import annotations

import json

import pytest

from segun.gold.reading import read
from segun.ledger.ledger import Ledger
from segun.model import Report

TEXT = """Greenmark cierra su planta de Olmeda

El juzgado de Olmeda citó a los directivos. La empresa sostiene que cumplió la ley. La alcaldesa, Marta Ruiz, visitó \
la planta. Ella añadió que nadie le avisó. Se informó de que habrá despidos.
"""
LAW, WARNED, LAYOFFS = "cumplió la ley", "nadie le avisó", "habrá despidos"
BY = ("--by", "Irune")


@pytest.fixture(scope="module")
def analysis():
    from segun.pipeline import analyze

    return analyze(Report("plant", TEXT, "es"))


@pytest.fixture
def keys(tmp_path, analysis):
    """A ledger with the report, and the keys of its claims by their words."""
    with Ledger(tmp_path / "news.segun", create=True) as ledger:
        ledger.add(analysis, program="test 1")
        return {next(words for words in (LAW, WARNED, LAYOFFS, each.content) if words in each.content): each.key
                for each in ledger.find()}  # fmt: skip


def gold(segun, tmp_path):
    """Export the gold and return its only line with what was told."""
    code, _, err = segun("export", "news.segun", "--to", "gold", "-o", "gold.jsonl")
    assert code == 0, err
    return json.loads((tmp_path / "gold.jsonl").read_text(encoding="utf-8")), err


def decided(written):
    """Return the claims of a gold that count, by their words."""
    words = {written["text"][slice(*each["spans"][0])]: each for each in written["claims"]}
    return {key: each for key, each in words.items() if not any(r.get("optional") for r in each["relays"])}


def named(written, claim):
    return [written["text"][slice(*span)] for relay in claim["relays"] for span in relay["source_spans"]]


def figures(segun):
    code, out, err = segun("evaluate", "gold.jsonl", "--json", "--processes", "1")
    assert code == 0, err
    return json.loads(out)["golds"][0]["figures"]


@pytest.mark.parametrize(
    ("options", "words", "score"),
    [
        (("--source", "La empresa", "--kind", "organisation"), ["La empresa"], 1.0),  # as segun has it, under its name
        (("--source", "Greenmark", "--kind", "organisation"), ["Greenmark"], 0.0),
        (("--source", "la alcaldesa, marta ruiz"), ["La alcaldesa, Marta Ruiz"], 0.0),
        (("--source", "Firma Sosa", "--source-at", f"{TEXT.index('La empresa')}-{TEXT.index(' sostiene')}"),
         ["La empresa"], 1.0),
        (("--factuality", "PR+"), ["La empresa"], 1.0),
    ],
)  # fmt: skip
def test_a_corrected_source_is_right_where_segun_says_the_same(segun, tmp_path, keys, options, words, score):
    code, _, err = segun("decide", "news.segun", "correct", keys[LAW], *options, *BY)
    assert (code, err) == (0, "")
    written, _ = gold(segun, tmp_path)
    assert named(written, decided(written)[LAW]) == words
    assert figures(segun)["sc50 f1"] == score


def test_training_learns_from_a_corrected_source(segun, tmp_path, keys):
    from segun.learn.watching import watched

    def learnt():
        gold(segun, tmp_path)
        return [each.right for each in watched(read(tmp_path / "gold.jsonl")).right]

    segun("decide", "news.segun", "correct", keys[LAW], "--source", "La empresa", *BY)
    assert learnt() == [True]
    segun("decide", "news.segun", "correct", keys[LAW], "--source", "Greenmark", *BY)
    assert learnt() == [False]
    segun("decide", "news.segun", "correct", keys[LAW], "--source", "Nadie Sabe", *BY)
    assert learnt() == []


def test_a_source_that_the_text_does_not_name_is_told_and_left_out_of_the_gold(segun, tmp_path, keys):
    code, out, err = segun("decide", "news.segun", "correct", keys[LAW], "--source", "Greenmark Iberia", *BY)
    assert code == 0
    assert "Greenmark Iberia" in out
    assert "does not hold the words 'Greenmark Iberia'" in err
    assert "--source-at" in err
    written, told = gold(segun, tmp_path)
    assert decided(written) == {}
    assert written["left_out"] == [keys[LAW]]
    assert (
        f"1 decided claim left out of the gold, for the text does not hold the words of the source: {keys[LAW]}" in told
    )
    assert [claim.neutral for text in read(tmp_path / "gold.jsonl") for claim in text.claims if claim.relays]


def test_somebody_unnamed_needs_no_words(segun, tmp_path, keys):
    code, _, err = segun("decide", "news.segun", "correct", keys[LAW], "--source", "fuentes", "--kind", "unnamed", *BY)
    assert (code, err) == (0, "")
    written, _ = gold(segun, tmp_path)
    assert named(written, decided(written)[LAW]) == []
    assert figures(segun)["sc50 f1"] == 0.0


def test_who_is_meant_by_a_pronoun_is_named_by_the_mention_before_it(segun, tmp_path, keys):
    segun("decide", "news.segun", "accept", keys[WARNED], keys[LAYOFFS], *BY)
    written, _ = gold(segun, tmp_path)
    assert named(written, decided(written)[WARNED]) == ["La alcaldesa, Marta Ruiz"]
    assert named(written, decided(written)[LAYOFFS]) == []
    assert figures(segun)["sc50 f1"] == 1.0


@pytest.mark.parametrize("decision", [("reject",), ("correct", "--no-source")])
def test_what_nobody_is_said_to_say_is_the_reports_own(segun, tmp_path, keys, decision):
    kind, *options = decision
    segun("decide", "news.segun", "accept", keys[WARNED], *BY)
    gold(segun, tmp_path)
    assert figures(segun)["false_attribution"] is None
    segun("decide", "news.segun", kind, keys[LAYOFFS], *options, *BY)
    written, _ = gold(segun, tmp_path)
    assert [each["relays"] for words, each in decided(written).items() if LAYOFFS in words] == [[]]
    assert figures(segun)["false_attribution"] > 0


def test_words_that_somebody_else_says_are_not_the_reports_own(segun, tmp_path, keys):
    start = TEXT.index("despidos")
    segun("decide", "news.segun", "reject", keys[LAYOFFS], *BY)
    with Ledger(tmp_path / "news.segun") as ledger:
        body = {"spans": [[start, start + 8]], "source": {"name": "Greenmark"}}
        ledger.decide("add", "plant", body, by="Irune")
    written, _ = gold(segun, tmp_path)
    assert [named(written, each) for words, each in decided(written).items() if "despidos" in words] == [["Greenmark"]]


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--source-at", "1-4"), "Give --source NAME too"),
        (("--no-source", "--source-at", "1-4"), "cannot both hold"),
        (("--source", "Greenmark", "--source-at", "here"), "--source-at: 'here' is no stretch"),
    ],
)
def test_where_a_source_is_named_goes_with_its_name(segun, keys, options, told):
    code, _, err = segun("decide", "news.segun", "correct", keys[LAW], *options, *BY)
    assert code == 2
    assert told in err
