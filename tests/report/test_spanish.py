"""The pages of reports and traces in Spanish hold no word of the English interface."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.test_trace_pages import EMPTY, TEXT, at_a_glance, story
from tests.samples import PORT_TEXT, bare, ferry, port
from tests.tongue.english import english_in

from segun.match.records import Origin
from segun.report.page import render
from segun.report.trace_pages import group_name, pages
from segun.tongue import speaking

STORY = f"{TEXT} Two were hurt. The owner Outlet another toll"


def test_the_measure_finds_english_words():
    assert {"who", "speaks"} <= set(english_in(render([port()])))
    assert english_in("<p>Quién habla</p>") == []
    assert english_in('<p title="Who speaks">Quién</p><button lang="en">English</button>') == ["speaks", "who"]


@pytest.mark.parametrize(
    "made", [[port()], [bare("Nada más.")], [port(), bare("Nada más.")]], ids=["port", "bare", "two"]
)
def test_a_report_s_page(made):
    with speaking("es"):
        page = render(made)
    assert '<html lang="es">' in page
    assert english_in(page, but=PORT_TEXT) == []


def test_a_page_in_english_does_not_change():
    with speaking("es"):
        render([ferry()])
    assert "La propia noticia" not in render([ferry()])


@pytest.mark.parametrize("count", [2, 12])
def test_the_pages_of_a_trace(count):
    trace, about = story(count)
    edges = tuple(
        replace(each, evidence=("decided by people", "62% of its words stand in r00")) for each in trace.derivations
    )
    trace = replace(trace, derivations=edges)
    with speaking("es"):
        made = dict(pages(trace, at_a_glance(trace), about)) | {
            "empty": dict(pages(EMPTY, at_a_glance(EMPTY), {}))["index.html"]
        }
    for name, page in made.items():
        assert english_in(page, but=STORY) == [], name


def test_whom_one_outlet_spoke_to_is_said_in_spanish():
    trace, about = story(2)
    origins = (Origin("a <b>nurse</b>, to Post", ("r00", "r01"), "2031-03-01"),)
    group = replace(trace.groups[0], origins=origins)
    with speaking("es"):
        page = dict(pages(replace(trace, groups=(group, trace.groups[1])), at_a_glance(EMPTY), about))[group_name("g1")]
    assert "a &lt;b&gt;nurse&lt;/b&gt;, según Post" in page
    assert "nurse&lt;/b&gt;, to Post" not in page
