"""Shares that tell who the patients were, not what became of them: `(87% younger than 65; 54% men)`.

Offsets are those of the text given.
"""

import re
from typing import Final

from ...people import PEOPLE
from .quantity import Quantity

_WHO: Final = re.compile(
    rf"\s*(?:of (?:the )?{PEOPLE}\s+)?(?:(?:were|was|are|being)\s+)?"
    r"(?:(?:aged|younger than|older than|over|under)\s+(?:the age of\s+|age\s+)?\d"
    r"|(?:(?:fe)?males?|m[ae]n|wom[ae]n|(?:pre|post|peri)[- ]?menopausal|white|black|asian|caucasian|hispanic"
    r"|african[- ]american|(?:current|former|never)[- ]?smokers?|smokers|(?:non)?diabetics?)"
    r"(?=\s*(?:[,;.)\]]|and\b|$)))",
    re.IGNORECASE,
)


def describes_patients(text: str, quantity: Quantity) -> bool:
    """Whether a share is followed by what the patients were.

    >>> from .finding import find_quantities
    >>> text = "54% men; 20% of men relapsed, 9 (18%) of 50 women died"
    >>> [describes_patients(text, q) for q in find_quantities(text)]
    [True, False, False]
    """
    among = text[quantity.end - 1 : quantity.end].isdigit()  # and what follows is who all of them are
    return quantity.kind == "share" and not among and _WHO.match(text, quantity.end) is not None
