from __future__ import annotations

import pytest
from tests.gazetteer import tiny

from segun.gazetteer import Gazetteer
from segun.gazetteer.builder import build


@pytest.fixture(scope="session")
def sources(tmp_path_factory):
    return tiny.write(tmp_path_factory.mktemp("packages"))


@pytest.fixture(scope="session")
def built(sources, tmp_path_factory):
    """The path of a gazetteer of the tiny world; read it, or copy it to write."""
    path = tmp_path_factory.mktemp("data") / "gazetteer.sqlite"
    build(path, sources)
    return path


@pytest.fixture
def gazetteer(built):
    with Gazetteer(built) as opened:
        yield opened
