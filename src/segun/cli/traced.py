"""What the last trace says of one claim or one report, on a terminal, and whether it is older than the ledger."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from segun.cli.selecting import note
from segun.cli.terminal import print_fact, print_title
from segun.view.traced.text import derivation_lines, group_lines, link_line, member_lines, stale
from segun.view.visible import one_line

if TYPE_CHECKING:
    from rich.console import Console

    from segun.ledger.ledger import Ledger
    from segun.match.records import Derivation, Group, Loss

_SHOWN = 20
"""Lines of each part that are shown."""


def print_origins(ledger: Ledger, groups: Iterable[Group], console: Console) -> None:
    """Print how many independent origins a claim has, of each part that is echoed; nothing where it was not traced."""
    from segun.match import looking

    for group in looking.telling(list(groups)):
        print_fact(console, "origins", f"{group.independent_origins}. {one_line(group.sentence)}")
    told = older(ledger)
    if told:
        print_fact(console, "", told)


def print_groups(ledger: Ledger, groups: Iterable[Group], console: Console) -> None:
    """Print where the last trace has a claim: its members, who has it from whom, what contradicts or revises it."""
    from segun.match import looking

    for group in groups:
        reports = {each.statement.report for each in group.members}
        derived = looking.between(ledger, reports)
        linked = looking.linked(ledger, group.id)
        said = [*(member.statement for _, other in linked for member in other.members)]
        about = _about(ledger, reports | {each.report for each in said})
        if group.carrying > 1:
            print_title(console, f"The same, in {len(reports)} reports")
            _lines(console, group_lines(group))
            _lines(console, member_lines(group, about), most=3 * _SHOWN)
        if derived:
            print_title(console, "Who has it from whom")
            for each in derived[:_SHOWN]:
                _lines(console, derivation_lines(each, about))
            _more(console, len(derived) - _SHOWN)
        if linked:
            print_title(console, "Against it, and after it")
            _lines(console, (link_line(link, group, other, about) for link, other in linked))


def print_derivations(ledger: Ledger, report: str, console: Console) -> None:
    """Print what a report has from others, what others have from it, and what became of the attribution."""
    from segun.match import looking, store

    found = store.derivations_of(ledger, report)
    bare = looking.headlines_of(ledger, report)
    about = _about(ledger, {end for each in found for end in (each.report, each.parent)} | {report})
    for title, wanted in (
        ("Has it from", [each for each in found if each.known and each.report == report]),
        ("Others have it from this report", [each for each in found if each.known and each.parent == report]),
        ("Related, direction unknown", [each for each in found if not each.known]),
    ):
        _derivations(console, title, wanted, about)
    _headlines(console, bare)
    if looking.freshness(ledger).made is not None and not found:
        print_title(console, "Has it from")
        _lines(console, ["no other report of this ledger, by the last trace"])
    told = older(ledger)
    if told:
        _lines(console, [told])


def older(ledger: Ledger) -> str:
    """Return the sentence that the ledger's trace is older than the ledger; empty where it is not, or there is none."""
    from segun.match import looking

    return stale(looking.freshness(ledger), str(ledger.path))


def tell_older(ledger: Ledger) -> None:
    """Say on stderr that the ledger's trace is older than the ledger, where it is."""
    told = older(ledger)
    if told:
        note(told)


def _derivations(
    console: Console, title: str, found: list[Derivation], about: dict[str, tuple[str | None, str | None]]
) -> None:
    if not found:
        return
    print_title(console, title)
    for each in found[:_SHOWN]:
        _lines(console, derivation_lines(each, about))
    _more(console, len(found) - _SHOWN)


def _headlines(console: Console, found: list[Loss]) -> None:
    if not found:
        return
    print_title(console, "Its headline asserts what its text only attributes")
    for loss in found:
        who = " → ".join(source or "somebody" for source in loss.before.sources)
        _lines(console, [f"“{one_line(loss.after.text)}”; in the text {one_line(who)} says so"])


def _about(ledger: Ledger, reports: Iterable[str]) -> dict[str, tuple[str | None, str | None]]:
    from segun.match import looking

    known = looking.headings(ledger, reports)
    return {key: (outlet, published) for key, (outlet, published, *_) in known.items()}


def _lines(console: Console, lines: Iterable[str], *, most: int = 3 * _SHOWN) -> None:
    shown = list(lines)
    for line in shown[:most]:
        console.print(line, soft_wrap=True, highlight=False, markup=False)
    _more(console, len(shown) - most)


def _more(console: Console, count: int) -> None:
    if count > 0:
        console.print(f"and {count:,} more; --json gives all", style="dim", soft_wrap=True)
