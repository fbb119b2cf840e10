"""What the languages of the world are called in the language that is spoken; CLDR's names, by Babel."""

from __future__ import annotations

from functools import cache

from segun.tongue import language


def language_name(code: str) -> str | None:
    """Return a language's name, *Portuguese* or *portugués*; ``None`` where CLDR has none.

    Args:
        code: ISO 639, in small letters.
    """
    return _names(language()).get(code)


@cache
def _names(spoken: str) -> dict[str, str]:
    from babel import Locale

    return dict(Locale(spoken).languages)
