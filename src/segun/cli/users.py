"""``segun users``: the accounts of the desk, their roles, passwords and tokens."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from segun.cli.options import settings_from
from segun.cli.selecting import note, with_ledger
from segun.view.visible import one_line

if TYPE_CHECKING:
    from segun.ledger.people import Role
    from segun.serve.people.person import Person

_ROLES = ("reader", "reviewer", "admin")
_role = click.Choice(_ROLES)
_from_stdin = click.option("--password-stdin", is_flag=True, help="Take the password from stdin's first line.")


class Users(click.Group):
    """Takes its own options also behind LEDGER, where no command follows."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put an option that stands behind LEDGER before it."""
        if len(args) == 2 and args[1] in {"--json", "--help", "-h"}:
            args = [args[1], args[0]]
        return super().parse_args(ctx, args)


@click.group(cls=Users, invoke_without_command=True)
@with_ledger
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one account a line.")
@click.pass_context
def users(context: click.Context, ledger: Path, as_json: bool) -> int:
    """List who may use the desk over LEDGER, or change it with a command.

    A reader reads and exports; a reviewer also decides and adds; an admin also forgets and manages accounts. Whoever
    can write the file can run these commands; the audit names them by the setting `reviewer`.

    \b
    Examples:
      segun users news.segun
      segun users news.segun add Irune --role reviewer
      segun users news.segun token Irune --name nightly
      segun users news.segun disable Irune
    """
    context.obj = ledger
    if context.invoked_subcommand is not None:
        return 0
    from segun.ledger import people
    from segun.ledger.ledger import Ledger

    with Ledger(ledger, readonly=True) as opened, opened.reading() as connection:
        found = people.users(connection)
    for user in found:
        if as_json:
            fields = {name: value for name, value in asdict(user).items() if name not in {"row", "epoch"}}
            _print_json(fields)
        else:
            disabled = f" · disabled since {user.disabled[:10]}" if user.disabled else ""
            click.echo(f"{one_line(user.name)} · {user.role} · made {user.made[:10]}{disabled}")
    if not found:
        note("No accounts. 'segun users LEDGER add NAME --role admin' makes the first.")
    return 0


@users.command()
@click.argument("name")
@click.option("--role", type=_role, required=True, help="What the account may do.")
@_from_stdin
@click.pass_obj
def add(ledger: Path, name: str, role: str, password_stdin: bool) -> None:
    """Make an account; its password is asked for twice."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        made = managing.add_user(opened, name, _password(password_stdin), cast("Role", role), by=_by())
    click.echo(f"{one_line(made.name)}: {made.role}")


@users.command()
@click.argument("name")
@_from_stdin
@click.pass_obj
def passwd(ledger: Path, name: str, password_stdin: bool) -> None:
    """Set an account's password; all its sessions end."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        managing.set_password(opened, name, _password(password_stdin), by=_by())
    click.echo(f"{one_line(name)} has a new password.")


@users.command()
@click.argument("name")
@click.argument("role", type=_role)
@click.pass_obj
def role(ledger: Path, name: str, role: str) -> None:
    """Set what an account may do, from its next request on."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        managing.set_role(opened, name, cast("Role", role), by=_by())
    click.echo(f"{one_line(name)}: {role}")


@users.command()
@click.argument("name")
@click.pass_obj
def disable(ledger: Path, name: str) -> None:
    """Close an account; its sessions end at once, its tokens do not work."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        managing.disable(opened, name, by=_by())
    click.echo(f"{one_line(name)} is disabled.")


@users.command()
@click.argument("name")
@click.pass_obj
def enable(ledger: Path, name: str) -> None:
    """Open an account again."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        managing.enable(opened, name, by=_by())
    click.echo(f"{one_line(name)} is enabled.")


@users.command()
@click.argument("user")
@click.option("--name", required=True, help="What the token is for.")
@click.pass_obj
def token(ledger: Path, user: str, name: str) -> None:
    """Make a token for scripts and print it; it is shown this once."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        click.echo(managing.make_token(opened, user, name, by=_by()))
    note("Keep it now: it is not shown again. Scripts send it as 'Authorization: Bearer …'.")


@users.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one token a line.")
@click.pass_obj
def tokens(ledger: Path, as_json: bool) -> None:
    """List the tokens, without their secrets."""
    from segun.ledger import people
    from segun.ledger.ledger import Ledger

    with Ledger(ledger, readonly=True) as opened, opened.reading() as connection:
        found = people.tokens(connection)
    for each in found:
        if as_json:
            _print_json({key: value for key, value in asdict(each).items() if key != "row"})
        else:
            state = f"revoked {each.revoked[:10]}" if each.revoked else f"used {(each.used or 'never')[:10]}"
            click.echo(f"{one_line(each.user)} · {one_line(each.name)} · made {each.made[:10]} · {state}")


@users.command()
@click.argument("user")
@click.option("--name", required=True, help="The token's name.")
@click.pass_obj
def revoke(ledger: Path, user: str, name: str) -> None:
    """Make a token invalid for good."""
    from segun.ledger.ledger import Ledger
    from segun.serve.people import managing

    with Ledger(ledger) as opened:
        managing.revoke_token(opened, user, name, by=_by())
    click.echo(f"The token {one_line(name)} of {one_line(user)} is revoked.")


def _password(from_stdin: bool) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise click.UsageError("Nobody can be asked for the password here. Give --password-stdin.")
    return str(click.prompt("Password", hide_input=True, confirmation_prompt="Once more", err=True))


def _by() -> Person:
    from segun.serve.people.person import at_command_line

    return at_command_line(settings_from({}).reviewer)


def _print_json(fields: dict[str, object]) -> None:
    from segun.export.jsonl import json_line

    click.echo(json_line(fields))
