"""Trace invented ledgers of growing size, then the largest with one per cent more: time, memory, exponent.

    python bench/trace.py [--reports N ...] [--workers N] [--folder DIR] [--check]

Each `segun trace` is a process of its own, timed from start to end, by the clock and by the processor time that it and
its workers took, which other work on the machine hardly lengthens; its memory is the largest that it, or one of its
workers, had. What the same texts take to be analysed is timed on some of them, so that the two may be added. The
reports that come last in time are the one per cent. --check exits 1 where processor time grows with more than the power
1.15, memory passes 4 GB, or one per cent more costs over 5 % of the whole.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
from copying import Copying

from segun import analyze
from segun.ledger.ledger import Ledger
from segun.ledger.packing import pack
from segun.model import Analysis

POWER, MEMORY, SHARE = 1.15, 4.0, 0.05
ANALYSED = 200
"""Reports of which it is timed how long they take to be analysed."""


def fill(path: Path, analyses: list[Analysis]) -> None:
    """Put analysed reports into a ledger."""
    with Ledger(path, create=True) as ledger:
        run = ledger.begin("bench", "bench")
        for at in range(0, len(analyses), 1_000):
            batch = [pack(each, each.report, "bench") for each in analyses[at : at + 1_000]]
            ledger.keep(batch, "bench", run)
        ledger.end(run)


def traced(path: Path, workers: int) -> tuple[float, float, float]:
    """Trace a ledger in a process of its own, and return seconds, seconds of processor time, and GB."""
    command = [sys.executable, "-c", _MEASURED, str(path), str(workers)]
    before = time.perf_counter()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    processor, memory = done.stdout.split()[-2:]
    return time.perf_counter() - before, float(processor), float(memory)


_MEASURED = """
import resource, sys
from click.testing import CliRunner
from segun.cli.main import segun
def main():
    done = CliRunner().invoke(segun, ["trace", sys.argv[1], "--workers", sys.argv[2], "--no-encoder"])
    assert done.exit_code == 0 and " claims stand in " in done.output, done.output + done.stderr
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(sum(each.ru_utime + each.ru_stime for each in used), max(each.ru_maxrss for each in used) / 1e6)
if __name__ == "__main__":
    main()
"""


def analysing(analyses: list[Analysis]) -> tuple[float, float]:
    """Return milliseconds of processor time that the texts of some reports take to be analysed, each, and its words."""
    reports = [replace(each.report, language=None) for each in analyses[: 2 * ANALYSED]]
    for report in reports[:ANALYSED]:  # the models are loaded, and what is kept of words is
        analyze(report)
    before = time.process_time()
    for report in reports[ANALYSED:]:
        analyze(report)
    words = sum(len(report.text.split()) for report in reports[ANALYSED:])
    return 1000 * (time.process_time() - before) / ANALYSED, words / ANALYSED


def main() -> int:
    """Run the bench and print its table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where the ledgers are made; by default a temporary folder")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    measured: list[tuple[int, float, float]] = []
    share = 0.0
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        for count in sorted(given.reports):
            path = Path(folder) / f"{count}.segun"
            analyses = list(Copying(count + count // 100).analyses())
            fill(path, analyses[:count])
            seconds, processor, memory = traced(path, given.workers)
            measured.append((count, processor, memory))
            with Ledger(path) as ledger, ledger.reading() as connection:
                keys = connection.execute("SELECT avg(length(keys)) / 8 FROM traced").fetchone()[0]
                sizes = [row[0] for row in connection.execute("SELECT count(*) FROM traced GROUP BY story")]
            size = path.stat().st_size / 1e6
            print(
                f"{count:>8,} reports  {seconds:8.1f} s  processor {processor:8.1f} s, "
                f"{1000 * processor / count:6.2f} ms each  {memory:5.2f} GB  "
                f"ledger {size:,.0f} MB  {keys:.0f} keys each  {len(sizes):,} stories, the largest {max(sizes):,}",
                flush=True,
            )
            if count == min(given.reports):
                took, words = analysing(analyses)
                print(f"{ANALYSED:>8,} of them analysed, of {words:.0f} words: {took:.1f} ms each", flush=True)
            if count == max(given.reports):
                fill(path, analyses[count:])
                seconds, more, _ = traced(path, given.workers)
                share = more / processor
                print(
                    f"{count // 100:>8,} more     {seconds:8.1f} s  processor {more:8.1f} s, {share:.1%} of the whole",
                    flush=True,
                )
    power = 0.0
    if len(measured) > 1:
        counts, times, _ = (np.log(np.array(each, dtype=float)) for each in zip(*measured, strict=True))
        power = float(np.polyfit(counts, times, 1)[0])
        print(f"processor time grows with the power {power:.2f}")
    held = power <= POWER and max(each[2] for each in measured) < MEMORY and share <= SHARE
    return 0 if held or not given.check else 1


if __name__ == "__main__":
    sys.exit(main())
