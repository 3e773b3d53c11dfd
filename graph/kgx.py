"""Affirmed and denied links for other knowledge graphs: KGX tables of nodes and edges in terms of the Biolink Model.

A node bears the identifier that other databases use where there is an exact one, so that graphs join; results with
their figures have no place in the model and are left out.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

from pyoxigraph import NamedNode, Store

from ..ontology.prefixes import standardise
from .iris import DCTERMS, SKOS, TG, local_name
from .tabular import clean, own_curie
from .view import GraphView, Node, Sentence, first, plain

CATEGORIES: Final = {
    "Drug": ("Drug", ("CHEBI", "UNII", "DRUGBANK", "MESH", "NCIT")),
    "DrugClass": ("ChemicalEntity", ("CHEBI", "MESH", "NCIT")),
    "Target": ("Protein", ("UNIPROT",)),
    "Mechanism": ("BiologicalProcess", ("GO", "NCIT", "MESH")),
    "Disease": ("Disease", ("MONDO", "DOID", "NCIT", "MESH")),
    "AdverseEvent": ("PhenotypicFeature", ("HP", "NCIT", "MESH")),
    "CellType": ("Cell", ("CL", "NCIT")),
    "Test": ("Procedure", ("NCIT", "MESH")),
    "Biomarker": ("BiologicalEntity", ("NCIT",)),
    "Regimen": ("Treatment", ()),
}
"""Class of the vocabulary → category of Biolink, and the prefixes of its identifiers, the best first."""
PREDICATES: Final = {
    "targets": "affects",
    "hasMechanism": "affects",
    "inClass": "subclass_of",
    "treats": "treats",
    "mayCause": "has_adverse_event",
    "interferesWith": "affects",
    "expressedOn": "expressed_in",
    "mediatedBy": "actively_involves",
    "enhances": "affects",
}
IN_BIOLINK: Final = {"UNIPROT": "UniProtKB", "RXNORM": "RXCUI"}
"""Prefixes that Biolink writes in another way."""
NODE_COLUMNS: Final = ("id", "category", "name", "iri", "xref", "synonym", "provided_by")
EDGE_COLUMNS: Final = (
    "id", "subject", "predicate", "object", "category", "original_predicate", "negated", "primary_knowledge_source",
    "knowledge_level", "agent_type", "has_confidence_score", "publications", "supporting_text",
)  # fmt: skip
SOURCE: Final = "infores:trialgraph"


class Edge(NamedTuple):
    """A link with the sentences that affirm it, or with those that deny it."""

    claim: Node
    subject: Node
    predicate: str
    object: Node
    negated: bool
    sentences: tuple[Sentence, ...]


def write_kgx(store: Store, nodes: Path, edges: Path) -> None:
    """Write the tables of nodes and edges, sorted; what documents say fits into one cell whatever it holds."""
    tables = _Tables(GraphView(store))
    links = [*tables.edges()]
    _write(edges, EDGE_COLUMNS, (tables.edge_row(edge) for edge in links))
    _write(nodes, NODE_COLUMNS, tables.node_rows(end for edge in links for end in (edge.subject, edge.object)))


@dataclass(frozen=True, slots=True)
class _Tables:
    view: GraphView

    def edges(self) -> Iterator[Edge]:
        """Give the links between things that Biolink knows."""
        for claim in self.view.of_kind("LinkClaim"):
            about = self.view.properties(claim)
            predicate = PREDICATES.get(local_name(first(about, "predicate")))
            ends = [end for name in ("subject", "object") for end in about.get(name, []) if isinstance(end, NamedNode)]
            if predicate is None or len(ends) != 2 or not all(self.view.kind(end) in CATEGORIES for end in ends):
                continue
            if predicate == "expressed_in" and self.view.kind(ends[1]) != "CellType":
                predicate = "related_to"
            for assertion in ("affirmed", "negated"):
                found = tuple(one for one in self.view.sentences(claim) if one.assertion == assertion)
                if found:
                    yield Edge(claim, ends[0], predicate, ends[1], assertion == "negated", found)

    def edge_row(self, edge: Edge) -> tuple[str, ...]:
        """Give the cells of an edge."""
        confidence = max(one.confidence or 0.0 for one in edge.sentences)
        predicate = first(self.view.properties(edge.claim), "predicate").removeprefix(TG)
        return (
            f"{own_curie(edge.claim)}{'-not' if edge.negated else ''}",
            self.identifier(edge.subject),
            f"biolink:{edge.predicate}",
            self.identifier(edge.object),
            "biolink:Association",
            f"tg:{predicate}",
            str(edge.negated).lower(),
            SOURCE,
            "not_provided",
            "text_mining_agent",
            f"{confidence:g}",
            _several(sorted({self._publication(one.document) for one in edge.sentences})),
            _several(dict.fromkeys(one.quote for one in edge.sentences)),
        )

    def node_rows(self, ends: Iterable[Node]) -> Iterator[tuple[str, ...]]:
        """Give the cells of the nodes; things with one identifier become one node, under the first one's name."""
        things: dict[str, list[Node]] = {}
        for node in sorted(set(ends), key=str):
            things.setdefault(self.identifier(node), []).append(node)
        for identifier, nodes in things.items():
            category = f"biolink:{CATEGORIES[self.view.kind(nodes[0])][0]}"
            name, iri = clean(self.view.label(nodes[0])), nodes[0].value
            others = sorted({curie for node in nodes for curie in self._exact(node)} - {identifier})
            synonyms = sorted({name for node in nodes for name in self.view.names(node)} - {name})
            yield identifier, category, name, iri, _several(others), _several(synonyms), SOURCE

    def identifier(self, node: Node) -> str:
        """Give the best identifier of other databases, or failing that our own."""
        for prefix in CATEGORIES[self.view.kind(node)][1]:
            for curie in self._exact(node):
                if curie.startswith(f"{IN_BIOLINK.get(prefix, prefix)}:"):
                    return curie
        return own_curie(node)

    def _exact(self, node: Node) -> list[str]:
        matches = (match for match in self.view.values(node, _EXACT) if isinstance(match, NamedNode))
        split = (curie.split(":", 1) for match in matches if (curie := standardise(match.value)))
        return [f"{IN_BIOLINK.get(prefix, prefix)}:{local}" for prefix, local in split]

    def _publication(self, document: str) -> str:
        known = map(plain, self.view.values(NamedNode(document), _IDENTIFIER))
        return min(known, default=document)


_EXACT: Final = NamedNode(f"{SKOS}exactMatch")
_IDENTIFIER: Final = NamedNode(f"{DCTERMS}identifier")


def _several(texts: Iterable[str]) -> str:
    """Put several texts into one cell."""
    return "|".join(cleaned for text in texts if (cleaned := clean(text.replace("|", "/"))))


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as output:
        table = csv.writer(output, delimiter="\t", quoting=csv.QUOTE_NONE, quotechar=None, lineterminator="\n")
        table.writerow(columns)
        table.writerows(sorted(rows))
