"""The server: uvicorn over the application, on a socket that listens already."""

from __future__ import annotations

import socket
from importlib import resources
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from segun.errors import SegunError
from segun.intake.analyst import Method
from segun.ledger import people
from segun.ledger.ledger import Ledger
from segun.serve.app import application
from segun.serve.desk import Desk
from segun.settings import Settings


def opened(path: Path, settings: Settings, *, host: str, auth: bool, new: bool) -> Starlette:
    """Return the application over a ledger, ready to be served.

    Args:
        path: the ledger.
        settings: who decides where nobody signs in, and how imported reports are analysed.
        host: the name under which the address was given.
        auth: whether people sign in.
        new: whether to make an empty ledger where there is none.

    Raises:
        LedgerError: the ledger cannot be opened.
        SegunError: the pages' libraries are not there, or nobody could sign in.
    """
    if not resources.files("segun.serve").joinpath("static", "vendor", "htmx.min.js").is_file():
        raise SegunError(
            "The libraries of the desk's pages are not installed.",
            "Install segun again where npm's packages can be reached: pip install --force-reinstall --no-deps .",
        )
    with Ledger(path, create=new) as ledger, ledger.reading() as connection:
        nobody = not any(each.disabled is None for each in people.users(connection))
    if auth and nobody:
        raise SegunError("Nobody could sign in.", f"Make an account first: segun users {path} add NAME --role admin")
    models = tuple(sorted(settings.models.items()))
    return application(
        Desk(path),
        host=host,
        auth=auth,
        reviewer=str(settings.values.get("reviewer") or ""),
        method=Method(settings.carry_on, models, weights=settings.weights),
    )


def run(app: Starlette, bound: socket.socket) -> None:
    """Serve an application until it is interrupted.

    Args:
        app: as :func:`opened` gives it.
        bound: where to listen.
    """
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=5,
        timeout_keep_alive=30,
        lifespan="on",
    )
    uvicorn.Server(config).run(sockets=[bound])
