"""The documents and what was read out of them; the RDF can be made again from here.

A write in progress is announced, so that a crash between the two stores is noticed when they are opened again.
"""

import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self

from ..ontology.document import Document
from ..ontology.errors import StoreError
from ..ontology.facts import Reading
from ..ontology.serialisation import document_from_json, document_to_json, reading_from_json, reading_to_json
from .database import Database

_LOAD: Final = "SELECT identifier, document, reading, content_hash, version FROM {} WHERE identifier=?"
_ANNOUNCE: Final = "INSERT OR REPLACE INTO pending VALUES (?,?,?,?,?)"
_ENTER: Final = "INSERT OR REPLACE INTO documents SELECT * FROM pending WHERE identifier=? AND document IS NOT NULL"
_REMOVE: Final = "DELETE FROM documents WHERE identifier IN (SELECT identifier FROM pending WHERE identifier=?)"


@dataclass(frozen=True, slots=True)
class Record:
    """A document with its reading, packed, the hash of its file, and the version that read it.

    What is packed can be taken out again at any time; StoreError where it is damaged.
    """

    identifier: str
    packed_document: bytes
    packed_reading: bytes
    content_hash: str = ""
    version: str = ""

    @classmethod
    def of(cls, document: Document, reading: Reading, content_hash: str = "", version: str = "") -> Self:
        """Pack a document with its reading; StoreError where a text has lone surrogates."""
        packed = zlib.compress(document_to_json(document)), zlib.compress(reading_to_json(reading))
        return cls(document.identifier, *packed, content_hash, version)

    @property
    def document(self) -> Document:
        """The document."""
        return document_from_json(self._unpacked(self.packed_document))

    @property
    def reading(self) -> Reading:
        """What was read out of it."""
        return reading_from_json(self._unpacked(self.packed_reading))

    def _unpacked(self, packed: bytes) -> bytes:
        try:
            return zlib.decompress(packed)
        except zlib.error as error:
            remedy = f"`trialgraph remove {self.identifier}`, and build it again"
            raise StoreError("the stored document is damaged", where=self.identifier, remedy=remedy) from error


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
        """Load a document; None when it is not there."""
        return self._load("documents", identifier)

    def announce(self, records: Iterable[tuple[str, Record | None]]) -> None:
        """Say that documents are about to be stored, or removed."""
        self._database.write(_ANNOUNCE, (_row(identifier, record) for identifier, record in records))

    def announced(self) -> list[tuple[str, Record | None]]:
        """Give what was announced and not settled: the document to store, or None to remove."""
        pending = self._database.rows("SELECT identifier FROM pending")
        return [(identifier, self._load("pending", identifier)) for (identifier,) in pending]

    def enter(self, identifier: str) -> None:
        """Store an announced document in place of what was there, or remove it; what is not announced stays."""
        self._database.write(_REMOVE, [(identifier,)])
        self._database.write(_ENTER, [(identifier,)])

    def settle(self, identifier: str) -> None:
        """Take an announcement back."""
        self._database.write("DELETE FROM pending WHERE identifier=?", [(identifier,)])

    def _load(self, table: str, identifier: str) -> Record | None:
        rows = self._database.rows(_LOAD.format(table), identifier)
        return None if not rows or None in rows[0] else Record(*rows[0])


def _row(identifier: str, record: Record | None) -> tuple[object, ...]:
    if record is None:
        return (identifier, *(None,) * 4)
    return identifier, record.content_hash, record.version, record.packed_document, record.packed_reading
