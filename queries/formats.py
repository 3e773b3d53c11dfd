"""Writing answers for other programs: CSV, TSV and JSON as SPARQL 1.1 defines them, graphs as Turtle."""

from io import BytesIO
from typing import Final, get_args
from typing import Literal as OneOf

from pyoxigraph import Literal as OxigraphLiteral
from pyoxigraph import NamedNode
from rdflib import Graph, Literal, Variable
from rdflib.query import Result
from rdflib.term import Identifier

from ..ontology.errors import QueryError
from .catalogue import Table

Format = OneOf["csv", "tsv", "json", "ttl"]
FORMATS: Final[tuple[str, ...]] = get_args(Format)


def render(answer: Table | Graph, form: Format) -> str:
    """Write an answer; QueryError when a table is asked for as Turtle, or a graph as a table."""
    if isinstance(answer, Graph):
        if form != "ttl":
            raise QueryError(f"this query gives a graph, not a table for {form}", remedy="write it as ttl")
        return answer.serialize(format="turtle")
    if form == "ttl":
        raise QueryError("this query gives a table, not a graph", remedy="write it as csv, tsv or json")
    return _tsv(answer) if form == "tsv" else _by_rdflib(answer, form)


def _by_rdflib(table: Table, form: str) -> str:
    result = Result("SELECT")
    result.vars = [Variable(column) for column in table.columns]
    rows = ({v: term for v, term in zip(result.vars, row, strict=True) if term is not None} for row in table.rows)
    result.bindings = list(rows)
    stream = BytesIO()
    result.serialize(stream, format=form)  # pyright: ignore[reportUnknownMemberType]
    return stream.getvalue().decode()


def _tsv(table: Table) -> str:
    lines = ["\t".join(f"?{column}" for column in table.columns)]
    lines += ["\t".join("" if term is None else _line(term) for term in row) for row in table.rows]
    return "\n".join(lines) + "\n"


def _line(term: Identifier) -> str:
    """Write a term as in Turtle, on one line."""
    if not isinstance(term, Literal):
        return term.n3()
    datatype = None if term.datatype is None else NamedNode(term.datatype)
    return str(OxigraphLiteral(str(term), language=term.language, datatype=datatype))
