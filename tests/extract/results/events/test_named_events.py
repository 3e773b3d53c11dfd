"""Events named without figures: in which arm, of which grade, and when they are no news."""

import pytest

ARMS = "Patients were assigned to olaparib or placebo. "
SINGLE = "All patients received blinatumomab. "


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("Severe anemia was more frequent with olaparib than with placebo.", ["olaparib: anemia"]),
        ("Reduced nausea was seen with placebo.", ["olaparib: nausea"]),
        ("Patients receiving olaparib had significantly more nausea (P < .001) and fatigue (P = .02).",
         ["olaparib: nausea", "olaparib: fatigue"]),
        ("Olaparib was associated with more nausea and no rash.", ["olaparib: nausea"]),
        ("Nausea was more common with olaparib, and rash with placebo.", ["olaparib: nausea", "placebo: rash"]),
        ("Whereas anemia was more frequent in those left out (p < 0.01), olaparib caused more nausea.",
         ["olaparib: nausea"]),
        ("The rates of stroke and pulmonary embolism were elevated in the olaparib group.",
         ["olaparib: stroke", "olaparib: pulmonary embolism"]),
        ("Grade 3 anemia was seen only in the olaparib group.", ["olaparib: anemia 3"]),
        ("Olaparib was associated with anemia and rash.", ["olaparib: anemia", "olaparib: rash"]),
        ("There was more grade 3 and 4 vomiting in the olaparib arm.", ["olaparib: vomiting 3-4"]),
        ("Olaparib was associated with fewer hot flashes than placebo, but with more vaginal dryness.",
         ["placebo: hot flash", "olaparib: vaginal dryness"]),
        ("Grade 4 neutropenia and leukopenia were more common with olaparib, while rash was higher with placebo.",
         ["olaparib: neutropenia 4", "olaparib: leukopenia 4", "placebo: rash"]),
    ],
)  # fmt: skip
def test_the_arm_that_had_more(results_of, text, results):
    assert results_of(ARMS + text) == results


@pytest.mark.parametrize(
    ("text", "results"),
    [
        ("The most common toxicity was neutropenia.", ["olaparib: neutropenia"]),
        ("Nausea and vomiting were the most common toxicities in both arms.",
         ["olaparib: nausea and vomiting", "placebo: nausea and vomiting"]),
        ("Main grade 3/4 toxicities included anemia and rash in both arms.",
         ["olaparib: anemia 3-4", "olaparib: rash 3-4", "placebo: anemia 3-4", "placebo: rash 3-4"]),
        ("Anemia and rash were the most frequent grade 3 adverse events with olaparib.",
         ["olaparib: anemia 3", "olaparib: rash 3"]),
        ("Grade 3-4 adverse events seen more often in olaparib-treated patients included rash and dehydration.",
         ["olaparib: rash 3-4", "olaparib: dehydration 3-4"]),
        ("In both groups, headache and nausea were most common.",
         ["olaparib: headache", "olaparib: nausea", "placebo: headache", "placebo: nausea"]),
        ("Adverse events were nausea and rash.", ["olaparib: nausea", "olaparib: rash"]),
        ("Toxicity was comparable between the two groups for anemia and fatigue.", ["all: anemia", "all: fatigue"]),
    ],
)  # fmt: skip
def test_the_most_common_and_what_is_alike(results_of, text, results):
    assert results_of(ARMS + text) == results


def test_the_only_arm_has_them(results_of):
    text = "The main toxicities were nausea and rash."
    assert results_of(SINGLE + text) == ["blinatumomab: nausea", "blinatumomab: rash"]


def test_a_figure_makes_the_name_no_news(results_of):
    text = "Nausea occurred in 77% with olaparib and 38% with placebo. Olaparib caused more nausea than placebo."
    assert results_of(ARMS + text) == ["olaparib: nausea 77%", "placebo: nausea 38%"]


@pytest.mark.parametrize(
    "text",
    [
        "Nausea was not more common with olaparib.",
        "Olaparib significantly reduced nausea.",
        "Infusion of olaparib decreased fatigue for a day.",
        "Fatigue is the most common side effect of chemotherapy.",
        "With olaparib, major adverse events such as nausea were followed to collect data on them.",
        "Except for neutropenia, there was no excess of adverse events with olaparib.",
        "Associations of genotypes with the most common toxicities, anemia and nausea, were analyzed.",
        "The risk of anemia on olaparib was higher in women aged 55 years or older.",
    ],
)
def test_events_without_a_comparison(results_of, text):
    assert results_of(ARMS + text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Olaparib led to lower mean weight loss than placebo.",
        "Women on olaparib more often had less than 10% hair loss.",
        "Olaparib changes markers known to be elevated with nausea.",
        "Duration of severe neutropenia was increased with olaparib.",
        "Anemia was prolonged with olaparib, and the number of transfusions was increased.",
        "Decreased infections were noted after olaparib.",
    ],
)
def test_how_much_of_it_there_was_is_not_how_often(results_of, text):
    assert results_of(ARMS + text) == []


def test_those_of_active_treatment_and_what_they_led_to(results_of):
    arms = "Patients were randomly assigned to placebo, apremilast 20 mg, or apremilast 30 mg. "
    text = "Headache was the most common AE (ie, ≥ 5%) with active treatment."
    assert results_of(arms + text) == ["apremilast: headache (20 mg)", "apremilast: headache (30 mg)"]
    text = "The most common adverse event leading to withdrawal was nausea."
    assert results_of(SINGLE + text) == ["blinatumomab: nausea discontinuation"]


def test_combined_therapy_is_the_combination(results_of):
    arms = "Patients were randomly assigned to fluorouracil alone or fluorouracil plus interferon beta. "
    text = "Fever was more frequent with combined therapy."
    assert results_of(arms + text) == ["fluorouracil+interferon beta: fever"]


def test_what_the_events_of_a_list_are_called(results_of):
    text = "The most frequent treatment-related adverse events being fatigue and headache, treatment was safe."
    assert results_of(SINGLE + text) == ["blinatumomab: fatigue related", "blinatumomab: headache related"]
    text = "The most common serious adverse event was pneumonia."
    assert results_of(SINGLE + text) == ["blinatumomab: pneumonia serious"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Hot flashes were more frequent in women who received letrozole.", ["letrozole: hot flash"]),
        ("Nausea and rash were the main toxic effects in those who were given letrozole.",
         ["letrozole: nausea", "letrozole: rash"]),
        ("Hot flashes were more frequent in women who had taken estrogens.", []),
    ],
)  # fmt: skip
def test_those_who_received_a_drug_are_its_arm(results_of, text, expected):
    assert results_of("Women were assigned to letrozole or placebo. " + text) == expected


def test_what_patients_are_called_by_is_no_event(results_of):
    arms = "Patients were randomised to epoetin alfa or placebo. "
    assert (
        results_of(f"{arms}Epoetin alfa was associated with more transfusions in anemic gastric cancer patients.") == []
    )
    told = results_of(f"{arms}Epoetin alfa was associated with more anemia in gastric cancer patients.")
    assert any("anemia" in line for line in told)
