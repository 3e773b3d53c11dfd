"""Throw damaged input at each reader, cleaner, grammar, whole reading and queries: what breaks, and what takes long.

    python bench/fuzz.py [--inputs 20000] [--seed 1] [--from 0] [--target NAME] [--found FOLDER] [-o FILE.md] [FILE ...]

The inputs are the examples of the package (or the files given) with bytes or characters changed, removed, repeated,
swapped between files; of XML, HTML and JSON every second is changed by elements and stays well-formed. They are the
same for the same seed and number, so that a long run can be done in pieces. Anything else than an error of ours counts
as found, and is kept in FOLDER; an input that takes more than ten seconds of CPU time is ended and kept, too. With `-o`
the run goes on behind the pieces that stand in FILE.json, adds its own, also when it is interrupted, and writes the
sums of all. What would make it unfair: few short files, changed blindly.
"""

import json
import random
import signal
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from damage import STRUCTURED, mutate
from memory import peak_mb
from results import arguments, report, table
from trialgraph.app.commands.demo import EXAMPLES
from trialgraph.app.terminal import progress_bar
from trialgraph.extract import Extractor, read_documents
from trialgraph.extract.cleaning import clean
from trialgraph.extract.readers import READERS, suffixes
from trialgraph.extract.results.quantities.finding import find_quantities
from trialgraph.graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.queries import catalogue, run

FORMATS: Final = dict(
    zip(("jats", "pubmed", "registry", "web page", "markdown", "pdf", "plain text"), READERS, strict=True)
)
TARGETS: Final = (*FORMATS, "cleaner", "grammar", "reading", "parameters")
SLOW: Final = 10.0
MEASURED_EACH: Final = 256
"""Inputs from one look at the memory to the next; its peak grows only."""


class Targets:
    """What is fed; each takes the dice and gives the input, then runs it."""

    def __init__(self, seeds: list[Path], folder: Path) -> None:
        self.files = [(path, path.read_bytes()) for path in seeds]
        self.of_format = {
            name: [found for found in self.files if reader.can_read(*found)] for name, reader in FORMATS.items()
        }
        self.texts = [document.text for path in seeds for document in read_documents(path)]
        self.extractor, self.folder, self.graph = Extractor(), folder, KnowledgeGraph()
        for path in seeds[:3]:
            for document in read_documents(path):
                self.graph.add(document, self.extractor.read(document))

    def input(self, target: str, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """Draw an input for a target."""
        return self.file(dice, target) if target in FORMATS else getattr(self, target)(dice)

    def file(self, dice: random.Random, target: str) -> tuple[str, Callable[[], object]]:
        """A damaged file of a reader's format, with pieces of files of any format."""
        path, seed = dice.choice(self.of_format[target])
        if path.suffix in STRUCTURED and dice.random() < 0.5:
            data = STRUCTURED[path.suffix](dice, seed)
        else:
            other = dice.choice(self.files)[1].decode("latin-1")
            data = mutate(dice, seed.decode("latin-1"), other).encode("latin-1", "replace")
        path = self.folder / f"input{path.suffix}"
        path.write_bytes(data)
        return data.decode("latin-1"), lambda: read_documents(path)

    def cleaner(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """A damaged text; the cleaned text leads back to it."""
        text = mutate(dice, dice.choice(self.texts), dice.choice(self.texts))
        return text, lambda: clean(text)

    def grammar(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
        """A damaged stretch of a text; its quantities lie in it, in order, none on another."""
        whole = dice.choice(self.texts)
        start = dice.randrange(len(whole))
        text = mutate(dice, whole[start : start + 200], dice.choice(self.texts))

        def read() -> None:
            ends = (at for quantity in find_quantities(text) for at in (quantity.start, quantity.end))
            places = [0, *ends, len(text)]
            if places != sorted(places):
                raise ValueError(f"quantities that overlap or lie outside: {places}")

        return text, read

    def reading(self, dice: random.Random) -> tuple[str, Callable[[], object]]:
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
class Piece:
    """What was done with one target in one run."""

    target: str
    seed: int
    first: int
    inputs: int = 0
    found: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    memory_mb: int = 0


def sums(pieces: list[Piece]) -> Iterator[list[str]]:
    """Add up the pieces of each target."""
    for name in TARGETS:
        if held := [piece for piece in pieces if piece.target == name]:
            inputs, found, seconds = (sum(getattr(p, what) for p in held) for what in ("inputs", "found", "seconds"))
            slowest, memory = (max(getattr(p, what) for p in held) for what in ("slowest", "memory_mb"))
            yield [
                name,
                f"{inputs:,}",
                f"{found}",
                f"{1000 * seconds / max(inputs, 1):.1f}",
                f"{slowest:.2f}",
                f"{memory}",
            ]


class TooSlow(BaseException):
    """An input hangs; no reader takes this for an error of its file, as it would any `Exception`."""


def too_slow(_signal: int, _frame: object) -> None:
    """End an input that hangs."""
    raise TooSlow(f"more than {SLOW:.0f} seconds")


def attempt(act: Callable[[], object]) -> str:
    """Run one input; give what broke, if anything did."""
    signal.setitimer(signal.ITIMER_PROF, SLOW)
    try:
        act()
    except TrialgraphError:
        return ""
    except (Exception, TooSlow):  # noqa: BLE001 - what breaks is what we look for
        return traceback.format_exc()
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return ""


def fuzz(piece: Piece, targets: Targets, inputs: int, found: Path) -> None:
    """Feed one target."""
    with progress_bar() as bar:
        for number in bar.track(range(piece.first, piece.first + inputs), description=piece.target):
            text, act = targets.input(piece.target, random.Random(f"{piece.seed} {piece.target} {number}"))
            begin = time.process_time()
            broke = attempt(act)
            seconds = time.process_time() - begin
            piece.inputs, piece.seconds = piece.inputs + 1, piece.seconds + seconds
            piece.slowest = max(piece.slowest, seconds)
            if broke or seconds > SLOW:
                piece.found += 1
                found.mkdir(parents=True, exist_ok=True)
                kept = found / f"{piece.target}-{piece.seed}-{number}.txt"
                kept.write_text(f"{seconds:.1f} s\n{broke}\n{text}", "utf-8", "replace")
            if not number % MEASURED_EACH:
                piece.memory_mb = peak_mb()


def earlier(out: Path | None) -> list[Piece]:
    """Give the pieces that were done before."""
    file = out.with_suffix(".json") if out else None
    return [Piece(**told) for told in json.loads(file.read_text("utf-8"))["pieces"]] if file and file.exists() else []


def main() -> int:
    """Feed every target and write the table; exit code 1 if anything was found, 130 if interrupted."""
    parser = arguments(__doc__)
    parser.add_argument("--from", type=int, dest="first", help="number of the first input; else behind what was done")
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", choices=TARGETS, action="append")
    parser.add_argument("--found", type=Path, default=Path("fuzz-found"))
    parser.add_argument("files", type=Path, nargs="*")
    args = parser.parse_args()
    signal.signal(signal.SIGPROF, too_slow)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    seeds = args.files or sorted(path for path in EXAMPLES.iterdir() if path.suffix in suffixes())
    pieces, interrupted = earlier(args.out), False
    with tempfile.TemporaryDirectory() as folder:
        targets = Targets(seeds, Path(folder))
        for name in args.target or TARGETS:
            done = [p.first + p.inputs for p in pieces if (p.target, p.seed) == (name, args.seed)]
            first = max(done, default=0) if args.first is None else args.first
            pieces.append(Piece(name, args.seed, first))
            try:
                fuzz(pieces[-1], targets, args.inputs, args.found)
            except KeyboardInterrupt:
                interrupted = True
                print(f"interrupted: go on with --target {name} --from {first + pieces[-1].inputs}")
                break
    heads = ["target", "inputs", "found", "CPU ms an input", "slowest input, s", "peak memory, MB"]
    report(table(heads, sums(pieces)), {"pieces": [asdict(piece) for piece in pieces]}, args.out)
    return 130 if interrupted else int(any(piece.found for piece in pieces))


if __name__ == "__main__":
    raise SystemExit(main())
