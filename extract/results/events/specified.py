"""Events that a bracket names behind a count of them all: `one patient had a serious adverse event (pneumonia)`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import AdverseEventResult, Concept
from ...candidates import Candidate
from ..items import Item, Sentence
from ..measured.event_names import ANY, plain_event
from .grades import grade_beside

_TOGETHER: Final = frozenset({ANY, Concept("AdverseEvent", "dose-limiting toxicity")})
_BRACKET: Final = re.compile(r"(?:\s+(?:occurred|of\s+grades?\s[^\s()]{1,5}))?\s*\((?P<what>[^()]*)\)")
_COUNTED: Final = re.compile(r"(?:^|, )events$")
"""What is counted where it is not patients."""
_BETWEEN: Final = re.compile(r"(?:[\s,;/]|\b(?:and|an?)\b|\bgrade\s[1-5IV]+\b)*", re.IGNORECASE)


def specified_events(sentence: Sentence, read: list[Candidate]) -> Iterator[Candidate]:
    """Tell each event that a bracket holds, and nothing else, of those whose arm and grade were read.

    How many had which is told only where there was one patient, and one event.
    """
    given: set[tuple[int, Concept]] = set()
    for candidate in read:
        claim = candidate.claim
        if not isinstance(claim, AdverseEventResult) or claim.event not in _TOGETHER or claim.count is None:
            continue
        heads = sentence.between(candidate.start, candidate.end, "event")
        told = _BRACKET.match(sentence.whole, heads[-1].end, sentence.end) if heads else None
        if told is None:
            continue
        named = _named(sentence, *told.span("what"))
        alone = claim.count == 1 == len(named)
        for item, event in named:
            if (item.start, event) in given:
                continue
            given.add((item.start, event))
            own = next((g for i in (item, heads[-1]) if (g := grade_beside(sentence, i)) != "any"), claim.grade)
            population = _COUNTED.sub("", claim.population)
            count, total = (1, claim.total) if alone else (None, None)
            specified = replace(claim, event=event, grade=own, count=count, total=total, population=population)
            specified = replace(specified, value=None, value_relation="=")
            yield replace(candidate, claim=specified, end=told.end(), rule="event-specified")


def _named(sentence: Sentence, start: int, end: int) -> list[tuple[Item, Concept]]:
    """The events that a stretch of text lists; none where it holds anything else."""
    events = sentence.between(start, end, "event")
    edges = [start, *(edge for i in events for edge in (i.start, i.end)), end]
    gaps = (sentence.gap(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True))
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        return []
    named = [(i, plain_event(i.concept).event) for i in events if i.concept is not None]
    return named if not any(event in _TOGETHER for _, event in named) else []
