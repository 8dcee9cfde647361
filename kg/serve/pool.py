"""Workers on one store: jobs in, replies out, as many at once as there are workers, the others in a queue."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kg.serve.jobs import Job, Sparql
from kg.serve.reply import Reply, problem
from kg.serve.settings import Settings
from kg.serve.worker import DiedError, TimedOutError, Worker
from kg.store import lease


class Pool:
    """One worker is kept from queries that clients wrote, so that these, however slow, never stop all the others."""

    def __init__(self, place: Path, settings: Settings) -> None:
        self.place = place
        self._settings = settings
        self._lease = lease(place)  # between two workers too
        self._workers = [Worker(place, settings) for _ in range(settings.workers)]
        self._threads = ThreadPoolExecutor(settings.workers, thread_name_prefix="worker")
        self._idle: asyncio.LifoQueue[Worker] = asyncio.LifoQueue()
        self._free = asyncio.Semaphore(max(1, settings.workers - 1))
        self._tasks: set[asyncio.Task[Reply]] = set()
        for worker in self._workers:
            self._idle.put_nowait(worker)

    async def answer(self, job: Job) -> Reply:
        """The reply to a job; a problem where it was killed, or where too many wait already.

        A client that goes away leaves the job to its end: the worker must not be given another in between.
        """
        if len(self._tasks) >= self._settings.waiting:
            return problem(503, "too many queries are waiting; come again in a moment")
        task = asyncio.create_task(self._done(job))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return await asyncio.shield(task)

    async def close(self) -> None:
        """Waits for the jobs at hand, then ends the workers."""
        while self._tasks:
            await asyncio.wait(self._tasks)
        await asyncio.to_thread(self.kill)

    def kill(self) -> None:
        """Ends the workers at once."""
        for worker in self._workers:
            worker.end()
        self._threads.shutdown()
        self._lease.close()

    async def _done(self, job: Job) -> Reply:
        if isinstance(job, Sparql):
            async with self._free:
                return await self._asked(job)
        return await self._asked(job)

    async def _asked(self, job: Job) -> Reply:
        worker = await self._idle.get()
        try:
            return await asyncio.get_running_loop().run_in_executor(self._threads, worker.ask, job)
        except TimedOutError:
            return problem(504, f"the query took more than {self._settings.timeout:g} s and was stopped; ask for less")
        except DiedError:
            return problem(422, "the query needs more memory, or nests deeper, than a query may; ask for less")
        finally:
            self._idle.put_nowait(worker)
