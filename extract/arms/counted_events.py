"""Whether a number behind an arm counts those to whom something happened: `more withdrew with A (n = 9)`."""

import re
from typing import Final

from ..people import PEOPLE
from ..results.quantities import number_patterns

_EVENTS: Final = re.compile(
    rf"\b(?:(?:fewer|more|most|no)\s(?:\w+\s){{0,2}}?{PEOPLE}|deaths?|withdrawals?|drop-?outs?|discontinuations?|"
    r"(?:adverse|side)\s(?:drug\s)?(?:events?|effects?|reactions?))\b|"
    rf"\b{number_patterns.COUNT}\s(?:\w+\s){{0,2}}?{PEOPLE}\s(?:had|died|withdrew|dropped|relapsed|discontinued|"
    r"experienced|developed|reported|required)\b",
    re.IGNORECASE,
)
_SHARES: Final = re.compile(
    r"%|\b(?:rates?|incidences?|proportions?|percentages?|risks?|time|survival|ratios?|scores?|mean|median)\b",
    re.IGNORECASE,
)

_ALLOCATED: Final = re.compile(
    r"random(?!i[sz]ation)|assigned|allocat|\benrol|\btreat(?:ed|ment) with\b|\b(?:start|initiat)ed\b", re.IGNORECASE
)
"""`most patients were assigned to A (n = 53)`, `a relapse and were treated with A (n = 53)`"""


def counts_events(before: str) -> bool:
    """Whether what stands before an arm tells that some patients had something, and not how large a share did.

    >>> counts_events("More patients died with "), counts_events("The rate of death was lower with ")
    (True, False)
    """
    events = _EVENTS.search(before)
    return events is not None and not _SHARES.search(before) and not _ALLOCATED.search(before, events.end())
