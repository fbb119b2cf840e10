"""The pages of a trace: whole, escaped, linked, whatever stands in the reports."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from lxml import html

from segun.match.glance import Glance, Listed, Lost, Role
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
    links = [(link, groups[link.a], groups[link.b]) for link in trace.links]
    lost = [Lost(each.report, each.parent, each.how, loss) for each in trace.derivations for loss in each.losses]
    several = tuple(group for group in trace.groups if group.carrying > 1)
    return Glance(
        len(several),
        several,
        listed(lost),
        listed(trace.headlines),
        listed(links),
        listed(()),
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
    members = tuple(Member(said(key), "The owner", ("likeness 0.9",)) for key in keys)
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
    return Trace((group, other), edges, (Link("g1", "g2", "contradicts", "number", "another toll"),), (lost,)), about


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
            assert link in made or link == f"{group_name('g2')}"


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


def test_a_claim_says_whose_independence_is_not_established():
    trace, about = story(2)
    group = replace(trace.groups[0], unestablished=(("a <nurse>, to Outlet", "a driver, to Post"),))
    made = dict(pages(replace(trace, groups=(group,), links=()), at_a_glance(EMPTY), about))
    text = html.fromstring(made[group_name("g1")]).text_content()
    assert "Independence not established: a <nurse>, to Outlet and a driver, to Post." in text


def test_a_list_that_is_cut_says_so():
    trace, about = story(3)
    assert dict(pages(trace, at_a_glance(trace), about))["index.html"].count("… and 7 more") == 4


def test_an_empty_trace_has_an_overview():
    made = dict(pages(EMPTY, at_a_glance(EMPTY), {}))
    assert "No claim stands in more than one report." in made["index.html"]


def test_labels_of_a_graph_cover_neither_each_other_nor_a_report():
    trace, about = story(6, dated=True)
    layout = graph(trace.groups[0], trace.derivations, about)
    boxes = [(edge.x, edge.y, len(edge.label) * LETTER / 2) for edge in layout.edges]
    for (x, y, half), (other, down, more) in itertools.combinations(boxes, 2):
        assert abs(x - other) >= half + more or abs(y - down) >= LINE
    for (x, y, half), node in itertools.product(boxes, layout.nodes):
        assert abs(x - node.x) >= half or abs(y - node.y) >= LINE / 2


@pytest.mark.parametrize(("count", "dated"), [(1, True), (12, True), (80, True), (6, False)])
def test_reports_of_a_graph_do_not_cover_each_other(count, dated):
    trace, about = story(max(count, 2), dated=dated)
    layout = graph(trace.groups[0], trace.derivations, about)
    across = sorted(node.x for node in layout.nodes)
    assert all(b - a >= GAP - 1e-6 for a, b in itertools.pairwise(across))
    assert layout.more == max(0, max(count, 2) - MOST)
    assert {node.y for node in layout.nodes} <= {lane.y for lane in layout.lanes}
    assert len(layout.edges) == len(layout.nodes) - 1
