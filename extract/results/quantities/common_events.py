"""Shares that are limits: `the most common adverse events (≥20%) were …`, `patients with a leak (≥1%)`.

Offsets are those of the text given.
"""

import re
from typing import Final

from ...people import PEOPLE
from .quantity import Quantity

_COMMON: Final = re.compile(
    r"\b(?:common\w*|frequent\w*|main|major|predominant|adverse|events?|AEs|TEAEs|toxicit(?:y|ies)|side effects)\b"
    r"[^.;%()\[\]]{0,80}[(\[,]\s*(?:(?:an?|with|at|of|in|by|any|all|overall|incidences?|frequenc(?:y|ies)|prevalence|rates?"
    r"|grades?|occurr\w+|reported|observed|seen|experienced|affecting|defined as)\s+){0,5}$",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    rf"\s*(?:of (?:the |all )?{PEOPLE}|incidence|frequency|(?:in|of) (?:either|any"
    r"|each|both|one|at least one) \w+(?: \w+)?)?\s*[)\],]",
    re.IGNORECASE,
)
_TELLS_APART: Final = re.compile(
    rf"\b(?:{PEOPLE}|those|tumou?rs) (?:with|without|who (?:had|have)) [^.;,:%()\[\]]{{2,60}}[(\[]\s*$", re.IGNORECASE
)
_CLOSED: Final = re.compile(r"\s*[)\]]")
_LIMITS: Final = frozenset({">", ">="})
_REACH: Final = 140


def is_limit(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a share says how common the events of a list are, or who is told apart; `start` is the sentence's.

    >>> from .finding import find_quantities
    >>> text = "The most common events (>5%) were rash (12%) and fever (9%)."
    >>> [is_limit(text, q, 0) for q in find_quantities(text)]
    [True, False, False]
    """
    if quantity.kind != "share" or quantity.count is not None or quantity.relation == "=":
        return False
    place = max(start, quantity.start - _REACH), quantity.start
    if _TELLS_APART.search(text, *place) and _CLOSED.match(text, quantity.end):
        return True
    told = _COMMON.search(text, *place) if quantity.relation in _LIMITS else None
    return told is not None and _LISTED.match(text, quantity.end) is not None
