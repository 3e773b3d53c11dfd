"""What the benchmarks on corpora share: reading JSON lines, scoring sets, writing JSON and Markdown."""

import datetime
import gzip
import json
import platform
from collections.abc import Hashable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

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


def compare(pairs: Iterable[tuple[set[Hashable], set[Hashable]]]) -> Score:
    """Score found sets against gold sets, document by document."""
    hits = found = gold = 0
    for ours, theirs in pairs:
        hits, found, gold = hits + len(ours & theirs), found + len(ours), gold + len(theirs)
    return Score(hits, found, gold)


def report(title: str, results: dict[str, dict[str, float]], out: Path | None) -> None:
    """Print a Markdown table of the figures by name, and write it and its JSON."""
    columns = list(dict.fromkeys(column for figures in results.values() for column in figures))
    lines = [
        f"### {title}\n",
        f"trialgraph {version('trialgraph')}, {datetime.date.today()}, Python {platform.python_version()}\n",
        f"| | {' | '.join(columns)} |",
        "| --- |" + " --- |" * len(columns),
        *(f"| {name} | {' | '.join(str(row.get(c, '')) for c in columns)} |" for name, row in results.items()),
    ]
    print("\n".join(lines))
    if out is not None:
        out.write_text("\n".join(lines) + "\n", encoding="utf-8")
        out.with_suffix(".json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
