"""The application: pages, people and guards put together over one ledger."""

from __future__ import annotations

from contextlib import asynccontextmanager
from collections.abc import AsyncIterator

from anyio import to_thread
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from segun.serve.desk import Desk
from segun.serve.pages import claim, deciding, echo, explore, ledger, report
from segun.serve.shown import STATIC


def application(desk: Desk) -> Starlette:
    """Return the application over a ledger.

    Args:
        desk: the open ledger; it is closed when the application ends.
    """

    @asynccontextmanager
    async def living(_: Starlette) -> AsyncIterator[None]:
        await to_thread.run_sync(ledger.warm, desk)
        yield
        desk.close()

    app = Starlette(
        routes=[
            *ledger.routes,
            *deciding.routes,
            *report.routes,
            *claim.routes,
            *echo.routes,
            *explore.routes,
            Mount("/static", StaticFiles(packages=[(each, "static") for each in STATIC])),
        ],
        middleware=[Middleware(GZipMiddleware, minimum_size=1_000, compresslevel=5)],
        lifespan=living,
    )
    app.state.desk = desk
    return app
