"""What a ledger costs and how quickly it answers, each beside what it is held against, in the same run.

    python bench/ledger.py [find] [reader] [store] [memory] [--claims N] [--reports N] [--json OUT] [--check]

find      over so many stored claims: words + source + dates, 50 rows and the count, each drawn anew; beside the same
          words in bare FTS5, without claims, sources, dates or records
reader    one process asks all the time while another adds: the longest wait
store     packing, hashing, sources and writing of real reports, as a share of their analysis; beside it the writing
          alone
memory    the greatest resident memory of `add` over 2,000 and over 20,000 reports; analysis is skipped
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from world import World

from segun.intake import filling
from segun.intake.analyst import Method
from segun.ledger.errors import NotInLedgerError
from segun.ledger.ledger import Ledger
from segun.ledger.packing import Packed, pack
from segun.ledger.selection import Selection
from segun.ledger.words import query
from segun.model import Report
from segun.read import Overrides

ASKED = {"find_p95_ms": 50.0, "reader_longest_s": 1.0, "store_share": 0.10, "memory_ratio": 1.15}
BATCH = 200
PROGRAM = "bench"
DONE, MISSED = 0, 1


def fill(path: Path, claims: int, world: World) -> None:
    """Write so many claims into a new ledger."""
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("bench", PROGRAM)
        batch: list[Packed | Report] = []
        for analysis in world.analyses(claims // 12):
            batch.append(pack(analysis, analysis.report, PROGRAM))
            if len(batch) == BATCH:
                ledger.keep(batch, PROGRAM, run)
                batch = []
        ledger.keep(batch, PROGRAM, run)


def find(claims: int, folder: Path, rounds: int = 400) -> dict[str, Any]:
    """Time questions over so many claims."""
    world = World()
    path = folder / "find.segun"
    started = time.perf_counter()
    fill(path, claims, world)
    filled = time.perf_counter() - started
    whole, bare, sizes = [], [], []
    with Ledger(path, readonly=True) as ledger:
        stored = ledger.count()
        for _ in range(rounds):
            words = world._seldom(world.words)  # noqa: SLF001 - the bench's own world
            start = f"202{world.chance.choice('45')}-{world.chance.randint(1, 12):02}"
            before = time.perf_counter()
            try:
                source = ledger.named(world._seldom(world.people))  # noqa: SLF001
            except NotInLedgerError:
                source = ()
            wanted = Selection(words=words, sources=source, published_from=start)
            got = list(ledger.find(wanted, limit=50))
            ledger.count(wanted)
            whole.append(time.perf_counter() - before)
            sizes.append(len(got))
            before = time.perf_counter()
            ledger._connection.execute(  # noqa: SLF001 - the peer is the same file without the ledger
                "SELECT rowid FROM words WHERE words MATCH ? LIMIT 50", (query(words),)
            ).fetchall()
            bare.append(time.perf_counter() - before)
    return {
        "claims": stored,
        "file_mb": path.stat().st_size / 1e6,
        "fill_claims_per_s": stored / filled,
        "find_median_ms": 1000 * median(whole),
        "find_p95_ms": 1000 * quantiles(whole, n=20)[-1],
        "bare_fts_p95_ms": 1000 * quantiles(bare, n=20)[-1],
        "with_hits": sum(size > 0 for size in sizes) / len(sizes),
    }


def _adding(path: Path, seconds: float) -> None:
    world = World(2)
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("bench", PROGRAM)
        until = time.monotonic() + seconds
        number = 1_000_000
        while time.monotonic() < until:
            batch: list[Packed | Report] = []
            for _ in range(filling.BATCH):
                analysis = world.analysis(number)
                batch.append(pack(analysis, analysis.report, PROGRAM))
                number += 1
            ledger.keep(batch, PROGRAM, run)


def reader(folder: Path, seconds: float = 15.0) -> dict[str, Any]:
    """Ask all the time while another process adds."""
    path = folder / "reader.segun"
    fill(path, 6_000, World())
    writer = multiprocessing.get_context("spawn").Process(target=_adding, args=(path, seconds))
    writer.start()
    waits, errors = [], 0
    with Ledger(path, readonly=True) as ledger:
        first = ledger.count()
        while writer.is_alive():
            before = time.perf_counter()
            try:
                list(ledger.find(Selection(words="ba*"), limit=20))
            except Exception as error:  # noqa: BLE001 - any error is what the bench is after
                print(error, file=sys.stderr)
                errors += 1
            waits.append(time.perf_counter() - before)
        last = ledger.count()
    return {
        "reader_asked": len(waits),
        "reader_errors": errors,
        "reader_median_ms": 1000 * median(waits),
        "reader_longest_s": max(waits),
        "written_meanwhile": last - first,
    }


def store(folder: Path, reports: int = 120) -> dict[str, Any]:
    """Hold packing, hashing, sources and writing against the analysis of the same reports."""
    from segun.gazetteer import open_or_build
    from segun.pipeline import analyze

    world, gazetteer, program = World(3), open_or_build(), PROGRAM
    made = []
    for number in range(reports):
        language = ("es", "en")[number % 2]
        made.append(Report(f"r{number}", world.text(language, 300), language, "2031-04-02", location=f"x://{number}"))
    analyze(made[0], gazetteer=gazetteer)
    analyze(made[1], gazetteer=gazetteer)
    shares, writes = [], []
    with Ledger(folder / "store.segun", create=True) as ledger:
        run = ledger.begin("bench", program)
        for at in range(0, reports, 20):
            block = made[at : at + 20]
            t0 = time.perf_counter()
            analysed = [analyze(report, gazetteer=gazetteer) for report in block]
            t1 = time.perf_counter()
            for report in block:
                ledger.state(report, program)
            packed = [pack(found, report, program) for found, report in zip(analysed, block, strict=True)]
            t2 = time.perf_counter()
            ledger.keep(packed, program, run)
            t3 = time.perf_counter()
            shares.append((t3 - t1) / (t1 - t0))
            writes.append((t3 - t2) / (t1 - t0))
        claims = ledger.count()
    return {"store_share": median(shares), "writing_share": median(writes), "claims_per_report": claims / reports}


def skipping(_: Any) -> Callable[[Any], list[filling.Done]]:
    """Return what a worker does that skips the analysis."""
    world = World(4)
    count = 0

    def work(task: Any) -> list[filling.Done]:
        nonlocal count
        count += 1
        made = world.analysis(count)
        report = replace(made.report, text=task.text + made.report.text, key=task.key, location=task.location)
        shifted = replace(made, report=report)
        return [pack(shifted, report, PROGRAM)]

    return work


def _memory_of_add(folder: Path, reports: int, sent: Any) -> None:
    lines = folder / f"{reports}.jsonl"
    with lines.open("w", encoding="utf-8") as out:
        for number in range(reports):
            out.write(json.dumps({"id": f"r{number}", "text": f"Report {number}. " + "word " * 300}) + "\n")
    with Ledger(folder / f"memory{reports}.segun", create=True) as ledger:
        summary = filling.add(
            ledger, [str(lines)], method=Method(places=False), overrides=Overrides(), processes=2, begin=skipping
        )
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    workers = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    sent.send((summary.added, own / 1024, workers / 1024))


def memory(folder: Path) -> dict[str, Any]:
    """Hold the greatest memory of a small run against that of one ten times as large."""
    found = {}
    for reports in (2_000, 20_000):
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.get_context("spawn").Process(target=_memory_of_add, args=(folder, reports, theirs))
        process.start()
        added, own, worker = ours.recv()
        process.join()
        if added != reports:
            raise RuntimeError(f"{added} of {reports} were added")
        found[reports] = (own, worker)
    (own, worker), (larger_own, larger_worker) = found[2_000], found[20_000]
    return {
        "memory_2000_mb": own + worker,
        "memory_20000_mb": larger_own + larger_worker,
        "memory_ratio": (larger_own + larger_worker) / (own + worker),
    }


def main() -> int:
    """Run what is asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", choices=["find", "reader", "store", "memory", []], help="by default all")
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a figure misses what is asked")
    given = parser.parse_args()
    parts = given.parts or ["find", "reader", "store", "memory"]
    found: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        runs: dict[str, Callable[[], dict[str, Any]]] = {
            "find": lambda: find(given.claims, folder),
            "reader": lambda: reader(folder),
            "store": lambda: store(folder),
            "memory": lambda: memory(folder),
        }
        for part in parts:
            found |= runs[part]()
    for figure, value in found.items():
        bound = f"   (at most {ASKED[figure]:g})" if figure in ASKED else ""
        print(f"{figure:20} {value:12.3f}{bound}")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    missed = [figure for figure, bound in ASKED.items() if found.get(figure, 0) > bound] + (
        ["reader_errors"] if found.get("reader_errors") else []
    )
    if given.check and missed:
        print(f"missed: {', '.join(missed)}", file=sys.stderr)
        return MISSED
    return DONE


if __name__ == "__main__":
    sys.exit(main())
