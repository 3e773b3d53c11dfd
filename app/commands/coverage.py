"""`trialgraph coverage`: what was missed in a document."""

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from ..terminal import print_json, print_lines, say
from .options import DEFAULT_STORE, GraphOption, JsonOption, open_graph

if TYPE_CHECKING:
    from ...extract.coverage import Coverage


def coverage(
    document: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Identifier, as `stats` lists it.")],
    *,
    graph: GraphOption = DEFAULT_STORE,
    json: JsonOption = False,
) -> None:
    """List the numbers of a document's results that no fact states, with their sentences and table rows.

    A number counts as stated where a fact gives it and the fact's words hold it.
    Thresholds, doses, dates, follow-up and the patients' characteristics are no results.

    For example:

      trialgraph coverage ikema_abstract
    """
    from ...extract.coverage import uncaptured
    from ...ontology.errors import StoreError

    with open_graph(graph) as store:
        stored, reading = store.document(document), store.reading(document)
    if stored is None or reading is None:
        raise StoreError(f"there is no document {document!r}", remedy="`trialgraph stats` lists them")
    found = uncaptured(stored, reading.facts)
    if json:
        left = [asdict(number) for number in found.left]
        print_json({"document": document, "numbers": found.numbers, "share": found.share, "left": left})
    else:
        print_lines(_lines(found))
        say(summary(document, found))


def _lines(found: "Coverage") -> Iterator[tuple[int, str, str]]:
    for (section, sentence), numbers in groupby(found.left, lambda number: (number.section, number.sentence)):
        yield 0, " · ".join(number.text for number in numbers), "bold"
        yield 2, sentence, ""
        if section:
            yield 2, section, "dim"


def summary(document: str, found: "Coverage") -> str:
    """Say in one line how much of a document's results is in the graph."""
    if found.share is None:
        return f"{document}: no numbers of results found"
    stated = found.numbers - len(found.left)
    return f"{document}: facts state {stated} of {found.numbers} numbers of the results ({found.share:.0%})"
