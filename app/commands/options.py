"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ...graph import KnowledgeGraph

DEFAULT_STORE = "trialgraph-store"

GraphOption = Annotated[
    str,
    typer.Option(
        "--graph",
        metavar="PLACE",
        help="Folder of the graph, or address of a SPARQL endpoint; to look at: RDF file.",
    ),
]
IndexOption = Annotated[
    Path | None,
    typer.Option(
        "--index",
        metavar="DIR",
        envvar="TRIALGRAPH_TERMINOLOGIES",
        help="Folder of the index; without it one in your data folder.",
        show_default=False,
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON, for a program to read.")]


def open_graph(place: str) -> "KnowledgeGraph":
    """Open a graph that `build` made, or an RDF file; raises StoreError where there is neither, and makes nothing."""
    from ...graph import KnowledgeGraph
    from ...graph.addresses import is_address
    from ...ontology.errors import StoreError

    if is_address(place):
        return new_graph(place)
    path = Path(place)
    if path.is_file():
        return KnowledgeGraph.load_rdf(path)
    if not (path / "documents.sqlite").is_file():
        raise StoreError("there is no graph here", where=str(path), remedy="make one with `trialgraph build PATH...`")
    return KnowledgeGraph(path)


def new_graph(place: str) -> "KnowledgeGraph":
    """Open a graph to build it, in a folder or at an endpoint, whether there is one yet or not."""
    from ...graph import KnowledgeGraph
    from ...graph.addresses import is_address

    if not is_address(place):
        return KnowledgeGraph(Path(place))
    from ...graph.remote import RemoteGraph

    return RemoteGraph(place)


def local(place: str) -> Path:
    """Give the path of a graph for who only looks: for one at an endpoint that of the copy, brought up to date."""
    from ...graph.addresses import is_address

    if not is_address(place):
        return Path(place)
    from ...graph.remote import RemoteGraph

    with RemoteGraph(place) as graph:
        return graph.folder()
