"""Matches of concepts: the plain statement, how sure it is, and no trace when the document goes."""

from dataclasses import replace

from graph_samples import CD38, ISA, read, targets
from trialgraph.ontology.facts import ConceptMatch

MATCH = ConceptMatch(CD38, "HGNC:1667", "close", 0.93, 'its exact name\twith <hostile> "signs"')
ASK = """SELECT ?curie ?sure ?why { ?note a tg:Grounding ; rdf:subject ?concept ; rdf:predicate skos:closeMatch ;
    rdf:object ?curie ; tg:matchConfidence ?sure ; tg:explanation ?why . ?concept skos:closeMatch ?curie }"""


def with_match(identifier="a"):
    document, reading = read(identifier, targets(ISA, CD38))
    return document, replace(reading, matches=(MATCH,))


def test_match_confidence_and_reason(make_graph, ask):
    found = ask(make_graph(with_match()), ASK)
    assert found == [("https://identifiers.org/hgnc:1667", "0.93", MATCH.reason)]


def test_the_graph_keeps_its_shapes(make_graph):
    assert make_graph(with_match()).verify() == []


def test_a_removed_document_leaves_no_match(make_graph, ask):
    graph = make_graph(with_match("a"))
    graph.remove("a")
    assert ask(graph, ASK) == []


def test_in_the_exported_mappings(make_graph, dump):
    rows = [line.split("\t") for line in dump(make_graph(with_match()), "sssom").decode().splitlines()]
    (row,) = [row for row in rows if "HGNC:1667" in row]
    assert row[5:7] == ["semapv:LexicalMatching", "0.93"]
