from __future__ import annotations

import io

import pytest
from rich.console import Console
from tests.samples import at, bare, claim, ferry, port

from segun.cli.ledger import print_ledger
from segun.model import Relay, Source


def shown(analysis, width=100, **console):
    out = io.StringIO()
    print_ledger(analysis, Console(file=out, width=width, **console))
    return out.getvalue()


def test_claims_stand_under_their_chain_and_continued_ones_are_marked():
    assert """
the Harbour Post → two officers
    the radar had failed twice before
  ↳ It had been switched off at midnight, and nobody on the bridge had noticed
""" in shown(ferry())


def test_the_heading_says_where_and_when():
    heading = shown(port()).splitlines()[:2]
    assert heading == [
        "El puerto de Salinares reabrirá el lunes",
        "La Voz de Brea · 4 March 2031 · Spanish · by Nuria Cabal · credits ANE",
    ]
    assert shown(ferry()).splitlines()[1] == "date unknown · English"


def test_direct_speech_stands_in_quotation_marks():
    assert "    “No vamos a esperar otra marea … El muelle es nuestro”\n" in shown(port())
    assert "“hubiera heridos”" not in shown(port())


@pytest.mark.parametrize(
    "details",
    [
        "promises · probable (PR+) · on condition: si el temporal amaina",
        "orders · uncommitted (Uu) · unos 1.500 contenedores ≈ 1\u2009500",
        "denies · CT-",
        "unsure, 40%",
        "The headline asserts this itself; the body attributes it to La autoridad portuaria",
    ],
)
def test_what_is_no_plain_assertion_is_said(details):
    assert f"      {details}\n" in shown(port())


def test_a_plain_assertion_has_no_further_line():
    assert "\n\nNorthline" in shown(ferry()).split("scrape and then nothing,”")[1]


def test_the_last_line_counts():
    last = shown(port()).splitlines()[-1]
    assert last == "15 claims: 13 attributed, to 8 sources, 3 nested, 2 continued, 2 in the report’s own voice"
    assert shown(bare("Nada.")).splitlines()[-1] == "No claims were found."


@pytest.mark.parametrize("width", [30, 60, 100])
def test_lines_keep_to_the_width_and_end_without_blanks(width):
    for line in shown(port(), width).splitlines():
        assert len(line) <= width
        assert line == line.rstrip()


def test_a_pipe_gets_plain_text():
    assert "\x1b" not in shown(port())


def test_a_terminal_gets_colour():
    assert "\x1b[1;34mRadio Marea" in shown(port(), force_terminal=True, color_system="standard", no_color=False)


def test_nothing_of_the_text_steers_the_terminal():
    text = "[bold]x[/bold] \x1b[2J\u202e\x07 :smile: y"
    evil = Source("s", text, "person", ())
    analysis = bare(text, claim("c", at(text, text), Relay("s", (), (), "said")), sources=(evil,), title=text)
    out = shown(analysis, 300)
    assert not set(out) & {"\x1b", "\u202e", "\x07"}
    assert out.count("[bold]x[/bold] [U+001B][2J[U+202E][U+0007] :smile: y") == 3
