"""Import: files are dropped, read and analysed while the page tells how far it is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from segun import lang
from segun.errors import SegunError
from segun.read import Overrides
from segun.read.dates import strict_iso
from segun.serve.asked import AskedError
from segun.serve.desk import Desk
from segun.serve.importing import Importer
from segun.serve.people.auditing import doing
from segun.serve.people.visitors import allowed
from segun.serve.shown import page, part
from segun.tongue import gettext as _

FILES = 200
"""Files that one import may bring."""
_UNSAFE = re.compile(r"[^\w.\- ()\[\]]+")


def imports(request: Request) -> Response:
    """Show where files can be dropped."""
    allowed(request, "add")
    return page(request, "import.html.j2", here="import", problem=None, languages=lang.supported())


async def drop(request: Request) -> Response:
    """Take files in, and lead to the page that tells how far their import is."""
    allowed(request, "add")
    importer: Importer = request.app.state.importer
    async with request.form(max_files=FILES, max_fields=20) as form:
        files = [each for each in form.getlist("files") if isinstance(each, UploadFile) and each.filename]
        try:
            given = {name: value for name, value in form.items() if isinstance(value, str)}
            overrides = _overrides(given)
            if not files:
                raise AskedError(_("No file was chosen."), _("Drop one, or choose it."))
        except SegunError as error:
            return page(request, "import.html.j2", 400, here="import", problem=error, languages=lang.supported())
        kept = await run_in_threadpool(_keep, request, files)
    job = importer.take(kept, by=request.state.person.name, overrides=overrides)
    return RedirectResponse(f"/import/{job.id}", 303)


def job(request: Request) -> Response:
    """Show how far an import is; for htmx that alone, until it is over."""
    importer: Importer = request.app.state.importer
    found = importer.job(request.path_params["id"])
    if found is None:
        raise AskedError(_("This import is not known any more."), _("The reports page shows what is in the ledger."))
    return page(request, "job.html.j2" if part(request) else "job_page.html.j2", job=found, here="import")


def _keep(request: Request, files: list[UploadFile]) -> tuple[Path, ...]:
    """Write dropped files to a folder of their own, under their names as far as these can be trusted."""
    folder = Importer.folder()
    kept = []
    for number, each in enumerate(files):
        name = _UNSAFE.sub("_", Path((each.filename or "").replace("\\", "/")).name).strip(". ")[-120:] or "report"
        place = folder / name
        if place.exists():
            place = folder / f"{number}-{name}"
        with place.open("wb") as out:
            shutil.copyfileobj(each.file, out)
        kept.append(place)
    desk: Desk = request.app.state.desk
    with desk.deciding() as ledger, doing(ledger, request.state.person, "add", "import", f"{len(kept)} files"):
        return tuple(kept)


def _overrides(form: dict[str, str]) -> Overrides:
    published = form.get("published", "").strip()
    moment = strict_iso(published) if published else None
    if published and moment is None:
        raise AskedError(
            _("'%(date)s' is no date.", date=published), _("Give it as 2024-05-31 or 2024-05-31T18:00:00+02:00.")
        )
    return Overrides(
        published=moment,
        outlet=form.get("outlet", "").strip() or None,
        language=form.get("language", "").strip() or None,
    )


routes = [
    Route("/import", imports, name="import"),
    Route("/import", drop, methods=["POST"]),
    Route("/import/{id}", job, name="job"),
]
