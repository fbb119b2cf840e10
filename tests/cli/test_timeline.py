from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console
from tests.samples import at, bare, claim, ferry
from tests.strait import strait

from segun.cli.timeline import print_timeline
from segun.model import Place, Relay, Source, Time


def shown(analysis, width=100, **console):
    out = io.StringIO()
    print_timeline(analysis, Console(file=out, width=width, **console))
    return out.getvalue()


def test_when_then_open_dates_then_where():
    assert (
        shown(strait())
        == """
When
  199         Residents: the channel had frozen in the 1990s and again in 2018
  2018        Residents: the channel had frozen in the 1990s and again in 2018
  2031-02     The Osk Courier: two barges had sunk near Little Vey in February
  2031-03-03  Norrel: On 3 March 2031 the icebreaker left Port Osk
  2031-03-09  The Osk Courier: (said then) two barges had sunk near Little Vey in February
  2032-SP     The ministry: a survey for the spring of 2032

Date open
  XXXX-04-28  a pilot: On 28 April the strait was closed
              perhaps 28 April 2030: the last before it was published

Where
  Tarn Bay, NX · 2 claims: Captain Ada Finch, the report itself
  Port Osk, NX · 1 claim: Norrel
  Halm, NX, district · 1 claim: Norrel
  Marrow Islands, NX, disputed: claimed by Vessland · 1 claim: the report itself
  Little Vey, NX, somewhere in Halm · 1 claim: The Osk Courier
  Vessland, country · 1 claim: The ministry
  Kallin, NX, for those who sit there · 1 claim: The ministry
  Qarth, not found · 1 claim: Norrel
"""
    )


def test_it_is_silent_where_nothing_is_known():
    assert shown(ferry()) == ""


@pytest.mark.parametrize("width", [20, 40, 80])
def test_each_entry_keeps_to_one_line(width):
    lines = shown(strait(), width).splitlines()
    assert max(map(len, lines)) <= width
    assert len(lines) == len(shown(strait(), 200).splitlines())
    assert lines == [line.rstrip() for line in lines]


def test_a_long_list_is_cut_and_says_so():
    text = " ".join(f"w{n:02}" for n in range(30))
    many = replace(
        bare(text, claim("c", at(text, text))),
        times=tuple(Time(at(text, f"w{n:02}")[0], "DATE", f"20{n:02}", ("c",)) for n in range(30)),
    )
    lines = shown(many).splitlines()
    assert len(lines) == 2 + 16 + 1
    assert lines[-1] == "… and 14 more; --html shows all"


def test_sources_have_the_colours_of_the_ledger():
    assert "\x1b[34mNorrel" in shown(strait(), force_terminal=True, color_system="standard", no_color=False)


def test_nothing_of_the_text_steers_the_terminal():
    text = "[bold]x[/bold] \x1b[2J\u202e\x07 y"
    evil = replace(
        bare(text, claim("c", at(text, text), Relay("s", (), (), "said")), sources=(Source("s", text, "person", ()),)),
        times=(Time(at(text, text)[0], "DATE", text, ("c",)), Time(at(text, text)[0], "DATE", "2031", ("c",))),
        places=(Place(at(text, text)[0], text, text, 1.0, 1.0, None, 1.0, ("c",), disputed=text),),
    )
    assert not set(shown(evil, 300)) & {"\x1b", "\u202e", "\x07"}
    assert "[bold]x[/bold] [U+001B]" in shown(evil, 300)
