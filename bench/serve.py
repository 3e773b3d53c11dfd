"""How fast the web server starts and answers: pages and catalogue questions.

    python bench/serve.py GRAPH [--rate 50] [--seconds 30] [--each 5] [-o FILE.md]

GRAPH is the folder of a graph; `bench/store.py` makes some of any size. First each kind of page is asked for a few
times, one request after the other, for the CPU time that it takes: that holds on a busy machine, too. Then requests
are sent by the clock, not when the last one is answered, so a slow answer does not hide those that queue behind it.
What is asked for is drawn from the graph, those things of which most is known more often than not. What would make it
unfair: no network between sender and server, who share the cores.
"""

import asyncio
import itertools
import os
import random
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import httpx2
from results import arguments, report, table

KINDS = ("Trial", "Drug", "Target", "Mechanism", "Endpoint", "AdverseEvent")
SAMPLE = (
    "SELECT ?thing (COUNT(*) AS ?n) {{ ?thing a tg:{} . ?any ?way ?thing }} GROUP BY ?thing ORDER BY DESC(?n) LIMIT 60"
)
FIXED = ("/", "/conflicts", "/documents", "/list/Drug", "/compare", "/compare/events", "/api", "/suggest?q=isa")
QUESTIONS = {
    "drugs-by-target": ("target", "Target"),
    "trials-by-drug": ("drug", "Drug"),
    "hazard-ratios": ("trial", "Trial"),
    "adverse-events": ("trial", "Trial"),
    "medians": ("trial", "Trial"),
    "trial-arms": ("trial", "Trial"),
}
"""Questions of the catalogue, with the parameter that is given and the kind of thing whose name it is."""


def start(graph: Path, port: int) -> tuple[subprocess.Popen[bytes], float]:
    """Start the server; give its process and the seconds until it answers its first page."""
    begun = time.perf_counter()
    code = "from trialgraph.app.main import main; main()"
    command = [sys.executable, "-c", code, "serve", "--graph", str(graph), "--port", str(port), "--no-browser"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    while True:
        try:
            httpx2.get(f"http://127.0.0.1:{port}/api", timeout=5).raise_for_status()
            return process, time.perf_counter() - begun
        except httpx2.TransportError:
            time.sleep(0.02)


async def paths(client: httpx2.AsyncClient) -> dict[str, list[str]]:
    """Give the addresses to ask for, by the kind of page."""
    found: dict[str, list[str]] = {f"page {path}": [path] for path in FIXED}
    names: dict[str, list[str]] = {}
    for kind in KINDS:
        answer = await client.get("/sparql", params={"query": SAMPLE.format(kind), "format": "json"})
        things = [row["thing"]["value"] for row in answer.json()["results"]["bindings"]]
        found[f"page {kind}"] = [thing.removeprefix("https://w3id.org/trialgraph") for thing in things]
        names[kind] = [thing.rpartition("/")[2].replace("-", " ") for thing in things]
    found["compare"] = [f"/compare?of={name}" for name in names["Drug"]]
    for question, (parameter, kind) in QUESTIONS.items():
        shown = [name.replace(" ", "-") if kind == "Trial" else name for name in names[kind]]
        found[f"question {question}"] = [f"/api/queries/{question}?{parameter}={name}" for name in shown]
    return found


async def cost(port: int, process: int, each: int) -> dict[str, float]:
    """Give the CPU milliseconds of the server for each kind of page, one request after the other."""
    costs: dict[str, float] = {}
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=600) as client:
        for kind, options in (await paths(client)).items():
            used = cpu(process)
            answers = [await client.get(path, headers={"Accept": "text/html, */*;q=0.5"}) for path in options[:each]]
            wrong = "".join(f", {answer.status_code}" for answer in answers if answer.is_error)
            costs[f"{kind}{wrong}"] = (cpu(process) - used) / len(answers) * 1000
    return costs


async def ticks(rate: float, seconds: float) -> AsyncIterator[float]:
    """Give the moments at which to ask."""
    begun = time.perf_counter()
    for number in itertools.count():
        due = begun + number / rate
        if due > begun + seconds:
            return
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        yield due


async def measure(port: int, rate: float, seconds: float) -> dict[str, list[float]]:
    """Ask at a fixed rate; give the milliseconds from the moment each request was due."""
    took: dict[str, list[float]] = defaultdict(list)
    limits = httpx2.Limits(max_connections=100)
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=120, limits=limits) as client:
        known = await paths(client)
        chooser = random.Random(1)

        async def ask(kind: str, path: str, due: float) -> None:
            answer = await client.get(path, headers={"Accept": "text/html, */*;q=0.5"})
            told = kind if answer.status_code < 400 else f"{answer.status_code} {kind}"
            took[told].append((time.perf_counter() - due) * 1000)

        async with asyncio.TaskGroup() as group:
            async for due in ticks(rate, seconds):
                kind = chooser.choice([*known])
                group.create_task(ask(kind, chooser.choice(known[kind]), due))
    return took


def cpu(process: int) -> float:
    """Give the CPU seconds that a process and those that it started have used."""
    total, tick = 0.0, os.sysconf("SC_CLK_TCK")
    for status in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = status.read_text().rpartition(")")[2].split()
            if process in (int(status.parent.name), int(fields[2])):
                total += (int(fields[11]) + int(fields[12])) / tick
    return total


def percentile(values: list[float], share: float) -> float:
    """Give the value below which this share lies."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def times(took: dict[str, list[float]]) -> dict[str, dict[str, float]]:
    """Give how many requests there were of each kind, and how long the answers took, the slowest last."""
    every = [*took.items(), ("all", [value for values in took.values() for value in values])]
    shares = {
        kind: {"requests": len(values), **{f"p{share}, ms": percentile(values, share / 100) for share in (50, 95, 99)}}
        for kind, values in every
    }
    return dict(sorted(shares.items(), key=lambda item: item[1]["p95, ms"]))


def main() -> None:
    """Write what starting and each page cost, and how long answers take at a rate."""
    parser = arguments(__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--rate", type=float, default=50, help="requests a second; 0 for none by the clock")
    parser.add_argument("--each", type=int, default=5, help="requests of each kind, one after the other")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--port", type=int, default=8699)
    chosen = parser.parse_args()
    process, started = start(chosen.graph, chosen.port)
    try:
        began = cpu(process.pid)
        costs = asyncio.run(cost(chosen.port, process.pid, chosen.each))
        used = cpu(process.pid)
        took = asyncio.run(measure(chosen.port, chosen.rate, chosen.seconds)) if chosen.rate else {}
        used = cpu(process.pid) - used
    finally:
        process.terminate()
        process.wait()
    text = f"Started in {started:.2f} s ({began:.2f} s of CPU in all its processes).\n\n"
    text += table(["asked for", "CPU ms a request"], ((kind, f"{taken:.0f}") for kind, taken in costs.items()))
    waited = times(took) if took else {}
    if took:
        each = used / sum(map(len, took.values())) * 1000
        text += f"\n{chosen.rate:g} requests a second, {each:.1f} ms of CPU each, drawing the sample included:\n\n"
        rows = ([kind, *(f"{value:.0f}" for value in shares.values())] for kind, shares in waited.items())
        text += table(["asked for", "requests", "p50, ms", "p95, ms", "p99, ms"], rows)
    report(text, {"start_s": started, "start_cpu_s": began, "cpu_ms": costs, "at_rate": waited}, chosen.out)


if __name__ == "__main__":
    main()
