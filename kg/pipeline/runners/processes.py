"""Several processes of this machine; one that is killed is replaced, and its work done again."""

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import Any, Final, TypeVar

from kg.forking import forking
from kg.pipeline.runners.runner import CHUNK, SELDOM, TRIES, Lost, chunks, each

T = TypeVar("T")
R = TypeVar("R")

_AHEAD: Final = 3  # chunks a worker that are under way or wait for their turn


class Processes:
    """Runs items in `workers` processes."""

    def __init__(self, workers: int) -> None:
        self._pool = _Pool(workers)
        self._ahead = _AHEAD * workers

    def map(self, task: Callable[[T], R], items: Iterable[T], at_once: int = CHUNK) -> Iterator[R | Lost[T]]:
        """See `Runner.map`; the first chunks are under way when it returns."""
        rest = chunks(items, at_once)
        under_way = deque((chunk, self._pool.submit(each, task, chunk)) for chunk in islice(rest, self._ahead))
        return self._results(task, under_way, rest)

    def _results(
        self, task: Callable[[T], R], under_way: deque[tuple[list[T], Future[list[R]]]], rest: Iterator[list[T]]
    ) -> Iterator[R | Lost[T]]:
        try:
            while under_way:
                yield from _first(self._pool, task, under_way)
                under_way.extend((chunk, self._pool.submit(each, task, chunk)) for chunk in islice(rest, 1))
        finally:
            for _, future in under_way:
                future.cancel()

    def sees(self, path: Path) -> bool:
        """See `Runner.sees`."""
        return path.exists()

    def close(self) -> None:
        """See `Runner.close`."""
        self._pool.end()


class _Pool:
    """A pool that can be replaced. Not multiprocessing.Pool: it waits for ever when a worker is killed."""

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor: ProcessPoolExecutor | None = None
        self._context = forking()

    def submit(self, function: Callable[..., Any], *arguments: Any) -> Future[Any]:
        """A call under way; one into a pool that has just broken is answered with that."""
        if self._executor is None:
            self._executor = ProcessPoolExecutor(self._workers, self._context, gc.set_threshold, SELDOM)
        try:
            return self._executor.submit(function, *arguments)
        except BrokenProcessPool as error:
            broken: Future[Any] = Future()
            broken.set_exception(error)
            return broken

    def end(self) -> None:
        """Stop the processes without waiting for calls that nobody asks for any more; the next call starts others."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _first(
    pool: _Pool, task: Callable[[T], R], under_way: deque[tuple[list[T], Future[list[R]]]]
) -> Iterator[R | Lost[T]]:
    """The results of the oldest chunk.

    A pool breaks as a whole, so all that was under way is under suspicion: chunk after chunk is run again with nothing
    beside it, so that whoever breaks the pool again is found out.
    """
    chunk, future = under_way.popleft()
    try:
        yield from future.result()
        return
    except BrokenProcessPool:
        pool.end()
    yield from _alone(pool, task, chunk)
    again = [(chunk, _again(pool, task, chunk, future)) for chunk, future in under_way]
    under_way.clear()
    under_way.extend(again)


def _again(
    pool: _Pool, task: Callable[[T], R], chunk: list[T], future: Future[list[R]]
) -> "Future[list[R]] | Future[Any]":
    """The future as it is where its chunk was done before the pool broke, else a done one."""
    if future.done() and not isinstance(future.exception(), BrokenProcessPool):
        return future
    done: Future[Any] = Future()
    try:
        done.set_result(_alone(pool, task, chunk))
    except Exception as error:  # an error of the function's own, told when its turn comes
        done.set_exception(error)
    return done


def _alone(pool: _Pool, task: Callable[[T], R], chunk: list[T], tries: int = TRIES) -> list[R | Lost[T]]:
    """The results of a chunk that is run with nothing beside it; an item that broke the pool `TRIES` times is lost."""
    try:
        return list(pool.submit(each, task, chunk).result())
    except BrokenProcessPool:
        pool.end()
    if len(chunk) > 1:
        return [result for item in chunk for result in _alone(pool, task, [item])]
    return _alone(pool, task, chunk, tries - 1) if tries > 1 else [Lost(chunk[0])]
