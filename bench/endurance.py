"""Ask the web server more than an hour's worth of requests, good and bad, and see whether its memory levels off.

    python bench/endurance.py GRAPH [--requests 36000] [--bad 0.3] [--at-once 4] [--port 8698] [-o FILE.md]

Good requests are pages, questions and searches drawn from the graph, as in `serve.py`; bad ones are those of
`abuse.py`. After each thousand there is a row: memory of the server and of its workers (proportional set size: what
is shared counts once), open files, CPU time. What is asked for elsewhere would reach a listener. Exit code 1 if a
request was answered as it must not be, the listener was asked, or the graph has changed.

What would make it unfair: no network between the two, who share the cores.
"""

import asyncio
import random
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final

import httpx2
import psutil
from abuse import KINDS, LEAKS, Bad
from results import arguments, report, table
from serve import cpu, paths, start

STATEMENTS: Final = {"query": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "format": "csv"}


class Endurance:
    """One server under requests; `answers` counts them by kind and status, `amiss` what should not be."""

    def __init__(self, port: int, dice: random.Random, bad: float) -> None:
        self.port, self.dice, self.bad = port, dice, bad
        self.answers, self.amiss = Counter[str](), Counter[str]()
        self.client = httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", timeout=120)
        self.good: list[str] = []
        self.rows: list[dict[str, int]] = []

    async def run(self, requests: int, at_once: int, process: int) -> None:
        """Send all requests, a thousand at a time."""
        listener = await asyncio.start_server(self.ask_elsewhere, "127.0.0.1", 0)
        elsewhere = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}/"
        self.good = [path for options in (await paths(self.client)).values() for path in options]
        self.good += [f"/search?q={path.rpartition('/')[2]}" for path in self.good if path.startswith("/id/")]
        before = (await self.client.get("/sparql", params=STATEMENTS)).text
        self.rows.append(row(0, process, 0))
        for done in range(0, requests, 1000):
            numbers = iter(range(1000))
            await asyncio.gather(*(self.send(numbers, elsewhere) for _ in range(at_once)))
            self.rows.append(row(done + 1000, process, self.amiss.total()))
            print(self.rows[-1], file=sys.stderr)
        if (await self.client.get("/sparql", params=STATEMENTS)).text != before:
            self.amiss["the graph has changed"] += 1
        listener.close()

    async def ask_elsewhere(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Note that the server asked another one."""
        self.amiss["asked elsewhere"] += 1
        writer.close()

    async def send(self, numbers: Iterator[int], elsewhere: str) -> None:
        """Send one request after the other."""
        for _ in numbers:
            if self.dice.random() < self.bad:
                kind = self.dice.choice(KINDS)
                await self.send_bad(kind.__name__, kind(self.dice, elsewhere))
                continue
            path = self.dice.choice(self.good)
            answer = await self.client.get(path, headers={"Accept": "text/html, */*;q=0.5"})
            self.note("good", answer.status_code, {200, 303}, path)

    async def send_bad(self, kind: str, bad: Bad) -> None:
        """Send bytes as they are, and look at what comes back."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        answer = b""
        with suppress(ConnectionError):
            writer.write(bad.sent)
            await writer.drain()
            if bad.statuses != {0}:
                answer = await reader.read()
        with suppress(ConnectionError):
            writer.close()
            await writer.wait_closed()
        status = int(answer.split(maxsplit=2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0
        self.note(kind, status, bad.statuses, repr(bad.sent[:100]))
        if any(leak in answer for leak in LEAKS):
            self.amiss[f"a leak to {bad.sent[:100]!r}"] += 1

    def note(self, kind: str, status: int, expected: set[int], sent: str) -> None:
        """Count an answer."""
        self.answers[f"{kind} {status}"] += 1
        if status not in expected:
            self.amiss[f"{kind} {status}: {sent}"] += 1


def row(requests: int, process: int, amiss: int) -> dict[str, int]:
    """Tell of the server and the processes that it started."""
    server = psutil.Process(process)
    return {
        "requests": requests,
        "server, MB": round(memory(server)),
        "workers, MB": round(sum(memory(worker) for worker in server.children(recursive=True))),
        "open files": server.num_fds(),
        "CPU seconds": round(cpu(process)),
        "not as they should be": amiss,
    }


def memory(process: psutil.Process) -> float:
    """Give the proportional set size in MB; 0 for a process that has just ended."""
    with suppress(psutil.Error):
        return process.memory_full_info().pss / 2**20
    return 0.0


def main() -> int:
    """Write the table, then the answers by kind and status."""
    parser = arguments(__doc__)
    parser.add_argument("graph", type=Path)
    parser.add_argument("--requests", type=int, default=36_000)
    parser.add_argument("--bad", type=float, default=0.3, help="share of bad requests")
    parser.add_argument("--at-once", type=int, default=4)
    parser.add_argument("--port", type=int, default=8698)
    chosen = parser.parse_args()
    process, _ = start(chosen.graph, chosen.port)
    endurance = Endurance(chosen.port, random.Random(1), chosen.bad)
    try:
        asyncio.run(endurance.run(chosen.requests, chosen.at_once, process.pid))
    finally:
        process.terminate()
        process.wait()
    rows, answers = endurance.rows, {**endurance.answers, **endurance.amiss}
    text = (
        table([*rows[0]], (row.values() for row in rows)) + "\n" + table(["answer", "times"], sorted(answers.items()))
    )
    report(text, {"rows": rows, "answers": endurance.answers, "amiss": endurance.amiss}, chosen.out)
    return int(bool(endurance.amiss))


if __name__ == "__main__":
    raise SystemExit(main())
