"""The promises of the graph over random documents, batches, interruptions, kills and full disks.

`bench/invariants.py` runs the same with more examples and kills.
"""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from graph_samples import FewWords, documents
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from trialgraph.graph.archive import Archive
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.store import Change
from written_until_stopped import batches

EXAMPLES, KILLS = (int(os.environ.get(f"TRIALGRAPH_{name}", few)) for name, few in (("EXAMPLES", 20), ("KILLS", 3)))
WRITER = Path(__file__).with_name("written_until_stopped.py")
COUNT = 40
many_documents = st.lists(documents(), max_size=4, unique_by=lambda document: document[0].identifier)
thorough = settings(
    max_examples=EXAMPLES, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def small(path=None):
    return KnowledgeGraph(path, lexicon=FewWords())


def one_by_one(dump, found):
    with small() as graph:
        for document in found:
            graph.add(*document)
        return dump(graph)


@thorough
@given(many_documents, many_documents, st.randoms(use_true_random=False))
def test_documents_stored_together_are_as_those_stored_one_by_one(dump, first, second, random):
    with small() as graph:
        graph.add_all((*found, "") for found in first)
        graph.add_all((*found, "") for found in random.sample(second, len(second)))
        replaced = {found[0].identifier for found in second}
        assert dump(graph) == one_by_one(dump, [*(f for f in first if f[0].identifier not in replaced), *second])


PLACES = [(Change, "_load"), (Change, "remove"), (Archive, "settle")]


@settings(thorough, max_examples=max(1, EXAMPLES // 2))
@given(many_documents, many_documents, st.sampled_from(PLACES), st.booleans(), st.sampled_from([1, 10**9]))
def test_what_is_interrupted_anywhere_is_whole_again_when_opened(
    tmp_path_factory, dump, first, second, place, after, many
):
    owner, name = place
    call, path = getattr(owner, name), tmp_path_factory.mktemp("graph")
    stopped = []

    def interrupted(*values):
        if after:
            call(*values)
        stopped.append(1)
        raise KeyboardInterrupt

    graph = small(path)
    graph.add_all((*found, "") for found in first)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(owner, name, interrupted)
        patch.setattr("trialgraph.graph.store._MANY", many)
        try:
            graph.add_all((*found, "") for found in second)
        except KeyboardInterrupt:
            assert stopped
    graph.close()
    replaced = {found[0].identifier for found in second}
    with small(path) as again:
        assert dump(again) == one_by_one(dump, [*(f for f in first if f[0].identifier not in replaced), *second])


def write_until(store, kill_after=None, limit=()):
    """Run the writer, and kill it so many seconds after it has opened the store.

    Gives what it reported as stored, its exit code and errors, and how many seconds it wrote.
    """
    call = [sys.executable, str(WRITER), str(store), str(COUNT), *map(str, limit)]
    process = subprocess.Popen(call, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stderr is not None
    assert process.stdout.readline() == "open\n", process.stderr.read()
    begun = time.monotonic()
    killer = threading.Timer(kill_after, process.kill) if kill_after is not None else None
    if killer:
        killer.start()
    reported = process.stdout.read().split()
    errors = process.stderr.read()
    code = process.wait()
    if killer:
        killer.cancel()
    return reported, code, errors, time.monotonic() - begun


def written():
    """Give all documents of the writer."""
    return [document for batch in batches(COUNT) for document in batch]


def check_stored(store, reported):
    """Open a store, check that all that was reported is there, once, with its words; give the number of documents."""
    with small(store) as graph:
        there = [document.identifier for document in graph.documents()]
        assert set(reported) <= set(there)
        assert len(there) == len(set(there)) == graph.stats().get("Document", 0)
        assert [problem for problem in graph.verify() if problem.check == "quote"] == []
        return len(there)


def test_kill_minus_nine_at_random_moments(dump, tmp_path):
    expected, chance = one_by_one(dump, written()), random.Random(0)
    *_, longest = write_until(tmp_path / "whole")
    kills = stores = 0
    while kills < KILLS:
        store, stores, there = tmp_path / str(stores), stores + 1, 0
        while there < COUNT:
            reported, code, errors, _ = write_until(store, chance.uniform(0, longest))
            assert code in (0, -signal.SIGKILL), errors
            there = check_stored(store, reported)
            kills += there < COUNT
        with small(store) as graph:
            assert dump(graph) == expected


def test_a_full_disk_is_told_of_and_costs_nothing_that_was_stored(dump, tmp_path):
    store = tmp_path / "store"
    reported, code, errors, _ = write_until(store, limit=[800_000])
    assert code == 1
    assert "check the disk's space" in errors
    assert "Traceback" not in errors
    assert 0 < check_stored(store, reported) < COUNT
    assert write_until(store)[1] == 0
    with small(store) as graph:
        assert dump(graph) == one_by_one(dump, written())
