from __future__ import annotations

import socket

import pytest

from segun.cli.serve import _bound
from segun.serve.desk import DEAR, LASTING, Kept


class Clock:
    now = 100.0

    def __call__(self):
        return self.now


def test_an_answer_holds_for_its_state_only():
    kept = Kept()
    assert kept.answer(1, "q", lambda: "a") == "a"
    assert kept.answer(1, "q", lambda: "b") == "a"
    assert kept.get(2, "q") is None
    assert kept.answer(2, "q", lambda: "b") == "b"


def test_what_took_long_lasts_a_little_where_it_may():
    clock = Clock()
    kept = Kept(clock)

    def slowly(value, seconds):
        def count():
            clock.now += seconds
            return value

        return count

    kept.answer(1, "quick", slowly("a", DEAR / 2), lasting=True)
    kept.answer(1, "exact", slowly("a", 2 * DEAR))
    kept.answer(1, "slow", slowly("a", 2 * DEAR), lasting=True)
    assert kept.get(2, "quick") is None
    assert kept.get(2, "exact") is None
    assert kept.answer(2, "slow", slowly("b", 2 * DEAR), lasting=True) == "a"
    clock.now += 3 * DEAR * LASTING
    seen = []

    def anew():
        seen.append(kept.get(2, "slow"))  # what others get meanwhile
        return "b"

    assert kept.answer(2, "slow", anew, lasting=True) == "b"
    assert seen == ["a"]


def test_a_count_that_fails_is_not_kept():
    kept = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.answer(1, "q", lambda: 1 / 0)
    assert kept.answer(1, "q", lambda: "a") == "a"


def test_the_listening_socket_says_that_it_is_tcp_so_that_answers_go_out_at_once():
    with _bound("127.0.0.1", 0) as bound:
        assert bound.proto == socket.IPPROTO_TCP
