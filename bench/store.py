"""The store's bars: how long questions, opening, replacing a document and the NetworkX view take, by size of the graph.

    python bench/store.py FOLDER --quads 100000 1000000 10000000 -o docs/measured-store

Made-up graphs are written into FOLDER unless they are there; a quad counts once, in its document's graph. From five
million quads on the documents are copies of those of the next smaller graph (`copies.py`). Each question is asked with
all its parameters, of the concepts that most documents name; CPU and wall milliseconds are medians of five.
"""

import argparse
import json
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
from rdflib import XSD, Graph, Literal
from rdflib.plugins.sparql.sparql import SPARQLError
from synthetic import read, study
from trialgraph.graph.iris import PREFIXES, TG
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.store import Change
from trialgraph.queries import CatalogueQuery, Table, catalogue, run
from trialgraph.queries.binding import bind

QUADS_A_DOCUMENT = 640
COPIED = 5_000_000
PATIENCE = 10
"""CPU seconds that rdflib gets for a question."""
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


def ask(graph: KnowledgeGraph) -> dict[str, Any]:
    """Ask every question of the catalogue."""
    first = run(graph, catalogue()["hazard-ratios"], {"trial": TRIAL, "endpoint": "PFS"})
    claim = str(first.rows[0][-1]) if isinstance(first, Table) else ""
    asked: dict[str, Any] = {}
    for name, query in catalogue().items():
        values = parameters(query, claim)
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


def in_rdflib(graph: KnowledgeGraph, asked: dict[str, Any]) -> dict[str, float]:
    """Ask rdflib's own memory store the same, once each, for so long as `PATIENCE`: CPU milliseconds."""
    union = Graph()
    for subject, predicate, value in graph.query("SELECT ?s ?p ?o { ?s ?p ?o }"):  # type: ignore[misc]
        text = isinstance(value, Literal) and value.datatype == XSD.string
        union.add((subject, predicate, Literal(str(value)) if text else value))
    took: dict[str, float] = {}
    for name, about in asked.items():
        cpu = time.process_time()
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        try:
            list(union.query(bind(catalogue()[name], about["values"]), initNs=PREFIXES))
        except TimeoutError:
            pass  # the time until then counts
        except SPARQLError as error:  # what rdflib can't answer is left out
            print(f"  rdflib {name}: {error}", flush=True)
            continue
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        took[name] = round(1000 * (time.process_time() - cpu), 1)
        print(f"  rdflib {name}: {took[name]} ms", flush=True)
    return took


def impatient(*_: object) -> None:
    """End a question."""
    raise TimeoutError


def measure(path: Path, *, rdflib: bool, networkx: bool) -> dict[str, Any]:
    """Measure one graph."""
    found: dict[str, Any] = {"open and first answer": vars(opened(path))}
    found["the same after a killed write"] = vars(opened_after_a_kill(path))
    with KnowledgeGraph(path) as graph:
        found["statements"] = graph.stats()["statements"]
        found["catalogue"] = asked = ask(graph)
        found["replace a document"] = vars(replaced(graph))
        if rdflib:
            found["rdflib"] = in_rdflib(graph, asked)
        if networkx:
            found["NetworkX"] = vars(timed(graph.networkx, 1))
    found["disk, MB"] = round(sum(file.stat().st_size for file in path.rglob("*") if file.is_file()) / 1e6)
    return found


def table(results: dict[int, dict[str, Any]]) -> str:
    """Write the results as Markdown."""
    lines = ["| quads | measured | CPU ms | wall ms |", "| --- | --- | --- | --- |"]
    for quads, found in results.items():
        asked = found["catalogue"]
        middle = {kind: median(one[kind] for one in asked.values()) for kind in ("cpu", "wall")}
        slowest = max(asked, key=lambda name: asked[name]["cpu"])
        rows = {"catalogue, median": middle, f"catalogue, worst: {slowest}": asked[slowest]}
        rows |= {name: found[name] for name in MEASURED if name in found}
        lines += [f"| {quads:,} | {name} | {took['cpu']:.1f} | {took['wall']:.1f} |" for name, took in rows.items()]
        if "rdflib" in found:
            ratio = median(found["rdflib"][name] / asked[name]["cpu"] for name in found["rdflib"])
            lines.append(f"| {quads:,} | rdflib's memory store takes so many times as long, median | {ratio:.0f} | |")
    names = list(dict.fromkeys(name for found in results.values() for name in found["catalogue"]))
    sizes = [f"{quads:,}: ms (rows)" for quads in results]
    lines += ["", f"| question | {' | '.join(sizes)} |", f"| --- |{' --- |' * len(sizes)}"]
    for name in names:
        cells = [
            f"{one['cpu']:.1f} ({one['rows']})" for one in (found["catalogue"][name] for found in results.values())
        ]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("-o", "--output", type=Path, default=Path("store"))
    arguments = parser.parse_args()
    signal.signal(signal.SIGVTALRM, impatient)
    results: dict[int, dict[str, Any]] = {}
    sizes = sorted(arguments.quads)
    for place, quads in enumerate(sizes):
        path = make(arguments.folder, quads, sizes[:place])
        print(f"{quads} quads", flush=True)
        results[quads] = measure(path, rdflib=quads <= 200_000, networkx=quads <= 2_000_000)
        arguments.output.with_suffix(".json").write_text(json.dumps(results, indent=1))
        arguments.output.with_suffix(".md").write_text(table(results))


if __name__ == "__main__":
    main()
