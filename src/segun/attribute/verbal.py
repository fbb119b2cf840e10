"""Attributions by a verb: its complement, or the sentence that it is inserted into."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, doing, led, nominal, sources
from segun.attribute.complements import complement
from segun.attribute.conjunctions import of_outer
from segun.attribute.cues import cue_span, how, is_quoted, pronominal
from segun.attribute.doing import CLAUSES
from segun.attribute.draft import NOBODY, Complement, Draft, Mention, tidy
from segun.attribute.endings import ending
from segun.attribute.extent import limits
from segun.attribute.going_on import tells_more
from segun.attribute.inserted import (
    addresses,
    alone,
    apposed,
    between_dashes,
    by_outlet,
    closes_sentence,
    parenthetical,
    unparted,
)
from segun.attribute.runs import matching, phrase_frames, phrase_length
from segun.attribute.unsaid import allowed, left_open, left_unsaid, only_supposed, remarked
from segun.attribute.whence import whence
from segun.lang.lexicon import Frame, Grammar
from segun.model import Span

_PHRASES = frozenset({"noun phrase", "small clause", "oblique"})
"""Rules whose contents may be phrases."""
_NEAR_PRONOUN = 2
"""Words between a verb and a pronoun of its own before it."""
_CONNECTIVE = 2
"""Words of a connective that begins with a negation at the least: *no obstante*."""
_ASIDE = frozenset({",", "-", "--", "—", "–"})


def from_verb(paragraph: Paragraph, word: Word, grammar: Grammar) -> Draft | None:
    """Return what a verb of saying, thinking, ordering … attributes, or ``None`` where it does not."""
    frames = _frames(paragraph, word, grammar)
    if not frames:
        return None
    anybody = tuple(frame for frame in frames if frame.subjects != "document")
    parsed = _who(paragraph, word, grammar) if len(anybody) < len(frames) else None
    if parsed is not None and parsed.kind == "none" and _joined(paragraph, word, grammar):
        parsed = whence(paragraph, word, grammar) or parsed  # en el informe se puede ver que
    if parsed is not None and not _of_document(paragraph, word, parsed, grammar):
        frames = anybody
    if not frames or frames[0].subjects == "none":
        return None
    found = None if between_dashes(paragraph, word) else complement(paragraph, word, frames, grammar)
    if found is None or (found.rule == "noun phrase" and closes_sentence(paragraph, word, grammar)):
        found = parenthetical(paragraph, word, frames, grammar) or unparted(paragraph, word, frames, grammar)
    if found is None or found.frame.subjects == "none":
        return None
    bare = word.feats.get("VerbForm") == "Inf"
    advised = bare and (_editorial(paragraph, word, grammar) or _advised(paragraph, word, grammar))
    if advised or _to_reader(paragraph, word, grammar):
        return None
    denied = _negated(paragraph, word, grammar)
    open_still = left_open(paragraph, word, found.frame, grammar)
    untold = denied or open_still or left_unsaid(paragraph, word, grammar)
    if found.frame.act == "assert" and found.frame.commitment == "CT" and untold:
        return None
    source = parsed or _who(paragraph, word, grammar)
    if source.head is not None and source.head.norm in grammar.words["negations"]:
        return None
    if found.frame.impersonal and bare and word.dep not in {"advcl", "acl"}:
        return None  # hizo constar que; but: tras saberse que
    source = _without_content(paragraph, _whose(paragraph, word, found, source, grammar), found)
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
        denied,
        open_still,
    )


def _who(paragraph: Paragraph, word: Word, grammar: Grammar) -> Mention:
    """Return whose words they are by the cue's own grammar."""
    return sources.who(paragraph, word, grammar, impersonal=not pronominal(word, grammar))


def _whose(paragraph: Paragraph, word: Word, found: Complement, parsed: Mention, grammar: Grammar) -> Mention:
    """Return whose a content is: the parsed source, unless a phrase, an apposition or an inserted cue tells better."""
    source = parsed
    heads = [paragraph.words[max(word.i - 1, 0)], *([source.head] if source.head is not None else [])]
    everything = any(head.norm in grammar.words["everything"] for head in heads)
    seems = found.frame.commitment == "PR" or parsed.kind != "noun" or word.feats.get("VerbForm") == "Inf"
    if (
        everything or found.frame.subjects == "dative" or (found.frame.impersonal and seems)
    ):  # todo indica que; Gil está bien y parece que vuelve
        source = led.to_whom(paragraph, word, grammar) or NOBODY
    if source.kind in {"none", "dropped"}:
        source = whence(paragraph, word, grammar) or source
    if found.rule != "parenthetical":
        return source
    named = apposed(paragraph, word, grammar)
    if named is not None or addresses(paragraph, word, grammar):
        return named or source
    _, last = limits(paragraph, word)
    end = paragraph.words[word.i + phrase_length(paragraph, word, grammar)]
    behind = alone(paragraph, beside.following(paragraph, end, grammar, last), grammar)
    if behind is not None and (behind.speaks or not sources.is_impersonal(paragraph, word, grammar)):
        source = behind  # not: se han dado mil becas
    inside = any(content.start <= span.start < content.end for span in source.spans for content in found.spans)
    opener = paragraph.words[max(word.i - 2, 0)]
    over = opener.norm in grammar.words["clause-openers"] and any(s.start < opener.start < s.end for s in source.spans)
    return sources.dropped(paragraph, word) if inside or over else source  # La ley, añadió, no basta


def _without_content(paragraph: Paragraph, source: Mention, found: Complement) -> Mention:
    """Return a source without the phrase of which it accuses somebody: *acusado por la fiscalía | de robo*."""
    if found.rule not in {"accusation", "oblique"} or not source.spans:
        return source
    opens = paragraph.words[max(found.start - (found.rule == "oblique"), 0)].start
    span = source.spans[0]
    cut = tidy(paragraph.text, span.start, opens) if span.start < opens < span.end else None
    return replace(source, spans=(cut, *source.spans[1:])) if cut is not None else source


def _of_document(paragraph: Paragraph, cue: Word, source: Mention, grammar: Grammar) -> bool:
    """Whether a document is the source of a cue, or its subject behind it."""
    after = beside.following(paragraph, cue, grammar, cue.right)
    behind = after.head if after is not None else None
    subject = behind if behind is not None and behind.dep.startswith("nsubj") else None
    if source.head is not None and source.head.norm in grammar.words["everything"]:
        return True
    if by_outlet(paragraph, cue, grammar):
        return True
    outlets = grammar.words["nouns.outlets"] if _before_conjunction(paragraph, cue, grammar) else frozenset()
    return any(
        nominal.is_document(head, grammar) or (head is not None and bool({head.norm, head.lemma} & outlets))
        for head in (source.head, subject)
    )


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
            if found.rule not in CLAUSES and of_outer(paragraph, after, cue, grammar):
                end = mark.start
                break
            if paragraph.quotation_at(mark.start) is not None or mark.norm not in _ASIDE:
                continue
            comma = mark.norm == ","
            goes_on = (relative or _by_the_way(paragraph, cue, words)) and comma and after.finite
            opens = after if after.pos != "ADP" else next((w for w in words if w.i > after.i and w.pos != "DET"), after)
            turns = ("reason-conjunctions", "turning") + ("joining",) * (found.frame.commitment != "Uu")
            reason = comma and any(matching(paragraph, after.i, grammar.runs[name]) for name in turns)
            paired = not comma and any(w.norm == mark.norm for w in words[1:-1] if w.i > mark.i)
            ends = opens.norm in asides or reason if comma else mark.start > span.start + 1 and not paired
            aside = phrase and opens.norm not in found.frame.predicate_prepositions and ends
            aside = aside or (found.rule == "infinitive" and _aside(mark, after, opens, words, grammar))
            aside = aside and not (comma and tells_more(opens, words, grammar))
            if (aside and _apart(paragraph, mark)) or goes_on:
                end = mark.start
                break
        kept = tidy(paragraph.text, span.start, _stop(paragraph, cue, found, Span(span.start, end), grammar))
        spans += [kept] if kept else []
    return spans


def _by_the_way(paragraph: Paragraph, cue: Word, content: list[Word]) -> bool:
    """Whether a gerund between commas has a phrase before the main verb: *y, recordando el robo, | afirmó que …*."""
    apart = cue.i > 0 and paragraph.words[cue.i - 1].norm in {",", '"'}
    return apart and cue.feats.get("VerbForm") == "Ger" and not content[0].finite


def _aside(mark: Word, after: Word, opens: Word, words: list[Word], grammar: Grammar) -> bool:
    """Whether a mark parts what is promised or asked for from what the report says of it.

    *Promised to close the mill, | reversing the vote of May*, *…, | which employs forty*, *… — | a first for the town*.
    """
    if mark.norm != ",":
        return mark.i > words[0].i and not any(w.norm == mark.norm for w in words if w.i > mark.i)
    participle = after.feats.get("VerbForm") in {"Part", "Ger"} and after.dep.startswith(("advcl", "acl"))
    listed = words[0].feats.get("VerbForm") in {"Part", "Ger"}  # favors closing the mill, selling the land
    return opens.norm in grammar.words["relatives"] or (participle and not listed)


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


def _editorial(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether the report itself says what is to be said: *cabe señalar que*."""
    before = paragraph.words[word.i - 1] if word.i else word
    forms = {paragraph.head(word).lemma, before.lemma, before.norm}
    return bool(forms & grammar.words["editorial"])


def _to_reader(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether the reader, or who listens, is told to keep something in mind: *Recuerde que cierra a las seis*."""
    if word.norm not in grammar.words["told-reader"]:
        return False
    before = paragraph.words[paragraph.sentence_of(word).first : word.i]
    return all(each.norm in grammar.words["negations"] or each.pos == "PUNCT" for each in before)


def _advised(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a cue is what is to be done: *lo mejor es comprobar que*, *puedes asegurarte de que*."""
    head = paragraph.head(word)
    copula = any(cop.finite for cop in paragraph.children(word, "cop"))
    copula = copula or (head.i == word.i - 1 and head.finite and head.lemma in grammar.words["copulas"])
    bearers = [head, *paragraph.children(word, "aux")]
    addressed = any(bearer.finite and bearer.feats.get("Person") == "2" for bearer in bearers)
    return copula or (addressed and paragraph.quotation_at(word.start) is None)


def _negated(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether it is denied that somebody said so: *no dijo que*, but not *no obstante, dijo que*."""
    denials = (c for c in paragraph.children(word, "advmod") if c.norm in grammar.words["negations"] and c.i < word.i)
    return any(matching(paragraph, c.i, grammar.runs["connectives"]) < _CONNECTIVE for c in denials)


def _frames(paragraph: Paragraph, word: Word, grammar: Grammar) -> tuple[Frame, ...]:
    phrase = phrase_frames(paragraph, word, grammar)
    known = grammar.frames(word.norm, word.lemma)
    if phrase:  # express confidence that; express confidence in
        return (*phrase, *(f for f in known if f.takes & {"noun", "any-noun"}))
    if not known:
        return ()
    bare = grammar.words["noun-conjunction"] and not any(True for _ in paragraph.children(word, "det"))
    headed = (
        word.pos == "ADJ"
        or _mistaken(paragraph, word, grammar)
        or _opens_sentence(paragraph, word)
        or (word.pos == "NOUN" and bare and not _of_verb_before(paragraph, word))
    )
    noun = word.pos == "NOUN" and word.norm == word.lemma and _behind_preposition(paragraph, word)
    if headed and not noun and _before_conjunction(paragraph, word, grammar):
        return tuple(f for f in known if "clause" in f.takes and word.norm in grammar.forms)
    if word.pos == "ADJ":
        listed = word.lemma in grammar.verbs  # an adjective of its own, no participle
        return tuple(
            f
            for f in known
            if (f.with_object and word.norm in grammar.forms) or (listed and f.takes & {"oblique", "infinitive"})
        )
    if word.pos not in {"VERB", "AUX"}:
        return ()
    if word.dep in {"aux", "aux:pass", "cop"} or (word.dep == "amod" and word.i < word.head):
        return ()  # *repeated warnings that …*: the noun has the clause
    own = _reflexive(paragraph, word, grammar)
    if own:
        known = own
    cites = grammar.words["impersonal"] and word.lemma in grammar.words["citing"] and not word.finite
    if known[0].subjects == "none" or cites or _lacks_pronoun(paragraph, word, grammar):
        return ()  # informó, citando a la agencia, que …
    return tuple(f for f in known if not f.particles or any(c.norm in f.particles for c in paragraph.children(word)))


def _behind_preposition(paragraph: Paragraph, noun: Word) -> bool:
    """Whether a preposition stands right before a noun, which then is no verb: *tomando en | cuenta que*."""
    return noun.i > 0 and paragraph.words[noun.i - 1].pos == "ADP"


def _of_verb_before(paragraph: Paragraph, noun: Word) -> bool:
    """Whether a noun belongs to the verb right before it: *no cabe | duda que*."""
    before = paragraph.words[max(noun.i - 1, 0)]
    return before.finite and noun.head == before.i


def _reflexive(paragraph: Paragraph, verb: Word, grammar: Grammar) -> tuple[Frame, ...]:
    """Return the frames of a verb that with a pronoun tells something else: *se negó a firmar*, *se supo que*."""
    bare = grammar.lemma(verb.norm, verb.lemma)
    own = grammar.verbs.get(f"{bare}se", ())
    with_it = verb.norm == f"{bare}se" or sources.is_impersonal(paragraph, verb, grammar)
    if not own or not with_it:
        return ()
    if own[0].impersonal:
        return own if grammar.verbs[bare][0].subjects == "none" else ()
    after = paragraph.words[verb.i + 1 : verb.i + 2]
    does = own[0].subjects == "none" and any(word.norm in grammar.words["infinitive-marks"] for word in after)
    return own if does else ()


def _lacks_pronoun(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb that says something only with a pronoun of its subject's has none: *prestó atención a*."""
    lemma, particle = grammar.lemma(verb.norm, verb.lemma), grammar.words["impersonal"]
    if not verb.finite or not particle or not lemma.endswith(tuple(particle)):
        return False
    near = paragraph.words[max(verb.i - _NEAR_PRONOUN, 0) : verb.i]
    own = any(word.norm in grammar.words["reflexives"] for word in [*near, *paragraph.children(verb)])
    return not own and not verb.norm.endswith(tuple(grammar.words["reflexives"]))


def _mistaken(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a verb's form that is no noun's was taken for a noun: *prosecutors allege that*."""
    if word.pos != "NOUN" or word.norm not in grammar.forms or {word.norm, word.lemma} & grammar.nouns.keys():
        return False
    return all(c.pos == "PROPN" for c in paragraph.children(word, "det", "amod", "compound"))


def _before_conjunction(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether *que* follows a form that the parser took for an adjective: *el protocolo fija que …*."""
    after = paragraph.words[word.i + 1] if word.i + 1 < len(paragraph.words) else None
    joins = after is not None and word.pos == "NOUN" and after.norm in grammar.words["noun-conjunction"]
    if joins and word.i + 2 < len(paragraph.words) and beside.right_before(paragraph, word, grammar) is not None:
        after = paragraph.words[word.i + 2]  # el ministerio alerta de que
    named = word.dep.startswith("flat") and word.text.islower()  # MacGil jura que: taken for more of the name
    opens = after is not None and after.norm in grammar.words["complementizers"]
    return opens and after is not None and (after.dep == "mark" or named or _opens_sentence(paragraph, word))


def _opens_sentence(paragraph: Paragraph, word: Word) -> bool:
    """Whether what the parser took for a name is a sentence's first word: *Recalca que …*."""
    return word.pos == "PROPN" and paragraph.sentence_of(word).first == word.i


def _joined(paragraph: Paragraph, word: Word, grammar: Grammar) -> bool:
    """Whether a conjunction or a question word stands right behind a cue."""
    after = paragraph.words[word.i + 1 : word.i + 2]
    openers = grammar.words["complementizers"] | grammar.words["question-words"]
    return bool(after) and after[0].norm in openers


def _happens(paragraph: Paragraph, word: Word, found: Complement, grammar: Grammar) -> bool:
    """Whether something happens by itself, and nobody says so: *…, las metas se mantienen*, but *se dijo que*."""
    if not sources.is_impersonal(paragraph, word, grammar):
        return False
    own = found.rule == "parenthetical" and any(c.pos != "PRON" for c in paragraph.children(word, "nsubj"))
    return own or word.feats.get("Number") == "Plur"


def _felt(paragraph: Paragraph, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether somebody feels something about a clause: *nos preocupa que*, but not *preocupa que* without whom."""
    joined = paragraph.words[max(found.start - 1, 0)].norm in grammar.words["complementizers"]
    return source.kind != "none" and found.rule == "clause" and joined


def _plausible(paragraph: Paragraph, word: Word, found: Complement, source: Mention, grammar: Grammar) -> bool:
    """Whether an ambiguous cue has what its saying sense asks for."""
    if found.rule == "noun phrase" and word.feats.get("Mood") == "Sub" and source.kind != "noun":
        return False
    happens = found.rule in CLAUSES and source.kind == "none" and _happens(paragraph, word, found, grammar)
    if happens or (found.frame.subjects == "dative" and not _felt(paragraph, found, source, grammar)):
        return False
    if found.rule == "noun phrase" and word.dep == "acl" and word.feats.get("Aspect") == "Prog":
        return False  # the report describing the mill
    if found.rule == "noun phrase" and source.kind == "none" and not sources.is_impersonal(paragraph, word, grammar):
        return False
    if found.rule in _PHRASES and source.kind == "dropped" and not sources.is_finite(paragraph, word):
        return False  # nobody in this sentence: *to reject the plan would be wrong*
    open_to = remarked(paragraph, word, found, grammar) or allowed(paragraph, word, found, grammar)
    if open_to or only_supposed(paragraph, found, grammar) or doing.only_does(paragraph, word, found, source, grammar):
        return False
    marks = (c for c in paragraph.children(word, "mark") if c.norm in grammar.words["whether"])
    unsure = not all(any(True for _ in paragraph.children(c, "fixed")) for c in marks)  # not: si bien se espera que
    thing = any(c.pos == "NOUN" and c.i > word.i for c in paragraph.children(word, "nsubj"))
    if (source.kind == "none" and unsure) or (found.frame.impersonal and thing):
        return False  # si se confirma que; se conoció el rumor de que
    equated = found.start > 1 and paragraph.words[found.start - 2].lemma in grammar.words["copulas"]
    silent = found.rule in CLAUSES and source.kind in {"none", "dropped"} and not equated
    if silent and sources.follows(paragraph, word, grammar):
        return False  # …, lo cual demuestra que; but: lo que pidieron es que
    outside = paragraph.quotation_at(word.start) is None
    return not (source.kind == "speaker" and outside and found.rule == "noun phrase")
