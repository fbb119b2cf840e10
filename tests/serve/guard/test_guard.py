from __future__ import annotations

import pytest
from tests.serve.people.desk import PASSWORD, browser, desk, log_into

from segun.ledger.ledger import Ledger
from segun.serve.guard.headers import CSP
from segun.serve.guard.hosts import ListenError, check_listening
from segun.serve.people import managing
from segun.serve.people.person import at_command_line


@pytest.fixture
def client(tmp_path):
    with Ledger(tmp_path / "news.segun", create=True) as ledger:
        managing.add_user(ledger, "Ana", PASSWORD, "admin", by=at_command_line(None))
        client = browser(desk(ledger, most=1000)[0])
        log_into(client, "Ana")
        yield client


@pytest.mark.parametrize("path", ["/", "/login", "/fail/fault", "/nowhere", "/api/whoami"])
def test_every_answer_has_the_headers(client, path):
    headers = client.get(path).headers
    assert headers["content-security-policy"] == CSP
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("desk.example", 200),
        ("DESK.example:8000", 200),
        ("localhost:8000", 200),
        ("127.0.0.1", 200),
        ("[::1]:8000", 200),
        ("evil.example", 421),
        ("127.0.0.1.evil.example", 421),
        ("10.0.0.7", 421),
        ("", 421),
    ],
)
def test_only_the_desks_own_names_are_answered(client, host, status):
    assert client.get("/login", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({}, 403),
        ({"data": {"csrf": "0" * 64}}, 403),
        ({"headers": {"X-CSRF-Token": "ñ".encode("latin-1")}}, 403),
        ({"data": {"csrf": "right"}}, 200),
        ({"files": {"a": b"x"}, "data": {"csrf": "right"}}, 200),
        ({"headers": {"X-CSRF-Token": "right"}}, 200),
        ({"headers": {"X-CSRF-Token": "right", "Origin": "http://desk.example"}}, 200),
        ({"headers": {"X-CSRF-Token": "right", "Origin": "http://evil.example"}}, 403),
        ({"headers": {"X-CSRF-Token": "right", "Origin": "null"}}, 403),
        ({"headers": {"X-CSRF-Token": "right", "Sec-Fetch-Site": "same-site"}}, 403),
    ],
)
@pytest.mark.parametrize("path", ["/decide", "/api/decide"])
def test_what_changes_something_must_come_from_the_desks_own_page(client, path, given, status):
    right = client.get("/").json()["csrf"]
    for part in ("data", "headers"):
        if part in given:
            given = {**given, part: {name: right if value == "right" else value for name, value in given[part].items()}}
    assert client.post(path, **given).status_code == status


def test_a_body_that_is_too_large_is_refused_whatever_it_says(client):
    csrf = {"X-CSRF-Token": client.get("/").json()["csrf"]}
    assert client.post("/decide", content=b"x" * 1001, headers=csrf).status_code == 413
    assert client.post("/decide", content=iter([b"x" * 600, b"x" * 600]), headers=csrf).status_code == 413
    assert client.post("/decide", content=b"x" * 1000, headers=csrf).text == "decided 1000"


@pytest.mark.parametrize(
    ("how", "status"), [("missing", 404), ("wrong", 400), ("busy", 503), ("full", 503), ("fault", 500)]
)
def test_a_failure_is_told_with_its_remedy(client, how, status):
    answer = client.get(f"/api/fail/{how}")
    told = answer.json()["error"]
    assert (answer.status_code, told["status"]) == (status, status)
    assert told["remedy"]
    assert "secret words" not in answer.text
    assert "\x1b" not in told["problem"]
    assert client.get(f"/fail/{how}").status_code == status


def test_without_accounts_only_this_computer_is_listened_to():
    check_listening("127.0.0.1", auth=False)
    check_listening("0.0.0.0", auth=True)  # noqa: S104 – what is tested
    with pytest.raises(ListenError):
        check_listening("0.0.0.0", auth=False)  # noqa: S104 – what is tested
