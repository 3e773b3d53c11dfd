"""Full-text search: names and quotes found by their words, in an index of SQLite's FTS5 beside the store.

The index is written in the transaction that stores the documents, so that it is either empty, in a folder that was made
without it and in a loaded file, or in step, unless the file was damaged. An empty or damaged one is made anew before it
is first used, in one transaction.
"""

import logging
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad, Store

from ..ontology.errors import StoreError
from .database import Database
from .iris import CURATION, DERIVED, tg
from .view import NAMES, GraphView

_SCHEMA: Final = (
    "CREATE TABLE IF NOT EXISTS passages(id INTEGER PRIMARY KEY, graph TEXT, node TEXT, name TEXT, quote TEXT)",
    "CREATE INDEX IF NOT EXISTS passage_node ON passages(graph, node)",
    """CREATE VIRTUAL TABLE IF NOT EXISTS passage_words USING fts5(
        name, quote, content='passages', content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
    """CREATE TRIGGER IF NOT EXISTS passage_comes AFTER INSERT ON passages BEGIN
        INSERT INTO passage_words(rowid, name, quote) VALUES (new.id, new.name, new.quote); END""",
    """CREATE TRIGGER IF NOT EXISTS passage_goes AFTER DELETE ON passages BEGIN
        INSERT INTO passage_words(passage_words, rowid, name, quote)
        VALUES ('delete', old.id, old.name, old.quote); END""",
)
_NAMES_FOUND: Final = """SELECT DISTINCT node, name, rank FROM passages JOIN
    (SELECT rowid, rank FROM passage_words WHERE passage_words MATCH 'name : (' || ? || ')') AS found
    ON found.rowid = passages.id ORDER BY rank, name, node LIMIT ?"""
_QUOTES_FOUND: Final = """SELECT graph, quote FROM passages JOIN
    (SELECT rowid, rank FROM passage_words WHERE passage_words MATCH 'quote : (' || ? || ')' ORDER BY rank LIMIT ?)
    AS found ON found.rowid = passages.id ORDER BY rank, quote, graph"""
_REMOVAL: Final = (
    "INSERT OR REPLACE INTO passage_words_config VALUES ('version', 4)",
    "INSERT OR IGNORE INTO passage_words_data VALUES (10, zeroblob(7))",
    "DROP TABLE passage_words",
    "DROP TABLE passages",
)
"""What FTS5 needs to open an index, were it only to drop it, comes first: its version and an empty structure."""
_END: Final = "SELECT id, name || ' ' || quote FROM passages ORDER BY id {} LIMIT 1"
_FOUND: Final = "SELECT 1 FROM passage_words WHERE passage_words MATCH ? AND rowid=?"
_QUOTE: Final = tg("quote")
_LOG: Final = logging.getLogger(__name__)
_MOST_WORDS: Final = 32
_NAMES_OF_ONE: Final = 8
"""So many names of one thing may hold the words before fewer things than asked for are found."""
Passage = tuple[str, str, str, str]
"""Graph, node, name; and a quote, which has no node of its own, since many pieces of evidence share it."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A concept, trial, arm, regimen or document, one of whose names holds the words."""

    iri: str
    kind: str
    """Its class in the vocabulary, such as `Drug`."""
    label: str
    """The preferred name."""
    name: str
    """The one found."""


@dataclass(frozen=True, slots=True)
class QuoteHit:
    """A quote that holds the words; offsets are zero-based, half-open, code points of the document's stored text."""

    document: str
    """IRI."""
    identifier: str
    quote: str
    start: int | None
    end: int | None
    claims: tuple[str, ...]
    """IRIs of what it states."""


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, the best first."""

    names: tuple[NameHit, ...] = ()
    quotes: tuple[QuoteHit, ...] = ()


class TextIndex:
    """The names and quotes of a store, by their words."""

    def __init__(self, database: Database, store: Store, *, in_step: bool = False) -> None:
        """Take an index that is known to be in step as it is; else look whether it is there."""
        self._database, self._store = database, store
        self._in_step = in_step
        for statement in () if in_step else _SCHEMA:
            database.rows(statement)

    def catch_up(self) -> None:
        """Make the index anew where it is empty or damaged; looked for once."""
        if not self._in_step and not is_whole(self._database):
            if self._database.rows("SELECT 1 FROM passages LIMIT 1"):
                _LOG.warning("the index for full-text search is damaged: making it anew")
            graphs = {graph.value for graph in self._store.named_graphs()} - {DERIVED.value, CURATION.value}
            with self._database.transaction():
                for statement in (*_REMOVAL, *_SCHEMA):
                    self._database.rows(statement)
                for graph in map(NamedNode, sorted(graphs)):
                    self.replace(graph, None, passages(graph, self._store.quads_for_pattern(None, None, None, graph)))
        self._in_step = True

    def replace(self, graph: NamedNode, node: NamedNode | None, wanted: Set[Passage]) -> None:
        """Index what a graph says, or what it says of one node; to be called within a transaction, after `catch_up`."""
        about, values = ("", (graph.value,)) if node is None else (" AND node=?", (graph.value, node.value))
        sql = f"SELECT id, graph, node, name, quote FROM passages WHERE graph=?{about}"  # noqa: S608
        present = self._database.rows(sql, *values)
        self._database.write("DELETE FROM passages WHERE id=?", [row[:1] for row in present if row[1:] not in wanted])
        new = sorted(wanted - {row[1:] for row in present})
        self._database.write("INSERT INTO passages(graph, node, name, quote) VALUES (?,?,?,?)", new)

    def search(self, words: str, limit: int = 20) -> Hits:
        """Find names and quotes, at most so many of each, that hold all the words; the last may be a beginning."""
        wanted = match_expression(words)
        if not wanted:
            return Hits()
        self.catch_up()
        view = GraphView(self._store)
        found = self._database.rows(_NAMES_FOUND, wanted, limit * _NAMES_OF_ONE)
        names: dict[str, str] = {}
        for node, name, _ in found:
            names.setdefault(node, name)
        quotes = self._database.rows(_QUOTES_FOUND, wanted, limit)
        return Hits(
            tuple(_name_hit(view, NamedNode(node), name) for node, name in [*names.items()][:limit]),
            tuple(hit for graph, quote in quotes for hit in self._quote_hits(view, NamedNode(graph), quote))[:limit],
        )

    def _quote_hits(self, view: GraphView, graph: NamedNode, quote: str) -> Iterator[QuoteHit]:
        places: defaultdict[tuple[int | None, int | None], set[str]] = defaultdict(set)
        for quad in self._store.quads_for_pattern(None, _QUOTE, Literal(quote), graph):
            evidence = quad.subject
            if isinstance(evidence, NamedNode):
                sentence = view.sentence(evidence)
                claims = view.subjects(tg("evidence"), evidence)
                places[sentence.start, sentence.end].update(claim.value for claim in claims)
        for (start, end), claims in sorted(places.items(), key=lambda place: place[0][0] or 0):
            identifier = view.document(graph).identifier
            yield QuoteHit(graph.value, identifier, quote, start, end, tuple(sorted(claims)))


def is_whole(database: Database) -> bool:
    """Tell whether there is an index that finds its first and its last passage: a few look-ups, whatever its size."""
    try:
        ends = [row for order in ("", "DESC") for row in database.rows(_END.format(order))]
        plain = ((place, word) for place, text in ends for word in text.split() if word.isascii() and word.isalpha())
        return bool(ends) and all(database.rows(_FOUND, f'"{word}"', place) for place, word in plain)
    except StoreError:
        return False


def match_expression(words: str) -> str:
    """Write words as FTS5 wants them, so that nothing in them is an operator: all must be there, the last may go on.

    >>> match_expression('anti-CD38 "carf'), match_expression("NEAR(*")
    ('"anti CD38" "carf" *', '"NEAR" *')
    """
    parts = (" ".join(re.findall(r"[^\W_]+", word)) for word in words.split()[:_MOST_WORDS])
    quoted = " ".join(f'"{part}"' for part in parts if part)
    return f"{quoted} *" if quoted else ""


def passages(graph: NamedNode, quads: Iterable[Quad]) -> frozenset[Passage]:
    """Give the names and quotes among the statements of a graph."""
    return frozenset(_passages(graph.value, quads))


def _passages(graph: str, quads: Iterable[Quad]) -> Iterator[Passage]:
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            if quad.predicate == _QUOTE:
                yield graph, "", "", quad.object.value
            elif quad.predicate in NAMES:
                yield graph, quad.subject.value, quad.object.value, ""


def _name_hit(view: GraphView, node: NamedNode, name: str) -> NameHit:
    return NameHit(node.value, view.kind(node), view.label(node), name)
