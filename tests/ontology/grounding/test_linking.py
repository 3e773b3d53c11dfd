"""What the lexicon does not know is linked to the terms of terminologies, with confidence."""

import pytest
from trialgraph.ontology.facts import AdverseEventResult, Concept, ConceptMatch, Evidence, Fact, Link, Reading, Trial
from trialgraph.ontology.grounding import Grounder
from trialgraph.ontology.grounding.linking import concepts_in, link
from trialgraph.ontology.lexicon import load_lexicon

NECROSIS, ISA = Concept("Disease", "fat necrosis"), Concept("Drug", "isatuximab")
UNKNOWN = Concept("Disease", "no such disease at all")
EVIDENCE = Evidence(start=0, end=1, quote="x")


def reading(*diseases):
    links = (Link(subject=ISA, predicate="treats", object=disease) for disease in diseases)
    return Reading(tuple(Fact(claim, EVIDENCE) for claim in links))


@pytest.fixture(scope="module")
def linked(index):
    lexicon = load_lexicon()
    return link(reading(NECROSIS, UNKNOWN), "text", Grounder(lexicon, index), lexicon)


def test_only_what_was_found_and_the_lexicon_lacks(linked):
    assert {match.concept for match in linked.matches} == {NECROSIS}


def test_confidence_and_reasons(linked):
    (match,) = linked.matches
    assert (match.curie, match.relation) == ("DOID:9999", "exact")
    assert 0.7 <= match.confidence <= 1
    assert "fat necrosis" in match.reason


def test_what_says_less_is_kept_as_broader(index):
    lexicon = load_lexicon()
    found = link(reading(Concept("Disease", "blue fat necrosis")), "text", Grounder(lexicon, index), lexicon)
    assert [(match.curie, match.relation) for match in found.matches] == [("DOID:9999", "broad")]


def test_the_facts_stay_as_they_are(linked):
    assert linked.facts == reading(NECROSIS, UNKNOWN).facts


def test_concepts_of_every_part():
    result = AdverseEventResult(trial=Trial("X"), arm=None, event=Concept("AdverseEvent", "itch"))
    assert set(concepts_in(Reading((Fact(result, EVIDENCE),)))) == {Concept("AdverseEvent", "itch")}


def test_a_match_is_kept_in_a_file():
    from trialgraph.ontology.serialisation import reading_from_json, reading_to_json

    match = ConceptMatch(NECROSIS, "DOID:1116", "exact", 0.93, "its name")
    stored = Reading((), matches=(match,))
    assert reading_from_json(reading_to_json(stored)) == stored
