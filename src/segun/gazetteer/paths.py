"""Where the gazetteer lies."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

VERSION = 1
"""Of the file's layout: another layout is another file, and an older segun keeps its own."""


def data_folder(environ: Mapping[str, str] | None = None) -> Path:
    """Return the folder for what segun builds once: ``SEGUN_DATA``, else the user's data folder."""
    given = (os.environ if environ is None else environ).get("SEGUN_DATA")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("segun", appauthor=False)


def gazetteer_file(environ: Mapping[str, str] | None = None) -> Path:
    """Return the path of the gazetteer, which need not exist."""
    return data_folder(environ) / f"gazetteer-{VERSION}.sqlite"
