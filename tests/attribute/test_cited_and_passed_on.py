"""Who passes on whose words: citations in all their places, what points back to a sentence, what agencies write."""

from __future__ import annotations

from .table import check, en, es, table

CITED = [
    es(
        "a gerund between cue and conjunction",
        "El portal Faro informó, citando a la alcaldesa Sara Rey, que el muelle se hunde.",
        "el muelle se hunde ← El portal Faro › la alcaldesa Sara Rey",
    ),
    es(
        "a gerund behind the outlet",
        "El muelle se hunde, informó la cadena Faro citando al buzo Leo Paz.",
        "El muelle se hunde ← la cadena Faro › buzo Leo Paz",
    ),
    es(
        "a phrase behind the outlet",
        "El muelle se hunde, informó la cadena Faro con referencia a Sara Rey.",
        "El muelle se hunde ← la cadena Faro › Sara Rey",
    ),
    es(
        "speech behind a colon",
        "Radio Faro citó al buzo: “El muelle se hunde sin remedio”.",
        "El muelle se hunde sin remedio ← Radio Faro › buzo",
    ),
    es(
        "somebody's words that are spread",
        "Radio Faro difundió unas palabras del alcalde: “El muelle se hunde sin remedio”.",
        "El muelle se hunde sin remedio ← Radio Faro › alcalde",
    ),
    es(
        "words of the outlet's own, in a note for the press",
        "La naviera difundió una nota de prensa: “El muelle se hunde sin remedio”.",
        "El muelle se hunde sin remedio ← La naviera",
    ),
    es(
        "a verb of citing behind the speech",
        "«El muelle se hunde sin remedio», cita la agencia Faro al buzo.",
        "El muelle se hunde sin remedio ← la agencia Faro › buzo",
    ),
    es(
        "an outlet that names its sources within its cue",
        "Radio Faro afirma, según fuentes del puerto, que el muelle se hunde.",
        "el muelle se hunde ← Radio Faro › fuentes del puerto",
    ),
    es(
        "somebody else's words in an outlet",
        "El buzo afirma, según Radio Faro, que el muelle se hunde.",
        "El buzo afirma … que el muelle se hunde ← Radio Faro (adjunct)",
        "el muelle se hunde ← Radio Faro › El buzo",
    ),
    es(
        "whom a verb tells is none of its subject's name",
        "«El muelle se hunde sin remedio», aseguró el buzo a Radio Faro.",
        "El muelle se hunde sin remedio ← el buzo",
    ),
    es(
        "what a candidate seeks is of their name",
        "«El muelle se hunde sin remedio», aseguró el candidato al Senado.",
        "El muelle se hunde sin remedio ← el candidato al Senado",
    ),
    es(
        "what somebody does of whom an agency tells",
        "FARO informó que la alcaldesa ordenó sellar el muelle y prometió pagar la obra.",
        "la alcaldesa ordenó sellar el muelle y prometió pagar la obra ← FARO",
        "sellar el muelle ← FARO › la alcaldesa",
        "pagar la obra ← FARO › la alcaldesa",
    ),
    en(
        "as saying, behind the speech",
        "“The pier will sink by spring,” Radio Foam quoted diver Leo Pace as saying.",
        "The pier will sink by spring ← Radio Foam › diver Leo Pace",
    ),
    en(
        "as saying, behind a clause",
        "The pier will sink by spring, the Foam agency quoted diver Leo Pace as saying.",
        "The pier will sink by spring ← the Foam agency › diver Leo Pace",
    ),
    en(
        "a participle between cue and conjunction",
        "Radio Foam said, citing Harbour Minister Sara Reed, that the pier will sink.",
        "the pier will sink ← Radio Foam › Harbour Minister Sara Reed",
    ),
    en(
        "a message that is aired",
        "Radio Foam aired a message from a union leader: “The pier will sink by spring.”",
        "The pier will sink by spring ← Radio Foam › a union leader",
    ),
]
BACK = [
    es(
        "about this an agency informs",
        "El muelle se hundió. Sobre esto informa la agencia Faro.",
        "El muelle se hundió ← la agencia Faro (adjunct)",
    ),
    es("of this", "El muelle se hundió. De ello informó la alcaldesa.", "El muelle se hundió ← la alcaldesa (adjunct)"),
    es(
        "this was declared by",
        "El muelle se hundió. Esto fue declarado por la alcaldesa Rey.",
        "El muelle se hundió ← la alcaldesa Rey (adjunct)",
    ),
    es(
        "an agency informs it",
        "El muelle se hundió. Lo informa la agencia Faro.",
        "El muelle se hundió ← la agencia Faro (adjunct)",
    ),
    es("somebody is reported", "El ladrón huyó. Lo denunció una vecina."),
    es(
        "so it is told in a document",
        "El muelle se hundió. Así se indica en el acta del puerto.",
        "El muelle se hundió ← el acta del puerto (adjunct)",
    ),
]
WRITTEN = [
    es(
        "who speaks, with a name, at the end of a sentence",
        "El muelle se hundió, según la jefa de obras, Sara Rey.",
        "El muelle se hundió ← la jefa de obras, Sara Rey (adjunct)",
    ),
    es(
        "a name, with what it is, at the end of a sentence",
        "El muelle se hundió, según Sara Rey, jefa de obras.",
        "El muelle se hundió ← Sara Rey, jefa de obras (adjunct)",
    ),
    en(
        "who speaks, with a name, at the end of a sentence",
        "The pier has sunk, according to the mayor, Sara Reed.",
        "The pier has sunk ← the mayor, Sara Reed (adjunct)",
    ),
    es(
        "a post named before a colon",
        "La alcaldesa informó en su canal de Telegram: el muelle está cerrado.",
        "el muelle está cerrado ← La alcaldesa",
    ),
    es(
        "what is spoken of before a colon",
        "La alcaldesa habló de dos problemas: el muelle está cerrado y no hay luz.",
    ),
    es(
        "a capital for who speaks in it",
        "En Altavia aseguran que el muelle es suyo.",
        "el muelle es suyo ← Altavia",
    ),
    es(
        "a cue that is taken for a noun",
        "La ONG denuncia que habrían sido talados cien robles.",
        "habrían sido talados cien robles ← La ONG",
    ),
    es(
        "doubts of a body with an adjective",
        "La industria química duda de que el plomo venga de sus hornos.",
        "el plomo venga de sus hornos ← La industria química",
    ),
    es(
        "an opinion without its preposition",
        "El síndico expresó la opinión que la veda terminará en mayo.",
        "la veda terminará en mayo ← El síndico",
    ),
    es(
        "attention that is drawn to something",
        "La bióloga llamó la atención a que el río crece.",
        "el río crece ← La bióloga",
    ),
    es(
        "where somebody spoke is none of their name",
        "La geóloga Ada Lux, en una entrevista con Radio Faro, calificó el muelle de ruina.",
        "el muelle de ruina ← La geóloga Ada Lux",
    ),
    es(
        "somebody with an apposition in an inserted clause",
        "El muelle, aseguró la jefa de obras, Sara Rey, estará cerrado hasta mayo.",
        "El muelle … estará cerrado hasta mayo ← la jefa de obras, Sara Rey",
    ),
    es(
        "a subject that looks like an object in an inserted clause",
        "El muelle, denunció el alcalde de Faro, estará cerrado hasta mayo.",
        "El muelle … estará cerrado hasta mayo ← el alcalde de Faro",
    ),
    en(
        "a particle before the conjunction",
        "The board pointed out that the pier had sunk.",
        "the pier had sunk ← The board",
    ),
    en(
        "a cue at the end that is taken for a noun",
        "The strike has cost the port twelve million, the chamber of commerce estimates.",
        "The strike has cost the port twelve million ← the chamber of commerce",
    ),
    en(
        "an outlet without an article",
        "The pier has sunk, state news agency FOAM reported.",
        "The pier has sunk ← state news agency FOAM",
    ),
    en(
        "a subject that looks like an apposition",
        "Troops hold the pier, the mayor of Faro said, according to Radio Foam.",
        "Troops hold the pier, the mayor of Faro said ← Radio Foam (adjunct)",
        "Troops hold the pier ← Radio Foam › the mayor of Faro",
    ),
    en(
        "some of those that an adjective names",
        "One of the wounded said the pier sank.",
        "the pier sank ← One of the wounded",
    ),
    en(
        "a relative clause behind a copula",
        "Among the guests were two divers, who said that the pier would sink.",
        "the pier would sink ← two divers … who",
    ),
]


@table(CITED)
def test_cited(case):
    check(case)


@table(BACK)
def test_what_points_back_to_a_sentence(case):
    check(case)


@table(WRITTEN)
def test_as_agencies_write(case):
    check(case)
