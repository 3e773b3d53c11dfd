"""Reading files, here or in a worker: whatever goes wrong with a file comes back as words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from ..extract.configuration import AS_SHIPPED, Configuration
from ..ontology.document import Document
from ..ontology.errors import DocumentError, TrialgraphError, WorkerError
from ..ontology.facts import Reading
from .fingerprint import rules_fingerprint

if TYPE_CHECKING:
    from ..extract.extractor import Extractor

_ONE_AT_A_TIME: Final = Lock()
"""The language pipeline is not made for several threads, which an executor may have in one process."""


@dataclass(frozen=True, slots=True)
class FileReading:
    """What a worker made of one file: its documents with their readings, or the reason why there are none."""

    path: Path
    readings: tuple[tuple[Document, Reading], ...] = ()
    error: str = ""


Work = Callable[[Path], FileReading]
"""How a file is read, here or in a worker."""


def read_chunk(paths: Sequence[Path], work: Work, rules: str) -> list[FileReading]:
    """Read some files in a worker; WorkerError where its rules are not those of the machine that asks."""
    if rules_fingerprint() != rules:
        raise WorkerError("a worker has another version of trialgraph", remedy="install the same on all machines")
    with _ONE_AT_A_TIME:
        return [work(path) for path in paths]


def read_file(path: Path, configuration: Configuration = AS_SHIPPED) -> FileReading:
    """Read and extract the documents of one file."""
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
    """Load the pipeline, once in each worker."""
    from ..extract.extractor import Extractor

    return Extractor(configuration)
