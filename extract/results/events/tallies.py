"""Events counted one by one: `A, B, n=1 each`, `(one sepsis and two falls)`, `pneumonia (2)`, `in two patients`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ....ontology.facts import AdverseEventResult, Consequence
from ...arms.registry import ArmEntry
from ...candidates import Candidate
from ...context import Context
from ...number_words import WORD_NUMBER
from ...people import PEOPLE
from ..alignment.unknown_arms import is_of_unknown_arm
from ..items import Sentence
from ..measured.event_names import PlainEvent, is_any, plain_event
from ..patients.groups import with_variant
from .absences import stated_arm
from .grades import grade_in_list
from .part_counts import is_of_part
from .tally_counts import Tally, find_tallies

_PLACED: Final = re.compile(r"\s*(?:in|on|with|from|receiving|given)?\s*(?:the\s+)?")
_AMONG: Final = re.compile(
    rf"[^;:,()]{{0,80}}?\b(?:among|in)\s(?:the\s)?(?:{PEOPLE}|those)\s(?:who\s)?(?:were\s|had\s)?"
    r"(?:assigned|allocated|randomi[sz]ed|received|receiving|given)\s(?:to\s)?(?:receive\s)?(?:the\s)?"
)
"""`8 cases of X with onset after a week among those assigned to A`"""
_OF_PART: Final = re.compile(r"\s*(?:(?:with|who (?:had|have|were)|whose)\s+)?")
_FATAL: Final = re.compile(r"\b(?:fatal|deaths?|died)\b", re.IGNORECASE)
_OF_OTHERS: Final = re.compile(
    rf";|\b(?:\d+|{WORD_NUMBER}|no|some|other)\b(?:\s[\w-]+)?\s{PEOPLE}\b|\(\s*n\s*=", re.IGNORECASE
)
"""`anemia (n=14); two patients died`: not of anemia."""
_NOBODY: Final = re.compile(r"\b(?:no|none|not|without)\b[^,;]{0,30}$", re.IGNORECASE)
"""`no patient died, and three had a stroke`"""
_STOPPED: Final = re.compile(
    r"(?:\b(?:discontinu\w+|withdr[ae]w\w*|stopped)\b[^.;]*?\b(?:due to|because of|owing to|as a result of)"
    r"|\b(?:lead(?:ing)?|led) to (?:\w+ ){0,3}?(?:discontinuation|withdrawal))\b[^.;]*$",
    re.IGNORECASE,
)
_FIGURE: Final = re.compile(r"\s(?:\(|in\s)\d")
_BRACKETED: Final = re.compile(r"^[^()]*\)")
"""The rest of the list that a count stands in: `two patients (stroke n=1; anemia n=1) had fatal events`."""


def tallied_events(context: Context, sentence: Sentence, heading: ArmEntry | None) -> Iterator[Candidate]:
    """Yield the events of a sentence that are counted one by one; `heading` is the arm that a heading has set."""
    for tally in find_tallies(sentence):
        if tally.item.concept is not None and not _is_share(sentence, tally):
            arm = tally.arm or _arm(sentence, tally) or heading
            if arm is None and is_of_unknown_arm(context, sentence):
                continue
            yield _candidate(context, sentence, tally, plain_event(tally.item.concept), arm)


def _is_share(sentence: Sentence, tally: Tally) -> bool:
    """`adverse events (%): rash (16)`: what looks like a count, and has its unit elsewhere."""
    inside = (i.quantity for i in sentence.between(tally.item.end, tally.end, "quantity"))
    return any(q and q.kind == "share" and q.value is not None and q.count is None for q in inside)


def told_once(candidates: list[Candidate], tallied: list[Candidate]) -> Iterator[Candidate]:
    """Of a figure and a tally of the same event give the tally, with the figure's total: `in six of six patients`."""
    known = {_key(c) for c in tallied}
    untold = {_key(c): c.claim for c in candidates if _key(c) in known}
    yield from (c for c in candidates if _key(c) not in known)
    for tally in tallied:
        figure = untold.get(_key(tally))
        if isinstance(figure, AdverseEventResult) and isinstance(tally.claim, AdverseEventResult):
            tally = replace(tally, claim=replace(tally.claim, total=tally.claim.total or figure.total))
        yield tally


def _key(candidate: Candidate) -> object:
    claim = candidate.claim
    if isinstance(claim, AdverseEventResult) and claim.value is None:
        return claim.arm, claim.event, claim.count
    return candidate


def _candidate(
    context: Context, sentence: Sentence, tally: Tally, plain: PlainEvent, arm: ArmEntry | None
) -> Candidate:
    item, part = tally.item, _part(sentence, tally.end) or sentence.population
    given = context.arm_in(context.trials.at(item.start), arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else context.trials.at(item.start),
        arm=given,
        event=plain.event,
        grade=tally.grade or grade_in_list(sentence, item),
        count=tally.count,
        serious=plain.serious or (True if _holds(sentence, "serious") else None),
        treatment_related=plain.related or (True if _holds(sentence, "related") else None),
        consequence=plain.consequence or _consequence(sentence, tally),
        population=with_variant(", ".join(filter(None, (part, tally.unit))), arm),
    )
    return Candidate(claim=claim, start=item.start, end=max(tally.end, item.end), rule="event-tally")


def _part(sentence: Sentence, end: int) -> str:
    """The part of the patients that is named right behind a count: `in six patients with a leak`."""
    named = next((i for i in sentence.items if i.kind == "population" and i.start >= end), None)
    return named.text if named and _OF_PART.fullmatch(sentence.gap(end, named.start)) else ""


def _is_fatal(sentence: Sentence, tally: Tally) -> bool:
    """Whether the patients counted died: not others, of whom another clause tells, or a count of their own."""
    places = [(sentence.start + m.start(), sentence.start + m.end()) for m in _FATAL.finditer(sentence.text)]
    counted_to = max(tally.end, tally.item.end)
    return any(
        not _NOBODY.search(sentence.gap(sentence.start, start))
        and not is_of_part(sentence, start, tally.count)
        and not _is_of_another(sentence, end, tally)
        and not (start >= counted_to and _OF_OTHERS.search(_BRACKETED.sub("", sentence.gap(counted_to, start), 1)))
        and ";" not in sentence.gap(end, tally.item.start)
        for start, end in places
    )


def _is_of_another(sentence: Sentence, end: int, tally: Tally) -> bool:
    """`bleeding in 14 patients and fatal stroke (2%)`: whether a word stands right before another event's figure."""
    return any(
        i.kind == "event"
        and i is not tally.item
        and sentence.gap(end, i.start).isspace()
        and _FIGURE.match(sentence.whole, i.end)
        for i in sentence.items
    )


def _consequence(sentence: Sentence, tally: Tally) -> Consequence | None:
    """What came of an event: patients died, or what they stopped is told of before it, as in `stopped due to rash`."""
    if _is_fatal(sentence, tally):
        return "fatal"
    return "discontinuation" if _STOPPED.search(sentence.gap(sentence.start, tally.item.start)) else None


def _holds(sentence: Sentence, kind: str) -> bool:
    """Whether the list is of events that the sentence calls so."""
    return any(i.kind == kind for i in sentence.items) and any(is_any(i.concept) for i in sentence.items)


def _arm(sentence: Sentence, tally: Tally) -> ArmEntry | None:
    """The arm whose patients are counted, right behind the count, heading its part of a list, or last before it."""
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    if inside := sentence.between(tally.item.end, tally.end, "arm"):
        return inside[0].arms[0] if len(inside[0].arms) == 1 else None  # in 14 placebo patients
    behind = next((a for a in arms if a.start >= tally.end), None)
    gap = sentence.gap(max(tally.end, tally.item.end), behind.start) if behind else ""
    if behind and (_PLACED.fullmatch(sentence.gap(tally.end, behind.start)) or _AMONG.fullmatch(gap)):
        return behind.arms[0]
    before = [a for a in arms if a.end <= tally.item.start]
    return before[-1].arms[0] if before else stated_arm(sentence)
