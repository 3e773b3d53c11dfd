"""Arms that are listed with how many patients each has: `294 to A, 292 to B, and 291 to C`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...results.quantities import patterns
from ...wordings import Wording
from ..slots import Slot, without_brackets
from ..treatments.named import Names
from ..treatments.regimens import Expression
from .choices import understood

_ALLOCATED: Final = Wording(r"\brandom|\bassigned\b|\ballocated\b", re.IGNORECASE)
_COUNTED: Final = re.compile(
    rf"(?<![\w.,:-]){patterns.COUNT}\s+(?:(?:patients|participants|women|men|subjects|children)\s+)?(?:(?:were\s+)?"
    r"(?:randomly\s+)?(?:assigned|allocated|randomi[sz]ed)\s+)?to\s+(?:(?:receive|the)\s+)?",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"(?:[,;]\s*(?:and\s+)?|\s+and\s+)$")
_END: Final = re.compile(
    r"[;:)\]]|\.(?=\s|$)|,\s(?!and\b)|\b(?:who|which|were|was|of whom|with a|in a|using|while|at|between|from)\b"
)
_MOST: Final = 6


def counted_arms(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The arms of a sentence, each behind its count; none where one of them is not understood."""
    if not _ALLOCATED.search(sentence.text):
        return []
    return understood(page, counted_slots(sentence), names)


def counted_slots(sentence: Sentence) -> list[Slot]:
    """What stands behind each count up to the next, in the last run that only commas and `and` part."""
    plain = without_brackets(sentence.text)
    counts = list(_COUNTED.finditer(plain))
    slots: list[Slot] = []
    for here, following in pairwise(counts):
        joint = _BETWEEN.search(plain, here.end(), following.start())
        if joint is None:  # 878 patients to treatment: 294 to A
            slots.clear()
        else:
            slots.append((sentence.start + here.end(), sentence.start + joint.start()))
    if slots:
        stop = _END.search(plain, counts[-1].end())
        last = stop.start() if stop else len(plain.rstrip())
        slots.append((sentence.start + counts[-1].end(), sentence.start + last))
    return slots if len(slots) <= _MOST else []
