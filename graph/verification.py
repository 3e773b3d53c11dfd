"""Proving a graph against itself: every quote is cut out of its text again, and the shapes are kept."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal as OneOf

from pyoxigraph import Literal, NamedNode, Store

from ..ontology.errors import StoreError
from .archive import Archive
from .iris import document_iri, tg
from .shapes import Term, structure
from .view import GraphView


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that does not hold."""

    where: str
    """A document's identifier, or the IRI of a named graph."""
    check: OneOf["quote", "shape", "endpoint"]
    node: str
    """IRI of the evidence, or of what breaks a shape."""
    explanation: str

    def __str__(self) -> str:
        return f"{self.where}: {self.explanation} ({self.node})"


def check_quotes(store: Store, archive: Archive) -> Iterator[Problem]:
    """Cut every quote out of the stored texts again."""
    view = GraphView(store)
    for identifier in archive.identifiers():
        try:
            record = archive.get(identifier)
            text, _ = (record.document.text, record.reading) if record else ("", None)
        except StoreError as error:
            yield Problem(identifier, "quote", document_iri(identifier).value, str(error))
            continue
        for evidence in view.subjects(tg("inDocument"), document_iri(identifier)):
            sentence = view.sentence(evidence)
            if sentence.start is None or sentence.end is None:
                yield Problem(identifier, "quote", evidence.value, "the evidence has no offsets")
            elif text[sentence.start : sentence.end] != sentence.quote or not sentence.quote:
                there = f"{sentence.start} to {sentence.end} of the text is not {sentence.quote[:60]!r}"
                yield Problem(identifier, "quote", evidence.value, there)


def check_shapes(store: Store) -> Iterator[Problem]:
    """Check the whole graph against the shapes of the ontology."""
    for rule in structure():
        for node, explanation in rule.broken(store):
            yield Problem(_home(store, node), "shape", node.value, explanation)


def _home(store: Store, node: Term) -> str:
    """Give the first of the named graphs that tell of a node; a text that stands for a node is in none."""
    told = () if isinstance(node, Literal) else store.quads_for_pattern(node, None, None, None)
    return min((quad.graph_name.value for quad in told if isinstance(quad.graph_name, NamedNode)), default="")
