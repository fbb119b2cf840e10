"""What a report is found by: hashes of its wording, and of what one sentence of it names together.

Words are of one language; names, numbers and concepts bring translations together. The lowest bit of a key tells the
two kinds apart.
"""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np

from segun.match.figures import counts
from segun.match.reuse.candidates import key_of
from segun.match.reuse.shingles import sample, shingles
from segun.match.told import Told
from segun.model import Span

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…](?=\s)|$)", re.MULTILINE)
_TERMS = 8
"""Names and numbers, and concepts, of a sentence that are paired."""
_ANYWHERE = frozenset({"council"})
"""Concepts of bodies that every place has one of, and so bring no two reports together."""
_CONCEPT = "c:"
_MOST = 600
"""Pairs that are kept of a report."""
_SHORT = 3


def keys(told: Told) -> np.ndarray:
    """Return the keys of a report: ``int64``, sorted, each once; even ones are of wording, odd ones of names."""
    wording = sample(shingles(told.words)) & ~np.int64(1)
    named = [key_of(pair) for pair in _together(told)]
    about = np.array(named, dtype=np.int64) | np.int64(1)
    found: np.ndarray = np.unique(np.concatenate([wording, about]))
    return found


def _together(told: Told) -> list[str]:
    """Return the pairs of a name or number with another, or with a concept, that stand in one sentence."""
    found: dict[str, None] = {}
    for sentence in _SENTENCE.finditer(told.text):
        span = Span(*sentence.span())
        terms = dict.fromkeys(_names(told, span))
        terms.update(dict.fromkeys(f"#{each.low:g}" for each in counts(told, span)))
        meant = (concept for _, _, concept in told.meant(told.within(span)) if concept not in _ANYWHERE)
        concepts = dict.fromkeys(f"{_CONCEPT}{concept}" for concept in meant)
        for a, b in combinations(sorted([*list(terms)[:_TERMS], *list(concepts)[:_TERMS]]), 2):
            if not (a.startswith(_CONCEPT) and b.startswith(_CONCEPT)):
                found[f"{a} {b}"] = None
        if len(found) >= _MOST:
            break
    return list(found)[:_MOST]


def _names(told: Told, span: Span) -> list[str]:
    inside = told.within(span)
    found = []
    for at in inside:
        word = told.words[at]
        if told.named(at, inside) and len(word) >= _SHORT and word not in told.match.idle:
            found.append(told.name_of(word))
    return found
