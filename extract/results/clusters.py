"""Clusters: figures that are compared with each other, with what they measure and in which arms.

Alignment is by counting: as many values as arms, as many as endpoints, or endpoints times arms. What does not
fit as a whole is dropped.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from ...ontology.facts import Concept, Trial
from ..arms.registry import ArmEntry
from .comparisons import FROM, distinct, order_of
from .figures import Figure
from .items import Item, Sentence

# Each word ends where it ends: without that, a long run of digits could be cut in countless ways.
_TIGHT_AFTER: Final = re.compile(
    r"[)\]\s,]*(?:(?:of|for|in|with|among|on|from|to|given|after|under|by|at|treated|receiving|received|assigned"
    r"|allocated|randomi[sz]ed|"
    r"who|were|was|the|those|all|\d+|patients|women|men|participants|subjects|people|cases|events|treatment|therapy|"
    r"evaluable|assessable|and|had|occurred|months|standard|oral)(?!\w)[\s,]*)*[(\[]?\s*"
)
_TIGHT_BEFORE: Final = re.compile(
    r"(?:'s)?[\s,:(\[;=]*(?:(?:was|were|is|had|has|achieved|experienced|reported|showed|a|an|the|of|in|median|and|at"
    r"|reached|group|arm|patients|"
    r"rate|rates|occurred|survival|discontinued|treatment|died|developed|respectively|for|by|n|\d+|each)(?!\w)"
    r"[\s,:(\[;=]*)*"
)
_OF_PREVIOUS: Final = re.compile(r"[)\s]*(?:groups?|arms?|patients)?[\s,]*(?:and|,)\s", re.IGNORECASE)
_PLACED: Final = re.compile(r"\b(?:in|with|for|on|by|given|receiving)\s+(?:the\s+)?$")
_BRACKETED: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_OF_NEXT: Final = re.compile(r"\band (?:for|in|with|on|among)\b")
_NEXT: Final = re.compile(r",|;|\band\b")
_ENDS: Final = re.compile(r"\brespectively\b|\b(?:had|experienced|developed|reported|achieved|occurred)\b")
_SAME: Final = re.compile(r"\b(?:the same|identical|equal|both)\b", re.IGNORECASE)
_REACH_OVER: Final = 150


@dataclass(slots=True)
class Cluster:
    """Figures side by side, the endpoints or events they are about, and the arm of each (None: all patients)."""

    figures: list[Figure]
    subjects: list[Item] = field(default_factory=list[Item])
    arms: list[ArmEntry | None] | None = None
    order: tuple[ArmEntry, ...] = ()
    start: int = 0
    limit: int = 0
    trial: Trial | None = None
    """The trial named right after the figures: `(7.2% vs 8.7% in ICARIA-MM)`."""
    consumed: int = 0
    """Where the words end that belong to it."""
    endpoint: Concept | None = None
    """What the values were read as, for the ratios printed beside them."""


def cluster_figures(sentence: Sentence, figures: list[Figure]) -> list[Cluster]:
    """Put the figures of arms that are compared with each other together; ratios stay out."""
    clusters: list[Cluster] = []
    previous: Figure | None = None
    for figure in figures:
        if figure.effect:
            previous = figure
            continue
        if (
            previous is not None
            and clusters
            and not previous.effect
            and _continues(sentence, clusters[-1], previous, figure)
        ):
            clusters[-1].figures.append(figure)
        else:
            clusters.append(Cluster([figure]))
        previous = figure
    edge = sentence.start
    for i, cluster in enumerate(clusters):
        cluster.start = edge
        cluster.limit = clusters[i + 1].figures[0].start if i + 1 < len(clusters) else sentence.end
        edge = _consumed(sentence, cluster)
    return clusters


def _consumed(sentence: Sentence, cluster: Cluster) -> int:
    """Where a cluster ends: after its last figure, and after the arm named right behind that."""
    last = cluster.figures[-1].end
    for item in sentence.between(last, cluster.limit, "arm"):
        if _TIGHT_AFTER.fullmatch(sentence.gap(last, item.start)):
            return item.end
        break
    return last


def _continues(sentence: Sentence, cluster: Cluster, previous: Figure, figure: Figure) -> bool:
    gap = sentence.gap(previous.end, figure.start)
    if previous.kind != figure.kind or len(gap) > _REACH_OVER:
        return False
    versus = bool(sentence.between(previous.end, figure.start, "versus"))
    about = sentence.between(previous.end, figure.start, "endpoint", "event", "absorber")
    if any(not _in_bracket(sentence, previous.end, i, figure.start) for i in about):
        return False
    times = [
        i
        for i in sentence.between(previous.end, figure.start, "quantity")
        if i.quantity and i.quantity.kind in {"time", "grade"}
    ]
    if times:
        return False
    if versus:
        return True
    if len(distinct(sentence.between(previous.end, figure.start, "arm"))) > 1 or _ENDS.search(gap):
        return False
    if ";" in gap and not sentence.between(previous.end, figure.start, "arm"):
        return False
    risen = bool(FROM.search(sentence.gap(sentence.start, previous.start)) and re.search(r"\bto\s*$", gap))
    return risen or bool(re.search(r"\band\b|,|;|/|\bor\b", gap))


def _in_bracket(sentence: Sentence, start: int, item: Item, end: int) -> bool:
    """Whether an item stands in a bracket that opens and closes between two places."""
    before, after = sentence.gap(start, item.start), sentence.gap(item.end, end)
    return before.count("(") > before.count(")") and after.count(")") > after.count("(")


def align_arms(
    sentence: Sentence, cluster: Cluster, inherited: tuple[ArmEntry, ...], entries: tuple[ArmEntry, ...]
) -> bool:
    """Give each figure its arm; False where the numbers of figures and arms don't fit."""
    figures = cluster.figures
    own = _own_arms(sentence, cluster)
    named = [arm for arm in own if arm is not None]
    if len(named) == len(figures) and (len(set(map(id, named))) == len(figures) or len(figures) > len(entries)):
        cluster.arms, cluster.order = list(own), tuple(named)
        return True
    if len(figures) == 1:
        return _single(sentence, cluster, own[0], entries)
    if len(cluster.subjects) > 1 and not sentence.between(figures[0].end, figures[-1].start, "versus"):
        blocks = _in_blocks(own, len(cluster.subjects)) or _in_one_arm(sentence, cluster, entries)
        if blocks or len(figures) == len(cluster.subjects):
            cluster.arms = blocks
            return blocks is not None
    order = order_of(sentence, cluster, own, inherited, entries)
    if not order or len(figures) % len(order):
        return False
    cluster.arms = [order[i % len(order)] for i in range(len(figures))]
    cluster.order = order
    return True


def _in_blocks(own: list[ArmEntry | None], size: int) -> list[ArmEntry | None] | None:
    """`nausea and fatigue … 77% and 63% with A, 38% and 42% with B`: each arm, named once, has a figure of each."""
    named = [i for i, arm in enumerate(own) if arm is not None]
    at_edge = {i % size for i in named} in ({0}, {size - 1})
    return [own[named[i // size]] for i in range(len(own))] if at_edge and len(named) * size == len(own) else None


def _in_one_arm(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> list[ArmEntry | None] | None:
    """`with A, nausea and fatigue occurred in 77% and 63%`: the only arm named, or the only one there is."""
    named = distinct(sentence.between(sentence.start, cluster.limit, "arm")) or entries
    fits = len(named) == 1 and len(cluster.figures) == len(cluster.subjects)
    return [named[0] for _ in cluster.figures] if fits else None


def _own_arms(sentence: Sentence, cluster: Cluster) -> list[ArmEntry | None]:
    """The arm named right after each figure, or else right before each: whichever serves more figures."""
    after = [_after(sentence, cluster, i) for i in range(len(cluster.figures))]
    before = [_before(sentence, cluster, i) for i in range(len(cluster.figures))]
    return before if after.count(None) > before.count(None) else after


def _after(sentence: Sentence, cluster: Cluster, index: int) -> ArmEntry | None:
    figure = cluster.figures[index]
    limit = cluster.figures[index + 1].start if index + 1 < len(cluster.figures) else cluster.limit
    for item in sentence.between(figure.end, limit, "arm"):
        gap = _BRACKETED.sub("", sentence.gap(figure.end, item.start))
        of_next = (
            limit != cluster.limit and _NEXT.search(gap) and _TIGHT_BEFORE.fullmatch(sentence.gap(item.end, limit))
        )
        of_next = of_next or (limit != cluster.limit and bool(_OF_NEXT.search(gap)))
        if len(item.arms) == 1 and len(gap) < 80 and _TIGHT_AFTER.fullmatch(gap) and not of_next:
            return item.arms[0]
        break
    return None


def _before(sentence: Sentence, cluster: Cluster, index: int) -> ArmEntry | None:
    figure = cluster.figures[index]
    edge = cluster.figures[index - 1].end if index else cluster.start
    for item in reversed(sentence.between(edge, figure.start, "arm")):
        gap = sentence.gap(item.end, figure.start)
        of_previous = index and _OF_PREVIOUS.match(gap) and _PLACED.search(sentence.gap(edge, item.start))
        if len(item.arms) == 1 and len(gap) < 60 and _TIGHT_BEFORE.fullmatch(gap) and not of_previous:
            return item.arms[0]
        break
    return None


def _single(sentence: Sentence, cluster: Cluster, own: ArmEntry | None, entries: tuple[ArmEntry, ...]) -> bool:
    """One figure: its own arm, both arms where the text says so, the one arm the clause names, or everybody."""
    if own is not None:
        cluster.arms, cluster.order = [own], (own,)
        return True
    named = sentence.between(cluster.start, cluster.limit, "arm")
    together = [i for i in named if len(i.arms) > 1]
    if together and len(named) == len(together):
        cluster.figures = cluster.figures * len(together[0].arms)
        cluster.arms = list(together[0].arms)
        return True
    distinct = {id(i.arms[0]): i.arms[0] for i in named if len(i.arms) == 1}
    if len(distinct) == 1 and not together:
        cluster.arms = list(distinct.values())
        return True
    if distinct:
        if not _SAME.search(sentence.gap(cluster.start, cluster.limit)):
            return False
        cluster.figures = cluster.figures * len(distinct)
        cluster.arms = list(distinct.values())
        return True
    everywhere = {
        id(i.arms[0]): i.arms[0] for i in sentence.between(sentence.start, sentence.end, "arm") if len(i.arms) == 1
    }
    if len(everywhere) == 1:
        cluster.arms = list(everywhere.values())
    elif everywhere:
        cluster.arms = [_listed_under(sentence, cluster.figures[0])]
    else:
        cluster.arms = [entries[0] if len(entries) == 1 else None]
    return True


def _listed_under(sentence: Sentence, figure: Figure) -> ArmEntry | None:
    """The arm of one of many figures: `with A: x (1%), y (2%)`, or `x (1%), y (2%) with A`."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    first = next(
        (i for i in sentence.items if i.quantity is not None and i.quantity.kind == figure.quantity.kind), arms[0]
    )
    before = [i for i in arms if i.end <= figure.start]
    chosen = (
        before[-1] if before and arms[0].end <= first.start else next((i for i in arms if i.start >= figure.end), None)
    )
    return chosen.arms[0] if chosen and len(chosen.arms) == 1 else None


def arm_major(sentence: Sentence, cluster: Cluster, size: int) -> list[ArmEntry] | None:
    """`PFS and OS were 2.8 and 13.2 months with A and 2.0 and 14.0 with B`: the arm of each run of `size` figures."""
    count = len(cluster.figures)
    if count % size or count == size:
        return None
    for find, first in ((_after, size - 1), (_before, 0)):
        arms = [find(sentence, cluster, i) for i in range(first, count, size)]
        named = [arm for arm in arms if arm is not None]
        if len(named) == len(arms) and len(set(map(id, named))) == len(named):
            return named
    return None
