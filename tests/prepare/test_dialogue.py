"""Hyphens that stand for the dashes of dialogue."""

from __future__ import annotations

import pytest

from segun.model import Span
from segun.prepare.dialogue import dashed


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("-No hay heridos -dijo Ana.", "—No hay heridos —dijo Ana."),
        ("-No -dijo Ana-. Nadie vino.", "—No —dijo Ana—. Nadie vino."),
        ("-¿Vendrá? -preguntó Ana.", "—¿Vendrá? —preguntó Ana."),
        ("-Un ex-ministro vino -dijo Ana.", "—Un ex-ministro vino —dijo Ana."),
        ("- Pan\n- Agua", "- Pan\n- Agua"),
        ("-Pan de trigo", "-Pan de trigo"),
        ("-5 grados -dijo la radio", "-5 grados -dijo la radio"),
        ("El tren Tol-Faro -dijo Ana- no sale.", "El tren Tol-Faro -dijo Ana- no sale."),
    ],
)
def test_only_those_of_dialogue_become_dashes(text, read):
    assert dashed(text, text, [Span(0, len(text))]) == read
