"""The page of a source: who has what from whom, and what people decide about it."""

import html
import json
import re

import pytest

from segun.ledger import listing
from segun.ledger.ledger import Ledger
from segun.model import Analysis, Claim, Relay, Report, Source, Span
from segun.serve.people.managing import add_user
from segun.serve.people.person import at_command_line

from .desks import CSRF, client, filled, posted

HOSTILE = '<img src=x onerror=alert(1)> "Bo" \u202eVex'
WORD = "a long enough word"


def relayed(key: str, said: str, *speakers: str) -> Analysis:
    """Return the analysis of a report that has some words through these, the last of whom asserts them."""
    text, sources, relays = "", [], []
    for number, who in enumerate(speakers, start=1):
        start = len(text)
        text += f"{who} said that "
        span = (Span(start, start + len(who)),)
        sources.append(Source(f"s{number}", who, "person", span))
        relays.append(Relay(f"s{number}", span, (), "said"))
    start = len(text)
    text += f"{said}.\n"
    claim = Claim("c1", (Span(start, start + len(said)),), tuple(relays), "indirect", "CT+", "assert", 0.9)
    report = Report(key, text, language="en", outlet=f"Post {key}", published="2031-04-28")
    return Analysis(report, tuple(sources), (claim,))


@pytest.fixture
def path(tmp_path):
    return filled(
        tmp_path / "a.segun",
        relayed("a", "the lock is shut", "Irene Osk"),
        relayed("b", "the quay is wet", "Bruno Tal", "Irene Osk"),
        relayed("c", "the tide is late", "Bruno Tal", "Irene Osk"),
        relayed("d", "the crane fell", "Irene Osk", "Vera Lund"),
        relayed("e", "the mast broke", "I. Osk"),
        relayed("f", "the fog stays", HOSTILE),
    )


@pytest.fixture
def desk(path):
    with client(path) as visitor:
        yield visitor


def key_of(path, name: str) -> str:
    with Ledger(path, readonly=True) as ledger:
        return next(ledger.sources(ledger.named(name))).key


def decisions(path):
    with Ledger(path, readonly=True) as ledger:
        return ledger.decisions()


def read(answer) -> str:
    """Return the words of a page."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def decided(desk, key: str, **form: str):
    """Send one of the forms of a source's page, with what it had seen by then."""
    page = desk.get(f"/sources/{key}").text
    seen = re.search(r'name="seen" value="(\d+)"', page)
    assert seen
    return posted(desk, f"/sources/{key}", f"/sources/{key}/decide", seen=seen[1], **form)


def undone(desk, answer):
    """Press the undoing that a page offers after what was done."""
    form = re.search(r'<form method="post" action="/decisions/undo".*?</form>', answer.text, re.DOTALL)
    assert form
    fields = dict(re.findall(r'name="(\w+)" value="([^"]*)"', form[0]))
    return desk.post("/decisions/undo", data=fields)


def test_it_tells_who_has_it_from_whom(desk, path):
    osk, tal, lund = (key_of(path, name) for name in ("Irene Osk", "Bruno Tal", "Vera Lund"))
    page = desk.get(f"/sources/{osk}")
    words = read(page)
    assert "directly, nobody between 1 claim" in words
    assert "Bruno Tal 2 claims" in words
    assert "Vera Lund 1 claim" in words
    assert f'href="/?source={osk}&amp;via={tal}"' in page.text
    assert f'href="/?source={lund}&amp;via={osk}"' in page.text
    assert "asserts 3" in words
    assert "relays 1" in words
    assert "in reports 4" in words
    for words in ("the lock is shut", "the quay is wet", "the tide is late"):
        assert words in page.text
    assert "the crane fell" not in page.text
    for place in (f"/?source={osk}", f"/?via={osk}", f"/explore?source={osk}", f"/compare?a={osk}"):
        assert f'href="{place}"' in page.text


def test_the_numbers_are_those_of_the_lists_that_they_lead_to(desk, path):
    page = desk.get(f"/sources/{key_of(path, 'Irene Osk')}").text
    links = re.findall(r'class="many" href="([^"]+)">(\d+) claim', page)
    assert len(links) == 2
    for address, many in links:
        assert desk.get(html.unescape(address)).text.count('class="claim ') == int(many)


def test_who_only_relays_is_shown_with_what_it_relays(desk, path):
    words = read(desk.get(f"/sources/{key_of(path, 'Bruno Tal')}"))
    assert "It asserts nothing itself." in words
    assert "the quay is wet" in words


def test_two_are_merged_and_the_address_of_the_one_leads_to_the_other(desk, path):
    osk, other = key_of(path, "Irene Osk"), key_of(path, "I. Osk")
    answer = decided(desk, osk, kind="merge", source=f"I. Osk · {other}", why="the same captain")
    assert answer.url.path == f"/sources/{osk}"
    assert "Done: I. Osk was merged into Irene Osk." in read(answer)
    assert "the mast broke" in answer.text
    last = decisions(path)[-1]
    assert (last.kind, last.target, last.body, last.by, last.why) == (
        "merge",
        osk,
        {"source": other},
        "Irune",
        "the same captain",
    )
    gone = desk.get(f"/sources/{other}", follow_redirects=False)
    assert (gone.status_code, gone.headers["location"]) == (302, f"/sources/{osk}")
    back = undone(desk, answer)
    assert back.url.path == f"/sources/{osk}"
    assert "Taken back: I. Osk was merged into Irene Osk." in read(back)
    assert 'action="/decisions/undo"' not in back.text
    assert desk.get(f"/sources/{other}", follow_redirects=False).status_code == 200


def test_a_name_will_do_where_it_means_one_source(desk, path):
    assert decided(desk, key_of(path, "Irene Osk"), kind="merge", source="Vera Lund").status_code == 200
    assert decisions(path)[-1].kind == "merge"
    nobody = decided(desk, key_of(path, "Irene Osk"), kind="merge", source="Zoltan Nobody")
    assert nobody.status_code == 404
    itself = decided(desk, key_of(path, "Irene Osk"), kind="merge", source="Irene Osk")
    assert itself.status_code == 400
    assert len(decisions(path)) == 1


def test_names_are_split_off_and_come_back(desk, path):
    osk = key_of(path, "Irene Osk")
    decided(desk, osk, kind="merge", source="I. Osk")
    page = desk.get(f"/sources/{osk}").text
    forms = dict(re.findall(r'name="names" value="([^"]*)"> <bdi>([^<]*)</bdi>', page))
    wanted = next(form for form, name in forms.items() if name == "I. Osk")
    answer = decided(desk, osk, kind="split", names=wanted)
    assert "Split off Irene Osk: I. Osk." in read(answer)
    assert "the mast broke" not in answer.text
    apart = re.search(r'href="/sources/([0-9a-f]{10})">what was split off', answer.text)
    assert apart
    assert "the mast broke" in desk.get(f"/sources/{apart[1]}").text
    undone(desk, answer)
    assert "the mast broke" in desk.get(f"/sources/{osk}").text
    gone = desk.get(f"/sources/{apart[1]}", follow_redirects=False)
    assert gone.headers["location"] == f"/sources/{osk}"


def test_a_split_without_names_or_of_all_is_refused(desk, path):
    osk = key_of(path, "Irene Osk")
    assert decided(desk, osk, kind="split").status_code == 400
    assert decided(desk, osk, kind="split", names="irene osk").status_code == 400
    assert not decisions(path)


def test_it_is_renamed(desk, path):
    osk = key_of(path, "Irene Osk")
    answer = decided(desk, osk, kind="rename", name="Captain <b>Osk</b>")
    assert "<h1><bdi>Captain &lt;b&gt;Osk&lt;/b&gt;</bdi></h1>" in answer.text
    assert "<h1><bdi>Irene Osk</bdi></h1>" in undone(desk, answer).text
    assert decided(desk, osk, kind="rename", name="  ").status_code == 400


def test_its_grade_says_who_gave_it_when_and_why(desk, path):
    osk = key_of(path, "Irene Osk")
    assert "not graded" in desk.get(f"/sources/{osk}").text
    answer = decided(desk, osk, kind="grade", grade="B", why="was right twice")
    words = read(answer)
    assert "B usually reliable Irune ," in words
    assert "was right twice" in words
    assert '<option value="B" selected>' in answer.text
    assert "not graded" in undone(desk, answer).text
    assert decided(desk, osk, kind="grade", grade="Z").status_code == 400


def test_what_others_decided_meanwhile_is_told_before_ones_own_is_written(desk, path):
    osk, other = key_of(path, "Irene Osk"), key_of(path, "I. Osk")
    token = CSRF.search(desk.get(f"/sources/{osk}").text)
    with Ledger(path) as ledger:
        ledger.decide("merge", osk, {"source": other}, by="Bea <i>", why="one & the same")
    form = {"csrf": token[1], "seen": "0", "kind": "rename", "name": 'Osk "the" Captain', "why": "shorter"}
    answer = desk.post(f"/sources/{osk}/decide", data=form)
    assert answer.status_code == 409
    words = read(answer)
    assert "Bea <i>" in words
    assert "I. Osk was merged into Irene Osk." in words
    assert "one & the same" in words
    assert len(decisions(path)) == 1
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', answer.text.split('class="conflict"')[1])
    again = desk.post(f"/sources/{osk}/decide", data={name: html.unescape(value) for name, value in fields})
    assert again.status_code == 200
    last = decisions(path)[-1]
    assert (last.kind, last.body, last.why) == ("rename", {"name": 'Osk "the" Captain'}, "shorter")


def test_who_decides_about_one_that_was_merged_meanwhile_is_told_so(desk, path):
    osk, other = key_of(path, "Irene Osk"), key_of(path, "I. Osk")
    token = CSRF.search(desk.get(f"/sources/{other}").text)
    with Ledger(path) as ledger:
        ledger.decide("merge", osk, {"source": other}, by="Bea")
    form = {"csrf": token[1], "seen": "0", "kind": "grade", "grade": "A"}
    answer = desk.post(f"/sources/{other}/decide", data=form)
    assert answer.status_code == 409
    assert f'action="/sources/{osk}/decide"' in answer.text


def test_names_are_proposed_for_what_was_written(desk, path):
    osk, other = key_of(path, "Irene Osk"), key_of(path, "I. Osk")
    found = desk.get("/sources/names", params={"q": "osk", "but": osk}).text
    assert f'value="I. Osk · {other}"' in found
    assert osk not in found
    assert f"Vera Lund · {key_of(path, 'Vera Lund')}" in desk.get("/sources/names?source=lund").text
    assert "<option" not in desk.get("/sources/names?q=zoltan").text


def test_a_hostile_name_is_text_wherever_it_stands(desk, path):
    bad, osk = key_of(path, HOSTILE), key_of(path, "Irene Osk")
    decided(desk, bad, kind="rename", name=HOSTILE + " II", why=HOSTILE)
    merged = decided(desk, osk, kind="merge", source=bad, why=HOSTILE)
    pages = [merged, desk.get(f"/sources/{osk}"), desk.get("/sources/names?q=vex"), desk.get(f"/sources/{HOSTILE}")]
    assert [each.status_code for each in pages] == [200, 200, 200, 404]
    for each in pages:
        assert "<img" not in each.text
        assert "\u202e" not in each.text


def test_a_reader_sees_it_and_decides_nothing(path):
    osk = key_of(path, "Irene Osk")
    with Ledger(path) as ledger:
        add_user(ledger, "Leo", WORD, "reader", by=at_command_line(None))
    with client(path, auth=True) as reader:
        posted(reader, "/login", "/login", name="Leo", password=WORD)
        page = reader.get(f"/sources/{osk}")
        assert page.status_code == 200
        assert "/decide" not in page.text
        answer = posted(reader, f"/sources/{osk}", f"/sources/{osk}/decide", kind="grade", grade="A")
        assert answer.status_code == 403
    assert not decisions(path)


def test_forms_of_other_sites_and_of_nobody_are_refused(desk, path):
    osk = key_of(path, "Irene Osk")
    assert desk.post(f"/sources/{osk}/decide", data={"kind": "grade", "grade": "A"}).status_code == 403
    assert decided(desk, osk, kind="forget").status_code == 400
    assert desk.get("/sources/0123456789").status_code == 404
    assert not decisions(path)


def test_the_only_origin_of_what_several_reports_carry_is_counted(path):
    group = {"origins": [{"source": "Irene Osk", "reports": ["a"], "first": None}]}
    told = {"origins": [{"source": "irene osk, to Agencia Litoral", "reports": ["a"], "first": None}]}
    unknown = {"origins": [{"source": "Vera Lund", "reports": ["zz"], "first": None}]}
    with Ledger(path) as ledger:
        claim = next(each.key for each in ledger.find() if each.report == "a")
        osk, lund = (ledger.named(name)[0] for name in ("Irene Osk", "Vera Lund"))
        with ledger.writing() as connection:
            connection.executemany(
                "INSERT INTO groups VALUES (?, 's', ?, ?, ?, ?)",
                [
                    ("g1", 1, 1, 2, json.dumps(group)),
                    ("g2", 2, 2, 2, json.dumps(group)),
                    ("g3", 3, 1, 1, json.dumps(group)),
                    ("g4", 4, 1, 3, json.dumps(unknown)),
                    ("g6", 6, 1, 3, json.dumps(told)),
                    ("g5", 5, 1, 3, json.dumps({"origins": [{"source": "no such", "reports": []}]})),
                ],
            )
            connection.execute("INSERT INTO members VALUES ('g1', ?, 'a')", (claim,))
            connection.execute("INSERT INTO traces VALUES (1, '2031-05-01', 'test', 6)")
            assert listing.sole_origins(connection) == {osk: 2, lund: 1}
    with client(path) as desk:
        words = read(desk.get(f"/sources/{key_of(path, 'Irene Osk')}"))
        assert "only origin of claims that several reports carry 2" in words


def test_a_text_that_several_reports_carry_counts_for_each_of_them(tmp_path):
    first = relayed("a", "the lock is shut", "Bruno Tal", "Irene Osk")
    second = Analysis(
        Report("b", first.report.text, language="en", outlet="Echo", published="2031-04-28"),
        first.sources,
        first.claims,
    )
    path = filled(tmp_path / "b.segun", first, second)
    with Ledger(path, readonly=True) as ledger, ledger.reading() as connection:
        osk, tal = (ledger.named(name)[0] for name in ("Irene Osk", "Bruno Tal"))
        by, of = listing.relations(connection, osk)
        assert [(name, many) for _, name, many in by] == [("Bruno Tal", 2)]
        assert of == []
        assert listing.relations(connection, tal)[1][0][2] == 2
        assert listing.direct(connection, osk) == 0
        assert listing.reports_of(connection, osk) == 2
        assert [(each.name, each.claims) for each in listing.names(connection, osk)] == [("Irene Osk", 2)]


def test_rejected_claims_do_not_count(path):
    with Ledger(path) as ledger:
        claim = next(each.key for each in ledger.find() if each.report == "b")
        ledger.decide("reject", claim, {}, by="Bea")
        osk = ledger.named("Irene Osk")[0]
        with ledger.reading() as connection:
            assert [many for *_, many in listing.relations(connection, osk)[0]] == [1]
            assert listing.reports_of(connection, osk) == 3
