"""A document with its marks, made by a worker, which has the graph."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from pyoxigraph import NamedNode

from ...graph.iris import tg
from ...graph.reader import GraphReader
from ...graph.view import DocumentSummary, GraphView, Node, Sentence
from ...graph.wording import claim_text
from ...ontology.document import Document
from ...ontology.facts import Arm, Concept, Fact, Reading, Regimen
from .marking import Piece, Span, pieces

_LONGEST_HEADING: Final = 200


@dataclass(frozen=True, slots=True)
class FactMark:
    """A fact with the words that state it here."""

    claim: str
    """IRI."""
    kind: str
    text: str
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class Marked:
    """A document, cut at its marks: `f3` for fact number 3, `m5` for a mention, `left` for a number without a fact.

    `h` marks a heading, `at` the place that the address names.
    """

    about: DocumentSummary
    identifiers: tuple[str, ...]
    licence: str
    pieces: tuple[Piece, ...]
    """None where the text is not stored, as in RDF files."""
    facts: tuple[FactMark, ...]
    mentions: tuple[Concept, ...]
    numbers: int
    """How many numbers of results the text prints."""
    left: int
    """How many of them no fact states."""


@dataclass(frozen=True, slots=True)
class MarkedDocument:
    """A question for a worker: a document by its IRI, with the place to show, if any."""

    iri: str
    at: tuple[int, int] | None = None

    def answer(self, reader: GraphReader) -> Marked | None:
        """Mark the text; None where there is no such document."""
        view, node = GraphView(reader.store), NamedNode(self.iri)
        if view.kind(node) != "Document":
            return None
        about = view.document(node)
        facts = _facts(view, node)
        document, reading = reader.document(about.identifier), reader.reading(about.identifier)
        if document is None or reading is None:
            return Marked(about, (), "", (), facts, (), 0, 0)
        mentions, spans = _mentions(document.text, reading)
        left, numbers = _missed(document, reading.facts)
        spans += [*_stated(facts), *left, *_headings(document), *([Span(*self.at, "at")] if self.at else [])]
        cut = tuple(pieces(document.text, spans))
        return Marked(about, document.identifiers, document.licence, cut, facts, mentions, numbers, len(left))


def _facts(view: GraphView, document: NamedNode) -> tuple[FactMark, ...]:
    """Give what the document states, in the order of its text."""
    pieces_of = view.subjects(tg("inDocument"), document)
    found = [_fact(view, claim, piece) for piece in pieces_of for claim in view.subjects(tg("evidence"), piece)]
    return tuple(sorted(found, key=_place))


def _place(fact: FactMark) -> tuple[int, int, str, str]:
    """Sort by the place in the text; what has none comes first."""
    start, end = (-1 if end is None else end for end in (fact.sentence.start, fact.sentence.end))
    return start, end, fact.text, fact.claim


def _stated(facts: Iterable[FactMark]) -> Iterator[Span]:
    for number, (start, end) in enumerate((fact.sentence.start, fact.sentence.end) for fact in facts):
        if start is not None and end is not None:
            yield Span(start, end, f"f{number}")


def _fact(view: GraphView, claim: Node, evidence: Node) -> FactMark:
    return FactMark(claim.value, view.kind(claim), claim_text(view, claim), view.sentence(evidence))


def _mentions(text: str, reading: Reading) -> tuple[tuple[Concept, ...], list[Span]]:
    """Find the names that the document has for its concepts; a name of several is marked for the first of them."""
    names = {use.name: use.concept for use in sorted(reading.names, reverse=True)}
    names |= {concept.name: concept for fact in reading.facts for concept in _concepts(fact)} | names
    longest = sorted((name for name in names if len(name) > 1), key=lambda name: (-len(name), name))
    if not longest:
        return (), []
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")
    concepts = tuple(dict.fromkeys(names.values()))
    numbers = {concept: number for number, concept in enumerate(concepts)}
    found = pattern.finditer(text)
    return concepts, [Span(match.start(), match.end(), f"m{numbers[names[match[0]]]}") for match in found]


def _concepts(fact: Fact) -> Iterator[Concept]:
    """Give the concepts that a fact names, those of its arms too."""
    names = ("subject", "object", "endpoint", "event", "drug", "value", "arm", "comparator")
    for part in (getattr(fact.claim, name, None) for name in names):
        regimen = part.regimen if isinstance(part, Arm) else part
        yield from regimen.components if isinstance(regimen, Regimen) else ()
        if isinstance(part, Concept):
            yield part


@lru_cache(maxsize=32)
def _missed(document: Document, facts: tuple[Fact, ...]) -> tuple[list[Span], int]:
    """Find the numbers of results that no fact states."""
    from ...extract.coverage import uncaptured  # heavy, and only this page needs it

    found = uncaptured(document, facts)
    return [Span(number.start, number.end, "left") for number in found.left], found.numbers


def _headings(document: Document) -> Iterable[Span]:
    for section in document.sections:
        if 0 < len(section.heading) < _LONGEST_HEADING and document.text.startswith(section.heading, section.start):
            yield Span(section.start, section.start + len(section.heading), "h")
