"""`trialgraph diff`: what one graph says and another does not."""

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import print_json, print_lines, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph
from .show import Line

if TYPE_CHECKING:
    from ...graph.description import DescribedFact
    from ...graph.difference import Difference


def diff(
    before: Annotated[
        str, typer.Argument(metavar="A", help="Folder of a graph, address of an endpoint, or RDF file; or a date.")
    ],
    after: Annotated[str, typer.Argument(metavar="B", help="Another, or an export of the same from another day.")],
    *,
    graph: GraphOption = DEFAULT_STORE,
    json: JsonOption = False,
) -> None:
    """Tell which facts B has gained (+), lost (-) and changed (~) against A.

    Two dates (of a day, month or year) compare what the documents of --graph told that were issued until then.

    For example:

      trialgraph diff monday.nq trialgraph-store

      trialgraph diff old-version/ new-version/ --json

      trialgraph diff 2020-06 2022
    """
    found = _compare(before, after, graph)
    if json:
        print_json(asdict(found))
        return
    print_lines(_lines(found))
    say(f"{len(found.gained)} facts gained, {len(found.lost)} lost, {len(found.changed)} changed")


def _compare(before: str, after: str, graph: str) -> "Difference":
    from ...graph.difference import is_day

    if is_day(before) and is_day(after):
        with open_graph(graph) as store:
            return store.history(before, after)
    with open_graph(before) as old, open_graph(after) as new:
        return old.difference(new)


def _lines(found: "Difference") -> Iterator[Line]:
    for fact in found.gained:
        yield 0, f"+ {fact.text}", "green"
    for fact in found.lost:
        yield 0, f"- {fact.text}", "red"
    for change in found.changed:
        yield 0, f"~ {'; '.join(map(_told, change.before))}", "yellow"
        yield 2, f"now {'; '.join(map(_told, change.after))}", "yellow"


def _told(fact: "DescribedFact") -> str:
    """Give a fact in words, and where it is not only affirmed, how it is told."""
    assertions = {sentence.assertion for sentence in fact.sentences}
    return fact.text if assertions <= {"affirmed"} else f"{fact.text} ({', '.join(sorted(assertions))})"
