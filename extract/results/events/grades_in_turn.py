"""Figures of several grades in turn: `grade 3 and 4 anemia in 31% and 12%, respectively`, `grade 3/4 (31%/12%)`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...arms.registry import ArmEntry
from ...number_words import WORD_NUMBER
from ..alignment.arms import arm_major, arm_of_run
from ..figures.clusters import Cluster
from ..items import Sentence, distinct

_GROUPS: Final = re.compile(r"\b(?:groups?|arms?|controls?|comparator|placebo|versus|vs)\b", re.IGNORECASE)
_SECOND: Final = re.compile(rf"(?<![\w.])(?:\d{{1,3}}|{WORD_NUMBER}) and $")
"""`in five and three patients`: the second of two counts, each of a grade."""
_RESPECTIVELY: Final = re.compile(r"[)\]]?,?\s+respectively\b")


def align_grades(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """`grade 3 and 4 anemia in 31% and 12%, respectively`: give each figure of an arm, or the only arm, its grade."""
    if _by_slashes(sentence, cluster, entries):
        return True
    in_turn = "respectively" in sentence.text or _is_of_one_arm(sentence, entries)
    names = _listed_grades(sentence, cluster) if in_turn else []
    if not names or _by_arm(sentence, cluster, names):
        return bool(names)
    if len(names) != len(cluster.figures) or len(cluster.subjects) != 1 or cluster.subjects[0].kind != "event":
        return False
    arms = distinct(sentence.between(sentence.start, sentence.end, "arm")) or entries
    beside = arm_of_run(sentence, cluster)
    if len(arms) > 1 and (_grades_respectively(sentence) or _alone_behind(sentence, cluster) is beside is not None):
        arms = (beside,) if beside else distinct(sentence.between(cluster.start, cluster.limit, "arm"))
    elif _GROUPS.search(sentence.text):
        return False
    if len(arms) > 1 or (entries and not arms):
        return False
    for figure, name in zip(cluster.figures, names, strict=True):
        figure.grade = name
    cluster.arms = [arms[0] if arms else None for _ in cluster.figures]
    return True


def _alone_behind(sentence: Sentence, cluster: Cluster) -> ArmEntry | None:
    """`in 5 and 3 patients with A and in 4 and 2 with B`: the only arm between figures and the next number."""
    last = cluster.figures[-1].end
    next_number = next((i.start for i in sentence.between(last, sentence.end, "quantity")), sentence.end)
    arms = distinct(sentence.between(last, next_number, "arm"))
    return arms[0] if len(arms) == 1 else None


def _is_of_one_arm(sentence: Sentence, entries: tuple[ArmEntry, ...]) -> bool:
    """`grade 3 and 4 events with A were rash (31% and 12%)`: nothing is compared, so that the figures are in turn."""
    named = distinct([i for i in sentence.items if i.kind == "arm"]) or entries
    return len(named) == 1 and not any(i.kind == "versus" for i in sentence.items)


def _grades_respectively(sentence: Sentence) -> bool:
    """`had grade 3 and 4 anemia, respectively`, `12% and 4%, respectively`: what is in turn is no list of arms."""
    counts = (i.start for i in sentence.items if i.quantity is not None and i.quantity.kind in {"share", "number"})
    first = next(counts, sentence.end)
    return len(distinct(sentence.between(sentence.start, first, "arm"))) <= 1 and any(
        i.kind in {"event", "quantity"} and _RESPECTIVELY.match(sentence.whole, i.end, sentence.end)
        for i in sentence.items
    )


def _listed_grades(sentence: Sentence, cluster: Cluster) -> list[str]:
    """The grades that a list before the figures names, or else right behind them: `12% and 4% had grade 3 and 4 Z`."""
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    before = [g for g in grades if g.end <= cluster.figures[0].start]
    behind = [g for g in grades if cluster.figures[0].end <= g.start < cluster.limit][:1]
    listed = before or behind
    said = sentence.gap(listed[0].start, listed[-1].end) if listed else ""
    if not re.fullmatch(r"[^%;]*\d,? and (?:grades? )?\d", said):
        return []
    return [name for g in listed if g.quantity for name in g.quantity.name.split("-")]


def _by_slashes(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> bool:
    """`grade 3/4 anemia (31%/12%) with A`: give each figure of one arm its grade, where the marks agree."""
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    before = [g for g in grades if g.end <= cluster.figures[0].start][-1:]
    names = [name for g in before if g.quantity for name in g.quantity.name.split("-")]
    gaps = {sentence.gap(a.end, b.start).strip() for a, b in pairwise(cluster.figures)}
    arm = arm_of_run(sentence, cluster) or (entries[0] if len(entries) == 1 else None)
    one = (arm or not entries) and len(cluster.subjects) == 1 and cluster.subjects[0].kind == "event"
    if not one or gaps != {"/"} or len(names) != len(cluster.figures):
        return False
    if "/" not in sentence.gap(before[0].start, before[0].end):
        return False
    for figure, name in zip(cluster.figures, names, strict=True):
        figure.grade = name
    cluster.arms = [arm for _ in cluster.figures]
    return True


def _by_arm(sentence: Sentence, cluster: Cluster, names: list[str]) -> bool:
    """`grade 3 and 4 rash in 31% and 12% with A and 9% and 2% with B, respectively`: each arm's figures by grade."""
    size = len(names)
    one = len(cluster.subjects) == 1 and cluster.subjects[0].kind == "event"
    arms = arm_major(sentence, cluster, size) if one and size > 1 else None
    if not arms:
        return False
    for index, figure in enumerate(cluster.figures):
        figure.grade = names[index % size]
    cluster.arms = [arm for arm in arms for _ in range(size)]
    cluster.order = tuple(arms)
    return True


def grades_in_turn(sentence: Sentence, cluster: Cluster) -> bool:
    """`5% and 2% had grade 3 and 4 events, respectively`: whether it is open which figure is of which grade."""
    if all(f.grade for f in cluster.figures):
        return False
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    in_turn = any(re.search(r"\d and \d$", sentence.gap(g.start, g.end)) for g in grades)
    if in_turn and any(_SECOND.search(sentence.gap(sentence.start, f.quantity.start)) for f in cluster.figures):
        return True
    if not in_turn or "respectively" not in sentence.text:
        return False
    told = any(i.kind == "arm" for i in sentence.items) and not _grades_respectively(sentence)
    return not told or len({id(a) for a in cluster.arms or []}) < len(cluster.figures)
