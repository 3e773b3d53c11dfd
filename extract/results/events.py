"""Adverse events: how many patients of an arm had which event, of which grade, with which consequence."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ...ontology.facts import AdverseEventResult, Arm, Concept, Consequence
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from .clusters import Cluster
from .figures import Figure
from .groups import population_of
from .items import Item, ItemKind, Sentence
from .quantities import Quantity

ANY: Final = Concept("AdverseEvent", "any adverse event")
CONSEQUENCES: Final[tuple[tuple[str, Consequence], ...]] = (
    ("discontinu", "discontinuation"), ("withdr", "discontinuation"), ("stopp", "discontinuation"),
    ("dose reduction", "doseReduction"),
    ("interruption", "interruption"), ("delay", "interruption"),
    ("fatal", "fatal"), ("death", "fatal"), ("died", "fatal"),
    ("hospitali", "hospitalization"),
)  # fmt: skip
_MARKED: Final = re.compile(
    r"(?P<serious>serious )?(?P<related>(?:treatment|drug)-related )?(?:any |serious "
    r"|treatment-emergent )*adverse event|(?:any )?toxicity"
)
_CLAUSE: Final = re.compile(r"\b(?:whereas|while|but)\b|;|,? and (?=more\b)")
_ROUNDING: Final = Decimal("1.0")
"""Percentage points that a printed share may be off."""
_FATAL: Final = re.compile(r"fatal|death|died")
_BESIDE: Final = 20
_NEAR: Final = 45
_COMMON: Final = re.compile(
    r"\b(?:most|more|less) (?:common|frequent)|\bcommon(?:est)? (?:[\w-]+ ){0,3}(?:adverse|toxicit|side)"
    r"|\b(?:adverse events|toxicities) included\b"
    r"|\bthere (?:was|were) more\b|^\s*more\b",
    re.IGNORECASE,
)


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
    event, serious, related = normal_event(subject.concept)
    given = context.arm_in(context.trials.at(figure.start), arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else context.trials.at(figure.start),
        arm=given,
        event=event,
        grade=_grade(sentence, cluster, subject, figure),
        value=quantity.value,
        value_relation=quantity.relation,
        count=quantity.count,
        total=quantity.total,
        serious=serious or (True if _said(sentence, cluster, subject, figure, "serious") else None),
        treatment_related=related or (True if _said(sentence, cluster, subject, figure, "related") else None),
        consequence=_consequence(sentence, cluster, subject, figure),
        population=population_of(sentence, figure, cluster, arm),
    )
    start, end = min(subject.start, figure.start), max(figure.end, subject.end)
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
    return (
        own is not None
        and own.start - grade.end <= _BESIDE
        and own.concept is not None
        and normal_event(own.concept)[0] != ANY
    )


def _grades_in_turn(sentence: Sentence) -> bool:
    """`5% and 2% had grade 3 and 4 events, respectively`: which figure is of which grade is not read yet."""
    grades = [
        sentence.gap(i.start, i.end) for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"
    ]
    return "respectively" in sentence.text and any(re.search(r"\d and \d$", grade) for grade in grades)


def _sums_up(sentence: Sentence, grade: Item) -> bool:
    """`X (5%) and Y (4%) were the most common grade 3-4 adverse events`."""
    following = sentence.between(grade.end, sentence.end, "event", "quantity")
    return bool(following) and following[0].concept is not None and normal_event(following[0].concept)[0] == ANY


def _reaches(sentence: Sentence, mark: Item, subject: Item) -> bool:
    """Whether a mark before an event holds for it: always in a list; for events as a whole only next to it."""
    if subject.concept is None or normal_event(subject.concept)[0] != ANY:
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
        if not near and subject.concept is not None and normal_event(subject.concept)[0] != ANY:
            near = [i for i in sentence.between(sentence.start, figure.start, "consequence") if _FATAL.match(i.text)]
    return next((c for item in near for stem, c in CONSEQUENCES if stem in item.text), None)


def named_events(context: Context, sentence: Sentence) -> Iterator[Candidate]:
    """Events listed without figures, by clause: `nausea was more common with A`, `the most common events were …`."""
    edges = [sentence.start, *(m.end() + sentence.start for m in _CLAUSE.finditer(sentence.text)), sentence.end]
    for start, end in pairwise(edges):
        if _COMMON.search(sentence.gap(start, end)):
            yield from _listed(context, sentence, start, end)


def _listed(context: Context, sentence: Sentence, start: int, end: int) -> Iterator[Candidate]:
    events = [i.concept for i in sentence.between(start, end, "event") if i.concept]
    plain = [e for e in events if normal_event(e)[0] != ANY]
    arms = {id(i.arms[0]): i.arms[0] for i in sentence.between(start, end, "arm") if len(i.arms) == 1}
    shared = any(len(i.arms) > 1 for i in sentence.between(start, end, "arm"))
    arm = next(iter(arms.values())) if len(arms) == 1 else None
    if not arms and not shared and len(plain) < len(events):
        arm = sentence.registry.experimental()
    if arm is None or not plain:
        return
    given = context.arm_in(context.trials.at(start), arm)
    for item in sentence.between(start, end, "event"):
        if item.concept is None or item.concept not in plain:
            continue
        grades = [
            i
            for i in sentence.between(item.start - _BESIDE, item.start, "quantity")
            if i.quantity and i.quantity.kind == "grade"
        ]
        grade = grades[-1].quantity.name if grades and grades[-1].quantity else "any"
        event = Concept("AdverseEvent", item.concept.name)
        claim = AdverseEventResult(trial=given.trial, arm=given, event=event, grade=grade)
        yield Candidate(claim=claim, start=start, end=end, rule="event-named")


def normal_event(concept: Concept) -> tuple[Concept, bool | None, bool | None]:
    """Serious and related events are any events, marked so: the event, serious, treatment-related.

    >>> normal_event(Concept("AdverseEvent", "serious adverse event"))[1]
    True
    """
    if concept.name == "death":
        return ANY, None, None
    match = _MARKED.fullmatch(concept.name)
    if match is None:
        return Concept("AdverseEvent", concept.name), None, None
    return ANY, True if match["serious"] else None, True if match["related"] else None
