"""`trialgraph conflicts`: where documents disagree."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import print_json, print_lines, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph
from .show import Line, fact_lines

if TYPE_CHECKING:
    from ...graph import KnowledgeGraph
    from ...graph.conflicts import Conflict


def conflicts(
    trial: Annotated[str, typer.Argument(metavar="[TRIAL]", help="Only of the trial with this name or number.")] = "",
    *,
    graph: GraphOption = DEFAULT_STORE,
    json: JsonOption = False,
) -> None:
    """Tell where documents disagree, in words, with the sentences of either side.

    Figures are compared as far as they were rounded, p values by their sides. What differs in data cut-off or in
    length of follow-up is no conflict. One of the sentences may have been misread: they are there to be compared.

    For example:

      trialgraph conflicts

      trialgraph conflicts IKEMA --json
    """
    with open_graph(graph) as store:
        found = store.conflicts(trial)
        lines = [line for conflict in found for line in _lines(store, conflict)]
    if json:
        print_json([asdict(conflict) for conflict in found])
    elif found:
        print_lines(lines)
    else:
        say(f"no document contradicts another{f' about {trial}' if trial else ''}")


def _lines(store: "KnowledgeGraph", conflict: "Conflict") -> Iterator[Line]:
    yield 0, f"{conflict.trial}: {conflict.explanation}", "bold"
    for claim in conflict.claims:
        yield from fact_lines(claim, store.whole_sentence)
    yield 0, "", ""
