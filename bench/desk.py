"""How quickly `segun serve` answers over a large ledger, in a process of its own, over HTTP on this machine.

    python bench/desk.py [--claims N] [--rounds N] [--ledger FILE] [--datasette PATH] [--no-browser] [--json OUT]
        [--check]
    python bench/desk.py --load [--accounts N] [--check]

Without --load: pages and parts of pages as browsers and htmx ask for them, one after another, each round with other
words, sources and places than the rounds before, so that no answer is known already unless the figure says *warm*; one
report of 3,000 words with 150 claims; and, in a headless browser, the time until the key `j` chooses a claim of it.
Beside them, with --datasette, the pages of Datasette over the same tables.

With --load: reviewers at once, each with an account, who list, open and decide; see reviewers.py.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

import httpx
from world import ACTS, FACTUALITIES, World

from ledger import BATCH, PROGRAM
from segun.ledger.ledger import Ledger
from segun.ledger.packing import Packed, pack
from segun.model import Report

ROOT = Path(__file__).parents[1]
LONG, LONG_CLAIMS = 999_999_999, 150
"""The number of the long report, and its claims of twenty words each."""
OPEN_SECONDS = 60
STARTS = 5
"""How often the server is started for the first page."""
DONE, MISSED = 0, 1


@dataclass(frozen=True)
class Figure:
    """What one question took, in milliseconds."""

    name: str
    median: float
    p95: float
    asked: float | None = None
    """What the p95 is asked to be below."""
    peer: float | None = None
    """The median of the same question to Datasette."""

    @property
    def missed(self) -> bool:
        """Whether it took longer than is asked."""
        return self.asked is not None and self.p95 >= self.asked


def fill(path: Path, claims: int, world: World) -> None:
    """Write so many claims into a new ledger, one report among them long."""
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("bench", PROGRAM)
        batch: list[Packed | Report] = []
        first = world.analysis(LONG, LONG_CLAIMS)
        batch.append(pack(first, first.report, PROGRAM))
        for analysis in world.analyses(max(1, (claims - LONG_CLAIMS) // 12)):
            batch.append(pack(analysis, analysis.report, PROGRAM))
            if len(batch) >= BATCH:
                ledger.keep(batch, PROGRAM, run)
                batch = []
        ledger.keep(batch, PROGRAM, run)
        ledger.end(run)


@contextmanager
def serving(path: Path, *more: str) -> Iterator[str]:
    """Run `segun serve` until the block ends; yields its address."""
    command = [sys.executable, "-c", "from segun.cli.main import main; main()", "serve", str(path), *more]
    with _running(command, lambda port: ["--port", str(port)]) as address:
        yield address


@contextmanager
def _running(command: list[str], at: Callable[[int], list[str]]) -> Iterator[str]:
    """Run a server on a free port; its address is given as soon as it answers."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"PYTHONPATH": str(ROOT / "src")}
    with tempfile.TemporaryFile() as said:
        server = subprocess.Popen([*command, *at(port)], env=environment, stdout=said, stderr=said)
        try:
            until = time.monotonic() + OPEN_SECONDS
            while not _listens(port):
                if server.poll() is not None or time.monotonic() > until:
                    said.seek(0)
                    raise RuntimeError(f"{command[0]} does not answer: {said.read().decode()[-2000:]}")
                time.sleep(0.05)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(20)


def _listens(port: int) -> bool:
    try:
        return httpx.get(f"http://127.0.0.1:{port}/static/icon.svg", timeout=5).status_code < 500
    except httpx.TransportError:
        return False


class Questions:
    """What readers ask, other in each round.

    Args:
        world: from which the ledger was filled.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        chance = world.chance
        self.firm = lambda: chance.choice([each for each in FACTUALITIES if each != "CT+"])
        self.act = lambda: chance.choice([each for each in ACTS if each != "assert"])
        self.outlet = lambda: chance.choice(world.outlets)
        self.place = lambda: chance.choice(world.places[:200])

    def click(self) -> str:
        """Return what the click on a facet narrows to, where another one is chosen already."""
        return urlencode({"factuality": self.firm(), "outlet": self.outlet(), "speech_act": self.act()})

    def facet(self) -> str:
        """Return what the first click on a facet narrows to."""
        name, value = self.world.chance.choice(
            [
                ("factuality", self.firm()),
                ("speech_act", self.act()),
                ("outlet", self.outlet()),
                ("place", self.place()),
            ]
        )
        return urlencode({name: value, "from": f"2024-01-{self.world.chance.randint(1, 28):02}"})

    def words(self) -> str:
        """Return what somebody searches for."""
        word = self.world._seldom(self.world.words)  # noqa: SLF001 - the bench's own world
        return urlencode({"q": word, "from": f"2024-01-{self.world.chance.randint(1, 28):02}"})


def pages(path: Path, world: World, rounds: int) -> list[Figure]:
    """Ask the desk for its pages and their parts."""
    found: list[Figure] = []
    ask = Questions(world)
    htmx = {"HX-Request": "true"}
    firsts = []
    for _ in range(STARTS):
        with serving(path) as address, httpx.Client(base_url=address, timeout=30) as client:
            firsts.append(_timed(client, "/"))
    found.append(figure("first page after the start", firsts, 300))
    with serving(path) as address, httpx.Client(base_url=address, timeout=30) as client:

        def take(name: str, asked: float | None, made: Callable[[], str], *, part: bool = True) -> None:
            times = [_timed(client, made(), htmx if part else {}) for _ in range(rounds)]
            found.append(figure(name, times, asked))

        take("first page, warm", 300, lambda: "/", part=False)
        last = [""]

        def again(made: Callable[[], str]) -> Callable[[], str]:
            def keep() -> str:
                last.append(made())
                return f"/?{last[-1]}"

            return keep

        def following() -> str:
            return f"/facets?{last.pop(1)}"

        for name, made in (("facet click", ask.facet), ("facet click, third", ask.click), ("search", ask.words)):
            take(f"{name}: list", 200, again(made))
            take(f"{name}: facets", 200, following)
        take("the next rows", 200, lambda: f"/rows?skip=60&{ask.facet()}")
        take("search as a whole page", 300, lambda: f"/?{ask.words()}", part=False)
        for part in ("timeline", "places", "graph", "places.json"):
            take(f"explore {part}, whole, warm", 200, lambda part=part: f"/explore/{part}")
            take(f"explore {part}, narrowed", 200, lambda part=part: f"/explore/{part}?{ask.facet()}")
        take("report of 3,000 words", 300, lambda: f"/reports/r{LONG}", part=False)
    return found


def _timed(client: httpx.Client, address: str, headers: dict[str, str] | None = None) -> float:
    """Return the milliseconds that an answer took, to its last byte."""
    before = time.perf_counter()
    answer = client.get(address, headers=headers or {})
    took = 1000 * (time.perf_counter() - before)
    answer.raise_for_status()
    return took


def figure(name: str, times: list[float], asked: float | None = None) -> Figure:
    """Return what a question took, of all the times that it was asked."""
    top = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    return Figure(name, median(times), top, asked)


def interactive(path: Path, rounds: int) -> Figure:
    """Time the long report in a browser, from the start of the navigation until `j` has chosen a claim.

    Raises:
        ImportError: playwright is not there.
    """
    from playwright.sync_api import sync_playwright

    script = """() => new Promise((done) => { const press = () => {
        (document.body || document).dispatchEvent(
            new KeyboardEvent('keydown', {key: 'j', bubbles: true, cancelable: true}));
        if (document.querySelector('.row.chosen')) done(performance.now()); else setTimeout(press, 1); }; press(); })"""
    switches = "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    switches += " --disable-background-networking --disable-component-update"
    times = []
    with serving(path) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("SEGUN_CHROMIUM") or shutil.which("chromium"), args=switches.split()
        )
        page = browser.new_page(viewport={"width": 1400, "height": 900})
        page.goto(f"{address}/reports/r{LONG}")
        for _ in range(rounds):
            page.goto("about:blank")
            page.goto(f"{address}/reports/r{LONG}", wait_until="commit")
            times.append(float(page.evaluate(script)))
        browser.close()
    return figure("report of 3,000 words, interactive", times, 300)


def peers(path: Path, datasette: str, world: World, rounds: int) -> dict[str, float]:
    """Return the medians of Datasette over the same tables, by the figures that they compare with."""
    ask = Questions(world)
    base = f"/{path.stem}"

    def word() -> str:
        return urlencode({"sql": SEARCH, "word": f'"{world._seldom(world.words)}"'})  # noqa: SLF001

    asked: dict[str, Callable[[], str]] = {
        "first page, warm": lambda: f"{base}/claims?_size=60&_facet=factuality",
        "facet click: list": lambda: (
            f"{base}/claims?_size=60&_facet=factuality&" + urlencode({"factuality": ask.firm()})
        ),
        "search: list": lambda: f"{base}?{word()}",
    }
    found = {}
    with (
        _running(
            [datasette, "serve", str(path), "--setting", "sql_time_limit_ms", "10000"], lambda at: ["-p", str(at)]
        ) as address,
        httpx.Client(base_url=address, timeout=60, follow_redirects=True) as client,
    ):
        for name, made in asked.items():
            _timed(client, made())
            found[name] = median(_timed(client, made()) for _ in range(rounds))
    return found


SEARCH = (
    "select c.content, c.factuality, c.speech_act, r.outlet, r.published from words w join claims c on c.id = w.rowid "
    "join reports r on r.analysis = c.analysis where words match :word order by r.published desc limit 60"
)


def _print(found: list[Figure]) -> None:
    print(f"{'':36} {'median':>8} {'p95':>8} {'asked':>8} {'Datasette':>10}")
    for each in found:
        asked = f"< {each.asked:g}" if each.asked else ""
        peer = f"{each.peer:10.0f}" if each.peer is not None else ""
        print(f"{each.name:36} {each.median:8.0f} {each.p95:8.0f} {asked:>8} {peer:>10}{'  missed' * each.missed}")


def run(given: argparse.Namespace, folder: Path) -> tuple[list[Figure], list[str]]:
    """Fill, serve and measure; returns the figures, and what else went wrong."""
    path, world = folder / "desk.segun", World(7)
    if given.ledger and given.ledger.exists():
        shutil.copy(given.ledger, path)
    else:
        fill(path, given.claims, world)
        if given.ledger:
            shutil.copy(path, given.ledger)
    asked = World(7)
    asked.chance.seed(time.time_ns())
    if given.load:
        import reviewers

        return reviewers.run(path, given.accounts, serving, figure)
    found = pages(path, asked, given.rounds)
    if not given.no_browser:
        found.append(interactive(path, given.rounds))
    if given.datasette:
        peer = peers(path, given.datasette, asked, given.rounds)
        found = [Figure(each.name, each.median, each.p95, each.asked, peer.get(each.name)) for each in found]
    return found, []


def main(words: list[str] | None = None) -> int:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--ledger", type=Path, help="keep the filled ledger here, or take it from here")
    parser.add_argument("--datasette", help="its executable; without it that column stays empty")
    parser.add_argument("--no-browser", action="store_true", help="leave out what needs playwright and Chromium")
    parser.add_argument("--load", action="store_true", help="many reviewers at once, instead of one reader")
    parser.add_argument("--accounts", type=int, default=50, help="how many reviewers, with --load")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure misses what is asked")
    given = parser.parse_args(words)
    with tempfile.TemporaryDirectory() as name:
        found, wrong = run(given, Path(name))
    _print(found)
    for each in wrong:
        print(each, file=sys.stderr)
    if given.json:
        given.json.write_text(json.dumps([asdict(each) for each in found], indent=1), encoding="utf-8")
    missed = [each.name for each in found if each.missed] + wrong
    return MISSED if given.check and missed else DONE


if __name__ == "__main__":
    sys.exit(main())
