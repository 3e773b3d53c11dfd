"""Means and medians without their spread: `mean FEV1 was 2.61 L with A and 2.43 L with B`.

Such a number has nothing about it that tells what it is: the words before it must, up to the measurement that it is of.
Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...people import PEOPLE
from ..items import Item, Sentence
from ..measured.families import is_measurement, may_be_measured, may_be_negative, takes_points
from ..quantities.mean_patterns import CHANGED_TWICE, MEASURED_TWICE, SIGNED_TWICE, UNIT
from ..quantities.number_patterns import NUMBER

_BEFORE: Final = re.compile(
    r"(?:\b(?:was|were|of|to|by|(?:in|de)creased|fell|rose|dropped|declined|means?|medians?|averaged?|and|v|vs\.?|versus|than|baseline|changes?"
    r"|compared (?:with|to))|[=:,(\[]|\d/)\s*\+?$",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"\bfrom\b[^;]{0,60}\bto\s*$|\bbetween\b[^;]{0,20}\band\s*$", re.IGNORECASE)
"""Two values that are not of two arms."""
_AS_COMPARED: Final = re.compile(r"\bcompared (?:with|to)\s*$", re.IGNORECASE)
_OF_ARM: Final = re.compile(
    rf"\s*(?:units?\s)?(?:(?:in|with|for|on|among|receiving|given|after|of|the|those|all|{PEOPLE})\s)+$"
)
"""`fell by 5 mg with A compared with 2 mg with B`: what stands between a value and the arm that it is of."""
_FELL: Final = re.compile(
    r"(?<!\branging )(?<!\branged )\bfrom\s+[-−]?\d[\d.,]*\s?[^\s\d()\[\];]{0,10}\s+(?:at\s[a-z]+\s)?to\s*$",
    re.IGNORECASE,
)
"""`fell from 108 to 55 with A`: the second is what it came to."""
_DOSES: Final = re.compile(
    r"(?:\s*(?:,\s*(?:and|or)|and|or|to|,|-)\s*\d[\d.]*){1,4}\s*(?:mg|g|[µμ]g|mcg|I?U)\b"
    r"(?!\s*(?:/\s?[dm]?L|per (?:deci|milli)?lit))",
    re.IGNORECASE,
)
"""`with A (40 and 80 mg daily)`"""
_BEHIND: Final = re.compile(
    r"\s*(?:[(\[,;]|\.(?!\d)|/[-−–]?\d"
    r"|(?:in|with|for|among|on|after|during|v|vs|versus|and|compared|than|points?|per\s(?:patient[-\s])?year)\b|$)",
    re.IGNORECASE,
)
_GAINS: Final = frozenset({"weight loss", "weight gain"})
"""Measured in kilograms, if events otherwise."""
_IS_MASS: Final = re.compile(r"(?:mg|mcg|[µμ]g|g|kg|m[Ll]|L)")
_CLOSED: Final = re.compile(r"\s*[)\]]")
_SECOND_DOSE: Final = re.compile(r"\b(?:for|with|at|of)\s\d[\d.]*(?:,|\s(?:and|or|to))\s$")
"""`(P < 0.001 for 10 and 25 mg)`"""
_DIFFERENCE: Final = re.compile(r"\bdifferences?\b", re.IGNORECASE)
_AGAINST: Final = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|relative to|than|over)\s[^\d.;,()]{2,40}(?:[.,;(]|$)", re.IGNORECASE
)
"""`compared with placebo`, with no value of its own: how much is told is a difference."""
_THEN: Final = re.compile(r",\sthen\sby\b")
"""`fell by 3 kg in the run-in, then by 1 kg with A`: one after the other."""
_OPPOSED: Final = re.compile(
    rf"(?<![\w.])[-−–+]?{NUMBER}(?:\s?{UNIT})?\s(?:versus|vs\.?|v)\s[-−–+]?{NUMBER}", re.IGNORECASE
)
"""`0.5 versus 2.9`: two numbers that are set against each other."""
_PAIR_ENDS: Final = re.compile(rf"(?:\s?{UNIT})?(?:{_CLOSED.pattern}|{_BEHIND.pattern})", re.IGNORECASE)
"""In a unit that we know, or in none: otherwise only one of the two is a value."""
_ANNUAL: Final = re.compile(
    r"\b(?:annuali[sz]ed|annual|yearly)\b[^.;]*\brates?\b|\bper\s(?:patient[-\s])?year\b", re.IGNORECASE
)
_BESIDE_ARM: Final = re.compile(
    r"(?:\s(?:groups?|arms?|every\s\d\s(?:weeks?|months?)|once|twice|daily|weekly))*,?\s?[(\[]?\s?\+?"
)
_NEAR, _PER_YEAR = 30, len(" per patient-year")
_PAIR: Final = 2
_APART: Final = frozenset({"share", "duration", "effect", "difference", "size"})


def is_centre(sentence: Sentence, item: Item) -> bool:
    """Whether a bare number is the mean or the median of a measurement: where an arm is named, or two changes are."""
    changed = len(sentence.registry.entries) == _PAIR and _lies_in(sentence, item, SIGNED_TWICE)
    if not (changed or any(i.kind == "arm" for i in sentence.items)):
        return False
    said = sentence.between(sentence.start, item.start, "statistic")[-1:]
    named = sentence.between(sentence.start, item.start, "endpoint", "event", "absorber")[-1:]
    if not (named and named[0].kind == "endpoint" and named[0].concept):
        return False
    if item.quantity and _IS_MASS.fullmatch(item.quantity.unit) and takes_points(named[0].concept.name):
        return False
    annual = _is_of_each_year(sentence, named[0], item)
    name = named[0].concept.name
    measured = may_be_measured(name) and (said or _is_changed(sentence, item, name))
    united = item.quantity is not None and bool(item.quantity.unit)
    scaled = is_measurement(name) or name in _GAINS if united else takes_points(name)
    measured = measured or (scaled and _lies_in(sentence, item, MEASURED_TWICE))
    if not (annual or measured):
        return False
    start = min(i.start for i in (*said, *named))
    if _DIFFERENCE.search(sentence.gap(start, item.start)):
        return False
    if any(i.quantity and i.quantity.kind in _APART for i in sentence.between(start, item.start, "quantity")):
        return False
    return _is_placed(sentence, item, sentence.gap(start, item.start))


def _is_placed(sentence: Sentence, item: Item, before: str) -> bool:
    """Whether the words around a number are those around the value of an arm."""
    beside = _arm_before(sentence, item)
    closed = (beside or _lies_in(sentence, item, _OPPOSED)) and _CLOSED.match(sentence.whole, item.end, sentence.end)
    fits = (beside or _BEFORE.search(before)) and (closed or _BEHIND.match(sentence.whole, item.end, sentence.end))
    dose = _DOSES.match(sentence.whole, item.end, sentence.end) or _SECOND_DOSE.search(before)
    if not fits or dose or (_AS_COMPARED.search(before) and not _has_arm_behind(sentence, item)):
        return False
    pair = _OPPOSED.match(sentence.whole, item.start, sentence.end)
    if pair and not _PAIR_ENDS.match(sentence.whole, pair.end(), sentence.end):
        return False
    return not _FROM.search(before) or _FELL.search(before) is not None


def _lies_in(sentence: Sentence, item: Item, pattern: re.Pattern[str]) -> bool:
    found = pattern.finditer(sentence.whole, sentence.start, sentence.end)
    return any(m.start() < item.end and item.start < m.end() for m in found)


def _is_of_each_year(sentence: Sentence, measured: Item, item: Item) -> bool:
    """`the annualized relapse rate was 0.16`: a mean over the patients of an arm, without the word."""
    return _ANNUAL.search(sentence.gap(max(sentence.start, measured.start - _NEAR), item.end + _PER_YEAR)) is not None


def _has_arm_behind(sentence: Sentence, item: Item) -> bool:
    behind = sentence.between(item.end, sentence.end, "arm")[:1]
    return bool(behind) and _OF_ARM.fullmatch(sentence.gap(item.end, behind[0].start)) is not None


def _is_changed(sentence: Sentence, item: Item, measured: str) -> bool:
    """Whether a number is by how much an arm has changed, told without a word for its mean."""
    signed = _lies_in(sentence, item, SIGNED_TWICE) or _is_signed_beside_arm(sentence, item)
    return _is_of_each_arm(sentence) or (signed and not may_be_negative(measured))


def _is_signed_beside_arm(sentence: Sentence, item: Item) -> bool:
    """`more with A (-0.5) than with B (0.1)`: numbers beside arms, of which one is below zero."""
    beside = [i for i in sentence.items if i.quantity and i.quantity.kind == "number" and _arm_before(sentence, i)]
    signed = any(i.quantity and i.quantity.value is not None and i.quantity.value < 0 for i in beside)
    return signed and len(beside) >= _PAIR and item in beside


def _arm_before(sentence: Sentence, item: Item) -> bool:
    """Whether an arm stands right before a number, or before the bracket that it opens."""
    arms = sentence.between(sentence.start, item.start, "arm")[-1:]
    return bool(arms) and _BESIDE_ARM.fullmatch(sentence.gap(arms[0].end, item.start)) is not None


def _is_of_each_arm(sentence: Sentence) -> bool:
    """Whether a sentence tells of several arms by how much the only thing it measures has changed."""
    told = {i.concept for i in sentence.items if i.kind == "endpoint"}
    other = _AGAINST.search(sentence.text) or _THEN.search(sentence.text)
    return len(told) == 1 and bool(CHANGED_TWICE.search(sentence.text)) and not other
