"""Values meet arms and endpoints by counting, in every order in which a sentence may put them."""

import pytest

TWO = "Patients were assigned to nivolumab or docetaxel. "
RESPONSE = [
    "nivolumab: objective response rate proportion 19%",
    "docetaxel: objective response rate proportion 12%",
]
THREE = "Patients were assigned to nivolumab alone, nivolumab plus ipilimumab, or ipilimumab alone. "


@pytest.mark.parametrize(
    "text",
    [
        "The response rate was 19% with nivolumab and 12% with docetaxel.",
        "The response rate was 19% with nivolumab versus 12% with docetaxel.",
        "The response rate with nivolumab was 19% and with docetaxel 12%.",
        "With nivolumab the response rate was 19%, and with docetaxel 12%.",
        "In the nivolumab and docetaxel groups, the response rate was 19% and 12%, respectively.",
        "The response rate was 19% and 12% in the nivolumab and docetaxel groups, respectively.",
        "The response rate was 19% versus 12% for nivolumab versus docetaxel.",
        "The response rate was 19% with nivolumab versus 12%.",
        "The response rate was better with nivolumab (19% vs 12%).",
        "The response rate was 19% versus 12%.",
        "With nivolumab, 19% of patients had an objective response; with docetaxel, 12% did.",
    ],
)
def test_two_values_of_two_arms(results_of, text):
    assert results_of(TWO + text) == RESPONSE


def test_the_order_of_the_sentence_counts_not_that_of_the_arms(results_of):
    text = "The response rate was 12% in the docetaxel group and 19% in the nivolumab group."
    assert sorted(results_of(TWO + text)) == sorted(RESPONSE)


def test_the_order_of_the_sentence_before_holds(results_of):
    text = "Fatigue occurred in 29% with docetaxel and 16% with nivolumab. Nausea occurred in 26% and 12%."
    assert results_of(TWO + text) == [
        "docetaxel: fatigue 29%", "nivolumab: fatigue 16%", "docetaxel: nausea 26%", "nivolumab: nausea 12%",
    ]  # fmt: skip


def test_both_groups_share_one_value(results_of):
    text = "Vomiting occurred in 26% of patients in both groups."
    assert results_of(TWO + text) == ["nivolumab: vomiting 26%", "docetaxel: vomiting 26%"]


@pytest.mark.parametrize(
    "text",
    [
        "Median progression-free survival was 6.9 months with nivolumab, 11.5 months with nivolumab plus ipilimumab, "
        "and 2.9 months with ipilimumab.",
        "Median progression-free survival was 6.9, 11.5, and 2.9 months, respectively.",
        "Median progression-free survival was 6.9 months, 11.5 months, and 2.9 months.",
    ],
)
def test_three_values_of_three_arms(results_of, text):
    assert results_of(THREE + text) == [
        "nivolumab: progression-free survival median 6.9 months",
        "ipilimumab+nivolumab: progression-free survival median 11.5 months",
        "ipilimumab: progression-free survival median 2.9 months",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Nausea and fatigue occurred in 12% versus 26% and 16% versus 29% of patients.",
        "Nausea and fatigue occurred in 12% and 26%, and 16% and 29%, with nivolumab and docetaxel, respectively.",
        "Nausea (12% vs 26%) and fatigue (16% vs 29%) were recorded.",
        "Nausea occurred in 12% with nivolumab and 26% with docetaxel, and fatigue in 16% and 29%.",
        "Nausea and fatigue occurred in 12% and 16% with nivolumab and 26% and 29% with docetaxel.",
    ],
)
def test_two_events_in_two_arms(results_of, text):
    assert sorted(results_of(TWO + text)) == [
        "docetaxel: fatigue 29%", "docetaxel: nausea 26%", "nivolumab: fatigue 16%", "nivolumab: nausea 12%",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Median progression-free survival and overall survival were 2.3 and 12.2 months with nivolumab, respectively.",
        "With nivolumab, median progression-free survival and overall survival were 2.3 and 12.2 months.",
        "With nivolumab, median progression-free survival was 2.3 months, and median overall survival 12.2 months.",
    ],
)
def test_two_endpoints_in_one_arm(results_of, text):
    assert results_of(TWO + text) == [
        "nivolumab: progression-free survival median 2.3 months",
        "nivolumab: overall survival median 12.2 months",
    ]


def test_a_list_in_a_trial_of_one_arm(results_of):
    text = "All patients received nivolumab. Nausea, fatigue, and rash occurred in 12%, 16%, and 9%, respectively."
    assert results_of(text) == ["nivolumab: nausea 12%", "nivolumab: fatigue 16%", "nivolumab: rash 9%"]


@pytest.mark.parametrize(
    "text",
    [
        "The response rate was 19%, 12%, and 9%.",
        "Nausea and fatigue occurred in 12% and 16%, respectively.",
        "Nausea and fatigue occurred in 12% with nivolumab and 26% with docetaxel.",
        "Median progression-free survival and overall survival were 2.3, 4.2, and 12.2 months.",
    ],
)
def test_what_does_not_fit_as_a_whole_is_dropped_and_counted(results_of, reading_of, text):
    assert results_of(TWO + text) == []
    assert reading_of(TWO + text).dropped > 0


def test_two_values_for_three_arms_are_dropped(results_of, reading_of):
    text = "Median progression-free survival was 11.5 and 2.9 months."
    assert results_of(THREE + text) == []
    assert reading_of(THREE + text).dropped == 1


def test_two_arms_in_one_phrase_are_two(results_of):
    arms = "Patients were assigned to olaparib maintenance or placebo. "
    text = "The response rate was 19% and 12% in the olaparib and control groups, respectively."
    assert results_of(arms + text) == [
        "olaparib: objective response rate proportion 19%",
        "placebo: objective response rate proportion 12%",
    ]


def test_several_endpoints_without_an_arm_are_of_all(results_of):
    text = "Median overall survival and progression-free survival were 9.4 and 4.1 months, respectively."
    assert results_of(TWO + text) == [
        "all: overall survival median 9.4 months", "all: progression-free survival median 4.1 months"
    ]  # fmt: skip


def test_several_endpoints_of_groups_that_are_no_arms_give_nothing(results_of):
    text = "Response and survival rates were 19% and 42%, respectively, in the historical cohort."
    assert results_of(TWO + text) == []


@pytest.mark.parametrize(
    ("text", "whole", "parts"),
    [
        ("Overall, 30 patients had died, including 12 in the nivolumab arm and 18 in the docetaxel arm.",
         "death proportion n=30", ("death proportion n=12", "death proportion n=18")),
        ("Death occurred in 30 patients (15%): 12 patients (12%) on nivolumab and 18 patients (18%) on docetaxel.",
         "death proportion 15% n=30", ("death proportion 12% n=12", "death proportion 18% n=18")),
        ("Relapse was seen in 30 patients (15%), 12 (12%) on nivolumab and 18 (18%) on docetaxel.",
         "relapse proportion 15% n=30", ("relapse proportion 12% n=12", "relapse proportion 18% n=18")),
    ],
)  # fmt: skip
def test_a_count_that_two_arms_add_up_to_is_of_all(results_of, text, whole, parts):
    assert results_of(TWO + text) == [f"all: {whole}", f"nivolumab: {parts[0]}", f"docetaxel: {parts[1]}"]


SURGERY = "Patients were randomly assigned to perioperative chemotherapy or to surgery alone. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("After surgery we recorded two deaths in the surgery alone group and one in the chemotherapy group.",
         ["chemotherapy: death proportion n=1", "surgery: death proportion n=2"]),
        ("In all, 19 patients died after surgery: 8 (5%) in the perioperative chemotherapy arm and 11 (7%) in the "
         "surgery arm.",
         ["all: death proportion n=19", "chemotherapy: death proportion 5% n=8", "surgery: death proportion 7% n=11"]),
        ("Death occurred in 7% after surgery and in 5% after chemotherapy.",
         ["chemotherapy: death proportion 5%", "surgery: death proportion 7%"]),
        ("Surgery was performed in 310 patients (92%).", []),
    ],
)  # fmt: skip
def test_surgery_is_a_time_or_an_arm(results_of, text, results):
    assert sorted(results_of(SURGERY + text)) == results


def test_a_label_of_one_arm_behind_the_other_is_none_of_it(arms_of):
    text = (
        "Patients were randomly assigned to either six cycles of chemotherapy before and six after surgery "
        "(perioperative chemotherapy group) or to surgery alone. Tumour response to chemotherapy (RECIST) was measured "
        "by the response evaluation criteria in solid tumours (RECIST)."
    )
    assert [arm.label for arm in arms_of(text)] == ["", ""]


def test_figures_of_a_regimen_that_is_no_known_arm_are_not_of_all(results_of):
    text = (
        "Patients were randomly assigned to one of two schedules. For the bolus schedule, five patients (21%) had "
        "stable disease. Median overall survival was 8 months. Overall, 12% had a response."
    )
    assert results_of(text) == ["all: objective response rate proportion 12%"]


def test_arms_behind_the_figure_of_all(results_of):
    text = (
        "CR was seen in 4 of 6 (67%) patients: in the docetaxel arm, 3 of 5 (60%) patients, and "
        "in the nivolumab arm, 1 of 1 patient."
    )
    assert sorted(results_of(TWO + text)) == [
        "docetaxel: complete response proportion 60% n=3/5", "nivolumab: complete response proportion n=1/1",
    ]  # fmt: skip


def test_what_is_counted_anew_behind_a_bracket_has_its_own_figures(results_of):
    text = "There were 70 relapses (40 in the olaparib arm and 30 in the placebo arm) and 50 deaths (30 v 20)."
    told = [
        "all: relapse proportion n=70", "olaparib: relapse proportion n=40", "placebo: relapse proportion n=30",
        "all: death proportion n=50", "olaparib: death proportion n=30", "placebo: death proportion n=20",
    ]  # fmt: skip
    assert results_of("Patients were assigned to olaparib or placebo. " + text) == told


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The events were rash (12% v 7%) and fatigue (9% each).",
         ["olaparib: rash 12%", "placebo: rash 7%", "olaparib: fatigue 9%", "placebo: fatigue 9%"]),
        ("Toxicities included rash in 12%, fatigue in 9% and fever in 4% of olaparib patients.",
         ["olaparib: rash 12%", "olaparib: fatigue 9%", "olaparib: fever 4%"]),
        ("Rash was seen in 12% with olaparib, and fever in 4% with placebo.",
         ["olaparib: rash 12%", "placebo: fever 4%"]),
        ("With olaparib, rash and fatigue (9% each) were seen.", []),
        ("With olaparib, nausea and vomiting (9% each) were seen.", ["olaparib: nausea and vomiting 9%"]),
        ("Rash (7%), fever (4%) and fatigue (9%) were reported in the olaparib arm; 5% of placebo patients had fever.",
         ["olaparib: rash 7%", "olaparib: fever 4%", "olaparib: fatigue 9%", "placebo: fever 5%"]),
    ],
)  # fmt: skip
def test_figures_of_each_arm_or_of_the_arm_at_the_end(results_of, text, results):
    assert results_of("Patients were assigned to olaparib or placebo. " + text) == results
