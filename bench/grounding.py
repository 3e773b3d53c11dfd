"""How often names get the right identifier.

    python bench/grounding.py mesh DOCUMENTS.jsonl.gz --terminologies DIR [-o FILE.md]
    python bench/grounding.py concepts CONCEPTS.tsv TEXT_DIR [--terminologies DIR] [-o FILE.md]

`mesh`: gold mentions of chemicals and diseases with MeSH identifiers, one JSON document a line (the form of BC5CDR);
right is a mention whose identifiers are all given, by the best candidate however low
its score. `concepts`: a table of concepts (`preferred_label`, `synonyms`,
`type`, a column of identifiers a vocabulary, `~ < > *` behind what is not exact); every place where a text names one of
them is a mention. An answer with an exact identifier is right where one of them is the concept's, wrong where the
concept has none. `--wrong N` lists the most frequent mistakes. What would make it unfair: documents of which the
vocabularies' makers took their names.
"""

import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from results import arguments, report, table
from trialgraph.extract import read_documents
from trialgraph.extract.language.abbreviations import find_definitions
from trialgraph.ontology.grounding import Candidate, Grounder
from trialgraph.ontology.lexicon import load_lexicon
from trialgraph.ontology.terminologies import TerminologyIndex

KINDS: Final = {
    "Chemical": ("Drug",), "AdverseEventClass": ("AdverseEvent",), "Condition": ("Disease",),
    "DiseaseState": ("Disease",), "Marker": ("Target",), "Protein": ("Material",), "SmallMolecule": ("Material",),
    "Anatomy": ("Material",), "CellLine": ("Material",), "ResponseCategory": ("Endpoint",),
    "EndpointRole": ("Design",), "StudyDesign": ("Design",), "StatisticType": ("Statistic",),
    "StatisticalMethod": ("Statistic",), "AnalysisPopulation": ("Statistic",), "PKParameter": ("Measurement",),
    "Criteria": ("Instrument",), "InstrumentDomain": ("Instrument",), "StagingSystem": ("Instrument",),
}  # fmt: skip
"""What a type of the gold is called here, where the name differs."""
NO_VOCABULARY: Final = {"concept_key", "preferred_label", "type", "synonyms", "seed_hits", "verified_from", "notes"}


def mesh(path: Path, index: TerminologyIndex) -> Iterator[tuple[str, bool, tuple[str, ...]]]:
    """Judge every gold mention: its type, whether it is right, and what tells of it."""
    grounder = Grounder(load_lexicon(), index, prefixes=["MESH"])
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        documents: list[dict[str, Any]] = [json.loads(line) for line in lines]
    for document in documents:
        text: str = document["text"]
        known = {definition.short: definition.long for definition in find_definitions(text)}
        for entity in document["entities"]:
            if entity.get("norm"):
                kinds = KINDS.get(entity["type"], (entity["type"],))
                found = grounder.ground(entity["text"], kinds=kinds, abbreviations=known, context=text).candidates
                found = found[0] if found else None
                given = [found.curie.removeprefix("MESH:")] if found else []
                about = (entity["text"].lower(), "/".join(entity["norm"]), "".join(given), _told(found))
                yield entity["type"], given == entity["norm"], about


def concepts(table: Path, folder: Path, index: TerminologyIndex | None) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Judge every place where a text names a concept: the concept's type, the verdict, and what tells of it."""
    grounder = Grounder(load_lexicon(), index)
    with table.open(encoding="utf-8", newline="") as lines:
        rows = [*csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    bearers: dict[str, list[dict[str, str]]] = {}
    for row in rows:
        for name in {row["preferred_label"], *filter(None, row["synonyms"].split("|"))}:
            bearers.setdefault(name, []).append(row)
            if len(name) > 4:
                bearers.setdefault(name.lower(), []).append(row)
    pattern = "|".join(re.escape(name) for name in sorted(bearers, key=len, reverse=True))
    named = re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
    for path in sorted(folder.glob("*.txt")):
        text = read_documents(path)[0].text
        known = {definition.short: definition.long for definition in find_definitions(text)}
        for place in named.finditer(text):
            meant = bearers.get(place[0]) or bearers.get(place[0].lower() if len(place[0]) > 4 else "")
            if meant:
                kinds = sorted({kind for row in meant for kind in KINDS.get(row["type"], (row["type"],))})
                found = grounder.ground(place[0], kinds=kinds, abbreviations=known, context=text).choice
                verdict = min(_verdict(row, exact_identifiers(found)) for row in meant)
                yield meant[0]["type"], verdict, (place[0], meant[0]["concept_key"], _told(found))


def exact_identifiers(found: Candidate | None) -> set[str]:
    """Give the identifiers that say exactly what was meant."""
    if found is None or found.match != "exact":
        return set()
    exact = {mapping.curie for mapping in found.mappings if mapping.relation == "exact"}
    return exact or ({found.curie} if found.curie else set())


def _verdict(row: dict[str, str], given: set[str]) -> str:
    cells = "|".join(row[column] for column in row if column not in NO_VOCABULARY and row[column])
    right = {curie for curie in cells.split("|") if curie and curie[-1] not in "~<>*"}
    if not right:
        return "1 rightly none" if not given else "4 wrongly one"
    return "0 right" if right & given else "3 wrong" if given else "2 missing"


def _told(found: Candidate | None) -> str:
    return f"{found.label} [{found.source} {found.score:.2f}] {'; '.join(found.reasons)}" if found else "nothing"


def main() -> None:
    """Measure and print."""
    parser = arguments(__doc__)
    parser.add_argument("gold", choices=["mesh", "concepts"])
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--terminologies", type=Path)
    parser.add_argument("--wrong", type=int, default=0)
    options = parser.parse_args()
    index = TerminologyIndex.open(options.terminologies) if options.terminologies else None
    wrong: Counter[tuple[str, ...]] = Counter()
    if options.gold == "mesh":
        if index is None:
            parser.error("mesh needs --terminologies")
        found = judged_mesh(options.paths[0], index, wrong)
    else:
        found = judged_concepts(options.paths[0], options.paths[1], index, wrong)
    report(table(["what", "measured"], found.items()), found, options.out)
    for about, times in wrong.most_common(options.wrong):
        print(times, *about, sep="\t")


def judged_mesh(path: Path, index: TerminologyIndex, wrong: Counter[tuple[str, ...]]) -> dict[str, float]:
    """Give the share of right identifiers by type, and count what is wrong."""
    counts: Counter[tuple[str, bool]] = Counter()
    for type_, right, about in mesh(path, index):
        counts[type_, right] += 1
        counts["all", right] += 1
        wrong[about] += not right
    types = sorted({type_ for type_, _ in counts})
    shares = {type_: counts[type_, True] / (counts[type_, True] + counts[type_, False]) for type_ in types}
    return {type_: round(share, 4) for type_, share in shares.items()} | {"mentions": counts.total() // 2}


def judged_concepts(
    table: Path, folder: Path, index: TerminologyIndex | None, wrong: Counter[tuple[str, ...]]
) -> dict[str, float]:
    """Give counts, precision and recall, and count what is wrong."""
    totals: Counter[str] = Counter()
    for _, verdict, about in concepts(table, folder, index):
        totals[verdict[2:]] += 1
        wrong[(verdict[2:], *about)] += verdict > "2"
    right, given = totals["right"], totals["right"] + totals["wrong"] + totals["wrongly one"]
    recall = right / (right + totals["wrong"] + totals["missing"])
    return {**totals, "precision": round(right / given, 4), "recall": round(recall, 4)}


if __name__ == "__main__":
    main()
