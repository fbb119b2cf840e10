"""Classes of factuality: what is not ruled out, what would have been, what a condition denies, what is supposed."""

from __future__ import annotations

import pytest

import segun


def claims(language, text):
    return [c for c in segun.analyze(text, language=language).claims if c.relays]


def the_claim(language, text):
    """Return the one claim that somebody is the source of."""
    (claim,) = claims(language, text)
    return claim


def condition(claim, text):
    return claim.condition.of(text) if claim.condition else None


POSSIBLE = [
    ("es", "La directora no descarta acudir a los tribunales."),
    ("es", "El capitán no descartó que hubiera bajas."),
    ("es", "El club no descarta nuevos fichajes."),
    ("en", "The chief did not rule out an attack."),
    ("en", "The bank has not ruled out closing two branches."),
    ("en", "The minister did not rule out closing the port."),
]


@pytest.mark.parametrize(("language", "text"), POSSIBLE)
def test_what_is_not_ruled_out_may_be_and_is_not_denied(language, text):
    claim = the_claim(language, text)
    assert (claim.factuality, claim.speech_act) == ("PS+", "assert")


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "La ministra descarta que haya elecciones.", "CT-"),
        ("es", "El perito no duda de que el puente está cerrado.", "CT+"),
        ("en", "The expert does not doubt that the bridge is closed.", "CT+"),
        ("es", "El alcalde no negó que el puente estuviera cerrado.", "CT+"),
    ],
)
def test_what_a_denial_leaves_is_the_cues(language, text, value):
    assert the_claim(language, text).factuality == value


NEITHER = [
    ("es", "El ministro ni confirmó ni desmintió que el barco se hundiera."),
    ("es", "El portavoz no quiso confirmar ni desmentir que hubiera un acuerdo."),
    ("es", "La empresa no confirmó ni negó que fuera a cerrar la planta."),
    ("en", "Ministers could neither confirm nor deny that the ship sank."),
    ("en", "Police refused to confirm or deny that a diver had died."),
    ("en", "The union declined to confirm or deny that talks had begun."),
]


@pytest.mark.parametrize(("language", "text"), NEITHER)
def test_what_is_neither_confirmed_nor_denied_is_uncommitted(language, text):
    claim = the_claim(language, text)
    assert (claim.factuality, claim.speech_act) == ("Uu", "assert")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "El club no desmintió ni confirmó que hubiera ofertas."),
        ("es", "El ministerio aún no ha confirmado que el barco se hundiera."),
        ("es", "El gobierno se negó a decir si habrá elecciones."),
        ("es", "La policía evitó confirmar si hay detenidos."),
        ("en", "The ministry has yet to confirm that the ship sank."),
        ("en", "The ministry has yet to say whether the port will close."),
        ("en", "The governor refused to say whether the bridge would reopen."),
        ("en", "The coach declined to say who would play."),
        ("en", "The bank avoided saying whether it would cut jobs."),
        ("en", "The board would not say whether the mill would close."),
    ],
)
def test_what_somebody_will_not_say_or_has_yet_to_say_is_no_claim(language, text):
    assert claims(language, text) == []


COUNTERFACTUAL = [
    ("en", "Had the dam burst, the town would have been flooded, the engineer said.", "Had the dam burst"),
    (
        "en",
        "The engineer said that if the gates had held, the town would have been spared.",
        "if the gates had held",
    ),
    (
        "en",
        "The crew would have survived if the boat had carried flares, the coroner said.",
        "if the boat had carried flares",
    ),
    ("en", "If they had called us, we could have come, said the nurse.", "If they had called us"),
    ("en", "The engineer said that the town would have been flooded had the dam burst.", "had the dam burst"),
    ("en", '"Had we known, we would have stayed at home," said Ann Marsh.', "Had we known"),
    ("en", "If the minister had listened, he said, nobody would have to ask.", "If the minister had listened"),
    ("es", "Si hubiera llovido más, la presa habría cedido, dijo el ingeniero.", "Si hubiera llovido más"),
    ("es", "«Si nos hubieran avisado, habríamos salido», contó Ana Soto.", "Si nos hubieran avisado"),
    (
        "es",
        "El ingeniero afirmó que, si hubieran cerrado la compuerta, el pueblo no se habría inundado.",
        "si hubieran cerrado la compuerta",
    ),
    ("es", "De haber llovido más, la presa habría cedido, dijo el ingeniero.", "De haber llovido más"),
    (
        "es",
        "Según el perito, de haber frenado a tiempo, el tren no habría descarrilado.",
        "de haber frenado a tiempo",
    ),
    ("es", "La presa habría cedido de haber llovido más, dijo el ingeniero.", "de haber llovido más"),
]


@pytest.mark.parametrize(("language", "text", "on"), COUNTERFACTUAL)
def test_what_would_have_been_was_not(language, text, on):
    claim = the_claim(language, text)
    assert (claim.factuality, condition(claim, text)) == ("CT-", on)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Ojalá hubieran avisado, dijo la vecina.", "CT-"),
        ("es", "«Ojalá no hubiera venido», contó Ana Soto.", "CT-"),
        ("es", "«Ojalá venga Gil», contó Ana Soto.", "Uu"),
        ("en", '"If only they had warned us," said Ann Marsh.', "CT-"),
    ],
)
def test_a_wish_is_uncommitted_and_one_for_what_was_not_says_so(language, text, value):
    claim = the_claim(language, text)
    assert (claim.factuality, claim.condition) == (value, None)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("en", "Ann Marsh said the plan would fail if the board had not approved it by May.", "PR+"),
        ("en", "Were the river to rise, the town would have to be cleared, the engineer said.", "PR+"),
        ("en", "Should the river rise, the bridge will close, the mayor said.", "PR+"),
        ("es", "De confirmarse el robo, la sala cerrará, dijo el director.", "PR+"),
        ("es", "La ley dice que, de no pagar, el dueño perderá la licencia.", "PR+"),
    ],
)
def test_a_condition_that_may_be_met_is_no_counterfactual(language, text, value):
    claim = the_claim(language, text)
    assert claim.factuality == value
    assert claim.condition is not None


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "Si la milicia no se retira, Ludvia cerrará la frontera, advirtió el ministro."),
        ("es", "Si no llueve, habrá que regar, dijo el agricultor."),
        ("es", "El alcalde avisó de que, si no pagan, cortará el agua."),
        ("es", "Aunque no hay pan, la tienda abrirá, dijo el dueño."),
        ("en", "If the union does not accept, the mill will close, the owner warned."),
        ("en", "The owner warned that unless nobody objects, the mill will close."),
    ],
)
def test_a_negation_in_another_clause_does_not_deny_the_main_one(language, text):
    assert the_claim(language, text).factuality == "PR+"


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "Según el ministro, no cabe duda de que fue un sabotaje.", "CT+"),
        ("es", "El ministro dijo que no hay duda de que fue un sabotaje.", "CT+"),
        ("es", "No cabe la menor duda de que el puente resistirá, dijo el ingeniero.", "PR+"),
        ("es", "El ministro dijo que no hay duda de que el barco no salió.", "CT-"),
        ("en", "According to the chief, there is no doubt that the crew was asleep.", "CT+"),
        ("en", "The chief said there was no question that the crew had slept.", "CT+"),
        ("en", "There is no doubt that the fire was started on purpose, the chief said.", "CT+"),
    ],
)
def test_what_there_is_no_doubt_of_is_certain_and_the_doubt_no_claim(language, text, value):
    assert the_claim(language, text).factuality == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "El alcalde no lamentó que cerraran la escuela.", "CT+"),
        ("es", "El club no celebró que el rival perdiera.", "CT+"),
        ("en", "The mayor did not regret that the school had closed.", "CT+"),
        ("en", "The minister was not glad that the school had closed.", "CT+"),
        ("en", "The coach does not regret selling the keeper.", "CT+"),
        ("en", "The chief does not regret that nobody resigned.", "CT-"),
        ("es", "Ana Soto no cree que cerraran la escuela.", "PR-"),
    ],
)
def test_what_a_factive_cue_takes_for_granted_is_so_though_the_cue_is_denied(language, text, value):
    assert the_claim(language, text).factuality == value


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La ministra no sabía que el puente estaba cerrado."),
        ("en", "The minister did not know that the bridge was closed."),
        ("en", "The board did not realise that the mill was insolvent."),
    ],
)
def test_what_somebody_does_not_know_they_do_not_claim(language, text):
    assert claims(language, text) == []


MODALS = [
    ("es", "La policía debe de haberlo encontrado en el río, dijo el juez.", "PR+"),
    ("es", "El juez dijo que el ladrón debe de haber huido por el río.", "PR+"),
    ("es", "El ladrón debió de entrar por la ventana, dijo la dueña.", "PR+"),
    ("es", "El presidente debe dimitir, dijo Ana Soto.", "Uu"),
    ("es", "El fuego pudo haber sido provocado, dijo el jefe de bomberos.", "PS+"),
    ("es", "Según Ana Soto, el barco pudo haberse hundido.", "PS+"),
    ("en", "The thief must have left by the river, the judge said.", "PR+"),
    ("en", "The judge said the thief must have fled.", "PR+"),
    ("en", "The minister must resign, the union said.", "Uu"),
    ("es", "Es muy probable que la presa ceda, dijo el ingeniero.", "PR+"),
    ("es", "El ingeniero dijo que es muy probable que la presa ceda.", "PR+"),
    ("es", "Es poco probable que haya acuerdo, dijo la ministra.", "PR-"),
    ("es", "Es posible que el fuego fuera provocado, dijo el jefe.", "PS+"),
    ("es", "Puede que no haya acuerdo, admitió la ministra.", "PS-"),
    ("es", "No es posible que haya muertos, dijo el capitán.", "CT-"),
    ("es", "No es cierto que haya muertos, dijo el capitán.", "CT-"),
    ("es", "Tal vez llueva mañana en Kanel, dijo la vecina.", "PS+"),
    ("es", "Quizás no haya clase mañana, dijo la maestra.", "PS-"),
    ("es", "El alcalde dijo que tal vez haya elecciones.", "PS+"),
    ("en", "It is very likely that the dam will burst, the engineer said.", "PR+"),
    ("en", "The engineer said it was unlikely that the dam would burst.", "PR-"),
    ("en", "It is possible that the fire was set, the chief said.", "PS+"),
    ("en", "The chief said it was not clear that the fire was set.", "Uu"),
    ("en", "Perhaps the mill is closed, said Ann Marsh.", "PS+"),
    ("es", "Ana Soto dijo que el alcalde, tal vez cansado, dimitió ayer.", "CT+"),
    ("es", "Los médicos están seguros de que es contagioso.", "CT+"),
    ("es", "Ana Soto se mostró segura de que el puente está cerrado.", "CT+"),
    ("es", "Ana Soto está convencida de que el puente no está cerrado.", "CT-"),
    ("es", "Ana Soto está segura de que el puente aguantará.", "PR+"),
    ("en", "Ann Marsh is certain that the bridge is closed.", "CT+"),
]


@pytest.mark.parametrize(("language", "text", "value"), MODALS)
def test_how_firmly_a_modal_or_what_opens_a_clause_says_it(language, text, value):
    assert the_claim(language, text).factuality == value


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("es", "«Váyanse», ordenó el capitán.", "Uu"),
        ("es", "«No disparen», ordenó el sargento.", "Uu"),
        ("es", "«Retírense del muelle», pidió el capitán.", "Uu"),
        ("en", '"Leave the quay," the captain ordered.', "Uu"),
        ("en", '"No more closures," the union demanded.', "Uu"),
        ("es", "«El puente es nuestro», exigió la alcaldesa.", "CT+"),
    ],
)
def test_what_is_ordered_in_quotation_marks_is_uncommitted(language, text, value):
    assert the_claim(language, text).factuality == value


CONDITIONS = [
    ("es", "A menos que llueva, el puente abrirá, dijo el alcalde.", "A menos que llueva"),
    ("es", "A no ser que nieve, el puerto abrirá, dijo el guarda.", "A no ser que nieve"),
    ("es", "De lo contrario, los precios subirán, dijo la ministra.", "De lo contrario"),
    ("es", "El puente abrirá siempre y cuando no llueva, dijo el alcalde.", "siempre y cuando no llueva"),
    (
        "es",
        "Siempre que el río lo permita, el puente abrirá el lunes, dijo el alcalde.",
        "Siempre que el río lo permita",
    ),
    ("es", "Siempre que llueve, el puente cierra, dijo el alcalde.", None),
    ("es", "En caso de huelga, el museo cerrará, dijo el director.", "En caso de huelga"),
    ("es", "Ana Soto dijo que el puente cerrará si el río crece.", "si el río crece"),
    ("en", "Unless it rains, the match will go on, the club said.", "Unless it rains"),
    ("en", "Unless the union agrees, the mill will shut down, the owner said.", "Unless the union agrees"),
    (
        "en",
        "The match would go ahead provided that the pitch drains, the club said.",
        "provided that the pitch drains",
    ),
    ("en", "The fair will open provided the river falls, the mayor said.", "provided the river falls"),
    ("en", "Otherwise, prices will rise, the minister said.", "Otherwise"),
    ("en", "The mayor said that hundreds, perhaps thousands, were hurt.", None),
    ("en", "In the event of a strike, the museum will close, the director said.", "In the event of a strike"),
    ("en", "If it rains, the club said, the match will stop.", "If it rains"),
]


@pytest.mark.parametrize(("language", "text", "on"), CONDITIONS)
def test_a_condition_is_its_clause_or_phrase_and_no_more(language, text, on):
    assert condition(the_claim(language, text), text) == on


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La empresa evitó aclarar si habrá despidos."),
        ("es", "Nadie sabe si habrá despidos."),
        ("en", "The board wants to know if the mill will close."),
    ],
)
def test_what_somebody_asks_or_leaves_open_is_no_condition(language, text):
    assert all(c.condition is None for c in segun.analyze(text, language=language).claims)


@pytest.mark.parametrize(
    ("language", "text", "inner"),
    [
        ("en", "The mayor said he did not think that the bridge would reopen.", "the bridge would reopen"),
        ("en", "Ann Marsh met the board. She said she did not think the mill would close.", "the mill would close"),
        ("es", "El alcalde dijo que no cree que el puente reabra.", "el puente reabra"),
    ],
)
def test_what_a_source_does_not_think_is_a_claim_within(language, text, inner):
    (claim,) = (c for c in claims(language, text) if len(c.relays) > 1)
    assert (claim.spans[0].of(text), claim.factuality) == (inner, "PR-")


@pytest.mark.parametrize(
    ("text", "content", "value"),
    [
        ("-No hay heridos -dijo el alcalde.", ["No hay heridos"], "CT-"),
        ("-No hay heridos -dijo el alcalde-. Salieron todos.", ["No hay heridos", "Salieron todos"], "CT-"),
        ("-¿Vendrá usted? -preguntó Ana Soto.", ["¿Vendrá usted?"], "Uu"),
    ],
)
def test_hyphens_stand_for_the_dashes_of_dialogue(text, content, value):
    claim = the_claim("es", text)
    assert [span.of(text) for span in claim.spans] == content
    assert (claim.quotation, claim.factuality) == ("direct", value)


def test_the_items_of_a_list_are_no_dialogue():
    text = "La junta pide tres cosas:\n- Pan - dijo alguien - y agua\n- Luz"
    assert all(c.quotation != "direct" for c in segun.analyze(text, language="es").claims)
