from decimal import Decimal

import pytest
from graph_samples import IKEMA, ISA, KD, NEUTROPENIA, hazard_ratio, read, targets
from trialgraph.ontology.facts import AdverseEventResult, Dosage, NameUse, TrialAttribute

DOSE = Dosage(drug=ISA, amount=Decimal(10), unit="mg/kg", schedule="weekly")
PHASE = TrialAttribute(trial=IKEMA, attribute="phase", value="3")
RATIO = hazard_ratio(
    ci_low=Decimal("0.32"), ci_high="notReached", ci_level=Decimal(99), p_relation="<", p_value=Decimal("0.001")
)
EVENT = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=0, total=122, consequence="doseReduction")


@pytest.fixture
def graph(make_graph):
    claims = targets(), DOSE, PHASE, RATIO, EVENT
    return make_graph(read("a", *claims, names=[NameUse(ISA, "Isa")]), read("b", targets()))


def texts(graph, name):
    (found,) = graph.describe(name)
    return [fact.text for fact in found.facts]


def test_a_drug_is_described_with_its_links_doses_and_the_results_of_its_arms(graph):
    assert texts(graph, "isatuximab") == [
        "isatuximab targets CD38",
        "IKEMA: carfilzomib + dexamethasone + isatuximab vs carfilzomib + dexamethasone: progression-free survival"
        " hazard ratio, 0.53, 99% CI 0.32 to not reached, p < 0.001",
        "isatuximab 10 mg/kg weekly",
    ]


@pytest.mark.parametrize("name", ["isatuximab", "ISATUXIMAB", "Isa", "Sarclisa"])
def test_a_thing_is_found_by_any_of_its_names_in_any_case(graph, name):
    (found,) = graph.describe(name)
    assert (found.label, found.kind) == ("isatuximab", "Drug")
    assert set(found.names) == {"Isa", "Sarclisa"}
    assert found.matches == ("http://example.org/R30772KCU0",)


def test_sentences_lead_to_their_documents(graph):
    (found,) = graph.describe("CD38")
    assert [sentence.document for sentence in found.facts[0].sentences] == [
        "https://w3id.org/trialgraph/doc/a",
        "https://w3id.org/trialgraph/doc/b",
    ]


@pytest.mark.parametrize("name", ["IKEMA", "NCT03275285"])
def test_a_trial_is_described_with_its_properties_and_results(graph, name):
    found = texts(graph, name)
    assert "IKEMA phase 3" in found
    assert "IKEMA: carfilzomib + dexamethasone: neutropenia dose reduction, 0 of 122" in found
    assert len(found) == 3


@pytest.mark.parametrize("name", ["b", "B.txt"])
def test_a_document_is_described_with_what_it_says(graph, name):
    (found,) = graph.describe(name)
    assert (found.kind, [fact.text for fact in found.facts]) == ("Document", ["isatuximab targets CD38"])


def test_an_unknown_name_is_described_by_nothing(graph):
    assert graph.describe("aspirin") == []


def test_what_does_not_add_up_is_told_with_the_fact(make_graph):
    slip = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=9, total=122, value=Decimal(9))
    (found,) = make_graph(read("a", slip, EVENT)).describe("neutropenia")
    assert sorted(fact.doubts for fact in found.facts) == [(), ("9 of 122 is 7.4 percent, not 9",)]
