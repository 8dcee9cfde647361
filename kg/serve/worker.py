"""One worker: a process that holds a store open read-only and does one job after another, within its limits.

The engine has no time-out and no memory limit of its own. A process has both: it is killed when its time is up, and the
system refuses it memory beyond its share, whatever a query asks for.
"""

import math
import multiprocessing
import os
import resource
import signal
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from kg.serve.jobs import Job, answered
from kg.serve.reply import Reply
from kg.serve.settings import Settings
from kg.store import open_store

_STARTING: Final = 60.0  # seconds that a worker may take to open its store
_GRACE: Final = 5  # seconds after which a worker whose server is gone ends itself
_FORKS: Final = multiprocessing.get_context("forkserver")


class TimedOutError(Exception):
    """The job took too long; its worker was killed."""


class DiedError(Exception):
    """The worker ended in the middle of a job, for want of memory or by a nesting too deep for the engine."""


class Worker:
    """The server's end; it starts its process when there is a job and none is alive."""

    def __init__(self, place: Path, settings: Settings) -> None:
        self._place = place
        self._settings = settings
        self._process: ForkServerProcess | None = None
        self._pipe: Connection | None = None

    def ask(self, job: Job) -> Reply:
        """The reply to a job; blocks. TimedOutError, DiedError."""
        pipe = self._connected()
        try:
            pipe.send(job)
            if pipe.poll(self._settings.timeout):
                reply = pipe.recv()
                assert isinstance(reply, Reply)
                return reply
        except (EOFError, OSError) as error:
            self.end()
            raise DiedError from error
        self.end()
        raise TimedOutError

    def end(self) -> None:
        """Kills the process."""
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
            self._pipe.close()
        self._process = self._pipe = None

    def _connected(self) -> Connection:
        if self._process is not None and not self._process.is_alive():
            self.end()
        if self._pipe is None:
            self._start()
        assert self._pipe is not None
        return self._pipe

    def _start(self) -> None:
        self._pipe, theirs = _FORKS.Pipe()
        self._process = _FORKS.Process(target=_work, args=(theirs, self._place, self._settings), daemon=True)
        self._process.start()
        theirs.close()
        if not self._pipe.poll(_STARTING):
            self.end()
            raise DiedError
        self._pipe.recv()


def prepare() -> None:
    """Lets the process that workers are forked from import what they need, once."""
    _FORKS.set_forkserver_preload([__name__])


def _work(pipe: Connection, place: Path, settings: Settings) -> None:
    """The life of a worker: a word that it is ready, then a reply a job until the server is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # what the engine prints before it dies is told by the server
    store = open_store(place)
    _confine(settings.memory)
    pipe.send(None)
    while True:
        try:
            job = pipe.recv()
        except (EOFError, OSError):
            return
        signal.alarm(math.ceil(settings.timeout) + _GRACE)
        reply = answered(job, store, settings.result)
        signal.alarm(0)
        pipe.send(reply)


def _confine(memory: int) -> None:
    """No more address space than there is now and `memory` bytes, and no core dumps."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    statm = Path("/proc/self/statm")
    now = int(statm.read_text().split()[0]) * resource.getpagesize() if statm.exists() else 0
    resource.setrlimit(resource.RLIMIT_AS, (now + memory, now + memory))
