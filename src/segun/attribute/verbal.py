"""Attributions by a verb: its complement, or the sentence that it is inserted into."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, sources
from segun.attribute.complements import complement
from segun.attribute.conjunctions import of_outer
from segun.attribute.cues import cue_span, how, is_quoted, pronominal
from segun.attribute.draft import NOBODY, Complement, Draft, Mention, covered, tidy
from segun.attribute.endings import ending
from segun.attribute.extent import limits, phrase_frames
from segun.attribute.runs import phrase_length
from segun.attribute.whence import whence
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

_PHRASES = frozenset({"noun phrase", "small clause", "oblique"})
"""Rules whose contents may be phrases."""
_CLAUSES = frozenset({"clause", "bare clause", "parenthetical"})
_ASIDE = frozenset({",", "-", "--", "—", "–"})
_APPOSED = 20
"""Words before a cue in which its subject and an apposition to it are looked for."""
_NEGATED = 3
"""Words behind a negation within which its verb stands."""


def from_verb(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a verb of saying, thinking, ordering … attributes, or ``None`` where it does not."""
    frames = _frames(paragraph, word, grammar)
    if not frames:
        return None
    source = sources.who(paragraph, word, grammar, impersonal=not pronominal(word, grammar))
    after = sources.following(paragraph, word, grammar, word.right)
    heads = (source.head, after.head if after is not None and _subject(after.head) else None)
    if not any(nominal.is_document(head, grammar) for head in heads):
        frames = tuple(frame for frame in frames if frame.subjects != "document")
    if not frames or frames[0].subjects == "none":
        return None
    found = complement(paragraph, word, frames, grammar)
    if found is None or (found.rule == "noun phrase" and _behind_comma(paragraph, word, grammar)):
        found = parenthetical(paragraph, word, frames, grammar)
    if found is None or found.frame.subjects == "none":
        return None
    if word.feats.get("VerbForm") == "Inf" and _editorial(paragraph, word, grammar):
        return None
    if found.frame.act == "assert" and found.frame.commitment == "CT" and _negated(paragraph, word, grammar):
        return None
    if source.head is not None and source.head.norm in grammar.words["negations"]:
        return None
    if found.frame.impersonal and word.feats.get("VerbForm") == "Inf":
        return None  # hizo constar que
    source = _whose(paragraph, word, found, source, grammar)
    if not _plausible(paragraph, word, found, source, grammar):
        return None
    inside = paragraph.quotation_at(word.start)
    frame = found.frame
    if nominal.is_law(source.head, grammar):
        frame = next((f for f in frames if f.act == "stipulate"), frame)
    span = cue_span(paragraph, word, grammar)
    quoted_only = inside is None and is_quoted(paragraph, list(found.spans))
    return Draft(
        paragraph.index,
        word.start,
        (span,),
        source,
        _ended(paragraph, word, found, grammar, relative=len(source.spans) > 1),
        how(source, grammar),
        frame,
        found.rule,
        quoted_only,
        found.head,
        _negated(paragraph, word, grammar),
    )


def _whose(paragraph: Paragraph, word: Word, found: Complement, parsed: Mention, grammar: Grammar) -> Mention:
    """Return whose a content is: the parsed source, unless a phrase, an apposition or an inserted cue tells better."""
    source = parsed
    if found.frame.impersonal and parsed.kind != "noun":
        source = _to_speaker(paragraph, word, grammar) or NOBODY
    if source.kind in {"none", "dropped"}:
        source = whence(paragraph, word, grammar) or source
    if found.rule != "parenthetical":
        return source
    apposed = _apposed(paragraph, word, grammar)
    if apposed is not None or _addresses(paragraph, word, grammar):
        return apposed or source
    _, last = limits(paragraph, word)
    end = paragraph.words[word.i + phrase_length(paragraph, word, grammar)]
    source = _alone(paragraph, sources.following(paragraph, end, grammar, last), grammar) or source
    inside = any(content.start <= span.start < content.end for span in source.spans for content in found.spans)
    return sources.dropped(paragraph, word) if inside else source  # La ley, añadió, no basta


def _subject(head: Word | None) -> bool:
    return head is not None and head.dep.startswith("nsubj")


def _ended(paragraph: Paragraph, cue: Word, found: Complement, grammar: Grammar, *, relative: bool) -> list[Span]:
    """Return a content without what the report, or its cue's subject, adds behind it.

    A phrase ends before an aside, too: *likened it to the BBC, | which …*, *welcomed the plan, | but …*; what is no
    clause before the clause of a cue around it: *dijo que pidió ayuda | y que nadie vino*; and what a relative clause
    holds before the verb that the sentence goes on with: *una fuente, que pidió anonimato, | reveló …*.
    """
    asides = grammar.words["relatives"] | grammar.words["adversatives"] | grammar.words["subordinators"]
    phrase = found.rule in _PHRASES and found.head is None
    spans = []
    for span in found.spans:
        words = paragraph.inside(span)
        end = span.end
        for mark, after in pairwise(words):
            if found.rule not in _CLAUSES and of_outer(paragraph, after, cue, grammar):
                end = mark.start
                break
            if paragraph.quotation_at(mark.start) is not None or mark.norm not in _ASIDE:
                continue
            comma = mark.norm == ","
            goes_on = relative and comma and after.finite
            opens = after if after.pos != "ADP" else next((w for w in words if w.i > after.i and w.pos != "DET"), after)
            aside = phrase and (opens.norm in asides if comma else mark.start > span.start + 1)
            if (aside and _apart(paragraph, mark)) or goes_on:
                end = mark.start
                break
        kept = tidy(paragraph.text, span.start, _stop(paragraph, cue, found, Span(span.start, end), grammar))
        spans += [kept] if kept else []
    return spans


def _stop(paragraph: Paragraph, cue: Word, found: Complement, span: Span, grammar: Grammar) -> int:
    """Return the offset at which a content ends: where its clause does, unless it goes on without the cue."""
    words = paragraph.inside(span)
    if found.rule == "parenthetical" or not words:
        return span.end
    stop = ending(paragraph, cue, words[0].i, words[-1].i, grammar)
    return span.end if stop is None else paragraph.words[stop].start


def _apart(paragraph: Paragraph, mark: Word) -> bool:
    """Whether a comma, or a dash with blanks around it, sets words apart."""
    return mark.norm == "," or paragraph.text[mark.start - 1].isspace()


def _to_speaker(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return the speaker where it seems so to them: *me parece que …*."""
    before = (word for word in paragraph.children(verb) if word.i < verb.i and word.pos == "PRON")
    seems = next((word for word in before if word.norm in grammar.words["first-person"]), None)
    return Mention("speaker", (), verb, seems.feats.get("Number") == "Plur") if seems is not None else None


def _editorial(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether the report itself says what is to be said: *cabe señalar que*."""
    before = paragraph.words[word.i - 1] if word.i else word
    forms = {paragraph.head(word).lemma, before.lemma, before.norm}
    return bool(forms & grammar.words["editorial"])


def _negated(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether it is denied that somebody said so: *no dijo que*."""
    return any(c.norm in grammar.words["negations"] and c.i < word.i for c in paragraph.children(word, "advmod"))


def _frames(paragraph: Paragraph, word: Word, grammar: Grammar) -> tuple[Frame, ...]:
    phrase = phrase_frames(paragraph, word, grammar)
    if phrase:  # express confidence that; express confidence in
        return (*phrase, *(f for f in grammar.frames(word.norm, word.lemma) if f.takes & {"noun", "any-noun"}))
    bare = grammar.words["noun-conjunction"] and not any(True for _ in paragraph.children(word, "det"))
    headed = word.pos == "ADJ" or (word.i == 0 and word.pos == "PROPN") or (word.pos == "NOUN" and bare)
    if headed and _before_conjunction(paragraph, word, grammar):
        return tuple(
            f for f in grammar.frames(word.norm, word.lemma) if "clause" in f.takes and word.norm in grammar.forms
        )
    if word.pos == "ADJ":
        listed = word.lemma in grammar.verbs  # an adjective of its own, no participle
        return tuple(
            f
            for f in grammar.frames(word.norm, word.lemma)
            if (f.with_object and word.norm in grammar.forms) or (listed and f.takes & {"oblique", "infinitive"})
        )
    if word.pos not in {"VERB", "AUX"}:
        return ()
    frames = grammar.frames(word.norm, word.lemma)
    if not frames or word.dep in {"aux", "aux:pass", "cop"} or (word.dep == "amod" and word.i < word.head):
        return ()  # *repeated warnings that …*: the noun has the clause
    if frames[0].subjects == "none":
        return ()
    return tuple(f for f in frames if not f.particles or any(c.norm in f.particles for c in paragraph.children(word)))


def _before_conjunction(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether *que* follows a form that the parser took for an adjective: *el protocolo fija que …*."""
    after = paragraph.words[word.i + 1] if word.i + 1 < len(paragraph.words) else None
    return after is not None and after.norm in grammar.words["complementizers"] and after.dep == "mark"


def _plausible(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether an ambiguous cue has what its saying sense asks for."""
    if found.rule == "noun phrase" and word.feats.get("Mood") == "Sub" and source.kind != "noun":
        return False
    if found.rule == "noun phrase" and source.kind == "none" and not sources.is_impersonal(paragraph, word, grammar):
        return False
    if found.rule in _PHRASES and source.kind == "dropped" and not sources.is_finite(paragraph, word):
        return False  # nobody in this sentence: *to reject the plan would be wrong*
    outside = paragraph.quotation_at(word.start) is None
    return not (source.kind == "speaker" and outside and found.rule == "noun phrase")


def parenthetical(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """``Subirán las pensiones, anunció la ministra``; ``La ley, dijo X, no basta``: the sentence around the cue."""
    lemma = grammar.lemma(verb.norm, verb.lemma)
    addressing = _addresses(paragraph, verb, grammar)
    usual = (f for f in frames if "clause" in f.takes and f.commitment in {"CT", "PR"})
    frame = next((f for f in usual if addressing or lemma not in f.weak), None)
    if frame is None or not sources.is_finite(paragraph, verb) or paragraph.quotation_at(verb.start):
        return None
    words = paragraph.words
    low, high = limits(paragraph, verb)
    opening = _opening(paragraph, verb, low, grammar)
    if opening is None or opening - low < 2 or words[opening + 1].norm in grammar.words["relatives"]:
        return None
    relative = _in_relative(paragraph, verb, opening, high, frame, grammar)
    if relative is not None:
        return relative
    rest = phrase_length(paragraph, verb, grammar)
    if rest and words[verb.i + rest].head > verb.i + rest:
        return None  # went | on stage
    taken = any(c.i > verb.i + rest and c.pos != "PRON" for c in paragraph.children(verb, "obj", "ccomp"))
    if taken and not addressing and not _subject_as_object(paragraph, verb, grammar):
        return None
    closing = next((k for k in range(verb.i + 1, high + 1) if words[k].norm in {",", ")", "—"}), None)
    source = sources.following(paragraph, verb, grammar, high)
    if source is not None and source.head is not None and _disagrees(verb, source, source.head):
        return None
    if source is not None and source.head is not None and closing is not None and closing < source.head.right:
        later = [k for k in range(source.head.right + 1, high + 1) if words[k].norm == ","]
        closing = later[0] if later else None
    if closing is not None and any(w.finite for w in words[closing + 1 : high + 1]):
        low = _after_mark(paragraph, low, opening)
    before = covered(paragraph, low, opening - 1)
    after = covered(paragraph, closing + 1, high) if closing is not None and closing < high else None
    outside = [*words[low:opening], *(words[closing + 1 : high + 1] if closing is not None else [])]
    main = next((w for w in outside if w.pos in {"VERB", "AUX"} and w.finite), None)
    ends = verb.i + rest >= high - 1 and verb.i - opening > 1  # Three shot dead, hospital says
    if before is None or (main is None and not ends):
        return None
    if after is not None and closing is not None and _beside(paragraph, closing + 1, high, grammar):
        after = None
    if after is None and not ends and not any(w.finite for w in words[low:opening]):
        return None  # what stands before the cue is no clause, and what stands behind it goes on without it
    spans = tuple(s for s in (before, after) if s)
    return Complement(spans, frame, "parenthetical", main, low)


def _in_relative(
    paragraph: Paragraph, verb: Word, opening: int, high: int, frame: Frame, grammar: Grammar
) -> Complement | None:
    """Return the rest of the relative clause that a cue is inserted in at its head: *un plan que, dijo, fracasó*."""
    words = paragraph.words
    relative, closing = words[opening - 1], verb.i + 1
    clause = paragraph.head(relative)
    if relative.norm not in grammar.words["relatives"] or words[min(closing, high)].norm != ",":
        return None
    if clause.i <= closing or not clause.dep.startswith("acl"):
        return None
    span = covered(paragraph, closing + 1, min(clause.right, high))
    return Complement((span,), frame, "parenthetical", clause, closing + 1) if span is not None else None


def _disagrees(verb: Word, source: Mention, head: Word) -> bool:
    """Whether one thing follows a verb of many, and is its object: *Se reúnen, esperan la niebla y salen*."""
    return verb.feats.get("Number") == "Plur" and head.feats.get("Number") == "Sing" and not source.plural


def _beside(paragraph: Paragraph, at: int, high: int, grammar: Grammar) -> bool:
    """Whether what follows an inserted cue is joined to its sentence, and not more of what the sentence says.

    *Subirá el pan, dijo Ana, y bajará la leche* goes on; *…, dijo Ana, y se fue con su hijo a casa* may not.
    """
    words = paragraph.words
    if words[at].norm in grammar.words["negations"]:
        return not any(word.finite for word in words[at + 1 : min(at + _NEGATED, high) + 1])
    if words[at].norm not in grammar.words["coordinators"] or at == high:
        return False
    following = words[at + 1]
    return not following.finite or bool(grammar.frames(following.norm, following.lemma))


def _after_mark(paragraph: Paragraph, low: int, opening: int) -> int:
    """Return where the clause begins that a cue is inserted in: *Lo negó; ninguno | , dijo, ha pagado*."""
    for at in range(opening - 1, low, -1):
        word = paragraph.words[at]
        if word.finite:
            return low
        if word.norm in {";", ":"} and paragraph.quotation_at(word.start) is None:
            return at + 1
    return low


def _addresses(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether whom a verb tells stands behind it, and who tells before it: *a doctor told the Post*."""
    told = grammar.lemma(verb.norm, verb.lemma) in grammar.words["addressing"]
    before = any(child.i < verb.i for child in paragraph.children(verb, "nsubj"))
    return told and (before or _apposed(paragraph, verb, grammar) is not None)


def _apposed(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands with an apposition between commas before a cue: *…, the mine's director, Ana Gil, said*.

    The parser takes them for appositions to what stands before them.
    """
    words, places = paragraph.words, []
    first = paragraph.sentence_of(verb).first
    for at in range(verb.i - 1, max(first, verb.i - _APPOSED), -1):
        if words[at].norm == ",":
            places.append(at)
        elif words[at].finite or (at == verb.i - 1):
            return None
        if len(places) == 3:
            break
    if len(places) < 3 or places[0] != verb.i - 1:
        return None
    far, near = words[places[2] + 1 : places[1]], words[places[1] + 1 : places[0]]
    if any(word.norm == '"' for word in (*far, *near)):
        return None
    one, other = (any(w.pos == "PROPN" for w in part) for part in (far, near))
    head = next((w for w in (*far, *near) if w.pos == "NOUN" and sources.acts(w, grammar)), None)
    named = (one and all(w.pos == "PROPN" for w in far)) or (other and all(w.pos == "PROPN" for w in near))
    span = tidy(paragraph.text, words[places[2] + 1].start, words[places[0] - 1].end)
    return Mention("noun", (span,), head) if named and head is not None and span is not None else None


def _alone(paragraph: Paragraph, source: Mention | None, grammar: Grammar) -> Mention | None:
    """Return a source without what a comma and a conjunction add to its sentence: *coinciden tres vecinos, y no …*."""
    if source is None or source.kind != "noun":
        return source
    spans = []
    for span in source.spans:
        inside = paragraph.inside(span)
        cuts = (
            word.start
            for word, following in pairwise(inside)
            if word.norm == "," and following.norm in grammar.words["coordinators"]
        )
        cut = tidy(paragraph.text, span.start, next(cuts, span.end))
        spans += [cut] if cut else []
    return replace(source, spans=tuple(spans)) if spans else source


def _behind_comma(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a cue closes the sentence with its subject, which looks like its object: *…, reportó la emisora Voz*."""
    before = paragraph.words[verb.i - 1].norm if verb.i else ""
    return verb.finite and before == "," and _subject_as_object(paragraph, verb, grammar)


def _subject_as_object(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    objects = [c for c in paragraph.children(verb, "obj") if c.i > verb.i]
    behind = verb.i + 1 + phrase_length(paragraph, verb, grammar)
    return (
        len(objects) == 1
        and objects[0].left == behind
        and paragraph.words[behind].pos != "ADP"
        and (
            objects[0].pos == "PROPN"
            or sources.acts(objects[0], grammar)
            or any(c.i < verb.i and c.finite for c in paragraph.children(verb, "ccomp"))
        )
        and not any(True for _ in paragraph.children(verb, "nsubj"))
    )


def _opening(paragraph: Paragraph, verb: Word, low: int, grammar: Grammar) -> int | None:
    """Return the comma or dash that opens a parenthetical cue and its subject: *, dijo*, *, the minister said*."""
    words = paragraph.words
    apposed = _apposed(paragraph, verb, grammar)
    if apposed is not None:
        return paragraph.inside(apposed.spans[0])[0].i - 1
    at = verb.i - 1
    while (
        at > low and words[at].head == verb.i and words[at].dep in {"aux", "advmod", "expl", "expl:pass", "obj", "iobj"}
    ):
        at -= 1
    if words[at].norm in {",", "—", "–", '"'} and not _comma_of_subject(paragraph, verb, at):
        return at
    subject = next((c for c in paragraph.children(verb, "nsubj") if c.i < verb.i), None)
    bare = subject is None and words[at].pos in {"NOUN", "PROPN"}  # Bridge is closed, memo shows
    before = subject.left - 1 if subject is not None else at - 1 if bare else low
    if before > low and (words[before].norm in {",", "—", "–"} or _closes(words[before - 1], words[before])):
        return before
    return None


def _closes(comma: Word, mark: Word) -> bool:
    """Whether two words close a quotation before a cue: *The road "is open**,"** she said*."""
    return comma.norm == "," and mark.norm == '"'


def _comma_of_subject(paragraph: Paragraph, verb: Word, comma: int) -> bool:
    """Whether the comma before the verb only closes an apposition to its subject."""
    subjects = list(paragraph.children(verb, "nsubj"))
    return all(c.i < verb.i for c in subjects) and any(c.i < comma <= c.right + 1 for c in subjects)
