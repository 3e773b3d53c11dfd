"""Where a sentence counts events one by one: `A, B, n=1 each`, `(one sepsis and two falls)`, `pneumonia (2)`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ...arms.registry import ArmEntry
from ..figures.coordinated import either
from ..items import Item, Sentence
from ..quantities.number_patterns import COUNT, PEOPLE, WORD_NUMBER
from ..quantities.numerals import integer

_COUNTED: Final = re.compile(
    r"(?:(?!\b(?:was|were|associated|during)\b)[^.;:,()\[\]]){0,40}?[\s,(\[]*\bn\s*=\s*(?P<n>\d{1,9})(?!\d)"
    r"(?:\s+(?:patients? )?(?P<each>each))?"
    r"[)\]]?(?![/\d%.]\d)(?!\s*[;,:(\[]\s*[<\d][\d.]*\s?%)",
    re.IGNORECASE,
)
_GIVEN: Final = re.compile(r"\b(?:receiv\w+|assigned|allocated|randomi[sz]ed)\b", re.IGNORECASE)
"""`patients with sleep disturbances receiving A 20 mg (n = 357)`: so many were given it."""
_BRACKETED: Final = re.compile(r"\s*\((?P<n>\d{1,2})\)")
_EACH_ARM: Final = r"(?P<arms>\s+(?:per|in (?:each|either)|from each)(?: \w+)? (?:group|arm))?"
_PATIENTS: Final = re.compile(rf"\s*[(\[](?P<n>{COUNT})\s+{PEOPLE}{_EACH_ARM}[)\]]", re.IGNORECASE)
_IN_PATIENTS: Final = re.compile(
    rf"(?:\s*\([^()%]*\))?\s+(?:(?:was|were|has been|have been)\s+)?(?:(?:only|also)\s+)?"
    rf"(?:occurred|observed|seen|reported|noted|recorded|documented|detected|diagnosed"
    rf"|developed)?\s*(?:only\s+)?(?:in|by|for)\s+(?:only\s+)?(?P<n>{COUNT})\s+{PEOPLE}\b"
    r"(?!\s*[(\[]\s*[<\d])(?!\s+(?:of|out of)\b)(?:\s+(?P<each>each))?",
    re.IGNORECASE,
)
_IN_AS_MANY: Final = re.compile(rf"\s+in\s+(?P<n>{COUNT})(?=\s*(?:[,;.)\]]|and\b|$))", re.IGNORECASE)
"""`A in two patients, B in one`: the next of a list whose first count says of whom."""
_EACH: Final = re.compile(rf"\s*[,(\[]\s?(?P<n>{COUNT})\s(?:{PEOPLE}\s)?(?P<each>each)\b", re.IGNORECASE)
_BEHIND_COMMA: Final = re.compile(rf",\s(?P<n>{COUNT})\s{PEOPLE}(?=\s*[;.)\]])", re.IGNORECASE)
"""`A, 2 patients; B, 1 patient`"""
_GRADED: Final = r"(?:grades? [\dIV/–-]+(?: (?:or|and|to) [\dIV]+)?\s+)?"
_NUMBERED: Final = re.compile(
    rf"(?<![\w./–-])(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:(?:fatal|severe|serious|treatment-related|acute)\s+)*{_GRADED}"
    r"(?:(?:cases?|episodes?|instances?|patients?|events?|reports?)\s+"
    rf"(?:of|with|had|having|from|died (?:of|from))\s+(?:an?\s+)?)?{_GRADED}$",
    re.IGNORECASE,
)
_CASES: Final = re.compile(
    rf"(?<![\w./–-])(?<!\bof )(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:(?:further|additional|fatal|severe|serious)\s+)*"
    r"(?:(?:cases?|episodes?|instances?|reports?|occurrences?)\s+of|patients?\s+died\s+(?:of|from|due to))\s+"
    rf"(?:[a-z]+\s+)?{_GRADED}$",
    re.IGNORECASE,
)
_MORE_CASES: Final = re.compile(rf"[^.;()]{{0,20}}\band\s+(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:of\s+)?$", re.IGNORECASE)
_NUMBERED_END: Final = re.compile(rf"\b(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:of\s+)?$", re.IGNORECASE)
_PEOPLE_OF_ARM: Final = re.compile(rf"(?<![\w./–-])(?P<n>{WORD_NUMBER}|\d{{1,3}}|no)\s+$", re.IGNORECASE)
_HAD: Final = re.compile(r"(?:\s*\([^()]*\))?\s+(?:had|experienced|developed|reported)\s+(?:[\w-]+\s+){0,3}$")
_ALSO: Final = re.compile(r"(?:\s*\([^()]*\))?\s*(?:,|,?\s*and)\s+(?:[\w-]+\s+)$")
_OF_GRADE: Final = re.compile(
    rf"(?<![\w./–-])(?P<n>{WORD_NUMBER}|\d{{1,3}})\s+(?:cases?|patients?)\s+(?:with|of|had|being)\s+$", re.IGNORECASE
)
_NO_EVENT_BEHIND: Final = re.compile(r"\s*(?:[,.;)]|and\b|$)")
_LISTED: Final = re.compile(r"\s*(?:,|/|,?\s*(?:and|or))\s*(?:one\s+)?(?:grade \d\s+)?")
_AND: Final = re.compile(r"\s+and\s+")
_AT_LEAST: Final = re.compile(r"\b(?:at least|or more|more than)\s*$")
"""`had at least one episode of fever`: what each of those counted had."""
_EPISODES: Final = re.compile(r"\b(?:episode|occurrence)s?\b", re.IGNORECASE)
_LEAST: Final = 2
_FREE: Final = frozenset({"number", "share", "size"})


@dataclass(frozen=True, slots=True)
class Tally:
    """An event, its count and where that ends; the arm where the count is of its patients by name."""

    item: Item
    count: int
    end: int
    arm: ArmEntry | None = None
    grade: str = ""
    unit: str = ""
    """What is counted, where that is not patients: `episodes`."""


def find_tallies(sentence: Sentence) -> Iterator[Tally]:
    """Find the counted events of a sentence."""
    yield from _one_by_one(sentence)
    yield from _by_arm(sentence)
    yield from _by_grade(sentence)


def _by_grade(sentence: Sentence) -> Iterator[Tally]:
    """`anemia was common; four cases with grade 3 and one case with grade 4`: counts of the event named before."""
    for grade in (i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"):
        match = _OF_GRADE.search(sentence.gap(sentence.start, grade.start))
        events = sentence.between(sentence.start, grade.start, "event")
        behind = sentence.gap(grade.end, sentence.end)
        if match and events and grade.quantity and _NO_EVENT_BEHIND.match(behind):
            yield Tally(events[-1], integer(match["n"]), grade.end, grade=grade.quantity.name)


def _by_arm(sentence: Sentence) -> Iterator[Tally]:
    """`seven A recipients and two B recipients had falls`: the event, each count with its arm, and where it ends."""
    events = [i for i in sentence.items if i.kind == "event"]
    counted: list[tuple[Item, re.Match[str]]] = []
    for arm in (i for i in sentence.items if i.kind == "arm" and len(i.arms) == 1):
        match = _PEOPLE_OF_ARM.search(sentence.gap(sentence.start, arm.start))
        if match is None:
            continue
        counted = counted if counted and _ALSO.fullmatch(sentence.gap(counted[-1][0].end, arm.start)) else []
        counted.append((arm, match))
        event = next((e for e in events if e.start >= arm.end and _HAD.fullmatch(sentence.gap(arm.end, e.start))), None)
        if event is not None:
            yield from (Tally(event, integer(m["n"]), event.end, a.arms[0]) for a, m in counted)


def _one_by_one(sentence: Sentence) -> Iterator[Tally]:
    """Each counted event with its count, and where the count ends."""
    events = [i for i in sentence.items if i.kind == "event" and i.concept is not None]
    listed = next((p for p in (_BRACKETED, _BEHIND_COMMA) if _several(sentence, events, p)), None)
    in_patients = False
    for index, item in enumerate(events):
        following = events[index + 1].start if index + 1 < len(events) else sentence.end
        match = _COUNTED.match(sentence.whole, item.end, following) or _EACH.match(sentence.whole, item.end, following)
        if match and not _GIVEN.search(match[0]):
            run = _run(sentence, events[: index + 1]) if match["each"] else [item]
            yield from (Tally(i, integer(match["n"]), match.end()) for i in run)
        elif match := _IN_PATIENTS.match(sentence.whole, item.end, sentence.end):
            in_patients = True
            count = integer(match["n"])
            run = _run(sentence, events[: index + 1])
            run = run if match["each"] else either(sentence, run)
            if len(run) == 1 or match["each"] or count == 1:
                yield from (Tally(i, count, match.end()) for i in run)
        elif in_patients and (match := _IN_AS_MANY.match(sentence.whole, item.end, sentence.end)):
            yield Tally(item, integer(match["n"]), match.end())
        elif match := _PATIENTS.match(sentence.whole, item.end, sentence.end):
            arms = sentence.registry.entries if match["arms"] else [None]
            yield from (Tally(item, integer(match["n"]), match.end(), arm) for arm in arms)
        elif listed is not None and (match := listed.match(sentence.whole, item.end, sentence.end)):
            yield Tally(item, integer(match["n"]), match.end())
        elif match := _numbered(sentence, item):
            yield Tally(item, integer(match["n"]), item.end, unit="episodes" if _EPISODES.search(match[0]) else "")
            for other in events[index + 1 :]:
                if not _AND.fullmatch(sentence.gap(item.end, other.start)):
                    break
                yield Tally(other, integer(match["n"]), other.end)


def _several(sentence: Sentence, events: list[Item], pattern: re.Pattern[str]) -> bool:
    """Whether a pattern stands behind several events: only then it is how they are counted."""
    return sum(pattern.match(sentence.whole, i.end, sentence.end) is not None for i in events) >= _LEAST


def _numbered(sentence: Sentence, item: Item) -> re.Match[str] | None:
    """A number right before an event of a bracketed list: `(one sepsis, one stroke)`."""
    opened = sentence.bracket_at(item.start)
    inside = opened is not None and "%" not in sentence.gap(opened, item.start)
    match = _NUMBERED.search(sentence.gap(sentence.start, item.start)) if inside else None
    match = match or _cases(sentence, item) or _more_cases(sentence, item)
    if match is None:
        return None
    at = match.start("n") + sentence.start
    taken = any(i.start <= at < i.end and i.quantity and i.quantity.kind not in _FREE for i in sentence.items)
    return None if taken else match


def _cases(sentence: Sentence, item: Item) -> re.Match[str] | None:
    """`50 episodes of sepsis`."""
    match = _CASES.search(sentence.gap(sentence.start, item.start))
    if match and _AT_LEAST.search(sentence.gap(sentence.start, sentence.start + match.start())):
        return None
    between = sentence.between(match.start() + sentence.start, item.start, "event") if match else []
    return None if between else match


def _more_cases(sentence: Sentence, item: Item) -> re.Match[str] | None:
    """`one case of sepsis and two of stroke`: a second count of the same form."""
    earlier = [i for i in sentence.items if i.kind == "event" and i.end <= item.start]
    if not earlier or not _CASES.search(sentence.gap(sentence.start, earlier[-1].start)):
        return None
    match = _MORE_CASES.fullmatch(sentence.gap(earlier[-1].end, item.start))
    return match and _NUMBERED_END.search(sentence.gap(sentence.start, item.start))


def _run(sentence: Sentence, events: list[Item]) -> list[Item]:
    """The last event and those listed with it."""
    run = [events[-1]]
    for item in reversed(events[:-1]):
        if not _LISTED.fullmatch(sentence.gap(item.end, run[0].start)):
            break
        run.insert(0, item)
    return run
