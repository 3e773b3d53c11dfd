"""Which figures p values stand with.

Offsets are those of the cleaned text.
"""

from itertools import pairwise

from ..items import Sentence
from ..quantities.quantity import Quantity
from .clusters import Cluster
from .figure import Figure


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


def tested_by(sentence: Sentence, cluster: Cluster, figure: Figure, index: int) -> Quantity | None:
    """The p value behind the last figure is of the comparison; where several figures have one, it is of that figure.

    One that compares two arms stands with the experimental arm: the first, or the one behind which it is told.
    """
    if sum(bool(f.pending) for f in cluster.figures) > 1:
        return next(iter(figure.pending), None)
    roles = [arm.role if arm else None for arm in cluster.arms or []]
    told = next(iter(cluster.figures[-1].pending), None)
    if told is None or "experimental" not in roles:
        return told if index == 0 else None
    in_turn = sentence.between(cluster.figures[-1].end, told.start, "respectively")
    behind = roles[-1] == "experimental" and "control" in roles and not in_turn
    return told if index == (len(roles) - 1 if behind else roles.index("experimental")) else None
