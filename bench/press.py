"""Score segun on pieces of the Spanish press that are annotated here and lie elsewhere, batch by batch.

    python bench/press.py [--shared DIR] [--batch NAME ...] [--write FILE]

``press.jsonl`` annotates 294 pieces of the corpus that es-dev is from (Spanish Fake News Corpus, CC BY 4.0) by offsets
alone; their texts lie in the folder ``shared`` beside the checkout. Each batch was annotated before anybody saw what
segun finds in it. Once its mistakes are read, a batch tells no longer how segun does on new text: README.md says which.
--write puts the pieces with their texts into a file that ``segun train`` and ``segun evaluate`` take, and scores none.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
GOLD = HERE / "press.jsonl"
CORPUS = Path("corpora") / "es-news.jsonl.gz"
SHOWN = ("sc50 f1", "end_to_end f1", "content f1", "source_acc", "nested_recall", "false_attribution")
"""Figures that are printed, by their names in :mod:`segun.gold.figures`."""


def joined(corpus: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the annotated pieces with their texts, by batch.

    Args:
        corpus: the gzipped JSON Lines with the texts.

    Raises:
        OSError: the corpus cannot be read.
        ValueError: a piece is not there, or is not the text that was annotated.
    """
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = {piece["id"]: piece["text"] for piece in map(json.loads, lines)}
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        piece = json.loads(line)
        text = texts.get(piece["id"], "")
        if hashlib.sha256(text.encode()).hexdigest() != piece["sha256"]:
            raise ValueError(f"{corpus} does not hold {piece['id']} as it was annotated.")
        found[piece["batch"]].append({**piece, "text": text, "language": "es"})
    return found


def written(pieces: list[dict[str, Any]], path: Path) -> None:
    """Write annotated pieces with their texts as JSON Lines."""
    path.write_text("".join(json.dumps(piece, ensure_ascii=False) + "\n" for piece in pieces), encoding="utf-8")


def scored(pieces: list[dict[str, Any]]) -> dict[str, float | None]:
    """Return the figures of segun on some annotated pieces, by name."""
    import segun
    from segun.gold.comparing import compare
    from segun.gold.figures import figures, summed, tally
    from segun.gold.reading import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "pieces.jsonl"
        written(pieces, path)
        texts = read(path)
    compared = [compare(text, segun.analyze(text.text, language="es", places=False)) for text in texts]
    return dict(figures(summed(map(tally, compared))))


def main() -> int:
    """Print the figures of each batch."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parents[1] / "shared", help="the folder with the corpus")
    parser.add_argument("--batch", nargs="+", metavar="NAME", help="only these batches")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the pieces with their texts instead")
    given = parser.parse_args()
    try:
        batches = joined(given.shared / CORPUS)
    except (OSError, ValueError) as error:
        print(f"{error} Name the folder that holds {CORPUS} with --shared.", file=sys.stderr)
        return 2
    asked = {name: pieces for name, pieces in sorted(batches.items()) if given.batch is None or name in given.batch}
    if given.write:
        written([piece for pieces in asked.values() for piece in pieces], given.write)
        return 0
    print(f"{'batch':6} {'pieces':>6}  " + "  ".join(f"{name:>17}" for name in SHOWN))
    for name, pieces in asked.items():
        found = scored(pieces)
        shown = ("–" if (value := found[each]) is None else f"{value:.3f}" for each in SHOWN)
        print(f"{name:6} {len(pieces):>6}  " + "  ".join(f"{each:>17}" for each in shown), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
