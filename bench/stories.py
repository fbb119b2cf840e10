"""Trace the shared stories with known provenance, score what comes out, and hold it against what is asked.

    python bench/stories.py [--stories DIR] [--json OUT] [--keep DIR] [--no-encoder] [--check]

Each story gets a ledger of its own through `segun add` and `segun trace --json`, and is scored by the shared
``score_stories.py``. Without --stories, the folder ``shared`` beside the checkout is taken; the rules were developed on
its stories. --keep keeps the traces that were scored. --check exits 1 if a figure falls short.
"""

from __future__ import annotations

import argparse
import json
import os
import shlex
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
DONE, MISSED, BAD_INPUT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Target:
    """A figure, by the keys of the scorer's output, and what is asked of it."""

    figure: str
    bound: float
    at_most: bool = False


TARGETS = (
    Target("same_claim.f1", 0.80),
    Target("merged_not_same", 0, at_most=True),
    Target("derivation.f1", 0.75),
    Target("how_acc", 0.70),
    Target("laundered.f1", 0.70),
    Target("links.f1", 0.65),
    Target("origins_balanced", 0.70),
    Target("origins_exact", 0.72),
    Target("origins_over", 0.08, at_most=True),
)


def traced(folder: Path, work: Path, options: list[str]) -> str:
    """Return the trace of a folder's reports, as JSON."""
    ledger = str(work / f"{folder.name}.segun")
    reports = sorted(str(each) for each in folder.glob("r*.txt"))
    segun("add", ledger, *reports)
    return segun("trace", ledger, "--json", *options)


def segun(*arguments: str) -> str:
    """Run segun with this checkout's code, and return what it prints."""
    command = shlex.split(os.environ.get("SEGUN", "")) or [sys.executable, "-c", _SEGUN]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [*command, *arguments], capture_output=True, text=True, encoding="utf-8", env=environment, check=False
    )
    if done.returncode:
        sys.stderr.write(done.stderr)
        raise SystemExit(BAD_INPUT)
    return done.stdout


_SEGUN = "from segun.cli.main import main\nif __name__ == '__main__': main()"


def figure(scores: dict[str, Any], name: str) -> float:
    """Return a figure of the scorer's output; of *0 of 7* the first number."""
    found: Any = scores
    for key in name.split("."):
        found = found[key]
    return float(str(found).partition(" ")[0])


def main() -> int:
    """Run the bench and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--stories", type=Path, default=SHARED / "gold/stories")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--no-encoder", action="store_true")
    parser.add_argument("--check", action="store_true")
    given = parser.parse_args()
    scorer = SHARED / "tools/score_stories.py"
    folders = sorted(each.parent for each in given.stories.glob("*/gold.json"))
    if not folders or not scorer.exists():
        sys.stderr.write(f"No stories in {given.stories}, or no {scorer}: put the shared folder beside the checkout.\n")
        return BAD_INPUT
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        out = given.keep or work / "traces"
        out.mkdir(parents=True, exist_ok=True)
        for folder in folders:
            (out / f"{folder.name}.json").write_text(
                traced(folder, work, ["--no-encoder"] if given.no_encoder else []), encoding="utf-8"
            )
        command = [sys.executable, str(scorer), str(given.stories), str(out), "--json"]
        scores = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    missed = 0
    print(f"{'figure':20} {'asked':>8} {'measured':>9}   ({len(folders)} stories)")
    for target in TARGETS:
        value = figure(scores, target.figure)
        short = value > target.bound if target.at_most else value < target.bound
        missed += short
        asked = f"{'<=' if target.at_most else '>='} {target.bound:g}"
        print(f"{target.figure:20} {asked:>8} {value:9.3f}{'   short' if short else ''}")
    if given.json:
        given.json.write_text(json.dumps(scores, indent=1), encoding="utf-8")
    return MISSED if given.check and missed else DONE


if __name__ == "__main__":
    sys.exit(main())
