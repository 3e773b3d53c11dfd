"""What is known of a disease before a trial: figures that an introduction tells in the present tense."""

import re
from typing import Final

from .items import Sentence

_IS: Final = re.compile(
    r"\b(?:is|are|has|have|will|can|remains?|occurs?|recurs?|relapses?|develops?|dies?|suffers?|experiences?|presents?"
    r"|accounts?|responds?|survives?|progress(?:es)?)\b(?!-)"
)
_WAS: Final = re.compile(r"\b(?:[Ww]e|was|were|had)\b")
_ANNOUNCED: Final = re.compile(
    r"\b(?:[Oo]ur|[Tt]his (?:\S+ ){0,4}(?:study|trial|analysis|report)|objectives?|aims?|purpose|randomi[sz]ed"
    r"|[Rr]esults)\b"
)


def is_common_knowledge(sentence: Sentence) -> bool:
    """Whether a sentence before the trial's first tells what holds for patients at large, and names no arm.

    `Of all patients, 20% have metastases at diagnosis`; not `The median survival is 9 months with A`.
    """
    if any(item.kind == "arm" for item in sentence.items):
        return False
    return _IS.search(sentence.text) is not None


def begins_trial(sentence: Sentence) -> bool:
    """Whether a document turns to its own trial: `We studied`, `Patients were`; `randomised`, but not in a title."""
    announced = sentence.start > 0 and _ANNOUNCED.search(sentence.text)
    return bool(announced or _WAS.search(sentence.text))
