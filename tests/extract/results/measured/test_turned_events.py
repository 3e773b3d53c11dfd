"""Relief, severity, absence and lateness of an event are endpoints, not the event."""

import pytest

ARMS = "Patients were assigned to denosumab or placebo. "


@pytest.mark.parametrize(
    ("told", "endpoint"),
    [
        ("Fatigue relief was achieved in", "fatigue relief"),
        ("Complete control of nausea was seen in", "complete control of nausea"),
        ("Resolution of diarrhea occurred in", "resolution of diarrhea"),
        ("No vomiting occurred in", "no vomiting"),
        ("A recurrence of the infection was seen in", "recurrence of infection"),
        (
            "A clinical response with respect to dysmenorrhea occurred in",
            "clinical response with respect to dysmenorrhea",
        ),
        ("A reduction in hot flashes was observed in", "reduction in hot flashes"),
        ("Increases in overall pain interference occurred in", "increases in overall pain interference"),
    ],
)
def test_what_became_of_an_event_is_an_endpoint(results_of, told, endpoint):
    assert results_of(ARMS + f"{told} 45% with denosumab and 30% with placebo.") == [
        f"denosumab: {endpoint} proportion 45%", f"placebo: {endpoint} proportion 30%"
    ]  # fmt: skip


def test_an_area_under_a_curve_is_no_mean_of_the_event(results_of):
    told = results_of(ARMS + "The mean AUC for pain was 7.7 with placebo and 6.0 with denosumab.")
    assert told == ["placebo: auc for pain mean 7.7", "denosumab: auc for pain mean 6.0"]


def test_the_stay_in_hospital_is_what_came_of_an_event(results_of):
    told = results_of(ARMS + "DRAEs requiring hospitalization were seen in 4%, diarrheal events in 9% with denosumab.")
    assert told == ["denosumab: any adverse event 4% related hospitalization", "denosumab: diarrhea 9%"]


def test_how_late_an_event_came_is_an_endpoint(results_of):
    text = "Denosumab delayed the onset of severe pain by 2 months (median, 6.5 v 4.7 months; hazard ratio, 0.83)."
    assert results_of(ARMS + text) == [
        "denosumab: time to onset of severe pain median 6.5 months",
        "placebo: time to onset of severe pain median 4.7 months",
        "denosumab vs placebo: time to onset of severe pain hazardRatio 0.83",
    ]


def test_an_event_that_happened_stays_one(results_of):
    text = "Nausea was seen in 45% of patients with denosumab and 30% with placebo, and no vomiting."
    assert results_of(ARMS + text)[:2] == ["denosumab: nausea 45%", "placebo: nausea 30%"]


def test_the_numbers_in_a_bracket_are_of_the_event(results_of):
    text = "There was a reduction in neutropenia with denosumab (4% vs 9%)."
    assert results_of(ARMS + text) == ["denosumab: neutropenia 4%", "placebo: neutropenia 9%"]


def test_less_of_it_is_an_endpoint(results_of):
    arms = "Patients were randomly assigned to armodafinil or placebo. "
    text = "Fatigue prevention succeeded in 28% with armodafinil."
    assert results_of(arms + text) == ["armodafinil: fatigue prevention proportion 28%"]


@pytest.mark.parametrize("end", ["complete inhibition rate of", "prevention of", "complete suppression of"])
def test_what_was_prevented_did_not_happen(results_of, end):
    told = f"The {end} vomiting was 71% with ondansetron and 92% with granisetron."
    assert results_of(f"Patients were assigned to ondansetron or granisetron. {told}") == [
        f"ondansetron: {end} vomiting proportion 71%", f"granisetron: {end} vomiting proportion 92%"
    ]  # fmt: skip


@pytest.mark.parametrize("named", ["no nausea", "nausea"])
def test_a_share_of_those_with_no_nausea_is_not_of_nausea(results_of, named):
    text = f"The proportion of women with {named} was greater with risedronate than with placebo (74% vs. 45%)."
    told = {"no nausea": "no nausea proportion", "nausea": "nausea"}[named]
    found = results_of("Women were assigned to risedronate or placebo. " + text)
    assert sorted(found) == [f"placebo: {told} 45%", f"risedronic acid: {told} 74%"]


@pytest.mark.parametrize(
    ("text", "endpoint"),
    [
        ("Quality of life deteriorated in 36% of patients with olaparib and 52% with placebo.",
         "deterioration of quality of life"),
        ("Pain was improved in 36% of the olaparib group and 52% of the placebo group.", "improvement in pain"),
        ("Fatigue worsened in 36% of olaparib and 52% of placebo patients.", "worsening of fatigue"),
        ("Nausea was absent on day 1 in 36% with olaparib and 52% with placebo.", "absence of nausea"),
        ("Physical functioning remained stable in 36% with olaparib and 52% with placebo.",
         "stable physical functioning"),
    ],
)  # fmt: skip
def test_what_became_of_a_symptom_is_counted(results_of, text, endpoint):
    arms = "Patients were assigned to olaparib or placebo. "
    assert results_of(arms + text) == [f"olaparib: {endpoint} proportion 36%", f"placebo: {endpoint} proportion 52%"]


@pytest.mark.parametrize(
    "text",
    [
        "Pain improved in 4 weeks with olaparib and 6 weeks with placebo.",
        "Survival improved in 36% of the centres.",
    ],
)
def test_times_and_survival_are_no_verdict(results_of, text):
    told = results_of("Patients were assigned to olaparib or placebo. " + text)
    assert not any("improvement" in result for result in told)


def test_a_measurement_that_moved_by_so_much_is_no_event(results_of):
    arms = "Patients were assigned to olaparib or placebo. "
    text = "Hemoglobin increased by a mean of 1.2 g/dL with olaparib and 0.3 g/dL with placebo."
    assert results_of(arms + text) == [
        "olaparib: increase in hemoglobin level mean 1.2 g/dL", "placebo: increase in hemoglobin level mean 0.3 g/dL",
    ]  # fmt: skip
    text = "Platelet count decreased in 12% with olaparib and 3% with placebo."
    assert results_of(arms + text) == [
        "olaparib: decreased platelet count 12%", "placebo: decreased platelet count 3%"
    ]  # fmt: skip
