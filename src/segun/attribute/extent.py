"""How far a content reaches."""

from __future__ import annotations

from segun.annotate.words import Paragraph, Word
from segun.attribute.draft import covered
from segun.attribute.going_on import apart, by_nobody, describes, joins_names, parallel, taken_up, wants_clause
from segun.attribute.parted import tells_deeds
from segun.attribute.runs import matching, phrase_frames
from segun.attribute.sources import is_finite
from segun.lang.lexicon import Grammar
from segun.model import Span
from segun.prepare.quotations import Quotation

_JOINED = 6
"""Words between a content and the verb of a clause that is joined to it."""
_NEAR = 5
"""Words behind a verb among which the mark or conjunction of its own content stands."""
_LISTED = 3
"""Words from the end of a clause to the verb of the next one in a list at the most."""
_STOP = frozenset({".", "!", "?", "…", ";", "..."})


def limits(paragraph: Paragraph, cue: Word) -> tuple[int, int]:
    """Return the first and last word that a content of this cue may have: its sentence's, or its quotation's."""
    sentence = paragraph.sentence_of(cue)
    first, last = sentence.first, sentence.last
    quotation = paragraph.quotation_at(cue.start)
    words = paragraph.words
    if quotation is not None:
        while words[first].start < quotation.outer.start:
            first += 1
        while words[last].end > quotation.outer.end:
            last -= 1
        for at in range(cue.i, last):
            if words[at].norm in _STOP:
                last = at
                break
        for at in range(cue.i - 1, first, -1):
            if words[at].norm in _STOP:
                first = at + 1
                break
    opened = _parenthesis(paragraph, cue, first, last)
    return opened or (first, last)


def _parenthesis(paragraph: Paragraph, cue: Word, first: int, last: int) -> tuple[int, int] | None:
    """Return the words inside the brackets around the cue, if it stands in any."""
    words = paragraph.words
    depth = 0
    for at in range(cue.i - 1, first - 1, -1):
        if words[at].norm == ")":
            depth += 1
        elif words[at].norm == "(":
            if depth == 0:
                end = next((k for k in range(cue.i + 1, last + 1) if words[k].norm == ")"), None)
                return (at + 1, end - 1) if end is not None else None
            depth -= 1
    return None


def sentence_before(paragraph: Paragraph, at: int) -> Span | None:
    """Return the sentence that ends before a word, given by its index; ``None`` at a paragraph's head."""
    before = paragraph.sentence_of(paragraph.words[at - 1]) if at else None
    return covered(paragraph, before.first, before.last) if before is not None else None


def clause_end(paragraph: Paragraph, cue: Word, head: Word, first: int, last: int, grammar: Grammar) -> int:
    """Return the last word of the content clause that begins at ``first``.

    The subtree of its main predicate is the core. A sentence coordinated with the cue is cut off; what follows
    without a finite verb of its own belongs to the clause, for the parser attaches it at random.
    """
    words = paragraph.words
    last = _before_semicolon(paragraph, first, last, grammar)
    quoted = _behind_colon(paragraph, first, last, grammar)
    if quoted is not None:
        return quoted
    end = min(max(_core(paragraph, head, first, last, grammar).right, first), last)
    while end > first and words[end].dep == "cc":
        end -= 1
    end = _within_marks(paragraph, cue, first, end, last)
    cut = _coordinated(paragraph, cue, head, first, end, grammar)
    if cut is None:
        cut = _contrasted(paragraph, first, last, grammar)
    if cut is not None:
        return cut
    again = _again(paragraph, cue, first, end, last, grammar)
    if again is not None:
        return clause_end(paragraph, cue, *again, last, grammar)
    finite = next(
        (at for at in range(end + 1, last + 1) if words[at].pos in {"VERB", "AUX"} and words[at].finite), None
    )
    if finite is None:
        stop = next(
            (
                at - 1
                for at in range(end + 1, last + 1)
                if (words[at].norm == ";" and not parallel(paragraph, at, first))
                or words[at].norm in grammar.adjunct_heads
                or _opens_gerund(words, at, grammar)
            ),
            last,
        )
        return max(end, stop)
    joined = _coordinated(paragraph, cue, head, first, finite - 1, grammar)
    joined = _quoted_too(paragraph, cue, end, finite, last) if joined is None else joined
    if joined is not None:
        return joined
    joint = any(word.norm in grammar.words["coordinators"] for word in words[end + 1 : finite])
    joint = joint and words[min(finite + 1, last)].norm != ":"  # escribió que se va y agrega: …
    if (
        _goes_on(paragraph, head, end, finite, grammar)
        or (finite == end + 1 and _inverted(paragraph, words[first:finite], finite, last, grammar))
        or (joint and _infinitive_too(paragraph, cue, head, end, finite))
        or (joint and _other_tense(paragraph, cue, words[finite], head))
        or ((joint or _listed(words, end, finite, last, grammar)) and _wished_too(paragraph, cue, words[finite], head))
    ):
        return clause_end(paragraph, cue, words[finite], finite, last, grammar)
    border = finite
    while border > end + 1 and not (
        words[border].norm in {",", ";", ":", "-"}
        or (
            (words[border].dep in {"mark", "cc"} or words[border].pos == "CCONJ") and not joins_names(paragraph, border)
        )
    ):
        border -= 1
    for at in range(max(end + 1, border - 1), finite):
        if matching(paragraph, at, grammar.runs["conditional-starts"]):  # cerrará la calle si nieva
            return clause_end(paragraph, cue, words[finite], at, last, grammar)
    noun = taken_up(paragraph, border, first, grammar)
    border = border if noun is None else noun
    told_more = wants_clause(paragraph, border, first, grammar) or describes(paragraph, border, first, grammar)
    if told_more or noun is not None:
        return clause_end(paragraph, cue, predicate(paragraph, words[finite]), border, last, grammar)
    return max(end, apart(paragraph, border, grammar) - 1)


def _inverted(paragraph: Paragraph, content: list[Word], finite: int, last: int, grammar: Grammar) -> bool:
    """Whether a verb before its subject opens a condition of what would be: *it would have sunk | had it sailed*."""
    words = paragraph.words
    opens = words[finite].norm in grammar.words["inverted-conditions"] and finite < last
    would = opens and any(word.norm in grammar.words["conditional-forms"] for word in content)
    return would and words[finite + 1].pos in {"DET", "PRON", "PROPN", "NOUN"}


def _quoted_too(paragraph: Paragraph, cue: Word, end: int, finite: int, last: int) -> int | None:
    """Return where a quotation behind a comma ends that says a content again: *dijo que falta gente, “tienen miedo”*.

    The content ends with ``end``; ``finite`` is the next verb behind it, ``last`` the last word that may belong to it.
    """
    words = paragraph.words
    mark = end + 1 if words[end].norm == "," else end + 2
    if words[mark - 1].norm != "," or words[mark].norm != '"' or finite <= mark:
        return None
    closes = _within_marks(paragraph, cue, mark, mark + 1, last)
    return closes if closes >= finite else None


def _again(
    paragraph: Paragraph, cue: Word, first: int, end: int, last: int, grammar: Grammar
) -> tuple[Word, int] | None:
    """Return predicate and first word of a second clause that the same conjunction joins: *dijo que llueve | y que*."""
    words = paragraph.words
    if not first or end + 3 > last:
        return None
    listed = words[end + 1].norm == "," and words[end + 2].dep == "mark" and bool(grammar.words["clitics"])
    if words[end + 1].norm == "," and words[end + 2].norm in grammar.words["coordinators"]:
        around = words[paragraph.sentence_of(cue).first : cue.i]
        if any(w.norm == words[first - 1].norm and w.dep == "mark" for w in around):
            return None  # dijo que creen que llueve, y que hace frío: who says the first says the second
        end += 1
    if words[end + 1].norm not in grammar.words["coordinators"] and not listed:
        return None
    opener = words[end + 2].norm
    if opener not in grammar.words["complementizers"] or words[first - 1].norm != opener:
        return None
    finite = next((word for word in words[end + 3 : last + 1] if word.finite), None)
    return (predicate(paragraph, finite), end + 3) if finite is not None else None


def says_a_sentence(paragraph: Paragraph, quotation: Quotation) -> bool:
    """Whether a quotation begins like a sentence and is one, and no name or wording."""
    inside = paragraph.inside(quotation.inner)
    begins = not paragraph.text[quotation.inner.start].islower() or len(inside) > _JOINED
    return begins and any(word.finite for word in inside)


def _behind_colon(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> int | None:
    """Return where a clause ends that leads to a quotation behind a colon.

    With the quotation, where that completes it (*she has a gift: “Patience.”*); before the colon, where it is a
    sentence of its own (*cree que faltan datos: “Nadie los pesó”*).
    """
    words = paragraph.words
    if not any(words[at].norm == ":" for at in range(first + 1, last)):
        return None
    for at in range(first + 1, last):
        word = words[at]
        if word.finite and grammar.takes(word.norm, word.lemma, "quote"):
            return None  # asked whether …, and Ana answered: “No”
        if word.norm == ":" and words[at + 1].norm == '"' and paragraph.quotation_at(words[at].start) is None:
            quotation = paragraph.quotation_at(words[at + 1].start)
            if quotation is not None and says_a_sentence(paragraph, quotation):
                return at - 1
            closes = quotation is not None and all(
                w.start < quotation.outer.end or w.pos == "PUNCT" for w in words[at + 1 : last + 1]
            )
            return last if closes else None
    return None


def _before_semicolon(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> int:
    """Return where a content may end at the latest: a sentence of its own behind a semicolon is another statement."""
    words = paragraph.words
    for at in range(first + 1, last):
        if words[at].norm == ";" and paragraph.quotation_at(words[at].start) is None:
            joined = words[at + 1].norm in grammar.words["complementizers"] | grammar.words["coordinators"]
            if (
                not joined
                and not matching(paragraph, at + 1, grammar.runs["additions"])
                and any(w.finite for w in words[at + 1 : last + 1])
            ):
                return at - 1
    return last


def _goes_on(paragraph: Paragraph, head: Word, end: int, verb: int, grammar: Grammar) -> bool:
    """Whether a clause joined to a content says more of the same: *she hopes to win, but she knows that …*.

    It has the content's tense, is no cue, and either a pronoun is its subject or it is set against the content.
    """
    words = paragraph.words
    found = words[verb]
    main = predicate(paragraph, found)
    joint = [w for w in words[end + 1 : verb] if w.norm in grammar.words["coordinators"]]
    between = words[end + 1 : verb]
    if not joint or len(between) > _JOINED or paragraph.quotation_at(found.start) is not None:
        return False
    tense = form(paragraph, main)[:2]
    modal = found.pos == "AUX" and not tense[0] and not any(w.dep.startswith("nsubj") for w in between)
    if modal:
        return True  # he was for the Bears but | would now root for the Lions
    opens = grammar.words["complementizers"] | {'"', ":"}
    cued = bool(grammar.frames(main.norm, main.lemma)) and any(w.norm in opens for w in words[verb + 1 : verb + _NEAR])
    if cued or tense != form(paragraph, head)[:2]:
        return False
    subjects = [w for w in between if w.i > joint[-1].i and w.dep.startswith("nsubj")]
    if any(w.pos != "PRON" for w in subjects):
        return False
    return bool(subjects) or joint[-1].norm in grammar.words["adversatives"]


def _other_tense(paragraph: Paragraph, cue: Word, verb: Word, head: Word) -> bool:
    """Whether a coordinated verb cannot go with the cue.

    The cue tells of the past and the verb does not; or the cue speaks now, and the verb tells of the past as the
    content does: *escribe que Gil pidió dinero y amenazó con irse*.
    """
    said, told, tense = (
        form(paragraph, cue)[0],
        form(paragraph, head)[0],
        form(paragraph, predicate(paragraph, verb))[0],
    )
    return (said == "Past" and verb.feats.get("Tense") in {"Fut", "Pres"}) or (
        said == "Pres" and told == tense == "Past"
    )


def _wished_too(paragraph: Paragraph, cue: Word, verb: Word, head: Word) -> bool:
    """Whether a verb is in the subjunctive as the content is, and the cue is not: *pide que se haga | y la paguen*."""
    moods = [form(paragraph, each)[1] for each in (predicate(paragraph, verb), head, cue)]
    return moods[0] == moods[1] == "Sub" != moods[2]


def _listed(words: list[Word], end: int, verb: int, last: int, grammar: Grammar) -> bool:
    """Whether a verb goes on a list, behind a comma and before *and*: *pide que hiervan agua, | cierren y salgan*."""
    behind = next((word for word in words[verb + 1 : last + 1] if word.norm in grammar.words["coordinators"]), None)
    near = words[end].norm == "," or words[end + 1].norm == ","
    return near and verb <= end + _LISTED and behind is not None


def _infinitive_too(paragraph: Paragraph, cue: Word, head: Word, end: int, verb: int) -> bool:
    """Whether a verb is an infinitive joined to the content's: *is promising to reach and here and there | pass it*."""
    words = paragraph.words
    between, found = words[end + 1 : verb], words[verb]
    bearer = next((a for a in paragraph.children(cue, "aux") if a.finite), cue)
    bare = found.norm == found.lemma and bearer.norm != bearer.lemma and head.feats.get("VerbForm") == "Inf"
    return len(between) <= _JOINED and bare and not any(w.dep.startswith("nsubj") for w in between)


def _opens_gerund(words: list[Word], at: int, grammar: Grammar) -> bool:
    """Whether a comma opens a gerund that is a cue itself: *…, añadiendo que*."""
    return (
        words[at].norm == ","
        and at + 1 < len(words)
        and words[at + 1].feats.get("VerbForm") in {"Ger", "Part"}
        and bool(grammar.frames(words[at + 1].norm, words[at + 1].lemma))
    )


def _core(paragraph: Paragraph, head: Word, first: int, last: int, grammar: Grammar) -> Word:
    """Return the predicate whose subtree is the clause.

    The first finite verb where the parser's head has none; the main verb where the parser took that of a condition
    which stands first: *que, en caso de que una sea atacada, la otra ayudará*.
    """
    words = paragraph.words
    start = first + 1 if words[first].norm == "," else first
    if (
        matching(paragraph, start, grammar.runs["conditional-starts"])
        or words[start].norm in grammar.words["subordinators"]
    ):
        comma = next((at for at in range(start + 1, last) if words[at].norm == ","), None)
        if comma is not None and head.i < comma and head.right <= comma:
            main = next((w for w in words[comma : last + 1] if w.finite), None)
            if main is not None:
                return predicate(paragraph, main)
    infinitive = any(
        w.feats.get("VerbForm") == "Inf" for w in (head, *paragraph.children(head, "aux", "aux:pass", "cop"))
    )
    if infinitive or any(w.finite for w in words[first : head.right + 1]):
        return head
    finite = next((w for w in words[first : paragraph.sentence_of(head).last + 1] if w.finite), head)
    return predicate(paragraph, finite)


def _within_marks(paragraph: Paragraph, cue: Word, first: int, end: int, last: int) -> int:
    """Move an end that falls inside a quotation to the quotation's end, unless the cue stands in it too."""
    words = paragraph.words
    quotation = paragraph.quotation_at(words[end].start)
    if quotation is None or quotation.outer.start <= cue.start < quotation.outer.end:
        return end
    if words[first].start > quotation.outer.start + 1:
        return end
    while end < last and words[end + 1].start < quotation.outer.end:
        end += 1
    return end


def _coordinated(paragraph: Paragraph, cue: Word, head: Word, first: int, end: int, grammar: Grammar) -> int | None:
    """Return where the content ends if a verb after it is coordinated with the cue: *dijo que … y pidió que …*."""
    words = paragraph.words
    goes_on = cue.feats.get("Aspect") == "Prog" and not is_finite(paragraph, cue)
    relayed = tells_deeds(paragraph, cue, head, grammar)
    if cue.feats.get("VerbForm") == "Inf" and is_finite(paragraph, head):
        return _infinitive_beside(paragraph, first, end, grammar)
    if not goes_on and not is_finite(paragraph, cue):
        return None
    other_form = is_finite(paragraph, head) and form(paragraph, head) != form(paragraph, cue)
    for at in range(first + 2, end + 1):
        other = words[at]
        if other.pos not in {"VERB", "AUX"} or other.i == cue.i or paragraph.quotation_at(other.start) is not None:
            continue
        frames = grammar.frames(other.norm, other.lemma) or phrase_frames(paragraph, other, grammar)
        if not frames and not other_form:
            continue
        lead = at - 1
        if words[lead].norm in grammar.words["impersonal"] and (
            not other_form or by_nobody(paragraph, cue, at, grammar)
        ):
            continue
        while lead > first and (words[lead].pos in {"ADV", "AUX"} or words[lead].norm in grammar.words["clitics"]):
            lead -= 1
        quotes = words[min(at + 1, len(words) - 1)].norm == ":"  # escribió que se va y agrega: …
        if words[lead].norm not in grammar.words["coordinators"]:
            continue
        if form(paragraph, other) != form(paragraph, cue) and not quotes:
            continue
        if any(paragraph.quotation_at(c.start) is None for c in paragraph.children(other, "nsubj")):
            continue  # not: y remató, “su plan es caro”
        if (goes_on and is_finite(paragraph, other)) or (relayed and other.dep == "conj" and other.head >= head.i):
            continue
        if goes_on:  # telling them that he lies | and questioning his plan
            return lead - 2 if words[lead - 1].norm == "," else lead - 1
        behind = at + 1 + (at < end and words[at + 1].norm in grammar.words["infinitive-marks"])
        infinitive = behind <= end and words[behind].feats.get("VerbForm") == "Inf"
        follows = {words[k].norm for k in range(at + 1, min(at + 4, len(words)))}
        opens = grammar.words["complementizers"] | grammar.words["whether"] | grammar.words["question-words"]
        if (
            (other_form and other.finite)
            or follows & (opens | {'"', ":"})
            or any(
                f.act in {"request", "order", "promise", "threaten", "deny"}
                or f.needs_predicate
                or f.with_object
                or (infinitive and "infinitive" in f.takes)
                for f in frames
            )
        ):
            return lead - 2 if words[lead - 1].norm == "," else lead - 1
    return None


def _infinitive_beside(paragraph: Paragraph, first: int, end: int, grammar: Grammar) -> int | None:
    """Return where a content ends before another infinitive beside its cue: *decirle que ganó | y animarlo a ir*."""
    words = paragraph.words
    if not grammar.words["clitics"]:
        return None
    for at in range(first + 2, end + 1):
        if words[at].feats.get("VerbForm") == "Inf" and words[at - 1].norm in grammar.words["coordinators"]:
            bare = any(w.feats.get("VerbForm") == "Inf" for w in words[first : at - 1])
            return None if bare else at - 2
    return None


def _contrasted(paragraph: Paragraph, first: int, last: int, grammar: Grammar) -> int | None:
    """Return where the content ends if somebody else's statement is set against it: *mientras que X sostiene que*."""
    words = paragraph.words
    runs = grammar.runs["contrasts"]
    for at in range(first + 2, last):
        size = matching(paragraph, at, runs) if words[at].norm in runs else 0
        for cue in words[at + size : last] if size else ():
            if cue.norm in {",", ";"}:
                break
            if cue.finite and grammar.takes(cue.norm, cue.lemma, "clause"):
                spoken = any(child.i < cue.i for child in paragraph.children(cue, "nsubj"))
                clause = words[cue.i + 1].norm in grammar.words["complementizers"] or any(
                    child.i > cue.i for child in paragraph.children(cue, "ccomp")
                )
                if spoken and clause:
                    return at - 2 if words[at - 1].norm == "," else at - 1
                break
    return None


def runs_on(paragraph: Paragraph, cue: Word, quotation: Quotation) -> bool:
    """Whether a quotation right behind a cue only begins its clause: *said “the last thing” he wanted was a strike*."""
    end = quotation.outer.end
    for clause in paragraph.children(cue, "ccomp"):
        if clause.i > cue.i and quotation.outer.holds(paragraph.words[clause.left].span):
            objects = paragraph.children(clause, "obj")
            return clause.start >= end or any(word.start >= end for word in objects)
    return False


def predicate(paragraph: Paragraph, finite: Word) -> Word:
    """Return what a finite verb is finite for: itself, or what it is the auxiliary or copula of."""
    return paragraph.head(finite) if finite.dep in {"aux", "cop", "aux:pass"} else finite


def form(paragraph: Paragraph, verb: Word) -> tuple[str, str, str]:
    """Return the tense, mood and number of a verb, by its auxiliary where that shows them."""
    bearer = next((a for a in paragraph.children(verb, "aux") if a.finite), verb)
    return bearer.feats.get("Tense", ""), bearer.feats.get("Mood", ""), bearer.feats.get("Number", "")
