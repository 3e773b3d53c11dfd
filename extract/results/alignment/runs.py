"""Runs of figures, each of one arm: `the 1- and 3-year rates were 80 and 60% v 70 and 50% with A and B`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...arms.registry import ArmEntry
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Sentence, distinct
from .arms import arm_major, arm_of_run
from .clauses import BRACKETED
from .order import compared, is_reference, order_of

_TWO: Final = 2
_AND: Final = re.compile(r"\band\b|&")


def arms_of_runs(
    sentence: Sentence, cluster: Cluster, size: int, inherited: tuple[ArmEntry, ...], entries: tuple[ArmEntry, ...]
) -> tuple[ArmEntry, ...]:
    """The arm of each run of `size` figures: named beside it, before it, or in turn for all; empty where left open."""
    figures = cluster.figures
    if len(figures) == size or len(figures) % size:
        return ()
    if beside := arm_major(sentence, cluster, size) or _ahead(sentence, cluster, size):
        return tuple(beside)
    if not _are_apart(sentence, figures, size) or sentence.between(figures[0].start, figures[-1].end, "arm"):
        return ()
    order = order_of(sentence, cluster, [None] * len(figures), inherited, entries)
    return order if len(order) * size == len(figures) else _half_named(sentence, cluster, size, entries)


def arm_of_only_run(sentence: Sentence, cluster: Cluster) -> ArmEntry | None:
    """The arm beside the run, or the only one between what stands before and its first figure."""
    ahead = _ahead(sentence, cluster, len(cluster.figures))
    return arm_of_run(sentence, cluster) or (ahead[0] if ahead else None)


def _ahead(sentence: Sentence, cluster: Cluster, size: int) -> list[ArmEntry]:
    """`in A, survival was 80% and 60%; in B, it was 70% and 50%`: the only arm between a run and the one before."""
    found: list[ArmEntry] = []
    edge = cluster.start
    for run in range(0, len(cluster.figures), size):
        named = sentence.between(edge, cluster.figures[run].start, "arm")
        arms = distinct(named)
        if len(arms) != 1 or any(len(i.arms) != 1 or is_reference(sentence, i) for i in named) or arms[0] in found:
            return []
        found.append(arms[0])
        edge = cluster.figures[run + size - 1].end
    return found


def _are_apart(sentence: Sentence, figures: list[Figure], size: int) -> bool:
    """Whether what parts a run from the next parts no figures in it: `80 and 60 v 70 and 50`, `80, 60 and 70, 50`.

    Not `80 and 70, 60 and 50`: there each pair may as well be of one thing, in two arms.
    """
    joints = [_joint(sentence, a, b) for a, b in pairwise(figures)]
    between = set(joints[size - 1 :: size])
    within = {joint for i, joint in enumerate(joints, 1) if i % size}
    slashed = within == {"/"} and "/" not in between  # 59%/31% and 26%/9%
    return slashed or (between == {"versus"} and "versus" not in within) or (between == {"and"} and within == {","})


def _joint(sentence: Sentence, left: Figure, right: Figure) -> str:
    if sentence.between(left.end, right.start, "versus"):
        return "versus"
    gap = BRACKETED.sub("", sentence.gap(left.end, right.start))
    return "and" if _AND.search(gap) else "," if "," in gap else gap.strip()


def _half_named(sentence: Sentence, cluster: Cluster, size: int, entries: tuple[ArmEntry, ...]) -> tuple[ArmEntry, ...]:
    """`55% and 30% v 48% and 22% for B`: the arms of two runs, of which only the second is named beside it."""
    named = distinct(sentence.between(cluster.figures[-1].end, cluster.limit, "arm"))
    if len(entries) != _TWO or len(named) != 1 or len(cluster.figures) != _TWO * size:
        return ()
    other = entries[0] if named[0] is entries[1] else entries[1]
    ahead = compared(sentence, sentence.between(cluster.start, cluster.figures[0].start, "arm"))
    return (other, named[0]) if ahead in ((), (other,)) else ()
