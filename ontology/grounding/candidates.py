"""What a name may mean: every candidate with its score and the reasons for it."""

from dataclasses import dataclass, replace
from math import prod
from typing import Final, Literal, NamedTuple

from ..lexicon import Mapping

LEXICON: Final = "lexicon"
"""Source of what ships with trialgraph; other sources are terminologies."""
Match = Literal["exact", "close", "broad"]
"""How a candidate stands to what the text says; `broad` where it says less."""


class Step(NamedTuple):
    """One step from the words to a meaning: what was done, and the factor that it costs."""

    text: str
    factor: float = 1.0


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meaning of a name.

    >>> candidate = Candidate("neutropenia", "lexicon").step("a synonym", 0.9).step("another case", 0.9)
    >>> round(candidate.score, 2), candidate.reasons
    (0.81, ('a synonym (0.9)', 'another case (0.9)'))
    """

    label: str
    """Preferred name."""
    source: str
    """`lexicon`, or the terminology that gives the name."""
    kind: str = ""
    """Of the lexicon's: `Drug`, `Endpoint`, `Unit`, …; empty for terms of terminologies."""
    curie: str = ""
    """Identifier; empty where the lexicon knows a thing that no vocabulary names exactly."""
    match: Match = "exact"
    mappings: tuple[Mapping, ...] = ()
    """What the lexicon knows of it in other vocabularies."""
    steps: tuple[Step, ...] = ()

    @property
    def score(self) -> float:
        """The product of all factors, 0 to 1."""
        return min(prod(step.factor for step in self.steps), 1.0)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The steps in words, with what they cost."""
        return tuple(step.text if step.factor == 1 else f"{step.text} ({step.factor:.2g})" for step in self.steps)

    def step(self, text: str, factor: float = 1.0) -> "Candidate":
        """Give the candidate one step further."""
        return replace(self, steps=(*self.steps, Step(text, factor)))


@dataclass(frozen=True, slots=True)
class Grounding:
    """All that a name may mean, the best first, and what was chosen."""

    text: str
    candidates: tuple[Candidate, ...] = ()
    choice: Candidate | None = None
    """The best candidate, where it is good enough; it may be a thing without an identifier."""
