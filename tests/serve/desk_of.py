"""A desk over a small ledger of own texts, for the tests of its pages."""

from __future__ import annotations

import re

from starlette.testclient import TestClient
from tests.samples import at, claim

from segun.ledger.ledger import Ledger
from segun.model import Analysis, Relay, Report, Source
from segun.serve.app import application
from segun.serve.desk import Desk
from segun.serve.people import managing
from segun.serve.people.person import at_command_line

PASSWORD = "four words that fit badly"  # noqa: S105 - nobody's
HOSTILE = "<script>alert(1)</script>"


def saying(key, who, what, **about):
    """Return the analysis of a report in which somebody says something, after a line of its own."""
    text = f"A line of {key}.\n\n{who} said that {what}."
    source = Source("s1", who, "person", at(text, who))
    said = claim("c1", at(text, what), Relay("s1", at(text, who), at(text, "said"), "said"))
    report = Report(key=key, text=text, language="en", **about)
    return Analysis(report, sources=(source,), claims=(said,))


def filled(path, *analyses):
    """Make a ledger of analyses and return its path."""
    with Ledger(path, create=True) as ledger:
        for each in analyses:
            ledger.add(each, program="test 1")
    return path


def desk_of(path, **more):
    """Return a browser at a desk without accounts, where Irune decides."""
    return _browser(application(Desk(path), reviewer="Irune", **more))


def signed_in(path, name, role):
    """Return a browser at a desk with accounts, with somebody new signed in."""
    with Ledger(path) as ledger:
        managing.add_user(ledger, name, PASSWORD, role, by=at_command_line(None))
    browser = _browser(application(Desk(path), auth=True))
    assert send(browser, "/login", seen="/login", name=name, password=PASSWORD).status_code == 303
    return browser


def send(browser, address, *, seen="/about", **form):
    """Send a form as a browser does that has seen a page."""
    token = re.search(r'name="csrf" value="([^"]+)"', browser.get(seen).text)
    return browser.post(address, data={"csrf": token[1] if token else "", **form})


def keys(path):
    """Return the keys of the claims and of the sources of a ledger, in the order in which they came."""
    queries = ("SELECT key FROM claims ORDER BY id", "SELECT key FROM sources ORDER BY id")
    with Ledger(path) as ledger, ledger.reading() as connection:
        return tuple([row[0] for row in connection.execute(query)] for query in queries)


def _browser(app):
    return TestClient(app, base_url="http://localhost", follow_redirects=False)
