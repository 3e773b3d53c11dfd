"""What a sentence measures again without naming it, and survival told by how long patients lived."""

import pytest

_ARMS = "Men were randomised to enzalutamide or to placebo."


@pytest.mark.parametrize(
    "again",
    [
        "With placebo, it was 13.6 months.",
        "That for placebo was 13.6 months.",
        "In the placebo group, the corresponding figure was 13.6 months.",
    ],
)
def test_what_the_sentence_before_measured(results_of, again):
    text = f"{_ARMS} Median overall survival was 18.4 months with enzalutamide. {again}"
    assert results_of(text) == [
        "enzalutamide: overall survival median 18.4 months", "placebo: overall survival median 13.6 months",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "again",
    [
        "Median follow-up was 14.4 months. With placebo, it was 13.6 months.",  # another thing stands between
        "Median age with placebo was 69 years and it was 13.6 months since docetaxel.",
    ],
)
def test_nothing_of_what_stands_further_off(results_of, again):
    text = f"{_ARMS} Median overall survival was 18.4 months with enzalutamide. {again}"
    assert results_of(text) == ["enzalutamide: overall survival median 18.4 months"]


@pytest.mark.parametrize(
    "lived",
    [
        "Men on enzalutamide lived for a median of 18.4 months, against 13.6 months for those on placebo.",
        "Those given enzalutamide survived a median of 18.4 months and those given placebo a median of 13.6 months.",
    ],
)
def test_how_long_patients_lived(results_of, lived):
    assert results_of(f"{_ARMS} {lived}") == [
        "enzalutamide: overall survival median 18.4 months", "placebo: overall survival median 13.6 months",
    ]  # fmt: skip


def test_those_who_are_alive(results_of):
    text = f"{_ARMS} Men given enzalutamide were more likely to be alive after 12 months (82% vs. 73% with placebo)."
    assert results_of(text) == [
        "enzalutamide: overall survival rateAt 82% at 12 months", "placebo: overall survival rateAt 73% at 12 months",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("ratio", "found"),
    [
        ("The hazard ratio (HR) was 0.61 (95% CI 0.4-0.9).", "0.61 [0.4, 0.9] 95%"),
        ("The difference was significant. Hazard ratio for enzalutamide versus placebo, 0.61.", "0.61"),
        ("The corresponding hazard ratio was 0.61 (p = 0.02).", "0.61 p=0.02"),
        ("The hazard ratio for age was 1.30 (95% CI 1.1-1.5).", None),
        ("Age and race were alike. In older men, the hazard ratio was 0.61.", None),
        ("Response rates did not differ. The hazard ratio was 0.61.", None),
    ],
)
def test_a_ratio_of_what_was_measured_before(results_of, ratio, found):
    text = f"{_ARMS} Survival at 2 years was 84% with enzalutamide and 70% with placebo, {{}}."
    told = results_of(text.format("at 5 years 50% and 40%") + f" {ratio}")
    assert [line for line in told if "Ratio" in line] == (
        [f"enzalutamide vs placebo: overall survival hazardRatio {found}"] if found else []
    )


def test_this_figure_is_of_what_was_told_before(results_of):
    told = results_of(
        "Patients were assigned to olaparib or placebo. The response rate was 41% overall. This figure was 48% with "
        "olaparib and 34% with placebo."
    )
    assert told[-2:] == [
        "olaparib: objective response rate proportion 48%", "placebo: objective response rate proportion 34%"
    ]  # fmt: skip


def test_what_was_measured_before_at_another_time(results_of):
    text = (
        f"{_ARMS} Survival at 2 years was 62% with enzalutamide and 60% with placebo. At 5 years, these percentages "
        "were 40% with enzalutamide and 35% with placebo."
    )
    assert results_of(text)[2:] == [
        "enzalutamide: overall survival rateAt 40% at 5 years", "placebo: overall survival rateAt 35% at 5 years",
    ]  # fmt: skip
