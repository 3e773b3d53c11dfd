"""Men and women as parts of the patients: `Among men, …`, `12% in women`, where a text speaks of both.

Offsets are those of the text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording

_OTHERS: Final = {
    "men": "women", "women": "men", "males": "females", "females": "males", "boys": "girls", "girls": "boys",
    "smokers": "nonsmokers", "nonsmokers": "smokers", "non-smokers": "smokers", "never-smokers": "smokers",
}  # fmt: skip
_NAMED: Final = Wording(
    r"\b(?:[Ii]n|[Aa]mong|[Ff]or)\s+(?:the\s+)?(?P<name>(?:wo)?men|(?:fe)?males|boys|girls|(?:non-?|never-)?smokers)"
    r"(?=\s*(?:[,;.()\[\]]|$)|\s(?:was|were|but|than|compared|versus|vs|and\s\d+)\b)"
)


def parts_by_sex(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Give those of whom a stretch of text tells results; where a text names no others, they are all its patients."""
    for match in _NAMED.finditer(text, start, end):
        if re.search(rf"\b{_OTHERS[match['name']]}\b", text, re.IGNORECASE):
            yield (*match.span("name"), match["name"])
