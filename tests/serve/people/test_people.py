from __future__ import annotations

import pytest
from tests.serve.people.desk import PASSWORD, Clock, audited, browser, desk, log_into

from segun.ledger.ledger import Ledger
from segun.serve.people import managing, passwords
from segun.serve.people.accounts import Limits
from segun.serve.people.errors import PasswordError, TooOftenError
from segun.serve.people.limits import Window
from segun.serve.people.person import at_command_line

BY = at_command_line("Irune")


@pytest.fixture
def ledger(tmp_path):
    with Ledger(tmp_path / "news.segun", create=True) as opened:
        managing.add_user(opened, "Ana", PASSWORD, "admin", by=BY)
        managing.add_user(opened, "Rea", PASSWORD, "reader", by=BY)
        yield opened


def test_a_right_login_begins_a_session_and_a_wrong_one_none(ledger):
    client = browser(desk(ledger)[0])
    assert log_into(client, "ana", "not the right words").status_code == 401
    assert client.get("/").headers["location"] == "/login?next=%2F"
    answer = log_into(client, "ANA")
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert client.get("/").json()["name"] == "Ana"
    assert ("Ana", "login", "refused: wrong password") in audited(ledger)
    assert audited(ledger)[-1] == ("Ana", "login", "done")


def test_a_name_that_nobody_has_costs_as_much_and_is_told_alike(ledger, monkeypatch):
    client = browser(desk(ledger)[0])
    verified = []
    real = passwords._hasher()

    class Hasher:
        hash = staticmethod(real.hash)
        check_needs_rehash = staticmethod(real.check_needs_rehash)

        def verify(self, kept, given):
            verified.append(kept)
            return real.verify(kept, given)

    monkeypatch.setattr(passwords, "_hasher", Hasher)
    unknown, wrong = log_into(client, "nobody"), log_into(client, "Ana", "not the right words")
    assert (unknown.status_code, unknown.text) == (wrong.status_code, wrong.text)
    assert len(verified) == 2
    assert all(kept.startswith("$argon2id$") for kept in verified)
    assert ("", "login", "refused: unknown name") in audited(ledger)


@pytest.mark.parametrize(
    "change",
    [
        lambda ledger: managing.disable(ledger, "rea", by=BY),
        lambda ledger: managing.set_password(ledger, "rea", "other words altogether", by=BY),
    ],
)
def test_a_session_ends_with_the_account_or_its_password(ledger, change):
    client = browser(desk(ledger)[0])
    log_into(client, "Rea")
    assert client.get("/").status_code == 200
    change(ledger)
    assert client.get("/").status_code == 303


def test_a_session_that_was_left_holds_for_nobody(ledger):
    app, _ = desk(ledger)
    client = browser(app)
    log_into(client, "Rea")
    cookies = dict(client.cookies)
    assert client.post("/logout", headers={"X-CSRF-Token": client.get("/").json()["csrf"]}).status_code == 200
    assert browser(app, cookies=cookies).get("/").status_code == 303


def test_old_and_forged_cookies_hold_no_session(ledger):
    clock = Clock()
    app, accounts = desk(ledger, clock=clock)
    client = browser(app)
    log_into(client, "Rea")
    name = accounts.sessions.cookie("session", secure=False)
    value = client.cookies[name]
    assert browser(app, cookies={name: value}).get("/").status_code == 200
    assert browser(app, cookies={name: "x" + value[1:]}).get("/").status_code == 303
    assert browser(app, cookies={name: accounts.sessions.visit()}).get("/").status_code == 303
    clock.now += 12 * 3600 + 1
    assert browser(app, cookies={name: value}).get("/").status_code == 303


def test_a_reader_may_not_decide_and_it_is_written_down(ledger):
    client = browser(desk(ledger)[0])
    log_into(client, "Rea")
    csrf = {"X-CSRF-Token": client.get("/").json()["csrf"]}
    assert client.post("/decide", headers=csrf).status_code == 403
    assert audited(ledger)[-1] == ("Rea", "decide accept", "refused: NotAllowed")
    managing.set_role(ledger, "Rea", "reviewer", by=BY)
    assert client.post("/decide", headers=csrf).status_code == 200
    assert client.get("/audit").status_code == 403


def test_the_audit_is_only_appended_to(ledger):
    for statement in ("DELETE FROM audit", "UPDATE audit SET who = 'x'"):
        with pytest.raises(Exception, match="only appended to"), ledger.writing() as connection:
            connection.execute(statement)
    assert len(audited(ledger)) == 2


def test_a_token_opens_the_api_until_it_is_revoked(ledger):
    client = browser(desk(ledger)[0])
    secret = managing.make_token(ledger, "Rea", "script", by=BY)
    assert secret.startswith("segun_")
    assert secret.encode() not in ledger.path.read_bytes()
    bearer = {"Authorization": f"Bearer {secret}"}
    assert client.get("/api/whoami", headers=bearer).json()["how"] == "token"
    assert client.post("/api/decide", headers=bearer).status_code == 403  # no CSRF, but a reader
    managing.revoke_token(ledger, "Rea", "script", by=BY)
    refused = client.get("/api/whoami", headers=bearer)
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert client.get("/api/whoami").status_code == 401


def test_logins_are_limited_and_say_how_long_to_wait(ledger):
    clock = Clock()
    limits = Limits(of_name=Window(2, 300, "Logins", clock), from_address=Window(5, 300, "Logins", clock))
    client = browser(desk(ledger, limits=limits)[0])
    for _ in range(2):
        assert log_into(client, "Rea", "not the right words").status_code == 401
    clock.now += 100
    refused = log_into(client, "REA")
    assert (refused.status_code, refused.headers["retry-after"]) == (429, "200")
    assert log_into(client, "Ana").status_code == 200
    clock.now += 201
    assert log_into(client, "Rea").status_code == 200


def test_a_window_slides():
    clock = Clock(0)
    window = Window(2, 10, "Things", clock)
    window.take("a")
    clock.now = 6
    window.take("a")
    window.take("b")
    with pytest.raises(TooOftenError) as error:
        window.take("a")
    assert error.value.wait == 4
    clock.now = 10
    window.take("a")


@pytest.mark.parametrize("password", ["too short", "a" * 20, "x y" * 500, "Irune Vold"])
def test_passwords_that_cannot_be(password):
    with pytest.raises(PasswordError):
        passwords.check(password, "irune vold")


def test_without_accounts_one_local_person_may_do_everything(ledger):
    client = browser(desk(ledger, auth=False)[0], "http://localhost:8000")
    said = client.get("/").json()
    assert (said["name"], said["role"], said["how"]) == ("Irune", "admin", "local")
    assert client.post("/decide").status_code == 403
    assert client.post("/decide", headers={"X-CSRF-Token": said["csrf"]}).status_code == 200
