"""The page of an evaluation: the figures, and every mistake, to be looked through by construction, cue or text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from segun.gold.records import Fault
from segun.gold.summary import LABELS, Calibration, Rule, Summary, move, share
from segun.report.mistakes import FAULTS, Shown
from segun.report.page import environment, hashed, static
from segun.report.reliability import plot
from segun.view.words import plural

MOST = 2_000
"""Mistakes that a page shows; all are counted."""
_STYLES = ("palette.css", "page.css", "reliability.css", "evaluation.css")


@dataclass(frozen=True, slots=True)
class Block:
    """A gold's evaluation and the mistakes made on it."""

    summary: Summary
    mistakes: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Mistakes that have something in common; a link to it leaves only these on the page."""

    id: str
    title: str
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of an index: what the mistakes have in common, and how many there are of each fault."""

    name: str
    rule: Rule | None
    """Where the line is a construction that found claims."""
    cells: tuple[Group | None, ...]
    """One for each fault; ``None`` where there is no such mistake."""
    all: Group | None
    """``None`` for a construction without mistakes."""


@dataclass(frozen=True, slots=True)
class Table:
    """An index of the mistakes."""

    title: str
    what: str
    """The head of its first column."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """A mistake in the list."""

    id: str
    place: str
    """The text's key, after its gold's name where there are several golds."""
    shown: Shown
    groups: str
    """Ids of its groups, as classes."""
    links: tuple[tuple[Group, str], ...]
    """Its construction, its cue and its text."""


Entry = tuple[str, Shown]
"""A mistake and its place."""


def render(blocks: Sequence[Block], pooled: Calibration) -> str:
    """Return the page; it reads without network and without script, and all that comes from a text is escaped.

    Args:
        blocks: the golds.
        pooled: the calibration over all of them.
    """
    entries = list(_entries(blocks))
    index = _Index()
    rules = _rules(blocks)
    tables = (
        index.table("By construction", "construction", entries, lambda e: e[1].construction, rules),
        index.table("By cue", "cue", entries, lambda e: e[1].cue),
        index.table("By text", "text", entries, lambda e: e[0]),
    )
    faults = tuple(index.fault(fault, entries) for fault in FAULTS)
    style = "".join(static(name) for name in _STYLES) + index.style()
    return (
        environment()
        .get_template("evaluation.html.j2")
        .render(
            title="Evaluation",
            summaries=[block.summary for block in blocks],
            labels=LABELS,
            share=share,
            move=move,
            plot=plot(pooled),
            drawn_bins=bool(pooled.bins),
            faults=tuple(zip(FAULTS, faults, strict=True)),
            tables=tables,
            groups=index.groups,
            items=[index.item(number, entry) for number, entry in enumerate(entries[:MOST], start=1)],
            count=len(entries),
            style=Markup(style),  # noqa: S704 - our own files, and numbers of ours
            style_hash=hashed(style),
        )
    )


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for block in blocks:
        for mistake in block.mistakes:
            yield (f"{block.summary.name}: {mistake.key}" if len(blocks) > 1 else mistake.key), mistake


def _rules(blocks: Sequence[Block]) -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for block in blocks:
        for rule in block.summary.rules:
            before = found.get(rule.name, Rule(rule.name, 0, 0))
            found[rule.name] = Rule(rule.name, before.found + rule.found, before.right + rule.right)
    return found


class _Index:
    """Numbers the groups, and knows those of each mistake."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._of: dict[tuple[str, str, Fault | None], Group] = {}

    def table(
        self,
        title: str,
        what: str,
        entries: Sequence[Entry],
        name: Callable[[Entry], str],
        rules: Mapping[str, Rule] | None = None,
    ) -> Table:
        """Return an index by what ``name`` says of a mistake, the most frequent first; constructions all of them."""
        counts = Counter((name(entry), entry[1].fault) for entry in entries)
        totals = Counter(name(entry) for entry in entries)
        faultless = sorted(set(rules or ()) - set(totals))
        rows = [
            Row(
                each,
                (rules or {}).get(each),
                tuple(self._group(what, each, fault, counts[each, fault]) for fault in FAULTS),
                self._group(what, each, None, totals[each]),
            )
            for each in (*(each for each, _ in totals.most_common()), *faultless)
        ]
        return Table(title, what, tuple(rows))

    def fault(self, fault: Fault, entries: Sequence[Entry]) -> Group | None:
        """Return the group of all mistakes with this fault."""
        return self._group("fault", "", fault, sum(entry[1].fault == fault for entry in entries))

    def item(self, number: int, entry: Entry) -> Item:
        """Return a mistake as it stands in the list."""
        place, mistake = entry
        names = (("construction", mistake.construction), ("cue", mistake.cue), ("text", place))
        keys = [(what, name, fault) for what, name in names for fault in (None, mistake.fault)]
        groups = [self._of[key] for key in (*keys, ("fault", "", mistake.fault))]
        links = tuple((self._of[what, name, None], name) for what, name in names)
        return Item(f"m{number}", place, mistake, " ".join(group.id for group in groups), links)

    def style(self) -> str:
        """Return the rules that leave only a group's mistakes where the address names the group."""
        return "".join(f"#{g.id}:target~.mistakes>:not(.{g.id}){{display:none}}\n" for g in self.groups)

    def _group(self, what: str, name: str, fault: Fault | None, count: int) -> Group | None:
        if not count:
            return None
        title = ", ".join(part for part in (fault, f"{what} {name}" if name else None) if part)
        group = Group(f"g{len(self.groups) + 1}", f"{title}: {plural(count, 'mistake')}", count)
        self.groups.append(group)
        self._of[what, name, fault] = group
        return group
