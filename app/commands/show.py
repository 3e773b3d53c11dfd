"""`trialgraph show`: everything about one concept, trial or document."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from ..terminal import print_json, print_lines
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph

if TYPE_CHECKING:
    from ...graph.belief import Belief
    from ...graph.description import DescribedFact, Description
    from ...graph.view import Sentence

HEADINGS: Final = {
    "LinkClaim": "Relations",
    "OutcomeResult": "Results",
    "AdverseEventResult": "Adverse events",
    "Dosage": "Doses",
}
Line = tuple[int, str, str]
"""Indent in characters, text, style."""


def show(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="A drug, target, event, trial, registry number, document.")
    ],
    *,
    graph: GraphOption = DEFAULT_STORE,
    why: Annotated[
        bool, typer.Option("--why", help="Tell how far each fact can be believed, and from which documents that comes.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Show one concept, trial or document: its facts, their numbers, their sentences.

    For example:

      trialgraph show isatuximab

      trialgraph show NCT03275285 --json

      trialgraph show IKEMA --why
    """
    from ...ontology.errors import StoreError

    with open_graph(graph) as store:
        found = store.describe(name)
        claims = {fact.claim for description in found for fact in description.facts} if why else set[str]()
        beliefs = {claim: store.belief(claim) for claim in claims}
    if not found:
        raise StoreError(f"nothing in this graph is called {name!r}", remedy="`trialgraph stats` lists its documents")
    if json:
        print_json([_with_beliefs(asdict(description), beliefs) for description in found])
    else:
        print_lines(line for description in found for line in _lines(description, beliefs))


def _with_beliefs(description: dict[str, Any], beliefs: "Mapping[str, Belief]") -> dict[str, Any]:
    for fact in description["facts"]:
        if fact["claim"] in beliefs:
            fact["belief"] = asdict(beliefs[fact["claim"]])
    return description


def _lines(description: "Description", beliefs: "Mapping[str, Belief]") -> Iterator[Line]:
    yield 0, f"{description.label} ({description.kind})", "bold"
    if description.names:
        yield 2, f"also called {', '.join(description.names)}", "dim"
    if description.matches:
        yield 2, f"elsewhere {', '.join(description.matches)}", "dim"
    for kind, facts in groupby(description.facts, key=lambda fact: fact.kind):
        yield 0, "", ""
        yield 2, HEADINGS.get(kind, kind), "bold"
        for fact in facts:
            yield from fact_lines(fact)
            if fact.claim in beliefs:
                yield 6, beliefs[fact.claim].explanation, "cyan"
    yield 0, "", ""


def fact_lines(fact: "DescribedFact", words: "Callable[[Sentence], str] | None" = None) -> Iterator[Line]:
    """Give a fact in words, and under it what speaks against it and its quotes, or what `words` makes of them."""
    yield 4, fact.text, ""
    for doubt in fact.doubts:
        yield 6, f"does not add up: {doubt}", "yellow"
    for sentence in fact.sentences:
        source = sentence.document.rsplit("/", 1)[-1]
        mark = "" if sentence.assertion == "affirmed" else f" [{sentence.assertion}]"
        said = words(sentence) if words else sentence.quote
        yield 6, f"“{' '.join(said.split())}”{mark} {source}", "dim"
