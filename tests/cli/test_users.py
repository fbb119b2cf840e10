from __future__ import annotations

import json

import pytest

from segun.ledger.ledger import Ledger

WORDS = "four words that fit badly\n"


@pytest.fixture
def users(segun, tmp_path):
    Ledger(tmp_path / "news.segun", create=True).close()
    return lambda *arguments, **more: segun("users", "news.segun", *arguments, **more)


def test_accounts_are_made_listed_and_changed(users, segun, monkeypatch):
    monkeypatch.setenv("SEGUN_REVIEWER", "Irune")
    assert "No accounts" in users()[2]
    assert users("add", "Ana", "--role", "admin", "--password-stdin", stdin=WORDS)[:2] == (0, "Ana: admin\n")
    assert users("add", "Rea", "--role", "reader", "--password-stdin", stdin="short\n")[0] == 2
    assert users("add", "Rea", "--role", "reader", "--password-stdin", stdin=WORDS)[0] == 0
    assert users("add", "REA", "--role", "reader", "--password-stdin", stdin=WORDS)[0] == 2
    assert users("role", "rea", "reviewer")[0] == 0
    assert "only admin" in users("disable", "Ana")[2]
    assert users("disable", "Rea")[0] == 0
    listed = [json.loads(line) for line in users("--json")[1].splitlines()]
    assert [(each["name"], each["role"], bool(each["disabled"])) for each in listed] == [
        ("Ana", "admin", False),
        ("Rea", "reviewer", True),
    ]
    code, out, _ = segun("audit", "news.segun", "--json")
    entries = [json.loads(line) for line in out.splitlines()]
    assert (code, entries[0]["who"], entries[0]["what"]) == (0, "Irune", "user disable")
    assert "argon2" not in out + users("--json")[1]


def test_a_token_is_shown_once_and_revoked(users):
    users("add", "Ana", "--role", "admin", "--password-stdin", stdin=WORDS)
    code, secret, _ = users("token", "Ana", "--name", "nightly")
    assert code == 0
    assert secret.startswith("segun_")
    assert secret.strip() not in users("tokens")[1]
    assert users("revoke", "Ana", "--name", "nightly")[0] == 0
    assert users("revoke", "Ana", "--name", "nightly")[0] == 2
    assert "revoked" in users("tokens")[1]


def test_where_nobody_can_be_asked_the_password_must_come_from_stdin(users):
    assert "--password-stdin" in users("add", "Ana", "--role", "admin")[2]
