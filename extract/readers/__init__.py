"""Readers: one module per format, each turning a file into documents.

To add a format, write a module with `SUFFIXES`, `can_read` and `read` and list it in `registry.READERS`, or offer it
from a package of your own under the entry-point group `trialgraph.readers`.
"""

from pathlib import Path

from ...ontology.document import Document
from ...ontology.errors import DocumentError
from .files import Found, find_files
from .registry import READERS, Reader, readers, suffixes
from .sources import SIZE_LIMIT, read_bytes, source_of, unreadable

__all__ = ["READERS", "SIZE_LIMIT", "Found", "Reader", "find_files", "read_documents", "readers", "suffixes"]

_HEAD = 65_536
"""How much of a file, in bytes, its reader is chosen by."""


def read_documents(path: Path) -> tuple[Document, ...]:
    """Read a file of any known format; raises `DocumentError`, whose one line says what is wrong and what to do."""
    where = source_of(path)
    remedy = f"give files that end in {', '.join(sorted(suffixes()))}"
    if path.is_dir():
        raise DocumentError("a folder, not a file", where=where, remedy="list its files with find_files")
    if path.suffix.lower() not in suffixes() and path.exists():
        raise DocumentError(f"unknown kind of file {path.suffix or '(no ending)'}", where=where, remedy=remedy)
    head = read_bytes(path)[:_HEAD]
    reader = next((reader for reader in readers() if reader.can_read(path, head)), None)
    if reader is None:
        raise DocumentError(f"not what its ending {path.suffix} says", where=where, remedy=remedy)
    try:
        documents = tuple(reader.read(path))
    except OSError as error:
        raise unreadable(path, error) from error
    except RecursionError as error:
        raise DocumentError("nested too deeply", where=where, remedy="leave it out") from error
    if not any(document.text.strip() for document in documents):
        raise DocumentError("holds no text", where=where, remedy="leave it out")
    return documents
