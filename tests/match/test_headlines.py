"""Headlines that assert what the body attributes."""

from __future__ import annotations

import pytest

from segun import analyze
from segun.match.headlines import bare
from segun.match.likeness import Comparing
from segun.match.statements import statements
from segun.match.told import Told
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
