from pathlib import Path

import pytest
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.document import Document


def assert_faithful(document: Document) -> None:
    for table in document.tables:
        assert table.cells
        for cell in table.cells:
            assert document.text[cell.start : cell.end] == cell.text
            assert table.start <= cell.start <= cell.end <= table.end
    for section in document.sections:
        assert 0 <= section.start < section.end <= len(document.text)
        assert document.text[section.start :].startswith(section.heading)


@pytest.fixture
def read(tmp_path: Path):
    """Write a file and read it, checking that every offset holds."""

    def _read(name: str, content: str | bytes) -> tuple[Document, ...]:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        documents = read_documents(path)
        for document in documents:
            assert_faithful(document)
        return documents

    return _read


@pytest.fixture
def grid():
    """Give a table's cells as rows of texts."""

    def _grid(table) -> list[list[str]]:
        rows = max(cell.row for cell in table.cells) + 1
        return [[cell.text for cell in table.cells if cell.row == row] for row in range(rows)]

    return _grid
