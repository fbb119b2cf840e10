"""Options of the command line that are drawn from the declared settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from segun.settings import SETTINGS, Setting, Settings, Value, load

F = TypeVar("F", bound=Callable[..., Any])


def _option(setting: Setting) -> Callable[[F], F]:
    text = setting.help if setting.default in (None, 0.0) else f"{setting.help}  [default: {setting.default}]"
    kind = click.Choice(setting.choices) if setting.choices else click.STRING  # a number is checked with the settings
    metavar = None if setting.choices else setting.metavar
    return click.option(setting.option, setting.parameter, type=kind, metavar=metavar, help=text)


def with_settings(command: F) -> F:
    """Give a command one option per setting, passed on by :attr:`Setting.parameter`; ``None`` where not given."""
    for setting in reversed(SETTINGS):
        command = _option(setting)(command)
    return command


def settings_from(given: Mapping[str, Value | None]) -> Settings:
    """Return the settings that hold in the working directory under the options that a command was given.

    Args:
        given: the options' values, by :attr:`Setting.parameter`.

    Raises:
        SettingsError: a file or variable sets something wrongly.
    """
    overrides = {setting.name: given[setting.parameter] for setting in SETTINGS}
    return load(Path.cwd(), os.environ, overrides)
