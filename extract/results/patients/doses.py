"""Parts of the patients by the dose they were given, in a trial of several: `at doses of 10 mg/kg or above`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...people import PEOPLE
from ...wordings import Wording

_LEVEL: Final = (
    r"(?:at least\s|up to\s|[≥>≤<]\s?)?\d[\d.,]*+\s?(?:mg|[µμ]g|mcg|g)(?:/(?:kg|m2|m²|day|d)\b)?"
    r"(?:\s(?:or|and)\s(?:above|higher|more|greater|below|lower|less))?"
)
_STOP: Final = (
    r"(?=\s*(?:[,;.()\[\]]|$|(?:the|doses?|cohorts?|groups?|levels?|had|was|were|and|versus|vs|compared|achieved"
    r"|experienced|developed|reported|every|once|twice|weekly|daily|Q\d?[WD])\b))"
)
_AMOUNT: Final = re.compile(r"(?P<n>\d[\d.,]*+)\s?(?P<unit>\S+)")
_OPENING: Final = re.compile(
    r"\W*(?:At|With|For)\s(?:an?\s|the\s)?(?P<name>(?:(?![^,;:()]{0,40}\b(?:time|all|median|first|last)\b)"
    rf"(?:[\w./^×µμ-]+\s){{1,6}}?doses?(?:\slevels?)?(?:\sof\s\d[^,;:()]{{2,30}})?|{_LEVEL}))(?:\s\([^()]*\))?,\s"
)
"""`At the 10 mg dose, …`"""
_DOSED: Final = (
    Wording(
        rf"\b(?:in|among|of|for)\s+(?:the\s+)?(?:\d+\s+)?(?:{PEOPLE}|those)\s+(?:who\s+(?:were\s+|had\s+)?)?"
        r"(?:treated|dosed|given|receiving|received)\s+(?:with\s+|at\s+)?(?:the\s+)?(?:doses?\s+)?(?:levels?\s+)?"
        rf"(?:of\s+)?(?P<name>{_LEVEL}){_STOP}",
        re.IGNORECASE,
    ),
    Wording(rf"\bat\s(?:the\s)?(?:doses?|dose\slevels?)\s(?:of\s)?(?P<name>{_LEVEL}){_STOP}", re.IGNORECASE),
    Wording(rf"\b(?:at|in)\sthe\s(?P<name>{_LEVEL})\s(?:doses?|(?:dose[ -])?levels?|cohorts?)\b", re.IGNORECASE),
    Wording(rf"(?:\d%?|\bone|\btwo|\bthree)\s(?:of\s)?{PEOPLE}\s(?:treated\s|dosed\s)?at\s(?P<name>{_LEVEL}){_STOP}"),
)


def parts_by_dose(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Find where a dose tells which of the patients are meant: start, end and the dose as written."""
    if (opening := _OPENING.match(text, start, end)) is not None:
        yield (*opening.span("name"), opening["name"])
    for pattern in _DOSED:
        for match in pattern.finditer(text, start, end):
            if _is_one_of_several(text, match["name"]):
                yield *match.span("name"), match["name"]


def _is_one_of_several(text: str, dose: str) -> bool:
    """Whether a text names another amount in the unit of a dose, or the dose has a sign such as `≥`."""
    amount = _AMOUNT.search(dose)
    if amount is None or amount[0] != dose:
        return True
    others = re.finditer(rf"(?<![\d.])(\d[\d.,]*+)(?=\s?{re.escape(amount['unit'])}(?![\w/]))", text)
    return any(other[1] != amount["n"] for other in others)
