"""Compare what an endpoint holds and answers with a graph here.

    python bench/remote.py http://localhost:8890/sparql [FILE_OR_FOLDER...] [-o FILE.md]

Builds a graph here and at the endpoint, which must be empty and is left so, from the examples or the files given;
compares exports, and the answers to every question of the catalogue that can be asked with its examples as parameters.

What would make it unfair: a server on the same machine has no network to wait for.
"""

import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from results import arguments, report, table
from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph
from trialgraph.graph.remote import RemoteGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.ontology.facts import Reading
from trialgraph.queries import Table, catalogue, run


def main() -> None:
    """Compare, and tell what differs."""
    parser = arguments(__doc__)
    parser.add_argument("address")
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(__file__).parents[1] / "examples"])
    options = parser.parse_args()
    found: dict[str, object] = {}
    with KnowledgeGraph() as here, RemoteGraph(options.address) as there:
        for name, graph in (("here", here), ("endpoint", there)):
            start = perf_counter()
            built = build_graph(graph, options.paths)
            told = f"{len(built.stored)} documents, {built.facts} facts in {perf_counter() - start:.1f} s"
            found[f"built {name}"] = told
        try:
            found |= differences(here, there)
        finally:
            for document in there.documents():
                there.remove(document.identifier)
            found["left behind"] = "; ".join(map(str, there.verify())) or "nothing"
    report(table(["what", "found"], found.items()), found, options.out)


def differences(here: KnowledgeGraph, there: RemoteGraph) -> dict[str, object]:
    """Write each document anew, alone, as a whole graph where there are any; compare exports and answers."""
    for document in here.documents():
        there.remove(document.identifier)
        there.add(*stored(here, document.identifier))
    with tempfile.TemporaryDirectory() as folder:
        mine, theirs = (export(graph, Path(folder, "graph.nq")) for graph in (here, there))
    found: dict[str, object] = {"exports": "the same" if mine == theirs else "DIFFER"}
    found["not verified"] = "; ".join(map(str, there.verify())) or "nothing"
    verdicts = compare(here, there)
    counts = Counter(verdict.partition(":")[0] for verdict in verdicts.values())
    found["catalogue"] = ", ".join(f"{verdict} {number}" for verdict, number in sorted(counts.items()))
    return found | {name: verdict for name, verdict in verdicts.items() if verdict != "same"}


def stored(graph: KnowledgeGraph, identifier: str) -> tuple[Document, Reading]:
    """Give a document with its reading."""
    document, reading = graph.document(identifier), graph.reading(identifier)
    assert document is not None
    assert reading is not None
    return document, reading


def export(graph: KnowledgeGraph, file: Path) -> bytes:
    """Give the bytes of a graph."""
    graph.export("nquads", file)
    return file.read_bytes()


def compare(here: KnowledgeGraph, there: KnowledgeGraph) -> dict[str, str]:
    """Ask both every question."""
    verdicts: dict[str, str] = {}
    for name, query in catalogue().items():
        values = {parameter.name: parameter.example for parameter in query.parameters if not parameter.optional}
        try:
            mine, theirs = (answer(graph, name, values) for graph in (here, there))
            differs = f"other: {len(mine - theirs)} rows only here, {len(theirs - mine)} only there"
            verdicts[name] = "same" if mine == theirs else differs
        except TrialgraphError as error:
            verdicts[name] = f"refused: {str(error)[:300]}"
    return verdicts


def answer(graph: KnowledgeGraph, name: str, values: dict[str, str]) -> set[object]:
    """Give the rows of an answer, or its triples, whatever their order."""
    found = run(graph, catalogue()[name], values)
    return set(found.rows) if isinstance(found, Table) else set(found)


if __name__ == "__main__":
    main()
