"""`trialgraph remove`: forget documents."""

from typing import Annotated

import typer

from ..terminal import say
from .options import DEFAULT_STORE, GraphOption, open_graph


def remove(
    documents: Annotated[list[str], typer.Argument(metavar="DOCUMENT...", help="Identifiers, as `stats` lists them.")],
    *,
    graph: GraphOption = DEFAULT_STORE,
) -> None:
    """Forget documents: the graph is afterwards as if they had never been read.

    For example:

      trialgraph remove icaria_news
    """
    with open_graph(graph) as store:
        for document in documents:
            store.remove(document)
            say(f"{document} is forgotten")
