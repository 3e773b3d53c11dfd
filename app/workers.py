"""Reading in workers: any executor of `concurrent.futures`, in chunks, so many ahead, and again where a worker dies."""

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, ParamSpec, TypeVar

from ..ontology.errors import TrialgraphError, WorkerError
from .fingerprint import code_fingerprint
from .reading import FileReading, Work, read_chunk

_P = ParamSpec("_P")
_T = TypeVar("_T")
_TRIES: Final = 2
"""A file is read so often with no other at the same time before it is blamed for the death of its worker."""


@dataclass(frozen=True, slots=True)
class Workers:
    """Where files are read: `start` makes an executor, and another one when that breaks; each is shut down at the end.

    >>> from concurrent.futures import ThreadPoolExecutor
    >>> files = map(Path, ("a.txt", "b.txt", "c.txt"))
    >>> [reading.path.name for reading in Workers(ThreadPoolExecutor, chunk=2).read(files, FileReading)]
    ['a.txt', 'b.txt', 'c.txt']
    """

    start: Callable[[], Executor]
    chunk: int = 1
    """Files of one task; more of them where a task costs much."""
    ahead: int = 64
    """Tasks that are read, or wait to be stored, at most: what a build holds in memory does not grow with its files."""

    def read(self, files: Iterable[Path], work: Work) -> Iterator[FileReading]:
        """Give the readings in the order of the files; WorkerError where no worker can be had."""
        session = _Session(self.start, work)
        try:
            waiting: deque[_Task] = deque()
            for chunk in _chunks(files, self.chunk):
                waiting.append(session.submit(chunk))
                if len(waiting) == self.ahead:
                    yield from session.first(waiting)
            while waiting:
                yield from session.first(waiting)
        finally:
            session.executor.shutdown(wait=False, cancel_futures=True)


@dataclass(frozen=True, slots=True)
class _Task:
    paths: tuple[Path, ...]
    future: Future[list[FileReading]]


class _Session:
    """One use of workers: the executor, and what to do when a task fails."""

    def __init__(self, start: Callable[[], Executor], work: Work) -> None:
        self._start, self._work = start, work
        self.executor = start()

    def submit(self, paths: tuple[Path, ...]) -> _Task:
        try:
            return _Task(paths, self.executor.submit(read_chunk, paths, self._work, code_fingerprint()))
        except BrokenExecutor as error:
            broken: Future[list[FileReading]] = Future()
            broken.set_exception(error)
            return _Task(paths, broken)

    def first(self, waiting: deque[_Task]) -> Iterator[FileReading]:
        """Give the readings of the first task; where it failed, read its files one by one, then go on with the rest."""
        task = waiting.popleft()
        failure = _failure(task)
        if failure is None:
            yield from task.future.result()
            return
        if isinstance(failure, BrokenExecutor):
            self._restart()
        yield from map(self._read_alone, task.paths)
        for place, other in enumerate(waiting):
            if other.future.done() and isinstance(_failure(other), BrokenExecutor):
                waiting[place] = self.submit(other.paths)

    def _read_alone(self, path: Path) -> FileReading:
        for _ in range(_TRIES):
            task = self.submit((path,))
            failure = _failure(task)
            if failure is None:
                return task.future.result()[0]
            if not isinstance(failure, BrokenExecutor):
                reason = f"its worker failed ({type(failure).__name__}: {failure})"
                break
            self._restart()
        else:
            reason = "every worker that read it died, perhaps for want of memory"
        return FileReading(path, error=f"{path}: {reason}; run again with --jobs 1")

    def _restart(self) -> None:
        """Make another executor; one whose workers die before they have read anything is not tried again."""
        self.executor.shutdown(wait=False, cancel_futures=True)
        self.executor = self._start()
        try:
            self.executor.submit(os.getpid).result()
        except BrokenExecutor as error:
            raise WorkerError("the workers die as they start", remedy="run again with --jobs 1") from error


def _failure(task: _Task) -> BaseException | None:
    """Wait for a task and tell why it failed; what no other worker can mend is raised."""
    try:
        failure = task.future.exception()
    except CancelledError as error:
        remedy = "all that was read is stored; run again once the cluster is back"
        raise WorkerError("the connection to the workers is lost", remedy=remedy) from error
    if isinstance(failure, TrialgraphError):
        raise failure
    return failure


def _chunks(files: Iterable[Path], size: int) -> Iterator[tuple[Path, ...]]:
    left = iter(files)
    while chunk := tuple(islice(left, size)):
        yield chunk


class _Pool(ProcessPoolExecutor):
    """Processes that Ctrl-C, which is the parent's, never reaches: they inherit that it is blocked.

    All are there before the first document comes. Python starts them with the tasks, and loses sight of one that starts
    while a task kills another: the program then waits for it for ever as it ends.
    """

    def __init__(self, jobs: int) -> None:
        super().__init__(jobs, mp_context=get_context("spawn"))
        for _ in range(jobs):
            self.submit(os.getpid)

    def submit(self, fn: Callable[_P, _T], /, *args: _P.args, **kwargs: _P.kwargs) -> Future[_T]:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            return super().submit(fn, *args, **kwargs)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def processes(jobs: int) -> Workers:
    """Read in processes of this machine; spawned, not forked: a fork would leave locks of the parent's threads shut."""
    return Workers(lambda: _Pool(jobs), ahead=max(64, 2 * jobs))
