from __future__ import annotations

import pytest

from segun.ledger.errors import DecisionError


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("correct", {"places": [{"span": [0, 4], "name": {"a": 1}}]}),
        ("correct", {"places": [{"span": [0, 4], "gazetteer_id": 7}]}),
        ("correct", {"places": [{"span": [0, 4], "kind": "moon"}]}),
        ("correct", {"times": [{"span": [0, 4], "type": "DATE", "value": 2031}]}),
        ("correct", {"times": [{"span": [0, 4], "type": "DATE", "relates_to": ["event"]}]}),
        ("split", {"names": [{"a": 1}]}),
    ],
)
def test_a_value_of_the_wrong_type_is_refused_before_it_is_written(ledger, kind, body):
    target = next(ledger.find()).key if kind == "correct" else next(ledger.sources()).key
    with pytest.raises(DecisionError):
        ledger.decide(kind, target, body, by="Irune")
    assert ledger.decisions() == []
