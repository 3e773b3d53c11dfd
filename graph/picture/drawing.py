"""From a graph to a page: what to show, where it stands, what is written on it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from ...ontology.errors import StoreError
from ..iris import document_iri
from .attributes import gather_attributes
from .cards import make_picture
from .facts import Fact, gather_facts
from .merging import merge_arms
from .page import make_page
from .selection import Sketch, cut_to_size, fold_kinds, near, sketch
from .table import Source

if TYPE_CHECKING:
    from ..knowledge_graph import KnowledgeGraph


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a picture shows, and what was left out of it for the sake of its size."""

    path: Path
    nodes: int
    edges: int
    facts: int
    cut: Mapping[str, int]
    """Nodes left out, by kind."""

    def _repr_html_(self) -> str:
        """Show the picture in a notebook, in a frame of its own that reaches nothing around it."""
        page = escape(self.path.read_text("utf-8"))
        return f'<iframe sandbox="allow-scripts" width="100%" height="640" title="graph" srcdoc="{page}"></iframe>'

    def __str__(self) -> str:
        shown = f"{self.nodes} nodes, {self.edges} edges, {self.facts} facts"
        missing = sum(self.cut.values())
        return f"{shown}; {missing} further nodes are left out, the best-sourced kept" if missing else shown


def draw(
    graph: "KnowledgeGraph",
    path: Path,
    *,
    around: str = "",
    depth: int = 1,
    kinds: Collection[str] = (),
    limit: int = 300,
) -> Drawn:
    """Write a graph as one interactive HTML page, the same bytes for the same graph.

    `around` is any name of a concept or trial, of which what is `depth` steps away is drawn; `kinds` are the kinds of
    nodes to draw (`Drug`, `Trial`, `Result`, …), all if empty; of more than `limit` nodes the best-sourced are kept.
    Raises QueryError where nothing has that name or kind, StoreError where the file can't be written.
    """
    chosen, facts = _sketch(graph)
    centres = {description.iri for description in graph.describe(around)} if around else set[str]()
    fold_kinds(chosen, kinds, centres)
    distances = near(chosen, centres, depth, around) if around else {}
    chosen, cut = cut_to_size(chosen, facts, distances, limit)
    picture = make_picture(chosen, facts, centres)
    drawn = Drawn(path, len(picture.cards), len(picture.lines), len(picture.facts), cut)
    title = f"Around {around}" if around else "Facts about trials"
    _write(path, make_page(title, str(drawn), picture, _sources(graph, picture.facts.values())))
    return drawn


def _sketch(graph: "KnowledgeGraph") -> tuple[Sketch, dict[str, Fact]]:
    """Gather all that could be drawn, and the facts behind it by claim."""
    whole = graph.networkx()
    facts, found = gather_facts(whole), sketch(whole)
    for node, stated in gather_attributes(graph, {node: whole.nodes[node]["label"] for node in whole}).items():
        found.nodes[node]["claims"] = tuple(sorted(stated))
        facts |= stated
    merge_arms(found, facts)
    return found, facts


def _sources(graph: "KnowledgeGraph", facts: Iterable[Fact]) -> dict[str, Source]:
    """Give the documents that state these facts, by IRI."""
    cited = frozenset[str]().union(*(fact.documents for fact in facts))
    found = {document_iri(document.identifier).value: document for document in graph.documents()}
    stored = {iri: graph.document(found[iri].identifier) for iri in cited & found.keys()}
    return {iri: Source.of(found[iri], text.text if text else "") for iri, text in stored.items()}


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8", errors="replace", newline="\n")
    except OSError as error:
        remedy = "check the folder and its space"
        raise StoreError(f"the page can't be written: {error.strerror}", where=str(path), remedy=remedy) from error
