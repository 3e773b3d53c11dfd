"""A document as its readers see it: the stored text, with what was read out of it, and what was missed, marked."""

from .marked import FactMark, Marked, MarkedDocument
from .marking import Piece, Span, pieces

__all__ = ["FactMark", "Marked", "MarkedDocument", "Piece", "Span", "pieces"]
