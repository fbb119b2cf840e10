import numpy as np

from segun.match.reuse.candidates import BEFORE, FIRST, candidates
from segun.match.reuse.shingles import hashes, sample, shingles


def find(postings, least=1, fresh=None):
    keys, items = (np.array(column, dtype=np.int64) for column in zip(*postings, strict=True))
    new = np.ones(len(keys), dtype=bool) if fresh is None else np.isin(items, fresh)
    return candidates(keys, items, items, new, least).tolist()


def test_items_that_share_keys_are_paired_earlier_first():
    assert find([(1, 7), (1, 3), (2, 7), (2, 3), (3, 9)]) == [[3, 7, 2]]


def test_pairs_with_too_few_keys_are_left_out():
    assert find([(1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)], least=2) == [[2, 3, 2]]


def test_two_old_items_are_not_paired_again():
    assert find([(1, 1), (1, 2), (1, 3)], fresh=[3]) == [[1, 3, 1], [2, 3, 1]]


def test_a_key_of_thousands_costs_in_proportion():
    found = find([(5, item) for item in range(20_000)])
    assert len(found) <= 20_000 * (BEFORE + FIRST)
    assert [0, 19_999, 1] in found
    assert [19_998, 19_999, 1] in found


def test_nothing_gives_nothing():
    empty = np.zeros(0, dtype=np.int64)
    assert candidates(empty, empty, empty, np.zeros(0, dtype=bool), 1).shape == (0, 3)


def test_hashes_are_the_same_everywhere():
    assert hashes(["el", "rio", "sube"]).tolist() == [10984973848803810560]


def test_a_text_keeps_some_shingles_and_a_short_one_all_of_them():
    words = [f"w{n}" for n in range(400)]
    found = shingles(words)
    assert 60 < len(sample(found)) < 140
    assert len(sample(shingles(words[:5]))) == 3
    assert len(shingles([])) == 0
