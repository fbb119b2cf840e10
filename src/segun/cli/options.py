"""Options of the command line that are drawn from the declared settings."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import click

from segun.settings import SETTINGS, Group, Setting, Settings, Value, load

F = TypeVar("F", bound=Callable[..., Any])


def _option(setting: Setting) -> Callable[[F], F]:
    text = setting.help if setting.default in (None, 0.0) else f"{setting.help}  [default: {setting.default}]"
    kind = click.Choice(setting.choices) if setting.choices else click.STRING  # a number is checked with the settings
    metavar = None if setting.choices else setting.metavar
    return click.option(setting.option, setting.parameter, type=kind, metavar=metavar, help=text)


def with_settings(*groups: Group) -> Callable[[F], F]:
    """Give a command an option for each setting of some groups.

    They are passed on by :attr:`Setting.parameter`; ``None`` where not given.
    """

    def gave(command: F) -> F:
        for setting in reversed(SETTINGS):
            if setting.group in groups:
                command = _option(setting)(command)
        return command

    return gave


def settings_from(given: Mapping[str, Value | None]) -> Settings:
    """Return the settings that hold in the working directory under the options that a command was given.

    Args:
        given: the options' values, by :attr:`Setting.parameter`.

    Raises:
        SettingsError: a file or variable sets something wrongly.
    """
    overrides = {setting.name: given.get(setting.parameter) for setting in SETTINGS}
    return load(Path.cwd(), os.environ, overrides)


def _published(_: click.Context, __: click.Parameter, value: str | None) -> str | None:
    """Check a date, or a date-time with zone, in ISO 8601."""
    if value is None:
        return None
    from segun.read.dates import strict_iso

    moment = strict_iso(value)
    if moment is None:
        raise click.BadParameter(f"'{value}' is no date. Give it as 2024-05-31 or 2024-05-31T18:00:00+02:00.")
    return moment


published_option = click.option(
    "--published", metavar="DATE", callback=_published, help="When the reports were published, in ISO 8601."
)
