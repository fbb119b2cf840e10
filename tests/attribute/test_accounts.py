"""Accounts that carry on over sentences that do not repeat their attribution, and those that end."""

from __future__ import annotations

import pytest

import segun

from .table import check, en, es, table

RUNS_ON = [
    es(
        "adjunct of an outlet",
        "Según Radio Marea, las tropas llegaron de noche al valle. Avanzaron sin luces y tomaron el molino.",
        "las tropas llegaron de noche al valle ← Radio Marea (adjunct)",
        "Avanzaron sin luces y tomaron el molino ← Radio Marea (continued)",
    ),
    en(
        "adjunct of an outlet",
        "According to Radio Tide, the troops reached the valley at night. They moved without lights and took the mill.",
        "the troops reached the valley at night ← Radio Tide (adjunct)",
        "They moved without lights and took the mill ← Radio Tide (continued)",
    ),
    es(
        "linking words",
        "Según Radio Marea, las tropas llegaron de noche. Luego tomaron el molino. Además, cortaron la vía.",
        "las tropas llegaron de noche ← Radio Marea (adjunct)",
        "Luego tomaron el molino ← Radio Marea (continued)",
        "Además, cortaron la vía ← Radio Marea (continued)",
    ),
    es(
        "conditional of hearsay",
        "El portavoz informó que el ferry volcó de noche frente al faro con cuarenta personas a bordo. El capitán "
        "habría bebido antes de zarpar.",
        "el ferry volcó de noche frente al faro con cuarenta personas a bordo ← El portavoz",
        "El capitán habría bebido antes de zarpar ← El portavoz (continued)",
    ),
    en(
        "someone whom the account brought in speaks within it",
        "According to a court filing, a clerk hid four hundred letters in the old mill behind the church. She "
        "burned some of them at night. When the owner came back, she told him that the letters had been lost in a "
        "flood.",
        "a clerk hid four hundred letters in the old mill behind the church ← a court filing (adjunct)",
        "She burned some of them at night ← a court filing (continued)",
        "When the owner came back, she told him that the letters had been lost in a flood ← a court filing (continued)",
        "the letters had been lost in a flood ← a court filing › she",
    ),
    es(
        "reasons behind an opinion",
        "La abogada calificó la multa de «disparate con sello». El molino había tenido permiso y nadie vio el humo.",
        "la multa de «disparate con sello» ← La abogada",
        "El molino había tenido permiso y nadie vio el humo ← La abogada (continued)",
    ),
    en(
        "an order of nobody's within it",
        "According to a court filing, a clerk hid four hundred letters in the old mill behind the church. He burned "
        "some of them at night. Afterwards the guards were ordered to keep quiet.",
        "a clerk hid four hundred letters in the old mill behind the church ← a court filing (adjunct)",
        "He burned some of them at night ← a court filing (continued)",
        "Afterwards the guards were ordered to keep quiet ← a court filing (continued)",
        "keep quiet ← a court filing › ∅",
    ),
    es(
        "one of those whom the account tells of",
        "Según Radio Marea, los pastores bajaron de noche al molino viejo. Uno de ellos había avisado de que venía el "
        "río crecido.",
        "los pastores bajaron de noche al molino viejo ← Radio Marea (adjunct)",
        "Uno de ellos había avisado de que venía el río crecido ← Radio Marea (continued)",
        "venía el río crecido ← Radio Marea › Uno de ellos",
    ),
    en(
        "brackets behind the phrase that opens it",
        "1/ In my sister's account (she lives next door), the mill burned down at night with "
        "all the grain of the long winter inside. The men of the village had barred the doors.",
        "1/ … the mill burned down at night with all the grain of the long winter inside ← my sister (adjunct)",
        "The men of the village had barred the doors ← my sister (continued)",
    ),
    es(
        "an opinion within an outlet's account",
        "Según Radio Marea, las tropas llegaron de noche al valle. Un vecino calificó la entrada de «invasión con "
        "banda» a la radio. Luego tomaron el molino.",
        "las tropas llegaron de noche al valle ← Radio Marea (adjunct)",
        "la entrada de «invasión con banda» ← Radio Marea › Un vecino",
        "Luego tomaron el molino ← Radio Marea (continued)",
    ),
]

ENDS = [
    es(
        "no comment",
        "La alcaldesa dijo que el molino ardió de noche con el grano de todo el invierno dentro y con las "
        "puertas cerradas por fuera. "
        "Ninguno de los vecinos de la plaza había llamado a los bomberos. El dueño no ha hecho comentarios.",
        "el molino ardió de noche con el grano de todo el invierno dentro y con las puertas cerradas por fuera ← La "
        "alcaldesa",
        "Ninguno de los vecinos de la plaza había llamado a los bomberos ← La alcaldesa (continued)",
    ),
    es(
        "a verdict",
        "Un audio asegura que el puente de piedra se hundió de noche con el rebaño encima. Murieron doce ovejas "
        "y el pastor que las llevaba al valle. Es falso. El puente sigue en pie.",
        "el puente de piedra se hundió de noche con el rebaño encima ← Un audio (document)",
        "Murieron doce ovejas y el pastor que las llevaba al valle ← Un audio (continued)",
    ),
    en(
        "a verdict",
        "A leaflet claims that the bridge collapsed at night. Twelve sheep had drowned. That is false. "
        "The bridge is still open.",
        "the bridge collapsed at night ← A leaflet (document)",
        "Twelve sheep had drowned ← A leaflet (continued)",
    ),
    en(
        "the newsroom asked in vain",
        "The radio said that the guards stopped a convoy near the river at night. Nine men were arrested. "
        "The ministry could not be reached.",
        "the guards stopped a convoy near the river at night ← The radio",
        "Nine men were arrested ← The radio (continued)",
    ),
    es(
        "another source takes over",
        "Según Radio Marea, las tropas llegaron de noche al valle. El ministerio dijo que no hay tropas en el valle.",
        "las tropas llegaron de noche al valle ← Radio Marea (adjunct)",
        "no hay tropas en el valle ← El ministerio",
    ),
    en(
        "another source takes over",
        "According to Radio Tide, the troops reached the valley at night. The ministry said there are no troops there.",
        "the troops reached the valley at night ← Radio Tide (adjunct)",
        "there are no troops there ← The ministry",
    ),
    es(
        "the report speaks of itself",
        "Según Radio Marea, las tropas llegaron de noche al valle. Este diario no pudo comprobar la versión.",
        "las tropas llegaron de noche al valle ← Radio Marea (adjunct)",
        "Este diario no pudo comprobar la versión ← report",
    ),
    en(
        "the report speaks of itself",
        "According to Radio Tide, the troops reached the valley at night. This newspaper could not verify the account.",
        "the troops reached the valley at night ← Radio Tide (adjunct)",
        "This newspaper could not verify the account ← report",
    ),
    es(
        "general facts in the present, after a paragraph",
        "Ana Soto dijo que las tropas llegaron de noche.\n\nEl valle tiene 3.000 habitantes y vive del corcho.",
        "las tropas llegaron de noche ← Ana Soto",
        "El valle tiene 3.000 habitantes y vive del corcho ← report",
    ),
    en(
        "general facts in the present, after a paragraph",
        "Ann Marsh said that the troops came at night.\n\nThe valley has 3,000 inhabitants and lives on cork.",
        "the troops came at night ← Ann Marsh",
        "The valley has 3,000 inhabitants and lives on cork ← report",
    ),
    es(
        "nobody named opens none",
        "Se informó que las tropas llegaron de noche. El valle quedó a oscuras.",
        "las tropas llegaron de noche ← ∅",
        "El valle quedó a oscuras ← report",
    ),
    es(
        "question to the reader",
        "Según Radio Marea, las tropas llegaron de noche al valle. ¿Quién las envió?",
        "las tropas llegaron de noche al valle ← Radio Marea (adjunct)",
        "Quién las envió ← report",
        fails="a lone question right behind an outlet's single sentence is taken for more of it",
    ),
    es(
        "little was said, and the report speaks for itself",
        "La feria de Nogales cerró el domingo. Hubo 290 casetas. El alcalde dijo que volverá. "
        "La plaza de Nogales quedó vacía.",
        "La feria de Nogales cerró el domingo ← report",
        "Hubo 290 casetas ← report",
        "volverá ← El alcalde",
        "La plaza de Nogales quedó vacía ← report",
    ),
    en(
        "little was said, and the report speaks for itself",
        "The fair at Marsh End closed on Sunday. It had 290 stalls. The mayor said it would return. "
        "Marsh End station stayed shut.",
        "The fair at Marsh End closed on Sunday ← report",
        "It had 290 stalls ← report",
        "it would return ← The mayor",
        "Marsh End station stayed shut ← report",
    ),
]

ACCOUNT = {
    "es": "Ana Soto dijo que las tropas llegaron de noche al valle. Avanzaron sin luces. El molino ardió.",
    "en": "Ann Marsh said that the troops came at night. They advanced without lights. The mill burned down.",
}


@table(RUNS_ON)
def test_accounts_run_on(case):
    check(case)


@table(ENDS)
def test_accounts_end(case):
    check(case)


def continued(language: str, carry_on: str) -> int:
    return sum(c.continued for c in segun.analyze(ACCOUNT[language], language=language, carry_on=carry_on).claims)


@pytest.mark.parametrize("language", ["es", "en"])
def test_none_carries_nothing_on(language):
    assert continued(language, "none") == 0


@pytest.mark.parametrize("language", ["es", "en"])
def test_each_setting_carries_on_at_least_as_much_as_the_one_before(language):
    counts = [continued(language, setting) for setting in ("none", "cautious", "eager")]
    assert counts == sorted(counts)
    assert counts[2] > 0


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_continued_claim_is_less_sure_than_the_one_that_opened_its_account(language):
    opener, *rest = segun.analyze(ACCOUNT[language], language=language, carry_on="eager").claims
    assert opener.confidence > max(c.confidence for c in rest if c.continued)


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_continued_relay_has_a_source_and_no_cue(language):
    analysis = segun.analyze(ACCOUNT[language], language=language, carry_on="eager")
    for claim in analysis.claims:
        if claim.continued:
            assert claim.relays[-1].cue_spans == ()
            assert claim.relays[-1].source == analysis.claims[0].relays[-1].source
