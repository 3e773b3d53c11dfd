"""A cleaned text with its sentences and mentions, as plain values that are cheap to ask again and again.

Offsets are those of the cleaned text: zero-based, half-open, in code points.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from spacy.tokens import Doc

from ..ontology.facts import Concept, Regimen
from ..ontology.lexicon import load_lexicon
from .passages import Mention, Sentence, sentences_of, text_of

_TREATMENT: Final = re.compile(
    r"(?:vaccin(?:e|ation)|therapy|treatment|transplant(?:ation)?|surgery|resection|ablation"
    r"|emboli[sz]ation)s?$",
    re.IGNORECASE,
)
_STATISTIC: Final = re.compile(r"^(?:median|mean|estimated|the|overall (?=\w+-free)) ?")
_ENDPOINT: Final = re.compile(
    r"(?:survival|\brates?|progression|recurrence|relapse|failure|disease control|\bremission|\bresponses?"
    r"|(?<!adverse )(?<!\bside )(?<!related )\bevents?)$"
)
_OFTEN: Final = 2
_MOST: Final = 500
"""Abbreviations that are looked for as names of treatments and endpoints, at most."""


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """The text, its sentences in order, and all mentions in order."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    studied: frozenset[Concept | Regimen] = frozenset()
    """The diseases that the document is about: named in its title, or more than twice."""
    abbreviations: Mapping[str, str] = field(default_factory=dict[str, str], compare=False, repr=False)
    """The short names that the document gives, with what they are short for."""
    memo: dict[object, object] = field(default_factory=dict[object, object], compare=False, repr=False)
    """What was found before, for those who ask the same of the same stretch again and again."""

    def between(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie wholly between two offsets."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return [m for m in self.mentions[first:last] if m.end <= end]


def annotate(doc: Doc, taken: Iterable[tuple[int, int]] = ()) -> AnnotatedText:
    """Take a spaCy document's text, sentences and mentions; leave out mentions that touch a stretch already taken."""
    text, sentences = text_of(doc), tuple(sentences_of(doc))
    spans = list(taken)
    used = _marked(spans, len(text))
    named = [m for m in _named_by_document(text, doc._.abbreviations) if 1 not in used[m.start : m.end]]
    longer = _marked(((m.start, m.end) for m in named if " " in m.text), len(text))
    mentions = [
        m
        for s in sentences
        for m in s.mentions
        if 1 not in used[m.start : m.end] and not (m.kind == "Endpoint" and 0 not in longer[m.start : m.end])
        if not (m.kind == "Disease" and text.startswith(("®", "™"), m.end))
    ]
    used = _marked([*spans, *((m.start, m.end) for m in mentions)], len(text))
    mentions += [m for m in named if 1 not in used[m.start : m.end]]
    mentions.sort(key=lambda m: m.start)
    return AnnotatedText(
        text,
        sentences,
        tuple(mentions),
        tuple(m.start for m in mentions),
        _studied(sentences, mentions),
        doc._.abbreviations,
    )


def _studied(sentences: tuple[Sentence, ...], mentions: list[Mention]) -> frozenset[Concept | Regimen]:
    diseases = Counter(m.concept for m in mentions if m.kind == "Disease")
    title = {m.concept for sentence in sentences[:1] for m in sentence.mentions}
    return frozenset(d for d, count in diseases.items() if d in title or count > _OFTEN)


def _marked(spans: Iterable[tuple[int, int]], length: int) -> bytearray:
    """Mark the characters that lie in some spans with 1."""
    marks = bytearray(length)
    for start, end in spans:
        marks[start:end] = b"\1" * (end - start)
    return marks


def _named_by_document(text: str, abbreviations: Mapping[str, str]) -> Iterator[Mention]:
    """Treatments and endpoints that no lexicon knows, under the short names that the document gives them."""
    for short, long in islice(abbreviations.items(), _MOST):
        name = _STATISTIC.sub("", " ".join(long.lower().split()))
        if load_lexicon().named(name):
            continue
        kind = "Drug" if _TREATMENT.search(name) else "Endpoint" if _ENDPOINT.search(name) else None
        if kind is not None:
            written = "|".join(map(re.escape, (long, short) if kind == "Endpoint" else (short,)))
            for match in re.finditer(rf"(?<![\w-])(?:{written})(?![\w-])", text):
                yield Mention(match.start(), match.end(), match[0], Concept(kind, name))
