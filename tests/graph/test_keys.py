"""Whatever has a name is found by it, whatever its case, in graphs made here and elsewhere."""

from pathlib import Path

import pytest
from graph_samples import IKEMA, read, targets
from pyoxigraph import Literal, NamedNode
from trialgraph.graph.iris import DCTERMS, PREF_LABEL, document_iri
from trialgraph.graph.keys import KEY, keyed, name_key
from trialgraph.graph.knowledge_graph import KnowledgeGraph
from trialgraph.graph.rendering import render
from trialgraph.ontology.facts import TrialAttribute


def keys_of(*facts):
    document, reading = read("a", *facts)
    return {quad.object.value for quad in render(document, reading, "1.0").quads if quad.predicate == KEY}


def test_trials_have_keys_of_their_names_and_numbers():
    assert {"ikema", "nct03275285"} <= keys_of(TrialAttribute(trial=IKEMA, attribute="phase", value="3"))


def test_documents_are_found_by_identifier_and_source():
    assert {"a", "a.txt"} <= keys_of(targets())


def test_an_identifier_is_found_without_its_prefix_too():
    statements = [*keyed([(NamedNode(f"{DCTERMS}identifier"), Literal("pmid:34097854"))])]
    assert [value.value for predicate, value in statements if predicate == KEY] == ["pmid:34097854", "34097854"]


def test_what_is_no_name_has_no_key():
    assert [*keyed([(document_iri("x"), Literal("A"))])] == [(document_iri("x"), Literal("A"))]


@pytest.mark.parametrize("name", ["ICARIA-MM", "icaria-mm", "Icaria-MM"])
def test_case_does_not_matter(name):
    assert name_key(name) == "icaria-mm"


def test_graphs_made_elsewhere_get_keys_when_they_are_loaded(tmp_path: Path):
    file = tmp_path / "other.ttl"
    file.write_text(f'<http://x/1> a <https://w3id.org/trialgraph/Drug> ; {PREF_LABEL} "Isatuximab"@en .')
    with KnowledgeGraph.load_rdf(file) as graph:
        assert [about.label for about in graph.describe("ISATUXIMAB")] == ["Isatuximab"]
