"""Run segun on every reference set, score what it prints, and hold the figures against what is asked of them.

    python bench/quality.py [--shared DIR] [--json OUT] [--check] [--only NAME]

Each set goes through the command itself, ``segun report … --json``, by way of the shared ``predict.py``, and is scored
by the shared ``score.py``. The reference sets are not part of this repository: they lie in a folder ``shared`` beside
the checkout, or where --shared says.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"
RESAMPLES = 1000
SEED = 20240817
NEAR = 0.015
"""How far the figures of a set without accents may fall behind those of the same set with them."""
POOLED = ("es-dev", "polnear-dev")
"""Sets whose claims are put together to tell whether confidence is to be trusted: es-dev with all its claims,
polnear-dev with those of one relay, as each is scored by itself."""
TRUSTED = 0.06
"""The highest calibration error that is asked of them."""
DONE, MISSED, BAD_INPUT = 0, 1, 2

Scores = dict[str, Any]
Score = Callable[[Mapping[str, Any], Mapping[str, Any], bool], Scores]


class BenchError(Exception):
    """What keeps the figures from being measured, with the remedy."""


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of a set and what is asked of it."""

    figure: str
    """Keys of the scorer's output, ``content.f1``."""
    bound: float | None = None
    """``None`` where nothing is asked."""
    at_most: bool = False


@dataclass(frozen=True, slots=True)
class ReferenceSet:
    """A set of texts with their gold."""

    name: str
    gold: Path
    targets: tuple[Target, ...]
    strip: bool = False
    """Without accents; each figure is then asked to be near the one of ``accented``."""
    accented: str = ""
    outermost: bool = False
    interval: tuple[str, ...] = ()
    """Figures that get an interval, by the scorer's keys: ``content``."""
    lowest: tuple[str, ...] = ()
    """Figures whose lowest value among the single texts is shown."""
    past_end: float | None = None
    """Which share of the claims that carry on may do so past the end of their account; ``None``: it is not shown."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table."""

    set: str
    figure: str
    value: float | None
    bound: float | None = None
    at_most: bool = False
    low: float | None = None
    high: float | None = None

    @property
    def reached(self) -> bool | None:
        """Whether the figure is as asked; ``None`` where nothing is asked."""
        if self.bound is None:
            return None
        if self.value is None:
            return False
        return self.value <= self.bound if self.at_most else self.value >= self.bound


def sets(shared: Path) -> tuple[ReferenceSet, ...]:
    """Return the reference sets in the order of the table.

    Args:
        shared: the folder with the shared reference sets.
    """
    gold, own = shared / "gold", ROOT / "tests" / "golden"
    chains = ("content.f1", "source_acc", "chain_acc")
    forms = _at_least(("factuality_acc", "quotation_acc"), (0.9, 0.9))
    lowest = (*chains, "nested_recall", "continued_recall")
    return (
        ReferenceSet("es-mission", gold / "es-mission", (*_at_least(chains, (1.0, 1.0, 1.0)), *forms)),
        ReferenceSet("own mission", own / "mission", (*_at_least(chains, (0.92,) * 3), *forms), lowest=lowest),
        ReferenceSet("own plain", own / "plain", _open((*chains, "false_attribution"))),
        ReferenceSet("own press", own / "press", _open(("sc50.f1", *chains, "nested_recall", "false_attribution"))),
        ReferenceSet("own wire", own / "wire", _open(("sc50.f1", *chains, "nested_recall", "false_attribution"))),
        ReferenceSet("own kiosk", own / "kiosk", _open(("sc50.f1", *chains, "nested_recall", "false_attribution"))),
        ReferenceSet("own relays", own / "relays", _open(("sc50.f1", *chains, "nested_recall", "continued_recall"))),
        ReferenceSet(
            "continuation",
            own / "continuation",
            (Target("continued_recall", 0.90), Target("false_attribution")),
            past_end=0.08,
        ),
        ReferenceSet(
            "es-dev",
            gold / "es-dev",
            (
                *_at_least(("sc50.f1", "end_to_end.f1", "nested_recall"), (0.82, 0.84, 0.75)),
                Target("false_attribution", 0.05, at_most=True),
            ),
            interval=("sc50", "end_to_end"),
        ),
        ReferenceSet("es-dev, stripped", gold / "es-dev", (Target("sc50.f1"),), strip=True, accented="es-dev"),
        ReferenceSet(
            "polnear-dev",
            shared / "bench" / "polnear-dev.jsonl.gz",
            _at_least(("sc50.f1", "by_type.direct", "by_type.mixed", "by_type.indirect"), (0.60, 0.85, 0.70, 0.50)),
            outermost=True,
        ),
    )


def _at_least(figures: Sequence[str], bounds: Sequence[float]) -> tuple[Target, ...]:
    return tuple(Target(figure, bound) for figure, bound in zip(figures, bounds, strict=True))


def _open(figures: Sequence[str]) -> tuple[Target, ...]:
    return tuple(Target(figure) for figure in figures)


def figure(scores: Scores, name: str) -> float | None:
    """Return a figure of the scorer's output, or ``None`` where the set has nothing that it could count.

    Args:
        scores: what the scorer gave.
        name: its keys, joined by full stops.
    """
    value: Any = scores
    for key in name.split("."):
        value = value.get(key) if isinstance(value, dict) else None
    return None if value is None else float(value)


def rows(each: ReferenceSet, scores: Scores, accented: Scores | None = None) -> Iterator[Row]:
    """Yield the rows of a set.

    Args:
        each: the set.
        scores: what the scorer gave for it.
        accented: what it gave for the same set with its accents, if this one goes without.
    """
    for target in each.targets:
        bound = target.bound
        if accented is not None:
            near = figure(accented, target.figure)
            bound = None if near is None else round(near + (NEAR if target.at_most else -NEAR), 4)
        yield Row(each.name, target.figure, figure(scores, target.figure), bound, target.at_most)
    yield Row(each.name, "wrong_offsets_or_text", float(scores["wrong_offsets_or_text"]), 0.0, at_most=True)
    yield Row(each.name, "missing reports", float(len(scores["missing"])), 0.0, at_most=True)


@dataclass(frozen=True, slots=True)
class Counts:
    """What a text adds to precision and recall."""

    hits: int
    predicted: int
    gold: int


def counts(part: Mapping[str, float] | None) -> Counts:
    """Return the counts behind a precision and a recall of the scorer's, exact for fewer than 5,000 of each."""
    if not part:
        return Counts(0, 0, 0)
    predicted, gold = int(part["pred"]), int(part["gold"])
    hits = part["p"] * predicted if predicted else part["r"] * gold
    return Counts(round(hits), predicted, gold)


def f1(texts: Sequence[Counts]) -> float:
    """Return F1 over the sums of the counts."""
    both = sum(t.predicted for t in texts) + sum(t.gold for t in texts)
    return 2 * sum(t.hits for t in texts) / both if both else 0.0


def interval(texts: Sequence[Counts], resamples: int = RESAMPLES, seed: int = SEED) -> tuple[float, float]:
    """Return the 95 % bootstrap interval of F1 over texts.

    Args:
        texts: the counts of each text.
        resamples: how many times the texts are drawn anew.
        seed: the same seed gives the same interval.
    """
    draw = random.Random(seed)  # noqa: S311 - nothing secret hangs on it
    drawn = sorted(f1(draw.choices(texts, k=len(texts))) for _ in range(resamples))
    return drawn[int(0.025 * resamples)], drawn[int(0.975 * resamples) - 1]


def text_rows(each: ReferenceSet, gold: Scores, predicted: Scores, score: Score) -> Iterator[Row]:
    """Yield what single texts tell: the lowest value of a figure, and intervals from texts drawn anew."""
    if not each.lowest and not each.interval:
        return
    texts = {
        key: score({key: gold[key]}, {k: v for k, v in predicted.items() if k == key}, each.outermost) for key in gold
    }
    for name in each.lowest:
        found = [(value, key) for key, text in texts.items() if (value := figure(text, name)) is not None]
        if found:
            value, key = min(found)
            yield Row(each.name, f"{name}, lowest: {key}", value)
    for name in each.interval:
        counted = [counts(text.get(name)) for text in texts.values()]
        low, high = interval(counted)
        yield Row(each.name, f"{name}.f1, 95 %", round(f1(counted), 4), low=round(low, 4), high=round(high, 4))


def past_end_rows(
    each: ReferenceSet, gold: Scores, predicted: Scores, tokens: Callable[[str, Any], frozenset[int]]
) -> Iterator[Row]:
    """Yield how often an account is carried on though it had ended.

    Counted in texts where one ended: the report speaks for itself behind the first attribution. A claim whose
    innermost relay carries on lies past the end if at least half of its words are the report's own. The first figure
    is their share of all claims that carry on in these texts, the second their share of all attributed claims there.

    Args:
        each: the set; nothing is yielded unless it asks for the figure.
        gold: the gold by text.
        predicted: what segun printed, by text.
        tokens: the scorer's function from a text and spans to the words in them.
    """
    if each.past_end is None:
        return
    past = carried = attributed = 0
    for key, text in gold.items():
        said = [span[0] for claim in text["claims"] if claim["relays"] for span in claim["spans"]]
        own = [span for claim in text["claims"] if not claim["relays"] for span in claim["spans"]]
        if not said or all(start < min(said) for start, _ in own):
            continue
        found = predicted[key]
        words = found["report"]["text"]
        bare = tokens(words, own)
        for claim in found["claims"]:
            inside = tokens(words, claim["spans"]) if claim["relays"] else frozenset()
            if not inside:
                continue
            on = claim["relays"][-1]["how"] == "continued"
            attributed += 1
            carried += on
            past += on and 2 * len(inside & bare) >= len(inside)
    for name, of, bound in (("carried on", carried, each.past_end), ("attributed", attributed, None)):
        yield Row(each.name, f"past the end, of {name}", round(past / of, 4) if of else 0.0, bound, at_most=True)


def pooled_rows(
    sure: Mapping[str, list[tuple[float, bool]]], error: Callable[[list[tuple[float, bool]]], float | None]
) -> Iterator[Row]:
    """Yield the calibration error of the claims of :data:`POOLED`, put together, where all of these sets were scored.

    Args:
        sure: by set, each claim's confidence and whether it is right.
        error: the scorer's function for such pairs.
    """
    if sure.keys() >= set(POOLED):
        pairs = [pair for name in POOLED for pair in sure[name]]
        yield Row(f"{' and '.join(POOLED)} pooled", "calibration_error", error(pairs), TRUSTED, at_most=True)


def scorer(shared: Path) -> Any:
    """Import the shared scorer by its path."""
    place = shared / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("shared_score", place)
    if spec is None or spec.loader is None:
        raise BenchError(f"{place} is no Python module. Check the folder that --shared names.")
    module = importlib.util.module_from_spec(spec)
    written, sys.dont_write_bytecode = sys.dont_write_bytecode, True  # the folder is not ours to write to
    try:
        spec.loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = written
    return module


def command(folder: Path) -> Path:
    """Return the ``segun`` to run: $SEGUN, or that of the running environment, or a wrapper written to ``folder``."""
    if os.environ.get("SEGUN"):
        return Path(shutil.which(os.environ["SEGUN"]) or os.environ["SEGUN"]).resolve()
    script = Path(sys.executable).with_name("segun")
    if script.exists():
        return script
    wrapper = folder / "segun"
    code = "import sys; from segun.cli.main import main; sys.exit(main())"
    wrapper.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(code)} "$@"\n', encoding="utf-8")
    wrapper.chmod(0o755)
    return wrapper


def environment(segun: Path) -> dict[str, str]:
    """Return the environment to run ``segun`` in: this checkout's code, and none of the developer's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("SEGUN_")}
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    return {**kept, "SEGUN": str(segun), "PYTHONPATH": path}


def predict(each: ReferenceSet, shared: Path, segun: Path, folder: Path) -> Path:
    """Run segun on a set and return the file that holds what it printed.

    Raises:
        BenchError: segun failed on one of the texts.
    """
    out = folder / f"{each.name.replace(', ', '-').replace(' ', '-')}.jsonl"
    called = [sys.executable, str(shared / "tools" / "predict.py"), str(each.gold), str(out)]
    run = subprocess.run(
        [*called, *(["--strip"] if each.strip else [])],
        cwd=folder,
        env=environment(segun),
        capture_output=True,
        text=True,
        check=False,
    )
    if run.returncode:
        raise BenchError(f"segun failed on {each.name}:\n{(run.stdout + run.stderr).strip()}")
    return out


def measure(shared: Path, only: str = "", say: Callable[[str], None] = lambda _: None) -> list[Row]:
    """Run and score the sets.

    Args:
        shared: the folder with the shared reference sets and tools.
        only: leave out the sets whose names do not hold this.
        say: told what is under way.

    Raises:
        BenchError: something that is needed is missing, or segun failed.
    """
    needed = [shared / "tools" / "predict.py", shared / "tools" / "score.py", *(s.gold for s in sets(shared))]
    absent = [str(each) for each in needed if not each.exists()]
    if absent:
        raise BenchError(f"Not there: {', '.join(absent)}. Say with --shared DIR where the shared reference sets lie.")
    tool = scorer(shared)
    table: list[Row] = []
    scored: dict[str, Scores] = {}
    sure: dict[str, list[tuple[float, bool]]] = {}
    chosen = [each for each in sets(shared) if only in each.name]
    if not chosen:
        raise BenchError(f"No set has '{only}' in its name: {', '.join(each.name for each in sets(shared))}.")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        segun = command(folder)
        for each in chosen:
            say(each.name)
            gold, predicted = tool.load(each.gold), tool.load(predict(each, shared, segun, folder))
            scored[each.name] = tool.score(gold, predicted, each.outermost)
            sure[each.name] = list(tool.n_conf)
            table += rows(each, scored[each.name], scored.get(each.accented))
            table += past_end_rows(each, gold, predicted, tool.tokens)
            table += text_rows(each, gold, predicted, tool.score)
    table += pooled_rows(sure, tool.calibration_error)
    return table


def shown(table: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of the table."""
    head = ("set", "figure", "value", "asked", "reached")
    lines = [head, *(_cells(row) for row in table)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    for line in lines:
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    value = "-" if row.value is None else f"{row.value:.3f}"
    if row.low is not None and row.high is not None:
        value += f" [{row.low:.3f}, {row.high:.3f}]"
    asked = "" if row.bound is None else f"{'at most' if row.at_most else 'at least'} {row.bound:.3f}"
    reached = {True: "yes", False: "NO", None: ""}[row.reached]
    return row.set, row.figure, value, asked, reached


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit code: 1 only where --check is given and a figure falls short."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with the shared reference sets")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write the rows to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 if a figure is not as asked")
    parser.add_argument("--only", default="", metavar="NAME", help="only the sets with this in their names")
    given = parser.parse_args(arguments)
    try:
        table = measure(given.shared.resolve(), given.only, lambda name: print(f"… {name}", file=sys.stderr))
    except BenchError as error:
        print(f"bench: {error}", file=sys.stderr)
        return BAD_INPUT
    print("\n".join(shown(table)))
    if given.json:
        listed = [{**asdict(row), "reached": row.reached} for row in table]
        given.json.write_text(json.dumps(listed, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return MISSED if given.check and any(row.reached is False for row in table) else DONE


if __name__ == "__main__":
    sys.exit(main())
