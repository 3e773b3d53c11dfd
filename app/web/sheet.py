"""Answers as people read them: the first rows of a table, the words of a graph, and what could be drawn of either."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from pyoxigraph import NamedNode, QueryBoolean, QuerySolutions, RdfFormat, Triple, serialize

from ...graph.iris import PREFIXES, TG
from ...graph.reader import GraphReader
from ...graph.view import Term
from ..plots import comparisons, endpoint_forests
from .site import address

_MOST_PLOTS: Final = 12


@dataclass(frozen=True, slots=True)
class Cell:
    """A value of a table; `iri` tells that it is an address rather than words."""

    text: str
    iri: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """An answer: columns with rows, or the Turtle of a graph."""

    columns: tuple[str, ...] = ()
    rows: tuple[tuple[Cell | None, ...], ...] = ()
    turtle: str = ""
    cut: bool = False
    """Whether there is more than what is shown."""
    things: tuple[str, ...] = ()
    """What the explorer can open: our own things that the answer names, without the namespace."""

    def plots(self) -> list[str]:
        """Draw what can be drawn: ratios with intervals, adverse events by arm; as SVG."""
        named = (zip(self.columns, row, strict=True) for row in self.rows)
        records = [{name: cell.text for name, cell in row if cell} for row in named]
        if {"hazardRatio", "endpointName", "trialName"} <= {*self.columns}:
            return [forest.svg() for forest in endpoint_forests(records, address)][:_MOST_PLOTS]
        if {"eventName", "armDrugs", "percent", "grade", "trialName"} <= {*self.columns}:
            return [comparison.svg() for comparison in comparisons(records, address)][:_MOST_PLOTS]
        return []


@dataclass(frozen=True, slots=True)
class ShownQuery:
    """A question for a worker: a query, of whose answer so many rows or triples are to be seen."""

    sparql: str
    most: int = 500

    def answer(self, reader: GraphReader) -> Sheet:
        """Ask the graph."""
        found = reader.store.query(self.sparql, prefixes=PREFIXES)
        if isinstance(found, QueryBoolean):
            return Sheet(("answer",), ((Cell("true" if found else "false"),),))
        taken = [*islice(found, self.most + 1)]
        shown, cut = taken[: self.most], len(taken) > self.most
        if isinstance(found, QuerySolutions):
            columns = tuple(variable.value for variable in found.variables)
            rows = tuple(tuple(map(_cell, row)) for row in shown)
            named = (cell.text for row in rows for cell in row if cell and cell.iri)
            return Sheet(columns, rows, cut=cut, things=_things(named))
        written = serialize(shown, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
        ends = (end.value for triple in shown for end in (triple.subject, triple.object) if isinstance(end, NamedNode))
        return Sheet(turtle=written.decode("utf-8", "replace"), cut=cut, things=_things(ends))


def _cell(term: Term | None) -> Cell | None:
    if term is None:
        return None
    return Cell(str(term) if isinstance(term, Triple) else term.value, isinstance(term, NamedNode))


def _things(iris: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(iri.removeprefix(TG) for iri in iris if iri.startswith((f"{TG}id/", f"{TG}doc/"))))
