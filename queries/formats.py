"""Writing answers for other programs: CSV, TSV and JSON as SPARQL 1.1 defines them, graphs as Turtle."""

from collections.abc import Iterable, Sequence
from typing import Final, get_args
from typing import Literal as OneOf

from pyoxigraph import QueryResultsFormat, parse_query_results
from rdflib import Graph

from ..graph.answers import Table, Term, TripleGraph
from ..ontology.errors import QueryError

Format = OneOf["csv", "tsv", "json", "ttl"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)
_TABLES: Final = {"csv": QueryResultsFormat.CSV, "json": QueryResultsFormat.JSON}


def render(answer: Table | Graph, form: Format) -> str:
    """Write an answer; QueryError when a table is asked for as Turtle, or a graph as a table."""
    if isinstance(answer, Graph):
        if form != "ttl":
            raise QueryError(f"this query gives a graph, not a table for {form}", remedy="write it as ttl")
        return answer.turtle() if isinstance(answer, TripleGraph) else answer.serialize(format="turtle")
    if form == "ttl":
        raise QueryError("this query gives a table, not a graph", remedy="write it as csv, tsv or json")
    if form == "tsv":
        return _tsv(answer.columns, answer.terms)
    return write_table(answer.columns, answer.terms, _TABLES[form]).decode()


def write_table(columns: Sequence[str], rows: Iterable[Sequence[Term | None]], form: QueryResultsFormat) -> bytes:
    """Write a table; Oxigraph reads tables as well as it writes them, and a term's text is TSV."""
    return parse_query_results(_tsv(columns, rows), format=QueryResultsFormat.TSV).serialize(format=form) or b""


def _tsv(columns: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    lines = ("\t".join("" if term is None else str(term) for term in row) for row in rows)
    return "\n".join(["\t".join(f"?{column}" for column in columns), *lines, ""])
