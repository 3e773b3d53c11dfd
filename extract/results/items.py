"""The typed items of a sentence in order: what is measured, in whom, and the quantities.

Offsets are those of the cleaned text.
"""

from dataclasses import dataclass, field
from typing import Literal

from ...ontology.facts import Concept
from ..arms.registry import ArmEntry, ArmRegistry
from .quantities.quantity import Quantity

ItemKind = Literal[
    "endpoint", "event", "absorber", "arm", "regimen", "treatment", "population", "statistic", "versus", "respectively",
    "serious", "related", "consequence", "quantity",
]  # fmt: skip
"""A regimen is of several drugs that are no arm, a treatment one drug of no arm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of the lattice; which of the last four fields is set depends on the kind."""

    kind: ItemKind
    start: int
    end: int
    text: str = ""
    concept: Concept | None = None
    arms: tuple[ArmEntry, ...] = ()
    quantity: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its items in order of the text."""

    start: int
    end: int
    text: str
    items: tuple[Item, ...]
    whole: str = field(repr=False, default="")
    population: str = ""
    """The population that the sentence before left in force."""
    registry: ArmRegistry = field(repr=False, default_factory=ArmRegistry)
    """The arms of the trial in force."""
    timed: bool = False
    """Whether it tells the same of several time points, so that each figure has its own."""

    def between(self, start: int, end: int, *kinds: ItemKind) -> list[Item]:
        """The items of some kinds that lie wholly between two offsets."""
        return [i for i in self.items if i.kind in kinds and i.start >= start and i.end <= end]

    def gap(self, start: int, end: int) -> str:
        """The text between two offsets of the document."""
        return self.whole[start:end] if start < end else ""

    def bracket_at(self, place: int) -> int | None:
        """Where the innermost bracket begins that a place stands in; None outside of all.

        >>> Sentence(0, 9, "a (b [c])", (), "a (b [c])").bracket_at(4)
        2
        """
        opened: list[int] = []
        for at in range(self.start, place):
            if self.whole[at] in "([":
                opened.append(at)
            elif self.whole[at] in ")]" and opened:
                opened.pop()
        return opened[-1] if opened else None


def distinct(items: list[Item]) -> tuple[ArmEntry, ...]:
    """The different arms named by items, in order of first mention; `both groups` names none."""
    return tuple({id(i.arms[0]): i.arms[0] for i in items if len(i.arms) == 1}.values())
