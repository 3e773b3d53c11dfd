"""What arms are compared by, in the sentence's own words."""

import pytest

ARMS = "Adults were randomised to atorvastatin or placebo. "


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Wound closure was achieved in 91% of those treated with atorvastatin and in 87% of those on placebo.",
         "wound closure proportion 91% 87%"),
        ("Patients on atorvastatin requested less rescue ointment (17%) than those on placebo (30%).",
         "rescue ointment proportion 17% 30%"),
        ("Stump seeping occurred in 29% of atorvastatin patients and 37% of placebo patients.",
         "stump seeping proportion 29% 37%"),
        ("There was no difference in wound seeping between atorvastatin (12%) and placebo (14%).",
         "wound seeping proportion 12% 14%"),
        ("Treatment was successful in 62% of patients on atorvastatin and in 60% on placebo.",
         "successful treatment proportion 62% 60%"),
        ("In total, 44% of atorvastatin patients versus 24% of placebo patients achieved stable gait.",
         "stable gait proportion 44% 24%"),
        ("A lower number of oozing wounds was seen with atorvastatin (1.2 ± 0.2) than with placebo (1.9 ± 0.2).",
         "number of oozing wounds mean 1.2 1.9"),
        ("The mean wound width was 12.3 mm with atorvastatin and 11.7 mm with placebo.",
         "wound width mean 12.3_mm 11.7_mm"),
    ],
)  # fmt: skip
def test_words_of_a_comparison_name_what_it_is_of(results_of, sentence, found):
    name, measure, *values = found.rsplit(" ", 3)
    assert set(results_of(ARMS + sentence)) == {
        f"{arm}: {name} {measure} {value.replace('_', ' ')}"
        for arm, value in zip(("atorvastatin", "placebo"), values, strict=True)
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Gout was present in 12% of the atorvastatin group and 15% of the placebo group at baseline.",
        "The mean age was 62 ± 9 years with atorvastatin and 61 ± 8 years with placebo.",
        "Wound seeping decreased in 12% of the atorvastatin group and in 15% of the placebo group.",
        "Wound levels were reduced by atorvastatin (56 ± 3 v 44 ± 2 ng/mL), but not in the placebo group.",
        "The reverse was seen in 12% with atorvastatin and 15% with placebo.",
    ],
)
def test_what_patients_were_like_is_no_endpoint(results_of, sentence):
    assert results_of(ARMS + sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "LDL cholesterol fell from 4.1 ± 0.5 to 2.9 ± 0.4 mmol/L with atorvastatin, while in the placebo group it fell "
        "from 4.0 ± 0.4 to 3.9 ± 0.5 mmol/L.",
        "LDL cholesterol declined (atorvastatin group: from 4.1 [SD 0.5] to 2.9 [SD 0.4] mmol/L; placebo group: from "
        "4.0 [SD 0.4] to 3.9 [SD 0.5] mmol/L).",
        "Mean LDL cholesterol fell from 4.1 to 2.9 mmol/L with atorvastatin and from 4.0 to 3.9 mmol/L with placebo.",
    ],
)
def test_a_measurement_is_what_it_came_to(results_of, sentence):
    assert {found.removesuffix(" mmol/L") for found in results_of(ARMS + sentence)} == {
        "atorvastatin: LDL cholesterol mean 2.9", "placebo: LDL cholesterol mean 3.9",
    }  # fmt: skip


@pytest.mark.parametrize(
    "sentence",
    [
        "LDL cholesterol was reduced by atorvastatin (4.1 ± 0.2 v 2.9 ± 0.3 mmol/L).",
        "Mean LDL cholesterol, ranging from 2.1 to 2.9 mmol/L with atorvastatin, was low.",
    ],
)
def test_values_before_and_after_are_not_of_two_arms(results_of, sentence):
    assert results_of(ARMS + sentence) == []


def test_a_time_of_follow_up_takes_no_figures(results_of):
    found = results_of(ARMS + "Clinical cure after 6 months of follow-up was 87% on atorvastatin and 60% on placebo.")
    assert set(found) == {"atorvastatin: clinical cure proportion 87%", "placebo: clinical cure proportion 60%"}


def test_what_stands_before_a_bracket_of_two_values_is_what_they_are_of(results_of):
    said = "Atorvastatin patients had less nausea (3% v 5%), a longer walking time (10 ± 3 vs 8 ± 2 minutes, P = 0.01) "
    said += "and fewer bandages (2.1 ± 0.3 vs 3.4 ± 0.5) than those on placebo."
    assert set(results_of(ARMS + said)) == {
        "atorvastatin: nausea 3%", "placebo: nausea 5%",
        "atorvastatin: walking time mean 10 minutes p=0.01", "placebo: walking time mean 8 minutes",
        "atorvastatin: bandages mean 2.1", "placebo: bandages mean 3.4",
    }  # fmt: skip


def test_each_name_before_a_ratio_has_its_own(results_of):
    said = "Atorvastatin patients were more likely than those on placebo to attain full gait (OR 3.8, 95% CI 1.4-9.1), "
    said += "normal sleep (OR 5.0, 95% CI 1.3-19) or remission (OR 3.9, 95% CI 0.7-20)."
    assert results_of(ARMS + said) == [
        "atorvastatin vs placebo: full gait oddsRatio 3.8 [1.4, 9.1] 95%",
        "atorvastatin vs placebo: normal sleep oddsRatio 5.0 [1.3, 19] 95%",
        "atorvastatin vs placebo: remission oddsRatio 3.9 [0.7, 20] 95%",
    ]


def test_a_clause_of_two_arms_tells_its_own_endpoint(results_of):
    said = "Nausea was seen in 3% on atorvastatin and 5% on placebo, and wound closure was achieved in 88% on "
    said += "atorvastatin and 71% on placebo."
    assert set(results_of(ARMS + said)) == {
        "atorvastatin: nausea 3%", "placebo: nausea 5%",
        "atorvastatin: wound closure proportion 88%", "placebo: wound closure proportion 71%",
    }  # fmt: skip


def test_what_patients_had_is_not_what_they_are_compared_by(results_of):
    said = (
        "Nausea was less common with atorvastatin than with placebo in patients with gout and stiff knees (3% vs 5%)."
    )
    assert not [told for told in results_of(ARMS + said) if "knees proportion" in told]


def test_those_who_improved_are_counted(results_of):
    assert set(results_of(ARMS + "With atorvastatin, 53% improved compared with 25% on placebo.")) == {
        "atorvastatin: improvement proportion 53%", "placebo: improvement proportion 25%",
    }  # fmt: skip
    assert results_of(ARMS + "Gait improved by 53% with atorvastatin and 25% with placebo.") == []


@pytest.mark.parametrize(
    ("said", "endpoint"),
    [
        ("The proportion of patients with clear nails was 35% with atorvastatin and 20% with placebo.", "clear nails"),
        ("Fewer falls came: the rates of wrist failure 35% versus 20% with atorvastatin and placebo, respectively.",
         "wrist failure"),
        ("The stiff knee end-point was met in 35% with atorvastatin and 20% with placebo.", "stiff knee end-point"),
    ],
)  # fmt: skip
def test_the_share_of_those_with_something_is_of_that(results_of, said, endpoint):
    assert results_of(ARMS + said) == [
        f"atorvastatin: {endpoint} proportion 35%",
        f"placebo: {endpoint} proportion 20%",
    ]


def test_the_share_of_those_who_had_something_before_is_none(results_of):
    said = "The proportion of patients with brittle nails at baseline was 35% with atorvastatin and 20% with placebo."
    assert results_of(ARMS + said) == []


def test_what_changed_from_one_value_to_another_in_one_arm_has_a_name(results_of):
    said = "In the atorvastatin group, the wall width decreased from 25 ± 6 to 16 ± 8 mm."
    assert results_of(ARMS + said) == ["atorvastatin: wall width mean 16 mm"]
    assert results_of(ARMS + "In the atorvastatin group, the dose was increased from 25 ± 6 to 46 ± 8 mg.") == []
