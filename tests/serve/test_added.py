"""A claim that a reviewer added has a page like any other."""

from segun.ledger.ledger import Ledger

from .desks import analysis, client, filled


def test_an_added_claim_has_its_page_and_its_card(tmp_path):
    made = analysis("a", "Ana said it was closed. The ferry is late.", "it was closed", "Ana")
    path = filled(tmp_path / "a.segun", made)
    with Ledger(path) as ledger:
        added = ledger.decide("add", "a", {"spans": [[24, 42]]}, by="Irune")
    key = added.body["claim"]
    with client(path) as visitor:
        for address in (f"/claims/{key}", f"/claims/{key}/card", f"/claims/{key}/card.svg"):
            answer = visitor.get(address)
            assert answer.status_code == 200, address
            assert "The ferry is late" in answer.text
