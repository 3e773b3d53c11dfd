"""Measure what it takes to validate a large graph: structure over the whole, arithmetic document by document.

    python bench/validation.py --triples 1000000 [-o FILE.md]

Reads the examples and copies what they state, under new addresses, until the graph is large enough. What would make it
unfair: copies are all of the same few documents.
"""

import time
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store
from results import arguments, report, table
from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph
from trialgraph.graph.checks import failed_checks
from trialgraph.graph.store import UNION
from trialgraph.graph.verification import check_shapes

EXAMPLES = Path(__file__).parents[1] / "examples"
COPIED = ("/doc/", "/id/claim/", "/id/evidence/", "/id/trial/", "/id/arm/", "/id/population/")


def read_examples(folder: Path | None = None) -> set[Quad]:
    """Give what the examples state, without the union in the default graph."""
    with KnowledgeGraph(folder) as graph:
        build_graph(graph, [EXAMPLES])
        return {quad for quad in graph._store if quad.graph_name != UNION}


def renamed(term: NamedNode | Literal, number: int) -> NamedNode | Literal:
    """Give a copy of what belongs to one document an address of its own."""
    if not isinstance(term, NamedNode):
        return term
    part = next((part for part in COPIED if part in term.value), None)
    return NamedNode(term.value.replace(part, f"{part}{number}-", 1)) if part else term


def copy(quads: set[Quad], number: int) -> list[Quad]:
    """Copy the statements under other addresses."""
    return [Quad(*(renamed(term, number) for term in quad)) for quad in quads]  # type: ignore[arg-type]


def main() -> None:
    """Make the graph, validate it, tell the times."""
    parser = arguments(__doc__)
    parser.add_argument("--triples", type=int, default=1_000_000)
    given = parser.parse_args()
    quads, store, checking, number = read_examples(), Store(), 0.0, 0
    while len(store) < given.triples:
        copies, number = copy(quads, number), number + 1
        store.bulk_extend([Quad(*quad.triple) for quad in copies])
        documents = {quad.graph_name for quad in copies}
        start = time.process_time()
        for document in documents:
            failed_checks(quad for quad in copies if quad.graph_name == document)
        checking += time.process_time() - start
    start = time.process_time()
    problems = sum(1 for _ in check_shapes(store))
    structure = time.process_time() - start
    found = {"triples": len(store), "problems": problems, "structure, CPU s": structure, "arithmetic, CPU s": checking}
    report(table(["what", "measured"], ((what, f"{figure:,.4g}") for what, figure in found.items())), found, given.out)


if __name__ == "__main__":
    main()
