"""Wordings of trials of any field: values at several times, levels and goals reached, relapses told by a verb."""

import pytest

TWO = "Patients were randomly assigned to brivolimab (n = 120) or placebo (n = 118). "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Response rates were higher with brivolimab than placebo at week 14 (23% versus 1%), week 24 (28% versus 7%), "
         "and week 52 (42% versus 30%).",
         ["brivolimab: objective response rate proportion 23% at 14 weeks",
          "placebo: objective response rate proportion 1% at 14 weeks",
          "brivolimab: objective response rate proportion 28% at 24 weeks",
          "placebo: objective response rate proportion 7% at 24 weeks",
          "brivolimab: objective response rate proportion 42% at 52 weeks",
          "placebo: objective response rate proportion 30% at 52 weeks"]),
        ("The mean pain score was 2.7 (SD 2.3) at 30 minutes and 2.2 (SD 1.8) at 2 hours in the brivolimab group and "
         "4.5 (SD 2.4) at 30 minutes and 3.9 (SD 2.2) at 2 hours in the placebo group.",
         ["brivolimab: pain score mean 2.7 at 30 minutes", "brivolimab: pain score mean 2.2 at 2 hours",
          "placebo: pain score mean 4.5 at 30 minutes", "placebo: pain score mean 3.9 at 2 hours"]),
        ("The remission rate was 27% at week 4 and 32% at week 8 in the brivolimab group and 15% at week 4 and 19% at "
         "week 8 in the placebo group.",
         ["brivolimab: remission proportion 27% at 4 weeks", "brivolimab: remission proportion 32% at 8 weeks",
          "placebo: remission proportion 15% at 4 weeks", "placebo: remission proportion 19% at 8 weeks"]),
    ],
)  # fmt: skip
def test_each_value_at_its_time(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Wound infection occurred in 4 (3%) of the brivolimab women and 9 (8%) of the control women.",
         ["brivolimab: wound infection 3% n=4", "placebo: wound infection 8% n=9"]),
        ("A relapse was seen in 17 (14%) treatment-group patients and 29 (25%) control-group patients.",
         ["brivolimab: relapse proportion 14% n=17", "placebo: relapse proportion 25% n=29"]),
        ("Seven (37%) of the 19 patients given brivolimab but only one (6%) of the 18 given placebo responded.",
         ["brivolimab: objective response rate proportion 37% n=7/19",
          "placebo: objective response rate proportion 6% n=1/18"]),
    ],
)  # fmt: skip
def test_those_of_each_arm(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("During follow-up, 12 patients (10%) on brivolimab and 23 (20%) on placebo relapsed.",
         ["brivolimab: relapse proportion 10% n=12", "placebo: relapse proportion 20% n=23"]),
        ("Disease progressed in 12% of brivolimab patients and 25% of placebo patients.",
         ["brivolimab: progressive disease proportion 12%", "placebo: progressive disease proportion 25%"]),
        ("Patients with relapsed or refractory disease had a remission in 12% with brivolimab and 5% with placebo.",
         ["brivolimab: remission proportion 12% (relapsed or refractory disease)",
          "placebo: remission proportion 5% (relapsed or refractory disease)"]),
        ("The median follow-up of the relapsed patients, 12%, was short.", []),
    ],
)  # fmt: skip
def test_relapses_told_by_a_verb(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The LDL cholesterol goal was reached by 87% on brivolimab and 69% on placebo.",
         ["brivolimab: LDL cholesterol goal proportion 87%", "placebo: LDL cholesterol goal proportion 69%"]),
        ("A DBP response was seen in 63% with brivolimab and 25% with placebo.",
         ["brivolimab: DBP response proportion 63%", "placebo: DBP response proportion 25%"]),
        ("The hazard ratio for EDSS worsening with brivolimab in comparison with placebo was 0.58 (95% CI 0.29-1.14).",
         ["brivolimab vs placebo: EDSS worsening hazardRatio 0.58 [0.29, 1.14] 95%"]),
        ("Abnormal blood pressure occurred in 14 (12%) patients on brivolimab and 6 (5%) on placebo.",
         ["brivolimab: abnormal blood pressure proportion 12% n=14",
          "placebo: abnormal blood pressure proportion 5% n=6"]),
        ("Clinically meaningful improvements in walking speed were seen in 30% with brivolimab and 22% with placebo.",
         ["brivolimab: clinically meaningful improvements in walking speed proportion 30%",
          "placebo: clinically meaningful improvements in walking speed proportion 22%"]),
        ("The study goal was to find a difference in remission of 20% with brivolimab and 40% with placebo.", []),
        ("Remission with brivolimab was compared with a performance goal of 83%.", []),
    ],
)  # fmt: skip
def test_levels_and_goals_reached(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The median percentage reduction in seizure frequency was 45% with brivolimab and 10% with placebo.",
         ["brivolimab: decrease in seizure frequency median 45%", "placebo: decrease in seizure frequency median 10%"]),
        ("Percentage changes in lesion area were greater with brivolimab (-80%) versus placebo (-42%).",
         ["brivolimab: percentage changes in lesion area mean -80%",
          "placebo: percentage changes in lesion area mean -42%"]),
        ("The reduction in weekly hot flashes was 50% with brivolimab and 30% with placebo.", []),
        ("Compared with placebo, brivolimab reduced mortality by 30% (hazard ratio 0.70, 95% CI 0.5 to 0.9).",
         ["brivolimab vs placebo: overall survival hazardRatio 0.70 [0.5, 0.9] 95%"]),
        ("Compared with placebo, brivolimab reduced CDW by 46% (hazard ratio 0.54, 95% CI 0.30 to 0.98).",
         ["brivolimab vs placebo: cdw hazardRatio 0.54 [0.30, 0.98] 95%"]),
        ("Brivolimab decreased relapses by 30%, and liking was seen in 40% versus 30% with placebo.", []),
        ("The pain score was lower with brivolimab than placebo (mean difference [95% CI]: -5.0 [-9.9 to -0.1]).",
         ["brivolimab vs placebo: pain score difference -5.0 [-9.9, -0.1] 95%"]),
    ],
)  # fmt: skip
def test_changes_and_differences(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Compared with placebo, the relapse rate was lower with brivolimab (30% vs 12%).",
         ["placebo: relapse proportion 30%", "brivolimab: relapse proportion 12%"]),
        ("Compared with placebo, the relapse rate was lower with brivolimab (12% vs 30%).",
         ["brivolimab: relapse proportion 12%", "placebo: relapse proportion 30%"]),
        ("Compared with placebo, brivolimab caused a greater reduction in pain score (3.2 ± 0.5 vs 1.2 ± 0.4).",
         ["brivolimab: decrease in pain score mean 3.2", "placebo: decrease in pain score mean 1.2"]),
        ("Among elderly women randomized to brivolimab (n = 60), mortality was 6%, and among those randomized to "
         "placebo (n = 57) it was 9%.",
         ["brivolimab: death proportion 6% (elderly)", "placebo: death proportion 9% (elderly)"]),
        ("At week 8, 60% using brivolimab and 45% using placebo had a relapse.",
         ["brivolimab: relapse proportion 60%", "placebo: relapse proportion 45%"]),
        ("Relapse was less frequent with brivolimab (HR 0.72, CI 95%, 0.56-0.94).",
         ["brivolimab vs placebo: relapse hazardRatio 0.72 [0.56, 0.94]"]),
        ("Brivolimab had fewer relapses [hazard ratio 0.72, 95% C.I. 0.56-0.94].",
         ["brivolimab vs placebo: relapse hazardRatio 0.72 [0.56, 0.94] 95%"]),
    ],
)  # fmt: skip
def test_arms_told_apart(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("At week 26, 65%/39%/20% of brivolimab patients achieved ACR20/ACR50/ACR70 responses, respectively.",
         ["brivolimab: ACR20 response proportion 65%", "brivolimab: ACR50 response proportion 39%",
          "brivolimab: ACR70 response proportion 20%"]),
        ("Complete control of symptoms was achieved in 80% with brivolimab and 60% with placebo.",
         ["brivolimab: complete control of symptoms proportion 80%",
          "placebo: complete control of symptoms proportion 60%"]),
        ("Withdrawal movements occurred in 8% with brivolimab and 60% with placebo.",
         ["brivolimab: withdrawal movements proportion 8%", "placebo: withdrawal movements proportion 60%"]),
        ("In the 1.2-mg part, wound dryness was seen in 80% with brivolimab and 60% with placebo.",
         ["brivolimab: wound dryness proportion 80%", "placebo: wound dryness proportion 60%"]),
        ("Brivolimab had a higher rate of occurrence of parasitaemia (hazard ratio 2.2, 95% CI 1.2 to 4.0).",
         ["brivolimab vs placebo: parasitaemia hazardRatio 2.2 [1.2, 4.0] 95%"]),
        ("Withdrawals occurred in 8% with brivolimab and 60% with placebo.", []),
    ],
)  # fmt: skip
def test_named_in_own_words(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)
