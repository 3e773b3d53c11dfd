"""The index on disk: one SQLite file with sources, terms, names and mappings, and a trie of all names for matching."""

import sqlite3
from contextlib import closing
from hashlib import blake2b
from pathlib import Path
from typing import Final, get_args

from ..errors import TerminologyError
from .terms import MatchRelation, NameKind

FILE: Final = "terminologies.sqlite"
FORMAT: Final = 2
NAME_KINDS: Final[tuple[NameKind, ...]] = get_args(NameKind)
RELATIONS: Final[tuple[MatchRelation, ...]] = get_args(MatchRelation)
"""Kinds and relations stand in the file as their places in these."""

SCHEMA: Final = """
CREATE TABLE source(
    id INTEGER PRIMARY KEY, name TEXT UNIQUE, title TEXT, version TEXT, licence TEXT, origin TEXT, sha256 TEXT,
    terms INTEGER, names INTEGER, mappings INTEGER, digest TEXT
);
CREATE TABLE term(id INTEGER PRIMARY KEY, source INTEGER, curie TEXT, type TEXT, replaced_by TEXT);
CREATE TABLE parent(source INTEGER, child TEXT, parent TEXT);
CREATE TABLE name(term INTEGER, kind INTEGER, text TEXT, key INTEGER, bag INTEGER);
CREATE TABLE mapping(source INTEGER, subject TEXT, relation INTEGER, object TEXT);
CREATE TABLE trie(keys BLOB);
"""
INDEXES: Final = """
CREATE INDEX term_curie ON term(curie);
CREATE INDEX name_term ON name(term);
CREATE INDEX name_key ON name(key);
CREATE INDEX name_bag ON name(bag) WHERE bag IS NOT NULL;
CREATE INDEX parent_child ON parent(child);
CREATE INDEX parent_parent ON parent(parent);
CREATE INDEX mapping_subject ON mapping(subject);
CREATE INDEX mapping_object ON mapping(object);
"""


def hashed(key: str) -> int:
    """Give 64 bits for a key, to look names up by; what is found is compared with the key itself."""
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), signed=True)


def open_readonly(folder: Path) -> sqlite3.Connection:
    """Open the index of a folder; raises TerminologyError where there is none or it can't be read.

    Nobody will change the file: a new one takes its place, and the old stays whole for who reads it.
    """
    path = folder / FILE
    if not path.is_file():
        raise TerminologyError("there is no index of terminologies here", where=str(folder), remedy=_ADD)
    uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
    connection = sqlite3.connect(uri, uri=True, check_same_thread=False)
    try:
        connection.execute("PRAGMA mmap_size = 1073741824")
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        connection.close()
        raise TerminologyError("this is no index", where=str(path), remedy=f"delete it and {_ADD}") from error
    if version != FORMAT:
        connection.close()
        what = f"the index has format {version}, this version of trialgraph reads {FORMAT}"
        raise TerminologyError(what, where=str(path), remedy=f"delete it and {_ADD}")
    return connection


def numbers_of_sources(folder: Path) -> dict[str, int]:
    """Give the names of the sources of an index with their numbers; none where there is no index."""
    if not (folder / FILE).is_file():
        return {}
    with closing(open_readonly(folder)) as connection:
        return dict(connection.execute("SELECT name, id FROM source ORDER BY id").fetchall())


_ADD: Final = "compile one with `trialgraph ontology add SOURCE...`"
