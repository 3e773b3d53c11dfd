"""Storing what is read: which files are to be read, and their documents into the graph, many at once."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Final

from .fingerprint import rules_fingerprint
from .reading import FileReading, ReadDocument

if TYPE_CHECKING:
    from ..graph import KnowledgeGraph
    from ..graph.preparation import Prepared

AT_ONCE: Final = 100_000_000
"""Bytes that are waited for, before their documents are stored together, all of them or none: some 880 abstracts.

Fewer would leave Oxigraph more files to merge, which costs more than the storing itself; more would need more memory.
"""


@dataclass(slots=True)
class BuildReport:
    """What a build did."""

    stored: list[str] = field(default_factory=list[str])
    """Identifiers of the documents stored, in order."""
    unchanged: list[str] = field(default_factory=list[str])
    """Files left alone, because the graph holds what they say."""
    skipped: dict[str, str] = field(default_factory=dict[str, str])
    """Files and paths that could not be read, with the reason."""
    facts: int = 0
    dropped: int = 0
    """Candidates that did not fit as a whole and were left out."""
    unsure: int = 0
    """Facts left out because their confidence is too low."""


def content_hash(path: Path, way: str = "0.0") -> str:
    """SHA-256 over name and bytes of a file and the way it is read; raises OSError for an unreadable file."""
    name = f"{version('trialgraph')}\0{rules_fingerprint()}\0{way}\0{path.name}\0"
    digest = hashlib.sha256(name.encode(errors="surrogateescape"))
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


class Storing:
    """One run: which files are to be read, and what becomes of their readings."""

    def __init__(self, graph: "KnowledgeGraph", report: BuildReport, way: str) -> None:
        self.report = report
        self.done = 0
        """Files that are read, unchanged or skipped."""
        self._graph, self._way = graph, way
        self._hashes: dict[Path, str] = {}
        """Of the files that are read at the moment."""
        self._files: set[str] = set()
        """Hashes of the files that this run took."""
        self._identifiers: set[str] = set()
        """Of the documents that this run came upon."""
        self._waiting: list[Prepared] = []
        self._waiting_bytes = 0

    def changed(self, files: Iterable[Path]) -> Iterator[Path]:
        """Give the files that have to be read, as they are asked for."""
        for path in files:
            try:
                digest = content_hash(path, self._way)
            except OSError as error:
                self.report.skipped[str(path)] = f"{path}: {error.strerror}; check the file and its permissions"
                self.done += 1
                continue
            if known := self._graph.documents_of(digest):
                self._identifiers.update(known)
                self.report.unchanged.append(str(path))
                self.done += 1
            else:
                self._hashes[path] = digest
                yield path

    def take(self, result: FileReading) -> None:
        """Take what was read of a file; it is stored, with all before it, or waits for more."""
        self.done += 1
        digest = self._hashes.pop(result.path)
        if result.error:
            self.report.skipped[str(result.path)] = result.error
        elif digest in self._files:
            self.report.unchanged.append(str(result.path))
        else:
            self._files.add(digest)
            for left, document in reversed([*enumerate(reversed(result.documents))]):
                if self._waiting_bytes >= AT_ONCE:
                    self.flush()
                # Only the last document carries the file's own hash: a file stored in part is read again.
                self._add(result.path, document, f"{digest}-{left}" if left else digest)
        if self._waiting_bytes >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Store what waits."""
        waiting, self._waiting, self._waiting_bytes = self._waiting, [], 0
        self._graph.add_prepared(waiting)
        self.report.stored += [prepared.record.identifier for prepared in waiting]

    def _add(self, path: Path, document: ReadDocument, digest: str) -> None:
        identifier = document.prepared.record.identifier
        if identifier in self._identifiers:
            reason = f"another file of this run is also called {identifier}; rename one of them"
            self.report.skipped[str(path)] = f"{path}: {reason}"
            return
        self._identifiers.add(identifier)
        self._waiting.append(document.prepared.of_file(digest))
        self._waiting_bytes += document.prepared.size
        self.report.facts += document.facts
        self.report.unsure += document.unsure
        self.report.dropped += document.dropped
