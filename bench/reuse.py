"""Find near copies in an invented set, and beside it with datasketch's MinHash LSH at its best setting, in one run.

    python bench/reuse.py [--documents N] [--check]

Copies have 1 to 40 % of their words changed, paragraphs moved or cut, accents dropped; other texts share names and a
closing paragraph and are no copies. Both sides go from raw texts to pairs. --check exits 1 where segun finds less than
datasketch's best or is less than five times as fast. Needs datasketch (pip install datasketch), which segun does not.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import product

import numpy as np

from segun.match.reuse.near import near_copies, words

LEAST_RATIO = 5.0
ROUNDS = 3
ENDING = "con información de agencias y de la redacción central en la capital del país"
Pairs = set[tuple[int, int]]


def world(count: int, seed: int = 7) -> tuple[list[str], Pairs, dict[tuple[int, int], float]]:
    """Return texts, the pairs of copies, and what share of its words each copy of an original had changed."""
    chance = random.Random(seed)  # noqa: S311 - a world, no secrets
    letters = "abcdefghijlmnopqrstuvz"
    vocabulary = ["".join(chance.choices(letters, k=chance.randint(2, 9))) for _ in range(30_000)]
    vocabulary = [word.replace("a", "á", 1) if chance.random() < 0.15 else word for word in vocabulary]

    def word() -> str:
        return vocabulary[int(len(vocabulary) * chance.random() ** 4)]

    texts: list[str] = []
    copies: Pairs = set()
    edits: dict[tuple[int, int], float] = {}
    while len(texts) < count:
        topic = [word().capitalize() for _ in range(6)]
        paragraphs = [
            [chance.choice(topic) if chance.random() < 0.06 else word() for _ in range(chance.randint(20, 60))]
            for _ in range(chance.randint(4, 6))
        ]
        family = [len(texts)]
        texts.append(written(paragraphs))
        for _ in range(int(3 * chance.random() ** 2.0)):
            share = chance.uniform(0.01, 0.40)
            changed = [[word() if chance.random() < share else each for each in part] for part in paragraphs]
            if chance.random() < 0.3:
                chance.shuffle(changed)
            if chance.random() < 0.3 and len(changed) > 3:
                del changed[chance.randrange(len(changed))]
            text = written(changed)
            if chance.random() < 0.3:
                text = text.replace("á", "a")
            edits[family[0], len(texts)] = share
            copies |= {(other, len(texts)) for other in family}
            family.append(len(texts))
            texts.append(text)
    return texts, copies, edits


def written(paragraphs: Iterable[list[str]]) -> str:
    """Return paragraphs as a text with the closing line that all have."""
    return "\n\n".join(" ".join(each) + "." for each in paragraphs) + f"\n\n{ENDING}."


def ours(texts: list[str]) -> Pairs:
    """Return the near copies that segun finds."""
    return {(int(a), int(b)) for a, b, *_ in near_copies(texts)}


def theirs(size: int, permutations: int, threshold: float) -> Callable[[list[str]], Pairs]:
    """Return what finds near copies with MinHash LSH at one setting."""
    from datasketch import MinHash, MinHashLSH

    def find(texts: list[str]) -> Pairs:
        index = MinHashLSH(threshold=threshold, num_perm=permutations)
        made = []
        for number, text in enumerate(texts):
            found = words(text)
            parts = {" ".join(found[at : at + size]).encode() for at in range(len(found) - size + 1)}
            sketch = MinHash(num_perm=permutations)
            sketch.update_batch(list(parts))
            made.append(sketch)
            index.insert(number, sketch)
        pairs = set()
        for number, sketch in enumerate(made):
            for other in index.query(sketch):
                if other < number and sketch.jaccard(made[other]) >= threshold:
                    pairs.add((other, number))
        return pairs

    return find


def f1(found: Pairs, gold: Pairs) -> float:
    """Return the F1 of pairs."""
    return 2 * len(found & gold) / max(1, len(found) + len(gold))


def timed(find: Callable[[list[str]], Pairs], texts: list[str], rounds: int) -> tuple[Pairs, float]:
    """Return what was found and the median of some rounds' seconds of processor time."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        found = find(texts)
        spent.append(time.process_time() - start)
    return found, statistics.median(spent)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--check", action="store_true", help="exit with 1 where a target is missed")
    given = parser.parse_args()
    try:
        import datasketch  # noqa: F401
    except ImportError:
        sys.exit("This bench compares with datasketch. Install it: pip install datasketch")
    texts, gold, edits = world(given.documents)
    print(f"{len(texts):,} texts, {len(gold):,} pairs of copies")
    ours(texts[:50])
    found, seconds = timed(ours, texts, ROUNDS)
    mine = f1(found, gold)
    print(f"segun       F1 {mine:.4f}  {seconds:6.2f} s  {1e6 * seconds / len(texts):6.0f} µs a text")
    best = (0.0, 0.0, "")
    for size, permutations, threshold in product((1, 2, 3), (64, 128), (0.08, 0.15, 0.3, 0.5)):
        theirs_found, spent = timed(theirs(size, permutations, threshold), texts, 1)
        score = f1(theirs_found, gold)
        name = f"{size}-word shingles, {permutations} permutations, threshold {threshold}"
        if (score, -spent) > (best[0], -best[1]):
            best = (score, spent, name)
    print(f"datasketch  F1 {best[0]:.4f}  {best[1]:6.2f} s  {1e6 * best[1] / len(texts):6.0f} µs a text  ({best[2]})")
    ratio = best[1] / seconds
    print(f"ratio {ratio:.1f}")
    by_share: dict[int, list[bool]] = defaultdict(list)
    for pair, share in edits.items():
        by_share[int(share * 10)].append(pair in found)
    for share in sorted(by_share):
        print(f"words changed {share * 10:2}–{share * 10 + 10} %: recall {np.mean(by_share[share]):.3f}")
    missed = mine < best[0] or ratio < LEAST_RATIO
    return int(given.check and missed)


if __name__ == "__main__":
    sys.exit(main())
