"""`trialgraph search`: find names and quotes by their words."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import print_json, print_lines, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph
from .show import Line

if TYPE_CHECKING:
    from ...graph.textsearch import Hits


def search(
    words: Annotated[list[str], typer.Argument(metavar="WORDS...", help="All must be there; the last may go on.")],
    *,
    graph: GraphOption = DEFAULT_STORE,
    limit: Annotated[int, typer.Option(min=1, help="How many names and how many quotes to show at most.")] = 20,
    json: JsonOption = False,
) -> None:
    """Find names and quotes that hold these words, the best first; case and accents don't matter.

    For example:

      trialgraph search isatux

      trialgraph search hazard ratio --limit 5 --json
    """
    with open_graph(graph) as store:
        found = store.search(" ".join(words), limit)
    if json:
        print_json(asdict(found))
    elif found.names or found.quotes:
        print_lines(_lines(found))
    else:
        say(f"nothing in this graph holds {' '.join(words)!r}")


def _lines(found: "Hits") -> Iterator[Line]:
    for hit in found.names:
        yield 0, f"{hit.label} ({hit.kind})", "bold"
        if hit.name != hit.label:
            yield 2, f"also called {hit.name}", "dim"
    for hit in found.quotes:
        yield 0, f"“{' '.join(hit.quote.split())}”", ""
        place = "" if hit.start is None else f", characters {hit.start} to {hit.end}"
        yield 2, f"{hit.identifier}{place}", "dim"
