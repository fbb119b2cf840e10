"""Which action needs which role: one table, and the one question that is asked of it."""

from __future__ import annotations

from typing import Literal, get_args

from segun.ledger.people import ROLES, Role

Action = Literal[
    "read",
    "export",
    "keep search",
    "own password",
    "own tokens",
    "decide",
    "add",
    "share search",
    "trace",
    "reanalyze",
    "forget",
    "users",
    "audit",
]
ACTIONS: tuple[Action, ...] = get_args(Action)

NEEDS: dict[Action, Role] = {
    "read": "reader",  # reports, claims, sources, traces, decisions
    "export": "reader",
    "keep search": "reader",  # for oneself
    "own password": "reader",
    "own tokens": "reader",
    "decide": "reviewer",  # every kind of decision, undoing too
    "add": "reviewer",  # reports
    "share search": "reviewer",  # keep or remove one that everybody sees
    "trace": "reviewer",
    "reanalyze": "admin",
    "forget": "admin",  # it cannot be undone
    "users": "admin",
    "audit": "admin",
}
"""The least role that each action needs."""


def may(role: Role, action: Action) -> bool:
    """Whether a role reaches as far as an action."""
    return ROLES.index(role) >= ROLES.index(NEEDS[action])
