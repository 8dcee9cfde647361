"""A Dask cluster (https://distributed.dask.org), its own on this machine or one that runs elsewhere."""

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from kg.errors import ConfigurationError, KgError
from kg.pipeline.runners.runner import CHUNK, TRIES, Lost, chunks, each

if TYPE_CHECKING:
    from distributed import Client, LocalCluster

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 3  # chunks a thread that are under way or wait for their turn
_PATIENCE: Final = 10  # seconds to wait for an answer before looking whether anybody is there
_TURNS: Final = 6  # looks without a worker in sight before none is expected any more; a dead one is replaced in seconds
_SETTINGS: Final = {
    "distributed.scheduler.allowed-failures": TRIES - 1,
    "distributed.worker.daemon": False,
    # A worker that this long after a death has no process again, since the next one died as well, is given up for ever.
    "distributed.deploy.lost-worker-timeout": "1 day",
    "distributed.admin.low-level-log-length": 0,
}


class _NobodyLeftError(Exception):
    """All workers are gone, and none comes back."""


class Dask:
    """Runs items on the cluster of the scheduler at `address` or, without one, on `workers` processes started here.

    A scheduler elsewhere has settings of its own: how often a task may take its worker along is
    `distributed.scheduler.allowed-failures` there. The first item raises a ConfigurationError where Dask is not
    installed, a KgError where no scheduler answers.
    """

    def __init__(self, workers: int, address: str | None = None) -> None:
        self._workers = workers
        self._address = address
        self._client: Client | None = None
        self._open = ExitStack()

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = CHUNK) -> Iterator[R | Lost[T]]:
        """See `Runner.map`."""
        client = self._connected()
        under_way: deque[tuple[list[T], Any]] = deque()
        ahead = _AHEAD * max(1, sum(client.nthreads().values()))
        for chunk in chunks(items, at_once):
            under_way.append((chunk, _submit(self._connected(), task, chunk)))
            if len(under_way) >= ahead:
                yield from self._first(task, under_way)
        while under_way:
            yield from self._first(task, under_way)

    def _first(self, task: Callable[[T], R], under_way: deque[tuple[list[T], Any]]) -> list[R | Lost[T]]:
        """The results of the oldest chunk; where all workers are gone, new ones do again what was under way."""
        for _ in range(TRIES):
            try:
                results = _results(self._connected(), task, *under_way[0])
            except _NobodyLeftError:
                if self._address:
                    break
                self.close()
                waiting = [(chunk, _submit(self._connected(), task, chunk)) for chunk, _ in under_way]
                under_way.clear()
                under_way.extend(waiting)
            else:
                under_way.popleft()
                return results
        raise KgError("the Dask cluster has no worker left; see its logs for what ended them")

    def sees(self, path: Path) -> bool:
        """See `Runner.sees`; on a cluster elsewhere, the folder has to be on a file system that all machines share."""
        return all(self._connected().run(os.path.exists, str(path.resolve())).values())

    def _connected(self) -> "Client":
        if self._client is None:
            self._client = self._open.enter_context(_client(self._workers, self._address))
        return self._client

    def close(self) -> None:
        """See `Runner.close`; a scheduler elsewhere goes on."""
        self._client = None
        self._open.close()


@contextmanager
def _client(workers: int, address: str | None) -> Iterator["Client"]:
    try:
        from distributed import Client
    except ImportError as error:
        raise ConfigurationError("--runner dask needs Dask; install it with: pip install 'kg[cluster]'") from error
    if address is None:
        with cluster(workers) as started, Client(started, set_as_default=False) as client:
            yield client
        return
    try:
        client = Client(address, timeout=_PATIENCE, set_as_default=False)
    except (OSError, ValueError) as error:
        raise KgError(f"{address}: no Dask scheduler answers there ({error})") from error
    with client:
        yield client


@contextmanager
def cluster(workers: int) -> Iterator["LocalCluster"]:
    """A cluster of this machine, a thread a worker, since what runs there does not release the interpreter's lock."""
    import dask
    from distributed import LocalCluster

    with (
        dask.config.set(_SETTINGS),
        LocalCluster(
            n_workers=workers, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL
        ) as started,
    ):
        yield started


def _submit(client: "Client", task: Callable[[T], R], chunk: list[T]) -> Any:
    return client.submit(each, task, chunk, pure=False)


def _results(client: "Client", task: Callable[[T], R], chunk: list[T], future: Any) -> list[R | Lost[T]]:
    """The results of a chunk; one that took every worker along is run again item by item."""
    from distributed import KilledWorker

    try:
        results: list[R | Lost[T]] = _awaited(client, future)
        return results
    except KilledWorker:
        if len(chunk) == 1:
            return [Lost(chunk[0])]
    return [result for item in chunk for result in _results(client, task, [item], _submit(client, task, [item]))]


def _awaited(client: "Client", future: Any) -> Any:
    """A result, however long it takes, as long as there is somebody to make it."""
    alone = 0
    while True:
        try:
            return future.result(timeout=_PATIENCE)
        except TimeoutError:
            alone = 0 if client.nthreads() else alone + 1
        if alone > _TURNS:
            raise _NobodyLeftError
