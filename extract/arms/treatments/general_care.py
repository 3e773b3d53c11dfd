"""Treatment told by its kind alone that one arm has and another has with something added: `systemic therapy alone`.

Only what is said to be given alone, or with and without something, is taken for an arm. Offsets are those of the
cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ....ontology.facts import Concept
from ...wordings import Wording

_WORD: Final = (
    r"(?!(?:to|or|and|with|without|plus|versus|vs|of|the|an?|in|on|for|from|by|than|as|at|receiv\w+|either|alone|addition|added|"
    r"combination|combined|study|trial|drug|active|initial|single|dual|triple|double|this|that|same|such|previous|prior|"
    r"further|their|all|both|first-line|second-line|continued?|start\w*|group|arm)\b)[a-z-]+\s+"
)
_KIND: Final = rf"(?P<kind>(?:{_WORD}){{1,3}}(?:therapy|treatment|care|management))"
_BEHIND: Final = r"(?=\s+(?:alone|only|with or without|(?:alone\s+)?or\s+(?:combined\s+)?with)\b)"
_ALONE: Final = re.compile(rf"\b{_KIND}{_BEHIND}")
_MAY_BE: Final = Wording(rf"(?:therapy|treatment|care|management){_BEHIND}")
_USUAL: Final = re.compile(
    r"(?:(?:standard|usual|conventional|routine|best|optimal|medical|background|current|available|supportive)\s+)+\w+"
)


def general_care(text: str, start: int, end: int) -> Iterator[tuple[int, int, Concept]]:
    """Give the places of each such treatment between two offsets, also where it is named with what is added."""
    if not _MAY_BE.search(text, start, end):
        return
    for words in dict.fromkeys(match["kind"] for match in _ALONE.finditer(text, start, end)):
        name = "standard of care" if _USUAL.fullmatch(words) else " ".join(words.split())
        for place in re.finditer(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text[start:end]):
            yield start + place.start(), start + place.end(), Concept("Drug", name)
