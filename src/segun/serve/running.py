"""The server: uvicorn over the application, on a socket that listens already."""

from __future__ import annotations

import socket
from pathlib import Path

import uvicorn

from segun.serve.app import application
from segun.serve.desk import Desk


def run(path: Path, bound: socket.socket, *, host: str, auth: bool, reviewer: str) -> None:
    """Serve a ledger until it is interrupted.

    Args:
        path: the ledger.
        bound: where to listen.
        host: the name under which the address was given.
        auth: whether people sign in.
        reviewer: who decides where nobody signs in; empty for "reviewer".

    Raises:
        LedgerError: the ledger cannot be opened.
    """
    app = application(Desk(path), host=host, auth=auth, reviewer=reviewer)
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
