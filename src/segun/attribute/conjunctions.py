"""The conjunction that opens a cue's clause: *que, si, that, whether*, or a question word."""

from __future__ import annotations

from collections.abc import Sequence

from segun.annotate.words import Paragraph, Word
from segun.attribute import nominal
from segun.attribute.parted import doubled, lacks_clause, named_as, set_apart
from segun.attribute.runs import matching, phrase_frames, phrase_length
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Grammar, Runs

NEAR = 14
"""Words between a cue and the conjunction of its clause at the most, an inserted phrase included."""
_PARTICLES = frozenset({"prt", "compound:prt"})
_PHRASE = 2
"""Words of a preposition and an article."""
_AGO = 6
"""Words behind that of *ago* before its noun of time at the most."""


def conjunction(paragraph: Paragraph, verb: Word, grammar: Grammar, last: int, near: int = NEAR) -> Word | None:
    """Return the conjunction that opens the verb's clause: *que, si, that, whether*, or a question word."""
    begin = verb.i + 1 + phrase_length(paragraph, verb, grammar)
    named = named_as(paragraph, begin, last, grammar)
    if named is not None:
        return named
    found, doubtful = _search(paragraph, verb, grammar, begin, last, near)
    if doubtful is None or near != NEAR:
        return found
    apart = set_apart(paragraph, doubtful, verb, grammar)
    joined = found is None or paragraph.words[found.i - 1].norm in grammar.words["coordinators"]
    return doubtful if apart or (joined and lacks_clause(paragraph, doubtful, verb, grammar)) else found


def _search(
    paragraph: Paragraph, verb: Word, grammar: Grammar, begin: int, last: int, near: int
) -> tuple[Word | None, Word | None]:
    """Return the conjunction behind a cue, and the first that the parser took for a relative pronoun instead."""
    words = paragraph.words
    openers = grammar.words["complementizers"] | grammar.words["whether"]
    others = [grammar.runs[each] for each in ("conditional-starts", "reason-conjunctions", "joining")]
    depth = 0
    doubtful: Word | None = None
    inserted = _inserted(paragraph, begin, last, grammar)
    for at in range(begin, min(verb.i + 1 + near + len(inserted), last + 1)):
        if at in inserted:
            continue
        word = words[at]
        if word.norm == "(":
            depth += 1
        elif word.norm == ")":
            depth = max(0, depth - 1)
        if depth or word.norm == '"':
            if word.norm == '"':
                return None, doubtful
            continue
        if _of_other_words(paragraph, at, others):
            return None, doubtful
        if word.norm in openers and not _points(paragraph, word) and not _behind_article(words, at, grammar):
            joined = doubtful is not None and words[at - 1].norm in grammar.words["coordinators"]
            if (joined and word.pos == "PRON") or (words[at - 1].finite and at - 1 > verb.i):
                continue  # dio a conocer un informe que estremece y que nadie leyó; datos que prueban que
            after = (bool(inserted) and at == inserted.stop) or (at == begin and word.norm in grammar.words["whether"])
            second = doubtful is not None and words[doubtful.i - 1].norm == words[at - 1].norm == ","
            if after or second or not _relative(paragraph, word, verb, grammar):  # cuenta Ana, que vive allí, que …
                if _second(paragraph, word, verb, grammar) or _of_other(paragraph, word, verb, begin):
                    return None, doubtful
                return _later(paragraph, word, verb, openers, last) or word, doubtful
            doubtful = doubtful or word
        if _asks(paragraph, word, verb, begin, grammar):
            return word, None
        bare = at == begin or (_of_cue(paragraph, word, verb) and words[at - 1].pos != "ADP")
        if word.norm in {".", ";", "?", "!", ":"} or (bare and _infinitive(word, verb, grammar)):
            return None, doubtful
        if (
            word.pos in {"VERB", "AUX"}
            and (not _in_relative(paragraph, word, verb) or word.feats.get("VerbForm") == "Ger")
            and (word.finite or _takes_clause(word, grammar))
        ):
            return None, doubtful
    return None, doubtful


def _behind_article(words: Sequence[Word], at: int, grammar: Grammar) -> bool:
    """Whether a conjunction is a relative pronoun of its article: *una escena en la | que salta*.

    But what stands in a document is said there: *difundió una nota en la que pide ayuda*.
    """
    if at <= _PHRASE or words[at - 1].pos != "DET" or words[at - 2].pos != "ADP":
        return False
    noun = next((words[k] for k in range(at - _PHRASE - 1, -1, -1) if words[k].pos == "NOUN"), None)
    return noun is None or not nominal.is_document(noun, grammar)


def _of_other_words(paragraph: Paragraph, at: int, begun: Sequence[Runs]) -> bool:
    """Whether a word belongs to one of some conjunctions, or begins the last: *provided that*, *ya que*, *como si*."""
    here, before = paragraph.words[at].norm, paragraph.words[at - 1].norm
    if any(before in runs and matching(paragraph, at - 1, runs) > 1 for runs in begun):
        return True
    return here in begun[-1] and matching(paragraph, at, begun[-1]) > 1


def _takes_clause(word: Word, grammar: Grammar) -> bool:
    """Whether a clause behind a verb without a person may be that verb's: not *informó, citando a Gil, que …*."""
    lemma = word.lemma.partition(" ")[0]  # the parser adds pronouns to it: *mostrar él*
    return lemma not in grammar.words["citing"] and grammar.takes(word.norm, lemma, "clause")


def _infinitive(word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a cue has an infinitive for its content: *asegura (no) | tener un papel que lo prueba*."""
    bare = word.feats.get("VerbForm") == "Inf" and bool(grammar.words["clitics"])
    return bare and grammar.takes(verb.norm, verb.lemma, "infinitive")


def _of_cue(paragraph: Paragraph, word: Word, verb: Word) -> bool:
    """Whether a verb, or what it is the copula of, hangs on the cue: *dijo no | estar seguro de que*."""
    governed = paragraph.head(word) if word.dep in {"cop", "aux"} else word
    return governed.head == verb.i


def _asks(paragraph: Paragraph, word: Word, verb: Word, begin: int, grammar: Grammar) -> bool:
    """Whether a question word opens the clause of a cue: *preguntó cuándo abrirá*, *preguntó por qué nadie vino*."""
    openers = grammar.words["complementizers"] | grammar.words["whether"]
    if word.norm in grammar.words["question-words"] and word.i <= verb.i + 2 and word.norm not in openers:
        clause = paragraph.head(word)
        told = grammar.lemma(verb.norm, verb.lemma) in grammar.words["recounting"]
        told = told or any(frame.act == "ask" for frame in grammar.frames(verb.norm, verb.lemma))
        if word.text.lower() in grammar.words["time-conjunctions"] | grammar.words["accented-questions"] and not told:
            return False  # me siento mal cuando llueve; agradeció a quienes vinieron
        verbal = clause.pos in {"VERB", "AUX"} or any(True for _ in paragraph.children(clause, "cop"))
        if verbal and clause.i > word.i and verb.i <= clause.head < begin:
            return True  # not: se mantendrá como presidente
    asks = matching(paragraph, word.i, grammar.runs["question-words"])
    return asks > 1 and word.i == begin and paragraph.head(paragraph.words[begin + asks - 1]).i > begin + asks - 1


def of_outer(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar, least: int = 2) -> bool:
    """Whether a conjunction goes on with a clause around the cue: *dijo que pidió abrir el paso y | que hay obras*.

    Args:
        paragraph: where they stand.
        word: the conjunction.
        verb: the cue.
        grammar: the language.
        least: words that the cue and what joins the conjunction have between them at the least.
    """
    words = paragraph.words
    joined = word.norm in grammar.words["complementizers"] and words[word.i - 1].norm in grammar.words["coordinators"]
    if not joined or word.i <= verb.i + least:
        return False
    before = words[paragraph.sentence_of(verb).first : verb.i]
    return any(w.norm == word.norm and w.dep == "mark" for w in before)


def _second(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a conjunction is the second of two, the first of which stands before a cue, whatever its parse.

    *Dijo en su casa que el cable se quemó y | que no hay luz*, *acepta que nadie lo creía, pero | que lo firmó*.
    """
    words = paragraph.words
    if word.i <= verb.i + 2 or words[word.i - 1].norm not in grammar.words["coordinators"]:
        return False
    before = words[paragraph.sentence_of(verb).first : verb.i]
    return any(w.norm == word.norm and w.dep != "det" for w in before)


def _of_other(paragraph: Paragraph, word: Word, verb: Word, begin: int) -> bool:
    """Whether a conjunction opens the clause of the verb right before it: *read a letter asking | that …*.

    That is a participle, or an infinitive of purpose: *quiso una cinta para demostrarles | que …*.
    """
    other = paragraph.words[word.i - 1]
    on_noun = other.feats.get("VerbForm") in {"Part", "Inf"} and other.dep == "acl" and other.i >= begin
    return on_noun and other.i != verb.i and paragraph.head(paragraph.head(word)).i == other.i


def _points(paragraph: Paragraph, word: Word) -> bool:
    """Whether a conjunction's form is the determiner of the noun behind it: *rejected that argument*."""
    return word.feats.get("PronType") == "Dem" and word.dep == "det" and paragraph.head(word).i > word.i


def _inserted(paragraph: Paragraph, begin: int, last: int, grammar: Grammar) -> range:
    """Return the words that part a cue from its conjunction: *asegura, según X, que*, *pidió hace un mes que*."""
    ago = when_ago(paragraph, begin, last, grammar)
    if ago and ago.stop <= last and paragraph.words[ago.stop].norm in grammar.words["complementizers"]:
        return ago
    comma = _closing(paragraph, begin, last, grammar)
    if comma is not None and paragraph.words[comma + 1].norm in grammar.words["complementizers"]:
        return range(begin, comma + 1)
    return range(0)


def when_ago(paragraph: Paragraph, begin: int, last: int, grammar: Grammar) -> range:
    """Return the words right behind a cue that say how long ago, which look like a clause: *pidió | hace un mes*."""
    words = paragraph.words
    if begin >= last or words[begin].norm not in grammar.words["ago"]:
        return range(0)
    for at in range(begin + 1, min(begin + 1 + _AGO, last + 1)):
        if nominal.is_time(words[at], grammar):
            return range(begin, at + 1)
        if words[at].pos in {"VERB", "AUX", "PUNCT", "SCONJ"}:
            break
    return range(0)


def _closing(paragraph: Paragraph, at: int, last: int, grammar: Grammar) -> int | None:
    """Return the comma behind an attributing phrase, or a gerund, that begins with the comma ``at``, before ``last``.

    *asegura, según Gil, | que*, *avisa, con referencia a Gil, | que*, *informó, citando a la ministra, Ana Gil, | que*.
    """
    words = paragraph.words
    if at + 1 > last or words[at].norm != ",":
        return None
    commas = [k for k in range(at + 2, min(at + NEAR, last)) if words[k].norm == ","]
    feats = words[at + 1].feats
    if feats.get("VerbForm") == "Ger" or feats.get("Aspect") == "Prog":
        before = next((k for k in commas if words[k + 1].norm in grammar.words["complementizers"]), None)
        return None if before is None or any(word.finite for word in words[at:before]) else before
    phrases = grammar.adjuncts, grammar.manner, grammar.runs["citing-phrases"]
    phrase = any(matching(paragraph, at + 1, each) for each in phrases)
    return commas[0] if phrase and commas else None


def _later(paragraph: Paragraph, word: Word, verb: Word, openers: frozenset[str], last: int) -> Word | None:
    """Return the conjunction behind an insertion: *informó en un acto que dio allí, que …*."""
    words = paragraph.words
    if words[word.i - 1].pos not in {"NOUN", "PROPN"} or words[word.i - 2].pos not in {"DET", "ADJ", "ADP", "NUM"}:
        return None
    if not any(w.pos == "ADP" for w in words[verb.i + 1 : word.i]):
        return None
    for at in range(word.i + 2, min(word.i + NEAR, last + 1)):
        if words[at].norm in openers and words[at - 1].norm == "," and words[at].dep == "mark":
            return words[at]
    return None


def _relative(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a *que* or *that* opens a relative clause and not a complement."""
    before = paragraph.words[word.i - 1]
    antecedent = before.i > verb.i and before.norm in grammar.words["relative-antecedents"]
    taken_up = before.pos == "NOUN" and before.i > verb.i + 2 and paragraph.words[before.i - 1].norm == ","
    if taken_up or (antecedent and paragraph.words[before.i - 1].pos != "ADP"):
        return True  # destacó la que …; exigió dos motos, versión que nadie confirma
    near = paragraph.words[verb.i + 1 : word.i]
    if (
        all(each.head == verb.i and each.dep in _PARTICLES for each in near)  # pointed out that
        or _only_subject_between(paragraph, verb, word, grammar)
        or (word.dep == "mark" and _asked_for(paragraph, word, verb, grammar))
    ):
        return False
    clause = paragraph.head(word)
    while clause.dep == "conj" and clause.head > word.i:
        clause = paragraph.head(clause)
    if _told(paragraph, clause, verb, grammar) and _of_told(paragraph, word, clause, verb, grammar):
        return False
    behind = _behind_insertion(paragraph, word, grammar)
    following = paragraph.words[behind : behind + 1]
    other = word.dep.startswith("nsubj") or _whole(paragraph, word, clause, grammar)
    if other and any(each.pos in {"DET", "PROPN"} or each.dep == "det" for each in following):
        return False  # another subject follows: *reconoció ante dos testigos que, según Gil, la noche …*
    compared = any(each.norm in grammar.words["comparatives"] for each in paragraph.words[verb.i : word.i])
    if compared and any(each.pos == "ADP" for each in following):
        return True  # difundió fotos de Gil, más delgado que en abril
    if clause.dep == "acl:relcl" and clause.head != verb.i:
        when = paragraph.head(clause)  # said the previous day that
        return not (word.dep == "mark" and when.head == verb.i and nominal.is_time(when, grammar))
    gap = word.dep in {"nsubj", "obj", "obl", "iobj", "nmod", "det"} and clause.dep.startswith("acl")
    if gap or antecedent or (before.pos == "ADP" and before.norm not in grammar.words["before-conjunction"]):
        return True
    if before.pos == "ADP" and before.i > verb.i + 1:
        leading = paragraph.words[before.i - 1]
        joins = leading.pos in {"NOUN", "PROPN", "PRON", "ADJ"} or nominal.is_time(leading, grammar)
        joins = joins or (leading.pos == "ADV" and leading.i == verb.i + 1)  # insistió también en que
        if not joins or leading.norm in grammar.words["conjunction-nouns"]:
            return True
    asks = word.norm in grammar.words["whether"] and clause.head != verb.i
    attached = clause.dep.startswith("acl") and clause.head != verb.i and clause.i > word.i
    attached = attached and before.pos in {"NOUN", "PROPN", "PRON", "ADJ"} and word.dep != "mark"
    return asks or attached or _of_thing(paragraph, clause, before, verb, grammar)


def _asked_for(paragraph: Paragraph, word: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a conjunction stands behind the preposition of a cue of several words: *hizo un llamado para | que*."""
    before, frames = paragraph.words[word.i - 1], phrase_frames(paragraph, verb, grammar)
    return any(frame.commitment == "Uu" and before.norm in frame.prepositions for frame in frames)


def _of_thing(paragraph: Paragraph, clause: Word, before: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a clause hangs on a thing right before it, which is a cue's object: *piden datos que lo prueben*."""
    noun = paragraph.head(clause)
    own = noun.i > verb.i + phrase_length(paragraph, verb, grammar)  # not: expressed the hope that
    on_it = own and noun.i == before.i and noun.dep == "obj" and noun.head == verb.i and clause.dep.startswith("acl")
    return on_it and not nominal.speaks(noun, grammar) and not nominal.is_time(noun, grammar)


def _whole(paragraph: Paragraph, word: Word, clause: Word, grammar: Grammar) -> bool:
    """Whether a clause on a noun lacks nothing that *que* could be: *confirmó vía redes que hubo dos heridos*."""
    if not clause.dep.startswith("acl") or nominal.is_time(paragraph.head(clause), grammar):
        return False
    own = any(c.i > word.i for c in paragraph.children(clause, "nsubj"))
    return own and any(
        c.i not in {word.i, clause.i} and c.pos != "ADJ"
        for c in paragraph.children(clause, "obj", "ccomp", "xcomp", "cop")
    )


def _behind_insertion(paragraph: Paragraph, word: Word, grammar: Grammar) -> int:
    """Return where a clause goes on behind its conjunction and an attributing phrase: *que, según X, | …*."""
    comma = (
        _closing(paragraph, word.i + 1, len(paragraph.words), grammar) if word.i + 2 < len(paragraph.words) else None
    )
    return word.i + 1 if comma is None else comma + 1


def _told(paragraph: Paragraph, clause: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether the parser hung a clause on whom the cue tells or asks: *pidió a los vecinos que no salieran*."""
    noun = paragraph.head(clause)
    stands = clause.dep.startswith("acl") and noun.head == verb.i and noun.i > verb.i
    return stands and nominal.is_personal(paragraph, noun, grammar)


def _of_told(paragraph: Paragraph, word: Word, clause: Word, verb: Word, grammar: Grammar) -> bool:
    """Whether a clause that hangs on whom a cue tells is what they are told.

    A conjunction opens it; or it is in the subjunctive, and the cue asks for nothing else; or it has a subject of its
    own and nothing for its *que* to stand for.
    """
    if doubled(paragraph, word, verb, grammar):
        return True
    asks = any(frame.commitment == "Uu" for frame in grammar.frames(verb.norm, verb.lemma))
    if asks and asked_behind(paragraph, clause, verb, grammar) is not None:
        return False
    if word.pos == "SCONJ":
        return True
    bearers = [clause, *paragraph.children(clause, "aux", "cop")]
    noun = paragraph.head(clause)
    things = any(c.i != noun.i and c.pos == "NOUN" for c in paragraph.children(verb, "obj"))
    if asks and not things and any(bearer.feats.get("Mood") == "Sub" for bearer in bearers):
        return True
    own = any(c.i != word.i for c in paragraph.children(clause, "nsubj"))
    passive = own and any(c.norm in grammar.words["impersonal"] for c in paragraph.children(clause))
    if passive and not asks:
        return True  # avisa a los vecinos que ya se pagaron las obras
    if asks and not things and not own:  # a rare verb's mood is often told wrong
        return any(bearer.feats.get("Tense") == "Pres" for bearer in bearers)
    full = any(c.i not in {word.i, clause.i} for c in paragraph.children(clause, "obj", "ccomp", "cop"))
    return own and not word.dep.startswith("nsubj") and (full or noun.dep == "iobj")


def asked_behind(paragraph: Paragraph, clause: Word, verb: Word, grammar: Grammar) -> Word | None:
    """Return the infinitive behind a relative clause that is asked for: *instó a los que viven allí a | salir*."""
    if clause.feats.get("Mood") == "Sub":
        return None
    marks = {mark for frame in grammar.frames(verb.norm, verb.lemma) for mark in frame.prepositions}
    words = paragraph.words
    for at in range(clause.i + 2, min(paragraph.sentence_of(verb).last, clause.i + NEAR)):
        if words[at].pos == "PUNCT" or words[at].finite:
            return None
        if words[at].norm in marks and words[at + 1].feats.get("VerbForm") == "Inf":
            return words[at + 1]
    return None


def _only_subject_between(paragraph: Paragraph, verb: Word, word: Word, grammar: Grammar) -> bool:
    """Whether nothing but the inverted subject stands between cue and conjunction: *aseguró el alcalde que*."""
    between = paragraph.words[verb.i + 1 : word.i]
    clause = paragraph.head(word)
    noun = paragraph.head(clause)
    relative = word.dep.startswith("nsubj") and clause.dep.startswith("acl") and noun.dep == "obj"
    if relative and not (grammar.words["personal-object"] and nominal.is_person(noun, grammar)):
        return False  # apoyaría un acuerdo que permita pescar; but: cuenta mi cuñada que cierran
    thing = clause.dep.startswith("acl") and noun.head == verb.i and not nominal.speaks(noun, grammar)
    if thing and grammar.words["clitics"]:
        return False  # destacaron las opciones que se abrían
    if any(w.pos not in {"DET", "NOUN", "PROPN", "ADJ"} for w in between) or len(between) > 4:
        return False
    return not any(c.i < verb.i for c in paragraph.children(verb, "nsubj")) and is_finite(paragraph, verb)


def _in_relative(paragraph: Paragraph, word: Word, verb: Word) -> bool:
    """Whether a finite verb belongs to a relative clause between the cue and its clause."""
    for _ in range(6):
        if word.dep.startswith(("acl", "advcl")) and word.head != verb.i:
            return word.finite or word.dep.startswith("acl") or word.head > verb.i  # asked to stop, | arguing that
        if word.head in {word.i, verb.i}:
            return False
        word = paragraph.head(word)
    return False
