"""The catalogue: questions that come with the package, files of one's own, and running either on a graph."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from rdflib import Graph
from rdflib.query import Result
from rdflib.term import Identifier, Literal

from ..ontology.errors import QueryError
from .binding import bind
from .header import CatalogueQuery, parse
from .scanning import refuse_unsafe

__all__ = ["Asked", "CatalogueQuery", "Table", "catalogue", "load_query", "run"]


class Asked(Protocol):
    """What can be asked in SPARQL, over the union of its named graphs, such as a KnowledgeGraph."""

    def query(self, sparql: str, /, *, federated: bool = False) -> Result:
        """Answer a query as rdflib does."""
        ...


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a SELECT, or to an ASK (one cell, `answer`): a term for each column, None where there is none."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Identifier | None, ...], ...]

    def _repr_html_(self) -> str:
        """Show the table in a notebook, everything in it escaped.

        >>> Table(("drug",), ((Literal("<b>isatuximab"),),))._repr_html_()
        '<table><thead><tr><th>drug</th></tr></thead><tbody><tr><td>&lt;b&gt;isatuximab</td></tr></tbody></table>'
        """
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        rows = ["".join(f"<td>{escape('' if term is None else str(term))}</td>" for term in row) for row in self.rows]
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


@cache
def catalogue() -> Mapping[str, CatalogueQuery]:
    """Give the questions that come with the package, by name.

    >>> catalogue()["drugs-by-target"].parameters[0].name
    'target'
    """
    folder = files("trialgraph.queries") / "catalogue"
    found = sorted((file for file in folder.iterdir() if file.name.endswith(".rq")), key=lambda file: file.name)
    names = [(file.name.removesuffix(".rq"), file.read_text("utf-8")) for file in found]
    return MappingProxyType({name: parse(name, text) for name, text in names})


def load_query(name_or_path: str | Path) -> CatalogueQuery:
    """Take a query from the catalogue by its name, or from a `.rq` file; QueryError where there is neither."""
    name = str(name_or_path)
    if name in catalogue():
        return catalogue()[name]
    path = Path(name_or_path)
    if path.suffix != ".rq":
        remedy = f"take one of {', '.join(catalogue())}, or a file that ends in .rq"
        raise QueryError(f"there is no query {name!r}", remedy=remedy)
    try:
        return parse(path.stem, path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        remedy = "give a readable file in UTF-8"
        raise QueryError(f"can't read the query: {error}", where=name, remedy=remedy) from error


def run(
    graph: Asked, query: CatalogueQuery, params: Mapping[str, str] | None = None, *, federated: bool = False
) -> Table | Graph:
    """Ask a graph: a Table for SELECT and ASK, a Graph for CONSTRUCT and DESCRIBE; QueryError for what can't be run.

    Only with `federated` may the query ask other servers (SERVICE).
    """
    refuse_unsafe(query.name, query.text, federated=federated)
    text = bind(query, params or {})
    result = graph.query(text, federated=True) if federated else graph.query(text)
    if result.type == "ASK":
        return Table(("answer",), ((Literal(result.askAnswer),),))
    if result.graph is not None:
        return result.graph
    variables = result.vars or []
    try:
        rows = tuple(tuple(binding.get(v) for v in variables) for binding in result.bindings)
    except OSError as error:
        remedy = "see whether the network and that server work"
        raise QueryError(f"another server did not answer: {error}", where=query.name, remedy=remedy) from error
    return Table(tuple(map(str, variables)), rows)
