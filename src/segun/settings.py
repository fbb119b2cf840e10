"""The settings: declared once here, read from a file and the environment, overridden by the command line.

The command line's options and the reference in ``docs/cli.md`` are drawn from :data:`SETTINGS`.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, cast

from segun import lang, tongue
from segun.errors import SegunError

CarryOn = Literal["none", "cautious", "eager"]
Value = str | float
Group = Literal["analysis", "work", "review", "pages"]
"""What a setting is about: analysing reports, working through many of them, reviewing what was found, pages for the
browser."""


class SettingsError(SegunError):
    """A setting that is unknown or has a value that it cannot take."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: its name, what it may be and what it does."""

    name: str
    """As in the file; a dot stands for a TOML table, ``models.es``."""
    help: str
    default: Value | None = None
    choices: tuple[str, ...] = ()
    """The only values it can take; empty where any does."""
    bounds: tuple[float, float] | None = None
    """The least and the greatest value of a number; ``None`` for text."""
    metavar: str = "TEXT"
    group: Group = "analysis"
    """Which commands have it as an option."""

    @property
    def variable(self) -> str:
        """The environment variable that sets it."""
        return "SEGUN_" + self.name.replace("models.", "model_").replace(".", "_").upper()

    @property
    def option(self) -> str:
        """The option of the command line that sets it."""
        return "--" + self.name.replace("models.", "model-").replace("_", "-")

    @property
    def parameter(self) -> str:
        """The option's name as a Python argument."""
        return {"continue": "carry_on"}.get(self.name, self.option.removeprefix("--").replace("-", "_"))

    @property
    def takes(self) -> str:
        """What it can be, in words."""
        if self.choices:
            return "one of " + ", ".join(self.choices)
        if self.bounds is not None:
            return f"a number from {self.bounds[0]:g} to {self.bounds[1]:g}"
        return "a text that is not empty"

    def check(self, value: object, place: str) -> Value:
        """Return the value in its proper type.

        Args:
            value: what was given; a number may be given as text.
            place: where it was given, for the error.

        Raises:
            SettingsError: the setting cannot take it.
        """
        if self.bounds is not None:
            number = _number(value)
            if number is not None and self.bounds[0] <= number <= self.bounds[1]:
                return number
        elif isinstance(value, str) and value.strip() and (not self.choices or value in self.choices):
            return value
        raise SettingsError(f"{place}: {self.name} cannot be {value!r}.", f"Give {self.takes}.")


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "continue",
        "How readily an attribution carries on over sentences that do not repeat it.",
        default="cautious",
        choices=("none", "cautious", "eager"),
    ),
    Setting(
        "min_confidence",
        "Hide attributed claims that segun is less sure of than this.",
        default=0.0,
        bounds=(0.0, 1.0),
        metavar="0..1",
    ),
    Setting(
        "weights",
        "Weights of the second opinion, as `segun train` writes them; by default those that ship with segun.",
        metavar="FILE",
    ),
    Setting("language", "The reports' language, as a code such as es, where segun need not find it.", metavar="CODE"),
    Setting(
        "processes",
        "How many processes analyse reports at a time; by default as many as there are cores.",
        bounds=(1, 1024),
        metavar="N",
        group="work",
    ),
    Setting(
        "interface",
        "The language of the pages for the browser.",
        default=tongue.ENGLISH,
        choices=tongue.languages(),
        group="pages",
    ),
    Setting("reviewer", "Who takes decisions: the name that is written beside them.", metavar="NAME", group="review"),
    *(
        Setting(f"models.{code}", f"The spaCy model for {lang.name(code)}: its name or folder.", metavar="MODEL")
        for code in sorted(lang.supported(), reverse=True)
    ),
)


@dataclass(frozen=True, slots=True)
class Settings:
    """The value of every setting."""

    values: Mapping[str, Value | None]

    @property
    def carry_on(self) -> CarryOn:
        """How readily an attribution carries on."""
        return cast("CarryOn", self.values["continue"])

    @property
    def min_confidence(self) -> float:
        """Attributed claims below it are hidden."""
        return float(self.values["min_confidence"] or 0.0)

    @property
    def weights(self) -> Path | None:
        """The user's own weights of the second opinion; ``None`` for those that ship with segun."""
        value = self.values["weights"]
        return None if value is None else Path(str(value))

    @property
    def language(self) -> str | None:
        """The reports' language; ``None`` lets segun find it."""
        return cast("str | None", self.values["language"])

    @property
    def processes(self) -> int | None:
        """How many processes analyse; ``None`` for as many as there are cores."""
        value = self.values["processes"]
        return None if value is None else int(value)

    @property
    def interface(self) -> str:
        """The language of the pages."""
        return str(self.values["interface"])

    @property
    def reviewer(self) -> str | None:
        """Who takes decisions."""
        return cast("str | None", self.values["reviewer"])

    @property
    def models(self) -> dict[str, str]:
        """The models that the user chose, by language."""
        return {
            name.removeprefix("models."): str(value)
            for name, value in self.values.items()
            if name.startswith("models.") and value is not None
        }


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return float(value)
    except ValueError:
        return None


def _by_name(name: str, place: str) -> Setting:
    for setting in SETTINGS:
        if setting.name == name:
            return setting
    names = [setting.name for setting in SETTINGS]
    near = difflib.get_close_matches(name, names, n=1)
    remedy = f"Did you mean {near[0]}?" if near else f"The settings are {', '.join(names)}."
    raise SettingsError(f"{place}: there is no setting {name}.", remedy)


def _flat(table: Mapping[str, Any], prefix: str = "") -> dict[str, object]:
    flat: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            flat |= _flat(value, f"{prefix}{key}.")
        else:
            flat[prefix + key] = value
    return flat


def _tables(folder: Path) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the settings' tables of a folder, each with the place it stands in."""
    tables: list[tuple[str, Mapping[str, Any]]] = []
    for name in ("pyproject.toml", "segun.toml"):
        path = folder / name
        if not path.is_file():
            continue
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise SettingsError(f"{path.name} is no valid TOML: {error}.", "Mend or remove it.") from error
        except OSError as error:
            raise SettingsError(f"{path.name} cannot be read: {error.strerror}.", "Make it readable.") from error
        if name == "segun.toml":
            tables.append((name, table))
        elif "segun" in table.get("tool", {}):
            tables.append((f"{name} [tool.segun]", table["tool"]["segun"]))
    return tables


def load(folder: Path, environ: Mapping[str, str], overrides: Mapping[str, Value | None] | None = None) -> Settings:
    """Return the settings that hold.

    Args:
        folder: where ``segun.toml`` or a ``pyproject.toml`` with ``[tool.segun]`` may stand; where both do,
            ``segun.toml`` wins.
        environ: the environment; its ``SEGUN_*`` variables win over the files, an empty one counts as unset.
        overrides: what the command line gave, by the setting's name; it wins over all, ``None`` counts as not given.

    Raises:
        SettingsError: a file is broken, or a setting is unknown or has a value that it cannot take.
    """
    values: dict[str, Value | None] = {setting.name: setting.default for setting in SETTINGS}
    for place, table in _tables(folder):
        for name, value in _flat(table).items():
            values[name] = _by_name(name, place).check(value, place)
    for setting in SETTINGS:
        given = environ.get(setting.variable)
        if given:
            values[setting.name] = setting.check(given, setting.variable)
    for name, override in (overrides or {}).items():
        if override is not None:
            setting = _by_name(name, "command line")
            values[name] = setting.check(override, setting.option)
    return Settings(values)
