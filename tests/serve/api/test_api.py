from __future__ import annotations

import time

import pytest
from tests.serve.api.desk import PASSWORD, client, served

from segun.ledger.audit import entries


@pytest.fixture
def desk(tmp_path):
    with served(tmp_path) as made:
        yield made


@pytest.fixture
def rosa(desk):
    app, tokens = desk
    return client(app, tokens["Rosa"])


@pytest.fixture
def luis(desk):
    app, tokens = desk
    return client(app, tokens["Luis"])


def got(client, path, status=200, **query):
    answer = client.get(path, params=query or None)
    assert answer.status_code == status, answer.text
    return answer.json()


def sent(client, path, body=None, status=201):
    answer = client.post(path, json=body or {})
    assert answer.status_code == status, answer.text
    return answer.json()


def first_claim(client):
    return got(client, "/api/claims", limit=1)["items"][0]


def test_claims_are_found_by_every_parameter_of_the_pages(luis):
    every = got(luis, "/api/claims", limit=500)
    assert every["total"] == len(every["items"]) > 5
    some = got(luis, "/api/claims", report="ferry", sort="report", limit=2, skip=1)
    assert some["items"] == got(luis, "/api/claims", report="ferry", sort="report")["items"][1:3]
    assert {each["report"] for each in some["items"]} == {"ferry"}
    firm = got(luis, "/api/claims?factuality=CT%2B&factuality=PS%2B&limit=500")
    assert firm["total"] == sum(each["factuality"] in ("CT+", "PS+") for each in every["items"]) > 0


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("limit=501", 400),
        ("limit=-1", 400),
        ("limit=two", 400),
        ("skip=99999999999999999999", 400),
        ("nowhere=1", 400),
        ("factuality=sure", 400),
        ("sure=nan", 400),
        ("near=nan,1,1", 400),
        ("near=90,180,0.000001", 200),
        ("from=yesterday", 400),
        ("report=nowhere", 404),
        ("source=nobody%00", 400),
        ("q=%22%22", 400),
        ("q=-x", 400),
        ("q=AND+OR+NOT+%28*", 200),
        ("q=%22a+b+NEAR%28", 200),
        ("q=" + "a+" * 250, 200),
        ("q=%ff%fe", 400),
        ("q=_*", 200),
    ],
)
def test_what_cannot_be_meant_is_refused_with_a_remedy(luis, query, status):
    answer = luis.get(f"/api/claims?{query}")
    assert answer.status_code == status, answer.text
    if status != 200:
        told = answer.json()["error"]
        assert told["status"] == status
        assert told["remedy"]


def test_a_claim_is_decided_by_its_author_and_shown_with_it(desk, rosa):
    key = first_claim(rosa)["key"]
    taken = sent(rosa, f"/api/claims/{key}/decisions", {"kind": "correct", "body": {"factuality": "PS-"}, "why": "so"})
    assert (taken["by"], taken["target"], taken["why"]) == ("Rosa", key, "so")
    shown = got(rosa, f"/api/claims/{key}")
    assert (shown["claims"][0]["factuality"], shown["claims"][0]["review"]) == ("PS-", "corrected")
    assert shown["decisions"] == [taken]
    assert shown["seen"] == taken["number"]
    with desk[0].state.desk.reading() as ledger, ledger.reading() as connection:
        last = next(iter(entries(connection)))
    assert (last.who, last.what, last.target) == ("Rosa", "decide correct", key)


def test_whoever_has_not_seen_the_others_decision_is_told_it(rosa):
    key = first_claim(rosa)["key"]
    seen = got(rosa, f"/api/claims/{key}")["seen"]
    taken = sent(rosa, f"/api/claims/{key}/decisions", {"kind": "accept", "seen": seen})
    refused = sent(rosa, f"/api/claims/{key}/decisions", {"kind": "reject", "seen": seen}, 409)
    assert refused["decisions"] == [taken]
    assert refused["error"]["status"] == 409


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"kind": "forget"},
        {"kind": "accept", "body": {"note": "x"}},
        {"kind": "correct", "body": {}},
        {"kind": "correct", "body": {"spans": [[5, 2]]}},
        {"kind": "correct", "body": {"spans": [[0, 10**18]]}},
        {"kind": "correct", "body": {"places": [{"span": [0, 4], "name": {"a": 1}}]}},
        {"kind": "note", "body": {"note": "\x00"}},
        {"kind": "note", "body": {"note": 7}},
        {"kind": "grade", "body": {"grade": "A"}},
        {"kind": "accept", "seen": "1"},
        {"kind": "accept", "seen": True},
        {"kind": "accept", "more": 1},
    ],
)
def test_a_decision_that_cannot_be_is_refused_and_nothing_is_written(rosa, body):
    sent(rosa, f"/api/claims/{first_claim(rosa)['key']}/decisions", body, 400)
    assert got(rosa, "/api/decisions")["total"] == 0


@pytest.mark.parametrize(
    ("content", "kind", "status"),
    [
        (b"{", "application/json", 400),
        (b'{"kind": "\xff"}', "application/json", 400),
        (b'{"kind": "note", "body": {"note": "\\ud800"}}', "application/json", 400),
        (b'{"kind": "note", "body": {"note": NaN}}', "application/json", 400),
        (b'{"kind": "accept", "seen": 1e999}', "application/json", 400),
        (b'{"kind": "accept", "seen": ' + b"9" * 5000 + b"}", "application/json", 400),
        (b"[" * 200_000, "application/json", 400),
        (b'{"kind": ' + b"[" * 50 + b"]" * 50 + b"}", "application/json", 400),
        (b"[]", "application/json", 400),
        (b'{"kind": "accept"}', "text/plain", 415),
        (b'{"kind": "accept"}', "", 415),
        (b"kind=accept", "application/x-www-form-urlencoded", 415),
        (b'{"kind": "accept"}', "application/json; charset=utf-8", 201),
        (b" " * 3_000_000, "application/json", 413),
    ],
)
def test_a_body_that_is_no_json_object_is_refused(rosa, content, kind, status):
    path = f"/api/claims/{first_claim(rosa)['key']}/decisions"
    answer = rosa.post(path, content=content, headers={"Content-Type": kind})
    assert answer.status_code == status, answer.text


def test_a_claims_decisions_are_on_claims_only(rosa):
    sent(rosa, "/api/claims/port/decisions", {"kind": "note", "body": {"note": "x"}}, 404)
    assert got(rosa, "/api/claims/port", 404)["error"]["remedy"]


def test_reports_are_listed_and_read_after_decisions(rosa):
    found = got(rosa, "/api/reports", limit=2, skip=1)
    assert (found["total"], [each["key"] for each in found["items"]]) == (3, ["ferry", "strait"])
    before = got(rosa, "/api/reports/ferry")
    claim = before["claims"][0]["id"]
    sent(rosa, f"/api/claims/{before['keys'][claim]}/decisions", {"kind": "reject"})
    after = got(rosa, "/api/reports/ferry")
    assert len(after["claims"]) == len(before["claims"]) - 1
    assert after["decisions"][0]["kind"] == "reject"
    assert got(rosa, "/api/reports/ferry", until="0")["claims"] == before["claims"]
    assert len(got(rosa, "/api/reports/ferry", until="2999-01-01")["claims"]) == len(after["claims"])
    got(rosa, "/api/reports/ferry", 400, until="soon")
    got(rosa, "/api/reports/nowhere", 404)


def test_a_claim_is_added_and_undone(rosa):
    body = {"body": {"spans": [[0, 6]], "source": {"name": "Nadia Quell"}, "factuality": "CT+"}}
    taken = sent(rosa, "/api/reports/ferry/claims", body)
    key = taken["body"]["claim"]
    assert got(rosa, f"/api/claims/{key}")["claims"][0]["review"] == "added"
    undone = sent(rosa, f"/api/decisions/{taken['number']}/undo")["decisions"]
    assert [each["kind"] for each in undone] == ["undo"]
    got(rosa, f"/api/claims/{key}", 404)
    sent(rosa, f"/api/decisions/{taken['number']}/undo", status=400)
    sent(rosa, "/api/decisions/99/undo", status=404)
    sent(rosa, f"/api/decisions/{undone[0]['number']}/undo")
    assert got(rosa, f"/api/claims/{key}")["decisions"][0]["undone"] is False


def test_a_report_is_imported(rosa):
    job = sent(rosa, "/api/reports", {"text": "The pier is open, Vera Lund said.", "published": "2031-05-02"}, 202)
    for _ in range(100):
        found = got(rosa, f"/api/imports/{job['id']}")
        if found["state"] in ("done", "failed"):
            break
        time.sleep(0.02)
    assert (found["state"], found["by"], found["counts"]["added"]) == ("done", "Rosa", 1)
    for wrong in ({"text": " "}, {"text": "x", "published": "soon"}, {"text": "x", "language": "?"}, {"title": "x"}):
        sent(rosa, "/api/reports", wrong, 400)
    got(rosa, "/api/imports/nowhere", 404)


def test_what_is_imported_is_read_as_one_report(rosa, desk):
    from segun.read import read

    files = []
    desk[0].state.importer.take = lambda given, **_: (
        files.extend(given)
        or type("Job", (), {"id": "1", "by": "", "state": "waiting", "met": 0, "problem": "", "summary": _nothing()})()
    )
    given = {"text": "The pier is open.\n\nVera Lund said so.", "name": "../pier", "outlet": "Post", "language": "en"}
    sent(rosa, "/api/reports", {**given, "title": "Pier", "published": "2031-05-02"}, 202)
    (found,) = read([str(files[0])])
    assert (found.text, found.outlet, found.title, found.language) == (given["text"], "Post", "Pier", "en")
    assert (found.published, found.key) == ("2031-05-02", "../pier")


def _nothing():
    from segun.intake.filling import Summary

    return Summary()


def test_sources_are_listed_and_decided(rosa):
    found = got(rosa, "/api/sources", limit=2)
    one, other = found["items"]
    assert found["total"] > 2
    path = f"/api/sources/{one['key']}/decisions"
    sent(rosa, path, {"kind": "grade", "body": {"grade": "B"}})
    sent(rosa, path, {"kind": "note", "body": {"note": "answers letters"}})
    sent(rosa, path, {"kind": "rename", "body": {"name": "The first one"}})
    sent(rosa, path, {"kind": "merge", "body": {"source": other["key"]}})
    shown = got(rosa, f"/api/sources/{one['key']}")
    assert (shown["source"]["grade"], shown["source"]["name"]) == ("B", "The first one")
    assert [each["kind"] for each in shown["decisions"]] == ["grade", "note", "rename", "merge"]
    assert got(rosa, "/api/sources")["total"] == found["total"] - 1
    assert got(rosa, "/api/sources", like=other["key"])["total"] in (0, 1)
    sent(rosa, path, {"kind": "split", "body": {"names": [other["name"]]}})
    sent(rosa, path, {"kind": "grade", "body": {"grade": "1"}}, 400)
    sent(rosa, path, {"kind": "split", "body": {}}, 400)
    sent(rosa, "/api/sources/nobody at all/decisions", {"kind": "note", "body": {"note": "x"}}, 404)


def test_decisions_are_listed_the_newest_first(rosa):
    key = first_claim(rosa)["key"]
    for kind in ("accept", "reject"):
        sent(rosa, f"/api/claims/{key}/decisions", {"kind": kind})
    assert [each["kind"] for each in got(rosa, "/api/decisions")["items"]] == ["reject", "accept"]
    assert [each["number"] for each in got(rosa, "/api/decisions", sort="oldest", limit=1)["items"]] == [1]
    assert got(rosa, "/api/decisions", by="Rosa", kind="accept", target=key)["total"] == 1


def test_facets_and_an_empty_trace(luis):
    counts = got(luis, "/api/facets")
    assert sum(each["count"] for each in counts["language"]) == got(luis, "/api/claims")["total"]
    assert got(luis, "/api/trace") == {"made": None, "items": [], "total": 0}


def test_roles_hold_and_refusals_are_audited(desk, luis):
    key = first_claim(luis)["key"]
    sent(luis, f"/api/claims/{key}/decisions", {"kind": "accept"}, 403)
    sent(luis, "/api/reports", {"text": "x"}, 403)
    with desk[0].state.desk.reading() as ledger, ledger.reading() as connection:
        last = next(iter(entries(connection)))
    assert (last.who, last.what, last.outcome) == ("Luis", "api importReport", "refused: NotAllowed")


def test_nobody_is_answered_without_a_token(desk):
    assert got(client(desk[0], "segun_wrong"), "/api/claims", 401)["error"]["remedy"]
    assert got(client(desk[0], "segun_wrong"), "/api/openapi.json", 401)


def test_a_session_needs_the_csrf_header(desk):
    from starlette.testclient import TestClient

    browser = TestClient(desk[0], follow_redirects=False)
    _, cookie = desk[0].state.accounts.login("Rosa", PASSWORD, "testclient")
    browser.cookies.set(desk[0].state.accounts.sessions.cookie("session", secure=False), cookie)
    me = got(browser, "/api/me")
    assert (me["name"], me["role"], me["how"]) == ("Rosa", "reviewer", "session")
    path = f"/api/claims/{first_claim(browser)['key']}/decisions"
    sent(browser, path, {"kind": "accept"}, 403)
    answer = browser.post(path, json={"kind": "accept"}, headers={"X-CSRF-Token": me["csrf"]})
    assert answer.status_code == 201


def test_a_wrong_method_or_path_is_told_as_json(luis):
    assert luis.post("/api/claims").json()["error"]["status"] == 405
    assert got(luis, "/api/nowhere", 404)["error"]["status"] == 404
