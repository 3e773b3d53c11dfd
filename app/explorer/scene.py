"""What the explorer shows of a state: cards in columns, facets, evidence; made by a worker, which has the graph."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import networkx as nx
from pyoxigraph import NamedNode

from ...graph.iris import tg
from ...graph.picture.cards import Picture, make_picture
from ...graph.picture.facts import gather_facts
from ...graph.picture.merging import merge_arms
from ...graph.picture.selection import Sketch, cut_to_size, fold_kinds, kinds_of, near, sketch
from ...graph.projection import project
from ...graph.reader import GraphReader
from ...graph.textsearch import NameHit
from ...graph.view import GraphView
from ...ontology.errors import QueryError
from .address import State, short
from .claims import Facets, Told, claims_about, claims_with, facets, tell
from .panel import Clerk, Panel, is_own

MOST_CLAIMS: Final = 150
"""Claims about one thing that are looked at; the panel counts them all."""
MOST_CARDS: Final = 200
_NOWHERE: Final = 60
"""Cards of a document's graph, which has no middle."""


@dataclass(frozen=True, slots=True)
class Scene:
    """All that one view shows."""

    picture: Picture
    facets: Facets = field(default_factory=Facets)
    labels: dict[str, str] = field(default_factory=dict[str, str])
    """Names of the things that the address names."""
    kinds: dict[str, int] = field(default_factory=dict[str, int])
    """How many cards of which kind there are, hidden ones included."""
    claims: int = 0
    """How many claims there are about one thing at most; of more than `MOST_CLAIMS` the others are not looked at."""
    cut: int = 0
    """Cards that were left out for the sake of size."""
    panel: Panel | None = None
    hits: tuple[NameHit, ...] = ()


@dataclass(frozen=True, slots=True)
class Explored:
    """A question for a worker: what a state shows."""

    state: State

    def answer(self, reader: GraphReader) -> Scene:
        """Look into the graph; QueryError for a thing that is not there."""
        return _Painter(reader, self.state).scene()


class _Painter:
    def __init__(self, reader: GraphReader, state: State) -> None:
        self._reader, self._state, self._view = reader, state, GraphView(reader.store)
        self._told: dict[NamedNode, Told] = {}

    def scene(self) -> Scene:
        state = self._state
        about = [self._about(seed) for seed in state.seeds]
        looked_at = dict.fromkeys(claim for claims in about for claim in claims[:MOST_CLAIMS])
        found = [one for one in map(self._tell, looked_at) if one.fits(state)]
        whole = project(self._reader.store, [one.claim for one in found])
        facts = gather_facts(whole)
        graph = sketch(whole)
        merge_arms(graph, facts)
        kinds = Counter(kinds_of(graph).values())
        self._hide(graph)
        kinds = {kind: n for kind, n in kinds.items() if kind in {*state.hidden, *kinds_of(graph).values()}}
        chosen, cut = self._chosen(graph, facts)
        picture = make_picture(chosen, facts, {tg(seed).value for seed in state.opened})
        return Scene(
            picture,
            facets(self._view, found),
            {name: self._view.label(self._node(name)) for name in self._named()},
            kinds,
            max(map(len, about), default=0),
            cut,
            self._panel(picture),
            self._reader.search(state.words, 20).names if state.words else (),
        )

    def _named(self) -> set[str]:
        state = self._state
        return {name for name in (*state.opened, state.trial, state.drug, state.document) if name}

    def _node(self, name: str) -> NamedNode:
        if not is_own(name) or not self._view.kind(tg(name)):
            raise QueryError(f"nothing in this graph is called {name[:80]!r}", remedy="search for it by its name")
        return tg(name)

    def _about(self, name: str) -> list[NamedNode]:
        """Give the claims about a thing that filters by other things let through."""
        claims = claims_about(self._view, self._node(name))
        for other in {self._state.trial, self._state.drug, self._state.document} - {"", name}:
            allowed = claims_with(self._view, self._node(other))
            claims = [claim for claim in claims if claim in allowed]
        return claims

    def _hide(self, graph: Sketch) -> None:
        kept = [kind for kind in sorted({*kinds_of(graph).values()}) if kind not in self._state.hidden]
        fold_kinds(graph, kept if self._state.hidden else (), {tg(seed).value for seed in self._state.opened})

    def _chosen(self, graph: Sketch, facts: Any) -> tuple[Sketch, int]:
        """Let each opened thing bring its own best-sourced neighbours, so that opening another takes none away."""
        centres = [tg(seed).value for seed in self._state.seeds if tg(seed).value in graph]
        if not centres:
            few, cut = cut_to_size(graph, facts, {}, max(_NOWHERE, self._state.most))
            return few, cut.total()
        nodes: dict[str, None] = {}
        missing: set[str] = set()
        for centre in centres:
            distances = near(graph, [centre], 1, centre)
            best, _ = cut_to_size(graph, facts, distances, self._state.most + 1)
            nodes |= dict.fromkeys(best)
            missing |= {*distances}
        shown = [*nodes][:MOST_CARDS]
        return nx.MultiDiGraph(graph.subgraph(shown)), len(missing - {*shown})

    def _panel(self, picture: Picture) -> Panel | None:
        state, clerk = self._state, Clerk(self._reader, self._view)
        if state.edge:
            return self._edge(picture, state.edge, clerk)
        if not state.focus:
            return None
        return clerk.of_thing(state.focus, self._fitting(self._about(state.focus)))

    def _fitting(self, claims: Sequence[NamedNode]) -> list[NamedNode]:
        """Give the claims that pass the filters; those that are not looked at are only counted, if nothing is asked."""
        told = map(self._tell, claims[:MOST_CLAIMS])
        unseen = () if self._state.assertion or self._state.confidence > 0 else claims[MOST_CLAIMS:]
        return [*(one.claim for one in told if one.fits(self._state)), *unseen]

    def _tell(self, claim: NamedNode) -> Told:
        if claim not in self._told:
            self._told[claim] = tell(self._view, claim)
        return self._told[claim]

    def _edge(self, picture: Picture, ends: tuple[str, str], clerk: Clerk) -> Panel | None:
        lines = [one for one in picture.lines if (short(one.source.iri), short(one.target.iri)) == ends]
        if not lines:
            return None
        keys = dict.fromkeys(key for line in lines for key in line.facts)
        label = " / ".join(dict.fromkeys(line.name for line in lines))
        return clerk.of_edge(lines[0].source.name, label, lines[0].target.name, (picture.claims[key] for key in keys))
