"""`trialgraph export`: write the whole graph to a file."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from ..terminal import say
from .options import DEFAULT_STORE, GraphOption, open_graph


def export(
    *,
    graph: GraphOption = DEFAULT_STORE,
    format: Annotated[
        Literal["nquads", "trig", "turtle", "jsonld", "graphml"],
        typer.Option(help="Turtle and GraphML leave out which document says what."),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File to write.")],
) -> None:
    """Write the graph to a file; the same graph gives the same bytes.

    For example:

      trialgraph export --format trig -o myeloma.trig

      trialgraph export --format graphml -o myeloma.graphml
    """
    with open_graph(graph) as store:
        store.export(format, output)
    say(f"{output} is written")
