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
_PATIENCE: Final = 10  # seconds to wait for a scheduler's first answer
_SETTINGS: Final = {
    "distributed.scheduler.allowed-failures": TRIES - 1,
    "distributed.worker.daemon": False,
    "distributed.admin.low-level-log-length": 0,
}


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
            under_way.append((chunk, _submit(client, task, chunk)))
            if len(under_way) >= ahead:
                yield from _results(client, task, *under_way.popleft())
        for chunk, future in under_way:
            yield from _results(client, task, chunk, future)

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
        LocalCluster(workers, threads_per_worker=1, dashboard_address=":0", silence_logs=logging.CRITICAL) as started,
    ):
        yield started


def _submit(client: "Client", task: Callable[[T], R], chunk: list[T]) -> Any:
    return client.submit(each, task, chunk, pure=False)


def _results(client: "Client", task: Callable[[T], R], chunk: list[T], future: Any) -> Iterator[R | Lost[T]]:
    """The results of a chunk; one that took every worker along is run again item by item."""
    from distributed import KilledWorker

    try:
        results = future.result()
    except KilledWorker:
        if len(chunk) == 1:
            yield Lost(chunk[0])
        else:
            for item in chunk:
                yield from _results(client, task, [item], _submit(client, task, [item]))
        return
    yield from results
