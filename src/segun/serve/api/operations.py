"""What an operation of the API is: declared once, for the routes, the checks and the document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, TypeVar

from segun.serve.api import checks
from segun.serve.api.schemas import Schema, text, whole
from segun.serve.desk import Desk
from segun.serve.importing import Importer
from segun.serve.people.person import Person
from segun.serve.people.roles import Action

if TYPE_CHECKING:
    from starlette.requests import Request

MOST = 500
"""Items that one answer may hold."""
_NAME = re.compile(r"\{(\w+)\}")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter of the query."""

    name: str
    schema: Schema
    several: bool = False
    """Whether it may be given more than once."""


@dataclass(frozen=True)
class Call:
    """A request that fits its operation."""

    request: Request
    person: Person
    path: Mapping[str, Any]
    query: Mapping[str, Any]
    """Of those that were given; a list where a parameter may be given more than once."""
    body: Mapping[str, Any] = field(default_factory=dict)

    @property
    def desk(self) -> Desk:
        """The desk."""
        desk: Desk = self.request.app.state.desk
        return desk

    @property
    def importer(self) -> Importer:
        """What imports reports."""
        importer: Importer = self.request.app.state.importer
        return importer

    @cached_property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The parameters of the query as an address has them."""
        return tuple(self.request.query_params.multi_items())

    @property
    def stretch(self) -> tuple[int, int]:
        """How many items are asked for, and how many are to be passed over first."""
        return self.query.get("limit", 50), self.query.get("skip", 0)


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be asked or done.

    Raises, in ``answer``, what the ledger raises.
    """

    name: str
    """Unique: the document's ``operationId``, and in the audit."""
    method: Literal["GET", "POST"]
    path: str
    """Under ``/api``, its parameters in braces."""
    summary: str
    answer: Callable[[Call], Any]
    """Returns what is answered as JSON, or a status with it."""
    returns: Schema
    status: int = 200
    needs: Action = "read"
    parameters: tuple[Parameter, ...] = ()
    in_path: Mapping[str, Schema] = field(default_factory=dict)
    """Those of the path that are no plain words."""
    body: Schema | None = None
    conflicts: bool = False
    """Whether it may meet what others decided meanwhile: 409."""

    @property
    def path_schemas(self) -> dict[str, Schema]:
        """The parameters of the path."""
        return {name: self.in_path.get(name, text(least=1)) for name in _NAME.findall(self.path)}

    def check(self, request: Request, person: Person, raw: bytes) -> Call:
        """Return the call that a request is.

        Args:
            request: it.
            person: who asks.
            raw: its body.

        Raises:
            WrongInputError: a parameter or the body does not fit.
            MediaTypeError: the body is not said to be JSON.
        """
        path = {
            name: checks.written(str(request.path_params[name]), schema, name)
            for name, schema in self.path_schemas.items()
        }
        body: Mapping[str, Any] = {}
        if self.body is not None:
            found = checks.object_of(raw, request.headers.get("content-type", ""))
            body = checks.fitting(found, self.body, "The body")
        return Call(request, person, path, self._query(request), body)

    def _query(self, request: Request) -> dict[str, Any]:
        known = {each.name: each for each in self.parameters}
        found: dict[str, Any] = {}
        for name, value in request.query_params.multi_items():
            if name not in known:
                remedy = f"Give {', '.join(known)}." if known else "It takes none."
                raise checks.WrongInputError(f"There is no parameter {checks.clean(name, 'A name')[:80]!r}.", remedy)
            if not value.strip():
                checks.clean(value, name)
            elif known[name].several:
                found.setdefault(name, []).append(checks.written(value.strip(), known[name].schema, name))
            else:
                found[name] = checks.written(value.strip(), known[name].schema, name)
        return found


STRETCH = (
    Parameter("limit", {**whole("How many items at most.", least=0, most=MOST), "default": 50}),
    Parameter("skip", {**whole("How many items to pass over first.", most=1_000_000_000), "default": 0}),
)
"""Parameters of every list."""
