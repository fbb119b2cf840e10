from hypothesis import given
from hypothesis import strategies as st

from segun.match.reuse.changes import changes
from segun.match.reuse.passages import compare

FIRST = (
    "The ferry left the pier at seven with forty people aboard.\n\nIt turned over near the old lighthouse, "
    "and fishermen pulled the first passengers out of the water before the coast guard came."
)
SECOND = (
    "It turned over near the old lighthouse and fishermen pulled the first passengers out of the sea before "
    "the coast guard came.\n\nNobody at the company answered the telephone on Sunday evening."
)


def test_a_paragraph_taken_over_with_a_changed_word_is_one_passage():
    found = compare(FIRST, SECOND)
    assert len(found.passages) == 1
    (passage,) = found.passages
    assert passage.a.of(FIRST).startswith("It turned over")
    assert passage.b.of(SECOND).endswith("the coast guard came")
    assert 0.8 < passage.same < 1.0
    assert 0 < found.b_share < 1


def test_the_changed_word_is_told():
    (passage,) = compare(FIRST, SECOND).passages
    told = changes(FIRST, SECOND, passage)
    assert [span.of(FIRST) for kind, span, _ in told if kind == "gone"] == ["water"]
    assert [span.of(SECOND) for kind, _, span in told if kind == "new"] == ["sea"]


def test_moved_paragraphs_are_found_and_told_to_be_out_of_order():
    one, other = FIRST.split("\n\n")
    found = compare(FIRST, f"{other}\n\n{one}")
    assert found.b_share > 0.95
    assert not found.in_order


def test_accents_and_case_do_not_matter():
    assert (
        compare(
            "El río subió dos metros anoche, según la alcaldía", "EL RIO SUBIO DOS METROS ANOCHE, SEGUN LA ALCALDIA"
        ).b_share
        == 1
    )


def test_what_everybody_has_can_be_left_out():
    from segun.match.reuse.shingles import shingles
    from segun.match.told import fold

    words = [fold(word) for word in SECOND.replace(".", "").split()]
    assert compare(SECOND, SECOND, {int(each) for each in shingles(words)}).b_share < 1


@given(st.text(alphabet="ab c.\n", max_size=120), st.text(alphabet="ab c.\n", max_size=120))
def test_passages_lie_within_the_texts(a, b):
    found = compare(a, b)
    assert 0 <= found.a_share <= 1
    assert 0 <= found.b_share <= 1
    for passage in found.passages:
        assert 0 <= passage.a.start < passage.a.end <= len(a)
        assert 0 <= passage.b.start < passage.b.end <= len(b)
        assert set(passage.a.of(a).split()) & set(passage.b.of(b).split())
