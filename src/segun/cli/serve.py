"""``segun serve``: the desk, a web application over a ledger."""

from __future__ import annotations

import socket
from contextlib import closing
from pathlib import Path

import click

from segun.cli.selecting import with_ledger
from segun.errors import SegunError

LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@with_ledger
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Where to listen; beyond this machine with --auth."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8420, show_default=True, help="0 takes a free one.")
@click.option("--auth", is_flag=True, help="Ask for a name and a password, as `segun users` keeps them.")
@click.option("--new", is_flag=True, help="Make an empty ledger where there is none.")
@click.option("--open", "show", is_flag=True, help="Open it in the browser.")
def serve(*, ledger: Path, host: str, port: int, auth: bool, new: bool, show: bool) -> int:
    """Open LEDGER as a desk in the browser: read, judge and correct its claims.

    It answers on this machine only, and whoever uses it is the `reviewer` of the settings. For several people, give
    them accounts with `segun users`, and start it with --auth; --host 0.0.0.0 then lets other machines in. Nothing
    that it shows comes from elsewhere. Ctrl-C ends it.

    \b
    Examples:
      segun add news.segun reports/ && segun serve news.segun --open
      segun serve news.segun --new --open      empty: drop reports on the import page
      segun users news.segun add ana --role reviewer
      segun serve news.segun --auth --host 0.0.0.0 --port 80
    """
    if host not in LOOPBACK and not auth:
        raise click.UsageError(
            f"--host {host} lets other machines in, who could all decide. Give --auth, and accounts with `segun users`."
        )
    from segun.cli.options import settings_from
    from segun.serve.running import opened, run

    settings = settings_from({})
    app = opened(ledger, settings, host=host, auth=auth, new=new)
    bound = _bound(host, port)
    address = f"http://{f'[{host}]' if ':' in host else host}:{bound.getsockname()[1]}/"
    with closing(bound):
        click.echo(f"segun: {ledger} at {address} (Ctrl-C ends it)", err=True)
        if show:
            import webbrowser

            webbrowser.open(address)
        run(app, bound)
    return 0


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        SegunError: the address is taken, or is none of this machine's.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # asyncio sends at once only where it is told
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen()  # a browser that comes early waits
    except OSError as error:
        made.close()
        raise SegunError(
            f"Cannot listen on {host}, port {port}: {error.strerror or error}.", "Give another --port, or --port 0."
        ) from error
    return made
