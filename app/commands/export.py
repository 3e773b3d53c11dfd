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
        Literal[
            "nquads", "nquads-parts", "trig", "turtle", "jsonld", "nanopub", "graphml", "sssom", "kgx", "csv", "parquet"
        ],
        typer.Option(
            help="Turtle and GraphML leave out which document says what; nquads-parts is a folder of gzipped parts for "
            "bulk loaders, nanopub has each affirmed claim as a nanopublication, sssom the mappings to other "
            "vocabularies, kgx links in terms of the Biolink Model, as FILE_nodes.tsv and FILE_edges.tsv, csv a table "
            "for each kind of result, as FILE_outcomes.csv, FILE_effects.csv (for R's meta and metafor), …; parquet "
            "the same"
        ),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="File to write.")],
) -> None:
    """Write the graph to a file; the same graph gives the same bytes.

    For example:

      trialgraph export --format trig -o myeloma.trig

      trialgraph export --format graphml -o myeloma.graphml

      trialgraph export --format sssom -o myeloma.sssom.tsv

      trialgraph export --format csv -o myeloma.csv
    """
    from ...graph.export import files_of

    with open_graph(graph) as store:
        store.export(format, output)
    for file in files_of(format, output):
        say(f"{file} is written")
