"""What a language's folder must hold."""

from __future__ import annotations

import shutil
from importlib import resources
from typing import get_args

import pytest

from segun import lang
from segun.annotate import models
from segun.lang import lexicon
from segun.lang.folding import fold
from segun.model import SpeechAct

LANGUAGES = ("en", "es")
TAKES = {"clause", "infinitive", "quote", "noun", "any-noun", "person", "small", "self", "oblique", "gerund"}
KEYS = {
    "subjunctive",
    "takes",
    "act",
    "commitment",
    "lemmas",
    "denies",
    "denied",
    "factive",
    "subjects",
    "document",
    "prepositions",
    "predicate-prepositions",
    "bare-predicate",
    "needs-predicate",
    "oblique-noun",
    "oblique-infinitive",
    "with-object",
    "keeps-object",
    "impersonal",
    "weak",
    "particles",
    "wordings",
    "addressee",
    "told",
}
each_language = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture
def another_language(tmp_path, monkeypatch):
    """Put a copy of the Spanish folder beside the others, under the name of a language that segun does not know."""
    root = tmp_path / "lang"
    shutil.copytree(str(resources.files(lang)), root)
    shutil.copytree(root / "es", root / "gl")
    caches = (lang.supported, lang.grammar, lang.numerals)
    for each in caches:
        each.cache_clear()
    files = resources.files
    monkeypatch.setattr(lang.resources, "files", lambda package: root if package == lang.__name__ else files(package))
    yield "gl"
    monkeypatch.undo()
    for each in caches:
        each.cache_clear()


def groups(language):
    cues = lang.table(language, "cues")
    return [(f"{kind}.{name}", group) for kind in ("verbs", "nouns", "phrases") for name, group in cues[kind].items()]


def test_both_languages_are_supported():
    assert lang.supported() == LANGUAGES


@each_language
def test_every_group_of_cues_is_well_formed(language):
    for name, group in groups(language):
        assert set(group) <= KEYS, name
        assert set(group["takes"]) <= TAKES, name
        assert group["takes"], name
        assert group["act"] in get_args(SpeechAct), name
        assert group["commitment"] in get_args(lexicon.Commitment), name
        assert group.get("subjects", "any") in {"any", "document", "none", "dative"}, name
        assert group.get("addressee", "") in {"", "object", "dative", "to", "with", "a", "ante", "con"}, name
        assert ("oblique" in group["takes"]) <= bool(group.get("prepositions")), name
        assert bool(group.get("wordings")) == name.startswith("phrases."), name
        assert bool(group.get("lemmas", "").split()) != name.startswith("phrases."), name


@pytest.mark.parametrize(
    "language",
    [
        "en",
        "es",
    ],
)
def test_what_is_ambiguous_or_told_is_a_verb_of_its_group(language):
    for name, group in groups(language):
        named = {*group.get("weak", "").split(), *group.get("told", "").split()}
        unknown = named - set(group.get("lemmas", "").split())
        assert not unknown, f"{name}: {unknown}"


@each_language
def test_every_lemma_is_a_single_folded_word_with_itself_among_its_forms(language):
    grammar = lang.grammar(language)
    for lemma, frames in grammar.verbs.items():
        assert lemma == lexicon.fold(lemma)
        assert frames
        assert lemma in grammar.forms.get(lemma, ()), lemma


@each_language
def test_every_form_belongs_to_verbs_of_the_lexicon(language):
    grammar = lang.grammar(language)
    assert {lemma for lemmas in grammar.forms.values() for lemma in lemmas} <= set(grammar.verbs)


@pytest.mark.parametrize(
    ("language", "form", "lemma"),
    [
        ("es", "dijo", "decir"),
        ("es", "informo", "informar"),
        ("es", "aseguran", "asegurar"),
        ("es", "advirtio", "advertir"),
        ("es", "nego", "negar"),
        ("es", "explique", "explicar"),
        ("es", "sostuvo", "sostener"),
        ("es", "pidiendole", "pedir"),
        ("es", "concluyeron", "concluir"),
        ("en", "said", "say"),
        ("en", "denies", "deny"),
        ("en", "claiming", "claim"),
        ("en", "swore", "swear"),
        ("en", "admitted", "admit"),
        ("en", "told", "tell"),
        ("en", "thought", "think"),
        ("en", "wrote", "write"),
    ],
)
def test_inflected_forms_are_found(language, form, lemma):
    assert lemma in lang.grammar(language).forms[form]


@each_language
def test_the_lists_have_no_empty_and_no_unfolded_entries(language):
    grammar = lang.grammar(language)
    assert all(entry == entry.strip() and entry for entries in grammar.words.values() for entry in entries)
    for indexed in (*grammar.runs.values(), grammar.adjuncts, grammar.manner):
        for first, runs in indexed.items():
            assert {run[0] for run in runs} == {first}
            assert all(word == lexicon.fold(word) != "" for run in runs for word in run)
            assert list(map(len, runs)) == sorted(map(len, runs), reverse=True)


def test_both_languages_name_the_same_classes():
    names = {language: {n for n in lang.grammar(language).words if n not in MAY_LACK} for language in LANGUAGES}
    assert names["es"] == names["en"]


MAY_LACK = {"impersonal", "contractions.a"}
"""Classes that a language need not have."""


@each_language
def test_numbers(language):
    numerals = lang.numerals(language)
    assert numerals.decimal in {".", ","}
    assert len(numerals.months) >= 12
    assert {1, 2, 10, 20, 1000} <= set(numerals.words.values()) | set(numerals.multipliers.values())


@each_language
def test_there_is_a_model_for_it(language):
    assert language in models.languages()


def test_a_table_that_a_language_lacks_is_an_error():
    with pytest.raises(FileNotFoundError):
        lang.table("en", "accents")


def test_a_group_without_its_keys_is_an_error():
    cues = lang.table("es", "cues")
    del cues["verbs"]["say"]["takes"]
    with pytest.raises(KeyError, match="takes"):
        lexicon.read_grammar(lang.table("es", "grammar"), cues, lang.table("es", "inflection"))


@each_language
def test_whom_a_cue_addresses_is_told_for_every_act(language):
    cues = lang.table(language, "cues")
    acts = {group["act"] for _, group in groups(language)}
    assert acts <= set(cues["addressees"])


@pytest.mark.parametrize(
    ("language", "verb", "addressee"),
    [
        ("es", "decir", "dative"),
        ("es", "pedir", "dative"),
        ("es", "convencer", "a"),
        ("es", "quejarse", "ante"),
        ("es", "concluir", ""),
        ("es", "creer", ""),
        ("en", "explain", "to"),
        ("en", "convince", "object"),
        ("en", "promise", "object"),
        ("en", "know", ""),
    ],
)
def test_a_frame_says_whom_its_cue_addresses(language, verb, addressee):
    assert addressee in {frame.addressee for frame in lang.grammar(language).verbs[verb]}


def test_classes_of_verbs_follow_from_whom_they_address():
    english, spanish = lang.grammar("en").words, lang.grammar("es").words
    assert {"tell", "inform", "warn"} <= english["addressing"]
    assert not english["addressing"] & {"say", "promise", "accuse"}
    assert not spanish["addressing"]


def test_folding_keeps_what_tells_words_apart():
    assert lexicon.fold("AÑO Según") == "año segun"


@pytest.mark.parametrize(
    ("form", "person"),
    [("dije", "1"), ("dijo", "3"), ("dedujo", "3"), ("digo", "1"), ("exijo", "1"), ("negué", "1"), ("niegan", "3")],
)
def test_an_ending_shows_a_person(form, person) -> None:
    assert lang.grammar("es").persons[form]["Person"] == person


@pytest.mark.parametrize("form", ["dicho", "puesto", "previsto", "eso", "era", "decía", "señalaba"])
def test_what_several_persons_share_or_none_has_shows_none(form) -> None:
    assert form not in lang.grammar("es").persons


def test_every_form_with_a_person_is_a_form_of_its_verb() -> None:
    grammar = lang.grammar("es")
    assert {fold(form) for form in grammar.persons} <= grammar.forms.keys()


def test_a_folder_is_all_that_evaluating_needs(another_language):
    from segun.gold.perturb import perturbed
    from segun.gold.records import GoldText

    text = GoldText("t", "La ministra destacó que los vecinos lo vieron", (), another_language)
    assert perturbed(text, "calques").text == "La ministra hizo énfasis en que los vecinos lo vieron"
    assert perturbed(text, "gender").text == "El ministra destacó que los vecinas lo vieron"


def test_all_languages_name_the_same_things_for_evaluating():
    def named(table):
        return {
            name: named(each) if isinstance(each, dict) and name != "calques" else ... for name, each in table.items()
        }

    assert named(lang.table("es", "gold")) == named(lang.table("en", "gold"))
