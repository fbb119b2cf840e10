from __future__ import annotations

import os
from pathlib import Path

import pytest

from segun.cli.files import check_place, whole


def test_a_file_appears_whole(tmp_path):
    path = tmp_path / "out.html"
    path.write_text("old")
    with whole(path) as file:
        file.write("new ñ")
        assert path.read_text() == "old"
    assert path.read_text(encoding="utf-8") == "new ñ"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failure_leaves_what_was_there(tmp_path):
    path = tmp_path / "out.html"
    path.write_text("old")

    def fail():
        with whole(path) as file:
            file.write("half")
            raise OSError("full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_a_link(tmp_path):
    target = tmp_path / "target"
    target.write_text("old")
    link = tmp_path / "link"
    link.symlink_to(target)
    with whole(link) as file:
        file.write("new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_a_device_is_written_as_it_is():
    with whole(Path(os.devnull)) as file:
        file.write("x")
    assert not Path(os.devnull).is_file()


def test_a_lone_surrogate_is_escaped(tmp_path):
    with whole(tmp_path / "out") as file:
        file.write("a\ud800")
    assert (tmp_path / "out").read_bytes() == b"a\\ud800"


def test_a_folder_is_no_place_for_a_file(tmp_path):
    with pytest.raises(Exception, match="is a folder"):
        check_place(tmp_path)
