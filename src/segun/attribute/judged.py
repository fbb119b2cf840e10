"""Infinitives that are judged, whoever may do it: *es difícil | creer que*, *it is hard | to say that*."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word


def by_anybody(paragraph: Paragraph, verb: Word) -> bool:
    """Whether a verb is an infinitive behind an adjective that says of it what it is, and of nobody else."""
    adjective = paragraph.head(verb)
    if verb.dep != "csubj" or adjective.pos != "ADJ" or adjective.i >= verb.i:
        return False
    copula = any(c.finite and c.i < verb.i for c in paragraph.children(adjective, "cop"))
    named = any(True for _ in paragraph.children(adjective, "nsubj", "iobj"))
    bare = verb.feats.get("VerbForm") == "Inf" and not any(True for _ in paragraph.children(verb, "aux"))
    return bare and copula and not named
