"""English parses in Universal Dependencies: (word, relation, head's word), and nothing of ClearNLP's is left."""

from __future__ import annotations

import pytest

from segun.annotate import models
from segun.annotate.parse import parse
from segun.prepare.paragraphs import paragraphs

CLEARNLP = {
    "ROOT",
    "dobj",
    "pobj",
    "pcomp",
    "prep",
    "nsubjpass",
    "csubjpass",
    "auxpass",
    "attr",
    "acomp",
    "relcl",
    "poss",
    "neg",
    "agent",
    "dative",
    "oprd",
    "npadvmod",
    "prt",
    "quantmod",
    "predet",
    "preconj",
    "intj",
    "complm",
}


def words(text):
    return [w for p in parse(models.load("en"), text, text, paragraphs(text)) for w in p.words], text


def relation(text, word):
    found, _ = words(text)
    one = next(w for w in found if w.text == word)
    return one.dep, found[one.head].text


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("Ann closed the bridge.", "closed", "root", "closed"),
        ("Ann closed the bridge.", "bridge", "obj", "closed"),
        ("Ann closed the bridge.", "Ann", "nsubj", "closed"),
        ("Ann said that the bridge is closed.", "that", "mark", "closed"),
        ("Ann said that the bridge fell.", "fell", "ccomp", "said"),
        ("The bridge was closed by the mayor.", "bridge", "nsubj:pass", "closed"),
        ("The bridge was closed by the mayor.", "was", "aux:pass", "closed"),
        ("The bridge was closed by the mayor.", "mayor", "obl:agent", "closed"),
        ("The bridge was closed by the mayor.", "by", "case", "mayor"),
        ("Ann is a teacher.", "teacher", "root", "teacher"),
        ("Ann is a teacher.", "is", "cop", "teacher"),
        ("Ann is a teacher.", "Ann", "nsubj", "teacher"),
        ("The bridge is old.", "old", "root", "old"),
        ("Ann said that the bridge is old.", "old", "ccomp", "said"),
        ("Ann went to the harbour.", "harbour", "obl", "went"),
        ("Ann went to the harbour.", "to", "case", "harbour"),
        ("The mayor of Vell resigned.", "Vell", "nmod", "mayor"),
        ("The mayor of Vell resigned.", "of", "case", "Vell"),
        ("Ann left without saying a word.", "saying", "advcl", "left"),
        ("Ann left without saying a word.", "without", "mark", "saying"),
        pytest.param(
            *("Ann wants to leave.", "to", "mark", "leave"),
            marks=pytest.mark.xfail(
                strict=True, reason="a sentence in which no label shows the scheme keeps ClearNLP's other labels"
            ),
        ),
        ("Ann wants to leave the harbour.", "to", "mark", "leave"),
        ("Ann wants to leave.", "leave", "xcomp", "wants"),
        ("The man who left was Peter.", "left", "acl:relcl", "man"),
        ("Ann did not leave.", "not", "advmod", "leave"),
        ("The mayor's boat sank.", "mayor", "nmod:poss", "boat"),
        ("Ann pointed out the error.", "out", "compound:prt", "pointed"),
    ],
)
def test_relations(text, word, dep, head):
    assert relation(text, word) == (dep, head)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "According to the mayor, the bridge is closed.",
            marks=pytest.mark.xfail(strict=True, reason="a preposition over a preposition stays prep: according to"),
        ),
        "The mayor, who is ill, was seen by nobody, and Ann gave Peter both of the keys.",
        "Yes, the coast guard's three boats were not there on Monday, Ann said, and she was called a liar for it.",
        "It is said that about 40 of them, all fishermen, had become soldiers before being sent out to sea.",
    ],
)
def test_no_label_of_the_old_scheme_is_left_and_heads_make_a_tree(text):
    found, _ = words(text)
    assert not {w.dep for w in found} & CLEARNLP
    for word in found:
        seen, node = set(), word
        while node.head != node.i:
            assert node.i not in seen
            seen.add(node.i)
            node = found[node.head]
        assert node.dep == "root"
