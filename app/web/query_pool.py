"""Workers that ask the graph, each a process of its own: one that takes too long is killed and replaced.

A query inside the server could neither be stopped nor kept from taking all memory.
"""

import multiprocessing
from asyncio import CancelledError
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from anyio import CapacityLimiter, to_thread

from .jobs import Job, LimitError
from .settings import Settings
from .worker import too_large, work

MOST_WAITING: Final = 200
"""Questions that wait for a worker; whoever comes later is sent away."""
_METHOD: Final = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"


class QueryPool:
    """A fixed number of workers on one graph, each within the limits of the settings."""

    def __init__(self, graph: Path, settings: Settings) -> None:
        self._graph, self._seconds, self._memory = graph, settings.seconds, settings.memory
        self._context: Any = multiprocessing.get_context(_METHOD)
        self._context.set_forkserver_preload(["__main__", work.__module__])
        self._state = 0
        self._free = CapacityLimiter(settings.workers)
        self._idle = [self._start() for _ in range(settings.workers)]

    async def answer(self, job: Job) -> Any:
        """Let a worker answer; TrialgraphError where it can't, LimitError where a limit was reached.

        Whoever is cancelled while waiting takes the query down, too.
        """
        if self._free.statistics().tasks_waiting >= MOST_WAITING:
            raise LimitError("the server has too many questions to answer", remedy="try again in a moment")
        async with self._free:
            worker = self._idle.pop()
            try:
                result, error = await to_thread.run_sync(self._ask, worker, job, abandon_on_cancel=True)
            except (LimitError, CancelledError):
                worker.end()
                worker = self._start()
                raise
            finally:
                self._idle.append(worker)
        if error is not None:
            raise error
        return result

    def look_again(self) -> None:
        """Let the next answers see what has just been written."""
        self._state += 1

    def _ask(self, worker: "_Worker", job: Job) -> Any:
        try:
            worker.jobs.send((self._state, job))
            if worker.jobs.poll(self._seconds):
                return worker.jobs.recv()
        except (EOFError, OSError) as error:
            raise too_large(self._memory) from error
        remedy = "ask for less at once, or about fewer things"
        raise LimitError(f"the question takes longer than {self._seconds:g} seconds", remedy=remedy)

    def _start(self) -> "_Worker":
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=work, args=(theirs, self._graph, self._memory), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)

    def close(self) -> None:
        """End all workers."""
        while self._idle:
            self._idle.pop().end()


class _Worker:
    def __init__(self, process: Any, jobs: Connection) -> None:
        self._process, self.jobs = process, jobs

    def end(self) -> None:
        """Kill the process; the connection is closed when no thread waits on it any more."""
        self._process.kill()
        self._process.join()
