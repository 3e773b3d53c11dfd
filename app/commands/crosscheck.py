"""`trialgraph crosscheck`: papers against the registry record of their trial."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Final

import typer

from ..terminal import print_json, print_lines, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph
from .show import Line, fact_lines

if TYPE_CHECKING:
    from ...graph.crosscheck import Check

HEADINGS: Final = {
    "different": "Different",
    "same": "The same",
    "only record": "Only in the registry record",
    "only papers": "Only in papers",
}


def crosscheck(
    trial: Annotated[str, typer.Argument(metavar="[TRIAL]", help="Only the trial with this name or number.")] = "",
    *,
    graph: GraphOption = DEFAULT_STORE,
    json: JsonOption = False,
) -> None:
    """Compare what papers say of a trial with its ClinicalTrials.gov record, where both are in the graph.

    Figures are compared as `conflicts` does. Read records as the JSON of version 2 of the registry's API.

    For example:

      trialgraph build paper.pdf NCT03275285.json && trialgraph crosscheck

      trialgraph crosscheck NCT03275285 --json
    """
    with open_graph(graph) as store:
        checks = store.crosscheck(trial)
    if json:
        print_json([asdict(check) for check in checks])
    elif checks:
        print_lines(_lines(checks))
    else:
        say("no trial has both a registry record and papers in this graph (an RDF file does not tell; take the folder)")


def _lines(checks: "list[Check]") -> Iterator[Line]:
    for trial, about in groupby(checks, key=lambda check: check.trial):
        found = [*about]
        counts = Counter(check.verdict for check in found)
        yield 0, f"{trial}: {', '.join(f'{counts[name]} {name}' for name in HEADINGS)}", "bold"
        for verdict, same in groupby(found, key=lambda check: check.verdict):
            yield 2, HEADINGS[verdict], "bold"
            for check in same:
                yield from _check_lines(check)
        yield 0, "", ""


def _check_lines(check: "Check") -> Iterator[Line]:
    if check.explanation:
        yield 4, check.explanation, "yellow"
        for fact in (*check.record, *check.papers):
            yield from fact_lines(fact)
    else:
        yield 4, (check.papers or check.record)[0].text, ""
