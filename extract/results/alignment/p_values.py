"""Which figure of a comparison a p value stands with."""

from ...arms.registry import ArmEntry
from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..quantities.quantity import Quantity


def p_value_of(cluster: Cluster, figure: Figure, index: int, arms: list[ArmEntry | None]) -> Quantity | None:
    """The p value behind the last figure is of the comparison; where each figure has one, it is of that figure.

    One that compares two arms stands with the experimental arm.
    """
    if len(cluster.figures) > 1 and all(f.pending for f in cluster.figures):
        return figure.pending[0]
    tested = next((i for i, a in enumerate(arms) if a is not None and a.role == "experimental"), 0)
    return next(iter(cluster.figures[-1].pending), None) if index == tested else None
