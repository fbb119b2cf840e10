"""Direct speech: every mark, every place of its source, dialogue, posts, interviews, headlines."""

from __future__ import annotations

import pytest

import segun
from segun.model import wording

from .table import analysed, check, en, es, table

SIGNED = [
    en(
        "a party in brackets",
        '"The ferry is safe and will sail," Councillor Ida Vold (Greens, Norhaven) said on Monday. "It sails at noon."',
        "The ferry is safe and will sail … It sails at noon ← Councillor Ida Vold (Greens, Norhaven)",
    ),
    en(
        "half a sentence quoted before the cue",
        'The orchard "lost half of its pears to the frost," Marsh said in June.',
        'The orchard "lost half of its pears to the frost ← Marsh',
    ),
]

UNLISTED = [
    es("a verb that no list has", "«El puente está cerrado», amplía Ana Soto.", "El puente está cerrado ← Ana Soto"),
    es(
        "a verb with its pronoun",
        '"La noria no gira desde mayo", se desespera la alcaldesa.',
        "La noria no gira desde mayo ← la alcaldesa",
    ),
    es("a thing behind the verb", "«Cuando venga el agua», llegó el tren a Cerán."),
    es("a name of something", "Bajo el lema «Vuelve a casa», arrancó el ministro su campaña."),
    en(
        "a verb that no list has",
        "“Nobody greased the wheel,” gestures the warden.",
        "Nobody greased the wheel ← the warden",
    ),
    en("a title", "“The Wheel Turns,” starring Ann Marsh, opens on Friday."),
]

MARKS = (
    [
        es(
            f"quotation marks {left}{right}",
            f"{left}El puente está cerrado{right}, dijo Ana Soto.",
            "El puente está cerrado ← Ana Soto",
        )
        for left, right in ('""', "“”", "«»", "‘’", "''")
    ]
    + [
        en(
            f"quotation marks {left}{right}",
            f"{left}The bridge is closed,{right} Ann Marsh said.",
            "The bridge is closed ← Ann Marsh",
        )
        for left, right in ('""', "“”", "«»", "‘’", "''")
    ]
    + [
        es(
            "quotation marks „“",
            "„El puente está cerrado“, dijo Ana Soto.",
            "El puente está cerrado ← Ana Soto",
        ),
    ]
)

PLACES = [
    es("cue before, colon", "Ana Soto dijo: «El puente está cerrado».", "El puente está cerrado ← Ana Soto"),
    en("cue before, comma", 'Ann Marsh said, "The bridge is closed."', "The bridge is closed ← Ann Marsh"),
    en("cue before, colon", "Ann Marsh said: “The bridge is closed.”", "The bridge is closed ← Ann Marsh"),
    es("name and colon", "Ana Soto: «El puente está cerrado».", "El puente está cerrado ← Ana Soto"),
    es(
        "colon after a clause",
        "La alcaldesa Ana Soto compareció anoche: «El puente está cerrado».",
        "El puente está cerrado ← La alcaldesa Ana Soto",
    ),
    en(
        "colon after a clause",
        "Mayor Ann Marsh faced the cameras: “The bridge is closed.”",
        "The bridge is closed ← Mayor Ann Marsh",
    ),
    en("cue and subject after", '"The bridge is closed," said Ann Marsh.', "The bridge is closed ← Ann Marsh"),
    es(
        "in the middle",
        "«El puente», dijo Ana Soto, «está cerrado desde mayo».",
        "El puente … está cerrado desde mayo ← Ana Soto",
    ),
    en(
        "in the middle",
        '"The bridge," Ann Marsh said, "has been closed since May."',
        "The bridge … has been closed since May ← Ann Marsh",
    ),
    es(
        "between two sentences",
        "«El puente está cerrado», dijo Ana Soto. «Nadie puede pasar».",
        "El puente está cerrado … Nadie puede pasar ← Ana Soto",
    ),
    en(
        "between two sentences",
        '"The bridge is closed," Ann Marsh said. "Nobody can cross."',
        "The bridge is closed … Nobody can cross ← Ann Marsh",
    ),
    es(
        "several sentences",
        "«El puente está cerrado. Nadie puede pasar. Volveremos en mayo», dijo Ana Soto.",
        "El puente está cerrado. Nadie puede pasar. Volveremos en mayo ← Ana Soto",
    ),
    en(
        "several sentences",
        '"The bridge is closed. Nobody can cross. We will be back in May," Ann Marsh said.',
        "The bridge is closed. Nobody can cross. We will be back in May ← Ann Marsh",
    ),
    es("según", "«El puente está cerrado», según Ana Soto.", "El puente está cerrado ← Ana Soto (adjunct)"),
    en("according to", "“The bridge is closed,” according to Ann Marsh.", "The bridge is closed ← Ann Marsh (adjunct)"),
    es("question", "«¿Quién cerró el puente?», preguntó Ana Soto.", "Quién cerró el puente ← Ana Soto"),
    en("question", '"Who closed the bridge?" Ann Marsh asked.', "Who closed the bridge ← Ann Marsh"),
    es("exclamation", "«¡Fuera!», gritó un pescador.", "Fuera ← un pescador"),
    en("exclamation", '"Get out!" a fisherman shouted.', "Get out ← a fisherman"),
    es(
        "adverbial between",
        "«El puente está cerrado», dijo ayer en rueda de prensa Ana Soto.",
        "El puente está cerrado ← Ana Soto",
    ),
    en(
        "adverbial between",
        '"The bridge is closed," Ann Marsh told reporters on Monday.',
        "The bridge is closed ← Ann Marsh",
    ),
    es(
        "unclosed",
        "Ana Soto dijo: «El puente está cerrado. Nadie puede pasar.\nEl río bajó un metro el lunes.",
        "El puente está cerrado. Nadie puede pasar ← Ana Soto",
        "El río bajó un metro el lunes ← report",
    ),
    en(
        "unclosed",
        'Ann Marsh said: "The bridge is closed. Nobody can cross.\nThe river fell by a metre on Monday.',
        "The bridge is closed. Nobody can cross ← Ann Marsh",
        "The river fell by a metre on Monday ← report",
    ),
    es(
        "opened again in each paragraph",
        "Ana Soto dijo: «El puente está cerrado.\n»Nadie puede pasar».",
        "El puente está cerrado ← Ana Soto",
        "Nadie puede pasar ← Ana Soto (continued)",
    ),
    en(
        "opened again in each paragraph",
        'Ann Marsh said: "The bridge is closed.\n"Nobody can cross."',
        "The bridge is closed ← Ann Marsh",
        "Nobody can cross ← Ann Marsh (continued)",
    ),
    en(
        "contraction in single marks",
        "'We don't know why it's closed,' Ann Marsh said.",
        "We don't know why it's closed ← Ann Marsh",
    ),
]

MIXED = [
    es(
        "mixed quotation",
        "Ana Soto dijo que el puente «está cerrado para siempre».",
        "el puente «está cerrado para siempre» ← Ana Soto",
    ),
    en(
        "mixed quotation",
        'Ann Marsh said the bridge was "closed for good".',
        'the bridge was "closed for good" ← Ann Marsh',
    ),
    es(
        "quotation after que",
        "Ana Soto aseguró que «el puente está cerrado y nadie puede pasar».",
        "el puente está cerrado y nadie puede pasar ← Ana Soto",
    ),
    en(
        "quotation after that",
        'Ann Marsh said that "the bridge is closed and nobody can cross".',
        "the bridge is closed and nobody can cross ← Ann Marsh",
    ),
    es("scare quotes", "Los «amigos del río» llegaron ayer al puerto."),
    en("scare quotes", 'The "river friends" reached the harbour yesterday.'),
    es("title in quotation marks", "El museo compró el cuadro «La barca azul» en mayo."),
    en("title in quotation marks", "The museum bought the painting “The Blue Boat” in May."),
]

DIALOGUE = [
    es("dash", "—El puente está cerrado —dijo Ana Soto.", "El puente está cerrado ← Ana Soto"),
    es(
        "dash, insertion",
        "—El puente está cerrado —dijo Ana Soto—. Nadie puede pasar.",
        "El puente está cerrado … Nadie puede pasar ← Ana Soto",
    ),
    es(
        "dash after a colon in the line before",
        "Ana Soto miró el río:\n—El puente está cerrado.",
        "El puente está cerrado ← Ana Soto",
        fails="paragraphs: the line before, with its colon, names no speaker",
    ),
    en("dash", "—The bridge is closed —said Ann Marsh.", "The bridge is closed ← Ann Marsh"),
]

POSTS = [
    es("handle", "@anasoto: El puente está cerrado", "El puente está cerrado ← @anasoto"),
    en("handle", "@annmarsh: The bridge is closed", "The bridge is closed ← @annmarsh"),
    es(
        "name and handle", "Ana Soto (@anasoto): El puente está cerrado", "El puente está cerrado ← Ana Soto (@anasoto)"
    ),
    en("repost", "RT @annmarsh: The bridge is closed", "The bridge is closed ← @annmarsh"),
    es("repost", "RT @anasoto: El puente está cerrado", "El puente está cerrado ← @anasoto"),
    en(
        "quoted post",
        "@harbour: Is this true?\n> @annmarsh: The bridge is closed",
        "Is this true ← @harbour",
        "The bridge is closed ← @harbour › @annmarsh",
    ),
    es(
        "quoted post",
        "@puerto: ¿Es cierto?\n> @anasoto: El puente está cerrado",
        "Es cierto ← @puerto",
        "El puente está cerrado ← @puerto › @anasoto",
        fails="post: quoted lines (>) are not nested in the post",
    ),
    en(
        "quoted lines of a post",
        "Ann Marsh wrote:\n> The bridge is closed",
        "The bridge is closed ← Ann Marsh",
    ),
    es(
        "quoted lines of a post",
        "Ana Soto escribió:\n> El puente está cerrado",
        "El puente está cerrado ← Ana Soto",
    ),
]

TURNS = [
    es(
        "question and answer",
        "Entrevista con Ana Soto.\nPregunta: ¿Está cerrado el puente?\nRespuesta: Sí, desde mayo nadie pasa por él.",
        "Está cerrado el puente ← ∅",
        "Sí, desde mayo nadie pasa por él ← Ana Soto",
    ),
    en(
        "question and answer",
        "An interview with Ann Marsh.\nQ: Is the bridge closed?\nA: Yes, nobody has crossed it since May.",
        "Is the bridge closed ← ∅",
        "Yes, nobody has crossed it since May ← Ann Marsh",
    ),
    es("named speaker", "ANA SOTO: El puente está cerrado.", "El puente está cerrado ← ANA SOTO"),
    en("named speaker", "ANN MARSH: The bridge is closed.", "The bridge is closed ← ANN MARSH"),
    es(
        "nested in a turn",
        "Ana Soto: El alcalde dijo que pagaría la obra.",
        "El alcalde dijo que pagaría la obra ← Ana Soto",
        "pagaría la obra ← Ana Soto › El alcalde",
    ),
    en(
        "nested in a turn",
        "Ann Marsh: The mayor said that he would pay for the work.",
        "The mayor said that he would pay for the work ← Ann Marsh",
        "he would pay for the work ← Ann Marsh › The mayor",
    ),
    es("label that is no speaker", "Precio: la entrada cuesta 5 euros."),
    en("label that is no speaker", "Price: tickets cost 5 euros."),
    es("time that is no speaker", "A las 20:30 se cerró el puente."),
    en("time that is no speaker", "At 20:30 the bridge was closed."),
]

HEADLINES = [
    es(
        "source first",
        "Ana Soto: “El puente está cerrado”\n\nEl río bajó un metro el lunes.",
        "El puente está cerrado ← Ana Soto",
    ),
    en(
        "source last",
        "Bridge is closed: Marsh\n\nThe river fell by a metre on Monday.",
        "Bridge is closed ← Marsh",
    ),
    es(
        "source last",
        "El puente está cerrado: Soto\n\nEl río bajó un metro el lunes.",
        "El puente está cerrado ← Soto",
    ),
    en(
        "source and comma last",
        "Bridge is closed, mayor says\n\nThe river fell by a metre on Monday.",
        "Bridge is closed ← mayor",
    ),
    es(
        "source and comma last",
        "El puente está cerrado, dice la alcaldesa\n\nEl río bajó un metro el lunes.",
        "El puente está cerrado ← la alcaldesa",
    ),
    es(
        "a quotation and a colon first",
        "“El puente está cerrado”: vecinos de Almara cruzan a nado\n\nEl río bajó un metro el lunes.",
        "El puente está cerrado ← vecinos de Almara",
    ),
    es(
        "verb and subject first",
        "Acusa alcaldesa a naviera de ocultar la deuda\n\nEl río bajó un metro el lunes.",
        "ocultar la deuda ← alcaldesa",
    ),
    en(
        "a bare noun and a cue last",
        "Bridge is closed, memo shows\n\nThe river fell by a metre on Monday.",
        "Bridge is closed ← memo (document)",
    ),
    es(
        "verb first",
        "Niegan que el puente esté cerrado\n\nEl río bajó un metro el lunes.",
        "el puente esté cerrado ← ∅",
    ),
]


@table(MARKS)
def test_every_mark(case):
    check(case)
    assert [c.quotation for c in analysed(case).claims if c.relays] == ["direct"]


@table(PLACES)
def test_every_place_of_the_source(case):
    check(case)


@table(MIXED)
def test_quoted_wording_in_other_speech(case):
    check(case)


@pytest.mark.parametrize(
    ("language", "text", "wording_"),
    [
        ("es", "Soto dijo que los «amigos del río» llegaron al puerto.", "amigos del río"),
        ("en", 'Marsh said that the "river friends" reached the harbour.', "river friends"),
        ("es", "Según Radio Marea, los «amigos del río» llegaron al puerto.", "amigos del río"),
        ("en", 'According to Radio Tide, the "river friends" reached the harbour.', "river friends"),
    ],
)
def test_scare_quotes_are_quoted_wording_of_the_claim_and_no_claim(language, text, wording_):
    claims = segun.analyze(text, language=language).claims
    assert len(claims) == 1
    assert [span.of(text) for span in claims[0].quoted_wording] == [wording_]
    assert claims[0].quotation == "indirect"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Soto dijo que el puente «está cerrado para siempre»."),
        ("en", 'Marsh said the bridge "is closed for good".'),
        ("es", "Soto dijo que el puente resultaba «peligroso» para los niños."),
        ("en", 'Marsh said the bridge was "safe enough" for buses.'),
    ],
)
def test_a_quotation_inside_a_clause_makes_it_mixed(language, text):
    (claim,) = segun.analyze(text, language=language).claims
    assert claim.quotation == "mixed"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Soto dijo que los «vecinos fieles» volverían al puente."),
        ("en", 'Marsh said the "river folk" would return to the bridge.'),
    ],
)
def test_what_something_is_called_is_no_wording_of_the_source(language, text):
    (claim,) = segun.analyze(text, language=language).claims
    assert claim.quotation == "indirect"


def test_scare_quotes_of_the_report_stay_with_its_own_claim():
    text = "Los «amigos del río» llegaron ayer al puerto."
    (claim,) = segun.analyze(text, language="es").claims
    assert (claim.relays, claim.quotation) == ((), "none")
    assert wording(text, claim.quoted_wording) == "amigos del río"


@table(DIALOGUE)
def test_dialogue(case):
    check(case)


@table(POSTS)
def test_posts(case):
    check(case)


@table(TURNS)
def test_turns(case):
    check(case)


@table(HEADLINES)
def test_headlines(case):
    check(case)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El puente está cerrado\n\nEl puente está cerrado, dijo Ana Soto. El río bajó un metro."),
        ("en", "The bridge is closed\n\nThe bridge is closed, Ann Marsh said. The river fell by a metre."),
        ("es", "El puente de Almara, cerrado\n\nAna Soto anunció que el puente de Almara está cerrado."),
    ],
)
def test_a_headline_without_source_points_to_the_claim_of_the_body(language, text):
    analysis = segun.analyze(text, language=language)
    headline = next(c for c in analysis.claims if c.headline)
    body = next(c for c in analysis.claims if c.relays)
    assert headline.relays == ()
    assert headline.attributed_by == body.id


@table(UNLISTED)
def test_a_verb_of_speech_is_told_by_its_place(case):
    check(case)


@table(SIGNED)
def test_speech_before_the_name_that_signs_it(case):
    check(case)
