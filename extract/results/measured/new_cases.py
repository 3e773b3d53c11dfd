"""Whether a disease is one that patients got during the trial: `118 breast cancers with A and 102 with B`.

Such a disease is an endpoint, not what patients were entered for. Offsets are those of the text given.
"""

import re
from typing import Final

from ..quantities.number_patterns import COUNT

_BEFORE, _BEHIND = 60, 110
_DEVELOPED: Final = re.compile(
    r"\b(?:developed|(?:annual|annuali[sz]ed|crude) rates? of|cases of|incidence of|occurrence of|"
    r"risk of(?: developing)?|diagnosed with|diagnoses of)\s+"
    r"(?:an?\s+)?(?:[\w-]+\s+){0,2}$"
)
_SEEN: Final = (
    r"(?:(?:was|were|had been)\s+(?:newly\s+)?(?:diagnosed|detected|confirmed|observed|found|reported)"
    r"|developed|occurred|arose)"
)
_WORD: Final = r"\s(?!(?:and|or|versus|compared)\b)[\w-]+"
_OTHER_COUNT: Final = rf",?\s(?:and|versus|vs\.?|v|compared (?:with|to))\s(?:in\s)?{COUNT}\b(?!\s?%)"
_STRUCK: Final = re.compile(
    rf"\s+{_SEEN}\s+in\s+(?:(?:[\w,%]+\s+){{1,4}}\(\s*[\w,]+\s+(?:in|on|with|of|given|assigned)\b"
    rf"|{COUNT}\b(?:{_WORD}){{0,8}}?{_OTHER_COUNT})",
    re.IGNORECASE,
)
"""`cancer was diagnosed in 90 patients (40 with A, 50 with B)`, `cancer developed in 40 women on A and 50 on B`"""
_SEVERAL: Final = re.compile(r"(?!(?:cancer|tumou?r|carcinoma|malignanc|disease|event)\w*$).+s", re.IGNORECASE)
"""More than one case of a disease with a name of its own; `30 cancers` may be of any kind told before."""
_COUNTED: Final = re.compile(rf"(?<![\w.-]){COUNT}\s+(?:(?!of\b)[\w-]+\s+){{0,2}}$", re.IGNORECASE)
_OF_BOTH: Final = re.compile(rf"(?:\s+{_SEEN})?\s+(?:in|with|on|among)(?:{_WORD}){{1,6}}?{_OTHER_COUNT}", re.IGNORECASE)
"""`118 cancers in the A group and 102 in the B group`: as many are told of the other arm."""
_CHANGED: Final = re.compile(r"\b(?:reduction|decrease|increase) (?:in|of) (?:[\w-]+\s){0,2}$", re.IGNORECASE)
_PAIR: Final = re.compile(
    rf"\s+(?:(?!patients\b)[\w-]+\s){{1,6}}[(\[]\s*{COUNT}\s+(?:v|vs\.?|versus)\s+{COUNT}\s(?:new )?(?:cases|events)\b",
    re.IGNORECASE,
)
"""`a reduction in breast cancer was seen with A (85 vs 165 cases`"""


def is_new_case(text: str, start: int, end: int, first: int) -> bool:
    """Whether the disease between two offsets is said to have struck patients; no word before `first` counts.

    >>> text = "There were 118 breast cancers on tamoxifen and 102 on placebo."
    >>> is_new_case(text, 15, 29, 0)
    True
    """
    before = text[max(first, start - _BEFORE) : start]
    behind = text[end : end + _BEHIND]
    if _DEVELOPED.search(before) or _STRUCK.match(behind):
        return True
    many = _SEVERAL.fullmatch(text, start, end)
    return bool(
        (many and _COUNTED.search(before) and _OF_BOTH.match(behind))
        or (_CHANGED.search(before) and _PAIR.match(behind))
    )
