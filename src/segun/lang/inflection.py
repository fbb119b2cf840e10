"""The forms of verbs, built from stems and endings that a language's ``inflection.toml`` names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from segun.lang.folding import fold

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
        for form in {lemma, *_inflected(lemma, irregular.get(lemma, []), inflection)}:
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
        bare = _bare(lemma, inflection)
        known = _class(bare, inflection["classes"])
        if known is None:
            continue
        stem = bare.removesuffix(known["suffix"])
        stems = (each for each in (stem, *irregular.get(lemma, [])) if each not in whole)
        for each in stems:
            for features, endings in persons["strong" if each in strong else known["suffix"]].items():
                person, number, tense = features.split()
                shown = {**_FINITE, "Person": person, "Number": number, "Tense": tense}
                for ending in endings:
                    before = {each, _spelt(each, ending, inflection)} if each == stem else {each}
                    found.update((one + ending, shown) for one in before)
    return found


def _irregular(inflection: Mapping[str, Any]) -> dict[str, list[str]]:
    return {fold(lemma): stems for lemma, stems in inflection["irregular"].items()}


def _bare(lemma: str, inflection: Mapping[str, Any]) -> str:
    """Return a verb without the pronoun that its lemma ends in: *quejarse*, *quejar*."""
    endings = inflection["reflexive-endings"]
    return next((lemma.removesuffix(end) + bare for end, bare in endings.items() if lemma.endswith(end)), lemma)


def _class(lemma: str, classes: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((c for c in classes if lemma.endswith(c["suffix"])), None)


def _inflected(lemma: str, stems: list[str], inflection: Mapping[str, Any]) -> Iterator[str]:
    bare = _bare(lemma, inflection)
    known = _class(bare, inflection["classes"])
    if known is None:
        return
    stem = bare.removesuffix(known["suffix"])
    endings = known["endings"]
    yield from (stem + ending for ending in endings)
    for other in stems:
        yield other
        yield from (other + ending for ending in endings)
    yield from (_spelt(stem, ending, inflection) + ending for ending in endings)


def _spelt(stem: str, ending: str, inflection: Mapping[str, Any]) -> str:
    """Spell a stem as before some vowels: *indicar*, *indique*; *negar*, *niegue*; *denunciar* stays."""
    spelling = inflection["spelling"]
    if fold(ending).startswith(tuple(spelling["before"])):
        for old, new in spelling["changes"]:
            if stem.endswith(old):
                return stem.removesuffix(old) + str(new)
    return stem
