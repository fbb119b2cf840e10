"""Attributions of speech that a paragraph's layout shows: dialogue, reposts, turns of an interview."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal, sources, turns
from segun.attribute.cues import cue_span
from segun.attribute.draft import NOBODY, Draft, Mention, tidy
from segun.lang.folding import fold
from segun.lang.lexicon import Grammar
from segun.model import Span


def dialogue(paragraph: Paragraph, grammar: Grammar) -> Iterator[Draft]:
    """Yield the speech of a paragraph that opens with a dialogue dash: *—Nos vamos —dijo Ana*."""
    pieces = turns.dialogue(paragraph)
    if not pieces:
        return
    for incise in turns.incises(paragraph):
        for word in paragraph.inside(incise):
            frame = next((f for f in grammar.frames(word.norm, word.lemma) if "quote" in f.takes), None)
            if word.pos in {"VERB", "AUX"} and frame is not None:
                last = max((w.i for w in paragraph.inside(incise)), default=word.i)
                source = beside.following(paragraph, word, grammar, last) or sources.who(
                    paragraph, word, grammar, impersonal=False
                )
                yield Draft(
                    paragraph.index,
                    word.start,
                    (cue_span(paragraph, word, grammar),),
                    source,
                    pieces,
                    "said",
                    frame,
                    "dialogue",
                    True,
                    word,
                )
                return
    at, dash = paragraph.span.start, turns.answer(paragraph)
    if dash is not None:
        yield Draft(paragraph.index, at, (dash,), Mention("interviewee"), pieces, "said", None, "turn", quoted=True)
        return
    before = paragraph.text[: paragraph.span.start].rstrip()
    if before.endswith(":") and any(w.finite for w in paragraph.words):
        yield Draft(paragraph.index, at, (), Mention("dropped"), pieces, "continued", None, "dialogue", quoted=True)


def reposted(paragraph: Paragraph, drafts: list[Draft]) -> list[Draft]:
    """A paragraph behind ``>`` that names nobody is the words of whoever was named before it."""
    return _post(paragraph, turns.reposted(paragraph), paragraph.span.start, drafts)


def posted(paragraph: Paragraph, drafts: list[Draft]) -> list[Draft]:
    """A post that is signed behind it, and that nothing else is known to say: *Gran día. / — Ana Gil (@anagil)*."""
    post = turns.signed(paragraph)
    return _post(paragraph, post, post.content.start if post is not None else 0, drafts)


def _post(paragraph: Paragraph, post: turns.Turn | None, at: int, drafts: list[Draft]) -> list[Draft]:
    """Return a post as the words of who is named with it, where no speech is known in its paragraph."""
    if post is None or any(d.quoted for d in drafts):
        return []
    head = next((w for w in paragraph.inside(post.content) if w.dep == "root"), None)
    source = Mention("noun", (post.name,)) if post.name is not None else Mention("dropped")
    return [Draft(paragraph.index, at, (), source, [post.content], "continued", None, post.rule, True, head)]


def _is_topic(turn: turns.Turn, words: list[Word], drafts: list[Draft], grammar: Grammar) -> bool:
    """Whether the words before a colon say where, or what about: *Lumbrera: la alcaldesa descarta dimitir*.

    Then what stands behind it begins with another source or with a cue, and they do not name anybody who could be.
    """
    somebody = any(w.entity in nominal.PERSONS | {"ORG"} or sources.acts(w, grammar) for w in words)
    cued = [d for d in drafts if d.cue and turn.content.holds(d.cue[0])]
    begins = [d.source.spans[0] if d.source.kind == "noun" else d.cue[0] for d in cued]
    return not somebody and any(turn.content.start <= each.start <= turn.content.start + 1 for each in begins)


def _is_explained(content: list[Word]) -> bool:
    """Whether the words behind a colon only say what those before it are: *Ana y Luis: los nombres del año*."""
    verbal = any(word.finite or word.feats.get("VerbForm") == "Inf" for word in content)
    return not verbal and bool(content) and content[0].pos == "DET"


def _of_thing(label: str, words: list[Word], grammar: Grammar, *, turn: bool) -> bool:
    """Whether the words before a colon name no speaker: *Foto: archivo*, *Nuestra valoración: falso*.

    Args:
        label: these words as they are written.
        words: the same, parsed.
        grammar: that of the report's language.
        turn: whether they stand for whoever asks or answers: *P*, *Respuesta*.
    """
    bare = fold(label).strip(" .").rstrip("0123456789")
    if bare in grammar.words["labels"] or words[0].norm in grammar.words["labels"]:
        return True
    inside = {word.i for word in words}
    head = next((w for w in words if w.head not in inside or w.head == w.i), words[0])
    if label.isupper() and not turn and not any(word.pos == "PROPN" or word.entity for word in words):
        return not any(sources.acts(word, grammar) for word in words)  # CONFIRMADO: cierra el puente
    inside_names = grammar.words["name-particles"] | grammar.words["genitives"]
    placed = any(word.pos == "ADP" and word.norm not in inside_names for word in words[1:])
    if label.isupper() and placed and not any(sources.acts(word, grammar) for word in words if word.pos != "PROPN"):
        return not nominal.is_for_speakers(words[0], grammar)  # CANJE EN EL PUENTE: vuelven 96
    return head.pos == "NOUN" and not label.isupper() and not nominal.speaks(head, grammar)


def _of_place(word: Word) -> bool:
    return word.entity in {"GPE", "LOC"}


def with_turn(paragraph: Paragraph, turn: turns.Turn, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
    """Add a labelled turn, unless the words before the colon have a cue of their own: *Dijo Pérez: …*."""
    name = turn.name
    if name is None or any(
        d.cue and any(name.start <= c.start < turn.content.start for c in d.cue)
        for d in drafts
        if turn.content.start > name.start
    ):
        return drafts
    words = paragraph.inside(name)
    if not words or any(w.finite for w in words if w.pos == "VERB"):
        return drafts
    article = words[0].pos == "DET" and len(words) > 1  # El Zurdo: me echaron
    named = all(w.pos == "PROPN" or w.norm in {"(", ")", *grammar.words["name-particles"]} for w in words[article:])
    if words[-1].text[:1].islower() and not sources.acts(words[-1], grammar):
        return drafts  # Port in flames: three hurt
    if turn.rule == "turn" and paragraph.index <= 1 and not paragraph.headline and all(map(_of_place, words)):
        return drafts  # LIMA: the strike is over
    label = name.of(paragraph.text)
    asks, answers = turns.is_question_label(label, grammar), turns.is_answer_label(label, grammar)
    if turn.rule == "turn" and _of_thing(label, words, grammar, turn=asks or answers):
        return drafts
    known = turn.rule == "post" or named or label.isupper() or asks or answers or paragraph.headline
    if not known or (
        not paragraph.headline and turn.rule == "turn" and len(turn.content.of(paragraph.text).split()) < 3
    ):
        return drafts
    topic = _is_topic(turn, words, drafts, grammar) or _is_explained(paragraph.inside(turn.content))
    if paragraph.headline and not (asks or answers) and topic:
        return drafts
    covered_by = [d for d in drafts if d.rule in {"lone quotation", "name and colon"}]
    rest = [d for d in drafts if d not in covered_by]
    span = tidy(paragraph.text, *name)
    if span is None:
        return drafts
    source = Mention("noun", (span,), words[-1])
    if asks:
        source = NOBODY
    elif answers:
        source = Mention("interviewee", (), words[-1])
    cue = turn.cue or Span(name.end, name.end + 1)
    if name.start > turn.content.start:
        rest = [d for d in rest if not d.cue or d.end <= turn.content.end]
    inner = tidy(paragraph.text, *turn.content)
    head = next((w for w in paragraph.inside(turn.content) if w.dep == "root"), None)
    return [
        *rest,
        Draft(paragraph.index, cue.start, (cue,), source, [inner or turn.content], "said", None, turn.rule, True, head),
    ]
