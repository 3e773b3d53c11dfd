"""One worker process: it opens the graph to look at it, and answers one job after the other until it is killed."""

import signal
import sys
import time
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

from ...graph.reader import GraphReader, written
from ...ontology.errors import QueryError, StoreError, TrialgraphError
from .jobs import Job, LimitError

FRESH: Final = 3
"""Seconds for which a look at a graph is new enough while another program changes it."""


def work(jobs: Connection, graph: Path, memory: int) -> None:
    """Answer jobs with a pair: a result, or an error in words for whoever asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    look = _Look(graph)
    with suppress(TrialgraphError):
        look.reader()
    _limit(memory)
    with suppress(EOFError, BrokenPipeError):
        while True:
            state, job = jobs.recv()
            look.at(state)
            jobs.send(_answer(job, look, memory))


class _Look:
    """The graph as it was a moment ago at most; another program may change it, or take it away."""

    def __init__(self, graph: Path) -> None:
        self._graph = graph
        self._reader: GraphReader | None = None
        self._seen, self._time, self._state = 0, 0.0, 0

    def at(self, state: int) -> None:
        """Look again if the server has written since."""
        if state != self._state:
            self._reader, self._state = None, state

    def reader(self) -> GraphReader:
        changed = written(self._graph)
        if self._reader is None or (changed != self._seen and time.monotonic() > self._time + FRESH):
            self._reader, self._seen, self._time = GraphReader(self._graph), changed, time.monotonic()
        return self._reader

    def forget(self) -> None:
        self._reader = None


def _answer(job: Job, look: _Look, memory: int) -> tuple[Any, Exception | None]:
    try:
        return job.answer(look.reader()), None
    except TrialgraphError as error:
        return None, error
    except SyntaxError as error:
        return None, QueryError(f"the query can't be understood: {error}", remedy="compare it with SPARQL 1.1")
    except OSError as error:
        look.forget()
        return None, StoreError(f"the graph can't be read: {error}", remedy="try again; build it again if that fails")
    except (ValueError, RuntimeError) as error:
        return None, QueryError(f"the query can't be run: {error}")
    except MemoryError:
        return None, too_large(memory)
    except Exception as error:  # noqa: BLE001 (raised again in the server, which tells and logs it)
        error.add_note(traceback.format_exc())
        return None, error


def too_large(memory: int) -> LimitError:
    """Say that a question takes too many bytes."""
    remedy = "ask for less at once, by LIMIT for example"
    return LimitError(f"the question takes more than {memory >> 20} MB of memory", remedy=remedy)


def _limit(memory: int) -> None:
    """Let the system refuse more memory than this beyond what is in use; only Linux tells how much that is."""
    if sys.platform == "linux":
        import resource

        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
