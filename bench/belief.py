"""Measure how often claims are right, against what `graph/belief.py` says of them, by the number of their documents.

    python bench/belief.py --scorer SCORE.py --set GOLD_DIR TEXT_DIR [--set …] [-o FILE.md]

The scorer is as in `calibrate.py`. All documents go into one graph; a claim is right if a gold fact of one of its
documents says the same in every field.

What would make it unfair: documents that the rules were written with.
"""

import json
import tempfile
from collections import defaultdict
from pathlib import Path
from typing import Any

import corpora
from results import arguments
from trialgraph.extract import Extractor, read_documents
from trialgraph.graph import KnowledgeGraph

Rows = dict[str, list[tuple[float, bool]]]
"""By group of claims: what is believed, whether it is right."""


def read(graph: KnowledgeGraph, gold: Path, texts: Path) -> dict[str, list[Any]]:
    """Read the documents that have gold facts, and give these."""
    facts = {
        p.stem: [json.loads(line) for line in p.read_text("utf-8").splitlines() if line.strip()]
        for p in gold.glob("*.jsonl")
    }
    extractor = Extractor()
    for path in sorted(p for p in texts.iterdir() if p.stem in facts):
        for document in read_documents(path):
            graph.add(document, extractor.read(document))
    return facts


def judge(scorer: Any, graph: KnowledgeGraph, gold: dict[str, list[Any]]) -> Rows:
    """Tell of each affirmed claim what is believed of it, and whether it is right."""
    with tempfile.TemporaryDirectory() as folder:
        graph.export("trig", Path(folder, "graph.trig"))
        found = scorer.Facts(scorer.Graph(str(Path(folder, "graph.trig")))).by_doc
    right: defaultdict[str, bool] = defaultdict(bool)
    for stem, facts in gold.items():
        pairs = {id(fact) for _, fact in scorer.pair(facts, found.get(stem, []), scorer.strict)}
        for fact in found.get(stem, []):
            right[fact["claim"]] |= id(fact) in pairs
    rows: Rows = defaultdict(list)
    for claim, fits in right.items():
        belief = graph.belief(claim)
        if belief.witnesses:
            doubted = ", contradicted or denied" if belief.against else ""
            rows[f"{len(belief.witnesses)} documents{doubted}"].append((belief.probability, fits))
    return rows


def main() -> None:
    """Write a row for each number of documents."""
    parser = arguments(__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--set", nargs=2, type=Path, action="append", required=True, metavar=("GOLD", "TEXTS"))
    options = parser.parse_args()
    scorer = corpora.load_scorer(options.scorer)
    with KnowledgeGraph() as graph:
        gold: dict[str, list[Any]] = {}
        for folder, texts in options.set:
            gold |= read(graph, folder, texts)
        judged = sorted(judge(scorer, graph, gold).items())
    figures = {
        group: {
            "claims": len(pairs),
            "believed": round(sum(believed for believed, _ in pairs) / len(pairs), 3),
            "right": round(sum(fits for _, fits in pairs) / len(pairs), 3),
        }
        for group, pairs in judged
    }
    corpora.report("Belief", figures, options.out)


if __name__ == "__main__":
    main()
