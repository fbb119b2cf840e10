"""The application: pages, people and guards put together over one ledger."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse
from starlette.routing import Mount

from segun.intake.analyst import Method
from segun.serve import api
from segun.serve.desk import Desk
from segun.serve.files import Files
from segun.serve.guard.failures import Failure, failure_of
from segun.serve.guard.stack import stack
from segun.serve.importing import Importer
from segun.serve.pages import (
    about,
    claim,
    compare,
    deciding,
    decisions,
    echo,
    explore,
    exports,
    imports,
    ledger,
    listed,
    login,
    report,
    searches,
    source,
)
from segun.serve.people.accounts import Accounts
from segun.serve.people.visitors import is_api
from segun.serve.shown import STATIC, page, part
from segun.serve.speaking import SpeakingMiddleware

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

PAGES = (
    ledger,
    listed,
    source,
    decisions,
    deciding,
    report,
    claim,
    explore,
    echo,
    imports,
    exports,
    compare,
    searches,
    about,
    login,
    api,
)
LARGEST = 128 * 1024 * 1024
"""Bytes that one import may bring."""
COMPRESSED = 1_000
"""Bytes from which on an answer is compressed."""


def application(
    desk: Desk, *, host: str = "127.0.0.1", auth: bool = False, reviewer: str = "", method: Method | None = None
) -> Starlette:
    """Return the application over a ledger.

    Args:
        desk: the open ledger; it is closed when the application ends.
        host: the name under which the desk is reached, beside those of this machine.
        auth: whether people sign in.
        reviewer: who decides where nobody signs in; empty for "reviewer".
        method: how imported reports are analysed.
    """
    importer = Importer(desk.path, method or Method())
    accounts = Accounts(desk.own, auth=auth, reviewer=reviewer or None)

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        await to_thread.run_sync(ledger.warm, desk)
        others = asyncio.create_task(to_thread.run_sync(explore.warm, desk))
        yield
        await asyncio.wait([others])
        importer.close()
        desk.close()

    guards = stack(accounts, hosts=(host,), page=_failed, larger={"/import": LARGEST})
    app = Starlette(
        routes=[
            *(route for each in PAGES for route in each.routes),
            Mount("/static", Files(packages=[(each, "static") for each in STATIC])),
        ],
        middleware=[
            Middleware(GZipMiddleware, minimum_size=COMPRESSED, compresslevel=5),
            Middleware(SpeakingMiddleware),
            *guards,
        ],
        exception_handlers={HTTPException: _refused},
        lifespan=living,
    )
    app.state.desk = desk
    app.state.importer = importer
    app.state.accounts = accounts
    return app


async def _refused(request: Request, error: Exception) -> Response:
    """Answer what Starlette itself refuses as everything else that fails."""
    failure = failure_of(error)
    if is_api(request.url.path):
        return JSONResponse(failure.as_json(), failure.status, failure.headers)
    return _failed(request, failure)


def _failed(request: Request, failure: Failure) -> Response:
    """Return the page of a failure; for a part of a page, what it tells as JSON, which the page says aloud."""
    if part(request):
        return JSONResponse({"problem": failure.problem, "remedy": failure.remedy}, failure.status)
    told = {"problem": failure.problem, "remedy": failure.remedy, "back": _before(request), "here": ""}
    return page(request, "error.html.j2", failure.status, **told)


def _before(request: Request) -> str:
    """Return the page of the desk on which a form was filled in that failed; empty where it came from elsewhere."""
    came = urlsplit(request.headers.get("referer", ""))
    if request.method != "POST" or came.netloc != request.url.netloc or not came.path.startswith("/"):
        return ""
    return "/" + came.path.lstrip("/") + (f"?{came.query}" if came.query else "")
