from __future__ import annotations

import json
import re

import pytest
from tests.serve.desk_of import HOSTILE, desk_of, filled, keys, saying, send, signed_in

from segun.ledger.ledger import Ledger
from segun.match import store
from segun.match.objects import derivation_object, group_object
from segun.match.records import Derivation, Group, Loss, Member, Passage, Statement
from segun.model import Span

ICE = "the old harbour of Brea froze over on the second night of January and no boat could leave it"


@pytest.fixture
def path(tmp_path):
    return filled(
        tmp_path / "news.segun",
        saying("one", "Maud Ellery", ICE, outlet="Harbour Post", published="2031-01-03"),
        saying("two", "Nils Orme", f"{ICE} again", outlet="Evening Sun", published="2031-01-04"),
        saying("bad", f"Eve {HOSTILE}", f"{HOSTILE} melts", title=HOSTILE, outlet=HOSTILE),
    )


def traced(path):
    """Put a trace in: the second report has something from the first one, and lost who said so."""
    (first, second, _), _ = keys(path)
    with Ledger(path) as ledger:
        texts = {key: ledger.analysis(key).report.text for key in ("one", "two")}
        spans = {key: Span(text.index(ICE), text.index(ICE) + len(ICE)) for key, text in texts.items()}
        before = Statement("one", first, (spans["one"],), ICE, ("Maud Ellery",))
        after = Statement("two", second, (spans["two"],), ICE, ("Nils Orme",))
        derivation = Derivation(
            "two", "one", "edit", True, 0.8, ("of one",), (Loss("lost", before, after),),
            passages=(Passage(spans["one"], spans["two"], 1.0),),
        )  # fmt: skip
        group = Group("g1", (Member(before, None), Member(after, None)), (), 1, (), "One origin.")
        rows = [("derivation", derivation_object(derivation)), ("group", group_object(group))]
        store.keep(
            ledger,
            [
                {"story": "one", "kind": kind, "number": n, "object": json.dumps(each)}
                for n, (kind, each) in enumerate(rows)
            ],
            program="test 1",
            reports=2,
            gone=(),
            traced={"one": ("x", "one"), "two": ("x", "one")},
            keys=(("one", 0.0, b""), ("two", 0.0, b"")),
        )


@pytest.mark.parametrize("address", ["/compare?a=one&b=two", "/compare?a=two&b=one"])
def test_a_derivation_shows_the_parent_first_with_what_was_lost(path, address):
    traced(path)
    answer = desk_of(path).get(address)
    assert answer.status_code == 200
    assert re.findall(r'<h3><a href="/reports/(\w+)"', answer.text) == ["one", "two"]
    assert "What became of the attribution" in answer.text
    assert "nobody says so any more" in answer.text
    assert answer.text.count("<mark>") >= 3, "the key, and the words taken over on both sides"
    both = answer.text[answer.text.index("What both claim") :]
    assert 'href="/echo/g1"' in both
    assert "Maud Ellery" in both
    assert "Nils Orme" in both


def test_without_a_trace_the_texts_are_compared_in_the_order_asked(path):
    html = desk_of(path).get("/compare?a=two&b=one").text
    assert re.findall(r'<h3><a href="/reports/(\w+)"', html) == ["two", "one"]
    assert "1 passage in common" in html
    assert "harbour" in re.sub(r"<[^>]*>", "", html)
    assert "What became of the attribution" not in html
    assert "no claim that both carry" in html


def test_two_reports_that_share_nothing(path):
    assert "No words in common" in desk_of(path).get("/compare?a=one&b=bad").text


def test_two_sources_show_what_each_asserts_and_what_both_do(path):
    traced(path)
    _, (maud, nils, eve) = keys(path)
    html = desk_of(path).get(f"/compare?a={maud}&b={nils}").text
    assert html.count("asserts 1 claim,") == 2
    assert 'href="/echo/g1"' in html
    assert f'href="/sources/{maud}"' in html
    other = desk_of(path).get(f"/compare?a={maud}&b={eve}").text
    assert "no claim that both assert" in other


def test_relays_are_named(tmp_path):
    from tests.samples import ferry

    path = filled(tmp_path / "f.segun", ferry())
    with Ledger(path) as ledger:
        by_name = {each.name: each for each in ledger.sources()}
    relaying = next(each for each in by_name.values() if each.relayed)
    other = next(each for each in by_name.values() if each is not relaying)
    html = desk_of(path).get(f"/compare?a={relaying.key}&b={other.key}").text
    assert "Whom it relays" in html


def test_what_comes_from_reports_is_escaped(path):
    _, (maud, _, eve) = keys(path)
    for address in ("/compare?a=bad&b=one", f"/compare?a={eve}&b={maud}", "/compare?a=bad", "/compare/choices?a=alert"):
        html = desk_of(path).get(address).text
        assert HOSTILE not in html, address
        assert "&lt;script&gt;alert(1)" in html, address
    assert HOSTILE not in desk_of(path).get("/compare", params={"a": f'"{HOSTILE}', "b": "one"}).text


def test_nothing_or_one_named_gives_the_form(path):
    desk = desk_of(path)
    empty = desk.get("/compare")
    assert empty.status_code == 200
    assert 'name="a"' in empty.text
    assert 'name="b"' in empty.text
    one = desk.get("/compare?a=one")
    assert one.status_code == 200
    assert 'value="one"' in one.text
    assert 'role="alert"' not in one.text


def test_unknown_keys_are_told_and_what_is_called_so_is_offered(path):
    answer = desk_of(path).get("/compare?a=one&b=evening")
    assert answer.status_code == 404
    assert "No report or source has the key evening." in answer.text
    assert 'href="/compare?a=one&amp;b=two"' in answer.text


def test_a_report_and_a_source_are_not_compared(path):
    _, (maud, *_) = keys(path)
    answer = desk_of(path).get(f"/compare?a=one&b={maud}")
    assert answer.status_code == 200
    assert "A report and a source cannot be compared." in answer.text


def test_choices_are_reports_and_sources_with_the_words(path):
    desk = desk_of(path)
    _, (_, nils, _) = keys(path)
    assert f'value="{nils}"' in desk.get("/compare/choices?b=orme").text
    assert 'value="two"' in desk.get("/compare/choices?a=sun").text
    assert "option" not in desk.get("/compare/choices").text


def test_a_reader_may_compare(path):
    assert signed_in(path, "Leo", "reader").get("/compare?a=one&b=two").status_code == 200


def test_what_two_texts_are_to_each_other_can_be_decided_there(path):
    traced(path)
    (first, second, _), _ = keys(path)
    desk = desk_of(path)
    page = "/compare?a=one&b=two"
    for form in (
        {"kind": "different", "target": first, "with": second},
        {"kind": "derived", "target": "two", "with": "one", "how": "copy"},
        {"kind": "independent", "target": "two", "with": "one"},
    ):
        answer = send(desk, "/compare/decide", seen=page, a="one", b="two", why="read both", **form)
        assert (answer.status_code, answer.headers["location"]) == (303, f"{page}&told={form['kind']}")
    assert "Decided. The next trace follows it" in desk.get(answer.headers["location"]).text
    assert "3 decisions were taken since the trace." in desk.get(page).text
    with Ledger(path) as ledger:
        assert [each.kind for each in ledger.decisions()] == ["different", "derived", "independent"]
    assert send(desk, "/compare/decide", seen=page, a="one", b="two", kind="same", target=first).status_code == 400


def test_who_may_not_decide_has_no_form(path):
    traced(path)
    html = signed_in(path, "Rea", "reader").get("/compare?a=one&b=two").text
    assert "/compare/decide" not in html


def test_two_groups_are_joined_by_a_key_or_an_address(path):
    traced(path)
    (first, second, _), _ = keys(path)
    desk = desk_of(path)
    assert "Join them" in desk.get("/echo/g1").text
    for other in (second, f"http://localhost/claims/{second}"):
        assert send(desk, "/echo/g1/join", seen="/echo/g1", other=other).status_code == 303
    assert send(desk, "/echo/g1/join", seen="/echo/g1", other="g1").status_code == 400
    with Ledger(path) as ledger:
        made = [each for each in ledger.decisions() if each.kind == "same"]
    assert {(each.target, each.body["with"]) for each in made} == {(first, second)}


def test_a_report_tells_what_it_has_from_others_and_they_from_it(path):
    desk = desk_of(path)
    assert "Who has it from whom" not in desk.get("/reports/two").text
    traced(path)
    having, giving, neither = (desk.get(f"/reports/{key}").text for key in ("two", "one", "bad"))
    assert "attribution lost" in having
    assert 'href="/compare?a=one&amp;b=two"' in having
    assert "1 report has something from it" in giving
    assert "it has nothing from another report" in neither
    assert "is older than the ledger" in having


def test_a_list_of_the_overview_goes_on_page_by_page(path):
    traced(path)
    desk = desk_of(path)
    assert "attribution lost" in desk.get("/echo/all/lost").text
    assert desk.get("/echo/all/lost?page=99999").status_code == 200
    assert desk.get("/echo/all/nothing").status_code == 404
