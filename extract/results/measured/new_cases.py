"""Whether a disease is one that patients got during the trial: `118 breast cancers with A and 102 with B`.

Such a disease is an endpoint, not what patients were entered for. Offsets are those of the text given.
"""

import re
from typing import Final

from ..quantities.number_patterns import COUNT

_BEFORE, _BEHIND, _LIST = 60, 110, 400
_DEVELOPED: Final = re.compile(
    r"\b(?:developed|[Cc]ases of|(?:annual|annuali[sz]ed|crude) rates? of|incidence of|occurrence of|"
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

_IN_LIST: Final = re.compile(r"\bratios?\b[^.;]{0,80}:\s(?:[^;]{3,120};\s)*(?:and\s)?(?:for\s)?$", re.IGNORECASE)
_ITS_RATIO: Final = re.compile(r"(?:\s\([^()]*\))?,\s\d{1,2}\.\d")
_EVENT_IN_LIST: Final = re.compile(
    r"[:;]\s(?:and\s)?(?:for\s)?(?:[\w-]+\s){0,2}(?:death|mortality|stroke|infarction|fractures?|embolism)\b"
)
"""`The hazard ratios were: for death, 0.9; for breast cancer, 1.0`: as deaths are, so are these cancers."""


def is_new_case(text: str, start: int, end: int, first: int) -> bool:
    """Whether the disease between two offsets is said to have struck patients; no word before `first` counts.

    >>> text = "There were 118 breast cancers on tamoxifen and 102 on placebo."
    >>> is_new_case(text, 15, 29, 0)
    True
    """
    before = text[max(first, start - _BEFORE) : start]
    behind = text[end : end + _BEHIND]
    if _DEVELOPED.search(before) or _STRUCK.match(behind) or _is_listed(text, start, end, first):
        return True
    many = _SEVERAL.fullmatch(text, start, end)
    return bool(
        (many and _COUNTED.search(before) and _OF_BOTH.match(behind))
        or (_CHANGED.search(before) and _PAIR.match(behind))
    )


def _is_listed(text: str, start: int, end: int, first: int) -> bool:
    """Whether a disease has its ratio in a list of ratios that are of events."""
    if not _ITS_RATIO.match(text, end) or not _IN_LIST.search(text, first, start):
        return False
    return _EVENT_IN_LIST.search(text, first, end + _LIST) is not None
