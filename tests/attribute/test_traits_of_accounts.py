"""What is told of a sentence behind an attribution, by which it is judged whether it carries the account on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from segun.attribute.judging import Judge, Weights
from segun.model import Report, Span
from segun.pipeline import analyze


class Noting(Judge):
    """Carries every account on, and notes the traits of each sentence that it was asked about."""

    def __init__(self, text: str) -> None:
        super().__init__(Weights({}, {}))
        self.text = text
        self.traits: dict[str, Sequence[str]] = {}

    def carries_on(self, sentences: Sequence[tuple[Span, Sequence[str]]]) -> float:
        """Note the traits of the first sentence."""
        span, traits = sentences[0]
        self.traits[span.of(self.text)] = traits
        return 3.0


def traits(language: str, text: str) -> dict[str, Sequence[str]]:
    judge = Noting(text)
    analyze(Report("test", text, language=language), judge=judge)
    return judge.traits


HOLDS = [
    ("es", "La alcaldesa dijo que el molino ardió.", "Llevaban meses sin luz.", "its subject cannot be the source"),
    ("en", "The mayor said the mill burned down.", "They had no light for months.", "its subject cannot be the source"),
    ("en", "Her deputy said the mill burned down.", "He had no light for months.", "its subject only points"),
    ("en", "The mayor said the mill burned down.", "Nobody was hurt.", "an indefinite pronoun is its subject"),
    ("es", "La alcaldesa dijo que el molino ardió.", "Nadie salió herido.", "denies"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El jueves cayó granizo en el valle.", "names a day"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El viento llegó del norte.", "the tense of what it said"),
    ("en", "My cousin said the mill burned down.", "The owner cried.", "the report says I"),
    ("es", "La alcaldesa dijo que el molino ardió.\n\n", "El viento llegó.", "new paragraph after people"),
    ("es", "La alcaldesa dijo que el molino ardió.\n\n", "El viento llegó.", "is all of its paragraph"),
    ("es", "El reglamento dispone que nadie pase.", "El viento llegó.", "a rule opened it"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El dueño habría bebido.", "conditional of hearsay"),
    (
        "es",
        "La alcaldesa dijo que el molino ardió.",
        "Así que vayan preparando los cubos.",
        "asks or addresses the reader",
    ),
    ("en", "The mayor predicted that the mill will burn.", "The owner cried.", "a prediction opened it"),
    ("es", "Radio Marea informó que el molino ardió.", "El viento llegó.", "an outlet opened it"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El dueño evitó a la prensa.", "tells of reporters"),
    ("es", "La alcaldesa dijo que Olba ardió.", "Olba tenía un molino.", "takes up a name of the account"),
    ("en", "Ann Marsh ran. She said the mill burned down.", "The owner cried.", "its source is a pronoun"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El viento llegó.", "its subject is definite"),
    ("en", "The mayor said the mill burned down.", "This roof had leaked.", "its subject is pointed at or counted"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El viento llegó y la harina voló.", "joins several clauses"),
    ("en", "The mayor said the mill burned.", "Geese flew when it rained.", "says in a clause when, why or how"),
    ("en", "The mayor said the mill burned down.", "The flour was taken away.", "is in the passive"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El dueño dormía en el granero.", "tells what went on"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El dueño tiene que pagar la harina.", "says what must be"),
    ("en", "The mayor said the mill burned down.", "The owner should pay.", "says what must be"),
    (
        "es",
        "La alcaldesa dijo que el molino ardió.",
        "El dueño les dio harina.",
        "a pronoun in it stands for somebody or something",
    ),
    ("es", "La alcaldesa dijo que el molino ardió.", "El dueño perdió 40 sacos.", "gives a number"),
    ("en", "The mayor said the mill burned.", "It lost 40 sacks and 12 geese.", "gives several numbers"),
    ("es", "La alcaldesa dijo que el molino ardió.", "No dio nombres.", "tells what was not told"),
    ("es", "Una vecina dijo que el molino ardió.", "Que nadie llamó a tiempo.", "begins as a content does"),
    (
        "es",
        "Ana Gil dijo que el molino ardió. Luis Paz dijo que no ardió.",
        "El viento llegó.",
        "at most one other had spoken before it",
    ),
]


@pytest.mark.parametrize(("language", "opening", "sentence", "trait"), HOLDS, ids=lambda value: value)
def test_trait_holds(language, opening, sentence, trait):
    assert trait in traits(language, f"{opening} {sentence}")[sentence]


FAILS = [
    ("en", "Her deputy said the mill burned down.", "He had no light for months.", "its subject cannot be the source"),
    ("es", "Los vecinos dijeron que el molino ardió.", "Llevaban meses sin luz.", "its subject cannot be the source"),
    ("en", "The mayor said the mill burned down.", "Nobody was hurt.", "its subject only points"),
    ("en", "The mayor said: “I saw it burn.”", "The owner cried.", "the report says I"),
    ("en", "The mayor said the mill burned.", "Water has been running inside the mill.", "tells how things are"),
    ("es", "La alcaldesa dijo que el molino ardió.", "Vino el dueño que vendería la harina.", "conditional of hearsay"),
    (
        "es",
        "Ana Gil dijo que el molino ardió. Luis Paz dijo que no ardió. Eva Ros dijo que llovió.",
        "El viento llegó.",
        "at most one other had spoken before it",
    ),
    ("es", "El SPN pidió que abran el molino.", "El viento llegó.", "an outlet opened it"),
    ("es", "La alcaldesa dijo que el molino ardió.", "El viento no llegó.", "tells what was not told"),
]


@pytest.mark.parametrize(("language", "opening", "sentence", "trait"), FAILS, ids=lambda value: value)
def test_trait_does_not_hold(language, opening, sentence, trait):
    assert trait not in traits(language, f"{opening} {sentence}")[sentence]


WITHIN = [
    ("en", "A court filing says a clerk hid the letters.", "The guard asked for the curtains to be drawn."),
    ("en", "A court filing says a clerk hid the letters.", "The mill burned, and the owner forbade questions."),
    ("es", "Un informe asegura que el molino ardió.", "Las cartas se perdieron y el dueño prohibió las preguntas."),
    ("en", "A court filing says a clerk hid the letters.", "The clerk told his wife that a flood had come."),
    ("es", "Un informe asegura que el molinero cerró la puerta.", "El molinero avisó de que venía el río."),
]


class Ending(Noting):
    """Ends every account at once."""

    def carries_on(self, sentences: Sequence[tuple[Span, Sequence[str]]]) -> float:
        """Note the traits of the first sentence."""
        return -super().carries_on(sentences)


@pytest.mark.parametrize("judge", [Noting, Ending])
def test_that_accounts_before_ended_at_once_is_told(judge):
    text = "The mayor said the mill burned. The owner cried. The priest said the bridge fell. It was night."
    noting = judge(text)
    analyze(Report("test", text, language="en"), judge=noting)
    told = "more accounts ended at once before it than carried on"
    assert told not in noting.traits["The owner cried."]
    assert (told in noting.traits["It was night."]) is (judge is Ending)


@pytest.mark.parametrize(("language", "opening", "sentence"), WITHIN, ids=lambda value: value)
def test_account_tells_what_people_without_a_name_ask(language, opening, sentence):
    text = f"{opening} {sentence}"
    found = analyze(Report("test", text, language=language), judge=Noting(text))
    nested = [c for c in found.claims if c.spans[0].start > len(opening) and len(c.relays) == 2]
    assert [c.relays[0].how for c in nested] == ["continued"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Un informe asegura que el molino ardió. La brigada 61 afirmo que el río venía crecido."),
        ("es", "Un informe asegura que el molino ardió. El molinero afirmó que el río venía crecido."),
        ("en", "A court filing says a clerk hid the letters. The owner said that a flood had come."),
    ],
)
def test_somebody_whom_the_account_has_not_told_of_speaks_for_themselves(language, text):
    found = analyze(Report("test", text, language=language), judge=Noting(text))
    assert {len(c.relays) for c in found.claims} == {1}


def test_somebody_with_a_name_speaks_for_themselves():
    text = "A court filing says a clerk hid the letters. Ann Marsh asked for the curtains to be drawn."
    found = analyze(Report("test", text, language="en"), judge=Noting(text))
    assert {len(c.relays) for c in found.claims} == {1}


def test_a_note_in_brackets_is_asked_about_by_nobody():
    asked = traits("en", "The mayor said the mill burned down. [Picture: Q. Marsh] The owner cried.")
    assert set(asked) == {"The owner cried."}


def test_what_is_not_published_opens_no_account():
    assert not traits("es", "El mando no difundió ningún parte. Dos lanchas fueron hundidas.")


def test_an_outlet_on_which_a_clause_stands_opens_an_account():
    asked = traits("es", "El semanario Faro, que cita a un guarda, publicó que el molino ardió. El viento llegó.")
    assert "an outlet opened it" in asked["El viento llegó."]
