"""What was acknowledged is in the ledger whatever happens to who wrote it: killed, out of disk, two at once."""

from __future__ import annotations

import os
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.samples import port

from segun.ledger.ledger import Ledger

ADDER = Path(__file__).with_name("adder.py")
ROOT = Path(__file__).parents[2]
KILLS = 100


def start(path, name, batch=3, **options):
    return subprocess.Popen(
        [sys.executable, str(ADDER), str(path), name, str(batch)],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(ROOT / "src")))},
        **options,
    )


def whole(ledger, acknowledged):
    """How many reports the ledger has, after everything in it was found whole."""
    assert ledger.faults() == []
    asked = ledger._connection.execute
    keys = {row[0] for row in asked("SELECT key FROM reports")}
    assert acknowledged <= keys
    per_report = asked(
        "SELECT count(c.id) FROM reports r LEFT JOIN claims c ON c.analysis = r.analysis GROUP BY r.id"
    ).fetchall()
    assert {row[0] for row in per_report} <= {len(port().claims)}
    assert asked("SELECT count(*) FROM claims").fetchone() == asked("SELECT count(*) FROM words").fetchone()
    assert asked("SELECT count(*) FROM texts").fetchone() == asked("SELECT count(*) FROM analyses").fetchone()
    return len(keys)


def test_killed_at_a_hundred_random_moments_nothing_acknowledged_is_lost_and_nothing_is_half_there(tmp_path):
    path = tmp_path / "news.segun"
    chance = random.Random(5)  # noqa: S311 - moments, no secrets
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        adder = start(path, f"k{kill}", batch=chance.choice((1, 3, 12)))
        acknowledged.add(adder.stdout.readline().strip())
        time.sleep(chance.uniform(0, 0.12))
        adder.kill()
        acknowledged |= {line.strip() for line in adder.stdout.read().splitlines(keepends=True) if line.endswith("\n")}
        adder.wait()
        if kill % 20 == 19:
            with Ledger(path) as ledger:
                whole(ledger, acknowledged - {""})
    with Ledger(path) as ledger:
        assert whole(ledger, acknowledged - {""}) >= KILLS


@pytest.mark.skipif(not hasattr(resource, "RLIMIT_FSIZE"), reason="this system has no limit on a file's size")
def test_where_the_disk_is_full_the_writer_says_so_and_the_ledger_is_whole(tmp_path):
    path = tmp_path / "news.segun"
    Ledger(path, create=True).close()

    def little_room():
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_500_000, 1_500_000))

    adder = start(path, "full", preexec_fn=little_room, stderr=subprocess.PIPE)
    out, told = adder.communicate(timeout=120)
    assert adder.returncode != 0
    assert "disk" in told
    acknowledged = set(out.splitlines())
    assert acknowledged
    with Ledger(path) as ledger:
        assert whole(ledger, acknowledged) >= len(acknowledged)
        assert ledger.add(port()).state == "new"


def test_eight_processes_that_make_one_ledger_wait_for_each_other(tmp_path):
    path = tmp_path / "news.segun"
    writers = [start(path, f"w{number}", batch=1) for number in range(8)]
    heads = [writer.stdout.readline().strip() for writer in writers]
    for writer in writers:
        writer.kill()
        writer.communicate()
    assert "" not in heads
    with Ledger(path) as ledger:
        whole(ledger, set(heads))


def test_two_writers_and_a_reader_at_once(tmp_path):
    path = tmp_path / "news.segun"
    writers = [start(path, name) for name in ("x", "y")]
    heads = {writer.stdout.readline().strip() for writer in writers}
    assert "" not in heads, "a writer gave up"
    until = time.monotonic() + 1.5
    counts = []
    with Ledger(path, readonly=True) as reader:
        while time.monotonic() < until:
            counts.append(reader.count())
    acknowledged = set(heads)
    for writer in writers:
        writer.kill()
        acknowledged |= {line.strip() for line in writer.stdout.read().splitlines(keepends=True) if line.endswith("\n")}
        writer.wait()
    assert counts == sorted(counts)
    assert counts[-1] > counts[0]
    with Ledger(path) as ledger:
        whole(ledger, acknowledged)
        assert {key[0] for key in acknowledged} == {"x", "y"}
