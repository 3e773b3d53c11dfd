"""The rows of the index: written for one source after the other, then what all names together need."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from .database import FORMAT, INDEXES, NAME_KINDS, RELATIONS, SCHEMA, hashed
from .matching import is_sought
from .normal import bag_of, forms, key, natural
from .records import Record
from .trie import pack

_CONTENT = ("term", "parent", "mapping")


def create(path: Path, before: Path | None, leave_out: list[str]) -> sqlite3.Connection:
    """Start an index with the sources of the one before, but for some by name.

    A crash may leave the file broken, so nothing is journalled; nobody reads it until it is whole.
    """
    database = sqlite3.connect(path, isolation_level=None)
    database.executescript(f"PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; {SCHEMA}")
    if before is not None:
        database.execute("ATTACH ? AS before", (str(before),))
    database.execute("BEGIN")
    if before is not None:
        marks = ", ".join("?" * len(leave_out))
        database.execute(f"INSERT INTO source SELECT * FROM before.source WHERE name NOT IN ({marks})", leave_out)  # noqa: S608
        for table in _CONTENT:
            kept = f"SELECT * FROM before.{table} WHERE source IN (SELECT id FROM source)"  # noqa: S608 (tables of ours)
            database.execute(f"INSERT INTO {table} {kept}")
        database.execute("INSERT INTO name SELECT * FROM before.name WHERE term IN (SELECT id FROM term)")
    return database


class SourceWriter:
    """Writes the records of one source: each term once, whatever the pieces it comes in."""

    def __init__(self, database: sqlite3.Connection, number: int) -> None:
        self._database, self._number = database, number
        self._terms: dict[str, int] = {}
        (self._last,) = database.execute("SELECT coalesce(max(id), 0) FROM term").fetchone()
        self.names = self.mappings = 0

    @property
    def terms(self) -> int:
        """How many terms were written."""
        return len(self._terms)

    def write(self, record: Record) -> None:
        """Write one record, with standard identifiers."""
        curie, insert = record.identifier, self._database.executemany
        if record.names or record.defines or record.replaced_by:
            names = list(_names(self._term(record), record))
            insert("INSERT INTO name VALUES (?, ?, ?, ?, ?)", names)
            self.names += len(names)
        if record.parents:
            insert("INSERT INTO parent VALUES (?, ?, ?)", [(self._number, curie, parent) for parent in record.parents])
        if record.mappings:
            rows = [(self._number, curie, RELATIONS.index(relation), other) for other, relation in record.mappings]
            insert("INSERT INTO mapping VALUES (?, ?, ?, ?)", rows)
            self.mappings += len(rows)

    def cut(self, child: str, parent: str) -> None:
        """Take a step out of the hierarchy."""
        step = (self._number, child, parent)
        self._database.execute("DELETE FROM parent WHERE source = ? AND child = ? AND parent = ?", step)

    def _term(self, record: Record) -> int:
        found = self._terms.get(record.identifier)
        if found is not None:
            return found
        self._last += 1
        self._terms[record.identifier] = self._last
        row = (self._last, self._number, record.identifier, record.type, record.replaced_by)
        self._database.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?)", row)
        return self._last


def _names(term: int, record: Record) -> Iterator[tuple[int, int, str, int, int | None]]:
    for text, kind in record.names:
        words = forms(natural(text))
        if words:
            order = bag_of(words)
            yield term, NAME_KINDS.index(kind), text, hashed("".join(words)), hashed(order) if order else None


def finish(database: sqlite3.Connection) -> None:
    """Write what all names together need: the indexes, and the trie of their keys; then the index is whole."""
    names = database.execute("SELECT text FROM name")
    packed = pack({words for (text,) in names if is_sought(text, words := key(natural(text)))})
    database.execute("INSERT INTO trie VALUES (?)", (packed,))
    database.execute("COMMIT")
    database.executescript(f"{INDEXES} PRAGMA user_version = {FORMAT}")
    database.close()
