from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from tests.samples import at, relay

from segun.gold.comparing import compare
from segun.gold.figures import by_rule, tally
from segun.gold.records import GoldClaim, GoldRelay, GoldText
from segun.gold.summary import calibration, damage, summarize
from segun.model import Claim, Report, Source
from segun.pipeline import analyze_and_parse
from segun.report import evaluation
from segun.report.evaluation import Block, render
from segun.report.mistakes import FAULTS, shown

EVIL = "</style></mark><script>alert(1)</script> \"' onload=x {{7*7}} \u202eabc"
TEXT = (
    "Ana Sol said that the mill burned. Rain fell. In the mind of Vold the pass was closed.\n"
    f"{EVIL} stood there. He claimed that nobody knew."
)
VOID = {"meta", "path", "rect", "circle", "br"}


class Tree(HTMLParser):
    """What a page holds; fails where elements are not nested."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.words = [], [], []
        self.feed(page)
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append((self.open[-1] if self.open else "", data))

    def all(self, tag):
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def ids(self):
        return [attrs["id"] for _, attrs in self.tags if "id" in attrs]


def span(words):
    return at(TEXT, words)


def gold_claim(content, source, cue):
    return GoldClaim(span(content), (GoldRelay(span(source), span(cue), "said"),), quotation="indirect")


def found_claim(id, content, source, cue, rule):
    ids = {"Ana Sol": "s1", "He": "s1"}
    relays = (relay(TEXT, ids.get(source), source, cue),)
    return Claim(id, span(content), relays, "indirect", "CT+", "assert", 0.75, rule=rule)


GOLD = (
    gold_claim("the mill burned", "Rain", "said"),
    gold_claim("the pass was closed", "Vold", "In the mind of"),
)
FOUND = (
    found_claim("c1", "the mill burned", "Ana Sol", "said", "clause"),
    found_claim("c2", "nobody knew", "He", "claimed", "other clause"),
)


def block(name="gold", key="one", gold=GOLD):
    """Claims of our own making with the real parse: what is found here shall not depend on how well segun reads."""
    text = GoldText(key, TEXT, gold, "en")
    analysis, paragraphs = analyze_and_parse(Report(key, TEXT, "en"))
    sources = (Source("s1", "Ana Sol", "person", span("Ana Sol")),)
    analysis = replace(analysis, sources=sources, claims=FOUND, times=(), sequences=(), orders=(), obligations=())
    compared = compare(text, analysis)
    counts = tally(compared)
    harm = damage("merged", "paragraphs run <together>", 1, [(counts, counts)])
    return Block(summarize(name, [counts] * 12, by_rule([compared]), [harm]), tuple(shown(compared, paragraphs)))


@pytest.fixture(scope="module")
def one():
    return block()


@pytest.fixture(scope="module")
def page(one):
    return render([one], calibration([one.summary]))


def test_mistakes_carry_both_chains_the_rule_the_cue_and_the_parse(one):
    wrong, missed, false = one.mistakes
    assert [each.fault for each in one.mistakes] == ["wrong source", "missed", "false"]
    assert (wrong.construction, wrong.cue) == ("clause", "say")
    assert [link.source for link in wrong.gold] == ["Rain"]
    assert [(link.source, link.cue, link.how) for link in wrong.found] == [("Ana Sol", "said", "said")]
    (sentence,) = wrong.sentences
    assert "".join(piece.text for piece in sentence.pieces) == "Ana Sol said that the mill burned."
    assert [piece.text for piece in sentence.pieces if piece.gold and piece.found] == ["the mill burned"]
    assert [piece.text for piece in sentence.pieces if piece.cue] == ["said"]
    (said,) = [token for token in sentence.parse if token.text == "said"]
    assert (said.lemma, said.pos, said.head_text) == ("say", "VERB", "")
    (mill,) = [token for token in sentence.parse if token.text == "mill"]
    assert (mill.dep, mill.head_text) == ("nsubj", "burned")
    assert (missed.construction, missed.found, missed.confidence) == ("not found: indirect, said", None, None)
    assert (false.gold, false.cue, false.confidence) == (None, "claim", 0.75)
    assert [(link.source, link.name) for link in false.found] == [("He", "Ana Sol")]


def test_the_page_is_well_formed_and_its_links_lead_somewhere(page):
    tree = Tree(page)
    assert len(tree.ids) == len(set(tree.ids))
    links = {attrs["href"] for attrs in tree.all("a")}
    assert all(link.startswith("#") for link in links)
    assert {link[1:] for link in links} <= set(tree.ids)
    assert len(tree.all("h1")) == 1


def test_nothing_from_a_text_reaches_the_page_unescaped():
    hostile = block("<b>gold</b>", EVIL)
    page = render([hostile], calibration([hostile.summary]))
    assert "<script" not in page
    assert "<b>gold</b>" not in page
    assert "<together>" not in page
    assert "\u202e" not in page
    assert "alert(1)" in page
    assert Tree(page).all("style") == [{}]


def test_the_policy_allows_our_style_and_nothing_else(page):
    policy = next(a["content"] for a in Tree(page).all("meta") if a.get("http-equiv") == "Content-Security-Policy")
    style = re.search("<style>(.*?)</style>", page, re.DOTALL)[1]
    assert str(evaluation.hashed(style)) in policy
    assert policy.startswith("default-src 'none'")
    assert not any("style" in attrs for _, attrs in Tree(page).tags)


def test_a_link_to_a_group_leaves_its_mistakes_alone(page, one):
    tree = Tree(page)
    items = [set(attrs["class"].split()) for attrs in tree.all("li") if attrs.get("id", "").startswith("m")]
    assert len(items) == len(one.mistakes)
    groups = [attrs["id"] for attrs in tree.all("p") if attrs.get("class") == "group"]
    for group in groups:
        assert f"#{group}:target~.mistakes>:not(.{group}){{display:none}}" in page
        assert any(group in classes for classes in items)
    counted = {found[1]: int(found[2]) for found in re.finditer(r'<a href="#(g\d+)">(\d+)</a>', page)}
    assert {group: sum(group in classes for classes in items) for group in groups} == counted
    assert {
        "missed, construction not found: indirect, said: 1 mistake",
        "cue say: 1 mistake",
        "text one: 3 mistakes",
    } <= {found[1] for found in re.finditer(r'id="g\d+">Only (.*?)\. <a', page)}


def test_constructions_without_mistakes_stand_in_the_index_too(one):
    page = render([replace(one, mistakes=())], calibration([one.summary]))
    assert '<th scope="row">other clause</th><td>1</td><td>0</td><td></td>' in page
    assert "No mistakes." in page


def test_several_golds_are_told_apart(one):
    page = render([one, block("other")], calibration([one.summary]))
    assert ">gold: one</a>" in page
    assert ">other: one</a>" in page


def test_of_very_many_mistakes_the_first_are_shown_and_all_counted(one, monkeypatch):
    monkeypatch.setattr(evaluation, "MOST", 2)
    page = render([one], calibration([one.summary]))
    assert "The first 2 of 3 are shown" in page
    assert len([a for a in Tree(page).all("li") if a.get("id", "").startswith("m")]) == 2
    assert ">3</a>" in page


def test_every_fault_has_a_column(page):
    heads = [words for tag, words in Tree(page).words if tag == "th"]
    assert set(FAULTS) <= set(heads)
