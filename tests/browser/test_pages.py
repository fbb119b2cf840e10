"""Every page, light and dark, wide and narrow: no console error, no foreign request, nothing serious for axe."""

import pytest

from segun.ledger.ledger import Ledger

from .conftest import violations, visiting

PAGES = (
    "/",
    "/?q=puentes",
    "/reports",
    "/reports/paso-de-lirva",
    "/sources",
    "SOURCE",
    "/explore",
    "CLAIM",
    "CARD",
    "/echo",
    "GROUP",
    "/decisions",
    "/compare",
    "COMPARE",
    "/import",
    "/export",
    "/about",
    "/searches",
    "/nowhere",
)


@pytest.fixture(scope="module")
def places(filled) -> dict[str, str]:
    """Addresses that depend on what is in the ledger."""
    with Ledger(filled, readonly=True) as opened, opened.reading() as connection:
        claim = next(opened.find(limit=1)).key
        source = next(opened.sources()).key
        group = connection.execute("SELECT id FROM groups ORDER BY carrying DESC LIMIT 1").fetchone()[0]
        parent, child = connection.execute("SELECT parent, report FROM derivations LIMIT 1").fetchone()
    return {
        "CLAIM": f"/claims/{claim}",
        "CARD": f"/claims/{claim}/card",
        "SOURCE": f"/sources/{source}",
        "GROUP": f"/echo/{group}",
        "COMPARE": f"/compare?a={parent}&b={child}",
    }


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_clean(visit, places, path):
    page = visit(places.get(path, path)) if path != "/nowhere" else visit("/reports/paso-de-lirva?view=restored")
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_clean_in_the_dark_on_a_phone(chromium, address, places, path):
    with visiting(chromium, address, "es", color_scheme="dark") as visit:
        page = visit(places.get(path, path)) if path != "/nowhere" else visit("/reports/paso-de-lirva?view=found")
        page.set_viewport_size({"width": 390, "height": 800})
        page.wait_for_load_state("networkidle")
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), "it scrolls sideways"


def test_pages_read_without_script(chromium, address, places):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    for path in ("/", "/reports/paso-de-lirva", "/explore?whole=1", places["CLAIM"], places["GROUP"]):
        page.goto(address + places.get(path, path))
        assert len(page.locator("main").inner_text()) > 100, path
    context.close()
