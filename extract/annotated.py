"""A cleaned text with its sentences and mentions, as plain values that are cheap to ask again and again.

Offsets are those of the cleaned text: zero-based, half-open, in code points.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc

from ..ontology.facts import Concept
from .passages import Mention, Sentence, sentences_of

_TREATMENT: Final = re.compile(
    r"(?:vaccin(?:e|ation)|therapy|treatment|transplant(?:ation)?|surgery|resection|ablation"
    r"|emboli[sz]ation)s?$",
    re.IGNORECASE,
)


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
    mentions = [m for s in sentences for m in s.mentions if not any(a < m.end and m.start < b for a, b in spans)]
    spans += [(m.start, m.end) for m in mentions]
    named = _interventions(doc.text, doc._.abbreviations)
    mentions += [m for m in named if not any(a < m.end and m.start < b for a, b in spans)]
    mentions.sort(key=lambda m: m.start)
    return AnnotatedText(doc.text, sentences, tuple(mentions), tuple(m.start for m in mentions))


def _interventions(text: str, abbreviations: Mapping[str, str]) -> Iterator[Mention]:
    """Treatments that no lexicon knows, under the short names that the document gives them."""
    for short, long in abbreviations.items():
        if _TREATMENT.search(long):
            concept = Concept("Drug", " ".join(long.lower().split()))
            for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?![\w-])", text):
                yield Mention(match.start(), match.end(), match[0], concept)
