"""What English newspapers write: whom somebody judges, titles within a sentence, cues in the midst of one."""

from __future__ import annotations

from .table import check, en, es, table

JUDGED = [
    en("a person", "Ada Linnet endorsed Bram Oduya on Monday.", "Bram Oduya ← Ada Linnet"),
    en("a person by what they are", "The union defended the mayor.", "the mayor ← The union"),
    en("a pronoun", "Jonas Reth criticized her on Monday.", "her ← Jonas Reth"),
    en("a passive", "Bram Oduya was endorsed by Ada Linnet.", "Bram Oduya ← Ada Linnet"),
    en(
        "what they are blamed for comes first",
        "The union criticized the mayor for closing the school.",
        "the mayor for closing the school ← The union",
    ),
    en("nobody judges", "Ada Linnet met Bram Oduya on Monday."),
]


@table(JUDGED)
def test_whom_somebody_judges(case):
    check(case)


TITLES = [
    en(
        "a programme",
        "In an interview on “Face the Harbour,” Speaker Ada Linnet said the bridge would stay closed.",
        "the bridge would stay closed ← Speaker Ada Linnet",
    ),
    en(
        "no title",
        "“The Harbour is Ours,” Speaker Ada Linnet said.",
        "The Harbour is Ours ← Speaker Ada Linnet",
    ),
    en(
        "what something is called behind it",
        "Jonas Reth called Bram Oduya “the king of the harbour.”",
        "Bram Oduya “the king of the harbour” ← Jonas Reth",
    ),
]


@table(TITLES)
def test_quotations_that_are_no_speech(case):
    check(case)


INSERTED = [
    en(
        "behind a single word",
        "Otherwise, Jonas Reth said, the mill may close.",
        "Otherwise … the mill may close ← Jonas Reth",
    ),
    en(
        "before a verb that looks like a participle",
        "In both cases, Eric Marsh said, those donations paid for a new roof.",
        "In both cases … those donations paid for a new roof ← Eric Marsh",
    ),
    en(
        "behind a conjunction",
        "But as Ada Linnet noted, the mill is closed.",
        "the mill is closed ← Ada Linnet (adjunct)",
    ),
    en("a clause of time", "The mayor left the hall as the crowd applauded."),
    en("another", "As Ada Linnet began to speak, the lights went out."),
]


@table(INSERTED)
def test_cues_in_the_midst_of_a_sentence(case):
    check(case)


TOLD = [
    en(
        "when it was told stands between",
        "Ada Linnet tweeted in the last hour of the night that the mayor was a “coward”.",
        "the mayor was a “coward” ← Ada Linnet",
    ),
    en(
        "whom it was told stands between",
        "Ada Linnet told a meeting of pear growers that nobody had read the terms.",
        "nobody had read the terms ← Ada Linnet",
    ),
]


@table(TOLD)
def test_clauses_far_behind_their_cue(case):
    check(case)


SOURCES = [
    en("some", "Some believe that the mill will close.", "the mill will close ← Some"),
    en(
        "a name like a plural",
        "Rivens hopes the other councillors do not repeat the error.",
        "the other councillors do not repeat the error ← Rivens",
    ),
    en(
        "the paper whose report it is",
        "Ada Linnet seized upon a Harbour Times report that Reth had lost a million.",
        "Reth had lost a million ← Harbour Times",
    ),
]


@table(SOURCES)
def test_whose_words_they_are(case):
    check(case)


ENDS = [
    en(
        "what it undoes",
        "The council has pledged to close the mill, reversing its vote of May.",
        "close the mill ← The council",
    ),
    en(
        "what the report knows of it",
        "The council has pledged to close the mill, which employs forty people.",
        "close the mill ← The council",
    ),
    en("behind a dash", "The council wants to close the mill — a first for the town.", "close the mill ← The council"),
    en(
        "a list",
        "The council proposed to close the mill, the port and the school.",
        "close the mill, the port and the school ← The council",
    ),
    es(
        "lo que añade la noticia",
        "El concejo prometió cerrar el molino, que emplea a cuarenta personas.",
        "cerrar el molino ← El concejo",
    ),
]


@table(ENDS)
def test_what_is_promised_ends_before_what_the_report_adds(case):
    check(case)


GOING_ON = [
    en(
        "behind what somebody said they thought",
        "Ada Linnet said she did not believe the mayor had lied, arguing that the letter was a forgery.",
        "she did not believe the mayor had lied ← Ada Linnet",
        "the mayor had lied ← Ada Linnet › Ada Linnet",
        "the letter was a forgery ← Ada Linnet",
    ),
]


@table(GOING_ON)
def test_who_goes_on_with_a_second_cue(case):
    check(case)


EXPECTED = [
    en(
        "what does it belongs to what is expected",
        "Brokers expect rents near the harbour to double.",
        "rents near the harbour to double ← Brokers",
    ),
    en("as an object", "They wanted the board to put the lamps back.", "the board to put the lamps back ← They"),
    en("what they want to do themselves", "The owners want to sell the mill.", "sell the mill ← The owners"),
    en("whoever is ordered is told", "The mayor ordered the crew to leave.", "leave ← The mayor"),
    en("nothing was said", "The harbour office declined to comment."),
]


@table(EXPECTED)
def test_what_somebody_expects_something_to_do(case):
    check(case)


SHOWN = [
    en(
        "a plural in the present, which looks like a noun",
        "The berth was empty all week, photographs taken by the harbour office show.",
        "The berth was empty all week ← photographs taken by the harbour office (document)",
    ),
    en(
        "records",
        "The bank lost a third of its staff, records show.",
        "The bank lost a third of its staff ← records (document)",
    ),
    en("a show", "The circus lost its tent, the posters and the evening show."),
]


@table(SHOWN)
def test_what_documents_at_the_end_of_a_sentence_show(case):
    check(case)
