"""Every example of the cue lexicons is read as it says, and every entry has the examples that show what it does."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import pytest
from tests.lang.marked import holds, read

from segun import lang
from segun.attribute.chains import chains
from segun.attribute.judging import judge
from segun.model import Report
from segun.pipeline import analyze_and_parse

LANGUAGES = sorted(lang.supported())
KNOWN = "~"
"""Begins an example that is read otherwise for now."""
PLACES = {"quote": "clause", "any-noun": "noun", "person": "noun", "gerund": "infinitive"}
"""Kinds of contents that stand where another kind does."""
RULES = {
    "infinitive": "infinitive",
    "gerund": "infinitive",
    "noun phrase": "noun",
    "whom": "noun",
    "oblique": "oblique",
}
"""Where a content stands by the rule that finds it; by every other one it is a clause."""


@cache
def table(language, name):
    return tomllib.loads((files("segun.lang") / language / f"{name}.toml").read_text("utf-8"))


@cache
def given(language):
    return [
        (f"{part}/{entry}/{number}", written)
        for part, entries in table(language, "examples").items()
        for entry, several in entries.items()
        for number, written in enumerate(several)
    ]


@cache
def keeping():
    """Weights by which all is kept: the examples are of words and grammar, and a lone sentence is hard to judge."""

    class Kept:
        def read_text(self, _encoding):
            return '[continuation]\n[right]\nleast = 0.0\n"any" = 1.0\n'

    return judge(Kept())


@cache
def analysed(language, written):
    """Return whether an example is read as it says, and where its content stands, as its cue's frames call it."""
    silent = written.startswith("!")
    text, marked = read(written.removeprefix("!"))
    by = None if silent else keeping()
    analysis, parsed = analyze_and_parse(Report(key="example", text=text, language=language), judge=by)
    right = holds(analysis, written, marked)
    drafts = chains(parsed, text, lang.grammar(language), "cautious", by).drafts if right and not silent else ()
    cues = [d for d in drafts if any(a.touches(b) for a in d.cue for b in marked["cue"])]
    return right, frozenset(_place(draft) for draft in cues)


def _place(draft):
    if draft.rule == "small clause":
        return "self" if draft.frame and "self" in draft.frame.takes else "small"
    return RULES.get(draft.rule, "clause")


def entries(language):
    """Yield each entry with its part of the examples, the groups that it stands in, and whether it has other uses."""
    cues = table(language, "cues")
    for part in ("verbs", "nouns", "phrases"):
        within = {}
        for name, group in cues[part].items():
            for entry in group.get("wordings", group.get("lemmas", "").split()):
                within.setdefault(entry, {})[name] = group
        for entry, groups in within.items():
            yield part, entry, groups, any(entry in group.get("weak", "").split() for group in groups.values())
    adjuncts = cues["adjuncts"]
    for wording in (*adjuncts["according"], *adjuncts["manner"], *adjuncts["opinion"]):
        yield "phrases", wording, {}, False


def examples(language, part, entry):
    """Return the examples that attribute, and those that do not; what is read otherwise for now is among them."""
    several = [written.removeprefix(KNOWN) for written in table(language, "examples")[part].get(entry, ())]
    return [each for each in several if not each.startswith("!")], [each for each in several if each.startswith("!")]


def stands(groups):
    """Return where contents stand, of each frame by which somebody says something."""
    telling = {name: group for name, group in groups.items() if group.get("subjects") != "none"}
    return {name: {PLACES.get(kind, kind) for kind in group["takes"]} for name, group in telling.items()}


@pytest.mark.parametrize(
    ("language", "written"),
    [
        pytest.param(
            language,
            written.removeprefix(KNOWN),
            id=f"{language}/{name}",
            marks=pytest.mark.xfail(strict=True, reason="read otherwise for now") if written[0] == KNOWN else (),
        )
        for language in LANGUAGES
        for name, written in given(language)
    ],
)
def test_an_example_is_read_as_it_says(language, written):
    right, _ = analysed(language, written)
    assert right


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_hundreds(language):
    assert len(given(language)) > 1_000


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_example_is_of_an_entry(language):
    known = {(part, entry) for part, entry, _, _ in entries(language)}
    there = {(part, entry) for part, several in table(language, "examples").items() for entry in several}
    assert sorted(there - known) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_an_example_that_attributes(language):
    """Of those that never do, one that does not."""
    missing = []
    for part, entry, groups, _ in entries(language):
        attributing, silent = examples(language, part, entry)
        never = bool(groups) and all(group.get("subjects") == "none" for group in groups.values())
        if not (silent if never else attributing):
            missing.append(entry)
    assert missing == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_with_other_uses_has_an_example_of_one(language):
    other = [(part, entry) for part, entry, _, ambiguous in entries(language) if ambiguous]
    assert [entry for part, entry in other if not examples(language, part, entry)[1]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_frame_of_a_verb_has_an_example(language):
    """One whose content stands where the frame takes one; a known failure counts for what it lacks."""
    missing = []
    for part, entry, groups, _ in entries(language):
        several = table(language, "examples")[part].get(entry, ())
        if part == "verbs" and len(groups) > 1 and not any(each[0] == KNOWN for each in several):
            shown = {place for each in examples(language, part, entry)[0] for place in analysed(language, each)[1]}
            missing += [(entry, name, takes) for name, takes in stands(groups).items() if not takes & shown]
    assert missing == []
