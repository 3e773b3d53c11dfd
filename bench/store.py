"""The store's bars: how long questions, opening, replacing a document and the NetworkX view take, by size of the graph.

    python bench/store.py FOLDER --quads 100000 1000000 10000000 -o store.md

Made-up graphs are written into FOLDER unless they are there; a quad counts once, in its document's graph. From five
million quads on the documents are copies of those of the next smaller graph (`copies.py`). Each question is asked with
all its parameters, of the concepts that most documents name; CPU and wall milliseconds are medians of five.

What would make it unfair: made-up documents are more alike than real ones.
"""

import os
import signal
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from multiprocessing import Process
from pathlib import Path
from statistics import median
from typing import Any

from copies import copy
from results import arguments, report, table
from synthetic import read, study
from trialgraph.graph.iris import TG
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.store import Change
from trialgraph.queries import CatalogueQuery, Table, catalogue, run

QUADS_A_DOCUMENT = 640
COPIED = 5_000_000
TRIAL = study(10).trial.name
"""A trial with five reports."""
VALUES = {
    "trial": TRIAL, "event": "any adverse event", "endpoint": "PFS", "drug": "abacavir", "target": "4-1BB",
    "mechanism": "adaptive immune response induction", "class": "anti-CD20 monoclonal antibody", "concept": "abacavir",
    "name": "abacavir", "disease": "advanced cancer", "sponsor": "Abbott", "document": "synthetic-000012",
    "consequence": "discontinuation", "kind": "Drug", "subgroup": "age 75", "least": "3", "below": "0.8",
    "assertion": "speculative", "check": "interval", "phase": "3", "design": "open-label", "after": "m",
}  # fmt: skip
IRIS = {
    "trial": f"{TG}id/trial/{TRIAL}", "drug": f"{TG}id/drug/abacavir", "kind": f"{TG}Drug",
    "endpoint": f"{TG}id/endpoint/progression-free-survival",
}  # fmt: skip

MEASURED = ("open and first answer", "the same after a killed write", "replace a document", "NetworkX")


@dataclass(frozen=True)
class Took:
    """Medians in milliseconds."""

    cpu: float
    wall: float


def timed(work: Callable[[], object], times: int = 5) -> Took:
    """Do something several times, once more where that is quick, so that nothing is read from the disk first."""
    took: list[tuple[float, float]] = []
    for number in range(times + 1):
        cpu, wall = time.process_time(), time.perf_counter()
        work()
        took.append((time.process_time() - cpu, time.perf_counter() - wall))
        if number and sum(wall for _, wall in took) > 20:
            break
    cpus, walls = zip(*took[1:], strict=True)
    return Took(round(1000 * median(cpus), 2), round(1000 * median(walls), 2))


def make(folder: Path, quads: int, smaller: Sequence[int]) -> Path:
    """Give the graph of a size, written if need be."""
    path = folder / str(quads)
    if path.exists():
        return path
    if quads >= COPIED and smaller:
        copy(folder / str(smaller[-1]), round(quads / smaller[-1]) - 1, path)
        return path
    with KnowledgeGraph(path) as graph:
        for number in range(quads // QUADS_A_DOCUMENT + 1):
            graph.add(*read(number))
    return path


def parameters(query: CatalogueQuery, claim: str) -> dict[str, str]:
    """Give every parameter of a question a value, but leave out what was superseded, as by default."""
    iris = {"claim": claim, "entity": IRIS["drug"], "about": IRIS["trial"]} | IRIS
    values = {p.name: (iris if p.type.startswith("iri") else VALUES).get(p.name, p.example) for p in query.parameters}
    return {name: value for name, value in values.items() if name != "superseded"}


def questions(graph: KnowledgeGraph) -> dict[str, dict[str, str]]:
    """Give the parameters of every question of the catalogue."""
    first = run(graph, catalogue()["hazard-ratios"], {"trial": TRIAL, "endpoint": "PFS"})
    claim = str(first.rows[0][-1]) if isinstance(first, Table) else ""
    return {name: parameters(query, claim) for name, query in catalogue().items()}


def ask(graph: KnowledgeGraph) -> dict[str, Any]:
    """Ask every question of the catalogue."""
    asked: dict[str, Any] = {}
    for name, values in questions(graph).items():
        query = catalogue()[name]
        answer = run(graph, query, values)
        rows = len(answer.rows) if isinstance(answer, Table) else len(answer)
        asked[name] = {"values": values, "rows": rows, **vars(timed(lambda q=query, v=values: run(graph, q, v)))}
        print(f"  {name}: {asked[name]['cpu']} ms, {rows} rows", flush=True)
    return asked


def replaced(graph: KnowledgeGraph, documents: int = 20) -> Took:
    """Replace documents, one by one, by themselves without every third fact, and put them back."""
    took: list[Took] = []
    for number in range(2, 2 + documents):
        document, reading = read(number)
        other = replace(reading, facts=tuple(fact for place, fact in enumerate(reading.facts) if place % 3))
        graph.document(document.identifier)
        for version in (other, reading):
            cpu, wall = time.process_time(), time.perf_counter()
            graph.add(document, version)
            took.append(Took(1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)))
    later = took[2:]
    return Took(round(median(one.cpu for one in later), 1), round(median(one.wall for one in later), 1))


def opened(path: Path) -> Took:
    """Open a graph and answer a first question."""
    cpu, wall = time.process_time(), time.perf_counter()
    with KnowledgeGraph(path) as graph:
        run(graph, catalogue()["hazard-ratios"], {"trial": TRIAL, "endpoint": "PFS"})
        return Took(round(1000 * (time.process_time() - cpu), 1), round(1000 * (time.perf_counter() - wall), 1))


def interrupted(path: Path) -> None:
    """Replace a document, and be killed when the one store is written and the other not."""
    graph, (document, reading) = KnowledgeGraph(path), read(2)
    Change.remove = lambda _, __: os.kill(os.getpid(), signal.SIGKILL)  # type: ignore[method-assign]
    graph.add(document, replace(reading, facts=reading.facts[::2]))


def opened_after_a_kill(path: Path) -> Took:
    """Open a graph that a killed program was writing, and answer a first question."""
    writer = Process(target=interrupted, args=(path,))
    writer.start()
    writer.join()
    return opened(path)


def measure(path: Path, *, networkx: bool) -> dict[str, Any]:
    """Measure one graph."""
    found: dict[str, Any] = {"open and first answer": vars(opened(path))}
    found["the same after a killed write"] = vars(opened_after_a_kill(path))
    with KnowledgeGraph(path) as graph:
        found["statements"] = graph.stats()["statements"]
        found["catalogue"] = ask(graph)
        found["replace a document"] = vars(replaced(graph))
        if networkx:
            found["NetworkX"] = vars(timed(graph.networkx, 1))
    found["disk, MB"] = round(sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6)
    return found


def tables(results: dict[int, dict[str, Any]]) -> str:
    """Write the results as Markdown."""
    rows: list[list[str]] = []
    for quads, found in results.items():
        asked = found["catalogue"]
        middle = {kind: median(one[kind] for one in asked.values()) for kind in ("cpu", "wall")}
        slowest = max(asked, key=lambda name: asked[name]["cpu"])
        told = {"catalogue, median": middle, f"catalogue, worst: {slowest}": asked[slowest]}
        told |= {name: found[name] for name in MEASURED if name in found}
        rows += [[f"{quads:,}", name, f"{took['cpu']:.1f}", f"{took['wall']:.1f}"] for name, took in told.items()]
    asked = [found["catalogue"] for found in results.values()]
    each = [[name, *(f"{one[name]['cpu']:.1f} ({one[name]['rows']})" for one in asked)] for name in catalogue()]
    sizes = [f"{quads:,}: ms (rows)" for quads in results]
    return f"{table(['quads', 'measured', 'CPU ms', 'wall ms'], rows)}\n{table(['question', *sizes], each)}"


def main() -> None:
    """Measure all sizes."""
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, nargs="+", default=[100_000, 1_000_000])
    chosen = parser.parse_args()
    results: dict[int, dict[str, Any]] = {}
    sizes = sorted(chosen.quads)
    for place, quads in enumerate(sizes):
        path = make(chosen.folder, quads, sizes[:place])
        print(f"{quads} quads", flush=True)
        results[quads] = measure(path, networkx=quads <= 2_000_000)
    report(tables(results), {f"{quads} quads": found for quads, found in results.items()}, chosen.out)


if __name__ == "__main__":
    main()
