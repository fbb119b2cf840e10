from __future__ import annotations

import os
import subprocess
import sys

import pytest

from segun.cli import main
from segun.cli.main import COMMANDS
from segun.errors import SegunError

HEAVY = ("spacy", "rich", "jinja2", "trafilatura", "wordfreq", "py3langid", "numpy", "charset_normalizer")


def python(code, **options):
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, **options)


def test_without_arguments_it_shows_the_help(segun):
    code, out, err = segun()
    assert (code, err) == (0, "")
    assert out == segun("--help")[1]
    assert "segun report.txt --html out.html" in out


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_with_examples(segun, name):
    code, out, _ = segun(name, "--help")
    assert code == 0
    assert f"Usage: segun {name}" in out


def test_the_version(segun):
    code, out, _ = segun("--version")
    assert code == 0
    assert out.startswith("segun 0.")


def test_a_file_means_a_report(segun, pipeline, report):
    report()
    assert segun("lirva.txt") == segun("report", "lirva.txt")
    assert len(pipeline.calls) == 2


def test_a_file_with_a_plain_name_means_a_report(segun, pipeline, report):
    report("lirva")
    assert segun("lirva")[0] == 0


def test_a_command_wins_over_a_file_of_its_name(segun, report):
    report("models")
    assert "Usage: segun models" in segun("models", "--help")[1]


def test_an_option_of_report_may_come_first(segun, pipeline, report):
    report()
    code, out, _ = segun("--json", "lirva.txt")
    assert code == 0
    assert out.startswith("{")


def test_standard_input_means_a_report(segun, pipeline):
    code, _, err = segun("-", stdin="Vold said that it snowed.")
    assert (code, err) == (0, "")
    assert pipeline.calls[0][0].text == "Vold said that it snowed."


def test_a_mistyped_command_gets_a_suggestion(segun):
    code, out, err = segun("reprot")
    assert (code, out) == (2, "")
    assert "Did you mean 'segun report'?" in err


def test_a_word_that_is_nothing_gets_the_help_named(segun):
    code, _, err = segun("xyzzy")
    assert code == 2
    assert "no command and no file 'xyzzy'" in err


@pytest.mark.parametrize(
    ("error", "code", "told"),
    [
        (SegunError("It is so.", "Do this."), 2, "segun: It is so. Do this.\n"),
        (KeyboardInterrupt(), 130, "segun: interrupted.\n"),
        (OSError(28, "No space left on device", "out.html"), 2, "Free some space"),
        (ZeroDivisionError("by zero"), 2, "SEGUN_TRACEBACK=1"),
    ],
)
def test_every_failure_is_told_without_a_traceback(segun, pipeline, report, monkeypatch, error, code, told):
    def fail(*_):
        raise error

    monkeypatch.setattr("segun.read.read", fail)
    report()
    got, _, err = segun("lirva.txt")
    assert got == code
    assert told in err
    assert "Traceback" not in err


def test_a_fault_of_our_own_shows_itself_when_asked(segun, pipeline, report, monkeypatch):
    monkeypatch.setenv("SEGUN_TRACEBACK", "1")
    report(text="A crash at the pass.")
    with pytest.raises(ZeroDivisionError):
        segun("lirva.txt")


def test_a_reader_that_stops_early_is_no_error(tmp_path):
    code = "from segun.cli.main import main; main(['report', '--help'])"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")  # noqa: PTH110 – evaluated early
def test_a_full_disk_is_told():
    with open("/dev/full", "w") as full:  # noqa: PTH123 – a device
        done = subprocess.run(
            [sys.executable, "-c", "from segun.cli.main import main; main(['--help'])"],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


def test_help_imports_nothing_heavy():
    done = python(
        "import sys; from segun.cli.main import run; run(['--help']); run(['report', '--help']);"
        f"print(sorted(set({HEAVY}) & set(sys.modules)), file=sys.stderr)"
    )
    assert done.stderr.strip() == "[]"


def test_output_is_utf8_whatever_the_locale():
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from segun.cli.main import main; main(['report', '--help'])"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )
    assert done.returncode == 0
    done.stdout.decode("utf-8")


def test_main_exits_with_the_code(monkeypatch):
    monkeypatch.setattr(main, "run", lambda _: 2)
    with pytest.raises(SystemExit) as ended:
        main.main([])
    assert ended.value.code == 2
