from importlib.metadata import EntryPoint
from types import SimpleNamespace

import pytest
from trialgraph.extract.readers import read_documents, readers, registry, suffixes
from trialgraph.ontology.document import Document

SHOUTING = SimpleNamespace(
    SUFFIXES=frozenset({".shout"}),
    can_read=lambda path, head: head.isupper(),
    read=lambda path: iter([Document(identifier=path.stem, source=str(path), text=path.read_text().lower())]),
)


@pytest.fixture
def shouting(monkeypatch):
    entry = EntryPoint(name="shouting", group="trialgraph.readers", value="test_registry:SHOUTING")
    monkeypatch.setattr(registry, "entry_points", lambda group: [entry] if group == "trialgraph.readers" else [])
    readers.cache_clear()
    yield
    readers.cache_clear()


def test_our_formats():
    assert suffixes() >= {".txt", ".md", ".html", ".pdf", ".xml", ".nxml", ".json"}


@pytest.mark.usefixtures("shouting")
def test_a_reader_of_another_package(tmp_path):
    path = tmp_path / "a.shout"
    path.write_text("LOUD")
    (document,) = read_documents(path)
    assert document.text == "loud"
