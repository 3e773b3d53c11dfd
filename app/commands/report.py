"""`trialgraph report`: what the graph says, to print or to send."""

from pathlib import Path
from typing import Annotated

import typer

from ..terminal import say
from .options import DEFAULT_STORE, GraphOption, local


def report(
    *,
    graph: GraphOption = DEFAULT_STORE,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File to write.")] = Path(
        "report.html"
    ),
    trial: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Only this trial, by name or number; repeatable.")
    ] = None,
) -> None:
    """Write one printable HTML file: tables, forest plots, adverse events, conflicts, every fact with its sentences.

    It needs no network and no scripts; a browser prints it, or saves it as PDF.

    For example:

      trialgraph report -o report.html

      trialgraph report --trial IKEMA --trial ICARIA-MM
    """
    from ...graph.reader import GraphReader
    from ..report import write_report

    written = write_report(GraphReader(local(graph)), output, trials=trial or ())
    say(f"{output} tells of {len(written.trials)} trials, with the sentences of {len(written.facts)} facts")
