"""`trialgraph demo`: the whole way once, on the examples."""

from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ..tables import print_table
from ..terminal import say
from .build import build_with_progress, summary, tell_skipped
from .query import print_answer

if TYPE_CHECKING:
    from ...graph import KnowledgeGraph

EXAMPLES: Final = Path(__file__).parents[2] / "examples"
"""Beside the other folders, in the sources as in an installation."""
QUESTIONS: Final = {
    "drugs-by-target": {"target": "CD38"},
    "hazard-ratios": {"endpoint": "progression-free survival"},
    "severe-adverse-events": {},
}


def demo(
    folder: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where to work.")] = Path(
        "trialgraph-demo"
    ),
) -> None:
    """Read the examples into a graph, ask it three questions, draw it.

    For example:

      trialgraph demo
    """
    from ...graph import KnowledgeGraph

    store, page = folder / "store", folder / "graph.html"
    say("Reading the examples that come with trialgraph ...")
    report = build_with_progress([EXAMPLES], str(store))
    say(summary(report, str(store)))
    tell_skipped(report)
    with KnowledgeGraph(store) as graph:
        print_table("What was found", ("what", "number"), graph.stats().items())
        ask(graph, store)
        drawn = graph.draw(page)
    say(f"\n{page} shows {drawn}.")
    say(next_steps(store))


def ask(graph: "KnowledgeGraph", store: Path) -> None:
    """Run three questions of the catalogue and show their answers."""
    from ...queries import load_query, run

    for name, values in QUESTIONS.items():
        given = "".join(f" --param {quote(f'{key}={value}')}" for key, value in values.items())
        say(f"\n> trialgraph query {name}{given} --graph {store}")
        question = load_query(name)
        print_answer(question, run(graph, question, values))


def next_steps(store: Path) -> str:
    """Say what to try next."""
    return f"""Open it in a browser. Then try:

  trialgraph show isatuximab --graph {store}
  trialgraph query conflicts --graph {store}
  trialgraph query --list
  trialgraph verify --graph {store}
  trialgraph build YOUR_PAPERS/ --graph my-store
"""
