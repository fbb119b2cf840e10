"""``segun serve``: what it refuses before it listens, and that it answers and ends."""

import re
import signal
import socket
import subprocess
import sys
import urllib.request

import pytest
from click.testing import CliRunner

from segun.cli.main import main, segun
from segun.ledger.ledger import Ledger


def refused(capsys, *arguments) -> str:
    with pytest.raises(SystemExit) as ended:
        main(["serve", *map(str, arguments)])
    assert ended.value.code == 2
    return capsys.readouterr().err


def test_what_is_no_ledger_is_refused_before_anything_is_announced(tmp_path, capsys):
    other = tmp_path / "notes.txt"
    other.write_text("x")
    told = refused(capsys, other)
    assert "is no ledger" in told
    assert "http://" not in told
    assert "There is no ledger" in refused(capsys, tmp_path / "none.segun")


def test_other_machines_need_accounts(tmp_path, capsys):
    path = tmp_path / "a.segun"
    Ledger(path, create=True).close()
    assert "--auth" in refused(capsys, path, "--host", "0.0.0.0")  # noqa: S104 - it is refused
    assert "segun users" in refused(capsys, path, "--auth")


def test_a_port_that_is_taken_is_told_with_the_remedy(tmp_path, capsys):
    path = tmp_path / "a.segun"
    Ledger(path, create=True).close()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert "--port 0" in refused(capsys, path, "--port", taken.getsockname()[1])


def test_help_teaches():
    assert "segun users" in CliRunner().invoke(segun, ["serve", "--help"]).output


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_it_answers_and_ends_with_the_interrupt(tmp_path):
    command = [sys.executable, "-c", "from segun.cli.main import main; main()"]
    command += ["serve", str(tmp_path / "new.segun"), "--new", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        address = re.search(r"http://\S+", process.stderr.readline())[0]
        with urllib.request.urlopen(address, timeout=30) as answer:  # noqa: S310 - this machine
            page = answer.read().decode()
        assert "/import" in page
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in {0, 130}
