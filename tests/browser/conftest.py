"""A desk in a thread, and Chromium that looks at it: every page is also searched for console errors, foreign requests
and serious violations of WCAG."""

import os
import shutil
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import uvicorn
from click.testing import CliRunner

from segun.cli.main import segun
from segun.intake import filling
from segun.intake.analyst import Method
from segun.ledger.ledger import Ledger
from segun.read import read
from segun.serve.app import application
from segun.serve.desk import Desk

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "tests" / "match" / "stories" / "ferry"
SERIOUS = {"serious", "critical"}


@pytest.fixture(scope="module")
def chromium():
    """Chromium, headless; where none is found the tests skip, or fail where that is asked.

    It ends with the file's tests: Playwright keeps an event loop running, and a test of another file that starts one
    would fail beside it.
    """
    path = executable()
    if path is None:
        if os.environ.get("SEGUN_REQUIRE_BROWSER") == "1":
            pytest.fail("SEGUN_REQUIRE_BROWSER is set and no Chromium was found; set SEGUN_CHROMIUM to its path")
        pytest.skip("no Chromium was found (SEGUN_CHROMIUM names one, Debian's package is called chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def executable() -> str | None:
    """Return where Chromium is, ``None`` where it is not found."""
    return os.environ.get("SEGUN_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """A traced ledger of an invented story and the examples."""
    return fill(tmp_path_factory.mktemp("ledger") / "news.segun")


def fill(ledger: Path) -> Path:
    """Put the story and the examples into a new ledger and trace it."""
    inputs = [*map(str, sorted(STORY.glob("*.txt"))), *map(str, sorted((ROOT / "examples").glob("*.txt")))]
    method = Method()
    with Ledger(ledger, create=True) as opened:
        found = (replace(each, location=Path(str(each.location)).name) for each in read(inputs))
        filling.put(opened, found, "fill", method=method, processes=1)
    done = CliRunner().invoke(segun, ["trace", str(ledger), "--no-encoder"], standalone_mode=False)
    assert done.exception is None, done.output
    return ledger


@pytest.fixture
def ledger(filled, tmp_path) -> Path:
    """A copy that the test may change."""
    path = tmp_path / "news.segun"
    for each in filled.parent.glob(filled.name + "*"):
        shutil.copy(each, path.with_name(path.name + each.name.removeprefix(filled.name)))
    return path


@contextmanager
def served(ledger: Path, *, auth: bool = False) -> Iterator[str]:
    bound = socket.create_server(("127.0.0.1", 0))
    app = application(Desk(ledger), auth=auth, reviewer="Irune")
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", lifespan="on"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
    thread.start()
    until = time.monotonic() + 30
    while not server.started and time.monotonic() < until:
        time.sleep(0.02)
    assert server.started
    try:
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(15)


@pytest.fixture
def address(ledger) -> Iterator[str]:
    with served(ledger) as where:
        yield where


@pytest.fixture(params=["en", "es"])
def language(request) -> str:
    return request.param


Visit = Callable[..., object]


@pytest.fixture
def visit(chromium, address, language) -> Iterator[Visit]:
    """Opens pages in a language of the interface; at the end nothing may have gone wrong on any of them."""
    with visiting(chromium, address, language) as visit:
        yield visit


@contextmanager
def visiting(chromium, address: str, language: str, **more) -> Iterator[Visit]:
    context = chromium.new_context(viewport={"width": 1400, "height": 900}, accept_downloads=True, **more)
    context.add_cookies([{"name": "segun-language", "value": language, "url": address}])
    context.set_default_timeout(10_000)
    wrong: list[str] = []
    host = urlsplit(address).netloc

    def asked(request):
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != host:
            wrong.append(f"a request left: {request.url}")

    def said(message):
        refusal = "Failed to load resource" in message.text and ("403" in message.text or "409" in message.text)
        sent = "404" in message.text and message.location.get("url", "").endswith("/join")  # of a form, by its page
        if message.type == "error" and not refusal and not sent:
            wrong.append(f"console: {message.text}")

    context.on("request", asked)
    context.on("console", said)
    context.on("weberror", lambda error: wrong.append(f"script: {error.error}"))
    page = context.new_page()

    def visit(path: str = "/"):
        page.goto(address + path)
        assert page.locator("html").get_attribute("lang") == language
        return page

    try:
        yield visit
    finally:
        context.close()
    assert not wrong, "\n".join(wrong)


def until(page, condition: str):
    """Wait until a script's condition holds; the page's policy forbids the waiting that playwright does itself."""
    end = time.monotonic() + 10
    while not _holds(page, condition):
        assert time.monotonic() < end, f"never true: {condition}"
        page.wait_for_timeout(50)


def _holds(page, condition: str) -> bool:
    from playwright.sync_api import Error

    try:
        return bool(page.evaluate(f"() => {condition}"))
    except Error:  # another page is on its way
        return False


def violations(page) -> list[str]:
    """Return the serious violations of WCAG that axe finds on a page."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [
        f"{each['id']} ({each['impact']}): {[node['target'] for node in each['nodes']][:4]} "
        f"{each['nodes'][0].get('failureSummary', '')[:300]}"
        for each in found
        if each["impact"] in SERIOUS
    ]
