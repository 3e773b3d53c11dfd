"""Score what trialgraph reads against gold facts, and measure how fast it reads.

    python bench/score.py --scorer SCORE.py --set abstracts GOLD_DIR TEXT_DIR [--set NAME GOLD_DIR TEXT_DIR] [-o OUT.md]
                          [--abbreviations CORPUS] [--entities CORPUS] [--relations CORPUS] [--ratios CORPUS]

The corpora are those of `abbreviations.py`, `entities.py`, `rct_art.py`, `clerx.py`; a table of all bars stands first.
The scorer is any program called as `SCORE.py GRAPH.trig GOLD_DIR --json OUT.json`. Reads and writes only the paths
given. What would make it unfair: documents that the rules were written with; figures on those are an upper bound.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Protocol

import bars
from memory import peak_mb
from results import arguments, report, table
from trialgraph.extract import Extractor, read_documents
from trialgraph.graph import KnowledgeGraph
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Reading


class Reader(Protocol):
    """What reads facts out of a document."""

    def read(self, document: Document, /) -> Reading:
        """Give the facts."""
        ...


def read_all(folder: Path, stems: set[str], graph: KnowledgeGraph, extractor: Reader) -> tuple[int, float]:
    """Read the documents that have gold facts into a graph; how many, and CPU seconds spent on extraction.

    All are read once before the clock starts: what is prepared at the first reading counts with starting.
    """
    paths = sorted(p for p in folder.iterdir() if p.stem in stems)
    documents = [document for path in paths for document in read_documents(path)]
    for document in documents:
        extractor.read(document)
    begin = time.process_time()
    readings = [extractor.read(document) for document in documents]
    seconds = time.process_time() - begin
    for document, reading in zip(documents, readings, strict=True):
        graph.add(document, reading)
    return len(documents), seconds


def score(scorer: Path, gold: Path, texts: Path, reader: Reader | None = None) -> dict[str, object]:
    """Score one set of documents, as our own reader reads them or another."""
    with tempfile.TemporaryDirectory() as temporary:
        export, report = Path(temporary, "graph.trig"), Path(temporary, "score.json")
        with KnowledgeGraph() as graph:
            count, seconds = read_all(texts, {p.stem for p in gold.glob("*.jsonl")}, graph, reader or Extractor())
            graph.export("trig", export)
        subprocess.run([sys.executable, scorer, export, gold, "--json", report], check=True, stdout=subprocess.DEVNULL)
        kinds = json.loads(report.read_text(encoding="utf-8"))
    return {
        "documents": count,
        "cpu_seconds": round(seconds, 2),
        "documents_per_second": round(count / seconds, 1),
        "kinds": kinds,
    }


def kinds_of_facts(name: str, result: dict[str, object]) -> str:
    """One set as a Markdown table."""
    kinds: dict[str, dict[str, object]] = result["kinds"]  # type: ignore[assignment]
    heads = "kind|gold|found|core P|core R|core F1|strict P|strict R|strict F1|slots".split("|")
    rows = [
        [kind, row["gold"], row["found"], *(f"{x:.3f}" for x in (*row["core"], *row["strict"], row["slots"]))]  # type: ignore[misc]
        for kind, row in kinds.items()
    ]
    title = f"### {name}: {result['documents']} documents, {result['documents_per_second']} a second of one core"
    return f"{title}\n\n{table(heads, rows)}"


def main() -> int:
    """Score every set and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--set", nargs=3, action="append", required=True, metavar=("NAME", "GOLD", "TEXTS"))
    for corpus in ("abbreviations", "entities", "relations", "ratios"):
        parser.add_argument(f"--{corpus}", type=Path, metavar="CORPUS")
    args = parser.parse_args()
    results = {name: score(args.scorer, Path(gold), Path(texts)) for name, gold, texts in args.set}
    memory = peak_mb()
    held = [bar for name, result in results.items() for bar in bars.of_facts(name, result, memory)]
    held += bars.of_corpora(args.abbreviations, args.entities, args.relations, args.ratios)
    sets = [kinds_of_facts(name, result) for name, result in results.items()]
    report("\n".join([bars.table_of(held), *sets]), {**results, "bars": held}, args.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
