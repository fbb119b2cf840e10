"""Export: any selection in every format that segun writes."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import IO, Any

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from segun.export.formats import FORMATS, format_of
from segun.serve.asked import Asked, AskedError
from segun.serve.desk import Desk
from segun.serve.pages.ledger import count_of, names_of
from segun.serve.shown import page
from segun.tongue import gettext as _
from segun.view.several import carried


def exports(request: Request) -> Response:
    """Show the formats in which a selection can be had, and what each of them drops."""
    desk: Desk = request.app.state.desk
    asked = Asked.of(request.query_params.multi_items())
    with desk.reading() as ledger:
        wanted = asked.selection(ledger)
        count = count_of(desk, ledger, asked, wanted)
        names = names_of(ledger, wanted)
    return page(request, "export.html.j2", asked=asked, count=count, names=names, formats=FORMATS, here="ledger")


def written(request: Request) -> Response:
    """Write a selection in a format, for the reader to keep."""
    desk: Desk = request.app.state.desk
    asked = Asked.of(request.query_params.multi_items())
    if "rejected" in asked.all("review"):
        raise AskedError(_("Rejected claims are not exported."), _("The list of claims shows them."))
    format_ = format_of(request.path_params["format"])
    module = format_.load()
    with tempfile.NamedTemporaryFile(prefix="segun-export-", suffix=format_.ending, delete=False) as file:
        place = Path(file.name)
        try:
            with desk.reading() as ledger:
                out: IO[Any] = file if module.BINARY else io.TextIOWrapper(file, encoding="utf-8", newline="")
                with module.writing(out) as write:
                    for analysis, decisions in carried(ledger, asked.selection(ledger))[1]:
                        format_.write(write, analysis, decisions, ledger)
                out.flush()
                if not module.BINARY:
                    out.detach()  # type: ignore[attr-defined]
        except BaseException:
            place.unlink(missing_ok=True)
            raise
    name = f"{desk.path.stem}{format_.ending}"
    return FileResponse(place, filename=name, background=BackgroundTask(place.unlink, missing_ok=True))


routes = [
    Route("/export", exports, name="exports"),
    Route("/export/{format}", written, name="export"),
]
