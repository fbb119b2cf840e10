"""English parser labels (ClearNLP's) turned into Universal Dependencies.

The grammar of attribution is written once, over Universal Dependencies; spaCy's English models use the labels of
ClearNLP, in which prepositions head their noun phrases and the copula heads its predicate.
"""

from __future__ import annotations

from segun.annotate.words import Word

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "dative": "iobj",
    "relcl": "acl:relcl",
    "poss": "nmod:poss",
    "neg": "advmod",
    "oprd": "xcomp",
    "npadvmod": "obl:npmod",
    "quantmod": "advmod",
    "predet": "det:predet",
    "preconj": "cc:preconj",
    "prt": "compound:prt",
    "intj": "discourse",
    "complm": "mark",
    "meta": "dep",
}
OWN_LABELS = frozenset(
    {
        "pobj",
        "dobj",
        "nsubjpass",
        "attr",
        "acomp",
        "neg",
        "auxpass",
        "prep",
        "poss",
        "relcl",
        "npadvmod",
        "oprd",
        "dative",
    }
)
"""Labels that only a ClearNLP parse has."""
_BE = frozenset({"be", "become", "remain"})


def to_universal(words: list[Word]) -> None:
    """Rewrite the relations and heads of a ClearNLP parse in place."""
    for word in words:
        if word.dep == "nmod":
            word.dep = "compound"
    for word in words:
        if word.dep in {"attr", "acomp"} and words[word.head].lemma in _BE:
            _raise_predicate(words, word)
    for word in words:
        if word.dep in {"prep", "agent", "dative"} and word.pos in {"ADP", "SCONJ", "VERB", "ADV", "PART"}:
            _lower_preposition(words, word)
    for word in words:
        if word.dep == "aux" and word.norm == "to":
            word.dep = "mark"
        elif word.dep in {"attr", "acomp"}:
            word.dep = "xcomp"
        elif word.dep == "ROOT":
            word.dep = "root"
        else:
            word.dep = _RENAMED.get(word.dep, word.dep)
    _mend_past(words)


def _mend_past(words: list[Word]) -> None:
    """Make a past participle with a subject of its own and no auxiliary the past tense that looks the same."""
    helped = {word.head for word in words if word.dep in {"aux", "aux:pass"}}
    acting = {word.head for word in words if word.dep == "nsubj" and word.i < word.head}
    for word in words:
        past = word.pos == "VERB" and word.feats.get("VerbForm") == "Part" and word.feats.get("Tense") == "Past"
        if past and word.i in acting - helped and not word.dep.startswith("acl"):
            word.feats = {**word.feats, "VerbForm": "Fin"}


def _raise_predicate(words: list[Word], predicate: Word) -> None:
    """Make the predicate the clause's head and the copula its dependent."""
    copula = words[predicate.head]
    if any(w.head == copula.i and w.dep == "cop" for w in words[max(0, copula.i - 1) : predicate.i + 1]):
        return
    predicate.dep = copula.dep
    predicate.head = predicate.i if copula.head == copula.i else copula.head
    for word in words:
        if word.head == copula.i and word.i not in {copula.i, predicate.i}:
            word.head = predicate.i
    copula.dep = "cop"
    copula.head = predicate.i
    predicate.feats = {**predicate.feats, **{k: v for k, v in copula.feats.items() if k in {"Tense", "Mood"}}}


def _lower_preposition(words: list[Word], preposition: Word) -> None:
    """Make the preposition a case marker of its noun, or a mark of its clause."""
    inner = next((w for w in words if w.head == preposition.i and w.dep in {"pobj", "pcomp"}), None)
    if inner is None:  # described him as old
        inner = next((w for w in words if w.head == preposition.i and w.dep == "amod" and w.i > preposition.i), None)
    if inner is None:
        return
    governor = words[preposition.head]
    nominal = governor.pos in {"NOUN", "PROPN", "PRON", "NUM"} and governor.i != preposition.i
    if preposition.dep == "agent":
        relation = "obl:agent"
    elif inner.dep in {"pobj", "amod"}:
        relation = "nmod" if nominal else "obl"
    else:
        relation = "acl" if nominal else "advcl"
    clause = inner.dep == "pcomp"
    inner.dep = relation
    inner.head = inner.i if preposition.head == preposition.i else preposition.head
    preposition.dep = "mark" if clause else "case"
    preposition.head = inner.i
    for word in words:
        if word.head == preposition.i and word.i != preposition.i:
            word.head = inner.i
