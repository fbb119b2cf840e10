"""The language in which segun speaks to its user: English, or one of the catalogues ``*.po`` beside this module.

The language belongs to the context in which the code runs, so that two requests of a server may speak differently.
A message is written in English where it is shown, whole, with named places::

    from segun.tongue import gettext as _, ngettext, speaking

    with speaking("es"):
        _("By %(name)s", name=name)
        ngettext("%(num)s claim", "%(num)s claims", count)

The same functions are in the templates (:mod:`segun.report.translating`). A per cent sign is written ``%%``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import cache
from gettext import NullTranslations
from importlib import resources

__all__ = [
    "ENGLISH",
    "UnknownTongueError",
    "choose",
    "gettext",
    "language",
    "languages",
    "marked",
    "nearest",
    "ngettext",
    "npgettext",
    "pgettext",
    "speaking",
]

ENGLISH = "en"
"""What the messages are written in; it needs no catalogue."""


class UnknownTongueError(LookupError):
    """A language in which segun cannot speak."""


@dataclass(frozen=True, slots=True)
class _Tongue:
    language: str = ENGLISH
    messages: NullTranslations = field(default_factory=NullTranslations)


_spoken: ContextVar[_Tongue] = ContextVar("segun_tongue", default=_Tongue())  # noqa: B039 - frozen


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that segun can speak, English first."""
    names = (each.name for each in resources.files(__package__).iterdir())
    return (ENGLISH, *sorted(name.removesuffix(".po") for name in names if name.endswith(".po")))


def language() -> str:
    """Return the code of the language that is spoken here, for ``lang`` attributes and settings."""
    return _spoken.get().language


def nearest(wanted: Iterable[str]) -> str:
    """Return the first language that segun can speak, English where it can none.

    Args:
        wanted: BCP 47 codes in the order in which somebody wants them; regions do not matter.
    """
    for each in wanted:
        code = each.replace("_", "-").partition("-")[0].casefold()
        if code in languages():
            return code
    return ENGLISH


def choose(code: str) -> None:
    """Speak this language in the rest of the context: a request, a process.

    Raises:
        UnknownTongueError: there is no catalogue for it.
    """
    _spoken.set(_tongue(code))


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak this language within the block.

    Raises:
        UnknownTongueError: there is no catalogue for it.
    """
    token = _spoken.set(_tongue(code))
    try:
        yield
    finally:
        _spoken.reset(token)


def gettext(message: str, /, **values: object) -> str:
    """Return a message in the language that is spoken, with the values in its places ``%(name)s``."""
    return _spoken.get().messages.gettext(message) % values


def ngettext(one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form of a message for ``count``, which stands in its place ``%(num)s`` unless given otherwise."""
    return _spoken.get().messages.ngettext(one, many, count) % {"num": count, **values}


def pgettext(context: str, message: str, /, **values: object) -> str:
    """Return a message that means different things in different places, told apart by ``context``."""
    return _spoken.get().messages.pgettext(context, message) % values


def npgettext(context: str, one: str, many: str, count: int, /, **values: object) -> str:
    """Return the form for ``count`` of a message that is told apart by ``context``."""
    return _spoken.get().messages.npgettext(context, one, many, count) % {"num": count, **values}


def marked(message: str) -> str:
    """Return ``message`` as it is: it stands in the catalogues, and is translated where it is shown."""
    return message


@cache
def _tongue(code: str) -> _Tongue:
    if code not in languages():
        raise UnknownTongueError(f"segun does not speak {code!r}, only {', '.join(languages())}.")
    if code == ENGLISH:
        return _Tongue()
    from segun.tongue.catalogue import load

    return _Tongue(code, load(code))
