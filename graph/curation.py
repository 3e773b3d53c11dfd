"""What readers think of claims: right or wrong, who says so and when; kept apart from what documents say.

Marks are kept beside the documents and stated in a graph of their own, so that neither reading the documents anew nor
losing the RDF takes them away. A claim's address depends on nothing but what it says: a mark holds for the claim as
long as any document states it.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass
from typing import Final, Literal

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad, Store

from .claims import Statement
from .database import Database
from .iris import CURATION, DCTERMS, TYPE, XSD, digest, mint, tg
from .literals import text_literal
from .store import Replacement, apply

Verdict = Literal["right", "wrong"]
_TABLE: Final = """CREATE TABLE IF NOT EXISTS marks(
    claim TEXT, reader TEXT, verdict TEXT, time TEXT, note TEXT, PRIMARY KEY (claim, reader))"""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one reader thinks of one claim."""

    claim: str
    """IRI."""
    reader: str
    """Who says so."""
    verdict: Verdict
    time: str
    """When, as `2026-11-21T17:00:00Z`."""
    note: str = ""


class Curation:
    """The marks of a graph; a reader has one for each claim, the last."""

    def __init__(self, database: Database, store: Store) -> None:
        self._database, self._store = database, store
        database.rows(_TABLE)
        self._restore()

    def marks(self) -> list[Mark]:
        """Give all marks, sorted by claim and reader."""
        rows = self._database.rows("SELECT claim, reader, verdict, time, note FROM marks ORDER BY 1, 2")
        return [Mark(*row) for row in rows]

    def put(self, mark: Mark) -> None:
        """Keep a mark in place of the one that this reader gave the claim before."""
        self._database.write("INSERT OR REPLACE INTO marks VALUES (?,?,?,?,?)", [astuple(mark)])
        apply(self._store, [Replacement(CURATION, _node(mark.claim, mark.reader), _stated(mark))])

    def remove(self, claim: str, reader: str) -> None:
        """Take a reader's mark back."""
        self._database.write("DELETE FROM marks WHERE claim=? AND reader=?", [(claim, reader)])
        apply(self._store, [Replacement(CURATION, _node(claim, reader), frozenset())])

    def _restore(self) -> None:
        """State anew what the RDF lacks: a crash, or a lost folder, takes no mark."""
        marks = {_node(mark.claim, mark.reader): mark for mark in self.marks()}
        stated = {quad.subject for quad in self._store.quads_for_pattern(None, TYPE, tg("Mark"), CURATION)}
        if marks.keys() != stated:
            quads = frozenset(quad for mark in marks.values() for quad in _stated(mark))
            apply(self._store, [Replacement(CURATION, None, quads)])


def _node(claim: str, reader: str) -> NamedNode:
    return mint("mark", digest(claim, reader))


def _stated(mark: Mark) -> frozenset[Quad]:
    node = _node(mark.claim, mark.reader)
    return frozenset(Quad(node, *statement, CURATION) for statement in _statements(mark))


def _statements(mark: Mark) -> Iterator[Statement]:
    yield TYPE, tg("Mark")
    yield tg("marked"), NamedNode(mark.claim)
    yield tg("verdict"), tg(mark.verdict)
    yield NamedNode(f"{DCTERMS}creator"), text_literal(mark.reader)
    yield NamedNode(f"{DCTERMS}created"), RdfLiteral(mark.time, datatype=NamedNode(f"{XSD}dateTime"))
    if mark.note:
        yield tg("explanation"), text_literal(mark.note)
