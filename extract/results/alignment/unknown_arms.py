"""Figures of arms that are unknown to us: no arm was found, but treatments are compared, and the sentence names one.

Such figures are not of all patients. Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ...context import Context
from ...wordings import Wording
from ..items import Sentence

_COMPARED: Final = Wording(
    r"\brandom(?:ly|i[sz])|\bcross-?over\b|\bplacebo-controlled\b|\b(?:was|were) compared\b", re.IGNORECASE
)
_GIVEN: Final = re.compile(
    r"\b(?:with|on|after|during|by|for|of|receiving|received|given|taking|using)\s+(?:the\s+)?$|^\W*$", re.IGNORECASE
)
_GROUP: Final = re.compile(r"[- ](?:treated\s+)?(?:groups?|arms?|patients|recipients)\b", re.IGNORECASE)
_REACH: Final = 20


def is_of_unknown_arm(context: Context, sentence: Sentence) -> bool:
    """Whether a sentence tells of one of several treatments, none of which is known to be an arm.

    `Side effects of A were rash (12%)`, where A and B were compared.
    """
    if context.arms.all:
        return False
    text = context.page.text
    named = (m for m in context.page.between(sentence.start, sentence.end) if m.kind in {"Drug", "Regimen"})
    told = any(
        _GIVEN.search(text[max(sentence.start, m.start - _REACH) : m.start]) or _GROUP.match(text, m.end) for m in named
    )
    return told and _COMPARED.search(text) is not None
