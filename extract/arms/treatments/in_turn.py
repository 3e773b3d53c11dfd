"""Treatments that each patient is given in turn: `A, B and placebo on separate days`, of a trial that crosses over.

Offsets are those of the text.
"""

import re
from functools import lru_cache
from typing import Final

from ...wordings import Wording

_CROSSED: Final = Wording(
    r"\bcross(?:ed)?[- ]?over\b|\brandom(?:i[sz]ed)?\s(?:order|sequence)\b|\bwash-?out\b", re.IGNORECASE
)
_TURN: Final = (
    r"\b(?:in\s(?:an?\s)?(?:\w+\s){0,2}(?:order|sequence)|(?:on|at|during|in)\s(?:(?:two|three|four|the)\s)?"
    r"(?:separate|different|distinct)\s(?:study[- ])?(?:days|occasions|visits|sessions|periods)|"
    r"in\s(?:an?\s)?(?:[\w-]+[\s,]+){0,4}cross-?over)\b"
)
_BEHIND: Final = re.compile(rf"[^.;]{{0,120}}?{_TURN}", re.IGNORECASE)
_AHEAD: Final = re.compile(
    rf"{_TURN}(?:(?!\b(?:undergoing|undergone|treated with|scheduled|chemotherapy)\b)[^.;]){{0,100}}$", re.IGNORECASE
)
"""`in a crossover study, A, B and C`; not `of patients undergoing chemotherapy with A, B and C`."""
_REACH: Final = 160
AND_PLACEBO: Final = Wording(r"\band\s(?:(?:an?|the|matching|matched)\s)?(?:placebo|saline)\b(?!-)", re.IGNORECASE)


@lru_cache(maxsize=8)
def crosses_over(text: str) -> bool:
    """Whether patients of the trial that a text tells of are given its treatments in turn."""
    return _CROSSED.search(text) is not None


def given_in_turn(text: str, start: int, end: int) -> bool:
    """Whether a sentence says so of what stands between two offsets."""
    ahead = text.rfind(".", 0, start) + 1
    return crosses_over(text) and bool(
        _BEHIND.match(text, end) or _AHEAD.search(text, max(ahead, start - _REACH), start)
    )
