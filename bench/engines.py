"""The questions of the catalogue asked of our graph, of rdflib's memory store and of maplib, in one run.

    python bench/engines.py FOLDER [--quads 100000 1000000] [--rdflib-up-to 200000] [--maplib PYTHON] [-o FILE.md]

The graphs are those of `store.py`, in FOLDER; the other engines get their union. PYTHON is the interpreter of an
environment with maplib, which brings too much along for ours. An answer is the same where it has the same rows,
whatever their order, that of names in a cell, and the way numbers are written.

What would make it unfair: the questions and the layout were made for Oxigraph, which takes patterns as they stand; the
others hold all in memory, where our graph is on the disk and safe after each document; maplib gives columns, not terms,
and uses all cores, which CPU time adds up. Loading is counted apart. A parameter that is not given is left out of
conditions for all three, for maplib refuses a variable that is never bound.
"""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from pyoxigraph import RdfFormat, Store
from results import arguments, report, table
from store import make, questions
from trialgraph.graph import KnowledgeGraph
from trialgraph.graph.store import UNION
from trialgraph.queries import catalogue
from trialgraph.queries.binding import bind

DECIMALS = re.compile(r"\d+\.\d+(?:[eE][-+]?\d+)?")
Answers = dict[str, dict[str, Any]]


def ask(python: str, engine: str, place: Path, queries: dict[str, str]) -> tuple[dict[str, float], Answers]:
    """Let an engine answer in a process of its own: what loading took, and its answers by question."""
    worker = [python, Path(__file__).with_name("engine_answers.py"), engine, place]
    with subprocess.Popen(worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        loaded, answers = json.loads(process.stdout.readline()), Answers()
        for name, query in queries.items():
            print(json.dumps(query), file=process.stdin, flush=True)
            answers[name] = json.loads(process.stdout.readline())
            print(f"  {engine} {name}: {answers[name].get('cpu', answers[name].get('error'))}", file=sys.stderr)
        process.stdin.close()
    return loaded, answers


def comparable(rows: list[list[str]]) -> Counter[tuple[str, ...]]:
    """Give rows without their order, that of words in a cell, and the zeros behind the decimals of a number."""
    return Counter(
        tuple(" ".join(sorted(re.split("[; ]+", DECIMALS.sub(short, cell)))) for cell in row) for row in rows
    )


def short(number: re.Match[str]) -> str:
    """Write a number with no more digits than it needs."""
    return f"{float(number[0]):.12g}"


def measure(path: Path, engines: dict[str, str]) -> dict[str, Any]:
    """Ask all engines about one graph, ours first."""
    with KnowledgeGraph(path) as graph:
        asked = questions(graph)
    queries = {name: bind(catalogue()[name], values) for name, values in asked.items()}
    queries = {name: query.replace("BOUND($superseded) || ", "") for name, query in queries.items()}
    with TemporaryDirectory() as folder:
        union = Path(folder, "union.nt")
        Store.read_only(str(path / "oxigraph")).dump(union, format=RdfFormat.N_TRIPLES, from_graph=UNION)
        found = {
            engine: ask(python, engine, path if engine == "trialgraph" else union, queries)
            for engine, python in engines.items()
        }
    ours = {name: comparable(answer.pop("rows")) for name, answer in found["trialgraph"][1].items()}
    for _, answers in found.values():
        for name, answer in answers.items():
            if "rows" in answer:
                answer["same"] = comparable(answer.pop("rows")) == ours[name]
    return {engine: {"loading": loaded, "answers": answers} for engine, (loaded, answers) in found.items()}


def summary(quads: int, found: dict[str, Any]) -> Iterator[list[object]]:
    """Give a row for each engine; ratios of what both answer alike."""
    ours = found["trialgraph"]["answers"]
    for engine, told in found.items():
        answers: Answers = told["answers"]
        same = [name for name, answer in answers.items() if answer.get("same", engine == "trialgraph")]
        refused = sum("error" in answer for answer in answers.values())
        ratios = sorted(answers[name]["cpu"] / ours[name]["cpu"] for name in same)
        memory = max(answer["memory_mb"] for answer in answers.values())
        middle, most = (work(answers[name]["cpu"] for name in same) for work in (median, max))
        quicker, load = sum(ratio < 1 for ratio in ratios), told["loading"]["cpu_s"]
        counts = [len(same), len(answers) - len(same) - refused, refused]
        took = [f"{middle:.1f}", f"{most:.0f}", f"{median(ratios):.2g}", quicker]
        yield [f"{quads:,}", engine, *counts, *took, load, memory]


def each(found: dict[int, dict[str, Any]]) -> Iterator[list[object]]:
    """Give a row for each question."""
    columns = [told["answers"] for engines in found.values() for told in engines.values()]
    for name in columns[0]:
        yield [name, *(cell(answers[name]) for answers in columns)]


def cell(answer: dict[str, Any]) -> str:
    """Give milliseconds, with a mark where the rows are others; nothing for what was not answered."""
    return "–" if "error" in answer else f"{answer['cpu']:.1f}{'' if answer.get('same', True) else ' ≠'}"


def main() -> None:
    """Ask all engines about graphs of all sizes."""
    parser = arguments(__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--quads", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--rdflib-up-to", type=int, default=200_000, metavar="QUADS")
    parser.add_argument("--maplib", metavar="PYTHON")
    chosen = parser.parse_args()
    found: dict[int, dict[str, Any]] = {}
    for place, quads in enumerate(chosen.quads):
        path = make(chosen.folder, quads, chosen.quads[:place])
        pythons = {
            "trialgraph": sys.executable,
            "rdflib": sys.executable if quads <= chosen.rdflib_up_to else None,
            "maplib": chosen.maplib,
        }
        found[quads] = measure(path, {engine: python for engine, python in pythons.items() if python})
    heads = [
        "quads", "engine", "same rows", "other rows", "not answered", "median, ms", "most, ms",
        "times ours, median", "quicker than ours", "loading, s", "memory, MB",
    ]  # fmt: skip
    rows = [row for quads, told in found.items() for row in summary(quads, told)]
    columns = [f"{engine}, {quads:,}" for quads, told in found.items() for engine in told]
    text = f"{table(heads, rows)}\nCPU milliseconds:\n\n{table(['question', *columns], each(found))}"
    report(text, {f"{quads} quads": told for quads, told in found.items()}, chosen.out)


if __name__ == "__main__":
    main()
