"""The regular expressions of rates among so many people: `22 per 1000 women`; those of each year are not read."""

import re
from typing import Final

from .number_patterns import APART, NOT_IN_NAME, NUMBER

_SO_MANY: Final = r"(?:100[,\s]?000|10[,\s]?000|1[,\s]?000|100)"
_PEOPLE: Final = (
    r"(?:women|men|patients|persons|people|participants|subjects|children|infants|adults|individuals|births)"
)

RATES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = (
    (
        "other",
        re.compile(
            rf"{NOT_IN_NAME}{NUMBER}(?:\s+(?:cases|events|deaths|infections|cancers|fractures|episodes))?\s*(?:per|/)\s*"
            rf"{_SO_MANY}\s*(?:person|patient|wom[ae]n|subject|participant|people|child|m[ae]n)?s?[-\s]?years?\b",
            re.IGNORECASE,
        ),
    ),
    (
        "share",
        re.compile(
            rf"{APART}(?P<v>{NUMBER})(?:\s+(?:cases|events|deaths))?\s+(?P<unit>per\s+{_SO_MANY}\s+(?:live\s+)?{_PEOPLE})"
            r"(?![-\s]years?)",
            re.IGNORECASE,
        ),
    ),
)
