"""A store of ten million quads out of one of a million: its documents over and over, of trials of other names.

    python bench/copies.py STORE COPIES NEW

Writing ten million quads document by document takes an hour; the queries, and the replacing of a document, see the same
graph this way. Concepts, and claims that tie two of them, stay one, as they would; what is derived is copied with the
claims that it is about.
"""

import re
import sqlite3
import sys
from pathlib import Path
from re import Match
from shutil import copytree

from pyoxigraph import NamedNode, RdfFormat, Store, serialize
from trialgraph.graph.iris import CONCEPTS, TG
from trialgraph.graph.store import UNION

_OWN = re.compile(r"/id/(claim|evidence|conflict|flag)/[0-9a-f]{20}|synthetic-0|SYN-|syn-|NCT9|nct9")
_GRAPH = re.compile(r" <[^<>]*> \.\n")
_TABLES = ("documents", "mentions", "claims", "concepts")
_PASSAGES = """INSERT INTO passages(graph, node, name, quote) SELECT r(graph), r(node), r(name), r(quote) FROM passages
    WHERE graph LIKE '%/doc/synthetic-0_____'"""


def copy(source: Path, copies: int, target: Path) -> None:
    """Write a store with so many copies beside the documents of another."""
    copytree(source, target)
    store = Store(target / "oxigraph")
    shared = _shared(store)
    lines = serialize((quad for quad in store if quad.graph_name not in (UNION, CONCEPTS)), format=RdfFormat.N_QUADS)
    text = (lines or b"").decode()
    for number in range(copies):
        renamed = _renamed(text, number, shared)
        store.bulk_load(input=renamed, format=RdfFormat.N_QUADS)
        store.bulk_load(input=_GRAPH.sub(" .\n", renamed), format=RdfFormat.N_TRIPLES)
        _copy_index(target / "documents.sqlite", number, shared)
        print(f"copy {number + 1} of {copies}: {len(store)} quads", flush=True)
    store.flush()
    store.optimize()


def _shared(store: Store) -> set[str]:
    """Give the claims that tie concepts, which stay the same whoever makes them."""
    subject = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#subject")
    about = store.quads_for_pattern(None, subject, None, UNION)
    return {quad.subject.value for quad in about if "/trial/" not in quad.object.value}  # type: ignore[union-attr]


def _renamed(text: str, number: int, shared: set[str]) -> str:
    def rename(match: Match[str]) -> str:
        found = match[0]
        if found.startswith("/id/"):
            return found if f"{TG.rstrip('/')}{found}" in shared else f"{found}{number}"
        return f"{found[:-1]}{number}x" if found[-1].isdigit() else f"{found[:-1]}{number}-"

    return _OWN.sub(rename, text)


def _copy_index(file: Path, number: int, shared: set[str]) -> None:
    with sqlite3.connect(file) as connection:
        connection.create_function("r", 1, lambda value: _value(value, number, shared), deterministic=True)
        for table in _TABLES:
            columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
            key = "identifier" if table == "documents" else "document"
            renamed = ", ".join(f"r({column})" for column in columns)
            if table == "claims":  # what is compared is of one trial, whose name the key holds as a hash
                renamed = renamed.replace("r(key)", f"IIF(key='', '', key || '-{number}')")
            connection.execute(f"INSERT INTO {table} SELECT {renamed} FROM {table} WHERE {key} LIKE 'synthetic-0_____'")
        connection.execute(_PASSAGES)


def _value(value: object, number: int, shared: set[str]) -> object:
    return _renamed(value, number, shared) if isinstance(value, str) else value


if __name__ == "__main__":
    copy(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
