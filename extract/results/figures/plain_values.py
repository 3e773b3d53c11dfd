"""Means and medians without their spread: `mean FEV1 was 2.61 L with A and 2.43 L with B`.

Such a number has nothing about it that tells what it is: the words before it must, up to the measurement that it is of.
Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ..items import Item, Sentence
from ..measured.families import may_be_measured
from ..quantities.mean_patterns import CHANGED_TWICE

_BEFORE: Final = re.compile(
    r"(?:\b(?:was|were|of|to|by|means?|medians?|averaged?|and|v|vs\.?|versus|than|baseline)|[=:,(\[])\s*$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(
    r"\bfrom\b[^;]{0,60}\bto\s*$|\bbetween\b[^;]{0,20}\band\s*$|\bcompared (?:with|to)\s*$", re.IGNORECASE
)
"""Two values that are not of two arms, or not of those named before."""
_FELL: Final = re.compile(
    r"(?<!\branging )(?<!\branged )\bfrom\s+[-−]?\d[\d.,]*\s?[^\s\d()\[\];]{0,10}\s+to\s*$", re.IGNORECASE
)
"""`fell from 108 to 55 with A`: the second is what it came to."""
_DOSES: Final = re.compile(
    r"\s*(?:and|or|to|,|-)\s*\d+\s*(?:mg|g|[µμ]g|mcg|I?U)\b(?!\s*(?:/\s?[dm]?L|per (?:deci|milli)?lit))", re.IGNORECASE
)
"""`with A (40 and 80 mg daily)`"""
_BEHIND: Final = re.compile(
    r"\s*(?:[(\[,;]|\.(?!\d)|(?:in|with|for|among|on|after|during|v|vs|versus|and|compared|than|points?)\b|$)",
    re.IGNORECASE,
)
_DIFFERENCE: Final = re.compile(r"\bdifferences?\b", re.IGNORECASE)
_AGAINST: Final = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|relative to|than|over)\s[^\d.;,()]{2,40}(?:[.,;(]|$)", re.IGNORECASE
)
"""`compared with placebo`, with no value of its own: how much is told is a difference."""
_APART: Final = frozenset({"share", "duration", "effect", "difference", "size"})


def is_centre(sentence: Sentence, item: Item) -> bool:
    """Whether a bare number is the mean or the median of a measurement, in a sentence that names an arm."""
    if not any(i.kind == "arm" for i in sentence.items):
        return False
    said = sentence.between(sentence.start, item.start, "statistic")[-1:]
    named = sentence.between(sentence.start, item.start, "endpoint", "event", "absorber")[-1:]
    measured = named and named[0].kind == "endpoint" and named[0].concept and may_be_measured(named[0].concept.name)
    if not measured or not (said or _is_of_each_arm(sentence)):
        return False
    start = min(i.start for i in (*said, *named))
    if _DIFFERENCE.search(sentence.gap(start, item.start)):
        return False
    if any(i.quantity and i.quantity.kind in _APART for i in sentence.between(start, item.start, "quantity")):
        return False
    before = sentence.gap(start, item.start)
    fits = _BEFORE.search(before) and _BEHIND.match(sentence.whole, item.end, sentence.end)
    dose = _DOSES.match(sentence.whole, item.end, sentence.end)
    return bool(fits) and not dose and (not _FROM.search(before) or _FELL.search(before) is not None)


def _is_of_each_arm(sentence: Sentence) -> bool:
    """Whether a sentence tells of several arms by how much the only thing it measures has changed."""
    told = {i.concept for i in sentence.items if i.kind == "endpoint"}
    return len(told) == 1 and bool(CHANGED_TWICE.search(sentence.text)) and not _AGAINST.search(sentence.text)
