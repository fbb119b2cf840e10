"""The sentence about a group's origins: right for one, two and many, and no origin hidden where they are few."""

from __future__ import annotations

import pytest

from segun.match.records import Origin
from segun.match.telling import sentence
from segun.tongue import speaking


def of(source, reports, first="2031-03-04T10:00:00Z"):
    return Origin(source, tuple(reports), first)


@pytest.mark.parametrize(
    ("carrying", "origins", "unknown", "told"),
    [
        (1, [of("the mayor", "a")], "", "One report carries this; it goes back to the mayor, 4 March 2031; "),
        (1, [], "a", "One report carries this; its origin is unknown; "),
        (3, [], "abc", "Three reports carry this; the origin of all is unknown; "),
        (2, [of("A", "a"), of("B", "b")], "", "; one goes back to A, 4 March 2031; the other one to B; two "),
        (6, [of("A", "abcde"), of("B", "f")], "", "; all but one go back to A, 4 March 2031; the other one to B; two "),
        (7, [of("A", "abcde"), of("B", "fg")], "", "; all but two go back to A, 4 March 2031; the others to B (2); "),
        (
            9,
            [of("A", "abcde"), *(of(name, name.lower()) for name in "FGHI")],
            "",
            "the others to F (1), G (1), H (1) and I (1); five independent origins.",
        ),
        (14, [of("A", "abcd"), *(of(x.upper(), x) for x in "efghijklmn")], "", "the others to E (1), F (1), "),
        (
            2,
            [of("the note", "ab"), of("the firm", "b")],
            "",
            "both go back to the note, 4 March 2031; one of these also ",
        ),
        (3, [of("A", "a", None), of("B", "b")], "c", "one goes back to A; one to B; origin of one unknown; two "),
        (12, [of("RT", "abcdefghij")], "kl", "; all but two go back to RT, 4 March 2031; origin of two unknown; no "),
        (1, [of("papers, to Post", "a")], "", "; it goes back to papers, according to Post, 4 March 2031; "),
    ],
)
def test_the_sentence(carrying, origins, unknown, told):
    assert told in sentence(carrying, origins, tuple(unknown))


def test_it_names_all_origins_or_counts_two_at_least():
    for many in range(2, 15):
        told = sentence(many, [of(f"<{n}>", [str(n)]) for n in range(many)], ())
        named = sum(f"<{n}>" in told for n in range(many))
        assert named == many or "more" in told
        assert "one more" not in told


def test_the_sentence_in_spanish():
    with speaking("es"):
        told = sentence(6, [of("la alcaldesa", "abcde"), of("papeles, to El Faro", "f")], ())
    assert told == (
        "Seis noticias recogen esto; todas menos una se remontan a la alcaldesa, 4 de marzo de 2031; "
        "la otra, a papeles, según El Faro; dos orígenes independientes."
    )
