"""Reading in workers: order, chunks, how much waits, and what happens when a worker dies."""

import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from functools import partial
from multiprocessing import active_children, get_context
from pathlib import Path

import pytest
from trialgraph.app.reading import FileReading, read_chunk
from trialgraph.app.workers import Workers, processes
from trialgraph.ontology.errors import LexiconError, WorkerError

FILES = [Path(f"{number}.txt") for number in range(10)]


def paths(readings):
    return [reading.path for reading in readings if not reading.error]


class Started(ThreadPoolExecutor):
    """Remembers what was asked of it."""

    def __init__(self):
        super().__init__(2)
        self.chunks = []

    def submit(self, work, chunk, *rest):
        self.chunks.append(chunk)
        return super().submit(work, chunk, *rest)


@pytest.mark.parametrize(("chunk", "first"), [(1, 3), (4, 3)])
def test_readings_come_in_order_and_few_wait(chunk, first):
    pool = Started()
    readings = Workers(lambda: pool, chunk=chunk, ahead=3).read(iter(FILES), FileReading)
    assert next(readings).path == FILES[0]
    assert pool.chunks == [tuple(FILES[start : start + chunk]) for start in range(0, 10, chunk)][:first]
    assert paths(readings) == FILES[1:]


def test_a_build_that_stops_leaves_no_worker_behind():
    pool = Started()
    readings = Workers(lambda: pool).read(FILES, FileReading)
    next(readings)
    readings.close()
    with pytest.raises(RuntimeError, match="shutdown"):
        pool.submit(os.getpid, ())


def die_at(deadly, once, path):
    """Kill this process at a file, the first time only where `once` names a file to remember it by."""
    if path == deadly and not (once and once.exists()):
        if once:
            once.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return FileReading(path)


@pytest.mark.parametrize("chunk", [1, 3])
def test_what_a_killed_worker_was_reading_is_read_elsewhere(tmp_path, chunk):
    workers = Workers(processes(2).start, chunk=chunk)
    assert paths(workers.read(FILES, partial(die_at, FILES[4], tmp_path / "died"))) == FILES
    assert (tmp_path / "died").exists()


def test_a_file_that_kills_every_worker_is_named_and_the_others_are_read():
    readings = [*Workers(processes(2).start, chunk=2).read(FILES, partial(die_at, FILES[4], None))]
    assert [reading.path for reading in readings] == FILES
    assert [reading.path for reading in readings if "every worker that read it died" in reading.error] == [FILES[4]]


def test_all_workers_are_there_before_the_first_task():
    before = {*active_children()}
    with processes(3).start():
        assert len({*active_children()} - before) == 3


def test_workers_that_die_as_they_start_are_told_of():
    pool = partial(ProcessPoolExecutor, 1, mp_context=get_context("spawn"), initializer=os.abort)
    with pytest.raises(WorkerError, match="the workers die as they start; run again with --jobs 1"):
        next(Workers(pool).read(FILES, FileReading))


class Lost(ThreadPoolExecutor):
    """Has lost the connection to its workers."""

    def submit(self, *_):
        future = Future()
        future.cancel()
        return future


def test_a_lost_connection_is_told_of():
    with pytest.raises(WorkerError, match="the connection to the workers is lost"):
        next(Workers(Lost).read(FILES, FileReading))


def test_other_versions_do_not_mix(monkeypatch):
    with pytest.raises(WorkerError, match="another version of trialgraph"):
        read_chunk(FILES, FileReading, "other rules")


def fail(error, path):
    if path == FILES[1]:
        raise error
    return FileReading(path)


def test_an_error_that_is_no_documents_fault_ends_the_build():
    with pytest.raises(LexiconError):
        paths(Workers(ThreadPoolExecutor).read(FILES, partial(fail, LexiconError("a broken row"))))


def test_a_result_that_does_not_come_back_costs_only_its_file():
    readings = [*Workers(ThreadPoolExecutor, chunk=3).read(FILES, partial(fail, EOFError()))]
    assert paths(readings) == [FILES[0], *FILES[2:]]
    assert "its worker failed (EOFError: )" in readings[1].error


def interrupt(path):
    os.kill(os.getpid(), signal.SIGINT)
    return FileReading(path)


def test_ctrl_c_does_not_reach_the_workers():
    assert paths(processes(1).read(FILES[:2], interrupt)) == FILES[:2]
