from __future__ import annotations

import pytest

from segun.model import (
    Analysis,
    Claim,
    Obligation,
    Order,
    Place,
    Quantity,
    Relay,
    Report,
    Sequence,
    Source,
    Span,
    Time,
)
from segun.view.threshold import above

HERE = Span(0, 1)


def claim(id, confidence, source=None, **fields):
    relays = () if source is None else (Relay(source, (HERE,), (HERE,), "said"),)
    return Claim(id, (HERE,), relays, "indirect", "CT+", "assert", confidence, **fields)


@pytest.fixture
def analysis():
    return Analysis(
        Report("key", "text", language="en"),
        sources=tuple(Source(id, id, "person", (HERE,)) for id in ("sure", "unsure", "silent")),
        claims=(
            claim("own", 0.1, attributed_by="outer"),
            claim("top", 0.9, "sure"),
            claim("outer", 0.4, "unsure", parent="top"),
            claim("inner", 0.8, "sure", parent="outer"),
        ),
        quantities=(Quantity(HERE, 1.0, None, claims=("outer", "inner")),),
        times=(Time(HERE, "DATE", None, claims=("outer",)),),
        sequences=(Sequence((HERE,), claims=("inner", "outer")),),
        places=(Place(HERE, "Osk", None, None, None, None, 0.5, claims=("outer", "top")),),
        orders=(Order("top", "inner", HERE), Order("top", "outer", HERE), Order("outer", "inner", HERE)),
        obligations=(Obligation("outer", HERE), Obligation("inner", HERE)),
    )


def test_nothing_below_the_threshold_leaves_it_as_it_is(analysis):
    assert above(analysis, 0.4) is analysis


def test_unsure_claims_go_and_the_reports_own_stay(analysis):
    assert [claim.id for claim in above(analysis, 0.5).claims] == ["own", "top", "inner"]


def test_a_claim_in_a_hidden_one_moves_to_the_nearest_shown(analysis):
    assert above(analysis, 0.5).claims[-1].parent == "top"


def test_nobody_points_at_a_hidden_claim(analysis):
    shown = above(analysis, 0.5)
    assert shown.claims[0].attributed_by is None
    assert shown.quantities[0].claims == ("inner",)
    assert shown.times[0].claims == ()
    assert shown.sequences[0].claims == ("inner",)
    assert shown.places[0].claims == ("top",)


def test_an_order_goes_with_either_claim_and_an_obligation_with_its_own(analysis):
    shown = above(analysis, 0.5)
    assert shown.orders == (Order("top", "inner", HERE),)
    assert shown.obligations == (Obligation("inner", HERE),)


def test_a_source_goes_with_its_last_claim(analysis):
    assert [source.id for source in above(analysis, 0.5).sources] == ["sure", "silent"]


def test_threshold_one_hides_all_that_is_not_certain(analysis):
    assert [claim.id for claim in above(analysis, 1.0).claims] == ["own"]
