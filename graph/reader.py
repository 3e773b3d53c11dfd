"""Looking at a graph without holding it: many programs can at once, also while another one builds it."""

from contextlib import suppress
from pathlib import Path

from pyoxigraph import Store

from ..ontology.document import Document
from ..ontology.errors import StoreError
from ..ontology.facts import Reading
from .archive import Archive
from .database import Database
from .store import load_file, open_read_only
from .textsearch import Hits, TextIndex, is_whole


class GraphReader:
    """The graph in a folder, or an RDF file, as it was when it was opened; StoreError where there is neither."""

    def __init__(self, path: Path) -> None:
        if path.is_file():
            self.store = Store()
            load_file(self.store, path)
            self._database = Database(None)
        elif (path / "documents.sqlite").is_file():
            self.store = open_read_only(path / "oxigraph")
            self._database = Database(path / "documents.sqlite", read_only=True)
        else:
            remedy = "make one with `trialgraph build PATH...`"
            raise StoreError("there is no graph here", where=str(path), remedy=remedy)
        self._archive = Archive(self._database)
        self._texts = self._text_index()

    def _text_index(self) -> TextIndex:
        """Take the index beside the store; where none is or it is damaged, make one in memory when it is first used."""
        if is_whole(self._database):
            return TextIndex(self._database, self.store, in_step=True)
        return TextIndex(Database(None), self.store)

    def document(self, identifier: str) -> Document | None:
        """Give a stored document; None where there is none, as in RDF files."""
        record = self._archive.get(identifier)
        return record.document if record else None

    def reading(self, identifier: str) -> Reading | None:
        """Give what was read out of a stored document; None where there is none."""
        record = self._archive.get(identifier)
        return record.reading if record else None

    def search(self, words: str, limit: int) -> Hits:
        """Find names and quotes that hold all the words, at most `limit` of each; the last may be a beginning."""
        return self._texts.search(words, limit)


def written(path: Path) -> int:
    """Tell when a graph was written last, in nanoseconds; StoreError where it is gone."""
    times: list[int] = []
    for file in (path, path / "documents.sqlite", path / "documents.sqlite-wal"):
        with suppress(OSError):
            times.append(file.stat().st_mtime_ns)
    if not times:
        raise StoreError("the graph is gone", where=str(path), remedy="build it again")
    return max(times)
