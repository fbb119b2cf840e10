"""The ``segun`` command: finds the command to run and turns every failure into a message and an exit code.

Exit codes: 0 done, 2 usage or input error, 130 interrupted. 1 is kept for what a user asks to fail on.
"""

from __future__ import annotations

import difflib
import errno
import importlib
import keyword
import os
import sys
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

import click

from segun.errors import SegunError

DONE, BAD_INPUT, INTERRUPTED = 0, 2, 130

COMMANDS = {
    "report": "segun.cli.report",
    "add": "segun.cli.add",
    "find": "segun.cli.find",
    "show": "segun.cli.show",
    "sources": "segun.cli.sources",
    "serve": "segun.cli.serve",
    "timeline": "segun.cli.timeline_of",
    "map": "segun.cli.map_of",
    "trace": "segun.cli.trace",
    "batch": "segun.cli.batch",
    "decide": "segun.cli.decide",
    "decisions": "segun.cli.decisions",
    "forget": "segun.cli.forget",
    "reanalyze": "segun.cli.reanalyze",
    "export": "segun.cli.export",
    "import": "segun.cli.import_",
    "outlets": "segun.cli.outlets",
    "evaluate": "segun.cli.evaluate",
    "train": "segun.cli.train",
    "users": "segun.cli.users",
    "audit": "segun.cli.audit",
    "check": "segun.cli.check",
    "models": "segun.cli.models",
    "gazetteer": "segun.cli.gazetteer",
}
DEFAULT = "report"


class Commands(click.Group):
    """Imports a command when it is asked for, and takes ``segun FILE`` for ``segun report FILE``."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 – click's signature
        """Return the commands' names."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 – the same
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        name = f"{cmd_name}_" if keyword.iskeyword(cmd_name) else cmd_name
        command: click.Command = getattr(importlib.import_module(COMMANDS[cmd_name]), name)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the default command before arguments that name none."""
        own = {name for parameter in self.get_params(ctx) for name in parameter.opts}
        if args and args[0] not in own and _is_input(args[0]):
            args = [DEFAULT, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, and suggest one where there is none of this name."""
        if args[0] not in COMMANDS:
            near = difflib.get_close_matches(args[0], COMMANDS, n=1)
            hint = f"Did you mean 'segun {near[0]}'?" if near else "'segun --help' lists the commands."
            raise click.UsageError(f"There is no command and no file '{args[0]}'. {hint}", ctx)
        return super().resolve_command(ctx, args)


def _is_input(word: str) -> bool:
    """Whether a first word is a file or an option of the default command rather than a command."""
    if word in COMMANDS:
        return False
    return word.startswith("-") or any(sign in word for sign in "./\\") or Path(word).exists()


def _version(ctx: click.Context, _: click.Parameter, value: bool) -> None:
    if value:
        click.echo(f"segun {metadata.version('segun')}")
        ctx.exit()


@click.group(
    cls=Commands,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="'segun FILE' is short for 'segun report FILE'. 'segun COMMAND --help' tells more of a command.",
)
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def segun(ctx: click.Context) -> None:
    """Say, for every statement in a news report, according to whom.

    segun reads reports and prints a ledger of their claims: who asserts each one, relayed by whom, and how firmly.
    'segun models status' tells in which languages.

    \b
    Examples:
      segun models install               once, fetch the language models
      segun report.txt                   print the ledger of one report
      segun report.txt --html out.html   write it as a page for the browser as well
    """
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run segun and exit with its exit code.

    Args:
        arguments: the words of the command line; ``None`` takes the process' own.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a report's characters must get out whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run(arguments)
    sys.exit(code)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run segun and return its exit code; every failure has been told on stderr."""
    try:
        code = segun.main(args=arguments, prog_name="segun", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except SegunError as error:
        return _fail(str(error))
    except (click.Abort, KeyboardInterrupt):
        click.echo("segun: interrupted.", err=True)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # the reader, such as head, has all it wanted; click tells it by an exit
        _drop_stdout()
        return DONE
    except OSError as error:
        return _fail(_told(error))
    except Exception as error:
        if os.environ.get("SEGUN_TRACEBACK"):
            raise
        return _fail(
            f"a fault of segun's own, {type(error).__name__}: {error}\n"
            "Set SEGUN_TRACEBACK=1 and run it again to see where, and please report it with that."
        )
    return code if isinstance(code, int) else DONE


def _told(error: OSError) -> str:
    where = f"{error.filename}: " if error.filename else ""
    remedy = {
        errno.ENOSPC: "Free some space or write elsewhere.",
        errno.EDQUOT: "Free some space or write elsewhere.",
        errno.EACCES: "Check its permissions.",
        errno.EROFS: "Write elsewhere.",
    }.get(error.errno or 0, "Check the path and try again.")
    return f"{where}{error.strerror or error}. {remedy}"


def _fail(message: str) -> int:
    from segun.view.visible import visible

    click.echo(f"segun: {visible(message)}", err=True)  # it may hold words of a report
    try:
        sys.stdout.flush()
    except OSError:
        _drop_stdout()
    return BAD_INPUT


def _drop_stdout() -> None:
    """Send what is still unwritten nowhere, so that Python does not complain of it at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
