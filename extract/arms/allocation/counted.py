"""Arms that are listed with how many patients each has: `294 to A, 292 to B, and 291 to C`.

Offsets are those of the cleaned text.
"""

import re
from itertools import pairwise
from typing import Final

from ...annotated import AnnotatedText
from ...passages import Sentence
from ...people import PEOPLE
from ...results.quantities import number_patterns
from ...wordings import Wording
from ..slots import Slot, without_brackets
from ..treatments.named import Names
from ..treatments.regimens import Expression
from .choices import AS_CHOSEN, understood
from .given_to_all import with_partners

_ALLOCATED: Final = Wording(r"\brandom|\bassigned\b|\ballocated\b|\bhalf\b", re.IGNORECASE)
_TREATED: Final = Wording(r"\b(?:given|treated|received|underwent)\b", re.IGNORECASE)
_LATER_OR_EARLIER: Final = re.compile(
    r"\b(?:prior|previous\w*|salvage|subsequent\w*|(?:second|third)-line|progress\w+|relaps\w+|transfus\w+|prophyla\w+|"
    r"rescue|not|of whom|of these|additional\w*|discontinu\w+|at least)\b|%",
    re.IGNORECASE,
)
"""What tells that those counted are a part of the patients, or were given it at another time."""
_COUNTED: Final = re.compile(
    rf"(?<![\w.,:-])(?:(?:the\s+)?(?:other|remaining)\s+)?(?:{number_patterns.COUNT}|half)\s+(?:of\s+(?:them|these|whom)\s+)?"
    rf"(?:(?:of\s+(?:the\s+)?)?(?:{PEOPLE}|cases)\s+(?:with\s+(?:[\w-]+\s+){{1,6}}?)?)?"
    r"(?:(?:(?:were\s+)?(?:randomly\s+)?(?:assigned|allocated|randomi[sz]ed)\s+)?to\s+(?:(?:receive|the)\s+)?|"
    r"(?:who\s+)?(?:received|took|underwent|given|(?:(?:were|was)\s+)?(?:given|treated\s+(?:with|by))|with(?!\s+(?:an?|the|either)\b))\s+)",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"(?:[,;]\s*(?:(?:and|while|whereas)\s+)?|\s+(?:and|while|whereas)\s+|"
    r"\s+(?:were\s+compared\s+(?:with|to)|versus|vs\.?)\s+(?:those\s+of\s+)?)$"
)
_END: Final = re.compile(
    r"[;:)\]]|\.(?=\s|$)|,\s(?!and\b)|\b(?:who|which|were|was|of whom|with a|in a|using|while|at|between|from)\b"
)
_LISTED: Final = re.compile(r",\s(?:[\w/-]+\s?[\w/-]*,?\s){1,8}?or\s")
"""`treated with A, B or C`: the comma ends no alternative."""
_MOST: Final = 6


def counted_arms(page: AnnotatedText, sentence: Sentence, names: Names) -> list[Expression]:
    """The arms of a sentence, each behind its count; none where one of them is not understood."""
    found = understood(page, counted_slots(sentence), names) if _tells_arms(sentence) else []
    return with_partners(page, sentence.end, found, names) if found else []


def _tells_arms(sentence: Sentence) -> bool:
    """Whether those whom a sentence counts were allocated, or, in a study that only looks back, treated."""
    if _ALLOCATED.search(sentence.text):
        return True
    return bool(_TREATED.search(sentence.text)) and not _LATER_OR_EARLIER.search(sentence.text)


def share_count(sentence: Sentence, found: list[Expression]) -> bool:
    """Whether several regimens stand behind one count: `86 were assigned to A, B or C` tells of one arm."""
    slots = counted_slots(sentence) if _ALLOCATED.search(sentence.text) else []
    return any(sum(start <= e.start < end for e in found) > 1 for start, end in slots)


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
        listed = _LISTED.match(plain, stop.start()) if stop else None
        stop = _END.search(plain, listed.end()) if listed else stop
        last = stop.start() if stop else len(plain.rstrip())
        chosen = AS_CHOSEN.match(plain, len(plain[:last].rstrip()))
        last = chosen.end() if chosen else last
        slots.append((sentence.start + counts[-1].end(), sentence.start + last))
    return slots if len(slots) <= _MOST else []
