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
from ..ontology.lexicon import load_lexicon
from .passages import Mention, Sentence, sentences_of

_TREATMENT: Final = re.compile(
    r"(?:vaccin(?:e|ation)|therapy|treatment|transplant(?:ation)?|surgery|resection|ablation"
    r"|emboli[sz]ation)s?$",
    re.IGNORECASE,
)

_STATISTIC: Final = re.compile(r"^(?:median|mean|estimated|the|overall (?=\w+-free)) ?")
_ENDPOINT: Final = re.compile(r"(?:survival|\brates?|progression|recurrence|relapse|failure|disease control)$")


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
    text, sentences = doc.text, tuple(sentences_of(doc))
    spans = list(taken)
    named = [m for m in _named_by_document(text, doc._.abbreviations) if not _touches(m, spans)]
    longer = [(m.start, m.end) for m in named if " " in m.text]
    mentions = [m for s in sentences for m in s.mentions if not _touches(m, spans) and not _within(m, longer)]
    spans += [(m.start, m.end) for m in mentions]
    mentions += [m for m in named if not _touches(m, spans)]
    mentions.sort(key=lambda m: m.start)
    return AnnotatedText(text, sentences, tuple(mentions), tuple(m.start for m in mentions))


def _touches(mention: Mention, spans: Iterable[tuple[int, int]]) -> bool:
    return any(a < mention.end and mention.start < b for a, b in spans)


def _within(mention: Mention, longer: Iterable[tuple[int, int]]) -> bool:
    """Whether a mention only is a part of an endpoint that the document names in full."""
    return mention.kind == "Endpoint" and any(a <= mention.start and mention.end <= b for a, b in longer)


def _named_by_document(text: str, abbreviations: Mapping[str, str]) -> Iterator[Mention]:
    """Treatments and endpoints that no lexicon knows, under the short names that the document gives them."""
    for short, long in abbreviations.items():
        name = _STATISTIC.sub("", " ".join(long.lower().split()))
        if load_lexicon().named(name):
            continue
        kind = "Drug" if _TREATMENT.search(name) else "Endpoint" if _ENDPOINT.search(name) else None
        if kind is not None:
            written = "|".join(map(re.escape, (long, short) if kind == "Endpoint" else (short,)))
            for match in re.finditer(rf"(?<![\w-])(?:{written})(?![\w-])", text):
                yield Mention(match.start(), match.end(), match[0], Concept(kind, name))
