"""Answers queries with one engine, in the interpreter of an environment that has it: `engine_answers.py ENGINE GRAPH`.

ENGINE is trialgraph (GRAPH: its folder), rdflib or maplib (GRAPH: N-Triples, which are loaded into memory). Talks in
lines of JSON: the first tells what loading took; then to each query its rows, and medians of CPU and wall milliseconds.
"""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from statistics import median
from typing import Any

from memory import peak_mb

PATIENCE = 5
"""CPU seconds that a query gets."""
Rows = list[list[str]]


def trialgraph(graph: str) -> tuple[Callable[[str], Any], Callable[[Any], Rows]]:
    """Open a graph in its folder."""
    from trialgraph.graph import KnowledgeGraph
    from trialgraph.graph.answers import Table

    def rows(answer: Any) -> Rows:
        return texts(answer.columns, answer.rows) if isinstance(answer, Table) else texts("", answer)

    return KnowledgeGraph(Path(graph)).answer, rows


def rdflib(graph: str) -> tuple[Callable[[str], Any], Callable[[Any], Rows]]:
    """Load a graph into rdflib's memory store."""
    from rdflib import Graph

    def ask(query: str) -> tuple[Iterable[str], list[Any]]:
        found = held.query(query)
        return found.vars or "", list(found)

    held = Graph().parse(graph, format="nt")
    return ask, lambda answer: texts(*answer)


def maplib(graph: str) -> tuple[Callable[[str], Any], Callable[[Any], Rows]]:
    """Load a graph into maplib, which answers in columns of Polars, to CONSTRUCT in several tables."""

    def rows(answer: Any) -> Rows:
        tables = [answer] if hasattr(answer, "rows") else answer
        return [row for table in tables for row in texts(table.columns, (map(plain, row) for row in table.rows()))]

    model: Any = import_module("maplib").Model()
    model.read(graph)
    return model.query, rows


def texts(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Rows:
    """Give rows as texts, with the columns in the order of their names; in triples, which have none, as they are."""
    order = sorted(columns) if set(columns) != {"subject", "predicate", "object"} else []
    places = [list(columns).index(column) for column in order] or [0, 1, 2]
    cells = (["" if cell is None else str(cell) for cell in row] for row in rows)
    return [[row[place] for place in places] for row in cells]


def plain(cell: object) -> str | None:
    """Give a cell of maplib's as text: in columns of several types it has the marks of N-Triples."""
    if cell is None or isinstance(cell, bool):
        return None if cell is None else str(cell).lower()
    told = str(cell)
    if told[:1] == '"':
        return json.loads(told[: told.rindex('"') + 1], strict=False)
    return told[1:-1] if told[:1] == "<" and told[-1:] == ">" else told


def answer(ask: Callable[[str], Any], rows: Callable[[Any], Rows], query: str) -> dict[str, object]:
    """Ask up to six times, the first one not counted where there are others."""
    took: list[tuple[float, float]] = []
    found: Any = None
    begun = time.process_time()

    def look_at_the_clock(*_: object) -> None:
        if time.process_time() > begun + PATIENCE:
            signal.setitimer(signal.ITIMER_REAL, 0)
            raise TimeoutError

    signal.signal(signal.SIGALRM, look_at_the_clock)
    signal.setitimer(signal.ITIMER_REAL, 1, 1)  # a timer of CPU time would make Linux count that in steps of 4 ms
    try:
        while len(took) < 6 and sum(cpu for cpu, _ in took) < PATIENCE / 5:
            cpu, wall = time.process_time(), time.perf_counter()
            found = ask(query)
            took.append((time.process_time() - cpu, time.perf_counter() - wall))
    except TimeoutError:
        return {"error": f"more than {PATIENCE} s"}
    except Exception as error:  # noqa: BLE001 - what an engine can't answer is told
        return {"error": f"{type(error).__name__}: {str(error)[:200]}"}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    cpus, walls = zip(*took[1:] or took, strict=True)
    return {"cpu": round(1000 * median(cpus), 2), "wall": round(1000 * median(walls), 2), "rows": rows(found)}


def main() -> None:
    """Load, then answer until there are no more queries."""
    cpu, wall = time.process_time(), time.perf_counter()
    ask, rows = {"trialgraph": trialgraph, "rdflib": rdflib, "maplib": maplib}[sys.argv[1]](sys.argv[2])
    loaded = {"cpu_s": round(time.process_time() - cpu, 2), "wall_s": round(time.perf_counter() - wall, 2)}
    print(json.dumps(loaded), flush=True)
    for line in sys.stdin:
        print(json.dumps(answer(ask, rows, json.loads(line)) | {"memory_mb": peak_mb()}), flush=True)


if __name__ == "__main__":
    main()
