from __future__ import annotations

import os
from collections import Counter
from multiprocessing import active_children

import pytest
from tests.engine.conftest import everything, put

from segun.engine import stages, steps
from segun.engine import tracing as engine
from segun.engine.running import Task, run
from segun.engine.tracing import WHOLE, trace_ledger
from segun.engine.workers import Workers
from segun.errors import SegunError
from segun.ledger.ledger import Ledger

TELL = stages.tell


ALONE = Workers()


def traced(path, workers=ALONE, **options):
    with Ledger(path) as ledger:
        return trace_ledger(ledger, workers, encoder=False, **options)


@pytest.fixture
def small_tasks(monkeypatch):
    """Tasks of few reports, so that there are several."""
    monkeypatch.setattr(engine, "PART", 60)
    monkeypatch.setattr(steps, "PART", 60)


def test_a_ledger_falls_apart_into_stories_and_no_derivation_crosses_them(filled):
    path = filled()
    assert traced(path).anew == 300
    found = everything(path)
    story = {report: name for report, _, name, *_ in found["traced"]}
    assert max(Counter(story.values()).values()) > 2
    assert len(set(story.values())) > 20
    assert all(story[report] == story[parent] == name for report, parent, name, *_ in found["derivations"])


def test_what_was_traced_is_not_traced_again(filled):
    path = filled()
    traced(path)
    before = everything(path)
    assert traced(path).anew == 0
    assert traced(path, again=True).anew == 300
    assert everything(path) == before


def test_reports_added_later_give_what_all_at_once_give(filled, world):
    assert len(world) - 20 > WHOLE
    whole, grown = filled("whole.segun"), filled("grown.segun", world[:-20])
    traced(whole)
    traced(grown)
    put(grown, world[-20:])
    assert 20 <= traced(grown).anew < 80
    assert everything(grown) == everything(whole)


def test_a_report_between_two_stories_is_looked_at_with_both(filled, world):
    path = filled(reports=world[:1] + world[2:])
    traced(path)
    put(path, world[1:2])
    traced(path)
    whole = filled("whole.segun")
    traced(whole)
    assert everything(path)["derivations"] == everything(whole)["derivations"]


def test_a_decision_touches_its_story_alone(filled):
    path = filled()
    traced(path)
    rows = everything(path)["derivations"]
    child, parent = rows[0][:2]
    with Ledger(path) as ledger:
        ledger.decide("independent", child, {"with": parent}, by="Ana")
    again = traced(path)
    assert 0 < again.anew < 60
    assert (child, parent) not in {row[:2] for row in everything(path)["derivations"]}


def test_reports_of_two_stories_become_one_where_people_say_so(filled):
    path = filled()
    traced(path)
    story = {report: name for report, _, name, *_ in everything(path)["traced"]}
    child = next(iter(story))
    parent = next(report for report, name in story.items() if name != story[child])
    with Ledger(path) as ledger:
        ledger.decide("derived", child, {"with": parent}, by="Ana")
    traced(path)
    found = everything(path)
    story = {report: name for report, _, name, *_ in found["traced"]}
    assert story[child] == story[parent]
    assert (child, parent) in {row[:2] for row in found["derivations"]}


def test_two_workers_give_the_same_byte_for_byte(filled, small_tasks):
    alone, together = filled("alone.segun"), filled("together.segun")
    traced(alone)
    traced(together, Workers(2))
    assert everything(together) == everything(alone)


def test_a_worker_killed_half_way_costs_nothing(filled, small_tasks):
    alone, together = filled("alone.segun"), filled("together.segun")
    traced(alone)
    killed = []

    def kill_one(stage, done, total):
        if stage == "Tracing" and 0 < done < total and not killed:
            killed.append(active_children()[0])
            killed[0].kill()

    traced(together, Workers(2), told=kill_one)
    assert killed
    assert killed[0].exitcode not in (0, None)
    assert everything(together) == everything(alone)


def test_workers_that_always_die_are_given_up_with_a_remedy(tmp_path):
    task = Task(tmp_path / "never.parquet", os._exit, (1,))
    with pytest.raises(SegunError, match="Workers died 3 times") as raised:
        run([task], Workers(2))
    assert "it goes on" in raised.value.remedy


def test_an_interrupted_run_goes_on_where_it_was(filled, small_tasks, monkeypatch):
    whole, path = filled("whole.segun"), filled()
    traced(whole)
    done = []

    def interrupted(source, target, decided, encoder):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(target)
        TELL(source, target, decided, encoder)

    with monkeypatch.context() as patched:
        patched.setattr(stages, "tell", interrupted)
        with pytest.raises(KeyboardInterrupt):
            traced(path)
    folder = path.with_name(path.name + ".tracing")
    left = {each.name: each.stat().st_mtime_ns for each in folder.glob("found-*.parquet")}
    assert len(left) == 2
    repeated = []

    def counted(source, target, decided, encoder):
        repeated.append(target.name)
        TELL(source, target, decided, encoder)

    monkeypatch.setattr(stages, "tell", counted)
    traced(path)
    assert repeated
    assert not set(left) & set(repeated)
    assert not folder.exists()
    assert everything(path) == everything(whole)


def test_what_an_interrupted_run_left_is_not_used_for_another_ledger_state(filled, world, monkeypatch):
    path = filled(reports=world[:280])

    def stopped(source, target, decided, encoder):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(stages, "tell", stopped)
        with pytest.raises(KeyboardInterrupt):
            traced(path)
    put(path, world[280:])
    traced(path)
    whole = filled("whole.segun")
    traced(whole)
    assert everything(path) == everything(whole)


def test_a_story_on_which_segun_fails_costs_that_story(filled, monkeypatch):
    path = filled()
    real = stages.trace

    def failing(reports, *rest, **options):
        if any(told.key == "r0" for told in reports):
            raise ZeroDivisionError("oh")
        return real(reports, *rest, **options)

    with monkeypatch.context() as patched:
        patched.setattr(stages, "trace", failing)
        done = traced(path)
    problem = "segun itself failed, ZeroDivisionError: oh. "
    remedy = "Set SEGUN_TRACEBACK=1 and trace it again to see where, and please report it."
    assert [told for _, told in done.failures] == [problem + remedy]
    left = {row[0] for row in everything(path)["traced"]}
    assert 200 < len(left) < 300
    assert "r0" not in left
    again = traced(path)
    assert 0 < again.anew < 60
    assert not again.failures
    whole = filled("whole.segun")
    traced(whole)
    assert everything(path) == everything(whole)


def test_a_folder_that_cannot_be_used_is_named(filled, tmp_path):
    path = filled()
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("x")
    with pytest.raises(SegunError, match="file cannot be written"):
        traced(path, work=tmp_path / "file")
    with pytest.raises(SegunError, match="full holds other files"):
        traced(path, work=tmp_path / "full")
    assert (tmp_path / "full" / "mine").exists()


def test_a_ledger_without_reports_is_no_error(tmp_path):
    with Ledger(tmp_path / "empty.segun", create=True) as ledger:
        assert trace_ledger(ledger).reports == 0


def test_progress_is_told_stage_by_stage(filled):
    told = []
    traced(filled(), told=lambda stage, done, total: told.append((stage, done, total)))
    assert list(dict.fromkeys(stage for stage, *_ in told)) == [
        "Reading",
        "Indexing",
        "Comparing",
        "Preparing",
        "Tracing",
    ]
    assert all(done <= total for _, done, total in told if total)


def test_no_scheduler_is_told_with_a_remedy(filled):
    pytest.importorskip("distributed")
    with pytest.raises(SegunError, match="No Dask scheduler answers at tcp:"):
        traced(filled(), Workers(scheduler="tcp://127.0.0.1:9"))


def test_a_dask_cluster_gives_the_same_byte_for_byte(filled, small_tasks):
    distributed = pytest.importorskip("distributed", reason="needs the extra dask")
    alone, together = filled("alone.segun"), filled("together.segun")
    traced(alone)
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        traced(together, Workers(scheduler=cluster.scheduler_address))
    assert everything(together) == everything(alone)
