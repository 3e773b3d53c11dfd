"""What a worker is asked to do with the graph, and what it gives back: small things that travel between processes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    parse_query_results,
    serialize,
)

from ...graph.iris import PREFIXES
from ...graph.reader import GraphReader
from ...ontology.document import Document
from ...ontology.errors import QueryError
from ...ontology.facts import Reading

T = TypeVar("T")
Row = Mapping[str, str]
"""Texts and IRIs by the name of their column, numbers as they are printed; what has no value is not there."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a SELECT for a page."""

    sparql: str

    def answer(self, reader: GraphReader) -> tuple[Row, ...]:
        """Ask the graph."""
        found = reader.store.query(self.sparql, prefixes=PREFIXES)
        if not isinstance(found, QuerySolutions):
            raise QueryError("this question has no rows", remedy="ask it by SELECT")
        names = [variable.value for variable in found.variables]
        return tuple(
            {name: term.value for name, term in zip(names, row, strict=True) if term is not None} for row in found
        )


@dataclass(frozen=True, slots=True)
class Written:
    """An answer written in a format for other programs."""

    sparql: str
    table_format: QueryResultsFormat
    graph_format: RdfFormat
    most: int
    """Rows or triples; with more the answer is refused, since nobody sees what a cut one lacks."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    def answer(self, reader: GraphReader) -> tuple[str, bytes]:
        """Ask the graph; give the media type and the answer."""
        found = reader.store.query(
            self.sparql,
            prefixes=PREFIXES,
            default_graph=[*map(NamedNode, self.default_graphs)] or None,
            named_graphs=[*map(NamedNode, self.named_graphs)] or None,
        )
        if isinstance(found, QueryTriples):
            written = serialize(self._limited(found), format=self.graph_format, prefixes=PREFIXES)
            return self.graph_format.media_type, written or b""
        if isinstance(found, QuerySolutions):
            # The library limits no rows, but reads tables as well as it writes them, and a term's text is TSV.
            rows = ("\t".join("" if term is None else str(term) for term in row) for row in self._limited(found))
            table = "\n".join(["\t".join(map(str, found.variables)), *rows, ""])
            found = parse_query_results(table, format=QueryResultsFormat.TSV)
        return self.table_format.media_type, _write(found, self.table_format)

    def _limited(self, found: Iterator[T]) -> list[T]:
        taken = [*islice(found, self.most + 1)]
        if len(taken) > self.most:
            raise QueryError(f"the answer has more than {self.most} rows", remedy="ask for less, by LIMIT for example")
        return taken


def _write(found: QuerySolutions | QueryBoolean, form: QueryResultsFormat) -> bytes:
    if isinstance(found, QueryBoolean) and form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
        return b"true\n" if found else b"false\n"
    return found.serialize(format=form) or b""


@dataclass(frozen=True, slots=True)
class Stored:
    """A document with what was read out of it."""

    identifier: str

    def answer(self, reader: GraphReader) -> tuple[Document, Reading] | None:
        """Load it; None where the text is not stored."""
        document, reading = reader.document(self.identifier), reader.reading(self.identifier)
        return (document, reading) if document is not None and reading is not None else None


Job = Rows | Written | Stored
