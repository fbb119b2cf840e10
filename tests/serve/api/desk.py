"""A whole desk over the invented reports of the samples, with accounts and a token for each role."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace

from starlette.testclient import TestClient
from tests.samples import ferry, port
from tests.strait import strait

from segun.ledger.ledger import Ledger
from segun.serve.app import application
from segun.serve.desk import Desk
from segun.serve.importing import Importer
from segun.serve.people import managing
from segun.serve.people.accounts import Limits
from segun.serve.people.limits import Window
from segun.serve.people.person import at_command_line

PASSWORD = "four words that fit badly"  # noqa: S105 – nobody's
ADMIN = at_command_line(None)
ROLES = {"Ana": "admin", "Rosa": "reviewer", "Luis": "reader"}


class IdleImporter(Importer):
    """Takes jobs and does nothing with them."""

    def _fill(self, job):
        job.summary.added += len(job.files)


@contextmanager
def served(folder):
    """Give the application, and a token for each name."""
    path = folder / "news.segun"
    with Ledger(path, create=True) as ledger:
        for analysis, key, published, place in (
            (port(), "port", "2031-04-02", "https://marea.example/puerto"),
            (ferry(), "ferry", "2031-05-20", "https://post.example/ferry"),
            (strait(), "strait", None, "https://courier.example/strait"),
        ):
            report = replace(analysis.report, key=key, published=published, location=place)
            ledger.add(replace(analysis, report=report), program="test 1")
        tokens = {}
        for name, role in ROLES.items():
            managing.add_user(ledger, name, PASSWORD, role, by=ADMIN)
            tokens[name] = managing.make_token(ledger, name, "test", by=ADMIN)
    desk = Desk(path, connections=2)
    app = application(desk, host="testserver", auth=True)
    plenty = 10**9
    app.state.accounts.limits = Limits(writes=Window(plenty, 60, "Changes"), tokens=Window(plenty, 60, "Requests"))
    app.state.importer = IdleImporter(path, None)
    close, desk.close = desk.close, lambda: None  # a client that begins and ends the application leaves it open
    try:
        yield app, tokens
    finally:
        app.state.importer.close()
        close()


def client(app, token):
    """Return a script with a token."""
    return TestClient(app, headers={"Authorization": f"Bearer {token}"}, follow_redirects=False)
