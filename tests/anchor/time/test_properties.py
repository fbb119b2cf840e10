"""What holds for any text."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from segun import lang
from segun.anchor.time import times

LANGUAGES = ("es", "en")
PUBLISHED = (None, "2025-04-30", "1999-12-31", "2024-02-29", "9999-12-31", "0001-01-01")


def wordings(language):
    """Text that is dense with what the rules are made of."""
    data = lang.timewords(language)
    words = sorted({word for entries in data.classes.values() for word in entries})
    literals = sorted({word for rule in data.rules for w in rule.wordings for word in re.findall(r"[^\W\d_]{2,}", w)})
    figures = st.integers(0, 3000).map(str) | st.sampled_from(["7:38", "31", "2018-02-30", "3/5/2018", "5/2015", "1/2"])
    piece = st.sampled_from(words) | st.sampled_from(literals) | figures | st.sampled_from([",", ".", "-", "\n\n", "'"])
    return st.lists(piece, max_size=40).map(" ".join)


def check(text, language, published, tense):
    found = times(text, language, published, tense=lambda _: tense)
    end = 0
    for each in found:
        assert end <= each.span.start < each.span.end <= len(text)
        end = each.span.end
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data(), published=st.sampled_from(PUBLISHED), tense=st.sampled_from(["past", "future", "present", None]))
def test_spans_lie_in_the_text_and_do_not_overlap(data, language, published, tense):
    check(data.draw(st.text() | wordings(language)), language, published, tense)


@pytest.mark.parametrize("language", LANGUAGES)
@given(data=st.data())
def test_years_come_from_the_text_or_from_publication_alone(data, language):
    text = re.sub(r"\d+", " ", data.draw(wordings(language)))
    numbers = {word for word, value in lang.timewords(language).classes["number"].items() if float(value) > 9}
    text = " ".join(word for word in text.split(" ") if word not in numbers)
    for each in times(text, language, None):
        assert not re.match(r"\d{4}", each.value or ""), each


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_list_is_read_to_its_end(language):
    years = [str(year) for year in range(1900, 2000)]
    found = times(", ".join(years), language, None)
    assert [each.value for each in found] == years


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_rule_can_be_met(language):
    """The grammar compiles: no rule names a class or a function that is not there."""
    from segun.anchor.time.grammar import grammar
    from segun.anchor.time.tag import MAKERS

    assert {rule.make for rule in grammar(language).rules} <= MAKERS.keys()
