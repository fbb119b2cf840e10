"""All attributions that one paragraph holds, each by itself; chains and accounts come later."""

from __future__ import annotations

from collections.abc import Iterator

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, quoted, sources, turns
from segun.attribute.adjuncts import Adjunct, adjuncts
from segun.attribute.citing import cite
from segun.attribute.complements import Complement, complement
from segun.attribute.draft import NOBODY, Draft, Mention, covered, tidy
from segun.attribute.extent import clause_end, limits
from segun.attribute.runs import matching
from segun.lang.lexicon import Frame, Grammar, indexed
from segun.model import How, Span


def find(paragraph: Paragraph, grammar: Grammar) -> list[Draft]:
    """Return the attributions of a paragraph in the order of their cues."""
    turn = turns.reversed_label(paragraph) or turns.labelled(paragraph)
    spoken = list(_dialogue(paragraph, grammar))
    speech = [] if spoken else quoted.speeches(paragraph, grammar)
    used = {s.cue.i for s in speech if s.cue is not None} | {d.head.i for d in spoken if d.head is not None}
    drafts = [_from_speech(paragraph, s, grammar) for s in speech]
    found = adjuncts(paragraph, grammar)
    within = {at for a in found for at in range(a.first, a.last + 1)}
    drafts += [_from_adjunct(paragraph, a, grammar) for a in found]
    for word in paragraph.words:
        if word.i in used or word.i in within:
            continue
        draft = _from_verb(paragraph, word, grammar) or _from_noun(paragraph, word, grammar)
        if draft is not None:
            drafts.append(draft)
    drafts += spoken
    if turn is None and turns.is_reposted(paragraph):
        drafts += _reposted(paragraph, [d for d in drafts if d is not None])
    if turn is not None:
        drafts = _with_turn(paragraph, turn, [d for d in drafts if d is not None], grammar)
    kept = [d for d in drafts if d is not None and d.content]
    cite(paragraph, kept, grammar)
    for draft in kept:
        draft.head = None if draft.head is not None and not draft.holds(draft.head.start) else draft.head
    return sorted(kept, key=lambda d: (d.at, -d.end))


def _from_speech(paragraph: Paragraph, speech: quoted.Speech, grammar: Grammar) -> Draft:
    content = list(quoted.contents(speech, paragraph.text))
    if speech.cue is None:
        cue = (speech.cue_span,) if speech.cue_span else ()
        source = speech.source or Mention("dropped")
        how: How = "said" if cue else "continued"
        at = cue[0].start if cue else speech.quotations[0].outer.start
        return Draft(paragraph.index, at, cue, source, content, how, None, speech.rule, quoted=True)
    source = speech.source or sources.who(
        paragraph, speech.cue, grammar, impersonal=not _pronominal(speech.cue, grammar)
    )
    return Draft(
        paragraph.index,
        speech.cue.start,
        (_cue_span(paragraph, speech.cue, grammar),),
        source,
        content,
        _how(source, grammar),
        speech.frame,
        speech.rule,
        quoted=True,
    )


def _from_adjunct(paragraph: Paragraph, adjunct: Adjunct, grammar: Grammar) -> Draft:
    at = paragraph.words[adjunct.first].start
    quoted_only = _is_quoted(paragraph, adjunct.content)
    law = adjunct.rule == "law"
    return Draft(
        paragraph.index,
        at,
        adjunct.cue,
        adjunct.source,
        adjunct.content,
        "document" if law else "adjunct",
        grammar.stipulation if law else None,
        adjunct.rule,
        quoted_only,
        adjunct.head,
        final=adjunct.final,
    )


def _is_quoted(paragraph: Paragraph, content: list[Span]) -> bool:
    return bool(content) and all(
        any(q.inner.start <= span.start and span.end <= q.outer.end for q in paragraph.quotations if q.depth == 0)
        for span in content
    )


def _from_verb(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    frames = _frames(paragraph, word, grammar)
    if not frames:
        return None
    found = complement(paragraph, word, frames, grammar) or _parenthetical(paragraph, word, frames, grammar)
    if found is None:
        return None
    if word.feats.get("VerbForm") == "Inf" and paragraph.head(word).lemma in grammar.words["editorial"]:
        return None
    if found.frame.act == "assert" and found.frame.commitment == "CT" and _negated(paragraph, word, grammar):
        return None
    source = sources.who(paragraph, word, grammar, impersonal=not _pronominal(word, grammar))
    if source.head is not None and source.head.norm in grammar.words["negations"]:
        return None
    if found.frame.impersonal and source.kind != "noun":
        source = NOBODY
    if found.frame.subjects == "document" and not nominal.is_document(source.head, grammar):
        return None
    if found.rule == "parenthetical":
        _, last = limits(paragraph, word)
        parsed = source
        source = sources.following(paragraph, word, grammar, last) or parsed
    if not _plausible(paragraph, word, found, source, grammar):
        return None
    inside = paragraph.quotation_at(word.start)
    frame = found.frame
    if nominal.is_law(source.head, grammar):
        frame = next((f for f in frames if f.act == "stipulate"), frame)
    span = _cue_span(paragraph, word, grammar)
    quoted_only = inside is None and _is_quoted(paragraph, list(found.spans))
    return Draft(
        paragraph.index,
        word.start,
        (span,),
        source,
        list(found.spans),
        _how(source, grammar),
        frame,
        found.rule,
        quoted_only,
        found.head,
        _negated(paragraph, word, grammar),
    )


def _negated(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether it is denied that somebody said so: *no dijo que*."""
    return any(c.norm in grammar.words["negations"] and c.i < word.i for c in paragraph.children(word, "advmod"))


def _pronominal(word: Word, grammar: Grammar) -> bool:
    """Whether the verb carries *se* by itself: *se quejó*, *se preguntó*."""
    lemma = grammar.lemma(word.norm, word.lemma)
    return lemma.endswith("se") or f"{lemma}se" in grammar.verbs


def _frames(paragraph: Paragraph, word: Word, grammar: Grammar) -> tuple[Frame, ...]:
    phrase = _phrase_frames(paragraph, word, grammar)
    if phrase:
        return phrase
    headed = word.pos == "ADJ" or (word.i == 0 and word.pos in {"PROPN", "NOUN"})
    if headed and _before_conjunction(paragraph, word, grammar):
        return tuple(
            f for f in grammar.frames(word.norm, word.lemma) if "clause" in f.takes and word.norm in grammar.forms
        )
    if word.pos == "ADJ":
        return tuple(f for f in grammar.frames(word.norm, word.lemma) if f.with_object and word.norm in grammar.forms)
    if word.pos not in {"VERB", "AUX"}:
        return ()
    frames = grammar.frames(word.norm, word.lemma)
    if not frames or word.dep in {"aux", "aux:pass", "cop"}:
        return ()
    if frames[0].subjects == "none":
        return ()
    return tuple(f for f in frames if not f.particles or any(c.norm in f.particles for c in paragraph.children(word)))


def _before_conjunction(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether *que* follows a form that the parser took for an adjective: *el protocolo fija que …*."""
    after = paragraph.words[word.i + 1] if word.i + 1 < len(paragraph.words) else None
    return after is not None and after.norm in grammar.words["complementizers"] and after.dep == "mark"


def _phrase_frames(paragraph: Paragraph, word: Word, grammar: Grammar) -> tuple[Frame, ...]:
    """Cues of several words: *dio a conocer*, *made clear*."""
    return tuple(
        frame
        for phrase, frame in grammar.phrases.items()
        if word.lemma == phrase[0] and matching(paragraph, word.i + 1, indexed([phrase[1:]]))
    )


def _plausible(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether an ambiguous cue has what its saying sense asks for."""
    if found.rule == "noun phrase" and word.feats.get("Mood") == "Sub" and source.kind != "noun":
        return False
    if found.rule == "noun phrase" and source.kind == "none" and not sources.is_impersonal(paragraph, word, grammar):
        return False
    outside = paragraph.quotation_at(word.start) is None
    return not (source.kind == "speaker" and outside and found.rule == "noun phrase")


def _how(source: Mention, grammar: Grammar) -> How:
    return "document" if nominal.is_document(source.head, grammar) and source.kind == "noun" else "said"


def _cue_span(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Span:
    first = verb.i
    while (
        first > 0
        and paragraph.words[first - 1].head == verb.i
        and (
            paragraph.words[first - 1].dep in {"aux", "aux:pass", "expl:pass", "expl"}
            or paragraph.words[first - 1].norm in grammar.words["impersonal"]
        )
    ):
        first -= 1
    return Span(paragraph.words[first].start, verb.end)


def _parenthetical(paragraph: Paragraph, verb: Word, frames: tuple[Frame, ...], grammar: Grammar) -> Complement | None:
    """``Subirán las pensiones, anunció la ministra``; ``La ley, dijo X, no basta``: the sentence around the cue."""
    lemma = grammar.lemma(verb.norm, verb.lemma)
    fits = (f for f in frames if "clause" in f.takes and f.commitment in {"CT", "PR"} and lemma not in f.weak)
    frame = next(fits, None)
    if frame is None or not sources.is_finite(paragraph, verb) or paragraph.quotation_at(verb.start):
        return None
    words = paragraph.words
    low, high = limits(paragraph, verb)
    opening = _opening(paragraph, verb, low)
    if opening is None or opening - low < 2:
        return None
    if any(
        c.i > verb.i and c.pos != "PRON" for c in paragraph.children(verb, "obj", "ccomp")
    ) and not _subject_as_object(paragraph, verb, grammar):
        return None
    closing = next((k for k in range(verb.i + 1, high + 1) if words[k].norm in {",", ")", "—"}), None)
    source = sources.following(paragraph, verb, grammar, high)
    if source is not None and source.head is not None and closing is not None and closing < source.head.right:
        later = [k for k in range(source.head.right + 1, high + 1) if words[k].norm == ","]
        closing = later[0] if later else None
    before = covered(paragraph, low, opening - 1)
    after = covered(paragraph, closing + 1, high) if closing is not None and closing < high else None
    outside = [*words[low:opening], *(words[closing + 1 : high + 1] if closing is not None else [])]
    main = next((w for w in outside if w.pos in {"VERB", "AUX"} and w.finite), None)
    if before is None or main is None:
        return None
    if after is not None and closing is not None and words[closing + 1].norm in grammar.words["coordinators"]:
        after = None
    spans = tuple(s for s in (before, after) if s)
    return Complement(spans, frame, "parenthetical", main, low)


def _subject_as_object(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    objects = [c for c in paragraph.children(verb, "obj") if c.i > verb.i]
    return (
        len(objects) == 1
        and objects[0].left == verb.i + 1
        and (
            objects[0].pos == "PROPN"
            or objects[0].norm in grammar.words["nouns.persons"] | grammar.words["nouns.organisations"]
        )
        and not any(True for _ in paragraph.children(verb, "nsubj"))
    )


def _opening(paragraph: Paragraph, verb: Word, low: int) -> int | None:
    """Return the comma or dash that opens a parenthetical cue and its subject: *, dijo*, *, the minister said*."""
    words = paragraph.words
    at = verb.i - 1
    while (
        at > low and words[at].head == verb.i and words[at].dep in {"aux", "advmod", "expl", "expl:pass", "obj", "iobj"}
    ):
        at -= 1
    if words[at].norm in {",", "—", "–", '"'} and not _comma_of_subject(paragraph, verb, at):
        return at
    subject = next((c for c in paragraph.children(verb, "nsubj") if c.i < verb.i), None)
    if subject is not None and subject.left > low and words[subject.left - 1].norm in {",", "—", "–"}:
        return subject.left - 1
    return None


def _comma_of_subject(paragraph: Paragraph, verb: Word, comma: int) -> bool:
    """Whether the comma before the verb only closes an apposition to its subject."""
    subjects = list(paragraph.children(verb, "nsubj"))
    return all(c.i < verb.i for c in subjects) and any(c.i < comma <= c.right + 1 for c in subjects)


def _from_noun(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """*el anuncio de X de que …*, *the claim that …*."""
    if word.pos != "NOUN":
        return None
    frame = grammar.nouns.get(word.lemma) or grammar.nouns.get(word.norm)
    if frame is None:
        return None
    _, high = limits(paragraph, word)
    clauses = [*paragraph.children(word, "acl", "ccomp", "nmod", "advcl", "xcomp")]
    for owner in paragraph.children(word, "nmod"):
        clauses += paragraph.children(owner, "acl", "ccomp", "advcl")
    for clause in clauses:
        if clause.i < word.i or clause.i > high:
            continue
        content = _noun_content(paragraph, word, clause, frame, grammar, high)
        if content is None:
            continue
        span, head = content
        source = _of_whom(paragraph, word, span, grammar)
        return Draft(
            paragraph.index,
            word.start,
            (word.span,),
            source,
            [span],
            _how(source, grammar),
            frame,
            "noun",
            False,
            head,
        )
    return None


def _noun_content(
    paragraph: Paragraph, word: Word, clause: Word, frame: Frame, grammar: Grammar, high: int
) -> tuple[Span, Word] | None:
    words = paragraph.words
    marks = [w for w in paragraph.children(clause, "mark", "case") if w.i < clause.i]
    names = {m.norm for m in marks}
    openers = grammar.words["complementizers"]
    infinitive = clause.feats.get("VerbForm") == "Inf"
    if (
        "clause" in frame.takes
        and names & openers
        and not any(
            w.norm in grammar.words["relatives"] and w.dep in {"nsubj", "obj"} for w in paragraph.children(clause)
        )
    ):
        first = max(m.i for m in marks if m.norm in openers) + 1
        before = words[first - 2]
        if grammar.words["noun-conjunction"] and before.norm not in grammar.words["noun-conjunction"]:
            return None
    elif "infinitive" in frame.takes and infinitive and names & grammar.words["noun-infinitive-marks"]:
        first = marks[-1].i + (marks[-1].norm not in grammar.words["infinitive-kept"])
    else:
        return None
    if first > high:
        return None
    span = covered(paragraph, first, clause_end(paragraph, word, clause, first, min(clause.right, high), grammar))
    return (span, clause) if span else None


def _of_whom(paragraph: Paragraph, word: Word, content: Span, grammar: Grammar) -> Mention:
    """Return whose announcement, promise or fear it is; the subject of a verb that carries the noun serves, too."""
    for child in paragraph.children(word, "nmod", "obl"):
        if (
            child.end <= content.start
            and child.pos in {"NOUN", "PROPN", "PRON", "DET"}
            and not nominal.is_time(child, grammar)
        ):
            if child.dep == "nmod:poss" and child.pos in {"PRON", "DET"}:
                return Mention("pronoun", (child.span,), child, child.feats.get("Number") == "Plur")
            return nominal.mention(paragraph, child, grammar)
    if any(
        w.feats.get("Poss") == "Yes" or w.norm in grammar.words["possessives"]
        for w in paragraph.children(word, "det", "nmod")
    ):
        own = next(w for w in paragraph.children(word, "det", "nmod") if w.i < word.i)
        return Mention("pronoun", (own.span,), own)
    verb = paragraph.head(word)
    if word.dep in {"obj", "obl"} and verb.pos == "VERB":
        found = sources.subject(paragraph, verb, grammar)
        return found or NOBODY
    return NOBODY


def _dialogue(paragraph: Paragraph, grammar: Grammar) -> Iterator[Draft]:
    pieces = turns.dialogue(paragraph)
    if not pieces:
        return
    for incise in turns.incises(paragraph):
        for word in paragraph.inside(incise):
            frame = next((f for f in grammar.frames(word.norm, word.lemma) if "quote" in f.takes), None)
            if word.pos in {"VERB", "AUX"} and frame is not None:
                last = max((w.i for w in paragraph.inside(incise)), default=word.i)
                source = sources.following(paragraph, word, grammar, last) or sources.who(
                    paragraph, word, grammar, impersonal=False
                )
                yield Draft(
                    paragraph.index,
                    word.start,
                    (_cue_span(paragraph, word, grammar),),
                    source,
                    pieces,
                    "said",
                    frame,
                    "dialogue",
                    True,
                    word,
                )
                return
    before = paragraph.text[: paragraph.span.start].rstrip()
    if before.endswith(":") and any(w.finite for w in paragraph.words):
        at = paragraph.span.start
        yield Draft(paragraph.index, at, (), Mention("dropped"), pieces, "continued", None, "dialogue", quoted=True)


def _reposted(paragraph: Paragraph, drafts: list[Draft]) -> list[Draft]:
    """A paragraph behind ``>`` that names nobody is the words of whoever was named before it."""
    post = turns.reposted(paragraph)
    if post is None or any(d.quoted for d in drafts):
        return []
    head = next((w for w in paragraph.inside(post.content) if w.dep == "root"), None)
    at = paragraph.span.start
    return [Draft(paragraph.index, at, (), Mention("dropped"), [post.content], "continued", None, "repost", True, head)]


def _with_turn(paragraph: Paragraph, turn: turns.Turn, drafts: list[Draft], grammar: Grammar) -> list[Draft]:
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
    named = all(w.pos == "PROPN" or w.norm in {"(", ")", *grammar.words["name-particles"]} for w in words)
    label = name.of(paragraph.text)
    asks, answers = turns.is_question_label(label, grammar), turns.is_answer_label(label, grammar)
    known = turn.rule == "post" or named or label.isupper() or asks or answers or paragraph.headline
    if not known or (
        not paragraph.headline and turn.rule == "turn" and len(turn.content.of(paragraph.text).split()) < 3
    ):
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
