"""Headlines that assert what the body attributes."""

from __future__ import annotations

import pytest
from tests.match.telling_reports import told

from segun import analyze
from segun.match.headlines import bare
from segun.match.likeness import Comparing
from segun.match.statements import statements
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report


def found(text, language="en"):
    report = Report("r1", text, language=language, outlet="Harbour Post", published="2031-03-01")
    said = statements(Told("r1", analyze(report)))
    return [(loss.kind, loss.before.sources) for loss in bare(said, Comparing(said))]


BODY = "The harbour master said that the crane had dropped forty anvils into the dock."


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"Crane drops forty anvils into dock\n\n{BODY}", ["The harbour master"]),
        (f"Crane may have dropped forty anvils into dock\n\n{BODY}", []),
        (f"Harbour master says crane dropped forty anvils\n\n{BODY}", []),
        ("Crane drops forty anvils into dock\n\nThe crane had dropped forty anvils into the dock.", []),
        (f"Ferry strike enters its third week\n\n{BODY}", []),
    ],
    ids=["bare", "hedged", "attributed", "the body states it too", "another matter"],
)
def test_a_headline_is_bare_where_what_it_says_is_somebodys_in_the_body(text, sources):
    assert found(text) == [("headline", (source,)) for source in sources]


def test_a_quotation_as_a_headline_is_somebodys():
    text = "«La grúa soltó cuarenta yunques»\n\n«La grúa soltó cuarenta yunques», dijo el capitán Nuño Arbás."
    assert found(text, "es") == []


PLANT = "La dirección de la fábrica de vidrio ocultó dos semanas la grieta del horno"


def of_titles(title, body, language="es"):
    found = trace([told("r1", "Onda Almorchón", body, language=language, title=title)], encoder=False)
    return [(loss.kind, loss.after.text, loss.after.spans, loss.before.sources) for loss in found.headlines]


@pytest.mark.parametrize("inside", [True, False], ids=["first line of the text", "given beside it"])
@pytest.mark.parametrize(
    ("title", "body", "flagged"),
    [
        ("La fábrica ocultó dos semanas la grieta del horno", f"{PLANT}, denunció el sindicato Fragua.", True),
        ("Fragua denuncia que la fábrica ocultó la grieta del horno", f"{PLANT}, denunció el sindicato Fragua.", False),
        ("La fábrica ocultó la grieta del horno, según Fragua", f"{PLANT}, denunció el sindicato Fragua.", False),
        ("La fábrica pudo ocultar dos semanas la grieta del horno", f"{PLANT}, denunció el sindicato Fragua.", False),
        ("La fábrica ocultó dos semanas la grieta del horno", f"{PLANT}.", False),
        (
            "La fábrica ocultó dos semanas la grieta del horno",
            f"{PLANT}.\n\nLa fábrica ocultó la grieta del horno desde el día 3, denunció el sindicato Fragua.",
            False,
        ),
        (
            "Nueve heridos al reventar un horno en Almorchón",
            "Nueve personas resultaron heridas al reventar un horno en Almorchón, informó Protección Civil.",
            False,
        ),
        (
            "Nueve heridos al reventar un horno en Almorchón",
            "Nueve personas resultaron heridas al reventar un horno en Almorchón, aseguró el sindicato Fragua.",
            True,
        ),
    ],
)
def test_a_headline_is_checked_wherever_it_was_given(title, body, flagged, inside):
    found = of_titles(None, f"{title}\n\n{body}") if inside else of_titles(title, body)
    assert [(kind, text) for kind, text, *_ in found] == ([("headline", title)] if flagged else [])
    assert inside or all(spans == () for *_, spans, _ in found)


def test_a_title_that_the_text_begins_with_is_checked_once():
    title = "La fábrica ocultó dos semanas la grieta del horno"
    found = of_titles(title, f"{title}\n\n{PLANT}, denunció el sindicato Fragua.")
    assert len(found) == 1


@pytest.mark.parametrize(
    "title",
    [
        "“The plant hid the crack”: the union speaks",
        "Did the plant hide the crack in the furnace?",
        "Plant may have hidden crack in furnace",
    ],
)
def test_a_title_that_quotes_asks_or_doubts_asserts_nothing(title):
    body = "The plant hid the crack in the furnace for two weeks, the union alleged."
    assert of_titles(title, body, "en") == []
    assert len(of_titles("The plant's managers hid the crack in the furnace", body, "en")) == 1
