"""The SQLite file beside the RDF: opening, transactions, errors in plain words."""

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from ..ontology.errors import StoreError

_LAYOUT: Final = 3
"""Goes up with every change of how the two stores are laid out."""
_CACHE: Final = 65_536
"""KiB of pages kept at hand: what documents stored together change is all over the indexes."""
_SCHEMA: Final = f"""
PRAGMA user_version={_LAYOUT};
CREATE TABLE IF NOT EXISTS documents(
    identifier TEXT PRIMARY KEY, content_hash TEXT, version TEXT, document BLOB, reading BLOB);
CREATE TABLE IF NOT EXISTS pending(
    identifier TEXT PRIMARY KEY, content_hash TEXT, version TEXT, document BLOB, reading BLOB);
CREATE TABLE IF NOT EXISTS mentions(document TEXT, key TEXT, name TEXT, numbers TEXT, segment TEXT, label TEXT);
CREATE TABLE IF NOT EXISTS claims(document TEXT, claim TEXT, affirmed INTEGER, key TEXT, figures TEXT, flags TEXT);
CREATE TABLE IF NOT EXISTS concepts(document TEXT, iri TEXT, kind TEXT, name TEXT);
CREATE INDEX IF NOT EXISTS document_hash ON documents(content_hash);
CREATE INDEX IF NOT EXISTS mention_document ON mentions(document);
CREATE INDEX IF NOT EXISTS mention_key ON mentions(key);
CREATE INDEX IF NOT EXISTS claim_document ON claims(document);
CREATE INDEX IF NOT EXISTS claim_iri ON claims(claim, affirmed, document);
CREATE INDEX IF NOT EXISTS claim_flags ON claims(claim, flags) WHERE flags<>'[]';
CREATE INDEX IF NOT EXISTS claim_key ON claims(key);
CREATE INDEX IF NOT EXISTS concept_document ON concepts(document);
CREATE INDEX IF NOT EXISTS concept_iri ON concepts(iri, kind, name);
"""


class Database:
    """A connection to the file, or to memory when there is no path; its errors come out as StoreError."""

    def __init__(self, path: Path | None, *, read_only: bool = False) -> None:
        self._where = str(path or "store in memory")
        address = f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rwc'}" if path else ":memory:"
        with self._plain_errors():
            self._connection = sqlite3.connect(address, uri=True, isolation_level=None, check_same_thread=False)
        self._check_layout()
        if not read_only:
            with self._plain_errors():
                self._connection.execute("PRAGMA journal_mode=WAL")
                self._connection.execute(f"PRAGMA cache_size=-{_CACHE}")
                self._connection.executescript(_SCHEMA)

    def _check_layout(self) -> None:
        known = self.rows("PRAGMA user_version")[0][0]
        if known != _LAYOUT and self.rows("SELECT 1 FROM sqlite_master LIMIT 1"):
            remedy = "build the graph again in an empty folder"
            raise StoreError("the graph was made by another version", where=self._where, remedy=remedy)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Generator[None]:
        """Write all or nothing."""
        self._execute("BEGIN IMMEDIATE")
        try:
            yield
            self._execute("COMMIT")
        except BaseException:
            if self._connection.in_transaction:
                self._execute("ROLLBACK")
            raise

    def rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        """Give all rows of a query."""
        return self._execute(sql, values).fetchall()

    def write(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        """Run a statement for each row of values."""
        with self._plain_errors():
            self._connection.executemany(sql, rows)

    def _execute(self, sql: str, values: tuple[object, ...] = ()) -> sqlite3.Cursor:
        with self._plain_errors():
            return self._connection.execute(sql, values)

    @contextmanager
    def _plain_errors(self) -> Generator[None]:
        try:
            yield
        except sqlite3.Error as error:
            remedy = "check the disk's space and the file's rights"
            raise StoreError(f"the file of documents fails: {error}", where=self._where, remedy=remedy) from error
