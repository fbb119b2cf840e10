from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st
from tests.samples import bare, claim, ferry, port

from segun.model import Relay, Source, Span
from segun.view.graph import graph


def drawn(*chains):
    ids = dict.fromkeys(id for each in chains for id in each if id)
    claims = [
        claim(f"c{at}", (Span(at, at + 1),), *(Relay(id, (), (), "said") for id in each))
        for at, each in enumerate(chains)
    ]
    sources = tuple(Source(id, f"Source {id}", "person", ()) for id in ids)
    return graph(bare("x" * (len(chains) + 1), *claims, sources=sources, outlet="The Outlet"))


def edges(made):
    return {(edge.teller.name, edge.told.name): edge.count for edge in made.edges}


def test_who_relays_whom_with_counts():
    assert edges(graph(ferry())) == {
        ("ferry-en", "Maud Ellery"): 2,
        ("ferry-en", "Northline"): 1,
        ("ferry-en", "the Harbour Post"): 3,
        ("the Harbour Post", "two officers"): 2,
    }


def test_columns_follow_depth():
    columns = {node.name: node.column for node in graph(port()).nodes}
    assert columns["La Voz de Brea"] == 0
    assert columns["Radio Marea"] == columns["nobody named"] == 1
    # Quoted directly too, but also through the agency.
    assert columns["Irene Ferreiro"] == columns["Tomás Olmedo"] == 2
    assert columns["un informe de la Universidad de Brea"] == 3


def test_a_node_counts_what_it_asserts_and_what_it_relays():
    nodes = {node.name: (node.asserts, node.relays) for node in graph(port()).nodes}
    assert nodes["La Voz de Brea"] == (2, 13)
    assert nodes["Agencia de Noticias del Estuario"] == (2, 3)
    assert nodes["Tomás Olmedo"] == (1, 1)


def test_two_sources_that_relay_each_other_do_not_hang():
    made = drawn("ab", "ba", "aa")
    assert edges(made) == {
        ("The Outlet", "Source a"): 2,
        ("Source a", "Source b"): 1,
        ("The Outlet", "Source b"): 1,
        ("Source b", "Source a"): 1,
    }


def test_without_claims_only_the_report_stands_there():
    made = drawn()
    assert [node.name for node in made.nodes] == ["The Outlet"]
    assert made.edges == ()


@given(st.lists(st.lists(st.sampled_from(["a", "b", "c", "d", "e", None]), max_size=4).map(tuple), max_size=12))
def test_nodes_lie_inside_and_do_not_overlap(chains):
    made = drawn(*chains)
    for node in made.nodes:
        assert 0 <= node.x <= made.width - node.width
        assert 0 <= node.y <= made.height - node.height
    for one, other in combinations(made.nodes, 2):
        apart = one.x + one.width <= other.x or other.x + other.width <= one.x
        assert apart or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_an_edge_over_a_column_passes_beside_its_nodes():
    made = drawn("a", "b", "c", "d", "ae", "e")
    long = next(edge for edge in made.edges if edge.told.name == "Source e" and edge.teller.column == 0)
    level = int(long.path.split("H")[0].rsplit(" ", 1)[1])
    assert not [node for node in made.nodes if node.column == 1 and node.y <= level <= node.y + node.height]
