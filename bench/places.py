"""Score the places that segun finds against reference sets, and time the search.

    python bench/places.py [--shared DIR] [--only NAME] [--check]

found: names taken for places. right: those within the gold's tolerance. acc: right of found. ms: processor time for the
places of a report of 400 words, gazetteer lookups included, the parse left aside. The reference sets are not part of
this repository: they lie in a folder ``shared`` beside the checkout, or where --shared says.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import resource
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SETS = {
    "es-mission": ("gold/es-mission", {"right": 0.95}),
    "es-dev": ("gold/es-dev", {"right": 0.80}),
    "lgl": ("bench/lgl.jsonl.gz", {"right": 0.60, "acc": 0.84}),
    "geovirus": ("bench/geovirus.jsonl.gz", {"right": 0.62, "acc": 0.82}),
    "gwn": ("bench/gwn.jsonl.gz", {"acc": 0.75}),
}
MOST_MS = 10.0
WORDS = 400
WARM_UP = 3


def documents(path: Path, reports: Path) -> Iterator[dict[str, Any]]:
    """Yield the texts of a set with their gold."""
    if path.is_dir():
        for gold in sorted(path.glob("*.json")):
            text = next(p for p in (gold.with_suffix(".txt"), reports / f"{gold.stem}.txt") if p.is_file())
            yield {"language": "es", **json.loads(gold.read_text("utf-8")), "text": text.read_text("utf-8")}
    else:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def scorer(shared: Path) -> ModuleType:
    """Import the shared scorer."""
    spec = importlib.util.spec_from_file_location("score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{shared / 'tools'} has no score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def measure(documents: Iterator[dict[str, Any]], score: ModuleType) -> dict[str, float]:
    """Return a set's figures."""
    from segun.anchor.anchors import placed
    from segun.annotate import models
    from segun.annotate.parse import parse
    from segun.gazetteer import open_or_build
    from segun.prepare.accents import restore
    from segun.prepare.paragraphs import paragraphs

    gazetteer = open_or_build()
    counts: Counter[str] = Counter()
    spent, words = 0.0, 0
    for number, each in enumerate(documents):
        if each.get("places") is None:
            continue
        text, language = each["text"], each["language"]
        spans = paragraphs(text)
        parsed = parse(models.load(language), text, restore(text, language, spans), spans)
        start = time.process_time()
        found = placed(parsed, (), language, gazetteer)
        if number >= WARM_UP:
            spent += time.process_time() - start
            words += sum(word.text.isalnum() for paragraph in parsed for word in paragraph.words)
        score.score_places(each, {"places": [asdict(place) for place in found]}, counts)
    f1 = {k: score.prf(counts[f"p_{k}"], counts["p_pred"], counts["p_gold"])["f1"] for k in ("found", "right")}
    per_report = 1000 * spent / words * WORDS if words else 0.0
    return {**f1, "acc": score.share(counts["p_right"], counts["p_found"]) or 0.0, "ms": per_report}


def main() -> int:
    """Print the table; 1 under ``--check`` where a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--only", choices=SETS)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a target is missed")
    options = parser.parse_args()
    if not options.shared.is_dir():
        print(f"There is no {options.shared}: nothing to measure.", file=sys.stderr)
        return 0
    score = scorer(options.shared)
    missed = False
    print(f"{'set':<12}{'found':>8}{'right':>8}{'acc':>8}{'ms':>8}   asked")
    for name, (path, asked) in SETS.items():
        if options.only not in {None, name}:
            continue
        figures = measure(documents(options.shared / path, options.shared / "reports"), score)
        short = {k: bound for k, bound in asked.items() if figures[k] < bound}
        missed |= bool(short)
        row = "".join(f"{figures[k]:>8.3f}" for k in ("found", "right", "acc")) + f"{figures['ms']:>8.2f}"
        wanted = ", ".join(f"{k} {bound}{' MISSED' if k in short else ''}" for k, bound in asked.items())
        print(f"{name:<12}{row}   {wanted}", flush=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak resident memory of the whole process, parser and gazetteer: {peak:.0f} MB; asked of ms: {MOST_MS:.0f}")
    return int(missed and options.check)


if __name__ == "__main__":
    sys.exit(main())
