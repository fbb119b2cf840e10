"""English words of the interface that a page in another language must not show."""

from __future__ import annotations

import re
from functools import cache

from lxml import html

from segun.tongue.catalogue import read

PLACE = re.compile(r"%\(\w+\)s|%%|<[^>]+>|`[^`]*`|https?://\S+")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SHOWN = frozenset({"aria-label", "title", "placeholder", "alt"})
_TOLD = re.compile(r"data-(dark|light|done|silent|nearer|farther)")
_ASIDE = "descendant::*[self::script or self::style or self::code or self::kbd or @lang='en' or @translate='no']"


def tokens(text: str) -> set[str]:
    """Return the words of a message, without its places, elements and commands."""
    return {word.casefold() for word in _WORD.findall(PLACE.sub(" ", text))}


@cache
def english(code: str) -> frozenset[str]:
    """Return the words of English messages that no translation has."""
    theirs: set[str] = set()
    ours: set[str] = set()
    for each in read(code):
        if each.id:
            ours |= tokens(" ".join((each.id,) if isinstance(each.id, str) else each.id))
            theirs |= tokens(" ".join((each.string,) if isinstance(each.string, str) else each.string))
    return frozenset(ours - theirs)


def shown(page: str) -> str:
    """Return all words of a page that a reader meets in the page's own language."""
    tree = html.fromstring(page)
    for each in tree.xpath(_ASIDE):
        each.drop_tree()
    named = [
        value for each in tree.iter() for name, value in each.attrib.items() if name in _SHOWN or _TOLD.fullmatch(name)
    ]
    return " ".join([*tree.itertext(), *named])


def english_in(page: str, *, but: str = "") -> list[str]:
    """Return the English words of the interface that a Spanish page shows; those of ``but`` may stand there."""
    return sorted((tokens(shown(page)) & english("es")) - tokens(but))
