"""The files that pages draw on, kept by browsers: for good where the address changes with the file."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from starlette.staticfiles import StaticFiles

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import Scope

YEAR = 365 * 24 * 3600
"""Seconds for which a file is kept whose address says which one it is."""


class Files(StaticFiles):
    """Static files; those of another address are asked for anew each time, and only sent where they changed."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, with how long it may be kept."""
        answer = await super().get_response(path, scope)
        named = "v" in parse_qs(scope.get("query_string", b"").decode("latin-1"))
        answer.headers["Cache-Control"] = f"public, max-age={YEAR}, immutable" if named else "no-cache"
        return answer
