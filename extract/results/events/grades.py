"""Which grade an adverse event's figure is of: printed beside it, in force for a list, or summing a list up.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ..figures.clusters import Cluster
from ..figures.figure import Figure
from ..items import Item, Sentence
from ..measured.event_names import is_any
from ..quantities.number_patterns import COUNT, PEOPLE

_BESIDE: Final = 20
_NEAR: Final = 45
_BEFORE_BRACKET: Final = 12
_APART: Final = re.compile(r"[()]|,\sand\s")
"""Between a grade and an event that it is not of."""
_OF_GRADE: Final = re.compile(
    r"[)\]\s]*(?:(?:of\s+)?(?:the\s+)?(?:patients|women|men)\s+)?(?:who\s+)?(?:(?:had|having|experienced|developed"
    r"|reported|was|were|being|with)\s+)?(?:(?:an\s+)?(?:events?|episodes?)\s+)?(?:(?:an?\s+)?(?:maximum|severity)\s+|mild\s+|of\s+)*"
)
_HAD_IN: Final = re.compile(r"[)\]]?\s(?:who\s)?(?:having|had|experiencing)\s(?:an\s)?(?:events?|episodes?)\sof\s")
_AHEAD: Final = re.compile(r"[\s(]*(?:(?!and\b|or\b)[a-z-]+\s+){0,2}")
_BEHIND: Final = re.compile(r"\s*(?:of\s+|[(,]\s*)?")
_ENDED: Final = re.compile(
    r"[\d%)\]][^%]{0,300}(?:;(?![^()]*\))(?! (?:the )?corresponding\b)|\b(?:had|experienced|developed)\b"
    r"|\b(?:that|those|rates?|incidences?|frequency) of\b)"
)
"""What ends a list that a grade beside its first event holds for."""
_MOSTLY: Final = re.compile(
    r"\b(?:mostly|mainly|primarily|predominantly|largely|generally|usually|typically|majority)\s"
    r"(?:(?:of|were|was|being|these|them|the|cases|events|mild|with|an?|or|moderate|,|\()\s?)*$",
    re.IGNORECASE,
)
_OWN: Final = re.compile(r"\s?[(\[,:]?\s?(?:in\s)?")
"""Between a grade and a figure of its own: `mostly grade 1 (55%)`."""
_OWN_BRACKET: Final = re.compile(r"\s[(\[]")
_ALONG: Final = re.compile(r"(?:,\swith|\b(?:associated|accompanied|complicated|followed)\s(?:by|with))\s(?:an?\s)?$")
_HAD: Final = re.compile(r"\b(?:had|experienced|developed)\b")
_AND_NEXT: Final = re.compile(r"(?:\s\([^()]*\))?[,;]?\s(?:and|while|whereas)\s")
_CLOSED: Final = re.compile(r"[^()\[\]]*(?:\([^()]*\)[^()\[\]]*)*[)\]]")
_SOME: Final = re.compile(rf"\b{COUNT}\s+{PEOPLE}\b", re.IGNORECASE)
_OPENED: Final = re.compile(
    rf"[(\[]\s*(?:n\s*=\s*)?(?:{COUNT}|\d[\d.]*\s?%)\s+(?:(?:of|were|was|being|had|with|in|{PEOPLE})\s+){{0,3}}$",
    re.IGNORECASE,
)
_ALL_OF_IT: Final = re.compile(r"[(\[]\s*(?:all|both|each)\s(?:(?:were|events?|cases|of)\s){0,2}$")
"""`52% of patients (all grade 1 or 2); fever in 6%`: a grade of what was told before the bracket."""
_FATAL: Final = re.compile(r"\bfatal\s$")
_DENIED: Final = re.compile(r"\b(?:no|without(?: any)?|neither)\s+$", re.IGNORECASE)
_OF_NEXT: Final = re.compile(r"\s*(?:[,:]\s*)?(?:in\s+)?(?:\d|\w+ \()")


def grade_of(sentence: Sentence, cluster: Cluster, subject: Item, figure: Figure) -> str:
    """The grade in force: beside an event named after its figure, else last before it, else the sentence's only one."""
    if figure.grade:
        return figure.grade
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    grades = [g for g in grades if not _is_of_most(sentence, g, figure)]
    grades = [g for g in grades if not _denied_to_another(sentence, g, subject)]
    grades = [g for g in grades if not _in_closed_bracket(sentence, g, figure)]
    grades = [g for g in grades if not (_of_own_figure(sentence, g, figure) or _had_in(sentence, g, figure))]
    if subject.start > figure.end:
        reach = min(subject.end + _NEAR, max(cluster.limit, subject.end))
        beside = [g for g in grades if figure.end <= g.start < reach and not _has_own_figure(sentence, g, subject)]
        beside = [g for g in beside if g.end <= subject.start or not _is_of_one(sentence, g)]  # toxicity (grade 3 rash)
        earlier = [g for g in grades if g.end <= cluster.start and reaches(sentence, g, subject)]
        if _HAD.search(sentence.gap(figure.end, subject.start)):  # and 5% experienced another event
            earlier = [g for g in earlier if not (_is_of_one(sentence, g) or _fills_bracket(sentence, g))]
        earlier = [g for g in earlier if not _is_told_out(sentence, g, figure)]
        if sentence.between(figure.end, subject.start, "consequence"):
            earlier = [g for g in earlier if ";" not in sentence.gap(g.end, figure.start)]  # ; 9% stopped due to rash
        first = cluster.figures[0].start  # grade 4 (5% v 9%) anemia
        own = [g for g in grades if g.end < first and _OWN_BRACKET.fullmatch(sentence.gap(g.end, first))]
        chosen = beside[:1] or own[-1:] or earlier[-1:]
    elif behind := [g for g in grades if _is_behind(sentence, cluster, g)]:
        chosen = behind
    else:
        before = [g for g in grades if g.end <= figure.start and reaches(sentence, g, subject)]
        before = [g for g in before if not _came_along(sentence, g, subject)]
        if before and (_is_of_one_before(sentence, before[-1], subject) or _is_fatal(sentence, before[-1], subject)):
            return "any"
        if before and _figures(sentence, before[-1].end, subject.start) and _ends_with_its_event(sentence, before):
            return "any"
        if before and _is_of_one(sentence, before[-1]) and _ENDED.search(sentence.gap(before[-1].end, subject.start)):
            return "any"
        behind = [g for g in grades if g.start > figure.end]
        chosen = before[-1:] or [g for g in behind if _sums_up(sentence, g) or _closes_list(sentence, g)][:1]
    return chosen[0].quantity.name if chosen and chosen[0].quantity else "any"


def _came_along(sentence: Sentence, grade: Item, subject: Item) -> bool:
    """`grade 4 neutropenia in 10 (25%), with fever in three`: what came along with the one event of a grade."""
    if not (_ALONG.search(sentence.gap(grade.end, subject.start)) and _figures(sentence, grade.end, subject.start)):
        return False
    if any(is_any(i.concept) for i in sentence.between(grade.end, grade.end + _BESIDE, "event")):
        return False
    named = {i.concept for i in sentence.between(sentence.start, subject.start, "event")}
    return len([concept for concept in named if not is_any(concept)]) == 1


def _is_of_one_before(sentence: Sentence, grade: Item, subject: Item) -> bool:
    """`infections of grade 3 in 9%, and rash in 5%`: a grade of the event that it stands behind, and of no other."""
    own = sentence.between(sentence.start, grade.start, "event")[-1:]
    beside = own and not is_any(own[0].concept) and sentence.gap(own[0].end, grade.start) == " of "
    return bool(beside) and own[0].end < subject.start and bool(_figures(sentence, grade.end, subject.start))


def _is_fatal(sentence: Sentence, grade: Item, subject: Item) -> bool:
    """`grade 3 infections in 9%, and fatal infections in 2%`: those that killed are of no grade told before."""
    return bool(_FATAL.search(sentence.gap(grade.end, subject.start)) and _figures(sentence, grade.end, subject.start))


def _is_of_most(sentence: Sentence, grade: Item, figure: Figure) -> bool:
    """`12% had neuropathy, mostly of grade 1`: a grade of many of those whom a figure counts, but not of all."""
    said = _MOSTLY.search(sentence.gap(sentence.start, grade.start))
    return bool(said) and not (figure.start >= grade.end and _OWN.fullmatch(sentence.gap(grade.end, figure.start)))


def _is_behind(sentence: Sentence, cluster: Cluster, grade: Item) -> bool:
    """`15% and 20% of patients experienced grade 4 in arms A and B`, `fever (6% grade 4)`: a grade without an event."""
    gap = sentence.gap(cluster.figures[-1].end, grade.start)
    close = cluster.figures[-1].end <= grade.start < cluster.limit and "(" not in gap and _OF_GRADE.fullmatch(gap)
    following = sentence.gap(grade.end, sentence.end)
    return bool(close) and not _is_of_one(sentence, grade) and not _OF_NEXT.match(following)


def _ends_with_its_event(sentence: Sentence, before: list[Item]) -> bool:
    """Whether the last grade is of the one event that it stands before, and no more holds for those after it.

    So it is where each event of a list has its own grade, and where the list began without one.
    """
    if not _is_of_one(sentence, before[-1]):
        return False
    first = _figures(sentence, sentence.start, before[0].start)[:1]
    began_without = bool(first and sentence.between(sentence.start, first[0].start, "event"))
    return began_without or (len(before) > 1 and all(_is_of_one(sentence, g) for g in before[-2:]))


def _is_of_one(sentence: Sentence, grade: Item) -> bool:
    """Whether a grade stands right before an event of its own: `grade 3 neutropenia`."""
    following = sentence.between(grade.end, grade.end + _BESIDE + 40, "event")
    own = following[0] if following else None
    beside = (
        own is not None and own.start - grade.end <= _BESIDE and own.concept is not None and not is_any(own.concept)
    )
    if own is None or not beside or _heads_list(sentence, own):
        return False
    gap = sentence.gap(grade.end, own.start)
    return not _APART.search(gap) and not gap.rstrip().endswith(":")


def _heads_list(sentence: Sentence, event: Item) -> bool:
    """`grade 3 hematologic toxicity was alike: anemia, 12% v 5%; rash, 4% v 2%`: what a colon sets before a list."""
    figure = _figures(sentence, event.end, sentence.end)[:1]
    listed = sentence.between(event.end, figure[0].start, "event") if figure else []
    return bool(listed) and sentence.gap(event.end, listed[0].start).rstrip().endswith(":")


def _is_told_out(sentence: Sentence, grade: Item, figure: Figure) -> bool:
    """`12% had grade 3 adverse events, and one a stroke`: a grade of events whose figure stands before it."""
    event = next(iter(sentence.between(grade.end, figure.start, "event")), None)
    if event is None or not is_any(event.concept) or not _figures(sentence, sentence.start, grade.start):
        return False
    return _AND_NEXT.fullmatch(sentence.gap(event.end, figure.start)) is not None


def _fills_bracket(sentence: Sentence, grade: Item) -> bool:
    """`one had rash (grade 1)`: a grade that is all that a bracket holds."""
    return sentence.whole[grade.start - 1 : grade.start] == "(" and sentence.whole[grade.end : grade.end + 1] == ")"


def _in_closed_bracket(sentence: Sentence, grade: Item, figure: Figure) -> bool:
    """`(six had grade 3 rash) and none of 49`: a grade in a bracket with a figure of its own holds no further."""
    closed = _CLOSED.match(sentence.whole, grade.end, max(grade.end, figure.start))
    opened = max(sentence.whole.rfind(sign, sentence.start, grade.start) for sign in "([")
    return closed is not None and bool(
        any(
            i.end > opened - _BEFORE_BRACKET and i.start < closed.end()
            for i in _figures(sentence, sentence.start, closed.end())
        )
        or _SOME.search(sentence.whole, opened, grade.start)
        or _OPENED.search(sentence.gap(opened, grade.start))
        or _ALL_OF_IT.search(sentence.gap(opened, grade.start))
    )


def _has_own_figure(sentence: Sentence, grade: Item, subject: Item) -> bool:
    """`76% had fever (grade 3, 1%)`: a grade in the bracket behind the event that a figure of its own is of."""
    closed = _CLOSED.match(sentence.whole, grade.end, sentence.end)
    opened = "(" in sentence.gap(subject.end, grade.start)
    return closed is not None and opened and bool(_figures(sentence, grade.end, closed.end()))


def _of_own_figure(sentence: Sentence, grade: Item, figure: Figure) -> bool:
    """`230 events (180 of grade 1-2)`: whether a bracket that opens with another figure gives that one the grade."""
    return bool(_OPENED.search(sentence.gap(figure.end, grade.start)))


def _had_in(sentence: Sentence, grade: Item, figure: Figure) -> bool:
    """`88%, with 5% having an event of grade 3, and rash in 15%`: the grade of those whom another figure counts."""
    counted = _figures(sentence, sentence.start, grade.start)[-1:]
    had = counted and _HAD_IN.fullmatch(sentence.gap(counted[0].end, grade.start))
    return bool(had) and not counted[0].start <= figure.start <= counted[0].end


def _denied_to_another(sentence: Sentence, grade: Item, subject: Item) -> bool:
    """`no grade 4 nausea; fatigue in 3%`: the grade that an event did not have is no other's."""
    denied = _DENIED.search(sentence.gap(sentence.start, grade.start))
    return denied is not None and not sentence.gap(grade.end, subject.start).isspace()


_SUMMED: Final = 60
_NEXT_OF_LIST: Final = re.compile(r"\s*\((?:n\s*=\s*\d+|\d+ patients?)\)\s*(?:,\s*and|,|and)\s*")
_OF_ALL: Final = re.compile(r"[)\]]\s+(?:events\s+|toxicity\s+|toxicities\s+)?(?:of\s+)?(?:NCI\s+|WHO\s+|CTC\s+)?$")
_SEEN: Final = re.compile(r"\s+(?:was|were|occurred)\b")
_WERE: Final = re.compile(r"\b(?:was|were|being|as)\b[^,;()\d]*$", re.IGNORECASE)


def _sums_up(sentence: Sentence, grade: Item) -> bool:
    """`X (5%) and Y (4%) were the most common grade 3-4 adverse events`."""
    following = sentence.between(grade.end, sentence.end, "event", "quantity")
    told = _WERE.search(sentence.gap(max(sentence.start, grade.start - _SUMMED), grade.start))
    return bool(told and following) and is_any(following[0].concept)


def _closes_list(sentence: Sentence, grade: Item) -> bool:
    """`X (5%), and Y (4%) of grade 3 were seen`: the grade behind the last figure of a list is of all of it."""
    clause = sentence.gap(sentence.start, grade.start).rpartition(";")[2]
    said = _OF_ALL.search(sentence.gap(sentence.start, grade.start)) and _SEEN.match(
        sentence.gap(grade.end, sentence.end)
    )
    return bool(said) and not re.search(r"\bgrade", clause)


def reaches(sentence: Sentence, mark: Item, subject: Item) -> bool:
    """Whether a mark before an event holds for it: always in a list; for events as a whole only next to it."""
    if not is_any(subject.concept):
        return True
    return not _figures(sentence, mark.end, subject.start)


def _figures(sentence: Sentence, start: int, end: int) -> list[Item]:
    """The shares printed between two offsets."""
    return [
        i for i in sentence.between(start, end, "quantity") if i.quantity is not None and i.quantity.kind == "share"
    ]


def grade_in_list(sentence: Sentence, item: Item) -> str:
    """The grade beside an event, or else beside the events as a whole that its list is of."""
    own = grade_beside(sentence, item)
    before = sentence.between(sentence.start, item.start, "event")
    if own == "any" and before and _NEXT_OF_LIST.fullmatch(sentence.gap(before[-1].end, item.start)):
        return grade_in_list(sentence, before[-1])
    heads = [i for i in before if is_any(i.concept) or sentence.whole.startswith(":", i.end)]
    return grade_beside(sentence, heads[-1]) if own == "any" and heads else own


def grade_beside(sentence: Sentence, item: Item) -> str:
    """The grade right before an event without a share of its own, or right behind it."""
    for grade in (i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"):
        before, behind = sentence.gap(grade.end, item.start), sentence.gap(item.end, grade.start)
        close = _AHEAD.fullmatch(before) if grade.end <= item.start else _BEHIND.fullmatch(behind)
        if grade.quantity and close:
            return grade.quantity.name
    return "any"
