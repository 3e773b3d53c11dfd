"""Ratios between patients, not arms: by a gene, a marker, what they had before; told as the part of them it is of.

Offsets are those of the cleaned text.
"""

import re
from typing import Final

from ..figures.figure import Figure
from ..items import Sentence

_LEADING: Final = re.compile(
    r"^\W*(?:[A-Z]{5,}[ :]+)?(?:(?:In|On|By|After|Using|At|Moreover|Furthermore|However|Also|Importantly|Additionally"
    r"|Conversely|Overall|Similarly)\b[^,();]{0,80},\s*)*(?:(?:[Tt]he|[Aa]n?)\s+)?"
)
_RELATED: Final = re.compile(
    r"\s+(?:(?:was|were|is|are|remained)\s+(?:not\s+)?(?:also\s+)?(?:\w+ly\s+)?(?:prognostic\b|predictive\b"
    r"|associated with\b|related to\b|(?:an?\s+)?(?:\w+\s+){0,3}(?:predictors?|prognostic\s+\w+|risk factors?)\b)"
    r"|(?:\w+ly\s+)?predicted\b)"
)
_VERSUS: Final = re.compile(r"[(\[;]\s*(?P<parts>[^()\[\]:;,]{2,60} (?:vs\.?|versus) [^()\[\]:;,]{2,60}):[^()\[\]:]*$")
_BESIDE: Final = re.compile(
    r"(?:^|[,:]|\band)\s*(?:(?:while|whereas|but)\s+)?(?P<parts>[^,():;]{3,70}?)\s*[(\[][^()\[\]]*$"
)
_FACTORS: Final = re.compile(
    r"\b(?:were|was|as)\s+(?:\w+ly\s+)?(?:(?:the|an?)\s+)?(?:\w+\s+){0,2}"
    r"(?:prognostic|predictors?|risk factors?|predictive|associated with)\b"
)
_TREATED: Final = re.compile(
    r"\b(?:treatments?|therap(?:y|ies)|arms?|groups?|regimens?|chemotherapy|radiotherapy|surgery|adding|addition|use of"
    r"|interactions?|combination|it|this|that|which|there|who)\b|\d\s*%",
    re.IGNORECASE,
)
_LONGEST: Final = 90


def contrast_of(sentence: Sentence, figure: Figure) -> str:
    """The patients whom a ratio sets apart: `mutated vs wild type`, `baseline albumin`; empty where it is not told."""
    before = sentence.gap(sentence.start, figure.start)
    for start, parts in (_versus(before), _subject(before), _factor(sentence, before)):
        place = sentence.start + start
        named = sentence.between(place, place + len(parts), "arm", "regimen", "endpoint")
        if parts and len(parts) <= _LONGEST and not named and not _TREATED.search(parts):
            return parts.strip()
    return ""


def _versus(before: str) -> tuple[int, str]:
    """`(mutated vs wild type: HR for death 1.2`."""
    found = _VERSUS.search(before)
    return (found.start("parts"), found["parts"]) if found else (0, "")


def _subject(before: str) -> tuple[int, str]:
    """`Baseline albumin was prognostic for survival (HR 0.8`."""
    lead, related = _LEADING.match(before), _RELATED.search(before)
    start = lead.end() if lead else 0
    return (start, before[start : related.start()]) if related and related.start() > start else (0, "")


def _factor(sentence: Sentence, before: str) -> tuple[int, str]:
    """`Age (HR 1.2) and stage (HR 1.9) were independent prognostic factors for survival`."""
    found = _BESIDE.search(before) if _FACTORS.search(sentence.text, len(before)) else None
    return (found.start("parts"), found["parts"]) if found else (0, "")
