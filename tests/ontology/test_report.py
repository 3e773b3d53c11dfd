"""The rules that ROBOT's `report` calls errors, as SPARQL: none finds anything in our files, each finds its fault.

What each rule means: https://robot.obolibrary.org/report_queries/. Our definitions are in skos:definition.
"""

from pathlib import Path

import pytest
from rdflib import Graph
from trialgraph import ontology

FILES = ("trialgraph.ttl", "alignments.ttl", "shapes.ttl")
WHOLE = {name: Graph().parse(Path(ontology.__file__).with_name(name)) for name in FILES}
PREFIXES = {
    "tg": "https://w3id.org/trialgraph/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "obo": "http://purl.obolibrary.org/obo/",
    "sh": "http://www.w3.org/ns/shacl#",
}
KINDS = "owl:Class, owl:ObjectProperty, owl:DatatypeProperty, owl:NamedIndividual"
OURS = f"?term a ?kind FILTER(?kind IN ({KINDS}) && STRSTARTS(STR(?term), STR(tg:)))"
DEPRECATED = "?old owl:deprecated true"
DRUG = "tg:Drug rdfs:label 'drug'@en ; skos:definition 'A drug.'@en . "

RULES = {
    "deprecated boolean datatype": (
        "?term owl:deprecated ?flag FILTER(DATATYPE(?flag) != xsd:boolean)",
        "tg:Drug owl:deprecated 'true' .",
    ),
    "deprecated class reference": (
        f"{DEPRECATED} . ?old a owl:Class . ?term rdfs:subClassOf|owl:equivalentClass|rdfs:domain|rdfs:range ?old",
        "tg:Old a owl:Class ; owl:deprecated true . tg:Drug rdfs:subClassOf tg:Old .",
    ),
    "deprecated property reference": (
        f"{DEPRECATED} . ?old a ?kind FILTER(?kind IN (owl:ObjectProperty, owl:DatatypeProperty))"
        " { ?term rdfs:subPropertyOf|owl:onProperty|owl:inverseOf ?old } UNION { ?term ?old ?value }",
        "tg:old a owl:ObjectProperty ; owl:deprecated true . tg:Drug tg:old tg:Arm .",
    ),
    "duplicate definition": (
        "?term skos:definition ?text . ?other skos:definition ?text FILTER(?term != ?other)",
        "tg:One skos:definition 'The same.'@en . tg:Two skos:definition 'The same.'@en .",
    ),
    "duplicate label": (
        "?term rdfs:label ?text . ?other rdfs:label ?text FILTER(?term != ?other)"
        " FILTER NOT EXISTS { ?term rdfs:isDefinedBy ?elsewhere }",
        "tg:Arm rdfs:label 'arm'@en . tg:arm rdfs:label 'arm'@en .",
    ),
    "illegal use of built-in vocabulary": (
        "?term ?predicate ?value FILTER(STRSTARTS(STR(?term), STR(rdf:)) || STRSTARTS(STR(?term), STR(owl:))"
        " || STRSTARTS(STR(?term), STR(xsd:)))",
        "owl:Thing rdfs:label 'thing'@en .",
    ),
    "use of a datatype that OWL 2 lacks": (
        "?term ?predicate ?value BIND(IF(ISIRI(?value), ?value, DATATYPE(?value)) AS ?type)"
        " FILTER(?type IN (xsd:date, xsd:time, xsd:duration, xsd:gYear, xsd:gYearMonth, xsd:gMonth, xsd:gDay))",
        "tg:dataCutoff rdfs:range xsd:date .",
    ),
    "label formatting": (
        r"?term rdfs:label ?text FILTER(REGEX(?text, '[\\n\\t\\r]'))",
        r"tg:Drug rdfs:label 'a\ndrug' .",
    ),
    "label whitespace": (
        r"?term rdfs:label ?text FILTER(REGEX(?text, '^\\s|\\s$|\\s\\s'))",
        "tg:Drug rdfs:label ' drug' .",
    ),
    "missing label": (
        "?term ?any ?value FILTER(?any != rdf:type && ISIRI(?term)) FILTER NOT EXISTS { ?term rdfs:label ?text }"
        " FILTER NOT EXISTS { ?term a ?kind FILTER(?kind IN (owl:Ontology, sh:NodeShape)) }",
        "obo:OBI_0003706 rdfs:subClassOf tg:Arm .",
    ),
    "missing definition": (f"{OURS} FILTER NOT EXISTS {{ ?term skos:definition ?text }}", "tg:New a owl:Class ."),
    "missing ontology description": (
        "?term a owl:Ontology FILTER NOT EXISTS { ?term dcterms:description ?text }",
        "tg:new a owl:Ontology .",
    ),
    "missing ontology licence": (
        "?term a owl:Ontology FILTER NOT EXISTS { ?term dcterms:license ?licence FILTER(ISIRI(?licence)) }",
        "tg:new a owl:Ontology ; dcterms:license 'free' .",
    ),
    "missing ontology title": (
        "?term a owl:Ontology FILTER NOT EXISTS { ?term dcterms:title ?text }",
        "tg:new a owl:Ontology .",
    ),
    "missing ontology version": (
        "?term a owl:Ontology FILTER NOT EXISTS { ?term owl:versionIRI ?version"
        " FILTER(STRSTARTS(STR(?version), CONCAT(STR(?term), '/'))) }",
        "tg:new a owl:Ontology ; owl:versionIRI tg:0.1 .",
    ),
    "misused obsolete label": (
        "?term rdfs:label ?text FILTER(STRSTARTS(?text, 'obsolete') && NOT EXISTS { ?term owl:deprecated true })",
        "tg:Drug rdfs:label 'obsolete drug' .",
    ),
    "misused replaced by": (
        "?term obo:IAO_0100001 ?new FILTER NOT EXISTS { ?term owl:deprecated true }",
        "tg:Drug obo:IAO_0100001 tg:Arm .",
    ),
    "multiple definitions": (
        "?term skos:definition ?text , ?other FILTER(?text != ?other)",
        DRUG + "tg:Drug skos:definition 'Another.'@en .",
    ),
    "multiple labels": (
        "?term rdfs:label ?text , ?other FILTER(?text != ?other)",
        DRUG + "tg:Drug rdfs:label 'other'@en .",
    ),
    "multiple equivalent classes": (
        "?term owl:equivalentClass ?one , ?two FILTER(ISIRI(?one) && ISIRI(?two) && ?one != ?two)",
        "tg:Drug owl:equivalentClass tg:Arm , tg:Trial .",
    ),
    "multiple equivalent class definitions": (
        "?term owl:equivalentClass ?one , ?two FILTER(ISBLANK(?one) && ISBLANK(?two) && ?one != ?two)",
        "tg:Drug owl:equivalentClass [ a owl:Class ] , [ a owl:Class ] .",
    ),
}


def found(rule: str, graph: Graph) -> list[str]:
    """The terms that break a rule."""
    return sorted({str(row[0]) for row in graph.query(f"SELECT ?term {{ {RULES[rule][0]} }}", initNs=PREFIXES)})


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("rule", RULES)
def test_our_files_keep_the_rule(rule: str, file: str) -> None:
    assert found(rule, WHOLE[file]) == []


def test_the_files_have_one_version() -> None:
    about = "SELECT ?version { ?ontology a owl:Ontology ; owl:versionIRI ?version }"
    addresses = [str(row[0]) for graph in WHOLE.values() for row in graph.query(about, initNs=PREFIXES)]
    told = [
        str(row[0]) for row in WHOLE["trialgraph.ttl"].query("SELECT ?v { ?o owl:versionInfo ?v }", initNs=PREFIXES)
    ]
    assert [address.rsplit("/", 1)[1] for address in addresses] == told * len(FILES)


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_finds_its_fault(rule: str) -> None:
    prefixes = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    assert found(rule, Graph().parse(data=prefixes + RULES[rule][1], format="turtle")) != []
