"""Factuality, speech act and condition of single claims."""

from __future__ import annotations

import pytest

import segun

FACTUALITY = [
    ("es", "Ana Soto dijo que el puente está cerrado.", "CT+"),
    ("en", "Ann Marsh said that the bridge is closed.", "CT+"),
    ("es", "Ana Soto dijo que el puente no está cerrado.", "CT-"),
    ("en", "Ann Marsh said that the bridge is not closed.", "CT-"),
    ("en", "Ann Marsh said that nobody crossed the bridge.", "CT-"),
    ("es", "Ana Soto dijo que nadie cruzó el puente.", "CT-"),
    ("es", "Ana Soto dijo que ninguno de los barcos podrá cruzar.", "PR-"),
    ("en", "Ann Marsh said that nobody's field would go dry.", "PR-"),
    ("es", "Ana Soto dijo que nadie puede negar el hecho.", "CT-"),
    ("es", "Ana Soto advirtió que, si los vecinos siguen ahí, la obra podría parar.", "PS+"),
    ("es", "El grupo afirmo que no atacara a las columnas.", "PR-"),
    ("es", "Ana Soto alega que Luis debe 740 coronas.", "CT+"),
    ("en", "Drivers were told by the regional office that the road would close at noon.", "PR+"),
    ("es", "Conforme al Tratado de Lodos, el país podrá cerrar el río.", "Uu"),
    ("es", "Ana Soto negó que el puente estuviera cerrado.", "CT-"),
    ("en", "Ann Marsh denied that the bridge was closed.", "CT-"),
    ("es", "Ana Soto negó que el puente no estuviera cerrado.", "CT+"),
    ("en", "Ann Marsh denied that the bridge was not closed.", "CT+"),
    ("es", "Ana Soto dijo que el puente no solo está cerrado, sino en ruinas.", "CT+"),
    ("en", "Ann Marsh said that the bridge is not only closed but in ruins.", "CT+"),
    ("es", "Ana Soto cree que el puente está cerrado.", "PR+"),
    ("en", "Ann Marsh believes that the bridge is closed.", "PR+"),
    ("es", "Ana Soto dijo que el puente cerrará en mayo.", "PR+"),
    ("en", "Ann Marsh said that the bridge will close in May.", "PR+"),
    ("es", "Ana Soto dijo que el puente no cerrará en mayo.", "PR-"),
    ("en", "Ann Marsh said that the bridge will not close in May.", "PR-"),
    ("es", "Ana Soto dijo que el puente va a cerrar en mayo.", "PR+"),
    ("en", "Ann Marsh said that the bridge is going to close in May.", "PR+"),
    ("es", "Ana Soto dijo que el puente probablemente está cerrado.", "PR+"),
    ("en", "Ann Marsh said that the bridge is probably closed.", "PR+"),
    ("es", "Ana Soto dijo que el puente podría caer.", "PS+"),
    ("en", "Ann Marsh said that the bridge could fall.", "PS+"),
    ("es", "Ana Soto dijo que quizás el puente está cerrado.", "PS+"),
    ("en", "Ann Marsh said that perhaps the bridge is closed.", "PS+"),
    ("en", "Ann Marsh said that the bridge may not be safe.", "PS-"),
    ("es", "Ana Soto dijo que el puente podría no ser seguro.", "PS-"),
    ("en", "Ann Marsh said that the bridge cannot be crossed.", "CT-"),
    ("es", "La jueza ordenó cerrar el puente.", "Uu"),
    ("en", "The judge ordered that the bridge be closed.", "Uu"),
    ("es", "Ana Soto pidió que el puente se cierre.", "Uu"),
    ("en", "Ann Marsh demanded that the bridge be closed.", "Uu"),
    ("es", "Ana Soto preguntó si el puente está cerrado.", "Uu"),
    ("en", "Ann Marsh asked whether the bridge is closed.", "Uu"),
    ("es", "«¿Está cerrado el puente?», dijo Ana Soto.", "Uu"),
    ("en", '"Is the bridge closed?" Ann Marsh said.', "Uu"),
    ("es", "«Cierren el puente», dijo Ana Soto.", "Uu"),
    ("en", '"Close the bridge," Ann Marsh said.', "Uu"),
    ("es", "«El puente está cerrado», dijo Ana Soto.", "CT+"),
    ("en", '"The bridge is not closed," Ann Marsh said.', "CT-"),
    ("es", "El tratado establece que cada parte retirará sus tropas.", "Uu"),
    ("en", "The treaty stipulates that each side will withdraw.", "Uu"),
    ("es", "Ana Soto prometió cerrar el puente.", "PR+"),
    ("en", "Ann Marsh promised to close the bridge.", "PR+"),
    ("en", "Ann Marsh promised not to close the bridge.", "PR-"),
    ("es", "Ana Soto prometió no cerrar el puente.", "PR-"),
    ("es", "Ana Soto duda que el puente esté cerrado.", "PR-"),
    ("en", "Ann Marsh doubts that the bridge is closed.", "PR-"),
    ("es", "El fiscal no descarta que hubiera un incendio.", "PS+"),
    ("es", "El fiscal admite que hubo un incendio.", "CT+"),
    ("es", "El fiscal no cree que hubiera un incendio.", "PR-"),
    ("en", "The prosecutor does not believe that there was a fire.", "PR-"),
    ("es", "Los vecinos temen que la presa ceda.", "PS+"),
    ("en", "Residents fear that the dam will burst.", "PS+"),
    ("es", "Al parecer, la presa cedió, dijo Ana Soto.", "PR+"),
    ("en", "The dam would have burst, Ann Marsh said.", "PR+"),
    ("es", "Según Radio Marea, el capitán habría bebido.", "PR+"),
    ("es", "La ministra anunció el cierre de la mina.", "CT+"),
    ("en", "The minister denied the closure of the mine.", "CT-"),
    ("es", "Según Radio Marea, nunca hubo tropas en el valle.", "CT-"),
    ("en", "According to Radio Tide, there were never troops in the valley.", "CT-"),
]

SPEECH_ACTS = [
    ("es", "Ana Soto dijo que el puente está cerrado.", "assert"),
    ("en", "Ann Marsh said that the bridge is closed.", "assert"),
    ("es", "Ana Soto negó que el puente estuviera cerrado.", "deny"),
    ("en", "Ann Marsh denied that the bridge was closed.", "deny"),
    ("es", "Ana Soto prometió que el puente abrirá.", "promise"),
    ("en", "Ann Marsh promised that the bridge would open.", "promise"),
    ("es", "La jueza ordenó cerrar el puente.", "order"),
    ("en", "The judge ordered that the bridge be closed.", "order"),
    ("es", "El sindicato pidió que se cierre el puente.", "request"),
    ("en", "The union demanded that the bridge be closed.", "request"),
    ("es", "El gobierno amenazó con cerrar el puente.", "threaten"),
    ("en", "The government threatened to close the bridge.", "threaten"),
    ("es", "La ley prohíbe cerrar el puente.", "stipulate"),
    ("en", "The treaty stipulates that the bridge stays open.", "stipulate"),
    ("es", "Para Ana Soto, la obra es un error.", "evaluate"),
    ("en", "Ann Marsh called the bridge a disgrace.", "evaluate"),
    ("es", "Ana Soto calificó la obra de chapuza.", "evaluate"),
    ("en", "Ann Marsh thinks that the bridge is ugly.", "evaluate"),
    ("es", "Ana Soto preguntó si el puente está cerrado.", "ask"),
    ("en", "Ann Marsh asked whether the gate is open.", "ask"),
    ("es", "Los geólogos prevén que la ladera cederá.", "predict"),
    ("en", "Geologists predict that the slope will give way.", "predict"),
    ("es", "Ana Soto dijo que el puente cerrará en mayo.", "predict"),
    ("en", "Ann Marsh said that the bridge will close in May.", "predict"),
    ("es", "«Cerraremos el puente», dijo Ana Soto.", "promise"),
    ("en", '"We will close the bridge," Ann Marsh said.', "promise"),
    ("es", "«¿Está cerrado el puente?», dijo Ana Soto.", "ask"),
    ("en", '"Is the bridge closed?" Ann Marsh said.', "ask"),
    ("es", "«Cierren el puente», dijo Ana Soto.", "request"),
    ("en", '"Close the bridge," Ann Marsh said.', "request"),
]

CONDITIONS = [
    ("es", "Ana Soto dijo que el puente cerrará si el río crece.", "si el río crece"),
    ("en", "Ann Marsh said that the bridge will close if the river rises.", "if the river rises"),
    ("es", "Ana Soto dijo que, si el río crece, el puente cerrará.", "si el río crece"),
    ("en", "Ann Marsh said that if the river rises, the bridge will close.", "if the river rises"),
    ("es", "Ana Soto dijo que el puente cerrará en caso de que el río crezca.", "en caso de que el río crezca"),
    ("es", "El tratado obliga a avisar en caso de ataque.", "en caso de ataque"),
    ("en", "Ann Marsh said that the bridge will close unless the river falls.", "unless the river falls"),
    ("es", "Ana Soto dijo que el puente cerrará a menos que el río baje.", "a menos que el río baje"),
    ("en", "Ann Marsh said that the bridge will close in the event of a flood.", "in the event of a flood"),
    ("es", "Si el río crece, el puente cerrará, dijo Ana Soto.", "Si el río crece"),
    ("en", "If the river rises, the bridge will close, Ann Marsh said.", "If the river rises"),
    ("es", "Ana Soto dijo que el puente está cerrado.", None),
    ("en", "Ann Marsh said that the bridge is closed.", None),
    ("es", "Ana Soto preguntó si el puente está cerrado.", None),
    ("en", "Ann Marsh asked if the bridge is closed.", None),
]

IMPERATIVE = "imperative in direct speech counts as an assertion"
FAILS: dict[str, str] = {
    "«Cierren el puente», dijo Ana Soto.": IMPERATIVE,
    "Para Ana Soto, la obra es un error.": "an opinion counts as an assertion",
    "«Cerraremos el puente», dijo Ana Soto.": "first person in the future is no promise",
}
"""The texts on which the program is still wrong, each with the class of the error."""


def table(rows):
    return pytest.mark.parametrize(
        ("language", "text", "expected"),
        [
            pytest.param(*row, marks=[pytest.mark.xfail(strict=True, reason=FAILS[row[1]])] if row[1] in FAILS else [])
            for row in rows
        ],
    )


def the_claim(language, text):
    """Return the one claim that somebody is the source of."""
    (claim,) = (c for c in segun.analyze(text, language=language).claims if c.relays)
    return claim


@table(FACTUALITY)
def test_factuality(language, text, expected):
    assert the_claim(language, text).factuality == expected


@table(SPEECH_ACTS)
def test_speech_act(language, text, expected):
    assert the_claim(language, text).speech_act == expected


@table(CONDITIONS)
def test_condition(language, text, expected):
    condition = the_claim(language, text).condition
    assert (condition.of(text) if condition else None) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Ana Soto no dijo que el puente estuviera cerrado."),
        ("en", "Ann Marsh did not say that the bridge was closed."),
        ("en", "Ann Marsh never said that the bridge was closed."),
    ],
)
def test_what_somebody_did_not_say_is_no_commitment(language, text):
    values = [c.factuality for c in segun.analyze(text, language=language).claims if c.relays]
    assert values in ([], ["Uu"])
