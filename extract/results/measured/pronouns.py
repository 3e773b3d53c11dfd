"""What a sentence speaks of again without its name: `In arm B, it was 8.3 months`, `The hazard ratio was 0.71`.

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
from .families import is_survival

_AGAIN: Final = Wording(
    r"\b(?:it|this) was(?= (?:only |not )?\d| not (?:yet )?reached)"
    r"|\bthat (?:for|in|of|with|among)(?= [^.;%]{3,60}? was (?:only )?\d)"
    r"|\bthis (?:figure|rate|proportion|percentage|number) was(?= (?:only )?\d)"
    r"|\bthe (?:corresponding|respective|equivalent) (?:figures?|values?|rates?|medians?|proportions?|percentages?"
    r"|times?)\b"
    r"|\bth(?:ese|ose) (?:figures|rates|proportions|percentages) (?=were\b)",
    re.IGNORECASE,
)
_OWN_TIME: Final = Wording(r"\b(?:at|after)\s(?:\d+|[a-z]+)\s(?:days|weeks|months|years)\b", re.IGNORECASE)
"""`At 5 years, these rates were`: no longer at the time of the sentence before."""
_RATIO: Final = re.compile(
    r"\W*(?:(?:The|This|These|With|A|An|And)\s)*(?:(?!in|for|of|among|on)[a-z-]+\s){0,3}"
    r"(?P<ratio>(?:hazards?|odds|risk|rate) ratio|relative risk|[HO]R|RR)\b\s?(?:\((?:[HO]R|RR)\))?"
    r"(?:\s(?:for|of|between|comparing)\s[^.;,%]{3,60}\s(?:vs\.?|versus|and|over|compared (?:with|to)|relative to)"
    r"\s[^.;,%]{3,60}?)?\s?(?:was|of|,|=|:|\()\s?(?=\d)",
    re.IGNORECASE,
)
"""A sentence that begins with a ratio."""
Measured = tuple[Concept, str | None, str]
"""An endpoint or event, how it was measured (none where the ways or times differ), and when."""
_OF_TIMES: Final = frozenset({"hazard ratio", "hazards ratio", "hr"})


def measured_once(candidates: Iterable[Candidate]) -> Measured | None:
    """What all the figures of a sentence are of, if that is one thing."""
    found: set[Measured] = set()
    for claim in (c.claim for c in candidates):
        if isinstance(claim, OutcomeResult) and claim.comparator is None:
            found.add((claim.endpoint, claim.measure, claim.at_time))
        elif isinstance(claim, AdverseEventResult):
            found.add((claim.event, "", ""))
    concepts = {concept for concept, _, _ in found}
    return None if len(concepts) != 1 else found.pop() if len(found) == 1 else (concepts.pop(), None, "")


def named_once(named: Iterable[Item], before: Measured | None) -> Measured | None:
    """The one endpoint that a sentence names, or what was measured before one that names none: for ratios only."""
    spoken = {i.concept for i in named if i.kind in {"endpoint", "event"}} or {before[0] if before else None}
    concept = spoken.pop()
    return None if spoken or concept is None or concept.kind != "Endpoint" else (concept, None, "")


def told_again(text: str, start: int, end: int, named: Iterable[Item], before: Measured | None) -> list[Item]:
    """What the sentence before measured, in the place of the first word for it, if nothing is named before that."""
    if before is None:
        return []
    concept, measure, time = before
    if ratio := _RATIO.match(text, start, end):
        own = any(i.kind in {"endpoint", "event"} for i in named)
        timeless = ratio["ratio"].lower() in _OF_TIMES and not is_survival(concept.name)
        at = ratio.start("ratio")
        return [] if own or timeless else [Item(kind="endpoint", start=at, end=at, concept=concept)]
    again = _AGAIN.search(text, start, end) if measure is not None else None
    if again is None or any(i.kind in {"endpoint", "event"} and i.end <= again.end() for i in named):
        return []
    kind = "event" if concept.kind == "AdverseEvent" else "endpoint"
    found = [Item(kind=kind, start=again.start(), end=again.end(), text=again[0], concept=concept)]
    if measure in {"median", "mean"}:
        found.append(Item(kind="statistic", start=again.start(), end=again.end(), text=measure))
    if time and not _OWN_TIME.search(text, start, end):
        told = Quantity(kind="time", start=again.start(), end=again.end(), name=time)
        found.append(Item(kind="quantity", start=again.start(), end=again.end(), quantity=told))
    return found
