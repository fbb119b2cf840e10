"""What all tests share: an environment without the developer's own settings, and reproducible properties."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

for _threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):  # before numpy is imported
    os.environ.setdefault(_threads, "1")  # the tests are on every core already

settings.register_profile("segun", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("segun")


DATA = Path(__file__).parents[1] / ".pytest_cache" / "segun"
"""Where the tests' gazetteer lies: built once, by the first test that needs a real one."""


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch):
    for name in list(os.environ):
        if name.startswith("SEGUN_") or name in {"NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "COLUMNS"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("SEGUN_DATA", str(DATA))
