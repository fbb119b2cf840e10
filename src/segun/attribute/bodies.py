"""What kind of body a noun without a name means: *la cartera* a ministry, *la formación* a party."""

from __future__ import annotations

from segun.lang.lexicon import Grammar

_ALIKE = ("anaphors.papers", "anaphors.broadcasters")
_KINDS = ("anaphors.ministries", "anaphors.companies", "anaphors.parties", "anaphors.outlets")


def of_kind(words: frozenset[str], named: frozenset[str], proper: frozenset[str], grammar: Grammar) -> bool | None:
    """Tell whether a noun means a body by the kind that its name gives it.

    Args:
        words: of the noun phrase that means a body, folded.
        named: of the body's name, folded.
        proper: those of the name that are its own.
        grammar: the language.

    Returns:
        Whether it does; ``None`` where the name does not tell: *Greenterra* may be an organisation or a company.
    """
    known = grammar.words
    own = [name for name in _KINDS if words & known[name]]
    if any(words & known[name] and named & known[name] for name in (*own, *_ALIKE)):
        return True
    other = any(named & known[name] for name in _KINDS if name not in own)
    if other and (own or words & known["anaphors.societies"]):
        return False
    return False if own and named - proper else None
