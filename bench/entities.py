"""Score the chemicals and diseases that are recognised, each exactly, by lexicon and linear model, and with more.

    python bench/entities.py NAME=CORPUS.jsonl.gz [NAME=…] [--terminologies FOLDER] [--neural] [-o OUT.md]

A corpus has `text` and `entities` (`start`, `end`, `type`, of which Chemical and Disease count). `--terminologies`
adds the names of a compiled index, `--neural` the neural model alone. Every other document of a corpus is also scored
apart, for rules are chosen on the even half.

What would make it unfair: parts of a corpus that the tagger was trained on.
"""

import time
from pathlib import Path

from corpora import Row, compare, read_corpus, report
from results import arguments
from trialgraph.extract.language.entities import load_tagger, recognise
from trialgraph.extract.language.entities.terminologies import find_terms
from trialgraph.extract.language.neural import neural_model
from trialgraph.extract.language.pipeline import load_pipeline
from trialgraph.ontology.terminologies import TerminologyIndex

KINDS = {"Drug": "Chemical", "Disease": "Disease", "AdverseEvent": "Disease"}
Found = set[tuple[int, int, str]]


def find(text: str, index: TerminologyIndex | None, *, neural: bool) -> tuple[dict[str, Found], float]:
    """Find the entities of one text in every way; and the CPU seconds of the linear model on the whole document."""
    nlp = load_pipeline()
    doc = nlp(text)

    def as_found(entities: list[tuple[int, int, str]]) -> Found:
        return {(doc[a:b].start_char, doc[a:b].end_char, kind) for a, b, kind in entities}

    spans = doc.spans["mentions"]
    known = [s for s in spans if s.label_ in KINDS and s._.method != "entity"]
    ways = {"lexicon": {(s.start_char, s.end_char, KINDS[s.label_]) for s in known}}
    begin = time.process_time()
    ways["joined"] = as_found(recognise(doc))
    seconds = time.process_time() - begin
    ways["linear model"] = as_found(load_tagger().entities(doc))
    if index is not None:
        ways["joined, terminologies"] = as_found(recognise(doc, list(find_terms(index, text))))
    if neural:
        entities = neural_model(nlp).entities(doc.sents)
        ways["neural model"] = {(e.start_char, e.end_char, e.label_) for e in entities}
    return ways, seconds


def gold_of(row: Row, kind: str = "") -> Found:
    """Give the gold entities of a document, of one kind or of both."""
    return {
        (e["start"], e["end"], e["type"])
        for e in row["entities"]
        if e["type"] in ({kind} if kind else {*KINDS.values()})
    }


def score(name: str, rows: list[Row], index: TerminologyIndex | None, *, neural: bool) -> dict[str, dict[str, float]]:
    """Score one corpus in every way."""
    found, seconds = zip(*(find(row["text"], index, neural=neural) for row in rows), strict=True)
    results: dict[str, dict[str, float]] = {}
    for way in found[0]:
        pairs = [(ways[way], gold_of(row)) for ways, row in zip(found, rows, strict=True)]
        figures = compare(pairs).figures
        for kind in ("Chemical", "Disease"):
            of_kind = [({e for e in f if e[2] == kind}, {e for e in g if e[2] == kind}) for f, g in pairs]
            figures[f"f1 {kind}"] = compare(of_kind).figures["f1"]
        figures["f1 even"], figures["f1 odd"] = (compare(pairs[half::2]).figures["f1"] for half in (0, 1))
        results[f"{name}: {way}"] = figures
    results[f"{name}: joined"]["documents a second"] = round(len(rows) / max(sum(seconds), 1e-9), 1)
    return results


def main() -> None:
    """Score every corpus and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("corpora", nargs="+", metavar="NAME=CORPUS")
    parser.add_argument("--terminologies", type=Path, help="folder of a compiled index")
    parser.add_argument("--neural", action="store_true")
    given = parser.parse_args()
    index = TerminologyIndex.open(given.terminologies) if given.terminologies else None
    results: dict[str, dict[str, float]] = {}
    for corpus in given.corpora:
        name, _, path = corpus.partition("=")
        results |= score(name, read_corpus(Path(path)), index, neural=given.neural)
    report("Chemicals and diseases", results, given.out)


if __name__ == "__main__":
    main()
