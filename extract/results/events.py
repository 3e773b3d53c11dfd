"""Adverse events: how many patients of an arm had which event, of which grade, with which consequence."""

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from ...ontology.facts import AdverseEventResult, Arm, Consequence
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from .clusters import Cluster
from .event_names import is_any, plain_event
from .figures import Figure
from .groups import population_of
from .items import Item, ItemKind, Sentence
from .quantities import Quantity

CONSEQUENCES: Final[tuple[tuple[str, Consequence], ...]] = (
    ("discontinu", "discontinuation"), ("withdr", "discontinuation"), ("stopp", "discontinuation"),
    ("dose reduction", "doseReduction"),
    ("interruption", "interruption"), ("delay", "interruption"),
    ("fatal", "fatal"), ("death", "fatal"), ("died", "fatal"),
    ("hospitali", "hospitalization"),
)  # fmt: skip
_ROUNDING: Final = Decimal("1.0")
"""Percentage points that a printed share may be off."""
_FATAL: Final = re.compile(r"fatal|death|died")
_BESIDE: Final = 20
_NEAR: Final = 45


def event_candidate(
    context: Context,
    sentence: Sentence,
    cluster: Cluster,
    subject: Item,
    figure: Figure,
    arm: ArmEntry | None,
    p: Quantity | None,
) -> Candidate | None:
    """One count of one event in one arm."""
    if subject.concept is None or (arm is None and len(sentence.registry.entries) != 1) or _grades_in_turn(sentence):
        return None
    quantity = figure.quantity
    plain = plain_event(subject.concept)
    given = context.arm_in(context.trials.at(figure.start), arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else context.trials.at(figure.start),
        arm=given,
        event=plain.event,
        grade=_grade(sentence, cluster, subject, figure),
        value=quantity.value,
        value_relation=quantity.relation,
        count=quantity.count,
        total=quantity.total,
        serious=plain.serious or (True if _said(sentence, cluster, subject, figure, "serious") else None),
        treatment_related=plain.related or (True if _said(sentence, cluster, subject, figure, "related") else None),
        consequence=_consequence(sentence, cluster, subject, figure) or plain.consequence,
        population=population_of(sentence, figure, cluster, arm),
    )
    start, end = min(subject.start, quantity.start), max(figure.end, subject.end)
    return Candidate(claim=claim, start=start, end=end, rule="event-figure")


def with_total(candidate: Candidate, totals: dict[Arm, int]) -> Candidate:
    """`48 [17%] of 276 …, rash (29 [11%])`: a count is of the patients printed last for its arm, where that fits."""
    claim = candidate.claim
    if not isinstance(claim, AdverseEventResult) or claim.arm is None or claim.population or claim.count is None:
        return candidate
    if claim.total is not None:
        totals[claim.arm] = claim.total
        return candidate
    total = totals.get(claim.arm)
    if total is None or claim.count > total:
        return candidate
    share = Decimal(100 * claim.count) / total
    if claim.value is not None and abs(share - claim.value) > _ROUNDING:
        return candidate
    return replace(candidate, claim=replace(claim, total=total))


def _grade(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> str:
    """The grade in force: beside an event named after its figure, else last before it, else the sentence's only one."""
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    if subject.start > figure.end:
        beside = [
            g for g in grades if figure.end <= g.start < min(subject.end + _NEAR, max(cluster.limit, subject.end))
        ]
        earlier = [g for g in grades if g.end <= cluster.start and _reaches(sentence, g, subject)]
        chosen = beside[:1] or earlier[-1:]
    else:
        before = [g for g in grades if g.end <= figure.start and _reaches(sentence, g, subject)]
        if (
            len(before) > 1
            and subject.start - before[-1].end > _BESIDE
            and all(_is_of_one(sentence, g) for g in before[-2:])
        ):
            return "any"  # each event of the list has its own grade, this one has none
        chosen = before[-1:] or [g for g in grades if g.start > figure.end and _sums_up(sentence, g)][:1]
    return chosen[0].quantity.name if chosen and chosen[0].quantity else "any"


def _is_of_one(sentence: Sentence, grade: Item) -> bool:
    """Whether a grade stands right before an event of its own: `grade 3 neutropenia`."""
    following = sentence.between(grade.end, grade.end + _BESIDE + 40, "event")
    own = following[0] if following else None
    return own is not None and own.start - grade.end <= _BESIDE and own.concept is not None and not is_any(own.concept)


def _grades_in_turn(sentence: Sentence) -> bool:
    """`5% and 2% had grade 3 and 4 events, respectively`: which figure is of which grade is not read yet."""
    grades = [
        sentence.gap(i.start, i.end) for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"
    ]
    return "respectively" in sentence.text and any(re.search(r"\d and \d$", grade) for grade in grades)


def _sums_up(sentence: Sentence, grade: Item) -> bool:
    """`X (5%) and Y (4%) were the most common grade 3-4 adverse events`."""
    following = sentence.between(grade.end, sentence.end, "event", "quantity")
    return bool(following) and is_any(following[0].concept)


def _reaches(sentence: Sentence, mark: Item, subject: Item) -> bool:
    """Whether a mark before an event holds for it: always in a list; for events as a whole only next to it."""
    if not is_any(subject.concept):
        return True
    between = sentence.between(mark.end, subject.start, "quantity")
    return not any(i.quantity is not None and i.quantity.kind == "share" for i in between)


def _said(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure, kind: ItemKind) -> bool:
    """Whether a word such as `serious` qualifies the event: right before it, or before its figure in its clause."""
    if subject.start > figure.end:
        return any(
            i.kind == kind and figure.end <= i.start <= min(subject.end + _NEAR, max(cluster.limit, subject.end))
            for i in sentence.items
        )
    items = [i for i in sentence.items if i.kind == kind and i.end <= max(subject.end, figure.start)]
    return any(
        (subject.start - i.end < 60 and _reaches(sentence, i, subject)) or i.start >= subject.start for i in items
    )


def _consequence(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> Consequence | None:
    if subject.start > figure.end:
        reach = min(subject.end + _NEAR, max(cluster.limit, subject.end))
        near = [i for i in sentence.items if i.kind == "consequence" and figure.end <= i.start <= reach]
    else:
        following = sentence.between(cluster.figures[-1].end, cluster.limit, "event", "endpoint", "serious")
        limit = following[0].start if following else cluster.limit
        near = sentence.between(max(cluster.start, sentence.start), limit, "consequence")
        near = [i for i in near if abs(i.start - subject.end) < 90 or i.end <= figure.start]
        if not near and not is_any(subject.concept):
            near = [i for i in sentence.between(sentence.start, figure.start, "consequence") if _FATAL.match(i.text)]
    return next((c for item in near for stem, c in CONSEQUENCES if stem in item.text), None)
