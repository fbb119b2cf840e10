"""How much sooner two processes are done than one: the same reports into two new ledgers, by `segun add`.

    python bench/add.py [--reports N] [--words N] [--rounds N] [--json OUT] [--check]

Each run is a process of its own, as on the command line: starting, loading models, reading, analysing and writing are
all in it. The two take turns; what is shown is the median of the rounds' ratios.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from world import World

ASKED = 1.6
DONE, MISSED = 0, 1


def write_reports(folder: Path, count: int, words: int) -> Path:
    """Write so many reports as files, half of them Spanish, half English."""
    world = World(7)
    inside = folder / "reports"
    inside.mkdir()
    for number in range(count):
        text = world.text(("es", "en")[number % 2], words)
        (inside / f"r{number:06}.txt").write_text(text, encoding="utf-8")
    return inside


def seconds(ledger: Path, inputs: Path, processes: int, count: int) -> float:
    """Return how long `segun add` takes."""
    command = [sys.executable, "-c", "from segun.cli.main import main; main()", "add", str(ledger), str(inputs)]
    before = time.perf_counter()
    done = subprocess.run(
        [*command, "--json", "--processes", str(processes)], check=True, stdout=subprocess.PIPE, text=True
    )
    took = time.perf_counter() - before
    summary = json.loads(done.stdout)
    if summary["added"] != count:
        raise RuntimeError(f"{summary['added']} of {count} were added: {summary['failed'][:3]}")
    return took


def main() -> int:
    """Run the rounds and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=2_000)
    parser.add_argument("--words", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--check", action="store_true", help="exit with 1 where two are not fast enough")
    given = parser.parse_args()
    ones, twos = [], []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        inputs = write_reports(folder, given.reports, given.words)
        for number in range(given.rounds):
            ones.append(seconds(folder / f"one{number}.segun", inputs, 1, given.reports))
            twos.append(seconds(folder / f"two{number}.segun", inputs, 2, given.reports))
    ratio = median(one / two for one, two in zip(ones, twos, strict=True))
    found = {"one_s": median(ones), "two_s": median(twos), "ratio": ratio, "reports": given.reports}
    print(f"one process    {found['one_s']:8.1f} s")
    print(f"two processes  {found['two_s']:8.1f} s")
    print(f"ratio          {ratio:8.2f}   (at least {ASKED})")
    if given.json:
        given.json.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return MISSED if given.check and ratio < ASKED else DONE


if __name__ == "__main__":
    sys.exit(main())
