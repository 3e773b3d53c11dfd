"""Figures that go from one value to another: `an increase of 7% (from 28% to 35%)`, `A improved it from 9 to 12`.

Offsets are those of the cleaned text.
"""

import re
from decimal import Decimal
from typing import Final

from ...arms.registry import ArmEntry
from ..figures.clusters import Cluster
from ..items import Item, Sentence, distinct
from ..measured.families import is_of_patients
from .unknown_arms import ACTS

_GAIN: Final = re.compile(
    r"\b(?:(?:increase|improvement|gain|difference|benefit)s?\b|(?:improv|increas|reduc|decreas|lower)ed\b[^;]{0,60}?\bby\b)"
    r"[^;]{0,90}?(?P<by>\d+(?:\.\d+)?)\s*(?:%|[a-z]+)?(?:\s(?:with|in|by)\s[^;()\d]{3,40}?)?\s*[(\[]?\s*from\s+$"
)
_NEW_CASES: Final = re.compile(r"\b(?:incidences?|rates?|risk|likelihood|probability)\b", re.IGNORECASE)
_PAIR: Final = 2


def risen(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> tuple[ArmEntry, ...]:
    """`an absolute increase of 7.3% (from 28.1% to 35.4%)` between arms: from the control, if the numbers agree."""
    control, experimental = sentence.registry.control(), sentence.registry.experimental()
    gain = _GAIN.search(sentence.gap(sentence.start, cluster.figures[0].start))
    low, high = (figure.quantity.value for figure in cluster.figures)
    if len(entries) != _PAIR or gain is None or not (control and experimental and low is not None and high is not None):
        return ()
    return (control, experimental) if abs(high - low) == Decimal(gain["by"]) else ()


def raised(
    sentence: Sentence, cluster: Cluster, before: list[Item], entries: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ...]:
    """`A improved survival from 9 to 12 months`: from that of the other arm, as nobody had it before treatment."""
    named = distinct(before)
    reached = all(s.concept is not None and is_of_patients(s.concept.name) for s in cluster.subjects)
    reached = reached or (bool(named) and _is_of_new_cases(sentence, cluster, before[-1].end))
    if len(named) != 1 or not reached or not ACTS.match(sentence.whole, before[-1].end):
        return ()
    return (entries[0] if entries[1] is named[0] else entries[1], named[0])


def _is_of_new_cases(sentence: Sentence, cluster: Cluster, start: int) -> bool:
    """`A reduced the incidence of pain from 71% to 61%`: a share of those who got it, of whom none had it before."""
    shares = all(figure.kind == "share" for figure in cluster.figures)
    return shares and _NEW_CASES.search(sentence.gap(start, cluster.figures[0].start)) is not None
