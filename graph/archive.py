"""The documents and what was read out of them; the RDF can be made again from here.

A write in progress is announced, so that a crash between the two stores is noticed when they are opened again.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ..ontology.document import Document
from ..ontology.errors import StoreError
from ..ontology.facts import Reading
from ..ontology.serialisation import document_from_json, document_to_json, reading_from_json, reading_to_json
from .database import Database

_LOAD: Final = "SELECT content_hash, version, document, reading FROM {} WHERE identifier=?"
_ANNOUNCE: Final = "INSERT OR REPLACE INTO pending VALUES (?,?,?,?,?)"
_ENTER: Final = "INSERT OR REPLACE INTO documents SELECT * FROM pending WHERE identifier=? AND document IS NOT NULL"
_REMOVE: Final = "DELETE FROM documents WHERE identifier IN (SELECT identifier FROM pending WHERE identifier=?)"


@dataclass(frozen=True, slots=True)
class Record:
    """A document with its reading, the hash of its file, and the version that read it."""

    document: Document
    reading: Reading
    content_hash: str = ""
    version: str = ""


class Archive:
    """Documents by identifier."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def identifiers(self) -> list[str]:
        """Give the identifiers of all documents, sorted."""
        return [identifier for (identifier,) in self._database.rows("SELECT identifier FROM documents ORDER BY 1")]

    def content_hash(self, identifier: str) -> str | None:
        """Give the hash under which a document was stored; None when it was not."""
        rows = self._database.rows("SELECT content_hash FROM documents WHERE identifier=?", identifier)
        return rows[0][0] if rows else None

    def documents_of(self, content_hash: str) -> list[str]:
        """Give the identifiers of a file's documents, sorted; none where its last, which has this hash, is missing."""
        sql = "SELECT identifier, content_hash FROM documents WHERE content_hash>=? AND content_hash<? ORDER BY 1"
        rows = self._database.rows(sql, content_hash, f"{content_hash}.")  # the others end in -1, -2, …
        return [identifier for identifier, _ in rows] if any(found == content_hash for _, found in rows) else []

    def get(self, identifier: str) -> Record | None:
        """Load a document; None when it is not there. Raises StoreError where it is damaged."""
        return next(self._load("documents", identifier), None)

    def document(self, identifier: str) -> Document | None:
        """Load a document without its reading; None when it is not there. Raises StoreError where it is damaged."""
        rows = self._database.rows("SELECT document FROM documents WHERE identifier=?", identifier)
        try:
            return document_from_json(zlib.decompress(rows[0][0])) if rows else None
        except (zlib.error, ValueError) as error:
            raise _damaged(identifier) from error

    def announce(self, identifier: str, record: Record | None) -> None:
        """Say that a document is about to be stored, or removed."""
        self._database.write(_ANNOUNCE, [_pack(identifier, record)])

    def announced(self) -> list[tuple[str, Record | None]]:
        """Give what was announced and not settled: the document to store, or None to remove."""
        pending = self._database.rows("SELECT identifier FROM pending")
        return [(identifier, next(self._load("pending", identifier), None)) for (identifier,) in pending]

    def enter(self, identifier: str) -> None:
        """Store an announced document in place of what was there, or remove it; what is not announced stays."""
        self._database.write(_REMOVE, [(identifier,)])
        self._database.write(_ENTER, [(identifier,)])

    def settle(self, identifier: str) -> None:
        """Take an announcement back."""
        self._database.write("DELETE FROM pending WHERE identifier=?", [(identifier,)])

    def _load(self, table: str, identifier: str) -> Iterator[Record]:
        for content_hash, version, *packed in self._database.rows(_LOAD.format(table), identifier):
            if None not in packed:
                try:
                    document, reading = map(zlib.decompress, packed)
                    yield Record(document_from_json(document), reading_from_json(reading), content_hash, version)
                except (zlib.error, ValueError) as error:
                    raise _damaged(identifier) from error


def _damaged(identifier: str) -> StoreError:
    remedy = f"`trialgraph remove {identifier}`, and build it again"
    return StoreError("the stored document is damaged", where=identifier, remedy=remedy)


def _pack(identifier: str, record: Record | None) -> tuple[object, ...]:
    if record is None:
        return (identifier, *(None,) * 4)
    parts = document_to_json(record.document), reading_to_json(record.reading)
    return identifier, record.content_hash, record.version, *map(zlib.compress, parts)
