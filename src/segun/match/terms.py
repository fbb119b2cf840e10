"""What a statement is about: its concepts, names, numbers and other words, as terms that statements may share."""

from __future__ import annotations

from segun.match.statements import Said

NAMED = "n:"
"""What terms that are names begin with."""
NUMBER = "#"
"""What terms that are numbers begin with."""


def terms(said: Said, only: frozenset[int] | None = None) -> frozenset[str]:
    """Return what a statement is about: concepts ``c:``, names ``n:``, numbers ``#`` and other words ``w:``.

    Args:
        said: it.
        only: indexes of the words that are looked at, without its numbers; all where it is ``None``.
    """
    told = said.told
    found: set[str] = set()
    for span in said.spans:
        inside = told.within(span)
        held: set[int] = set(said.speaking)
        for start, end, concept in told.meant(inside):
            if start in said.speaking or (only is not None and start not in only):
                continue
            found.add(f"c:{concept}")
            held.update(range(start, end))
        for at in inside:
            word, written = told.words[at], told.spans[at].of(told.text)
            if at in held or word in told.match.idle or word in told.match.negations:
                continue
            if only is not None and at not in only:
                continue
            if written[:1].isdigit():
                continue
            if told.named(at, inside):
                found.add(NAMED + told.name_of(word))
            else:
                found.add("w:" + told.stem(word))
    if only is None:
        found.update(f"{NUMBER}{each.low:g}" for each in said.counts)
    return frozenset(found)
