"""Pairs of figures below a header of two grades: `any grade (grade ≥3): rash 35% (2%)`, `(all/grade 3-4) 35%/2%`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from ....ontology.facts import AdverseEventResult
from ...candidates import Candidate
from ...wordings import Wording
from ..items import Item, Sentence

_HEADER: Final = Wording(
    r"\b(?:any|all)(?:[- ]grades?)?(?:\s(?:adverse events|events|[A-Z]*AEs|toxicities))?\s?(?:[(/,;]|\band\b)\s?$",
    re.IGNORECASE,
)
_WITHIN: Final = re.compile(r"\s?[(/,;]\s?(?:of which\s|including\s)?[,:]?\s?")
_GRADE_BEHIND: Final = re.compile(r"\s(?:of\s|with\s|had\s)?")
_RIGHT_BEHIND: Final = range(1, 8)
_REACH: Final = 40
_FEWEST: Final = 2


@dataclass(frozen=True, slots=True)
class GradedPairs:
    """A sentence twice: with the first figures of its pairs, of any grade, and with the second, of `grade`."""

    of_any: Sentence
    of_grade: Sentence
    grade: str


def graded_pairs(sentence: Sentence) -> GradedPairs | None:
    """Part the pairs of a sentence: those behind such a header, or compared pairs that all print the same grade.

    Behind a header a figure that stands alone beside its event is of any grade; None where there is no such header,
    and not all shares are in pairs.
    """
    grades = [i for i in sentence.items if i.quantity is not None and i.quantity.kind == "grade"]
    header = next((i for i in grades if _is_header(sentence, i)), None)
    shares = [i for i in sentence.items if i.quantity and i.quantity.kind == "share"] if grades else []
    if header is not None:
        shares = [i for i in shares if i.start > header.end]
        pairs = [p for p in pairwise(shares) if _WITHIN.fullmatch(sentence.gap(p[0].end, p[1].start))]
        said = [header]
    else:
        pairs = list(zip(shares[::2], shares[1::2], strict=False))
        said = _printed(sentence, pairs, grades) if pairs and len(shares) % 2 == 0 else []
        if not all(_WITHIN.fullmatch(_without(sentence, a.end, b.start, said)) for a, b in pairs):
            return None
    names = {i.quantity.name for i in said if i.quantity}
    paired = {id(item) for pair in pairs for item in pair}
    if len(names) != 1 or not shares or len(paired) < len(pairs) * 2:
        return None
    alone = [i for i in shares if id(i) not in paired and _has_event(sentence, i, shares)]
    left_out = {id(item) for item in (*said, *shares)}
    rest = [i for i in sentence.items if id(i) not in left_out]
    first, second = ([_over(pair, side, said) for pair in pairs] for side in (0, 1))
    return GradedPairs(_with(sentence, rest + first + alone), _with(sentence, rest + second), names.pop())


def _has_event(sentence: Sentence, share: Item, shares: list[Item]) -> bool:
    """Whether an event stands between a share and the one before it."""
    before = max((i.end for i in shares if i.end <= share.start), default=sentence.start)
    return bool(sentence.between(before, share.start, "event"))


def _printed(sentence: Sentence, pairs: list[tuple[Item, Item]], grades: list[Item]) -> list[Item]:
    """The grade beside the second figure of each pair, where pairs are compared: `35% (grade 3, 2%) v 20% (…)`."""
    compared = [i for i in sentence.items if i.kind == "versus" and i.start > pairs[0][1].end]
    found = [
        grade
        for first, second in pairs
        for grade in grades
        if first.end <= grade.start < second.start or _GRADE_BEHIND.fullmatch(sentence.gap(second.end, grade.start))
    ]
    return found if compared and len(found) == len(pairs) >= _FEWEST and len(found) == len(grades) else []


def _without(sentence: Sentence, start: int, end: int, grades: list[Item]) -> str:
    """The words between two places, less a grade."""
    inside = next((g for g in grades if start <= g.start and g.end <= end), None)
    return sentence.gap(start, inside.start) + sentence.gap(inside.end, end) if inside else sentence.gap(start, end)


def of_grade(candidates: Iterable[Candidate], grade: str) -> Iterator[Candidate]:
    """Give adverse events the grade of the second figures; what else was read of these is dropped."""
    for candidate in candidates:
        if isinstance(candidate.claim, AdverseEventResult):
            yield replace(candidate, claim=replace(candidate.claim, grade=grade))


def _is_header(sentence: Sentence, item: Item) -> bool:
    """Whether a grade stands behind `any grade (` or the like."""
    graded = item.quantity is not None and item.quantity.kind == "grade"
    return graded and _HEADER.search(sentence.gap(max(sentence.start, item.start - _REACH), item.start)) is not None


def _over(pair: tuple[Item, Item], side: int, grades: list[Item]) -> Item:
    """One figure of a pair, in the place of both: what stands around both is said of each."""
    start, end, quantity = pair[0].start, pair[1].end, pair[side].quantity
    end = max([end, *(g.end for g in grades if g.start - end in _RIGHT_BEHIND)])
    return replace(pair[side], start=start, end=end, quantity=quantity and replace(quantity, start=start, end=end))


def _with(sentence: Sentence, items: list[Item]) -> Sentence:
    return replace(sentence, items=tuple(sorted(items, key=lambda i: (i.start, i.end))))
