"""What the endpoint says of itself, in the vocabulary of SPARQL 1.1 Service Description."""

from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple, serialize
from starlette.requests import Request
from starlette.responses import Response

from ...graph.iris import RDFS, TYPE
from .jobs import GRAPHS, TABLES
from .negotiation import graph_format

SD: Final = "http://www.w3.org/ns/sparql-service-description#"


def describe_service(request: Request) -> Response:
    """Describe the endpoint."""
    form = GRAPHS[graph_format(request) or "ttl"]
    address = NamedNode(str(request.url.replace(query="")))
    written = serialize(_description(address), format=form, prefixes={"sd": SD, "rdfs": RDFS})
    return Response(written, media_type=form.media_type, headers={"Vary": "Accept"})


def _description(endpoint: NamedNode) -> list[Triple]:
    service, dataset, graph = BlankNode("service"), BlankNode("dataset"), BlankNode("graph")
    formats = [*TABLES.values(), *GRAPHS.values()]
    return [
        Triple(service, TYPE, _sd("Service")),
        Triple(service, NamedNode(f"{RDFS}label"), Literal("trialgraph: facts of clinical trials and their sentences")),
        Triple(service, _sd("endpoint"), endpoint),
        Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query")),
        Triple(service, _sd("feature"), _sd("UnionDefaultGraph")),
        *(Triple(service, _sd("resultFormat"), NamedNode(form.iri)) for form in formats),
        Triple(service, _sd("defaultDataset"), dataset),
        Triple(dataset, TYPE, _sd("Dataset")),
        Triple(dataset, _sd("defaultGraph"), graph),
        Triple(graph, TYPE, _sd("Graph")),
    ]


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
