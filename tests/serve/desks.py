"""What the tests of the desk share: an application over a small ledger that a test fills itself, and forms."""

import re
from pathlib import Path
from typing import Any

from starlette.testclient import TestClient

from segun.ledger.ledger import Ledger
from segun.model import Analysis, Claim, Relay, Report, Source, Span
from segun.serve.app import application
from segun.serve.desk import Desk

CSRF = re.compile(r'name="csrf" value="([^"]+)"')


def analysis(key: str, text: str, said: str, who: str, **about: Any) -> Analysis:
    """Return the analysis of a text in which one source says some of its words."""
    start, at = text.index(said), text.index(who)
    relay = Relay("s1", (Span(at, at + len(who)),), (), "said")
    claim = Claim("c1", (Span(start, start + len(said)),), (relay,), "indirect", "CT+", "assert", 0.9)
    report = Report(key, text, language=about.pop("language", "en"), **about)
    return Analysis(report, (Source("s1", who, "person", (Span(at, at + len(who)),)),), (claim,))


def filled(path: Path, *analyses: Analysis) -> Path:
    """Return a ledger of these analyses."""
    with Ledger(path, create=True) as ledger:
        for each in analyses:
            ledger.add(each)
    return path


def client(path: Path, **more: Any) -> TestClient:
    """Return a client of the desk over a ledger; use it as a context."""
    return TestClient(application(Desk(path), reviewer="Irune", **more), base_url="http://127.0.0.1")


def posted(visitor: TestClient, page: str, to: str, **form: str) -> Any:
    """Send a form of a page, and follow where it leads."""
    token = CSRF.search(visitor.get(page).text)
    assert token
    return visitor.post(to, data={"csrf": token[1], **form})
