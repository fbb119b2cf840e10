"""Failures become an answer: a status, what is wrong, what to do; as JSON for the API, as a page for people."""

from __future__ import annotations

import errno
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import TYPE_CHECKING

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse

from segun.errors import SegunError
from segun.serve.people.errors import TooOftenError
from segun.serve.people.visitors import is_api
from segun.tongue import gettext as _
from segun.tongue import marked
from segun.view.visible import visible

if TYPE_CHECKING:
    from starlette.responses import Response
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

STATUS: dict[str, int] = {
    "UnknownPersonError": 401,
    "NotAllowedError": 403,
    "ForgedError": 403,
    "NotInLedgerError": 404,
    "ConflictError": 409,
    "TooLargeError": 413,
    "MediaTypeError": 415,
    "TooOftenError": 429,
    "UnavailableError": 503,
}
"""By the name of an error's class or of the nearest one above it; every other error of a user's is 400."""
RETRY_SECONDS = 5
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """What is told of a failure; its words may come from a report, so a page escapes them."""

    status: int
    problem: str
    remedy: str
    headers: Mapping[str, str] = field(default_factory=dict)
    """That the answer must have."""

    @property
    def title(self) -> str:
        """The status in the words of HTTP."""
        return HTTPStatus(self.status).phrase

    def as_json(self) -> dict[str, object]:
        """Return what the API answers."""
        return {"error": {"status": self.status, "problem": self.problem, "remedy": self.remedy}}


Page = Callable[[Request, Failure], "Response | Awaitable[Response]"]
"""Makes the page of a failure; it must set the failure's status."""


def failure_of(error: Exception) -> Failure:
    """Return what is told of an error; of a fault of segun's own nothing but that it is one."""
    if isinstance(error, HTTPException):
        headers = dict(error.headers or {})
        return Failure(error.status_code, _sentence(error), _remedy(error), headers)
    if isinstance(error, SegunError):
        status = next((STATUS[each.__name__] for each in type(error).__mro__ if each.__name__ in STATUS), 400)
        return Failure(status, visible(error.problem), visible(error.remedy), _headers(error, status))
    if isinstance(error, OSError) and error.errno in _FULL:
        headers = {"Retry-After": str(RETRY_SECONDS)}
        return Failure(503, _("The disk is full."), _("Free some space and try again."), headers)
    return Failure(
        500,
        _("A fault of segun's own (%(error)s).", error=type(error).__name__),
        _("Try again; the desk's log says more. Please report it."),
    )


class FailuresMiddleware:
    """Answers failures of all that comes after it.

    Args:
        app: what comes after it.
        page: makes a failure's page; without it, it is told as plain text.
    """

    def __init__(self, app: ASGIApp, *, page: Page | None = None) -> None:
        self.app = app
        self._page = page

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on, and answer what fails.

        Raises:
            Exception: what failed, where the answer had begun already.
        """
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        begun = False

        async def watched(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if begun:
                raise
            failure = failure_of(error)
            if failure.status == HTTPStatus.INTERNAL_SERVER_ERROR:
                _log.exception("%s %s failed", scope["method"], scope["path"])
            answer = await self.answer(Request(scope, receive), failure)
            await answer(scope, receive, send)

    async def answer(self, request: Request, failure: Failure) -> Response:
        """Return the answer of a failure; also for Starlette's own handlers of, say, 404."""
        if is_api(request.url.path):
            answer: Response = JSONResponse(failure.as_json(), status_code=failure.status)
        elif self._page is None:
            answer = PlainTextResponse(f"{failure.problem} {failure.remedy}\n", status_code=failure.status)
        else:
            try:
                made = self._page(request, failure)
                answer = await made if isinstance(made, Awaitable) else made
            except Exception:  # noqa: BLE001 – a failure must be told even where its page fails
                _log.exception("the page of a failure failed")
                answer = PlainTextResponse(f"{failure.problem} {failure.remedy}\n", status_code=failure.status)
        answer.headers.update(failure.headers)
        return answer


_REMEDIES = {
    404: marked("Check the address, or start from the first page."),
    405: marked("Use the page's own buttons."),
}


def _sentence(error: HTTPException) -> str:
    known = {404: marked("There is no such page."), 405: marked("This page does not take that.")}
    return _(known[error.status_code]) if error.status_code in known else visible(error.detail)


def _remedy(error: HTTPException) -> str:
    return _(_REMEDIES[error.status_code]) if error.status_code in _REMEDIES else ""


def _headers(error: SegunError, status: int) -> dict[str, str]:
    if isinstance(error, TooOftenError):
        return {"Retry-After": str(error.wait)}
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        return {"Retry-After": str(RETRY_SECONDS)}
    if status == HTTPStatus.UNAUTHORIZED:
        return {"WWW-Authenticate": "Bearer"}
    return {}
