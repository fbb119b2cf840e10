"""A claim that says several things shows the parts that others carry, and none that it alone has."""

import json

from click.testing import CliRunner

from segun.cli.main import segun
from segun.ledger.ledger import Ledger
from segun.match import looking, store
from segun.match.objects import group_object
from segun.match.records import Group, Member, Origin, Statement
from segun.model import Span
from segun.tongue import speaking

from .desks import analysis, client, filled

SAID = "it was closed since noon and the pilot was ashore"


def group(id, text, reports, claim, origins=1):
    members = [
        Member(Statement(key, claim if key == "a" else f"{claim}-{key}", (Span(0, 5),), text, ("Ana",)), "Ana")
        for key in reports
    ]
    told = f"{len(reports)} carry {text}."
    known = (Origin("Ana", tuple(reports)),) * origins
    unknown = () if origins else tuple(reports)
    return Group(id, tuple(members), known, origins, unknown, told)


def traced(path, *parts):
    """A ledger of one report, whose one claim is in some groups: of a text, of so many reports, of so many origins."""
    filled(path, analysis("a", f"Ana said {SAID}.", SAID, "Ana"))
    with Ledger(path) as ledger:
        key = next(iter(ledger.find())).key
        made = [
            group(f"g{at}", text, [*"abcdefgh"[:many]], key, origins) for at, (text, many, origins) in enumerate(parts)
        ]
        rows = [
            {"story": "s", "kind": "group", "number": at, "object": json.dumps(group_object(each))}
            for at, each in enumerate(made)
        ]
        state = {"a": ("state", "s")}
        store.keep(ledger, rows, program="p", reports=1, gone=(), traced=state, keys=[("a", 0.0, b"")])
        found = store.groups_of(ledger, key)
    return key, found


def test_a_part_of_one_report_is_hidden_beside_one_of_several(tmp_path):
    path = tmp_path / "a.segun"
    key, found = traced(path, ("closed since noon", 3, 1), ("the pilot ashore", 1, 0))
    assert [each.id for each in looking.telling(found)] == ["g0"]
    with client(path) as visitor:
        page = visitor.get(f"/claims/{key}").text
    assert "3 carry closed since noon." in page
    assert "1 carry the pilot ashore." not in page
    shown = CliRunner().invoke(segun, ["show", str(path), key]).stdout
    assert "3 carry closed since noon." in shown
    assert "the pilot ashore." not in shown
    with Ledger(path, readonly=True) as ledger:
        (one,) = ledger.find()
    assert (one.carried, one.origins) == (3, 1)


def test_of_parts_that_only_one_report_has_one_is_shown(tmp_path):
    path = tmp_path / "a.segun"
    key, found = traced(path, ("closed since noon", 1, 1), ("the pilot ashore", 1, 0))
    assert [each.id for each in looking.telling(found)] == ["g0"]
    with client(path) as visitor:
        page = visitor.get(f"/claims/{key}").text
    assert page.count('<p class="count') == 1


def test_of_several_parts_that_are_echoed_it_is_told_which_is_which(tmp_path):
    path = tmp_path / "a.segun"
    key, _ = traced(path, ("closed since noon", 3, 1), ("the pilot ashore", 2, 1))
    with client(path) as visitor:
        page = visitor.get(f"/claims/{key}").text
    assert page.count('<p class="count') == 2
    assert '<p class="part" lang="en" dir="auto">the pilot ashore</p>' in page


def test_reports_in_a_circle_are_told_in_the_language_of_the_page():
    from segun.report.trace_pages import quotable

    plain = group("g0", "closed", "ab", "c", 0)
    round_ = Group(plain.id, plain.members, (), 0, ("a", "b"), plain.sentence, (), ("a", "b"))
    with speaking("es"):
        assert "se citan" in quotable(round_)
