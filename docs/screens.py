"""Take the screenshots of the documentation: every page of the desk, light and dark, wide and narrow.

    python docs/screens.py [FOLDER]

It fills a ledger with the invented story of the tests and the examples, serves it, and drives Chromium
(``SEGUN_CHROMIUM`` names it, else it is looked for). Look at each, and mend what you would not show.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

WIDE, NARROW = {"width": 1280, "height": 860}, {"width": 390, "height": 800}


def pages(ledger: Path) -> dict[str, str]:
    """Return the addresses of the pages, by the name of their picture."""
    from segun.ledger.ledger import Ledger

    with Ledger(ledger, readonly=True) as opened, opened.reading() as connection:
        group = connection.execute("SELECT id FROM groups ORDER BY carrying DESC LIMIT 1").fetchone()[0]
        claim = connection.execute('SELECT claim FROM members WHERE "group" = ? LIMIT 1', (group,)).fetchone()[0]
        parent, child = connection.execute(
            "SELECT parent, report FROM derivations ORDER BY lost DESC LIMIT 1"
        ).fetchone()
        source = next(opened.sources()).key
    return {
        "claims": "/",
        "report": "/reports/paso-de-lirva",
        "reports": "/reports",
        "sources": "/sources",
        "source": f"/sources/{source}",
        "explore": "/explore",
        "claim": f"/claims/{claim}",
        "card": f"/claims/{claim}/card",
        "echo": "/echo",
        "group": f"/echo/{group}",
        "compare": f"/compare?a={parent}&b={child}",
        "decisions": "/decisions",
        "searches": "/searches?q=puente",
        "import": "/import",
        "export": "/export",
        "about": "/about",
    }


def main(arguments: list[str]) -> None:
    """Take them all."""
    from playwright.sync_api import sync_playwright
    from tests.browser.conftest import FLAGS, executable, fill, served

    folder = Path(arguments[0]) if arguments else ROOT / "docs" / "screens"
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        ledger = fill(Path(place) / "news.segun")
        browser = playwright.chromium.launch(executable_path=executable(), args=list(FLAGS))
        with served(ledger) as address:
            for theme in ("light", "dark"):
                for size, viewport in (("wide", WIDE), ("narrow", NARROW)):
                    context = browser.new_context(viewport=viewport, color_scheme=theme)
                    page = context.new_page()
                    for name, path in pages(ledger).items():
                        page.goto(address + path)
                        page.wait_for_load_state("networkidle")
                        if name == "report" and size == "wide":
                            for _ in range(3):
                                page.keyboard.press("j")
                            page.wait_for_timeout(600)
                        page.screenshot(path=folder / f"{name}-{theme}-{size}.png")
                        print(f"{name}-{theme}-{size}.png")
                    context.close()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
