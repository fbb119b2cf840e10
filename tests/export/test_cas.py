from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import cassis
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from tests.export.arbitrary import LETTERS, analyses
from tests.samples import at, bare, claim, ferry, port, relay
from tests.strait import strait

from segun.errors import ReadError, SegunError
from segun.export import cas, cas_json
from segun.export.cas import types
from segun.export.cas.characters import NOT_XML, escaped, held, restored, unescaped
from segun.export.jsonl import to_object
from segun.export.shared import keyed
from segun.model import Decision, Source, Span

FORMS = pytest.mark.parametrize("form", [cas, cas_json], ids=["xmi", "json"])
XMI = b'<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmi:version="2.0"/>'
WAVE = "🌊 El 𝔘-Boot zarpó, dijo 🌊 Ana Ruiz."


def written(*reports, form=cas, decisions=(), **more):
    out = io.BytesIO()
    with form.writing(out) as write:
        for analysis in reports:
            write(analysis, decisions, **more)
    return out.getvalue()


def read(data):
    return list(cas.reading(io.BytesIO(data)))


def opened(data, nth=0):
    """What another program sees: the CAS as cassis loads it by itself."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types = cassis.load_typesystem(io.BytesIO(archive.read("TypeSystem.xml")))
        name = [name for name in archive.namelist() if name.endswith(".xmi")][nth]
        return cassis.load_cas_from_xmi(io.BytesIO(archive.read(name)), typesystem=types)


def packed(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def returned(document):
    """What comes back of a CAS that an annotator changed."""
    types = document.typesystem.to_xml()
    (found,) = read(packed(a_xmi=document.to_xmi(), TypeSystem_xml=types))
    return found


def link(document, owner, feature, *targets):
    made = document.typesystem.get_type(types.link(owner, feature))
    links = [made(role=role, target=target) for role, target in targets]
    return document.typesystem.get_type("uima.cas.FSArray")(elements=links)


@FORMS
def test_what_is_written_is_read_back(form):
    reports = [port(), ferry(), strait(), bare("")]
    assert read(written(*reports, form=form)) == reports


@settings(max_examples=60)
@given(analyses())
def test_any_analysis_comes_back_from_xmi(analysis):
    assert read(written(analysis)) == [analysis]


@settings(max_examples=60)
@given(analyses())
def test_any_analysis_comes_back_from_json(analysis):
    assert read(written(analysis, form=cas_json)) == [analysis]


@given(st.text(LETTERS))
def test_words_of_features_come_back(words):
    assert unescaped(escaped(words)) == words
    assert not NOT_XML.search(escaped(words))
    text, replaced = held(words, NOT_XML)
    assert len(text) == len(words)
    assert restored(text, replaced) == words


def test_offsets_in_the_file_are_utf_16():
    content = at(WAVE, "El 𝔘-Boot zarpó")
    data = written(bare(WAVE, claim("c", content)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read(archive.namelist()[1]))
    found = root.find("{http:///segun.ecore}Claim")
    units = WAVE.encode("utf-16-le")
    begin, end = int(found.get("begin")), int(found.get("end"))
    assert (begin, end) == (3, 19)
    assert units[2 * begin : 2 * end].decode("utf-16-le") == "El 𝔘-Boot zarpó"
    assert read(data)[0].claims[0].spans == content


def test_cassis_alone_sees_the_text_and_the_words():
    document = opened(written(port()))
    assert document.sofa_string == port().report.text
    words = {each.get_covered_text() for each in document.select("segun.Claim")}
    assert words >= {claim.spans[0].of(document.sofa_string) for claim in port().claims}
    (meta,) = document.select(types.METADATA)
    assert (meta.documentId, meta.language) == (port().report.key, "es")


def test_the_types_are_what_inception_takes_for_span_layers():
    system = types.typesystem()
    for layer in (*types.BY_NAME, types.REPORT, types.PART, types.DECISION):
        made = system.get_type(layer)
        assert made.supertype.name == "uima.tcas.Annotation"
        for feature in made.features:
            if feature.rangeType.name == "uima.cas.FSArray":
                assert feature.elementType.supertype.name == "uima.cas.TOP"
                assert [each.name for each in feature.elementType.features] == ["role", "target"]
            else:
                assert feature.rangeType.name.removeprefix("uima.cas.") in {
                    "String",
                    "Integer",
                    "Float",
                    "Boolean",
                    "StringArray",
                }


def test_every_field_of_a_record_has_a_feature():
    data = to_object(strait()) | {"credits": []}
    for layer in types.LAYERS:
        for record in data[layer.records][:1] if layer.records else ():
            assert set(record) - {layer.where} <= {field.field for field in layer.fields}


def test_the_guide_names_every_layer_and_the_features_of_the_main_ones():
    guide = (Path(__file__).parents[2] / "docs" / "formats" / "cas.md").read_text(encoding="utf-8")
    for name in (*types.BY_NAME, types.REPORT, types.PART, types.DECISION):
        (row,) = [line for line in guide.splitlines() if line.startswith("| `") and f"`{name}`" in line]
        if name.removeprefix("segun.") in {"Claim", "Relay", "Source", "Time", "Place", "Quantity"}:
            assert {field.feature for field in types.BY_NAME[name].fields} - {"mention"} <= set(re.findall(r"\w+", row))


def test_what_an_annotator_moves_and_changes_comes_back():
    document = opened(written(ferry()))
    text = document.sofa_string
    first = next(each for each in document.select("segun.Claim") if each.identifier == "a")
    first.begin, first.end = at(text, "ran aground on Tuesday")[0]
    first.factuality = "PR+"
    found = returned(document)
    assert found.claims[0] == replace(ferry().claims[0], spans=at(text, "ran aground on Tuesday"), factuality="PR+")
    assert found.claims[1:] == ferry().claims[1:]
    assert found.sources == ferry().sources


def test_a_part_of_a_claim_can_be_moved_and_added():
    text = "The bridge, said Ana Ruiz, will close on Monday at noon."
    whole = claim("c", at(text, "The bridge", "will close on Monday"))
    document = opened(written(bare(text, whole)))
    (content,) = document.select("segun.Claim")
    part = content.parts.elements[0].target
    part.end = part.begin + len("will close")
    more = document.typesystem.get_type(types.PART)(begin=text.index("at noon"), end=len(text) - 1)
    document.add(more)
    content.parts = link(document, "segun.Claim", "parts", ("", part), ("", more))
    assert returned(document).claims[0].spans == at(text, "The bridge", "will close", "at noon")


def test_a_new_claim_with_a_new_source_comes_back():
    document = opened(written(ferry()))
    system, text = document.typesystem, document.sofa_string

    def add(name, words, **features):
        start = text.index(words)
        made = system.get_type(name)(begin=start, end=start + len(words), **features)
        document.add(made)
        return made

    who = add("segun.Source", "investigators", kind="group")
    cue = add("segun.Relay", "told")
    cue.named = link(document, "segun.Relay", "named", ("", who))
    new = add("segun.Claim", "nobody on the bridge had noticed")
    new.relays = link(document, "segun.Claim", "relays", ("", cue))
    found = returned(document)
    assert found.claims[:-1] == ferry().claims
    last = found.claims[-1]
    assert (last.id, last.factuality, last.confidence) == ("added1", "Uu", 1.0)
    assert last.spans == at(text, "nobody on the bridge had noticed")
    assert last.relays == (relay(text, "added1", "investigators", "told"),)
    assert found.sources[-1] == Source("added1", "investigators", "group", at(text, "investigators"))


def test_a_new_mention_belongs_to_the_source_of_that_name():
    document = opened(written(ferry()))
    start = document.sofa_string.index("Ellery asked")
    document.add(document.typesystem.get_type("segun.Source")(begin=start, end=start + 6, name="Maud Ellery"))
    (found,) = [source for source in returned(document).sources if source.id == "m"]
    assert found.mentions == (*ferry().sources[0].mentions, Span(start, start + 6))


def test_what_refers_to_a_deleted_claim_goes_with_it():
    document = opened(written(strait()))
    for each in list(document.select("segun.Claim")):
        if each.identifier in ("c3", "c11"):
            document.remove(each)
    found = returned(document)
    ids = {each.id for each in found.claims}
    assert "c3" not in ids
    assert {claim.parent for claim in found.claims} <= ids | {None}
    assert found.obligations == ()
    assert all(set(place.claims) <= ids for place in found.places)


def test_a_cas_without_segun_s_layers_gives_its_text():
    document = cassis.Cas(sofa_string=WAVE, document_language="x-unspecified")
    (found,) = read(packed(note_xmi=document.to_xmi(), TypeSystem_xml=document.typesystem.to_xml()))
    assert (found.report.key, found.report.text, found.report.language, found.claims) == ("note", WAVE, None, ())


def test_decisions_are_written_where_their_claim_stands_and_not_read():
    key = next(key for key, claim in keyed(ferry()) if claim.id == "c")
    decisions = [
        Decision(4, "ab" * 32, "reject", key, {"x": 1}, "Ana", "2031-03-11T10:00:00Z", "not said"),
        Decision(5, "cd" * 32, "grade", "k9", {"grade": "B"}, "Ana", "2031-03-11T10:00:00Z", None),
    ]
    data = written(ferry(), decisions=decisions, keys={"m": "k9"})
    graded, found = sorted(opened(data).select("segun.Decision"), key=lambda each: -each.number)
    assert (found.get_covered_text(), graded.get_covered_text()) == ("the pilot had been asleep", "Maud Ellery")
    assert (found.kind, found.on, found.by, json.loads(found.sets)) == ("reject", key, "Ana", {"x": 1})
    assert read(data) == [ferry()]


def test_the_bytes_depend_on_what_is_written_only():
    assert written(port(), ferry()) == written(port(), ferry())


def test_equal_reports_get_files_of_their_own():
    with zipfile.ZipFile(io.BytesIO(written(ferry(), ferry()))) as archive:
        assert len(set(archive.namelist())) == 3


def test_keys_cannot_leave_the_archive():
    hostile = replace(ferry(), report=replace(ferry().report, key="../../etc/x y"))
    with zipfile.ZipFile(io.BytesIO(written(hostile))) as archive:
        assert not any("/" in name or " " in name or name.startswith(".") for name in archive.namelist())


def test_a_stream_that_cannot_seek_will_do():
    class Pipe(io.BytesIO):
        def seekable(self):
            return False

        def seek(self, *_):
            raise io.UnsupportedOperation

        def tell(self):
            raise io.UnsupportedOperation

    out = Pipe()
    with cas.writing(out) as write:
        write(ferry())
    assert list(cas.reading(Pipe(out.getvalue()))) == [ferry()]


def test_one_json_file_without_a_zip_will_do():
    with zipfile.ZipFile(io.BytesIO(written(ferry(), form=cas_json))) as archive:
        assert read(archive.read(archive.namelist()[0])) == [ferry()]


def project(**files):
    """What INCEpTION exports of a whole project."""
    return packed(exportedproject1_json="{}", source__ferry_xmi=XMI, **files)


def test_a_whole_project_gives_what_was_curated():
    data = project(
        annotation__f__ana_zip=written(strait()), annotation__f__eva_zip=b"", curation__f__c_zip=written(ferry())
    )
    assert read(data) == [ferry()]


def test_a_project_of_one_annotator_gives_what_they_did():
    data = project(annotation__f__ana_zip=written(ferry()), annotation__g__ana_zip=written(port()))
    assert read(data) == [ferry(), port()]


def test_between_annotators_segun_does_not_choose():
    with pytest.raises(ReadError, match="several annotators"):
        read(project(annotation__f__ana_zip=written(ferry()), annotation__f__eva_zip=written(ferry())))


BOMB = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "neither a zip"),
        (b"plain words", "neither a zip"),
        (b"{}", "no CAS"),
        (b"{", "no CAS"),
        (b"PK\x03\x04broken", "The zip is broken"),
        (packed(readme_txt="x"), "holds no CAS"),
        (packed(a_xmi=XMI), "TypeSystem.xml"),
        (packed(a_xmi=BOMB + XMI, TypeSystem_xml=types.typesystem().to_xml()), "document type"),
        (packed(a_xmi=XMI, TypeSystem_xml=BOMB + b"<x/>"), "document type"),
        (packed(a_xmi=b"<a>", TypeSystem_xml=types.typesystem().to_xml()), "well-formed"),
        (packed(a_xmi=XMI, TypeSystem_xml=types.typesystem().to_xml()), "no text"),
        (written(ferry())[:-200], "The zip is broken"),
    ],
    ids=range(12),
)
def test_what_is_no_cas_is_refused_with_a_remedy(data, said):
    with pytest.raises(ReadError, match=said) as raised:
        read(data)
    assert raised.value.remedy


@pytest.mark.parametrize(
    ("layer", "feature", "value", "said"),
    [
        ("segun.Claim", "factuality", "certain", "none of CT"),
        ("segun.Claim", "confidence", 7.0, "between 0 and 1"),
        ("segun.Claim", "identifier", "b", "Two claims"),
        ("segun.Relay", "source", "nobody", "not there"),
        ("segun.Source", "kind", None, "has no kind"),
    ],
)
def test_what_segun_cannot_take_is_refused(layer, feature, value, said):
    document = opened(written(ferry()))
    for each in document.select(layer)[:3] if feature == "identifier" else document.select(layer):
        setattr(each, feature, value)
    with pytest.raises(ReadError, match=said):
        returned(document)


def test_numbers_must_be_numbers():
    document = opened(written(port()))
    document.select("segun.Quantity")[0].value = "1.500,5"
    with pytest.raises(ReadError, match="in digits"):
        returned(document)


def test_an_offset_within_a_character_is_refused():
    data = written(bare(WAVE, claim("c", at(WAVE, "zarpó"))))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        types, broken = archive.read("TypeSystem.xml"), archive.read(archive.namelist()[1])
    broken = broken.replace(b'begin="14"', b'begin="1"')
    with pytest.raises(ReadError, match="external offset"):
        read(packed(a_xmi=broken, TypeSystem_xml=types))


def test_a_file_that_swells_is_refused(monkeypatch):
    monkeypatch.setattr("segun.export.cas.archive.MOST", 1000)
    with pytest.raises(ReadError, match="more than"):
        read(written(ferry()))


def test_without_the_package_the_remedy_is_named(monkeypatch):
    def missing(name):
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("segun.export.cas.types.import_module", missing)
    types.cassis.cache_clear()
    try:
        with pytest.raises(SegunError, match=r"segun\[cas\]"):
            read(b"PK")
    finally:
        types.cassis.cache_clear()
