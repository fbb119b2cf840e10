"""Time segun against the same pipeline without segun's steps: the same texts, in the same run, in turns.

    python bench/cost.py [--shared DIR] [--texts N] [--rounds N] [--json OUT] [--check]

Three things take turns over small blocks of texts, the models loaded and everything run once before:

spacy     the language model alone, over the paragraphs as strings
parsed    segun up to the parsed paragraphs: cut, accents restored, marks read, one Doc each, parsed
whole     segun.pipeline.analyze: the same, then attribution and framing

The cost of attribution and framing is (whole - parsed) / parsed, round by round; what is shown is the median. One
thread, so that seconds on the clock and seconds of the processor may be held against each other.
"""

from __future__ import annotations

import argparse
import gc
import gzip
import json
import os
import subprocess
import sys
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from segun.annotate.words import Paragraph
    from segun.model import Report

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

ASKED = 0.25
"""The most that attribution and framing together may cost, as a share of the pipeline without them."""
CORPORA = {"es": "corpora/es-news.jsonl.gz", "en": "bench/polnear-dev.jsonl.gz"}
BLOCK = 5
"""Texts after which the next of the three has its turn."""
HELP_RUNS = 5
DONE, MISSED, BAD_INPUT = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Seconds:
    """Seconds on the clock and of the processor."""

    clock: float = 0.0
    processor: float = 0.0

    def __add__(self, other: Seconds) -> Seconds:
        return Seconds(self.clock + other.clock, self.processor + other.processor)


@dataclass(frozen=True, slots=True)
class Round:
    """What the three took over all texts, once."""

    spacy: Seconds
    parsed: Seconds
    whole: Seconds


@dataclass(frozen=True, slots=True)
class Cost:
    """The medians over the rounds for a language."""

    language: str
    texts: int
    tokens: int
    """As spaCy counts them, white space left out."""
    where: str
    """Where the texts come from: ``shared`` or ``golden``."""
    rounds: tuple[Round, ...]

    def seconds(self, step: str, kind: str) -> float:
        """Return the median seconds of a step.

        Args:
            step: ``spacy``, ``parsed`` or ``whole``.
            kind: ``clock`` or ``processor``.
        """
        return float(median(getattr(getattr(each, step), kind) for each in self.rounds))

    def ratios(self, kind: str, over: str = "parsed") -> list[float]:
        """Return the cost in each round: what ``whole`` takes beyond ``parsed``, as a share of ``over``."""
        found = []
        for each in self.rounds:
            whole, parsed, base = (getattr(getattr(each, step), kind) for step in ("whole", "parsed", over))
            found.append((whole - parsed) / base)
        return found

    def cost(self, kind: str = "processor", over: str = "parsed") -> float:
        """Return the median of :meth:`ratios`."""
        return median(self.ratios(kind, over))


def texts(language: str, shared: Path, most: int) -> tuple[list[str], str]:
    """Return texts of a language, and where they come from: the shared corpus, else the tests' own golden texts."""
    corpus = shared / CORPORA[language]
    if corpus.exists():
        with gzip.open(corpus, "rt", encoding="utf-8") as lines:
            return [json.loads(line)["text"] for line in islice(lines, most)], "shared"
    golds = sorted((ROOT / "tests" / "golden").glob("*/*.json"))
    own = [p for p in golds if json.loads(p.read_text(encoding="utf-8"))["language"].startswith(language)]
    return [p.with_suffix(".txt").read_text(encoding="utf-8") for p in own][:most], "golden"


def parsed(report: Report) -> list[Paragraph]:
    """Do what :func:`segun.pipeline.analyze` does before it attributes."""
    from segun.annotate import models
    from segun.annotate.parse import parse
    from segun.prepare.accents import restore
    from segun.prepare.language import settle
    from segun.prepare.paragraphs import paragraphs

    language = settle(report.text, report.language)
    spans = paragraphs(report.text)
    return parse(models.load(language), report.text, restore(report.text, language, spans), spans)


def spacy_alone(report: Report) -> None:
    """Run the language model over the paragraphs as they stand."""
    from segun.annotate import models
    from segun.prepare.paragraphs import paragraphs

    nlp = models.load(str(report.language))
    for _ in nlp.pipe([span.of(report.text) for span in paragraphs(report.text)], batch_size=32):
        pass


def timed(step: Callable[[Report], object], reports: Sequence[Report]) -> Seconds:
    """Return what a step takes over some reports, without the garbage of the one before it."""
    gc.collect()
    clock, processor = time.perf_counter(), time.process_time()
    for report in reports:
        step(report)
    return Seconds(time.perf_counter() - clock, time.process_time() - processor)


def turns(reports: Sequence[Report], number: int) -> Round:
    """Let the three take turns over blocks of the reports, each of them first as often as the others."""
    from segun.pipeline import analyze

    steps: dict[str, Callable[[Report], object]] = {"spacy": spacy_alone, "parsed": parsed, "whole": analyze}
    order = list(steps)
    spent = dict.fromkeys(order, Seconds())
    for block, start in enumerate(range(0, len(reports), BLOCK), number):
        first = block % len(order)
        for name in order[first:] + order[:first]:
            spent[name] += timed(steps[name], reports[start : start + BLOCK])
    return Round(**spent)


def measure(language: str, shared: Path, most: int, rounds: int, say: Callable[[str], None] = lambda _: None) -> Cost:
    """Time the three over the texts of a language.

    Args:
        language: ``es`` or ``en``.
        shared: the folder with the shared reference sets; need not be there.
        most: how many texts at most.
        rounds: how many times over all of them.
        say: told what is under way.

    Raises:
        MissingModelError: the language's model is not installed.
    """
    from segun.model import Report

    found, where = texts(language, shared, most)
    reports = [Report(key=str(n), text=text, language=language) for n, text in enumerate(found)]
    say(f"{language}: warming up")
    tokens = sum(len(paragraph.words) for report in reports for paragraph in parsed(report))
    turns(reports, 0)
    done = []
    for number in range(1, rounds + 1):
        say(f"{language}: round {number} of {rounds}")
        done.append(turns(reports, number))
    return Cost(language, len(reports), tokens, where, tuple(done))


def help_seconds(runs: int = HELP_RUNS) -> float:
    """Return the median seconds on the clock of ``segun --help``, in a process of its own."""
    code = "import sys; from segun.cli.main import main; sys.exit(main())"
    path = os.pathsep.join(filter(None, (str(ROOT / "src"), os.environ.get("PYTHONPATH"))))
    call = partial(
        subprocess.run,
        [sys.executable, "-c", code, "--help"],
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    found = []
    for _ in range(runs):
        start = time.perf_counter()
        call()
        found.append(time.perf_counter() - start)
    return median(found)


def shown(costs: Sequence[Cost]) -> Iterator[str]:
    """Yield the lines of the table."""
    steps = "".join(f"{step:>9}" for step in ("spacy", "parsed", "whole"))
    ratios = f"{'cost':>8}  {'lowest, highest':18}{'over spacy':>10}"
    yield f"{'':4}{'texts':>13}{'tokens':>8}  {'seconds of':10}{steps}{ratios}"
    for cost in costs:
        for kind in ("clock", "processor"):
            each = cost.ratios(kind)
            taken = "".join(f"{cost.seconds(step, kind):9.2f}" for step in ("spacy", "parsed", "whole"))
            yield (
                f"{cost.language:4}{f'{cost.texts} {cost.where}':>13}{cost.tokens:8}  {kind:10}{taken}"
                f"{cost.cost(kind):8.1%}  {f'{min(each):.1%}, {max(each):.1%}':18}{cost.cost(kind, 'spacy'):10.1%}"
            )
        speeds = "".join(
            f"{cost.tokens / cost.seconds(step, 'processor'):9.0f}" for step in ("spacy", "parsed", "whole")
        )
        yield f"{'':27}{'tokens/s':10}{speeds}"
        verdict = "yes" if cost.cost() <= ASKED else "NO"
        yield f"{'':27}cost of attribution and framing at most {ASKED:.0%} (processor): {verdict}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print the table, and return the exit code: 1 only where --check is given and the cost is higher."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with the shared reference sets")
    parser.add_argument("--texts", type=int, default=100, metavar="N", help="texts for each language (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, metavar="N", help="rounds over them (%(default)s)")
    parser.add_argument("--language", choices=sorted(CORPORA), help="only this language")
    parser.add_argument("--json", type=Path, metavar="OUT", help="also write every round to this file")
    parser.add_argument("--check", action="store_true", help="exit with 1 if the cost is higher than asked")
    given = parser.parse_args(arguments)
    if given.texts < 1 or given.rounds < 1:
        parser.error("--texts and --rounds are at least 1")

    _prepare()
    from segun.errors import MissingModelError

    warnings.filterwarnings("ignore", message=r"\[W095\]")
    try:
        chosen = [given.language] if given.language else list(CORPORA)
        costs = [measure(each, given.shared, given.texts, given.rounds, _say) for each in chosen]
    except MissingModelError as error:
        print(f"bench: {error}", file=sys.stderr)
        return BAD_INPUT
    help_took = help_seconds()
    print("\n".join(shown(costs)))
    print(f"segun --help: {help_took:.3f} s on the clock, median of {HELP_RUNS} (asked: under 0.3)")
    if given.json:
        listed = {"help": help_took, "costs": [{**asdict(c), "cost": c.cost()} for c in costs]}
        given.json.write_text(json.dumps(listed, indent=1) + "\n", encoding="utf-8")
    return MISSED if given.check and any(c.cost() > ASKED for c in costs) else DONE


def _prepare() -> None:
    """Time this checkout, in one thread; numpy reads the variables when it is first imported."""
    sys.path.insert(0, str(ROOT / "src"))
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ.setdefault(name, "1")


def _say(words: str) -> None:
    print(f"… {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main())
