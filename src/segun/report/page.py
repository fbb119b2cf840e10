"""One self-contained HTML page of analysed reports: it reads without network and without script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from segun.match.telling import whom
from segun.model import Analysis
from segun.report.rows import Section, hue, section, tally
from segun.report.translating import install
from segun.tongue import ngettext
from segun.view import words
from segun.view.map import AreaOf, Towns
from segun.view.reasons import reason
from segun.view.visible import excerpt, visible

_TITLE = 120
_STYLES = ("palette.css", "page.css", "anchors.css", "print.css")


def render(analyses: Sequence[Analysis], *, towns: Towns | None = None, area: AreaOf | None = None) -> str:
    """Return the page of these analyses; with several, a section each after a table of contents.

    Nothing is fetched, now or when the page is read. Whatever comes from a report is escaped; its control and
    direction characters are written out.

    Args:
        analyses: what was found in each report.
        towns: gives the most populous towns of a box, the ground of the maps; without it there is none.
        area: gives the middle and radius of an area of the gazetteer; without it areas have no extent on the maps.
    """
    sections = [section(n, analysis, towns, area) for n, analysis in enumerate(analyses, start=1)]
    title = sections[0].title if len(sections) == 1 else ngettext("%(num)s report", "%(num)s reports", len(sections))
    style = "".join(static(name) for name in _STYLES) + _chosen(sections)
    script = static("page.js")
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            title=excerpt(title, _TITLE),
            reports=sections,
            level=1 if len(sections) == 1 else 2,
            style=Markup(style),  # noqa: S704 - our own file and numbers of ours
            style_hash=hashed(style),
            script=Markup(script),  # noqa: S704 - our own file
            script_hash=hashed(script),
        )
    )


def _chosen(sections: Sequence[Section]) -> str:
    """Return the rules that, without script, mark both sides of the claim that the address names."""
    names = [
        f".r{part.n}:has(#r{part.n}-{{}}{at}:target) .c{at}" for part in sections for at in range(1, part.claims + 1)
    ]
    if not names:
        return ""
    chosen = ",".join(f"html:not(.js) {name.format(side)}" for name in names for side in "lt")
    return f"{chosen}{{background:var(--hit)}}\n"


def hashed(text: str) -> Markup:
    """Return the digest by which a page's policy allows a style or script of ours."""
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Markup(f"sha256-{digest}")  # noqa: S704 - base64


@cache
def static(name: str) -> str:
    """Return one of the files that pages hold."""
    return resources.files("segun.report").joinpath("static", name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Return the templates, in which everything from a report is escaped and made visible."""
    environment = Environment(
        loader=PackageLoader("segun.report"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    environment.filters["hue"] = hue
    environment.filters["tally"] = tally
    environment.filters["kind"] = words.place_kind
    environment.filters["plural"] = words.plural
    environment.filters["derived"] = words.derived
    environment.filters["link_of"] = words.link_of
    environment.filters["loss"] = words.loss
    environment.filters["section"] = words.section
    environment.filters["day"] = words.day
    environment.filters["date"] = words.date
    environment.filters["reason"] = reason
    environment.filters["origin"] = whom
    install(environment)
    return environment


def _shown(value: Any) -> Any:
    """Make visible what would steer the page, whatever the template puts out."""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value
