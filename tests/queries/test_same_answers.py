"""Every question gives the same rows, whatever engine answers it: rdflib evaluates patterns in quite another way."""

import pytest
from rdflib import XSD, Graph, Literal
from trialgraph.graph.iris import PREFIXES
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.queries import CatalogueQuery, Table, catalogue, run
from trialgraph.queries.binding import bind

RDFLIB_FAILS = {"concepts", "precision-by-rule"}
"""It joins nothing in GROUP_CONCAT where a variable is unbound, and gives a row for no groups."""
NEEDED = {"claim": "https://w3id.org/trialgraph/id/claim/1", "kind": "https://w3id.org/trialgraph/Drug"}
WHOLE = {query.name for query in catalogue().values() if "LIMIT" not in query.text} | {"support", "reported-arms"}
ASKED = [query for query in catalogue().values() if query.name in WHOLE - RDFLIB_FAILS]


def parameters(query: CatalogueQuery) -> dict[str, str]:
    """Only what must be given, so that as much as possible is asked for."""
    return {p.name: NEEDED.get(p.name, p.example) for p in query.parameters if not p.optional}


def plain(rows: object) -> list[tuple[str, ...]]:
    """Rows as texts, in any order; lists within a cell in any order, too."""
    return sorted(tuple("; ".join(sorted(str("" if c is None else c).split("; "))) for c in row) for row in rows)  # type: ignore[attr-defined]


@pytest.fixture
def union(graph: KnowledgeGraph) -> Graph:
    """The same statements in rdflib's memory store."""
    copied = Graph()
    for subject, predicate, value in graph.query("SELECT ?s ?p ?o { ?s ?p ?o }"):  # type: ignore[misc]
        text = isinstance(value, Literal) and value.datatype == XSD.string
        copied.add((subject, predicate, Literal(str(value)) if text else value))
    return copied


@pytest.mark.parametrize("query", ASKED, ids=lambda q: q.name)
def test_another_engine_gives_the_same_rows(graph: KnowledgeGraph, union: Graph, query: CatalogueQuery) -> None:
    answer = run(graph, query, parameters(query))
    expected = union.query(bind(query, parameters(query)), initNs=PREFIXES)
    assert plain(answer.rows if isinstance(answer, Table) else answer) == plain(expected)
