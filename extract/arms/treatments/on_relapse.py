"""What patients of a control arm are given only when their disease comes back: `A alone, followed by B at relapse`.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from .merged import Treatment

_UNTIL_THEN: Final = re.compile(
    r"\b(?:alone|only|observation|surveillance|monitoring|waiting|placebo|no\s[\w-]+|nothing)(?:\s\([^()]*\))?,?\s"
    r"(?:followed\sby|then|and|with|plus)\s(?:delayed\s|deferred\s|salvage\s)?$",
    re.IGNORECASE,
)
_THEN: Final = re.compile(
    r"(?:\s(?:therapy|treatment))?,?\s(?:at|on|upon|after)\s(?:the\s)?(?:time\sof\s)?(?:[\w-]+\s)?"
    r"(?:relapse|recurrence|progression)\b",
    re.IGNORECASE,
)
_REACH: Final = 80


def without_later(text: str, found: list[Treatment]) -> list[Treatment]:
    """Leave out what is given at relapse after nothing of the kind."""
    return [t for t in found if not (_THEN.match(text, t.end) and _is_deferred(text, t.start))]


def _is_deferred(text: str, start: int) -> bool:
    return _UNTIL_THEN.search(text, max(0, start - _REACH), start) is not None
