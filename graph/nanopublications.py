"""Nanopublications: each affirmed claim with its provenance and what made it, as four small graphs, not signed.

What is only denied or suggested is left out, since a nanopublication asserts. The guidelines: https://nanopub.net.
"""

from collections.abc import Iterator
from typing import IO, Final

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, serialize

from .claims import OBJECT, PREDICATE, SUBJECT
from .iris import DCTERMS, PREF_LABEL, PREFIXES, PROV, RDFS, TG, TYPE, local_name, tg
from .view import RESULT_KINDS, GraphView, Term

_NP: Final = "http://www.nanopub.org/nschema#"
_PREFIXES: Final = {**PREFIXES, "np": _NP}
_MADE_BY: Final = NamedNode(f"{PROV}wasGeneratedBy")
_FROM: Final = NamedNode(f"{PROV}wasDerivedFrom")
_EVIDENCE: Final = tg("evidence")
_OF_DOCUMENTS: Final = tuple(NamedNode(DCTERMS + name) for name in ("source", "title", "issued", "identifier"))
_LABELS: Final = (PREF_LABEL, NamedNode(f"{RDFS}label"))
_Statement = tuple[NamedNode, NamedNode, Term]
_Evidence = tuple[NamedNode, NamedNode]
"""Evidence, document."""


def write_nanopublications(store: Store, output: IO[bytes]) -> None:
    """Write all nanopublications as TriG, sorted by the IRI of their claim."""
    writer = _Writer(store)
    serialize(writer.all(), output, RdfFormat.TRIG, prefixes=_PREFIXES)


class _Writer:
    def __init__(self, store: Store) -> None:
        self._store, self._view = store, GraphView(store)

    def all(self) -> Iterator[Quad]:
        claims = {claim for kind in ("LinkClaim", *RESULT_KINDS) for claim in self._view.of_kind(kind)}
        for claim in sorted(claims, key=str):
            affirmed = [*self._affirmed(claim)]
            if affirmed:
                yield from self._nanopublication(claim, affirmed)

    def _affirmed(self, claim: NamedNode) -> Iterator[_Evidence]:
        for evidence in self._view.values(claim, _EVIDENCE):
            if isinstance(evidence, NamedNode) and tg("affirmed") in self._view.values(evidence, tg("assertion")):
                for document in self._view.values(evidence, tg("inDocument")):
                    if isinstance(document, NamedNode):
                        yield evidence, document

    def _nanopublication(self, claim: NamedNode, affirmed: list[_Evidence]) -> Iterator[Quad]:
        address = f"{TG}np/{local_name(claim.value)}"
        itself, head = NamedNode(address), NamedNode(f"{address}#head")
        parts = {
            "Assertion": (NamedNode(f"{address}#assertion"), self._asserted(claim, affirmed)),
            "Provenance": (NamedNode(f"{address}#provenance"), self._derived(address, affirmed)),
            "PublicationInfo": (NamedNode(f"{address}#pubinfo"), self._published(itself, affirmed)),
        }
        yield Quad(itself, TYPE, NamedNode(f"{_NP}Nanopublication"), head)
        for name, (graph, _) in parts.items():
            yield Quad(itself, NamedNode(f"{_NP}has{name}"), graph, head)
        for graph, statements in parts.values():
            yield from sorted({Quad(*statement, graph) for statement in statements}, key=str)

    def _asserted(self, claim: NamedNode, affirmed: list[_Evidence]) -> Iterator[_Statement]:
        """Say what the claim says, and what the things are called that it speaks of."""
        about = {pair for _, document in affirmed for pair in self._said(claim, document) if pair[0] != _EVIDENCE}
        for predicate, value in about:
            yield claim, predicate, value
            if isinstance(value, NamedNode):
                yield from self._labelled(value)
        link = dict(about)
        subject, predicate, value = (link.get(part) for part in (SUBJECT, PREDICATE, OBJECT))
        if isinstance(subject, NamedNode) and isinstance(predicate, NamedNode) and value is not None:
            yield subject, predicate, value

    def _derived(self, address: str, affirmed: list[_Evidence]) -> Iterator[_Statement]:
        """Tell from which words of which documents an assertion comes."""
        for evidence, document in affirmed:
            yield NamedNode(f"{address}#assertion"), _FROM, evidence
            yield from ((evidence, *pair) for pair in self._said(evidence, document))
            yield from ((document, *pair) for pair in self._said(document, document) if pair[0] in _OF_DOCUMENTS)

    def _published(self, itself: NamedNode, affirmed: list[_Evidence]) -> Iterator[_Statement]:
        yield itself, NamedNode(f"{DCTERMS}description"), Literal("A claim that a program read out of documents")
        for run in {run for evidence, _ in affirmed for run in self._view.values(evidence, _MADE_BY)}:
            if isinstance(run, NamedNode):
                yield itself, _MADE_BY, run
                yield from self._labelled(run)

    def _said(self, node: NamedNode, document: NamedNode) -> list[tuple[NamedNode, Term]]:
        return [(quad.predicate, quad.object) for quad in self._store.quads_for_pattern(node, None, None, document)]

    def _labelled(self, node: NamedNode) -> Iterator[_Statement]:
        for label in _LABELS:
            yield from ((node, label, name) for name in self._view.values(node, label))
