"""Confidence: one figure for each rule, and every fact bears it."""

from decimal import Decimal
from pathlib import Path

import pytest
from trialgraph.extract.candidates import Candidate
from trialgraph.extract.cleaning import clean
from trialgraph.extract.confidence import PROBABILITY, UNKNOWN, confidence_of, family_of
from trialgraph.extract.evidence import to_fact
from trialgraph.extract.readers import read_documents
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import Concept, Dosage

EXAMPLES = Path(__file__).parents[2] / "examples"


def test_every_figure_is_a_probability_that_leaves_room_for_error():
    assert PROBABILITY
    assert all(0 < probability < 1 for probability in PROBABILITY.values())


def test_every_rule_has_its_family_to_fall_back_on():
    assert {family_of(rule) for rule in PROBABILITY} <= PROBABILITY.keys()


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        ("link.target", "link.target"),
        ("link.seen once", "link"),
        ("outcome-median", "outcome-median"),
        ("trial.new", "trial"),
    ],
)
def test_a_rare_rule_counts_with_its_family(rule, name):
    assert confidence_of(rule) == PROBABILITY[name]


@pytest.mark.parametrize("rule", ["", "model of somebody else"])
def test_what_was_never_measured_is_as_likely_as_not(rule):
    assert confidence_of(rule) == UNKNOWN == 0.5


def test_a_fact_is_as_sure_as_its_rule():
    text = "Isatuximab 10 mg/kg"
    dose = Dosage(drug=Concept("Drug", "isatuximab"), amount=Decimal(10), unit="mg/kg")
    candidate = Candidate(claim=dose, start=0, end=len(text), rule="dosage")
    fact = to_fact(candidate, Document(identifier="a", source="a.txt", text=text), clean(text))
    assert fact.evidence.confidence == PROBABILITY["dosage"]


@pytest.mark.parametrize("name", ["aspire_jats.xml", "ikema_abstract.txt"])
def test_every_fact_of_a_document_has_the_confidence_of_its_rule(extractor, name):
    facts = [fact for document in read_documents(EXAMPLES / name) for fact in extractor.read(document).facts]
    assert facts
    assert {f.evidence.rule: f.evidence.confidence for f in facts} == {
        f.evidence.rule: confidence_of(f.evidence.rule) for f in facts
    }
