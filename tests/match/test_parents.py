"""Which of several earlier reports is the parent, and how a report was made from it."""

from __future__ import annotations

from segun import analyze
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report


def edges(*reports):
    """Return the derivations among some reports, by the numbers of child and parent.

    Args:
        reports: outlet, language and text of each, in the order of their publication.
    """
    told = [
        Told(f"r{at}", analyze(Report(f"r{at}", text, language=language, outlet=outlet, published=f"2031-03-0{at}")))
        for at, (outlet, language, text) in enumerate(reports, 1)
    ]
    return {(each.report, each.parent): each for each in trace(told).derivations}


OFFICE = (
    "Ministry of Fisheries, press office",
    "en",
    "Forty boats sank\n\nForty boats sank off Cape Orn. Nine sailors are missing.",
)
SUNK = "Naufragio\n\nCuarenta barcos se hundieron frente al cabo Orn, informó el Ministerio de Pesca."
WIRE = (
    "Agencia Brisa",
    "es",
    f"{SUNK} Un farero que pidió no ser citado contó que el faro llevaba apagado desde la medianoche del domingo.",
)


def test_what_an_office_said_may_be_from_anywhere():
    later = ("Correo de Orn", "es", "El faro\n\nEl Ministerio de Pesca no contestó. El faro sigue apagado.")
    assert ("r3", "r1") not in edges(OFFICE, WIRE, later)


def test_a_copy_without_the_witness_is_an_edit_that_lost_one():
    text = f"{SUNK} El faro llevaba apagado desde la medianoche del domingo."
    found = edges(WIRE, ("Correo de Orn", "es", text))["r2", "r1"]
    assert (found.how, found.laundered) == ("edit", True)


def test_what_says_the_same_in_other_words_has_it_from_anybody():
    first = ("Agencia Brisa", "es", "Naufragio\n\nCuarenta barcos se hundieron en el cabo Orn. Hay nueve muertos.")
    other = ("Correo de Orn", "es", "Tragedia\n\nMurieron nueve marineros. En Orn naufragaron cuarenta barcos.")
    assert ("r2", "r1") not in edges(first, other)


def test_an_outlet_is_not_credited_where_a_place_has_its_name():
    first = ("Diario Orn", "es", "Naufragio\n\nCuarenta barcos se hundieron. Nueve marineros han muerto.")
    place = ("Correo del Sur", "es", "Duelo\n\nPuerto Orn despidió ayer a los nueve marineros que han muerto.")
    paper = ("Correo del Sur", "es", "Duelo\n\nNueve marineros han muerto, según publica Orn.")
    assert ("r2", "r1") not in edges(first, place)
    assert edges(first, paper)["r2", "r1"].how == "relay"


def test_an_outlet_that_recalls_its_own_report_has_lost_nothing():
    later = ("Agencia Brisa", "es", f"{SUNK} El faro llevaba apagado desde la medianoche del domingo.")
    assert not edges(WIRE, later)["r2", "r1"].laundered


def test_what_an_earlier_report_has_of_an_office_may_be_from_that_report():
    later = (
        "Correo de Orn",
        "es",
        "El puerto\n\nLos barcos hundidos son cuarenta, según el Ministerio de Pesca. Hay luto.",
    )
    assert ("r2", "r1") in edges(OFFICE, later)
    assert ("r3", "r1") not in edges(OFFICE, WIRE, later)


def test_what_an_agency_attributes_once_more_it_may_have_been_told_again():
    told = "Cuarenta barcos se hundieron en Orn, dijo la capitana Ada Linnet. Hay nueve muertos, añadió Linnet."
    again = (
        "La capitana Ada Linnet mantuvo que se hundieron cuarenta barcos en Orn. Linnet repitió que hay nueve muertos."
    )
    first, later = ("Agencia Brisa", "es", f"Naufragio\n\n{told}"), ("Agencia Brisa", "es", f"Otro día\n\n{again}")
    assert ("r2", "r1") not in edges(first, later)


def test_an_office_has_what_it_says_of_its_own_matter_from_nobody():
    paper = "Tragedia\n\nNueve marineros murieron sin chalecos ni radio. Cuarenta barcos se hundieron de madrugada. El "
    note = "Nota\n\nCuarenta barcos se hundieron de madrugada. Nueve marineros murieron sin chalecos ni radio. La "
    first = ("Correo de Orn", "es", f"{paper}faro llevaba un mes apagado y nadie acudió a repararlo en ese tiempo.")
    later = f"{note}grúa está en camino y la flota volverá a puerto con las primeras luces de este domingo de mayo."
    assert ("r2", "r1") in edges(first, ("Diario de Orn", "es", later))
    assert ("r2", "r1") not in edges(first, ("Ministerio de Pesca", "es", later))
