from __future__ import annotations

from dataclasses import replace

import pytest
from tests.ledger.conftest import moved
from tests.samples import bare, claim

from segun.ledger.errors import LedgerError, NotInLedgerError
from segun.ledger.index import days
from segun.ledger.selection import Near, Selection
from segun.model import Place, Relay, Source, Span


def contents(ledger, **wanted):
    return [found.content for found in ledger.find(Selection(**wanted))]


def test_a_claim_reads_with_who_says_so(ledger):
    found = next(ledger.find(Selection(words="channel buoys")))
    assert found.said_by[-1] == "Captain Ada Finch" or "Norrel" in found.said_by[0]
    assert found.report == "strait"


def test_everything_is_found_once_where_nothing_is_asked(ledger):
    assert ledger.count() == len(list(ledger.find())) == sum(each.claims for each in ledger.reports())


def test_source_is_who_asserts_and_via_who_relays(ledger):
    norrel = ledger.named("Norrel")
    asserted = {found.key for found in ledger.find(Selection(sources=norrel))}
    relayed = {found.key for found in ledger.find(Selection(via=norrel))}
    assert asserted
    assert relayed
    assert not asserted & relayed
    for found in ledger.find(Selection(via=norrel)):
        assert len(found.relays) > 1


def test_dates_of_publication_leave_out_what_has_none(ledger):
    assert {f.report for f in ledger.find(Selection(published_from="2031-04-02", published_to="2031-04-02"))} == {
        "port"
    }
    assert {f.report for f in ledger.find(Selection(published_from="2031"))} == {"port", "ferry"}
    assert {f.report for f in ledger.find(Selection(published_to="2031-05"))} == {"port", "ferry"}
    assert contents(ledger, published_from="2032") == []


def test_dates_of_events_are_what_a_claim_itself_says(ledger):
    assert any("Port Osk" in each for each in contents(ledger, event_from="2031-03-01", event_to="2031-03-31"))
    assert contents(ledger, event_from="2040") == []
    open_year = [f for f in ledger.find() if any("XXXX" in t for t in f.times)]
    assert open_year
    assert not {f.key for f in open_year} & {f.key for f in ledger.find(Selection(event_from="0001", event_to="9999"))}


def test_places_by_name_and_by_distance(empty):
    text = "Fiji Samoa Oslo"
    spots = {"Fiji": (-17.8, 179.9), "Samoa": (-13.8, -179.9), "Oslo": (59.9, 10.7)}
    claims, places = [], []
    for number, (name, (lat, lon)) in enumerate(spots.items()):
        span = Span(text.index(name), text.index(name) + len(name))
        claims.append(claim(f"c{number}", (span,)))
        places.append(Place(span, name, None, lat, lon, None, 0.9, (f"c{number}",)))
    empty.add(replace(bare(text, *claims), places=tuple(places)))
    assert contents(empty, place="OSLO") == ["Oslo"]
    assert contents(empty, near=Near(60, 11, 50)) == ["Oslo"]
    assert contents(empty, near=Near(60, 11, 10)) == []
    assert sorted(contents(empty, near=Near(-16, -180, 300))) == ["Fiji", "Samoa"]  # across the date line
    assert contents(empty, near=Near(89.9, -100, 3400)) == ["Oslo"]  # over the pole
    with pytest.raises(LedgerError, match="no point"):
        contents(empty, near=Near(91, 0, 5))


def test_metonymy_is_no_point_on_the_map(empty):
    place = Place(Span(0, 6), "Moscow", "RU", 55.75, 37.6, None, 0.9, ("c1",), metonymy=True)
    empty.add(replace(bare("Moscow denied it.", claim("c1", (Span(0, 17),))), places=(place,)))
    assert contents(empty, place="moscow") == ["Moscow denied it."]
    assert contents(empty, near=Near(55.75, 37.6, 100)) == []


def test_a_state_s_own_name_finds_all_that_stand_for_it(empty):
    text = "Moscow denied it. The Kremlin agreed. Oslo was silent."
    spans = {"Moscow": Span(0, 16), "The Kremlin": Span(18, 36), "Oslo": Span(38, 53)}
    sources = tuple(Source(f"s{n}", name, "place", (span,)) for n, (name, span) in enumerate(spans.items()))
    claims = tuple(
        claim(f"c{n}", (span,), relays=(Relay(f"s{n}", (span,), (), "said"),)) for n, span in enumerate(spans.values())
    )
    empty.add(replace(bare(text, *claims), sources=sources))
    assert {each.name for each in empty.sources(empty.named("Russia"))} == {"Moscow", "The Kremlin"}
    assert {each.name for each in empty.sources(empty.named("Moscow"))} == {"Moscow"}
    assert {each.stands_for for each in empty.sources(empty.named("Rusia"))} == {"RU"}


def test_an_area_is_near_to_nothing(empty):
    place = Place(Span(0, 6), "Kallin", "NX", 60.0, 10.0, None, 0.9, ("c1",), kind="adm1")
    empty.add(replace(bare("Kallin flooded.", claim("c1", (Span(0, 15),))), places=(place,)))
    assert contents(empty, near=Near(60, 10, 100)) == []


def test_further_filters(ledger):
    assert {f.factuality for f in ledger.find(Selection(factuality=("CT-",)))} == {"CT-"}
    assert {f.speech_act for f in ledger.find(Selection(speech_act=("promise", "deny")))} == {"promise", "deny"}
    assert {f.report for f in ledger.find(Selection(language="es"))} == {"port"}
    assert all(f.confidence >= 0.9 for f in ledger.find(Selection(min_confidence=0.9)))
    assert contents(ledger, added_since="9999") == []
    assert len(contents(ledger, added_since="2000")) == ledger.count()


def test_pages_are_slices_of_the_whole(ledger):
    whole = [f.key for f in ledger.find()]
    assert [f.key for skip in range(0, len(whole), 4) for f in ledger.find(limit=4, skip=skip)] == whole
    assert [f.key for f in ledger.find(skip=4)] == whole[4:]


@pytest.mark.parametrize("sort", ["newest", "oldest", "relevance", "confidence", "added", "report"])
def test_every_order_holds_the_same_claims(ledger, sort):
    assert {f.row for f in ledger.find(Selection(words="the", sort=sort))} == {
        f.row for f in ledger.find(Selection(words="the"))
    }
    assert ledger.count(Selection(sort=sort)) == ledger.count()


def test_a_source_that_nobody_named_is_told_with_near_ones(ledger):
    with pytest.raises(NotInLedgerError, match="Did you mean"):
        ledger.named("Norrell Agency")
    assert ledger.named("ada finch")


def test_a_report_by_key_id_or_address(ledger):
    one = ledger.report("ferry")
    assert ledger.report(one.report_id) == ledger.report("https://post.example/ferry") == one
    with pytest.raises(NotInLedgerError):
        ledger.report("nowhere")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-03-03", "2031-03-03", "2031-03-03"),
        ("2031-02", "2031-02-01", "2031-02-28"),
        ("2031", "2031-01-01", "2031-12-31"),
        ("203", "2030-01-01", "2039-12-31"),
        ("2031-03-03T12", "2031-03-03", "2031-03-03"),
        ("2031-03-03TNI", "2031-03-03", "2031-03-04"),
        ("XXXX-04-28", None, None),
        ("PAST_REF", None, None),
        (None, None, None),
        ("9999", None, None),
    ],
)
def test_the_days_of_a_value(value, first, last):
    assert days(value) == (first, last)


def test_rejected_claims_are_left_out_unless_asked_for(ledger):
    one = next(found for found in ledger.find(Selection(report="ferry")) if found.relays)
    (before,) = ledger.sources(ledger.named(one.relays[-1].source))
    ledger.decide("reject", one.key, {}, by="ana")
    (after,) = ledger.sources([before.row])
    assert after.claims == before.claims - 1
    assert one.key not in {f.key for f in ledger.find()}
    assert [f.key for f in ledger.find(Selection(review=("rejected",)))] == [one.key]


def test_the_same_words_elsewhere_are_found_once_for_each_report(ledger):
    one = ledger.analysis("ferry")
    ledger.add(moved(one, location="https://mirror.example", outlet="Mirror"), program="test 1")
    assert len({f.report for f in ledger.find(Selection(words="radar"))}) == 2


def test_only_digits_of_a_key_begin_one(ledger):
    for pattern in ("*", "?", "[0-9a-f]*", "%", ""):
        with pytest.raises(LedgerError):
            ledger.decide("accept", pattern, {}, by="ana")


def test_a_new_name_of_a_source_that_people_merged_goes_with_it(empty):
    def said_by(name, number):
        said = claim("c1", (Span(0, 4),), Relay("s1", (), (), "said"))
        source = Source("s1", name, "organisation", (), ("KCNA",) if "Agencia" in name else ())
        empty.add(moved(bare(f"Said {number}", said, sources=(source,)), key=f"k{number}"))

    said_by("KCNA", 1)
    said_by("Northern Wire", 2)
    empty.decide("merge", "Northern Wire", {"source": "KCNA"}, by="ana")
    said_by("la Agencia Central de Noticias de Corea (KCNA)", 3)
    (one,) = empty.sources()
    assert (one.name, one.claims) == ("Northern Wire", 3)
    assert empty.stale() == []


def test_what_was_imported_is_not_out_of_date(empty):
    empty.add(moved(bare("Said so.", claim("c1", (Span(0, 4),)))), program="import cas")
    assert list(empty.outdated("segun 9")) == []
    assert empty.count_outdated("segun 9") == 0
