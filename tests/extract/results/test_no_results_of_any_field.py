"""Numbers that look like results of any trial: strengths, germs, scores, ages, what patients were like before."""

import pytest

TWO = "Patients were randomly assigned to brivolimab (n = 120) or placebo (n = 118). "


@pytest.mark.parametrize(
    "text",
    [
        "The most frequent germs were Streptococcus pneumoniae (42%) and Haemophilus influenzae (30%).",
        "In the placebo group, 112 were on pulmonary hypertension therapy (101 [90%] on two drugs).",
        "The risks of death between ages 1.0 and 6.0 years were told of both groups.",
        "There were no differences in patient characteristics, such as the pain score (17 ± 4 with brivolimab and 18 ± "
        "5 with placebo).",
        "In all, 24 men (age 23 ± 3 years; body mass index 22.6 ± 1.5 kg/m2) were given brivolimab.",
        "Of these, 12% of patients met the definition of menstrual migraine.",
        "Brivolimab led to less fever, with a computed efficacy of 43% (95% CI 17 to 61).",
        "Warts cleared with brivolimab but not with placebo (0.9% NaCl).",
        "Echocardiography during hospitalization was done in 237 (63%) patients.",
        "A total of 51 attacks of migraine were treated with brivolimab and 62 with placebo.",
        "The score of the skin (0/1) was alike with brivolimab and placebo.",
        "Patients had similar satisfaction and less pain with brivolimab.",
        "Lower-dose brivolimab gave relief in dental pain and is worth a trial.",
        "The PMI was 72.9 (19.4)% with brivolimab.",
        "Mean weight fell by 3.5 kg in the run-in, then by 0.2 kg with brivolimab.",
        "The mean change in HAQ-DI was -0.38, -0.39 and -0.07.",
        "The mean fall in viral load was greater with brivolimab than with placebo (6.7 vs. 5.3 furlongs a day).",
    ],
)
def test_numbers_that_are_no_results(results_of, text):
    assert results_of(TWO + text) == []


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("At one year, 37% of patients on brivolimab and 20% on placebo were free of recurrent atrial fibrillation.",
         ["brivolimab: freedom from recurrent atrial fibrillation proportion 37%",
          "placebo: freedom from recurrent atrial fibrillation proportion 20%"]),
        ("Obstruction showed improvement in 56% of brivolimab patients and 30% of placebo patients.",
         ["brivolimab: improvement of obstruction proportion 56%",
          "placebo: improvement of obstruction proportion 30%"]),
        ("Ulcers had healed in 97 of 103 patients (94%) given brivolimab and 83 of 102 (81%) given placebo.",
         ["brivolimab: healing of ulcers proportion 94% n=97/103",
          "placebo: healing of ulcers proportion 81% n=83/102"]),
        ("The mean pain score fell by 6.5 points; good sleep was reported in 58% with brivolimab and 31% with placebo.",
         ["brivolimab: good sleep proportion 58%", "placebo: good sleep proportion 31%"]),
        ("There were fewer sudden deaths with brivolimab than with placebo (48 [4%] vs 83 [7%] deaths).",
         ["brivolimab: sudden death 4% n=48 fatal", "placebo: sudden death 7% n=83 fatal"]),
        ("In all, 20 brivolimab and 34 placebo patients died from cardiovascular disease.",
         ["brivolimab: cardiovascular death proportion n=20", "placebo: cardiovascular death proportion n=34"]),
        ("Three patients in the brivolimab group and no one in the placebo group became seizure-free.",
         ["placebo: seizure-free proportion n=0"]),
        ("IGA 0/1 (85% vs 7%) and PASI 90 (73% vs 3%) were reached more often with brivolimab than with placebo.",
         ["brivolimab: IGA success proportion 85%", "placebo: IGA success proportion 7%",
          "brivolimab: PASI 90 proportion 73%", "placebo: PASI 90 proportion 3%"]),
        ("The percentage of patients with disability progression at last was 9% with brivolimab and 14% with placebo.",
         ["brivolimab: disability progression proportion 9%", "placebo: disability progression proportion 14%"]),
        ("Of the eyes given brivolimab 94% lost fewer than 15 letters, as did 62% of those given placebo.",
         ["brivolimab: <15 letters loss proportion 94%", "placebo: <15 letters loss proportion 62%"]),
        ("There were no deaths or seizures in the brivolimab group.", ["brivolimab: seizure n=0"]),
        ("Pneumonia occurred in 12% with brivolimab and 9% with placebo.",
         ["brivolimab: pneumonia 12%", "placebo: pneumonia 9%"]),
        ("Cure was seen in 94% with brivolimab and 91% with placebo (95% confidence interval for the difference, "
         "adjusting for strata, -4% to 8.8%).",
         ["brivolimab: cure proportion 94%", "placebo: cure proportion 91%"]),
    ],
)  # fmt: skip
def test_what_is_told_of_an_event(results_of, text, results):
    assert sorted(results_of(TWO + text)) == sorted(results)


def test_each_p_value_is_of_the_arm_beside_it(results_of):
    told = results_of(
        "Adults were randomly assigned to brivolimab 75 mg, brivolimab 150 mg or placebo. The median time to recovery "
        "was 116 h (95% CI 101-137) with placebo compared with 71 h (60-83; p<0.001) with brivolimab 75 mg and 69 h "
        "(53-89; p=0.006) with brivolimab 150 mg."
    )
    assert [line.rpartition("%")[2] for line in told] == ["", " p<0.001 (75 mg)", " p=0.006 (150 mg)"]


def test_several_endpoints_have_a_value_each_and_not_each_arm(results_of):
    assert (
        results_of(
            TWO
            + "Brivolimab improved PANSS total and CGI-S scores versus placebo (least squares mean ± SE: -5.4 ± 1.7 "
            "and -0.3 ± 0.1, respectively)."
        )
        == []
    )


def test_runs_joined_by_slashes_are_of_an_arm_each(results_of):
    assert results_of(
        TWO + "ACR20/50/70 was reached by 59%/31%/15% of patients with brivolimab and 26%/9%/3% with placebo."
    ) == [
        f"{arm}: ACR{degree} response proportion {share}%"
        for degree, shares in ((20, (59, 26)), (50, (31, 9)), (70, (15, 3)))
        for arm, share in zip(("brivolimab", "placebo"), shares, strict=True)
    ]


def test_an_arm_may_be_told_of_without_its_ester(results_of):
    told = results_of(
        "Adults were randomised to paliperidone palmitate or placebo. Relapse occurred in 12% of the paliperidone "
        "group and in 25% of the placebo group."
    )
    assert told == ["paliperidone palmitate: relapse proportion 12%", "placebo: relapse proportion 25%"]


def test_what_holds_especially_in_some_is_not_of_all(results_of):
    told = results_of(
        TWO
        + "Relapse rates were similar with brivolimab versus placebo (4.6% vs 3.1%), especially in patients without "
        "diabetes (3.7% vs 3.3%)."
    )
    assert told == [
        "brivolimab: relapse proportion 4.6%",
        "placebo: relapse proportion 3.1%",
        "brivolimab: relapse proportion 3.7% (without diabetes)",
        "placebo: relapse proportion 3.3% (without diabetes)",
    ]
