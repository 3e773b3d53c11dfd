"""Cleaning: a second text for the language pipeline, and the way back from it to the stored text.

Offsets are zero-based, half-open, and count code points. In the cleaned text a line end is always a true break: between
paragraphs, headings, list items and rows of tables; a sentence never runs over one. Hyphens, minus signs and en dashes
are all `-`, quotation marks are straight, decimal points are `.`.
"""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from heapq import merge
from typing import Final

from .line_breaks import line_breaks, vocabulary
from .marks import Repair, marks

_UNSEEN: Final = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]*")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the cleaned text; `copied` where it is the stored text character by character."""

    start: int
    source_start: int
    source_end: int
    copied: bool


@dataclass(frozen=True, slots=True)
class CleanText:
    """The cleaned text with the alignment back to the stored text it was made of."""

    text: str
    pieces: tuple[Piece, ...] = field(repr=False)

    def span(self, start: int, end: int) -> tuple[int, int]:
        r"""Map a span of the cleaned text to the span of the stored text that it was made of.

        Raises `ValueError` for a span outside the text.

        >>> cleaned = clean("treat-\nment of 19·15")
        >>> cleaned.text
        'treatment of 19.15'
        >>> cleaned.span(0, 9)
        (0, 11)
        """
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start} to {end} lies outside a text of {len(self.text)} characters")
        if start < end:
            return self._source(start)[0], self._source(end - 1)[1]
        edge = self._source(start - 1)[1] if start else 0
        return edge, edge

    def cleaned_span(self, start: int, end: int) -> tuple[int, int]:
        r"""Map a span of the stored text, a table's cell say, to what became of it; empty where nothing did.

        >>> cleaned = clean("treat-\nment of 19·15")
        >>> start, end = cleaned.cleaned_span(15, 20)
        >>> cleaned.text[start:end]
        '19.15'
        """
        after = bisect_right(self.pieces, start, key=lambda piece: piece.source_end)
        first = self._place(after, start) if after < len(self.pieces) else len(self.text)
        before = bisect_left(self.pieces, end, key=lambda piece: piece.source_start) - 1
        return first, max(first, self._place(before, end, last=True) if before >= 0 else 0)

    def _place(self, number: int, source: int, *, last: bool = False) -> int:
        """Give the offset in the cleaned text of an offset of the stored text that a piece was made of."""
        piece = self.pieces[number]
        if piece.copied:
            return piece.start + min(max(source, piece.source_start), piece.source_end) - piece.source_start
        end = self.pieces[number + 1].start if number + 1 < len(self.pieces) else len(self.text)
        return end if last else piece.start

    def _source(self, offset: int) -> tuple[int, int]:
        piece = self.pieces[bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1]
        if not piece.copied:
            return piece.source_start, piece.source_end
        start = piece.source_start + offset - piece.start
        return start, start + 1


def clean(text: str) -> CleanText:
    r"""Repair what page layout, old encodings and house styles did to a text; the time grows with its length.

    >>> clean("Median PFS was 19·15 months (p=·0007)\nwith dexa-\nmethasone.").text
    'Median PFS was 19.15 months (p=.0007) with dexamethasone.'
    """
    parts: list[str] = []
    pieces: list[Piece] = []
    length = done = 0
    for repair in (*_repairs(text), Repair(len(text), len(text), "")):
        for part, start, end, copied in (
            (text[done : repair.start], done, repair.start, True),
            (repair.text, repair.start, repair.end, False),
        ):
            if part and not (part == " " and parts and parts[-1] == " "):  # what stood between two blanks is gone
                parts.append(part)
                pieces.append(Piece(length, start, end, copied))
                length += len(part)
        done = repair.end
    return CleanText("".join(parts), tuple(pieces))


def _repairs(text: str) -> Iterator[Repair]:
    """Give all repairs in order, the line breaks first where two begin together; none overlaps another.

    Of blanks and invisible marks that begin within a line break, the rest behind it is left out too.
    """
    words: Counter[str] = vocabulary(text)
    done = 0
    for repair in merge(line_breaks(text, words), marks(text, words), key=lambda repair: repair.start):
        if repair.start < done < repair.end and _UNSEEN.fullmatch(text, done, repair.end):
            repair = Repair(done, repair.end, "")
        if repair.start >= done:
            yield repair
            done = repair.end
