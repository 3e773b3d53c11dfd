"""Measure how often each rule is right: the table of `extract/confidence.py`, and how well it fits.

    python bench/calibrate.py --scorer SCORE.py --set GOLD_DIR TEXT_DIR [--set …] [--apart GOLD_DIR TEXT_DIR]
                              [-o FILE.md]

The scorer is a module with `Graph(file)`, `Facts(graph).by_doc`, `pair(gold, found, same)` and `strict`. The expected
calibration error of the sets is cross-validated: five folds of whole documents, each judged with the table of the
other four. The rules themselves know these documents, so only `--apart`, documents that no rule was written with,
tells how the table fits elsewhere.

What would make it unfair: documents that the rules were written with.
"""

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import corpora
from results import arguments
from trialgraph.extract import Extractor, read_documents
from trialgraph.extract.confidence import UNKNOWN, family_of
from trialgraph.graph import KnowledgeGraph

RARE = 5
"""A rule seen less often counts with its family."""
FOLDS, BINS = 5, 10
Judged = list[tuple[str, bool]]
"""Readings of one document: the rule, and whether a gold fact says the same."""
RULES = """SELECT ?claim ?source ?run {
    ?claim tg:evidence ?evidence .
    ?evidence tg:inDocument/dcterms:source ?source ; prov:wasGeneratedBy/rdfs:label ?run }"""


def judge(scorer: Any, gold: Path, texts: Path) -> dict[str, Judged]:
    """Read the documents that have gold facts, and judge every reading."""
    wanted = {
        p.stem: [json.loads(line) for line in p.read_text("utf-8").splitlines() if line.strip()]
        for p in gold.glob("*.jsonl")
    }
    extractor = Extractor()
    with tempfile.TemporaryDirectory() as folder, KnowledgeGraph() as graph:
        for path in sorted(p for p in texts.iterdir() if p.stem in wanted):
            for document in read_documents(path):
                graph.add(document, extractor.read(document))
        graph.export("trig", Path(folder, "graph.trig"))
        found = scorer.Facts(scorer.Graph(str(Path(folder, "graph.trig")))).by_doc
        rules = defaultdict(set)
        for row in graph.query(RULES):
            rules[str(row.claim), Path(str(row.source)).stem].add(str(row.run).partition(": ")[2])
    return {stem: _judged(scorer, facts, found.get(stem, []), rules, stem) for stem, facts in sorted(wanted.items())}


def _judged(
    scorer: Any, gold: list[Any], found: list[Any], rules: dict[tuple[str, str], set[str]], stem: str
) -> Judged:
    right = {id(fact) for _, fact in scorer.pair(gold, found, scorer.strict)}
    return [(rule, id(fact) in right) for fact in found for rule in sorted(rules[fact["claim"], stem])]


def tabulate(judged: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """Smoothed precision of every family, and of every rule that was seen often enough."""
    read: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for rule, fits in judged:
        for name in {rule, family_of(rule)}:
            read[name] += 1
            right[name] += fits
    families = {family_of(rule) for rule in read}
    return {
        name: round((right[name] + 1) / (n + 2), 2) for name, n in sorted(read.items()) if n >= RARE or name in families
    }


def expect(known: dict[str, float], rule: str) -> float:
    """What is known of a rule, as `confidence_of` tells."""
    return known.get(rule, known.get(family_of(rule), UNKNOWN))


def calibration_error(pairs: list[tuple[float, bool]]) -> float:
    """The mean distance of confidence and precision over ten bins, weighted by their readings."""
    bins: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for confidence, fits in pairs:
        bins[min(int(confidence * BINS), BINS - 1)].append((confidence, fits))
    return sum(abs(sum(c for c, _ in held) - sum(r for _, r in held)) for held in bins.values()) / max(len(pairs), 1)


def cross_validated(documents: list[Judged]) -> list[tuple[float, bool]]:
    """Confidence and truth of every reading, the table made without its document."""
    pairs: list[tuple[float, bool]] = []
    for fold in range(FOLDS):
        known = tabulate(j for n, document in enumerate(documents) if n % FOLDS != fold for j in document)
        pairs += [(expect(known, rule), fits) for document in documents[fold::FOLDS] for rule, fits in document]
    return pairs


def main() -> None:
    """Print the table and the errors."""
    parser = arguments(__doc__)
    parser.add_argument("--scorer", type=Path, required=True)
    parser.add_argument("--set", nargs=2, type=Path, action="append", required=True, metavar=("GOLD", "TEXTS"))
    parser.add_argument("--apart", nargs=2, type=Path, action="append", default=[], metavar=("GOLD", "TEXTS"))
    given = parser.parse_args()
    scorer = corpora.load_scorer(given.scorer)
    documents = [judged for gold, texts in given.set for judged in judge(scorer, gold, texts).values()]
    known = tabulate(j for document in documents for j in document)
    print("PROBABILITY: Final[dict[str, float]] = {")
    print("\n".join(f'    "{rule}": {probability},' for rule, probability in known.items()) + "\n}")
    found = {f"{len(documents)} documents in {FOLDS} folds": cross_validated(documents)}
    for gold, texts in given.apart:
        judged = judge(scorer, gold, texts).values()
        found[f"apart, {gold.name}"] = [(expect(known, rule), fits) for document in judged for rule, fits in document]
    figures = {
        name: {
            "readings": len(pairs),
            "right": sum(fits for _, fits in pairs),
            "expected calibration error": round(calibration_error(pairs), 3),
        }
        for name, pairs in found.items()
    }
    corpora.report("Confidence", figures, given.out)


if __name__ == "__main__":
    main()
