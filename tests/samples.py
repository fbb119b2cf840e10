"""Analyses of invented reports, built by finding words in their texts, for tests of what shows or writes them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from segun.model import (
    Analysis,
    Argument,
    Claim,
    Credit,
    How,
    Input,
    Place,
    Proposition,
    Quantity,
    Relay,
    Report,
    Sequence,
    Source,
    Span,
    Spans,
    Time,
)

PORT_TEXT = """\
El puerto de Salinares reabrirá el lunes

Según Radio Marea, los primeros remolcadores llegaron de noche a la bocana. Avanzaron sin luces, entraron en la \
dársena norte y descargaron bombas de achique. Al amanecer, los "chicos de Ferreiro" ya habían cerrado la vía de agua.

La Agencia de Noticias del Estuario (ANE) informó de que la capitana Irene Ferreiro ordenó retirar unos 1.500 \
contenedores antes del viernes. «No vamos a esperar otra marea», dijo Ferreiro. «El muelle es nuestro».

La autoridad portuaria prometió que el puerto reabrirá el lunes si el temporal amaina. El sindicato de estibadores \
negó que hubiera heridos. El convenio estipula que cada jornada perdida se paga con entre 40 y 60 euros.

Salinares tiene 30.000 habitantes y vive de la pesca.

Se teme que el canal siga cerrado en abril. Según ANE, el ministro Tomás Olmedo dijo que un informe de la Universidad \
de Brea concluye que el dique podría ceder, y pidió calma. (ANE)"""

FERRY_TEXT = """\
The night ferry to Orsay Island ran aground on Tuesday.

"We felt one long scrape and then nothing," said Maud Ellery, a passenger. The operator, Northline, denied that the \
pilot had been asleep. According to the Harbour Post, two officers told investigators that the radar had failed twice \
before. It had been switched off at midnight, and nobody on the bridge had noticed.

Ellery asked whether anyone would be held to account."""


def at(text: str, *words: str, nth: int = 0) -> Spans:
    """Return the spans of these words in ``text``; ``nth`` picks a later occurrence of them."""
    found = []
    for part in words:
        start = -1
        for _ in range(nth + 1):
            start = text.index(part, start + 1)
        found.append(Span(start, start + len(part)))
    return tuple(found)


def relay(
    text: str, source: str | None, who: str = "", cue: str = "", how: How = "said", *, who_nth: int = 0, nth: int = 0
) -> Relay:
    """Return a relay whose source and cue stand in these words."""
    return Relay(source, at(text, who, nth=who_nth) if who else (), at(text, cue, nth=nth) if cue else (), how)


def claim(id: str, spans: Spans, *relays: Relay, **changes: Any) -> Claim:
    """Return a claim: a certain assertion in indirect speech where nothing else is said."""
    plain = Claim(
        id=id,
        spans=spans,
        relays=relays,
        quotation="indirect" if relays else "none",
        factuality="CT+",
        speech_act="assert",
        confidence=0.9,
    )
    return replace(plain, **changes)


def bare(text: str, *claims: Claim, sources: tuple[Source, ...] = (), **fields: Any) -> Analysis:
    """Return an analysis of a text with little else."""
    return Analysis(Report(key="bare", text=text, language="en", **fields), sources=sources, claims=claims)


def port() -> Analysis:
    """Return the analysis of a Spanish report with every sort of claim."""
    text = PORT_TEXT
    marea = relay(text, "s1", "Radio Marea", "Según", "adjunct")
    carried = replace(marea, cue_spans=(), how="continued")
    ane = relay(text, "s2", "La Agencia de Noticias del Estuario (ANE)", "informó")
    ane_again = relay(text, "s2", "ANE", "Según", "adjunct", who_nth=1, nth=1)
    minister = relay(text, "s7", "el ministro Tomás Olmedo", "dijo", nth=1)
    claims = (
        claim(
            "c1",
            at(text, "El puerto de Salinares reabrirá el lunes"),
            headline=True,
            attributed_by="c8",
            factuality="PR+",
            speech_act="predict",
        ),
        claim(
            "c2",
            at(text, "los primeros remolcadores llegaron de noche a la bocana"),
            marea,
            propositions=(
                Proposition(
                    "llegar",
                    at(text, "llegaron"),
                    "+",
                    (Argument("nsubj", at(text, "los primeros remolcadores")[0]),),
                ),
            ),
            rule="adjunct",
        ),
        claim(
            "c3",
            at(text, "Avanzaron sin luces, entraron en la dársena norte y descargaron bombas de achique"),
            carried,
            confidence=0.7,
        ),
        claim(
            "c4",
            at(text, 'Al amanecer, los "chicos de Ferreiro" ya habían cerrado la vía de agua'),
            carried,
            confidence=0.4,
            quoted_wording=at(text, "chicos de Ferreiro"),
        ),
        claim(
            "c5",
            at(text, "la capitana Irene Ferreiro ordenó retirar unos 1.500 contenedores antes del viernes"),
            ane,
        ),
        claim(
            "c6",
            at(text, "retirar unos 1.500 contenedores antes del viernes"),
            ane,
            relay(text, "s3", "la capitana Irene Ferreiro", "ordenó"),
            parent="c5",
            factuality="Uu",
            speech_act="order",
        ),
        claim(
            "c7",
            at(text, "No vamos a esperar otra marea", "El muelle es nuestro"),
            relay(text, "s3", "Ferreiro", "dijo", who_nth=2),
            quotation="direct",
            factuality="CT-",
        ),
        claim(
            "c8",
            at(text, "el puerto reabrirá el lunes si el temporal amaina"),
            relay(text, "s4", "La autoridad portuaria", "prometió"),
            factuality="PR+",
            speech_act="promise",
            condition=at(text, "si el temporal amaina")[0],
        ),
        claim(
            "c9",
            at(text, "hubiera heridos"),
            relay(text, "s5", "El sindicato de estibadores", "negó"),
            factuality="CT-",
            speech_act="deny",
        ),
        claim(
            "c10",
            at(text, "cada jornada perdida se paga con entre 40 y 60 euros"),
            relay(text, "s6", "El convenio", "estipula", "document"),
            factuality="Uu",
            speech_act="stipulate",
        ),
        claim("c11", at(text, "Salinares tiene 30.000 habitantes y vive de la pesca")),
        claim(
            "c12",
            at(text, "el canal siga cerrado en abril"),
            relay(text, None, "", "Se teme"),
            factuality="PS+",
        ),
        claim(
            "c13",
            (Span(text.index("el ministro"), text.index(", y pidió")),),
            ane_again,
        ),
        claim(
            "c14",
            (Span(text.index("un informe"), text.index(", y pidió")),),
            ane_again,
            minister,
            parent="c13",
        ),
        claim(
            "c15",
            at(text, "el dique podría ceder"),
            ane_again,
            minister,
            relay(text, "s8", "un informe de la Universidad de Brea", "concluye", "document"),
            parent="c14",
            factuality="PS+",
        ),
    )
    report = Report(
        key="puerto-es",
        text=text,
        language="es",
        published="2031-03-04",
        title="El puerto de Salinares reabrirá el lunes",
        outlet="La Voz de Brea",
        byline="Nuria Cabal",
        credits=(Credit("ANE", at(text, "(ANE)", nth=1)[0]),),
        location="puerto-es.txt",
        input=Input("0" * 64, "utf-8", "text"),
    )
    return Analysis(
        report=report,
        sources=(
            Source("s1", "Radio Marea", "organisation", at(text, "Radio Marea")),
            Source("s2", "Agencia de Noticias del Estuario", "organisation", at(text, "ANE"), aliases=("ANE",)),
            Source("s3", "Irene Ferreiro", "person", at(text, "Irene Ferreiro"), aliases=("Ferreiro",)),
            Source("s4", "La autoridad portuaria", "organisation", at(text, "La autoridad portuaria")),
            Source("s5", "El sindicato de estibadores", "group", at(text, "El sindicato de estibadores")),
            Source("s6", "El convenio", "document", at(text, "El convenio")),
            Source("s7", "Tomás Olmedo", "person", at(text, "Tomás Olmedo")),
            Source("s8", "un informe de la Universidad de Brea", "document", at(text, "un informe de la Universidad")),
        ),
        claims=claims,
        times=(Time(at(text, "en abril")[0], "DATE", "2031-04", ("c12",), "event"),),
        places=(Place(at(text, "Salinares", nth=1)[0], "Salinares", None, None, None, None, 0.4, ("c11",)),),
        quantities=(
            Quantity(at(text, "unos 1.500 contenedores")[0], 1500, "contenedor", None, True, ("c6",)),
            Quantity(at(text, "entre 40 y 60 euros")[0], 40, "euro", 60, False, ("c10",)),
        ),
        sequences=(Sequence(at(text, "llegaron de noche a la bocana", "entraron en la dársena norte"), ("c2", "c3")),),
    )


def ferry() -> Analysis:
    """Return the analysis of an English report without a date, in which one sentence is said by two officers."""
    text = FERRY_TEXT
    post = relay(text, "p", "the Harbour Post", "According to", "adjunct")
    officers = relay(text, "o", "two officers", "told")
    return Analysis(
        report=Report(key="ferry-en", text=text, language="en"),
        sources=(
            Source("m", "Maud Ellery", "person", at(text, "Maud Ellery"), aliases=("Ellery",)),
            Source("n", "Northline", "organisation", at(text, "Northline")),
            Source("p", "the Harbour Post", "organisation", at(text, "the Harbour Post")),
            Source("o", "two officers", "unnamed", at(text, "two officers")),
        ),
        claims=(
            claim("a", at(text, "The night ferry to Orsay Island ran aground on Tuesday")),
            claim(
                "b",
                at(text, "We felt one long scrape and then nothing,"),
                relay(text, "m", "Maud Ellery, a passenger", "said"),
                quotation="direct",
            ),
            claim(
                "c",
                at(text, "the pilot had been asleep"),
                relay(text, "n", "The operator, Northline", "denied"),
                factuality="CT-",
                speech_act="deny",
            ),
            claim(
                "d",
                (Span(text.index("two officers"), text.index(". It had")),),
                post,
            ),
            claim("e", at(text, "the radar had failed twice before"), post, officers, parent="d"),
            claim(
                "f",
                at(text, "It had been switched off at midnight, and nobody on the bridge had noticed"),
                replace(post, cue_spans=(), how="continued"),
                replace(officers, cue_spans=(), how="continued"),
                confidence=0.6,
            ),
            claim(
                "g",
                at(text, "anyone would be held to account"),
                relay(text, "m", "Ellery", "asked", who_nth=1),
                factuality="Uu",
                speech_act="ask",
            ),
        ),
    )
