"""What is said of an event that a sentence names without a figure: its grade, whether serious, what it led to.

Offsets are those of the cleaned text.
"""

import re
from typing import Final, Literal

from ....ontology.facts import Consequence
from ..items import Item, Sentence
from ..measured.event_names import is_any, plain_event
from .consequences import CONSEQUENCES
from .grades import grade_beside

_COORDINATED: Final = re.compile(
    r"\s*(?:\([^()]*\)|\[[^\[\]]*\])?\s*(?:,|/|,?\s*(?:and|or|as well as))?\s*(?:severe |moderate |more |the )*",
    re.IGNORECASE,
)
_SUMMED: Final = re.compile(r"\b(?:was|were) (?:among )?(?:the )?(?:most|main|major|predominant|only|commonest)\b")
_LED_TO: Final = re.compile(
    r"\b(?:lead(?:ing|s)? to|led to|resulting in|requiring)\s+(?:[\w-]+\s+){0,3}?"
    r"(?P<what>discontinu|withdr|dose reduction|interruption|death|hospitali)"
)
_BESIDE: Final = 20


def is_said_to_be(
    sentence: Sentence, clause: tuple[int, int], item: Item, kind: Literal["serious", "related"]
) -> bool | None:
    """Whether the events that an event is listed among, before it or else behind, are called so."""
    heads = [i for i in sentence.between(*clause, "event") if is_any(i.concept)]
    before = [i for i in heads if i.end <= item.start]
    head = before[-1] if before else next(iter(heads), None)
    if head is None or head.concept is None:
        return None
    plain = plain_event(head.concept)
    marks = [i for i in sentence.between(clause[0], head.start, kind) if head.start - i.end < _BESIDE * 2]
    return True if (marks or (plain.serious if kind == "serious" else plain.related)) else None


def led_to(sentence: Sentence, start: int, item: Item) -> Consequence | None:
    """What the events led to that an event is listed among: `the commonest event leading to discontinuation was …`."""
    led = _LED_TO.search(sentence.gap(start, item.start))
    return next((c for stem, c in CONSEQUENCES if led and stem in led["what"].lower()), None)


def grade_of(sentence: Sentence, item: Item, start: int) -> str:
    """The grade before an event or those that it is coordinated with, or of the events that the list is of."""
    before = sentence.between(start, item.start, "quantity", "event")
    heads = [grade_beside(sentence, i) for i in before if is_class(i) or is_any(i.concept)]
    for earlier in reversed(before):
        gap = sentence.gap(earlier.end, item.start)
        if earlier.quantity is not None and earlier.quantity.kind == "grade":
            return earlier.quantity.name if len(gap) < _BESIDE else next(iter(heads), "any")
        if earlier.quantity is not None or not _COORDINATED.fullmatch(gap):
            continue
        item = earlier
    return next(iter(heads), "") or _grade_of_summary(sentence, item)


def _grade_of_summary(sentence: Sentence, item: Item) -> str:
    """The grade of the events that a list is summed up as: `nausea and rash were the most common grade 3 events`."""
    behind = [i for i in sentence.between(item.end, sentence.end, "event") if is_any(i.concept) or is_class(i)]
    summed = behind and _SUMMED.search(sentence.gap(item.end, behind[0].start))
    return grade_beside(sentence, behind[0]) if summed else "any"


def is_class(item: Item) -> bool:
    """Whether events are named by their kind alone: `the most common hematologic toxicities were …`."""
    return item.concept is not None and item.concept.name.endswith(("toxicity", "event", "complication"))
