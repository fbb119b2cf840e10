from __future__ import annotations

import io
import json
import logging
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.export.arbitrary import LETTERS, analyses
from tests.samples import at, bare, claim, ferry, port, relay
from tests.strait import strait

from segun.errors import ReadError
from segun.export import webannotation
from segun.export.shared import keyed
from segun.export.webannotation.terms import CONTEXT, iri
from segun.model import Decision, Source, Span

WAVE = "🌊 El 𝔘-Boot zarpó, dijo 🌊 Ana Ruiz."
NAMES = """
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX as: <http://www.w3.org/ns/activitystreams#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX s: <urn:segun:ns:>
"""


def written(*reports, decisions=(), **more):
    out = io.StringIO(newline="")
    with webannotation.writing(out) as write:
        for analysis in reports:
            write(analysis, decisions, **more)
    return out.getvalue()


def read(text, **more):
    return list(webannotation.reading(io.StringIO(text, newline=""), **more))


def graph(text):
    return rdflib.Graph().parse(data=text, format="json-ld")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("the context was fetched")

    monkeypatch.setattr("urllib.request.OpenerDirector.open", refuse)


@pytest.fixture
def ferry_file():
    """The annotations of a report, for a test to change and read again."""
    data = json.loads(written(ferry()))
    items = data["first"]["items"]
    return data, {item["id"].rsplit(":", 1)[-1].replace("%3A", ":"): item for item in items}


def test_what_is_written_is_read_back():
    reports = [port(), ferry(), strait(), bare("")]
    assert read(written(*reports)) == reports


def test_what_was_written_anew_by_another_program_is_read_too():
    data = json.loads(written(port(), ferry(), strait()))
    data["first"]["items"].sort(key=lambda item: (item["type"], item["motivation"] == "describing"))
    assert read(json.dumps(data, indent=1)) == [port(), ferry(), strait()]
    assert read(json.dumps(data["first"]["items"])) == [port(), ferry(), strait()]


@settings(max_examples=60)
@given(analyses())
def test_any_analysis_comes_back(analysis):
    assert read(written(analysis, ferry())) == [analysis, ferry()]


@given(st.text(LETTERS), st.data())
def test_positions_are_code_points(text, data):
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    analysis = bare(text, claim("c", (Span(start, end),)))
    (item,) = [item for item in json.loads(written(analysis))["first"]["items"] if item["body"]["type"][0] == "Claim"]
    position, quote = item["target"]["selector"]
    assert (position["start"], position["end"]) == (start, end)
    assert quote["exact"] == text[start:end]
    assert (quote["prefix"] + quote["exact"] + quote["suffix"]) in text


def test_a_line_is_an_annotation_and_nothing_splits_it():
    lines = written(port(), bare("a\u2028b\x85c\ud800")).splitlines()
    for line in lines[1:-1]:
        assert json.loads(line.rstrip(","))["type"] == "Annotation"
    assert lines[-1].startswith("]")


def test_an_empty_collection_is_one():
    data = json.loads(written())
    assert (data["total"], data["first"]["items"]) == (0, [])
    assert read(written()) == []


@pytest.fixture(scope="module")
def triples():
    key = next(key for key, claim in keyed(ferry()) if claim.id == "c")
    decision = Decision(1, "ab" * 32, "reject", key, {}, "Ana Ruiz", "2031-03-11T10:00:00Z", "nobody said so")
    out = io.StringIO()
    with webannotation.writing(out) as write:
        write(port())
        write(ferry(), [decision])
        write(strait())
    return graph(out.getvalue())


@pytest.mark.parametrize(
    ("things", "broken"),
    [
        ("?x a oa:Annotation", "NOT EXISTS {?x oa:hasTarget ?t}"),
        ("?x a oa:Annotation", "isBlank(?x)"),
        ("?x oa:motivatedBy ?a", "EXISTS {?x oa:motivatedBy ?b FILTER (?a != ?b)}"),
        ("?y oa:motivatedBy ?x", "!STRSTARTS(STR(?x), STR(oa:))"),
        ("?x a oa:SpecificResource", "NOT EXISTS {?x oa:hasSource ?s}"),
        ("?x oa:hasSource ?a", "EXISTS {?x oa:hasSource ?b FILTER (?a != ?b)}"),
        ("?x a oa:TextPositionSelector", "NOT EXISTS {?x oa:start ?s; oa:end ?e FILTER (?s >= 0 && ?s <= ?e)}"),
        ("?x a oa:TextQuoteSelector", "NOT EXISTS {?x oa:exact ?e}"),
        ("?x a oa:TextualBody", "NOT EXISTS {?x rdf:value ?v}"),
        ("?x a as:OrderedCollection", "NOT EXISTS {?x as:totalItems ?n; as:first ?p}"),
        ("?x a as:OrderedCollectionPage", "NOT EXISTS {?x as:items ?i}"),
        ("?x dcterms:created ?d", "DATATYPE(?d) != <http://www.w3.org/2001/XMLSchema#dateTime>"),
        ("?x a prov:Attribution", "NOT EXISTS {?x prov:agent ?a . ?a a prov:Agent}"),
        ("?y prov:wasAttributedTo ?x", "NOT EXISTS {?x a prov:Agent}"),
        ("?y prov:wasQuotedFrom ?x", "NOT EXISTS {?x a prov:Entity}"),
        ("?y prov:wasGeneratedBy ?x", "NOT EXISTS {?x a prov:Activity; prov:wasAssociatedWith ?p}"),
    ],
)
def test_what_w3c_says_must_be(triples, things, broken):
    assert triples.query(f"{NAMES} ASK {{ {things} }}").askAnswer
    assert list(triples.query(f"{NAMES} SELECT ?x {{ {things} FILTER ({broken}) }}")) == []


def test_the_total_is_the_number_of_annotations(triples):
    (counted,) = triples.query(f"{NAMES} SELECT (COUNT(DISTINCT ?x) AS ?n) {{ ?x a oa:Annotation }}")
    (total,) = triples.query(f"{NAMES} SELECT ?n {{ ?x as:totalItems ?n; a as:OrderedCollection }}")
    assert counted[0].toPython() == total[0].toPython()


def test_provenance_can_be_asked_for(triples):
    asked = f"""{NAMES} SELECT ?name ?depth {{
        ?claim s:factuality "CT+" ; prov:wasQuotedFrom ?report ; prov:qualifiedAttribution ?relay .
        ?report s:key "ferry-en" . ?relay prov:agent ?source ; s:depth ?depth . ?source foaf:name ?name .
        ?annotation oa:hasBody ?claim ; oa:hasTarget/oa:hasSelector/oa:exact "the radar had failed twice before"
    }} ORDER BY ?depth"""
    assert [(str(name), int(depth)) for name, depth in triples.query(asked)] == [
        ("the Harbour Post", 1),
        ("two officers", 2),
    ]


def test_the_program_is_an_agent_with_its_version(triples):
    asked = (
        f"{NAMES} SELECT DISTINCT ?v {{ ?x a oa:Annotation; as:generator ?p . ?p a prov:SoftwareAgent; s:version ?v }}"
    )
    assert len(list(triples.query(asked))) == 1


def test_a_decision_is_a_person_s_assessment(triples):
    asked = f"""{NAMES} SELECT ?who ?why ?claim {{
        ?x oa:motivatedBy oa:assessing ; dcterms:creator/foaf:name ?who ; oa:hasTarget ?claim ;
           oa:hasBody/rdf:value ?why . ?claim s:speech_act "deny" }}"""
    assert [tuple(map(str, row)) for row in triples.query(asked)] == [
        ("Ana Ruiz", "nobody said so", iri("claim", ferry().report.id, "c"))
    ]


def test_decisions_find_claims_by_their_keys_and_are_not_read():
    key = next(key for key, claim in keyed(ferry()) if claim.id == "c")
    decisions = [
        Decision(1, "ab" * 32, "note", key, {"a": 1}, "Ana", "2031-03-11T10:00:00Z", "see there"),
        Decision(2, "cd" * 32, "grade", "k9", {"grade": "B"}, "Ana", "2031-03-11T10:00:00Z", None),
        Decision(3, "ef" * 32, "undo", "2", None, "Ana", "2031-03-11T10:00:00Z", None),
    ]
    text = written(ferry(), decisions=decisions, keys={"m": "k9"})
    noted, graded, undone = json.loads(text)["first"]["items"][-3:]
    assert (noted["motivation"], noted["target"]) == ("commenting", iri("claim", ferry().report.id, "c"))
    assert json.loads(noted["body"][0]["sets"]) == {"a": 1}
    assert (graded["motivation"], graded["target"]) == ("assessing", iri("source", ferry().report.id, "m"))
    assert (undone["motivation"], undone["target"]) == ("editing", graded["id"])
    assert read(text) == [ferry()]


def test_an_address_is_the_source_and_the_report_tells_versions_apart():
    first, second = (
        replace(
            bare(text, claim("c", at(text, "sank"))), report=replace(bare(text).report, location="https://x.example/a")
        )
        for text in ("The Vey sank.", "The Vey nearly sank.")
    )
    items = json.loads(written(first, second))["first"]["items"]
    assert {item["target"]["source"] for item in items if item["motivation"] == "identifying"} == {
        "https://x.example/a"
    }
    assert len({item["body"]["id"] for item in items if item["motivation"] == "describing"}) == 2
    assert read(json.dumps(items)) == [first, second]


@pytest.mark.parametrize("location", ["C:\\news\\a.txt", "https://x.example/a b", "javascript:alert(1)", "notes/a.txt"])
def test_what_is_no_address_becomes_no_iri(location, caplog):
    report = replace(ferry().report, location=location)
    text = written(replace(ferry(), report=report))
    with caplog.at_level(logging.WARNING, "rdflib"):
        graph(text)
    assert not caplog.records
    assert read(text)[0].report.location == location


def test_the_context_agrees_with_itself():
    for term, meaning in CONTEXT.items():
        name = meaning["@id"] if isinstance(meaning, dict) else meaning
        assert isinstance(name, str | float), term
        if isinstance(name, str) and ":" in name and not name.startswith(("http", "urn:")):
            assert name.split(":")[0] in CONTEXT


def test_the_guide_s_example_and_question_hold():
    guide = (Path(__file__).parents[2] / "docs" / "formats" / "webannotation.md").read_text(encoding="utf-8")
    example, question = (guide.split(f"```{kind}\n")[1].split("```")[0] for kind in ("json", "sparql"))
    text = "The Vey sank, Ana Ruiz said."
    said = claim("c1", at(text, "The Vey sank"), relay(text, "s1", "Ana Ruiz", "said"))
    analysis = bare(text, said, sources=(Source("s1", "Ana Ruiz", "person", at(text, "Ana Ruiz")),))
    _, found, *_ = webannotation.annotated(analysis)
    assert found | {"generator": ""} == json.loads(example) | {"generator": ""}
    answers = graph(written(analysis)).query(NAMES + question)
    assert [(str(words), int(depth), str(who)) for words, depth, who in answers] == [("The Vey sank", 1, "Ana Ruiz")]


# What others add or change


def test_what_was_changed_comes_back(ferry_file):
    data, items = ferry_file
    text = ferry().report.text
    items["claim:a"]["body"]["factuality"] = "PS+"
    position, quote = items["claim:a"]["target"]["selector"]
    position["start"], position["end"] = at(text, "ran aground")[0]
    quote["exact"] = "ran aground"
    found = read(json.dumps(data))[0]
    assert found.claims[0] == replace(ferry().claims[0], factuality="PS+", spans=at(text, "ran aground"))
    assert found.claims[1:] == ferry().claims[1:]


def test_the_order_of_relays_is_their_depth(ferry_file):
    data, items = ferry_file
    items["claim:e"]["body"]["relays"].reverse()  # to RDF they are a set
    assert read(json.dumps(data)) == [ferry()]


def test_a_position_that_does_not_hold_its_words_is_refused(ferry_file):
    data, items = ferry_file
    items["claim:a"]["target"]["selector"][0]["start"] += 4
    with pytest.raises(ReadError, match="does not hold the words"):
        read(json.dumps(data))


def test_what_was_deleted_is_no_longer_referred_to(ferry_file):
    data, items = ferry_file
    data["first"]["items"].remove(items["claim:d"])
    found = read(json.dumps(data))[0]
    assert [each.id for each in found.claims] == list("abcefg")
    assert {each.parent for each in found.claims} == {None}


def other(source, *, motivation="highlighting", body=None, **selector):
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "https://notes.example/1",
        "type": "Annotation",
        "motivation": motivation,
        "body": body or [],
        "target": {
            "source": source,
            "selector": [{"type": f"Text{kind}Selector", **of} for kind, of in selector.items()],
        },
    }


def with_other(analysis, *others):
    items = json.loads(written(analysis))["first"]["items"]
    return json.dumps([*others, *items])


def wave():
    return replace(bare(WAVE), report=replace(bare(WAVE).report, location="https://x.example/a"))


@pytest.mark.parametrize(
    "selector",
    [
        {"Position": {"start": 2, "end": 16}},
        {"Quote": {"exact": "El 𝔘-Boot zarpó"}},
        {"Position": {"start": 3, "end": 19}, "Quote": {"exact": "El 𝔘-Boot zarpó"}},
        {"Position": {"start": 900, "end": 914}, "Quote": {"exact": "El 𝔘-Boot zarpó", "prefix": "🌊 "}},
    ],
    ids=["code points", "words", "UTF-16", "of another text"],
)
def test_what_others_highlight_becomes_a_claim(selector):
    if "Quote" not in selector:
        selector["Position"]["end"] = 2 + len("El 𝔘-Boot zarpó")
    tags = [{"type": "TextualBody", "purpose": "tagging", "value": value} for value in ("CT-", "deny", "port")]
    (found,) = read(with_other(wave(), other("https://x.example/a", body=tags, **selector)))
    (added,) = found.claims
    assert (added.id, added.factuality, added.speech_act) == ("added1", "CT-", "deny")
    assert added.spans == at(WAVE, "El 𝔘-Boot zarpó")


def test_words_that_stand_twice_need_what_is_around_them():
    note = other("https://x.example/a", Quote={"exact": "🌊"})
    with pytest.raises(ReadError, match="more than once"):
        read(with_other(wave(), note))
    note["target"]["selector"][0]["prefix"] = "dijo "
    assert read(with_other(wave(), note))[0].claims[0].spans == (Span(WAVE.index("🌊", 1), WAVE.index("🌊", 1) + 1),)


@pytest.mark.parametrize(
    ("note", "said"),
    [
        (other("https://x.example/a", motivation="commenting", Quote={"exact": "zarpó"}), "marks no words"),
        (other("https://elsewhere.example/", Quote={"exact": "zarpó"}), "no report of this file"),
    ],
)
def test_what_cannot_be_mapped_is_told(note, said):
    told = []
    assert read(with_other(wave(), note), passed=told.append) == [wave()]
    assert len(told) == 1
    assert said in told[0]
    with pytest.warns(UserWarning, match=said):
        read(with_other(wave(), note))


def test_a_new_claim_may_bear_any_name():
    items = json.loads(written(bare("The Vey sank, Ana said.")))["first"]["items"]
    target = {**items[0], "report": items[0]["body"]["id"], "source": items[0]["target"]}
    quote = {"type": "TextQuoteSelector", "exact": "The Vey sank"}
    items += [
        {
            "id": "urn:x:1",
            "type": "Annotation",
            "body": {"type": "Claim", "relays": {"agent": "urn:x:ana", "how": "said"}},
            "target": {"source": target["source"], "selector": quote},
        },
        {
            "id": "urn:x:2",
            "type": "Annotation",
            "body": {"id": "urn:x:ana", "type": ["Source"], "name": "Ana", "kind": "person"},
            "target": {"source": target["source"], "selector": {"type": "TextQuoteSelector", "exact": "Ana"}},
        },
    ]
    (found,) = read(json.dumps(items))
    assert found.claims[0].relays == (replace(relay("", "added1"), how="said"),)
    assert found.sources == (Source("added1", "Ana", "person", (Span(14, 17),)),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no JSON"),
        ("words", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ("{}", "no annotation"),
        ('{"type": "AnnotationCollection", "first": "https://x.example/1"}', "no annotation"),
        ('{"type": "AnnotationPage", "items": [], "next": "https://x.example/2"}', "lies elsewhere"),
        (json.dumps(other("https://x.example/", Quote={"exact": "a"})), "no text of what"),
        (written(ferry())[:-2000], "no JSON"),
        ("".join(written(ferry()).splitlines(keepends=True)[:-1]), "breaks off"),
        ("\n".join(written(ferry()).splitlines()[:1] + written(ferry()).splitlines()[2:]), "away from its report"),
        (written(ferry()).replace('"CT-"', '"certain"'), "none of CT"),
        (written(ferry()).replace('"confidence":0.9', '"confidence":NaN'), "no JSON"),
        (written(ferry()).replace('"key":"ferry-en"', '"key":7'), "key of a report is 7"),
        (written(ferry()).replace('"relays":[{', '"relays":["x",{'), "another form"),
        (written(ferry()).replace('"name":"Northline",', ""), "'name' is missing"),
    ],
    ids=range(15),
)
def test_what_is_no_such_file_is_refused_with_a_remedy(text, said):
    with pytest.raises(ReadError, match=said) as raised:
        read(text)
    assert raised.value.remedy
