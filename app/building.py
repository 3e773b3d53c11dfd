"""From files to a graph: find, pass over what is unchanged, read in workers, store in one writer.

Documents are stored in the order of their file names, whatever the number of workers, each in a transaction of its own.
"""

import hashlib
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass, field, replace
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from ..extract.configuration import AS_SHIPPED, Configuration
from ..ontology.document import Document
from ..ontology.errors import DocumentError, TrialgraphError
from ..ontology.facts import Reading
from .fingerprint import rules_fingerprint

if TYPE_CHECKING:
    from ..extract.extractor import Extractor
    from ..graph import KnowledgeGraph

AHEAD = 64
"""Files that are read at most before the next one is stored."""
Progress = Callable[[int, int], None]
"""Called with the number of files done and of all files."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a worker made of one file: its documents with their readings, or the reason why there are none."""

    path: Path
    readings: tuple[tuple[Document, Reading], ...] = ()
    error: str = ""


Work = Callable[[Path], FileReading]
"""How a file is read, here or in a worker."""


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
    executor: Executor | None = None,
    on_progress: Progress | None = None,
    min_confidence: float = 0,
    index: Path | None = None,
    configuration: Configuration = AS_SHIPPED,
) -> BuildReport:
    """Read files, folders and globs into a graph; files that it holds unchanged are left alone.

    Without an executor the reading is done here. What can't be read is reported, and the rest is read.
    Nothing in the folder `leave_out` is read: that of the graph, where it lies among the documents.
    Facts less probable than `min_confidence`, 0 to 1, are left out; another limit makes unchanged files be read again.
    With an `index` of terminologies, concepts that the lexicon does not know are linked to their terms.
    Raises StoreError where the graph can't be written, TerminologyError where there is no such index, TrialgraphError
    where the configuration names what is not installed.
    """
    from ..extract.readers import find_files

    work, fingerprint = _way_of_reading(index, configuration)
    found = find_files(paths)
    inside = _inside(leave_out)
    skipped = {error.where: str(error) for error in found.skipped if not inside(Path(error.where))}
    report = BuildReport(skipped=skipped)
    files = _changed(
        graph, [path for path in found.files if not inside(path)], report, f"{float(min_confidence)}{fingerprint}"
    )
    for done, result in enumerate(_read_all(list(files), executor, work), start=1):
        _store(graph, result, files[result.path], report, min_confidence)
        if on_progress is not None:
            on_progress(done, len(files))
    return report


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


def read_file(path: Path, configuration: Configuration = AS_SHIPPED) -> FileReading:
    """Read and extract the documents of one file; runs in a worker, so whatever goes wrong comes back as words."""
    from ..extract.readers import read_documents

    try:
        documents = read_documents(path)
        return FileReading(path, tuple((document, _extractor(configuration).read(document)) for document in documents))
    except DocumentError as error:
        return FileReading(path, error=str(error))
    except TrialgraphError:
        raise  # not this document's fault: the lexicon or the store
    except OSError as error:
        return FileReading(path, error=f"{path}: {error.strerror or error}; check the file and its permissions")
    except MemoryError:
        return FileReading(path, error=f"{path}: too large for the memory of this machine; split it")
    except Exception as error:  # noqa: BLE001 (one document must not stop the others; it is reported, not swallowed)
        reason = f"the reader failed on it ({type(error).__name__}: {error})"
        return FileReading(path, error=f"{path}: {reason}; please report it with the file")


@cache
def _extractor(configuration: Configuration) -> "Extractor":
    from ..extract.extractor import Extractor

    return Extractor(configuration)


def content_hash(path: Path, way: str = "0.0") -> str:
    """SHA-256 over name and bytes of a file and the way it is read; raises OSError for an unreadable file."""
    name = f"{version('trialgraph')}\0{rules_fingerprint()}\0{way}\0{path.name}\0"
    digest = hashlib.sha256(name.encode(errors="surrogateescape"))
    with path.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()


def _changed(graph: "KnowledgeGraph", files: Sequence[Path], report: BuildReport, way: str) -> dict[Path, str]:
    changed: dict[Path, str] = {}
    for path in sorted(files):
        try:
            digest = content_hash(path, way)
        except OSError as error:
            report.skipped[str(path)] = f"{path}: {error.strerror}; check the file and its permissions"
            continue
        if graph.has_content(digest):
            report.unchanged.append(str(path))
        else:
            changed[path] = digest
    return changed


def _read_all(files: list[Path], executor: Executor | None, work: Work | None = None) -> Iterator[FileReading]:
    """Give the readings in the order of the files; only so many are waited for that memory does not fill up."""
    if executor is None:
        yield from map(work or read_file, files)
        return
    waiting: deque[tuple[Path, Future[FileReading]]] = deque()
    try:
        for path in files:
            waiting.append((path, _submit(executor, work or read_file, path)))
            if len(waiting) == AHEAD:
                yield _result(*waiting.popleft())
        while waiting:
            yield _result(*waiting.popleft())
    finally:
        for _, future in waiting:
            future.cancel()


def _submit(executor: Executor, work: Work, path: Path) -> Future[FileReading]:
    try:
        return executor.submit(work, path)
    except BrokenExecutor as error:
        broken: Future[FileReading] = Future()
        broken.set_exception(error)
        return broken


def _result(path: Path, future: Future[FileReading]) -> FileReading:
    try:
        return future.result()
    except BrokenExecutor:
        reason = "a worker died while this file was read or waiting, perhaps for want of memory"
        return FileReading(path, error=f"{path}: {reason}; run again with --jobs 1")


def _store(
    graph: "KnowledgeGraph", result: FileReading, digest: str, report: BuildReport, min_confidence: float
) -> None:
    if result.error:
        report.skipped[str(result.path)] = result.error
        return
    for left, (document, reading) in reversed([*enumerate(reversed(result.readings))]):
        if document.identifier in report.stored:
            reason = f"another file of this run is also called {document.identifier}; rename one of them"
            report.skipped[str(result.path)] = f"{result.path}: {reason}"
            continue
        sure = tuple(fact for fact in reading.facts if fact.evidence.confidence >= min_confidence)
        # Only the last document carries the file's own hash: a file stored in part is read again.
        graph.add(document, replace(reading, facts=sure), content_hash=f"{digest}-{left}" if left else digest)
        report.stored.append(document.identifier)
        report.facts += len(sure)
        report.unsure += len(reading.facts) - len(sure)
        report.dropped += reading.dropped
