"""Score the time tagger as TempEval does, on every reference set of times, and hold the figures against what is asked.

    python bench/times.py [--shared DIR] [--json OUT] [--check] [--only NAME]

The tagger is called on the text alone: no parse tells it a tense. Each set is scored as it is and with its accents
stripped, by the shared ``score.py``; the milliseconds are those of tagging, per text. The reference sets are not part
of this repository: they lie in a folder ``shared`` beside the checkout, or where --shared says.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from segun.anchor.time import times

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
FIGURES = ("strict", "relaxed", "value", "type")
NEAR = 0.005
"""How far the figures of a set without accents may fall behind those of the same set with them."""
ROUNDS = 5
DONE, MISSED = 0, 1


@dataclass(frozen=True, slots=True)
class ReferenceSet:
    """A set of texts with their gold times."""

    name: str
    gold: Path
    targets: Mapping[str, float]
    """What is asked of a figure, by its name."""
    published: str | None = None
    """The day of publication to read the texts with, where the gold gives values for one that it does not state."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    set: str
    figure: str
    value: float
    bound: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the figure is as asked; ``None`` where nothing is asked."""
        return None if self.bound is None else self.value >= self.bound


def sets(shared: Path) -> tuple[ReferenceSet, ...]:
    """Return the reference sets in the order of the table.

    Args:
        shared: the folder with the shared reference sets.
    """
    gold, bench = shared / "gold", shared / "bench"
    whole = dict.fromkeys(("strict", "relaxed", "value"), 1.0)
    return (
        ReferenceSet("te3-es", bench / "te3-es-train.jsonl.gz", {"strict": 0.86, "relaxed": 0.92, "value": 0.85}),
        ReferenceSet("te3-en", bench / "te3-en-train.jsonl.gz", {"value": 0.76}),
        ReferenceSet("es-dev", gold / "es-dev", {"value": 0.85}),
        ReferenceSet("es-mission", gold / "es-mission", whole),
        ReferenceSet("es-mission, published 2025-04-30", gold / "es-mission", whole, published="2025-04-30"),
    )


def texts(each: ReferenceSet, shared: Path) -> list[dict[str, Any]]:
    """Return the golds of a set, each with its text, language and day of publication."""
    if each.gold.is_dir():
        found = [
            {**gold, "text": _text_beside(path, shared).read_text(encoding="utf-8"), "language": path.parent.name[:2]}
            for path in sorted(each.gold.glob("*.json"))
            for gold in [json.loads(path.read_text(encoding="utf-8"))]
        ]
    else:
        with gzip.open(each.gold, "rt", encoding="utf-8") as lines:
            found = [json.loads(line) for line in lines if line.strip()]
    return [
        {**gold, "published": each.published or gold.get("published")}
        for gold in found
        if gold.get("times") is not None
    ]


def _text_beside(gold: Path, shared: Path) -> Path:
    beside = gold.with_suffix(".txt")
    return beside if beside.exists() else next((shared / "reports").glob(f"*-{gold.parent.name[:2]}.txt"))


def predicted(gold: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return the times of a text in the shape that the scorer reads."""
    found = times(text, gold["language"], gold["published"])
    return {
        "report": {"text": text, "published": gold["published"]},
        "times": [{"span": list(each.span), "type": each.type, "value": each.value} for each in found],
    }


def scores(golds: Sequence[Mapping[str, Any]], tool: Any, *, strip: bool) -> dict[str, float]:
    """Return the F1 of each figure over all texts of a set.

    Args:
        golds: the texts with their gold.
        tool: the shared scorer.
        strip: take the accents off the texts.
    """
    counts: Counter[str] = Counter()
    for gold in golds:
        tool.score_times(gold, predicted(gold, tool.folded(gold["text"]) if strip else gold["text"]), counts)
    both = counts["t_pred"] + counts["t_gold"]
    return {figure: round(2 * counts[f"t_{figure}"] / both, 4) if both else 0.0 for figure in FIGURES}


def milliseconds(golds: Sequence[Mapping[str, Any]]) -> float:
    """Return the processor time of tagging one text, the least of some rounds over the set."""
    rounds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for gold in golds:
            times(gold["text"], gold["language"], gold["published"])
        rounds.append(time.process_time() - start)
    return round(1000 * min(rounds) / len(golds), 2)


def rows(each: ReferenceSet, golds: Sequence[Mapping[str, Any]], tool: Any) -> Iterator[Row]:
    """Yield the rows of a set: as it is, without accents, and how long a text takes."""
    accented = scores(golds, tool, strip=False)
    stripped = scores(golds, tool, strip=True)
    for figure in FIGURES:
        yield Row(each.name, figure, accented[figure], each.targets.get(figure))
    for figure in FIGURES:
        yield Row(f"{each.name}, stripped", figure, stripped[figure], round(accented[figure] - NEAR, 4))
    words = sum(len(gold["text"].split()) for gold in golds) // len(golds)
    yield Row(each.name, f"ms a text ({words} words)", milliseconds(golds))


def scorer(shared: Path) -> Any:
    """Import the shared scorer by its path."""
    spec = importlib.util.spec_from_file_location("shared_score", shared / "tools" / "score.py")
    if spec is None or spec.loader is None:  # pragma: no cover - a path that ends in .py always has both
        raise ImportError(str(shared))
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the folder is not ours to write to
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def shown(table: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    head = ("set", "figure", "value", "asked", "reached")
    lines = [head, *(_cells(row) for row in table)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    asked = "" if row.bound is None else f"at least {row.bound:.3f}"
    return row.set, row.figure, f"{row.value:.3f}", asked, {True: "yes", False: "NO", None: ""}[row.reached]


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit code: 1 only where --check is given and a figure falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with the shared reference sets")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the rows to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a figure is not as asked")
    parser.add_argument("--only", default="", metavar="NAME", help="only the sets with this in their names")
    given = parser.parse_args(arguments)
    shared = given.shared.resolve()
    if not (shared / "tools" / "score.py").exists():
        print(f"bench: no reference sets in {shared}: nothing measured. --shared DIR says where they lie.")
        return DONE
    tool = scorer(shared)
    chosen = [each for each in sets(shared) if given.only in each.name and each.gold.exists()]
    table = [row for each in chosen for row in rows(each, texts(each, shared), tool)]
    print("\n".join(shown(table)))
    if given.json:
        listed = [{**asdict(row), "reached": row.reached} for row in table]
        given.json.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return MISSED if given.check and any(row.reached is False for row in table) else DONE


if __name__ == "__main__":
    sys.exit(main())
