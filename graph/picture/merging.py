"""Results that differ in their arm alone are one card: `① 77 % ② 67 %`."""

from collections.abc import Mapping
from typing import Any, Final

from .facts import Facts
from .selection import RESULTS, Sketch, edges_from, edges_into, join

_FIGURES: Final = {
    "value", "valueRelation", "unit", "status", "count", "total", "ciLow", "ciHigh", "ciLevel", "ciLowStatus",
    "ciHighStatus", "pValue", "pRelation", "pSides", "label", "figures", "ends", "claims",
}  # fmt: skip


def merge_arms(graph: Sketch, facts: Facts) -> None:
    """Join each result to one of another arm of its trial, if the same documents tell the same measure of both."""
    first: dict[object, str] = {}
    for node in list(graph):
        about = graph.nodes[node]
        key: object = (_key(about), facts[node].documents if node in facts else None)
        if about["kind"] in RESULTS and "arm" in about["ends"] and "comparator" not in about["ends"]:
            while (other := first.get(key)) and _arms(graph, other) & _arms(graph, node):
                key = (key, other)  # an arm that has two values for the same has two cards
            if other:
                _merge(graph, other, node)
            else:
                first[key] = node


def _key(about: Mapping[str, Any]) -> object:
    told = {name: value for name, value in about.items() if name not in _FIGURES}
    ends = {name: label for name, label in about["ends"].items() if name != "arm"}
    return tuple(sorted(told.items())), tuple(sorted(ends.items()))


def _arms(graph: Sketch, node: str) -> set[str]:
    return {before for before in graph.predecessors(node) if graph.nodes[before]["kind"] == "Arm"}


def _merge(graph: Sketch, into: str, node: str) -> None:
    graph.nodes[into]["figures"] += graph.nodes[node]["figures"]
    for source, _, label, claims in edges_into(graph, node):
        join(graph, source, into, label, claims)
    for _, target, label, claims in edges_from(graph, node):
        join(graph, into, target, label, claims)
    graph.remove_node(node)
