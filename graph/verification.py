"""Proving a graph against itself: every quote is cut out of its text again, every named graph keeps the shapes."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

import pyshacl
from pyoxigraph import NamedNode, RdfFormat, Store, serialize
from rdflib import RDF, SH, Graph
from rdflib.term import Node

from .archive import Archive
from .iris import CONCEPTS, document_iri, tg
from .view import GraphView


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something that does not hold."""

    where: str
    """A document's identifier, or the IRI of a named graph."""
    check: Literal["quote", "shape"]
    node: str
    """IRI of the evidence, or of what breaks a shape."""
    explanation: str

    def __str__(self) -> str:
        return f"{self.where}: {self.explanation} ({self.node})"


def check_quotes(store: Store, archive: Archive) -> Iterator[Problem]:
    """Cut every quote out of the stored texts again."""
    view = GraphView(store)
    for identifier in archive.identifiers():
        record = archive.get(identifier)
        text = record.document.text if record else ""
        for evidence in view.subjects(tg("inDocument"), document_iri(identifier)):
            sentence = view.sentence(evidence)
            if sentence.start is None or sentence.end is None:
                yield Problem(identifier, "quote", evidence.value, "the evidence has no offsets")
            elif text[sentence.start : sentence.end] != sentence.quote or not sentence.quote:
                there = f"{sentence.start} to {sentence.end} of the text is not {sentence.quote[:60]!r}"
                yield Problem(identifier, "quote", evidence.value, there)


def check_shapes(store: Store) -> Iterator[Problem]:
    """Check each named graph against the shapes of the ontology."""
    for graph in sorted(store.named_graphs(), key=str):
        if isinstance(graph, NamedNode):
            yield from _check_graph(store, graph)


@cache
def _shapes() -> Graph:
    """Load the shapes, without the slow ones that only warn: their arithmetic is flagged in the graph already."""
    shapes = Graph().parse(data=files("trialgraph.ontology").joinpath("shapes.ttl").read_text("utf-8"), format="turtle")
    for shape in list(shapes.subjects(SH.severity, SH.Warning)):
        shapes.remove((shape, SH.sparql, None))
    return shapes


def _check_graph(store: Store, graph: NamedNode) -> Iterator[Problem]:
    triples = {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
    for thing in {triple.object for triple in triples if isinstance(triple.object, NamedNode)}:
        triples.update(quad.triple for quad in store.quads_for_pattern(thing, None, None, CONCEPTS))
    data = Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")
    report = cast("Graph", pyshacl.validate(data, shacl_graph=_shapes())[1])  # pyright: ignore[reportUnknownMemberType]
    for result in report.subjects(RDF.type, SH.ValidationResult):
        if report.value(result, SH.resultSeverity) == SH.Violation:
            message = _text(report, result, SH.resultMessage)
            about = [_text(report, result, part) for part in (SH.resultPath, SH.value)]
            explanation = " ".join(part for part in (message, *about) if part)
            yield Problem(graph.value, "shape", _text(report, result, SH.focusNode), explanation)


def _text(report: Graph, result: Node, part: Node) -> str:
    return str(report.value(result, part) or "")
