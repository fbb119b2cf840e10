"""What made a trace: version, weights, and whether the encoder helped."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import metadata
from importlib.resources import files

from segun.match.vectors import available

OWNERS = " owners"
"""How a program ends by which outlets of one owner count as one."""


@cache
def program(*, encoder: bool = True, owners: bool = False) -> str:
    """Return the version and what else a trace depends on, as one line.

    Args:
        encoder: whether sentence vectors are wanted.
        owners: whether outlets of one owner count as one.
    """
    try:
        version = metadata.version("segun")
    except metadata.PackageNotFoundError:  # run from a checkout that is not installed
        version = "0"
    weights = hashlib.sha256((files("segun.match") / "weights.toml").read_bytes()).hexdigest()[:8]
    vectors = "yes" if encoder and available() else "no"
    return f"segun {version} match {weights} encoder {vectors}{OWNERS if owners else ''}"
