"""Events that are no harm of treatment: what patients had before it, and what is said not to come of it."""

import re
from typing import Final

from .figures import Figure
from .items import Item, Sentence

_BEFORE: Final = re.compile(
    r"^\W*(?:[A-Z]+\W+)?(?:at|on|before) (?:study |trial )?(?:entry|enrol?ment|admission|inclusion|randomi[sz]ation"
    r"|screening|presentation|diagnosis)\b"
    r"|\breasons? (?:for|of) (?:not|non|withholding|exclusion|ineligibility|screen)",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(
    r"\bhistory of\b|\b(?:psychiatric|medical|comorbid|co-morbid|concomitant|coexisting|underlying|pre-?existing)"
    r" (?:conditions?|illness(?:es)?|comorbidit(?:y|ies)|diagnos[ei]s)\b|\b(?:pre-?existing|comorbid)\s+$",
    re.IGNORECASE,
)
"""Words behind which conditions of patients are listed."""
_BRACKETED: Final = re.compile(r"\([^()]*(?:\)|$)|\[[^\[\]]*(?:\]|$)")
_UNRELATED: Final = re.compile(r"\bunrelated\b|\bnot (?:\w+ ){0,3}(?:related|attribut\w+) to\b", re.IGNORECASE)


def is_condition(sentence: Sentence, subject: Item, figure: Figure) -> bool:
    """Whether an event that a figure counts is a condition that patients brought, or unrelated to treatment.

    `a history of stroke (2)`, `events considered unrelated to study medication (axitinib, 2%)`.
    """
    first, last = min(subject.start, figure.start), max(subject.end, figure.end)
    return bool(
        _BEFORE.search(sentence.text)
        or _LISTED.search(_clause(sentence, sentence.start, subject.start))
        or _UNRELATED.search(_clause(sentence, first, last))
    )


def lists_conditions(sentence: Sentence) -> bool:
    """Whether all the events that a sentence names are such conditions."""
    event = next((item for item in sentence.items if item.kind == "event"), None)
    before = _clause(sentence, sentence.start, event.start) if event else ""
    return bool(_BEFORE.search(sentence.text) or _LISTED.search(before))


def _clause(sentence: Sentence, start: int, end: int) -> str:
    """The words between two places, without those in brackets and of clauses that end there."""
    return _BRACKETED.sub("", sentence.gap(start, end)).rpartition(";")[2]
