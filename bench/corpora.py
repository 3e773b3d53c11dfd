"""What the benchmarks on corpora share: reading JSON lines, scoring sets, writing the scores."""

import gzip
import importlib.util
import json
from collections.abc import Hashable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import results

Row = dict[str, Any]


class Score(NamedTuple):
    """Counts of one comparison of sets, and what follows from them."""

    hits: int
    found: int
    gold: int

    @property
    def figures(self) -> dict[str, float]:
        """Precision, recall, F1 and the counts."""
        precision, recall = self.hits / max(1, self.found), self.hits / max(1, self.gold)
        f1 = 2 * self.hits / max(1, self.found + self.gold)
        rounded = {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}
        return {**rounded, "hits": self.hits, "found": self.found, "gold": self.gold}


def read_corpus(path: Path) -> list[Row]:
    """Read JSON lines, gzipped or not."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def load_scorer(path: Path) -> Any:
    """Load the module that scores facts."""
    spec = importlib.util.spec_from_file_location("scorer", path)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def compare(pairs: Iterable[tuple[set[Hashable], set[Hashable]]]) -> Score:
    """Score found sets against gold sets, document by document."""
    hits = found = gold = 0
    for ours, theirs in pairs:
        hits, found, gold = hits + len(ours & theirs), found + len(ours), gold + len(theirs)
    return Score(hits, found, gold)


def report(title: str, figures: dict[str, dict[str, float]], out: Path | None) -> None:
    """Write a table of the figures by name."""
    columns = list(dict.fromkeys(column for row in figures.values() for column in row))
    rows = ([name, *(row.get(column, "") for column in columns)] for name, row in figures.items())
    results.report(f"### {title}\n\n{results.table(['', *columns], rows)}", figures, out)
