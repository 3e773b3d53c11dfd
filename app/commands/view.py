"""`trialgraph view`: draw a graph as an interactive page."""

from pathlib import Path
from typing import Annotated

import typer

from ..terminal import say
from .options import DEFAULT_STORE, GraphOption, open_graph


def view(
    *,
    graph: GraphOption = DEFAULT_STORE,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="Page to write.")] = Path("graph.html"),
    around: Annotated[str, typer.Option(metavar="NAME", help="Draw only what is near this drug, trial, ...")] = "",
    depth: Annotated[int, typer.Option(min=1, help="With --around: how many steps away.")] = 2,
    most: Annotated[int, typer.Option(min=1, metavar="N", help="Draw at most so many nodes, the best-sourced.")] = 300,
    kind: Annotated[
        list[str] | None, typer.Option(metavar="KIND", help="Draw only this kind, such as Drug; repeatable.")
    ] = None,
) -> None:
    """Draw the graph as one interactive HTML page that needs no network; edges open their sentences.

    For example:

      trialgraph view -o graph.html

      trialgraph view --around isatuximab --depth 2 --kind Drug --kind Target --kind Trial
    """
    with open_graph(graph) as store:
        drawn = store.draw(output, around=around, depth=depth, kinds=kind or (), limit=most)
    say(f"{output} shows {drawn}; open it in a browser")
