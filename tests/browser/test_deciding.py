"""What people decide of two claims or two reports, at a group's page and where two texts stand side by side."""

import sqlite3

import pytest
from click.testing import CliRunner

from segun.cli.main import segun
from segun.ledger.ledger import Ledger

from .conftest import until, violations, visiting

LABELS = {
    "en": (
        "They say the same",
        "They do not",
        "It derives from it",
        "They are independent",
        "Join them: they say the same",
    ),
    "es": ("Dicen lo mismo", "No dicen lo mismo", "Deriva de ella", "Son independientes", "Unirlos: dicen lo mismo"),
}
SAME, DIFFERENT, DERIVED, INDEPENDENT, JOIN = range(5)


def row(ledger, query: str):
    with sqlite3.connect(ledger) as connection:
        return connection.execute(query).fetchone()


@pytest.fixture
def group(ledger) -> str:
    """The group that most reports carry."""
    return row(ledger, "SELECT id FROM groups ORDER BY carrying DESC, id LIMIT 1")[0]


@pytest.fixture
def pair(ledger) -> tuple[str, str]:
    """A parent and its child."""
    return row(ledger, "SELECT parent, report FROM derivations ORDER BY lost DESC, report LIMIT 1")


def last(ledger):
    with Ledger(ledger, readonly=True) as opened:
        return opened.decisions()[-1]


def count(ledger) -> int:
    with Ledger(ledger, readonly=True) as opened:
        return len(opened.decisions())


def form(page, language: str, label: int):
    """The form that a button is in, and the button."""
    button = page.get_by_role("button", name=LABELS[language][label], exact=True)
    return page.locator("form").filter(has=button), button


def decided(page):
    """Wait for the page that says that it was decided, and look at it."""
    page.wait_for_selector(".noticed[role=status]")
    assert "segun trace" in page.locator(".noticed[role=status]").first.inner_text()
    assert violations(page) == []


@pytest.mark.parametrize(("label", "kind"), [(SAME, "same"), (DIFFERENT, "different")])
def test_two_claims_of_a_group_are_decided_on(visit, ledger, group, language, label, kind):
    page = visit(f"/echo/{group}")
    fields, button = form(page, language, label)
    options = fields.locator("select[name=target] option").evaluate_all("all => all.map((each) => each.value)")
    assert fields.locator("select[name=target]").input_value() != fields.locator("select[name=with]").input_value()
    fields.locator("select[name=target]").select_option(options[0])
    fields.locator("select[name=with]").select_option(options[-1])
    fields.locator("input[name=why]").fill("read both")
    button.click()
    decided(page)
    made = last(ledger)
    assert (made.kind, made.target, made.by, made.why) == (kind, options[0], "Irune", "read both")
    assert made.body["with"] == options[-1]


@pytest.mark.parametrize(("label", "kind"), [(DERIVED, "derived"), (INDEPENDENT, "independent")])
@pytest.mark.parametrize("where", ["group", "compare"])
def test_two_reports_are_decided_on(visit, ledger, group, pair, language, label, kind, where):
    parent, child = pair
    page = visit(f"/echo/{group}" if where == "group" else f"/compare?a={parent}&b={child}")
    fields, button = form(page, language, label)
    if where == "compare":
        assert fields.locator("select[name=target]").input_value() == child
        assert fields.locator("select[name=with]").input_value() == parent
    keys = [fields.locator(f"select[name={name}]").input_value() for name in ("target", "with")]
    assert keys[0] != keys[1]
    fields.locator("select[name=how]").select_option("rewrite")
    button.click()
    decided(page)
    made = last(ledger)
    assert (made.kind, made.by) == (kind, "Irune")
    if kind == "derived":
        assert made.body == {**made.body, "how": "rewrite"}
        page.goto(page.url.partition("/echo")[0].partition("/compare")[0] + "/decisions")
        shown = page.locator("#d1").inner_text()
        assert {"en": "rewrite", "es": "reescritura"}[language] in shown
        assert page.locator("#d1 .second.from").count() == 1
    else:
        assert "how" not in made.body


@pytest.mark.parametrize(("label", "kind"), [(SAME, "same"), (DIFFERENT, "different")])
def test_two_claims_side_by_side_are_decided_on_from_the_keyboard(visit, ledger, pair, language, label, kind):
    parent, child = pair
    page = visit(f"/compare?a={parent}&b={child}")
    fields, button = form(page, language, label)
    first, second = (fields.locator(f"select[name={name}]") for name in ("target", "with"))
    first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.type("side by side")
    chosen = first.input_value(), second.input_value()
    button.focus()
    page.keyboard.press("Enter")
    decided(page)
    until(page, "location.pathname === '/compare'")
    made = last(ledger)
    assert (made.kind, made.target, made.body["with"], made.why) == (kind, *chosen, "side by side")


def test_a_group_is_joined_with_one_that_is_offered(visit, ledger, group, language):
    page = visit(f"/echo/{group}")
    fields, button = form(page, language, JOIN)
    button.click()  # nothing given: the browser asks for it, and nothing is sent
    assert count(ledger) == 0
    offered = fields.locator("datalist option").first
    fields.locator("input[name=other]").fill(offered.get_attribute("value"))
    button.click()
    decided(page)
    assert last(ledger).kind == "same"


def test_a_key_that_nothing_has_is_refused_in_words(visit, ledger, group, language):
    page = visit(f"/echo/{group}")
    fields, button = form(page, language, JOIN)
    fields.locator("input[name=other]").fill("nothing-has-this-key")
    with page.expect_response(lambda answer: "/join" in answer.url) as answer:
        button.click()
    assert 400 <= answer.value.status < 500
    page.wait_for_load_state()
    told = page.locator("main").inner_text()
    assert "nothing-has-this-key" in told
    assert "segun find" not in told
    page.locator("main a").first.click()
    until(page, f"location.pathname === '/echo/{group}'")
    assert form(page, language, JOIN)[1].is_visible()
    assert count(ledger) == 0


def test_what_was_decided_holds_in_the_next_trace(visit, ledger, pair, language):
    parent, child = pair
    page = visit(f"/compare?a={parent}&b={child}")
    form(page, language, INDEPENDENT)[1].click()
    decided(page)
    done = CliRunner().invoke(segun, ["trace", str(ledger), "--no-encoder"], standalone_mode=False)
    assert done.exception is None, done.output
    page.goto(page.url.partition("&told")[0])
    assert page.locator(".noticed").count() == 0
    assert row(ledger, f"SELECT count(*) FROM derivations WHERE parent = '{parent}' AND report = '{child}'")[0] == 0  # noqa: S608


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_forms_fit_a_phone(chromium, address, group, pair, language):
    with visiting(chromium, address, language) as visit:
        for path in (f"/echo/{group}", f"/compare?a={pair[0]}&b={pair[1]}"):
            page = visit(path)
            page.set_viewport_size({"width": 390, "height": 800})
            for _, button in (form(page, language, label) for label in (SAME, DERIVED)):
                button.scroll_into_view_if_needed()
                box = button.bounding_box()
                assert box["x"] >= 0
                assert box["x"] + box["width"] <= 390
                assert box["height"] >= 32
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "it scrolls sideways"
            assert violations(page) == []
