"""Whose words they are: the source of a cue by its grammar."""

from __future__ import annotations

from dataclasses import replace

from segun.annotate.words import Paragraph, Word
from segun.attribute import beside, judged, led, nominal, participles
from segun.attribute.antecedents import antecedent, told_on
from segun.attribute.draft import NOBODY, Mention, tidy
from segun.attribute.forms import one_of_many, person, same_person, tense
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
    described = verb.dep in {"acl", "amod"} or (verb.pos == "ADJ" and verb.dep in {"obj", "xcomp"})
    return (past or (not auxes and described)) and participles.only_noun(paragraph, verb) is None


def is_impersonal(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether nobody is said to act: *se informó*, *se dice*, *tras saberse*."""
    particle = grammar.words["impersonal"]
    if not particle:
        return False
    if _by_event(paragraph, verb, grammar) or judged.by_anybody(paragraph, verb):
        return True
    before = paragraph.words[verb.i - 1] if verb.i else None
    quoted = paragraph.quotation_at(verb.start)
    near = [w for w in paragraph.children(verb) if w.norm in particle and w.i < verb.i]
    near = [w for w in near if paragraph.quotation_at(w.start) == quoted]
    if before is not None and before.norm in particle:
        near.append(before)
    return bool(near)


def _by_event(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a clause follows an infinitive that nobody does, and that tells when: *tras saberse que*."""
    words = paragraph.words
    before, after = words[max(verb.i - 1, 0)], words[min(verb.i + 1, len(words) - 1)]
    if verb.feats.get("VerbForm") != "Inf" or after.norm not in grammar.words["complementizers"]:
        return False
    event = any(run[-1] == before.norm for runs in grammar.runs["reason-openers"].values() for run in runs)
    return event and verb.norm.endswith(tuple(grammar.words["impersonal"]))


def agent(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention:
    """Return the agent of a passive, or nobody."""
    near = list(paragraph.children(verb, "obl", "obj", "nmod", "xcomp"))
    near += [c for child in near if child.i > verb.i for c in paragraph.children(child, "nmod", "obl")]
    for child in near:  # acusado de robo por la fiscalía: hung on what it is about
        cases = {c.norm for c in paragraph.children(child, "case")}
        if cases & grammar.words["agents"] and not nominal.is_time(child, grammar):
            named = child.pos == "PROPN" or child.entity or acts(child, grammar)
            if (child.dep == "obl:agent" and auxiliaries(paragraph, verb)) or named:
                return nominal.mention(paragraph, child, grammar)
    return NOBODY


def acts(word: Word, grammar: Grammar) -> bool:
    """Whether a noun is one for somebody, or something, that can say things."""
    known = ("titles", "nouns.persons", "nouns.groups", "nouns.organisations", "nouns.documents")
    forms = {word.norm, word.lemma}
    return nominal.is_agent_noun(word, grammar) or any(forms & grammar.words[name] for name in known)


def subject(paragraph: Paragraph, verb: Word, grammar: Grammar, depth: int = 0) -> Mention | None:
    """Return who the verb's subject is; ``None`` where the verb has none and inherits none.

    Relative pronouns give their antecedent; gerunds, infinitives and coordinated verbs take the subject of the verb
    that they depend on.
    """
    near = sorted(
        paragraph.children(verb, "nsubj"),
        key=lambda child: (
            one_of_many(paragraph, child, verb),
            verb.i - child.right if child.i < verb.i else child.left - verb.i,
            child.i < verb.i,
        ),
    )
    for child in near:  # of two, the parser took the farther one for what it is not: *Vía satélite, Ana dijo*
        if child.norm in grammar.words["relatives"] and child.i < verb.i:
            relative = verb.dep.startswith("acl")
            found = antecedent(paragraph, verb, grammar) if relative else led.free(paragraph, child, grammar)
            if found is not None or relative:
                return found
            continue
        if (child.dep == "nsubj:pass" and not depth) or nominal.is_date(paragraph, child, grammar):
            continue
        if (
            _apart(paragraph, child, verb)
            or participles.no_subject(paragraph, child, grammar)
            or (child.i > verb.i and beside.manner(child, grammar))
        ):
            continue
        if child.pos in beside.NOMINAL or child.entity:
            named = nominal.mention(paragraph, child, grammar)
            relative = any(w.norm in grammar.words["relatives"] and w.i < verb.i for w in near)
            if relative and not named.speaks and verb.dep.startswith("acl"):
                return antecedent(paragraph, verb, grammar)  # el vertido que ennegreció las playas
            somebody = _unmarked(paragraph, verb, grammar) if depth and not named.speaks and child.i < verb.i else None
            return somebody or named  # gran revuelo causó la alcaldesa al decir
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
    behind = beside.behind_semicolon(paragraph, verb, grammar)
    if behind is not None or depth > 4 or verb.head == verb.i or _parted(paragraph, verb):
        return behind
    around = _around(paragraph, verb, grammar) or _told_around(paragraph, verb, grammar)
    head = around or _joined_to(paragraph, verb, grammar)
    if head.pos == "ADV" and not verb.finite and not auxiliaries(paragraph, head):
        head = paragraph.head(head)  # vende datos incluso después de prometer que no lo hará
    if around or (head.pos in {"VERB", "AUX", "ADJ", "NOUN"} and _shares_subject(paragraph, verb, head)):
        found = subject(paragraph, head, grammar, depth + 1)
        mute = found is not None and found.kind == "noun" and not found.speaks
        above = _verb_above(paragraph, head) if mute else None
        higher = subject(paragraph, above, grammar, depth + 1) if above is not None else None
        return higher if higher is not None and higher.speaks else found
    return None


def _around(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return the verb whose subject acts in a relative clause without one: *dio un discurso en el que prometió*."""
    relatives = [w for w in paragraph.children(verb) if w.norm in grammar.words["relatives"] and w.i < verb.i]
    beside_verb = any(_beside_verb(paragraph, relative, grammar) for relative in relatives)
    if not verb.dep.startswith("acl") or not verb.finite or not beside_verb:
        return None
    above = paragraph.head(verb)
    while above.pos not in {"VERB", "AUX"} and above.head != above.i:
        above = paragraph.head(above)
    return above if above.finite and same_person(person(paragraph, verb), person(paragraph, above)) else None


def _told_around(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Word | None:
    """Return the cue around the clause that the parser hung a second cue on: *said she knew, | arguing that*."""
    comma = paragraph.words[verb.i - 1].norm == "," if verb.i else False
    gerund = verb.feats.get("VerbForm") == "Ger"
    if not (gerund or verb.dep == "advcl") or verb.finite or not comma or not grammar.frames(verb.norm, verb.lemma):
        return None
    clause = paragraph.head(verb)
    told = {"ccomp", "xcomp"} if gerund else {"ccomp"}
    while gerund and clause.dep != "root" and not _told(paragraph, clause, verb, told, grammar):
        clause = paragraph.head(clause)  # dijo que echará a los que entren, | señalando que
    return paragraph.head(clause) if _told(paragraph, clause, verb, told, grammar) else None


def _told(paragraph: Paragraph, clause: Word, verb: Word, told: set[str], grammar: Grammar) -> bool:
    """Whether a clause before a verb is what somebody says: not what is asked, nor what a document lays down."""
    cue = paragraph.head(clause)
    said = clause.dep in told and cue.i < clause.i < verb.i and is_finite(paragraph, clause) and cue.finite
    frames = grammar.frames(cue.norm, cue.lemma) if said else ()
    lower = cue.dep.startswith("acl") and nominal.is_document(paragraph.head(cue), grammar)
    return bool(frames) and not lower and all(frame.act != "ask" for frame in frames)


def _apart(paragraph: Paragraph, noun: Word, verb: Word) -> bool:
    """Whether a noun before or behind a verb stands in another's words, or is parted from it by a colon."""
    spoken = _spoken(paragraph, noun)
    between = paragraph.words[noun.i + 1 : verb.i] if verb.finite else []
    return (spoken is not None and spoken is not _spoken(paragraph, verb)) or any(w.norm == ":" for w in between)


def _parted(paragraph: Paragraph, verb: Word) -> bool:
    """Whether a verb was hung on one in another's words: *«El muelle es nuestro», | y añadió que …*."""
    spoken = _spoken(paragraph, paragraph.head(verb))
    return spoken is not None and spoken is not _spoken(paragraph, verb) and verb.start > spoken.outer.start


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
    """Return the verb that another goes on from: that of the clause above or below where only its tense is the other's.

    *Lara anunció que Alba acudirá al tribunal y pidió calma*: the parser joins *pidió* to *acudirá*; and in *Lara ha
    recordado cuando Alba fue al tribunal y pidió calma* to *recordado*. Behind *y que* it is the verb of the clause
    before: *dicen que Lara está harta y que pidió calma*.
    """
    head = told_on(paragraph, verb, grammar) or paragraph.head(verb)
    marks = (w for w in paragraph.children(verb) if w.i < verb.i and w.norm in grammar.words["complementizers"])
    mark = next(marks, None)
    if verb.dep == "conj" and mark is not None and paragraph.words[mark.i - 1].norm in grammar.words["coordinators"]:
        return next((c for c in paragraph.children(head, "ccomp") if head.i < c.i < verb.i), head)
    told = next((c for c in paragraph.children(head, "ccomp") if head.i < c.i < verb.i and c.finite), None)
    if verb.dep == "conj" and told is not None and verb.finite and head.finite:
        past = tense(paragraph, told) == tense(paragraph, verb) == ("Ind", "Past")
        if past and tense(paragraph, head)[1] == "Pres":
            return told  # escribe que Gil pidió dinero y amenazó con irse
    if verb.dep != "conj" or not verb.finite:
        return head
    inner = (c for c in paragraph.children(head, "ccomp", "advcl") if head.i < c.i < verb.i and is_finite(paragraph, c))
    other = paragraph.head(head) if head.dep == "ccomp" else _verb_of_wish(paragraph, head) or next(inner, head)
    if not is_finite(paragraph, other):
        return head
    tenses = [tense(paragraph, each) for each in (verb, head, other)]
    return other if tenses[0] == tenses[2] != tenses[1] else head


def _verb_of_wish(paragraph: Paragraph, verb: Word) -> Word | None:
    """Return the cue of a wish that the parser hung on whom it is told: *ordenó a la junta que pague y le prohibió*."""
    wished = verb.dep.startswith("acl") and tense(paragraph, verb)[0] == "Sub"
    return _verb_above(paragraph, verb) if wished else None


def _shares_subject(paragraph: Paragraph, verb: Word, head: Word) -> bool:
    finite = is_finite(paragraph, verb)
    if verb.dep == "cop":
        return True
    if verb.dep == "conj":
        return not finite or same_person(person(paragraph, verb), person(paragraph, head)) or not head.finite
    if verb.dep in {"xcomp", "advcl", "ccomp", "obl", "acl", "parataxis", "obj"}:
        return not finite
    return False


def _subject_gap(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a relative clause lacks its subject, which its antecedent then is."""
    relatives = [w for w in paragraph.children(verb) if w.norm in grammar.words["relatives"] and w.i < verb.i]
    if not relatives:
        return verb.feats.get("VerbForm") in {"Part", "Ger"} and not is_passive(paragraph, verb, grammar)
    first = relatives[0]
    return not _cased(paragraph, first) and first.norm not in grammar.words["place-relatives"]


def _beside_verb(paragraph: Paragraph, relative: Word, grammar: Grammar) -> bool:
    """Whether a relative pronoun is neither a verb's subject nor its object: *en el que prometió*, *donde dijo*."""
    return relative.norm in grammar.words["place-relatives"] or _cased(paragraph, relative)


def _cased(paragraph: Paragraph, relative: Word) -> bool:
    """Whether a preposition stands before a relative pronoun, whatever the parser hung it on: *a la que*, *en que*."""
    words = paragraph.words
    before = relative.i - 1
    while before > 0 and words[before].pos == "DET":
        before -= 1
    return before >= 0 and words[before].pos == "ADP"


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
    others = led.others(paragraph, verb, grammar)
    if others is not None:
        return others
    leading = _first_person_above(paragraph, verb) or leader(paragraph, verb)
    form = person(paragraph, leading)
    if (form[0] == "1" and is_finite(paragraph, leading)) or _of_speaker(paragraph, leading, grammar):
        pronoun = next((c for c in paragraph.children(verb, "nsubj") if c.norm in grammar.words["first-person"]), None)
        return Mention("speaker", (pronoun.span,) if pronoun else (), verb, form[1] == "Plur")
    if is_finite(paragraph, verb) and led.of_lower(paragraph, verb, grammar):
        nobody = impersonal and is_impersonal(paragraph, verb, grammar)  # el barco, que se espera que llegue
        return NOBODY if nobody else _of_above(paragraph, verb, grammar)
    found = _before_participle(paragraph, verb, grammar) or led.of_wording(paragraph, verb, grammar)
    found = found or subject(paragraph, verb, grammar)
    if found is None and verb.dep in {"conj", "advcl"} and verb.i > verb.head and is_finite(paragraph, verb):
        found = _of_joined(paragraph, verb, grammar)
    if found is not None and _other_number(paragraph, verb, found):
        found = None
    if impersonal and is_impersonal(paragraph, verb, grammar) and not _personal(verb, found, grammar):
        return NOBODY
    doubtful = found is None or (found.kind == "noun" and not found.speaks)
    unseen = verb.pos in {"ADJ", "NOUN"} and verb.norm in grammar.forms  # el reglamento fija que
    if doubtful and (unseen or is_finite(paragraph, verb)):
        near = beside.right_before(paragraph, verb, grammar) or beside.parted(paragraph, verb, grammar)
        found = near or (found if _own(found, verb) else None)
    if found is None and impersonal and _led_by_nobody(paragraph, verb, leading, grammar):
        return NOBODY
    return found or _unmarked(paragraph, verb, grammar) or dropped(paragraph, verb)


def _led_by_nobody(paragraph: Paragraph, verb: Word, leading: Word, grammar: Grammar) -> bool:
    """Whether nobody is said to do what leads to a cue: *se intentó hacer ver que*, but not *se limitó a decir que*."""
    if is_finite(paragraph, verb):
        return False  # se dijo que habría dicho
    leading = paragraph.head(verb) if verb.dep == "csubj" else leading
    if leading is verb or leading.lemma in grammar.words["of-oneself"] or not is_finite(paragraph, leading):
        return False
    before = paragraph.words[max(leading.i - 1, 0)]
    bare = not any(w.pos == "ADP" for w in paragraph.words[leading.i + 1 : verb.i])
    return bare and verb.i > leading.i and before.norm in grammar.words["impersonal"]


def _first_person_above(paragraph: Paragraph, verb: Word) -> Word | None:
    """Return the verb of the first person by which a cue without a person stands: *llamé a Gil para pedirle que*."""
    above = paragraph.head(verb)
    bare = verb.dep == "advcl" and not is_finite(paragraph, verb) and above.pos == "VERB" and above.i < verb.i
    return above if bare and person(paragraph, above)[0] == "1" and is_finite(paragraph, above) else None


def _of_above(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention:
    """Return who thinks what a relative clause's *que* belongs to: the subject around, or whom the ending means."""
    above = _verb_above(paragraph, verb)
    found = subject(paragraph, above, grammar) if above is not None else None
    return found if found is not None and found.speaks else dropped(paragraph, verb)


def _of_joined(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return who stands before the verb that another is joined to: *la jefa, Ana Gil, se dijo a favor y anunció*."""
    head = paragraph.head(verb)
    if any(True for _ in paragraph.children(head, "nsubj")):
        return None
    if head.pos == "PROPN" and head.dep == "root" and head.entity in {"ORG", *nominal.PERSONS}:
        return nominal.bare_name(paragraph, head, grammar)  # Gil felicita a Mas y le pide paz
    found = beside.right_before(paragraph, head, grammar)
    return found if found is not None and found.plural == (person(paragraph, verb)[1] == "Plur") else None


def _unmarked(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return a person behind a verb without the mark that persons have as objects: *cuenta mi cuñada que …*."""
    if not grammar.words["personal-object"] or not is_finite(paragraph, verb):
        return None
    for noun in paragraph.children(verb, "obj"):
        bare = noun.i > verb.i and noun.left == verb.i + 1 and not any(True for _ in paragraph.children(noun, "case"))
        agrees = noun.feats.get("Number", "Sing") == person(paragraph, verb)[1]
        clause = any(noun.i < c.i for c in paragraph.children(verb, "ccomp")) and not nominal.is_document(noun, grammar)
        somebody = nominal.is_person(noun, grammar) or (clause and acts(noun, grammar))
        if bare and agrees and somebody and paragraph.words[noun.left].pos == "DET":
            return nominal.mention(paragraph, noun, grammar)
    return None


def _other_number(paragraph: Paragraph, verb: Word, found: Mention) -> bool:
    """Whether several things were taken for the subject of a verb of one: *aclarar los rumores y, … , desmintió*."""
    head = found.head if found.kind == "noun" and found.plural else None
    if head is not None and head.left == head.right and head.text[:1].isupper():
        return False  # Rivens hopes: a name that looks like the plural of a noun
    several = head is not None and (head.pos == "NOUN" or _two_names(paragraph, head, verb))
    return several and person(paragraph, verb) == ("3", "Sing") and is_finite(paragraph, verb)


def _two_names(paragraph: Paragraph, head: Word, verb: Word) -> bool:
    """Whether a name and another that is joined to it stand before a verb, and are no parts of one name."""
    joined = [word for word in paragraph.children(head, "conj") if head.i < word.i < verb.i and word.pos == "PROPN"]
    links = [link for word in joined for link in paragraph.children(word, "cc")]
    return head.pos == "PROPN" and any(not link.entity for link in links)


def _before_participle(paragraph: Paragraph, verb: Word, grammar: Grammar) -> Mention | None:
    """Return the subject of a verb behind its subject's participle: *a video watched twice claims*."""
    participle = participles.behind_noun(paragraph, verb, grammar)
    found = subject(paragraph, participle, grammar) if participle is not None else None
    return replace(found, speaks=True) if found is not None else None


def _feels(verb: Word, grammar: Grammar) -> bool:
    """Whether a participle is a cue of its own, and its subject who feels so: *residents were frustrated that*."""
    return verb.feats.get("VerbForm") == "Part" and verb.norm != verb.lemma and verb.norm in grammar.verbs


def follows(paragraph: Paragraph, verb: Word, grammar: Grammar) -> bool:
    """Whether a verb's subject is all that was said before it: *llovió tres días, lo cual demostraría que …*."""
    subjects = [c for c in paragraph.children(verb, "nsubj") if c.norm in grammar.words["relatives"] and c.i < verb.i]
    return (
        bool(subjects)
        and not verb.dep.startswith("acl")
        and all(led.free(paragraph, child, grammar) is None for child in subjects)
    )


def leader(paragraph: Paragraph, verb: Word) -> Word:
    """Return the verb whose subject an infinitive or a gerund has: *quiere | decir*, *lo calmé | diciéndole*."""
    bare = not is_finite(paragraph, verb)
    forms = {("Inf", "ccomp"), ("Ger", "advcl")}  # han querido | aclarar
    governed = verb.dep == "xcomp" or (verb.feats.get("VerbForm"), verb.dep) in forms
    above = paragraph.head(verb)
    return above if bare and governed and above.pos in {"VERB", "AUX"} else verb


def dropped(paragraph: Paragraph, verb: Word) -> Mention:
    """Return the source that a verb's ending alone names."""
    return Mention("dropped", (), verb, person(paragraph, verb)[1] == "Plur")


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


def _personal(verb: Word, found: Mention | None, grammar: Grammar) -> bool:
    """Whether the verb itself has somebody as its subject."""
    head = found.head if found is not None else None
    return (
        head is not None and head.head == verb.i and (head.pos == "PROPN" or bool(head.entity) or acts(head, grammar))
    )
