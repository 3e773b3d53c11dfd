import sys

import pyarrow.parquet as parquet
import pytest
from graph_samples import HOSTILE, IKEMA, KD, NEUTROPENIA, hazard_ratio, read
from trialgraph.graph.export import files_of
from trialgraph.graph.spreadsheet import TABLES
from trialgraph.ontology.errors import StoreError
from trialgraph.ontology.facts import AdverseEventResult

EVENT = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=0, total=122, serious=False, population="=1+1")


def test_figures_are_numbers_and_texts_are_as_they_are(make_graph, tmp_path):
    make_graph(read("a", EVENT, hazard_ratio(population=HOSTILE))).export("parquet", tmp_path / "graph.parquet")
    files = dict(zip(TABLES, files_of("parquet", tmp_path / "graph.parquet"), strict=True))
    assert [table.schema.names for table in map(parquet.read_table, files.values())] == [
        [*columns] for _, columns in TABLES.values()
    ]
    (event,) = parquet.read_table(files["adverse_events"]).to_pylist()
    assert (event["count"], event["total"], event["value"], event["serious"]) == (0, 122, None, False)
    assert event["population"] == "=1+1"
    (result,) = parquet.read_table(files["outcomes"]).to_pylist()
    assert (result["value"], result["ci_low"], result["unit"]) == (0.53, None, "ratio")


def test_without_the_library_it_says_what_to_install(make_graph, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(StoreError, match=r"python -m pip install 'trialgraph\[parquet\]'"):
        make_graph().export("parquet", tmp_path / "graph.parquet")
    assert [*tmp_path.iterdir()] == []
