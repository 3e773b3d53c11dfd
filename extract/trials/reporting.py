"""Whether a document reports a trial of its own, though it gives it no name: a review does not, an article does."""

import re
from typing import Final

from ...ontology.document import Document

_REVIEW: Final = re.compile(
    r"\b(?:reviews?|overview|meta-?\s?analys[ei]s|pooled|pooling|guidelines?|consensus|recommendations|perspectives?"
    r"|role of|indirect (?:treatment )?comparisons?|trials|studies|update on|advances)\b",
    re.IGNORECASE,
)
_DESIGN: Final = re.compile(
    r"\b(?:randomi[sz]ed|phase\s+(?:[1-4]|I{1,3}V?|IV)[ab]?|(?:double|single)[- ]blind\w*|open[- ]label|single[- ]arm"
    r"|placebo[- ]controlled|pilot|prospective|cross-?over)\b",
    re.IGNORECASE,
)
_STUDY: Final = re.compile(r"\b(?:trial|study)\b", re.IGNORECASE)
_PARTS: Final = tuple(
    re.compile(rf"(?:\d{{1,2}}\.?\s+)?{part}\b.*", re.IGNORECASE)
    for part in (r"(?:.*\bmethods?|methodology|experimental design)", r"(?:main )?(?:results?|findings)", "discussion")
)
_SEARCHED: Final = re.compile(
    r".*\b(?:search(?:es)?|data sources?|study selection|data extraction|(?:in|ex)clusion of studies)\b.*",
    re.IGNORECASE,
)


def reports_own(document: Document, title: str) -> bool:
    """Tell whether a title names one study by its design, or the sections are those of an article, not of a review."""
    if _REVIEW.search(title):
        return False
    if _DESIGN.search(title) and _STUDY.search(title):
        return True
    headings = [section.heading for section in document.sections]
    parted = document.kind == "paper" and all(any(map(part.fullmatch, headings)) for part in _PARTS)
    return parted and not any(map(_SEARCHED.fullmatch, headings))
