"""The graph being served: the pool of workers on its store, and the change to a newer store while requests go on."""

import asyncio
import json
import logging
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from pathlib import Path
from typing import Final

from cachetools import LRUCache

from kg.errors import KgError, OutputError
from kg.export import REPORT
from kg.rdf import GRAPH_FILE
from kg.serve.jobs import Job
from kg.serve.pool import Pool
from kg.serve.reply import Reply
from kg.serve.settings import Settings
from kg.store import publish, retire
from kg.vocab import DEFAULT_BASE

_EVERY: Final = 1.0  # seconds between two looks at the graph's file
_REMEMBERED: Final = 32 << 20  # bytes of replies that are kept
_LARGEST: Final = 1 << 20  # bytes of one that is
_OVERHEAD: Final = 512  # bytes that keeping one costs
_LOG: Final = logging.getLogger("kg.serve")

Stamp = tuple[int, int, int]


class Service:
    """Answers jobs from the newest graph of a build's folder."""

    def __init__(self, out: Path, settings: Settings) -> None:
        self.out = out
        self.settings = settings
        self._stamp: Stamp | None = None
        self._pool: Pool | None = None
        self._replies: LRUCache[str, Reply] = LRUCache(_REMEMBERED, lambda reply: len(reply.body) + _OVERHEAD)
        self._closing: set[asyncio.Task[None]] = set()
        self.base = DEFAULT_BASE

    def remembered(self, tag: str) -> Reply | None:
        """An earlier reply to the same request, where it is still at hand."""
        return self._replies.get(tag)

    def remember(self, tag: str, reply: Reply) -> None:
        """Keeps a reply for the next who asks the same; the tag changes with the graph."""
        if len(reply.body) <= _LARGEST:
            self._replies[tag] = reply

    @property
    def version(self) -> str:
        """What the graph served now is called; another graph has another version."""
        return self._current.place.name

    @property
    def _current(self) -> Pool:
        assert self._pool is not None
        return self._pool

    async def answer(self, job: Job) -> Reply:
        """The reply to a job."""
        return await self._current.answer(job)

    async def open(self) -> None:
        """Publishes the store and starts to serve it. InputError, OutputError."""
        self._stamp = self._look()
        self._pool = Pool(await self._published(), self.settings)
        self.base = _base(self.out)

    async def watch(self) -> None:
        """Serves each newer graph as soon as its store is there; a graph that cannot be read is passed over."""
        while True:
            await asyncio.sleep(_EVERY)
            stamp = self._look()
            if stamp is None or stamp == self._stamp:
                continue
            try:
                await self._renew()
                self._stamp = stamp
            except KgError as error:
                self._stamp = stamp
                _LOG.error("still serving the older graph: %s", error)

    async def close(self) -> None:
        """Ends all workers, when they have done what they are at."""
        await asyncio.gather(self._current.close(), *self._closing)

    def kill(self) -> None:
        """Ends the workers at once."""
        if self._pool is not None:
            self._pool.kill()

    async def _renew(self) -> None:
        place = await self._published()
        old = self._current
        if place != old.place:
            self._pool = Pool(place, self.settings)
            self.base = _base(self.out)
            _LOG.info("now serving %s", place.name)
            task = asyncio.create_task(self._retired(old, place))
            self._closing.add(task)
            task.add_done_callback(self._closing.discard)

    async def _retired(self, old: Pool, place: Path) -> None:
        await old.close()
        if place == self._current.place:
            await asyncio.to_thread(retire, self.out, place)

    async def _published(self) -> Path:
        """The store's path; another process makes the store, so that this one stays small."""
        try:
            with ProcessPoolExecutor(1, multiprocessing.get_context("forkserver")) as processes:
                return await asyncio.get_running_loop().run_in_executor(processes, publish, self.out)
        except BrokenProcessPool as error:
            raise OutputError(
                f"{self.out}: the process that makes the store was killed; is there memory for it?"
            ) from error

    def _look(self) -> Stamp | None:
        with suppress(OSError):
            told = (self.out / GRAPH_FILE).stat()
            return told.st_ino, told.st_mtime_ns, told.st_size
        return None


def _base(out: Path) -> str:
    """What the IRIs of a build begin with, as its report says."""
    with suppress(OSError, ValueError, AttributeError):
        told = json.loads((out / REPORT).read_text(encoding="utf-8"))
        return str(told.get("base", DEFAULT_BASE))
    return DEFAULT_BASE
