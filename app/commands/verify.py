"""`trialgraph verify`: prove the graph against its own texts."""

from dataclasses import asdict

import typer

from ..terminal import complain, one_line, print_json, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph


def verify(*, graph: GraphOption = DEFAULT_STORE, json: JsonOption = False) -> None:
    """Cut every quote out of the stored text again and check the graph against its shapes.

    What fails is listed, and the exit code is 1.

    For example:

      trialgraph verify --graph myeloma
    """
    from ...graph.addresses import shown

    with open_graph(graph) as store:
        problems = store.verify()
    if json:
        print_json([asdict(problem) for problem in problems])
    else:
        for problem in problems:
            say(one_line(problem))
    if problems:
        complain(f"{shown(graph)}: {len(problems)} problems, listed on standard output")
        raise typer.Exit(1)
    if not json:
        say("every quote stands in its text, and the graph keeps its shapes")
