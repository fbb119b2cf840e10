"""What a cue's words show that nobody said, and where what stands inside another's words ends."""

from __future__ import annotations

from .table import Case, check, es, table

UNSAID = [
    es("what somebody would not tell", "La alcaldesa no quiso revelar el coste de la obra."),
    es("what somebody has not wanted to tell", "El club no ha querido confirmar quién jugará el domingo."),
    es("what somebody refused to tell", "Los dueños se negaron a revelar el precio del cuadro."),
    es("what somebody avoided to tell", "El portavoz evitó confirmar si habrá huelga."),
    es(
        "what somebody wanted to tell",
        "La alcaldesa quiso aclarar que la obra es cara.",
        "la obra es cara ← La alcaldesa",
    ),
    es("who says so, where a pronoun stands for what", "El robo lo reivindicó en mayo el grupo Los Búhos."),
    es("those whom somebody thanks", "El esposo agradeció a quienes compartieron la foto."),
    es(
        "a noun that takes up what was asked for",
        "Los captores habrían exigido tres mil euros a cambio de soltarla, versión que la familia no comenta.",
        "tres mil euros a cambio de soltarla ← Los captores",
    ),
    es(
        "a phrase with a verb, and the verb again",
        "Según sostiene Ana Gil, “los vecinos suelen bailar en la plaza”.",
        "los vecinos suelen bailar en la plaza ← Ana Gil (adjunct)",
    ),
]
JUDGED = [
    es("what it is important to say", "Es importante señalar que la barca sale hoy a las seis."),
    es(
        "what it is usual to say",
        "Resulta típico decir que las cabras son torpes.",
        "las cabras son torpes ← ∅",
    ),
    es("what is to be borne in mind", "Lo mejor es taparla, y es importante recordar lavarla cada noche."),
    es("what something is done to confirm", "El pescador resistió dos horas para confirmar su octavo premio."),
    es("what people may ask for", "Los panaderos que madrugan cada día pueden solicitar ayuda para la harina."),
    es(
        "what is done to make sure of something",
        "Ana Soto añade que faltan guardas para garantizar que el sorteo sea limpio.",
        "faltan guardas para garantizar que el sorteo sea limpio ← Ana Soto",
    ),
    es("what one is under pressure to do", "El arquero conoce la presión de jugar por su valle."),
]
FELT = [
    es(
        "what somebody in a quotation fears",
        "“Medio pueblo está temeroso de que la feria se cancele”, contó Ana Soto.",
        "Medio pueblo está temeroso de que la feria se cancele ← Ana Soto",
        "la feria se cancele ← Ana Soto › Medio pueblo",
    ),
    es(
        "what somebody in a quotation is against",
        "“Estamos en contra de que se venda la plaza”, dijo Ana Soto.",
        "Estamos en contra de que se venda la plaza ← Ana Soto",
        "se venda la plaza ← Ana Soto › Ana Soto",
    ),
    es(
        "what was voted for",
        "Los concejales votaron a favor de que la sala cierre en verano.",
        "la sala cierre en verano ← Los concejales",
    ),
    es(
        "what others press for",
        "Ana Soto dijo que la empresa recibe presiones del sindicato para que cese la venta de fruta.",
        "la empresa recibe presiones del sindicato para que cese la venta de fruta ← Ana Soto",
        "cese la venta de fruta ← Ana Soto › sindicato",
    ),
]
TOLD = [
    es(
        "whom a relative clause tells of, and what they are asked to do",
        "El alcalde instó a los vecinos que viven cerca del río a dejar sus casas.",
        "dejar sus casas ← El alcalde",
    ),
    es("whose version a book is", "El cura leyó ayer una página del Evangelio según San Mateo ante treinta niños."),
]
AGO = [
    es(
        "how long ago somebody asked",
        "El ministro Gil pidió hace tres meses que el puente se cerrara al tráfico.",
        "el puente se cerrara al tráfico ← El ministro Gil",
    ),
    es(
        "how long ago somebody wrote",
        "La cofradía publicó hace unos días que la fuente está seca.",
        "la fuente está seca ← La cofradía",
    ),
]
SECOND = [
    es(
        "a second clause of the cue around, behind and",
        "La actriz publicó en su cuenta que ya conoce el fallo del concurso y que se presentó a otro.",
        "ya conoce el fallo del concurso y que se presentó a otro ← La actriz",
    ),
    es(
        "a second clause of the cue around, behind but",
        "El poeta acepta en sus cartas que ni su madre le leía, pero que tuvo que escribir aquellos libros.",
        "ni su madre le leía, pero que tuvo que escribir aquellos libros ← El poeta",
    ),
    es(
        "what a judge thinks, behind what they reject",
        "El tribunal desestimó un recurso del ciclista al considerar que cada uno responde de lo que come.",
        "un recurso del ciclista ← El tribunal",
        "cada uno responde de lo que come ← El tribunal",
    ),
    es(
        "what somebody thinks, behind what they ask for",
        "El abogado pidió la libertad de su cliente por considerar que la captura fue ilegal.",
        "la libertad de su cliente ← El abogado",
        "la captura fue ilegal ← El abogado",
    ),
    es(
        "the speaker again, behind what somebody else told them",
        "“Me dijo que bajaría en media hora y todavía lo estoy esperando”, relató Ana Soto.",
        "Me dijo que bajaría en media hora y todavía lo estoy esperando ← Ana Soto",
        "bajaría en media hora ← Ana Soto › ∅",
    ),
    es(
        "a clause of its own behind what something is called",
        "“Lo consideran como el mejor portero y el público le aplaude cada tarde”, dijo Ana Soto.",
        "Lo consideran como el mejor portero y el público le aplaude cada tarde ← Ana Soto",
        "el mejor portero ← Ana Soto › ∅",
        fails="extent: the subject of the next clause is taken into what something is called",
    ),
]


@table(UNSAID + JUDGED + TOLD + AGO)
def test_what_nobody_said_is_no_claim(case: Case) -> None:
    check(case)


@table(FELT)
def test_what_somebody_feels_or_votes_for_is_a_claim(case: Case) -> None:
    check(case)


@table(SECOND)
def test_a_content_ends_before_what_goes_on_around_it(case: Case) -> None:
    check(case)
