"""What a semicolon parts: figures of two arms alone in a bracket, or of two events.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...people import PEOPLE
from ..items import Sentence
from .figure import Figure

_PAIR_ALONE: Final = re.compile(r"[(\[][\d.]+\s?%;\s[\d.]+\s?%[)\]]")
"""`anemia (21%; 30%)`: the values of two arms, alone in a bracket."""
_HAD_IT: Final = re.compile(
    rf"\s+(?:of\s)?(?:the\s|those\s)?(?:{PEOPLE}\s)?[^.,;:()%\d]{{0,60}}?"
    r"\b(?:had|experienced|developed|achieved|reported)\s(?:an?\s)?(?:[\w-]+\s){0,2}"
)


def are_alone(sentence: Sentence, previous: Figure, figure: Figure) -> bool:
    """Whether two figures and a semicolon are all that a bracket holds."""
    return _PAIR_ALONE.fullmatch(sentence.whole, previous.start - 1, figure.end + 1) is not None


def has_own_event(sentence: Sentence, figure: Figure) -> bool:
    """`leukopenia in 21%; 4% of the patients on A had rash`: what a figure behind a semicolon is of follows it."""
    behind = next((i for i in sentence.items if i.start >= figure.end and i.kind in {"endpoint", "event"}), None)
    return behind is not None and _HAD_IT.fullmatch(sentence.gap(figure.end, behind.start)) is not None
