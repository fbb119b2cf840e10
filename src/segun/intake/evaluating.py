"""Holding the texts of golds against their gold, over processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from segun.errors import SegunError, own_fault
from segun.gold.comparing import compare
from segun.gold.figures import Tally, by_rule, tally
from segun.gold.perturb import Perturbation, perturbed
from segun.gold.records import GoldText
from segun.gold.summary import Damaged, Summary, damage, summarize
from segun.intake.crew import Crew, Lost
from segun.model import Report
from segun.settings import CarryOn
from segun.view.threshold import above

if TYPE_CHECKING:
    from segun.report.mistakes import Shown

SECONDS = 120.0
"""How long one text may take, and one of 100,000 characters more for each further one."""
WORTH = 8
"""Texts for which another process is worth its start."""


@dataclass(frozen=True, slots=True)
class Way:
    """How texts are analysed and compared."""

    outermost: bool = False
    carry_on: CarryOn = "cautious"
    models: tuple[tuple[str, str], ...] = ()
    """spaCy models to use instead of the usual ones, by language code."""
    weights: Path | None = None
    """The user's own weights of the second opinion."""
    min_confidence: float = 0.0
    """Found claims below it do not count."""
    language: str | None = None
    """Of texts whose gold names none; ``None`` lets segun find it."""
    mistakes: bool = False
    """Whether mistakes are kept to be shown."""


@dataclass(frozen=True, slots=True)
class Task:
    """A text to hold against its gold."""

    gold: int
    """Which gold, counted from 0."""
    at: int
    """Which of its texts."""
    text: GoldText
    """The damaged one where ``damage`` names a perturbation."""
    damage: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one text."""

    tally: Tally
    rules: tuple[tuple[str, int, int], ...]
    """Constructions with how many claims they found and how many of these are right."""
    mistakes: tuple[Shown, ...] = ()


@dataclass(frozen=True, slots=True)
class Failed:
    """Why a text has no outcome."""

    text: str
    """Its key, and the perturbation if there was one."""
    problem: str


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What came of one gold; the summary is ``None`` where all of its texts failed."""

    name: str
    summary: Summary | None
    mistakes: tuple[Shown, ...]
    failures: tuple[Failed, ...]


def evaluate(
    golds: Sequence[tuple[str, Sequence[GoldText]]],
    way: Way,
    *,
    perturbations: Sequence[Perturbation] = (),
    processes: int | None = None,
    told: Callable[[int, int], None] | None = None,
) -> list[Evaluated]:
    """Return what comes of holding the texts of some golds against them.

    A text that fails costs no other. Texts that a perturbation leaves as they are count as they are.

    Args:
        golds: the name of each and its texts.
        way: how texts are analysed and compared.
        perturbations: damage under which the texts are analysed again.
        processes: how many analyse; by default as many as cores, fewer where there are few texts.
        told: called with how many analyses are done and how many there are.
    """
    tasks = list(_tasks(golds, perturbations))
    done: dict[tuple[int, int, str], Outcome | Failed] = {}
    size = min(processes or min(os.cpu_count() or 1, -(-len(tasks) // WORTH)), len(tasks))
    for task, result in _results(tasks, way, size):
        done[task.gold, task.at, task.damage] = result
        if told is not None:
            told(len(done), len(tasks))
    return [
        _evaluated(name, {(at, what): each for (gold, at, what), each in done.items() if gold == number}, perturbations)
        for number, (name, _) in enumerate(golds)
    ]


def working(way: Way) -> Callable[[Task], Outcome | Failed]:
    """Return what analyses a text and holds it against its gold, whatever happens."""

    def work(task: Task) -> Outcome | Failed:
        try:
            return _outcome(task, way)
        except SegunError as error:
            return _failed(task, str(error))
        except Exception as error:  # noqa: BLE001 - one text on which segun itself fails must not cost the others
            return _failed(task, str(own_fault(error)))

    return work


def _tasks(golds: Sequence[tuple[str, Sequence[GoldText]]], perturbations: Iterable[Perturbation]) -> Iterator[Task]:
    for number, (_, texts) in enumerate(golds):
        for at, text in enumerate(texts):
            yield Task(number, at, text)
            for each in perturbations:
                damaged = perturbed(text, each.name)
                if damaged.text != text.text:
                    yield Task(number, at, damaged, each.name)


def _results(tasks: Sequence[Task], way: Way, size: int) -> Iterator[tuple[Task, Outcome | Failed]]:
    if size <= 1:
        work = working(way)
        for task in tasks:
            yield task, work(task)
        return
    crew: Crew[Task, Outcome | Failed] = Crew(size, working, way, _seconds)
    with closing(crew):
        for task, result in crew.results(tasks):
            yield task, _failed(task, result.problem) if isinstance(result, Lost) else result


def _seconds(task: Task) -> float:
    return SECONDS * (1 + len(task.text.text) / 100_000)


def _outcome(task: Task, way: Way) -> Outcome:
    from segun.attribute.judging import judge
    from segun.pipeline import analyze_and_parse
    from segun.report.mistakes import shown

    text = task.text
    report = Report(text.key, text.text, text.language or way.language, text.published)
    analysis, paragraphs = analyze_and_parse(
        report, carry_on=way.carry_on, models=dict(way.models), judge=judge(way.weights)
    )
    compared = compare(text, above(analysis, way.min_confidence), outermost=way.outermost)
    mistakes = tuple(shown(compared, paragraphs)) if way.mistakes and not task.damage else ()
    return Outcome(tally(compared), tuple(by_rule([compared])), mistakes)


def _failed(task: Task, problem: str) -> Failed:
    return Failed(f"{task.text.key} ({task.damage})" if task.damage else task.text.key, problem)


def _evaluated(
    name: str, done: Mapping[tuple[int, str], Outcome | Failed], perturbations: Iterable[Perturbation]
) -> Evaluated:
    """Return what came of one gold.

    Args:
        name: the gold's.
        done: by the text's place in it and the perturbation, empty for the text as it is.
        perturbations: those that were asked for.
    """
    ordered = [done[key] for key in sorted(done)]
    failures = tuple(each for each in ordered if isinstance(each, Failed))
    plain = {at: each for (at, what), each in sorted(done.items()) if not what and isinstance(each, Outcome)}
    if not plain:
        return Evaluated(name, None, (), failures)
    summary = summarize(
        name,
        [each.tally for each in plain.values()],
        (rule for each in plain.values() for rule in each.rules),
        [_damaged(each, done, plain) for each in perturbations],
    )
    return Evaluated(name, summary, tuple(m for each in plain.values() for m in each.mistakes), failures)


def _damaged(
    perturbation: Perturbation, done: Mapping[tuple[int, str], Outcome | Failed], plain: Mapping[int, Outcome]
) -> Damaged:
    pairs, changed = [], 0
    for at, before in plain.items():
        after = done.get((at, perturbation.name), before)
        if isinstance(after, Outcome):
            pairs.append((before.tally, after.tally))
            changed += after is not before
    return damage(perturbation.name, perturbation.what, changed, pairs)
