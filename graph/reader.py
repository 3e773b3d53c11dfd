"""Looking at a graph without holding it: many programs can at once, also while another one builds it."""

from pathlib import Path

from pyoxigraph import Store

from ..ontology.document import Document
from ..ontology.errors import StoreError
from ..ontology.facts import Reading
from .archive import Archive, Record
from .database import Database
from .store import load_file, open_read_only


class GraphReader:
    """The graph in a folder, or an RDF file, as it was when it was opened; StoreError where there is neither."""

    def __init__(self, path: Path) -> None:
        self._archive: Archive | None = None
        if path.is_file():
            self.store = Store()
            load_file(self.store, path)
            return
        if not (path / "documents.sqlite").is_file():
            remedy = "make one with `trialgraph build PATH...`"
            raise StoreError("there is no graph here", where=str(path), remedy=remedy)
        self.store = open_read_only(path / "oxigraph")
        self._archive = Archive(Database(path / "documents.sqlite", read_only=True))

    def document(self, identifier: str) -> Document | None:
        """Give a stored document; None where there is none, as in RDF files."""
        record = self._record(identifier)
        return record.document if record else None

    def reading(self, identifier: str) -> Reading | None:
        """Give what was read out of a stored document; None where there is none."""
        record = self._record(identifier)
        return record.reading if record else None

    def _record(self, identifier: str) -> Record | None:
        return self._archive.get(identifier) if self._archive else None
