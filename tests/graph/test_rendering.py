from dataclasses import replace
from decimal import Decimal

import pytest
from graph_samples import CD38, CFZ, DEX, HOSTILE, IKEMA, ISA, ISA_KD, KD, NEUTROPENIA, PFS, hazard_ratio, read, targets
from trialgraph.graph.iris import TG
from trialgraph.graph.rendering import render
from trialgraph.ontology.document import Document
from trialgraph.ontology.facts import (
    AdverseEventResult,
    Concept,
    Dosage,
    Link,
    NameUse,
    OutcomeResult,
    Reading,
    Regimen,
    Trial,
    TrialArm,
    TrialAttribute,
)


def triples(*documents):
    """Render documents; nodes of the vocabulary by local name, others without the namespace, literals as text."""
    quads = {quad for document, reading in documents for quad in render(document, reading, "1.0").quads}
    return {tuple(short(term) for term in (quad.subject, quad.predicate, quad.object)) for quad in quads}


def short(term):
    return term.value.removeprefix(TG).removeprefix("id/").rpartition("#")[2]


def says(claim, **evidence):
    """Give what the node of a claim says, by property."""
    found = triples(read("a", claim, **evidence))
    (node,) = {s for s, p, _ in found if p == "evidence"}
    return {p: o for s, p, o in found if s == node and p not in ("evidence", "type")}


def test_a_link_is_a_claim_and_beside_it_a_plain_triple():
    found = triples(read("a", targets()))
    assert ("drug/isatuximab", "targets", "target/CD38") in found
    assert says(targets()) == {"subject": "drug/isatuximab", "predicate": "targets", "object": "target/CD38"}


@pytest.mark.parametrize("assertion", ["negated", "speculative"])
def test_what_is_not_affirmed_has_no_plain_triple(assertion):
    negated = read("a", targets(), TrialArm(arm=KD, size=123), assertion=assertion)
    assert not {p for _, p, _ in triples(negated)} & {"targets", "hasArm", "size"}
    assert says(targets(), assertion=assertion)["predicate"] == "targets"


def test_a_result_has_every_number_in_its_own_property():
    interval = {"ci_low": Decimal("0.32"), "ci_high": Decimal("0.89"), "ci_level": Decimal(99)}
    found = says(hazard_ratio(p_relation="=", p_value=Decimal("0.0007"), p_sides=1, **interval))
    assert found == {
        "trial": "trial/IKEMA",
        "arm": "arm/IKEMA/carfilzomib+dexamethasone+isatuximab",
        "comparator": "arm/IKEMA/carfilzomib+dexamethasone",
        "endpoint": "endpoint/progression-free-survival",
        "measure": "hazardRatio",
        "value": "0.53",
        "unit": "ratio",
        "ciLow": "0.32",
        "ciHigh": "0.89",
        "ciLevel": "99",
        "pRelation": "=",
        "pValue": "0.0007",
        "pSides": "1",
    }


def test_zero_is_a_number():
    deaths = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, value=Decimal(0), count=0, total=0)
    assert {says(deaths)[name] for name in ("value", "count", "total")} == {"0"}
    assert ("arm/IKEMA/carfilzomib+dexamethasone", "size", "0") in triples(read("a", TrialArm(arm=KD, size=0)))
    assert says(TrialAttribute(trial=IKEMA, attribute="enrolled", value=0))["object"] == "0"
    assert says(hazard_ratio(ci_low=Decimal(0), p_value=Decimal(0)))["pValue"] == "0"


def test_an_interval_without_upper_end_has_a_status():
    found = says(hazard_ratio(ci_low=Decimal("15.77"), ci_high="notReached"))
    assert (found["ciHighStatus"], "ciHigh" in found) == ("notReached", False)


def test_a_limit_is_not_taken_for_a_value():
    assert "valueRelation" not in says(hazard_ratio())
    assert says(hazard_ratio(value_relation="<"))["valueRelation"] == "<"


def test_false_is_said_and_none_is_not():
    event = AdverseEventResult(trial=IKEMA, arm=KD, event=NEUTROPENIA, count=3, serious=False)
    assert says(event)["serious"] == "false"
    assert not {"treatmentRelated", "value", "unit", "total"} & says(event).keys()


def test_trial_arms_and_regimens_are_described():
    arm = TrialArm(arm=ISA_KD, size=179, role="experimental", label="isatuximab group")
    found, node = triples(read("a", arm)), "arm/IKEMA/carfilzomib+dexamethasone+isatuximab"
    about = {(p, o) for s, p, o in found if s == node and p != "nameKey"}
    regimen = "regimen/carfilzomib+dexamethasone+isatuximab"
    label = "IKEMA: carfilzomib + dexamethasone + isatuximab"
    assert about == {
        ("type", "Arm"), ("size", "179"), ("role", "experimental"), ("regimen", regimen),
        ("prefLabel", label), ("altLabel", "isatuximab group"),
    }  # fmt: skip
    assert {o for s, p, o in found if (s, p) == (regimen, "component")} == {f"drug/{d.name}" for d in (ISA, CFZ, DEX)}
    assert ("trial/IKEMA", "hasArm", node) in found
    assert ("trial/IKEMA", "registryId", "NCT03275285") in found


def test_a_trial_without_name_is_that_of_its_document():
    found = triples(read("a", TrialAttribute(trial=Trial(), attribute="phase", value="2")))
    assert ("trial/@a", "phase", "2") in found
    assert "registryId" not in {p for _, p, _ in found}


def test_the_same_claim_of_two_documents_is_one_node_with_two_pieces_of_evidence():
    found = triples(read("a", hazard_ratio()), read("b", hazard_ratio()))
    claims = [(s, o) for s, p, o in found if p == "evidence"]
    assert (len({s for s, _ in claims}), len({o for _, o in claims})) == (1, 2)


def test_a_trailing_zero_makes_no_other_claim_but_a_digit_does():
    nodes = [says_node(hazard_ratio(value=Decimal(value))) for value in ("0.5", "0.50", "0.51")]
    assert nodes[0] == nodes[1] != nodes[2]


def says_node(claim):
    (node,) = render(*read("a", claim), "1.0").claims
    return node


@pytest.mark.parametrize(
    "change",
    [
        {"population": "age >= 65"}, {"at_time": "12 months"}, {"unit": ""}, {"value": None}, {"status": "notReached"},
        {"p_sides": 2}, {"analysis_set": "per protocol"}, {"data_cutoff": "2020-02-07"}, {"comparator": None},
    ],
)  # fmt: skip
def test_whatever_a_result_says_is_part_of_what_it_is(change):
    assert says_node(hazard_ratio()) != says_node(replace(hazard_ratio(), **change))


def test_evidence_leads_back_to_the_words():
    document, reading = read("a", targets(), section="Results", rule="link", confidence=0.98)
    found = triples((document, reading))
    (node,) = {o for _, p, o in found if p == "evidence"}
    about = {p: o for s, p, o in found if s == node}
    assert about["quote"] == document.text[int(about["start"]) : int(about["end"])]
    assert (about["inDocument"], about["section"], about["assertion"]) == ("doc/a", "Results", "affirmed")
    assert (about["confidence"], about["wasGeneratedBy"]) == ("0.98", "run/1.0/link")


def test_two_rules_at_the_same_words_make_one_piece_of_evidence_the_surer_one():
    _, reading = read("a", targets())
    weak, strong = (
        replace(fact, evidence=replace(fact.evidence, confidence=confidence, rule=rule))
        for fact, confidence, rule in zip(reading.facts * 2, (0.4, 0.8), ("weak", "strong"), strict=True)
    )
    document = Document(identifier="a", source="a", text="Statement")
    outcomes = {render(document, Reading(order), "1").quads for order in [(weak, strong), (strong, weak)]}
    (quads,) = outcomes
    assert [quad.object.value for quad in quads if quad.predicate.value == f"{TG}confidence"] == ["0.8"]


def test_names_of_the_document_are_labels_of_its_concepts():
    found = triples(read("a", names=[NameUse(ISA, "Isa")]))
    assert ("drug/isatuximab", "altLabel", "Isa") in found


def test_the_document_is_described():
    document = Document(
        identifier="a", source="a.xml", text="", title="IKEMA", issued="2021-06", kind="abstract",
        identifiers=("pmid:34097854",), licence="CC BY",
    )  # fmt: skip
    quads = render(document, Reading(()), "1").quads
    about = {quad.predicate.value.rpartition("/")[2]: quad.object.value for quad in quads}
    expected = {"source": "a.xml", "title": "IKEMA", "issued": "2021-06", "type": "abstract", "rights": "CC BY"}
    assert expected.items() <= about.items()
    assert about["identifier"] == "pmid:34097854"


def test_every_kind_of_claim_is_rendered_with_its_concepts():
    dose = Dosage(drug=ISA, amount=Decimal("10"), unit="mg/kg", trial=IKEMA, route="iv", schedule="weekly")
    links = Link(subject=Regimen.of(CFZ, DEX), predicate="treats", object=Concept("Disease", "multiple myeloma"))
    event = AdverseEventResult(trial=IKEMA, arm=None, event=NEUTROPENIA, count=1)
    outcome = OutcomeResult(trial=IKEMA, arm=None, endpoint=PFS, measure="median", status="notReached")
    sponsor = TrialAttribute(trial=IKEMA, attribute="sponsor", value=Concept("Organization", "Sanofi"))
    concepts = render(*read("a", dose, links, event, outcome, sponsor, targets()), "1").concepts
    assert {concept.name for concept in concepts} == {
        "isatuximab", "carfilzomib", "dexamethasone", "multiple myeloma", "neutropenia", "progression-free survival",
        "Sanofi", "CD38",
    }  # fmt: skip


def test_hostile_names_are_kept_as_labels():
    claim = TrialAttribute(trial=Trial(HOSTILE), attribute="phase", value=HOSTILE)
    quads = render(*read("a", claim, targets(Concept("Drug", HOSTILE), CD38)), "1").quads
    assert HOSTILE in {quad.object.value for quad in quads if quad.predicate.value == f"{TG}phase"}
