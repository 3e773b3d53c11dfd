"""Mappings to other vocabularies in the Simple Standard for Sharing Ontological Mappings (Matentzoglu et al. 2022)."""

import csv
import json
from collections.abc import Iterator
from io import TextIOWrapper
from typing import IO, Final

from pyoxigraph import NamedNode, Store

from ..ontology.prefixes import converter, standardise
from .claims import OBJECT
from .iris import SKOS, TG, local_name
from .tabular import clean, own_base, own_curie
from .view import GraphView, Node, first

COLUMNS: Final = (
    "subject_id", "subject_label", "subject_category", "predicate_id", "object_id", "mapping_justification",
    "confidence", "comment",
)  # fmt: skip
RELATIONS: Final = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_LICENCE: Final = "https://w3id.org/sssom/license/unspecified"
_PREFIXES: Final = {"skos": SKOS, "semapv": "https://w3id.org/semapv/vocab/", "tg": TG}


def write_sssom(store: Store, output: IO[bytes]) -> None:
    """Write all mappings of a graph's concepts as SSSOM/TSV, sorted, with the prefixes in use in its head."""
    rows = sorted(_rows(GraphView(store)))
    used = {row[4].partition(":")[0] for row in rows}
    own = {prefix: own_base(prefix) for prefix in {row[0].partition(":")[0] for row in rows}}
    prefixes = _PREFIXES | own | {prefix: base for prefix, base in converter().bimap.items() if prefix in used}
    head = ["mapping_set_id: " + json.dumps(f"{TG}mappings"), "license: " + json.dumps(_LICENCE), "curie_map:"]
    head += [f"  {prefix}: {json.dumps(prefixes[prefix])}" for prefix in sorted(prefixes)]
    text = TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    text.writelines(f"# {line}\n" for line in head)
    table = csv.writer(text, delimiter="\t", quoting=csv.QUOTE_MINIMAL, lineterminator="\n")
    table.writerow(COLUMNS)
    table.writerows(rows)
    text.detach()


def _rows(view: GraphView) -> Iterator[tuple[str, ...]]:
    for relation in RELATIONS:
        for concept, match in view.pairs(NamedNode(SKOS + relation)):
            curie = standardise(match.value)
            if curie is not None:
                about = own_curie(concept), clean(view.label(concept)), f"tg:{view.kind(concept)}"
                how = _how(view, concept, relation, match)
                yield (*about, f"skos:{relation}", curie, *how)


def _how(view: GraphView, concept: Node, relation: str, match: Node) -> tuple[str, str, str]:
    """Tell justification, confidence and steps: found by its name as a grounding says, or else looked up by hand."""
    for node in view.subjects(OBJECT, match):
        about = view.properties(node)
        if (first(about, "subject"), local_name(first(about, "predicate"))) == (concept.value, relation):
            return "semapv:LexicalMatching", first(about, "matchConfidence"), clean(first(about, "explanation"))
    return "semapv:ManualMappingCuration", "1.0", ""
