"""Documents with tables, written for the tests, and the facts that stand in their tables."""

from collections.abc import Callable
from pathlib import Path

import pytest
from trialgraph.extract.extractor import Extractor
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.facts import Fact

ReadTable = Callable[[str, str], list[Fact]]


@pytest.fixture(scope="session")
def extractor() -> Extractor:
    return Extractor()


@pytest.fixture
def read_table(extractor: Extractor, tmp_path: Path) -> ReadTable:
    """Read a file of this name with this content, and give the facts of its tables, each quote checked."""

    def read(name: str, content: str) -> list[Fact]:
        path = tmp_path / name
        path.write_text(content, encoding="utf-8")
        document = next(iter(read_documents(path)))
        facts = [f for f in extractor.read(document).facts if f.evidence.rule.startswith("table-")]
        for fact in facts:
            evidence = fact.evidence
            assert document.text[evidence.start : evidence.end] == evidence.quote
        return facts

    return read
