"""What a sentence speaks of again without its name: `In arm B, it was 8.3 months`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterable
from typing import Final

from ....ontology.facts import AdverseEventResult, Concept, OutcomeResult
from ...candidates import Candidate
from ...wordings import Wording
from ..items import Item
from ..quantities.quantity import Quantity

_AGAIN: Final = Wording(
    r"\b(?:it|this) was(?= (?:only |not )?\d| not (?:yet )?reached)"
    r"|\bthat (?:for|in|of|with|among)(?= [^.;%]{3,60}? was (?:only )?\d)"
    r"|\bthe (?:corresponding|respective|equivalent) (?:figures?|values?|rates?|medians?|proportions?|percentages?"
    r"|times?)\b",
    re.IGNORECASE,
)
Measured = tuple[Concept, str, str]
"""An endpoint or event, how it was measured, and when."""


def measured_once(candidates: Iterable[Candidate]) -> Measured | None:
    """What all the figures of a sentence are of, if that is one thing."""
    found: set[Measured] = set()
    for claim in (c.claim for c in candidates):
        if isinstance(claim, OutcomeResult) and claim.comparator is None:
            found.add((claim.endpoint, claim.measure, claim.at_time))
        elif isinstance(claim, AdverseEventResult):
            found.add((claim.event, "", ""))
    return found.pop() if len(found) == 1 else None


def told_again(text: str, start: int, end: int, named: Iterable[Item], before: Measured | None) -> list[Item]:
    """What the sentence before measured, in the place of the first word for it, if nothing is named before that."""
    again = _AGAIN.search(text, start, end) if before else None
    if again is None or before is None or any(i.kind in {"endpoint", "event"} and i.end <= again.end() for i in named):
        return []
    concept, measure, time = before
    kind = "event" if concept.kind == "AdverseEvent" else "endpoint"
    found = [Item(kind=kind, start=again.start(), end=again.end(), text=again[0], concept=concept)]
    if measure in {"median", "mean"}:
        found.append(Item(kind="statistic", start=again.start(), end=again.end(), text=measure))
    if time:
        told = Quantity(kind="time", start=again.start(), end=again.end(), name=time)
        found.append(Item(kind="quantity", start=again.start(), end=again.end(), quantity=told))
    return found
