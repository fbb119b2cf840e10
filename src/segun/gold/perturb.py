"""Damage that reports suffer on their way: lost accents, other quotation marks, words broken at line ends, translation.

Each perturbation is a function from a text with its gold to the damaged text with the same gold, whose spans cover
the same words there. They are deterministic: the same text is damaged in the same way every time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from segun.gold import mistranslating
from segun.gold.edits import Edit, edited
from segun.gold.records import GoldText
from segun.model import Span

HEADLINE = 200
"""Characters that a headline may have."""
WIDTH = 64
"""Characters of a line where lines are broken."""
LONG = 9
"""Letters from which a word is broken at the end of a line."""
_KEPT = 3
"""Letters that stay together on either side of a break."""

_OPENERS = re.compile("[¿¡]")
_LINE = re.compile(r"[^\r\n]+")
_SPACE = re.compile(r"(?<=\S)\s+(?=\S)")
_ONE_BREAK = re.compile(r"(?<![\r\n])\r?\n(?![\r\n])")
_STOP = re.compile(r"[.!?…]+(?=[\"”»’')\]]*[^\S\r\n]*(?:[\r\n]|\Z))")
_CHUNK = re.compile(r"\S+")
_LETTERS = re.compile(rf"[^\W\d_]{{{LONG},}}")
_ENDS = (".", "!", "?", "…", ":", ",", ";")
_CURLY = {"«": "“", "»": "”", "“": '"', "”": '"'}
_STRAIGHT = {**dict.fromkeys("«»“”„‟", '"'), **dict.fromkeys("‹›‘’‚‛", "'")}
_PUNCTUATION = re.compile(r"(?<!\d)[.,;:!?¿¡…]|[.,;:!?¿¡…](?!\d)")
"""Marks that are not part of a number."""


@dataclass(frozen=True, slots=True)
class Perturbation:
    """One kind of damage."""

    name: str
    what: str
    """A few words that say what is done."""
    edits: Callable[[GoldText], Iterator[Edit]]

    def __call__(self, gold: GoldText) -> GoldText:
        """Return the damaged text with its gold; the same object where there is nothing to damage."""
        return edited(gold, self.edits(gold))


def _accents(gold: GoldText) -> Iterator[Edit]:
    letters = mistranslating.accents()
    for at, letter in enumerate(gold.text):
        if ord(letter) in letters:
            yield Edit(Span(at, at + 1), letters[ord(letter)])


def _openers(gold: GoldText) -> Iterator[Edit]:
    for found in _OPENERS.finditer(gold.text):
        yield Edit(Span(*found.span()), "")


def _quotes(gold: GoldText) -> Iterator[Edit]:
    """Replace « » by “ ”, “ ” by straight marks, and these by « » in lines that have an even number of them."""
    for line in _LINE.finditer(gold.text):
        words = line.group()
        paired, opening = words.count('"') % 2 == 0, True
        for at, mark in enumerate(words, start=line.start()):
            if mark in _CURLY:
                yield Edit(Span(at, at + 1), _CURLY[mark])
            elif mark == '"' and paired:
                yield Edit(Span(at, at + 1), "«" if opening else "»")
                opening = not opening


def _capitals(gold: GoldText) -> Iterator[Edit]:
    lines = [line for line in _LINE.finditer(gold.text) if line.group().strip()]
    if len(lines) < 2 or len(lines[0].group()) > HEADLINE or lines[0].group().rstrip().endswith(_ENDS):
        return
    for at, letter in enumerate(lines[0].group(), start=lines[0].start()):
        capital = letter.upper()
        if capital != letter and len(capital) == 1:
            yield Edit(Span(at, at + 1), capital)


def _merged(gold: GoldText) -> Iterator[Edit]:
    for found in _SPACE.finditer(gold.text):
        if "\n" in found.group() or "\r" in found.group():
            yield Edit(Span(*found.span()), " ")


def _stops(gold: GoldText) -> Iterator[Edit]:
    for found in _STOP.finditer(gold.text):
        yield Edit(Span(*found.span()), "")


def _hyphens(gold: GoldText) -> Iterator[Edit]:
    """Break paragraphs into lines, long words with a hyphen, and part paragraphs by an empty line."""
    breaks = [Edit(Span(*found.span()), "\n\n") for found in _ONE_BREAK.finditer(gold.text)]
    for line in _LINE.finditer(gold.text):
        breaks.extend(_wrapped(gold.text, Span(*line.span())))
    yield from sorted(breaks, key=lambda edit: edit.span)


def _wrapped(text: str, line: Span) -> Iterator[Edit]:
    begin = last = line.start
    for found in _CHUNK.finditer(text, *line):
        if found.end() - begin > WIDTH and found.start() > begin:
            inside = _break(text, Span(*found.span()), begin + WIDTH - 1)
            if inside is not None:
                yield Edit(Span(inside, inside), "-\n")
                begin = inside
            elif last < found.start():
                yield Edit(Span(last, found.start()), "\n")
                begin = found.start()
        last = found.end()


def _break(text: str, chunk: Span, most: int) -> int | None:
    """Return where a long word of ``chunk`` may be broken, at the latest at ``most``; ``None`` if nowhere."""
    for letters in _LETTERS.finditer(text, *chunk):
        at = min(most, letters.end() - _KEPT)
        if at >= letters.start() + _KEPT:
            return at
    return None


def _straight(gold: GoldText) -> Iterator[Edit]:
    for at, mark in enumerate(gold.text):
        if mark in _STRAIGHT:
            yield Edit(Span(at, at + 1), _STRAIGHT[mark])


def _punctuation(gold: GoldText) -> Iterator[Edit]:
    for found in _PUNCTUATION.finditer(gold.text):
        yield Edit(Span(*found.span()), "")


PERTURBATIONS = (
    Perturbation("accents", "accents stripped", _accents),
    Perturbation("openers", "opening ¿ and ¡ dropped", _openers),
    Perturbation("quotes", "other quotation marks: « » to “ ”, “ ” to straight ones, these to « »", _quotes),
    Perturbation("straight", "all quotation marks and apostrophes straight", _straight),
    Perturbation("capitals", "the headline in capitals", _capitals),
    Perturbation("merged", "paragraphs run together", _merged),
    Perturbation("stops", "the last full stop of each paragraph dropped", _stops),
    Perturbation("punctuation", "all full stops, commas, colons and the like dropped, but in numbers", _punctuation),
    Perturbation("hyphens", f"lines of {WIDTH} characters, long words broken at their ends", _hyphens),
    Perturbation("articles", "every second article dropped", mistranslating.articles),
    Perturbation(
        "gender", "every second article, pronoun or adjective of a list in the wrong gender", mistranslating.gender
    ),
    Perturbation(
        "number", "every second verb of a list, or noun in the plural, in the wrong number", mistranslating.number
    ),
    Perturbation("calques", "cues and phrases as a translation word by word has them", mistranslating.calques),
)


def perturbed(gold: GoldText, name: str) -> GoldText:
    """Return a text with its gold under the perturbation of this name.

    Raises:
        KeyError: there is none of this name.
    """
    return {each.name: each for each in PERTURBATIONS}[name](gold)
