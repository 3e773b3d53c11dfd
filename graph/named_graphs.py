"""The SPARQL 1.1 Graph Store Protocol: one request reads, replaces or removes a whole named graph.

No standard tells where an endpoint speaks it. An address is taken for the right one when a document's graph is read
from it.
"""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from ..ontology.errors import StoreError
from .addresses import graph_addresses, shown
from .endpoint import Endpoint
from .iris import TYPE, tg
from .store import Change

_DOCUMENT: Final = tg("Document")
_A_DOCUMENT: Final = f"SELECT ?graph WHERE {{ GRAPH ?graph {{ ?graph a {_DOCUMENT} }} }} LIMIT 1"
_MISSING: Final = 404
_REFUSALS: Final = (401, 403, 405, 501)
"""Answers of a server that lets us read only."""


class NamedGraphs:
    """The named graphs of an endpoint as wholes, as far as it offers them; errors come out as StoreError."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        self._address: str | None = None
        self._looked, self._writable = False, True

    def offered(self) -> bool:
        """Find out, as soon as there is a document, whether whole graphs can be read."""
        if not self._looked:
            for (document,) in self._endpoint.rows(_A_DOCUMENT):
                self._looked, self._address = True, self._find(NamedNode(document.value))
        return self._address is not None

    def read(self, graph: NamedNode) -> list[Triple]:
        """Give all statements of a graph; none where there is no such graph. To be called where it is `offered`."""
        return self._read(self._address or "", graph)

    def send(self, change: Change) -> Change:
        """Write the graphs of new documents, remove those of gone ones, and give what is left to change."""
        new, gone = change.new, change.gone
        written, removed = _of_documents(new), _of_documents(gone)
        if not (written or removed) or not self._writable or not self.offered():
            return change
        requests = [("PUT", graph, triples) for graph, triples in written.items()]
        requests += [("DELETE", graph, []) for graph in removed]
        self._writable = all(self._change(*request) for request in requests)
        if not self._writable:
            return change
        left = (quad for quad in new if quad.graph_name not in written)
        return Change.of(left, (quad for quad in gone if quad.graph_name not in removed))

    def _find(self, known: NamedNode) -> str | None:
        """Find the address by a graph that is there, unless TRIALGRAPH_GRAPHS_URL gives it."""
        if given := os.environ.get("TRIALGRAPH_GRAPHS_URL"):
            if self._proves(given, known):
                return given
            remedy = "correct TRIALGRAPH_GRAPHS_URL, or leave it out"
            raise StoreError(f"the graph {known.value} is not there", where=shown(given), remedy=remedy)
        for address in graph_addresses(self._endpoint.address):
            with suppress(StoreError):  # what is only guessed may be something else
                if self._proves(address, known):
                    return address
        return None

    def _proves(self, address: str, known: NamedNode) -> bool:
        """Tell whether an address gives the document's graph, and none where there is none."""
        is_one = Triple(known, TYPE, _DOCUMENT)
        return is_one in self._read(address, known) and not self._read(address, NamedNode(f"{known.value}/none"))

    def _read(self, address: str, graph: NamedNode) -> list[Triple]:
        return self._endpoint.triples(address, {"graph": graph.value}, nothing=_MISSING)

    def _change(self, method: str, graph: NamedNode, triples: Iterable[Triple]) -> bool:
        """Tell whether the server lets us."""
        form = RdfFormat.N_TRIPLES
        headers = {"Content-Type": form.media_type} if method == "PUT" else {}
        content = serialize(triples, format=form) if method == "PUT" else None
        where, passed = {"graph": graph.value}, (_MISSING, *_REFUSALS)
        answer = self._endpoint.send(method, self._address or "", headers, params=where, content=content, passed=passed)
        return answer.status_code not in _REFUSALS


def _of_documents(quads: Iterable[Quad]) -> dict[NamedNode, list[Triple]]:
    """Give the graphs of documents that come or go: of one that only changes, it is not said anew that it is one."""
    graphs = {
        quad.graph_name: list[Triple]()
        for quad in quads
        if quad.subject == quad.graph_name and quad.predicate == TYPE and quad.object == _DOCUMENT
    }
    for quad in quads if graphs else ():
        if quad.graph_name in graphs:
            graphs[quad.graph_name].append(quad.triple)
    return {graph: triples for graph, triples in graphs.items() if isinstance(graph, NamedNode)}
