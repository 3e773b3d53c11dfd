"""Adverse events: counts, grades, seriousness, relation to treatment, and what came of them."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "
SINGLE = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Grade 3 or 4 anemia occurred in 22% with olaparib and 2% with placebo.",
         ["olaparib: anemia 3-4 22%", "placebo: anemia 3-4 2%"]),
        ("Serious adverse events occurred in 54 (21%) of 260 given olaparib and 16 (12%) of 130 given placebo.",
         ["olaparib: any adverse event 21% n=54/260 serious", "placebo: any adverse event 12% n=16/130 serious"]),
        ("Serious treatment-related adverse events occurred in 7% versus 1%.",
         ["olaparib: any adverse event 7% serious related", "placebo: any adverse event 1% serious related"]),
        ("Adverse events led to discontinuation in 12% of patients given olaparib and 2% of those given placebo.",
         ["olaparib: any adverse event 12% discontinuation", "placebo: any adverse event 2% discontinuation"]),
        ("Stroke was the most common serious adverse event (12 [8%] vs seven [5%]).",
         ["olaparib: stroke 8% n=12 serious", "placebo: stroke 5% n=7 serious"]),
        ("The frequency of adverse events was 82% with olaparib and 72% with placebo.",
         ["olaparib: any adverse event 82%", "placebo: any adverse event 72%"]),
        ("Seven percent of patients given olaparib discontinued treatment because of adverse events.",
         ["olaparib: any adverse event 7% discontinuation"]),
        ("Anemia led to dose reduction in 17% and 1%.",
         ["olaparib: anemia 17% doseReduction", "placebo: anemia 1% doseReduction"]),
        ("Nausea (77% vs 38%), fatigue (63% vs 42%), and vomiting (40% vs 15%) were more frequent with olaparib.",
         ["olaparib: nausea 77%", "placebo: nausea 38%", "olaparib: fatigue 63%", "placebo: fatigue 42%",
          "olaparib: vomiting 40%", "placebo: vomiting 15%"]),
        ("Febrile neutropenia occurred in <1% of patients given olaparib.", ["olaparib: febrile neutropenia <1%"]),
        ("One patient (<1%) given olaparib had febrile neutropenia.", ["olaparib: febrile neutropenia <1% n=1"]),
        ("Less than 1% of patients given olaparib had febrile neutropenia.", ["olaparib: febrile neutropenia <1%"]),
        ("Nausea was seen in 8 patients (9%) on olaparib and 5 (4%) on placebo; 3 (2%) and 1 (1%) had rash.",
         ["olaparib: nausea 9% n=8", "placebo: nausea 4% n=5", "olaparib: rash 2% n=3", "placebo: rash 1% n=1"]),
        ("Adverse events were alike (55% vs 58%), and rash was rarer with olaparib compared with placebo (1% vs 3%).",
         ["olaparib: any adverse event 55%", "placebo: any adverse event 58%", "olaparib: rash 1%",
          "placebo: rash 3%"]),
        ("Anemia, the most common adverse event, was noted in 12% versus 7% (placebo vs olaparib).",
         ["placebo: anemia 12%", "olaparib: anemia 7%"]),
        ("No deaths occurred; patients who discontinued due to adverse events were 3 (6%) and 2 (4%).",
         ["olaparib: any adverse event 6% n=3 discontinuation", "placebo: any adverse event 4% n=2 discontinuation"]),
        ("Patients with adverse events were few: 8 (9%) patients had adverse events on olaparib and 5 (4%) on placebo.",
         ["olaparib: any adverse event 9% n=8", "placebo: any adverse event 4% n=5"]),
        ("Rash was seen with olaparib (27; 9%) and placebo (4; 2%).",
         ["olaparib: rash 9% n=27", "placebo: rash 2% n=4"]),
        ("Patients given olaparib with one or two drugs, respectively, had rash (8%/6%) alike.", []),
        ("Adverse events (86% v 74%) and withdrawals (28% v 11%) were more frequent with olaparib.",
         ["olaparib: any adverse event 86%", "placebo: any adverse event 74%",
          "olaparib: any adverse event 28% discontinuation", "placebo: any adverse event 11% discontinuation"]),
        ("Rash led to withdrawal in 8% of olaparib patients, with dose reduction in 5%.",
         ["olaparib: rash 8% discontinuation", "olaparib: rash 5% doseReduction"]),
        ("Rash was alike between placebo tablets (6% [3/50]) and olaparib capsules (8% [4/50]).",
         ["placebo: rash 6% n=3/50", "olaparib: rash 8% n=4/50"]),
        ("Two of those in group X stopped because of rash, compared to nobody in the placebo group.", []),
        ("Rash occurred in 10% versus 4% (XYZ 100).", []),
        ("Patients on ABC 600 reported rash.", []),
        ("Strokes: 3 (olaparib) and 1 (placebo).", ["olaparib: stroke n=3", "placebo: stroke n=1"]),
        ("Rash was seen in 74 (71%) olaparib recipients and 60 (58%) placebo recipients, with drug-related events in "
         "22 (21%) and 10 (9%).",
         ["olaparib: rash 71% n=74", "placebo: rash 58% n=60", "olaparib: any adverse event 21% n=22 related",
          "placebo: any adverse event 9% n=10 related"]),
        ("Anemia developed in 14 olaparib patients and 3 placebo patients.",
         ["olaparib: anemia n=14", "placebo: anemia n=3"]),
    ],
)  # fmt: skip
def test_events_of_two_arms(results_of, text, results):
    assert sorted(results_of(ARMS + text)) == sorted(results)


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("No patients in the placebo group had febrile neutropenia.", ["placebo: febrile neutropenia n=0"]),
        ("None of 130 patients given placebo had febrile neutropenia.", ["placebo: febrile neutropenia n=0/130"]),
        ("Leukopenia occurred in 24% of olaparib recipients and none of the placebo recipients.",
         ["olaparib: leukopenia 24%", "placebo: leukopenia n=0"]),
        ("Leukopenia occurred in 24% with olaparib and 0% with placebo.",
         ["olaparib: leukopenia 24%", "placebo: leukopenia 0%"]),
    ],
)  # fmt: skip
def test_zero_is_a_count(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_a_grade_holds_for_the_whole_list(results_of):
    text = (
        "The most common adverse events of grade 3 or worse were febrile neutropenia (48 [25%] of 189), "
        "neutropenia (30 [16%]), and anaemia (27 [14%])."
    )
    assert results_of(SINGLE + text) == [
        "blinatumomab: febrile neutropenia >=3 25% n=48/189",
        "blinatumomab: neutropenia >=3 16% n=30/189",
        "blinatumomab: anemia >=3 14% n=27/189",
    ]


def test_kinds_of_toxicity_share_their_head(results_of):
    text = "Hematologic and gastrointestinal toxicities occurred in 20% and 10% of patients."
    assert results_of(SINGLE + text) == [
        "blinatumomab: hematologic toxicity 20%", "blinatumomab: gastrointestinal toxicity 10%"
    ]  # fmt: skip


def test_a_heading_arm_holds_for_its_list(results_of):
    text = "With placebo, the most frequent events were fatigue (42%), nausea (38%), and vomiting (15%)."
    assert results_of(ARMS + text) == ["placebo: fatigue 42%", "placebo: nausea 38%", "placebo: vomiting 15%"]


def test_an_event_named_without_a_figure(results_of):
    assert results_of(ARMS + "Nausea was more common with olaparib.") == ["olaparib: nausea"]


def test_the_arm_is_the_one_beside_its_figure(results_of):
    text = "In the olaparib group, nausea occurred in 77%, and in the placebo group in 38%."
    assert results_of(ARMS + text) == ["olaparib: nausea 77%", "placebo: nausea 38%"]


@pytest.mark.parametrize(
    "text",
    [
        "Nausea was not expected.",
        "Patients with nausea in the last 28 days were excluded.",
        "Antiemetics were allowed for nausea; 30% of the patients used them at home.",
    ],
)
def test_events_without_a_result(results_of, text):
    assert results_of(ARMS + text) == []


def test_the_grade_of_later_figures_is_not_that_of_the_first(results_of):
    text = (
        "Adverse events occurred in 90% with nivolumab and in 95% with docetaxel, and grade 3-4 adverse events in 30% "
    )
    told = results_of(f"Patients were assigned to nivolumab or docetaxel. {text}and 52%.")
    assert told[:2] == ["nivolumab: any adverse event 90%", "docetaxel: any adverse event 95%"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Infections leading to treatment discontinuation occurred in 5% of patients.",
         ["blinatumomab: infection 5% discontinuation"]),
        ("Neutropenic infection (defined as infection with grade ≥3 neutropenia) occurred in 25% of patients.",
         ["blinatumomab: neutropenic infection 25%"]),
        ("Neuropathy was infrequent (9%) and was associated with the only dose reduction.",
         ["blinatumomab: peripheral neuropathy 9%"]),
        ("Ten patients experienced 12 infections.", ["blinatumomab: infection n=10"]),
        ("Eleven patients died of lymphoma, but dose-limiting toxicity was rare.",
         ["blinatumomab: death proportion n=11"]),
        ("Nausea was reported in 2% of patients across nine clinical studies.", []),
        ("Seven patients (9%) discontinued the study due to an adverse event; no patients died.",
         ["blinatumomab: any adverse event 9% n=7 discontinuation"]),
        ("In all, 2% of patients stopped the assigned regimen owing to rash.",
         ["blinatumomab: rash 2% discontinuation"]),
        ("Twelve patients (9%) had serious events, two of which (rash and stroke) were caused by treatment.",
         ["blinatumomab: any adverse event 9% n=12 serious"]),
        ("Nausea was seen in 5%-10% of patients.", []),
        ("The share with nausea was low (range, 0%-1%).", []),
        ("Nausea was seen in 52% of patients but was severe in only 5%.", ["blinatumomab: nausea 52%"]),
        ("Patients without severe nausea (20%) went home.", []),
        ("Adverse events involving the skin occurred in 9%.", []),
        ("Adverse events involving study drug withdrawal occurred in 9%.",
         ["blinatumomab: any adverse event 9% discontinuation"]),
        ("Grade 3 anemia occurred in 12% of 210 cycles.", ["blinatumomab: anemia 3 12% (cycles)"]),
        ("Anemia occurred in 36% of the patients and 14% of the cycles.",
         ["blinatumomab: anemia 36%", "blinatumomab: anemia 14% (cycles)"]),
        ("Dose reductions were made in 7 patients (17%) due to anemia.",
         ["blinatumomab: anemia 17% n=7 doseReduction"]),
        ("Adverse events occurred in 38 patients (90%); no patients discontinued treatment due to adverse events.",
         ["blinatumomab: any adverse event 90% n=38", "blinatumomab: any adverse event n=0 discontinuation"]),
        ("One patient (2%) died from pneumonitis.", ["blinatumomab: pneumonitis 2% n=1 fatal"]),
        ("Two patients (5%) died of sepsis and stroke.", []),
        ("Infusion reactions occurred during the second and fourth infusions (2% and 1%, respectively).", []),
    ],
)  # fmt: skip
def test_words_beside_an_event_that_say_something_else(results_of, text, results):
    assert results_of(SINGLE + text) == results


def test_doses_that_share_their_unit_are_arms(results_of):
    arms = "Patients were assigned to tofacitinib 5 mg, tofacitinib 10 mg, or placebo. "
    text = "Headache was seen with placebo (4%) and in the tofacitinib 5 and 10 mg groups (6% and 8%, respectively)."
    assert sorted(results_of(arms + text)) == [
        "placebo: headache 4%", "tofacitinib: headache 6% (5 mg)", "tofacitinib: headache 8% (10 mg)"
    ]  # fmt: skip


def test_the_form_of_a_drug_is_no_response(results_of):
    text = "Patients were assigned to lacosamide or carbamazepine-CR. Rash was reported by 3% on carbamazepine-CR."
    assert results_of(text) == ["carbamazepine: rash 3%"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Severe pancreatitis (two fatal) occurred in four patients given olaparib.", "n=4"),
        ("Four of 90 patients given olaparib developed pancreatitis, one of whom died.", "n=4/90"),
        ("Four of 90 patients given olaparib developed pancreatitis, all of whom died.", "n=4/90 fatal"),
    ],
)
def test_what_became_of_some_is_not_told_of_all(results_of, text, told):
    assert results_of(ARMS + text) == [f"olaparib: pancreatitis {told}"]


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Serious adverse events were more frequent with olaparib (53% vs 34%), as were grade 3 anemia (46% vs 43%) "
         "and rash (18% vs 12%).", ["anemia 3 46%", "anemia 3 43%", "rash 18%", "rash 12%"]),
        ("Serious adverse events occurred in 62% and 45%, of which 19% and 30% were fatal.",
         ["any adverse event 62% serious", "any adverse event 45% serious"]),
        ("Serious adverse events were anemia (6% vs 3%) and rash (8% vs 2%).",
         ["anemia 6% serious", "anemia 3% serious", "rash 8% serious", "rash 2% serious"]),
        ("The commonest olaparib-related adverse events were anemia (6% vs 3%), cough (9% vs 7%), and rash (8% vs 2%).",
         ["anemia 6% related", "anemia 3% related", "cough 9% related", "cough 7% related", "rash 8% related",
          "rash 2% related"]),
        ("Serious adverse events occurred in 42% and 46% of patients, the most common of which were anemia (6% vs 9%) "
         "and rash (4% vs 1%).", ["anemia 6% serious", "anemia 9% serious", "rash 4% serious", "rash 1% serious"]),
        ("Serious adverse events occurred in 48% on olaparib and 50% on placebo, with eight (4%) fatal infections seen "
         "on olaparib.", ["any adverse event 48% serious", "any adverse event 50% serious", "infection 4% n=8 fatal"]),
        ("Rash occurred in 12% on olaparib, 48% of whom received steroids.", ["rash 12%"]),
        ("Rates of neurocognitive events (2% vs 1%) differed.", ["neurocognitive event 2%", "neurocognitive event 1%"]),
        ("Adverse events that were suspected to be related to olaparib occurred in 73% on olaparib.",
         ["any adverse event 73% related"]),
        ("Rash or pruritus occurred in 12% and 4%.", ["rash or pruritus 12%", "rash or pruritus 4%"]),
        ("Rash occurred in 5, 3 and 4 patients, respectively.", []),
        ("Rash occurred in 5 and 3 patients, respectively.", ["rash n=5", "rash n=3"]),
    ],
)  # fmt: skip
def test_marks_and_figures_of_lists(results_of, text, results):
    told = results_of("Patients were assigned to olaparib or placebo. " + text)
    assert [line.partition(": ")[2] for line in told][-len(results) :] == results


def test_as_many_figures_as_events_of_all_patients(results_of):
    text = "Rates of grade 3 or 4 anemia and infection were 4% and 18%."
    assert results_of("We report on tolerance in a trial. " + text) == ["all: anemia 3-4 4%", "all: infection 3-4 18%"]


def test_a_fatal_event_with_a_figure_of_its_own_makes_no_other_fatal(results_of):
    text = "Bleeding occurred in 14 patients on olaparib, and fatal stroke (2% vs 1%) was more frequent."
    assert "olaparib: hemorrhage n=14" in results_of("Patients were assigned to olaparib or placebo. " + text)


@pytest.mark.parametrize(
    ("text", "fatal"),
    [
        ("There were three deaths from toxicity in the ramipril group and none in the placebo group.", True),
        ("Three patients died of toxicity in the ramipril group and none in the placebo group.", True),
        ("Five patients died; toxicity was seen in three patients with ramipril and none with placebo.", False),
    ],
)
def test_deaths_from_toxicity_are_fatal_in_each_arm(results_of, text, fatal):
    told = results_of("Patients were randomly assigned to ramipril or placebo. " + text)
    assert [line.endswith(" fatal") for line in told if "any adverse event" in line] == [fatal, fatal]
