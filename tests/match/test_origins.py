"""How many origins: outlets that one owner has."""

from __future__ import annotations

from dataclasses import replace

import pytest

from segun import analyze
from segun.match.grouping import sure
from segun.match.likeness import Likeness
from segun.match.owning import by_ourselves, hearsay, obtained
from segun.match.records import Origin
from segun.match.sources import Sources
from segun.match.statements import statements
from segun.match.telling import sentence
from segun.match.told import Told
from segun.match.tracing import trace
from segun.match.unnamed import unestablished
from segun.match.voices import Voices
from segun.match.who import who
from segun.model import Report

CLOSED = "The Lindemar shipyard closed on Monday and 240 workers lost their jobs. We saw the locked gate."


def told(key, outlet, owner=None):
    report = Report(key, CLOSED, language="en", outlet=outlet, published=f"2031-03-0{key[-1]}")
    return Told(key, analyze(replace(report)), owner=owner)


@pytest.mark.parametrize(("owner", "origins"), [(None, 2), ("Quay Media", 1)])
def test_outlets_of_one_owner_count_once_where_the_user_says_so(owner, origins):
    reports = [told("r1", "Harbour Post", owner), told("r2", "Coast Wire", owner)]
    one = replace_words(reports[1])
    (group,) = [g for g in trace([reports[0], one], encoder=False).groups if g.carrying == 2]
    assert group.independent_origins == origins
    assert {origin.source for origin in group.origins} == ({owner} if owner else {"Harbour Post", "Coast Wire"})


def replace_words(each):
    """The same in other words, so that it is no copy."""
    words = "We went to Lindemar. At its shipyard 240 workers have lost their jobs since the yard closed on Monday."
    report = replace(each.analysis.report, text=words)
    return Told(each.key, analyze(report), owner=each.owner)


def test_people_whom_two_outlets_do_not_name_may_be_the_same():
    first = told("r1", "Harbour Post")
    texts = {
        "r1": "Fourteen crates of tinned fish fell from the crane at Lindemar, said a docker who saw it.",
        "r2": "A woman on the quay said the Lindemar crane dropped fourteen crates, tinned fish by the smell.",
    }
    reports = [
        Told(key, analyze(replace(first.analysis.report, key=key, text=text, outlet=outlet, published=day)))
        for (key, text), outlet, day in zip(
            texts.items(), ("Harbour Post", "Coast Wire"), ("2031-03-01", "2031-03-02"), strict=True
        )
    ]
    groups = [group for group in trace(reports, encoder=False).groups if group.carrying == 2]
    assert [(group.independent_origins, len(group.unestablished)) for group in groups] == [(2, 1)]
    assert "independence not established" in groups[0].sentence


def test_what_is_not_established_is_told_pair_by_pair():
    origins = [
        Origin(name, (f"r{at}",)) for at, name in enumerate(("Ada Linnet", "a nurse, to Post", "a man, to Wire"))
    ]
    unsure = unestablished(origins, frozenset({frozenset(("r0", "r1"))}))
    assert unsure == (("Ada Linnet", "a nurse, to Post"), ("a nurse, to Post", "a man, to Wire"))
    assert sentence(3, origins, (), unsure).endswith(
        "three origins, independence of Ada Linnet and a nurse, according to Post not established, nor of another pair."
    )
    assert sentence(3, origins, ()).endswith("three independent origins.")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("the Council", "en"), ("Consejo de las Colinas Verdes", "es")),
        (("The Ports Ministry", "en"), ("El Ministerio de Puertos", "es")),
        (("Merenia", "es"), ("el portavoz militar mereniano, Ivo Brandt", "es")),
        (("El Ministerio", "es"), ("Ministerio del Interior, Dirección de Comunicación", "es")),
        (("the Ports Ministry in Lindemar", "en"), ("Ministerio de Puertos de Orvania", "es")),
        (("Health officials", "en"), ("la Secretaría de Salud", "es")),
    ],
)
def test_two_names_of_one_office_are_one_source(one, other):
    sources = Sources([(*one, None), (*other, None)])
    assert sources.of(*one) == sources.of(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Defensa Civil de Tarquín", "es"), ("Tarquín al Minuto", "es")),
        (("La secretaria de la mesa, Ada Linnet", "es"), ("El Ministerio de Puertos", "es")),
    ],
)
def test_a_place_or_a_secretary_makes_no_office(one, other):
    sources = Sources([(*one, None), (*other, None)])
    assert sources.of(*one) != sources.of(*other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("El informe de auditoría de la CD Almenara", "es"), ("Radio Almenara", "es")),
        (("The Government of Norway", "en"), ("The Government of Denmark", "en")),
        (("the Ports Ministry in Lindemar", "en"), ("the Ports Ministry in Olmar", "en")),
        (("the police in Lindemar", "en"), ("la policía de Olmar", "es")),
    ],
)
def test_a_place_with_initials_and_two_states_are_not_one_source(one, other):
    sources = Sources([(*one, None), (*other, None)])
    assert sources.of(*one) != sources.of(*other)


@pytest.mark.parametrize(
    ("state", "office", "stands"),
    [
        ("The Government of Norway", "Norway's Ministry of Defence", True),
        ("Norway", "The Norwegian police", True),
        ("The Government of Denmark", "Norway's Ministry of Defence", False),
        ("Norway's Ministry of Defence", "The Government of Norway", False),
        ("The Government of Norway", "The Norwegian hospital", False),
    ],
)
def test_a_state_stands_for_its_offices(state, office, stands):
    assert bool(who(state, "en").stands_for(who(office, "en"))) is stands


def test_one_of_several_is_nobody_named():
    assert not who("a crane operator", "en").named
    assert who("un comunicado de la compañía", "es").named


def said(text, outlet):
    report = Report("r1", text, language="en", outlet=outlet, published="2031-03-02")
    return statements(Told("r1", analyze(report)))[0]


@pytest.mark.parametrize(
    ("outlet", "passes_on"),
    [
        ("Quay Whispers (Telegram)", True),
        ("Quay Whispers (Facebook)", True),
        ("@quaywhispers (X)", True),
        ("Olmar Police (X)", False),
        ("Post", False),
    ],
)
def test_an_anonymous_channel_only_passes_on(outlet, passes_on):
    assert hearsay(said(CLOSED, outlet), outlet) is passes_on


def test_an_anonymous_channel_does_not_speak_for_whom_it_speaks_of():
    texts = {
        "Orvane Marine Ltd": "Orvane Marine Ltd published its results on Monday and said that revenue fell by a tenth.",
        "Quay Whispers (Telegram)": "Orvane Marine buys 60 % of the Lindemar shipyard on Friday.",
    }
    reports = [
        Told(f"r{at}", analyze(Report(f"r{at}", text, language="en", outlet=outlet, published=f"2031-03-0{at}")))
        for at, (outlet, text) in enumerate(texts.items(), 1)
    ]
    groups = [g for g in trace(reports, encoder=False).groups if "60 %" in g.members[0].statement.text]
    assert [origin.source for group in groups for origin in group.origins] == []


@pytest.mark.parametrize(
    ("name", "language", "for_whom"),
    [
        ("un portavoz de la Cofradía", "es", True),
        ("a spokesman for Orvane", "en", True),
        ("la portavoz Ana Ruiz", "es", False),
        ("a spokesman", "en", False),
    ],
)
def test_a_spokesperson_may_tell_for_whom_they_speak(name, language, for_whom):
    assert who(name, language).speaks_for_name is for_whom


def test_a_surname_is_not_what_somebody_is_of():
    text = "Según Ana Ruiz, presidenta de Orvane, el muelle cerró ayer. Orvane perdió a nueve estibadores el lunes."
    said, voices = voices_of(text, "es", "Quay Post")
    assert said[0].sources
    assert [voices.implied(each) for each in said if "perdió" in each.text] == [None]


def test_the_press_as_such_is_nobody():
    assert hearsay(said(CLOSED, "Post"), "foreign newspapers")


def test_what_a_reporter_of_this_newspaper_saw_is_its_own():
    assert by_ourselves(said("A reporter of this newspaper saw 40 crates fall on the quay.", "Harbour Post"))
    assert not by_ourselves(said("A reporter of that newspaper saw 40 crates fall on the quay.", "Harbour Post"))


def test_an_institution_that_found_something_is_its_source_though_nobody_cites_it():
    one = said("The Lindemar Port Authority found oil in the water off the quay.", "Harbour Post")
    assert Voices([one]).implied(one) == "Port Authority"


def test_a_figure_may_be_spoken_of_as_another_s():
    assert Voices.of_another(said("The organisers' 3,000 needs a wider quay than Lindemar has.", "Harbour Post"))
    assert not Voices.of_another(said("About 3,000 stood on the quay at Lindemar.", "Harbour Post"))


@pytest.mark.parametrize(
    ("channel", "called"),
    [
        ("Quay Whispers (Telegram)", "the channel Quay Whispers"),
        ("Quay Whispers", "the Telegram channel Quay Whispers"),
    ],
)
def test_an_anonymous_channel_that_another_outlet_cites_is_no_origin(channel, called):
    texts = {
        "r1": (channel, "Somebody wrote to us. Fourteen crates of rifles lie under the Lindemar crane."),
        "r2": ("Coast Wire", f"Fourteen crates of rifles lie under the Lindemar crane, {called} said."),
    }
    reports = [
        Told(key, analyze(Report(key, text, language="en", outlet=outlet, published=f"2031-03-0{key[-1]}")))
        for key, (outlet, text) in texts.items()
    ]
    (group,) = [each for each in trace(reports, encoder=False).groups if each.carrying == 2]
    assert (group.independent_origins, group.origin_unknown) == (0, ("r1", "r2"))


@pytest.mark.parametrize(
    ("name", "other", "same"),
    [
        ("Northern Coast Alliance", "la Alianza de la Costa Norte", True),
        ("Northern Coast Alliance", "la Alianza de la Costa Sur", False),
        ("Free Harbour", "la Alianza de la Costa Norte", False),
    ],
)
def test_a_name_and_its_translation_are_one_source(name, other, same):
    assert who(name, "en").same(who(other, "es")) == same


@pytest.mark.parametrize(
    ("name", "other", "language"),
    [
        ("El viceministro de Sanidad, Iker Lamas", "el Ministerio de Sanidad", "es"),
        ("The Vice-Minister of Health, Ike Lamas", "the Ministry of Health", "en"),
        ("Orvane's Border Troops", "the border guard", "en"),
    ],
)
def test_who_helps_to_head_an_office_and_its_troops_are_the_office(name, other, language):
    assert who(name, language).same(who(other, language))


def test_a_word_alone_means_the_body_whose_name_it_ends():
    body = who("el Tribunal Electoral de Salvatierra", "es")
    assert who("El tribunal", "es").general(body)
    assert not who("El hospital", "es").general(body)
    assert not who("The tribunal", "en").general(body)


HOUSE = ("Orvane Marine S.A.", "es"), ("Orvane Marine S.A., investor relations", "en")


@pytest.mark.parametrize(
    ("name", "language"),
    [("la empresa", "es"), ("the Company", "en"), ("Orvane", "en"), ("The operator, Orvane Marine", "en"), *HOUSE],
)
def test_a_company_that_publishes_is_one_source_under_all_its_names(name, language):
    sources = Sources([(*each, None) for each in (*HOUSE, ("The operator, Orvane Marine", "en"))], HOUSE)
    assert sources.of(name, language) == sources.of(*HOUSE[0])


def test_a_different_company_is_not_the_one_that_publishes():
    sources = Sources([(*each, None) for each in HOUSE], HOUSE)
    assert sources.of("the operator, a different company", "en") != sources.of(*HOUSE[0])
    assert sources.of("otra empresa", "es") != sources.of(*HOUSE[0])


def test_two_companies_that_publish_leave_open_whom_the_company_means():
    outlets = ("Orvane Marine S.A.", "es"), ("Kessel Dredging Ltd", "en")
    sources = Sources([(*each, None) for each in outlets], outlets)
    assert sources.of("la empresa", "es") == "la empresa"


def test_a_health_service_is_the_same_in_two_languages():
    sources = Sources([("el Servicio Sanitario Regional", "es", None)])
    assert sources.of("The regional health service", "en") == "el Servicio Sanitario Regional"


def test_what_an_institution_publishes_is_its_own_though_it_cites_another():
    texts = {
        "Orvane Marine Ltd": "No docker was hurt at the Lindemar quay. The leak spilled 3,000 litres of styrene.",
        "Lindemar Dockers' Union": "To all\n\nWe called the roll this morning. No docker was hurt at the Lindemar "
        "quay.\n\nOrvane Marine said in its note that 3,000 litres were lost. Bring your helmets on Friday.",
    }
    reports = [
        Told(f"r{at}", analyze(Report(f"r{at}", text, language="en", outlet=outlet, published=f"2031-03-0{at}")))
        for at, (outlet, text) in enumerate(texts.items(), 1)
    ]
    groups = [group for group in trace(reports, encoder=False).groups if "hurt" in group.members[0].statement.text]
    assert {origin.source for group in groups for origin in group.origins} == set(texts)


def voices_of(text, language, outlet):
    each = Told("r1", analyze(Report("r1", text, language=language, outlet=outlet, published="2031-03-01")))
    said = statements(each)
    return said, Voices(said)


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        (
            "Según la Comisión Electoral de Olmar, votaron 4.300. La presidenta de la Comisión, Ana Ruiz, lo celebró.",
            "es",
            "la presidenta de la Comisión, Ana Ruiz",
        ),
        (
            "According to the Electoral Board of Olmar, 4,300 voted. The chair of the Board, Ana Ruiz, was glad.",
            "en",
            "the president of the Board, Ana Ruiz",
        ),
    ],
)
def test_who_heads_a_body_speaks_for_it(text, language, name):
    said, voices = voices_of(text, language, "Quay Post")
    assert "lectoral" in voices.speaks_for(said[0], name)


@pytest.mark.parametrize(
    ("text", "language", "outlet"),
    [
        ("Contamos 27 positivos. El recuento es de nuestra delegada, Ana Ruiz.", "es", "Sindicato Sanitario de Olmar"),
        ("We counted 27 cases. Our safety representative, Ana Ruiz, kept the list.", "en", "Olmar Health Union"),
    ],
)
def test_a_delegate_whom_a_union_calls_its_own_speaks_for_it(text, language, outlet):
    said, voices = voices_of(text, language, outlet)
    assert voices.speaks_for(said[0], "Ana Ruiz") == outlet
    assert voices_of(text, language, "Quay Post")[1].speaks_for(said[0], "Ana Ruiz") == "Ana Ruiz"


@pytest.mark.parametrize(
    ("name", "language", "placed"),
    [
        ("A docker at the Lindemar quay", "en", True),
        ("Un vecino de Olmar", "es", True),
        ("A spokesman for Orvane", "en", False),
        ("Ana Ruiz, a docker at Lindemar", "en", False),
        ("A judge of the Olmar Court", "en", False),
    ],
)
def test_somebody_of_whom_only_the_place_is_told_has_no_name(name, language, placed):
    assert who(name, language).of_a_place is placed


def test_an_outlet_that_names_itself_is_not_somebody_unnamed():
    text = "According to Quay Post, 240 workers lost their jobs at the Lindemar shipyard."
    report = analyze(Report("r1", text, language="en", outlet="Quay Post", published="2031-03-01"))
    (group,) = trace([Told("r1", report)], encoder=False).groups
    assert [origin.source for origin in group.origins] == ["Quay Post"]


@pytest.mark.parametrize(
    ("name", "language", "full"),
    [
        ("La CNC", "es", "la Confederación Naval de la Costa"),
        ("The Coastal Council", "en", "El Consejo Costero, en relación con la regata del lunes en Puerto Lindemar"),
    ],
)
def test_a_body_is_told_by_its_acronym_and_whatever_its_name_is_followed_by(name, language, full):
    sources = Sources([(full, "es", None)])
    assert sources.of(name, language) == full


def test_a_mutual_that_publishes_is_the_mutual():
    outlet = ("Mutua Lindemar", "es")
    assert Sources([(*outlet, None)], [outlet]).of("The mutual", "en") == outlet[0]


def test_a_word_of_an_outlet_s_own_name_is_that_outlet():
    text = "According to the Observatory, 240 storks died at the Lindemar marsh."
    report = analyze(Report("r1", text, language="en", outlet="Lindemar Storks Observatory", published="2031-03-01"))
    (group,) = trace([Told("r1", report)], encoder=False).groups
    assert [origin.source for origin in group.origins] == ["Lindemar Storks Observatory"]


@pytest.mark.parametrize(("score", "origins"), [(0.6, {"a", "b"}), (0.4, {"a", None})])
def test_what_rather_says_something_else_brings_no_origin_in(score, origins):
    group = [statements(told(f"r{at}", "Quay Post"))[0] for at in (1, 2)]
    found = sure(group, {group[0].id: "a", group[1].id: "b"}, lambda *_: Likeness(score, None, {}))
    assert set(found.values()) == origins


@pytest.mark.parametrize(("outlet", "own"), [("The Lindemar Gazette", True), ("The Lindemar Herald", False)])
def test_an_outlet_may_be_called_by_the_last_word_of_its_name(outlet, own):
    text = "Only two bids were complete, a member of the board told the Gazette."
    (one,) = statements(Told("r1", analyze(Report("r1", text, language="en", outlet=outlet))))[:1]
    assert obtained(one) is own
