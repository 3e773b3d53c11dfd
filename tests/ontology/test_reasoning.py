"""The vocabulary stands before a reasoner and a profile checker, and copies of it that are broken on purpose do not."""

from pathlib import Path

import pytest
from owl_reasoning import Judgement, judge, outside_owl_dl
from trialgraph.app.building import build_graph
from trialgraph.graph import KnowledgeGraph

BROKEN = {
    "a class that is two disjoint things": "tg:Placebo a owl:Class ; rdfs:subClassOf tg:Drug , tg:Claim .",
    "a class disjoint with its own parent": "tg:OutcomeResult owl:disjointWith tg:Result .",
    "an individual of two disjoint classes": "tg:hazardRatio a tg:Status .",
    "a property between what cannot be": (
        "tg:Odd a owl:Class ; rdfs:subClassOf tg:Drug , [ a owl:Restriction ; owl:onProperty tg:regimen ;"
        " owl:someValuesFrom tg:Regimen ] ."
    ),
}
CONTRADICTIONS = {
    "a claim with two values": "id:a a tg:OutcomeResult ; tg:value 0.5 , 0.6 .",
    "an arm that targets a molecule": "id:a a tg:Arm ; tg:targets id:b .",
    "an outcome of an arm": "id:a tg:endpoint id:b . id:b a tg:Arm .",
    "a trial of an endpoint": "id:a tg:studies id:b . id:b a tg:Endpoint .",
    "a class that is in a class": "id:a tg:inClass id:b . id:b tg:inClass id:c .",
    "words that affirm and negate": "id:a tg:assertion tg:affirmed , tg:negated .",
    "a value in words": 'id:a a tg:OutcomeResult ; tg:value "high" .',
}
FOLLOWS = {
    "a drug works as its class does": ("tg:inClass", "tg:hasMechanism", "tg:hasMechanism"),
    "a drug binds what its class binds": ("tg:inClass", "tg:targets", "tg:targets"),
    "an arm receives the members of its regimen": ("tg:regimen", "tg:component", "tg:receives"),
    "what supersedes the later supersedes the earlier": ("tg:supersedes", "tg:supersedes", "tg:supersedes"),
}
NOT_DL = {
    "a subclass of a term of RDF": "tg:LinkClaim rdfs:subClassOf rdf:Statement .",
    "a chain that is functional": "tg:receives a owl:FunctionalProperty .",
    "a term that is not declared": "tg:Arm rdfs:subClassOf obo:OBI_0003706 .",
    "a property of things and of texts": "tg:phase a owl:ObjectProperty .",
}


def test_the_vocabulary_is_consistent_and_every_class_can_have_members() -> None:
    assert judge() == Judgement(consistent=True, unsatisfiable=frozenset())


def test_sound_data_are_consistent() -> None:
    arm = "id:arm a tg:Arm ; tg:regimen id:both . id:both tg:component id:drug . id:drug a tg:Drug ."
    assert judge(arm).consistent


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_copy_is_refused(case: str) -> None:
    assert judge(BROKEN[case]) != Judgement(consistent=True, unsatisfiable=frozenset())


@pytest.mark.parametrize("case", CONTRADICTIONS)
def test_data_that_contradict_themselves_are_refused(case: str) -> None:
    assert not judge(CONTRADICTIONS[case]).consistent


@pytest.mark.parametrize("case", FOLLOWS)
def test_what_follows_by_a_chain_can_not_be_denied(case: str) -> None:
    first, second, chained = FOLLOWS[case]
    denial = f"[] a owl:NegativePropertyAssertion ; owl:sourceIndividual id:a ; owl:assertionProperty {chained} ;"
    denial += " owl:targetIndividual id:c ."
    assert judge(denial).consistent
    assert not judge(f"id:a {first} id:b . id:b {second} id:c . {denial}").consistent


@pytest.fixture(scope="module")
def examples() -> str:
    """Everything that is in the graph of the examples."""
    with KnowledgeGraph() as graph:
        build_graph(graph, [Path(__file__).parents[2] / "examples"])
        return graph.query("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }").serialize(format="nt").decode()


def test_what_the_examples_state_does_not_contradict_the_vocabulary(examples: str) -> None:
    assert judge(examples).consistent


def test_what_the_examples_state_is_reasoned_over(examples: str) -> None:
    assert not judge(f"{examples} <https://w3id.org/trialgraph/id/trial/IKEMA> a tg:Drug .").consistent


def test_the_vocabulary_is_owl_2_dl() -> None:
    assert outside_owl_dl() == []


@pytest.mark.parametrize("case", NOT_DL)
def test_a_copy_that_leaves_owl_2_dl_is_refused(case: str) -> None:
    assert outside_owl_dl(NOT_DL[case]) != []
