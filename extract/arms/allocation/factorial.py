"""Sentences that cross two choices: `assigned to A or B and to C or D` names no arm.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ..treatments.merged import Treatment
from ..treatments.named import Names, treatments_in

_JOINT: Final = re.compile(
    r"\band\b(?P<next>\s+(?:(?:also|then|again)\s+)?(?:to\b|either\b|receiv\w+\s+either\b))?", re.IGNORECASE
)
_OR: Final = re.compile(r"\b(?:or|versus|vs)\b", re.IGNORECASE)
_OPTIONAL: Final = re.compile(r",\s(?:with or without|with/without|±)", re.IGNORECASE)
"""`A or A plus B, with or without C`"""
_FACTORIAL: Final = re.compile(r"\bfactorial\b|\b(?:2|two)[- ]?(?:×|x|by)[- ]?(?:2|two)\b", re.IGNORECASE)


def crosses_choices(page: AnnotatedText, sentence: Sentence, names: Names) -> bool:
    """Whether a sentence tells two choices, with different controls, of which each patient is given one of either.

    An `and` between two choices sets them side by side if it leads on (`and to`), or if the trial is called factorial.
    """
    if len(_OR.findall(sentence.text)) < 2:
        return False
    treatments = treatments_in(page, sentence.start, sentence.end, names)
    for joint in _OPTIONAL.finditer(page.text, sentence.start, sentence.end):
        before = [t for t in treatments if t.end <= joint.start()]
        if _offered(page, before) and _FACTORIAL.search(page.text):
            return True
    for joint in _JOINT.finditer(page.text, sentence.start, sentence.end):
        before = [t for t in treatments if t.end <= joint.start()]
        after = [t for t in treatments if t.start >= joint.end()][:2]
        if (
            _offered(page, before)
            and _offered(page, after)
            and before[-1].drugs != after[1].drugs
            and (joint["next"] or _FACTORIAL.search(page.text))
        ):
            return True
    return False


def _offered(page: AnnotatedText, treatments: list[Treatment]) -> bool:
    """Whether two treatments that follow each other are set against each other."""
    return any(_OR.search(page.text, a.end, b.start) for a, b in pairwise(treatments))
