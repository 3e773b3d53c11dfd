"""The share that an event must have to be told: `the most common adverse events (≥20%) were …` gives no figure.

Offsets are those of the text given.
"""

import re
from typing import Final

from ..people import PEOPLE
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
_LIMITS: Final = frozenset({">", ">="})
_REACH: Final = 140


def is_limit_of_list(text: str, quantity: Quantity, start: int) -> bool:
    """Whether a share says how common the events are that a list names; `start` is where the sentence begins.

    >>> from .quantities import find_quantities
    >>> text = "The most common events (>5%) were rash (12%) and fever (9%)."
    >>> [is_limit_of_list(text, q, 0) for q in find_quantities(text)]
    [True, False, False]
    """
    if quantity.kind != "share" or quantity.count is not None or quantity.relation not in _LIMITS:
        return False
    told = _COMMON.search(text, max(start, quantity.start - _REACH), quantity.start)
    return told is not None and _LISTED.match(text, quantity.end) is not None
