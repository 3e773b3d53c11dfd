"""Answers as Oxigraph gives them, and as rdflib has them: its terms are made only when they are looked at.

Making rdflib's terms of an answer of many rows takes as long as finding them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import cast

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolution,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    serialize,
)
from rdflib import BNode, Graph, URIRef, Variable
from rdflib import Literal as Value
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.query import Result
from rdflib.term import Identifier

from .iris import PREFIXES

Term = NamedNode | BlankNode | Literal
Found = QueryBoolean | QuerySolutions | Iterable[Triple]
"""What a query gives: yes or no, rows, or triples; the last two can be gone through once."""


@dataclass(frozen=True)
class Table:
    """The answer to a SELECT, or to an ASK (one cell, `answer`): a term for each column, None where there is none."""

    columns: tuple[str, ...]
    terms: tuple[tuple[Term | None, ...], ...]
    """The rows in Oxigraph's terms."""

    @cached_property
    def rows(self) -> tuple[tuple[Identifier | None, ...], ...]:
        """The rows in rdflib's terms."""
        known = {term: identifier(term) for row in self.terms for term in row if term is not None}
        return tuple(tuple(None if term is None else known[term] for term in row) for row in self.terms)

    def _repr_html_(self) -> str:
        """Show the table in a notebook, everything in it escaped.

        >>> Table(("drug",), ((Literal("<b>isatuximab"),),))._repr_html_()
        '<table><thead><tr><th>drug</th></tr></thead><tbody><tr><td>&lt;b&gt;isatuximab</td></tr></tbody></table>'
        """
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        rows = ["".join(f"<td>{escape('' if term is None else term.value)}</td>" for term in row) for row in self.terms]
        body = "".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


class TripleGraph(Graph):
    """The answer to a CONSTRUCT or DESCRIBE: rdflib's graph, over an Oxigraph store in memory."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        from oxrdflib import OxigraphStore  # loads rdflib's own engine, which tables do without

        self._held = Store()
        self._held.load(serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format=RdfFormat.N_TRIPLES)
        super().__init__(store=OxigraphStore(store=self._held), identifier=DATASET_DEFAULT_GRAPH_ID)

    def turtle(self) -> str:
        """Write the triples in an order that depends on nothing but them."""
        triples = sorted((quad.triple for quad in self._held), key=str)
        return (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def as_answer(found: Found) -> Table | TripleGraph:
    """Take an answer as a whole."""
    if isinstance(found, QueryBoolean):
        return Table(("answer",), ((Literal(bool(found)),),))
    if isinstance(found, QuerySolutions):
        return Table(tuple(variable.value for variable in found.variables), tuple(map(_row, found)))
    return TripleGraph(found)


def as_result(found: Found) -> Result:
    """Give an answer as rdflib does."""
    if isinstance(found, QueryBoolean):
        result = Result("ASK")
        result.askAnswer = bool(found)
    elif isinstance(found, QuerySolutions):
        result = Result("SELECT")
        result.vars = [Variable(variable.value) for variable in found.variables]
        result.bindings = _bindings(result.vars, found)  # type: ignore[assignment]
    else:
        result = Result("CONSTRUCT")
        result.graph = TripleGraph(found)
    return result


def identifier(term: Term) -> Identifier:
    """Give rdflib's term."""
    match term:
        case NamedNode():
            return URIRef(term.value)
        case BlankNode():
            return BNode(term.value)
        case _ if term.language:
            return Value(term.value, lang=term.language)
        case _:
            return Value(term.value, datatype=URIRef(term.datatype.value))


def _row(solution: QuerySolution) -> tuple[Term | None, ...]:
    """Give the cells; a triple as a value, which only a query can make, is a text to all who read on."""
    cells = cast("Iterable[Term | Triple | None]", solution)
    return tuple(Literal(f"<<( {cell} )>>") if isinstance(cell, Triple) else cell for cell in cells)


def _bindings(variables: Sequence[Variable], found: QuerySolutions) -> Iterator[dict[Variable, Identifier]]:
    for row in map(_row, found):
        yield {name: identifier(term) for name, term in zip(variables, row, strict=True) if term is not None}
