"""The OpenAPI document of declared operations."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from segun import __version__
from segun.serve.api.operations import Operation, Parameter
from segun.serve.api.records import SCHEMAS
from segun.serve.api.schemas import Schema, named

_ALWAYS = (400, 401, 403, 404, 413, 429, 503)
"""How every operation may be refused."""


def document(operations: Iterable[Operation]) -> dict[str, Any]:
    """Return the document."""
    paths: dict[str, dict[str, Any]] = {}
    for each in operations:
        paths.setdefault(f"/api{each.path}", {})[each.method.lower()] = _described(each)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "segun",
            "version": __version__,
            "description": "Who says what in news reports: a ledger's claims, and what people decided of them. "
            "segun never says that a claim is true.",
        },
        "paths": paths,
        "components": {
            "schemas": SCHEMAS,
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {
                    "type": "apiKey",
                    "in": "cookie",
                    "name": "segun-session",
                    "description": "A browser's; what changes something also needs the header X-CSRF-Token.",
                },
            },
        },
        "security": [{"token": []}, {"session": []}],
    }


def _described(each: Operation) -> dict[str, Any]:
    statuses = [*_ALWAYS, *([409] if each.conflicts else []), *([415] if each.body is not None else [])]
    answers = {str(each.status): _response(each.status, each.returns)}
    for status in sorted(statuses):
        answers[str(status)] = _response(status, named("Conflict" if status == 409 else "Error"))
    parameters = [
        *(
            {"name": name, "in": "path", "required": True, "schema": schema}
            for name, schema in each.path_schemas.items()
        ),
        *map(_parameter, each.parameters),
    ]
    made: dict[str, Any] = {
        "operationId": each.name,
        "summary": each.summary,
        "description": f"Needs the right to {each.needs}.",
        "parameters": parameters,
        "responses": answers,
    }
    if each.body is not None:
        needed = bool(each.body.get("required"))
        made["requestBody"] = {"required": needed, "content": {"application/json": {"schema": each.body}}}
    return made


def _parameter(each: Parameter) -> dict[str, Any]:
    schema = {"type": "array", "items": each.schema} if each.several else each.schema
    return {"name": each.name, "in": "query", "schema": schema}


def _response(status: int, schema: Schema) -> dict[str, Any]:
    return {"description": HTTPStatus(status).phrase, "content": {"application/json": {"schema": schema}}}
