"""What is told of a part of those counted: `in four patients (two fatal)`, `in four, two of whom died`.

Offsets are those of the cleaned text.
"""

import re
from decimal import Decimal
from typing import Final

from ...people import PEOPLE
from ..items import Sentence
from ..quantities import numerals
from ..quantities.number_patterns import COUNT

_SOME: Final = re.compile(
    r"[(\[,]\s*(?:including\s+|of\s+wh(?:ich|om)\s+|with\s+)?"
    rf"(?P<n>{COUNT})\s+(?:(?:of\s+(?:whom|which|them|these)|was|were|patient|{PEOPLE}|cases?|events?)\s+)*$",
    re.IGNORECASE,
)
_REACH: Final = 45


def is_of_part(sentence: Sentence, at: int, counted: int | Decimal | None) -> bool:
    """Whether another count than the one given stands right before a place, in a bracket or behind a comma."""
    some = _SOME.search(sentence.gap(max(sentence.start, at - _REACH), at))
    return some is not None and numerals.integer(some["n"]) != counted
