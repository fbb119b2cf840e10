"""The reference sets, by way of bench/times.py, where they lie beside the checkout."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[3] / "bench" / "times.py"


@pytest.fixture(scope="module")
def bench():
    spec = importlib.util.spec_from_file_location("bench_times", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    yield module
    del sys.modules[spec.name]


def test_what_is_asked_is_reached(bench, capsys):
    if not (bench.SHARED / "tools" / "score.py").exists():
        pytest.skip("the shared reference sets are not beside the checkout (folder shared)")
    assert bench.main(["--check"]) == bench.DONE, capsys.readouterr().out


def test_without_the_sets_it_says_so_and_is_done(bench, capsys, tmp_path):
    assert bench.main(["--check", "--shared", str(tmp_path)]) == bench.DONE
    assert "nothing measured" in capsys.readouterr().out


def test_a_figure_below_what_is_asked_is_missed(bench):
    assert bench.Row("set", "value", 0.849, 0.85).reached is False
    assert bench.Row("set", "value", 0.85, 0.85).reached is True
    assert bench.Row("set", "value", 0.1).reached is None
