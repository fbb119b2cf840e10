"""The guard and the people in the order in which a request meets them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from segun.serve.guard.bodies import MOST, BodiesMiddleware
from segun.serve.guard.csrf import CsrfMiddleware
from segun.serve.guard.failures import FailuresMiddleware, Page
from segun.serve.guard.headers import HeadersMiddleware
from segun.serve.guard.hosts import HostsMiddleware
from segun.serve.people.accounts import Accounts
from segun.serve.people.visitors import OPEN, PeopleMiddleware

if TYPE_CHECKING:
    from starlette.middleware import Middleware


def stack(
    accounts: Accounts,
    *,
    hosts: Iterable[str],
    page: Page | None = None,
    secure: bool | None = None,
    most: int = MOST,
    larger: Mapping[str, int] | None = None,
    open_to_all: Sequence[str] = OPEN,
) -> list[Middleware]:
    """Return the middleware of the desk, the outermost first, for ``Starlette(middleware=…)``.

    Args:
        accounts: who is who.
        hosts: names and addresses that the desk is reached by.
        page: makes the page of a failure.
        secure: whether the desk is reached over https only; ``None`` takes it from each request.
        most: bytes of a request's body.
        larger: bytes for paths that begin so.
        open_to_all: paths that need no login; what ends with a slash is a folder.
    """
    from starlette.middleware import Middleware

    return [
        Middleware(HeadersMiddleware, https_only=bool(secure)),
        Middleware(HostsMiddleware, hosts=tuple(hosts)),
        Middleware(FailuresMiddleware, page=page),
        Middleware(BodiesMiddleware, most=most, larger=larger),
        Middleware(PeopleMiddleware, accounts=accounts, secure=secure, open_to_all=open_to_all),
        Middleware(CsrfMiddleware, accounts=accounts, secure=secure),
    ]
