from __future__ import annotations

import sys
from types import ModuleType

import pytest
from click.testing import CliRunner

from segun.cli.main import run
from segun.errors import UnsupportedLanguageError
from segun.model import Analysis, Claim, Relay, Source, Span


def analysis_of(report):
    """One claim of 0.5 by one source over the report's first word, and the report's own over its last."""
    text = report.text
    first = Span(0, text.index(" "))
    last = Span(text.rindex(" ") + 1, len(text))
    return Analysis(
        report,
        sources=(Source("s1", first.of(text), "person", (first,)),),
        claims=(
            Claim("c1", (last,), (Relay("s1", (first,), (first,), "said"),), "indirect", "CT+", "assert", 0.5),
            Claim("c2", (last,), (), "none", "CT+", "assert", 0.1),
        ),
    )


@pytest.fixture
def pipeline(monkeypatch):
    """A pipeline that parses nothing; what it was called with is in ``calls``."""
    module = ModuleType("segun.pipeline")
    module.calls = []

    def analyze(report, *, carry_on="cautious", models=None, gazetteer=None, judge=None):
        module.calls.append((report, carry_on, models))
        if report.language == "xx":
            raise UnsupportedLanguageError("The report is in 'xx'.", "Give --language.")
        if "crash" in report.text:
            raise ZeroDivisionError("by zero")
        return analysis_of(report)

    module.analyze = analyze
    monkeypatch.setitem(sys.modules, "segun.pipeline", module)
    monkeypatch.setattr("segun.cli.atlas.Atlas.gazetteer", None)
    ledger = ModuleType("segun.cli.ledger")
    ledger.HUES = ("blue",)
    ledger.print_ledger = lambda analysis, console: console.print(
        f"[bold]{analysis.report.key}: {len(analysis.claims)}", style="red"
    )
    monkeypatch.setitem(sys.modules, "segun.cli.ledger", ledger)
    page = ModuleType("segun.report.page")
    page.render = lambda analyses, *, towns=None, area=None: "<html>" + ",".join(each.report.key for each in analyses)
    monkeypatch.setitem(sys.modules, "segun.report.page", page)
    return module


@pytest.fixture
def segun(monkeypatch, tmp_path):
    """Run segun in an empty folder, as ``main`` does but for the exit; returns exit code, stdout and stderr."""
    monkeypatch.chdir(tmp_path)
    runner = CliRunner()

    def call(*arguments, stdin=None):
        with runner.isolation(input=stdin) as (out, err, _):
            code = run(list(arguments))
            return code, out.getvalue().decode(), err.getvalue().decode()

    return call


@pytest.fixture
def report(tmp_path):
    """Write a report to read."""

    def write(name="lirva.txt", text="Vold said that the pass at Lirva was closed."):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write
