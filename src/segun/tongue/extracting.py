"""The messages of code and templates, drawn out for the catalogues."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file

PACKAGE = Path(__file__).parents[1]
"""Where code and templates lie."""
CATALOGUES = Path(__file__).parent

_KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "gettext": None,
    "marked": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
_SPEAKING = frozenset({"dates.py", "joining.py"})
"""Modules of this package that show messages."""
_COMMENTS = ("Translators:",)
_TEMPLATES = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}


def messages() -> Catalog:
    """Return every message that the code and the templates may show."""
    found = Catalog(project="segun", version="", msgid_bugs_address="", charset="utf-8", fuzzy=False)
    for path in _files():
        method, options = ("python", {}) if path.suffix == ".py" else ("jinja2", _TEMPLATES)
        place = path.relative_to(PACKAGE).as_posix()
        for line, message, comments, context in extract_from_file(
            method, path, keywords=_KEYWORDS, comment_tags=_COMMENTS, options=options, strip_comment_tags=True
        ):
            found.add(message, None, [(place, line)], auto_comments=comments, context=context)
    return found


def _files() -> Iterator[Path]:
    """Yield the templates, and the modules that speak."""
    yield from sorted(PACKAGE.rglob("*.j2"))
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent != CATALOGUES or path.name in _SPEAKING:
            text = path.read_text(encoding="utf-8")
            if "segun.tongue" in text:
                yield path
