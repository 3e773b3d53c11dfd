"""What a build costs: `python bench/building.py PAPERS [--documents 100000] [--store DIR] [-o FILE.md]`.

- two processes against one, and the share of the writer, on the files in PAPERS;
- CPU time a document and memory of the writer, on made-up documents (`synthetic.py`): their facts are not read,
  but made ready as workers do, and stored by the writer that a build has.

Ratios come from one run. Wall time says little on a machine with other work: its load is written down with it.
What would make it unfair: made-up documents are all alike.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import active_children
from pathlib import Path
from typing import Any

from memory import peak_mb
from results import arguments, report, table
from trialgraph.app import storing
from trialgraph.app.building import build_graph
from trialgraph.app.workers import Workers, processes
from trialgraph.graph import KnowledgeGraph
from trialgraph.graph.preparation import Prepared, prepare

WINDOW = 1000
"""Documents, at least, over which the cost of one is averaged: as many lots as come to that."""


@dataclass
class Clock:
    """Seconds of wall time, and of CPU time: of this process, of its main thread alone, of its child processes."""

    wall: float = field(default_factory=time.perf_counter)
    own: float = field(default_factory=time.process_time)
    thread: float = field(default_factory=time.thread_time)
    children: float = field(default_factory=lambda: _cpu(resource.RUSAGE_CHILDREN))

    def __sub__(self, other: "Clock") -> "Clock":
        return Clock(
            self.wall - other.wall, self.own - other.own, self.thread - other.thread, self.children - other.children
        )


def _cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


class Timed(KnowledgeGraph):
    """A graph that knows how long it was written to."""

    spent = Clock(0, 0, 0, 0)

    def add_prepared(self, documents: Iterable[Prepared]) -> None:
        """Store, and look at the clock."""
        begun = Clock()
        super().add_prepared(documents)
        took = Clock() - begun
        before = self.spent
        self.spent = Clock(before.wall + took.wall, before.own + took.own, before.thread + took.thread, 0)


def build(papers: Sequence[Path], workers: Workers | None) -> dict[str, float]:
    """Build a graph of files, and give seconds and shares."""
    with tempfile.TemporaryDirectory() as folder, Timed(Path(folder, "graph")) as graph:
        begun = Clock()
        report = build_graph(graph, papers, workers=workers)
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
    """Store so many made-up documents as a build does, and give the cost of one in each window, and the peak memory.

    What workers do, preparing included, is counted apart; so is what Oxigraph's own threads do, which sort statements
    and merge files meanwhile.
    """
    from synthetic import read

    with Timed(folder / "graph") as graph:
        waiting: list[Prepared] = []
        waiting_bytes = facts = last = 0
        window, own, preparing = Clock(), time.thread_time(), 0.0
        for number in range(1, count + 1):
            document, reading = read(number - 1)
            begun = time.thread_time()
            waiting.append(prepare(document, reading, document.identifier))
            preparing += time.thread_time() - begun
            waiting_bytes += waiting[-1].size
            facts += len(reading.facts)
            if waiting_bytes < storing.AT_ONCE and number < count:
                continue
            graph.add_prepared(waiting)
            waiting, waiting_bytes, many = [], 0, number - last
            if many >= WINDOW or number == count:
                spent, thread = Clock() - window, time.thread_time() - own
                yield {
                    "documents": number,
                    "facts_a_document": facts / many,
                    "preparing_cpu_ms_a_document": 1000 * preparing / many,
                    "writing_cpu_ms_a_document": 1000 * graph.spent.thread / many,
                    "merging_cpu_ms_a_document": 1000 * (spent.own - thread) / many,
                    "storing_cpu_ms_a_document": 1000 * (graph.spent.thread + spent.own - thread) / many,
                    "writing_wall_ms_a_document": 1000 * graph.spent.wall / many,
                    "peak_memory_mb": peak_mb(),
                    "disk_mb": _size(folder) / 1e6,
                    "load": os.getloadavg()[0],
                }
                window, own, preparing = Clock(), time.thread_time(), 0.0
                last, facts, graph.spent = number, 0, Clock(0, 0, 0, 0)


def _size(folder: Path) -> int:
    """Give the bytes of all files; Oxigraph may remove one meanwhile."""
    total = 0
    for path in folder.rglob("*"):
        with suppress(FileNotFoundError):
            total += path.stat().st_size
    return total


def bars(found: dict[str, Any]) -> str:
    """Give the bars as Markdown."""
    rows = [*_builds(found)] if "two" in found else []
    if windows := found.get("windows"):
        rows += _growth(windows)
    return table(["what", "measured", "bar", "met"], rows)


def _builds(found: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Compare two processes with one; what the workers need to start is known from a build of two files."""
    one, two, start = found["one"], found["two"], found["start"]
    share, ratio = two["writing_wall_s"] / two["wall_s"], one["wall_s"] / two["wall_s"]
    yield "writing, share of the time of a build with two processes", f"{share:.0%}", "< 10 %", _met(share < 0.1)
    yield "two processes against one", f"{ratio:.2f}", ">= 1.7", _met(ratio >= 1.7)
    spent = two["cpu_s"] - start["cpu_s"]
    share, free = two["writing_cpu_s"] / spent, one["cpu_s"] / max(spent / 2, two["own_cpu_s"])
    yield (
        "the same from CPU time, without the start of the workers: writing",
        f"{share:.0%}",
        "< 10 %",
        _met(share < 0.1),
    )
    yield "two processes against one, on two cores with no other work", f"{free:.2f}", ">= 1.7", _met(free >= 1.7)
    for name, took in found.items():
        if name in ("one", "two"):
            each = {key: 1000 * took[key] / took["documents"] for key in ("cpu_s", "own_cpu_s", "writing_cpu_s")}
            told = "{cpu_s:.1f} ms, {own_cpu_s:.1f} in the process that writes, {writing_cpu_s:.1f} writing"
            yield f"CPU time of a document, {name}", told.format(**each), "", ""


def _growth(windows: list[dict[str, float]]) -> Iterator[tuple[str, str, str, str]]:
    first, last = windows[0], windows[-1]
    for kind in ("preparing", "writing", "storing"):
        cost = last[f"{kind}_cpu_ms_a_document"] / first[f"{kind}_cpu_ms_a_document"]
        name = f"CPU time of a document ({kind}) after {last['documents']:,} against {first['documents']:,}"
        yield name, f"{cost:.2f}", "<= 1.15", _met(cost <= 1.15)
    peak = last["peak_memory_mb"]
    yield f"peak memory, {last['documents']:,} documents", f"{peak:.0f} MB", "< 1500", _met(peak < 1500)


def _met(met: bool) -> str:
    return "yes" if met else "**no**"


def main() -> None:
    """Measure what was asked for."""
    parser = arguments(__doc__)
    parser.add_argument("papers", type=Path, nargs="?")
    parser.add_argument("--documents", type=int, default=0, help="made-up documents, in thousands of them")
    parser.add_argument("--store", type=Path, help="folder for their graph; else a temporary one")
    asked = parser.parse_args()
    found: dict[str, Any] = {"load_before": os.getloadavg()}
    if asked.papers:
        first = sorted(path for path in asked.papers.rglob("*") if path.is_file())[:2]
        build(first, None)  # what is loaded only once
        found["start"] = build(first, processes(2))
        found["one"], found["two"] = build([asked.papers], None), build([asked.papers], processes(2))
        sys.stdout.write(json.dumps(found, indent=1) + "\n")
    with tempfile.TemporaryDirectory() as folder:
        windows: list[dict[str, float]] = []
        found["windows"] = windows
        for window in store(asked.documents, asked.store or Path(folder)) if asked.documents else ():
            windows.append(window)
            sys.stdout.write(json.dumps(window) + "\n")
            sys.stdout.flush()
    report(bars(found), found, asked.out)


if __name__ == "__main__":
    main()
