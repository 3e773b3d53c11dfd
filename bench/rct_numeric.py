"""Count whose numbers behind a finding the graph holds: `python bench/rct_numeric.py CORPUS.jsonl.gz`.

The corpus has articles as Markdown (`text`) and as parts of JATS (`xml`), and frames: intervention, comparator and
outcome, and of each arm the events in a group of so many or the mean, as the corpus of Yun et al. (2024) has. A frame
is held where the numbers of both arms are in the graph, each with the arm that the frame names. A fact from a table
contradicts a frame where it gives one arm the other's numbers, or the outcome of one arm other numbers.

What would make it unfair: articles by which the rules were mended.
"""

import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from corpora import Row, read_corpus, report
from results import arguments
from trialgraph.extract.extractor import Extractor
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.errors import TrialgraphError
from trialgraph.ontology.facts import AdverseEventResult, Arm, Fact, OutcomeResult

SIDES = ("intervention", "comparator")
WRAPPED = '<article xmlns:xlink="http://www.w3.org/1999/xlink"><body>{}</body></article>'
Numbers = tuple[str, Decimal] | tuple[str, Decimal, Decimal]


def numbers_of(frame: Row, side: str) -> Numbers | None:
    """What a frame gives for an arm: events and size of its group, or the mean; None where that is not reported."""
    binary = frame["outcome_type"] == "binary"
    names = [f"{side}_events", f"{side}_group_size"] if binary else [f"{side}_mean"]
    values = [Decimal(str(frame["values"][name])) for name in names if name in frame["values"]]
    kind = "count" if binary else "mean"
    if len(values) < len(names):
        return None
    return (kind, values[0], values[1]) if binary else (kind, values[0])


def stated_by(fact: Fact) -> Numbers | None:
    """What a fact states, in the same form."""
    claim = fact.claim
    if isinstance(claim, OutcomeResult) and claim.measure == "mean" and claim.value is not None:
        return "mean", claim.value
    if isinstance(claim, OutcomeResult | AdverseEventResult) and claim.count is not None and claim.total is not None:
        return "count", Decimal(claim.count), Decimal(claim.total)
    return None


def is_of(fact: Fact, name: str) -> bool:
    """Whether a fact is of the arm that a frame names."""
    arm: Arm | None = getattr(fact.claim, "arm", None)
    return arm is not None and all(drug.name.lower() in name.lower() for drug in arm.regimen.components)


def is_about(fact: Fact, outcome: str) -> bool:
    """Whether a fact is of the outcome that a frame names, and of all patients."""
    claim = fact.claim
    concept = claim.endpoint if isinstance(claim, OutcomeResult) else getattr(claim, "event", None)
    return concept is not None and concept.name.lower() in outcome.lower() and not getattr(claim, "population", "")


def contradicts(fact: Fact, frame: Row) -> bool:
    """Whether a fact from a table gives an arm of a frame numbers that are not its own."""
    stated = stated_by(fact)
    if stated is None or not fact.evidence.rule.startswith("table"):
        return False
    for side, other in (SIDES, SIDES[::-1]):
        own, others = numbers_of(frame, side), numbers_of(frame, other)
        if own is None or own[0] != stated[0] or own == stated or not is_of(fact, frame[side]):
            continue
        if stated == others or is_about(fact, frame["outcome"]):
            return True
    return False


def facts_of(text: str, suffix: str, folder: Path, extractor: Extractor) -> list[Fact]:
    """Read an article from a file of its format."""
    path = folder / f"article{suffix}"
    path.write_text(text, encoding="utf-8")
    return [fact for document in read_documents(path) for fact in extractor.read(document).facts]


def measured(rows: list[Row], suffix: str, extractor: Extractor) -> dict[str, float]:
    """Count frames, those of which the graph holds the numbers, and the facts that contradict them."""
    counted = ("articles", "not readable", "frames", "with numbers", "held", "table facts", "contradicting")
    figures: dict[str, float] = dict.fromkeys(counted, 0)
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            text = row["text"] if suffix == ".md" else WRAPPED.format(row["xml"])
            try:
                facts = facts_of(text, suffix, Path(folder), extractor)
            except TrialgraphError:
                figures["not readable"] += 1
                facts = []
            known = [f for f in row["frames"] if all(numbers_of(f, side) is not None for side in SIDES)]
            figures["articles"] += 1
            figures["frames"] += len(row["frames"])
            figures["with numbers"] += len(known)
            figures["held"] += sum(all(_held(facts, frame)) for frame in known)
            figures["table facts"] += sum(fact.evidence.rule.startswith("table") for fact in facts)
            figures["contradicting"] += sum(any(contradicts(fact, frame) for frame in row["frames"]) for fact in facts)
    return figures


def _held(facts: list[Fact], frame: Row) -> Iterator[bool]:
    for side in SIDES:
        yield any(stated_by(fact) == numbers_of(frame, side) and is_of(fact, frame[side]) for fact in facts)


def main() -> None:
    """Measure both formats and write the report."""
    parser = arguments(__doc__)
    parser.add_argument("corpus", type=Path)
    given = parser.parse_args()
    rows, extractor = read_corpus(given.corpus), Extractor()
    results = {name: measured(rows, suffix, extractor) for name, suffix in (("Markdown", ".md"), ("JATS", ".nxml"))}
    report("Numbers behind findings", results, given.out)


if __name__ == "__main__":
    main()
