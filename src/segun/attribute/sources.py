"""Whose words they are: the source of a cue by its grammar."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.antecedents import NOMINAL, antecedent
from segun.attribute.draft import NOBODY, Mention, tidy
from segun.attribute.runs import phrase_length
from segun.lang.lexicon import Grammar
from segun.prepare.quotations import Quotation

_PHRASE = 6
"""Words of a phrase between a cue and its subject at the most."""


def auxiliaries(paragraph: Paragraph, verb: Word) -> list[Word]:
    """Return the auxiliaries of a verb."""
    return list(paragraph.children(verb, "aux", "cop"))


def is_finite(paragraph: Paragraph, verb: Word) -> bool:
    """Whether the verb, or an auxiliary of it, has a person of its own."""
    return verb.finite or any(aux.finite for aux in auxiliaries(paragraph, verb))


def is_passive(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether the verb's subject is not who acts: *fue acusado*, *was told*, *the man accused of*."""
    if verb.feats.get("VerbForm") != "Part":
        return False
    auxes = auxiliaries(paragraph, verb)
    if any(aux.dep == "aux:pass" for aux in auxes):
        return True
    if any(aux.lemma in grammar.words["passive-auxiliaries"] for aux in auxes):
        return True
    if any(aux.lemma in grammar.words["perfect-auxiliaries"] for aux in auxes):
        return False
    past = verb.feats.get("Tense") == "Past" and verb.dep in {"acl", "amod", "advcl"}
    return (past or (not auxes and verb.dep in {"acl", "amod"})) and _only_noun(paragraph, verb) is None


def _only_noun(paragraph: Paragraph, verb: Word) -> Word | None:
    """Return the subject of a sentence's verb that the parser took for its participle: *Kana reported that …*.

    It is the noun that the sentence would consist of if the participle, which has a clause of its own, were none.
    """
    sentence = paragraph.sentence_of(verb)
    clause = any(child.i > verb.i for child in paragraph.children(verb, "ccomp"))
    if verb.dep != "acl" or not clause:
        return None
    before = paragraph.words[sentence.first : verb.i]
    root = next((word for word in before if word.dep == "root" and word.pos in {"NOUN", "PROPN"}), None)
    return None if any(word.finite or word.norm == ":" for word in before) else root


def is_impersonal(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether nobody is said to act: *se informó*, *se dice*."""
    particle = grammar.words["impersonal"]
    if not particle:
        return False
    before = paragraph.words[verb.i - 1] if verb.i else None
    quoted = paragraph.quotation_at(verb.start)
    near = [w for w in paragraph.children(verb) if w.norm in particle and w.i < verb.i]
    near = [w for w in near if paragraph.quotation_at(w.start) == quoted]
    if before is not None and before.norm in particle:
        near.append(before)
    return bool(near)


def agent(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention:
    """Return the agent of a passive, or nobody."""
    for child in paragraph.children(verb, "obl", "obj", "nmod"):
        cases = {c.norm for c in paragraph.children(child, "case")}
        if cases & grammar.words["agents"] and not nominal.is_time(child, grammar):
            named = child.pos == "PROPN" or child.entity or acts(child, grammar)
            if (child.dep == "obl:agent" and auxiliaries(paragraph, verb)) or named:
                return nominal.mention(paragraph, child, grammar)
    return NOBODY


def acts(word: Word, grammar: Grammar) -> bool:
    """Whether a noun is one for somebody, or something, that can say things."""
    return nominal.is_agent_noun(word, grammar) or any(
        form in grammar.words[f"nouns.{name}"]
        for name in ("persons", "groups", "organisations", "documents")
        for form in (word.norm, word.lemma)
    )


def subject(paragraph: Paragraph, verb: Word, grammar: Grammar, depth: int = 0) -> Mention | None:
    """Return who the verb's subject is; ``None`` where the verb has none and inherits none.

    Relative pronouns give their antecedent; gerunds, infinitives and coordinated verbs take the subject of the verb
    that they depend on.
    """
    near = sorted(
        paragraph.children(verb, "nsubj"),
        key=lambda child: (verb.i - child.right if child.i < verb.i else child.left - verb.i, child.i < verb.i),
    )
    for child in near:  # of two, the parser took the farther one for what it is not: *Vía satélite, Ana dijo*
        if child.norm in grammar.words["relatives"] and child.i < verb.i:
            if verb.dep.startswith("acl"):
                return antecedent(paragraph, verb, grammar)
            continue
        if (child.dep == "nsubj:pass" and not depth) or nominal.is_time(child, grammar):
            continue
        if _apart(paragraph, child, verb):
            continue
        if child.pos in NOMINAL or child.entity:
            named = nominal.mention(paragraph, child, grammar)
            relative = any(w.norm in grammar.words["relatives"] and w.i < verb.i for w in near)
            if relative and not named.speaks and verb.dep.startswith("acl"):
                return antecedent(paragraph, verb, grammar)  # el vertido que ennegreció las playas
            return named
    for clause in paragraph.children(verb, "csubj"):
        whoever = nominal.whoever(paragraph, clause.left, clause.right, grammar) if clause.i < verb.i else None
        if whoever is not None:
            return whoever
    only = _only_noun(paragraph, verb)
    span = tidy(paragraph.text, paragraph.words[only.left].start, paragraph.words[verb.i - 1].end) if only else None
    if only is not None and span is not None:
        return replace(nominal.mention(paragraph, only, grammar), spans=(span,))
    if verb.dep.startswith("acl") and _subject_gap(paragraph, verb, grammar):
        return antecedent(paragraph, verb, grammar)
    if depth > 4 or verb.head == verb.i:
        return None
    head = _joined_to(paragraph, verb)
    if head.pos in {"VERB", "AUX", "ADJ", "NOUN"} and _shares_subject(paragraph, verb, head):
        found = subject(paragraph, head, grammar, depth + 1)
        mute = found is not None and found.kind == "noun" and not found.speaks
        above = _verb_above(paragraph, head) if mute else None
        higher = subject(paragraph, above, grammar, depth + 1) if above is not None else None
        return higher if higher is not None and higher.speaks else found
    return None


def _apart(paragraph: Paragraph, noun: Word, verb: Word) -> bool:
    """Whether a noun before or behind a verb stands in another's words, or is parted from it by a colon."""
    spoken = _spoken(paragraph, noun)
    between = paragraph.words[noun.i + 1 : verb.i] if verb.finite else []
    return (spoken is not None and spoken is not _spoken(paragraph, verb)) or any(w.norm == ":" for w in between)


def _spoken(paragraph: Paragraph, word: Word) -> Quotation | None:
    """Return the quotation in which a word stands, if it holds a sentence, and not only a name or a wording."""
    quotation = paragraph.quotation_at(word.start)
    sentence = quotation is not None and any(w.finite for w in paragraph.inside(quotation.inner))
    return quotation if sentence else None


def _verb_above(paragraph: Paragraph, verb: Word) -> Word | None:
    """Return the verb that a clause within its sentence hangs on, over the nouns between them."""
    if not verb.dep.startswith(("acl", "ccomp")):
        return None
    above = paragraph.head(verb)
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = paragraph.head(above)
    return above if above.pos == "VERB" else None


def _joined_to(paragraph: Paragraph, verb: Word) -> Word:
    """Return the verb that another goes on from: that of the clause above or below where only its tense is the other's.

    *Lara anunció que Alba acudirá al tribunal y pidió calma*: the parser joins *pidió* to *acudirá*; and in *Lara ha
    recordado cuando Alba fue al tribunal y pidió calma* to *recordado*.
    """
    head = paragraph.head(verb)
    if verb.dep != "conj" or not verb.finite:
        return head
    inner = (c for c in paragraph.children(head, "ccomp", "advcl") if head.i < c.i < verb.i and is_finite(paragraph, c))
    other = paragraph.head(head) if head.dep == "ccomp" else next(inner, head)
    if not is_finite(paragraph, other):
        return head
    tenses = [_tense(paragraph, each) for each in (verb, head, other)]
    return other if tenses[0] == tenses[2] != tenses[1] else head


def _tense(paragraph: Paragraph, verb: Word) -> tuple[str, str]:
    bearer = next((w for w in (verb, *auxiliaries(paragraph, verb)) if w.finite), verb)
    return bearer.feats.get("Mood", ""), bearer.feats.get("Tense", "")


def _shares_subject(paragraph: Paragraph, verb: Word, head: Word) -> bool:
    finite = is_finite(paragraph, verb)
    if verb.dep == "cop":
        return True
    if verb.dep == "conj":
        return not finite or _same_person(_person(paragraph, verb), _person(paragraph, head)) or not head.finite
    if verb.dep in {"xcomp", "advcl", "ccomp", "obl", "acl", "parataxis", "obj"}:
        return not finite
    return False


def _person(paragraph: Paragraph, verb: Word) -> tuple[str, str]:
    bearer = next((w for w in (verb, *auxiliaries(paragraph, verb)) if w.finite), verb)
    return bearer.feats.get("Person", "3"), bearer.feats.get("Number", "")


def _same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two forms may have one subject; a past tense may show no number."""
    return one[0] == other[0] and (one[1] == other[1] or not one[1] or not other[1])


def _subject_gap(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a relative clause lacks its subject, which its antecedent then is."""
    relatives = [w for w in paragraph.children(verb) if w.norm in grammar.words["relatives"] and w.i < verb.i]
    if not relatives:
        return verb.feats.get("VerbForm") in {"Part", "Ger"} and not is_passive(paragraph, verb, grammar)
    first = relatives[0]
    return (
        not any(True for _ in paragraph.children(first, "case")) and first.norm not in grammar.words["place-relatives"]
    )


def following(paragraph: Paragraph, verb: Word, grammar: Grammar, until: int) -> Mention | None:
    """Return the noun phrase that stands right after a cue (*dijo Pérez*), whatever relation the parser gave it."""
    at = verb.i + 1 + phrase_length(paragraph, verb, grammar)
    words = paragraph.words
    skipped = 0
    while at <= until and skipped < 3 and words[at].pos in {"ADV", "AUX"}:
        at += 1
        skipped += 1
    at = _past_phrase(paragraph, at, until, grammar)
    if at > until or words[at].pos in {"ADP", "SCONJ", "CCONJ", "PUNCT", "VERB"}:
        return None
    head = words[at]
    while head.head != head.i and at <= head.head <= until and words[head.head].pos in NOMINAL:
        head = words[head.head]
    if head.pos not in NOMINAL or nominal.is_time(head, grammar):
        return None
    return nominal.mention(paragraph, head, grammar)


def behind(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> Mention | None:
    """Return the noun phrase that begins with a word, up to a mark or a verb; ``None`` where none that speaks does."""
    words = paragraph.words
    end = at
    while end <= until and not (
        words[end].norm in {",", ";", ":", ".", '"', ")"} or words[end].pos in {"VERB", "AUX", "SCONJ"}
    ):
        end += 1
    inside = words[at:end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    head = next((w for w in nouns if not at <= w.head < end), nouns[0] if nouns else None)
    span = tidy(paragraph.text, inside[0].start, inside[-1].end) if inside else None
    if head is None or span is None or not nominal.speaks(head, grammar):
        return None
    return replace(nominal.mention(paragraph, head, grammar), kind="noun", spans=(span,))


def _past_phrase(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject begins behind a phrase: *dijo a Litoral | la vocera*, *dijo en una carta | Ana Gil*."""
    words = paragraph.words
    marks = grammar.words["personal-object"]
    if at > until or words[at].pos != "ADP":
        return at
    if words[at].norm not in marks:
        inside = (w for w in words[at + 2 : min(at + _PHRASE, until + 1)] if w.entity in nominal.PERSONS)
        name = next(inside, None)
        own = name is not None and words[name.i - 1].pos in {"NOUN", "ADJ"} and not words[name.i - 1].entity
        return name.i if name is not None and own else at
    for k in range(at + 2, until + 1):
        if words[k].norm in {",", "."} or words[k].pos in {"SCONJ", "VERB"}:
            break
        if words[k].norm in grammar.words["determiners"] and words[k - 1].pos in {"NOUN", "PROPN", "PRON"}:
            return k
    return at


def who(paragraph: Paragraph, verb: Word, grammar: Grammar, *, impersonal: bool) -> Mention:
    """Return the source of a verb of saying.

    Args:
        paragraph: where the verb stands.
        verb: the cue.
        grammar: the language.
        impersonal: whether *se* before the verb means that nobody is named; false for verbs that carry it always.
    """
    if _feels(verb, grammar):
        return subject(paragraph, verb, grammar, 1) or dropped(paragraph, verb)
    if is_passive(paragraph, verb, grammar):
        return agent(paragraph, verb, grammar)
    person = _person(paragraph, verb)
    if (person[0] == "1" and is_finite(paragraph, verb)) or _of_speaker(paragraph, verb, grammar):
        pronoun = next((c for c in paragraph.children(verb, "nsubj") if c.norm in grammar.words["first-person"]), None)
        return Mention("speaker", (pronoun.span,) if pronoun else (), verb, person[1] == "Plur")
    found = subject(paragraph, verb, grammar)
    if found is not None and _other_number(paragraph, verb, found):
        found = None
    if impersonal and is_impersonal(paragraph, verb, grammar) and not _personal(verb, found, grammar):
        return NOBODY
    doubtful = found is None or (found.kind == "noun" and not found.speaks)
    if doubtful and is_finite(paragraph, verb):
        found = right_before(paragraph, verb, grammar) or (found if _own(found, verb) else None)
    return found or dropped(paragraph, verb)


def _other_number(paragraph: Paragraph, verb: Word, found: Mention) -> bool:
    """Whether several things were taken for the subject of a verb of one: *aclarar los rumores y, … , desmintió*."""
    several = found.kind == "noun" and found.plural and found.head is not None and found.head.pos == "NOUN"
    return several and _person(paragraph, verb) == ("3", "Sing") and is_finite(paragraph, verb)


def _feels(verb: Word, grammar: Grammar) -> bool:
    """Whether a participle is a cue of its own, and its subject who feels so: *residents were frustrated that*."""
    return verb.feats.get("VerbForm") == "Part" and verb.norm != verb.lemma and verb.norm in grammar.verbs


def dropped(paragraph: Paragraph, verb: Word) -> Mention:
    """Return the source that a verb's ending alone names."""
    return Mention("dropped", (), verb, _person(paragraph, verb)[1] == "Plur")


def _own(found: Mention | None, verb: Word) -> bool:
    """Whether a subject is the verb's own, and not that of another verb or noun."""
    predicate = verb.head if verb.dep == "cop" else verb.i
    of_clause = verb.dep.startswith("acl") and found is not None and len(found.spans) > 1
    return of_clause or (found is not None and found.head is not None and found.head.head == predicate)


def _of_speaker(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb within a quotation has a form of the first person that the parser missed: *«Creo que …»*."""
    return (
        verb.norm in grammar.words["first-person-forms"]
        and verb.norm == verb.text.lower()
        and paragraph.quotation_at(verb.start) is not None
    )


def right_before(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands right before a verb, perhaps with an apposition, where the parser made them no subject."""
    words = paragraph.words
    low = paragraph.sentence_of(verb).first
    at = verb.i - 1
    while at >= low and (words[at].pos in {"AUX", "ADV", "PART"} or words[at].norm in grammar.words["clitics"]):
        at -= 1
    last = at
    if at - 2 > low and words[at].norm == ")" and words[at - 2].norm == "(":
        at -= 3  # la Agencia Popular (AP) informó
    first = _beginning(paragraph, at, low, grammar)
    if at >= low and words[at].norm == ",":
        comma = next((k for k in range(at - 1, low, -1) if words[k].norm == "," or words[k].finite), low)
        if words[comma].norm != "," or words[comma - 1].pos == "CCONJ":
            return None
        last, first = at - 1, _beginning(paragraph, comma - 1, low, grammar)
        at = comma - 1
    if first <= at and paragraph.quotation_at(words[at].start) != paragraph.quotation_at(verb.start):
        return None
    if first > at or words[first].pos not in NOMINAL or words[first].norm in grammar.words["relatives"]:
        return None
    inside = words[first : at + 1]
    head = next((w for w in inside if w.pos in {"NOUN", "PROPN"} and not first <= w.head <= at), None)
    head = head or next((w for w in inside if w.pos in {"NOUN", "PROPN"}), None)
    if head is None or nominal.is_time(head, grammar) or not nominal.speaks(head, grammar):
        return None
    span = tidy(paragraph.text, words[first].start, words[last].end)
    if span is None:
        return None
    mention = nominal.mention(paragraph, head, grammar)
    return replace(mention, kind="noun", spans=(span,), gender=nominal.gender_of(head, inside, grammar))


def _beginning(paragraph: Paragraph, at: int, low: int, grammar: Grammar) -> int:
    """Return where the phrase that ends with a word begins: behind the mark, the conjunction or the verb before it."""
    words = paragraph.words
    stops = grammar.words["coordinators"] | grammar.words["complementizers"] | grammar.words["relatives"]
    first = at
    while first >= low and not (
        (first < at and words[first + 1].pos == "DET" and words[first + 1].text[:1].isupper())
        or words[first].pos in {"PUNCT", "SCONJ", "VERB", "AUX"}
        or (words[first].norm in stops and first < at)
    ):
        first -= 1
    return first + 1


def _personal(verb: Word, found: Mention | None, grammar: Grammar) -> bool:
    """Whether the verb itself has somebody as its subject."""
    head = found.head if found is not None else None
    return (
        head is not None and head.head == verb.i and (head.pos == "PROPN" or bool(head.entity) or acts(head, grammar))
    )
