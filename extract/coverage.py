"""What was missed: the numbers of a document's results that no fact states.

Only the stored text and the facts are looked at, so a graph can be asked long after it was built. Offsets are
zero-based, half-open, and count code points of the stored text.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from ..ontology.document import Document
from ..ontology.facts import AdverseEventResult, Dosage, Fact, OutcomeResult, TrialArm, TrialAttribute
from .result_numbers import Printed, result_numbers
from .results.quantities.quantity import Quantity


@dataclass(frozen=True, slots=True)
class LeftOver:
    """A number that no fact states, as printed, with the sentence or the row of a table that it stands in."""

    start: int
    end: int
    text: str
    sentence: str
    section: str


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many numbers a document's results print, and those that no fact states, in order of the text."""

    numbers: int
    left: tuple[LeftOver, ...]

    @property
    def share(self) -> float | None:
        """The share that facts state, from 0 to 1; None where there are no numbers."""
        return 1 - len(self.left) / self.numbers if self.numbers else None


def uncaptured(document: Document, facts: Iterable[Fact]) -> Coverage:
    """Find the numbers of a document's results, and those that no fact states with words that hold them."""
    printed, stated = result_numbers(document), _Stated(facts)
    left = (number for number in printed if not stated.holds(number))
    return Coverage(len(printed), tuple(_left_over(document, number) for number in left))


def _left_over(document: Document, printed: Printed) -> LeftOver:
    start, end = printed.around
    text, sentence = (" ".join(words.split()) for words in (printed.text, document.text[start:end]))
    return LeftOver(printed.start, printed.end, text, sentence, document.section_at(printed.start))


class _Stated:
    """The numbers of the facts, by the place of their evidence."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        found = ((f.evidence.start, f.evidence.end, _numbers_of(f)) for f in facts)
        self._spans = sorted(((s, e, n) for s, e, n in found if n), key=lambda span: span[0])
        self._starts = [start for start, _, _ in self._spans]
        self._longest = max((end - start for start, end, _ in self._spans), default=0)

    def holds(self, printed: Printed) -> bool:
        wanted = _numbers(printed.quantity)
        last = bisect_right(self._starts, printed.start)
        first = bisect_right(self._starts, printed.end - self._longest - 1)
        return any(end >= printed.end and wanted <= numbers for _, end, numbers in self._spans[first:last])


def _numbers_of(fact: Fact) -> frozenset[object]:
    """All numbers that a fact states; none for relations, which state none."""
    match fact.claim:
        case OutcomeResult() as c:
            found = {c.value, c.count, c.status, c.ci_low, c.ci_high, c.p_value}
        case AdverseEventResult() as c:
            found = {c.value, c.count}
        case TrialArm() as c:
            found = {c.size}
        case Dosage() as c:
            found = {c.amount}
        case TrialAttribute(value=int() | Decimal() as value):
            found = {value}
        case _:
            found = set[object]()
    return frozenset(found - {None})


def _numbers(quantity: Quantity) -> frozenset[object]:
    """What a fact has to state: the percentage, or the count where there is none; both limits of an interval."""
    if quantity.kind == "interval":
        return frozenset({quantity.low, quantity.high})
    if quantity.status is not None:
        return frozenset({quantity.status})
    return frozenset({quantity.value if quantity.value is not None else quantity.count})
