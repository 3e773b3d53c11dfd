"""Compare what an endpoint holds and answers with a graph here.

    python bench/remote.py http://localhost:8890/sparql [FILE_OR_FOLDER...]

Builds a graph here and at the endpoint, which must be empty and is left so, from the examples or the files given;
compares exports, and the answers to every question of the catalogue that can be asked with its examples as parameters.
"""

import argparse
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph
from trialgraph.graph.remote import RemoteGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.ontology.facts import Reading
from trialgraph.queries import Table, catalogue, run


def main() -> None:
    """Compare, and print what differs."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("address")
    parser.add_argument("paths", nargs="*", type=Path, default=[Path(__file__).parents[1] / "examples"])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph() as here, RemoteGraph(options.address) as there:
        for name, graph in (("here", here), ("endpoint", there)):
            start = perf_counter()
            report = build_graph(graph, options.paths)
            print(f"{name}: {len(report.stored)} documents, {report.facts} facts in {perf_counter() - start:.1f} s")
        try:
            for (
                document
            ) in here.documents():  # alone, each is written and removed as a whole graph, where there are any
                there.remove(document.identifier)
                there.add(*stored(here, document.identifier))
            exports = [export(graph, Path(folder, "graph.nq")) for graph in (here, there)]
            print("exports", "are the same" if exports[0] == exports[1] else "DIFFER")
            for problem in there.verify():
                print(problem)
            print(compare(here, there))
        finally:
            for document in there.documents():
                there.remove(document.identifier)
            for problem in there.verify():
                print("left behind:", problem)


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


def compare(here: KnowledgeGraph, there: KnowledgeGraph) -> str:
    """Ask both every question."""
    counts = Counter[str]()
    for name, query in catalogue().items():
        values = {parameter.name: parameter.example for parameter in query.parameters if not parameter.optional}
        try:
            answers = [answer(graph, name, values) for graph in (here, there)]
            verdict = "same" if answers[0] == answers[1] else "other"
            if verdict == "other":
                here_only, there_only = answers[0] - answers[1], answers[1] - answers[0]
                print(f"{name}: {len(here_only)} rows only here, {len(there_only)} only there")
        except TrialgraphError as error:
            verdict = "refused"
            print(f"{name}: {str(error)[:300]}")
        counts[verdict] += 1
    return ", ".join(f"{verdict} {number}" for verdict, number in sorted(counts.items()))


def answer(graph: KnowledgeGraph, name: str, values: dict[str, str]) -> set[object]:
    """Give the rows of an answer, or its triples, whatever their order."""
    found = run(graph, catalogue()[name], values)
    return set(found.rows) if isinstance(found, Table) else set(found)


if __name__ == "__main__":
    main()
