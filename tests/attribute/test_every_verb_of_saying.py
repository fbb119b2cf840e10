"""Every verb that may say a clause, in forms that a small model often takes for names."""

from __future__ import annotations

import pytest

import segun
from segun import lang
from segun.lang.inflection import told_persons

CLAUSE = "el molino está cerrado"
WHO = "Ana Gil"
FRAMES = {
    "1 Sing Past": "“{form} que {clause}”, dijo {who}.",
    "3 Sing Past": "{form} {who} que {clause}.",
}
"""By what the verb's ending shows, a sentence that it opens."""
LEAST = 0.9
"""Share of the verbs that are found; the model hides some behind a parse that nothing mends."""


def said(form: str, frame: str) -> bool:
    text = frame.format(form=form.capitalize(), clause=CLAUSE, who=WHO)
    return any(
        [span.of(text) for span in claim.spans] == [CLAUSE]
        and [span.of(text) for span in claim.relays[-1].source_spans] == [WHO]
        and claim.relays[-1].cue_spans[0].start == text.index(form.capitalize())
        for claim in segun.analyze(text, language="es", places=False).claims
        if claim.relays
    )


@pytest.mark.parametrize("shown", FRAMES)
def test_a_verb_that_opens_a_sentence_is_a_cue(shown: str) -> None:
    table = lang.table("es", "inflection")
    person, number, tense = shown.split()
    forms = set()
    for lemma in lang.table("es", "cues")["verbs"]["say"]["lemmas"].split():
        told = told_persons([lemma], table)
        wanted = {"Person": person, "Number": number, "Tense": tense}
        regular = (form for form, feats in told.items() if wanted.items() <= feats.items())
        forms.add(next(regular))
    found = {form for form in forms if said(form, FRAMES[shown])}
    assert len(forms) > 80
    assert len(found) >= LEAST * len(forms), sorted(forms - found)
