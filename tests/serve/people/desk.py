"""A desk of a few pages with everything that guards it, for the tests of people and guard."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from segun.ledger.audit import entries
from segun.ledger.errors import LedgerError, NotInLedgerError, UnavailableError
from segun.serve.guard.stack import stack
from segun.serve.people.accounts import Accounts
from segun.serve.people.auditing import doing
from segun.serve.people.visitors import allowed, log_in, log_out, person_of, session_cookie

PASSWORD = "four words that fit badly"  # noqa: S105 – nobody's
FAILURES = {
    "missing": NotInLedgerError("No report <b>x</b>\x1b.", "Look again."),
    "wrong": LedgerError("It cannot be.", "Do it otherwise."),
    "busy": UnavailableError("It is being written.", "Wait."),
    "full": OSError(28, "No space left on device"),
    "fault": ZeroDivisionError("secret words"),
}


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self, now=1_900_000_000.0):
        self.now = now

    def __call__(self):
        return self.now


def desk(ledger, *, auth=True, clock=None, limits=None, hosts=("desk.example",), **more):
    """Return the application and its accounts."""
    timing = {"clock": clock} if clock else {}
    accounts = Accounts(lambda: ledger, auth=auth, reviewer="Irune", limits=limits, **timing)

    async def whoami(request):
        person = person_of(request)
        return JSONResponse({"name": person.name, "role": person.role, "how": person.how, "csrf": request.state.csrf})

    async def form(request):
        return PlainTextResponse(request.state.csrf)

    async def login(request):
        given = await request.form()
        address = request.client.host
        _, cookie = await run_in_threadpool(accounts.login, given["name"], given["password"], address)
        response = PlainTextResponse("in")
        log_in(response, request, accounts, cookie)
        return response

    async def logout(request):
        accounts.logout(session_cookie(request, accounts), person_of(request))
        response = PlainTextResponse("out")
        log_out(response, request, accounts)
        return response

    async def decide(request):
        body = await request.body()
        with doing(ledger, person_of(request), "decide", "decide accept", "317d745f"):
            pass
        return PlainTextResponse(f"decided {len(body)}")

    async def audit(request):
        allowed(request, "audit")
        return PlainTextResponse("audit")

    async def fail(request):
        raise FAILURES[request.path_params["how"]]

    routes = [
        Route("/login", form),
        Route("/login", login, methods=["POST"]),
        Route("/logout", logout, methods=["POST"]),
        Route("/", whoami),
        Route("/decide", decide, methods=["POST"]),
        Route("/audit", audit),
        Route("/fail/{how}", fail),
        Route("/api/whoami", whoami),
        Route("/api/decide", decide, methods=["POST"]),
        Route("/api/fail/{how}", fail),
    ]
    return Starlette(routes=routes, middleware=stack(accounts, hosts=hosts, **more)), accounts


def browser(app, base="http://desk.example", **more):
    """Return a browser at the desk."""
    return TestClient(app, base_url=base, follow_redirects=False, **more)


def log_into(client, name, password=PASSWORD):
    """Log in as the login's page does."""
    csrf = client.get("/login").text
    return client.post("/login", data={"name": name, "password": password, "csrf": csrf})


def audited(ledger):
    """Return who did what with which outcome, the first one first."""
    with ledger.reading() as connection:
        return [(each.who, each.what, each.outcome) for each in entries(connection)][::-1]
