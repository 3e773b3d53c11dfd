"""Patients who had none of several things, counted by all at once: `no emesis and no rescue medication in 63%`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from .own_words import WORD

_WHAT: Final = rf"(?:use\sof\s)?{WORD}(?:\s{WORD}){{0,2}}"
_NONE: Final = Wording(
    rf"(?<![\w-])(?P<name>no\s{_WHAT}(?:,\sno\s{_WHAT})?,?\s(?:and|or|plus)\s(?:with\s)?no\s{_WHAT})"
    r"(?=[^.;:%\d]{0,60}?\s(?:in|by|for|was|were|of|with|[(\[])\s?(?!0(?:\.0+)?\s?%)\d[\d.]*\s?"
    r"(?:%|(?:and|v|vs\.?|versus)\s\d[\d.]*\s?%))",
    re.IGNORECASE,
)


def spared_altogether(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint; that nobody had any of them is told of no share.

    >>> [name for _, _, name in spared_altogether("No emesis and no rescue therapy were recorded in 63% of patients.")]
    ['no emesis and no rescue therapy']
    >>> list(spared_altogether("No deaths and no grade 4 nausea were seen."))
    []
    """
    for match in _NONE.finditer(text) if "%" in text else ():
        yield *match.span("name"), " ".join(match["name"].lower().split())
