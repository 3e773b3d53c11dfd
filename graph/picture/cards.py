"""What stands where: cards in columns, lines between them, under short keys of our own."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .captions import Captions
from .facts import Fact, Facts
from .layout import CARD_WIDTH, COLUMN_GAP, order_columns, place
from .selection import RESULTS, Sketch, edges_from

COLUMNS: Final = {
    "Target, concept": ("Target", "Mechanism", "DrugClass", "CellType", "Disease", "Test", "Biomarker", "Organization"),
    "Drug": ("Drug",),
    "Arm, dose": ("Arm", "Regimen", "Dosage"),
    "Trial": ("Trial",),
    "Result": RESULTS,
    "Endpoint, event": ("Endpoint", "AdverseEvent", "Population", "Other"),
}
"""Kinds of nodes by the heading of their column, from left to right."""
KINDS: Final = tuple(kind for kinds in COLUMNS.values() for kind in kinds)
_LINE_HEIGHT: Final = 14
_PADDING: Final = 18


@dataclass(frozen=True, slots=True)
class Card:
    """A node: where its middle stands and what it says."""

    key: str
    kind: str
    """One of `KINDS`."""
    name: str
    lines: tuple[str, ...]
    x: float
    y: float
    height: float
    chosen: bool
    facts: tuple[str, ...]
    """Keys of those that no line stands for."""
    iri: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """An edge between two cards; `facts` are keys."""

    key: str
    source: Card
    target: Card
    name: str
    facts: tuple[str, ...]
    affirmed: bool

    @property
    def quiet(self) -> bool:
        """Tell whether it is drawn only while one of its ends is chosen: trials lead to the results already."""
        return self.source.kind == "Arm" and self.target.kind in RESULTS


@dataclass(frozen=True, slots=True)
class Picture:
    """All that a page shows; facts by key, headings of columns by x."""

    cards: tuple[Card, ...]
    lines: tuple[Line, ...]
    facts: Mapping[str, Fact]
    headings: Mapping[float, str]
    claims: Mapping[str, str]
    """IRIs of the facts, by key."""


def make_picture(graph: Sketch, facts: Facts, centres: Collection[str]) -> Picture:
    """Lay a selection out."""
    claims = {claim for node in graph for *_, found in edges_from(graph, node) for claim in found}
    claims.update(claim for node in graph for claim in graph.nodes[node]["claims"])
    keys = {claim: f"f{number}" for number, claim in enumerate(sorted(claims, key=lambda one: (facts[one].text, one)))}
    cards, headings = _cards(graph, keys, centres)
    lines: list[Line] = []
    for source, target, name in sorted(graph.edges(keys=True)):
        told: list[str] = sorted(graph.edges[source, target, name]["claims"])
        affirmed = not told or any(facts[claim].assertion == "affirmed" for claim in told)
        ends = cards[source], cards[target]
        lines.append(Line(f"e{len(lines)}", *ends, name, tuple(keys[claim] for claim in told), affirmed))
    by_key = {key: claim for claim, key in keys.items()}
    found = {key: facts[claim] for key, claim in by_key.items()}
    return Picture(tuple(cards.values()), tuple(lines), found, headings, by_key)


def _cards(
    graph: Sketch, keys: Mapping[str, str], centres: Collection[str]
) -> tuple[dict[str, Card], dict[float, str]]:
    captions = Captions(graph)
    columns = _columns(graph, captions)
    lines = {node: captions.lines(node) for node in graph}
    heights = {node: len(lines[node]) * _LINE_HEIGHT + _PADDING for node in graph}
    tops = place([*columns.values()], _neighbours(graph), heights)
    cards: dict[str, Card] = {}
    for index, column in enumerate(columns.values()):
        for node in column:
            where = index * (CARD_WIDTH + COLUMN_GAP), round(tops[node], 1), heights[node]
            texts = _kind(graph, node), captions.name(node), lines[node]
            own = tuple(keys[claim] for claim in graph.nodes[node]["claims"])
            cards[node] = Card(f"n{len(cards)}", *texts, *where, node in centres, own, node)
    return cards, {index * (CARD_WIDTH + COLUMN_GAP): heading for index, heading in enumerate(columns)}


def _columns(graph: Sketch, captions: Captions) -> dict[str, list[str]]:
    """Give the nodes of each column that has any, so ordered that few lines cross."""
    filled: dict[str, list[str]] = {}
    for heading, kinds in COLUMNS.items():
        nodes = [node for node in graph if _kind(graph, node) in kinds]
        if nodes:
            filled[heading] = sorted(nodes, key=captions.order)
    if not filled:
        return {}
    largest = max(filled, key=lambda heading: len(filled[heading]))
    middle = [*filled].index("Trial" if "Trial" in filled else largest)
    return dict(zip(filled, order_columns([*filled.values()], _neighbours(graph), middle), strict=True))


def _neighbours(graph: Sketch) -> dict[str, Sequence[str]]:
    return {node: sorted({*graph.successors(node), *graph.predecessors(node)}) for node in graph}


def _kind(graph: Sketch, node: str) -> str:
    kind: str = graph.nodes[node]["kind"]
    return kind if kind in KINDS else "Other"
