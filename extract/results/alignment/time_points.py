"""Rates at several time points: `the 1-, 3- and 5-year rates were 89%, 82% and 75% with A and 92%, 90% and 82% with B`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...arms.registry import ArmEntry
from ..figures.clusters import Cluster
from ..items import Item, Sentence, distinct
from .order import order_of
from .runs import arm_of_only_run, arms_of_runs

_COORDINATED: Final = re.compile(r"[\s,]*(?:and|or|&)?\s*(?:at\s+)?")


def time_points(sentence: Sentence, cluster: Cluster) -> list[Item]:
    """The last time points named before a cluster's figures, as many as are coordinated; or in turn behind them."""
    last = cluster.figures[-1].end
    behind = [i for i in sentence.between(last, cluster.limit, "quantity") if i.quantity and i.quantity.kind == "time"]
    if len(behind) == len(cluster.figures) and sentence.between(behind[-1].end, cluster.limit, "respectively"):
        return behind
    run: list[Item] = []
    for item in reversed(sentence.between(sentence.start, cluster.figures[0].start, "quantity")):
        if item.quantity is None or item.quantity.kind != "time":
            if run:
                break
            continue
        if run and not _COORDINATED.fullmatch(sentence.gap(item.end, run[0].start)):
            break
        run.insert(0, item)
    return run


def align_times(sentence: Sentence, cluster: Cluster, times: list[Item], entries: tuple[ArmEntry, ...]) -> bool:
    """Give each figure its time point and its arm; False where their numbers don't fit."""
    figures, size = cluster.figures, len(times)
    if len(figures) % size or len(cluster.subjects) != 1:
        return False
    paired = bool(sentence.between(figures[0].end, figures[1].start, "versus"))
    if paired:  # 60% v 50% and 40% v 30%
        order = order_of(sentence, cluster, [None] * len(figures), (), entries)
        if len(order) * size != len(figures):
            return False
        cluster.order, cluster.arms = order, [arm for _ in times for arm in order]
    else:
        order = _arms_in_turn(sentence, cluster, size, entries)
        if not order:
            return False
        cluster.arms = [arm for arm in order for _ in times]
        cluster.order = tuple(arm for arm in order if arm is not None)
    for index, figure in enumerate(figures):
        moment = times[index // len(order) if paired else index % size].quantity
        figure.time = moment.name if moment else ""
    return True


def _arms_in_turn(
    sentence: Sentence, cluster: Cluster, size: int, entries: tuple[ArmEntry, ...]
) -> list[ArmEntry | None]:
    """The arm of each run of figures; one run is of the arm beside it, the only one named, or of everybody."""
    if len(cluster.figures) > size:
        return list(arms_of_runs(sentence, cluster, size, (), entries))
    if (own := arm_of_only_run(sentence, cluster)) is not None:
        return [own]
    named = distinct(sentence.between(sentence.start, cluster.limit, "arm"))
    if len(named) == 1 or not named:
        return [named[0] if named else entries[0] if len(entries) == 1 else None]
    return []
