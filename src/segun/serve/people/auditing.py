"""What people do at the desk is written down: beside what it changed, and where it was refused."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from segun.errors import SegunError
from segun.ledger import audit
from segun.ledger.audit import DONE
from segun.ledger.errors import UnavailableError
from segun.ledger.ledger import Ledger
from segun.serve.people.person import Person
from segun.serve.people.roles import Action


def now() -> str:
    """Return the moment as the ledger writes it."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def note(
    connection: sqlite3.Connection,
    person: Person | None,
    what: str,
    target: str = "",
    outcome: str = DONE,
    *,
    address: str = "",
) -> None:
    """Write down what somebody does, in the transaction that does it.

    Args:
        connection: in a transaction.
        person: who; ``None`` where nobody is known.
        what: the action.
        target: a key, a number or the name of an account.
        outcome: how it went.
        address: of the network, where nobody is known.
    """
    who, role, address = (person.name, person.role, person.address) if person else ("", "", address)
    audit.append(connection, at=now(), who=who, role=role, what=what, target=target, address=address, outcome=outcome)


@contextmanager
def doing(ledger: Ledger, person: Person, action: Action, what: str, target: str = "") -> Iterator[None]:
    """Check that a person may do something, and write down how it went.

    Args:
        ledger: an open ledger.
        person: who.
        action: what the role must reach.
        what: what is done, such as ``decide accept``.
        target: a key, a number or the name of an account.

    Raises:
        NotAllowedError: the role does not reach so far.
    """
    with refusals(ledger, person, what, target):
        person.check(action)
        yield
    with ledger.writing() as connection:
        note(connection, person, what, target)


@contextmanager
def refusals(ledger: Ledger, person: Person, what: str, target: str = "") -> Iterator[None]:
    """Write down what is refused; where the ledger itself cannot be written, there is nothing to write it in."""
    try:
        yield
    except UnavailableError:
        raise
    except SegunError as error:
        with ledger.writing() as connection:
            note(connection, person, what, target, f"refused: {type(error).__name__.removesuffix('Error')}")
        raise
