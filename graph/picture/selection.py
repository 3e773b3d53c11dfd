"""What is drawn: edges turned to run from left to right, connecting nodes folded away, the rest cut to size."""

from collections import Counter
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any, Final

import networkx as nx

from ...ontology.errors import QueryError
from ..view import RESULT_KINDS
from .facts import Facts

if TYPE_CHECKING:
    Sketch = nx.MultiDiGraph[str]
    """Nodes as in the projection, with the labels of their `ends` by predicate, and the `figures` of each arm.

    Edges are keyed by their label and hold the `claims` behind them.
    """
else:
    Sketch = nx.MultiDiGraph

_TURNED: Final = {"trial": "has result", "arm": "has result", "comparator": "is compared in"}
_LABELS: Final = {"component": "includes", "regimen": "is given", "endpoint": "on", "event": "on"}
_CONNECTING: Final = {"Regimen", "Arm", *RESULT_KINDS}
"""Kinds whose neighbours are joined to each other where they are not drawn themselves."""
RESULTS: Final = ("OutcomeResult", "AdverseEventResult")


def sketch(projected: "nx.MultiDiGraph[str]") -> Sketch:
    """Copy a projected graph, so that edges lead from trials to their results and on to endpoints and events."""
    turned: Sketch = nx.MultiDiGraph()
    nodes = projected.nodes
    for node in sorted(nodes, key=lambda iri: _order(nodes[iri], iri)):
        ends = {predicate: end for _, end, predicate in projected.edges(node, data="predicate")}
        labels = {predicate: nodes[end]["label"] for predicate, end in ends.items()}
        turned.add_node(node, **nodes[node], ends=labels, figures=[{**nodes[node], "ends": ends}])
    edges: list[tuple[str, str, dict[str, Any]]] = sorted(projected.edges(data=True), key=lambda edge: edge[:2])
    for source, target, about in edges:
        predicate, claims = about["predicate"], {about["claim"]} - {""}
        if predicate in _TURNED and nodes[source]["kind"] in RESULT_KINDS:
            join(turned, target, source, _TURNED[predicate], claims)
        else:
            join(turned, source, target, _LABELS.get(predicate, about["label"]), claims)
    return turned


def fold_kinds(graph: Sketch, kinds: Collection[str], keep: Collection[str]) -> None:
    """Leave only nodes of these kinds and those to keep; regimens of which nothing is said are folded in any case."""
    wanted = _known(graph, kinds)
    for node, kind in list(graph.nodes(data="kind")):
        if node in keep:
            continue
        if kind == "Population" and kind not in wanted:
            graph.remove_node(node)  # results tell their population themselves
        elif wanted and kind not in wanted:
            _fold(graph, node) if kind in _CONNECTING else graph.remove_node(node)
        elif kind == "Regimen" and not any(claims for *_, claims in graph.out_edges(node, data="claims")):
            _fold(graph, node)


def near(graph: Sketch, centres: Collection[str], depth: int, name: str) -> dict[str, int]:
    """Give the nodes that are at most `depth` steps away, whatever the direction, with their distances."""
    present = {centre for centre in centres if centre in graph}
    if not present:
        remedy = "ask `trialgraph show` for names, or leave it out"
        raise QueryError(f"nothing that can be drawn is called {name!r}", remedy=remedy)
    view = graph.to_undirected(as_view=True)
    return dict(nx.multi_source_dijkstra_path_length(view, present, cutoff=depth))


def cut_to_size(
    graph: Sketch, facts: Facts, distances: Mapping[str, int], limit: int
) -> tuple[Sketch, Counter[str]]:
    """Keep the nearest and best-sourced nodes, at most `limit`; count by kind what was left out."""
    found = [node for node in graph if not distances or node in distances]
    ranked = sorted(found, key=lambda node: (distances.get(node, 0), *_support(graph, facts, node)))
    cut = Counter(str(graph.nodes[node]["kind"]) for node in ranked[limit:])
    kept = set(ranked[:limit])
    chosen: Sketch = nx.MultiDiGraph(graph.subgraph(kept))
    return chosen, cut


def _order(about: Mapping[str, Any], iri: str) -> tuple[str, str, str]:
    return about["kind"], about["label"], iri


def join(graph: Sketch, source: str, target: str, label: str, claims: Collection[str]) -> None:
    """Add an edge, or further claims to the one that is there."""
    known = graph.get_edge_data(source, target, label, {"claims": frozenset[str]()})
    graph.add_edge(source, target, key=label, claims=frozenset(known["claims"]) | frozenset(claims))


def _fold(graph: Sketch, node: str) -> None:
    """Take a node out, and join what leads to it with what it leads to."""
    for source, _, before in list(graph.in_edges(node, data="claims")):
        for _, target, label, after in list(graph.out_edges(node, keys=True, data="claims")):
            if source != target:
                join(graph, source, target, label, before | after)
    graph.remove_node(node)


def _known(graph: Sketch, kinds: Collection[str]) -> set[str]:
    """Give the kinds as the graph spells them, `Result` for outcomes and adverse events."""
    present = {str(kind) for _, kind in graph.nodes(data="kind")}
    spelled = {kind.casefold(): {kind} for kind in present} | {"result": present & set(RESULTS)}
    unknown = [kind for kind in kinds if not spelled.get(kind.casefold())]
    if unknown:
        raise QueryError(f"there is no {', '.join(unknown)} in the graph", remedy=f"use {', '.join(sorted(present))}")
    return set[str]().union(*(spelled[kind.casefold()] for kind in kinds))


def _support(graph: Sketch, facts: Facts, node: str) -> tuple[int, int, str]:
    """Order by distinct documents, then by sentences, most first."""
    edges = [*graph.in_edges(node, data="claims"), *graph.out_edges(node, data="claims")]
    claims = set[str]().union(*(claims for *_, claims in edges))
    documents = frozenset[str]().union(*(facts[claim].documents for claim in claims))
    return -len(documents), -sum(len(facts[claim].sentences) for claim in claims), node
