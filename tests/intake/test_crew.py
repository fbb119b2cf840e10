from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from tests.intake import workers

from segun.intake.crew import Crew, Lost


@pytest.fixture(autouse=True)
def _found_by_the_workers(monkeypatch):
    monkeypatch.syspath_prepend(str(Path(__file__).parents[2]))


def crew(size):
    return closing(Crew(size, workers.begin, "did", workers.seconds))


def test_every_task_is_done_once_by_any_of_the_workers():
    with crew(2) as two:
        found = dict(two.results(map(str, range(20))))
    assert sorted(found, key=int) == [str(n) for n in range(20)]
    assert all(result.startswith(f"did {task} ") for task, result in found.items())
    assert len({result.split()[-1] for result in found.values()}) == 2


@pytest.mark.parametrize(
    ("bad", "told"), [("die", "by signal 9"), ("exit", "with exit code 3"), ("hang", "longer than 0 seconds")]
)
def test_a_worker_that_is_lost_costs_its_task_only(bad, told):
    with crew(1) as one:
        found = dict(one.results(["a", bad, "b"]))
    assert isinstance(found[bad], Lost)
    assert told in found[bad].problem
    assert found["a"].startswith("did a")
    assert found["b"].startswith("did b")


def test_tasks_are_taken_as_workers_are_free():
    taken = []

    def tasks():
        for number in range(100):
            taken.append(number)
            yield str(number)

    with crew(2) as two:
        results = two.results(tasks())
        next(results)
        assert len(taken) <= 4


def test_an_error_of_the_work_itself_is_raised():
    with crew(1) as one, pytest.raises(ValueError, match="wrong"):
        list(one.results(["raise"]))
