"""What the reading tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from segun.errors import ReadError
from segun.model import Report
from segun.read import Overrides, read

Store = Callable[[str, "bytes | str"], str]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a function that writes a file and gives its path."""

    def write(name: str, content: bytes | str) -> str:
        path = tmp_path / name
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return str(path)

    return write


@pytest.fixture
def report() -> Callable[..., Report]:
    """Return a function that reads the one report of an input."""

    def only(path: str, **overrides: str) -> Report:
        (found,) = read([path], Overrides(**overrides))
        assert isinstance(found, Report), found
        return found

    return only


@pytest.fixture
def error() -> Callable[[str], ReadError]:
    """Return a function that gives the one error of an input, with a problem and a remedy."""

    def only(path: str) -> ReadError:
        (found,) = read([path])
        assert isinstance(found, ReadError), found
        assert found.problem.endswith(".")
        assert found.remedy.endswith(".")
        return found

    return only
