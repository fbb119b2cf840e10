from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[1] / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch):
    """The script in a folder of its own, with what it would start kept in ``started`` instead."""
    monkeypatch.chdir(tmp_path)  # the script goes to its own folder: this brings the tests back
    (tmp_path / "requirements").mkdir()
    for name in ("pyproject.toml", "requirements/run.txt", "requirements/dev.txt"):
        (tmp_path / name).write_text(name)
    script = tmp_path / "bootstrap.py"
    script.write_text(SCRIPT.read_text(encoding="utf-8"), encoding="utf-8")
    spec = importlib.util.spec_from_file_location("bootstrap_under_test", script)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.started = []
    module.code = 0

    def call(command, remedy):
        module.started.append(" ".join(command[1:]))
        if module.code:
            raise module.SetUpError(remedy)

    def make_venv():
        module.started.append("venv")
        module.VENV.mkdir(exist_ok=True)

    def run(program, *arguments):
        module.started.append(" ".join([program, *arguments]))
        return module.code

    monkeypatch.setattr(module, "call", call)
    monkeypatch.setattr(module, "make_venv", make_venv)
    monkeypatch.setattr(module, "run", run)
    return module


def again(bootstrap, *arguments):
    bootstrap.started.clear()
    code = bootstrap.main(list(arguments))
    return code, list(bootstrap.started)


def test_the_first_run_installs_and_the_second_does_not(bootstrap):
    code, started = again(bootstrap, "report", "a.txt")
    assert code == 0
    assert started[0] == "venv"
    assert "--require-hashes" in started[1]
    assert started[-1] == "segun report a.txt"
    assert again(bootstrap, "report", "a.txt") == (0, ["segun report a.txt"])


@pytest.mark.parametrize("changed", ["requirements/run.txt", "pyproject.toml"])
def test_a_changed_lock_or_project_is_installed_into_the_same_environment(bootstrap, tmp_path, changed):
    again(bootstrap, "--help")
    (tmp_path / changed).write_text("changed")
    _, started = again(bootstrap, "--help")
    assert len(started) == 3
    assert "venv" not in started


def test_what_runs_the_tests_also_runs_segun(bootstrap):
    again(bootstrap, "test")
    assert again(bootstrap, "--help") == (0, ["segun --help"])


def test_a_moved_folder_gets_a_new_environment(bootstrap):
    again(bootstrap, "--help")
    (bootstrap.VENV / "segun-home.stamp").write_text("elsewhere")
    assert again(bootstrap, "--help")[1][0] == "venv"


def test_a_failed_installation_is_tried_again(bootstrap, capsys):
    bootstrap.code = 1
    assert again(bootstrap, "--help")[0] == 2
    assert "Check the network" in capsys.readouterr().err
    bootstrap.code = 0
    assert len(again(bootstrap, "--help")[1]) == 3


def test_test_runs_every_check_and_fails_where_one_fails(bootstrap):
    again(bootstrap, "test")
    code, started = again(bootstrap, "test")
    assert code == 0
    assert [each.split()[0] for each in started] == ["ruff", "ruff", "mypy", "lint-imports", "pytest"]
    bootstrap.code = 1
    assert again(bootstrap, "test")[0] == 1


def test_test_with_arguments_runs_pytest_alone(bootstrap):
    again(bootstrap, "test")
    assert again(bootstrap, "test", "-k", "html") == (0, ["pytest -k html"])


def test_an_old_python_is_told_what_to_do(bootstrap, monkeypatch, capsys):
    monkeypatch.setattr(bootstrap.sys, "version_info", (3, 10, 1))
    assert bootstrap.main(["--help"]) == 2
    assert "Python 3.11 or later; this is 3.10" in capsys.readouterr().err
    assert bootstrap.started == []
