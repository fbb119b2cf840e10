"""Pages out of templates: the desk's own, and those that it shares with the one-file report."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from segun.report.page import environment as shared
from segun.serve import labels
from segun.serve.people.person import Person
from segun.serve.speaking import tongues
from segun.view import found as worded
from segun.view import words
from segun.view.visible import excerpt
from segun.view.when import say

STATIC = ("segun.serve", "segun.report")
"""The packages whose folder ``static`` the pages draw on; the first one that has a file gives it."""

NOBODY = Person("", "reader", "local")
"""Who looks at the login."""


def page(request: Request, template: str, status: int = 200, **values: Any) -> Response:
    """Return a page, or for htmx the part of it that it asked for.

    Args:
        request: what is answered.
        template: the page's template; a part has a template of its own.
        status: the HTTP status.
        values: what the template shows.
    """
    made = environment().get_template(template)
    person = getattr(request.state, "person", None) or NOBODY
    html = made.render(request=request, person=person, csrf=getattr(request.state, "csrf", ""), **values)
    return HTMLResponse(html, status, headers={"Vary": "HX-Request", "Cache-Control": "no-store"})


def part(request: Request) -> bool:
    """Whether htmx asks for a part of a page, and not for all of it after going back."""
    return request.headers.get("HX-Request") == "true" and request.headers.get("HX-History-Restore-Request") != "true"


@cache
def environment() -> Environment:
    """Return the templates, in which everything from a report is escaped and made visible."""
    made = shared().overlay(loader=ChoiceLoader([PackageLoader("segun.serve"), PackageLoader("segun.report")]))
    ours = {
        "static": static,
        "address": address,
        "labels": labels,
        "words": words,
        "worded": worded,
        "say": say,
        "tongues": tongues,
    }
    made.globals = {**made.globals, **ours, "tongues": tongues}
    made.filters = {**made.filters, "excerpt": excerpt}
    return made


def static(name: str) -> str:
    """Return the address of a file that pages draw on; it changes with the file, so that browsers may keep it."""
    return f"/static/{name}?v={_digest(name)}"


def address(*parts: str, **query: str) -> str:
    """Return the path of a page, its parts escaped."""
    from urllib.parse import quote, urlencode

    path = "/" + "/".join(quote(part, safe="") for part in parts)
    return f"{path}?{urlencode(query)}" if query else path


@cache
def _digest(name: str) -> str:
    for package in STATIC:
        file = resources.files(package).joinpath("static", *name.split("/"))
        if file.is_file():
            return hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    return "missing"
