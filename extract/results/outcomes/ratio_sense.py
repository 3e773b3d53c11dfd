"""Whether a hazard ratio is of the arm that it is taken for: above one where that arm's patients had it worse."""

from typing import Final

from ...arms.registry import ArmEntry
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..measured.families import is_survival

Pair = tuple[ArmEntry, ArmEntry]
_LEAST: Final = 1.05
"""How far medians are apart where they tell which way a ratio goes, and how far the ratio is from one."""


def with_medians(pair: Pair, figure: Figure, clusters: list[Cluster]) -> Pair:
    """The arms of a hazard ratio as the medians before it are printed, where only that order agrees with them.

    `39 months with A and 46 months with B (HR 1.16)`: the ratio is of A, whatever their roles.
    """
    value = figure.quantity.value
    if figure.effect != "hazardRatio" or not value or max(value, 1 / value) < _LEAST:
        return pair
    for cluster in clusters:
        arms, told = cluster.arms or [], [f.quantity.value for f in cluster.figures]
        if cluster.endpoint is None or not is_survival(cluster.endpoint.name) or cluster.figures[0].kind != "duration":
            continue
        if len(arms) != len(pair) or arms[0] is not pair[1] or arms[1] is not pair[0]:
            continue
        first, second = told
        if first and second and max(first, second) / min(first, second) >= _LEAST:
            return (pair[1], pair[0]) if (first < second) == (value > 1) else pair
    return pair
