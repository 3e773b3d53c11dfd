"""Conditions that patients brought, events that treatment did not cause, and figures that compare no arms."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "


@pytest.mark.parametrize(
    "text",
    [
        "The reasons for not giving olaparib in 35 of 272 patients were a history of stroke (2) and hypertension (13).",
        "The most common psychiatric conditions (in 2% or more) were insomnia (olaparib, 7%; placebo, 6%).",
        "A history of hypertension was recorded in 20% and 25% of patients.",
        "At entry, 12 patients had neuropathy.",
        "Events unrelated to study medication were seen in 3% of patients (olaparib, 1.7%; placebo, 5.4%).",
        "A total of 279 patients (18%) had anemia, and 167 of those were randomized (59%).",
        "The infection was cured in 88.9% of patients with olaparib.",
        "Mucositis resolved within 2 weeks in 75% with olaparib and 52% with placebo.",
        "Anemia was managed with transfusions in 20% of patients.",
        "Adverse events resolved or improved in 85% and 90% of the patients, respectively.",
        "Responses were maintained in 91% with olaparib and 80% with placebo.",
        "Clinical response was durably sustained until week 52 in 91% with olaparib and 80% with placebo.",
        "Response rates were examined with a 15% non-inferiority margin.",
    ],
)
def test_conditions_are_no_adverse_events(results_of, text):
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Nausea was reported by 12 patients with a history of migraine.", ["all: nausea n=12"]),
        ("Nausea was seen in 20 patients, of whom 12 were treated (60%).", ["all: nausea n=20"]),
        ("Infusion reactions during the first cycle were seen in 12% with olaparib.",
         ["olaparib: infusion reaction 12%"]),
        ("Remission was maintained by 91% with olaparib and by 80% with placebo.",
         ["olaparib: remission proportion 91%", "placebo: remission proportion 80%"]),
        ("Insomnia was seen in 7% with olaparib and 6% with placebo.",
         ["olaparib: insomnia 7%", "placebo: insomnia 6%"]),
    ],
)  # fmt: skip
def test_what_happened_beside_a_condition_is_kept(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The committee found 5005 (46%) suspected events, of which 1415 (28%) were myocardial infarction.", []),
        ("Mortality rose between 30 days and 6 months, an absolute increase in mortality between 30 days and 6 months.",
         []),
        ("The 13% proportional reduction in all-cause mortality reflects a lower cholesterol.", []),
        ("Olaparib reduced heart failure, and reduced the risk of major vascular events (24.9% vs 28.5%).",
         ["olaparib: major vascular events proportion 24.9%", "placebo: major vascular events proportion 28.5%"]),
        ("With olaparib, 40 patients (40%) responded (complete response, 5%; partial response, 35%), 30 patients (30%)"
         " had stable disease and 15 (15%) progressive disease.",
         ["olaparib: objective response rate proportion 40% n=40", "olaparib: complete response proportion 5%",
          "olaparib: partial response proportion 35%", "olaparib: stable disease proportion 30% n=30",
          "olaparib: progressive disease proportion 15% n=15"]),
        ("Median PFS was 10.2 versus 8.1 months.",
         ["olaparib: progression-free survival median 10.2 months",
          "placebo: progression-free survival median 8.1 months"]),
    ],
)  # fmt: skip
def test_figures_that_stand_apart_compare_no_arms(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("In group A, 55 patients (38%) had an objective response and 30 (21%) had stable disease.", []),
        ("One-year overall survival was 24% for olaparib and rash, 10% for olaparib without rash.", []),
        ("Complete response was sustained in 25% of patients.", []),
        ("Secondary end points are toxicity, 3 and 6 months PFS rates and survival.", []),
        ("Olaparib: 93% (319 of 343) of deaths were attributed to the disease.", []),
        ("Only 2% (12 of 670) of patients received chemotherapy after disease progression, seven in the placebo group.",
         []),
        ("Five patients had serious adverse events: two assigned to olaparib, and no placebo-treated patients.", []),
        ("Higher age was significantly associated with shorter PFS (HR 1.10, 95% CI 1.02-1.20).",
         ["all: progression-free survival hazardRatio 1.10 [1.02, 1.20] 95% (Higher age)"]),
    ],
)  # fmt: skip
def test_figures_of_something_else(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    "text",
    [
        "The most common event leading to death was disease progression (8%).",
        "Reasons for treatment discontinuation were toxicity (9%) and progressive disease (34%).",
        "Half (51.7%) of the GPs knew that olaparib can reduce the incidence of breast cancer.",
        "The variant T/T favors a lower incidence of hot flashes with placebo.",
    ],
)
def test_what_is_told_of_reasons_doctors_and_genes_is_no_result(results_of, text):
    assert not [r for r in results_of(ARMS + text) if "disease" in r or "cancer" in r or "hot flash" in r]


TOLD = "Patients were assigned to dapagliflozin (n = 2373) or placebo (n = 2371). "


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Table 3 lists the adverse events.", []),
        ("Figure 2 shows the adverse events.", []),
        (
            "Over a median of 18.2 months, cardiovascular death occurred in 16.3% with dapagliflozin.",
            ["dapagliflozin: cardiovascular death proportion 16.3%"],
        ),
        ("Survival by score:\nscore 1-49%: see the figure.", []),
    ],
)
def test_numbers_of_tables_times_of_observation_and_ranges_are_no_results(results_of, text, told):
    assert results_of(TOLD + text) == told


def test_what_treatment_was_stopped_for_is_no_outcome_and_its_events_say_so(results_of):
    text = (
        "Patients were given sunitinib in a phase 2 trial. Treatment was discontinued because of disease progression "
        "in 21 patients (44.7%), adverse events in 14 patients (29.8%), and refusal in two patients (4.3%)."
    )
    assert [told.split(": ")[1] for told in results_of(text)] == ["any adverse event 29.8% n=14 discontinuation"]


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-one patients (70%) in the olaparib group did not develop nausea.",
        "Of those given olaparib, 42% did not have any vomiting compared with 26% of those given placebo.",
        "In all, 62 patients (8%) failed to achieve a complete response, while it was 9% before.",
        "Nausea did not occur in 12% with olaparib.",
        "Of 300 patients, 90 (30%) had nausea; 155/273 (57% in each arm) completed the trial.",
    ],
)
def test_those_who_did_not_have_it_and_those_who_stayed(results_of, text):
    assert all(" 30%" in told for told in results_of(ARMS + text))


def test_what_happened_beside_a_denial_is_kept(results_of):
    text = "The trial did not meet its goal. Nausea occurred in 12% of patients who completed the trial."
    assert [told.split(": ")[1] for told in results_of(ARMS + text)] == ["nausea 12%"]


@pytest.mark.parametrize(
    "text",
    [
        "In the olaparib group, 12 patients (40%) did not relapse.",
        "Objective responses were seen with olaparib; 40% of patients did not benefit.",
    ],
)
def test_those_who_are_spared_are_told_of_nothing(results_of, text):
    assert results_of(ARMS + text) == []


def test_what_did_not_differ_is_told(results_of):
    told = results_of(ARMS + "Response rates of 40% with olaparib and 38% with placebo did not differ.")
    assert told == [
        "olaparib: objective response rate proportion 40%",
        "placebo: objective response rate proportion 38%",
    ]


def test_the_rest_has_nothing_of_what_was_told_before(results_of):
    told = results_of(ARMS + "With olaparib, fatigue was seen in 12%; the remaining 60% went to their own doctors.")
    assert told == ["olaparib: fatigue 12%"]


@pytest.mark.parametrize("better", ["resolved", "was reduced", "subsided"])
def test_those_who_got_better_are_not_those_who_had_an_event(results_of, better):
    assert results_of(f"{ARMS}Pain {better} in 35% of patients on olaparib and in 22% of those on placebo.") == []
    assert len(results_of(ARMS + "Pain was reported in 35% of patients on olaparib and in 22% on placebo.")) == 2


@pytest.mark.parametrize(("group", "results"), [("1", []), ("3", ["observation: nausea 12%"])])
def test_a_figure_of_a_group_that_is_no_known_arm(results_of, group, results):
    arms = "Patients were allocated to early care (group 1), delayed care (group 2) or no treatment (group 3, n = 60). "
    assert results_of(f"{arms}Nausea was seen in 12% of group {group}.") == results


@pytest.mark.parametrize(
    "told",
    [
        "Questionnaires were sent to 158 patients, of whom 126 (80%) responded.",
        "The response rate to the questionnaire was 80%.",
        "Of 158 patients invited to an interview, 126 (80%) responded.",
        "The survey response rate was 80%.",
    ],
)
def test_those_who_answer_had_no_response(results_of, told):
    assert results_of(f"Patients with renal cancer were given sunitinib. {told}") == []


def test_those_who_had_one_beside_a_questionnaire(results_of):
    text = "Patients with renal cancer were given sunitinib. "
    text += "Pain was told by questionnaire, and 30 of 60 (50%) responded to it."
    assert results_of(text) == ["sunitinib: objective response rate proportion 50% n=30/60"]


def test_diseases_of_groups_beside_the_healthy_are_no_adverse_events(results_of):
    text = "Sera of 40 patients were tested in this study: 20 cholecystitis patients and 20 healthy controls."
    assert results_of(text) == []
