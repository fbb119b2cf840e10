from __future__ import annotations

import pytest

from segun import analyze
from segun.anchor.time import times
from segun.model import Report

PUBLISHED = "2025-04-30"  # a Wednesday
STRIPPED = str.maketrans("áéíóúüÁÉÍÓÚÜ", "aeiouuAEIOUU")


def found(text, published):
    return [(each.span.of(text), each.type, each.value) for each in times(text, "es", published)]


RESOLVED = [
    ("Cayó hacia las cinco menos diez.", [("las cinco menos diez", "TIME", "2025-04-30T04:50")]),
    (
        "Abrió a las ocho menos cuarto de la tarde.",
        [("las ocho menos cuarto de la tarde", "TIME", "2025-04-30T19:45")],
    ),
    ("Abrió a las nueve y cuarto.", [("las nueve y cuarto", "TIME", "2025-04-30T09:15")]),
    ("Cerró a las nueve y media.", [("las nueve y media", "TIME", "2025-04-30T09:30")]),
    ("Cerró a las nueve y veinte.", [("las nueve y veinte", "TIME", "2025-04-30T09:20")]),
    ("Empezaron hacia las 01.40.", [("las 01.40", "TIME", "2025-04-30T01:40")]),
    (
        "Cerró a las 04:20 horas de hoy, miércoles 30 de abril, en la vía.",
        [("las 04:20 horas de hoy, miércoles 30 de abril", "TIME", "2025-04-30T04:20")],
    ),
    ("El 28 de abril cerró el puerto.", [("El 28 de abril", "DATE", "2025-04-28")]),
    ("Lo firmaron en diciembre del año pasado.", [("diciembre del año pasado", "DATE", "2024-12")]),
    ("El próximo 3 de mayo habrá feria.", [("El próximo 3 de mayo", "DATE", "2025-05-03")]),
    ("El pasado 3 de mayo hubo feria.", [("El pasado 3 de mayo", "DATE", "2024-05-03")]),
    ("Abrirán hasta el 4 de enero.", [("el 4 de enero", "DATE", "2026-01-04")]),
    ("Llegaron el martes a Vado.", [("el martes", "DATE", "2025-04-29")]),
    ("La alcaldesa viajará el martes a Vado.", [("el martes", "DATE", "2025-05-06")]),
    ("Llegaron el miércoles pasado.", [("el miércoles pasado", "DATE", "2025-04-23")]),
    ("El próximo miércoles salen.", [("El próximo miércoles", "DATE", "2025-05-07")]),
    (
        "Hoy, miércoles, y mañana jueves.",
        [("Hoy, miércoles", "DATE", "2025-04-30"), ("mañana jueves", "DATE", "2025-05-01")],
    ),
    ("Anteayer y pasado mañana.", [("Anteayer", "DATE", "2025-04-28"), ("pasado mañana", "DATE", "2025-05-02")]),
    ("Hace dos semanas ardió el molino.", [("Hace dos semanas", "DATE", "2025-W16")]),
    ("Hace un par de años ardió el molino.", [("Hace un par de años", "DATE", "2023")]),
    ("Ardió cinco años atrás.", [("cinco años atrás", "DATE", "2020")]),
    ("Hace más de treinta y cinco años.", [("Hace más de treinta y cinco años", "DATE", "1990")]),
    (
        "Esta semana y la semana que viene.",
        [("Esta semana", "DATE", "2025-W18"), ("la semana que viene", "DATE", "2025-W19")],
    ),
    ("El fin de semana pasado llovió.", [("El fin de semana pasado", "DATE", "2025-W17-WE")]),
    ("A principios de este año.", [("principios de este año", "DATE", "2025")]),
    ("Cayó en el primer trimestre de este año.", [("el primer trimestre de este año", "DATE", "2025-Q1")]),
    ("El próximo semestre subirá.", [("El próximo semestre", "DATE", "2025-H2")]),
    ("La noche del jueves hubo ruido.", [("La noche del jueves", "TIME", "2025-04-24TNI")]),
    (
        "Anoche hubo ruido; esta mañana, no.",
        [("Anoche", "TIME", "2025-04-29TNI"), ("esta mañana", "TIME", "2025-04-30TMO")],
    ),
    ("Mañana por la tarde saldrá.", [("Mañana por la tarde", "TIME", "2025-05-01TAF")]),
    ("Ocurrió a las 7:38 de la noche del lunes.", [("las 7:38 de la noche del lunes", "TIME", "2025-04-28T19:38")]),
    ("Abre a las tres y media de la tarde.", [("las tres y media de la tarde", "TIME", "2025-04-30T15:30")]),
    (
        "El último verano y este invierno.",
        [("El último verano", "DATE", "2024-SU"), ("este invierno", "DATE", "2025-WI")],
    ),
    ("Será antes de Navidad.", [("Navidad", "DATE", "2025-12-25")]),
    ("El Viernes Santo de 2024 llovió.", [("El Viernes Santo de 2024", "DATE", "2024-03-29")]),
]

WITHOUT_A_DATE = [
    ("El 28 de abril cerró el puerto.", [("El 28 de abril", "DATE", "XXXX-04-28")]),
    ("Lo firmaron en diciembre del año pasado.", [("diciembre del año pasado", "DATE", "XXXX-12")]),
    ("Este miércoles habló.", [("Este miércoles", "DATE", "XXXX-WXX-3")]),
    ("En julio empieza.", [("julio", "DATE", "XXXX-07")]),
    ("Hoy salió; hace dos semanas, no.", [("Hoy", "DATE", None), ("hace dos semanas", "DATE", None)]),
    ("Este año y esta semana.", [("Este año", "DATE", "XXXX"), ("esta semana", "DATE", "XXXX-WXX")]),
    ("La semana que viene abrirá.", [("La semana que viene", "DATE", None)]),
    ("Ayer jueves cerró; hoy abre.", [("Ayer jueves", "DATE", "XXXX-WXX-4"), ("hoy", "DATE", "XXXX-WXX-5")]),
    ("La madrugada de este sábado.", [("La madrugada de este sábado", "TIME", "XXXX-WXX-6TMO")]),
    ("A las 10:30 pm volvió la luz.", [("las 10:30 pm", "TIME", "XXXX-XX-XXT22:30")]),
    ("En Nochebuena y en Semana Santa.", [("Nochebuena", "DATE", "XXXX-12-24"), ("Semana Santa", "DATE", None)]),
]

THE_SAME_EITHER_WAY = [
    (
        "El 4 de marzo de 2019 y en agosto de 2018.",
        [("El 4 de marzo de 2019", "DATE", "2019-03-04"), ("agosto de 2018", "DATE", "2018-08")],
    ),
    (
        "Llegó el 4 de marzo de 2019. Dos días después se fue.",
        [("el 4 de marzo de 2019", "DATE", "2019-03-04"), ("Dos días después", "DATE", "2019-03-06")],
    ),
    (
        "El 31 de diciembre de 2019 nevó y al día siguiente, no.",
        [("El 31 de diciembre de 2019", "DATE", "2019-12-31"), ("al día siguiente", "DATE", "2020-01-01")],
    ),
    ("En 1998 llovió poco; ese año ardió el monte.", [("1998", "DATE", "1998"), ("ese año", "DATE", "1998")]),
    ("Dos días después de la boda.", [("Dos días", "DURATION", "P2D")]),
    (
        "Entre el 5 y el 9 de junio de 2020.",
        [("el 5", "DATE", "2020-06-05"), ("el 9 de junio de 2020", "DATE", "2020-06-09")],
    ),
    ("Entre enero y marzo de 1998.", [("enero", "DATE", "1998-01"), ("marzo de 1998", "DATE", "1998-03")]),
    ("El 3/5/2018 y el 2018-05-04.", [("El 3/5/2018", "DATE", "2018-05-03"), ("el 2018-05-04", "DATE", "2018-05-04")]),
    (
        "El 31 de febrero de 2018 y el 30 de febrero.",
        [("El 31 de febrero de 2018", "DATE", None), ("el 30 de febrero", "DATE", None)],
    ),
    ("El 29 de febrero de 2019 no fue.", [("El 29 de febrero de 2019", "DATE", None)]),
    (
        "Los años ochenta y la década de 1990.",
        [("Los años ochenta", "DATE", "198"), ("la década de 1990", "DATE", "199")],
    ),
    ("El siglo XXI y el siglo IX.", [("El siglo XXI", "DATE", "20"), ("el siglo IX", "DATE", "08")]),
    ("En la primavera de 1986.", [("la primavera de 1986", "DATE", "1986-SP")]),
    ("En mil novecientos noventa y ocho.", [("mil novecientos noventa y ocho", "DATE", "1998")]),
    ("El curso 2018/2019.", [("2018", "DATE", "2018"), ("2019", "DATE", "2019")]),
    ("Tiene 43 años.", [("43 años", "DURATION", "P43Y")]),
    ("Niños de siete y cinco años.", [("siete", "DURATION", "P7Y"), ("cinco años", "DURATION", "P5Y")]),
    ("Durante dos años y tres meses.", [("dos años y tres meses", "DURATION", "P2Y3M")]),
    ("Tres meses y dos meses.", [("Tres meses", "DURATION", "P3M"), ("dos meses", "DURATION", "P2M")]),
    ("Media hora, año y medio.", [("Media hora", "DURATION", "PT30M"), ("año y medio", "DURATION", "P1Y6M")]),
    (
        "Los últimos meses y varias horas.",
        [("Los últimos meses", "DURATION", "PXM"), ("varias horas", "DURATION", "PTXH")],
    ),
    ("Las próximas dos semanas.", [("Las próximas dos semanas", "DURATION", "P2W")]),
    ("Una década y dos décadas.", [("Una década", "DURATION", "P10Y"), ("dos décadas", "DURATION", "P2DE")]),
    ("Cada 20 minutos, cada tres semanas.", [("Cada 20 minutos", "SET", "PT20M"), ("cada tres semanas", "SET", "P3W")]),
    ("Todos los lunes; la reunión mensual.", [("Todos los lunes", "SET", "XXXX-WXX-1"), ("mensual", "SET", "P1M")]),
    ("Por ahora no; recientemente sí.", [("ahora", "DATE", "PRESENT_REF"), ("recientemente", "DATE", "PAST_REF")]),
    ("Próximamente abrirá.", [("Próximamente", "DATE", "FUTURE_REF")]),
    ("Inicialmente subió, luego bajó y finalmente paró.", []),
    ("Julio Robles vive en la plaza de Mayo.", []),
    ("La Ley 5/2015, el artículo 2019, 2000 euros y 1990 personas.", []),
    ("Lo dijo el diario de Vado por 1.998 pesos.", []),
]


@pytest.mark.parametrize(("text", "expected"), [*RESOLVED, *THE_SAME_EITHER_WAY], ids=lambda each: str(each)[:50])
def test_with_a_day_of_publication(text, expected):
    assert found(text, PUBLISHED) == expected


@pytest.mark.parametrize(("text", "expected"), [*WITHOUT_A_DATE, *THE_SAME_EITHER_WAY], ids=lambda each: str(each)[:50])
def test_without_one_what_depends_on_it_stays_open(text, expected):
    assert found(text, None) == expected


@pytest.mark.parametrize("text", [text for text, _ in (*RESOLVED, *WITHOUT_A_DATE, *THE_SAME_EITHER_WAY)])
@pytest.mark.parametrize("published", [PUBLISHED, None])
def test_accents_make_no_difference(text, published):
    accented, stripped = times(text, "es", published), times(text.translate(STRIPPED), "es", published)
    assert stripped == accented


def test_the_tense_of_the_parse_goes_before_what_verbs_look_like():
    text = "La alcaldesa viajará el martes a Vado."
    assert [each.value for each in times(text, "es", PUBLISHED, tense=lambda _: "past")] == ["2025-04-29"]
    assert [each.value for each in times(text, "es", PUBLISHED, tense=lambda _: None)] == ["2025-05-06"]


def test_an_open_date_gets_the_years_of_the_text_that_fit_its_weekday():
    text = "El censo de 2014 fue el último. El martes 3 de marzo se repitió, según el registro de 2015."
    candidates = next(each for each in times(text, "es", None) if each.value == "XXXX-03-03").candidates
    assert [each.value for each in candidates] == ["2015-03-03"]
    assert "2015" in candidates[0].why


def test_the_nearest_year_comes_first_among_candidates():
    text = "En 1999 se fundó el club. Ganó en 2011; en mayo perdió."
    candidates = next(each for each in times(text, "es", None) if each.value == "XXXX-05").candidates
    assert [each.value for each in candidates] == ["2011-05", "1999-05"]


def test_a_resolved_date_has_no_candidates():
    assert all(not each.candidates for each in times("En 2011 ganó; en mayo perdió.", "es", PUBLISHED))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("El alud dejó el martes 4 muertos, dijo el alcalde.", "el martes"),
        ("El lunes 12 estibadores pararon, según el sindicato.", "El lunes"),
        ("El martes 4 murieron dos personas, dijo el alcalde.", "El martes 4"),
        ("El martes 4 de marzo murieron dos personas.", "El martes 4 de marzo"),
        ("El martes 4 la grúa volcó, dijo el alcalde.", "El martes 4"),
    ],
)
def test_a_number_that_counts_something_is_no_day_of_the_weekday_before_it(text, words):
    found = analyze(Report("r1", text, language="es", published="2031-03-06")).times
    assert [each.span.of(text) for each in found] == [words]


@pytest.mark.parametrize("published", ["2025", "ayer", "", "2025-02-31"])
def test_a_publication_that_names_no_day_leaves_open_what_depends_on_it(published):
    assert found("El 28 de abril cerró.", published) == [("El 28 de abril", "DATE", "XXXX-04-28")]


def test_a_date_time_of_publication_counts_by_its_day():
    assert found("Hoy cerró.", "2025-04-30T23:59:00+02:00") == [("Hoy", "DATE", "2025-04-30")]
