"""What is drawn: edges turned to run from left to right, connecting nodes folded away, the rest cut to size."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, cast

import networkx as nx

from ...ontology.errors import QueryError
from ..view import RESULT_KINDS
from ..wording import words
from .facts import Facts

if TYPE_CHECKING:
    Sketch = nx.MultiDiGraph[str]
    """Nodes as in the projection, with the labels of their `ends` by predicate, the `figures` of each arm and `claims`.

    Edges are keyed by their label and hold the `claims` behind them; those of a node are told by no edge.
    """
else:
    Sketch = nx.MultiDiGraph

Edge = tuple[str, str, str, frozenset[str]]
"""Source, target, label, claims."""
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
        leading: list[tuple[str, str, dict[str, Any]]] = [*projected.edges(node, data=True)]
        ends: dict[str, str] = {about["predicate"]: end for _, end, about in leading}
        labels = {predicate: nodes[end]["label"] for predicate, end in ends.items()}
        figures = [{**nodes[node], "ends": ends}]
        turned.add_node(node, **{**nodes[node], "ends": labels, "figures": figures, "claims": ()})
    edges: list[tuple[str, str, dict[str, Any]]] = sorted(projected.edges(data=True), key=lambda edge: edge[:2])
    for source, target, about in edges:
        predicate: str = about["predicate"]
        claims: set[str] = {about["claim"]} - {""}
        if predicate in _TURNED and nodes[source]["kind"] in RESULT_KINDS:
            gives = nodes[source]["kind"] == "Dosage"
            join(turned, target, source, "gives" if gives else _TURNED[predicate], claims)
        else:
            join(turned, source, target, str(_LABELS.get(predicate, about["label"])), claims)
    for result in [node for node, kind in kinds_of(turned).items() if kind in RESULTS]:
        _give_arms(turned, result)
    return turned


def _give_arms(graph: Sketch, result: str) -> None:
    """Let a trial lead to the arms of its results, stated or not."""
    before = sorted(graph.predecessors(result))
    for trial in (node for node in before if graph.nodes[node]["kind"] == "Trial"):
        for arm in (node for node in before if graph.nodes[node]["kind"] == "Arm"):
            join(graph, trial, arm, words("hasArm"), ())


def fold_kinds(graph: Sketch, kinds: Collection[str], keep: Collection[str]) -> None:
    """Leave only nodes of these kinds and those to keep; regimens of which nothing is said are folded in any case."""
    wanted = _known(graph, kinds)
    for node, kind in kinds_of(graph).items():
        if node in keep:
            continue
        if kind == "Population" and kind not in wanted:
            graph.remove_node(node)  # results tell their population themselves
        elif wanted and kind not in wanted:
            _fold(graph, node) if kind in _CONNECTING else graph.remove_node(node)
        elif kind == "Regimen" and not any(claims for *_, claims in edges_from(graph, node)):
            _fold(graph, node)


def near(graph: Sketch, centres: Collection[str], depth: int, name: str) -> dict[str, int]:
    """Give the nodes that are at most `depth` steps away, whatever the direction, with their distances.

    Arms, doses and results bring along their trial and what they are about.
    """
    present = {centre for centre in centres if centre in graph}
    if not present:
        remedy = "ask `trialgraph show` for names, or leave it out"
        raise QueryError(f"nothing that can be drawn is called {name!r}", remedy=remedy)
    view = graph.to_undirected(as_view=True)
    found = {node: int(far) for node, far in nx.multi_source_dijkstra_path_length(view, present, cutoff=depth).items()}
    beside = {other for node in found for other in _company(graph, node)}
    return {**dict.fromkeys(beside, depth + 1), **found}


def cut_to_size(graph: Sketch, facts: Facts, distances: Mapping[str, int], limit: int) -> tuple[Sketch, Counter[str]]:
    """Keep the nearest and best-sourced nodes, at most `limit`; count by kind what was left out.

    Results of all trials come by turns, and in turn with all else, so that what is left still tells something.
    """
    kinds = kinds_of(graph)
    found = {node: None for node in graph if not distances or node in distances}
    ranked = sorted(found, key=lambda node: _support(graph, facts, node))
    results = _by_turns(graph, [node for node in ranked if kinds[node] in RESULTS])
    others = [node for node in ranked if kinds[node] not in RESULTS]
    ordered = [node for pair in zip_longest(others, results) for node in pair if node is not None]
    ordered.sort(key=lambda node: distances.get(node, 0))
    together = dict.fromkeys(other for node in ordered for other in (node, *_company(graph, node)) if other in found)
    chosen: Sketch = nx.MultiDiGraph(graph.subgraph([*together][:limit]))
    return chosen, Counter(kinds[node] for node in [*together][limit:])


def _company(graph: Sketch, node: str) -> list[str]:
    """Give what an arm, a dose or a result can't be understood without: trial, arms, what it is about."""
    nodes = graph.nodes
    if nodes[node]["kind"] not in _CONNECTING:
        return []
    about = [after for after in graph.successors(node) if nodes[after]["kind"] not in RESULTS]
    return sorted({*graph.predecessors(node), *about})


def _by_turns(graph: Sketch, results: Sequence[str]) -> list[str]:
    """Put the first result of each trial before the second of any."""
    turns = Counter[tuple[str, ...]]()
    ordered: list[tuple[int, int, str]] = []
    for place, node in enumerate(results):
        trials = tuple(sorted(before for before in graph.predecessors(node) if graph.nodes[before]["kind"] == "Trial"))
        ordered.append((turns[trials], place, node))
        turns[trials] += 1
    return [node for *_, node in sorted(ordered)]


def edges_into(graph: Sketch, node: str) -> list[Edge]:
    """Give the edges that lead to a node."""
    return [*cast("Iterable[Edge]", graph.in_edges(node, keys=True, data="claims"))]


def edges_from(graph: Sketch, node: str) -> list[Edge]:
    """Give the edges that lead away from a node."""
    return [*cast("Iterable[Edge]", graph.out_edges(node, keys=True, data="claims"))]


def kinds_of(graph: Sketch) -> dict[str, str]:
    """Give the kind of each node."""
    return {node: graph.nodes[node]["kind"] for node in graph}


def _order(about: Mapping[str, Any], iri: str) -> tuple[str, str, str]:
    return about["kind"], about["label"], iri


def join(graph: Sketch, source: str, target: str, label: str, claims: Collection[str]) -> None:
    """Add an edge, or further claims to the one that is there."""
    known = graph.get_edge_data(source, target, label, {"claims": frozenset[str]()})
    graph.add_edge(source, target, key=label, claims=frozenset(known["claims"]) | frozenset(claims))


def _fold(graph: Sketch, node: str) -> None:
    """Take a node out, and join what leads to it with what it leads to."""
    for source, _, _, before in edges_into(graph, node):
        for _, target, label, after in edges_from(graph, node):
            if source != target:
                join(graph, source, target, label, before | after)
    graph.remove_node(node)


def _known(graph: Sketch, kinds: Collection[str]) -> set[str]:
    """Give the kinds as the graph spells them, `Result` for outcomes and adverse events."""
    present = {*kinds_of(graph).values()}
    spelled = {kind.casefold(): {kind} for kind in present} | {"result": present & set(RESULTS)}
    unknown = [kind for kind in kinds if not spelled.get(kind.casefold())]
    if unknown:
        raise QueryError(f"there is no {', '.join(unknown)} in the graph", remedy=f"use {', '.join(sorted(present))}")
    return set[str]().union(*(spelled[kind.casefold()] for kind in kinds))


def _support(graph: Sketch, facts: Facts, node: str) -> tuple[int, int, str]:
    """Order by distinct documents, then by sentences, most first."""
    edges = [*edges_into(graph, node), *edges_from(graph, node)]
    claims = frozenset[str](graph.nodes[node]["claims"]).union(*(claims for *_, claims in edges))
    documents = frozenset[str]().union(*(facts[claim].documents for claim in claims))
    return -len(documents), -sum(len(facts[claim].sentences) for claim in claims), node
