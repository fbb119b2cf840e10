"""Every example of the cue lexicons is read as it says."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

import pytest

import segun
from segun import lang
from segun.gold.names import dice, tokens
from segun.model import Span

_MARKS = re.compile(r"[{}<>\[\]]")
_PAIRS = {"{": "source", "<": "cue", "[": "content"}
ALIKE = 0.8


@cache
def given(language):
    data = tomllib.loads((files("segun.lang") / language / "examples.toml").read_text("utf-8"))
    return [
        (f"{part}/{entry}/{number}", written)
        for part, entries in data.items()
        for entry, several in entries.items()
        for number, written in enumerate(several)
    ]


EXAMPLES = [
    pytest.param(language, written, id=f"{language}/{name}")
    for language in sorted(lang.supported())
    for name, written in given(language)
]


def read(written):
    """Return the text of an example, and the spans of its marks by what they mark."""
    text, marked, opened = "", {"source": [], "cue": [], "content": []}, []
    for piece in re.split(f"({_MARKS.pattern})", written):
        if piece in _PAIRS:
            opened.append((_PAIRS[piece], len(text)))
        elif _MARKS.fullmatch(piece):
            kind, start = opened.pop()
            marked[kind].append(Span(start, len(text)))
        else:
            text += piece
    return text, marked


def says(analysis, claim, marked):
    text, last = analysis.report.text, claim.relays[-1]
    if dice(tokens(text, claim.spans), tokens(text, tuple(marked["content"]))) < ALIKE:
        return False
    if not any(a.touches(b) for a in last.cue_spans for b in marked["cue"]):
        return False
    if not marked["source"]:
        return last.source is None
    spans = [*last.source_spans, *(analysis.source(last.source).mentions if last.source else ())]
    return any(a.touches(b) for a in spans for b in marked["source"])


@pytest.fixture(scope="module")
def keeping(tmp_path_factory):
    """Weights by which all is kept: the examples are of words and grammar, and a lone sentence is hard to judge."""
    path = tmp_path_factory.mktemp("weights") / "all.toml"
    path.write_text('[continuation]\n[right]\nleast = 0.0\n"any" = 1.0\n', encoding="utf-8")
    return path


@pytest.mark.parametrize(("language", "written"), EXAMPLES)
def test_an_example_is_read_as_it_says(language, written, keeping):
    silent = written.startswith("!")
    text, marked = read(written.removeprefix("!"))
    analysis = segun.analyze(text, language=language, places=False, weights=None if silent else keeping)
    claims = [claim for claim in analysis.claims if claim.relays]
    if silent:
        assert not claims
    else:
        assert any(says(analysis, claim, marked) for claim in claims)


@pytest.mark.parametrize("language", sorted(lang.supported()))
def test_there_are_hundreds(language):
    assert len(given(language)) > 1_000
