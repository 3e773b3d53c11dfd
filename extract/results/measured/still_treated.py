"""Patients who are still given something when they are looked at: `at 14 days 25% v 21% were still receiving oxygen`.

Offsets are those of the text given.
"""

import re
from collections.abc import Iterator
from typing import Final

from ...wordings import Wording
from .own_words import NOUNS

_STILL: Final = Wording(
    r"\b(?P<told>(?P<still>(?:(?<=were )|(?<=was )|(?<=are )|(?<=is ))still)\s"
    r"(?:receiving|requiring|needing|using|taking|on)"
    rf"|continu(?:ed|es|ing)\sto\sreceive|remain(?:ed|s|ing)?\s(?:still\s)?on)\s(?:(?:the|their)\s)?(?P<what>{NOUNS})"
)
_TREATMENT: Final = Wording(
    r"(?:(?:assigned|allocated|study|protocol|trial|randomi[sz]ed|active|initial)\s){0,2}"
    r"(?:treatment|therapy|medications?|drugs?)"
)
_BEFORE: Final = Wording(r"\b(?:baseline|entry|inclusion|enrol+ment|screening)\b", re.IGNORECASE)


def still_treated(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and name of each such endpoint of a sentence; the end is before what is given.

    >>> list(still_treated("12% were still receiving oxygen"))
    [(9, 24, 'still receiving oxygen')]
    """
    if "%" not in text or _BEFORE.search(text):
        return  # bare counts tell how far a trial has come
    for match in _STILL.finditer(text):
        if _TREATMENT.fullmatch(match["what"]):
            yield *match.span("told"), "still on treatment"
        elif match["still"] and not match["told"].endswith(" on"):
            yield *match.span("told"), f"{match['told']} {match['what']}".lower()
