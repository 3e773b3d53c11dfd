"""The graph as NetworkX sees it: concepts, trials, arms and results as nodes, claims as edges with their sentences."""

from collections.abc import Collection, Sequence
from dataclasses import asdict
from typing import Any, Final

import networkx as nx
from pyoxigraph import BlankNode, Literal, NamedNode, Store

from .iris import TG, local_name
from .view import RESULT_KINDS, GraphView, Node, Properties, Term, first, plain
from .wording import claim_text, result_text, words

_TIES: Final = ("trial", "arm", "comparator", "endpoint", "event", "population", "drug")
"""Properties of results that lead to other nodes."""
_STRUCTURE: Final = (("Arm", "regimen"), ("Regimen", "component"), ("Population", "trial"))
_LABELS: Final = {"prefLabel", "altLabel", "notation", "label", "type", "nameKey"}


def project(store: Store, claims: Collection[NamedNode] | None = None) -> "nx.MultiDiGraph[str]":
    """Make a graph whose nodes are IRIs; of these claims alone, where they are given.

    Nodes have `label`, `kind`, and their plain properties (`value`, `measure`, `phase`, …) as texts. Edges have
    `label`, `predicate`, `assertion`, `claim` (an IRI; empty for edges of structure) and `evidence`: a list of
    dictionaries with `quote`, `document`, `start`, `end`, `section`, `assertion`, `confidence`, `rule`.
    """
    projection = _Projection(GraphView(store), claims)
    projection.add_links()
    projection.add_results()
    projection.add_structure()
    return projection.graph


class _Projection:
    def __init__(self, view: GraphView, claims: Collection[NamedNode] | None) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self._nodes: list[Node] = []
        self._view, self._claims = view, None if claims is None else sorted(claims, key=str)

    def add_links(self) -> None:
        """Add an edge for each link; what a trial has as text or number is a property of its node."""
        for claim in self._of_kind("LinkClaim"):
            about = self._view.properties(claim)
            ends = [_node(about.get(name, [])) for name in ("subject", "object")]
            if ends[0] is not None and ends[1] is not None:
                predicate = local_name(first(about, "predicate"))
                self._connect(ends[0], ends[1], predicate, claim.value, self._evidence(claim))
            elif ends[0] is not None:
                self._add(ends[0])

    def add_results(self) -> None:
        """Add a node for each result, with edges to what it is about."""
        for kind in RESULT_KINDS:
            for claim in self._of_kind(kind):
                about, evidence = self._view.properties(claim), self._evidence(claim)
                self._add(claim, claim_text(self._view, claim) if kind == "Dosage" else result_text(self._view, about))
                for name in _TIES:
                    for end in about.get(name, ()):
                        if isinstance(end, NamedNode | BlankNode):
                            self._connect(claim, end, name, claim.value, evidence)

    def add_structure(self) -> None:
        """Add what arms, regimens and populations consist of, where they occur."""
        for kind, name in _STRUCTURE:
            for node in [node for node in self._nodes if self._view.kind(node) == kind]:
                for end in self._view.properties(node).get(name, ()):
                    if isinstance(end, NamedNode | BlankNode):
                        self._connect(node, end, name)

    def _of_kind(self, kind: str) -> list[NamedNode]:
        if self._claims is None:
            return self._view.of_kind(kind)
        return [claim for claim in self._claims if self._view.kind(claim) == kind]

    def _evidence(self, claim: Node) -> list[dict[str, Any]]:
        return [asdict(sentence) for sentence in self._view.sentences(claim)]

    def _connect(
        self, source: Node, target: Node, predicate: str, claim: str = "", evidence: Sequence[dict[str, Any]] = ()
    ) -> None:
        self._add(source)
        self._add(target)
        about: dict[str, Any] = {
            "label": words(predicate),
            "predicate": predicate,
            "claim": claim,
            "assertion": _assertion(evidence),
            "evidence": [*evidence],
        }
        self.graph.add_edge(source.value, target.value, key=f"{predicate} {claim}", **about)

    def _add(self, node: Node, label: str = "") -> None:
        if node.value not in self.graph:
            self._nodes.append(node)
            properties = _plain_properties(self._view.properties(node))
            label, kind = label or self._view.label(node), self._view.kind(node)
            self.graph.add_node(node.value, **{**properties, "label": label, "kind": kind})


def _node(values: list[Term]) -> Node | None:
    return next((value for value in values if isinstance(value, NamedNode | BlankNode)), None)


def _assertion(evidence: Sequence[dict[str, Any]]) -> str:
    """Give the assertion of a claim as a whole: affirmed, if one sentence affirms it."""
    found = {sentence["assertion"] for sentence in evidence}
    return "affirmed" if "affirmed" in found or not found else min(found)


def _plain_properties(about: Properties) -> dict[str, str]:
    texts = {name: [text for value in values if (text := _text(value))] for name, values in about.items()}
    return {name: "; ".join(found) for name, found in texts.items() if found and name not in _LABELS}


def _text(value: Term) -> str:
    """Give a literal's text, the name of a term of the vocabulary, and nothing for other nodes."""
    own = plain(value).removeprefix(TG) if isinstance(value, NamedNode) and value.value.startswith(TG) else "/"
    return plain(value) if isinstance(value, Literal) else own if "/" not in own else ""
