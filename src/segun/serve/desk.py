"""What all pages share: the ledger's connections, the settings, and what was counted already."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from queue import LifoQueue
from typing import Any, cast
from weakref import WeakSet

from segun.ledger.ledger import Ledger

CONNECTIONS = 6
"""How many requests read the ledger at a time; others wait for their turn."""
KEPT = 256
"""Answers that are kept until the ledger changes."""


@dataclass(slots=True)
class Kept:
    """Answers to what was asked of a ledger, as long as it stays as it is."""

    _state: Hashable = None
    _answers: OrderedDict[Hashable, Any] = field(default_factory=OrderedDict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def get(self, state: Hashable, asked: Hashable) -> Any | None:
        """Return the answer of this state of the ledger, ``None`` where there is none."""
        with self._lock:
            if state != self._state:
                self._answers.clear()
                self._state = state
            if asked in self._answers:
                self._answers.move_to_end(asked)
            return self._answers.get(asked)

    def put(self, state: Hashable, asked: Hashable, answer: Any) -> None:
        """Keep an answer; the one that was asked for least lately goes."""
        with self._lock:
            if state == self._state:
                self._answers[asked] = answer
                while len(self._answers) > KEPT:
                    self._answers.popitem(last=False)


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
