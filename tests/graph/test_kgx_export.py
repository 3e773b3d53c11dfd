"""The tables of nodes and edges are valid under Biolink's own classes, and its toolkit knows each predicate."""

import csv
from importlib.resources import files

import pytest
from biolink_model.datamodel import pydanticmodel_v2 as biolink
from bmt import Toolkit
from graph_samples import HOSTILE, hazard_ratio, read, targets
from trialgraph.graph.kgx import CATEGORIES, PREDICATES
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.facts import Concept, Link, Regimen

ISA, MM = Concept("Drug", "isatuximab"), Concept("Disease", "multiple myeloma")
LINKS = [
    Link(subject=ISA, predicate="treats", object=MM),
    Link(subject=ISA, predicate="inClass", object=Concept("DrugClass", "monoclonal antibody")),
    Link(subject=ISA, predicate="hasMechanism", object=Concept("Mechanism", "apoptosis")),
    Link(subject=ISA, predicate="mayCause", object=Concept("AdverseEvent", "neutropenia")),
    Link(subject=ISA, predicate="interferesWith", object=Concept("Test", "immunofixation")),
    Link(subject=Concept("Target", "CD38"), predicate="expressedOn", object=Concept("CellType", "plasma cell")),
    Link(subject=Concept("Target", "CD38"), predicate="expressedOn", object=MM),
    Link(subject=Concept("Drug", HOSTILE), predicate="targets", object=Concept("Target", "CD38")),
    Link(subject=Regimen.of(ISA, Concept("Drug", "dexamethasone")), predicate="treats", object=MM),
]
SEVERAL = {"xref", "synonym", "publications", "supporting_text", "category", "provided_by"}


@pytest.fixture
def tables(tmp_path):
    """Export a graph, and give its nodes and edges as dictionaries with lists where Biolink has several values."""
    with KnowledgeGraph() as graph:
        graph.add(*read("a", targets(), hazard_ratio(), *LINKS))
        graph.add(*read("b", LINKS[0], assertion="negated"))
        graph.export("kgx", tmp_path / "graph.tsv")
    return [_rows(tmp_path / f"graph_{part}.tsv") for part in ("nodes", "edges")]


def _rows(path):
    with path.open(encoding="utf-8", newline="") as lines:
        found = [*csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]
    return [{name: cell.split("|") if name in SEVERAL else cell for name, cell in row.items() if cell} for row in found]


def test_every_node_is_valid(tables):
    for node in tables[0]:
        (category,) = node["category"]
        getattr(biolink, category.removeprefix("biolink:")).model_validate(node)


def test_every_edge_is_valid(tables):
    for edge in tables[1]:
        biolink.Association.model_validate(edge)


def test_a_wrong_edge_is_not(tables):
    with pytest.raises(ValueError, match="knowledge_level"):
        biolink.Association.model_validate({**tables[1][0], "knowledge_level": "hearsay"})


def test_every_end_of_an_edge_is_a_node(tables):
    nodes = [node["id"] for node in tables[0]]
    assert len(nodes) == len(set(nodes))
    assert {edge[end] for edge in tables[1] for end in ("subject", "object")} == set(nodes)


def test_identifiers_are_those_of_other_databases(tables):
    found = {node["name"]: node["id"] for node in tables[0]}
    assert found["multiple myeloma"] == "MONDO:0009693"
    assert found["CD38"] == "UniProtKB:P28907"
    assert found["isatuximab"].split(":")[0] in {"UNII", "DRUGBANK"}


def test_what_is_denied_is_an_edge_of_its_own(tables):
    treats = [edge for edge in tables[1] if edge["original_predicate"] == "tg:treats" and "+" not in edge["subject"]]
    assert sorted(edge["negated"] for edge in treats) == ["false", "true"]


def test_predicates_and_categories_are_of_the_model():
    schema = files("biolink_model").joinpath("schema").joinpath("biolink_model.yaml")
    toolkit = Toolkit(schema=str(schema), predicate_map={"predicate mappings": []})
    assert [name for name in PREDICATES.values() if not toolkit.is_predicate(name)] == []
    assert [name for name, _ in CATEGORIES.values() if not toolkit.is_category(name)] == []
