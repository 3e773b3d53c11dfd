"""Time points of a list that names their unit once: `the 1-, 3- and 5-year rates`, `at one, two and three years`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from ...number_words import read_count
from ...wordings import Wording
from .number_patterns import DASH, WORD_NUMBER
from .numerals import unit
from .quantity import Quantity

_NUMBER: Final = rf"(?:\d{{1,3}}(?!\d)|{WORD_NUMBER})"
_UNIT: Final = r"(?:years?|months?|weeks?|days?|hours?)"
_NEXT: Final = r"(?:,\s?(?:(?:and|or|&)\s)?|\s(?:and|or|&)\s)"
_PATTERNS: Final = (
    Wording(
        rf"(?<![\w.,/%])(?<!{DASH})(?P<list>(?:{_NUMBER}{DASH}?{_NEXT}){{1,9}}{_NUMBER})(?:{DASH}\s?|\s)"
        rf"(?P<unit>year|month|week|day|hour|yr|mo|wk)\b(?!{DASH}?\s?olds?\b)",
        re.IGNORECASE,
    ),
    Wording(
        rf"\b(?:at|by|after)\s(?P<list>(?:{_NUMBER}(?:\s{_UNIT})?{_NEXT}){{1,9}}{_NUMBER})\s(?P<unit>{_UNIT})\b",
        re.IGNORECASE,
    ),
)
_ITEM: Final = re.compile(rf"(?P<count>{_NUMBER})(?P<own>{DASH}|\s(?P<unit>{_UNIT})\b)?", re.IGNORECASE)


def listed_times(text: str, offset: int) -> Iterator[Quantity]:
    """The time points of each such list, one later than the other, unless each has a dash or a unit.

    >>> [time.name for time in listed_times("The 1-, 3- and 5-year survival rates", 0)]
    ['1 years', '3 years', '5 years']
    >>> list(listed_times("Survival was 12 and 3-year survival", 0))
    []
    """
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            items = list(_ITEM.finditer(text, *match.span("list")))
            counts = [read_count(item["count"]) for item in items]
            if all(a < b for a, b in pairwise(counts)) or all(item["own"] for item in items[:-1]):
                ends = [*(item.end() for item in items[:-1]), match.end()]
                for item, count, end in zip(items, counts, ends, strict=True):
                    name = f"{count} {unit(item['unit'] or match['unit'])}"
                    yield Quantity(kind="time", start=item.start() + offset, end=end + offset, name=name)
