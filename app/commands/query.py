"""`trialgraph query`: ask the catalogue's questions, or your own."""

import sys
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from ..tables import print_table
from ..terminal import print_json, print_lines
from .options import DEFAULT_STORE, GraphOption, open_graph

if TYPE_CHECKING:
    from rdflib import Graph

    from ...queries import CatalogueQuery, Table

Format = Literal["table", "csv", "tsv", "json", "ttl"]


def query(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME_OR_FILE", help="From the catalogue, or a .rq file.")
    ] = None,
    *,
    graph: GraphOption = DEFAULT_STORE,
    param: Annotated[list[str] | None, typer.Option(metavar="NAME=VALUE", help="A parameter; repeatable.")] = None,
    format: Annotated[Format, typer.Option(help="How to print; ttl is for CONSTRUCT and DESCRIBE.")] = "table",
    federated: Annotated[
        bool, typer.Option("--federated", help="Let SERVICE ask other servers, over the network.")
    ] = False,
    catalogue: Annotated[
        bool, typer.Option("--list", help="Show the catalogue (with --format json for programs).")
    ] = False,
) -> None:
    """Ask a question of the catalogue, or one of your own in SPARQL.

    For example:

      trialgraph query --list

      trialgraph query drugs-by-target --param target=CD38

      trialgraph query my.rq --format csv > answer.csv
    """
    if catalogue:
        print_catalogue(format)
        return
    if name is None:
        raise typer.BadParameter("give the name of a query or a .rq file, or --list")
    from ...queries import load_query, run

    question, values = load_query(name), parameters(param or ())
    with open_graph(graph) as store:
        print_answer(question, run(store, question, values, federated=federated), format)


def parameters(pairs: Iterable[str]) -> Mapping[str, str]:
    """Take `name=value` pairs apart; wrong usage where one has no `=`.

    >>> parameters(["target=CD38"])
    {'target': 'CD38'}
    """
    split = [pair.partition("=") for pair in pairs]
    if wrong := [name for name, equals, _ in split if not equals]:
        raise typer.BadParameter(f"write --param NAME=VALUE, not {wrong[0]!r}")
    return {name: value for name, _, value in split}


def print_answer(question: "CatalogueQuery", answer: "Table | Graph", format: Format = "table") -> None:
    """Print an answer as a table for people, or in a format for programs."""
    from ...queries import Table, render

    if format != "table":
        sys.stdout.write(render(answer, format))
    elif isinstance(answer, Table):
        print_table(question.title, answer.columns, answer.rows)
    else:
        sys.stdout.write(render(answer, "ttl"))


def print_catalogue(format: Format) -> None:
    """Print the questions there are, with their parameters."""
    from dataclasses import asdict

    from ...queries import catalogue

    questions = catalogue().values()
    if format == "json":
        print_json([asdict(question) for question in questions])
        return
    for question in questions:
        print_lines([(0, question.name, "bold"), (2, question.answers or question.title, "")])
        print_lines((4, f"--param {parameter}", "dim") for parameter in question.parameters)
