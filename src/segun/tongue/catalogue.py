"""The catalogues: gettext's ``.po`` files, read as they are; nothing is compiled beforehand."""

from __future__ import annotations

from gettext import GNUTranslations
from importlib import resources
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog


def read(code: str) -> Catalog:
    """Return the catalogue of a language, as :mod:`babel` holds it."""
    from babel.messages.pofile import read_po

    with resources.files(__package__).joinpath(f"{code}.po").open("rb") as file:
        return read_po(file, locale=code)


def load(code: str) -> GNUTranslations:
    """Return the messages of a language; fuzzy ones are left out."""
    from babel.messages.mofile import write_mo

    compiled = BytesIO()
    write_mo(compiled, read(code))
    compiled.seek(0)
    return GNUTranslations(compiled)
