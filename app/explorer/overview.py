"""The map: the whole graph as dots, trials spread like the seeds of a sunflower, all else beside its trials."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin, sqrt
from statistics import fmean
from typing import Final

from pyoxigraph import NamedNode

from ...graph.iris import tg
from ...graph.reader import GraphReader
from ...graph.view import GraphView
from .address import short

_CONCEPTS: Final = (
    "Trial", "Drug", "Target", "Mechanism", "DrugClass", "Disease", "Endpoint", "AdverseEvent", "Biomarker",
    "CellType", "Test", "Organization",
)  # fmt: skip
_RESULTS: Final = ("OutcomeResult", "AdverseEventResult")
_ENDS: Final = ("trial", "endpoint", "event", "subject", "object")
_GOLDEN: Final = pi * (3 - sqrt(5))
_APART: Final = 130
"""Pixels between neighbouring trials."""
_ALONE: Final = 30
"""Pixels between things that are tied to nothing."""
Place = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Overview:
    """A question for a worker: the map with at most so many dots."""

    most: int = 5000

    def answer(self, reader: GraphReader) -> bytes:
        """Give JSON: `nodes` as [name, label, kind, x, y], `edges` as pairs of their numbers, `left` out for size."""
        view = GraphView(reader.store)
        nodes = [node for kind in (*_CONCEPTS, *_RESULTS) for node in view.of_kind(kind)]
        shown = nodes[: self.most]
        edges = _edges(view, shown)
        places = _places(view, shown, edges)
        about = [[short(node.value), view.label(node), view.kind(node), *places[node]] for node in shown]
        numbers = {node: number for number, node in enumerate(shown)}
        pairs = sorted({(numbers[one], numbers[other]) for one, other in edges})
        written = json.dumps({"nodes": about, "edges": pairs, "left": len(nodes) - len(shown)}, ensure_ascii=False)
        return written.encode("utf-8", "replace")


def _edges(view: GraphView, shown: list[NamedNode]) -> list[tuple[NamedNode, NamedNode]]:
    """Tie results to trial, endpoint and event, and concepts to what links them."""
    known = {*shown}
    found = [pair for pair in _given(view) if known.issuperset(pair)]
    for claim in (*(node for node in shown if view.kind(node) in _RESULTS), *view.of_kind("LinkClaim")):
        about = view.properties(claim)
        ends = [value for name in _ENDS for value in about.get(name, ())]
        here = [end for end in ends if isinstance(end, NamedNode) and end in known]
        if claim in known:
            found += [(claim, end) for end in here]
        elif len(here) == 2:
            found.append((here[0], here[1]))
    return found


def _given(view: GraphView) -> Iterator[tuple[NamedNode, NamedNode]]:
    """Tie trials to the drugs of their arms."""
    for trial, arm in view.pairs(tg("hasArm")):
        for regimen in view.values(arm, tg("regimen")):
            drugs = view.values(regimen, tg("component")) if isinstance(regimen, NamedNode) else ()
            yield from ((trial, drug) for drug in drugs if isinstance(drug, NamedNode))


def _places(
    view: GraphView, shown: list[NamedNode], edges: list[tuple[NamedNode, NamedNode]]
) -> dict[NamedNode, Place]:
    trials = [node for node in shown if view.kind(node) == "Trial"]
    places = {trial: _seed(number, _APART) for number, trial in enumerate(trials)}
    beside: defaultdict[NamedNode, list[Place]] = defaultdict(list)
    for _ in range(2):  # what is tied to no trial is tied to what is
        for one, other in edges:
            for node, end in ((one, other), (other, one)):
                if node not in places and end in places:
                    beside[node].append(places[end])
        counts: defaultdict[Place, int] = defaultdict(int)
        for node, ends in beside.items():
            middle = round(fmean(x for x, _ in ends), 1), round(fmean(y for _, y in ends), 1)
            counts[middle] += 1
            x, y = _seed(counts[middle], 7 if len(ends) == 1 else 16)
            places[node] = round(middle[0] + x, 1), round(middle[1] + y, 1)
        beside.clear()
    inner = len(trials) * (_APART / _ALONE) ** 2  # seeds of the ring begin where the trials end
    alone = [node for node in shown if node not in places]
    return places | {node: _seed(int(inner * 1.2) + number + 9, _ALONE) for number, node in enumerate(alone)}


def _seed(number: int, apart: float) -> Place:
    """Give the place of a seed of a sunflower (Vogel 1979)."""
    far = apart * sqrt(number)
    return round(far * cos(number * _GOLDEN), 1), round(far * sin(number * _GOLDEN), 1)
