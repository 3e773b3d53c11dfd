"""Reading files, here or in a worker: whatever goes wrong with a file comes back as words.

What is read comes back ready to be stored, so that the one writer has little to do.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from ..extract.configuration import AS_SHIPPED, Configuration
from ..ontology.document import Document
from ..ontology.errors import DocumentError, StoreError, TrialgraphError, WorkerError
from ..ontology.facts import Reading
from .fingerprint import code_fingerprint

if TYPE_CHECKING:
    from ..extract.extractor import Extractor
    from ..graph.preparation import Prepared

_ONE_AT_A_TIME: Final = Lock()
"""The language pipeline is not made for several threads, which an executor may have in one process."""


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A document ready to be stored, with numbers of facts."""

    prepared: "Prepared"
    facts: int
    unsure: int
    """Left out because their confidence is too low."""
    dropped: int
    """Candidates that did not fit as a whole and were left out."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a worker made of one file: its documents, or the reason why there are none."""

    path: Path
    documents: tuple[ReadDocument, ...] = ()
    error: str = ""


Work = Callable[[Path], FileReading]
"""How a file is read, here or in a worker."""


def read_chunk(paths: Sequence[Path], work: Work, code: str) -> list[FileReading]:
    """Read some files in a worker; WorkerError where its code is not that of the machine that asks."""
    if code_fingerprint() != code:
        raise WorkerError("a worker has another version of trialgraph", remedy="install the same on all machines")
    with _ONE_AT_A_TIME:
        return [work(path) for path in paths]


def read_file(
    path: Path, configuration: Configuration = AS_SHIPPED, index: Path | None = None, min_confidence: float = 0
) -> FileReading:
    """Read and extract the documents of one file, link them where there is an index, leave out what is too unsure."""
    from ..extract.readers import read_documents

    try:
        found = ((document, _extractor(configuration).read(document)) for document in read_documents(path))
        return FileReading(path, tuple(_ready(document, reading, index, min_confidence) for document, reading in found))
    except (DocumentError, StoreError) as error:
        return FileReading(path, error=str(error))
    except TrialgraphError:
        raise  # not this document's fault: the lexicon or the index
    except OSError as error:
        return FileReading(path, error=f"{path}: {error.strerror or error}; check the file and its permissions")
    except MemoryError:
        return FileReading(path, error=f"{path}: too large for the memory of this machine; split it")
    except Exception as error:  # noqa: BLE001 (one document must not stop the others; it is reported, not swallowed)
        reason = f"the reader failed on it ({type(error).__name__}: {error})"
        return FileReading(path, error=f"{path}: {reason}; please report it with the file")


def _ready(document: Document, reading: Reading, index: Path | None, min_confidence: float) -> ReadDocument:
    from ..graph.preparation import prepare
    from .linking import linked

    if index is not None:
        reading = linked(document, reading, index)
    sure = tuple(fact for fact in reading.facts if fact.evidence.confidence >= min_confidence)
    prepared = prepare(document, replace(reading, facts=sure))
    return ReadDocument(prepared, len(sure), len(reading.facts) - len(sure), reading.dropped)


@cache
def _extractor(configuration: Configuration) -> "Extractor":
    """Load the pipeline, once in each worker."""
    from ..extract.extractor import Extractor

    return Extractor(configuration)
