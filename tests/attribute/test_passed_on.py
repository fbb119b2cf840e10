"""Who passes on what somebody said: agencies, newspapers and stations inside a sentence, or at its end."""

from __future__ import annotations

from .table import check, en, es, table

PASSED_ON = [
    en(
        "what an agency carried",
        "President Olan Merrick, in remarks carried by Vesta News, vowed that every truck would be searched.",
        "President Olan Merrick … vowed that every truck would be searched ← Vesta News (adjunct)",
        "every truck would be searched ← Vesta News › President Olan Merrick",
    ),
    en(
        "what a station broadcast",
        "The minister, in an interview broadcast by Channel Six, denied that any bridge had fallen.",
        "The minister … denied that any bridge had fallen ← Channel Six (adjunct)",
        "any bridge had fallen ← Channel Six › The minister",
    ),
    es(
        "lo que recogió una agencia",
        "El presidente Olan Merrick, en declaraciones recogidas por la agencia Vesta, prometió que habrá pan.",
        "El presidente Olan Merrick … prometió que habrá pan ← la agencia Vesta (adjunct)",
        "habrá pan ← la agencia Vesta › El presidente Olan Merrick",
    ),
    es(
        "una carta firmada no la pasa nadie",
        "La alcaldesa, en una carta firmada por la junta, pidió que se abra el molino.",
        "se abra el molino ← La alcaldesa",
    ),
]


@table(PASSED_ON)
def test_who_passed_on_what_somebody_said(case):
    check(case)


CLOSING = [
    es(
        "el diario que lo recoge",
        "La barca volverá el lunes, recoge el diario Alba.",
        "La barca volverá el lunes ← el diario Alba",
    ),
    es(
        "lo que alguien dijo",
        "El ministro prometió que la barca volverá, recogió la agencia Vesta.",
        "El ministro prometió que la barca volverá ← la agencia Vesta",
        "la barca volverá ← la agencia Vesta › El ministro",
    ),
    es("quien recoge otra cosa", "Cuando la barca vuelve, recoge el barrendero las hojas."),
    es(
        "en un escrito se lee",
        "En la nota se lee que la junta se reunirá el jueves.",
        "la junta se reunirá el jueves ← la nota (document)",
    ),
]


@table(CLOSING)
def test_who_has_it_at_the_end(case):
    check(case)


INSERTED = [
    es(
        "entre el sujeto y su verbo, en plural",
        "El gobernador, aseguran fuentes del Centro, no puede dimitir.",
        "El gobernador … no puede dimitir ← fuentes del Centro",
    ),
    es(
        "un nombre solo",
        "El ministro, concluye Lanta, dio orden de que se abra el puerto.",
        "El ministro … dio orden de que se abra el puerto ← Lanta",
        "se abra el puerto ← Lanta › El ministro",
    ),
    es(
        "quien cita a muchos no es quien habla en plural",
        "Fuentes de la Cancillería citadas por El Faro aseguran que el barco iba vacío.",
        "el barco iba vacío ← El Faro › Fuentes de la Cancillería",
    ),
    es(
        "una aposición no habla de lo que sigue",
        "Ana Soto, alcaldesa de Faro, aseguró ayer que el puente es seguro.",
        "el puente es seguro ← Ana Soto, alcaldesa de Faro",
    ),
]


@table(INSERTED)
def test_a_cue_and_its_speaker_between_a_subject_and_its_verb(case):
    check(case)
