"""What a reviewer does, from the keyboard, in both languages of the interface."""

import json
import sqlite3

import pytest

from segun.ledger.ledger import Ledger

from .conftest import served, until, visiting

REPORT = "/reports/paso-de-lirva"


def to_claim(page, words: str):
    """Go down with j to the claim that holds these words; ``innerText`` is empty where a row is not laid out yet."""
    until(page, "!document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')")  # what was asked for is in
    page.keyboard.press("Escape")
    for _ in range(60):
        page.keyboard.press("j")
        if words in page.evaluate("document.querySelector('.row.chosen')?.textContent ?? ''"):
            return
    raise AssertionError(words)


def test_a_report_is_imported_and_its_claims_are_found(visit, ledger, tmp_path):
    text = tmp_path / "muelle.txt"
    text.write_text("El muelle norte seguira cerrado hasta el viernes, dijo la capitana Irene Osk.\n", "utf-8")
    page = visit("/import")
    page.set_input_files("input[name=files]", [str(text)])
    page.fill("input[name=outlet]", "Gaceta del Muelle")
    page.click("form.import button.first")
    page.wait_for_selector(".job .acts", timeout=60_000)
    page.click(".job .acts a.first")
    page.wait_for_selector(".found .claim")
    assert "Irene Osk" in page.locator(".found .claim").first.inner_text()
    with Ledger(ledger, readonly=True) as opened:
        stored = opened.report("muelle")
    assert (stored.place, stored.outlet) == ("muelle.txt", "Gaceta del Muelle")


def test_a_source_is_corrected_and_taken_back(visit, ledger):
    page = visit(REPORT)
    to_claim(page, "las brigadas de ingenieros")
    page.keyboard.press("s")
    page.fill("form.edit input[name=source]", "la Gaceta de Ostrava")
    page.fill("form.edit input[name=why]", "reread")
    page.keyboard.press("Enter")
    page.wait_for_selector(".marks .review.corrected")
    assert "la Gaceta de Ostrava" in page.locator("#focus-chain").inner_text()
    with Ledger(ledger, readonly=True) as opened:
        last = opened.decisions()[-1]
    assert (last.kind, last.by, last.why) == ("correct", "Irune", "reread")
    page.keyboard.press("u")
    page.wait_for_selector(".marks .review.corrected", state="detached")
    assert "la Gaceta de Ostrava" not in page.locator(".ledger").text_content()


def test_a_missed_claim_is_added_from_selected_words(visit, ledger):
    page = visit(REPORT)
    words = page.evaluate(
        """() => {
          const piece = [...document.querySelectorAll('.text [data-at]')].find((e) => e.textContent.length > 30);
          const range = document.createRange();
          const node = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT).nextNode();
          range.setStart(node, 3); range.setEnd(node, Math.min(node.data.length, 24));
          getSelection().removeAllRanges(); getSelection().addRange(range);
          return range.toString();
        }"""
    )
    page.keyboard.press("n")
    page.wait_for_selector("#adding form.edit")
    assert page.locator("#adding .preview").inner_text().strip() == words.strip()
    page.fill("#adding input[name=source]", "Irene Osk")
    page.click("#adding button.first")
    page.wait_for_selector(".marks .review.added")
    with Ledger(ledger, readonly=True) as opened:
        last = opened.decisions()[-1]
        (start, end), *_ = last.body["spans"]
        text = opened.analysis("paso-de-lirva").report.text
    assert (last.kind, text[start:end]) == ("add", words.strip())


def test_a_claims_end_is_moved_by_a_word(visit, ledger):
    page = visit(REPORT)
    to_claim(page, "las brigadas de ingenieros")
    before = page.locator(".row.chosen .marks").get_attribute("data-spans")
    page.keyboard.press("[")
    page.wait_for_selector("form.edit")
    page.keyboard.press("[")
    after = page.locator("form.edit input[name=spans]").input_value()
    assert after.split("-")[0] == before.split("-")[0]
    assert int(after.split("-")[-1]) < int(before.split("-")[-1])
    page.click("form.edit button.first")
    page.wait_for_selector(".marks .review.corrected")
    with Ledger(ledger, readonly=True) as opened:
        assert "spans" in opened.decisions()[-1].body


def test_a_claim_is_divided_joined_again_and_both_are_undone(visit, ledger):
    page = visit(REPORT)
    rows = page.locator(".row").count()
    to_claim(page, "las brigadas de ingenieros")
    start, end = map(int, page.locator(".row.chosen .marks").get_attribute("data-spans").split(",")[0].split("-"))
    with Ledger(ledger, readonly=True) as opened:
        text = opened.analysis("paso-de-lirva").report.text
    page.keyboard.press("d")
    page.wait_for_selector("form.edit input[name=at]")
    page.fill("form.edit input[name=at]", str(text.index(" ", (start + end) // 2) + 1))
    page.click("form.edit button.first")
    until(page, f"document.querySelectorAll('.row').length === {rows + 1}")
    page.keyboard.press("u")
    until(page, f"document.querySelectorAll('.row').length === {rows}")
    to_claim(page, "las brigadas de ingenieros")
    page.keyboard.press("m")
    page.wait_for_selector("form.edit select[name=with]")
    page.click("form.edit button.first")
    until(page, f"document.querySelectorAll('.row').length === {rows - 1}")
    page.keyboard.press("u")
    until(page, f"document.querySelectorAll('.row').length === {rows}")


def test_two_people_on_one_claim_see_each_other_and_lose_nothing(visit, ledger):
    page = visit(REPORT)
    to_claim(page, "las brigadas de ingenieros")
    key = page.locator(".row.chosen .marks").get_attribute("data-key")
    with Ledger(ledger) as other:
        other.decide("reject", key, {}, by="Bea", why="not said there")
    page.keyboard.press("a")
    page.wait_for_selector(".conflict")
    told = page.locator(".conflict").inner_text()
    assert "Bea" in told
    assert "not said there" in told
    page.click(".conflict button.button")
    page.wait_for_selector(".marks .review.accepted")
    with Ledger(ledger, readonly=True) as opened:
        assert [(each.kind, each.by) for each in opened.decisions()] == [("reject", "Bea"), ("accept", "Irune")]


def test_the_list_is_searched_narrowed_and_judged_from_the_keyboard(visit, ledger):
    page = visit("/")
    page.keyboard.press("/")
    page.keyboard.type("puentes")
    until(page, "location.search.includes('q=puentes')")
    until(page, "document.querySelectorAll('.found .claim').length < 10")
    page.keyboard.press("Tab")
    page.locator(".found .claim").first.focus()
    page.keyboard.press("a")
    page.wait_for_selector(".found .claim.accepted")
    with Ledger(ledger, readonly=True) as opened:
        assert opened.decisions()[-1].kind == "accept"
    page.go_back()
    until(page, "!location.search.includes('q=puentes')")


def test_a_facet_narrows_and_back_widens(visit):
    page = visit("/")
    page.wait_for_selector(".facet li a")
    whole = page.locator(".tally b").inner_text()
    page.locator(".facet li a").first.click()
    page.wait_for_selector(".chips")
    assert page.locator(".tally b").inner_text() != whole
    page.go_back()
    page.wait_for_selector(".chips", state="detached")


def test_brushing_a_period_narrows_the_rest(visit):
    page = visit("/explore")
    page.wait_for_selector("#time")
    box = page.locator("#time").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.6, box["y"] + box["height"] / 2)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.99, box["y"] + box["height"] / 2, steps=6)
    page.mouse.up()
    until(page, "location.search.includes('event_from=')")
    page.wait_for_selector(".chips")


def test_a_selection_is_exported(visit):
    page = visit("/export?report=paso-de-lirva")
    with page.expect_download() as waiting:
        page.click("a[href^='/export/jsonl']")
    written = json.loads(waiting.value.path().read_text("utf-8").splitlines()[0])
    assert written["report"]["id"]


def test_a_card_becomes_a_picture(visit):
    page = visit("/?q=puentes")
    page.locator(".found .what a").first.click()
    page.click("a[href$='/card']")
    with page.expect_download() as waiting:
        page.click("#png")
    assert waiting.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


@pytest.mark.parametrize("language", ["en", "es"])
def test_a_reader_signs_in_and_is_refused_a_change(chromium, ledger, language):
    from segun.serve.people.managing import add_user
    from segun.serve.people.person import at_command_line

    with Ledger(ledger) as opened:
        add_user(opened, "Leo", "a long enough word", "reader", by=at_command_line(None))
    with served(ledger, auth=True) as address, visiting(chromium, address, language) as visit:
        page = visit(REPORT)
        assert "/login" in page.url
        page.fill("input[name=name]", "Leo")
        page.fill("input[name=password]", "a long enough word")
        page.click("form.login button")
        page.wait_for_selector(".report")
        assert page.locator("[data-act]").count() == 0
        key = page.locator(".marks").first.get_attribute("data-key")
        token = page.evaluate("JSON.parse(document.body.getAttribute('hx-headers'))['X-CSRF-Token']")
        status = page.evaluate(
            """([key, token]) => fetch(`/claims/${key}/decide`, {method: 'POST', headers: {'X-CSRF-Token': token,
            'Content-Type': 'application/x-www-form-urlencoded'}, body: 'kind=accept&report=paso-de-lirva'})
            .then((answer) => answer.status)""",
            [key, token],
        )
        assert status == 403
        page.locator("form[action='/logout'] button").click()
        page.wait_for_selector("form.login")
    with sqlite3.connect(ledger) as connection:
        assert not connection.execute("SELECT count(*) FROM decisions").fetchone()[0]
