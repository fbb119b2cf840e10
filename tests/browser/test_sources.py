"""What a reviewer does with sources, in both languages of the interface."""

from segun.ledger.ledger import Ledger

from .conftest import until, violations


def test_two_sources_are_merged_and_taken_apart_again(visit, ledger):
    with Ledger(ledger, readonly=True) as opened:
        first, second = [each for each in opened.sources() if len(each.names) == 1][:2]
    page = visit(f"/sources/{first.key}")
    before = page.locator(".names .lines li").count()
    page.click("#merge summary")
    page.locator("#merge input[name=source]").press_sequentially(second.name[:12])
    until(page, f"!!document.querySelector('#source-names option[value$=\"{second.key}\"]')")
    proposed = page.locator(f"#source-names option[value$='{second.key}']").get_attribute("value")
    page.fill("#merge input[name=source]", proposed)
    page.fill("#merge input[name=why]", "one and the same")
    page.click("#merge button.first")
    page.wait_for_selector(".source .done")
    page.wait_for_load_state()
    assert page.locator(".names .lines li").count() == before + 1
    assert second.name[:40] in page.locator(".names").inner_text()
    assert violations(page) == []
    with Ledger(ledger, readonly=True) as opened:
        last = opened.decisions()[-1]
    assert (last.kind, last.target, last.body, last.why) == (
        "merge",
        first.key,
        {"source": second.key},
        "one and the same",
    )
    page = visit(f"/sources/{second.key}")
    assert page.url.endswith(f"/sources/{first.key}")
    page.go_back()
    page.click(".source .done .undo button")
    until(page, "document.querySelector('.source .done') && !document.querySelector('.done .undo')")
    page.wait_for_load_state()
    assert page.locator(".names .lines li").count() == before
    page = visit(f"/sources/{second.key}")
    assert page.url.endswith(f"/sources/{second.key}")


def test_a_source_is_found_in_the_list_and_graded(visit, ledger):
    page = visit("/sources")
    page.locator("tbody th a").first.click()
    page.wait_for_selector(".source h1")
    page.locator("#grade summary").focus()
    page.keyboard.press("Enter")
    page.select_option("#grade select", "B")
    page.fill("#grade input[name=why]", "was right twice")
    page.keyboard.press("Enter")
    page.wait_for_selector(".graded .letter")
    assert page.locator(".graded .letter").inner_text() == "B"
    assert "Irune" in page.locator(".graded").inner_text()
    with Ledger(ledger, readonly=True) as opened:
        assert opened.decisions()[-1].body == {"grade": "B"}
