"""Score which outcome a ratio is of, ratios and outcomes given: `python bench/clerx.py CORPUS.jsonl.gz`.

The corpus has abstracts, a sentence a line, with entities (outcome_var; hr_ratio, or_ratio, rr_ratio) and relations
from ratios to outcomes, as CLERx has; offsets there are one too high. Explanatory variables and baselines, which may be
anything, are left out. The rule is the package's: `trialgraph.extract.results.outcomes.ratio_endpoints`.

What would make it unfair: a corpus by which the rules were mended; outcomes are given.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from corpora import Row, compare, read_corpus, report
from results import arguments
from trialgraph.extract.results.figures.clusters import cluster_figures
from trialgraph.extract.results.figures.figure import Figure, find_figures
from trialgraph.extract.results.items import Item, Sentence
from trialgraph.extract.results.outcomes.ratio_endpoints import ratio_endpoints
from trialgraph.extract.results.qualifying_words import WORDS
from trialgraph.extract.results.quantities.finding import Quantity, find_quantities
from trialgraph.ontology.facts import Concept

OFFSET = 1
"""By which the corpus counts too far."""
RATIOS = {"hr_ratio": "hazardRatio", "or_ratio": "oddsRatio", "rr_ratio": "riskRatio"}
Relation = tuple[int, int]
"""Where the ratio and the outcome begin."""


def entities(row: Row) -> list[dict[str, Any]]:
    """The ratios and outcomes of an abstract in order, at their places in its text."""
    kept = [e for e in row["entities"] if e["type"] in RATIOS or e["type"] == "outcome_var"]
    moved = [{**e, "start": e["start"] - OFFSET, "end": e["end"] - OFFSET} for e in kept]
    return sorted(moved, key=lambda e: e["start"])


def sentences(row: Row) -> Iterator[Sentence]:
    """Make the items that the reader would find in each sentence; an outcome is named by where it begins."""
    text: str = row["text"]
    outcomes = [_outcome(e["start"], e["end"]) for e in entities(row) if e["type"] not in RATIOS]
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        quantities = [Item(kind="quantity", start=q.start, end=q.end, quantity=q) for q in find_quantities(line, start)]
        words = [
            Item(kind=kind, start=m.start() + start, end=m.end() + start, text=m[0].lower())
            for kind, pattern in WORDS
            for m in pattern.finditer(line)
        ]
        items = [*(o for o in outcomes if start <= o.start < end), *quantities, *words]
        yield Sentence(start, end, line, tuple(sorted(items, key=lambda i: (i.start, i.end))), text)
        start = end


def _outcome(start: int, end: int) -> Item:
    return Item(kind="endpoint", start=start, end=end, concept=Concept("Endpoint", str(start)))


def relations(row: Row, *, given: bool) -> Iterator[Relation]:
    """Find the outcome of each ratio: of those that the reader finds, or of those that are given."""
    ratios = [e["start"] for e in entities(row) if e["type"] in RATIOS]
    level: Decimal | None = None
    for sentence in sentences(row):
        figures, level = find_figures(sentence, level)
        effects = [f for f in figures if f.effect and f.effect != "difference"]
        if given:
            found = {f.start: f for f in effects}
            effects = [found.get(r) or _ratio(r) for r in ratios if sentence.start <= r < sentence.end]
        clusters = cluster_figures(sentence, [f for f in figures if not f.effect])
        for figure, endpoint in ratio_endpoints(sentence, effects, clusters):
            if endpoint is not None:
                yield figure.start, int(endpoint.name)


def _ratio(start: int) -> Figure:
    return Figure(start, start, Quantity(kind="number", start=start, end=start), "hazardRatio")


def gold_of(row: Row) -> set[Relation]:
    """The relations of the corpus from ratios to outcomes."""
    at = {e["id"]: e["start"] for e in entities(row)}
    pairs = [(r["head"], r["tail"]) for r in row["relations"]]
    return {(at[head], at[tail]) for head, tail in pairs if head in at and tail in at}


def score(path: Path, *, given: bool = False) -> dict[str, float]:
    """Score one corpus."""
    return compare((set(relations(row, given=given)), gold_of(row)) for row in read_corpus(path)).figures


def main() -> None:
    """Score every corpus and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    given = parser.parse_args()
    results: dict[str, dict[str, float]] = {}
    for path in given.corpora:
        results[f"{path.name}, ratios found"] = score(path)
        results[f"{path.name}, ratios given"] = score(path, given=True)
    report("Ratios with their outcomes, outcomes given", results, given.out)


if __name__ == "__main__":
    main()
