"""Who the sources are: names, acronyms, pronouns, dropped subjects, kinds."""

from __future__ import annotations

import pytest

import segun

from .table import check, en, es, table

COREFERENCE = [
    es(
        "short name",
        "La ministra Ana Soto dijo que el puente está cerrado. Soto añadió que nadie puede pasar.",
        "el puente está cerrado ← La ministra Ana Soto",
        "nadie puede pasar ← La ministra Ana Soto",
    ),
    en(
        "short name",
        "Minister Ann Marsh said that the bridge is closed. Marsh added that nobody can cross.",
        "the bridge is closed ← Minister Ann Marsh",
        "nobody can cross ← Minister Ann Marsh",
    ),
    en(
        "the nearer of what the parser took for two subjects",
        "The ferry Margit sank in January because a hatch below the car deck had been left open, the Marine Safety "
        "Board concluded in its final report on Tuesday.",
        "The ferry Margit sank in January because a hatch below the car deck had been left open ← "
        "the Marine Safety Board",
    ),
    en(
        "a participle behind the noun",
        "A leaflet pushed through doors last week claims the ferry will close.",
        "the ferry will close ← A leaflet (document)",
    ),
    en(
        "a participle between commas behind the noun",
        "The clip, viewed two million times, claims the ferry will close.",
        "the ferry will close ← The clip",
    ),
    es(
        "acronym",
        "La Agencia del Estuario (ADE) informó que el ferry volcó. La ADE añadió que no hay heridos.",
        "el ferry volcó ← La Agencia del Estuario (ADE)",
        "no hay heridos ← La Agencia del Estuario (ADE)",
    ),
    en(
        "acronym",
        "The Estuary News Agency (ENA) reported that the ferry capsized. ENA added that nobody was hurt.",
        "the ferry capsized ← The Estuary News Agency (ENA)",
        "nobody was hurt ← The Estuary News Agency (ENA)",
    ),
    es(
        "title for the name",
        "El ministro Luis Arana dijo que el puente está cerrado. El ministro añadió que nadie puede pasar.",
        "el puente está cerrado ← El ministro Luis Arana",
        "nadie puede pasar ← El ministro Luis Arana",
    ),
    en(
        "title for the name",
        "Mayor Ann Marsh said that the bridge is closed. The mayor added that nobody can cross.",
        "the bridge is closed ← Mayor Ann Marsh",
        "nobody can cross ← Mayor Ann Marsh",
    ),
    en(
        "pronoun",
        "Ann Marsh said that the bridge is closed. She added that nobody can cross.",
        "the bridge is closed ← Ann Marsh",
        "nobody can cross ← Ann Marsh",
    ),
    es(
        "pronoun",
        "Ana Soto dijo que el puente está cerrado. Ella añadió que nadie puede pasar.",
        "el puente está cerrado ← Ana Soto",
        "nadie puede pasar ← Ana Soto",
    ),
    en(
        "plural pronoun",
        "Villagers met the mayor, Ann Marsh, on Monday. They said that the bridge is unsafe.",
        "the bridge is unsafe ← Villagers",
    ),
    es(
        "dropped subject",
        "Ana Soto dijo que el puente está cerrado. Añadió que nadie puede pasar.",
        "el puente está cerrado ← Ana Soto",
        "nadie puede pasar ← Ana Soto",
    ),
    es(
        "dropped subject, plural",
        "Los vecinos recibieron el lunes a Ana Soto. Dijeron que el puente es inseguro.",
        "el puente es inseguro ← Los vecinos",
    ),
    es(
        "dropped subject after a subject that said nothing",
        "El alcalde Luis Arana visitó el puerto. Dijo que el puente está cerrado.",
        "el puente está cerrado ← El alcalde Luis Arana",
    ),
    en(
        "coordinated verbs",
        "Ann Marsh visited the harbour and said that the bridge is closed.",
        "the bridge is closed ← Ann Marsh",
    ),
    es(
        "coordinated verbs",
        "Ana Soto visitó el puerto y dijo que el puente está cerrado.",
        "el puente está cerrado ← Ana Soto",
    ),
    en(
        "participle",
        "Ann Marsh left the hall, saying that the bridge is closed.",
        "the bridge is closed ← Ann Marsh",
    ),
    es(
        "gerund",
        "Ana Soto abandonó la sala diciendo que el puente está cerrado.",
        "el puente está cerrado ← Ana Soto",
    ),
    es(
        "relative subject",
        "El informe fue leído por Ana Soto, quien dijo que el puente está cerrado.",
        "el puente está cerrado ← Ana Soto",
    ),
    en(
        "relative subject",
        "The report was read by Ann Marsh, who said that the bridge is closed.",
        "the bridge is closed ← Ann Marsh",
    ),
    en(
        "pronoun between two persons of different sex",
        "Ann Marsh met Peter Bell on Monday. He said that the bridge is closed.",
        "the bridge is closed ← Peter Bell",
    ),
    es(
        "the same family name, two persons",
        "Ana Soto dijo que el puente está cerrado. Luis Soto respondió que el puente está abierto.",
        "el puente está cerrado ← Ana Soto",
        "el puente está abierto ← Luis Soto",
    ),
    es(
        "demonstrative",
        "El alcalde Luis Arana recibió a la jueza. Esta dijo que el puente está cerrado.",
        "el puente está cerrado ← la jueza",
    ),
    es(
        "the latter was no subject",
        "El alcalde Luis Arana llamó a la jueza Ana Soto, según contó esta última. "
        "Arana dijo que el puente está cerrado.",
        "El alcalde Luis Arana llamó a la jueza Ana Soto ← la jueza Ana Soto (adjunct)",
        "el puente está cerrado ← El alcalde Luis Arana",
    ),
    es(
        "the nearer of two subjects",
        "Vía telefónica, el alcalde Luis Arana nos dijo que el puente está cerrado.",
        "el puente está cerrado ← el alcalde Luis Arana",
    ),
    es(
        "relative clause behind an aside",
        "Todo encaja con un estudio, publicado en la revista Litoral, que revela que el puente se hunde.",
        "el puente se hunde ← un estudio … que (document)",
    ),
    es(
        "joined to a reported verb, in the report's tense",
        "Ana Soto anunció que el ministerio acudirá al tribunal y negó que el puente esté cerrado.",
        "el ministerio acudirá al tribunal ← Ana Soto",
        "el puente esté cerrado ← Ana Soto",
    ),
    es(
        "plural ending, subject of a relative clause",
        "El gobierno regional pagó la obra que los jueces han visto y aseguran que el puente está cerrado.",
        "el puente está cerrado ← los jueces",
    ),
    en(
        "a noun that the parser takes for the whole sentence",
        "State news agency TIRAN reported on Friday that the bridge is closed.",
        "the bridge is closed ← State news agency TIRAN",
    ),
    en(
        "a participle ends before the main clause",
        "Citing the rising water, Ann Marsh said that the bridge is closed.",
        "the rising water ← Ann Marsh",
        "the bridge is closed ← Ann Marsh",
    ),
    en(
        "some of them",
        "Ann Marsh spoke to the pilots. Some of them said that the bridge is closed.",
        "the bridge is closed ← Some of them",
    ),
    es(
        "uno de ellos",
        "Ana Soto habló con los pilotos. Uno de ellos dijo que el puente está cerrado.",
        "el puente está cerrado ← Uno de ellos",
    ),
    es(
        "quienes",
        "Quienes la conocen dicen que el puente está cerrado. Según quienes la oyeron, nadie puede pasar.",
        "el puente está cerrado ← Quienes la conocen",
        "nadie puede pasar ← quienes la oyeron (adjunct)",
    ),
    en("who feels it", "Residents were frustrated that the bridge stayed shut.", "the bridge stayed shut ← Residents"),
    es(
        "the latter before a predicate",
        "El comité cree que el ministro cederá. Este último, por el contrario, está convencido de que la obra sirve.",
        "el ministro cederá ← El comité",
        "la obra sirve ← Este último",
    ),
    es(
        "a source, and no investigation, asks for something",
        "Una fuente cercana a la investigación, que pidió no ser citada, reveló que el puente está cerrado.",
        "no ser citada ← Una fuente cercana a la investigación",
        "el puente está cerrado ← Una fuente cercana a la investigación",
    ),
    es(
        "initials in brackets before a cue of several words",
        "La Agencia Popular del Estuario (APE) dio a conocer que el puente está cerrado.",
        "el puente está cerrado ← La Agencia Popular del Estuario (APE)",
    ),
    es(
        "a rule that something follows is no source",
        "Ana Soto reiteró que el capitán actuó conforme al protocolo.",
        "el capitán actuó conforme al protocolo ← Ana Soto",
    ),
    es(
        "who has an opinion behind its cue",
        "Las nuevas máquinas, opina el alcalde, “no tienen enemigo, tienen horario”.",
        "no tienen enemigo, tienen horario ← el alcalde",
    ),
    es(
        "desde and a plural ending",
        "Los pescadores volcarán leche.\n\nDesde el Ministerio de Pesca aseguraron que hay pan. “Es grave”, dijeron.",
        "hay pan ← el Ministerio de Pesca",
        "Es grave ← el Ministerio de Pesca",
    ),
    en(
        "an apposition makes a person",
        "The scheduler, Pauline Frey, said that the list is closed. She got one reply, she testified.",
        "the list is closed ← The scheduler, Pauline Frey",
        "She got one reply ← The scheduler, Pauline Frey",
    ),
    es(
        "se within a quotation",
        "Ana Soto habló poco. “Alguien se equivocó”, dijo en el puerto.",
        "Alguien se equivocó ← Ana Soto",
    ),
    en(
        "named behind a colon",
        "The paper names its source: Tomas Reyl, a former governor. He says the bridge is closed.",
        "the bridge is closed ← Tomas Reyl, a former governor",
    ),
]


@table(COREFERENCE)
def test_coreference(case):
    check(case)


@pytest.mark.parametrize(
    ("language", "text", "name", "aliases"),
    [
        (
            "es",
            "La ministra Ana Soto dijo que el puente está cerrado. Soto añadió que nadie puede pasar.",
            "La ministra Ana Soto",
            {"Soto"},
        ),
        (
            "en",
            "The Estuary News Agency (ENA) reported that the ferry capsized. ENA added that nobody was hurt.",
            "The Estuary News Agency (ENA)",
            {"ENA"},
        ),
    ],
)
def test_a_source_has_one_entry_with_its_fullest_name(language, text, name, aliases):
    (source,) = segun.analyze(text, language=language).sources
    assert (source.name, set(source.aliases)) == (name, aliases)
    assert [span.of(text) for span in source.mentions] == [name, *aliases]


@pytest.mark.parametrize(
    ("language", "text", "kind"),
    [
        ("es", "Ana Soto dijo que el puente está cerrado.", "person"),
        ("en", "Ann Marsh said that the bridge is closed.", "person"),
        ("es", "El ministro dijo que el puente está cerrado.", "person"),
        ("en", "The minister said that the bridge is closed.", "person"),
        ("es", "La agencia Marea dijo que el puente está cerrado.", "organisation"),
        ("en", "The Tide agency said that the bridge is closed.", "organisation"),
        ("es", "El ministerio dijo que el puente está cerrado.", "organisation"),
        ("en", "The ministry said that the bridge is closed.", "organisation"),
        ("es", "El informe dice que el puente está cerrado.", "document"),
        ("en", "The report says that the bridge is closed.", "document"),
        ("es", "Los vecinos dicen que el puente está cerrado.", "group"),
        ("en", "Residents say that the bridge is closed.", "group"),
        ("es", "Una fuente dijo que el puente está cerrado.", "unnamed"),
        ("en", "Sources said that the bridge is closed.", "unnamed"),
        ("es", "Fuentes del ministerio dijeron que el puente está cerrado.", "unnamed"),
        ("en", "A ministry source said that the bridge is closed.", "unnamed"),
    ],
)
def test_kind(language, text, kind):
    (source,) = segun.analyze(text, language=language).sources
    assert source.kind == kind


@pytest.mark.parametrize("article", ["la", "una", ""])
def test_a_noun_that_lost_its_article_means_who_was_named(article):
    """So it does where a translation drops the article; one that is new has *una*."""
    who = f"{article} escritora".strip()
    text = f"Inés Quiroga presentó su novela en Alba. Ayer {who} dijo que el premio está vendido."
    said = segun.analyze(text, language="es", places=False)
    (claim,) = (claim for claim in said.claims if claim.relays)
    found = said.source(claim.relays[0].source or "")
    assert ("Inés Quiroga" in (found.name, *found.aliases)) == (article != "una")


@pytest.mark.parametrize("accented", [True, False], ids=["accented", "accents stripped"])
def test_accents_change_nothing(accented):
    text = "Según informó la policía, el ferry volcó. La jueza ordenó cerrar el puerto. Está cerrado, dijo Ana Soto."
    plain = text.translate(str.maketrans("áéíóú", "aeiou"))
    analysis = segun.analyze(text if accented else plain, language="es")
    whole = segun.analyze(text, language="es")
    assert [c.spans for c in analysis.claims] == [c.spans for c in whole.claims]
    assert [[r.source_spans for r in c.relays] for c in analysis.claims] == [
        [r.source_spans for r in c.relays] for c in whole.claims
    ]
