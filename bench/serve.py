"""How fast the web server starts and answers: pages and catalogue questions.

    python bench/serve.py GRAPH [--rate 50] [--seconds 30] [--each 5]

GRAPH is the folder of a graph; `bench/store.py` makes some of any size. First each kind of page is asked for a few
times, one request after the other, for the CPU time that it takes: that holds on a busy machine, too. Then requests
are sent by the clock, not when the last one is answered, so a slow answer does not hide those that queue behind it.
What is asked for is drawn from the graph, those things of which most is known more often than not.
"""

import argparse
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


async def cost(port: int, process: int, each: int) -> None:
    """Print the CPU milliseconds of the server for each kind of page, one request after the other."""
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=600) as client:
        for kind, options in (await paths(client)).items():
            used = cpu(process)
            answers = [await client.get(path, headers={"Accept": "text/html, */*;q=0.5"}) for path in options[:each]]
            taken = (cpu(process) - used) / len(answers) * 1000
            wrong = [answer.status_code for answer in answers if answer.is_error]
            print(f"{kind:28} {taken:7.0f} ms of CPU a request {wrong or ''}", flush=True)


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


def main() -> None:
    """Print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--rate", type=float, default=50, help="requests a second; 0 for none by the clock")
    parser.add_argument("--each", type=int, default=5, help="requests of each kind, one after the other")
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--port", type=int, default=8699)
    chosen = parser.parse_args()
    process, started = start(chosen.graph, chosen.port)
    try:
        print(f"started in {started:.2f} s ({cpu(process.pid):.2f} s of CPU in all its processes)", flush=True)
        asyncio.run(cost(chosen.port, process.pid, chosen.each))
        if not chosen.rate:
            return
        used = cpu(process.pid)
        took = asyncio.run(measure(chosen.port, chosen.rate, chosen.seconds))
        used = cpu(process.pid) - used
    finally:
        process.terminate()
        process.wait()
    print(f"{used / sum(map(len, took.values())) * 1000:.1f} ms of CPU a request, drawing the sample included")
    every = [value for values in took.values() for value in values]
    for kind, values in sorted([*took.items(), ("all", every)], key=lambda item: percentile(item[1], 0.95)):
        shares = "  ".join(f"p{share} {percentile(values, share / 100):6.0f} ms" for share in (50, 95, 99))
        print(f"{kind:28} {len(values):5} requests  {shares}")


if __name__ == "__main__":
    main()
