"""Direct speech and its cue: before it, after it, in the middle of it, after a colon."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, nominal, sources, unlisted
from segun.attribute.cues import pronominal
from segun.attribute.draft import Mention, tidy
from segun.attribute.extent import runs_on, says_a_sentence
from segun.attribute.incised import incised
from segun.attribute.remarks import as_words
from segun.attribute.runs import matching, phrase_length
from segun.attribute.speech import PARTING, REACH, Speech, as_saying, in_headline, inverted, is_speech, quoting, signed
from segun.attribute.unmarked import unmarked
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_PERIPHRASIS = 3
"""Words behind a quotation among which the verb stands that a cue without a person depends on."""
_LONG = 4
"""Letters of a word that titles write with a capital."""
_STOPS = frozenset({".", "!", "?", ";", "..."})


def speeches(paragraph: Paragraph, grammar: Grammar) -> list[Speech]:
    """Return the direct speech of a paragraph in order, each under the cue that it hangs on."""
    found: list[Speech] = []
    top = [q for q in paragraph.quotations if q.depth == 0]
    for number, quotation in enumerate(top):
        follows = top[number + 1].outer.start if number + 1 < len(top) else paragraph.span.end
        precedes = top[number - 1].outer.end if number else paragraph.span.start
        if number and paragraph.text[: quotation.outer.start].rstrip().endswith(":"):
            said = (q for q in reversed(top[:number]) if says_a_sentence(paragraph, q))
            precedes = next((q.outer.end for q in said), paragraph.span.start)  # dice que la «marea» sube: «…»
        speech = incised(paragraph, quotation, grammar)
        speech = speech or _linked(paragraph, quotation, precedes, follows, grammar)
        if speech is not None and found and _same_speech(paragraph, found[-1], speech, quotation, grammar):
            found[-1].quotations.append(quotation)
        elif speech is not None:
            found.append(speech)
        elif is_speech(paragraph, quotation):
            if found and _goes_on(paragraph, found[-1], quotation):
                found[-1].quotations.append(quotation)
            elif _stands_alone(paragraph, quotation):
                found.append(Speech([quotation], None, None, None, "lone quotation"))
    return found + [s for q in paragraph.quotations if q.depth == 1 for s in _within(paragraph, q, grammar)]


def _same_speech(paragraph: Paragraph, last: Speech, speech: Speech, quotation: Quotation, grammar: Grammar) -> bool:
    """Whether a quotation is more of the speech before it: one cue, or *"No", reza la nota que publicó X, "y …"*."""
    if speech.cue is not None and last.cue is speech.cue:
        return True
    opening = paragraph.inside(quotation.inner)[:1]
    joined = bool(opening) and opening[0].norm in grammar.words["coordinators"] and not opening[0].text[0].isupper()
    cue, other = last.cue, speech.cue
    if not joined or cue is None or other is None or other.start > quotation.outer.start or not _behind(last):
        return False
    return paragraph.sentence_of(cue).first == paragraph.sentence_of(other).first


def _within(paragraph: Paragraph, quotation: Quotation, grammar: Grammar) -> list[Speech]:
    """Return the speech that somebody quotes in their own: *«El alcalde me dijo: “No vendas”», contó Ana*."""
    outer = paragraph.quotation_at(quotation.outer.start)
    if outer is None or not is_speech(paragraph, quotation):
        return []
    before = _words_before(paragraph, quotation, outer.inner.start)
    if before and before[0].norm == ":":
        speech = _announced(paragraph, quotation, before, grammar, inside=True)
        return [speech] if speech is not None else []
    return []


def _linked(paragraph: Paragraph, quotation: Quotation, low: int, high: int, grammar: Grammar) -> Speech | None:
    before = _words_before(paragraph, quotation, low)
    after = _words_after(paragraph, quotation, high)
    apart = signed(paragraph, quotation) or in_headline(paragraph, quotation, before, after, grammar)
    if apart is not None:
        return apart
    colon = bool(before) and before[0].norm == ":"
    if colon:
        speech = _trailing(paragraph, quotation, after, grammar) if _comma_behind(after) else None
        if speech is not None and speech.cue is not None and speech.cue.finite:
            return replace(speech, source=speech.source or _named_last(paragraph, speech.cue, before, grammar))
        return _announced(paragraph, quotation, before, grammar)
    joined = before[:1] and before[0].norm in grammar.words["coordinators"] and _comma_behind(after)
    if joined and ((before[1:2] and before[1].norm == ",") or is_speech(paragraph, quotation)):
        speech = _trailing(paragraph, quotation, after, grammar)  # "No", dijo, y "no hay pan", añadió
        if speech is not None and speech.cue is not None and speech.cue.i <= after[0].i + 2:
            return speech
    parted = not _part_of_clause(paragraph, quotation, before)
    if parted and (is_speech(paragraph, quotation) or _comma_before_end(paragraph, quotation, after)):
        speech = _trailing(paragraph, quotation, after, grammar)
        if speech is not None:
            return speech
        opens = all(word.pos == "PUNCT" for word in before)
        told = unlisted.speaker(paragraph, quotation, after, grammar) if opens else None
        if told is not None:
            return Speech([quotation], told[0], told[1], None, "quotation, cue")
    led = _leading(paragraph, quotation, before, grammar)
    return led or unmarked(paragraph, quotation, before, after, grammar)


def _part_of_clause(paragraph: Paragraph, quotation: Quotation, before: list[Word]) -> bool:
    """Whether a sentence of the report runs into the quotation: *El objetivo es lograr "…", explicó X*."""
    if not before or before[0].norm in PARTING:
        return False
    opens = paragraph.text[quotation.inner.start].isupper() and is_speech(paragraph, quotation)
    named = opens and not _is_title(paragraph, quotation)
    return not named and any(w.pos != "PUNCT" for w in before[:2])


def _is_title(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation is the title of something within a sentence: *on “Meet the Mayor,” she said that …*."""
    long = [w.text for w in paragraph.inside(quotation.inner) if len(w.text) >= _LONG and w.text.isalpha()]
    sentence = paragraph.sentence_of(next(w for w in paragraph.words if w.start >= quotation.outer.start))
    around = (w for w in paragraph.words[sentence.first : sentence.last + 1] if not quotation.outer.holds(w.span))
    plain = any(len(w.text) >= _LONG and w.text.islower() for w in around)
    return len(long) > 1 and plain and all(text[0].isupper() for text in long)


def _named_last(paragraph: Paragraph, cue: Word, before: list[Word], grammar: Grammar) -> Mention | None:
    """Return the person named right before a colon, where the cue behind names nobody: *… a Luis Rey: «…», señaló*."""
    name = before[1] if len(before) > 1 else None
    if name is None or name.entity not in nominal.PERSONS or sources.subject(paragraph, cue, grammar) is not None:
        return None
    while paragraph.head(name).entity in nominal.PERSONS or name.dep in {"flat", "appos"}:
        name = paragraph.head(name)
    return nominal.mention(paragraph, name, grammar)


def _comma_before_end(paragraph: Paragraph, quotation: Quotation, after: list[Word]) -> bool:
    inside = paragraph.text[quotation.inner.start : quotation.outer.end - 1].rstrip()
    return inside.endswith(",") or _comma_behind(after)


def _comma_behind(after: list[Word]) -> bool:
    return bool(after) and after[0].norm == ","


def _words_before(paragraph: Paragraph, quotation: Quotation, low: int) -> list[Word]:
    """Return the words before a quotation, nearest first, as far as its sentence and the quotation before reach."""
    near: list[Word] = []
    for word in reversed(paragraph.words):
        if word.start >= quotation.outer.start:
            continue
        if word.start < low or word.norm in _STOPS or len(near) > 3 * REACH:
            break
        near.append(word)
    return near


def _words_after(paragraph: Paragraph, quotation: Quotation, high: int) -> list[Word]:
    near: list[Word] = []
    stopped = False
    for word in paragraph.words:
        if word.start < quotation.outer.end:
            continue
        if word.start >= high or len(near) > 2 * REACH:
            break
        if word.norm in _STOPS and near and not _in_brackets(near):
            break
        if word.norm in _STOPS:
            stopped = not near
            continue
        near.append(word)
    return near if not stopped or _takes_up(near) else []


def _takes_up(near: list[Word]) -> bool:
    """Whether the sentence behind a quotation may be about it: *«…». Así respondió X*, not *X lo niega*."""
    subject = next((w for w in near if w.dep.startswith("nsubj")), None)
    cue = next((w for w in near if w.finite), None)
    return subject is None or cue is None or subject.i > cue.i


def _in_brackets(words: list[Word]) -> bool:
    """Whether the last of some words stands in brackets that they open: *Ana Gil (Alba N.)*."""
    return sum(word.norm == "(" for word in words) > sum(word.norm == ")" for word in words)


def _announced(
    paragraph: Paragraph, quotation: Quotation, before: list[Word], grammar: Grammar, *, inside: bool = False
) -> Speech | None:
    """``X dijo: "…"``; ``X se refirió a Y: "…"``; ``X: "…"``."""
    segment = before[1:]
    colon = before[0].span
    for word in segment[: 2 * REACH]:
        frame = quoting(word, grammar)
        if not inside and frame is not None and _holds_clause(paragraph, word, segment, grammar):
            return _added(paragraph, quotation, word, before[0], grammar)
        if frame is not None and word.pos in {"VERB", "AUX"} and (inside or paragraph.quotation_at(word.start) is None):
            if sources.is_passive(paragraph, word, grammar):
                return _of_passive(paragraph, quotation, word, frame, before, grammar)
            return Speech([quotation], word, None, frame, "colon")
    verbs = [w for w in segment if _predicates(paragraph, w)]
    if verbs:
        main = next((w for w in verbs if w.dep == "root"), verbs[-1])
        if main.pos == "VERB" and sources.is_passive(paragraph, main, grammar):
            return _of_passive(paragraph, quotation, main, None, before, grammar)
        source = sources.subject(paragraph, main, grammar)
        if source is None and main.pos == "ADJ":
            source = sources.dropped(paragraph, main)
        if source is not None and source.kind != "dropped" and source.head is not None:
            return Speech([quotation], main, source, None, "colon after a clause")
        if (source is None or source.kind == "dropped") and is_speech(paragraph, quotation):
            return Speech([quotation], main, source, None, "colon after a clause")
        return None
    return _mistaken(paragraph, quotation, segment, grammar) or _label(paragraph, quotation, segment, colon)


def _of_passive(
    paragraph: Paragraph, quotation: Quotation, verb: Word, frame: Frame | None, before: list[Word], grammar: Grammar
) -> Speech:
    """Speech behind a passive and a colon: *es repetido en las filas: «…»*, *según Gil, el pan fue vendido: «…»*."""
    size = matching(paragraph, before[-1].i, grammar.adjuncts)
    told = beside.behind(paragraph, before[-1].i + size, verb.i, grammar) if size else None
    if told is not None and says_a_sentence(paragraph, quotation):
        return Speech([quotation], None, told, None, "colon after a clause", before[0].span)
    return Speech([quotation], verb, _of_group(paragraph, verb, grammar), frame, "colon after a clause")


def _label(paragraph: Paragraph, quotation: Quotation, segment: list[Word], colon: Span) -> Speech | None:
    """A sentence that is a speaker, a colon and a quotation: ``X: "…"``."""
    more = paragraph.text[quotation.outer.end : paragraph.span.end].lstrip()[:1].isalnum()
    whole = not (paragraph.headline and more)  # not: Union: “No deal” is “on the table”
    if is_speech(paragraph, quotation) and any(word.finite and word.text.islower() for word in segment):
        return Speech([quotation], None, None, None, "colon after a clause", colon)  # el invento es un sombrero: "…"
    if not whole or not 0 < len(segment) <= REACH or segment[-1].i != paragraph.sentence_of(segment[-1]).first:
        return None
    span = tidy(paragraph.text, segment[-1].start, segment[0].end)
    if span is None:
        return None
    return Speech([quotation], None, Mention("noun", (span,), segment[-1]), None, "name and colon", colon)


def _mistaken(paragraph: Paragraph, quotation: Quotation, segment: list[Word], grammar: Grammar) -> Speech | None:
    """A cue right before a colon that was taken for a name or a noun: *Prosiguió: «…»*, *El Faro sentencia: «…»*."""
    cue = segment[0] if segment else None
    frame = quoting(cue, grammar) if cue is not None else None
    if cue is None or frame is None or cue.norm not in grammar.forms:
        return None
    if len(segment) > 1:
        source = beside.right_before(paragraph, cue, grammar)
        return Speech([quotation], cue, source, frame, "colon") if source is not None else None
    form = cue.pos == "PROPN" or cue.text.lower() != cue.norm
    alone = form and cue.norm not in {*grammar.nouns, *grammar.words["labels"], *grammar.words["questions"]}
    return Speech([quotation], cue, None, frame, "colon") if alone and grammar.words["clitics"] else None


def _added(paragraph: Paragraph, quotation: Quotation, cue: Word, colon: Word, grammar: Grammar) -> Speech | None:
    """A sentence quoted behind a cue's clause: *cree que faltan datos: "Nadie los pesó"*."""
    if not says_a_sentence(paragraph, quotation) or paragraph.quotation_at(cue.start) is not None:
        return None
    source = sources.who(paragraph, cue, grammar, impersonal=not pronominal(cue, grammar))
    return Speech([quotation], None, source, None, "colon after a clause", colon.span)


def _holds_clause(paragraph: Paragraph, cue: Word, segment: list[Word], grammar: Grammar) -> bool:
    """Whether a colon goes on with a cue's clause: *said she has what it takes: “Patience, and a lot of it.”*."""
    opens = cue.i + 1 + phrase_length(paragraph, cue, grammar)
    if paragraph.words[opens].norm in grammar.words["complementizers"] and sources.is_finite(paragraph, cue):
        return True
    near = {word.i for word in segment}
    clauses = (c for c in paragraph.children(cue, "ccomp") if c.i > cue.i and c.i in near)
    return any(sources.is_finite(paragraph, c) for c in clauses) and bool(grammar.frames(cue.norm, cue.lemma))


def _predicates(paragraph: Paragraph, word: Word) -> bool:
    """Whether a word is a finite verb, or what a copula says of somebody: *La ministra fue tajante: …*."""
    if word.pos == "VERB":
        return sources.is_finite(paragraph, word)
    return word.pos == "ADJ" and any(cop.finite for cop in paragraph.children(word, "cop"))


def _of_group(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention:
    """Whose words a passive brings: its agent, or the group among which it is said (*es repetido en las filas*)."""
    found = sources.agent(paragraph, verb, grammar)
    if found.kind != "none":
        return found
    for child in paragraph.children(verb, "obl"):
        if child.lemma in grammar.words["nouns.groups"] or child.norm in grammar.words["nouns.groups"]:
            return nominal.mention(paragraph, child, grammar)
    return found


def _trailing(paragraph: Paragraph, quotation: Quotation, after: list[Word], grammar: Grammar) -> Speech | None:
    """``"…", dijo X``; ``"…", X dijo``."""
    segment = after[: REACH + 1]
    while segment and segment[0].norm in PARTING:
        segment = segment[1:]
    segment = [] if _leads_away(segment, grammar) else _without_brackets(segment)
    told = as_words(paragraph, quotation, segment, grammar)
    if told is not None:
        return told
    for number, word in enumerate(segment[:REACH]):
        leads = number < _PERIPHRASIS and _leads_on(segment, number, grammar)
        opens = word.norm in grammar.words["complementizers"] | grammar.words["relatives"] and number < 3
        if opens and not (number and _leads_on(segment, number - 1, grammar)):
            return None
        verb = word.pos in {"VERB", "AUX"}
        named = word.dep == "compound" and (word.text[:1].isupper() or word.norm == word.lemma)  # Radio Mar quoted
        frame = None if leads or named else quoting(word, grammar)
        if number == 0 and word.feats.get("VerbForm") == "Part" and word.text[:1].isupper():
            return None  # «…». Preguntado por el precio, sonrió
        if frame is not None and (verb or number == 0) and not _is_aux_only(word):
            if any(w.norm in grammar.words["complementizers"] for w in segment[number + 1 : number + 2]):
                return None  # the ad, “Enough”, says that
            return Speech([quotation], word, inverted(paragraph, word, segment, grammar), frame, "quotation, cue")
        if number == 0 and word.norm in grammar.adjunct_heads:
            return None
        if verb and word.finite and word.dep not in {"aux", "aux:pass", "cop"} and not leads:
            cited = as_saying(word, segment[number + 1 :], grammar)
            frame = quoting(cited, grammar) if cited is not None else None
            return Speech([quotation], cited, None, frame, "quotation, cue") if frame is not None else None
        if word.norm in {":", "(", ")"} or (
            word.norm == "," and number > 0 and segment[0].pos not in {"PROPN", "DET", "NOUN"}
        ):
            return None
    return None


def _leads_away(segment: list[Word], grammar: Grammar) -> bool:
    """Whether words behind a quotation tell something else: *«…», y pidió calma*, *«…», sin decir por qué*."""
    joined = any(w.norm in grammar.words["coordinators"] for w in segment[:1]) and any(w.finite for w in segment[1:2])
    return joined or any(w.norm in grammar.words["without"] for w in segment[:1])


def _leads_on(segment: list[Word], number: int, grammar: Grammar) -> bool:
    """Whether a cue without a person follows the verb that has one: *llegó a decir*, *tuvo que reconocer*."""
    marks = grammar.words["infinitive-marks"] | grammar.words["complementizers"]
    following = segment[number + 1 : number + 3]
    if following and following[0].norm in marks:
        following = following[1:]
    cue = following[0] if following and segment[number].finite else None
    return cue is not None and cue.feats.get("VerbForm") in {"Inf", "Ger"} and quoting(cue, grammar) is not None


def _without_brackets(segment: list[Word]) -> list[Word]:
    """Return words without what stands in brackets behind the first of them: *Ana Gil (Alba Nueva) dijo*."""
    opens = next((at for at, word in enumerate(segment) if word.norm == "(" and at), None)
    closes = next((at for at, word in enumerate(segment) if word.norm == ")"), None)
    return segment[:opens] + segment[closes + 1 :] if opens and closes and opens < closes else segment


def _is_aux_only(word: Word) -> bool:
    return word.dep in {"aux", "aux:pass", "cop"}


def _leading(paragraph: Paragraph, quotation: Quotation, before: list[Word], grammar: Grammar) -> Speech | None:
    """``X dijo "…"``; ``X says, "…"``; the clause after *que* is the business of complements."""
    if not before or before[0].norm in grammar.words["complementizers"] | grammar.words["whether"]:
        return None
    comma = before[0].norm == ","
    segment = before[1:] if comma else before
    if comma and not is_speech(paragraph, quotation):
        return None
    for word in segment[:6]:
        frame = quoting(word, grammar, weak=False)
        if frame is not None and word.pos in {"VERB", "AUX"} and not _is_aux_only(word):
            near = word.i == segment[0].i or _of_whom(word, segment, frame, grammar)
            wording = not comma and _of_sentence(paragraph, quotation, word, grammar)
            if not is_speech(paragraph, quotation) and (wording or not near):
                return None
            between = segment[: segment.index(word)]
            if any(w.norm in grammar.words["complementizers"] for w in between):
                return None
            lower = not paragraph.text[quotation.inner.start].isupper()
            subject = lower and any(w.dep.startswith("nsubj") and w.i > word.i for w in between)
            begins = word.i == segment[0].i and runs_on(paragraph, word, quotation)
            if not comma and (subject or begins or _called(word, between, grammar)):
                return None
            return Speech([quotation], word, None, frame, "cue, quotation")
        if (word.pos in {"VERB", "AUX"} and word.finite) or word.pos == "SCONJ":
            return None
        if not comma and word.pos not in {"ADV", "PRON", "PROPN", "NOUN", "DET", "ADP", "PUNCT"}:
            return None
    return None


def _called(cue: Word, between: list[Word], grammar: Grammar) -> bool:
    """Whether a quotation is what a cue calls the object before it: *called the plan “a gift to the rich”*."""
    calls = any("small" in frame.takes and frame.bare_predicate for frame in grammar.frames(cue.norm, cue.lemma))
    named = bool(between) and between[-1].pos in {"PROPN", "NOUN", "PRON", "DET"}
    return calls and named and all(w.pos not in {"ADP", "PUNCT"} for w in between)


def _of_whom(cue: Word, before: list[Word], frame: Frame, grammar: Grammar) -> bool:
    """Whether only whom a cue asks stands between it and a quotation: *pidió a los alcaldes «calma»*."""
    between = before[: before.index(cue)][::-1]
    return frame.act in {"request", "order"} and bool(between) and between[0].norm in grammar.words["personal-object"]


def _of_sentence(paragraph: Paragraph, quotation: Quotation, cue: Word, grammar: Grammar) -> bool:
    """Whether a few quoted words are a part of the cue's sentence: *respondió «con calma»*, *ve «raro» un error*."""
    inside = paragraph.inside(quotation.inner)
    after = next((w for w in paragraph.words if w.start >= quotation.outer.end), None)
    calls = any("small" in frame.takes and frame.bare_predicate for frame in grammar.frames(cue.norm, cue.lemma))
    return bool(inside) and (inside[0].pos == "ADP" or (calls and after is not None and after.pos == "DET"))


def _goes_on(paragraph: Paragraph, last: Speech, quotation: Quotation) -> bool:
    """Whether a quotation goes on after the attributing clause of the one before: ``"…", dijo X. "…"``."""
    start = last.quotations[-1].outer.end
    if last.cue is not None:
        end = paragraph.words[paragraph.sentence_of(last.cue).last].end
        if _behind(last) and quotation.outer.start < end:
            return _resumes(paragraph, last, quotation, last.cue)  # not: "…", dijo X después de que Y afirmara que "…"
        start = max(start, end) if _behind(last) else start
    after = paragraph.text[quotation.outer.end : paragraph.span.end].lstrip()[:1]
    if last.cue is not None and after.islower():
        return False  # it runs into a sentence of its own
    between = [w for w in paragraph.words if start <= w.start and w.end <= quotation.outer.start and w.pos != "PUNCT"]
    return not between and (last.cue is not None or last.source is not None or last.rule == "lone quotation")


def _resumes(paragraph: Paragraph, last: Speech, quotation: Quotation, cue: Word) -> bool:
    """Whether a broken sentence goes on behind who speaks and what is told of them: *"No", dijo X, que …, "pero sí"*.

    Between two commas nothing but the source stands, with its relative clauses and appositions.
    """
    words, text = paragraph.words, paragraph.text
    opens = next(w for w in words if w.start >= quotation.outer.start)
    broken = text[last.quotations[-1].inner.end - 1] not in ".!?…" and text[quotation.inner.start].islower()
    if not broken or words[opens.i - 1].norm != ",":
        return False
    verbs = (w for w in words[cue.i + 1 : opens.i] if w.finite and not w.dep.startswith("aux") and w.dep != "cop")
    return all(w.dep.startswith("acl") for w in verbs)


def _behind(last: Speech) -> bool:
    """Whether the cue stands behind the last quotation."""
    cue = last.cue
    return cue is not None and cue.start > last.quotations[-1].outer.start


def _stands_alone(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation is a sentence of its own."""
    head = paragraph.text[paragraph.span.start : quotation.outer.start].rstrip()
    tail = paragraph.text[quotation.outer.end : paragraph.span.end].lstrip()
    starts = not head or head[-1] in '.!?…”»":'
    ends = not tail or tail[0] in ".!?…" or paragraph.text[quotation.inner.end - 1] in ".!?…"
    return starts and ends
