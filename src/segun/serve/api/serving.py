"""The routes of the API, made of its declared operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import Response
from starlette.routing import Route

from segun.export.jsonl import json_line
from segun.serve.api import claims, decisions, reports, sources, trace
from segun.serve.api.openapi import document
from segun.serve.api.operations import Call, Operation
from segun.serve.api.schemas import answered, choice, words
from segun.serve.desk import Desk
from segun.serve.people.auditing import refusals
from segun.serve.people.visitors import person_of

if TYPE_CHECKING:
    from starlette.requests import Request


def _me(call: Call) -> Any:
    person = call.person
    return {"name": person.name, "role": person.role, "how": person.how, "csrf": call.request.state.csrf}


def _document(_: Call) -> Any:
    return document(OPERATIONS)


OPERATIONS: tuple[Operation, ...] = (
    Operation("readDocument", "GET", "/openapi.json", "This document.", _document, {"type": "object"}),
    Operation(
        "readMe",
        "GET",
        "/me",
        "Who asks.",
        _me,
        answered(
            name=words(),
            role=choice(("reader", "reviewer", "admin")),
            how=choice(("local", "session", "token")),
            csrf=words("For the header X-CSRF-Token, beside the cookies; empty with a token."),
        ),
    ),
    *claims.operations,
    *reports.operations,
    *sources.operations,
    *decisions.operations,
    *trace.operations,
)


def _route(operation: Operation) -> Route:
    async def endpoint(request: Request) -> Response:
        raw = await request.body() if operation.body is not None else b""
        return await run_in_threadpool(_answer, operation, request, raw)

    return Route(f"/api{operation.path}", endpoint, methods=[operation.method], name=f"api.{operation.name}")


def _answer(operation: Operation, request: Request, raw: bytes) -> Response:
    person = person_of(request)
    if not person.may(operation.needs):
        desk: Desk = request.app.state.desk
        with desk.deciding() as ledger, refusals(ledger, person, f"api {operation.name}"):
            person.check(operation.needs)
    made = operation.answer(operation.check(request, person, raw))
    status, found = made if isinstance(made, tuple) else (operation.status, made)
    return Response(json_line(found), status, media_type="application/json")


routes = [_route(each) for each in OPERATIONS]
