"""Differences between arms and changes within them: never the level itself, nor two arms of one difference."""

import pytest

ARMS = "Women were randomised to risedronate or placebo. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Bone mineral density rose more in the risedronate group than in the placebo group, with an adjusted "
         "difference at 24 months of 3.9 ± 0.7 percentage points at the spine and 3.2 ± 0.5 percentage points at the "
         "hip.",
         ["spine bone mineral density difference 3.9 percentage points at 24 months",
          "hip bone mineral density difference 3.2 percentage points at 24 months"]),
        ("The mean difference in pain score between groups was -1.2 points (95% CI -2.0 to -0.4).",
         ["pain score difference -1.2 points [-2.0, -0.4] 95%"]),
        ("The difference in systolic blood pressure was 3.1 mm Hg (95% CI 1.0 to 5.2; P = .004).",
         ["systolic blood pressure difference 3.1 mm Hg [1.0, 5.2] 95% p=0.004"]),
        ("A difference of 5 points or more in the pain score was considered relevant.", []),
        ("There was no difference in pain score over 6 months.", []),
    ],
)  # fmt: skip
def test_a_difference_is_of_both_arms(results_of, sentence, found):
    assert results_of(ARMS + sentence) == [f"risedronic acid vs placebo: {line}" for line in found]


@pytest.mark.parametrize(
    ("sentence", "endpoint"),
    [
        ("Mean hemoglobin rose by 1.2 ± 0.8 g/dL with risedronate and by 0.3 ± 0.7 g/dL with placebo.",
         "increase in hemoglobin level"),
        ("The mean change in hemoglobin level was 1.2 ± 0.8 g/dL with risedronate and 0.3 ± 0.7 g/dL with placebo.",
         "change in hemoglobin level"),
        ("Mean hemoglobin was 1.2 ± 0.8 g/dL with risedronate and 0.3 ± 0.7 g/dL with placebo.", "hemoglobin level"),
    ],
)  # fmt: skip
def test_a_mean_change_is_of_the_change(results_of, sentence, endpoint):
    assert results_of(ARMS + sentence) == [
        f"risedronic acid: {endpoint} mean 1.2 g/dL",
        f"placebo: {endpoint} mean 0.3 g/dL",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Plasma QXCL9 (-12.3% vs 4.2%) was lower with risedronate than with placebo.",
        "After risedronate, the insulin level decreased by 25% and the testosterone level decreased by 23%.",
    ],
)
def test_by_how_much_it_changed_is_not_in_how_many(results_of, sentence):
    assert results_of(ARMS + sentence) == []


def test_an_event_of_an_event_is_one_under_all_its_words(results_of):
    told = results_of(
        ARMS + "Neutropenia complicated by infection occurred in 6% with risedronate and 2% with placebo."
    )
    assert told == [
        "risedronic acid: neutropenia complicated by infection 6%",
        "placebo: neutropenia complicated by infection 2%",
    ]


def test_deaths_stay_fatal_where_only_their_number_is_told(results_of):
    told = results_of(
        ARMS + "Ten drug-related deaths were reported for the risedronate arm and seven for the placebo arm."
    )
    assert told == [
        "risedronic acid: any adverse event n=10 related fatal",
        "placebo: any adverse event n=7 related fatal",
    ]


def test_the_arm_behind_shares_the_clause(results_of):
    sentence = "One stroke occurred with risedronate, and one sepsis and one fracture occurred on placebo."
    assert results_of(ARMS + sentence)[1:] == ["placebo: sepsis n=1", "placebo: fracture n=1"]


def test_planned_dropouts_are_no_events(results_of):
    assert results_of(ARMS + "The number allows for a dropout rate of 20%.") == []


@pytest.mark.parametrize(
    ("sentence", "endpoint"),
    [
        ("More women reported no vomiting (92% v 82%) with risedronate than with placebo.", "no vomiting"),
        ("Women with no acute nausea (92% v 82%) were more in the risedronate group.", "no acute nausea"),
        ("Pseudo-progression was seen in 92% with risedronate and 82% with placebo.", "pseudo-progression"),
        ("No emesis occurred in 92% with risedronate and 82% with placebo.", "freedom from vomiting"),
    ],
)
def test_those_spared_an_event_did_not_have_it(results_of, sentence, endpoint):
    told = sorted(results_of(ARMS + sentence))
    assert told == [f"placebo: {endpoint} proportion 82%", f"risedronic acid: {endpoint} proportion 92%"]


def test_nobody_had_what_is_told_of_none(results_of):
    assert not any("no vomiting" in line for line in results_of(ARMS + "There was no vomiting (0%) with placebo."))


def test_a_difference_in_brackets(results_of):
    text = (
        "Patients were assigned to lipegfilgrastim or pegfilgrastim. Mean duration of neutropenia was 0.7 days versus "
    )
    text += "0.8 days; the difference (-0.2 days; 95% CI -0.5 to 0.1) met the criterion."
    told = results_of(text)
    assert told[-1].startswith("lipegfilgrastim vs pegfilgrastim: duration of neutropenia difference -0.2 days")
    assert len(told) == 3


def test_no_residual_disease_is_negativity(results_of):
    told = results_of(
        "Patients received teclistamab (n=165). Of these, 44 patients (27%) had no minimal residual disease."
    )
    assert [t for t in told if "minimal residual disease negativity" in t] == told != []


def test_a_change_in_percent_is_no_share_of_patients(results_of):
    assert results_of(ARMS + "The reduction in LDL cholesterol was 35% with risedronate and 3% with placebo.") == [
        "risedronic acid: decrease in LDL cholesterol mean 35%",
        "placebo: decrease in LDL cholesterol mean 3%",
    ]


@pytest.mark.parametrize(
    "said",
    [
        "The proportion with a reduction in LDL cholesterol was",
        "The decrease in blood glucose was",
    ],
)
def test_a_share_of_patients_is_no_change(results_of, said):
    assert results_of(f"{ARMS}{said} 35% with risedronate and 3% with placebo.") == []


def test_a_change_with_its_sign_is_no_share_of_patients(results_of):
    told = "There was a decrease in mean serum ferritin levels (-12.7% with risedronate versus +6.3% with placebo)."
    assert not any("proportion" in result for result in results_of(ARMS + told))


def test_a_span_of_hours_is_no_interval(results_of):
    told = "Nausea was seen in 6% with risedronate and 4% with placebo in the late period (2-24 h)."
    assert not any("[" in result for result in results_of(ARMS + told))


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The mean change in LDL cholesterol with risedronate versus placebo was -0.42 mmol/L (95% CI -0.6 to -0.2).",
         "LDL cholesterol difference -0.42 mmol/L [-0.6, -0.2] 95%"),
        ("Risedronate was superior to placebo for change in LDL cholesterol (ETD -0.4 mmol/L [-0.6; -0.2]).",
         "LDL cholesterol difference -0.4 mmol/L [-0.6, -0.2]"),
        ("LDL cholesterol was 0.4 mmol/L (95% CI 0.2 to 0.6) lower with risedronate than with placebo.",
         "LDL cholesterol difference 0.4 mmol/L [0.2, 0.6] 95%"),
        ("The LS mean difference (SE) in LDL cholesterol was -0.4 (0.1) (95% CI -0.6 to -0.2) with risedronate.",
         "LDL cholesterol difference -0.4 [-0.6, -0.2] 95%"),
    ],
)  # fmt: skip
def test_one_value_of_an_arm_against_another_is_a_difference(results_of, sentence, found):
    assert results_of(ARMS + sentence) == [f"risedronic acid vs placebo: {found}"]


def test_two_values_of_two_arms_are_no_difference(results_of):
    said = "The mean change in LDL cholesterol with risedronate versus placebo was -0.4 mmol/L versus -0.1 mmol/L."
    assert not [told for told in results_of(ARMS + said) if "difference" in told]


def test_both_parts_of_a_change_in_percent_may_be_by_so_much(results_of):
    assert results_of(ARMS + "LDL cholesterol fell by 35% with risedronate and by 3% with placebo.") == [
        "risedronic acid: decrease in LDL cholesterol mean 35%", "placebo: decrease in LDL cholesterol mean 3%",
    ]  # fmt: skip
    other = "In the risedronate group, LDL cholesterol decreased by 35% and the zeta level decreased by 23%."
    assert results_of(ARMS + other) == []


def test_a_mean_of_an_event_is_how_severe_it_was(results_of):
    assert set(results_of(ARMS + "Pain was lower with risedronate (3.2 ± 1.1) than with placebo (4.5 ± 1.2).")) == {
        "risedronic acid: pain mean 3.2", "placebo: pain mean 4.5",
    }  # fmt: skip
    assert results_of(ARMS + "Rash was told, at 3.2 ± 1.1 mg with risedronate and 4.5 ± 1.2 mg with placebo.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Mean change in bone mineral density at the femoral neck was -1.8% with risedronate and -4.1% with placebo.",
        "At the femoral neck, mean bone mineral density fell by 1.8% with risedronate and by 4.1% with placebo.",
        "Bone mineral density declined at the femoral neck (-1.8% with risedronate vs -4.1% with placebo).",
    ],
)
def test_the_place_of_a_measurement_may_stand_ahead(results_of, sentence):
    told = results_of(ARMS + sentence)
    assert len(told) == 2
    assert all("femoral neck" in line for line in told)


def test_a_place_told_of_the_figures_before_is_not_that_of_the_next(results_of):
    told = results_of(
        ARMS
        + "Mean bone mineral density fell by 1.8 ± 0.2% with risedronate at the hip (placebo, 4.1 ± 0.3%) and fell by "
        "2.2 ± 0.4% with risedronate elsewhere."
    )
    assert [line for line in told if "2.2" in line and "hip" in line] == []


def test_a_count_of_days_has_a_mean_and_a_sign(results_of):
    said = "The change in mean monthly migraine days was -4.3 days with risedronate and -3.5 days with placebo."
    assert results_of(ARMS + said) == [
        "risedronic acid: change in monthly migraine days mean -4.3 days",
        "placebo: change in monthly migraine days mean -3.5 days",
    ]


def test_a_time_to_what_is_counted_is_an_endpoint(results_of):
    said = "The time to the first spontaneous bowel movement was 23 hours with risedronate and 43 hours with placebo."
    assert results_of(ARMS + said) == [
        "risedronic acid: time to the first spontaneous bowel movements median 23 hours",
        "placebo: time to the first spontaneous bowel movements median 43 hours",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The mean change in HbA1c was -0.8% with sitagliptin (baseline HbA1c, 7.9%) and 0.1% with placebo "
        "(baseline HbA1c, 7.8%).",
        "The mean change in HbA1c was -0.8% [mean baseline, 7.9%] with sitagliptin and 0.1% [mean baseline, 7.8%] with "
        "placebo.",
    ],
)
def test_the_baseline_in_a_bracket_is_no_result(results_of, text):
    assert results_of("Patients were randomly assigned to sitagliptin or placebo. " + text) == [
        "sitagliptin: change in glycated hemoglobin mean -0.8%",
        "placebo: change in glycated hemoglobin mean 0.1%",
    ]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Bone mineral density increased by 4.3% with olaparib and decreased by 5.4% with placebo.",
         ["olaparib: increase in bone mineral density mean 4.3%",
          "placebo: decrease in bone mineral density mean 5.4%"]),
        ("Bone mineral density increased 4.3% with olaparib whereas it fell 5.4% with placebo.",
         ["olaparib: increase in bone mineral density mean 4.3%",
          "placebo: decrease in bone mineral density mean 5.4%"]),
        ("LVEF decreased by 4.1% with olaparib and 1.2% with placebo.",
         ["olaparib: decrease in left ventricular ejection fraction mean 4.1%",
          "placebo: decrease in left ventricular ejection fraction mean 1.2%"]),
        ("LVEF decreased 4.1% in the olaparib group and 1.2% in the placebo group.",
         ["olaparib: decrease in left ventricular ejection fraction mean 4.1%",
          "placebo: decrease in left ventricular ejection fraction mean 1.2%"]),
        ("LVEF decreased from 64% to 58% with olaparib and from 65% to 63% with placebo.",
         ["olaparib: left ventricular ejection fraction mean 58%",
          "placebo: left ventricular ejection fraction mean 63%"]),
        ("LVEF fell below 50% in 4% of the olaparib group.", []),
    ],
)  # fmt: skip
def test_percentages_by_which_each_arm_changed(results_of, text, results):
    told = [r for r in results_of("Patients were assigned to olaparib or placebo. " + text) if " mean " in r]
    assert told == results
