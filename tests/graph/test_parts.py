import gzip

import pyoxigraph
import pytest
from graph_samples import hazard_ratio, read, targets
from trialgraph.graph import parts
from trialgraph.ontology.errors import StoreError

DOCUMENTS = read("a", targets(), hazard_ratio()), read("b", hazard_ratio())
ARCHIVE = "https://w3id.org/trialgraph/archive"


def test_parts_hold_every_statement_and_the_documents(make_graph, dump, tmp_path, monkeypatch):
    monkeypatch.setattr(parts, "PART_LENGTH", 50)
    graph = make_graph(*DOCUMENTS)
    graph.export("nquads-parts", tmp_path / "parts")
    files = sorted((tmp_path / "parts").iterdir())
    assert len(files) > 2
    lines = b"".join(gzip.decompress(file.read_bytes()) for file in files)
    found = {*pyoxigraph.parse(lines, format=pyoxigraph.RdfFormat.N_QUADS)}
    archived = {quad for quad in found if quad.graph_name.value == ARCHIVE}
    assert found - archived == {*pyoxigraph.parse(dump(graph), format=pyoxigraph.RdfFormat.N_QUADS)}
    assert {quad.object.value for quad in archived} > {"a", "b"}


def test_the_same_graph_gives_the_same_parts_and_no_folder_is_overwritten(make_graph, tmp_path):
    for name, documents in (("one", DOCUMENTS), ("other", reversed(DOCUMENTS))):
        make_graph(*documents).export("nquads-parts", tmp_path / name)
    one, other = ([file.read_bytes() for file in sorted((tmp_path / name).iterdir())] for name in ("one", "other"))
    assert one == other != []
    with pytest.raises(StoreError, match="one: the file can't be written"):
        make_graph().export("nquads-parts", tmp_path / "one")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]
