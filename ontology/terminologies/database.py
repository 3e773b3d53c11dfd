"""The index on disk: one SQLite file with sources, terms, names and mappings, and a trie of all names for matching."""

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import Final, get_args

from .terms import MatchRelation, NameKind

FILE: Final = "terminologies.sqlite"
FORMAT: Final = 1
NAME_KINDS: Final[tuple[NameKind, ...]] = get_args(NameKind)
RELATIONS: Final[tuple[MatchRelation, ...]] = get_args(MatchRelation)
"""Kinds and relations stand in the file as their places in these."""

SCHEMA: Final = """
CREATE TABLE source(
    id INTEGER PRIMARY KEY, name TEXT UNIQUE, title TEXT, version TEXT, licence TEXT, origin TEXT, sha256 TEXT,
    terms INTEGER, names INTEGER, mappings INTEGER
);
CREATE TABLE term(
    id INTEGER PRIMARY KEY, source INTEGER, curie TEXT, type TEXT, parents TEXT, replaced_by TEXT
);
CREATE TABLE name(term INTEGER, kind INTEGER, text TEXT, key INTEGER, bag INTEGER);
CREATE TABLE mapping(source INTEGER, subject TEXT, relation INTEGER, object TEXT);
CREATE TABLE trie(keys BLOB);
"""
INDEXES: Final = """
CREATE INDEX term_curie ON term(curie);
CREATE INDEX name_term ON name(term);
CREATE INDEX name_key ON name(key);
CREATE INDEX name_bag ON name(bag) WHERE bag IS NOT NULL;
CREATE INDEX mapping_subject ON mapping(subject);
CREATE INDEX mapping_object ON mapping(object);
"""


def hashed(key: str) -> int:
    """Give 64 bits for a key, to look names up by; what is found is compared with the key itself."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)


def open_readonly(path: Path) -> sqlite3.Connection:
    """Open an index that nobody will change: a new one takes its place, the old file stays whole for who reads it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
    connection.execute("PRAGMA mmap_size = 1073741824")
    return connection
