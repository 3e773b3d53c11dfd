"""Throw damaged input at the readers, the cleaner, the grammar and the queries: what breaks, and what takes long.

    python bench/fuzz.py [--inputs 20000] [--seed 1] [--target NAME] [--found FOLDER] [FILE ...]

The inputs are the examples of the package (or the files given) with bytes or characters changed, removed, repeated,
swapped between files: the same for the same seed. Anything else than an error of ours counts as found, and is
kept in FOLDER; so is an input that takes longer than ten seconds. Prints inputs, seconds and peak memory.
"""

import argparse
import random
import resource
import tempfile
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Final

from trialgraph.app.commands.demo import EXAMPLES
from trialgraph.extract import Extractor, read_documents
from trialgraph.extract.cleaning import clean
from trialgraph.extract.readers import suffixes
from trialgraph.graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.queries import catalogue, run

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


def fuzz(name: str, targets: Targets, inputs: int, seed: int, found: Path) -> str:
    """Feed one target; gives a row of the table."""
    begin, worst, broken = time.process_time(), 0.0, 0
    for number in range(inputs):
        text, act = getattr(targets, name)(random.Random(f"{seed} {name} {number}"))
        start, what = time.process_time(), ""
        try:
            act()
        except TrialgraphError:
            what = ""
        except Exception:  # noqa: BLE001 - what breaks is what we look for
            what = traceback.format_exc()
        seconds = time.process_time() - start
        worst = max(worst, seconds)
        if what or seconds > SLOW:
            broken += 1
            found.mkdir(parents=True, exist_ok=True)
            (found / f"{name}-{seed}-{number}.txt").write_text(f"{seconds:.1f} s\n{what}\n{text}", "utf-8", "replace")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"| {name} | {inputs:,} | {broken} | {time.process_time() - begin:.0f} | {worst:.2f} | {memory:.0f} |"


def main() -> int:
    """Feed every target and print the table; exit code 1 if anything was found."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--inputs", type=int, default=20_000)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--target", choices=("readers", "cleaner", "grammar", "parameters"), action="append")
    arguments.add_argument("--found", type=Path, default=Path("fuzz-found"))
    arguments.add_argument("files", type=Path, nargs="*")
    args = arguments.parse_args()
    seeds = args.files or sorted(path for path in EXAMPLES.iterdir() if path.suffix in suffixes())
    print("| target | inputs | found | CPU seconds | slowest input, seconds | peak memory, MB |")
    print("| --- | --- | --- | --- | --- | --- |")
    rows: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        targets = Targets(seeds, Path(folder))
        for name in args.target or ("readers", "cleaner", "grammar", "parameters"):
            rows.append(fuzz(name, targets, args.inputs, args.seed, args.found))
            print(rows[-1], flush=True)
    return int(any(row.split(" | ")[2] != "0" for row in rows))


if __name__ == "__main__":
    raise SystemExit(main())
