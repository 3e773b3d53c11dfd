"""Where a document tells no results of its own: introduction, methods and discussion, footnotes, registry records.

And where it speaks of other trials: its introduction and its discussion, but for what they say of `this study`.

Offsets are those of the cleaned text.
"""

import re
from collections.abc import Iterator
from typing import Final

from ..ontology.document import Document
from .cleaning import CleanText

Span = tuple[int, int]
_NUMBER: Final = r"(?:\d{1,2}\.?\s+)?"
_OTHERS: Final = re.compile(
    rf"{_NUMBER}(?:introduction|background|rationale|.*\bmethods?|statistical analys[ei]s|(?:general )?discussion"
    r"|comments?|research in context)\b.*",
    re.IGNORECASE,
)
_OWN: Final = re.compile(rf"{_NUMBER}(?:(?:main )?results?|findings|conclusions?|interpretation)\b.*", re.IGNORECASE)
_LITERATURE: Final = re.compile(
    rf"{_NUMBER}(?:introduction|background|rationale|(?:general )?discussion|comments?|research in context)\b.*",
    re.IGNORECASE,
)
_REPORT: Final = re.compile(
    rf"{_NUMBER}(?:.*\bmethods?|(?:main )?results?|findings|conclusions?|interpretation|patients|study design"
    r"|objectives?|aims?|purpose|statistical)\b.*",
    re.IGNORECASE,
)
_OURS: Final = re.compile(r"\b(?:[Oo]urs?|[Ww]e|[Tt]his|[Pp]resent|[Cc]urrent|[Aa]ims?|[Oo]bjectives?|[Pp]urpose)\b")
_RESULTS: Final = re.compile(rf"{_NUMBER}(?:results?|findings)\b.*", re.IGNORECASE)
_DISCUSSION: Final = re.compile(rf"{_NUMBER}(?:general )?(?:discussion|comments?)\b.*", re.IGNORECASE)
_NEAR: Final = 10
"""How far, in characters, a footnote begins behind its table."""


def asides(document: Document, cleaned: CleanText) -> tuple[Span, ...]:
    """Find these stretches, in order; none in a document that is not parted into results and the rest.

    The text of a registry record says what is measured and how; what came of it stands in its tables.
    """
    if document.kind == "registry record":
        return ((0, len(cleaned.text)),)
    spans = [*_sections(document, _OTHERS, _OWN), *_footnotes(document)]
    return tuple(_joined(sorted(cleaned.cleaned_span(start, end) for start, end in spans)))


def literature(document: Document, cleaned: CleanText) -> tuple[Span, ...]:
    """Find the introduction and the discussion of an article, in order."""
    spans = _sections(document, _LITERATURE, _REPORT)
    return tuple(_joined(sorted(cleaned.cleaned_span(start, end) for start, end in spans)))


def tells_of_itself(sentence: str) -> bool:
    """Whether a sentence of an introduction or a discussion speaks of the study that is reported."""
    return _OURS.search(sentence) is not None


def _joined(spans: list[Span]) -> Iterator[Span]:
    """Make one of spans that overlap, which are in order of their starts."""
    start, end = -1, -1
    for first, last in spans:
        if first >= end:
            if end > start:
                yield start, end
            start = first
        end = max(end, last)
    if end > start:
        yield start, end


def _sections(document: Document, opens: re.Pattern[str], closes: re.Pattern[str]) -> Iterator[Span]:
    """Sections of an article from a heading that opens a part to the next that closes it."""
    headings = [section.heading for section in document.sections]
    article = any(map(_RESULTS.fullmatch, headings)) and any(map(_DISCUSSION.fullmatch, headings))
    if document.kind != "paper" or not article:
        return
    aside = False
    for section in document.sections:
        aside = bool(opens.fullmatch(section.heading)) or (aside and not closes.fullmatch(section.heading))
        if aside:
            yield section.start, section.end


def _footnotes(document: Document) -> Iterator[Span]:
    for table in document.tables:
        start = document.text.find(table.footnotes, table.end, table.end + len(table.footnotes) + _NEAR)
        if table.footnotes and start >= 0:
            yield start, start + len(table.footnotes)
