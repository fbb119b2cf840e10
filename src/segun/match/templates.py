"""Reports that are written alike and tell two things: about another place or number, or as somebody else's.

Short news of one kind share most of their words with each other. Where what stands in the words that two reports have
in common differs at its heart, or is each time another named source's, neither has it from the other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from segun.lang.folding import fold
from segun.match.likeness import Likeness
from segun.match.reuse.passages import Reuse
from segun.match.statements import Said
from segun.match.told import Told
from segun.match.who import who
from segun.model import Span
from segun.outlets.names import key as form_of

_ALIKE = 0.2
"""Likeness from which a statement is what stands in another one's place."""
_WORD = 4
"""Letters from which a word of a name tells it."""


def template(
    reuse: Reuse, ours: Sequence[Said], theirs: Sequence[Said], compare: Callable[[Said, Said], Likeness]
) -> bool:
    """Whether two reports share words for two things: whatever stands in these words differs or is a rival's.

    Args:
        reuse: the words in common, of the earlier report and the later one.
        ours: the earlier report's statements.
        theirs: the later one's.
        compare: how alike two statements are.
    """
    differing = False
    for passage in reuse.passages:
        if passage.kind != "taken":
            continue
        here = [said for said in ours if _touches(said, passage.a)]
        for said in theirs:
            if not here or not _touches(said, passage.b) or _standing(said, here[0].told):
                continue
            likeness, other = max(((compare(each, said), each) for each in here), key=lambda found: found[0].score)
            if likeness.score < _ALIKE and not likeness.apart:
                continue
            if not (likeness.apart or likeness.conflict or rivals(other, said)):
                return False
            differing = True
    return differing


def rivals(a: Said, b: Said) -> bool:
    """Whether two statements of one language are two named sources', and neither report knows the other's."""
    ours, theirs = _named(a), _named(b)
    if not ours or not theirs or a.told.language != b.told.language:
        return False
    return not any(_knows(b.told, name) for name in ours) and not any(_knows(a.told, name) for name in theirs)


def _named(said: Said) -> list[str]:
    return [name for name in said.sources if name and who(name, said.told.language).named]


def _knows(told: Told, name: str) -> bool:
    """Whether a report has all words with a capital of a name, or those that tell an office, somewhere."""
    known = who(name, told.language)
    if known.names:
        return {form_of(each) for each in known.names} <= told.forms
    if known.offices:
        return not known.offices.isdisjoint(concept for _, _, concept in told.meanings)
    return all(fold(word) in told.words for word in name.split() if len(word) >= _WORD)


def _touches(said: Said, passage: Span) -> bool:
    return any(span.touches(passage) for span in said.spans)


def _standing(said: Said, other: Told) -> bool:
    """Whether a statement stands in the last line of a report whose outlet has the other one too."""
    same = said.told.outlet_form is not None and said.told.outlet_form == other.outlet_form
    return same and said.told.last_line.holds(said.spans[0])
