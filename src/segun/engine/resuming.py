"""What an interrupted run left in its folder, and whether the next run may use it."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from segun.errors import SegunError

_MARK = "plan"


def digest(*told: object) -> str:
    """Return a digest of what a result depends on: anything that JSON can say."""
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def prepare(folder: Path, plan: str) -> bool:
    """Make a folder for a run's files, empty if what stands in it was made for another run.

    Args:
        folder: it; it need not exist.
        plan: digest of all that the run depends on.

    Returns:
        Whether what stands in it was made for this run.

    Raises:
        SegunError: the folder holds files of somebody else's, or cannot be written.
    """
    mark = folder / _MARK
    try:
        if mark.is_file() and mark.read_text("utf-8") == plan:
            return True
        if folder.exists() and not mark.is_file() and any(folder.iterdir()):
            raise SegunError(f"{folder} holds other files.", "Name an empty folder, or one that does not exist.")
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        mark.write_text(plan, "utf-8")
    except OSError as error:
        raise SegunError(f"{folder} cannot be written: {error.strerror or error}.", "Name another folder.") from error
    return False
