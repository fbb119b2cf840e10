"""Two texts side by side: whole phrases, the words that said whose a statement is, statements in two languages."""

from __future__ import annotations

import pytest

from segun.match.records import Loss, Passage, Statement
from segun.model import Span
from segun.report.sides import compared
from segun.view.traced.about import About

ONE = "El dique de Orvo cedió a las seis, según la alcaldesa. La presa nueva estaba vacía desde mayo."
OTHER = "El dique de Orvo cedió a las seis. La balsa vieja estaba llena desde mayo."
ENGLISH = "The dyke at Orvo gave way at six."


def about(text, key="r"):
    return About(key, "Outlet", None, None, None, text)


def whole(text):
    return Span(0, len(text))


def words(slices, kind):
    return [each.text for each in slices if each.kind == kind]


def said(text, part, *sources):
    start = text.index(part)
    return Statement("r", "c", (Span(start, start + len(part)),), part, sources)


def side_by_side(losses=()):
    return compared(about(ONE), about(OTHER), [Passage(whole(ONE), whole(OTHER), 0.7)], losses)


def test_the_texts_are_whole():
    found = side_by_side()
    assert "".join(each.text for each in found.before) == ONE
    assert "".join(each.text for each in found.after) == OTHER


def test_a_word_between_two_changes_goes_with_them():
    found = side_by_side()
    assert words(found.after, "new") == ["La balsa vieja estaba llena"]
    assert words(found.before, "gone") == ["según la alcaldesa. La presa nueva estaba vacía"]


def test_what_said_according_to_whom_is_marked_as_lost():
    loss = Loss("lost", said(ONE, "El dique de Orvo cedió a las seis", "la alcaldesa"), said(OTHER, OTHER[:33]))
    assert words(side_by_side([loss]).before, "lost") == ["según la alcaldesa"]
    assert not words(side_by_side([Loss("named", loss.before, loss.after)]).before, "lost")


def test_a_source_that_is_not_named_there_is_still_marked():
    text = "La presa aguanta, añadió ella. Nada más."
    loss = Loss("lost", said(text, "La presa aguanta", "Ana Orbe"), said(OTHER, OTHER))
    assert words(compared(about(text), about(OTHER), [], [loss]).before, "lost") == ["añadió ella"]


@pytest.mark.parametrize(
    ("text", "words_said", "others", "marked"),
    [
        ("The slope slid sixteen days before it failed. No more.", "The slope slid sixteen days", (), []),
        ("The slope slid, the road is shut. No more.", "The slope slid", ("the road is shut",), []),
        ("The slope slid, she said. No more.", "The slope slid", (), ["she said"]),
    ],
)
def test_what_tells_something_else_does_not_say_whose_it_is(text, words_said, others, marked):
    loss = Loss("lost", said(text, words_said, "Ana Orbe"), said(OTHER, OTHER))
    pairs = [(said(text, each), said(OTHER, OTHER)) for each in others]
    assert words(compared(about(text), about(OTHER), [], [loss], pairs).before, "lost") == marked


def test_a_translation_is_aligned_by_statement():
    pair = (said(ONE, "El dique de Orvo cedió a las seis"), said(ENGLISH, ENGLISH[:-1]))
    found = compared(about(ONE), about(ENGLISH), [], (), [pair])
    assert [(each.text, each.number) for each in found.after if each.kind == "said"] == [(ENGLISH[:-1], 1)]
    assert words(found.before, "said") == ["El dique de Orvo cedió a las seis"]
    assert found.kinds == {"said", "only"}


def test_statements_are_not_marked_where_words_were_taken_over():
    pair = (said(ONE, ONE[:20]), said(OTHER, OTHER[:20]))
    found = compared(about(ONE), about(OTHER), [Passage(whole(ONE), whole(OTHER), 0.7)], (), [pair])
    assert "said" not in found.kinds


def test_texts_with_nothing_in_common():
    assert compared(about("a b c"), about("d"), []).kinds == {"only"}
    assert compared(about(""), about(""), []).kinds == frozenset()
