"""Score which measure belongs to which outcome and arm, the entities given: `python bench/rct_art.py CORPUS.jsonl.gz`.

The corpus has sentences with entities (OC outcome, INTV intervention, MEAS measure) and relations (A1_RES and A2_RES
from the first and second arm, OC_RES from the outcome) as RCT-ART has; its authors publish 0.804 in this setting. The
alignment is the package's: clusters of figures, what they measure, whose they are. Times among the outcomes hold for
the figures of their cluster.

What would make it unfair: a corpus by which the rules were mended; entities are given.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from corpora import compare, read_corpus, report
from results import arguments
from trialgraph.extract.arms.registry import ArmEntry, ArmRegistry
from trialgraph.extract.results.alignment.arms import align_arms, arm_major
from trialgraph.extract.results.figures.clusters import Cluster, cluster_figures
from trialgraph.extract.results.figures.figure import Figure
from trialgraph.extract.results.figures.subjects import find_subjects
from trialgraph.extract.results.items import Item, Sentence
from trialgraph.extract.results.qualifying_words import WORDS
from trialgraph.extract.results.quantities.finding import Quantity, find_quantities
from trialgraph.ontology.facts import Arm, Concept, Regimen, Trial

Relation = tuple[str, int, int]
"""Its kind, and where the outcome or arm and the measure begin."""


def sentence_of(row: dict[str, Any]) -> tuple[Sentence, list[Figure], list[Item], list[ArmEntry]]:
    """Make the items that the reader would have found; the times apart."""
    text: str = row["text"]
    entries: dict[str, ArmEntry] = {}
    items: list[Item] = []
    times: list[Item] = []
    figures: list[Figure] = []
    for entity in sorted(row["entities"], key=lambda e: e["start"]):
        start, end, name = entity["start"], entity["end"], text[entity["start"] : entity["end"]].lower()
        match entity["type"]:
            case "INTV":
                arm = Arm(Trial(), Regimen.of(Concept("Drug", name)))
                items.append(
                    Item(kind="arm", start=start, end=end, arms=(entries.setdefault(name, ArmEntry(arm, start, end)),))
                )
            case "OC":
                timed = {q.kind for q in find_quantities(name)} & {"time", "duration"}
                item = Item(kind="endpoint", start=start, end=end, concept=Concept("Endpoint", name), text=name)
                (times if timed else items).append(item)
            case _:
                quantity = Quantity(kind="share", start=start, end=end)
                figures.append(Figure(start, end, quantity))
                items.append(Item(kind="quantity", start=start, end=end, quantity=quantity))
    words = [Item(kind=k, start=m.start(), end=m.end(), text=m[0].lower()) for k, p in WORDS for m in p.finditer(text)]
    items = sorted([*items, *(w for w in words if w.kind != "absorber")], key=lambda i: (i.start, i.end))
    registry = ArmRegistry(list(entries.values()))
    return Sentence(0, len(text), text, tuple(items), text, registry=registry), figures, times, registry.entries


def relations(row: dict[str, Any]) -> Iterator[Relation]:
    """Align the figures of a sentence with its outcomes and arms."""
    sentence, figures, times, entries = sentence_of(row)
    subjects: list[Item] = []
    for cluster in cluster_figures(sentence, figures):
        cluster.subjects = subjects = find_subjects(sentence, cluster, subjects)
        yield from _timed(cluster, times)
        grid = arm_major(sentence, cluster, len(subjects)) if len(subjects) > 1 else None
        if grid is not None:
            cluster.arms = [arm for arm in grid for _ in subjects]
        elif not align_arms(sentence, cluster, (), tuple(entries)):
            cluster.arms = None
        yield from _pairs(cluster, entries)


def _timed(cluster: Cluster, times: list[Item]) -> Iterator[Relation]:
    """The times within a cluster are those of its figures, one each where they are as many; else the first of all."""
    inside = [t for t in times if cluster.start <= t.start < cluster.limit]
    for index, figure in enumerate(cluster.figures):
        own = [inside[index]] if len(inside) == len(cluster.figures) > 1 else inside
        yield from (("OC_RES", time.start, figure.start) for time in own or times[:1])


def _pairs(cluster: Cluster, entries: list[ArmEntry]) -> Iterator[Relation]:
    arms, subjects = cluster.arms or [None] * len(cluster.figures), cluster.subjects
    size = max(len({id(arm) for arm in arms}), 1)
    blocks = size > 1 and len(arms) > 1 and arms[0] is arms[1]
    for index, (figure, arm) in enumerate(zip(cluster.figures, arms, strict=True)):
        if arm is not None and entries.index(arm) < 2:
            yield f"A{entries.index(arm) + 1}_RES", arm.start, figure.start
        if subjects:
            each = len(arms) == size * len(subjects) or len(arms) == len(subjects)
            turn = index % len(subjects) if blocks or size == 1 else index // size
            yield "OC_RES", subjects[turn if each else 0].start, figure.start


def gold_of(row: dict[str, Any]) -> set[Relation]:
    """The relations of the corpus, by where their ends begin."""
    at = {e["id"]: e["start"] for e in row["entities"]}
    return {(r["type"], at[r["head"]], at[r["tail"]]) for r in row["relations"]}


def score(path: Path) -> dict[str, float]:
    """Score one corpus."""
    return compare((set(relations(row)), gold_of(row)) for row in read_corpus(path)).figures


def main() -> None:
    """Score every corpus and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("corpora", nargs="+", type=Path)
    given = parser.parse_args()
    results: dict[str, dict[str, float]] = {}
    for path in given.corpora:
        results[path.name] = score(path)
    report("Relations of measures, entities given", results, given.out)


if __name__ == "__main__":
    main()
