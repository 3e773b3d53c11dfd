from graph_samples import CD38, ISA, FewWords
from trialgraph.graph.concepts import describe, with_broader
from trialgraph.graph.iris import local_name
from trialgraph.ontology.facts import Concept


def described(*spellings):
    return {(local_name(predicate.value), value.value) for predicate, value in describe([*spellings], FewWords())}


def test_the_lexicon_gives_names_identifiers_and_broader_concepts():
    assert described(ISA) == {
        ("type", "https://w3id.org/trialgraph/Drug"),
        ("prefLabel", "isatuximab"),
        ("altLabel", "Sarclisa"),
        ("exactMatch", "http://example.org/R30772KCU0"),
        ("broader", "https://w3id.org/trialgraph/id/drug-class/anti-CD38-antibody"),
    }


def test_an_unknown_concept_has_its_type_and_name():
    assert described(CD38) == {("type", "https://w3id.org/trialgraph/Target"), ("prefLabel", "CD38")}


def test_spellings_of_one_concept_have_one_preferred_name():
    found = described(Concept("Endpoint", "event free survival"), Concept("Endpoint", "event-free survival"))
    assert {name for kind, name in found if kind == "prefLabel"} == {"event free survival"}
    assert {name for kind, name in found if kind == "altLabel"} == {"event-free survival"}


def test_nothing_is_said_of_a_concept_that_no_document_names():
    assert described() == set()


def test_broader_concepts_come_along():
    assert with_broader([ISA, CD38], FewWords()) == {ISA, CD38, FewWords.anti_cd38}
