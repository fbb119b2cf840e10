"""The language of a report, decided on its whole text."""

from __future__ import annotations

from segun import lang
from segun.errors import UnsupportedLanguageError

SAMPLE = 20_000
"""Characters that are enough to tell a language."""


def identify(text: str) -> str:
    """Return the ISO 639-1 code of the language that ``text`` is written in, supported or not."""
    import py3langid

    code, _ = py3langid.classify(text[:SAMPLE])
    return str(code)


def settle(text: str, given: str | None = None) -> str:
    """Return the supported language of a report: the one that was given, or the one its text shows.

    Args:
        text: the report's text.
        given: a BCP 47 tag; only its first subtag counts (``es-MX`` is ``es``).

    Raises:
        UnsupportedLanguageError: segun has no data for the language; the message names those it has.
    """
    code = given.replace("_", "-").split("-")[0].lower() if given else identify(text)
    supported = lang.supported()
    if code not in supported:
        raise UnsupportedLanguageError(
            f"The report is {'marked as' if given else 'apparently'} “{code}”, a language that segun does not read.",
            f"It reads {', '.join(supported)}; if it was taken for the wrong one, name it with --language.",
        )
    return code
