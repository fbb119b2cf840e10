"""Whose words they are: the source of a cue by its grammar."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal, participles
from segun.attribute.antecedents import NOMINAL, antecedent
from segun.attribute.draft import NOBODY, Mention, tidy
from segun.attribute.runs import phrase_length
from segun.lang.lexicon import Grammar
from segun.prepare.quotations import Quotation


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
    if verb.feats.get("Aspect") == "Prog":
        return False  # a letter saying that
    past = verb.feats.get("Tense") == "Past" and verb.dep in {"acl", "acl:relcl", "amod", "advcl"}
    return (past or (not auxes and verb.dep in {"acl", "amod"})) and participles.only_noun(paragraph, verb) is None


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
        if _spoken(paragraph, child) is not None and _spoken(paragraph, child) is not _spoken(paragraph, verb):
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
    only = participles.only_noun(paragraph, verb)
    span = tidy(paragraph.text, paragraph.words[only.left].start, paragraph.words[verb.i - 1].end) if only else None
    if only is not None and span is not None:
        return replace(nominal.mention(paragraph, only, grammar), spans=(span,))
    if verb.dep.startswith("acl") and _subject_gap(paragraph, verb, grammar):
        return antecedent(paragraph, verb, grammar)
    above = _around(paragraph, verb, grammar) if depth <= 4 else None
    if above is not None:
        return subject(paragraph, above, grammar, depth + 1)
    if depth > 4 or verb.head == verb.i:
        return None
    head = _joined_to(paragraph, verb, grammar)
    if head.pos in {"VERB", "AUX", "ADJ", "NOUN"} and _shares_subject(paragraph, verb, head):
        found = subject(paragraph, head, grammar, depth + 1)
        mute = found is not None and found.kind == "noun" and not found.speaks
        above = _verb_above(paragraph, head) if mute else None
        higher = subject(paragraph, above, grammar, depth + 1) if above is not None else None
        return higher if higher is not None and higher.speaks else found
    return None


def _around(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return the verb whose subject acts in a relative clause without one: *dio un discurso en el que prometió*."""
    relatives = [w for w in paragraph.children(verb) if w.norm in grammar.words["relatives"] and w.i < verb.i]
    cased = any(True for w in relatives for _ in paragraph.children(w, "case"))
    if not verb.dep.startswith("acl") or not verb.finite or not cased:
        return None
    above = paragraph.head(verb)
    if nominal.is_document(above, grammar):
        return None  # una nota en la que celebra la liberación: the note, or its author
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = paragraph.head(above)
    return above if above.finite and _same_person(_person(paragraph, verb), _person(paragraph, above)) else None


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


def _joined_to(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word:
    """Return the verb that another goes on from: that of the report where only its tense is the other's.

    *Lara anunció que Alba acudirá al tribunal y pidió calma*: the parser joins *pidió* to *acudirá*. Behind *y que* it
    is the verb of the clause before: *dicen que Lara está harta y que pidió calma*.
    """
    head = paragraph.head(verb)
    marks = (w for w in paragraph.children(verb) if w.i < verb.i and w.norm in grammar.words["complementizers"])
    mark = next(marks, None)
    if verb.dep == "conj" and mark is not None and paragraph.words[mark.i - 1].norm in grammar.words["coordinators"]:
        return next((c for c in paragraph.children(head, "ccomp") if head.i < c.i < verb.i), head)
    told = next((c for c in paragraph.children(head, "ccomp") if head.i < c.i < verb.i and c.finite), None)
    if verb.dep == "conj" and told is not None and verb.finite and head.finite:
        past = _tense(paragraph, told) == _tense(paragraph, verb) == ("Ind", "Past")
        if past and _tense(paragraph, head)[1] == "Pres":
            return told  # escribe que Gil pidió dinero y amenazó con irse
    cue = paragraph.head(head)
    if verb.dep != "conj" or head.dep != "ccomp" or not (verb.finite and cue.finite):
        return head
    tenses = [_tense(paragraph, each) for each in (verb, head, cue)]
    return cue if tenses[0] == tenses[2] != tenses[1] else head


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
    at = _past_addressee(paragraph, past_time(paragraph, at, until, grammar), until, grammar)
    initials = at <= until and len(words[at].text) > 1 and words[at].text.isupper()  # hizo saber AFNT
    if at > until or (words[at].pos in {"ADP", "SCONJ", "CCONJ", "PUNCT", "VERB"} and not initials):
        return None
    head = words[at]
    while head.head != head.i and at <= head.head <= until and words[head.head].pos in NOMINAL:
        head = words[head.head]
    if initials and head.pos not in NOMINAL:
        return Mention("noun", (head.span,), head)
    if head.pos not in NOMINAL or nominal.is_time(head, grammar):
        return None
    return nominal.mention(paragraph, head, grammar)


def behind(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> Mention | None:
    """Return the noun phrase that begins with a word, up to a mark or a verb; ``None`` where none that speaks does."""
    words = paragraph.words
    end = at
    while end <= until and not (
        words[end].norm in {",", ";", ":", ".", ")"} or words[end].pos in {"VERB", "AUX", "SCONJ"}
    ):
        if words[end].norm == '"' and any(w.pos in {"NOUN", "PROPN"} for w in words[at:end]):
            break  # citing a "source close to the court"
        end += 1
    inside = words[at:end]
    nouns = [w for w in inside if w.pos in {"NOUN", "PROPN"}]
    head = next((w for w in nouns if not at <= w.head < end), nouns[0] if nouns else None)
    span = tidy(paragraph.text, inside[0].start, inside[-1].end) if inside else None
    if head is None or span is None or not nominal.speaks(head, grammar):
        return None
    return replace(nominal.mention(paragraph, head, grammar), kind="noun", spans=(span,))


def past_time(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject may begin behind when it was said: *avanzó de madrugada | su jefa de campaña*."""
    words = paragraph.words
    end = at
    while end < until and words[end].pos in {"ADP", "DET"} and end - at < 2:
        end += 1
    noun = words[min(end, until)]
    return noun.i + 1 if nominal.is_time(noun, grammar) and noun.right == noun.i else at


def _past_addressee(paragraph: Paragraph, at: int, until: int, grammar: Grammar) -> int:
    """Return where the subject begins behind whom a cue addresses: *dijo a Litoral | la vocera Ana Gil*."""
    words = paragraph.words
    marks = grammar.words["personal-object"]
    if at > until or words[at].norm not in marks:
        return at
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
    found = _before_participle(paragraph, verb, grammar) or subject(paragraph, verb, grammar)
    if found is not None and _other_number(paragraph, verb, found):
        found = None
    if impersonal and is_impersonal(paragraph, verb, grammar) and not _personal(verb, found, grammar):
        return NOBODY
    doubtful = found is None or (found.kind == "noun" and not found.speaks)
    unseen = verb.pos in {"ADJ", "NOUN"} and verb.norm in grammar.forms  # el reglamento fija que
    if doubtful and (unseen or is_finite(paragraph, verb)):
        found = right_before(paragraph, verb, grammar) or (found if _own(found, verb) else None)
    return found or dropped(paragraph, verb)


def _other_number(paragraph: Paragraph, verb: Word, found: Mention) -> bool:
    """Whether several things were taken for the subject of a verb of one: *aclarar los rumores y, … , desmintió*."""
    several = found.kind == "noun" and found.plural and found.head is not None and found.head.pos == "NOUN"
    return several and not found.speaks and _person(paragraph, verb) == ("3", "Sing") and is_finite(paragraph, verb)


def _before_participle(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return the subject of a verb behind its subject's participle: *a video watched twice claims*."""
    participle = participles.behind_noun(paragraph, verb, grammar)
    found = subject(paragraph, participle, grammar) if participle is not None else None
    return replace(found, speaks=True) if found is not None else None


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
        if words[comma].norm != ",":
            return None
        aside = words[comma + 1].feats.get("VerbForm") == "Part" or words[comma + 1].norm in grammar.words["passed-on"]
        last, first = comma - 1 if aside else at - 1, _beginning(paragraph, comma - 1, low, grammar)
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
        or words[first].pos in {"SCONJ", "VERB", "AUX"}
        or (words[first].pos == "PUNCT" and words[first].norm != "-")
        or (words[first].norm in stops and first < at and words[first + 1].pos != "ADP")
    ):
        first -= 1
    return first + 1


def _personal(verb: Word, found: Mention | None, grammar: Grammar) -> bool:
    """Whether the verb itself has somebody as its subject."""
    head = found.head if found is not None else None
    return (
        head is not None and head.head == verb.i and (head.pos == "PROPN" or bool(head.entity) or acts(head, grammar))
    )
