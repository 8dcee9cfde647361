"""Every runner does the same as a loop would: order, laziness, errors; workers that die cost little."""

import os
import signal
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from time import sleep

import dask
import pytest

from kg.errors import KgError
from kg.pipeline.runners import Dask, Here, Lost, Processes, Runner
from kg.pipeline.runners.cluster import cluster

SEVERAL = ["processes", "dask"]
ALL = ["here", *SEVERAL]


@pytest.fixture(scope="module")
def scheduler() -> Iterator[str]:
    """A cluster that all tests share: to start one takes seconds."""
    with cluster(2) as started:
        yield started.scheduler_address


@pytest.fixture
def runner(request: pytest.FixtureRequest) -> Iterator[Runner]:
    if request.param == "dask":
        made: Runner = Dask(2, request.getfixturevalue("scheduler"))
    else:
        made = Processes(2) if request.param == "processes" else Here()
    with closing(made):
        yield made


def square(number: int) -> int:
    return number * number


def die_of(deadly: int, number: int) -> int:
    if number == deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def die_once(folder: Path, number: int) -> int:
    """Takes its worker along the first time that number 50 comes."""
    mark = folder / "died"
    if number == 50 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def whose(_: int) -> int:
    sleep(0.05)
    return os.getpid()


def refuse(number: int) -> int:
    if number == 40:
        raise KgError("no such number")
    return number


def slow_first(number: int) -> int:
    sleep(0.3 if number == 0 else 0)
    return number


@pytest.mark.parametrize("runner", ALL, indirect=True)
def test_results_come_in_the_order_of_the_items(runner: Runner) -> None:
    assert list(runner.map(square, range(100))) == [n * n for n in range(100)]
    assert list(runner.map(slow_first, range(40))) == list(range(40))
    assert list(runner.map(square, [])) == []


@pytest.mark.parametrize("runner", ALL, indirect=True)
def test_items_are_taken_as_they_are_needed(runner: Runner) -> None:
    taken = 0

    def items() -> Iterator[int]:
        nonlocal taken
        while True:
            taken += 1
            yield taken

    results = runner.map(square, items())
    assert next(results) == 1
    assert taken < 1_000


@pytest.mark.parametrize("runner", SEVERAL, indirect=True)
def test_items_that_travel_one_by_one_are_shared_out(runner: Runner) -> None:
    assert len(set(runner.map(whose, range(12), at_once=1))) == 2


@pytest.mark.parametrize("runner", ALL, indirect=True)
def test_workers_of_this_machine_see_its_files(runner: Runner, tmp_path: Path) -> None:
    assert runner.sees(tmp_path)
    assert not runner.sees(tmp_path / "none")


@pytest.mark.parametrize("runner", ALL, indirect=True)
def test_an_error_of_the_function_ends_the_run(runner: Runner) -> None:
    with pytest.raises(KgError, match="no such number"):
        list(runner.map(refuse, range(100)))


@pytest.mark.parametrize("runner", SEVERAL, indirect=True)
def test_a_worker_that_dies_once_costs_nothing(runner: Runner, tmp_path: Path) -> None:
    assert list(runner.map(partial(die_once, tmp_path), range(200))) == list(range(200))
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize("runner", SEVERAL, indirect=True)
def test_an_item_that_no_worker_survives_is_set_aside_by_name(runner: Runner) -> None:
    found = list(runner.map(partial(die_of, 37), range(60)))
    assert found == [*range(37), Lost(37), *range(38, 60)]


def test_a_scheduler_that_does_not_answer_is_named() -> None:
    with pytest.raises(KgError, match="no Dask scheduler answers"):
        list(Dask(1, "tcp://127.0.0.1:1").map(square, [1]))


def test_a_cluster_of_its_own_is_started_and_ended() -> None:
    with closing(Dask(1)) as runner:
        assert list(runner.map(square, range(5))) == [0, 1, 4, 9, 16]


def test_a_worker_that_dies_is_never_given_up(tmp_path: Path) -> None:
    with (
        dask.config.set({"distributed.deploy.lost-worker-timeout": "1ms"}),
        cluster(1) as started,
        closing(Dask(1, started.scheduler_address)) as runner,
    ):
        assert list(runner.map(partial(die_once, tmp_path), range(100))) == list(range(100))


def test_a_cluster_that_lost_all_its_workers_is_started_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.pipeline.runners.cluster._PATIENCE", 1)
    monkeypatch.setattr("kg.pipeline.runners.cluster._TURNS", 1)
    with closing(Dask(1)) as runner:
        results = runner.map(square, range(40), at_once=1)
        first = [next(results)]
        client = runner._connected()
        client.cluster.scale(0)
        assert first + list(results) == [n * n for n in range(40)]
