"""Words taken over, a speech that both quote, standing lines: told apart in what two reports share."""

from __future__ import annotations

from segun import analyze
from segun.match.reuse.kinds import told_apart
from segun.match.reuse.passages import compare
from segun.match.told import Told
from segun.match.tracing import trace
from segun.model import Report

SPEECH = (
    '"Nobody will be asked to leave the lower town before the dam has been looked at by people whom the town trusts"'
)
ENDING = "Brinewick Post is made by its readers; become a member today and get our weekly letter for free."


def told(key, text, outlet):
    return Told(key, analyze(Report(key, text, language="en", outlet=outlet, published=f"2031-05-0{key[-1]}")))


def kinds(*reports):
    by_key = {each.key: each for each in reports}
    shared = {(a.key, b.key): compare(a.text, b.text) for a in reports for b in reports if a.key < b.key}
    found = told_apart({pair: each for pair, each in shared.items() if each.passages}, by_key)
    return {pair: [passage.kind for passage in each.passages] for pair, each in found.items()}, found


def test_a_speech_that_both_quote_is_not_taken_over():
    first = told("r1", f"{SPEECH}, Mayor Ada Linnet said on Tuesday. The meeting lasted two hours.", "Brinewick Post")
    second = told("r2", f"{SPEECH}, Ada Linnet told a full hall. Outside, farmers burned straw.", "Lowland Radio")
    named, found = kinds(first, second)
    assert named == {("r1", "r2"): ["quoted"]}
    assert found["r1", "r2"].b_share == 0.0
    assert not [each for each in trace([first, second], encoder=False).derivations if each.how in {"copy", "edit"}]


def test_an_outlet_s_standing_lines_are_boilerplate():
    first = told("r1", f"The bakery on Elm Street reopened on Monday after the flood.\n\n{ENDING}", "Brinewick Post")
    second = told("r2", f"A goat blocked the railway near Corran for three hours.\n\n{ENDING}", "Brinewick Post")
    assert kinds(first, second)[0] == {("r1", "r2"): ["boilerplate"]}
    assert not trace([first, second], encoder=False).derivations


def test_words_taken_over_count_beside_a_quotation():
    body = "The dam at Corran was closed on Sunday night after guards had seen water behind the eastern wall."
    first = told("r1", f"{body}\n{SPEECH}, Mayor Ada Linnet said.", "Brinewick Post")
    second = told("r2", f"{body}\nThe hall was full. Then came the word of the evening: {SPEECH}.", "Lowland Radio")
    named, found = kinds(first, second)
    assert named == {("r1", "r2"): ["taken", "quoted"]}
    assert 0 < found["r1", "r2"].b_share < compare(first.text, second.text).b_share


GOAT = """A goat blocked the railway for three hours on Monday and nobody knew whose it was, so that the stationmaster
fed it bread until a girl came for it, who said it answered to the name of Tuesday, was hers alone, and would never be
sold to anybody, least of all to a railway."""
OVEN = """The bakery on Elm Street opened its doors again after the flood, with the old oven and a new counter, and by
nine all its bread was gone; the baker, who has slept four hours since the water came to his knees, says that he would
now like to sleep until the next one."""
HALL = """Two poets from the north read in the library on Friday before eleven listeners and a dog; they were paid in
cheese, as is the custom, and left on the night train with a bag of letters for the poets of the south, whom they have
never met and do not like."""


def test_a_sentence_that_three_outlets_use_is_nobody_s():
    known = "Corran, a town of nine thousand people, lies twelve kilometres north of the border with Veldria."
    outlets = ("Brinewick Post", "Lowland Radio", "Coast Wire")
    texts = (" ".join(each.split()) for each in (GOAT, OVEN, HALL))
    reports = [
        told(f"r{at}", f"{text}\n{known}", outlet)
        for at, (text, outlet) in enumerate(zip(texts, outlets, strict=True), 1)
    ]
    assert {tuple(each) for each in kinds(*reports)[0].values()} == {("boilerplate",)}
