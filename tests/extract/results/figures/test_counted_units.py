"""What is counted: patients, or events, episodes and cycles, which are no patients."""

import pytest

ARMS = "Patients were assigned to olaparib (n = 90) or placebo (n = 45). "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("There were 120 serious adverse events with olaparib and 45 with placebo.",
         ["olaparib: any adverse event n=120 serious (events)", "placebo: any adverse event n=45 serious (events)"]),
        ("Anemia (93 events with olaparib vs 12 events with placebo) was common.",
         ["olaparib: anemia n=93 (events)", "placebo: anemia n=12 (events)"]),
        ("The number of vomiting episodes was 34 with olaparib and 12 with placebo.",
         ["olaparib: vomiting n=34 (events)", "placebo: vomiting n=12 (events)"]),
        ("There were 14 strokes with olaparib and 2 with placebo.",
         ["olaparib: stroke n=14", "placebo: stroke n=2"]),
        ("Anemia complicated 14% of cycles with olaparib and 9% with placebo.",
         ["olaparib: anemia 14% (cycles)", "placebo: anemia 9% (cycles)"]),
        ("Anemia complicated 36% of patients and 14% of cycles with olaparib.",
         ["olaparib: anemia 36%", "olaparib: anemia 14% (cycles)"]),
        ("We saw 12 episodes of sepsis with olaparib.", ["olaparib: sepsis n=12 (episodes)"]),
    ],
)  # fmt: skip
def test_what_counts_count(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    "text",
    [
        "Ondansetron and granisetron were compared in a double-blind trial. Side effects of ondansetron were "
        "headache (12%) and rash (3%).",
        "This crossover study took in 30 patients. With ondansetron, headache occurred in 12%.",
    ],
)
def test_figures_of_an_arm_that_is_unknown_are_not_of_all(results_of, text):
    assert not [result for result in results_of(text) if result.startswith("all:")]


def test_a_share_of_two_events_together_is_of_neither(results_of):
    assert results_of(ARMS + "With olaparib, 25% developed anemia or odd bruises.") == []


def test_what_is_known_of_a_drug_is_no_result(results_of):
    assert results_of("Bone pain is the most commonly reported adverse event of olaparib. " + ARMS) == []


def test_a_mean_time_needs_its_unit(results_of):
    text = "Mean survival was 24.6 ± 1.7 months with olaparib; mean survival was 16.4 ± 2.7 with placebo."
    assert results_of(ARMS + text) == ["olaparib: overall survival mean 24.6 months"]


def test_a_mean_with_a_plus_is_a_change(results_of):
    text = "The change in weight was small, as was the change in bone mineral density (+5.0 ± 1.4% for olaparib versus "
    text += "-0.5 ± 1.4% for placebo)."
    told = "change in bone mineral density mean"
    assert results_of(ARMS + text) == [f"olaparib: {told} 5.0%", f"placebo: {told} -0.5%"]


@pytest.mark.parametrize(("came", "next_came"), [("accompanied by", "by"), ("complicated with", "with")])
def test_what_courses_came_with(results_of, came, next_came):
    text = f"Of a total of 410 courses, 41 (10.0%) were {came} fever and 12 (2.9%) {next_came} rash."
    assert results_of("Patients received olaparib. " + text) == [
        "olaparib: fever 10.0% n=41 (courses)", "olaparib: rash 2.9% n=12 (courses)",
    ]  # fmt: skip
