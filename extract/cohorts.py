"""Two cohorts of one trial that a sentence counts: `300 women with low scores were enrolled, and 197 with high scores`.

The first count is not of all patients, nor are the counts of arms beside it. Offsets are those of the text given.
"""

import re
from typing import Final

from .number_words import COUNT
from .people import PEOPLE
from .wordings import Wording

_HAVING: Final = r"(?:with|whose|who\s+had)\s"
_COHORTS: Final = Wording(
    rf"(?<![\w.,])(?:{COUNT})\s+(?:[\w-]+\s+){{0,3}}?{PEOPLE}\s+{_HAVING}(?:[^.;]|\.\d|;\sand\s){{3,160}}?[,;]?\s(?:and|while|whereas)\s+"
    rf"(?:{COUNT})\s+(?:{PEOPLE}\s+)?{_HAVING}"
    r"(?![^.;]*\b(?:evaluable|assessable|analy[sz]ed|ha[ds]|have|completed|died|developed)\b)",
    re.IGNORECASE,
)


def cohorts_counted(text: str, start: int, end: int) -> range:
    """Where the patients of one cohort, and then those of another, are counted between two places; empty if nowhere.

    >>> len(cohorts_counted("300 women with low scores were enrolled, and 197 with high scores.", 0, 65))
    54
    """
    found = _COHORTS.search(text, start, end)
    return range(*found.span()) if found else range(0)
