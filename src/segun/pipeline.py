"""The steps in their order; nothing else knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from segun import lang
from segun.anchor.anchors import dated, placed
from segun.anchor.standing import standing
from segun.annotate import models as language_models
from segun.annotate.parse import parse
from segun.annotate.words import Paragraph
from segun.attribute.chains import chains
from segun.attribute.continuation import CarryOn
from segun.attribute.judging import Judge
from segun.frame import stages
from segun.frame.claims import claims
from segun.frame.headlines import with_bodies
from segun.frame.holding import Holding
from segun.frame.obligations import obligations
from segun.frame.orders import orders
from segun.frame.quantities import quantities
from segun.frame.sequences import sequences
from segun.gazetteer.store import Gazetteer
from segun.model import Analysis, Claim, Quantity, Report
from segun.prepare.accents import restore
from segun.prepare.capitals import lowered
from segun.prepare.dialogue import dashed
from segun.prepare.language import settle
from segun.prepare.letters import latin
from segun.prepare.masks import unmasked
from segun.prepare.paragraphs import paragraphs

HEADLINE = 200
"""Characters that a headline may have."""


def analyze(
    report: Report,
    *,
    carry_on: CarryOn = "cautious",
    models: Mapping[str, str] | None = None,
    gazetteer: Gazetteer | None = None,
    judge: Judge | None = None,
) -> Analysis:
    """Analyse one report.

    Args:
        report: the report; its language is taken from it where it names one, else from its text.
        carry_on: how readily an account goes on over sentences that do not repeat its attribution.
        models: spaCy models to use instead of the usual ones, by language code.
        gazetteer: where the names of places are looked up; without one the analysis has no places.

        judge: who gives the second opinion on attributions; by default with the weights that ship with segun.

    Raises:
        UnsupportedLanguageError: segun has no data for the report's language.
        MissingModelError: the language's model is not installed.
    """
    return analyze_and_parse(report, carry_on=carry_on, models=models, gazetteer=gazetteer, judge=judge)[0]


def analyze_and_parse(
    report: Report,
    *,
    carry_on: CarryOn = "cautious",
    models: Mapping[str, str] | None = None,
    gazetteer: Gazetteer | None = None,
    judge: Judge | None = None,
) -> tuple[Analysis, list[Paragraph]]:
    """Analyse one report as :func:`analyze` does, and return its parsed paragraphs as well, for inspection."""
    language = settle(report.text, report.language)
    report = replace(report, language=report.language or language)
    nlp = language_models.load(language, (models or {}).get(language))
    spans = paragraphs(report.text)
    readable = lowered(restore(unmasked(latin(report.text)), language, spans), language, spans)
    readable = dashed(report.text, readable, spans)
    parsed = parse(nlp, report.text, readable, spans)
    return attribute(report, parsed, carry_on, gazetteer, judge), parsed


def attribute(
    report: Report,
    parsed: list[Paragraph],
    carry_on: CarryOn,
    gazetteer: Gazetteer | None = None,
    judge: Judge | None = None,
) -> Analysis:
    """Analyse a report whose paragraphs are parsed and whose language is a supported one's code or tag."""
    language = settle(report.text, report.language)
    grammar = lang.grammar(language)
    mark_headline(parsed, report)
    found = chains(parsed, report.text, grammar, carry_on, judge)
    made = with_bodies(claims(found, parsed, grammar), report.text)
    used = {relay.source for claim in made for relay in claim.relays if relay.source}
    counted = [q for p in parsed for q in quantities(p, lang.numerals(language))]
    chained = list(stages.chains(parsed, grammar, lang.process(language).stages))
    where = placed(parsed, made, language, gazetteer) if gazetteer else ()
    return Analysis(
        report,
        standing(found.registry.sources(used), where, language),
        made,
        times=dated(parsed, made, report.text, language, report.published, counted),
        places=where,
        quantities=_tied(counted, made),
        sequences=sequences(parsed, made, chained, language),
        orders=orders(parsed, made, chained, language),
        obligations=obligations(parsed, made, language),
    )


def mark_headline(parsed: list[Paragraph], report: Report) -> None:
    """Mark the first paragraph as the headline if it is short and no sentence, or the report's title."""
    if len(parsed) < 2:
        return
    first = parsed[0]
    words = first.span.of(report.text)
    first.headline = words.strip() == (report.title or "").strip() or (
        len(words) <= HEADLINE
        and not words.endswith((".", "!", "…", '."', ".”", ":", ","))
        and len(first.sentences) == 1
    )


def _tied(counted: list[Quantity], made: tuple[Claim, ...]) -> tuple[Quantity, ...]:
    contents = Holding(made)
    return tuple(replace(q, claims=tuple(claim.id for claim in contents.around(q.span))) for q in counted)
