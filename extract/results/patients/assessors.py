"""Figures of two who assessed the same patients: `16%/8% with A and 7%/10% with B (investigator/central review)`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...arms.registry import ArmEntry
from ...wordings import Wording
from ..alignment.arms import arm_major
from ..figures.clusters import Cluster
from ..items import Sentence, distinct

_WHO: Final = (
    r"(?:(?:investigators?|IN?V|IR|IRC|IRF|IRRC?|ICR|BICR|BIRC)(?:'s)?(?:[- ](?:review|assess)\w*)?"
    r"|(?:blinded |independent |central |local |site )+(?:radiolog\w+ )?(?:review\w*|assess\w*|readers?))"
)
_BOTH: Final = Wording(
    rf"(?<![\w/-])(?:(?P<first>{_WHO})\s?/\s?(?P<second>{_WHO})"
    rf"|by (?:the )?(?P<one>{_WHO}) and (?:by )?(?:the )?(?P<other>{_WHO}),? respectively)(?![\w/-])"
)
_BEHIND: Final = re.compile(
    rf"[)\]]?,?\s(?:by|per|according to|as assessed by|on) (?:an? |the )?(?P<who>{_WHO})(?![\w/-])"
)
_TWO: Final = 2


def align_assessors(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """Give each figure who assessed it, and its arm; False where the figures don't come in pairs of two assessors."""
    if _one_by_one(sentence, cluster, entries):
        return True
    told = _BOTH.search(sentence.text)
    if told is None or len(cluster.subjects) != 1 or len(cluster.figures) % _TWO:
        return False
    gaps = [sentence.gap(a.end, b.start).strip() for a, b in pairwise(cluster.figures)]
    if any((gap == "/") != (told["first"] is not None) for gap in gaps[::_TWO]):
        return False
    arms = _arms(sentence, cluster, entries)
    if not arms:
        return False
    names = (told["first"] or told["one"], told["second"] or told["other"])
    for index, figure in enumerate(cluster.figures):
        figure.population = names[index % _TWO]
    cluster.arms = [arm for arm in arms for _ in names]
    return True


def _one_by_one(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """`75% (61 to 85) according to independent review and 80% (67 to 90) by investigator assessment` of one arm."""
    if len(cluster.figures) != _TWO or len(cluster.subjects) != 1:
        return False
    who = [_BEHIND.match(sentence.whole, figure.end, sentence.end) for figure in cluster.figures]
    arms = _arms(sentence, cluster, entries)
    if who[0] is None or who[1] is None or not arms:
        return False
    for figure, said in zip(cluster.figures, who, strict=True):
        figure.population = said["who"] if said else ""
    cluster.arms = [arms[0], arms[0]]
    return True


def _arms(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> list[ArmEntry | None]:
    """The arm of each pair; a single pair is of the only arm named, or there is, or of everybody where none is."""
    if len(cluster.figures) > _TWO:
        return list(arm_major(sentence, cluster, _TWO) or ())
    named = distinct(sentence.between(sentence.start, sentence.end, "arm")) or entries[: len(entries) == 1]
    return [] if len(named) > 1 else [named[0] if named else None]
