"""The export of mappings is valid under sssom-py, the reference implementation."""

import pytest
from graph_samples import HOSTILE, hazard_ratio, read, targets
from sssom.parsers import parse_sssom_table
from sssom.validators import validate
from sssom_schema import Mapping as SssomMapping
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.ontology.facts import Concept, Link


@pytest.fixture
def exported(tmp_path):
    """Export the mappings of a graph that uses the whole lexicon."""
    hostile = Link(subject=Concept("Drug", HOSTILE), predicate="targets", object=Concept("Target", "CD38"))
    treats = Link(
        subject=Concept("Drug", "isatuximab"), predicate="treats", object=Concept("Disease", "multiple myeloma")
    )
    with KnowledgeGraph() as graph:
        for document in (read("a", targets(), hazard_ratio(), hostile), read("b", treats)):
            graph.add(*document)
        graph.export("sssom", tmp_path / "m.sssom.tsv")
    return tmp_path / "m.sssom.tsv"


def test_valid_under_sssom_py(exported):
    mappings = parse_sssom_table(str(exported))
    reports = validate(mappings, fail_on_error=True)
    assert [result.message for report in reports.values() for result in report.results] == []
    assert not mappings.df.empty


def test_every_column_is_one_of_the_standard(exported):
    assert set(parse_sssom_table(str(exported)).df.columns) <= set(SssomMapping.__dataclass_fields__)


def test_what_it_says(exported):
    table = parse_sssom_table(str(exported)).df
    rows = {(row.subject_label, row.predicate_id, row.object_id) for row in table.itertuples()}
    assert ("isatuximab", "skos:exactMatch", "DRUGBANK:DB14811") in rows
    assert ("multiple myeloma", "skos:exactMatch", "MONDO:0009693") in rows
    assert set(table["mapping_justification"]) == {"semapv:ManualMappingCuration"}


def test_the_same_graph_gives_the_same_bytes(make_graph, dump):
    documents = read("a", targets(Concept("Drug", HOSTILE))), read("b", targets())
    assert dump(make_graph(*documents), "sssom") == dump(make_graph(*reversed(documents)), "sssom")


def test_a_graph_without_mappings(make_graph, dump):
    assert dump(make_graph(), "sssom").decode().splitlines()[-1].startswith("subject_id\tsubject_label")
