"""What a build costs: `python bench/building.py PAPERS [--documents 100000] [--store DIR] [-o FILE.md]`.

- two processes against one, and the share of the writer, on the files in PAPERS;
- CPU time a document and memory of the writer, on made-up documents (`synthetic.py`): their facts are not read,
  but stored by the writer that a build has.

Ratios come from one run. Wall time says little on a machine with other work: its load is written down with it.
With `-o` the table is written as Markdown, and all figures as JSON beside it.
"""

import argparse
import json
import os
import platform
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import active_children
from pathlib import Path
from typing import Any

from trialgraph.app import storing
from trialgraph.app.building import build_graph
from trialgraph.app.workers import Workers, processes
from trialgraph.graph import KnowledgeGraph

WINDOW = 1000
"""Documents over which the cost of one is averaged."""


@dataclass
class Clock:
    """Seconds of wall time, and of CPU time with and without child processes."""

    wall: float = field(default_factory=time.perf_counter)
    own: float = field(default_factory=time.process_time)
    children: float = field(default_factory=lambda: _cpu(resource.RUSAGE_CHILDREN))

    def __sub__(self, other: "Clock") -> "Clock":
        return Clock(self.wall - other.wall, self.own - other.own, self.children - other.children)


def _cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


class Timed(KnowledgeGraph):
    """A graph that knows how long it was written to."""

    spent = Clock(0, 0, 0)

    def add_prepared(self, documents: Any) -> None:
        """Store, and look at the clock."""
        documents, begun = [*documents], Clock()
        super().add_prepared(documents)
        took = Clock() - begun
        self.spent = Clock(self.spent.wall + took.wall, self.spent.own + took.own, 0)


def build(papers: Path, workers: Workers | None) -> dict[str, float]:
    """Build a graph of files, and give seconds and shares."""
    with tempfile.TemporaryDirectory() as folder, Timed(Path(folder, "graph")) as graph:
        begun = Clock()
        report = build_graph(graph, [papers], workers=workers)
        total = Clock() - begun
        for child in active_children():
            child.join()  # its CPU time counts from then on
        total.children = (Clock() - begun).children
        return {
            "documents": len(report.stored),
            "facts": report.facts,
            "wall_s": total.wall,
            "cpu_s": total.own + total.children,
            "own_cpu_s": total.own,
            "writing_wall_s": graph.spent.wall,
            "writing_cpu_s": graph.spent.own,
        }


def store(count: int, folder: Path) -> Iterator[dict[str, float]]:
    """Store so many made-up documents as a build does, and give the cost of one in each window, and the peak memory."""
    from synthetic import read

    with KnowledgeGraph(folder / "graph") as graph:
        waiting: list[Any] = []
        cpu = wall = facts = waiting_facts = 0.0
        for number in range(count):
            document, reading = read(number)
            waiting.append((document, reading, document.identifier))
            waiting_facts += len(reading.facts)
            if waiting_facts >= storing.AT_ONCE or (number + 1) % WINDOW == 0:
                begun = Clock()
                graph.add_all(waiting)
                took = Clock() - begun
                cpu, wall, facts = cpu + took.own, wall + took.wall, facts + waiting_facts
                waiting, waiting_facts = [], 0.0
            if (number + 1) % WINDOW == 0:
                peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                yield {
                    "documents": number + 1,
                    "cpu_ms_a_document": 1000 * cpu / WINDOW,
                    "wall_ms_a_document": 1000 * wall / WINDOW,
                    "facts_a_document": facts / WINDOW,
                    "peak_memory_mb": peak,
                    "load": os.getloadavg()[0],
                }
                cpu = wall = facts = 0.0


def table(found: dict[str, Any]) -> str:
    """Give the bars as Markdown."""
    rows: list[tuple[str, str, str, bool]] = []
    if "two" in found:
        one, two = found["one"], found["two"]
        share, ratio = two["writing_wall_s"] / two["wall_s"], one["wall_s"] / two["wall_s"]
        rows.append(("writing, share of the build with two processes", f"{share:.0%}", "< 10 %", share < 0.1))
        rows.append(("two processes against one", f"{ratio:.2f}", ">= 1.7", ratio >= 1.7))
        free = one["cpu_s"] / max(two["cpu_s"] / 2, two["own_cpu_s"])
        rows.append(("the same on two cores with no other work, from CPU time", f"{free:.2f}", ">= 1.7", free >= 1.7))
        spent = f"{one['cpu_s']:.1f} s and {two['cpu_s']:.1f} s, {two['writing_cpu_s']:.1f} s of it in the writer"
        rows.append(("CPU time of one and of two processes", spent, "", True))
    if windows := found.get("windows"):
        first, last = windows[0], windows[-1]
        cost = last["cpu_ms_a_document"] / first["cpu_ms_a_document"]
        name = f"CPU time of a document after {last['documents']:,} against {first['documents']:,}"
        rows.append((name, f"{cost:.2f}", "<= 1.15", cost <= 1.15))
        peak = last["peak_memory_mb"]
        rows.append(
            (f"peak memory of the writer, {last['documents']:,} documents", f"{peak:.0f} MB", "< 1500", peak < 1500)
        )
    lines = [f"| {what} | {value} | {bar} | {'yes' if met else '**no**'} |" for what, value, bar, met in rows]
    head = "| what | measured | bar | met |\n| --- | --- | --- | --- |"
    machine = f"Python {platform.python_version()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    return "\n".join([head, *lines]) + f"\n\n{machine}\n"


def main() -> None:
    """Measure what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("papers", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=0, help="made-up documents, in thousands of them")
    parser.add_argument("--store", type=Path, help="folder for their graph; else a temporary one")
    parser.add_argument("-o", "--output", type=Path)
    asked = parser.parse_args()
    found: dict[str, Any] = {"load_before": os.getloadavg()}
    if asked.papers:
        build(asked.papers, None)  # what is loaded only once
        found["one"], found["two"] = build(asked.papers, None), build(asked.papers, processes(2))
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        found["windows"] = []
        for window in store(asked.documents, asked.store or Path(folder)) if asked.documents else ():
            found["windows"].append(window)
            sys.stdout.write(json.dumps(window) + "\n")
            sys.stdout.flush()
    sys.stdout.write(table(found))
    if asked.output:
        asked.output.write_text(table(found))
        asked.output.with_suffix(".json").write_text(json.dumps(found, indent=1) + "\n")


if __name__ == "__main__":
    main()
