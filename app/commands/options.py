"""Options that several commands share."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from ...graph import KnowledgeGraph

DEFAULT_STORE = Path("trialgraph-store")

GraphOption = Annotated[
    Path, typer.Option("--graph", metavar="DIR", help="Folder of the graph (or, to look at it, an RDF file).")
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


def open_graph(path: Path) -> "KnowledgeGraph":
    """Open a graph that `build` made, or an RDF file; raises StoreError where there is neither, and makes nothing."""
    from ...graph import KnowledgeGraph
    from ...ontology.errors import StoreError

    if path.is_file():
        return KnowledgeGraph.load_rdf(path)
    if not (path / "documents.sqlite").is_file():
        raise StoreError("there is no graph here", where=str(path), remedy="make one with `trialgraph build PATH...`")
    return KnowledgeGraph(path)
