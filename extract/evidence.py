"""From a place in the cleaned text to the words of the stored text."""

from ..ontology.document import Document
from ..ontology.facts import Evidence, Fact
from .candidates import Candidate
from .cleaning import CleanText
from .confidence import confidence_of


def to_fact(candidate: Candidate, document: Document, cleaned: CleanText) -> Fact:
    """Give a candidate its evidence: the span of the document's stored text, and the exact words there."""
    start, end = cleaned.span(candidate.start, candidate.end)
    return Fact(
        candidate.claim,
        Evidence(
            start=start,
            end=end,
            quote=document.text[start:end],
            section=document.section_at(start),
            assertion=candidate.assertion,
            confidence=confidence_of(candidate.rule),
            rule=candidate.rule,
        ),
    )
