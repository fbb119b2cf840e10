"""Every example of the cue lexicons is read as it says."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pytest
from tests.lang.marked import holds, read

import segun
from segun import lang


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
    assert holds(analysis, written, marked)


@pytest.mark.parametrize("language", sorted(lang.supported()))
def test_there_are_hundreds(language):
    assert len(given(language)) > 1_000
