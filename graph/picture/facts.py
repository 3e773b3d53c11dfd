"""The facts behind the edges of a graph, in words, with their sentences."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from ..view import RESULT_KINDS, Sentence

Facts = Mapping[str, "Fact"]
"""By the IRI of the claim."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A claim in words with the sentences that state it."""

    text: str
    assertion: str
    sentences: tuple[Sentence, ...]

    @property
    def documents(self) -> frozenset[str]:
        """IRIs of the documents that state it."""
        return frozenset(sentence.document for sentence in self.sentences)


def gather_facts(graph: "nx.MultiDiGraph[str]") -> dict[str, Fact]:
    """Gather the claims of a projected graph."""
    edges: list[tuple[str, str, dict[str, Any]]] = sorted(graph.edges(data=True), key=lambda edge: edge[2]["claim"])
    return {about["claim"]: _fact(graph, source, target, about) for source, target, about in edges if about["claim"]}


def _fact(graph: "nx.MultiDiGraph[str]", source: str, target: str, about: dict[str, Any]) -> Fact:
    names = graph.nodes
    if names[source]["kind"] in RESULT_KINDS:
        text = _result(graph, source)
    else:
        text = f"{names[source]['label']} {about['label']} {names[target]['label']}"
    return Fact(text, about["assertion"], tuple(Sentence(**sentence) for sentence in about["evidence"]))


def _result(graph: "nx.MultiDiGraph[str]", result: str) -> str:
    """Say whose result it is: `IKEMA: isatuximab + … vs …: hazard ratio, 0.53`."""
    ends = {about["predicate"]: graph.nodes[end]["label"] for _, end, about in graph.edges(result, data=True)}
    arm = ends.get("arm") or ends.get("trial", "")
    comparator = ends.get("comparator", "").rpartition(": ")[2]
    group = f"{arm} vs {comparator}" if comparator else arm
    population = f" ({ends['population']})" if "population" in ends else ""
    return ": ".join(filter(None, (group + population, graph.nodes[result]["label"])))
