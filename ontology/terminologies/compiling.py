"""Terminologies into the index: read, checked, written beside the index of before, which a whole one then replaces."""

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path

from .database import FORMAT, INDEXES, NAME_KINDS, RELATIONS, SCHEMA, hashed
from .normal import bag, key
from .records import Record
from .terms import Source
from .trie import pack


def write_index(path: Path, sources: Iterable[tuple[Source, Iterable[Record]]]) -> None:
    """Write an index of these sources, in this order."""
    with sqlite3.connect(path) as database:
        database.executescript(SCHEMA)
        for number, (source, records) in enumerate(sources, start=1):
            add_source(database, number, source, records)
        finish(database)
    database.close()


def add_source(database: sqlite3.Connection, number: int, source: Source, records: Iterable[Record]) -> None:
    """Write the rows of one source."""
    database.execute(f"INSERT INTO source VALUES (?, {', '.join('?' * len(source))})", (number, *source))  # noqa: S608
    (first,) = database.execute("SELECT coalesce(max(id), 0) + 1 FROM term").fetchone()
    for identifier, record in enumerate(records, start=first):
        row = (identifier, number, record.curie, record.type, " ".join(record.parents), record.replaced_by)
        database.execute("INSERT INTO term VALUES (?, ?, ?, ?, ?, ?)", row)
        database.executemany("INSERT INTO name VALUES (?, ?, ?, ?, ?)", _names(identifier, record))
        mappings = ((number, record.curie, RELATIONS.index(kind), other) for other, kind in record.mappings)
        database.executemany("INSERT INTO mapping VALUES (?, ?, ?, ?)", mappings)


def _names(identifier: int, record: Record) -> Iterator[tuple[int, int, str, int, int | None]]:
    for text, kind in record.names:
        if words := key(text):
            order = bag(text)
            yield identifier, NAME_KINDS.index(kind), text, hashed(words), hashed(order) if order else None


def finish(database: sqlite3.Connection) -> None:
    """Write what all names together need: the indexes, and the trie of their keys."""
    database.executescript(INDEXES)
    keys = {key(text) for (text,) in database.execute("SELECT text FROM name")}
    database.execute("INSERT INTO trie VALUES (?)", (pack(keys),))
    database.execute(f"PRAGMA user_version = {FORMAT}")
