from dataclasses import replace

import pytest
from graph_samples import CD38, CFZ, DEX, IKEMA, ISA, ISA_KD, KD, NEUTROPENIA, hazard_ratio, targets
from trialgraph.graph.naming import Naming, population_label, trials_of
from trialgraph.graph.trials import TrialIdentity
from trialgraph.ontology.facts import AdverseEventResult, Arm, Regimen, Trial, TrialArm, TrialAttribute

NAMING = Naming("paper", {Trial("", ("NCT03275285",)): TrialIdentity("IKEMA", "IKEMA")})
ID = "https://w3id.org/trialgraph/id/"


def test_a_trial_known_by_another_name_has_that_ones_iris():
    trial = Trial("", ("NCT03275285",))
    assert NAMING.trial(trial) == NAMING.trial(IKEMA)
    assert NAMING.arm(Arm(trial, KD.regimen)).value == f"{ID}arm/IKEMA/carfilzomib+dexamethasone"
    assert NAMING.population(trial, "Age >= 65").value == f"{ID}population/IKEMA/age-%3E%3D-65"


def test_trials_without_name_differ_by_document():
    assert NAMING.trial(Trial()).value == f"{ID}trial/@paper"
    assert Naming("poster", {}).trial(Trial()) != NAMING.trial(Trial())


def test_concepts_and_regimens_have_their_own_iris():
    assert NAMING.thing(CD38).value == f"{ID}target/CD38"
    assert NAMING.thing(Regimen.of(DEX, CFZ)).value == f"{ID}regimen/carfilzomib+dexamethasone"


@pytest.mark.parametrize(
    ("written", "label"),
    [("Renal impairment", "renal impairment"), ("ISS stage III", "ISS stage III"), ("", ""), ("≥ VGPR", "≥ VGPR")],
)
def test_only_the_capital_of_a_sentence_is_taken_from_a_population(written, label):
    assert population_label(written) == label


def test_the_trials_of_a_claim_are_those_of_its_arms_too():
    other = Arm(Trial("ICARIA"), Regimen.of(ISA))
    assert trials_of(replace(hazard_ratio(), comparator=other)) == {IKEMA, Trial("ICARIA")}
    assert trials_of(TrialArm(arm=ISA_KD)) == trials_of(TrialAttribute(trial=IKEMA, attribute="phase", value="3"))
    assert trials_of(targets()) == set()
    assert trials_of(AdverseEventResult(trial=IKEMA, arm=None, event=NEUTROPENIA)) == {IKEMA}
