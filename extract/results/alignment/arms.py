"""Which arm each figure of a cluster is of, by counting: as many values as arms, or as endpoints times arms.

What does not fit as a whole is dropped.
"""

import re
from itertools import pairwise
from typing import Final

from ...arms.registry import ArmEntry
from ...people import PEOPLE
from ..figures.broken_down import broken_down
from ..figures.clusters import OF_NEXT, TIGHT_AFTER, Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence, distinct
from .clauses import BRACKETED, ahead_of_bracket, of_bracket, of_fronts, of_own_clause
from .order import begins_list, is_reference, order_of
from .single_figures import align_single, has_its_figure, is_set_against, of_list
from .unknown_arms import names_other_drug, names_others

_TIGHT_BEFORE: Final = re.compile(
    r"(?:'s)?(?:\s(?:HCl|MDPI|[ESXI]R|tablets?|capsules?|mouthwash|gel|cream|inhaler|injections?|monotherapy))?"
    r"(?:\s(?:every\s\d+\s(?:weeks?|months?|days?)|(?:once|twice|three times)(?:\s(?:a|per))?[\s-]"
    r"(?:daily|weekly|day|week)|(?:once-|twice-)?(?:daily|weekly|monthly)|(?-i:BID|QD|TID|QW|Q\dW)))?"
    r"[\s,:(\[;=]*(?:(?:was|were|is|had|has|achieved|experienced|reported|showed|a|an|the|of|in|median|and|at"
    rf"|reached|group|arm|{PEOPLE}|"
    r"rate|rates|occurred|survival|discontinued|treatment|died|lived|survived|developed|respectively|for|by|n|\d+|each)(?!\w)"
    r"[\s,:(\[;=]*)*"
)
_OF_PREVIOUS: Final = re.compile(rf"[)\s]*(?:groups?|arms?|{PEOPLE})?[\s,]*(?:and|,)\s", re.IGNORECASE)
_PLACED: Final = re.compile(
    r"\b(?:in|with|for|on|by|of|to|after|under|among|given|receiv(?:ing|ed?)|taking|took|using|dosing|treatment|therapy)\s+"
    r"(?:the\s+)?$"
)
_NEW: Final = re.compile(r"[,;:]|\b(?:and|or|versus|vs?|than|while|whereas)\b")


_WAS: Final = re.compile(r",\s(?:was|were)\b")
"""`the gain with A, as compared with B, was 9%`: not of B alone."""
_AND: Final = re.compile(r"\band\s+(?:the\s+)?$")
_TESTED: Final = re.compile(r"^\s*[;,]\s*[Pp]\s*[=<>≤]\s*[\d.]+\d")
"""`from 25 to 18 mmHg (-30%; p < 0.001) with A`: the p value in the bracket of one figure parts it from no arm."""
_RISEN: Final = re.compile(
    r"(?:\s(?:it|the\s[a-z]+(?:\s[a-z]+)?))?(?:\s(?:fell|rose|dropped|declined|decreased|increased|improved|changed|went))?"
    r"(?:\s[a-z]+ly)?\s?\bfrom\s[^;]{1,40}\sto\s$"
)
"""`in the A group it fell from 25 ± 6 to 16 ± 8`: what stands between an arm and the value that it has come to."""
_NEXT: Final = re.compile(r",|;|\band\b")
_LABEL: Final = re.compile(
    rf"(?:[-–/+][\w-]+)?(?:\s(?:group|arm|{PEOPLE}))?(?:\s\([^()]*\))?(?:\s[A-Z]{{2,5}})?\s?[=:]\s?(?:median\s)?"
)
"""`A-B arm = 26 months`: what stands between an arm and the figure that it labels."""
_BOTH: Final = re.compile(r"(?:\s(?:groups?|arms?))?\sand\s(?:the\s)?")
_LISTED: Final = re.compile(r"(?:\s(?:groups?|arms?))?(?:,|,?\sand)\s(?:the\s)?")
_IN_TURN: Final = re.compile(rf"(?:\s(?:groups?|arms?|{PEOPLE}|recipients))?,?\srespectively\b")
_TWO, _THREE = 2, 3
_SLASH: Final = re.compile(r"(?:\s(?:groups?|arms?))?\s?/\s?(?:%\s)?(?:the\s)?")


def align_arms(
    sentence: Sentence, cluster: Cluster, inherited: tuple[ArmEntry, ...], entries: tuple[ArmEntry, ...]
) -> bool:
    """Give each figure its arm; False where the numbers of figures and arms don't fit."""
    figures = cluster.figures
    if _lacks_figures(sentence, cluster):
        return False
    if len(figures) == 1 and (last := of_list(sentence, figures[0])) is not None:
        cluster.arms = [last]
        return True
    labels = [_label(sentence, cluster, i) for i in range(len(figures))]
    own = labels if any(labels) else _own_arms(sentence, cluster)
    own = _with_last_left(own, entries)
    named = [arm for arm in own if arm is not None]
    if not any(labels) and len(figures) > 1 and all(_is_labelled(sentence, f) for f in figures):
        return False
    if len(cluster.subjects) == 1 and _are_slashed(sentence, figures) and not _arms_slashed(sentence):
        return False
    if len(named) == len(figures) and (len(set(map(id, named))) == len(figures) or len(figures) > len(entries)):
        cluster.arms, cluster.order = list(own), tuple(named)
        return True
    if len(figures) == 1:
        return align_single(sentence, cluster, entries)
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


def _lacks_figures(sentence: Sentence, cluster: Cluster) -> bool:
    """`8% …, 12% in the A and B groups, respectively`: whether more arms share the figures in turn than there are."""
    figures = cluster.figures
    arms = sentence.between(figures[-1].end, cluster.limit, "arm")
    listed = _in_turn_from(sentence, arms)
    run = 1
    while run < len(figures) and not sentence.between(figures[-run - 1].end, figures[-run].start, "arm"):
        run += 1
    return run < listed and _is_beside(sentence, figures[-1], arms[0])


def _in_turn_from(sentence: Sentence, arms: list[Item]) -> int:
    """With how many arms a list begins that ends with `respectively`; 0 where there is none."""
    listed = 1
    while listed < len(arms) and _LISTED.fullmatch(sentence.gap(arms[listed - 1].end, arms[listed].start)):
        listed += 1
    ends = listed > 1 and _IN_TURN.match(sentence.whole, arms[listed - 1].end, sentence.end)
    return listed if ends else 0


def _is_beside(sentence: Sentence, figure: Figure, arm: Item) -> bool:
    """Whether no more than brackets and the words that lead to an arm stand between it and the figure before it."""
    gap = _TESTED.sub("", BRACKETED.sub("", sentence.gap(figure.end, arm.start)))
    return TIGHT_AFTER.fullmatch(gap) is not None


def _with_last_left(own: list[ArmEntry | None], entries: tuple[ArmEntry, ...]) -> list[ArmEntry | None]:
    """`more with A, 66% versus 53% (B) and 58% (C)`: the only arm left for the only figure without one."""
    left = [entry for entry in entries if all(entry is not arm for arm in own)]
    fits = len(own) == len(entries) >= _THREE and own.count(None) == len(left) == 1
    return [arm or left[0] for arm in own] if fits else own


def _are_slashed(sentence: Sentence, figures: list[Figure]) -> bool:
    """`4%/1%`: whether figures are joined by a slash, as those of grades and of degrees of a response are."""
    return any(sentence.gap(a.end, b.start).strip() == "/" for a, b in pairwise(figures))


def _arms_slashed(sentence: Sentence) -> bool:
    """`12%/5% of A/B patients`: whether arms are joined so, too."""
    arms = [i for i in sentence.items if i.kind == "arm"]
    return any(_SLASH.fullmatch(sentence.gap(a.end, b.start)) for a, b in pairwise(arms))


def _is_labelled(sentence: Sentence, figure: Figure) -> bool:
    return sentence.gap(figure.start - 2, figure.start).rstrip()[-1:] in {"=", ":"}


def _label(sentence: Sentence, cluster: Cluster, index: int) -> ArmEntry | None:
    """The arm that labels a figure: `A = 26.4 months`, `arm A PFS: 26.4 months`."""
    edge, start = cluster.figures[index - 1].end if index else cluster.start, cluster.figures[index].start
    named = [i for i in sentence.between(edge, start, "arm")[-1:] if len(i.arms) == 1]
    return named[0].arms[0] if named and _LABEL.fullmatch(sentence.gap(named[0].end, start)) else None


def _in_blocks(own: list[ArmEntry | None], size: int) -> list[ArmEntry | None] | None:
    """`nausea and fatigue … 77% and 63% with A, 38% and 42% with B`: each arm, named once, has a figure of each."""
    named = [i for i, arm in enumerate(own) if arm is not None]
    at_edge = {i % size for i in named} in ({0}, {size - 1})
    return [own[named[i // size]] for i in range(len(own))] if at_edge and len(named) * size == len(own) else None


def _in_one_arm(sentence: Sentence, cluster: Cluster, entries: tuple[ArmEntry, ...]) -> list[ArmEntry | None] | None:
    """`with A, nausea and fatigue occurred in 77% and 63%`: the only arm named, or the only one there is, or all."""
    if len(cluster.figures) != len(cluster.subjects):
        return None
    named = distinct(sentence.between(sentence.start, cluster.limit, "arm")) or entries
    if len(named) == 1:
        return [named[0] for _ in cluster.figures]
    return [None for _ in cluster.figures] if _of_everybody(sentence, cluster) else None


def _of_everybody(sentence: Sentence, cluster: Cluster) -> bool:
    """Whether a sentence names no arm, nor anything else that its figures might be of or be compared with."""
    arms = any(i.kind == "arm" for i in sentence.items)
    others = names_other_drug(sentence, cluster) or names_others(sentence, cluster) or is_set_against(sentence, cluster)
    return not arms and not others


def _own_arms(sentence: Sentence, cluster: Cluster) -> list[ArmEntry | None]:
    """The arm with which the clause of each begins, or right after each figure, or right before: what serves more."""
    if len(cluster.figures) > 1 and (fronts := of_fronts(sentence, cluster.figures)):
        return fronts
    after = [_after(sentence, cluster, i) for i in range(len(cluster.figures))]
    before = [_before(sentence, cluster, i) for i in range(len(cluster.figures))]
    found = _in_turn(sentence, cluster) or (before if after.count(None) > before.count(None) else after)
    bracketed = [of_bracket(sentence, cluster, figure) for figure in cluster.figures]
    own = [of_own_clause(sentence, f) or arm for f, arm in zip(cluster.figures, found, strict=True)]
    return [of or arm for of, arm in zip(bracketed, own, strict=True)]


def _in_turn(sentence: Sentence, cluster: Cluster) -> list[ArmEntry | None]:
    """`36% and 40% in the A and B groups, vs 1% with C`, or C first: of three figures two have their arms in turn."""
    figures = cluster.figures
    if len(figures) == _THREE and (pair := ahead_of_bracket(sentence, cluster)):
        return [*pair, _after(sentence, cluster, 2) or _before(sentence, cluster, 2)]
    for last in (1, 2) if len(figures) == _THREE else ():
        limit = figures[last + 1].start if last == 1 else cluster.limit
        named = sentence.between(figures[last].end, limit, "arm")
        joined = len(named) == _TWO and _BOTH.fullmatch(sentence.gap(named[0].end, named[1].start))
        apart = sentence.between(figures[last - 1].end, figures[last].start, "arm")
        behind = joined and _is_beside(sentence, figures[last], named[0])
        if behind and not apart and all(len(i.arms) == 1 for i in named):
            pair = [named[0].arms[0], named[1].arms[0]]
            return [*pair, _after(sentence, cluster, 2)] if last == 1 else [_after(sentence, cluster, 0), *pair]
    return []


def _after(sentence: Sentence, cluster: Cluster, index: int) -> ArmEntry | None:
    figure = cluster.figures[index]
    limit = cluster.figures[index + 1].start if index + 1 < len(cluster.figures) else cluster.limit
    for item in sentence.between(figure.quantity.end, limit, "arm"):
        gap = _gap_behind(sentence, cluster, index, item)
        of_next = (
            limit != cluster.limit and _NEXT.search(gap) and _TIGHT_BEFORE.fullmatch(sentence.gap(item.end, limit))
        )
        of_next = of_next or (limit != sentence.end and bool(OF_NEXT.search(gap)))
        of_next = of_next or (limit != sentence.end and _leads(sentence, item, gap, limit))
        of_next = of_next or broken_down(sentence, figure, item) or (index > 0 and begins_list(sentence, item))
        if len(item.arms) == 1 and len(gap) < 80 and TIGHT_AFTER.fullmatch(gap) and not of_next:
            return item.arms[0]
        break
    return None


def _gap_behind(sentence: Sentence, cluster: Cluster, index: int, arm: Item) -> str:
    """What stands between a figure and an arm, less the brackets: `8.2 months (95% CI 6-9; p = 0.2) with A`."""
    figure = cluster.figures[index]
    whole = BRACKETED.sub("", sentence.gap(figure.quantity.end, arm.start))
    if TIGHT_AFTER.fullmatch(whole):
        return whole
    gap = sentence.gap(figure.end, arm.start)
    for part in sentence.between(figure.end, arm.start, "population"):
        gap = gap.replace(part.text, "") if part.text else gap
    gap = BRACKETED.sub("", gap)
    alone = not index or "(" in sentence.gap(cluster.figures[index - 1].end, figure.end)
    return _TESTED.sub("", gap) if alone else gap


def _leads(sentence: Sentence, arm: Item, gap: str, limit: int) -> bool:
    """`12% of patients, and B in 8%`: whether an arm behind `and` stands before its own figure."""
    return bool(_AND.search(gap) and _TIGHT_BEFORE.fullmatch(sentence.gap(arm.end, limit)))


def _before(sentence: Sentence, cluster: Cluster, index: int) -> ArmEntry | None:
    figure = cluster.figures[index]
    edge = cluster.figures[index - 1].end if index else cluster.start
    for item in reversed(sentence.between(edge, figure.start, "arm")):
        gap = _RISEN.sub("", sentence.gap(item.end, figure.start))
        placed = index and (_goes_on(sentence.gap(edge, item.start)) or _begins_with_figure(sentence, cluster))
        of_previous = placed and _OF_PREVIOUS.match(gap)
        of_previous = of_previous or (not index and _is_second(sentence, cluster, item))
        of_previous = of_previous or (not index and has_its_figure(sentence, item, figure))
        of_previous = of_previous or (_WAS.match(gap) and is_reference(sentence, item))
        if len(item.arms) == 1 and len(gap) < 60 and _TIGHT_BEFORE.fullmatch(gap) and not of_previous:
            return item.arms[0]
        break
    return None


def _goes_on(gap: str) -> bool:
    """Whether words behind a figure are still of it: `12% of those on `, `8%) taking `, not `12%, B `."""
    return bool(_PLACED.search(gap)) or not _NEW.search(BRACKETED.sub("", gap))


def _begins_with_figure(sentence: Sentence, cluster: Cluster) -> bool:
    """`2% during any A and 1% during any B`: whether arms stand behind the figures, the last one's too."""
    ahead = sentence.between(cluster.start, cluster.figures[0].start, "arm")
    return not ahead and bool(sentence.between(cluster.figures[-1].end, cluster.limit, "arm"))


def _is_second(sentence: Sentence, cluster: Cluster, arm: Item) -> bool:
    """`longer than with A (25 v 16 months)`: the arm is what the other is compared with, and has the second figure."""
    opposed = sentence.between(cluster.figures[0].end, cluster.figures[-1].start, "versus")
    return bool(opposed) and is_reference(sentence, arm)


def arm_major(sentence: Sentence, cluster: Cluster, size: int) -> list[ArmEntry] | None:
    """`PFS and OS were 2.8 and 13.2 months with A and 2.0 and 14.0 with B`: the arm of each run of `size` figures."""
    count = len(cluster.figures)
    if count % size or count == size:
        return None
    after = [_after(sentence, cluster, i) for i in range(size - 1, count, size)]
    before = [_before(sentence, cluster, i) for i in range(0, count, size)]
    for arms in (after, before, [a or b for a, b in zip(after, before, strict=True)]):
        named = [arm for arm in arms if arm is not None]
        if len(named) == len(arms) and len(set(map(id, named))) == len(named):
            return named
    return None


def arm_of_run(sentence: Sentence, cluster: Cluster) -> ArmEntry | None:
    """The arm named right behind the last figure, or right before the first."""
    return _after(sentence, cluster, len(cluster.figures) - 1) or _before(sentence, cluster, 0)
