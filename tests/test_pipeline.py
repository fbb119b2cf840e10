"""What holds for any text, and the edges of what can be given."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import segun
from segun.errors import UnsupportedLanguageError
from segun.export.jsonl import to_object
from segun.lang import grammar
from segun.model import Analysis, Report, Span

CONTRACT = Path(__file__).parents[2] / "shared" / "contract" / "report.schema.json"
FRAGMENTS = {
    "es": [
        "Según Radio Marea, el ferry volcó de noche.",
        "La ministra Ana Soto dijo que",
        "«El puente está cerrado»,",
        "dijo",
        ", según informó la policía.",
        "Añadió que no hay heridos.",
        "El anuncio de la empresa de que",
        "se informó que",
        "El tratado establece que cada parte",
        "si el río crece",
        "—No vendas —dijo Ana—.",
        "Pregunta: ¿Quién?",
        "Respuesta: Nadie.",
        "unos 1.500 soldados",
        "entre 40 y 60",
        "que, según dice X,",
        "Soto",
        "la Agencia (ADE)",
        "fue calificado de",
        "ordeno cerrar el puerto",
        "Segun la policia",
        "quien negó",
        "a juicio de",
        "Para él,",
        "@ana: no",
    ],
    "en": [
        "According to Radio Tide, the ferry capsized.",
        "Minister Ann Marsh said that",
        '"The bridge is closed,"',
        "said",
        ", she added.",
        "He denied that anyone was hurt.",
        "The company's claim that",
        "was reported to have",
        "The treaty stipulates that each side",
        "if the river rises",
        "> RT @ann: no",
        "Q: Who?",
        "A: Nobody.",
        "about 1,500 soldiers",
        "between 40 and 60",
        "which, Ann says,",
        "Marsh",
        "the Agency (ENA)",
        'called it "a mess"',
        "ordered the harbour to be closed",
        "citing two witnesses",
        "who denied",
        "in the words of",
        "For him,",
        "don't",
    ],
}
MARKS = [
    "\n",
    "\r\n",
    "\n\n",
    '"',
    "'",
    "“",
    "”",
    "‘",
    "’",
    "«",
    "»",
    "„",
    "‹",
    "›",
    "—",
    "–",
    "-",
    ">",
    ":",
    ";",
    ",",
    ".",
    "¿",
    "?",
    "¡",
    "!",
    "(",
    ")",
    "…",
    "...",
    "\t",
    "\u00a0",
    "\u2028",
    "\u200b",
    "e\u0301",
    "İ",
    "ß",
    "🌊",
    "中文",
    "\x00",
    "95",
    "1.500",
]


def texts(language: str) -> st.SearchStrategy[str]:
    """Return texts of fragments with cues and quotations, closed-class words, marks, and all else but surrogates."""
    anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
    closed = sorted({word for words in grammar(language).words.values() for word in words})
    fragment = st.one_of(st.sampled_from(FRAGMENTS[language]), st.sampled_from(closed).map(str.capitalize))
    piece = st.one_of(fragment, st.sampled_from(closed), st.sampled_from(MARKS), anything)
    return st.tuples(st.sampled_from(["", " "]), st.lists(piece, max_size=20)).map(lambda t: t[0].join(t[1]))


languages = st.sampled_from(sorted(FRAGMENTS))
cases = languages.flatmap(lambda language: st.tuples(st.just(language), texts(language)))
carries = st.sampled_from(["none", "cautious", "eager"])


def every_span(analysis: Analysis) -> list[Span]:
    """Return all spans of all records."""
    spans = [span for source in analysis.sources for span in source.mentions]
    for claim in analysis.claims:
        spans += [*claim.spans, *claim.quoted_wording, *([claim.condition] if claim.condition else [])]
        spans += [span for relay in claim.relays for span in (*relay.source_spans, *relay.cue_spans)]
        for proposition in claim.propositions:
            spans += [*proposition.spans, *(argument.span for argument in proposition.arguments)]
    spans += [quantity.span for quantity in analysis.quantities]
    spans += [credit.span for credit in analysis.report.credits]
    return spans


def apart(spans: tuple[Span, ...]) -> bool:
    return all(a.end <= b.start for a, b in pairwise(spans))


@settings(max_examples=60, deadline=None)
@given(cases, carries)
def test_every_span_lies_in_the_text_and_covers_something(case, carry_on):
    language, text = case
    analysis = segun.analyze(text, language=language, carry_on=carry_on)
    assert analysis.report.text == text
    assert all(0 <= span.start < span.end <= len(text) for span in every_span(analysis))
    for claim in analysis.claims:
        assert claim.spans
        assert apart(claim.spans)
        assert all(span.of(text) == span.of(text).strip() != "" for span in claim.spans)
        for relay in claim.relays:
            assert apart(relay.source_spans)
            assert apart(relay.cue_spans)


def test_no_content_has_white_space_at_its_ends():
    text = "The treaty stipulates that each side citing two witnesses"
    contents = [span.of(text) for claim in segun.analyze(text, language="en").claims for span in claim.spans]
    assert contents == [words.strip() for words in contents]


@settings(max_examples=60, deadline=None)
@given(cases, carries)
def test_records_refer_to_each_other(case, carry_on):
    language, text = case
    analysis = segun.analyze(text, language=language, carry_on=carry_on)
    claims = {claim.id: claim for claim in analysis.claims}
    assert len(claims) == len(analysis.claims)
    assert len({source.id for source in analysis.sources}) == len(analysis.sources)
    for claim in analysis.claims:
        assert 0 <= claim.confidence <= 1
        for relay in claim.relays:
            assert relay.source is None or analysis.source(relay.source).mentions
            assert (relay.how == "continued") <= (not relay.cue_spans)
        seen, node = {claim.id}, claim
        while node.parent is not None:
            assert node.parent not in seen
            seen.add(node.parent)
            node = claims[node.parent]
        assert claim.attributed_by is None or claim.attributed_by in claims
    assert all(id in claims for quantity in analysis.quantities for id in quantity.claims)
    assert {r.source for c in analysis.claims for r in c.relays if r.source} == {s.id for s in analysis.sources}


@settings(max_examples=30, deadline=None)
@given(cases)
def test_the_same_text_gives_the_same_analysis(case):
    language, text = case
    assert segun.analyze(text, language=language) == segun.analyze(text, language=language)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(json.loads(CONTRACT.read_text(encoding="utf-8")))


@pytest.mark.skipif(not CONTRACT.exists(), reason="the contract lies in ../shared, which is not here")
@settings(max_examples=60, deadline=None)
@given(cases)
def test_the_contract_holds(case):
    language, text = case
    validator().validate(json.loads(json.dumps(to_object(segun.analyze(text, language=language)))))


@pytest.mark.parametrize("language", sorted(FRAGMENTS))
@pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028"])
def test_line_ends_do_not_matter(language, end):
    lines = FRAGMENTS[language][:5]
    first = segun.analyze("\n".join(lines), language=language)
    other = segun.analyze(end.join(lines), language=language)
    contents = [[[span.of(a.report.text).split() for span in c.spans] for c in a.claims] for a in (first, other)]
    assert contents[0] == contents[1]


@pytest.mark.parametrize("language", sorted(FRAGMENTS))
@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", ".", "—", "...", "«»", '""' + "''", "“”‘’„“", "\x00"])
def test_nothing_to_say_is_no_error(language, text):
    assert [c for c in segun.analyze(text, language=language).claims if c.relays] == []


@pytest.mark.parametrize("language", sorted(FRAGMENTS))
@pytest.mark.parametrize(
    "text", ["Cerrado", "dijo", "said", "según", "«Cerrado»", "«", '"Closed', "12", "> no", "—No", "Ana:"]
)
def test_one_word(language, text):
    for claim in segun.analyze(text, language=language).claims:
        assert all(span.of(text) in text for span in claim.spans)


@pytest.mark.parametrize("language", ["es", "en"])
def test_unclosed_marks_end_with_their_paragraph(language):
    text = "Ana dijo: «Uno. Dos.\nTres llegaron." if language == "es" else 'Ann said: "One. Two.\nThree came.'
    first = text.index("\n")
    quoted = [c for c in segun.analyze(text, language=language).claims if c.quotation == "direct"]
    assert quoted
    assert all(span.end <= first for claim in quoted for span in claim.spans)


def test_a_line_of_a_million_characters():
    text = "Según Radio Marea, el ferry volcó de noche y nadie lo vio. " * 170
    text += "x" * (1_000_000 - len(text) * 2) + " " + text
    analysis = segun.analyze(text, language="es")
    assert len(text) > 900_000
    assert len([c for c in analysis.claims if c.relays]) >= 300
    assert all(0 <= span.start < span.end <= len(text) for span in every_span(analysis))


def test_an_unsupported_language_names_the_supported_ones():
    with pytest.raises(UnsupportedLanguageError) as error:
        segun.analyze("Die Brücke bleibt gesperrt.", language="de")
    assert "en, es" in str(error.value)


def test_the_language_is_found_and_kept():
    text = "Según Radio Marea, el ferry que salió anoche del puerto volcó frente a la costa con doscientos pasajeros."
    assert segun.analyze(text).report.language == "es"
    assert segun.analyze(text, language="es-CL").report.language == "es-CL"


def test_what_the_caller_knows_goes_before_what_the_report_says():
    report = Report(
        key="r", text="Ann Marsh said that the bridge is closed.", outlet="A", published="2020-01-01", language="en"
    )
    analysis = segun.analyze(report, outlet="B")
    assert (analysis.report.key, analysis.report.outlet, analysis.report.published) == ("r", "B", "2020-01-01")


@pytest.mark.parametrize("language", sorted(FRAGMENTS))
def test_a_headline_is_marked(language):
    text = "Bridge closed\n\nAnn Marsh said that the bridge is closed."
    first, *rest = segun.analyze(text, language="en").claims
    assert first.headline
    assert not any(claim.headline for claim in rest)
