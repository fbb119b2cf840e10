"""Whether an account tells what somebody says in it, or that somebody speaks for themselves and ends it."""

from __future__ import annotations

from collections.abc import Sequence

from segun.annotate.words import Paragraph, Word
from segun.attribute.continuation import Account
from segun.attribute.draft import Draft, Mention

_NOBODYS = frozenset({"infinitive", "oblique", "noun phrase"})
"""Constructions by which an account may tell what was said without a word of who said it."""
_PEOPLE = frozenset({"person", "group", "unnamed"})
"""Kinds of those whose wishes and orders an account tells of; an organisation makes its own known."""


def tells(accounts: Sequence[Account], paragraph: Paragraph, draft: Draft, top: Sequence[Draft]) -> bool:
    """Whether an account may itself tell what somebody says.

    Args:
        accounts: the account, and the one within it.
        paragraph: where somebody says so.
        draft: what they say.
        top: the attributions of the same sentence.
    """
    if not accounts or draft.how != "said" or draft.cited_by is not None:
        return False
    if any(_relays(draft, account.opener) for account in accounts):
        return False
    if draft.source.kind == "none":
        return draft.rule in _NOBODYS
    if draft.source.kind == "noun" and not _points(draft.source, paragraph):
        words = [word for span in draft.source.spans for word in paragraph.inside(span)]
        if any(word.pos == "PROPN" for word in words):
            return False
        return _asks(draft) or _in_passing(paragraph, draft, top) or _taken_up(accounts[0], draft, words)
    return _brought_in(accounts[0], draft, paragraph)


def _taken_up(account: Account, draft: Draft, words: Sequence[Word]) -> bool:
    """Whether people without a name are those whom the account told of: *… a cook …. The cook told him that*."""
    head = draft.source.head
    if head is None or draft.quoted or draft.resolved is None or draft.resolved[0].kind not in _PEOPLE:
        return False
    return head.lemma in account.lemmas and any(word.feats.get("Definite") == "Def" for word in words)


def _brought_in(account: Account, draft: Draft, paragraph: Paragraph) -> bool:
    """Whether a source only points at somebody whom the account brought in: *she told him that*, *uno de ellos*."""
    if not _points(draft.source, paragraph):
        return False
    if draft.resolved is None:
        return draft.source.kind == "pronoun"  # nobody who spoke so far
    entity = draft.resolved[0]
    if draft.source.kind == "noun":
        return True  # uno de ellos
    return bool(entity.mentions) and any(span.holds(min(entity.mentions)) for span in account.said)


def _asks(draft: Draft) -> bool:
    """Whether people without a name want something of others: *The guard asked for the curtains to be drawn*."""
    wish = draft.frame is not None and draft.frame.commitment == "Uu" and not draft.quoted
    return wish and draft.resolved is not None and draft.resolved[0].kind in _PEOPLE


def _in_passing(paragraph: Paragraph, draft: Draft, top: Sequence[Draft]) -> bool:
    """Whether the sentence tells of something else first: *The mill burned, and the owner forbade questions*."""
    cue = paragraph.word_at(draft.at)
    head = draft.source.head
    if cue is None or cue.dep != "conj" or head is None or head.head != cue.i:
        return False
    first = paragraph.head(cue)
    return first.dep == "root" and not any(each.at <= first.start < cue.start for each in top)


def _points(source: Mention, paragraph: Paragraph) -> bool:
    """Whether a source only points at somebody: a pronoun, a verb's ending, *uno de ellos*; not *la brigada 61*."""
    head = source.head
    if source.kind == "noun" and head is not None and head.pos in {"PRON", "DET", "NUM"}:
        return not any(word.pos in {"NOUN", "PROPN", "ADJ"} for word in paragraph.words[head.left : head.i])
    return source.kind in {"pronoun", "dropped"}


def _relays(draft: Draft, opener: Draft) -> bool:
    """Whether who speaks is who opened an account, or whom the account cites."""
    sources = [link.resolved for link in (opener, opener.citing) if link is not None]
    return draft.resolved is not None and any(s is not None and s[0] is draft.resolved[0] for s in sources)
