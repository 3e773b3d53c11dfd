"""Shares of those whose measurement changed by so much: `increases in size ≥20% (34% vs 46%) and ≥50% (6% vs 11%)`.

Each threshold is an endpoint of its own. Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording

_LIMIT: Final = r"(?P<limit>[≥>≤<]=?\s?\d+(?:\.\d+)?\s?%)(?=\s*[(\[]\d)"
_FIRST: Final = Wording(
    r"\b(?P<change>increase|decrease|reduction|decline|improvement|gain|rise|loss)s?\s+(?P<of>in|of)\s+(?:the\s+)?"
    rf"(?P<what>[A-Za-z][\w/-]*(?:\s(?!and\b|or\b|of\b|was\b|were\b)[\w/-]+){{0,4}}?)\s+(?:of\s+)?{_LIMIT}",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(rf"\s*[(\[][^()\[\]]{{1,60}}[)\]]\s*(?:,|,?\s*and\b|,?\s*or\b)\s*{_LIMIT}", re.IGNORECASE)


def threshold_endpoints(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence.

    >>> [name for _, _, name in threshold_endpoints("Decreases in PSA of ≥50% (34% v 6%) and ≥90% (9% v 1%)")]
    ['decrease in PSA >=50%', 'decrease in PSA >=90%']
    """
    for first in _FIRST.finditer(text):
        name = f"{first['change'].lower()} {first['of'].lower()} {first['what']}"
        at: re.Match[str] | None = first
        while at is not None:
            start = first.start() if at is first else at.start("limit")
            yield start, at.end(), f"{name} {at['limit'].replace('≥', '>=').replace('≤', '<=').replace(' ', '')}"
            at = _NEXT.match(text, at.end())
