"""Cutting a text at the borders of all its spans, so that spans may overlap; whoever writes HTML escapes the pieces.

Offsets are zero-based, half-open, code points.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text, and what is marked there."""

    start: int
    end: int
    what: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch with nothing begun or ended inside."""

    start: int
    text: str
    marks: tuple[str, ...] = ()
    """What is marked here, in the order in which it began."""


def pieces(text: str, spans: Iterable[Span]) -> list[Piece]:
    """Cut a text at every border of a span; together the pieces are the text.

    >>> [(piece.text, piece.marks) for piece in pieces("HR 0.53", [Span(0, 7, "fact"), Span(3, 7, "number")])]
    [('HR ', ('fact',)), ('0.53', ('fact', 'number'))]
    """
    ordered = sorted(span for span in spans if 0 <= span.start < span.end <= len(text))
    borders = sorted({0, len(text)}.union(*((span.start, span.end) for span in ordered)))
    found: list[Piece] = []
    open_: list[Span] = []
    waiting = ordered[::-1]
    for start, end in pairwise(borders):
        open_ = [span for span in open_ if span.end > start]
        while waiting and waiting[-1].start == start:
            open_.append(waiting.pop())
        found.append(Piece(start, text[start:end], tuple(dict.fromkeys(span.what for span in open_))))
    return found
