from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.ledger.conftest import moved
from tests.samples import bare, claim, ferry, port

from segun.ledger.ledger import Ledger
from segun.ledger.packing import circumstances, pack, unpack
from segun.ledger.selection import Selection
from segun.model import Relay, Source, Span


def rows(ledger, table):
    return ledger._connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - our own


def test_an_analysis_comes_out_as_it_went_in(empty):
    for analysis in (port(), ferry()):
        empty.add(analysis)
        assert empty.analysis(analysis.report.key) == analysis


def test_the_same_words_at_ten_outlets_are_ten_reports_with_one_text_and_one_analysis(empty):
    for number in range(10):
        kept = empty.add(moved(port(), outlet=f"Outlet {number}", location=f"https://o{number}.example/a"))
        assert kept.state == ("shared" if number else "new")
    assert (rows(empty, "reports"), rows(empty, "texts"), rows(empty, "analyses")) == (10, 1, 1)
    assert rows(empty, "claims") == len(port().claims)
    assert empty.count() == 10 * len(port().claims)


def test_met_again_it_is_only_seen_again(empty):
    first = empty.add(port())
    before = {table: rows(empty, table) for table in ("reports", "texts", "analyses", "claims", "names", "relays")}
    again = empty.add(port())
    assert (first.state, again.state) == ("new", "known")
    assert again.key == first.key
    assert {table: rows(empty, table) for table in before} == before
    assert empty.report(first.key).sightings == 2


def test_changed_words_at_an_address_are_a_new_version_and_the_difference_is_shown(empty):
    address = "https://marea.example/puerto"
    old = bare("The pier holds 40 boats. It is old.", claim("c1", (Span(0, 23),)))
    new = bare("The pier holds 14 boats. It is old.", claim("c1", (Span(0, 23),)))
    assert empty.add(moved(old, location=address, key="pier")).version == 1
    kept = empty.add(moved(new, location=address, key="pier"))
    assert (kept.version, kept.key) == (2, "pier-2")
    one, two = empty.versions(empty.report("pier"))
    changes = empty.changes(one, two)
    assert [(c.kind, c.words) for c in changes if c.kind != "same"] == [("gone", "40"), ("new", "14")]
    assert "".join(c.words for c in changes if c.kind != "new") == old.report.text
    assert "".join(c.words for c in changes if c.kind != "gone") == new.report.text
    assert empty.report(address).version == 2


def test_another_day_of_publication_is_another_analysis(empty):
    empty.add(moved(port(), published="2031-04-02", location="https://a.example"))
    assert empty.add(moved(port(), published="2031-04-03", location="https://b.example")).state == "new"
    assert empty.add(moved(port(), published="2031-04-03T10:00+02:00", location="https://c.example")).state == "shared"


def test_keys_are_unique_however_many_ask_for_one(empty):
    keys = [empty.add(moved(ferry(), location=f"https://x.example/{n}", key="index")).key for n in range(12)]
    assert keys == ["index", *(f"index-{n}" for n in range(2, 13))]


def test_a_report_whose_language_was_told_from_its_text_shares_its_analysis(empty):
    read = replace(port().report, language=None, location="https://a.example")
    found = pack(moved(port(), location="https://a.example"), read, "p")
    run = empty.begin("add", "p")
    empty.keep([found], "p", run)
    elsewhere = replace(read, location="https://b.example")
    assert empty.state(elsewhere, "p") == "shared"
    assert empty.state(elsewhere, "another program") == "new"
    empty.keep([elsewhere], "p", run)
    assert [each.language for each in empty.reports()] == ["es", "es"]


def test_a_batch_is_kept_whole_or_not_at_all(empty):
    run = empty.begin("add", "p")
    lacking = replace(ferry().report, text="never analysed")
    with pytest.raises(ValueError, match="no analysis"):
        empty.keep([pack(port(), port().report, "p"), lacking], "p", run)
    assert rows(empty, "reports") == rows(empty, "texts") == rows(empty, "claims") == rows(empty, "words") == 0


def test_a_newer_analysis_takes_over_and_the_old_one_stays_readable(ledger):
    words = ledger.count(Selection(words="remolcadores"))
    old = next(ledger.outdated("test 2"))
    assert {each.key for each in ledger.outdated("test 2")} == {"port", "ferry", "strait"}
    found = ledger.analysis(old.key)
    fewer = replace(found, claims=tuple(c for c in found.claims if c.parent is None)[:1], times=(), places=())
    assert ledger.renew(pack(fewer, old, "test 2"))
    assert [each.key for each in ledger.outdated("test 2")] == ["ferry", "strait"]
    assert len(ledger.analysis("port").claims) == 1
    assert ledger.count(Selection(report="port")) == 1
    assert words >= 1
    earlier = ledger.earlier(ledger.report("port"))
    assert [program for program, _, _ in earlier] == ["test 1", "test 2"]
    assert earlier[0][2] == found
    assert ledger.faults() == []


def test_sources_are_one_entry_across_reports_where_their_name_says_who_they_are(empty):
    for number in range(2):
        empty.add(moved(port(), published=f"2031-04-0{number + 1}", location=f"https://{number}.example"))
    other = port()
    empty.add(moved(replace(other, report=replace(other.report, text=other.report.text + " Fin.")), location="x"))
    named = {each.name: each for each in empty.sources() if each.reports > 1}
    assert any("Irene Ferreiro" in name for name in named)
    unnamed = [s for s in port().sources if s.kind in {"unnamed", "group"}]
    for source in unnamed:
        assert source.name not in {name for name, each in named.items() if each.reports > 2}


@pytest.mark.parametrize("order", [(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)])
def test_an_agency_is_one_source_by_all_its_names_in_whatever_order_they_come(empty, order):
    names = (
        ("KCNA", ()),
        ("la Agencia Central de Noticias de Corea", ()),
        ("조선중앙통신", ()),
        ("la agencia de noticias central de Corea del Norte (KCNA)", ("KCNA",)),
    )
    for number in order:
        name, aliases = names[number]
        text = f"Una cosa {number}."
        said = claim("c1", (Span(0, 8),), Relay("s1", (), (), "said"))
        empty.add(moved(bare(text, said, sources=(Source("s1", name, "organisation", (), aliases),)), key=f"k{number}"))
    (found,) = empty.sources()
    assert (found.name, found.claims) == ("KCNA", 4)
    assert {name for name, _ in names} == set(found.names)
    assert empty.named("조선중앙통신") == empty.named("kcna") == (found.row,)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200), st.data())
def test_every_span_comes_back_for_any_text(tmp_path_factory, text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    analysis = bare(text, claim("c1", (Span(start, end),)))
    path = tmp_path_factory.mktemp("l") / "a.segun"
    with Ledger(path, create=True) as ledger:
        kept = ledger.add(analysis)
        back = ledger.analysis(kept.key)
        assert back.report.text == text
        assert back.claims == analysis.claims
        assert [found.content for found in ledger.find()] == [text[start:end]]
    assert unpack(pack(analysis, analysis.report, "p").object, analysis.report) == analysis


def test_circumstances_are_what_an_analysis_depends_on():
    report = port().report
    assert circumstances(report) == circumstances(replace(report, outlet="Another", location="elsewhere", key="k"))
    assert circumstances(report) != circumstances(replace(report, language="en"))
    assert circumstances(report) != circumstances(replace(report, published="1999-01-01"))
