"""The pages of a trace: whole, escaped, linked, whatever stands in the reports."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from lxml import html

from segun.match.glance import Dispute, Glance, Listed, Lost, Role
from segun.match.records import Derivation, Group, Link, Loss, Member, Origin, Passage, Statement, Trace
from segun.model import Span
from segun.report.trace_pages import compare_name, group_name, pages
from segun.view.traced.about import About
from segun.view.traced.graph import GAP, LETTER, LINE, MOST, graph

EMPTY = Trace((), (), ())
TEXT = "The kiln at Dorne burst. Nobody was hurt, the <script>alert(1)</script> owner said."


def said(report, text=TEXT, sources=("The owner",)):
    return Statement(report, f"c{report}", (Span(0, len(text)),), text, sources)


def at_a_glance(trace):
    """What a ledger with this trace would show first."""
    groups = {group.id: group for group in trace.groups}
    lost = [Lost(each.report, each.parent, each.how, loss) for each in trace.derivations for loss in each.losses]
    several = [group for group in trace.groups if group.carrying > 1]
    links = [
        Dispute(link.what, tuple((groups[end], groups[end].members[0].statement) for end in (link.a, link.b)), 2)
        for link in trace.links
        if link.kind == "contradicts"
    ]
    return Glance(
        len(several),
        *(
            listed([group for group in several if least <= group.independent_origins <= most])
            for least, most in ((1, 1), (2, 99), (0, 0))
        ),
        listed(lost),
        listed(trace.headlines),
        listed(links),
        listed([(link, groups[link.a], groups[link.b]) for link in trace.links if link.kind == "revises"]),
        listed(()),
        listed([Role("Outlet <0>", 3, 1, 2, 1)] if trace.groups else ()),
    )


def listed(found):
    return Listed(len(found) + 7 * bool(found), tuple(found))


def story(count, *, dated=True):
    """A claim that ``count`` reports carry, each from the one before, over five outlets."""
    keys = [f"r{n:02}" for n in range(count)]
    about = {
        key: About(
            key,
            f"Outlet <{n % 5}>",
            f"2031-03-{1 + n // 4:02}T{10 + n % 4}:00:00+00:00" if dated else None,
            "en",
            key,
            TEXT,
        )
        for n, key in enumerate(keys)
    }
    members = tuple(
        Member(said(key), "The owner", ("most like r00, likeness 0.9", "figures in common: <b>two</b>")) for key in keys
    )
    group = Group("g1", members, (Origin("The owner", tuple(keys), "2031-03-01"),), 1, (), "It goes back to the owner.")
    other = Group("g2", (Member(said(keys[0], "Two were hurt."), None),), (), 0, (keys[0],), "Unknown.")
    lost = Loss("lost", said(keys[0]), said(keys[-1], sources=()))
    edges = tuple(
        Derivation(
            child,
            parent,
            "copy",
            known=True,
            confidence=0.9,
            evidence=("same words",),
            losses=(lost,),
            passages=(Passage(Span(0, 23), Span(0, 23), 1.0), Passage(Span(25, 40), Span(25, 40), 1.0, "quoted")),
        )
        for parent, child in itertools.pairwise(keys)
    )
    link = Link(
        "g1", "g2", "contradicts", "number", "another toll", (members[-1].statement, other.members[0].statement)
    )
    return Trace((group, other), edges, (link,), (lost,)), about


@pytest.mark.parametrize("count", [2, 12, 80])
def test_every_page_is_whole_and_every_link_leads_somewhere(count):
    trace, about = story(count)
    made = dict(pages(trace, at_a_glance(trace), about))
    assert {"index.html", group_name("g1"), compare_name("r00", "r01")} <= set(made)
    for page in made.values():
        tree = html.fromstring(page)
        assert tree.xpath("//main//h1")
        assert not tree.xpath("//script")
        for link in tree.xpath("//main//a/@href"):
            assert link in made or link.startswith("all-")  # their rest is read from a ledger


def test_nothing_of_a_report_is_read_as_markup():
    trace, about = story(3)
    for page in dict(pages(trace, at_a_glance(trace), about)).values():
        assert "<script>" not in page
        assert "Outlet <" not in page


def test_the_count_of_origins_comes_first_on_a_claim():
    trace, about = story(3)
    tree = html.fromstring(dict(pages(trace, at_a_glance(trace), about))[group_name("g1")])
    assert tree.xpath("//main/*[1]")[0].text_content().split() == ["1", "independent", "origin"]


def test_texts_side_by_side_are_the_texts():
    trace, about = story(2)
    page = dict(pages(trace, at_a_glance(trace), about))[compare_name("r00", "r01")]
    texts = html.fromstring(page).xpath("//p[@class='text']")
    assert len(texts) == 2
    for text in texts:
        assert text.text_content() == TEXT
        assert "".join(text.xpath("./mark/text()")) == TEXT[:23]
        assert text.xpath("./span[@class='common']/text()") == [TEXT[25:40]]


def test_the_rest_of_a_list_has_pages_of_its_own():
    trace, about = story(3)
    seen = []

    def stretch(section, limit, skip):
        seen.append((section, limit, skip))
        return getattr(at_a_glance(trace), section)

    made = dict(pages(trace, at_a_glance(trace), about, stretch))
    assert {section for section, _, _ in seen} == {"single", "lost", "headlines", "disputes", "outlets"}
    for link in html.fromstring(made["index.html"]).xpath("//p[@class='more']/a/@href"):
        assert "of" in html.fromstring(made[link]).text_content()


def test_a_laundering_says_who_changed_what_and_how():
    trace, about = story(2)
    for kind, told in (
        ("lost", "Outlet <1> 1 March 2031 tells without its source what Outlet <0> 1 March 2031 has from The owner"),
        ("strengthened", "tells as certain what Outlet <0> 1 March 2031 leaves open"),
        ("named", "gives it to the report itself; Outlet <0> 1 March 2031 names nobody"),
        ("unheard of", "unheard of"),
    ):
        edge = trace.derivations[0]
        changed = replace(trace, derivations=(replace(edge, losses=(replace(edge.losses[0], kind=kind),)),))
        made = dict(pages(changed, at_a_glance(changed), about))
        assert told in " ".join(html.fromstring(made["index.html"]).text_content().split())


def test_a_dispute_tells_outlet_day_and_source_of_every_side():
    trace, about = story(2)
    found = html.fromstring(dict(pages(trace, at_a_glance(trace), about))["index.html"])
    sides = found.xpath("//section[@id='disputes']//ol/li")
    assert [side.xpath("string(p[1])") for side in sides] == ["Outlet <0> 1 March 2031 · The owner"] * 2


def test_of_an_unknown_direction_nobody_has_it_from_anybody():
    trace, about = story(2)
    unknown = replace(trace, derivations=(replace(trace.derivations[0], known=False),))
    made = dict(pages(unknown, at_a_glance(unknown), about))
    assert html.fromstring(made[compare_name("r00", "r01")]).xpath("string(//h1)") == "Outlet <0> beside Outlet <1>"
    claim = html.fromstring(made[group_name("g1")])
    assert not claim.xpath("//svg[@class='lineage']//path[@marker-end]")
    assert {node.kind for node in graph(unknown.groups[0], unknown.derivations, about).nodes} == {"related"}
    assert "related to Outlet <0>, direction unknown" in claim.text_content()


def test_a_claim_says_whose_independence_is_not_established():
    trace, about = story(2)
    group = replace(trace.groups[0], unestablished=(("a <nurse>, to Outlet", "a driver, to Post"),))
    made = dict(pages(replace(trace, groups=(group,), links=()), at_a_glance(EMPTY), about))
    text = html.fromstring(made[group_name("g1")]).text_content()
    assert "Independence not established: a <nurse>, according to Outlet and a driver, according to Post." in text


def test_a_list_that_is_cut_says_so():
    trace, about = story(3)
    assert dict(pages(trace, at_a_glance(trace), about))["index.html"].count("… and 7 more") == 5


def test_an_empty_trace_has_an_overview():
    made = dict(pages(EMPTY, at_a_glance(EMPTY), {}))
    assert "No claim stands in more than one report." in made["index.html"]


def test_labels_of_a_graph_cover_neither_each_other_nor_a_report():
    trace, about = story(20, dated=True)
    layout = graph(trace.groups[0], trace.derivations, about)
    boxes = [(node.x, mark.y, len(mark.label) * LETTER / 2) for node in layout.nodes for mark in node.marks]
    assert len(boxes) == 19
    for (x, y, half), (other, down, more) in itertools.combinations(boxes, 2):
        assert abs(x - other) >= half + more or abs(y - down) >= LINE
    for (x, y, half), node in itertools.product(boxes, layout.nodes):
        assert abs(x - node.x) >= half or abs(y - node.y) >= LINE


def test_a_lane_s_name_ends_with_a_word():
    trace, about = story(2)
    about = {
        key: replace(each, outlet="La Voz de la Comarca de Peñarrubia y del Alto Lirva") for key, each in about.items()
    }
    (lane,) = graph(trace.groups[0], trace.derivations, about).lanes
    assert lane.lines == ("La Voz de la Comarca de", "Peñarrubia y del Alto …")


def test_hours_stand_where_they_are_told():
    trace, about = story(5)
    layout = graph(trace.groups[0], trace.derivations, about)
    assert [node.hour for node in layout.nodes] == ["10:00", "11:00", "12:00", "13:00", "10:00"]
    assert [day for day, _ in layout.days] == ["1 Mar 2031", "2 Mar 2031"]
    undated = {key: replace(each, published="2031-03-01") for key, each in about.items()}
    assert {node.hour for node in graph(trace.groups[0], trace.derivations, undated).nodes} == {""}


@pytest.mark.parametrize(("count", "dated"), [(1, True), (12, True), (80, True), (6, False)])
def test_reports_of_a_graph_do_not_cover_each_other(count, dated):
    trace, about = story(max(count, 2), dated=dated)
    layout = graph(trace.groups[0], trace.derivations, about)
    across = sorted(node.x for node in layout.nodes)
    assert all(b - a >= GAP - 1e-6 for a, b in itertools.pairwise(across))
    named = [(x, x + len(day) * LETTER) for day, x in layout.days]
    assert all(end < start for (_, end), (start, _) in itertools.pairwise(named))
    assert named[-1][1] <= layout.width
    assert layout.more == max(0, max(count, 2) - MOST)
    assert {node.y for node in layout.nodes} <= {lane.y for lane in layout.lanes}
    assert len(layout.edges) == len(layout.nodes) - 1
