from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.test_page import EVIL, Tree, plain
from tests.samples import at, bare, claim, ferry, port
from tests.strait import area, strait, towns

from segun.model import (
    Alternative,
    Area,
    Candidate,
    Obligation,
    Order,
    Place,
    Relay,
    Sequence,
    Source,
    Span,
    Time,
)
from segun.report.page import render
from segun.view.map import Town


@pytest.fixture(scope="module")
def page():
    return render([strait()], towns=towns, area=area)


def part(page, name):
    return page.split(f'<section class="anchors {name}"')[1].split("</section>")[0]


@pytest.mark.parametrize(
    "analyses", [[strait()], [strait(), port(), strait()], [ferry()]], ids=["one", "several", "nothing"]
)
def test_the_page_stays_well_formed_and_its_links_lead_somewhere(analyses):
    tree = Tree(render(analyses, towns=towns, area=area))
    assert len(tree.ids) == len(set(tree.ids))
    linked = {attrs["href"][1:] for attrs in tree.all("a") if attrs["href"].startswith("#")}
    assert linked <= set(tree.ids)
    named = {id for _, attrs in tree.tags for id in attrs.get("aria-labelledby", "").split()}
    assert named <= set(tree.ids)


def test_it_works_without_a_gazetteer():
    assert "Faint dots" not in render([strait()])
    assert "Faint dots" in render([strait()], towns=towns)


def test_what_a_report_has_not_is_not_shown():
    assert 'class="anchors' not in render([ferry()])
    assert 'class="jump"' not in render([ferry()])


def test_the_head_leads_to_what_there_is(page):
    jump = page.split('<p class="jump">')[1].split("</p>")[0]
    assert plain(jump) == "WhenWhereIn what order"


def test_each_date_says_who_and_leads_to_the_claim(page):
    words = plain(part(page, "when"))
    assert "3 March 2031 On 3 March 2031" in words
    assert "1Norrel: happened then On 3 March 2031 the icebreaker left Port Osk" in words
    assert "3The Osk Courier said then two barges had sunk" in words
    assert '<a class="asserts" href="#r1-l2"' in part(page, "when")


def test_event_saying_and_neither_have_different_signs(page):
    drawn = part(page, "when")
    assert '<g class="k0 p0 event"><circle' in drawn
    assert '<g class="k2 p0 saying"><svg' in drawn
    assert '<g class="k3 p0 untold"><rect' in drawn


def test_only_one_voice_leaves_only_its_dates_and_places(page):
    assert {attrs["data-by"] for attrs in Tree(page).all("li", "dated")} == {"1", "3", "4", "5", "6"}
    assert '<li data-by="1 2">' in part(page, "where")


def test_open_dates_have_their_own_band(page):
    band = plain(part(page, "when").split('class="undated"')[1])
    assert "28 April, year open" in band
    assert "perhaps 28 April 2030: the last before it was published" in band
    assert "three days" not in plain(part(page, "when"))


def test_pins_and_rings_are_drawn_and_listed(page):
    where = part(page, "where")
    assert where.count('<g class="pin"') == 3
    assert where.count("<ellipse") == 1
    words = plain(where)
    assert "somewhere in Halm" in words
    assert "not Little Vey, QZ: 900 km from every other place" in words
    assert "disputed: claimed by Vessland" in words


def test_what_is_off_the_map_is_listed_below_its_reason(page):
    words = plain(part(page, "where"))
    off, metonyms, unknown = (words.index(title) for title in ("Not on the map", "Named for those", "Not found"))
    assert off < words.index("Vessland country") < metonyms < words.index("Kallin") < unknown < words.index("Qarth")


def test_the_map_has_a_text_for_those_who_do_not_see_it(page):
    where = part(page, "where")
    assert 'role="img"' in where
    assert '<desc id="r1-map">Tarn Bay: 2 claims. Port Osk: 1 claim.' in where


def test_the_ladder_has_stages_with_their_source(page):
    words = plain(part(page, "order"))
    assert "When the tow was done 1Norrel the barges were emptied" in words
    assert "cleared the channel" in words
    assert '<li class="rung k1 p0">' in part(page, "order")


def test_obligations_say_who_owes_what(page):
    words = plain(part(page, "order").split('class="duties"')[1])
    assert "7The treaty" in words
    for line in (
        "condition if a vessel is stranded",
        "who the coastal state",
        "owes shall give the crew shelter",
        "to the crew",
    ):
        assert line.replace(" ", "") in words.replace(" ", "")


def test_no_style_stands_in_place_and_nothing_is_fetched(page):
    for tag, attrs in Tree(page).tags:
        assert not {"src", "style", "xlink:href"} & set(attrs), tag
        assert (attrs.get("href") or "#").startswith(("#", "data:,"))


def test_nothing_of_a_report_or_gazetteer_becomes_markup():
    here = at(EVIL, EVIL)[0]
    spots = (
        Place(here, EVIL, EVIL, 1.0, 1.0, None, 0.9, (EVIL,), EVIL, "town", disputed=EVIL, why=EVIL),
        Place(here, EVIL, EVIL, 1.1, 1.1, None, 0.9, (EVIL,), "a1", "adm1"),
        Place(
            here,
            None,
            None,
            None,
            None,
            Area(EVIL, EVIL, "a1"),
            0.9,
            (EVIL,),
            alternatives=(Alternative(EVIL, EVIL, None, EVIL),),
            why=EVIL,
        ),
        Place(here, EVIL, None, 1.0, 1.0, None, 0.9, (EVIL,), metonymy=True),
        Place(here, None, None, None, None, None, 0.9, (EVIL,), why=EVIL),
    )
    analysis = replace(
        bare(
            EVIL,
            claim(EVIL, (here,), Relay(EVIL, (), (), "said")),
            claim("other", (here,)),
            sources=(Source(EVIL, EVIL, "person", ()),),
        ),
        times=(
            Time(here, "DATE", EVIL, (EVIL,), "event", (Candidate(EVIL, EVIL),)),
            Time(here, "DATE", "2031", (EVIL,), "saying"),
        ),
        places=spots,
        sequences=(Sequence((here,), (EVIL,)),),
        orders=(Order(EVIL, "other", here),),
        obligations=(Obligation(EVIL, here, (here,), (here,), Span(0, 5)),),
    )
    page = render([analysis], towns=lambda *_: [Town(EVIL, 1.2, 1.2, 9)], area=lambda _: (1.0, 1.0, 50.0))
    tree = Tree(page)
    assert len(tree.all("script")) == len(tree.all("style")) == 1
    assert not [name for _, attrs in tree.tags for name in attrs if name.startswith("on")]
    assert not set(page) & {"\u202e", "\x1b"}
    assert not [attrs for attrs in tree.all("a") if attrs["href"].startswith("javascript")]
    for name in ("when", "where", "order"):
        assert "[U+202E]" in part(page, name)


def test_a_report_rich_in_places_stays_small():
    bare_size, full = len(render([strait()])), len(render([strait()], towns=towns, area=area))
    assert full - bare_size < 60_000
