"""From files to a graph: find, pass over what is unchanged, read, here or in workers, store in one writer.

Documents are stored in the order of their file names, whatever the number of workers, each in a transaction of its own.
Of the files only names are kept: what was read of them is let go as soon as it is stored.
"""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..extract.configuration import AS_SHIPPED, Configuration
from ..ontology.document import Document
from ..ontology.facts import Reading
from .fingerprint import rules_fingerprint
from .reading import FileReading, Work, read_file
from .workers import Workers

if TYPE_CHECKING:
    from ..graph import KnowledgeGraph

Progress = Callable[[int, int], None]
"""Called with the number of files done and of all files."""


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


def build_graph(
    graph: "KnowledgeGraph",
    paths: Sequence[Path],
    *,
    leave_out: Path | None = None,
    workers: Workers | None = None,
    on_progress: Progress | None = None,
    min_confidence: float = 0,
    index: Path | None = None,
    configuration: Configuration = AS_SHIPPED,
) -> BuildReport:
    """Read files, folders and globs into a graph; files that it holds unchanged are left alone.

    Without workers the reading is done here. What can't be read is reported, and the rest is read.
    Nothing in the folder `leave_out` is read: that of the graph, where it lies among the documents.
    Facts less probable than `min_confidence`, 0 to 1, are left out; another limit makes unchanged files be read again.
    With an `index` of terminologies, concepts that the lexicon does not know are linked to their terms.
    Raises StoreError where the graph can't be written, TerminologyError where there is no such index, WorkerError
    where the workers can't work, TrialgraphError where the configuration names what is not installed.
    """
    from ..extract.readers import find_files

    work, fingerprint = _way_of_reading(index, configuration)
    found = find_files(paths)
    inside = _inside(leave_out)
    skipped = {error.where: str(error) for error in found.skipped if not inside(Path(error.where))}
    files = sorted(path for path in found.files if not inside(path))
    build = _Build(graph, BuildReport(skipped=skipped), min_confidence, f"{float(min_confidence)}{fingerprint}")
    with closing(_read(build.changed(files), work, workers)) as readings:
        for result in readings:
            build.store(result)
            if on_progress is not None:
                on_progress(build.done, len(files))
    return build.report


def _way_of_reading(index: Path | None, configuration: Configuration) -> tuple[Work, str]:
    """Give the function that reads a file, and what else than the file decides what it gives."""
    read = partial(read_file, configuration=configuration)
    if index is None:
        return read, configuration.fingerprint
    from ..ontology.terminologies import TerminologyIndex
    from .linking import read_and_link

    with TerminologyIndex.open(index) as opened:
        return partial(read_and_link, read, index=index), f"{configuration.fingerprint}\0{opened.fingerprint}"


def _inside(folder: Path | None) -> Callable[[Path], bool]:
    top = folder.resolve() if folder is not None else None
    return lambda path: top is not None and path.resolve().is_relative_to(top)


def content_hash(path: Path, way: str = "0.0") -> str:
    """SHA-256 over name and bytes of a file and the way it is read; raises OSError for an unreadable file."""
    name = f"{version('trialgraph')}\0{rules_fingerprint()}\0{way}\0{path.name}\0"
    digest = hashlib.sha256(name.encode(errors="surrogateescape"))
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _read(files: Iterable[Path], work: Work, workers: Workers | None) -> Generator[FileReading]:
    yield from map(work, files) if workers is None else workers.read(files, work)


class _Build:
    """One run: which files are to be read, and what becomes of their readings."""

    def __init__(self, graph: "KnowledgeGraph", report: BuildReport, min_confidence: float, way: str) -> None:
        self.report = report
        self.done = 0
        """Files that are stored, unchanged or skipped."""
        self._graph, self._min_confidence, self._way = graph, min_confidence, way
        self._hashes: dict[Path, str] = {}
        """Of the files that are read at the moment."""
        self._stored: set[str] = set()
        """Hashes of the files stored by this run."""
        self._taken: set[str] = set()
        """Identifiers of the documents that this run came upon."""

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
                self._taken.update(known)
                self.report.unchanged.append(str(path))
                self.done += 1
            else:
                self._hashes[path] = digest
                yield path

    def store(self, result: FileReading) -> None:
        """Store what was read of a file."""
        digest = self._hashes.pop(result.path)
        self.done += 1
        if result.error:
            self.report.skipped[str(result.path)] = result.error
            return
        if digest in self._stored:
            self.report.unchanged.append(str(result.path))
            return
        for left, (document, reading) in reversed([*enumerate(reversed(result.readings))]):
            # Only the last document carries the file's own hash: a file stored in part is read again.
            self._add(result.path, document, reading, f"{digest}-{left}" if left else digest)
        self._stored.add(digest)

    def _add(self, path: Path, document: Document, reading: Reading, digest: str) -> None:
        if document.identifier in self._taken:
            reason = f"another file of this run is also called {document.identifier}; rename one of them"
            self.report.skipped[str(path)] = f"{path}: {reason}"
            return
        sure = tuple(fact for fact in reading.facts if fact.evidence.confidence >= self._min_confidence)
        self._graph.add(document, replace(reading, facts=sure), content_hash=digest)
        self._taken.add(document.identifier)
        self.report.stored.append(document.identifier)
        self.report.facts += len(sure)
        self.report.unsure += len(reading.facts) - len(sure)
        self.report.dropped += reading.dropped
