"""What a worker is asked to do with the graph, and what it gives back: small things that travel between processes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, Protocol, TypeVar

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    serialize,
)

from ...graph.iris import PREFIXES
from ...graph.reader import GraphReader
from ...graph.textsearch import Hits
from ...ontology.errors import QueryError
from ...queries import catalogue
from ...queries.binding import bind
from ...queries.formats import write_table

T = TypeVar("T")
TABLES: Final = {
    "json": QueryResultsFormat.JSON,
    "xml": QueryResultsFormat.XML,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
}
GRAPHS: Final = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "rdf": RdfFormat.RDF_XML,
    "jsonld": RdfFormat.JSON_LD,
}
Row = Mapping[str, str]
"""Texts and IRIs by the name of their column, numbers as they are printed; what has no value is not there."""


class LimitError(QueryError):
    """A question that can't be answered now, or not within the limits of the server."""


class NotAcceptableError(QueryError):
    """An answer that can't be written in any format that the asker takes."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows that answer a question of the catalogue, for a page."""

    question: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])

    def answer(self, reader: GraphReader) -> tuple[Row, ...]:
        """Ask the graph."""
        found = reader.store.query(bind(catalogue()[self.question], self.values), prefixes=PREFIXES)
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
    table_format: str
    """One of TABLES; empty where the asker takes none."""
    graph_format: str
    """One of GRAPHS; empty where the asker takes none."""
    most: int
    """Rows or triples; with more the answer is refused, since nobody sees what a cut one lacks."""
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()

    def answer(self, reader: GraphReader) -> tuple[str, bytes]:
        """Ask the graph; give the media type and the answer."""
        chosen = bool(self.default_graphs or self.named_graphs)
        found = reader.store.query(
            self.sparql,
            prefixes=PREFIXES,
            default_graph=[*map(NamedNode, self.default_graphs)] if chosen else None,
            named_graphs=[*map(NamedNode, self.named_graphs)] if chosen else None,
        )
        if isinstance(found, QueryTriples):
            form = GRAPHS[_accepted(self.graph_format, "a graph", "text/turtle")]
            return form.media_type, serialize(_limited(found, self.most), format=form, prefixes=PREFIXES) or b""
        form = TABLES[_accepted(self.table_format, "a table", "application/sparql-results+json")]
        if isinstance(found, QueryBoolean):
            return form.media_type, _boolean(found, form)
        columns = [variable.value for variable in found.variables]
        return form.media_type, write_table(columns, _limited(map(tuple[Any, ...], found), self.most), form)


def _limited(found: Iterator[T], most: int) -> list[T]:
    taken = [*islice(found, most + 1)]
    if len(taken) > most:
        raise QueryError(f"the answer has more than {most} rows", remedy="ask for less, by LIMIT for example")
    return taken


def _accepted(form: str, what: str, usual: str) -> str:
    if not form:
        raise NotAcceptableError(f"the answer is {what}, in no format that you accept", remedy=f"accept {usual}")
    return form


def _boolean(found: QueryBoolean, form: QueryResultsFormat) -> bytes:
    if form in (QueryResultsFormat.CSV, QueryResultsFormat.TSV):
        return b"true\n" if found else b"false\n"
    return found.serialize(format=form) or b""


@dataclass(frozen=True, slots=True)
class Told:
    """The answer to a question of the catalogue, written in a format for other programs."""

    question: str
    values: Mapping[str, str]
    table_format: str
    graph_format: str
    most: int

    def answer(self, reader: GraphReader) -> tuple[str, bytes]:
        """Ask the graph; give the media type and the answer."""
        text = bind(catalogue()[self.question], self.values)
        return Written(text, self.table_format, self.graph_format, self.most).answer(reader)


@dataclass(frozen=True, slots=True)
class Whole:
    """A named graph, or the default graph, as it is."""

    graph: str | None
    """IRI; None for the default graph."""
    form: str
    """One of GRAPHS; empty where the asker takes none."""
    most: int

    def answer(self, reader: GraphReader) -> tuple[str, bytes] | None:
        """Give the media type and the statements; None where there is no such graph."""
        name = DefaultGraph() if self.graph is None else NamedNode(self.graph)
        form = GRAPHS[_accepted(self.form, "a graph", "text/turtle")]
        quads = reader.store.quads_for_pattern(None, None, None, name)
        triples = _limited((quad.triple for quad in quads), self.most)
        written = serialize(triples, format=form, prefixes=PREFIXES) or b""
        return (form.media_type, written) if triples or self.graph is None else None


@dataclass(frozen=True, slots=True)
class Search:
    """Names and quotes that hold words."""

    words: str
    limit: int

    def answer(self, reader: GraphReader) -> Hits:
        """Look in the index of words."""
        return reader.search(self.words, self.limit)


class Job(Protocol):
    """A question for a worker; it travels there by pickle, and so does its answer."""

    def answer(self, reader: GraphReader) -> Any:
        """Look into the graph."""
        ...
