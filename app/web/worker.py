"""One worker process: it opens the graph to look at it, and answers one job after the other until it is killed."""

import signal
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from ...graph.reader import GraphReader
from ...ontology.errors import QueryError, TrialgraphError
from .jobs import Job


def work(jobs: Connection, graph: Path, memory: int) -> None:
    """Answer jobs with a pair: a result, or an error in words for whoever asked."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(EOFError, BrokenPipeError):
        try:
            reader = GraphReader(graph)
        except TrialgraphError as error:
            jobs.recv()
            jobs.send((None, error))
            return
        _limit(memory)
        while True:
            jobs.send(_answer(jobs.recv(), reader))


def _answer(job: Job, reader: GraphReader) -> tuple[Any, TrialgraphError | None]:
    try:
        return job.answer(reader), None
    except TrialgraphError as error:
        return None, error
    except SyntaxError as error:
        return None, QueryError(f"the query can't be understood: {error}", remedy="compare it with SPARQL 1.1")
    except (ValueError, RuntimeError) as error:
        return None, QueryError(f"the query can't be run: {error}")


def _limit(memory: int) -> None:
    """Let the system refuse more memory than this beyond what is in use; only systems with /proc can."""
    if sys.platform == "linux":
        import resource

        used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
        resource.setrlimit(resource.RLIMIT_AS, (used + memory, used + memory))
