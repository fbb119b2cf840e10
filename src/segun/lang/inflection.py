"""The forms of verbs, built from stems and endings that a language's ``inflection.toml`` names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from segun.lang.folding import fold

_SOFT = frozenset("eé")
"""Vowels before which a stem may be spelt differently."""
_FINITE = {"VerbForm": "Fin", "Mood": "Ind"}


def all_forms(verbs: Iterable[str], inflection: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the forms of some verbs, folded, each with the lemmas that it may belong to.

    Args:
        verbs: lemmas, folded.
        inflection: a language's table.
    """
    irregular = _irregular(inflection)
    clitics, bases = inflection["clitics"], tuple(inflection["clitic-bases"])
    forms: dict[str, tuple[str, ...]] = {}
    for lemma in verbs:
        for form in {lemma, *_inflected(lemma, irregular.get(lemma, []), inflection["classes"])}:
            longer = [form + clitic for clitic in clitics] if form.endswith(bases) and bases else []
            for each in (form, *longer):
                forms[each] = tuple(dict.fromkeys((*forms.get(each, ()), lemma)))
    return forms


def told_persons(verbs: Iterable[str], inflection: Mapping[str, Any]) -> dict[str, Mapping[str, str]]:
    """Return the forms of some verbs whose ending shows person, number and tense, each with these features.

    Args:
        verbs: lemmas, folded.
        inflection: a language's table; one whose endings show nothing has no ``persons``.
    """
    persons = inflection.get("persons", {})
    irregular, strong = _irregular(inflection), inflection.get("strong-stems", ())
    whole = inflection.get("whole-forms", ())
    found: dict[str, Mapping[str, str]] = {}
    for lemma in verbs if persons else ():
        known = _class(_bare(lemma), inflection["classes"])
        if known is None:
            continue
        stem = _bare(lemma).removesuffix(known["suffix"])
        stems = (each for each in (stem, *irregular.get(lemma, [])) if each not in whole)
        for each in stems:
            for features, endings in persons["strong" if each in strong else known["suffix"]].items():
                person, number, tense = features.split()
                shown = {**_FINITE, "Person": person, "Number": number, "Tense": tense}
                for ending in endings:
                    before = {each, _spelt(each)} if each == stem and ending[0] in _SOFT else {each}
                    found.update((one + ending, shown) for one in before)
    return found


def _irregular(inflection: Mapping[str, Any]) -> dict[str, list[str]]:
    return {fold(lemma): stems for lemma, stems in inflection["irregular"].items()}


def _bare(lemma: str) -> str:
    return lemma.removesuffix("se") if lemma.endswith(("arse", "erse", "irse")) else lemma


def _class(lemma: str, classes: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((c for c in classes if lemma.endswith(c["suffix"])), None)


def _inflected(lemma: str, stems: list[str], classes: list[Mapping[str, Any]]) -> Iterator[str]:
    known = _class(_bare(lemma), classes)
    if known is None:
        return
    stem = _bare(lemma).removesuffix(known["suffix"])
    endings = known["endings"]
    yield from (stem + ending for ending in endings)
    for other in stems:
        yield other
        yield from (other + ending for ending in endings)
    if endings[0].endswith("r"):
        yield from (_spelt(stem) + ending for ending in endings if ending[0] == "e")


def _spelt(stem: str) -> str:
    """Spell a stem before e: indicar, indique; negar, niegue; denunciar stays."""
    for old, new in (("c", "qu"), ("g", "gu"), ("z", "c")):
        if stem.endswith(old):
            return stem.removesuffix(old) + new
    return stem
