"""What all pages share: the ledger's connections, the settings, and what was counted already."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import LifoQueue
from typing import Any, TypeVar, cast
from weakref import WeakSet

from segun.ledger.ledger import Ledger

CONNECTIONS = 6
"""How many requests read the ledger at a time; others wait for their turn."""
KEPT = 256
"""Answers that are kept; those that were asked for least lately go."""
DEAR = 0.2
"""Seconds from which on an answer took long to count."""
LASTING = 20
"""How many times as long as it took to count may such an answer be given after the ledger has changed."""
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Answer:
    state: Hashable
    value: Any
    until: float
    """Up to when it may be given although the ledger has changed since, by the clock that only grows."""


class Kept:
    """Answers to what was asked of a ledger, as long as it stays as it is.

    Args:
        clock: seconds that only grow.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._answers: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._counting: set[Hashable] = set()
        self._lock = threading.Lock()

    def get(self, state: Hashable, asked: Hashable) -> Any | None:
        """Return the answer of this state of the ledger, or one that may still be given; ``None`` where there is none.

        One that is old is also given while somebody counts anew.
        """
        with self._lock:
            found = self._answers.get(asked)
            if found is None:
                return None
            old = found.until and (asked in self._counting or self._clock() < found.until)
            if found.state != state and not old:
                return None
            self._answers.move_to_end(asked)
            return found.value

    def answer(self, state: Hashable, asked: Hashable, count: Callable[[], T], *, lasting: bool = False) -> T:
        """Return the answer of this state of the ledger; where it is not known, count and keep it.

        Args:
            state: as :meth:`Desk.state` tells it.
            asked: what tells this question from others.
            count: answers it; never with ``None``.
            lasting: whether an answer that took long to count may be given a little longer, after the ledger has
                changed: figures beside a list, not what somebody decides upon.
        """
        known: T | None = self.get(state, asked)
        if known is not None:
            return known
        with self._lock:
            self._counting.add(asked)
        began = self._clock()
        try:
            value = count()
            ended = self._clock()
            dear = lasting and ended - began >= DEAR
            with self._lock:
                self._answers[asked] = _Answer(state, value, ended + LASTING * (ended - began) if dear else 0.0)
                self._answers.move_to_end(asked)
                while len(self._answers) > KEPT:
                    self._answers.popitem(last=False)
        finally:
            with self._lock:
                self._counting.discard(asked)
        return value


class Desk:
    """An open ledger for many readers and reviewers at once.

    Args:
        path: the ledger; it is brought to the newest schema.
        connections: how many requests read it at a time.

    Raises:
        LedgerError: it cannot be opened.
    """

    def __init__(self, path: Path, *, connections: int = CONNECTIONS) -> None:
        self.path = path
        self.kept = Kept()
        self._open = ExitStack()
        self._free: LifoQueue[Ledger] = LifoQueue()
        self._write = threading.Lock()
        self._own = threading.local()
        self._owned: WeakSet[Ledger] = WeakSet()
        for _ in range(connections):
            self._free.put(self._open.enter_context(Ledger(path)))

    def close(self) -> None:
        """Close the ledger's connections."""
        self._open.close()
        for ledger in list(self._owned):
            ledger.close()

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """Lend an open ledger to one request."""
        ledger = self._free.get()
        try:
            yield ledger
        finally:
            self._free.put(ledger)

    @contextmanager
    def deciding(self) -> Iterator[Ledger]:
        """Lend an open ledger to one request that writes; writers of this process take turns."""
        with self._write, self.reading() as ledger:
            yield ledger

    def own(self) -> Ledger:
        """Return the calling thread's own open ledger: for who asks, which is told before a page waits for its turn."""
        if not hasattr(self._own, "ledger"):
            self._own.ledger = Ledger(self.path)  # it goes with its thread, of which a server has ever new ones
            self._owned.add(self._own.ledger)
        return cast("Ledger", self._own.ledger)

    @staticmethod
    def state(ledger: Ledger) -> Hashable:
        """Return what tells one state of the ledger from another: the last decision, run, sighting and trace."""
        with ledger.reading() as connection:
            return cast(
                "tuple[Any, ...]",
                connection.execute(
                    "SELECT (SELECT max(number) FROM decisions), (SELECT max(id) FROM runs), "
                    "(SELECT max(rowid) FROM sightings), (SELECT max(id) FROM claims), (SELECT max(made) FROM traces)"
                ).fetchone(),
            )
