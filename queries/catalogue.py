"""The catalogue: questions that come with the package, files of one's own, and running either on a graph."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

from rdflib import Graph

from ..graph.answers import Table
from ..ontology.errors import QueryError
from .binding import bind
from .header import CatalogueQuery, parse
from .scanning import refuse_unsafe

__all__ = ["Asked", "CatalogueQuery", "Table", "catalogue", "load_query", "run"]


class Asked(Protocol):
    """What can be asked in SPARQL, over the union of its named graphs, such as a KnowledgeGraph."""

    def answer(self, sparql: str, /, *, federated: bool = False) -> Table | Graph:
        """Answer a query."""
        ...


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
    try:
        return graph.answer(bind(query, params or {}), federated=federated)
    except OSError as error:
        remedy = "see whether the network and that server work"
        raise QueryError(f"another server did not answer: {error}", where=query.name, remedy=remedy) from error
