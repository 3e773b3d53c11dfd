"""Reading on a cluster: two Dask workers of this machine."""

import sys
from functools import partial

import dask
import pytest
from distributed import LocalCluster
from test_workers import FILES, die_at, paths
from trialgraph.app.cluster import cluster
from trialgraph.app.workers import Workers
from trialgraph.ontology.errors import WorkerError


def test_what_a_killed_worker_was_reading_is_read_on_another(tmp_path):
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as local:
        workers = Workers(cluster(local.scheduler_address).start, chunk=3)
        assert paths(workers.read(FILES, partial(die_at, FILES[4], tmp_path / "died"))) == FILES
    assert (tmp_path / "died").exists()


@pytest.mark.parametrize("address", ["tcp://127.0.0.1:9", "nonsense://there", ""])
def test_an_address_where_nobody_answers(run, tmp_path, address):
    with (
        dask.config.set({"distributed.comm.timeouts.connect": "100ms"}),
        pytest.raises(WorkerError, match="no cluster"),
    ):
        next(cluster(address).read(FILES, die_at))


def test_without_dask_it_is_told_how_to_get_it(run, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    answer = run("build", tmp_path, "--graph", tmp_path / "g", "--cluster", "tcp://127.0.0.1:9")
    assert answer.code == 1
    assert "pip install 'trialgraph[cluster]'" in answer.err
    assert not (tmp_path / "g").exists()
