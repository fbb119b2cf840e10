"""Contents that are quoted in part, and other constructions of political and local news."""

from __future__ import annotations

from .table import check, en, es, table

QUOTED_IN_PART = [
    en(
        "relative clause behind what somebody is called",
        'Sen. Carla Voss called the plan a "fine piece of work" that will help the valley.',
        'the plan a "fine piece of work" that will help the valley ← Sen. Carla Voss',
    ),
    en(
        "list of what somebody is called",
        'Voss called Grant a "born liar" who is "utterly shameless," a "cheat" and a "bully."',
        'Grant a "born liar" who is "utterly shameless," a "cheat" and a "bully ← Voss',
    ),
    en(
        "phrase behind what somebody is called, a reason that is no source",
        'The union called Reed a "champion" for its members, citing her work on the port strike.',
        'Reed a "champion" for its members ← The union',
        "her work on the port strike ← The union",
    ),
    es(
        "whom it was called that to",
        "Radio Marea tachó la visita de «farsa» ante la prensa.",
        "la visita de «farsa ← Radio Marea",
    ),
    en(
        "quotation that begins a clause",
        'Ryder said "tax reforms" and the sale of two ports would pay for them.',
        'tax reforms" and the sale of two ports would pay for them ← Ryder',
    ),
    en(
        "quotation behind a sentence that quotes",
        'The dam is "not safe," said Paul Reiter. "Nobody has looked at it for years."',
        'The dam is "not safe … Nobody has looked at it for years ← Paul Reiter',
    ),
    en(
        "quotation behind the colon of a clause",
        'Clerk Voss said she has what it takes for the job: "Patience, and a lot of it."',
        'she has what it takes for the job: "Patience, and a lot of it ← Clerk Voss',
    ),
    en(
        "participle behind what somebody is called",
        'Trask called Crewe the "ultimate liar," linking to a story about a party.',
        'Crewe the "ultimate liar ← Trask',
    ),
    en(
        "title between quotation marks",
        'The ad, titled "Enough?", concludes that Trask is too "reckless" to be mayor.',
        'Trask is too "reckless" to be mayor ← The ad (document)',
    ),
    en(
        "agent behind a quotation",
        'Alan Gold complained of "flagrant errors" by clerks who lost the tapes.',
        '"flagrant errors" by clerks who lost the tapes ← Alan Gold',
    ),
    en(
        "headline that names an office",
        "Mayor's aide: Port 'will never close'\n\nThe port lost its last ship in May.",
        "Port 'will never close ← Mayor's aide",
    ),
]

JOINED = [
    en(
        "participle right behind a clause",
        "Kolb said there are others in town who must be asked, adding that he agreed with Lund.",
        "there are others in town who must be asked ← Kolb",
        "he agreed with Lund ← Kolb",
    ),
    en(
        "participle behind an infinitive",
        "Rivers asked the judge to dismiss the case, arguing that it was old.",
        "to dismiss the case ← Rivers",
        "it was old ← Rivers",
    ),
    en(
        "participle behind an inserted cue",
        "The dam is safe, the engineer recalled, adding that nobody was hurt.",
        "The dam is safe ← the engineer",
        "nobody was hurt ← the engineer",
    ),
    en(
        "modal",
        "Rubin joked that he was for the Bears but would now root for the Lions.",
        "he was for the Bears but would now root for the Lions ← Rubin",
    ),
    en(
        "participles",
        "Trask spoke at noon, noting that the halls were full and suggesting that people came because of him.",
        "the halls were full ← Trask",
        "people came because of him ← Trask",
    ),
    en(
        "infinitives",
        "Voss is vowing to reach and at times to pass his marks.",
        "to reach and at times to pass his marks ← Voss",
    ),
]

OBJECTS = [
    en("poll", "A new poll showed Voss with a slim lead.", "Voss with a slim lead ← A new poll (document)"),
    en(
        "poll, within",
        "Several polls show Sands within two points of Voss.",
        "Sands within two points of Voss ← Several polls (document)",
    ),
    en("blame", "Ana Lund blamed the mayor for the flood.", "the mayor for the flood ← Ana Lund"),
    en("for … to be", "Voss called for an inquiry to be held.", "an inquiry to be held ← Voss"),
    en("thing with an infinitive", "Voss wanted more time to read it.", "more time to read it ← Voss"),
    es("thing with an infinitive", "Luz Vega pidió permiso para entrar.", "permiso para entrar ← Luz Vega"),
]

SOURCES = [
    en(
        "participle of a document",
        "The board read a letter asking that the council reconsider the idea.",
        "the council reconsider the idea ← a letter (document)",
    ),
    en(
        "aside with a conjunction",
        "Sen. Dick Durn, when seen on Monday, said that the road was closed.",
        "the road was closed ← Sen. Dick Durn",
    ),
    en(
        "cue taken for a name",
        "Prosecutors in Galt County allege Nash took the money.",
        "Nash took the money ← Prosecutors in Galt County",
    ),
    en("noun that looks like a cue", "The head of the volunteer corps left, and nobody followed."),
    en(
        "dateline",
        "Dam closed\n\nWASHINGTON: Mayor Ana Lund said the dam was safe.",
        "the dam was safe ← Mayor Ana Lund",
    ),
]


NOTHING = [
    en("a duty", "The mine is supposed to keep producing coal."),
    en("a purpose", "Police took the northern road in order to reach the camp."),
]


@table(NOTHING)
def test_nothing(case):
    check(case)


@table(QUOTED_IN_PART)
def test_quoted_in_part(case):
    check(case)


@table(JOINED)
def test_joined(case):
    check(case)


@table(OBJECTS)
def test_objects(case):
    check(case)


@table(SOURCES)
def test_sources(case):
    check(case)
