"""The shapes accept what is whole and refuse what is broken, whether pySHACL or the store looks."""

from functools import cache
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store
from pyshacl import validate
from rdflib import SH, Graph
from trialgraph import ontology
from trialgraph.graph.shapes import structure

SHAPES = Graph().parse(Path(ontology.__file__).with_name("shapes.ttl"))
PREFIXES = """
@prefix tg: <https://w3id.org/trialgraph/> . @prefix doc: <https://w3id.org/trialgraph/doc/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> . @prefix dcterms: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix : <https://w3id.org/trialgraph/id/> .
"""
WHOLE = """
doc:paper a tg:Document ; dcterms:source "paper.txt" ; tg:text "..." .
:palbociclib a tg:Drug ; skos:prefLabel "palbociclib"@en .
:letrozole a tg:Drug ; skos:prefLabel "letrozole"@en .
:CDK4 a tg:Target ; skos:prefLabel "CDK4"@en .
:pfs a tg:Endpoint ; skos:prefLabel "progression-free survival"@en .
:neutropenia a tg:AdverseEvent ; skos:prefLabel "neutropenia"@en .
:both a tg:Regimen ; tg:component :palbociclib , :letrozole .
:alone a tg:Regimen ; tg:component :letrozole .
:trial a tg:Trial ; skos:prefLabel "PALOMA-2" ; tg:hasArm :first , :second ; tg:enrolled 666 ; tg:phase "3" .
:first a tg:Arm ; tg:regimen :both ; tg:size 444 ; tg:role tg:experimental .
:second a tg:Arm ; tg:regimen :alone ; tg:size 222 ; tg:role tg:control .
:asian a tg:Population ; skos:prefLabel "asian" ; tg:trial :trial .
:palbociclib tg:targets :CDK4 .
:link a tg:LinkClaim , rdf:Statement ; rdf:subject :palbociclib ; rdf:predicate tg:targets ; rdf:object :CDK4 ;
    tg:evidence :words .
:ratio a tg:OutcomeResult ; tg:trial :trial ; tg:arm :first ; tg:comparator :second ; tg:endpoint :pfs ;
    tg:measure tg:hazardRatio ; tg:value 0.58 ; tg:unit "ratio" ; tg:ciLow 0.46 ; tg:ciHigh 0.72 ; tg:ciLevel 95.0 ;
    tg:pRelation "<" ; tg:pValue 0.001 ; tg:pSides 2 ; tg:population :asian ; tg:evidence :words .
:median a tg:OutcomeResult ; tg:trial :trial ; tg:arm :first ; tg:endpoint :pfs ; tg:measure tg:median ;
    tg:status tg:notReached ; tg:ciLow 22.1 ; tg:ciHighStatus tg:notEstimable ; tg:evidence :words .
:harm a tg:AdverseEventResult ; tg:trial :trial ; tg:arm :first ; tg:event :neutropenia ; tg:grade ">=3" ;
    tg:count 295 ; tg:total 444 ; tg:value 66.4 ; tg:unit "percent" ; tg:evidence :words .
:dose a tg:Dosage ; tg:trial :trial ; tg:drug :palbociclib ; tg:amount 125.0 ; tg:unit "mg" ; tg:route "oral" ;
    tg:evidence :words .
:words a tg:Evidence ; tg:inDocument doc:paper ; tg:quote "hazard ratio 0.58" ; tg:start 10 ; tg:end 27 ;
    tg:assertion tg:affirmed ; tg:confidence 0.97 .
:conflict a tg:Conflict ; tg:betweenClaim :ratio , :median ; tg:onProperty tg:value ; tg:explanation "0.58, 0.60" .
:flag a tg:Flag ; tg:flagged :harm ; tg:check "percentage" ; tg:explanation "295 of 444" .
"""


@cache
def without_sparql() -> Graph:
    """The shapes without their queries, which pySHACL takes a second each to read."""
    shapes = Graph() + SHAPES
    shapes.remove((None, SH.sparql, None))
    return shapes


def violations(turtle: str, shapes: Graph) -> set[str]:
    """The nodes of which pySHACL complains."""
    data = Graph().parse(data=PREFIXES + turtle, format="turtle")
    report = validate(data, shacl_graph=shapes)[1]
    assert isinstance(report, Graph), report
    return {str(node) for node in report.objects(None, SH.focusNode)}


def complaints(turtle: str) -> dict[str, str]:
    """The nodes of which our rules complain, with an explanation."""
    store = Store()
    store.load((PREFIXES + turtle).encode(), RdfFormat.TURTLE)
    return {node.value: explanation for rule in structure() for node, explanation in rule.broken(store)}


def test_the_shapes_are_shacl() -> None:
    conforms, _, text = validate(Graph(), shacl_graph=SHAPES, meta_shacl=True)
    assert conforms, text


def test_whole_data_pass() -> None:
    assert complaints(WHOLE) == {}
    assert violations(WHOLE, SHAPES) == set()


BROKEN = {
    "claim without evidence": ('tg:unit "mg" ; tg:route "oral" ;\n    tg:evidence :words', 'tg:unit "mg"'),
    "evidence without document": ("tg:inDocument doc:paper ; ", ""),
    "evidence in something else": ("tg:inDocument doc:paper", "tg:inDocument :trial"),
    "evidence without quote": ('tg:quote "hazard ratio 0.58" ; ', ""),
    "empty quote": ('tg:quote "hazard ratio 0.58"', 'tg:quote ""'),
    "span that ends before it starts": ("tg:start 10", "tg:start 30"),
    "empty span": ("tg:start 10", "tg:start 27"),
    "span before the text": ("tg:start 10", "tg:start -1"),
    "no assertion": ("tg:assertion tg:affirmed ; ", ""),
    "unknown assertion": ("tg:assertion tg:affirmed", "tg:assertion tg:likely"),
    "confidence above one": ("tg:confidence 0.97", "tg:confidence 1.2"),
    "confidence as a double": ("tg:confidence 0.97", "tg:confidence 9.7e-1"),
    "outcome without trial": (
        "tg:OutcomeResult ; tg:trial :trial ; tg:arm :first ; tg:comp",
        "tg:OutcomeResult ; tg:comp",
    ),
    "outcome without endpoint": ("tg:endpoint :pfs ; tg:measure tg:median", "tg:measure tg:median"),
    "outcome with an event for endpoint": ("tg:endpoint :pfs ;\n", "tg:endpoint :neutropenia ;\n"),
    "outcome without measure": ("tg:measure tg:median ;", ""),
    "unknown measure": ("tg:measure tg:median", "tg:measure tg:mode"),
    "outcome without any figure": ("tg:status tg:notReached ;", ""),
    "value as an integer": ("tg:value 0.58", "tg:value 1"),
    "value as a double": ("tg:value 0.58", "tg:value 5.8e-1"),
    "two values": ("tg:value 0.58", "tg:value 0.58 , 0.6"),
    "limit as text": ("tg:ciHigh 0.72", 'tg:ciHigh "not reached"'),
    "level as a fraction beyond": ("tg:ciLevel 95.0", "tg:ciLevel 100.0"),
    "p above one": ("tg:pValue 0.001", "tg:pValue 1.5"),
    "unknown relation": ('tg:pRelation "<"', 'tg:pRelation "~"'),
    "three-sided": ("tg:pSides 2", "tg:pSides 3"),
    "event above a hundred percent": ("tg:count 295 ; tg:total 444 ; tg:value 66.4", "tg:value 100.1"),
    "event without grade": ('tg:grade ">=3" ;', ""),
    "grade in words": ('tg:grade ">=3"', 'tg:grade "severe"'),
    "grade beyond the scale": ('tg:grade ">=3"', 'tg:grade "6"'),
    "negative count": ("tg:count 295", "tg:count -1"),
    "link without predicate": ("rdf:predicate tg:targets ;", ""),
    "link with a predicate of its own": ("rdf:predicate tg:targets", "rdf:predicate tg:hits"),
    "link without subject": ("rdf:subject :palbociclib ;", ""),
    "link with two objects": ("rdf:object :CDK4", "rdf:object :CDK4 , :pfs"),
    "target of the wrong kind": (":palbociclib tg:targets :CDK4", ":palbociclib tg:targets :pfs"),
    "arm without regimen": (":second a tg:Arm ; tg:regimen :alone", ":second a tg:Arm"),
    "arm with two regimens": ("tg:regimen :alone", "tg:regimen :alone , :both"),
    "unknown role": ("tg:role tg:control", "tg:role tg:observer"),
    "size as text": ("tg:size 222", 'tg:size "222"'),
    "regimen of nothing": (":alone a tg:Regimen ; tg:component :letrozole", ":alone a tg:Regimen"),
    "nameless drug": (':letrozole a tg:Drug ; skos:prefLabel "letrozole"@en', ":letrozole a tg:Drug"),
    "population of no trial": ('skos:prefLabel "asian" ; tg:trial :trial', 'skos:prefLabel "asian"'),
    "dose without unit": ('tg:unit "mg" ;', ""),
    "dose without amount": ("tg:amount 125.0 ;", ""),
    "document from nowhere": ('dcterms:source "paper.txt" ;', ""),
    "conflict about nothing": ("tg:betweenClaim :ratio , :median ;", ""),
    "flag on nothing": ("tg:flagged :harm ;", ""),
    "cut-off that is no date": ("tg:enrolled 666", 'tg:enrolled 666 ; tg:dataCutoff "last spring"'),
    "patients in halves": ("tg:enrolled 666", "tg:enrolled 666.5"),
}


SPARQL = {
    "share above a hundred": (
        'tg:measure tg:hazardRatio ; tg:value 0.58 ; tg:unit "ratio" ; tg:ciLow 0.46 ; tg:ciHigh 0.72',
        'tg:measure tg:proportion ; tg:value 101.0 ; tg:unit "percent"',
    ),
    "what is enhanced is no drug": (":palbociclib tg:targets :CDK4", ":palbociclib tg:enhances :CDK4"),
}


@pytest.mark.parametrize(
    ("case", "shapes"), [*((case, without_sparql()) for case in BROKEN), *((case, SHAPES) for case in SPARQL)]
)
def test_broken_structure_is_found_by_pyshacl_and_by_the_store(case: str, shapes: Graph) -> None:
    old, new = (BROKEN | SPARQL)[case]
    assert WHOLE.count(old) == 1
    broken = WHOLE.replace(old, new)
    assert violations(broken, shapes) == complaints(broken).keys() != set()


def test_what_is_broken_is_told_in_words() -> None:
    share = WHOLE.replace(*SPARQL["share above a hundred"])
    assert [*complaints(share).values()] == ["a share of patients lies between 0 and 100 percent, not at 101"]
    assert [*complaints(WHOLE.replace("tg:start 10", "tg:start 30")).values()] == [
        "a span starts at zero or later, and before its end: start 30"
    ]
    assert [*complaints(WHOLE.replace('tg:grade ">=3" ;', "")).values()] == [
        "a grade is any, a figure from 0 to 5, a bound or a range of them: grade"
    ]
