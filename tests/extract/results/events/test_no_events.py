"""Names of events that tell of none."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "Olaparib was given to PAH patients on mono (41%) or dual (59%) therapy.",
        "Twenty-five neutropenia patients were seen.",
        "The failure rate corrected for infection was lower with olaparib than placebo (18.3% vs 24.2%).",
    ],
)
def test_what_patients_have_or_rates_are_corrected_for_did_not_happen(results_of, text):
    assert results_of(ARMS + text) == []


def test_a_part_of_a_name_is_no_endpoint_and_its_examples_are_not_all_of_it(results_of):
    text = "Overall, 31 patients (12.2%) experienced CR-SAEs, which mainly included thromboembolic events."
    assert results_of(ARMS + text) == ["all: any adverse event 12.2% n=31 serious"]


def test_none_reported_in_an_arm_is_of_that_arm(results_of):
    text = "Patients were assigned to nivolumab or docetaxel. Nausea was seen in 30% with nivolumab and 40% with "
    text += "docetaxel, with nine (4%) fatal infections reported in the nivolumab group and none reported in the "
    text += "docetaxel group."
    assert "docetaxel: infection n=0 fatal" in results_of(text)
    assert "nivolumab: infection n=0 fatal" not in results_of(text)


def test_none_of_those_counted_had_it_and_what_it_came_of_is_no_arm(results_of):
    arms = "Patients were assigned to radiation or radiation plus cisplatin. "
    told = results_of(f"{arms}None of these 101 patients developed radiation myelitis.")
    assert told == ["all: transverse myelitis n=0/101"]
    told = results_of(f"{arms}Myelitis occurred in 4% with radiation and 5% with cisplatin.")
    assert told == ["radiotherapy: transverse myelitis 4%", "cisplatin+radiotherapy: transverse myelitis 5%"]
