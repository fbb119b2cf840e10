"""Write docs/cli.md from the commands and settings as the code declares them.

``python docs/generate.py`` writes it; with ``--check`` it only tells, by exit code 1, that it is out of date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from segun.cli.main import segun
from segun.settings import SETTINGS, Setting

TARGET = Path(__file__).with_name("cli.md")
WIDTH = 100

INTRODUCTION = """\
# The command line
Written from the code by `python docs/generate.py`; a test checks that it is up to date.

Data goes to standard output; progress and messages go to standard error, progress only on a terminal. Exit codes: 0 \
done; 2 a wrong option or an input that could not be read, while the other inputs come out all the same; 130 \
interrupted. `NO_COLOR` turns colour off. `SEGUN_TRACEBACK=1` shows where segun itself failed.
"""

SETTINGS_TEXT = """\
## Settings
Each can be given on the command line, as an environment variable, or in `segun.toml` or the table `[tool.segun]` of \
`pyproject.toml` in the working directory. The command line wins over the environment, the environment over \
`segun.toml`, and that over `pyproject.toml`.

| in the file | variable | option | takes | default | what it does |
|---|---|---|---|---|---|
"""


def commands(command: click.Command, parent: click.Context | None, name: str) -> Iterator[tuple[str, str]]:
    """Yield the full name and the help of a command and of all that it holds."""
    context = click.Context(command, parent=parent, info_name=name, terminal_width=WIDTH, **command.context_settings)
    yield context.command_path, command.get_help(context)
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found is not None:
                yield from commands(found, context, child)


def row(setting: Setting) -> str:
    """Return a setting's line of the table."""
    default = "" if setting.default is None else f"`{setting.default}`"
    return (
        f"| `{setting.name}` | `{setting.variable}` | `{setting.option}` | {setting.takes} | {default} "
        f"| {setting.help} |\n"
    )


def text() -> str:
    """Return the whole page."""
    parts = [INTRODUCTION]
    parts += [f"\n## {name}\n```text\n{shown}\n```\n" for name, shown in commands(segun, None, "segun")]
    parts += ["\n", SETTINGS_TEXT, *map(row, SETTINGS)]
    return "".join(parts)


def main(arguments: list[str]) -> int:
    """Write or check the page."""
    wanted = text()
    if "--check" in arguments:
        if TARGET.read_text(encoding="utf-8") == wanted:
            return 0
        print("docs/cli.md is out of date. Run 'python docs/generate.py'.", file=sys.stderr)
        return 1
    TARGET.write_text(wanted, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
