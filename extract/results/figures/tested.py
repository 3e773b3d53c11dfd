"""Which of two figures a p value stands with, where words for what they measure part them.

Offsets are those of the cleaned text.
"""

from itertools import pairwise

from ..items import Sentence
from .clusters import Cluster


def share_tests(sentence: Sentence, clusters: list[Cluster]) -> None:
    """`55% on A had a response compared with 41% on B (p = 0.003)`: the p value goes to A, unless A is the control."""
    for earlier, later in pairwise(clusters):
        if len(earlier.figures) != 1 or len(later.figures) != 1:
            continue
        first, second = earlier.figures[0], later.figures[0]
        versus = sentence.between(first.end, second.start, "versus")
        if not versus or first.kind != second.kind or first.pending or not second.pending:
            continue
        behind = sentence.between(second.end, later.limit, "arm")[:1]
        experimental = any(arm.role == "experimental" for item in behind for arm in item.arms)
        if not experimental and not sentence.between(versus[-1].end, second.start, "endpoint", "event"):
            first.pending, second.pending = second.pending, []
