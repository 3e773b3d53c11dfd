"""Lists of events that end with the arm they are of, and figures given in turn or in pairs."""

import pytest

ARMS = "Patients were randomly assigned to risedronate or placebo. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Common were headache (201 [42%]), rash (184 [39%]), and fever (34%) with risedronate, and cough (52%) and "
         "rash (46%) with placebo.",
         {"risedronic acid: headache 42% n=201", "risedronic acid: rash 39% n=184", "risedronic acid: fever 34%",
          "placebo: cough 52%", "placebo: rash 46%"}),
        ("Of those given risedronate or placebo, 46% and 65%, respectively, had adverse events: rash (8%) and cough "
         "(6%) with risedronate and rash (13%), fever (9%), and cough (7%) with placebo.",
         {"risedronic acid: any adverse event 46%", "placebo: any adverse event 65%", "risedronic acid: rash 8%",
          "risedronic acid: cough 6%", "placebo: rash 13%", "placebo: fever 9%", "placebo: cough 7%"}),
        ("Rash (8%) and cough (6%) were most common with risedronate, and nausea (13%) and rash (9%) with placebo.",
         {"risedronic acid: rash 8%", "risedronic acid: cough 6%", "placebo: nausea 13%", "placebo: rash 9%"}),
        ("Fatigue (54%), rash (38%), and cough (25%) were the most frequent risedronate-associated events.",
         {"risedronic acid: fatigue 54%", "risedronic acid: rash 38%", "risedronic acid: cough 25%"}),
        ("In the placebo group, rash (8%) and cough (6%) were common; with risedronate, nausea (13%) was.",
         {"placebo: rash 8%", "placebo: cough 6%", "risedronic acid: nausea 13%"}),
    ],
)  # fmt: skip
def test_a_list_is_of_the_arm_that_it_ends_with(results_of, text, results):
    assert set(results_of(ARMS + text)) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("In the placebo group, 23% and 25% of women had nausea and rash, respectively.",
         {"placebo: nausea 23%", "placebo: rash 25%"}),
        ("Overall, 23% and 25% of women with risedronate and placebo had nausea.",
         {"risedronic acid: nausea 23%", "placebo: nausea 25%"}),
        ("Rash (12%; 20%) and cough (9%; 7%) were seen with risedronate and placebo.",
         {"risedronic acid: rash 12%", "placebo: rash 20%", "risedronic acid: cough 9%", "placebo: cough 7%"}),
        ("Rash was seen in 38% of those given risedronate, and cough in 21%; 4% of women who got placebo had nausea.",
         {"risedronic acid: rash 38%", "risedronic acid: cough 21%", "placebo: nausea 4%"}),
        ("Two women on risedronate (2%) and one on placebo (1%) had a fracture; no patient had a relapse.",
         {"risedronic acid: fracture 2% n=2", "placebo: fracture 1% n=1", "all: relapse proportion n=0"}),
        ("Survival was more than doubled, at 5.2 months with risedronate and 1.9 months with placebo.",
         {"risedronic acid: overall survival median 5.2 months", "placebo: overall survival median 1.9 months"}),
        ("At 5.2 months, survival was 60% with risedronate and 50% with placebo.",
         {"risedronic acid: overall survival rateAt 60% at 5.2 months",
          "placebo: overall survival rateAt 50% at 5.2 months"}),
        ("The 5-year survival of A-B versus conventional risedronate was 54% versus 39%.",
         {"placebo: overall survival rateAt 54% at 5 years",
          "risedronic acid: overall survival rateAt 39% at 5 years"}),
    ],
)  # fmt: skip
def test_figures_in_turn_and_in_pairs(results_of, text, results):
    assert set(results_of(ARMS + text)) == results


def test_with_or_without_puts_the_fuller_arm_first(results_of):
    told = "Response rates were 49% and 31%, respectively."
    assert results_of("Patients were assigned to capecitabine with or without bevacizumab. " + told) == [
        "bevacizumab+capecitabine: objective response rate proportion 49%",
        "capecitabine: objective response rate proportion 31%",
    ]
    assert results_of("Patients were assigned to capecitabine alone or capecitabine plus bevacizumab. " + told) == [
        "capecitabine: objective response rate proportion 49%",
        "bevacizumab+capecitabine: objective response rate proportion 31%",
    ]


def test_the_standard_therapy_group_is_the_control(results_of):
    text = "The response rate was higher in the aprepitant group (73% v 52% in the standard-therapy group)."
    arms = "Patients were assigned to aprepitant plus ondansetron or ondansetron. "
    assert results_of(arms + text) == [
        "aprepitant+ondansetron: objective response rate proportion 73%",
        "ondansetron: objective response rate proportion 52%",
    ]


def test_a_name_unknown_to_us_keeps_its_figure_from_the_only_arm(results_of):
    text = "Patients were treated with risedronate. The response rate was 55% with XB12 and 53% with risedronate."
    assert "risedronic acid: objective response rate proportion 55%" not in results_of(text)
