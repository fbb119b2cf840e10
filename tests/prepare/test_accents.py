from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun.prepare.accents import restore
from segun.prepare.paragraphs import paragraphs

PLAIN = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")
ACCENTED = """\
Según informó ayer la ministra de Educación, Rocío Peñalver, el plan de becas llegará a más de doce mil estudiantes. \
«Todavía no está cerrado», advirtió. La oposición, que pidió su dimisión, respondió que la decisión fue un error."""
WORDS = st.sampled_from(
    ["segun", "Segun", "SEGUN", "esta", "termino", "informo", "más", "año", "solo", "que", "el", "mas"]
)


def past(word: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(strict=True, reason=f"frequency alone makes a past tense of a noun or {word}")


def restored(text: str, language: str = "es") -> str:
    return restore(text, language, paragraphs(text))


@given(st.lists(st.one_of(st.text(max_size=8), WORDS), max_size=30).map(" ".join))
def test_length_is_kept_and_nothing_but_accents_changes(text):
    after = restored(text)
    assert len(after) == len(text)
    assert after.translate(PLAIN) == text.translate(PLAIN)


@pytest.mark.parametrize(
    ("plain", "accented"),
    [
        ("Segun la policia, el ferry volco.", "Según la policía, el ferry volcó."),
        ("La ministra informo que el tren llegara tarde.", "La ministra informó que el tren llegará tarde."),
        ("SEGUN LA POLICIA", "SEGÚN LA POLICÍA"),
        ("Anuncio que el puente esta cerrado.", "Anunció que el puente está cerrado."),
        ("El alcalde nego tambien que hubiera mas heridos.", "El alcalde negó también que hubiera más heridos."),
        ("El general afirmo que la situacion es critica.", "El general afirmó que la situación es crítica."),
        ("El anuncio de la empresa sorprendio.", "El anuncio de la empresa sorprendió."),
        ("Esta casa es vieja.", "Esta casa es vieja."),
        ("Si llueve, el rio crece.", "Si llueve, el río crece."),
        pytest.param(
            "El puente estaba lleno de niños.", "El puente estaba lleno de niños.", marks=past("adjective: lleno")
        ),
        ("El alcalde informo que el plan no esta claro.", "El alcalde informó que el plan no está claro."),
        ("La jueza nego el cargo y agrego que apelara.", "La jueza negó el cargo y agregó que apelará."),
        ("Un reciente estudio que circula asusta.", "Un reciente estudio que circula asusta."),
        ("¿Que paso? ¿Quien lo vio?", "¿Qué paso? ¿Quién lo vio?"),
        ("Segun el, faltan 3.000 vacunas.", "Según él, faltan 3.000 vacunas."),
        ("Votaron contra el 8 % del plan.", "Votaron contra el 8 % del plan."),
        ("La salud publica pide un numero de medico.", "La salud pública pide un número de médico."),
        ("El diario publica que aun no hay acuerdo.", "El diario publica que aún no hay acuerdo."),
        ("Dijo que esta medida es dura.", "Dijo que esta medida es dura."),
        ("El orden publico en la plaza se rompio.", "El orden público en la plaza se rompió."),
        ("Creo que ya se dio la orden.", "Creo que ya se dio la orden."),
        ("Como informo la agencia, esta cerrado.", "Como informó la agencia, está cerrado."),
        ("Como informo a diario, duermo.", "Como informo a diario, duermo."),
        ("Lo dice la RIA en su pagina.", "Lo dice la RIA en su página."),
        ("La jueza anadio que este ano no habra campana.", "La jueza añadió que este año no habrá campaña."),
        ("La jueza añade que suena una campana.", "La jueza añade que suena una campana."),
    ],
)
def test_words_without_their_accents(plain, accented):
    assert restored(plain) == accented


@pytest.mark.xfail(strict=True, reason="esta before an adjective that is no participle stays a demonstrative")
def test_esta_before_an_adjective():
    assert (
        restored("El hospital esta lleno y vacio esta el puerto.") == "El hospital está lleno y vacío está el puerto."
    )


def test_accented_text_is_unharmed():
    assert restored(ACCENTED) == ACCENTED


@pytest.mark.parametrize(
    ("plain", "accented"),
    [
        (
            "Según Gil, el alcalde aseguro que el faro está roto.",
            "Según Gil, el alcalde aseguró que el faro está roto.",
        ),
        ("“El faro está roto”, afirmo el técnico.", "“El faro está roto”, afirmó el técnico."),
        ("Después Lumen anuncio el cierre del jardín.", "Después Lumen anunció el cierre del jardín."),
        ("“Aseguro que el faro está roto”, dijo según Gil.", "“Aseguro que el faro está roto”, dijo según Gil."),
        ("Yo aseguro que el faro está roto, según él.", "Yo aseguro que el faro está roto, según él."),
        ("Según el anuncio que leyó, está roto.", "Según el anuncio que leyó, está roto."),
    ],
)
def test_a_past_without_its_accent_among_words_that_have_theirs(plain, accented):
    assert restored(plain) == accented


def test_most_accents_of_a_text_come_back():
    wanted = [at for at, c in enumerate(ACCENTED) if c in "áéíóú"]
    after = restored(ACCENTED.translate(PLAIN))
    assert sum(after[at] == ACCENTED[at] for at in wanted) >= 0.9 * len(wanted)


@pytest.mark.xfail(strict=True, reason="frequency alone makes a past tense of a noun or name: Roció")
def test_a_name_gets_the_accent_of_the_name():
    assert restored("La ministra de Pesca, Rocio Amor, dimitio.") == "La ministra de Pesca, Rocío Amor, dimitió."


def test_each_paragraph_is_judged_for_itself():
    text = f"{ACCENTED}\nEl alcalde informo que el plan no esta claro."
    first, second = restored(text).split("\n")
    assert first == ACCENTED
    assert second == "El alcalde informó que el plan no está claro."


def test_what_lies_between_the_paragraphs_stays():
    text = "\n  Segun ella\r\n\r\n\testa cerrado \n"
    assert restored(text) == "\n  Según ella\r\n\r\n\testá cerrado \n"


def test_a_language_without_accents_keeps_its_text():
    assert restored("Segun la policia", "en") == "Segun la policia"
