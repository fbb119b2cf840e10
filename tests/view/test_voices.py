from __future__ import annotations

from tests.samples import at, bare, claim, port

from segun.model import Relay, Source
from segun.view.voices import chain, voices

TEXT = "Uno. Dos. Tres."


def relayed(*sources):
    return tuple(Relay(source, (), (), "said") for source in sources)


def test_numbers_follow_the_text():
    known = voices(port())
    assert [(voice.number, voice.name) for voice in known.values()][:3] == [
        (1, "Radio Marea"),
        (2, "Agencia de Noticias del Estuario"),
        (3, "Irene Ferreiro"),
    ]


def test_nobody_named_takes_no_number():
    known = voices(port())
    assert known[None].number == 0
    assert sorted(voice.number for voice in known.values()) == list(range(9))


def test_a_source_without_claims_is_no_voice():
    analysis = bare(TEXT, claim("c", at(TEXT, "Uno")), sources=(Source("s", "Nadie", "person", ()),))
    assert voices(analysis) == {}


def test_a_long_name_gives_way_to_its_longest_fitting_alias():
    name = "Comisión Interprovincial de Aguas y Canales del Estuario"
    source = Source("s", name, "organisation", (), aliases=("CIACE", "Comisión de Aguas", "x"))
    known = voices(bare(TEXT, claim("c", at(TEXT, "Uno"), *relayed("s")), sources=(source,)))
    assert known["s"].short == "Comisión de Aguas"
    assert known["s"].name == name


def test_a_long_name_without_alias_is_cut_at_a_word():
    source = Source("s", "Comisión Interprovincial de Aguas y Canales", "organisation", ())
    known = voices(bare(TEXT, claim("c", at(TEXT, "Uno"), *relayed("s")), sources=(source,)))
    assert known["s"].short == "Comisión Interprovincial de…"


def test_a_source_that_relays_itself_stands_once():
    analysis = bare(TEXT, claim("c", at(TEXT, "Uno"), *relayed("s", "s")), sources=(Source("s", "Ana", "person", ()),))
    assert len(chain(analysis.claims[0], voices(analysis))) == 1
