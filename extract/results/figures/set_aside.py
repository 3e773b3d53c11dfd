"""Values of a measurement that are no result of an arm: from before treatment, told again in another unit, differences.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ..items import Item, Sentence
from ..measured.families import is_measurement, may_be_measured
from ..quantities.quantity import Quantity

_VALUES: Final = frozenset({"share", "duration", "amount", "number"})
_BEHIND: Final = re.compile(
    r"\s*(?:[(\[][^()\[\]]*[)\]]\s*)?(?:at (?:baseline|study entry|entry|enrol+ment|inclusion)"
    r"|before (?:treatment|surgery|therapy|randomi[sz]ation|the (?:treatment|operation))|pre-?operatively)\b",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    r"^\W*(?:mean |median )?baseline\b|\bat baseline\b(?!.*\b(?:hour|day|week|month|year)s?\b)"
    r"|\bbaseline (?:mean|median)\b|(?<!from )\bbaseline (?:\d[\d.]*%?\s?[-–]\s?)?$"
    r"|\bbefore (?:the )?(?:intervention|treatment|therapy|operation|surgery) ?[(\[]$",
    re.IGNORECASE,
)
_OF_NUMBER: Final = re.compile(r"\d[\d.]*\)?\s?[^\s\d,;]*\s$")
_FROM: Final = re.compile(r"\bfrom\s+(?:an?\s+)?(?:mean\s+)?(?:of\s+)?$")
_TO: Final = re.compile(r"\s*(?:[(\[][^()\[\]]*[)\]]\s*)?to\s")
_DIFFERENCE: Final = re.compile(r"\bdifferences?\b[^;()]{0,160}?\b(?:was|were|of|is)\s+$", re.IGNORECASE)
_OBSERVED: Final = re.compile(r"\b(?:[Oo]ver|[Dd]uring) an? (?:median|mean) (?:[\w-]+ ){0,4}$")
_OPENED: Final = re.compile(r"\s*[(\[][^()\[\]]*$")


def is_set_aside(sentence: Sentence, item: Item, quantity: Quantity, last: Item | None) -> bool:
    """Whether a value is none of an arm; `last` is the value before it, if any."""
    if quantity.kind not in _VALUES:
        return False
    if quantity.kind == "duration" and _OBSERVED.search(sentence.gap(sentence.start, item.start)):
        return True  # over a median of 18 months, which is how long the patients were followed
    named = sentence.between(sentence.start, item.start, "endpoint", "event")[-1:]
    measured = is_measurement if quantity.kind == "share" and quantity.name != "mean" else may_be_measured
    if not (named and named[0].concept and measured(named[0].concept.name)):
        return False
    before = sentence.gap(sentence.start, item.start)
    if _is_of_baseline(sentence, item, before) or _DIFFERENCE.search(before):
        return True
    return last is not None and _is_told_again(sentence, last, item, quantity)


def _is_of_baseline(sentence: Sentence, item: Item, before: str) -> bool:
    """`62 ± 9 at baseline`, `HbA1c fell from 8.0% to 7.4%`, `8.0 ± 1 to 7.4 ± 1%`, `the mean at baseline was 62`."""
    if _BEHIND.match(sentence.whole, item.end, sentence.end):
        return True
    to = _TO.match(sentence.whole, item.end, sentence.end)
    if to and (_FROM.search(before) or _come_to(sentence, item, to.end())):
        return True
    told = _BEFORE.search(before)
    return told is not None and not _OF_NUMBER.search(before[: told.start()])


def _come_to(sentence: Sentence, item: Item, place: int) -> bool:
    """Whether a mean with its deviation has become the one at a place."""
    means = (i for i in sentence.items if i.quantity is not None and i.quantity.name == "mean")
    return {i.start for i in means} >= {item.start, place}


def _is_told_again(sentence: Sentence, last: Item, item: Item, quantity: Quantity) -> bool:
    """`7.4% (57 mmol/mol)`, `-3.7 vs -3.4 mmol/L [-67 vs -61 mg/dL]`, `54% (1%)`: another unit, or the spread."""
    if last.quantity is None or not _OPENED.fullmatch(sentence.gap(last.end, item.start)):
        return False
    spread = quantity.kind == "share" == last.quantity.kind and sentence.gap(last.end, item.start).strip() in {"(", "["}
    return spread or (last.quantity.unit, last.quantity.kind) != (quantity.unit, quantity.kind)
