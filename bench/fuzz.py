"""Throw damaged input at the readers, the cleaner, the grammar and the queries: what breaks, and what takes long.

    python bench/fuzz.py [--from 0] [--inputs 20000] [--seed 1] [--target NAME] [--found FOLDER] [FILE ...]

The inputs are the examples of the package (or the files given) with bytes or characters changed, removed, repeated,
swapped between files: the same for the same seed and number, so that a long run can be done in pieces. Anything else
than an error of ours counts as found, and is kept in FOLDER; an input that takes more than ten seconds of CPU time is
ended and kept, too. Prints inputs, seconds and peak memory; interrupted, of what was done, and where to go on.
"""

import argparse
import random
import resource
import signal
import tempfile
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from trialgraph.app.commands.demo import EXAMPLES
from trialgraph.app.terminal import progress_bar
from trialgraph.extract import Extractor, read_documents
from trialgraph.extract.cleaning import clean
from trialgraph.extract.readers import suffixes
from trialgraph.graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.queries import catalogue, run

TARGETS: Final = ("readers", "cleaner", "grammar", "parameters")
SLOW: Final = 10.0
NASTY: Final = (
    *"\x00\ufeff\u202e\u2066\u0301\xa0\xad\u200b'\"\\{}<>()[]|%$#@\n\t",
    "\ud800", "·", "−", "∞", "½", "1e999", "9" * 400, "((((", "))))", "</script>", "?x", "?>", "<![CDATA[", "&lt;",
    "🙂",
)  # fmt: skip


def mutate(dice: random.Random, seed: str, other: str) -> str:
    """Change a text in one to twelve places."""
    text = seed
    for _ in range(dice.randint(1, 12)):
        start = dice.randrange(len(text) + 1)
        end = min(len(text), start + dice.choice((0, 1, 2, 8, 64)))
        place = dice.randrange(max(1, len(other)))
        new = dice.choice(
            (
                "",
                dice.choice(NASTY),
                text[start:end] * dice.choice((2, 3, 40)),
                other[place : place + dice.choice((1, 5, 80))],
            )
        )
        text = text[:start] + new + text[end:]
    return text


class Targets:
    """What is fed; each takes the dice and gives the input, then runs it."""

    def __init__(self, seeds: list[Path], folder: Path) -> None:
        self.raw = [(path.suffix, path.read_bytes().decode("latin-1")) for path in seeds]
        self.texts = [document.text for path in seeds for document in read_documents(path)]
        self.extractor, self.folder, self.graph = Extractor(), folder, KnowledgeGraph()
        for path in seeds[:3]:
            for document in read_documents(path):
                self.graph.add(document, self.extractor.read(document))

    def readers(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """A damaged file of any format, unfolded as its ending says."""
        suffix, seed = dice.choice(self.raw)
        text = mutate(dice, seed, dice.choice(self.raw)[1])
        path = self.folder / f"input{suffix}"
        path.write_bytes(text.encode("latin-1", "replace"))
        return text, lambda: read_documents(path)

    def cleaner(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """A damaged text; the cleaned text leads back to it."""
        text = mutate(dice, dice.choice(self.texts), dice.choice(self.texts))
        return text, lambda: clean(text)

    def grammar(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """A damaged stretch of a text, read as a document, each quote cut out of it."""
        whole = dice.choice(self.texts)
        start = dice.randrange(len(whole))
        text = mutate(dice, whole[start : start + 600], dice.choice(self.texts))
        text = "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff")

        def read() -> None:
            for fact in self.extractor.read(Document(identifier="a", source="a.txt", text=text)).facts:
                if text[fact.evidence.start : fact.evidence.end] != fact.evidence.quote:
                    raise ValueError(f"a quote that is not there: {fact.evidence.quote!r}")

        return text, read

    def parameters(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """Damaged values for a query of the catalogue."""
        query = dice.choice([query for query in catalogue().values() if query.parameters])
        values = {p.name: mutate(dice, p.example, dice.choice(self.texts)[:200]) for p in query.parameters}
        return repr((query.name, values)), lambda: run(self.graph, query, values)


@dataclass
class Tally:
    """What was done with one target."""

    name: str
    inputs: int = 0
    found: int = 0
    seconds: float = 0.0
    slowest: float = 0.0

    def __str__(self) -> str:
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        counts = f"{self.inputs:,} | {self.found} | {self.seconds:.0f} | {self.slowest:.2f} | {memory:.0f}"
        return f"| {self.name} | {counts} |"


def too_slow(_signal: int, _frame: object) -> None:
    """End an input that hangs."""
    raise TimeoutError(f"more than {SLOW:.0f} seconds")


def attempt(act: Callable[[], object]) -> str:
    """Run one input; give what broke, if anything did."""
    signal.setitimer(signal.ITIMER_PROF, SLOW)
    try:
        act()
    except TrialgraphError:
        return ""
    except Exception:  # noqa: BLE001 - what breaks is what we look for
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def fuzz(tally: Tally, targets: Targets, first: int, inputs: int, seed: int, found: Path) -> None:
    """Feed one target."""
    with progress_bar() as bar:
        for number in bar.track(range(first, first + inputs), description=tally.name):
            text, act = getattr(targets, tally.name)(random.Random(f"{seed} {tally.name} {number}"))
            begin = time.process_time()
            broke = attempt(act)
            seconds = time.process_time() - begin
            tally.inputs, tally.seconds = tally.inputs + 1, tally.seconds + seconds
            tally.slowest = max(tally.slowest, seconds)
            if broke or seconds > SLOW:
                tally.found += 1
                found.mkdir(parents=True, exist_ok=True)
                kept = found / f"{tally.name}-{seed}-{number}.txt"
                kept.write_text(f"{seconds:.1f} s\n{broke}\n{text}", "utf-8", "replace")


def main() -> int:
    """Feed every target and print the table; exit code 1 if anything was found, 130 if interrupted."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--from", type=int, default=0, dest="first", help="number of the first input")
    arguments.add_argument("--inputs", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--target", choices=TARGETS, action="append")
    arguments.add_argument("--found", type=Path, default=Path("fuzz-found"))
    arguments.add_argument("files", type=Path, nargs="*")
    args = arguments.parse_args()
    signal.signal(signal.SIGPROF, too_slow)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    seeds = args.files or sorted(path for path in EXAMPLES.iterdir() if path.suffix in suffixes())
    print("| target | inputs | found | CPU seconds | slowest input, seconds | peak memory, MB |")
    print("| --- | --- | --- | --- | --- | --- |", flush=True)
    tallies = [Tally(name) for name in args.target or TARGETS]
    with tempfile.TemporaryDirectory() as folder:
        targets = Targets(seeds, Path(folder))
        for tally in tallies:
            try:
                fuzz(tally, targets, args.first, args.inputs, args.seed, args.found)
            except KeyboardInterrupt:
                print(f"{tally}\ninterrupted: go on with --target {tally.name} --from {args.first + tally.inputs}")
                return 130
            print(tally, flush=True)
    return int(any(tally.found for tally in tallies))


if __name__ == "__main__":
    raise SystemExit(main())
