"""segun as a component of somebody's spaCy pipeline."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
import spacy
from spacy.tokens import Doc

import segun
from segun import component
from segun.annotate import models
from segun.errors import UnsupportedLanguageError

TEXT = {
    "es": "Según Radio Marea, el ferry volcó de noche.\nLa jueza ordenó cerrar el puerto.",
    "en": "According to Radio Tide, the ferry capsized.\nThe judge ordered that the harbour be closed.",
}


def pipeline(language, **config):
    """Return a pipeline with the component; the cached model's own components are shared, not changed."""
    source = models.load(language)
    nlp = spacy.blank(language, vocab=source.vocab)
    nlp.tokenizer = source.tokenizer
    for name, pipe in source.pipeline:
        nlp._components.append((name, pipe))
        nlp._pipe_meta[name] = source._pipe_meta[name]
        nlp._pipe_configs[name] = source._pipe_configs[name]
    nlp.add_pipe("segun_attribution", config=config)
    return nlp


@pytest.fixture(scope="module", params=["es", "en"])
def language(request):
    return request.param


@pytest.fixture(scope="module")
def nlp(language):
    return pipeline(language)


def test_every_doc_carries_its_analysis(nlp, language):
    doc = nlp(TEXT[language])
    assert isinstance(doc._.segun, segun.Analysis)
    assert doc._.segun.report.text == doc.text
    assert doc._.segun_claims == doc._.segun.claims
    contents = [span.of(doc.text) for claim in doc._.segun_claims for span in claim.spans]
    assert contents[0] in {"el ferry volcó de noche", "the ferry capsized"}


def test_the_component_finds_what_analyze_finds(nlp, language):
    doc = nlp(TEXT[language])
    plain = segun.analyze(TEXT[language], language=language)
    assert [c.spans for c in doc._.segun_claims] == [c.spans for c in plain.claims]


def test_spans_fit_the_docs_characters(nlp, language):
    doc = nlp(TEXT[language])
    for claim in doc._.segun_claims:
        for span in claim.spans:
            assert doc.char_span(*span, alignment_mode="contract") is not None


def test_a_batch_gives_each_its_own(nlp, language):
    first, second = nlp.pipe([TEXT[language], TEXT[language].split("\n")[1]])
    assert len(first._.segun_claims) > len(second._.segun_claims) > 0


def test_an_empty_doc_has_no_claims(nlp):
    assert nlp("")._.segun_claims == ()


def test_carry_on_is_a_setting():
    text = "Según Radio Marea, las tropas llegaron de noche al valle. Avanzaron sin luces y tomaron el molino."
    counts = [
        sum(c.continued for c in pipeline("es", carry_on=setting)(text)._.segun_claims) for setting in ("none", "eager")
    ]
    assert counts[0] == 0 < counts[1]


def test_a_language_that_segun_does_not_read_is_told():
    nlp = spacy.blank("de")
    nlp.add_pipe("segun_attribution")
    with pytest.raises(UnsupportedLanguageError, match="en, es"):
        nlp("Die Brücke bleibt gesperrt.")


def test_the_component_says_what_it_needs():
    meta = spacy.blank("es").get_factory_meta("segun_attribution")
    assert {"token.dep", "token.head", "doc.sents"} <= set(meta.requires)
    assert set(meta.assigns) == {"doc._.segun", "doc._.segun_claims"}
    assert Doc.has_extension("segun_claims")


def test_spacy_finds_the_component_by_itself_once_segun_is_installed():
    project = tomllib.loads(Path(__file__).parents[1].joinpath("pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["segun_attribution"].partition(":")
    assert module == component.__name__
    assert hasattr(component, name)
