"""Count which features hold in sentences that carry an account on and in those that do not.

    continuation.py [--shared DIR]

Every sentence without a cue that stands after an attribution which may carry on is looked up in the gold: does it carry
on (required or optional there), or is it the report's own voice? The walk follows the gold, so that one wrong decision
does not spoil the next. The weights in ``src/segun/attribute/continuation.py`` were drawn up from this table.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import segun
from segun.annotate.words import Paragraph, Sentence
from segun.attribute import continuation
from segun.lang.lexicon import Grammar

HERE = Path(__file__).resolve().parent
OWN = HERE.parent / "tests" / "golden"


def golds(shared: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield text and gold of every report."""
    for folder in (shared / "gold" / "es-dev", OWN / "mission", OWN / "plain"):
        for path in sorted(folder.glob("*.json")):
            gold = json.loads(path.read_text(encoding="utf-8"))
            yield path.with_suffix(".txt").read_text(encoding="utf-8"), gold


def label(gold: dict[str, Any], start: int, end: int) -> str | None:
    """Return what the gold says of the sentence ``[start, end)``."""
    for claim in gold["claims"]:
        relays = claim["relays"]
        if relays and relays[-1]["how"] != "continued":
            continue
        shared = sum(max(0, min(end, b) - max(start, a)) for a, b in claim["spans"])
        if shared > (end - start) / 2:
            if not relays:
                return "own voice"
            return "optional" if all(r.get("optional") for r in relays) else "carried on"
    return None


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=HERE.parent.parent / "shared")
    shared = parser.parse_args().shared
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    original = continuation.score
    current: dict[str, Any] = {}

    def follow_gold(
        account: continuation.Account, paragraph: Paragraph, sentence: Sentence, grammar: Grammar
    ) -> tuple[float, list[str]]:
        _, held = original(account, paragraph, sentence, grammar)
        words = paragraph.words
        said = label(current["gold"], words[sentence.first].start, words[sentence.last].end)
        if said is not None:
            for feature in ("all", *account.held, *held):
                counts[feature][said] += 1
        return (10.0 if said in {"carried on", "optional"} else -10.0), held

    continuation.score = follow_gold
    for text, gold in golds(shared):
        current["gold"] = gold
        segun.analyze(text, language=gold["language"])
    labels = ("carried on", "optional", "own voice")
    print(f"{'feature':52}", *(f"{name:>10}" for name in labels))
    for feature, count in sorted(counts.items(), key=lambda item: -item[1].total()):
        print(f"{feature:52}", *(f"{count[name]:10}" for name in labels))


if __name__ == "__main__":
    main()
