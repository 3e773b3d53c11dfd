"""Events counted one by one: `A, B, n=1 each`, `(one sepsis and two falls)`, `pneumonia (2)`, `in two patients`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...ontology.facts import AdverseEventResult
from ..arms.registry import ArmEntry
from ..candidates import Candidate
from ..context import Context
from .absences import stated_arm
from .event_grades import grade_beside
from .event_names import PlainEvent, is_any, plain_event
from .items import Item, Sentence
from .numerals import integer
from .patterns import COUNT, PEOPLE, WORD_NUMBER

_COUNTED: Final = re.compile(
    r"[^.;:,()\[\]]{0,40}?[\s,(\[]*\bn\s*=\s*(?P<n>\d+)(?:\s+(?:patients? )?(?P<each>each))?"
    r"[)\]]?(?![/\d%.]\d)",
    re.IGNORECASE,
)
_BRACKETED: Final = re.compile(r"\s*\((?P<n>\d{1,2})(?: patients?| cases?)?\)")
_IN_PATIENTS: Final = re.compile(
    rf"(?:\s*\([^()%]*\))?\s+(?:(?:was|were|has been|have been)\s+)?(?:(?:only|also)\s+)?"
    rf"(?:occurred|observed|seen|reported|noted|recorded|documented|detected|diagnosed|developed)?\s*(?:only\s+)?(?:in|by|for)\s+(?:only\s+)?(?P<n>{COUNT})\s+{PEOPLE}\b"
    r"(?!\s*[(\[]\s*[<\d])(?!\s+(?:of|out of)\b)(?:\s+(?P<each>each))?",
    re.IGNORECASE,
)
_GRADED: Final = r"(?:grades? [\dIV/–-]+(?: (?:or|and|to) [\dIV]+)?\s+)?"
_NUMBERED: Final = re.compile(
    rf"(?<![\w.–-])(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:(?:fatal|severe|serious|treatment-related|acute)\s+)*{_GRADED}"
    r"(?:(?:cases?|episodes?|instances?|patients?|events?|reports?)\s+"
    rf"(?:of|with|had|having|from|died (?:of|from))\s+(?:an?\s+)?)?{_GRADED}$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"\s*(?:,|/|,?\s*(?:and|or))\s*(?:one\s+)?(?:grade \d\s+)?")
_AND: Final = re.compile(r"\s+and\s+")
_FATAL: Final = re.compile(r"\b(?:fatal|deaths?|died)\b", re.IGNORECASE)
_LEAST: Final = 2
_FREE: Final = frozenset({"number", "share", "size"})


def tallied_events(context: Context, sentence: Sentence, told: list[Candidate]) -> Iterator[Candidate]:
    """Yield the events of a sentence that are counted one by one, without those already told."""
    if "%" in sentence.text and not re.search(r"[(\[]", sentence.text):
        return
    known = {(c.claim.event, c.claim.count) for c in told if isinstance(c.claim, AdverseEventResult)}
    for item, count, end in _tallies(sentence):
        plain = plain_event(item.concept) if item.concept else None
        if plain is not None and (plain.event, count) not in known:
            yield _candidate(context, sentence, item, plain, count, end)


def _tallies(sentence: Sentence) -> Iterator[tuple[Item, int, int]]:
    """Each counted event with its count, and where the count ends."""
    events = [i for i in sentence.items if i.kind == "event" and i.concept is not None]
    bracketed = [m for i in events if (m := _BRACKETED.match(sentence.whole, i.end, sentence.end))]
    for index, item in enumerate(events):
        following = events[index + 1].start if index + 1 < len(events) else sentence.end
        if match := _COUNTED.match(sentence.whole, item.end, following):
            run = _run(sentence, events[: index + 1]) if match["each"] else [item]
            yield from ((i, int(match["n"]), match.end()) for i in run)
        elif match := _IN_PATIENTS.match(sentence.whole, item.end, sentence.end):
            run = _run(sentence, events[: index + 1]) if match["each"] else [item]
            yield from ((i, integer(match["n"]), match.end()) for i in run)
        elif len(bracketed) >= _LEAST and (match := _BRACKETED.match(sentence.whole, item.end, sentence.end)):
            yield item, int(match["n"]), match.end()
        elif match := _numbered(sentence, item):
            yield item, integer(match["n"]), item.end
            for other in events[index + 1 :]:
                if not _AND.fullmatch(sentence.gap(item.end, other.start)):
                    break
                yield other, integer(match["n"]), other.end


def _numbered(sentence: Sentence, item: Item) -> re.Match[str] | None:
    """A number right before an event of a bracketed list: `(one sepsis, one stroke)`."""
    before = sentence.gap(sentence.start, item.start)
    inside = before.rfind("(") > before.rfind(")") or before.rfind("[") > before.rfind("]")
    match = _NUMBERED.search(before) if inside and "%" not in before[before.rfind("(") :] else None
    if match is None:
        return None
    at = match.start("n") + sentence.start
    taken = any(i.start <= at < i.end and i.quantity and i.quantity.kind not in _FREE for i in sentence.items)
    return None if taken else match


def _run(sentence: Sentence, events: list[Item]) -> list[Item]:
    """The last event and those listed with it."""
    run = [events[-1]]
    for item in reversed(events[:-1]):
        if not _LISTED.fullmatch(sentence.gap(item.end, run[0].start)):
            break
        run.insert(0, item)
    return run


def _candidate(context: Context, sentence: Sentence, item: Item, plain: PlainEvent, count: int, end: int) -> Candidate:
    arm = _arm(sentence, item, end)
    given = context.arm_in(context.trials.at(item.start), arm) if arm else None
    claim = AdverseEventResult(
        trial=given.trial if given else context.trials.at(item.start),
        arm=given,
        event=plain.event,
        grade=grade_beside(sentence, item),
        count=count,
        serious=plain.serious or (True if _holds(sentence, "serious") else None),
        treatment_related=plain.related or (True if _holds(sentence, "related") else None),
        consequence=plain.consequence or ("fatal" if _FATAL.search(sentence.text) else None),
        population=sentence.population,
    )
    return Candidate(claim=claim, start=item.start, end=max(end, item.end), rule="event-tally")


def _holds(sentence: Sentence, kind: str) -> bool:
    """Whether the list is of events that the sentence calls so."""
    return any(i.kind == kind for i in sentence.items) and any(is_any(i.concept) for i in sentence.items)


def _arm(sentence: Sentence, item: Item, end: int) -> ArmEntry | None:
    """The arm right behind the count, at the head of its part of a list, or named last before it."""
    arms = [i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1]
    behind = next((a for a in arms if a.start >= end), None)
    if behind and re.fullmatch(
        r"\s*(?:in|on|with|from|receiving|given)?\s*(?:the\s+)?", sentence.gap(end, behind.start)
    ):
        return behind.arms[0]
    before = [a for a in arms if a.end <= item.start]
    return before[-1].arms[0] if before else stated_arm(sentence)
