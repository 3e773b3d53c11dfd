"""A cleaned text with its sentences and mentions, as plain values that are cheap to ask again and again.

Offsets are those of the cleaned text: zero-based, half-open, in code points.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from .passages import Mention, Sentence, sentences_of


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """The text, its sentences in order, and all mentions in order."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie wholly between two offsets."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [m for m in self.mentions[first:last] if m.end <= end]


def annotate(doc: Doc, taken: Iterable[tuple[int, int]] = ()) -> AnnotatedText:
    """Take a spaCy document's text, sentences and mentions; leave out mentions that touch a stretch already taken."""
    sentences = tuple(sentences_of(doc))
    spans = list(taken)
    mentions = tuple(m for s in sentences for m in s.mentions if not any(a < m.end and m.start < b for a, b in spans))
    return AnnotatedText(doc.text, sentences, mentions, tuple(m.start for m in mentions))
